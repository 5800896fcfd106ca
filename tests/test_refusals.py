"""No means no: thousands of refusals, doubts, ironies and signs at real confirmations begin no order, and a plain yes does."""

from collections.abc import Callable

import pytest

from frontline.adapters.llm.classifier import Classifier
from local.operator import SandboxOperator
from tests.support.refusals import LANGUAGES, confirmations, counted, phrases
from tests.support.talking import to_confirmation
from tests.support.world import Talk

STRIDE = 293
"""Every so many of the refusals and signs; `python -m tests.support.refusals` hears them all."""
ASKED = ("data_refuel", "charge_dispute", "recharge_resolution")


def test_nothing_but_a_plain_yes_is_one(
    talk: Callable[..., Talk], sandbox: SandboxOperator, classifier: Classifier
) -> None:
    asked = confirmations(talk, sandbox)
    table = counted({workflow: asked[workflow] for workflow in ASKED}, classifier, STRIDE)
    assert {key: count.wrong for key, count in table.items() if count.wrong} == {}
    assert {language for language, _ in table} == set(LANGUAGES)
    assert sum(count.heard.total() for count in table.values()) > 3_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_refusal_orders_anything_in_a_whole_turn(language: str, talk: Callable[..., Talk]) -> None:
    refused = [
        phrase.text for phrase in phrases() if phrase.language == language and phrase.kind in ("refused", "sign")
    ]
    for text in refused[:: len(refused) // 5]:
        one = talk()
        to_confirmation(one)
        turn = one.say(text)
        assert turn.order is None or turn.order.workflow == "hand_off", text


def test_a_refusal_is_not_answered_with_another_offer(talk: Callable[..., Talk]) -> None:
    """What a model guesses of a few words that refuse or sigh is no wish: nobody is asked about roaming for it."""
    for text in ("nahi chalega", "नहीं चलेगा", "never", "whatever", "I'd rather not", "kar dun kya", "not cool", "stoop"):
        one = talk()
        offer = to_confirmation(one).action
        turn = one.say(text)
        assert turn.ticket.question in (None, offer), (text, turn.reply.text)
        assert turn.order is None, text


def test_a_clear_wish_at_a_confirmation_is_heard(talk: Callable[..., Talk]) -> None:
    for text, root in {
        "what is my balance": "data_balance",
        "activate dnd": "do_not_disturb",
        "my internet is slow": "network_troubleshooting",
        "plan badalna hai": "plan_change",
    }.items():
        one = talk()
        to_confirmation(one)
        assert root in {*(m.root for m in one.say(text).ticket.matters), *(run.workflow for run in one.turn.runs)}, text
