"""The three rules of system A: what they conclude, that it can be taken back, and that nothing said is ever overwritten."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontline.agent.infer import infer as infer_by
from frontline.model.base import Value
from frontline.model.fact import Fact, Facts
from frontline.trades.telecom.rules import RULES

SAID = {"access": "fibre", "device": "phone", "region": "mumbai", "period": "evening"}


def infer(facts: Facts, intent: str | None, turn: int) -> Facts:
    return infer_by(facts, intent, turn, RULES)


def known(**values: Value) -> Facts:
    return Facts(known=tuple(Fact(slot=slot, value=value, source="said", turn=1) for slot, value in values.items()))


def value_of(facts: Facts, slot: str) -> Value | None:
    fact = facts.get(slot)
    return fact.value if fact else None


@pytest.mark.parametrize(
    ("said", "connection"),
    [
        ({"access": "fibre"}, "fixed_line"),
        ({"access": "broadband"}, "fixed_line"),
        ({"access": "sim"}, "mobile"),
        ({"access": "mobile_data"}, "mobile"),
        ({"device": "phone"}, "mobile"),
        ({"device": "router"}, None),
        ({}, None),
    ],
)
def test_fibre_is_a_fixed_line_and_a_sim_is_mobile(said: dict[str, str], connection: str | None) -> None:
    assert value_of(infer(known(**said), "network_issue", 1), "connection") == connection


def test_how_they_reach_the_network_tells_more_than_the_device_in_their_hand() -> None:
    assert value_of(infer(known(access="fibre", device="phone"), "slow_internet", 1), "connection") == "fixed_line"


@pytest.mark.parametrize("intent", ["no_signal", "call_drop"])
def test_signal_and_calls_are_mobile_matters(intent: str) -> None:
    assert value_of(infer(Facts(), intent, 1), "connection") == "mobile"


@pytest.mark.parametrize(
    ("region", "period", "intent", "hypothesis"),
    [
        ("mumbai", "evening", "slow_internet", "congestion"),
        ("delhi", "night", "slow_internet", "congestion"),
        ("rajasthan", "evening", "slow_internet", None),
        ("mumbai", "morning", "slow_internet", None),
        ("mumbai", "evening", "no_signal", None),
        ("mumbai", "evening", None, None),
    ],
)
def test_slow_in_a_metro_in_the_evening_is_perhaps_congestion(
    region: str, period: str, intent: str | None, hypothesis: str | None
) -> None:
    assert value_of(infer(known(region=region, period=period), intent, 1), "hypothesis") == hypothesis


def test_a_conclusion_says_what_it_stands_on_and_is_less_than_sure() -> None:
    for slot in ("connection", "hypothesis"):
        fact = infer(known(**SAID), "slow_internet", 4).get(slot)
        assert fact is not None
        assert (fact.source, fact.turn, fact.stable) == ("inferred", 4, False)
        assert fact.confidence < 1
        assert fact.derived_from
        assert fact.rule in {rule.name for rule in RULES}


@pytest.mark.parametrize(
    ("ground", "conclusion"), [("access", "connection"), ("region", "hypothesis"), ("period", "hypothesis")]
)
def test_when_the_ground_is_taken_back_the_conclusion_goes(ground: str, conclusion: str) -> None:
    concluded = infer(known(**{name: value for name, value in SAID.items() if name != "device"}), "slow_internet", 1)
    assert concluded.get(conclusion)
    assert infer(concluded.without([ground]), "slow_internet", 2).get(conclusion) is None


def test_when_the_ground_changes_the_conclusion_does() -> None:
    before = infer(known(access="fibre"), "slow_internet", 1)
    corrected = before.learn(Fact(slot="access", value="sim", source="said", turn=2), correction=True)
    assert value_of(infer(corrected, "slow_internet", 2), "connection") == "mobile"


def test_when_the_matter_changes_what_only_followed_from_it_goes() -> None:
    assert infer(infer(Facts(), "no_signal", 1), "billing_issue", 2) == Facts()


def test_a_conclusion_that_still_holds_keeps_the_turn_it_was_drawn_in() -> None:
    first = infer(known(access="fibre"), "slow_internet", 1)
    assert infer(first, "slow_internet", 9) == first


facts = st.lists(
    st.builds(
        Fact,
        slot=st.sampled_from([*SAID, "connection", "hypothesis"]),
        value=st.sampled_from([*SAID.values(), "mobile", "sim", "night", "delhi"]),
        source=st.sampled_from(["said", "history"]),
        turn=st.integers(1, 5),
    ),
    unique_by=lambda fact: fact.slot,
).map(lambda listed: Facts(known=tuple(listed)))
intents = st.sampled_from(["slow_internet", "no_signal", "billing_issue", None])


@given(facts, intents)
def test_nothing_said_or_remembered_is_overwritten(given_: Facts, intent: str | None) -> None:
    concluded = infer(given_, intent, 6)
    assert concluded.certain() == given_


@given(facts, intents, intents)
def test_it_comes_to_the_same_however_often_and_after_whatever_it_is_asked(
    given_: Facts, intent: str | None, earlier: str | None
) -> None:
    concluded = infer(given_, intent, 6)
    assert infer(concluded, intent, 7) == concluded
    through = infer(infer(given_, earlier, 6), intent, 6)
    assert {(fact.slot, fact.value) for fact in through.known} == {(fact.slot, fact.value) for fact in concluded.known}
