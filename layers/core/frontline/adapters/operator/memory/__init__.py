"""An operator that lives in this process, for unit tests: the same promises as a real one, no network, no surprises."""

from collections.abc import Callable
from decimal import Decimal
from threading import RLock
from typing import TypeVar, Unpack, cast

from frontline.adapters.operator.memory.books import Books
from frontline.adapters.operator.memory.changes import add_to_bucket, apply_change, topped_up
from frontline.adapters.operator.memory.tables import Tables
from frontline.model.errors import FrontlineError, Invalid, OperatorRefused
from frontline.trades.telecom.nouns import (
    Bill,
    Change,
    HandOff,
    Order,
    OrderState,
    Payment,
    SimReplacement,
    Ticket,
    TopUp,
)

T = TypeVar("T")


class MemoryOperator(Books):
    """Build it from nouns: `MemoryOperator(now=..., lines=[...], payments=[...])`. `effects` lists what really changed,
    one entry a change. `fail(error, ...)` makes the next calls fail; with `after=True` the next change is committed and
    its answer lost."""

    def __init__(self, **tables: Unpack[Tables]) -> None:
        super().__init__(**tables)
        self.effects: list[str] = []
        self._done: dict[tuple[str, str], object] = {}
        self._lost: list[FrontlineError] = []
        self._lock = RLock()

    def fail(self, *errors: FrontlineError, after: bool = False) -> None:
        (self._lost if after else self.failures).extend(errors)

    def pay(self, payment_id: str) -> Payment:
        """The customer pays: the payment is done, and the bill it is for is settled."""
        payment = self.payments_by_id[payment_id].model_copy(update={"state": "done", "paid": self.now})
        self.payments_by_id[payment_id] = payment
        bill = self.bills_by_id.get(payment.for_id or "")
        if bill is not None:
            nothing = payment.amount.times("0")
            self.bills_by_id[bill.id] = bill.model_copy(update={"remaining": nothing, "state": "paid"})
        return payment

    def credit_recharge(self, line_id: str, payment_id: str, key: str) -> TopUp:
        del key  # the payment is the key
        with self._lock:
            payment = self.payments_by_id.get(payment_id)
            if payment is None or payment.for_id != line_id or payment.state != "done":
                self.begin()
                raise OperatorRefused("no received payment of this line has this id", code="not_paid")
            if payment_id in self.credited:
                self.begin()
                return topped_up(payment_id, line_id, payment.amount.amount, payment.amount.currency)
            return self._once("credit", payment_id, lambda: self._credit(payment, line_id))

    def _credit(self, payment: Payment, line_id: str) -> TopUp:
        added = add_to_bucket(self, line_id, "money", payment.amount.amount, payment.id)
        self.credited.add(payment.id)
        return added

    def add_data(self, line_id: str, gigabytes: str, key: str) -> TopUp:
        if Decimal(gigabytes) <= 0:
            raise Invalid("data to add must be more than nothing", where="gigabytes")
        return self._once("data", key, lambda: add_to_bucket(self, line_id, "data", gigabytes, key))

    def request_payment(self, bill: Bill, key: str) -> Payment:
        def ask() -> Payment:
            if any(p.state == "pending" and p.customer_id == bill.customer_id for p in self.payments_by_id.values()):
                raise OperatorRefused("another payment request is open", code="payment_pending")
            now = self.bills_by_id[bill.id]
            if now.remaining.value <= 0:
                raise OperatorRefused("nothing is left to pay", code="bill_settled")
            payment = Payment(
                id=f"payment-{len(self.payments_by_id) + 1}",
                state="pending",
                amount=now.remaining,
                for_id=bill.id,
                customer_id=bill.customer_id,
                requested=self.now,
            )
            self.payments_by_id[payment.id] = payment
            return payment

        return self.payments_by_id[self._once("payment", key, ask).id]

    def order_change(self, line_id: str, change: Change, key: str) -> Order:
        def place() -> Order:
            reason = apply_change(self, line_id, change)
            order_id = f"order-{len(self.orders_by_id) + 1}"
            waits: OrderState = "pending" if isinstance(change, SimReplacement) else "done"
            order = Order(id=order_id, state="refused" if reason else waits, line_id=line_id, reason=reason)
            self.orders_by_id[order.id] = order
            return order

        return self.orders_by_id[self._once("order", key, place).id]

    def file_ticket(self, hand_off: HandOff, key: str) -> Ticket:
        def file() -> Ticket:
            note = hand_off.notes[-1] if hand_off.notes else None
            ticket_id = f"ticket-{len(self.tickets_by_id) + 1}"
            ticket = Ticket(
                id=ticket_id,
                state="open",
                about=hand_off.about,
                kind=hand_off.kind,
                opened=self.now,
                last_note=note,
            )
            self.tickets_by_id[ticket.id] = (hand_off.customer_id, ticket)
            return ticket

        return self.tickets_by_id[self._once("ticket", key, file).id][1]

    def _once(self, what: str, key: str, make: Callable[[], T]) -> T:
        """One effect per key, also under threads; a lost answer is lost after the effect, as on a real network."""
        with self._lock:
            self.begin()
            if (what, key) not in self._done:
                self._done[what, key] = make()
                self.effects.append(f"{what}:{key}")
                if self._lost:
                    raise self._lost.pop(0)
            return cast("T", self._done[what, key])
