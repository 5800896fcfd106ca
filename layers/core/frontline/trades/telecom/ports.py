"""What telecom's steps ask of the outside world."""

from collections.abc import Sequence
from typing import Protocol

from frontline.trades.telecom.nouns import (
    Bill,
    Bucket,
    Change,
    Charge,
    Customer,
    HandOff,
    Line,
    Payment,
    Plan,
    Problem,
    Recharge,
    TopUp,
    Usage,
)
from frontline.trades.telecom.nouns import Order as OperatorOrder
from frontline.trades.telecom.nouns import Ticket as OperatorTicket


class Operator(Protocol):
    """The back office of one organisation.

    Every method raises only OperatorUnavailable (nothing is known: ask again), OperatorRefused (a business no, with its
    `code`), Invalid (our request is wrong), NotFound, or OperatorMisbehaved (its answer cannot be used). What takes a
    `key` changes something: asked twice with one key, it happens once and the answer is about the same thing.
    """

    def find_line(self, number: str) -> Line:
        """The line of a phone number, however it is written; open before closed. `NotFound` if there is none."""
        ...

    def line(self, line_id: str) -> Line:
        """The line as it is now."""
        ...

    def lines_of(self, customer_id: str) -> tuple[Line, ...]:
        """All lines of a customer, by id. None is an empty tuple, also for an unknown customer."""
        ...

    def customer(self, customer_id: str) -> Customer:
        """Who a customer is. What the operator does not tell is None."""
        ...

    def bills(self, customer_id: str) -> tuple[Bill, ...]:
        """All bills of a customer, newest first."""
        ...

    def charges(self, bill_id: str) -> tuple[Charge, ...]:
        """The positions of a bill, by date and then id; empty if the operator gives none."""
        ...

    def buckets(self, line_id: str, usage: Usage) -> tuple[Bucket, ...]:
        """What the line has left of one usage, by id. Data is in GB whatever unit the operator counts in."""
        ...

    def problems(self, region: str) -> tuple[Problem, ...]:
        """What is wrong in the region now: open problems only, outages before congestion, then by id."""
        ...

    def problem(self, problem_id: str) -> Problem:
        """One problem, also when it is over."""
        ...

    def recharges(self, line_id: str) -> tuple[Recharge, ...]:
        """What was paid for the line, newest first, each with whether the line got it. In doubt it counts as credited:
        a mistake costs the customer a word with a human, never the operator a second credit."""
        ...

    def credit_recharge(self, line_id: str, payment_id: str, key: str) -> TopUp:
        """Gives the line what that payment paid. The payment itself is the key: whoever asks, however often, it is
        credited once. `OperatorRefused` (not_paid, no_bucket) when there is nothing to credit, or nowhere."""
        ...

    def add_data(self, line_id: str, gigabytes: str, key: str) -> TopUp:
        """Adds that much data to the line's allowance, at the line's price per GB."""
        ...

    def request_payment(self, bill: Bill, key: str) -> Payment:
        """Asks the customer to pay what remains of the bill. `pending` until they do. `OperatorRefused`
        (payment_pending) while another request to this customer is open."""
        ...

    def payment(self, payment_id: str) -> Payment:
        """The payment as it is now."""
        ...

    def payments_for(self, item_id: str) -> Sequence[Payment]:
        """What was requested or received for one bill or line."""
        ...

    def plans(self, line_id: str) -> tuple[Plan, ...]:
        """The plans this line can change to, by price and then id, its own among them."""
        ...

    def order_change(self, line_id: str, change: Change, key: str) -> OperatorOrder:
        """Orders a change. `done` means it is in effect; `refused` carries the operator's reason."""
        ...

    def order(self, order_id: str) -> OperatorOrder:
        """The order as it is now."""
        ...

    def file_ticket(self, hand_off: HandOff, key: str) -> OperatorTicket:
        """Files the packet for a human, whole: every note is in the ticket, in order."""
        ...

    def ticket(self, ticket_id: str) -> OperatorTicket:
        """The ticket as it is now."""
        ...

    def tickets_of(self, customer_id: str) -> tuple[OperatorTicket, ...]:
        """All tickets of a customer at the operator, newest first."""
        ...
