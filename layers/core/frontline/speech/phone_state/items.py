"""The words of one clause as the lexicon knows them, each with what denies it."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from frontline.speech.names import Vocabulary
from frontline.speech.phone_state.lexicon import FACTS, FLAGS, STATES, SUBJECTS
from frontline.speech.plain import fold, word_set

Denial = Literal["", "not", "any"]
"""`any` is the "no" of "no VPN": what it stands before is not there, whatever else is said of it."""

YES_NO = word_set("yes no")


class Item(NamedTuple):
    """Words the lexicon knows, or one it does not. `states` are the readings of one word, of which a subject knows one."""

    word: str
    subjects: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    fact: tuple[str, str] | None = None
    flags: frozenset[str] = frozenset()
    denied: Denial = ""

    @property
    def known(self) -> bool:
        return bool(self.subjects or self.states or self.fact or self.flags)

    @property
    def answers(self) -> bool:
        """Whether it is a yes or a no."""
        return not YES_NO.isdisjoint(self.states)

    @property
    def tells(self) -> bool:
        """Whether it can be denied."""
        return bool(self.subjects or self.fact or (self.states and not self.answers))


@cache
def _lexicon() -> Vocabulary:
    """Every phrase with its tags, such as `state/on flag/has`. Built when a phone is first spoken of: most turns never do."""
    tags: dict[tuple[str, ...], list[str]] = {(":",): ["flag/link"]}
    for kind, table in (("subject", SUBJECTS), ("state", STATES), ("fact", FACTS), ("flag", FLAGS)):
        for name, phrases in table.items():
            for phrase in phrases.split("|"):
                tags.setdefault(tuple(fold(phrase).split()), []).append(f"{kind}/{name.replace(' ', '>')}")
    return Vocabulary({words: " ".join(dict.fromkeys(told)) for words, told in tags.items()})


@lru_cache(maxsize=2048)
def _item(word: str, tags: str) -> Item:
    told = [tag.partition("/") for tag in tags.split()]
    subjects, states, facts, flags = (
        tuple(name for kind, _, name in told if kind == wanted) for wanted in ("subject", "state", "fact", "flag")
    )
    fact = facts[0].split(">") if facts else None
    return Item(word, subjects, states, (fact[0], fact[1]) if fact else None, frozenset(flags))


def items_of(words: tuple[str, ...]) -> list[Item]:
    """In order; longest names first, so that "data saver" is no "data"."""
    found: list[Item] = []
    place = 0
    for tags, start, end in _lexicon().mentions(words):
        found += [Item(word) for word in words[place:start]]
        found.append(_item(" ".join(words[start:end]), tags))
        place = end
    return _denied(_settled(found + [Item(word) for word in words[place:]]))


_NOTHING = word_set("nothing none neither")
_NO_STATE_BEFORE = word_set(
    "my the a an this that these it its top screen 4g 5g 3g 2g lte here your which what our his her sim android iphone"
)


def _settled(items: list[Item]) -> list[Item]:
    """Words whose part depends on their neighbours: "both" beside what it stands for, "on my phone", "okay, I looked",
    "nothing is set"."""
    together = sum(bool(item.subjects) for item in items) > 1
    for place, item in enumerate(items):
        after = items[place + 1].word.split()[0] if place + 1 < len(items) else ""
        if together and item.subjects == ("both",):
            items[place] = Item(item.word, flags=item.flags | {"filler"})
        elif (item.word == "on" and after in _NO_STATE_BEFORE) or (not place and {"ok", "fair"} <= set(item.states)):
            items[place] = item._replace(states=())
        elif item.states == ("seen",) and any(other.states for other in items[place + 1 : place + 4]):
            items[place] = Item(item.word, flags=frozenset({"has"}))
    first = next((place for place, item in enumerate(items) if item.states or item.subjects), None)
    if first is not None and items[first].word in _NOTHING and _some_state(items[first + 1 :]):
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
        if pending and item.tells and not (denial and not item.subjects):
            items[place] = item._replace(denied=pending if strangers <= 1 else "")
            pending = ""
    if pending and not strangers:
        last = next((place for place in reversed(range(len(items))) if _deniable(items[place])), None)
        if last is not None:
            items[last] = items[last]._replace(denied="" if items[last].denied else "not")
    return items


def _deniable(item: Item) -> bool:
    return item.tells and item.fact is None and "not" not in item.flags


def _denial(items: Sequence[Item], place: int) -> Denial:
    """ "no" denies what it stands directly before: it answers in "no it is off", and is a value in "enabled: no"."""
    item = items[place]
    if "not" in item.flags:
        return "not"
    if "any" not in item.flags or place + 1 == len(items):
        return ""
    before, after = items[place - 1] if place else None, items[place + 1]
    value = "link" in after.flags or (before is not None and "link" in before.flags)
    return "" if value or after.word.split()[0] in _AFTER_ANSWER else "any"


_AFTER_ANSWER = word_set(
    "it its the i im ive id my this that thats they theyre we there theres is not isnt sorry sir wait still thanks dont thank"
)
