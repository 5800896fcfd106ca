"""What a customer's words hold without anyone's help, and what they must not be taken for."""

from collections.abc import Callable

from frontline.model.action import AskSlot
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
    assert one.say("30 January 1985").action == AskSlot(slot="identity_proof")
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
