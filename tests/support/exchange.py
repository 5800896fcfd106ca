"""What a customer and Frontline say to each other over HTTP, step by step of a dialogue, and what others do meanwhile."""

import contextlib
from functools import partial

from frontline.model.turn import Order, Turn
from tests.support.backstage import happen, pay_all
from tests.support.client import Json, eventually
from tests.support.desks import Desk
from tests.support.dialogues import Spec

HELD = 2.5
"""Seconds an order is kept under way for a customer who goes on meanwhile."""


class Exchange:
    """`answers` holds one a step, as far as it came."""

    def __init__(self, spec: Spec, desk: Desk) -> None:
        vouched = {"id": spec.get("vouched"), "phone_number": spec.get("number")}
        self.customer: Json = {"customer": vouched} if any(vouched.values()) else {}
        self.steps: list[Spec] = spec["turns"]
        self.desk = desk
        self.answers: list[Json] = []
        self.tickets: dict[str, None] = {}
        self.told = 0
        self.order: Order | None = None
        self.begun: Spec = {}

    def through(self) -> None:
        """What a step orders has ended before the next one, unless the dialogue wants it under way."""
        for at, step in enumerate(self.steps):
            ends = ["order_ends" in later for later in self.steps[at + 1 :]]
            goes_on = bool(step.get("orders")) and any(ends) and not ends[0]
            self.answers.append(self.ended() if "order_ends" in step else self.said(step, goes_on=goes_on))
            if not goes_on and not any(ends[:1]):
                self.settled(self.answers[-1])

    def said(self, step: Spec, *, goes_on: bool) -> Json:
        """An order that does not wait by itself is held up by a slow operator while the customer goes on."""
        sandbox, held = self.desk.sandbox, goes_on and "waits" not in step
        happen(step, sandbox)
        if held:
            sandbox.switch("faults", kind="slow", method="POST", seconds=HELD)
        answer = self.say(step)
        if order := self.order_of(answer):
            self.order, self.begun = order, step
        if held:
            eventually(lambda: not sandbox.world.faults.waiting[-1].times)
        return answer

    def say(self, step: Spec) -> Json:
        text = step["say"].replace("{code}", self.desk.code())
        known = {"message_id": step["message_id"]} if "message_id" in step else {}
        with self.desk.stack.outage("states") if step.get("workflows_down") else contextlib.nullcontext():
            return self.noted(self.desk.client.say(text, **known, **self.customer))

    def settled(self, answer: Json) -> None:
        """Every order has come to its end, and what that led to. Who watches is never done, but has looked."""
        while (order := self.order_of(answer)) and not order.workflow.endswith("_watch"):
            answer = self.ended()
        if order:
            eventually(partial(self.desk.rests, order), pause=0.04)

    def ended(self) -> Json:
        """The next turn nobody wrote."""

        def look() -> Json | None:
            self.attend()
            news = self.desk.client.outbox(after=self.told)
            return news[0] if news else None

        return self.noted(eventually(look, seconds=40, pause=0.04))

    def attend(self) -> None:
        """The customer pays, somebody decides, or nobody does until the time is up."""
        if self.begun.get("pays"):
            pay_all(self.desk.sandbox)
        if self.order and self.desk.decided(self.order, self.begun.get("approves")):
            self.order = None

    def noted(self, answer: Json) -> Json:
        self.desk.client.ticket_id = answer["ticket_id"]
        self.tickets[answer["ticket_id"]] = None
        self.told = max(self.told, answer["turn"])
        return answer

    def order_of(self, answer: Json) -> Order | None:
        """What that turn began. Only an order leaves a ticket so."""
        if answer["status"] not in ("in_progress", "escalated"):
            return None
        return next(turn.order for turn in self.desk.client.journal() if turn.seq == answer["turn"])

    def journal(self) -> list[Turn]:
        """Of all tickets of the conversation."""
        turns: list[Turn] = []
        for ticket in self.tickets:
            self.desk.client.ticket_id = ticket
            turns += self.desk.client.journal()
        return sorted(turns, key=lambda turn: turn.seq)
