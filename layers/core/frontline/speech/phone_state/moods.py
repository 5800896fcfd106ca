"""Whether a clause asks, answers, or tells."""

import re
from collections.abc import Sequence

from frontline.speech.phone_state.clauses import Clause
from frontline.speech.phone_state.items import YES_NO, Item, items_of
from frontline.speech.plain import word_set

_LEADING = word_set("so ok okay well hmm um uh oh ah hey hi hello sorry please sir thanks")
_VERBS = word_set("is are does do will can could")
_TURN = word_set("turn switch toggle enable disable")
_INVERTED = re.compile(
    r"(?:is|are|am|was|were|do|does|will|can|could|would|should|shall|may) (?:it|that|this|there|i|you|we|they|he|she|the|my)\b"
    r"|did (?:you|i)\b"
)
_SHORT = re.compile(
    r"(?:(?:ok|oh|well) )?(?:it|i|they|there|that|we) (?:is|does|do|did|can|am|are|have|has|was|could)(?: (?:now|indeed|too|yes))?"
)


def is_question(clause: Clause) -> bool:
    """Whether a clause asks instead of telling."""
    return clause.question or asks(items_of(clause.words))


def mere_answer(clause: Clause) -> str | None:
    """ "yes" or "no" if it says nothing else."""
    return bare(items_of(clause.words))


def asks(items: Sequence[Item]) -> bool:
    """Whether it begins like a question. "is on: no" does not."""
    if any("link" in item.flags or "telling" in item.flags for item in items):
        return False
    begun = [item for item in items if not item.states or item.states[0] not in YES_NO]
    while begun and (begun[0].word in _LEADING or not begun[0].known):
        begun = begun[1:]
    if not begun:
        return False
    verb = begun[0].word in _VERBS and len(begun) > 1 and bool(begun[1].subjects)
    return verb or "asks" in begun[0].flags or bool(_INVERTED.match(" ".join(item.word for item in begun[:3])))


def supposed(items: Sequence[Item]) -> bool:
    """Whether it speaks of what is wished or meant to happen, or is not known: "I'll turn it off", "turn off roaming"."""
    return items[0].word in _TURN or any("supposed" in item.flags for item in items)


def bare(items: Sequence[Item]) -> str | None:
    """ "yes" or "no" if the clause says nothing else: "no", "it isn't", "I do"."""
    if _SHORT.fullmatch(" ".join(item.word for item in items[:6])) and len(items) <= 6:
        return "yes"
    content = [item for item in items if not item.flags & {"filler", "link"}]
    content = [item for item in content if item.states or not item.flags & {"still", "past", "has"}]
    if not content or any("supposed" in item.flags for item in content):
        return None
    told = {_answer(item) for item in content}
    return None if None in told else "no" if "no" in told else "yes"


def _answer(item: Item) -> str | None:
    if item.subjects or item.fact:
        return None
    if "no" in item.states or item.flags & {"not", "any"}:
        return "no"
    return "yes" if "yes" in item.states else None
