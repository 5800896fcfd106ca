"""What is left of a line's allowances, what more data costs, and that it is added once and counted."""

from datetime import UTC, datetime
from typing import Any

import pytest

from frontline.adapters.operator import MemoryOperator
from frontline.model.errors import OperatorUnavailable
from frontline.trades.telecom.nouns import Bucket, Usage
from frontline.trades.telecom.steps.data.balance import WhoseBalance, read_balance
from frontline.trades.telecom.steps.data.refuel import (
    HowMuch,
    WhatToAdd,
    WhatWasThere,
    WhoseData,
    add_data,
    count_data,
    price_refuel,
    verify_data,
)
from tests.trades.telecom.steps.people import TODAY, line, operator, rupees

NUMBER = "9800000001"
NEXT_WEEK = datetime(2026, 11, 23, tzinfo=UTC)
TODAY_STILL = datetime(2026, 11, 16, tzinfo=UTC)
YESTERDAY = datetime(2026, 11, 15, 23, tzinfo=UTC)


def bucket(
    remaining: str, usage: Usage = "data", until: datetime | None = NEXT_WEEK, name: str | None = None
) -> Bucket:
    units = {"data": "GB", "money": "INR"}.get(usage, "minutes")
    return Bucket(
        id=f"{usage}-{remaining}-{until}",
        line_id="line-1",
        usage=usage,
        remaining=remaining,
        units=units,
        valid_until=until,
        name=name,
    )


def books(*buckets: Bucket, **more: Any) -> MemoryOperator:
    known: dict[str, Any] = {"topup_price": rupees("20"), **more}
    return operator(lines=[line("active", **known)], buckets=buckets)


@pytest.mark.parametrize(
    ("buckets", "result", "until"),
    [
        ((bucket("3"), bucket("1", until=TODAY_STILL)), "left", "2026-11-16"),
        ((bucket("3"), bucket("0", until=TODAY_STILL)), "left", "2026-11-23"),
        ((bucket("3", until=None),), "left_undated", ""),
        ((bucket("0"),), "used_up", ""),
        ((bucket("3", until=YESTERDAY), bucket("0")), "used_up", ""),
        ((bucket("3", until=YESTERDAY),), "no_allowance", ""),
        ((bucket("50", "money"),), "left_undated", ""),
        ((), "no_allowance", ""),
    ],
)
def test_what_is_left_is_what_has_something_in_it_and_still_runs(
    buckets: tuple[Bucket, ...], result: str, until: str
) -> None:
    told = read_balance(WhoseBalance(phone_number=NUMBER, today=TODAY), books(*buckets))
    assert (told.result, told.until) == (result, until)


def test_more_is_offered_only_where_it_can_be_bought() -> None:
    asked = WhoseBalance(phone_number=NUMBER, today=TODAY)
    assert read_balance(asked, books(bucket("0"), topup_price=None)).result == "empty"
    suspended = operator(lines=[line("suspended", topup_price=rupees("20"))], buckets=[bucket("0")])
    assert read_balance(asked, suspended).result == "empty"


def test_everything_that_is_left_is_told_data_first() -> None:
    known = books(bucket("50", "money"), bucket("100", "voice", name="Talk"), bucket("1.5", name="Night pack"))
    told = read_balance(WhoseBalance(phone_number=NUMBER, today=TODAY), known)
    assert told.allowances == "Night pack 1.5 GB, Talk 100 minutes, Balance ₹50"


@pytest.mark.parametrize(
    ("gigabytes", "known", "result", "price"),
    [
        ("2", {}, "priced", "₹40"),
        ("0.5", {}, "priced", "₹10"),
        ("2.001", {}, "too_much", ""),
        ("1", {"topup_price": None}, "not_available", ""),
    ],
)
def test_the_price_is_the_lines_own_and_two_gigabytes_are_the_most(
    gigabytes: str, known: dict[str, Any], result: str, price: str
) -> None:
    told = price_refuel(HowMuch(phone_number=NUMBER, gigabytes=gigabytes), books(bucket("0"), **known))
    assert (told.result, told.price) == (result, price)


def test_without_an_allowance_or_out_of_service_nothing_is_offered() -> None:
    wanted = HowMuch(phone_number=NUMBER, gigabytes="1")
    assert price_refuel(wanted, books()).result == "not_available"
    suspended = operator(lines=[line("suspended", topup_price=rupees("20"))], buckets=[bucket("0")])
    assert price_refuel(wanted, suspended).result == "not_available"
    assert price_refuel(HowMuch(phone_number="9899999999", gigabytes="1"), books()).result == "no_such_line"


def test_data_is_added_once_for_its_key_also_when_the_answer_was_lost() -> None:
    known = books(bucket("0.4"))
    before = count_data(WhoseData(line_id="line-1"), known).gigabytes_left
    known.fail(OperatorUnavailable("lost"), after=True)
    with pytest.raises(OperatorUnavailable):
        add_data(WhatToAdd(line_id="line-1", gigabytes="2"), known, "k")
    assert not verify_data(WhatWasThere(line_id="line-1", before="2.4"), known).arrived
    assert add_data(WhatToAdd(line_id="line-1", gigabytes="2"), known, "k").result == "added"
    there = verify_data(WhatWasThere(line_id="line-1", before=before), known)
    assert (there.arrived, there.gigabytes_left) == (True, "2.4")


def test_nowhere_to_put_it_is_a_refusal_with_its_reason() -> None:
    told = add_data(WhatToAdd(line_id="line-1", gigabytes="2"), books(), "k")
    assert told.result == "refused"
    assert "no data" in told.reason
