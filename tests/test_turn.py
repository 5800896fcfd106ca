"""One turn among others: races, redeliveries, and tickets nobody knows any more."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from frontline.adapters.llm.mock import ScriptedModel
from frontline.model.decision import Decision
from frontline.model.errors import Refused, Unavailable
from frontline.model.message import Customer, Reported, Said
from frontline.model.ticket import REMEMBERED_MESSAGES
from frontline.turn import take_turn
from tests.support.stores import Weather
from tests.support.talking import to_confirmation
from tests.support.world import Talk

Start = Callable[..., Talk]
SLOW = "my internet is slow"


def scripted(**intents: str) -> ScriptedModel:
    """Knows a few sentences; underscores in the names stand for blanks."""
    script = {text.replace("_", " "): Decision(intent=intent, confidence=0.9) for text, intent in intents.items()}
    return ScriptedModel(script)


def test_whoever_loses_a_race_decides_again_on_what_the_winner_left_without_a_second_model_call(talk: Start) -> None:
    store = Weather()
    model = scripted(my_net_is_slow="slow_internet", explain_my_bill="billing_issue")
    one = talk(model, store=store)
    other = Talk(one.operator, one.classifier, one.models, store=store, conversation=one.conversation)
    store.before_append = lambda: other.say("my net is slow", "winner")
    lost = one.say("explain my bill", "loser")
    assert (other.turn.seq, lost.seq) == (1, 2)
    assert [matter.flow for matter in lost.ticket.matters] == ["billing_explanation", "network_troubleshooting"]
    assert [call.text for call in model.calls] == ["explain my bill", "my net is slow"]


def test_what_one_message_was_taken_for_is_kept_when_the_race_changes_the_question(talk: Start) -> None:
    """The loser was read as an opening sentence; on the winner's row it answers the open question, and needs no model."""
    store = Weather()
    one = talk(store=store)
    other = Talk(one.operator, one.classifier, one.models, store=store, conversation=one.conversation)
    store.before_append = lambda: other.say(SLOW, "winner")
    lost = one.say("Jaipur", "loser")
    assert lost.seq == 2
    assert lost.ticket.facts.get("region") is not None


def test_two_messages_at_once_both_end_in_the_journal(talk: Start) -> None:
    one = talk()
    messages = [one.message(text, f"at-once-{number}") for number, text in enumerate([SLOW, "explain my bill"] * 2)]
    with ThreadPoolExecutor(4) as pool:
        one.turns.extend(pool.map(lambda message: take_turn(message, one.world), messages))
    assert sorted(turn.seq for turn in one.turns) == [1, 2, 3, 4]
    assert {turn.message.id for turn in one.journal()} == {message.id for message in messages}


def test_a_redelivery_that_overtakes_its_own_first_delivery_is_answered_once(talk: Start) -> None:
    store = Weather()
    one = talk(store=store)
    twin = Talk(one.operator, one.classifier, one.models, store=store, conversation=one.conversation)
    store.before_append = lambda: twin.say(SLOW, "same")
    assert one.say(SLOW, "same") == twin.turn
    assert len(one.journal()) == 1


def test_a_conversation_that_is_always_overtaken_asks_for_patience_and_keeps_nothing_of_the_loser(talk: Start) -> None:
    store = Weather()
    one = talk(store=store)
    other = Talk(one.operator, one.classifier, one.models, store=store, conversation=one.conversation)

    def overtake() -> None:
        other.say("hello", f"hello-{len(other.turns)}")
        store.before_append = overtake

    store.before_append = overtake
    with pytest.raises(Unavailable, match="same id"):
        one.say(SLOW, "loser")
    assert "loser" not in {turn.message.id for turn in other.journal()}


def test_a_redelivered_first_message_gets_its_reply_again(talk: Start) -> None:
    one = talk()
    assert one.say(SLOW, "first") == one.say(SLOW, "first")
    assert len(one.journal()) == 1


def test_a_redelivery_of_an_old_message_returns_the_turn_it_got_then(talk: Start) -> None:
    one = talk()
    first = one.say(SLOW, "first")
    one.say("Jaipur", "second")
    one.say("mobile", "third")
    one.say("explain my bill", "fourth, on the next ticket")
    assert one.say(SLOW, "first") == first
    assert len(one.journal()) == 4


@pytest.mark.parametrize("age", ["the newest", "an older one"])
@pytest.mark.parametrize("other", ["words", "customer", "no customer", "ticket", "report"])
def test_a_message_id_belongs_to_its_message_and_is_refused_with_any_other(talk: Start, age: str, other: str) -> None:
    one = talk(customer=Customer(phone_number="9800000003"))
    one.say(SLOW, "first")
    one.ticket_id = one.ticket.id
    one.say("Jaipur", "second")
    if age == "an older one":
        one.say("mobile", "third")
    same = one.turns[1].message
    changed = {
        "words": same.but(content=Said(text="Delhi")),
        "customer": same.but(customer=Customer(phone_number="9800000002")),
        "no customer": same.but(customer=None),
        "ticket": same.but(ticket=f"{one.conversation}.2"),
        "report": same.but(content=Reported(action="Jaipur", result="Jaipur")),
    }
    length = len(one.journal())
    with pytest.raises(Refused) as refused:
        take_turn(changed[other], one.world)
    assert refused.value.code == "message_id_reused"
    assert take_turn(same.but(at=one.at + 1), one.world) == one.turns[1]
    assert len(one.journal()) == length


def test_the_id_that_began_a_conversation_leads_nobody_else_into_it_however_long_it_is(talk: Start) -> None:
    """Such a conversation is named after its first message's id, and more was said in it than is remembered."""
    one = talk()
    first = take_turn(one.message(SLOW, "first").but(opens=True), one.world)
    one.turns.append(first)
    for number in range(REMEMBERED_MESSAGES + 1):
        one.say(f"my plan {number}", f"later-{number}")
    assert one.turn.answered(first.message.fingerprint) is None
    opening = one.message(SLOW, "first").but(opens=True)
    assert take_turn(opening, one.world) == first
    for other in (opening.but(content=Said(text="hello")), opening.but(customer=Customer(id="somebody-else"))):
        with pytest.raises(Refused):
            take_turn(other, one.world)
    one.store.erase(one.organisation.id, one.conversation)
    with pytest.raises(Refused):
        take_turn(opening, one.world)
    one.turns.clear()


@pytest.mark.parametrize("unknown", ["9" * 32 + ".1", "9" * 32 + ".7"])
def test_an_unknown_ticket_becomes_a_new_conversation_and_a_redelivery_finds_the_same_one(
    talk: Start, unknown: str
) -> None:
    one = talk(conversation="9" * 32, ticket_id=unknown)
    first = one.say(SLOW, "first")
    assert first.message.conversation != "9" * 32
    assert (first.ticket.ordinal, first.lines[0].key) == (1, "lost")
    assert one.say(SLOW, "first") == first
    onward = talk(conversation=first.message.conversation, ticket_id=first.ticket.id, store=one.store)
    assert onward.say("Jaipur").seq == 2
    assert list(one.store.journal(one.organisation.id, "9" * 32)) == []


def test_two_customers_with_the_same_unknown_ticket_never_meet(talk: Start) -> None:
    one = talk(conversation="9" * 32, ticket_id="9" * 32 + ".1")
    first, second = one.say(SLOW), one.say("repeat")
    assert second.message.conversation != first.message.conversation
    assert second.seq == 1


def test_a_redelivered_yes_does_not_order_twice(talk: Start) -> None:
    one = talk()
    to_confirmation(one)
    first = one.say("yes", "yes")
    assert one.say("yes", "yes") == first
    assert one.machines.started == [first.order.name if first.order else None]


def test_two_different_yeses_at_once_are_one_order(talk: Start) -> None:
    store = Weather()
    one = talk(store=store)
    to_confirmation(one)
    other = Talk(one.operator, one.classifier, one.models, store=store, conversation=one.conversation, at=one.at)
    store.before_append = lambda: other.say("yes", "the quick one")
    slow = one.say("yes", "the slow one")
    assert other.turn.order is not None
    assert slow.order is None
    assert [turn.order for turn in one.journal() if turn.order] == [other.turn.order]


def test_an_outcome_told_twice_is_one_turn(talk: Start) -> None:
    one = talk()
    to_confirmation(one)
    one.say("yes")
    assert one.order_ends() == one.order_ends()
