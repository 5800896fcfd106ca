"""The border: whatever a model writes becomes a Decision in this organisation's words, or nothing at all."""

import json
from collections.abc import Callable
from typing import Any, get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from frontline.adapters.llm.mock import ScriptedModel
from frontline.agent.hear.prompt import MODEL_MOVES, UNKNOWN, vocabulary_of
from frontline.agent.hear.validate import Rejected, validated
from frontline.model.decision import MOST_WISHES, Decision
from frontline.model.heard import OUT_OF_SCOPE, Move
from frontline.trades import catalogue_of
from tests.support.world import ACME, Talk

CATALOGUE = catalogue_of(ACME)
OFFERED = vocabulary_of(CATALOGUE)
PHONE = "9812345678"
GOOD: dict[str, Any] = {"intent": "slow_internet", "confidence": 0.9}

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
intents = st.sampled_from([*CATALOGUE.intents, UNKNOWN, OUT_OF_SCOPE, *get_args(Move)]) | anything
nearly = st.fixed_dictionaries(
    {},
    optional={
        "intent": intents,
        "confidence": st.floats(0, 1) | anything,
        "entities": st.dictionaries(st.sampled_from([*CATALOGUE.knowledge, "other"]), anything, max_size=3) | anything,
        "workflow": st.sampled_from(list(CATALOGUE.workflows)) | anything,
        "next_action": st.sampled_from(["execute_workflow", "clarification"]) | anything,
        "clarification_question": anything,
        "wishes": st.lists(intents, max_size=5) | anything,
        "between": st.lists(intents, max_size=5) | anything,
        "corrects": st.lists(st.sampled_from([*CATALOGUE.knowledge, "other"]), max_size=5) | anything,
        "drops": anything,
        "other": anything,
    },
)


def is_safe(answer: str) -> bool:
    """Whether it is a Decision; anything but a Decision or Rejected fails the test."""
    try:
        decision = validated(answer, OFFERED)
    except Rejected:
        return False
    assert decision.intent in {*CATALOGUE.intents, UNKNOWN, OUT_OF_SCOPE, *MODEL_MOVES}
    assert decision.workflow in {None, *CATALOGUE.workflows}
    assert set(decision.entities) | set(decision.corrects) <= set(OFFERED.entities)
    assert set(decision.wishes) | set(decision.between) <= set(CATALOGUE.intents)
    assert max(map(len, (decision.wishes, decision.between, decision.corrects))) <= MOST_WISHES
    assert 0 <= decision.confidence <= 1
    assert Decision.model_validate_json(decision.model_dump_json()) == decision, "a row can hold it"
    return True


@given(st.text())
@example("[" * 100_000)
@example('{"a":' * 50_000)
@example("9" * 5_000)
@example("NaN")
@example('{"intent": "\\ud800", "confidence": 1}')
@example('{"\\ud800": 1, "intent": "slow_internet", "confidence": 1}')
@example('{"intent": "slow_internet", "confidence": 1, "clarification_question": "\\ud800"}')
def test_any_text_is_a_decision_or_rejected_and_nothing_else(text: str) -> None:
    is_safe(text)


@given(nearly)
def test_anything_that_looks_like_a_decision_is_one_or_rejected_whole(raw: dict[str, Any]) -> None:
    is_safe(json.dumps(raw))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"intent": "free_money"}, "intent: not in this organisation's catalogue"),
        ({"intent": "abuse"}, "intent: not in this organisation's catalogue"),
        ({"intent": None}, "intent"),
        ({"confidence": 1.5}, "confidence"),
        ({"confidence": None}, "confidence"),
        ({"next_action": "rm -rf"}, "next_action"),
        ({"entities": ["region"]}, "entities"),
        ({"entities": {"region": {"name": "Jaipur"}}}, "entities.region"),
        ({"reasoning": "because"}, "not declared"),
        ({"clarification_question": "x" * 10_000}, "too long"),
    ],
)
def test_the_reason_names_the_check_that_failed(change: dict[str, Any], reason: str) -> None:
    with pytest.raises(Rejected, match=reason):
        validated(json.dumps(GOOD | change), OFFERED)


def test_what_may_be_left_out_gets_its_default() -> None:
    assert validated(json.dumps(GOOD), OFFERED) == Decision(intent="slow_internet", confidence=0.9)
    assert validated(json.dumps(GOOD | {"entities": None}), OFFERED).entities == {}


def test_an_entity_nobody_declared_or_filled_is_left_out() -> None:
    raw = GOOD | {"entities": {"region": "Jaipur", "mood": "angry", "device": None}}
    assert validated(json.dumps(raw), OFFERED).entities == {"region": "Jaipur"}


@pytest.mark.parametrize("change", [{PHONE: 1}, {"intent": PHONE}, {"next_action": PHONE}, {"confidence": PHONE}])
def test_a_reason_never_repeats_what_a_customer_may_have_said(change: dict[str, Any]) -> None:
    with pytest.raises(Rejected) as rejected:
        validated(json.dumps(GOOD | change), OFFERED)
    assert PHONE not in str(rejected.value)


@pytest.mark.parametrize(
    "answer",
    [
        "x" * 500_000,
        json.dumps(GOOD | {"clarification_question": "x" * 500_000}),
        '{"intent": "' + "\ud800" + '"}',
        "\ud800",
        json.dumps({"x" * 100_000: 1}),
    ],
    ids=["endless", "valid but endless", "half a character", "only half a character", "an endless name"],
)
def test_no_answer_of_a_model_is_too_much_for_a_row(talk: Callable[..., Talk], answer: str) -> None:
    """DynamoDB takes 400 KB; a row that is larger could never be written."""
    one = talk(ScriptedModel(lambda _: answer))
    turn = one.say("bijli ka bill bahut zyada hai")
    assert turn.heard.proposal
    assert turn.heard.proposal.attempts[0].rejected
    assert len(turn.model_dump_json().encode()) < 50_000


def test_a_workflow_nobody_offers_and_further_names_nobody_offers_are_left_out() -> None:
    more = {
        "workflow": {"name": "refund_everything"},
        "wishes": ["plan_change", "free_money", "human", "plan_change"],
        "between": "slow_internet",
        "corrects": ["region", "identity_proof", "mood", 3],
        "drops": "yes",
    }
    decision = validated(json.dumps(GOOD | more), OFFERED)
    assert decision == Decision(**GOOD, wishes=("plan_change",), corrects=("region",))


def test_a_proof_that_a_model_hands_in_is_left_out() -> None:
    entities = {"identity_proof": "Meena Iyer, 5 September 1978", "one_time_code": "013000", "region": "Jaipur"}
    assert validated(json.dumps({**GOOD, "entities": entities}), OFFERED).entities == {"region": "Jaipur"}
