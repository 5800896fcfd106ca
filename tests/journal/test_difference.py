"""Two builds over the same conversations: taken again by the same build nothing is otherwise; a change is found, and classed by
the worst it does."""

from collections.abc import Callable
from typing import Any

import pytest

from frontline.adapters.llm.classifier import Classifier
from frontline.adapters.llm.mock import ScriptedModel
from frontline.agent import bounds
from frontline.agent.hear import ladder, offer, understand
from frontline.journal import record
from frontline.journal.difference import Difference, Kind, difference, from_line, outline, to_line
from frontline.journal.rehear import taken_again
from frontline.model.decision import Decision
from frontline.model.errors import ModelUnavailable
from frontline.model.heard import Heard
from frontline.model.text import Text
from frontline.texts import WORDINGS
from frontline.trades.telecom import TRADE
from tests.support.corpus import Kept, recorded
from tests.support.talking import to_confirmation
from tests.support.world import Talk

Start = Callable[..., Talk]
Patch = pytest.MonkeyPatch


def compared(talk: Talk, classifier: Classifier) -> Difference:
    """What was, against what this build makes of what came in from outside."""
    conversation = record.from_line(record.to_line(recorded(talk, "one")))
    again = taken_again(conversation, TRADE, classifier, classifier, Kept(conversation))
    return difference("one", [outline(turn) for turn in talk.journal()], [outline(turn) for turn in again])


def credited(talk: Start) -> Talk:
    """A recharge is credited, and the customer hears of it."""
    one = talk()
    to_confirmation(one)
    one.say("yes")
    one.order_ends()
    one.say("thanks")
    return one


def advised(talk: Start) -> Talk:
    one = talk()
    for text in ("my internet is slow", "Jaipur", "mobile"):
        one.say(text)
    return one


def asked_models(talk: Start) -> Talk:
    lines: dict[str, Decision | str | ModelUnavailable] = {
        "bijli": Decision(intent="slow_internet", confidence=0.9),
        "zzz": "not JSON",
        "down": ModelUnavailable("x"),
    }
    one = talk(ScriptedModel(lines))
    for text in ("bijli", "zzz", "down", "Jaipur", "mobile"):
        one.say(text)
    return one


def lost(talk: Start) -> Talk:
    one = talk()
    for _ in range(3):
        one.say("blorb fnord")
    return one


@pytest.mark.parametrize("dialogue", [credited, advised, asked_models, lost])
def test_the_same_build_makes_the_same_of_it(
    dialogue: Callable[[Start], Talk], talk: Start, classifier: Classifier
) -> None:
    assert compared(dialogue(talk), classifier).kind == "same"


def _text(patch: Patch) -> None:
    patch.setitem(WORDINGS, "order_started", (Text(en="x", hi="x", hinglish="x"),))


def _order(patch: Patch) -> None:
    patch.setattr(offer, "consent", lambda *_: None)


def _decision(patch: Patch) -> None:
    patch.setattr(ladder, "validated", lambda *_: Decision(intent="unknown", confidence=0.9))


def _unheard(patch: Patch) -> None:
    patch.setattr(understand, "read", lambda listener: Heard(locale=listener.ticket.locale))


def _bounded(patch: Patch) -> None:
    patch.setattr(bounds, "LOST_FOR_WORDS", 1)


CHANGES: list[tuple[Callable[[Start], Talk], Callable[[Patch], None], Kind]] = [
    (credited, _text, "text"),
    (credited, _order, "order"),
    (advised, _unheard, "decision"),
    (asked_models, _decision, "decision"),
    (lost, _bounded, "order"),
]


@pytest.mark.parametrize(("dialogue", "change", "kind"), CHANGES)
def test_a_change_is_classed_by_the_worst_that_is_otherwise(
    dialogue: Callable[[Start], Talk],
    change: Callable[[Patch], None],
    kind: Kind,
    talk: Start,
    classifier: Classifier,
    monkeypatch: Patch,
) -> None:
    one = dialogue(talk)
    with monkeypatch.context() as today:
        change(today)
        found = compared(one, classifier)
    assert found.kind == kind, found


def test_a_sum_that_is_otherwise_is_money(talk: Start) -> None:
    one = credited(talk)
    before = [outline(turn) for turn in one.journal()]
    dearer: list[Any] = [each.but(sums=tuple(f"{value}9" for value in each.sums)) for each in before]
    assert difference("one", before, dearer).kind == "money"


def test_outlines_are_lines_of_a_file(talk: Start) -> None:
    outlines = tuple(outline(turn) for turn in credited(talk).journal())
    assert from_line(to_line("one", outlines)) == ("one", outlines)
