"""A promise is worth what its check can see: for each, a bug planted in the code, a dialogue that meets it, and a check that
fails with the promise's own number. docs/promises.md names the same bugs."""

import itertools
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from frontline import turn as one_turn
from frontline.adapters.llm.classifier import Classifier
from frontline.adapters.llm.mock import ScriptedModel
from frontline.adapters.operator import TmfOperator
from frontline.adapters.publisher import Publisher
from frontline.agent import answer, decide, proceed, wishes
from frontline.agent.hear import ladder
from frontline.agent.tell import happenings, plan
from frontline.model.decision import Decision
from frontline.model.fact import Facts
from frontline.model.mask import mask
from frontline.model.message import Customer
from frontline.model.opened import opened
from frontline.model.text import Line
from frontline.model.turn import Turn
from local.operator import SandboxOperator
from tests.support.promises import PROMISES, keep_all
from tests.support.witnesses import WITNESSED, keep_with_witnesses
from tests.support.world import Talk

Patch = pytest.MonkeyPatch
Plant = Callable[[Patch], None]

SLOW = ("my internet is slow", "Jaipur", "mobile")
CREDIT = ("my recharge did not arrive on 9800000002", "Ravi Kumar, 30 January 1985", "yes")
MORE = ("Add 1 GB of data to my line 9800000007", "yes")
CITIES = ("my internet is slow", "Jaipur", "Pune")


class Bug(NamedTuple):
    """What is wrong in `plant`ed code, in words for the docs; `says` meets it, before `model`s that answer so."""

    words: str
    plant: Plant
    says: tuple[str, ...]
    model: dict[str, Decision | str] = {}
    ticket: str | None = None
    number: str | None = None
    customer: str | None = None


def after(module: Any, name: str, change: Callable[[Any], Any]) -> Plant:
    """What the function returns, changed."""
    right = getattr(module, name)
    return lambda patch: patch.setattr(module, name, lambda *given, **named: change(right(*given, **named)))


def instead(module: Any, name: str, wrong: Callable[..., Any]) -> Plant:
    return lambda patch: patch.setattr(module, name, wrong)


def _counting() -> Callable[[Turn], Turn]:
    calls = itertools.count()
    return lambda turn: turn.but(reply=turn.reply.but(text=f"{turn.reply.text} {next(calls)}"))


def _asking_differently() -> Callable[[Any], Any]:
    calls = itertools.count()
    return lambda outcome: outcome.but(values={**outcome.values, "seen": next(calls)})


def _two_orders(turn: Turn, world: Any) -> None:
    for name in (turn.order.name, f"{turn.order.name}0") if turn.order else ():
        order = turn.order.but(name=name) if turn.order else None
        world.workflows.start(turn.message.organisation, turn.message.conversation, order)


def _learned_what_was_unplaced(right: Callable[..., Any]) -> Callable[..., Any]:
    def learn(ticket: Any, heard: Any, desk: Any) -> Any:
        if heard.unplaced is not None:
            heard = heard.but(said={**heard.said, ticket.question.slot: heard.unplaced})
        return right(ticket, heard, desk)

    return learn


def _by_model(right: Callable[..., Any]) -> Callable[..., Any]:
    def begin(ticket: Any, heard: Any, desk: Any) -> Any:
        trusted = heard.proposal is None or heard.proposal.model == "scripted"
        return right(ticket, heard, desk) if trusted else None

    return begin


def _guess_is_said(right: Callable[..., Any]) -> Callable[..., Any]:
    def learn(ticket: Any, heard: Any, desk: Any) -> Any:
        return right(ticket, heard.but(said={**heard.said, **heard.guessed}), desk)

    return learn


def _looking(right: Callable[..., Any]) -> Callable[..., Any]:
    def look(ticket: Any, heard: Any, desk: Any, *, news: bool) -> Any:
        if desk.words and "blorb" in opened(desk.words):
            return proceed.ask_again(ticket, desk, Line(key="calm"))
        return right(ticket, heard, desk, news=news)

    return look


def _always(right: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *given, **named: right(*given, **{**named, "yes": True})


def _overwriting(facts: Facts, fact: Any, *, correction: bool = False) -> Facts:
    del correction
    return Facts(known=(*(one for one in facts.known if one.slot != fact.slot), fact))


SURE = Decision(intent="slow_internet", confidence=0.9)
BUGS: dict[int, Bug] = {
    1: Bug(
        "an order or inquiry is run with its first input left out",
        after(proceed, "_to_run", lambda course: course.but(action=course.action.but(inputs={"intent": "x"}))),
        SLOW,
    ),
    2: Bug(
        "a matter is filed under another intent than its flow serves",
        after(wishes, "matter_for", lambda matter: matter.but(intent="data_balance")),
        SLOW,
    ),
    3: Bug(
        "a model's answer is used without looking at it",
        instead(ladder, "validated", lambda _answer, _catalogue: SURE),
        ("blorb",),
        {"blorb": "slow internet, I would say"},
    ),
    4: Bug(
        "a fact said later replaces a stable one, corrected or not",
        instead(Facts, "learn", _overwriting),
        CITIES,
    ),
    5: Bug(
        "what was derived from a guess stays when the guess goes",
        instead(Facts, "without_derived", lambda facts, _slot: facts),
        ("net is being weird this evening",),
        {"net is being weird this evening": SURE.but(entities={"region": "mumbai"})},
    ),
    6: Bug(
        "what a model guesses counts as said",
        lambda patch: patch.setattr(decide, "learn", _guess_is_said(decide.learn)),
        ("net is being weird", "mobile"),
        {"net is being weird": SURE.but(entities={"region": "mumbai"})},
    ),
    7: Bug(
        "nobody is told that their old ticket was not found",
        after(one_turn, "open_ticket", lambda opened: (*opened[:2], ())),
        SLOW,
        ticket="9" * 32 + ".1",
    ),
    8: Bug(
        "a wish counts only if one model found it",
        lambda patch: patch.setattr(decide, "begin", _by_model(wishes.begin)),
        ("net is being weird",),
        {"net is being weird": SURE},
    ),
    9: Bug(
        "a question is asked and not waited for",
        after(one_turn, "plan", lambda turn: turn.but(ticket=turn.ticket.but(question=None))),
        SLOW,
    ),
    10: Bug(
        "an inquiry answers something else each time",
        after(one_turn, "looked_up", _asking_differently()),
        ("explain my bill for 9800000003", "explain my bill for 9800000003"),
        number="9800000003",
    ),
    11: Bug(
        "what is history takes the place of what was said",
        instead(Facts, "learn", _overwriting),
        ("explain my bill for 9800000004", "code"),
        number="9800000003",
    ),
    12: Bug(
        "what could not be placed is learned all the same",
        lambda patch: patch.setattr(decide, "learn", _learned_what_was_unplaced(decide.learn)),
        ("my internet is slow", "Atlantis"),
    ),
    13: Bug(
        "a message that comes again gets the newest reply",
        instead(one_turn, "repeated", lambda message, loaded, _world: _newest(message, loaded)),
        SLOW,
    ),
    14: Bug(
        "an order is started under two names", instead(one_turn, "carry_out", _two_orders), MORE, customer="customer-7"
    ),
    15: Bug(
        "the bus gets the first events of a row only",
        lambda patch: patch.setattr(Publisher, "publish", _some(Publisher.publish)),
        SLOW,
    ),
    16: Bug(
        "a reply has nothing in it",
        after(plan, "speak", lambda reply: reply.but(text=" ")),
        SLOW,
    ),
    17: Bug("a reply tells how many replies there were", after(one_turn, "plan", _counting()), SLOW),
    18: Bug(
        "an event is filed under another organisation",
        after(one_turn, "plan", lambda turn: turn.but(events=tuple(e.but(organisation="globex") for e in turn.events))),
        SLOW,
    ),
    19: Bug(
        "a slot's value is not masked in its event",
        instead(happenings, "mask_value", lambda value, **_: str(value)),
        CREDIT,
    ),
    20: Bug(
        "a rule looks into the customer's words",
        lambda patch: patch.setattr(decide, "answer", _looking(answer.answer)),
        ("my internet is slow", "blorb"),
    ),
    21: Bug(
        "what is left open is not counted",
        instead(one_turn, "bounded", lambda course, *_: course),
        ("my internet is slow", *["repeat that"] * 5),
    ),
    27: Bug(
        "what no declaration shows is only cut in its event",
        instead(happenings, "mask_value", lambda value, **_: mask(str(value))),
        CREDIT,
    ),
    28: Bug(
        "any answer to a confirmation is a yes",
        lambda patch: patch.setattr(answer, "_consented", _always(answer._consented)),
        (*CREDIT[:2], "no"),
    ),
}


def _newest(message: Any, loaded: Any) -> Turn | None:
    newest: Turn | None = loaded.turn
    return newest if newest and newest.answered(message.fingerprint) else None


def _some(right: Callable[..., None]) -> Callable[..., None]:
    def publish(publisher: Publisher, body: str) -> None:
        turn = Turn.model_validate_json(body)
        right(publisher, turn.but(events=turn.events[:2]).model_dump_json(exclude_none=True))

    return publish


@pytest.mark.parametrize("number", BUGS)
def test_a_planted_bug_breaks_the_promise_that_forbids_it(
    number: int, operator: TmfOperator, sandbox: SandboxOperator, classifier: Classifier, monkeypatch: Patch
) -> None:
    bug = BUGS[number]
    with monkeypatch.context() as planted:
        bug.plant(planted)
        customer = Customer(phone_number=bug.number, id=bug.customer) if bug.number or bug.customer else None
        models = (ScriptedModel(bug.model), classifier) if bug.model else (classifier,)
        talk = Talk(operator, classifier, models, ticket_id=bug.ticket, customer=customer)
        for text in bug.says:
            talk.say(text)
        with pytest.raises(AssertionError, match=f"^promise {number} is broken"):
            keep_only(number, talk, sandbox)


def keep_only(number: int, talk: Talk, sandbox: SandboxOperator) -> None:
    if number in WITNESSED:
        keep_with_witnesses([talk], sandbox.world.state.tables)
    else:
        keep_all(talk.journal(), talk.organisation, talk.flows, only={number})


def test_every_promise_was_seen_to_fail_and_the_docs_say_with_what() -> None:
    text = (Path(__file__).parents[1] / "docs" / "promises.md").read_text()
    documented = {int(row[1]): row[3].strip() for row in re.finditer(r"^\| (\d+) \|(.*)\|(.*)\|$", text, re.MULTILINE)}
    for number, bug in BUGS.items():
        assert documented[number] == bug.words
    assert documented.keys() >= PROMISES.keys()
    assert all(documented.values())
