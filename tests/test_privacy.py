"""What only the customer knows goes no further than it must: only the message of the row it came in holds it."""

from collections.abc import Callable

import pytest

from frontline.adapters import rows
from frontline.adapters.llm.mock import ScriptedModel
from frontline.channels.shown import secrets_of, shown
from frontline.model.action import Say
from frontline.model.errors import ModelUnavailable
from frontline.model.message import Said
from frontline.model.turn import Turn
from frontline.workflows import catalogue_of
from tests.support.world import ACME, Talk

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


SECRETS = secrets_of(catalogue_of(ACME))


def beyond_its_message(turn: Turn) -> str:
    """All of a row but the customer's words and what a question for a secret waits for; and the whole as it is shown."""
    facts = turn.ticket.facts.without(SECRETS)
    ticket = turn.ticket.but(facts=facts, question=None)
    kept = turn.but(message=turn.message.but(content=Said(text="")), action=Say(), ticket=ticket)
    return rows.to_body(kept) + rows.to_body(shown(turn, SECRETS))


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
    for words in ("what do you mean by that", "I want to talk to a human"):
        one.say(words)
    written = [beyond_its_message(turn) for turn in one.turns[first:]]
    prompts = [str(prompt) for prompt in model.calls]
    for secret in secrets:
        assert not [text for text in (*written, *prompts) if secret in text], secret
