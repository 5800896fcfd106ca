"""The scripted customer: hears a reply, does on the phone what it asks for, answers what it asks, and is content only when
the phone does what they called for. Written from the runbook and the HTTP contract alone."""

import re
from dataclasses import dataclass, field
from random import Random
from typing import Literal

from tests.support import caller_words as say
from tests.support import phone_text, phone_words
from tests.support.caller_answers import Answers, Question
from tests.support.faults import Combination
from tests.support.handset import ACTIONS, Handset
from tests.support.phone import sends_pictures, service, speed

Body = dict[str, object]
Voice = Literal["words", "tool", "lines", "json", "report", "native", "text"]
"""How what the phone says gets into a message: in own words, copied from the screen, as lines, as JSON; as a report's
data, with or without nulls and lists, or its text."""


@dataclass(frozen=True)
class Persona:
    """`confused`: asks what each new kind of thing is before doing it, and leaves the subject once."""

    name: str
    voice: Voice
    chatty: bool = False
    confused: bool = False


PERSONAS: dict[str, Persona] = {
    persona.name: persona
    for persona in (
        Persona("terse", "words"),
        Persona("chatty", "words", chatty=True),
        Persona("confused", "words", confused=True),
        Persona("confused_app", "report", confused=True),
        Persona("app", "report"),
        Persona("app_native", "native"),
        Persona("app_text", "text"),
        Persona("screen", "tool"),
        Persona("lines", "lines"),
        Persona("json", "json"),
    )
}


@dataclass(frozen=True)
class Instruction:
    name: str
    arguments: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Reply:
    """What comes back from Frontline, as its HTTP contract has it."""

    text: str
    status: str
    options: tuple[str, ...] = ()
    action: Instruction | None = None


class Caller:
    """One customer with one problem. `notes` are things a reply should not have made necessary."""

    def __init__(self, case: Combination, persona: Persona, handset: Handset, number: str, rng: Random) -> None:
        self.case, self.persona, self.handset, self.rng = case, persona, handset, rng
        self.notes: list[str] = []
        self.answers = Answers(case, number, handset, rng, self.content, self.notes)
        self.known: set[str] = set()
        self.digresses_at = rng.randint(2, 6) if persona.confused else 0
        self.heard = 0
        self.pleas = 0
        self.back_to: Instruction | None = None

    def content(self) -> bool:
        """By the customer's own check, whatever anybody says."""
        line = self.handset.look()
        match self.case.complaint:
            case "no_service":
                return service(self.handset.phone, line)
            case "data" | "slow":
                return speed(self.handset.phone, line) == "excellent"
            case "mms":
                return sends_pictures(self.handset.phone, line)

    def opening(self) -> Body:
        problem = self.rng.choice(say.OPENINGS[self.case.complaint])
        if self.case.abroad and self.case.complaint != "no_service" and self.rng.random() < 0.3:
            problem = f"{problem} {self.rng.choice(say.WHERE)}"
        if self.persona.chatty and self.rng.random() < 0.15:
            return {"message": self.rng.choice(say.GREETINGS)}
        if self.rng.random() < 0.4:
            problem = self.rng.choice(say.WITH_NUMBER).format(problem=problem, number=self.answers.spelt())
        return {"message": (self.rng.choice(say.PREFACES) if self.persona.chatty else "") + problem}

    def answer(self, reply: Reply) -> Body | None:
        """None is a customer who has nothing more to say."""
        self.heard += 1
        match reply.status:
            case "escalated" | "cancelled" | "expired":
                return None
            case "resolved":
                return None if self.content() else self._plea(self.rng.choice(say.STILL[self.case.complaint]))
            case "retry":
                return self._plea("please try again")
        if reply.action:
            return self._told(reply.action, reply.text)
        if self.back_to:
            self.notes.append(f"{self.back_to.name} is not asked for again: {reply.text!r}")
            self.back_to = None
        return {"message": self.answers.to(Question(reply.text, reply.options))}

    def meanwhile(self, reply: Reply) -> None:
        """While Frontline waits for something, a customer who was told of a payment request answers it."""
        request = self.handset.carrier.request()
        if request and self.case.refuses != "paying" and re.search(r"payment|pay\b", reply.text, re.IGNORECASE):
            self.handset.carrier.pay(request)

    def _plea(self, words: str) -> Body | None:
        """Nobody says the same for ever."""
        self.pleas += 1
        self.notes.append(f"had to say {words!r}")
        return {"message": words} if self.pleas <= 3 else None

    def _told(self, action: Instruction, text: str) -> Body:
        if (puzzle := self._puzzle(action)) is not None:
            self.back_to = action
            return {"message": puzzle}
        if self.back_to and self.back_to != action:
            self.notes.append(f"{action.name} is asked for instead of {self.back_to.name}")
        self.back_to = None
        if action.name in ("make_payment", "check_payment_request") and self.case.refuses == "paying":
            return {"message": self.rng.choice(say.NO_PAYMENT[:2])}
        return self._does(action, text)

    def _puzzle(self, action: Instruction) -> str | None:
        """Somebody confused asks once about each kind of thing, and once about something else."""
        if not self.persona.confused:
            return None
        if action.name not in self.known:
            self.known.add(action.name)
            things = say.THINGS.get(action.name, ("that",))
            return self.rng.choice(say.PUZZLED).format(thing=self.rng.choice(things))
        if self.digresses_at and self.heard >= self.digresses_at:
            self.digresses_at = 0
            return self.rng.choice(say.DIGRESSIONS)
        return None

    def _does(self, action: Instruction, text: str) -> Body:
        if action.name not in ACTIONS:
            self.notes.append(f"nobody knows the action {action.name}")
        result = self.handset.do(action.name, action.arguments)
        if not result.done:
            self.notes.append(f"{action.name} {action.arguments} is not possible: {result.why}")
        match self.persona.voice:
            case "words":
                self.answers.said = phone_words.words(result, text, self.rng, chatty=self.persona.chatty)
                return {
                    "message": phone_words.around(self.answers.said, self.rng)
                    if self.persona.chatty
                    else self.answers.said
                }
            case "tool":
                return {"message": phone_text.tool(result)}
            case "lines":
                return {"message": phone_text.lines(result)}
            case "json":
                return {"message": phone_text.json_text(result)}
            case "text":
                told = self.rng.choice((phone_text.tool, phone_text.lines, phone_text.json_text))(result)
                return {"report": {"action": action.name, "result": told}}
            case "report":
                variant: phone_text.Variant = self.rng.choice(("plain", "words"))
                return {"report": {"action": action.name, "result": phone_text.data(result, variant)}}
            case "native":
                return {"report": {"action": action.name, "result": phone_text.data(result, "native")}}
