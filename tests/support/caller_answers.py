"""How a customer answers what is asked in words: which question it is, and what this customer has to say to it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from tests.support import caller_words as say
from tests.support import phone_words
from tests.support.faults import Combination
from tests.support.handset import Handset

OWN_GIGABYTES = 15
"""What the plan allows that every customer begins with."""


@dataclass(frozen=True)
class Question:
    """The last one of a reply is the one that counts; `text` is all of it."""

    text: str
    options: Sequence[str] = ()

    @property
    def last(self) -> str:
        sentences = re.split(r"(?<=[.!?\n])\s+", self.text.strip())
        begins = re.compile(r"(please|tell|say)\b", re.IGNORECASE)
        asking = [one for one in sentences if one.rstrip().endswith("?") or begins.match(one)]
        return asking[-1] if asking else self.text


@dataclass
class Answers:
    """`said` is what the customer last told of the phone; `told` are things that were said before."""

    case: Combination
    number: str
    handset: Handset
    rng: Random
    content: Callable[[], bool]
    notes: list[str]
    said: str = ""
    told: set[str] = field(default_factory=set)

    def to(self, question: Question) -> str:
        for pattern, react in _QUESTIONS:
            if re.search(pattern, question.last, re.IGNORECASE) and (answer := react(self, question)):
                return answer
        self.notes.append(f"cannot tell what is asked: {question.text!r}")
        return self.rng.choice(say.YES)

    def spelt(self) -> str:
        """The number, as people write theirs."""
        self.told.add("number")
        area, middle, last = self.number.split("-")
        joined, spaced = area + middle + last, f"{area} {middle} {last}"
        return self.rng.choice((self.number, joined, spaced, f"({area}) {middle}-{last}", f"+1 {self.number}"))

    def gives_number(self, _: Question) -> str:
        if "number" in self.told:
            self.notes.append("had to give the number again")
        return self.rng.choice(say.NUMBERS).format(number=self.spelt())

    def travels(self, _: Question) -> str:
        return self.rng.choice(say.AWAY if self.case.abroad else say.HOME)

    def chooses(self, _: Question) -> str:
        """Refuel or another plan, or nothing."""
        if self.case.refuses == "more_data":
            return self.rng.choice(say.NO_DATA)
        return self.rng.choice(say.REFUEL if self.case.wants == "refuel" else say.PLAN)

    def amount(self, question: Question) -> str:
        """More than there is only until told how much that is."""
        if self.case.refuses == "more_data":
            return self.rng.choice(say.NO_DATA)
        limited = re.search(r"\b2 ?GB|\btwo gigabytes|maximum", question.text, re.IGNORECASE)
        much = self.case.gigabytes if "amount" not in self.told and not limited else min(2, self.case.gigabytes)
        self.told.add("amount")
        return self.rng.choice(say.AMOUNTS).format(amount=f"{much:g}")

    def picks_plan(self, question: Question) -> str:
        """The first that has more than the customer's own."""
        if self.case.refuses == "more_data":
            return self.rng.choice(say.NO_DATA)
        for offer in question.options or re.split(r"[\n;]|, (?=[A-Z])", question.text):
            size = re.search(r"(\d+) ?GB", offer)
            if size and int(size[1]) > OWN_GIGABYTES:
                return (
                    self.rng.choice((offer.strip(), f"the one with {size[0]}")) if question.options else offer.strip()
                )
        return ""

    def agrees(self, question: Question) -> str:
        """To what is proposed, unless it is what this customer refuses."""
        if re.search(r"payment|\bpay\b", question.last, re.IGNORECASE):
            refused = self.case.refuses == "payment_request"
            return self.rng.choice(say.NO_PAYMENT if refused else say.YES)
        costs = re.search(r"\d ?GB|refuel|\bplan\b", question.text, re.IGNORECASE)
        return self.rng.choice(say.NO_PRICE if costs and self.case.refuses in ("price", "more_data") else say.YES)

    def says_how_it_is(self, _: Question) -> str:
        return self.rng.choice(say.GOOD if self.content() else say.STILL[self.case.complaint])

    def leaves(self, question: Question) -> str:
        return self.rng.choice(say.FAREWELLS) if self.content() else self.complains(question)

    def complains(self, _: Question) -> str:
        return self.rng.choice(say.OPENINGS[self.case.complaint])

    def says_it_again(self, _: Question) -> str:
        """What was just said and not taken for an answer."""
        self.notes.append(f"had to say it again: {self.said!r}")
        return self.said

    def does_what_words_say(self, question: Question) -> str:
        """A reply may ask for something on the phone without saying so as an action."""
        for pattern, action in _IN_WORDS:
            if re.search(pattern, question.text, re.IGNORECASE):
                self.notes.append(f"{action} is asked for in words alone: {question.text!r}")
                result = self.handset.do(action, {"on": False} if action.startswith("toggle") else {})
                return phone_words.words(result, question.text, self.rng, chatty=False)
        return ""


_QUESTIONS: tuple[tuple[str, Callable[[Answers, Question], str]], ...] = (
    (r"anything else|else (i|we) can|more i can do", Answers.leaves),
    (
        r"(can|may) (i|we) (help|do for)|what.*(problem|wrong|matter|issue|happen)|describe|help you with",
        Answers.complains,
    ),
    (r"how (much|many)|amount of data", Answers.amount),
    (
        r"(shall|should) (i|we)|go ahead|is that (ok|okay|right|correct)|(agree|accept)\b|confirm|continue",
        Answers.agrees,
    ),
    (r"(which|what|tell|give|need|have|enter|with|on).{0,60}\bnumber", Answers.gives_number),
    (r"travel|abroad|outside|usual (service )?area|another country|away from", Answers.travels),
    (r"(refuel|add|top|more data).*\bplan|plan.*(refuel|add|top|more data)", Answers.chooses),
    (r"which.*plan|choose.*plan|plan.*(would you|do you want|choose)|plans", Answers.picks_plan),
    (r"payment|\$|price|cost|would you like|do you want|may i|can i|may we|okay\?", Answers.agrees),
    (r"(work|service|signal|better|fast|sol|fix|back|gone|still).*\?", Answers.says_how_it_is),
    (r"take your time|no hurry|i am here|i'll wait|ready", Answers.says_it_again),
    (r".", Answers.does_what_words_say),
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
