"""Every order x every request it makes of the operator x every way that can go wrong, once or for good: the customer is told
the truth, nothing happens twice or by half, and nothing is lost."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from frontline.adapters.llm.classifier import Classifier
from frontline.model.turn import Turn
from frontline.workflows import CATALOGUE
from local.operator.resources import State
from tests.support.cells import TIMES, Cell, Order, Played, Times, begin, books, cells, played
from tests.support.failing import FAULTS, NO, Office
from tests.support.promises import keep_all


def settled(*bills: str) -> Callable[[State], None]:
    def settle(state: State) -> None:
        for name in bills:
            bill = state.table("customerBill")[name]
            bill.update(state="settled", remainingAmount={**bill["remainingAmount"], "value": 0})

    return settle


ORDERS = {
    "recharge_resolution": Order(
        "recharge_resolution", "my recharge did not arrive on 9800000002", proof="Ravi Kumar, 30 January 1985"
    ),
    "data_refuel": Order("data_refuel", "Add 1 GB of data to my line 9800000007", "customer-7"),
    "roaming_activation": Order(
        "roaming_activation", "I want to activate international roaming on 9800000006", "customer-6"
    ),
    "do_not_disturb": Order("do_not_disturb", "activate DND on my number 9800000006", "customer-6"),
    "sim_replacement": Order("sim_replacement", "I lost my SIM card, number 9800000006", "customer-6"),
    "bill_payment": Order("bill_payment", "pay my overdue bill for 9800000004", "customer-4"),
    "line_resumption": Order("line_resumption", "why is my line 9800000004 suspended", "customer-4"),
    "line_resumption, nothing owed": Order(
        "line_resumption", "why is my line 9800000004 suspended", "customer-4", before=settled("bill-4-1")
    ),
    "plan_change": Order("plan_change", "I want to change my plan on 9800000006", "customer-6"),
    "charge_dispute": Order("charge_dispute", "unexpected charge on my number 9800000016", "customer-16"),
    "charge_dispute, to be approved": Order(
        "charge_dispute", "unexpected charge on my number 9800000015", "customer-15", approved=True
    ),
    "hand_off": Order("hand_off", "I want to talk to a human", "customer-6"),
}
