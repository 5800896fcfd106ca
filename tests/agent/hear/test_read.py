"""What a customer's words hold without anyone's help, and what they must not be taken for."""

from collections.abc import Callable

import pytest

from frontline.model.action import AskSlot, Instruct
from frontline.model.base import Variables
from tests.support.graphs import ACME_US
from tests.support.talking import RECHARGED, WHO_THAT_IS
from tests.support.world import Talk

Start = Callable[..., Talk]


def test_a_birth_date_that_proves_who_they_are_is_not_the_day_of_a_payment(talk: Start) -> None:
    one = talk()
    one.say(RECHARGED)
    assert one.turn.action == AskSlot(slot="identity_proof")
    turn = one.say(WHO_THAT_IS)
    assert turn.ticket.facts.get("paid_on") is None
    assert turn.ticket.facts.get("amount") is None
    assert turn.action.kind == "confirm"


def test_half_a_proof_says_nothing_else_either(talk: Start) -> None:
    one = talk()
    one.say(RECHARGED)
    assert one.say("30 January 1985").action == AskSlot(slot="identity_proof", half="|1985-01-30")
    assert one.ticket.facts.get("paid_on") is None


def test_while_who_they_are_is_asked_the_number_can_still_be_corrected(talk: Start) -> None:
    one = talk()
    one.say(RECHARGED)
    turn = one.say("sorry, I meant 9800000020")
    phone = turn.ticket.facts.get("phone_number")
    assert phone is not None
    assert phone.value == "+919800000020"


def test_the_day_and_the_amount_of_a_payment_are_heard_in_the_opening_message(talk: Start) -> None:
    one = talk()
    one.say("I recharged 299 rupees on 15 November 2026 and it never arrived")
    facts = one.ticket.facts
    assert {slot: fact.value for slot in ("paid_on", "amount") if (fact := facts.get(slot))} == {
        "paid_on": "2026-11-15",
        "amount": "299.00",
    }


def test_what_an_instruction_asks_for_may_be_told_bit_by_bit(talk: Start) -> None:
    one = talk(organisation=ACME_US)
    for said in ("cannot send picture messages", "555-123-2001", "fails", "4 bars", "excellent", "4G", "off"):
        one.say(said)
    turn = one.say("SMS is allowed")
    assert isinstance(turn.action, Instruct)
    assert turn.action.device.name == "check_app_permissions"
    assert turn.reply.text.startswith("Got it.")
    turn = one.say("and storage is allowed too")
    assert isinstance(turn.action, Instruct)
    assert turn.action.device.name == "check_apn_settings"


@pytest.mark.parametrize(
    "told",
    [
        *(
            "App 'messaging' has permission for: phone.",
            "App 'messaging' has permission for: none",
            "none",
            "nothing",
            "no permissions",
        ),
        *(
            "koi nahi",
            "कोई नहीं",
            "koi permission nahi hai",
            "sirf phone ki permission hai",
            "the list is empty",
            "only camera",
        ),
        *({"permissions": []}, {"permissions": None}, {"permissions": ["phone"]}, {"permissions": {"granted": []}}),
    ],
    ids=str,
)
def test_a_list_without_them_asks_to_grant_both_permissions(talk: Start, told: str | Variables) -> None:
    one = talk(organisation=ACME_US)
    for said in ("cannot send picture messages", "555-123-2001", "fails", "4 bars", "excellent", "4G", "off"):
        one.say(said)
    turn = one.say(told) if isinstance(told, str) else one.report("check_app_permissions", told)
    assert isinstance(turn.action, Instruct)
    assert (turn.action.device.name, turn.action.device.arguments["permission"]) == ("grant_app_permission", "storage")


def test_what_was_read_before_an_instruction_is_no_answer_to_it(talk: Start) -> None:
    one = talk(organisation=ACME_US)
    for said in (
        "cannot send picture messages",
        "555-123-2001",
        "fails, and storage is allowed",
        "4 bars",
        "excellent",
        "4G",
    ):
        one.say(said)
    one.say("off")
    turn = one.say("SMS is allowed")
    assert isinstance(turn.action, Instruct)
    assert turn.action.device.name == "check_app_permissions"


@pytest.mark.parametrize(
    "said", ["I do not see a plane but a plain triangle", "the airplane plan icon is not like in the picture"]
)
def test_what_a_phone_shows_is_no_wish_for_something_else(talk: Start, said: str) -> None:
    one = talk(organisation=ACME_US)
    for earlier in ("no service", "555-123-2001"):
        one.say(earlier)
    turn = one.say(said)
    assert [matter.root for matter in turn.ticket.matters] == ["no_service"]
    assert isinstance(turn.action, Instruct)


def test_a_wish_is_heard_while_a_phone_is_read_off(talk: Start) -> None:
    one = talk(organisation=ACME_US)
    for earlier in ("no service", "555-123-2001"):
        one.say(earlier)
    assert "Nothing is overdue" in one.say("I want to pay my bill").reply.text
