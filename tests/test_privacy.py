"""What only the customer knows goes no further than it must: only the message of the row it came in holds it."""

import json
import re
from collections.abc import Callable

import pytest

from frontline.adapters.llm.mock import ScriptedModel
from frontline.channels.shown import shown
from frontline.journal import rows
from frontline.model.action import AskSlot, Say
from frontline.model.errors import ModelUnavailable
from frontline.model.message import Said
from frontline.model.turn import Turn
from frontline.trades import catalogue_of
from tests.support.secrets import without_digests
from tests.support.world import ACME, Talk, runs_of

BORN = "5 September 1978"
OPENINGS = (
    ("alone", ()),
    ("when a number is asked for", ("explain my bill",)),
    ("when a proof is asked for", ("explain my bill for 9800000003",)),
    ("while one agrees to an order", ("my recharge did not arrive on 9800000002", "Ravi Kumar, 30 January 1985")),
    ("behind a human", ("I want to talk to a human",)),
)
VOLUNTEERED = (
    ("Ravi Kumar, 30 January 1985, my recharge did not arrive", ("Ravi", "30 January", "1985")),
    ("hi, Ravi Kumar this side, dob 30/01/85, the 299 recharge is missing", ("Kumar", "30/01", "/85")),
    ("my internet is slow. Name Ravi Kumar born 1985-01-30", ("Kumar", "1985")),
    ("my code is 482913, why is my internet slow", ("482913",)),
    ("slow internet, the OTP I got was 48 29 13", ("48 29",)),
    ("my card 4111 1111 1111 1111 was charged twice, cvv 123", ("4111", "123")),
    ("the app is slow and my password is Hunter2!", ("Hunter2",)),
    ("मेरा नाम रवि कुमार है, जन्म तिथि ३० जनवरी १९८५, रिचार्ज नहीं आया", ("रवि", "जनवरी", "१९८५")),
    ("मेरा ओटीपी ४८२९१३ है, इंटरनेट धीमा है", ("४८२९१३",)),
    ("mera naam Ravi Kumar hai, janam tees janvari unnis sau pachasi, recharge nahi aaya", ("Ravi", "janvari", "pachasi")),
    ("mera code 482913 hai, net slow chal raha hai", ("482913",)),
)  # fmt: skip


SECRETS = catalogue_of(ACME).secrets
DIGEST = re.compile(r"\b(?=[0-9]*[a-f])[0-9a-f]{8,}\b")


def beyond_its_message(turn: Turn) -> str:
    """All of a row but the customer's words and what a question for a secret waits for; and the whole as it is shown.
    Digests are left out: three digits stand in one by chance."""
    facts = turn.ticket.facts.without(SECRETS)
    ticket = turn.ticket.but(facts=facts, question=None)
    kept = turn.but(message=turn.message.but(content=Said(text="")), action=Say(), ticket=ticket)
    return DIGEST.sub("", rows.to_body(kept) + rows.to_body(shown(turn, SECRETS)))


@pytest.mark.parametrize(("said", "secrets"), VOLUNTEERED, ids=[said for said, _ in VOLUNTEERED])
@pytest.mark.parametrize("opening", [words for _, words in OPENINGS], ids=[where for where, _ in OPENINGS])
def test_a_volunteered_secret_is_in_no_prompt_row_event_or_packet(
    opening: tuple[str, ...], said: str, secrets: tuple[str, ...], talk: Callable[..., Talk]
) -> None:
    model = ScriptedModel({}, otherwise=ModelUnavailable("listens only"))
    one = talk(model)
    for words in opening:
        one.say(words)
    first = len(one.turns)
    one.say(said)
    for words in ("what do you mean by that", f"{said}, I want to talk to a human"):
        one.say(words)
    written = [beyond_its_message(turn) for turn in one.turns[first:]]
    prompts = [str(prompt) for prompt in model.calls]
    for secret in secrets:
        assert not [text for text in (*written, *prompts) if secret in text], secret


def test_a_proof_volunteered_before_it_is_asked_for_is_no_try_and_is_asked_for(talk: Callable[..., Talk]) -> None:
    one = talk()
    for _ in range(4):
        one.say("Asha Rao, 5 September 1978, explain my bill for 9800000003")
        assert one.turn.action == AskSlot(slot="identity_proof")
        one.say("leave it")
    one.say("explain my bill for 9800000003")
    assert not any("identity_check" in runs_of(turn) for turn in one.turns)
    assert one.say(f"Meena Iyer, {BORN}").ticket.status == "resolved"


@pytest.mark.parametrize("proof", [f"Meena Iyer, {BORN}", "Nobody Atall, 1 January 1970", "code"])
def test_a_model_cannot_hand_in_a_proof(proof: str, talk: Callable[..., Talk]) -> None:
    entities = {"identity_proof": proof, "one_time_code": "013000", "phone_number": "9800000003"}
    answer = {"intent": "billing_issue", "confidence": 0.99, "entities": entities}
    model = ScriptedModel({}, otherwise=json.dumps(answer))
    one = talk(model)
    turn = one.say("something odd is going on there, 9800000003")
    assert turn.action == AskSlot(slot="identity_proof")
    assert not turn.runs and not turn.ticket.facts.get("identity_proof")
    assert not turn.heard.guessed.keys() & SECRETS
    for prompt in model.calls:
        assert not any(secret in f"{prompt.instructions}{prompt.answer_schema}{prompt.context}" for secret in SECRETS)


def test_who_is_identified_has_no_proof_in_the_ticket_any_more(talk: Callable[..., Talk]) -> None:
    one = talk()
    one.say("my recharge did not arrive on 9800000002")
    turn = one.say("Ravi Kumar, 30 January 1985")
    assert turn.action.kind == "confirm"
    kept = rows.to_body(turn.but(message=turn.message.but(content=Said(text=""))))
    assert "1985" not in kept and "Ravi" not in kept


def test_a_code_told_too_late_or_to_another_question_is_hidden(talk: Callable[..., Talk]) -> None:
    one = talk()
    for words in ("explain my bill for 9800000003", "send a code", "hindi please", "what about 482913"):
        one.say(words)
    turn = one.say("I want to talk to a human")
    assert one.guard.phones.code == "482913"
    assert "482913" not in rows.to_body(turn)
    assert turn.order and "482913" not in str(turn.order.inputs)


def test_a_date_of_birth_is_no_date_of_payment(talk: Callable[..., Talk]) -> None:
    one = talk()
    one.say("Ravi Kumar born 30 January 1985, my recharge of 299 did not arrive on 9800000002")
    assert not one.ticket.facts.get("paid_on")


def test_a_date_of_birth_is_in_no_transcript_no_event_and_no_packet(talk: Callable[..., Talk]) -> None:
    one = talk()
    one.say("explain my bill for 9800000003")
    one.say(f"Meena Iyer, {BORN}")
    turn = one.say("I want to talk to a human")
    assert turn.order and turn.order.workflow == "hand_off"
    assert BORN not in str(turn.order.inputs)
    assert "1978" not in str(turn.order.inputs)
    for turn in one.turns:
        assert "1978" not in str(turn.ticket.transcript)
        assert not any("1978" in event.model_dump_json() for event in turn.events)


def test_half_a_proof_is_kept_only_as_long_as_its_question_is_open(talk: Callable[..., Talk]) -> None:
    one = talk()
    one.say("explain my bill for 9800000003")
    one.say(BORN)
    assert "1978" in str(one.ticket.question)
    turn = one.say("I want to talk to a human")
    assert "1978" not in without_digests(turn.ticket.model_dump_json())
    assert turn.order and "1978" not in str(turn.order.inputs)
    for turn in one.turns:
        assert "1978" not in str(turn.ticket.transcript)
        assert "1978" not in turn.reply.text
        assert not any("1978" in event.model_dump_json() for event in turn.events)


def test_what_counts_the_questions_tells_no_date_of_birth(talk: Callable[..., Talk]) -> None:
    """A few thousand dates are soon tried."""
    counts = []
    for born in (BORN, "6 May 1981"):
        one = talk()
        one.say("explain my bill for 9800000003")
        one.say(born)
        one.say("thanks")
        one.say("Asha Rao")
        one.say("repeat")
        counts.append(one.ticket.asked)
    assert counts[0] == counts[1]
