"""What a customer owes and paid, and what a line has left. Filters go with every question and are applied again here:
what does not say that it belongs to the answer does not."""

from dataclasses import dataclass
from urllib.parse import quote

from frontline.adapters.operator.document import Document
from frontline.adapters.operator.tmf import read_billing, read_lines, read_service
from frontline.adapters.operator.tmf.paths import BILLS, BUCKETS, PAYMENTS, RATES, TOP_UPS
from frontline.adapters.operator.tmf.recharges import Given, credits_of, read_given, recharges_of
from frontline.adapters.operator.transport.http import Http
from frontline.trades.telecom.nouns import Bill, Bucket, Charge, Payment, Plan, Recharge, Usage


@dataclass(frozen=True)
class Profile:
    """What has to be told about an operator: the currency of amounts that come without one, the country code of
    numbers that do, and its plans where the inventory does not tell what is on offer."""

    currency: str | None = None
    country_code: str | None = None
    plans: tuple[Plan, ...] = ()


class Accounts:
    """The part of the port that is about money and allowances, and changes nothing."""

    def __init__(self, http: Http, profile: Profile) -> None:
        self._http = http
        self._currency = profile.currency
        self._country_code = profile.country_code
        self._plans = profile.plans

    def bills(self, customer_id: str) -> tuple[Bill, ...]:
        rows = self._http.list(BILLS, {"relatedParty.id": customer_id})
        mine = [row for row in rows if customer_id in read_lines.party_ids(row)]
        bills = [read_billing.read_bill(row, customer_id, self._currency) for row in mine]
        return tuple(sorted(bills, key=lambda bill: (str(bill.billed or ""), bill.id), reverse=True))

    def charges(self, bill_id: str) -> tuple[Charge, ...]:
        rows = self._http.list(RATES, {"bill.id": bill_id})
        charges = [
            read_billing.read_charge(row, bill_id, self._currency) for row in rows if refers(row, "bill", bill_id)
        ]
        return tuple(sorted(charges, key=lambda charge: (str(charge.on or ""), charge.id)))

    def buckets(self, line_id: str, usage: Usage) -> tuple[Bucket, ...]:
        return tuple(read_service.read_bucket(row, line_id, self._currency) for row in self.bucket_rows(line_id, usage))

    def recharges(self, line_id: str) -> tuple[Recharge, ...]:
        payments = self.payments_for(line_id)
        return recharges_of(line_id, payments, credits_of(payments, self.given_to(line_id)))

    def payment(self, payment_id: str) -> Payment:
        return read_billing.read_payment(self._http.get(one(PAYMENTS, payment_id)), self._currency)

    def bucket_rows(self, line_id: str, usage: Usage) -> list[Document]:
        """What may not be shown or filled any more (suspended, expired) is not there."""
        word = "monetary" if usage == "money" else usage
        rows = self._http.list(BUCKETS, {"product.id": line_id, "usageType": word})
        mine = [row for row in rows if refers(row, "product", line_id) and same(row.text("usageType"), word)]
        usable = [row for row in mine if (row.text("status") or "active").casefold() == "active"]
        return sorted(usable, key=lambda row: row.need("id"))

    def payments_for(self, item_id: str) -> list[Payment]:
        rows = self._http.list(PAYMENTS, {"paymentItem.item.id": item_id})
        mine = [row for row in rows if item_id in read_billing.payment_items(row)]
        return [read_billing.read_payment(row, self._currency) for row in mine]

    def given_to(self, line_id: str) -> list[Given]:
        rows = self.top_up_rows(line_id)
        return [
            given for given in (read_given(row) for row in rows if not same(row.text("usageType"), "data")) if given
        ]

    def top_up_rows(self, line_id: str) -> list[Document]:
        rows = self._http.list(TOP_UPS, {"product.id": line_id})
        return [row for row in rows if refers(row, "product", line_id)]


def one(collection: str, wanted: str) -> str:
    return f"{collection}/{quote(wanted, safe='')}"


def refers(row: Document, field: str, wanted: str) -> bool:
    return any(reference.text("id") == wanted for reference in row.children(field))


def same(said: str | None, wanted: str) -> bool:
    return (said or "").casefold() == wanted.casefold()
