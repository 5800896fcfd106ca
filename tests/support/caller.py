"""The scripted customer: hears a reply, does on the phone what it asks for, answers what it asks, and is content only when
the phone does what they called for. Written from the runbook and the HTTP contract alone."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Literal

from tests.support import caller_words as say
from tests.support import phone_text, phone_words
from tests.support.faults import Combination
from tests.support.phone import ACTIONS, Handset, sends_pictures, service, speed

Body = dict[str, object]
Voice = Literal["words", "tool", "lines", "report", "native", "text"]
"""How what the phone says gets into a message: in own words, copied from the screen, as lines; as a report's data, with or
without nulls and lists, or its text."""


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
        self.case, self.persona, self.handset, self.number, self.rng = case, persona, handset, number, rng
        self.notes: list[str] = []
        self.known: set[str] = set()
        self.digresses_at = rng.randint(2, 6) if persona.confused else 0
        self.answers = 0
        self.pleas = 0
        self.said = ""
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
        if self.persona.chatty and self.rng.random() < 0.15:
            return {"message": self.rng.choice(say.GREETINGS)}
        if self.rng.random() < 0.4:
            problem = self.rng.choice(say.WITH_NUMBER).format(problem=problem, number=self._number())
        return {"message": (self.rng.choice(say.PREFACES) if self.persona.chatty else "") + problem}

    def answer(self, reply: Reply) -> Body | None:
        """None is a customer who has nothing more to say."""
        self.answers += 1
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
        return {"message": self._reacts(reply)}

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
        if self.digresses_at and self.answers >= self.digresses_at:
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
                self.said = phone_words.words(result, text, self.rng, chatty=self.persona.chatty)
                return {"message": phone_words.around(self.said, self.rng) if self.persona.chatty else self.said}
            case "tool":
                return {"message": phone_text.tool(result)}
            case "lines":
                return {"message": phone_text.lines(result)}
            case "text":
                told = self.rng.choice((phone_text.tool, phone_text.lines))(result)
                return {"report": {"action": action.name, "result": told}}
            case "report":
                variant: phone_text.Variant = self.rng.choice(("plain", "words"))
                return {"report": {"action": action.name, "result": phone_text.data(result, variant)}}
            case "native":
                return {"report": {"action": action.name, "result": phone_text.data(result, "native")}}

    def _number(self) -> str:
        area, middle, last = self.number.split("-")
        shapes = (
            self.number,
            area + middle + last,
            f"({area}) {middle}-{last}",
            f"+1 {self.number}",
            f"{area} {middle} {last}",
        )
        return self.rng.choice(shapes)

    def _reacts(self, reply: Reply) -> str:
        """To a question in words. The last one in a reply is the one that counts."""
        question = _last_question(reply.text)
        for pattern, react in _QUESTIONS:
            if re.search(pattern, question, re.IGNORECASE) and (answer := react(self, question, reply)):
                return answer
        self.notes.append(f"cannot tell what is asked: {reply.text!r}")
        return self.rng.choice(say.YES)

    def _gives_number(self, question: str, reply: Reply) -> str:
        del question, reply
        return self.rng.choice(say.NUMBERS).format(number=self._number())

    def _travels(self, question: str, reply: Reply) -> str:
        del question, reply
        return self.rng.choice(say.AWAY if self.case.abroad else say.HOME)

    def _chooses(self, question: str, reply: Reply) -> str:
        """Refuel or another plan, or nothing."""
        del question, reply
        if self.case.refuses == "more_data":
            return self.rng.choice(say.NO_DATA)
        return self.rng.choice(say.REFUEL if self.case.wants == "refuel" else say.PLAN)

    def _amount(self, question: str, reply: Reply) -> str:
        """More than there is only until told how much that is."""
        wanted = self.case.gigabytes
        told = re.search(r"\b2 ?GB|\btwo gigabytes|at most 2|maximum", f"{question} {reply.text}", re.IGNORECASE)
        if self.case.refuses == "more_data":
            return self.rng.choice(say.NO_DATA)
        if wanted > 2 and (told or "amount" in self.known):
            wanted = 2
        self.known.add("amount")
        return self.rng.choice(say.AMOUNTS).format(amount=f"{wanted:g}")

    def _picks_plan(self, question: str, reply: Reply) -> str:
        """The first that has more than the 15 GB the customer has."""
        del question
        if self.case.refuses == "more_data":
            return self.rng.choice(say.NO_DATA)
        offers: Sequence[str] = reply.options or re.split(r"[\n;]|, (?=[A-Z])", reply.text)
        for offer in offers:
            size = re.search(r"(\d+) ?GB", offer)
            if size and int(size[1]) > 15:
                name = re.search(r"[A-Z]\w+(?=[ ,:(]*\d+ ?GB)|premium", offer, re.IGNORECASE)
                return (
                    self.rng.choice((offer.strip(), name[0] if name else offer.strip()))
                    if reply.options
                    else offer.strip()
                )
        return ""

    def _agrees(self, question: str, reply: Reply) -> str:
        """To what is proposed, unless it is what this customer refuses."""
        del question
        about = reply.text
        if re.search(r"payment|bill|overdue", about, re.IGNORECASE):
            refused = self.case.refuses == "payment_request"
            return self.rng.choice(say.NO_PAYMENT if refused else say.YES)
        if re.search(r"\bdata\b|GB|refuel|plan", about, re.IGNORECASE) and self.case.refuses in ("price", "more_data"):
            return self.rng.choice(say.NO_PRICE)
        return self.rng.choice(say.YES)

    def _says_how_it_is(self, question: str, reply: Reply) -> str:
        del question, reply
        return self.rng.choice(say.GOOD if self.content() else say.STILL[self.case.complaint])

    def _leaves(self, question: str, reply: Reply) -> str:
        return self.rng.choice(say.FAREWELLS) if self.content() else self._complains(question, reply)

    def _complains(self, question: str, reply: Reply) -> str:
        del question, reply
        return self.rng.choice(say.OPENINGS[self.case.complaint])

    def _says_it_again(self, question: str, reply: Reply) -> str:
        """What was just said and not taken for an answer."""
        del question, reply
        self.notes.append(f"had to say it again: {self.said!r}")
        return self.said

    def _does_what_words_say(self, question: str, reply: Reply) -> str:
        """A reply may ask for something on the phone without saying so as an action."""
        del question
        for pattern, action in _IN_WORDS:
            if re.search(pattern, reply.text, re.IGNORECASE):
                self.notes.append(f"{action} is asked for in words alone: {reply.text!r}")
                result = self.handset.do(action, {"on": False} if action.startswith("toggle") else {})
                return phone_words.words(result, reply.text, self.rng, chatty=False)
        return ""


def _last_question(text: str) -> str:
    sentences = re.split(r"(?<=[.!?\n])\s+", text.strip())
    asking = [
        one for one in sentences if one.rstrip().endswith("?") or re.match(r"(please|tell|say)\b", one, re.IGNORECASE)
    ]
    return asking[-1] if asking else text


React = Callable[[Caller, str, Reply], str]
_QUESTIONS: tuple[tuple[str, React], ...] = (
    (r"anything else|else (i|we) can|more i can do", Caller._leaves),
    (
        r"(can|may) (i|we) (help|do for)|what.*(problem|wrong|matter|issue|happen)|describe|help you with",
        Caller._complains,
    ),
    (r"how (much|many)|amount of data", Caller._amount),
    (
        r"(shall|should) (i|we)|go ahead|is that (ok|okay|right|alright|correct)|do you (agree|accept)|confirm|continue",
        Caller._agrees,
    ),
    (r"(which|what|tell|give|need|have|enter|with|on).{0,60}\bnumber", Caller._gives_number),
    (r"travel|abroad|outside|usual (service )?area|another country|away from", Caller._travels),
    (r"(refuel|add|top|more data).*\bplan|plan.*(refuel|add|top|more data)", Caller._chooses),
    (r"which.*plan|choose.*plan|plan.*(would you|do you want|choose)|plans", Caller._picks_plan),
    (r"payment|\$|price|cost|would you like|do you want|may i|can i|may we|okay\?", Caller._agrees),
    (r"(work|service|signal|better|fast|sol|fix|back|gone|still).*\?", Caller._says_how_it_is),
    (r"take your time|no hurry|i am here|i'll wait|ready", Caller._says_it_again),
    (r".", Caller._does_what_words_say),
)
_IN_WORDS: tuple[tuple[str, str], ...] = (
    (r"turn.{0,20}airplane.{0,20}off", "toggle_airplane_mode"),
    (r"re-?insert|reseat|take out.*SIM", "reseat_sim_card"),
    (r"restart|reboot", "reboot_device"),
    (r"reset.*APN", "reset_apn_settings"),
    (r"status bar", "check_status_bar"),
    (r"speed test", "run_speed_test"),
    (r"SIM", "check_sim_status"),
    (r"picture message|MMS", "can_send_mms"),
    (r"payment request", "check_payment_request"),
)
