"""A customer's account at the operator: what is on it, and the customer who pays and whose phone asks about the line."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx

from tests.support.phone import Line, PaymentRequest

Row = dict[str, Any]


@dataclass(frozen=True)
class Bill:
    overdue: bool = True
    paid: bool = False


@dataclass(frozen=True)
class Account:
    """`bills` by position; `asked` the bills payment was requested for, `open` those not yet answered; `refuels` in GB,
    `left` what is left of the data; `others` the other lines."""

    active: bool = True
    roaming: bool = False
    contract_ended: bool = False
    plan: str = "us-plus"
    left: float = 8
    refuels: tuple[float, ...] = ()
    bills: tuple[Bill, ...] = ()
    asked: tuple[int, ...] = ()
    open: tuple[int, ...] = ()
    others: str = ""
    hand_offs: int = 0

    @property
    def line(self) -> Line:
        return Line(self.active, self.roaming, self.left <= 0)

    @property
    def owing(self) -> tuple[int, ...]:
        """Overdue bills that are not paid."""
        return tuple(at for at, bill in enumerate(self.bills) if bill.overdue and not bill.paid)


class Subscriber:
    """One customer of the sandbox operator, new with this object. A carrier for their phone."""

    def __init__(self, http: httpx.Client, number: str, body: Row) -> None:
        self.http, self.number = http, number
        self._books("POST", body)

    def line(self) -> Line:
        return self.account().line

    def request(self) -> PaymentRequest | None:
        for row in self._books()["payment"]:
            if row["status"] == "pending":
                return PaymentRequest(row["id"], row["paymentItem"][0]["item"]["id"], row["totalAmount"]["value"])
        return None

    def pay(self, request: PaymentRequest) -> None:
        self.http.post(f"/sandbox/pay/{request.id}", json={}).raise_for_status()

    def leave(self) -> None:
        """The operator forgets this customer."""
        self._books("DELETE")

    def account(self) -> Account:
        books = self._books()
        product, *others = books["product"]
        traits = {one["name"]: one["value"] for one in product["productCharacteristic"]}
        bucket = next(row for row in books["bucket"] if row["product"][0]["id"] == product["id"])
        place = {row["id"]: at for at, row in enumerate(books["customerBill"])}
        now = books["now"]
        asked = [(place.get(row["paymentItem"][0]["item"]["id"], -1), row["status"]) for row in books["payment"]]
        return Account(
            active=product["status"] == "active",
            roaming=traits["roaming"],
            contract_ended=traits["contractEndDate"] < now[:10],
            plan=product["productOffering"]["id"],
            left=bucket["remainingValue"]["amount"],
            refuels=tuple(row["amount"]["amount"] for row in books["topupBalance"]),
            bills=tuple(
                Bill(overdue=row["paymentDueDate"] < now, paid=row["remainingAmount"]["value"] <= 0)
                for row in books["customerBill"]
            ),
            asked=tuple(sorted(bill for bill, _ in asked)),
            open=tuple(sorted(bill for bill, status in asked if status == "pending")),
            others=repr([others, [row for row in books["bucket"] if row is not bucket]]) if others else "",
            hand_offs=sum(row["ticketType"] == "handoff" for row in books["troubleTicket"]),
        )

    def _books(self, method: str = "GET", body: Row | None = None) -> Row:
        """Tables by name, and the operator's time."""
        path = "/sandbox/customers" if method == "POST" else f"/sandbox/customers/{self.number}"
        answer = self.http.request(method, path, json=body or {})
        answer.raise_for_status()
        return dict(answer.json())


@contextlib.contextmanager
def subscriber(http: httpx.Client, number: str, body: Row) -> Iterator[Subscriber]:
    """A customer for as long as this takes. `http` speaks to the operator."""
    made = Subscriber(http, number, body)
    try:
        yield made
    finally:
        made.leave()
