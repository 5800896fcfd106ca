"""The words of one clause as the languages' files know them, each with what denies it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from frontline.speech.names import table_of
from frontline.speech.pattern import Spelling
from frontline.speech.readers import words
from frontline.trades.telecom.slots.phone_state.lexicon import KINDS, vocabulary

Denial = Literal["", "not", "any"]
"""`any` is the "no" of "no VPN": what it stands before is not there, whatever else is said of it."""


class Item(NamedTuple):
    """Words we know, or one we do not. `states` are the readings of one word, of which a subject knows one; a `fact` is a
    subject with its state; `flags` are what the word does besides."""

    word: str
    subject: str = ""
    states: tuple[str, ...] = ()
    fact: tuple[str, ...] = ()
    flags: frozenset[str] = frozenset()
    denied: Denial = ""

    @property
    def known(self) -> bool:
        return bool(self.subject or self.states or self.fact or self.flags)

    @property
    def answers(self) -> bool:
        """Whether it is a yes or a no."""
        return "yes" in self.states or "no" in self.states

    @property
    def tells(self) -> bool:
        """Whether it can be denied."""
        return bool(self.subject or self.fact or (self.states and not self.answers))


LINK = Item(":", flags=frozenset({"link"}))


@lru_cache(maxsize=2048)
def _item(name: Spelling) -> Item:
    subject, states, fact, flags = (table_of(kind).get(name, "") for kind in KINDS)
    return Item(" ".join(name), subject, tuple(states.split()), tuple(fact.split()), frozenset(flags.split()))


def items_of(told: tuple[str, ...]) -> list[Item]:
    """In order; longest names first, so that "data saver" is no "data"."""
    found: list[Item] = []
    place = 0
    for _, start, end in vocabulary().mentions(told):
        found += [_item((word,)) for word in told[place:start]]
        found.append(_item(told[start:end]))
        place = end
    found += [_item((word,)) for word in told[place:]]
    return _denied(_settled([LINK if item.word == ":" else item for item in found]))


def _settled(items: list[Item]) -> list[Item]:
    """Words whose part depends on their neighbours: "both" beside what it stands for, "on my phone", "okay, I looked",
    "nothing is set"."""
    together = sum(bool(item.subject) for item in items) > 1
    for place, item in enumerate(items):
        after = items[place + 1].word.split()[0] if place + 1 < len(items) else ""
        if together and item.subject == "both":
            items[place] = Item(item.word, flags=item.flags | {"filler"})
        elif (item.word == "on" and after in words("place_of_on")) or (
            not place and {"ok", "fair"} <= set(item.states)
        ):
            items[place] = item._replace(states=())
        elif item.states == ("seen",) and any(other.states for other in items[place + 1 : place + 4]):
            items[place] = Item(item.word, flags=frozenset({"has"}))
    first = next((place for place, item in enumerate(items) if item.states or item.subject), None)
    if first is not None and items[first].word in words("nothing_word") and _some_state(items[first + 1 :]):
        items[first] = Item(items[first].word, flags=frozenset({"not"}))
    return items


def _some_state(items: Sequence[Item]) -> bool:
    """Whether there is a state that can be denied; an "on" that something follows is a mere preposition."""
    return any(item.states and not item.answers and (item.word != "on" or item is items[-1]) for item in items)


def _denied(items: list[Item]) -> list[Item]:
    """A denial goes for what comes next, at most one stranger between; the last one for what stood before it ("on nahi hai")."""
    pending: Denial = ""
    strangers = 0
    for place, item in enumerate(items):
        if denial := _denial(items, place):
            pending, strangers = denial, 0
        strangers += not item.known
        if pending and item.tells and not (denial and not item.subject):
            items[place] = item._replace(denied=pending if strangers <= 1 else "")
            pending = ""
    if pending and not strangers:
        deniable = (place for place in reversed(range(len(items))) if _deniable(items[place]))
        if (last := next(deniable, None)) is not None:
            items[last] = items[last]._replace(denied="" if items[last].denied else "not")
    return items


def _deniable(item: Item) -> bool:
    return item.tells and not item.fact and "not" not in item.flags


def _denial(items: Sequence[Item], place: int) -> Denial:
    """ "no" denies what it stands directly before: it answers in "no it is off", and is a value in "enabled: no"."""
    if "not" in items[place].flags:
        return "not"
    if "any" not in items[place].flags or place + 1 == len(items):
        return ""
    value = LINK in (items[place + 1], items[place - 1] if place else None)
    return "" if value or items[place + 1].word.split()[0] in words("after_no") else "any"
