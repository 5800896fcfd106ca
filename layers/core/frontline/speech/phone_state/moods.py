"""Whether a clause asks, answers, or tells."""

from collections.abc import Sequence

from frontline.speech.phone_state.clauses import Clause
from frontline.speech.phone_state.items import Item, items_of
from frontline.speech.readers import said, words


def is_question(clause: Clause) -> bool:
    """Whether a clause asks instead of telling."""
    return clause.question or asks(items_of(clause.words))


def mere_answer(clause: Clause) -> str | None:
    """ "yes" or "no" if it says nothing else."""
    return bare(items_of(clause.words))


def asks(items: Sequence[Item]) -> bool:
    """Whether it begins like a question, or has a word that asks wherever it stands. "is on: no" does not."""
    if any(item.flags & {"link", "telling"} for item in items):
        return False
    if any("anywhere" in item.flags for item in items):
        return True
    begun = [item for item in items if not item.states or item.states[0] not in ("yes", "no")]
    while begun and (begun[0].word in words("leads_in") or not begun[0].known):
        begun = begun[1:]
    if not begun:
        return False
    verb = begun[0].word in words("auxiliary") and len(begun) > 1 and bool(begun[1].subject)
    return verb or "asks" in begun[0].flags or "phone.asks" in said(_text(begun[:3]))


def supposed(items: Sequence[Item]) -> bool:
    """Whether it speaks of what is wished or meant to happen, or is not known: "I'll turn it off", "turn off roaming"."""
    return items[0].word in words("to_switch") or any("supposed" in item.flags for item in items)


def bare(items: Sequence[Item]) -> str | None:
    """ "yes" or "no" if the clause says nothing else: "no", "it isn't", "I do"."""
    if len(items) <= 6 and "phone.affirms" in said(_text(items)):
        return "yes"
    content = [item for item in items if not item.flags & {"filler", "link"}]
    content = [item for item in content if item.states or not item.flags & {"still", "past", "has"}]
    if not content or any("supposed" in item.flags for item in content):
        return None
    told = {_answer(item) for item in content}
    return None if None in told else "no" if "no" in told else "yes"


def _text(items: Sequence[Item]) -> str:
    return " ".join(item.word for item in items)


def _answer(item: Item) -> str | None:
    if item.subject or item.fact:
        return None
    if "no" in item.states or item.flags & {"not", "any"}:
        return "no"
    return "yes" if "yes" in item.states else None
