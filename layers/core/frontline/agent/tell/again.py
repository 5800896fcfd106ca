"""How what was just said is said once more: in other words, and a question shorter, with a way out."""

import re
from collections.abc import Collection
from typing import NamedTuple, Self, assert_never

from frontline.agent.options import offered
from frontline.model.action import AskIntent, AskSlot, ConfirmStop, Instruct, Question
from frontline.model.base import Values
from frontline.model.catalogue import Catalogue
from frontline.model.identity import PROOF
from frontline.model.text import Locale, Text
from frontline.model.ticket import Ticket
from frontline.texts import WORDINGS

UNSENT = "identity_check.code_unsent"
_NEED_NO_WAY_OUT = frozenset(
    {
        "offer_human",
        "who",
        "asks.cannot_tell",
        "explained_already",
        "noted",
        "thanks",
        "greeting",
        "goodbye",
        "languages",
    }
)
"""Lines that name a way out themselves, and those beside which nobody looks for one."""
_SENTENCE = re.compile(r"(?<=[.?!।])\s+")
_ASKS_OR_NAMES = re.compile(r"\?|\{\w+\}|\d")


class Earlier(NamedTuple):
    """What we said last, which texts it and the line before were made of, and the question that is open since."""

    text: str = ""
    told: frozenset[str] = frozenset()
    question: Question | None = None
    locale: Locale | None = None

    @classmethod
    def of(cls, before: Ticket | None) -> Self:
        """Of the ticket as the last row has it."""
        ours = [said for said in before.transcript if said.who == "frontline"] if before else []
        told = frozenset(key for said in ours for key in said.told)
        return cls(ours[-1].text, told, before.question, before.locale) if before and ours else cls()

    def asked(self, question: Question, key: str, locale: Locale) -> bool:
        """Whether this very question was put in what they last heard of us, in this language."""
        if isinstance(question, Instruct) and isinstance(self.question, Instruct):
            same = (question.flow, question.node) == (self.question.flow, self.question.node)
        else:
            same = question == self.question
        return same and key in self.told and locale == self.locale


FIRST = Earlier()
"""Where nothing was said yet."""


def worded(key: str, locale: Locale, values: Values, earlier: Earlier) -> str:
    """A common text in the first of its wordings that was not in what we said last."""
    filled = [text.fill(locale, values) for text in WORDINGS[key]]
    return next((words for words in filled if words not in earlier.text), filled[0])


def deed(terms: Text, locale: Locale, values: Values) -> str:
    """The sentences of an order's terms that ask, or that a value stands in: what a yes would do and cost."""
    sentences = _SENTENCE.split(terms.words(locale))
    kept = [sentence for sentence in sentences if _ASKS_OR_NAMES.search(sentence)] or sentences
    return Text.same(" ".join(kept)).fill(locale, values)


def in_short(
    question: AskSlot | AskIntent | ConfirmStop | Instruct,
    locale: Locale,
    ticket: Ticket,
    catalogue: Catalogue,
    earlier: Earlier,
) -> str:
    """The question in a few words that fit any of its kind. An offer's deed is always said."""
    values: Values = {}
    match question:
        case AskSlot(slot=name, half=half):
            slot = offered(catalogue.slots[name], ticket)
            values = {"label": slot.label.words(locale)}
            key = half_of(half) if half else "short.choice" if slot.options else "short.slot"
        case AskIntent():
            key = "short.menu"
        case ConfirmStop():
            key = "short.stop"
        case Instruct(reads=reads):
            key = (
                "short.deed"
                if all(catalogue.type_of(catalogue.knowledge[one]).deed for one in reads)
                else "short.reading"
            )
        case _:
            assert_never(question)
    return worded(key, locale, values, earlier)


def way_out(question: Question, said: Collection[str], locale: Locale, earlier: Earlier) -> str:
    """How to go on otherwise, unless something that is `said` beside the question, or the question itself, tells it."""
    if not _NEED_NO_WAY_OUT.isdisjoint(said) or (isinstance(question, AskSlot) and question.half):
        return ""
    match question:
        case AskSlot(slot=slot) if slot == PROOF and UNSENT not in said:
            key = "way_out.proof"
        case Instruct():
            key = "way_out.help"
        case _:
            key = "way_out"
    return worded(key, locale, {}, earlier)


def half_of(half: str) -> str:
    """The text that asks for the other half of a proof."""
    return "half.born" if half.endswith("|") else "half.name"
