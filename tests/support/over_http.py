"""Plays a dialogue through the embedded stack's endpoint. Every dialogue has an organisation and an operator of its own, so
that nothing one leaves behind reaches another, and several can be played at once."""

import contextlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime

from frontline.adapters.operator import TmfOperator
from frontline.channels.http import response_of
from frontline.model.turn import Order, Turn
from local.operator import SandboxOperator
from local.stack import Stack
from tests.support.backstage import happen, pay_all, set_the_scene
from tests.support.client import Client, Json, eventually
from tests.support.desks import Desk
from tests.support.dialogues import Dialogue, Spec, expect
from tests.support.promises import keep_all
from tests.support.world import START

HELD = 2.5
"""Seconds an order is kept under way for a customer who goes on meanwhile."""
DATE = re.compile(r"\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}\b")
DAY = "%d %b %Y"


def needs_this_process(spec: Spec) -> str | None:
    """Why a dialogue cannot be played from outside, by its keys alone."""
    keys = {key for part in (spec, *spec["turns"]) for key in part}
    if "model" in keys:
        return "a scripted model"
    if "wait" in keys:
        return "a clock that is moved"
    if any(isinstance(step.get("order_ends"), dict) for step in spec["turns"]):
        return "an outcome that is made up"
    return None


def needs_the_stack_alone(spec: Spec) -> bool:
    """Whether it touches what all organisations share: Step Functions, and where codes are sent."""
    return any("workflows_down" in step or step.get("asks") == "one_time_code" for step in spec["turns"])


def play(dialogue: Dialogue, desk: Desk) -> None:
    """Fails with the place of the first step that did not go as it should, and checks the promises over the journal."""
    set_the_scene(dialogue.spec, desk.sandbox, TmfOperator(desk.sandbox.url))
    talk = Exchange(dialogue.spec, desk)
    stuck: Exception | None = None
    try:
        talk.through()
    except Exception as error:  # noqa: BLE001  a step before it may be why, and is named first
        stuck = error
    journal = talk.journal()
    for at, answer in enumerate(talk.answers):
        step = talk.steps[at]
        with at_place(dialogue.place(at)):
            turn = journal[answer["turn"] - 1]
            assert answer == response_of(turn).model_dump(mode="json", exclude_none=True)
            expect(turn, in_our_days(step), f"{step.get('say', 'the order ends')!r} -> {turn.reply.text!r} {turn.action}")
    if stuck:
        with at_place(dialogue.place(len(talk.answers))):
            raise stuck
    with at_place(dialogue.place(0)):
        keep_all(journal, desk.organisation)


@contextlib.contextmanager
def at_place(place: str) -> Iterator[None]:
    """Says where it went wrong."""
    try:
        yield
    except Exception as error:
        raise AssertionError(f"{place}: {error or type(error).__name__}") from error


def in_our_days(step: Spec) -> Spec:
    """Dialogues are written for the day of START; the stack lives today."""
    ahead = datetime.now(UTC).date() - datetime.fromtimestamp(START / 1000, UTC).date()

    def moved(found: re.Match[str]) -> str:
        day = datetime.strptime(found[0], DAY).replace(tzinfo=UTC) + ahead
        return f"{day.day} {day:%b %Y}"

    def told(wanted: str | list[str]) -> str | list[str]:
        return DATE.sub(moved, wanted) if isinstance(wanted, str) else [DATE.sub(moved, one) for one in wanted]

    return {**step, **{key: told(step[key]) for key in ("says", "says_not") if key in step}}


class Exchange:
    """What is said between the customer and Frontline: `answers`, one a step."""

    def __init__(self, spec: Spec, desk: Desk) -> None:
        vouched = {"id": spec.get("vouched"), "phone_number": spec.get("number")}
        self.customer: Json = {"customer": vouched} if any(vouched.values()) else {}
        self.steps: list[Spec] = spec["turns"]
        self.desk = desk
        self.answers: list[Json] = []
        self.tickets: dict[str, None] = {}
        self.told = 0
        self.order: Order | None = None

    def through(self) -> None:
        for at, step in enumerate(self.steps):
            self.answers.append(self.ended(self.steps[at - 1]) if "order_ends" in step else self.said(step, at))

    def said(self, step: Spec, at: int) -> Json:
        """What this orders has ended before the customer goes on, unless the dialogue wants it under way."""
        later = self.steps[at + 1 :]
        goes_on = bool(step.get("orders")) and any("order_ends" in one for one in later[1:]) and "order_ends" not in later[0]
        happen(step, self.desk.sandbox)
        if goes_on:
            self.desk.sandbox.switch("faults", kind="slow", method="POST", seconds=HELD)
        answer = self.say(step)
        self.order = order = self.order_of(answer)
        if goes_on:
            eventually(lambda: not self.desk.sandbox.world.faults.waiting[-1].times)
        elif order and not order.workflow.endswith("_watch") and not (later and "order_ends" in later[0]):
            self.ended(step)
        return answer

    def say(self, step: Spec) -> Json:
        text = step["say"].replace("{code}", self.desk.code())
        known = {"message_id": step["message_id"]} if "message_id" in step else {}
        with self.desk.stack.outage("states") if step.get("workflows_down") else contextlib.nullcontext():
            return self.noted(self.desk.client.say(text, **known, **self.customer))

    def ended(self, step: Spec) -> Json:
        """The next turn nobody wrote, and meanwhile what others do about the order that `step` began."""

        def look() -> Json | None:
            self.attend(step)
            news = self.desk.client.outbox(after=self.told)
            return news[0] if news else None

        return self.noted(eventually(look, seconds=40, pause=0.04))

    def noted(self, answer: Json) -> Json:
        self.tickets[answer["ticket_id"]] = None
        self.told = max(self.told, answer["turn"])
        return answer

    def order_of(self, answer: Json) -> Order | None:
        """What that turn began. Only an order leaves a ticket so."""
        if answer["status"] not in ("in_progress", "escalated"):
            return None
        return next(turn.order for turn in self.desk.client.journal() if turn.seq == answer["turn"])

    def attend(self, step: Spec) -> None:
        """The customer pays, somebody decides, or nobody does until the time is up."""
        if step.get("pays"):
            pay_all(self.desk.sandbox)
        if self.order and self.desk.decided(self.order, step.get("approves")):
            self.order = None

    def journal(self) -> list[Turn]:
        turns: list[Turn] = []
        for ticket in self.tickets:
            self.desk.client.ticket_id = ticket
            turns += self.desk.client.journal()
        return sorted(turns, key=lambda turn: turn.seq)
