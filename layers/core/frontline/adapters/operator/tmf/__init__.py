"""The operator port over TM Forum Open APIs v4. Paths and fields are those of DESIGN section 7."""

from decimal import Decimal

from frontline.adapters.operator.document import Document
from frontline.adapters.operator.tmf import read_billing, read_orders, read_service, write
from frontline.adapters.operator.tmf.accounts import Profile
from frontline.adapters.operator.tmf.paths import ORDERS, PAYMENTS, TICKETS, TOP_UPS
from frontline.adapters.operator.tmf.questions import Questions
from frontline.adapters.operator.tmf.recharges import credits_of, read_given
from frontline.adapters.operator.transport.credentials import Credentials
from frontline.adapters.operator.transport.http import Http
from frontline.adapters.operator.transport.settings import Limits, Outside
from frontline.adapters.operator.transport.wire import Wire
from frontline.model.errors import Invalid, OperatorRefused
from frontline.trades.telecom.nouns import Bill, Change, HandOff, Order, Payment, Progress, Ticket, TopUp, Usage, plain


class TmfOperator(Questions):
    """One organisation's operator. Make one per process and keep it: it holds the connections, the token and the
    breaker."""

    def __init__(
        self,
        base_url: str,
        credentials: Credentials | None = None,
        *,
        profile: Profile | None = None,
        limits: Limits | None = None,
        outside: Outside | None = None,
    ) -> None:
        limits, outside = limits or Limits(), outside or Outside()
        self._wire = Wire(base_url, credentials, limits, outside)
        super().__init__(Http(self._wire, limits, outside), profile or Profile())

    def close(self) -> None:
        self._wire.close()

    def credit_recharge(self, line_id: str, payment_id: str, key: str) -> TopUp:
        """The key goes into the description; what makes it once is the payment's id, in header and reason."""
        payments = self.payments_for(line_id)
        paid = next((p for p in payments if p.id == payment_id and p.state == "done"), None)
        if paid is None:
            raise OperatorRefused("no received payment of this line has this id", code="not_paid")
        given = credits_of(payments, self.given_to(line_id)).get(payment_id)
        amount, currency = paid.amount.amount, paid.amount.currency
        if given is not None:
            state: Progress = "done" if given.done else "pending"
            return TopUp(id=given.id, line_id=line_id, state=state, amount=amount, units=currency)
        row = self._bucket_row(line_id, "money")
        bucket = read_service.read_bucket(row, line_id, self._currency)
        body = write.top_up(bucket, amount, currency, key, payment_id=payment_id)

        def known() -> Document | None:
            named = ((top_up, read_given(top_up)) for top_up in self.top_up_rows(line_id))
            return next((top_up for top_up, given in named if given and payment_id in given.mentions), None)

        made = self._http.post_once(TOP_UPS, body, f"recharge-{payment_id}", known)
        return read_billing.read_top_up(made, line_id, amount, currency)

    def add_data(self, line_id: str, gigabytes: str, key: str) -> TopUp:
        """Asked in the unit the operator counts this allowance in."""
        if Decimal(gigabytes) <= 0:
            raise Invalid("data to add must be more than nothing", where="gigabytes")
        row = self._bucket_row(line_id, "data")
        bucket = read_service.read_bucket(row, line_id, self._currency)
        value = row.child("remainingValue")
        units = (value.text("units") if value else None) or "GB"
        amount = plain(Decimal(gigabytes) * read_service.units_per_gb(row, units))
        body = write.top_up(bucket, amount, units, key)

        def known() -> Document | None:
            rows = self.top_up_rows(line_id)
            return next((top_up for top_up in rows if top_up.text("description") == body["description"]), None)

        made = self._http.post_once(TOP_UPS, body, key, known)
        return read_billing.read_top_up(made, line_id, gigabytes, "GB")

    def request_payment(self, bill: Bill, key: str) -> Payment:
        made = self._post(PAYMENTS, write.payment(bill, key), "correlatorId", key)
        return read_billing.read_payment(made, self._currency)

    def order_change(self, line_id: str, change: Change, key: str) -> Order:
        return read_orders.read_order(self._post(ORDERS, write.order(line_id, change, key), "externalId", key))

    def file_ticket(self, hand_off: HandOff, key: str) -> Ticket:
        return read_orders.read_ticket(self._post(TICKETS, write.ticket(hand_off, key), "externalId", key))

    def _post(self, path: str, body: write.Json, field: str, key: str) -> Document:
        def known() -> Document | None:
            return next((row for row in self._http.list(path, {field: key}) if row.text(field) == key), None)

        return self._http.post_once(path, body, key, known)

    def _bucket_row(self, line_id: str, usage: Usage) -> Document:
        rows = self.bucket_rows(line_id, usage)
        if not rows:
            raise OperatorRefused(f"the line has no {usage} to add to", code="no_bucket")
        return rows[0]
