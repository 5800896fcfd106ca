"""Whether the items of a clause ask, answer, or tell of what is so."""

from collections.abc import Sequence

from frontline.speech.readers import spellings, words
from frontline.trades.telecom.slots.phone_state.items import Item


def asks(items: Sequence[Item]) -> bool:
    """Whether it begins like a question, or has a word that asks wherever it stands. "is on: no" does not."""
    if any(item.flags & {"link", "telling"} for item in items):
        return False
    begun = [item for item in items if not item.answers]
    while begun and (begun[0].word in words("leads_in") or not begun[0].known):
        begun = begun[1:]
    verb = len(begun) > 1 and begun[0].word in words("auxiliary") and bool(begun[1].subject)
    word = any("anywhere" in item.flags for item in items) or any("asks" in item.flags for item in begun[:1])
    return verb or word or _words(begun[:3])[:2] in spellings("asks_first")


def supposed(items: Sequence[Item]) -> bool:
    """Whether it speaks of what is wished or meant to happen, or is not known: "I'll turn it off", "turn off roaming"."""
    return items[0].word in words("to_switch") or any("supposed" in item.flags for item in items)


def bare(items: Sequence[Item]) -> str | None:
    """ "yes" or "no" if the clause says nothing else: "no", "it isn't", "I do"."""
    if _words(items[:6]) in spellings("mere_yes"):
        return "yes"
    content = [item for item in items if not item.flags & {"filler", "link"}]
    content = [item for item in content if item.states or not item.flags & {"still", "past", "has"}]
    told = {None if "supposed" in item.flags else _answer(item) for item in content}
    return None if None in told or not told else "no" if "no" in told else "yes"


def _words(items: Sequence[Item]) -> tuple[str, ...]:
    return tuple(" ".join(item.word for item in items).split())


def _answer(item: Item) -> str | None:
    if item.subject or item.fact:
        return None
    if "no" in item.states or item.flags & {"not", "any"}:
        return "no"
    return "yes" if "yes" in item.states else None
