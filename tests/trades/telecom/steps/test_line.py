"""A line's plan, roaming, do-not-disturb and SIM: what is known is told, what is not is not guessed, and a change is
believed when the line shows it."""

from datetime import date
from typing import Any

import pytest

from frontline.adapters.operator import MemoryOperator
from frontline.model.errors import OperatorRefused
from frontline.trades.telecom.nouns import LineStatus, OrderState
from frontline.trades.telecom.steps.line.changes import (
    WhatToChange,
    order_roaming,
    order_sim,
    verify_do_not_disturb,
    verify_roaming,
)
from frontline.trades.telecom.steps.line.sim import WhichSim, look_at_sim
from frontline.trades.telecom.steps.line.switches import WhichSwitch, look_at_do_not_disturb, look_at_roaming
from frontline.trades.telecom.steps.line.validity import WhoseValidity, read_validity
from frontline.trades.telecom.steps.orders import WhichOrder
from tests.trades.telecom.steps.people import TODAY, an_order, line, operator

NUMBER = "9800000001"
ORDER = WhichOrder(line_id="line-1", order_id="order-9")


def books(status: LineStatus = "active", **more: Any) -> MemoryOperator:
    return operator(lines=[line(status, **more)])


@pytest.mark.parametrize(
    ("known", "result", "until", "days"),
    [
        ({"plan_until": date(2026, 11, 28)}, "valid", "2026-11-28", "12"),
        ({"plan_until": TODAY}, "valid", "2026-11-16", "0"),
        ({"plan_until": date(2026, 11, 15)}, "expired", "2026-11-15", "0"),
        ({"plan_until": date(2026, 11, 15), "contract_end": date(2027, 1, 1)}, "expired", "2026-11-15", "0"),
        ({"contract_end": TODAY}, "contract", "2026-11-16", ""),
        ({"contract_end": date(2026, 11, 15)}, "contract_ended", "2026-11-15", ""),
        ({}, "unknown", "", ""),
    ],
)
def test_the_last_day_still_counts_and_an_unknown_one_stays_unknown(
    known: dict[str, Any], result: str, until: str, days: str
) -> None:
    told = read_validity(WhoseValidity(phone_number=NUMBER, today=TODAY), books(**known))
    assert (told.result, told.until, told.days) == (result, until, days)


@pytest.mark.parametrize(
    ("status", "result"), [("suspended", "not_active"), ("pending", "not_active"), ("closed", "closed")]
)
def test_a_line_out_of_service_is_said_to_be_so(status: LineStatus, result: str) -> None:
    known = books(status, plan_until=date(2027, 1, 1))
    assert read_validity(WhoseValidity(phone_number=NUMBER, today=TODAY), known).result == result


def test_a_number_nobody_has_is_a_result_everywhere() -> None:
    nobody = "9899999999"
    known = books()
    assert read_validity(WhoseValidity(phone_number=nobody, today=TODAY), known).result == "no_such_line"
    assert look_at_roaming(WhichSwitch(phone_number=nobody), known).result == "no_such_line"
    assert look_at_do_not_disturb(WhichSwitch(phone_number=nobody), known).result == "no_such_line"
    assert look_at_sim(WhichSim(phone_number=nobody), known).result == "no_such_line"


@pytest.mark.parametrize(
    ("on", "switch_off", "result"),
    [
        (True, "", "already_on"),
        (False, "", "off"),
        (None, "", "not_told"),
        (True, "roaming", "wants_off"),
        (None, "roaming", "wants_off"),
        (False, "roaming", "already_off"),
        (True, "do_not_disturb", "already_on"),
    ],
)
def test_how_roaming_stands_and_what_is_wanted_decide(on: bool | None, switch_off: str, result: str) -> None:
    told = look_at_roaming(WhichSwitch(phone_number=NUMBER, switch_off=switch_off), books(roaming=on))
    assert (told.result, told.line_id, told.customer_id) == (result, "line-1", "c")


def test_do_not_disturb_is_another_switch_than_roaming() -> None:
    known = books(roaming=True, do_not_disturb=False)
    assert look_at_do_not_disturb(WhichSwitch(phone_number=NUMBER), known).result == "off"


@pytest.mark.parametrize(
    ("sim_status", "result"),
    [
        (None, "in_order"),
        ("active", "in_order"),
        ("unlocked", "in_order"),
        ("locked", "locked"),
        ("PIN_LOCKED", "locked"),
        ("puk blocked", "locked"),
        ("replacementOrdered", "on_its_way"),
        ("faulty", "other"),
        ("inactive", "other"),
    ],
)
def test_a_lock_is_never_overlooked_and_a_strange_word_never_taken_for_good(
    sim_status: str | None, result: str
) -> None:
    assert look_at_sim(WhichSim(phone_number=NUMBER), books(sim_status=sim_status)).result == result


def test_one_key_orders_once() -> None:
    known = books(roaming=False)
    for _ in range(2):
        assert order_roaming(WhatToChange(line_id="line-1"), known, "k").result == "ordered"
    assert known.effects == ["order:k"]
    assert known.line("line-1").roaming is True


def test_both_ways_of_refusing_are_one_result() -> None:
    rejected = order_sim(WhatToChange(line_id="line-1"), books("closed"), "k")
    assert (rejected.result, rejected.reason) == ("refused", "the line is closed")
    known = books()
    known.fail(OperatorRefused("not today", code="http_409"))
    turned_away = order_sim(WhatToChange(line_id="line-1"), known, "k")
    assert (turned_away.result, turned_away.reason) == ("refused", "not today")


@pytest.mark.parametrize(
    ("shown", "order", "state"),
    [
        (True, "pending", "done"),
        (False, "pending", "pending"),
        (False, "done", "pending"),
        (False, "failed", "refused"),
        (None, "done", "done"),
        (None, "pending", "pending"),
        (None, "cancelled", "refused"),
    ],
)
def test_the_line_is_believed_first_and_the_order_where_the_line_never_tells(
    shown: bool | None, order: OrderState, state: str
) -> None:
    known = books(roaming=shown, do_not_disturb=shown)
    known.orders_by_id["order-9"] = an_order(order)
    assert verify_roaming(ORDER, known).state == state
    assert verify_do_not_disturb(ORDER, known).state == state


@pytest.mark.parametrize(
    ("sim_status", "trouble", "result"),
    [
        ("active", "stolen", "stolen"),
        ("locked", "stolen", "stolen"),
        ("replacementOrdered", "stolen", "stolen"),
        ("active", "puk", "puk"),
        ("locked", "puk", "locked"),
        ("active", "", "in_order"),
    ],
)
def test_a_theft_and_a_puk_are_a_humans_business(sim_status: str, trouble: str, result: str) -> None:
    request = WhichSim(phone_number=NUMBER, sim_trouble=trouble)
    assert look_at_sim(request, books(sim_status=sim_status)).result == result
