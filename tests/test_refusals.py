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
