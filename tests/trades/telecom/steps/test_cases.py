"""What became of a complaint, and what a customer can try on a device."""

from datetime import UTC, datetime
from typing import Any

import pytest

from frontline.speech.readers import speech
from frontline.trades.telecom.nouns import Ticket, TicketState
from frontline.trades.telecom.steps.cases import CaseFound, WhoseCase, find_case
from frontline.trades.telecom.steps.devices import WhichDevice, advise_on_device
from tests.trades.telecom.steps.people import line, operator

MONDAY = datetime(2026, 11, 16, tzinfo=UTC)


def case(id_: str, state: TicketState = "open", **more: Any) -> Ticket:
    return Ticket(id=id_, state=state, about="Calls drop", **{"kind": "complaint", "opened": MONDAY, **more})


def found(*cases: Ticket) -> CaseFound:
    books = operator(lines=[line()])
    books.tickets_by_id = {one.id: ("c", one) for one in cases}
    return find_case(WhoseCase(phone_number="9800000001"), books)


def test_the_newest_open_case_goes_before_a_newer_closed_one() -> None:
    older = case("t-1", opened=datetime(2026, 11, 1, tzinfo=UTC), expected=MONDAY, last_note="Soon.")
    told = found(case("t-2", "closed"), older, case("t-0", opened=datetime(2026, 10, 1, tzinfo=UTC)))
    assert (told.result, told.case, told.opened, told.expected) == ("open", "t-1", "2026-11-01", "2026-11-16")
    assert (told.about, told.note, told.customer_id) == ("Calls drop", "Soon.", "c")


@pytest.mark.parametrize("state", ["closed", "resolved"])
def test_without_an_open_one_it_is_the_newest(state: TicketState) -> None:
    told = found(case("t-1", state, last_note="Mended."), case("t-0", state, opened=None))
    assert (told.result, told.case, told.note) == ("closed", "t-1", "Mended.")


def test_what_the_operator_leaves_out_is_left_open() -> None:
    told = found(case("t-1", opened=None))
    assert (told.result, told.opened, told.note) == ("open_undated", "–", "–")


@pytest.mark.parametrize("kind", ["handoff", "dispute"])
def test_our_own_packet_is_not_read_out(kind: str) -> None:
    assert found(case("t-1", kind=kind, last_note="customer: my secret")).result == "with_a_colleague"


def test_no_case_and_no_line_are_results() -> None:
    assert found().result == "none"
    assert find_case(WhoseCase(phone_number="9899999999"), operator(lines=[line()])).result == "no_such_line"


def test_there_is_advice_for_every_device_the_slot_knows() -> None:
    known = {name for name in speech().names["device"].answering.values() if name}
    advice = {name: advise_on_device(WhichDevice.model_validate({"device": name}), operator()).result for name in known}
    assert set(advice.values()) == {"phone", "router", "dongle", "computer", "tv"}
