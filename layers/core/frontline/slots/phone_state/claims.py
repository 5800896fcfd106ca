"""Who said what of what: "airplane mode is off but I have no signal" claims two things, "it was on, I turned it off" one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from frontline.slots.choices.vocabulary import Vocabulary
from frontline.slots.phone_state.clauses import Clause, clauses
from frontline.slots.phone_state.lexicon import FACTS, FLAGS, STATES, SUBJECTS
from frontline.slots.phone_state.meanings import MEANINGS
from frontline.slots.plain import fold

_BARE = frozenset({"yes", "no"})
FARTHEST = 3
"""Words we do not know that may stand in a clause which does not say of what it speaks."""


class Claim(NamedTuple):
    """`states` are the readings of one word ("fine"), of which the subject's own table knows one. `subject` is None when
    nothing was said of what: it may answer the open question. `bare`: a mere yes or no."""

    subject: str | None
    states: tuple[str, ...]
    denied: bool = False
    past: bool = False
    bare: bool = False
    only: bool = False
    sentence: int = 0


class _Item(NamedTuple):
    """Words the lexicon knows, or one it does not."""

    word: str
    subjects: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    fact: tuple[str, str] | None = None
    flags: frozenset[str] = frozenset()

    @property
    def known(self) -> bool:
        return bool(self.subjects or self.states or self.fact or self.flags)


@cache
def _lexicon() -> Vocabulary:
    """Every phrase with its tags, such as `state/on flag/has`. Built when a phone is first spoken of: most turns never do."""
    tags: dict[tuple[str, ...], list[str]] = {(":",): ["flag/link"]}
    rows = (("subject", SUBJECTS), ("state", STATES), ("fact", FACTS), ("flag", FLAGS))
    for kind, table in rows:
        for name, phrases in table.items():
            for phrase in phrases.split("|"):
                tags.setdefault(tuple(fold(phrase).split()), []).append(f"{kind}/{name.replace(' ', '>')}")
    return Vocabulary({words: " ".join(dict.fromkeys(told)) for words, told in tags.items()})


@lru_cache(maxsize=2048)
def _item(word: str, tags: str) -> _Item:
    told = [tag.split("/") for tag in tags.split()]
    by_kind = {
        kind: tuple(name for which, name in told if which == kind) for kind in ("subject", "state", "fact", "flag")
    }
    fact = by_kind["fact"][0].split(">") if by_kind["fact"] else None
    return _Item(
        word, by_kind["subject"], by_kind["state"], (fact[0], fact[1]) if fact else None, frozenset(by_kind["flag"])
    )


def _items(words: tuple[str, ...]) -> list[_Item]:
    found: list[_Item] = []
    place = 0
    for tags, start, end in _lexicon().mentions(words):
        found += [_Item(word) for word in words[place:start]]
        found.append(_item(" ".join(words[start:end]), tags))
        place = end
    return _settled(found + [_Item(word) for word in words[place:]])


def _settled(items: list[_Item]) -> list[_Item]:
    """ "both" is another word for what the clause names; "nothing is set" denies what follows."""
    if sum(bool(item.subjects) for item in items) > 1:
        items = [item._replace(subjects=()) if item.subjects == ("both",) else item for item in items]
    first = next((place for place, item in enumerate(items) if item.states or item.subjects), None)
    if first is not None and items[first].word in _NOTHING:
        telling = (
            item for item in items[first + 1 :] if item.states and item.word != "on" and _BARE.isdisjoint(item.states)
        )
        if next(telling, None):
            items[first] = _Item(items[first].word, flags=frozenset({"not"}))
    return items


_NOTHING = frozenset({"nothing", "none", "neither"})


_NO_STATE_AFTER_ON = frozenset(
    [
        "my",
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "it",
        "its",
        "top",
        "screen",
        "4g",
        "5g",
        "3g",
        "2g",
        "lte",
        "here",
        "your",
        "which",
        "what",
        "our",
        "his",
        "her",
        "sim",
        "android",
        "iphone",
    ]
)
_ANSWERED_BEFORE = frozenset(
    [
        "it",
        "its",
        "the",
        "i",
        "im",
        "ive",
        "id",
        "my",
        "this",
        "that",
        "thats",
        "they",
        "theyre",
        "we",
        "there",
        "theres",
        "is",
        "not",
        "isnt",
        "sorry",
        "sir",
        "wait",
        "still",
        "thanks",
        "dont",
        "thank",
    ]
)
_TURN = frozenset(["turn", "switch", "toggle", "enable", "disable"])
_NEGATIVE = frozenset(["off", "gone", "none", "no", "missing", "empty", "failed", "incorrect", "denied"])


@dataclass
class _Spot:
    """A subject where it stands in its clause."""

    place: int
    subject: str
    denied: str
    told: bool = False


@dataclass
class _Memory:
    """What the clauses before were about."""

    topics: list[str] = field(default_factory=list)
    asked: Claim | None = None
    waiting: list[int] = field(default_factory=list)
    forward: Claim | None = None
    sentence: int = -1

    def mention(self, subject: str) -> None:
        if subject in self.topics:
            self.topics.remove(subject)
        self.topics.append(subject)

    def topic(self, states: tuple[str, ...]) -> str | None:
        """What was spoken of last that can be so."""
        return next((topic for topic in reversed(self.topics) if _can_be(topic, states)), None)


def _can_be(subject: str, states: tuple[str, ...]) -> bool:
    return any(state in MEANINGS[subject] for state in states)


@lru_cache(maxsize=32)
def claims(text: str) -> tuple[Claim, ...]:
    """In the order they were made. Questions, wishes and doubts claim nothing. Linear in the length of the text."""
    memory, found = _Memory(), list[Claim]()
    for clause in clauses(text):
        _hear(clause, memory, found)
    return tuple(found)


def _hear(clause: Clause, memory: _Memory, found: list[Claim]) -> None:
    items = _items(clause.words)
    flags = frozenset(flag for item in items for flag in item.flags)
    if clause.sentence != memory.sentence or not clause.joined:
        memory.waiting, memory.forward = [], None
    memory.sentence = clause.sentence
    asks = clause.question or _asks(items)
    past = "past" in flags and "still" not in flags
    if (answer := _bare(items)) is not None and not asks:
        found.append(_answered(answer, memory, past=past)._replace(sentence=clause.sentence))
        return
    spots, made, forward = _claims(items, memory, past=past, only="only" in flags)
    for subject in (*(spot.subject for spot in spots), *(claim.subject for claim in made if claim.subject)):
        memory.mention(subject)
    made = [claim._replace(sentence=clause.sentence) for claim in made]
    if asks or "supposed" in flags or items[0].word in _TURN:
        memory.asked = (made or [Claim(spots[-1].subject, ("on",))] if spots or made else [None])[-1] if asks else None
        return
    memory.asked = None
    _spread(clause, items, spots, made, forward, memory, found)


def is_question(clause: Clause) -> bool:
    """Whether a clause asks instead of telling."""
    return clause.question or _asks(_items(clause.words))


def mere_answer(clause: Clause) -> str | None:
    """ "yes" or "no" if it says nothing else."""
    return _bare(_items(clause.words))


def _asks(items: list[_Item]) -> bool:
    """Whether it begins like a question. "is on: no" does not."""
    if any("link" in item.flags or "telling" in item.flags for item in items):
        return False
    begun = [item for item in items if not item.states or item.states[0] not in _BARE]
    while begun and (begun[0].word in _LEADING or not begun[0].known):
        begun = begun[1:]
    if not begun:
        return False
    verb = (
        begun[0].word in {"is", "are", "does", "do", "will", "can", "could"}
        and len(begun) > 1
        and bool(begun[1].subjects)
    )
    return "asks" in begun[0].flags or verb


_LEADING = frozenset(
    [
        "so",
        "ok",
        "okay",
        "well",
        "hmm",
        "um",
        "uh",
        "oh",
        "ah",
        "hey",
        "hi",
        "hello",
        "sorry",
        "please",
        "sir",
        "thanks",
    ]
)


def _bare(items: list[_Item]) -> str | None:
    """ "yes", "no" if the clause says nothing else."""
    if _SHORT.fullmatch(" ".join(item.word for item in items)):
        return "yes"
    content = [item for item in items if "filler" not in item.flags and "link" not in item.flags]
    content = [item for item in content if not (item.flags & {"still", "past", "has"} and not item.states)]
    content = [item for item in content if item.states != ("ok", "fair")] or content
    if not content or any("supposed" in item.flags for item in content):
        return None
    told = {_answer(item) for item in content}
    return None if None in told else "no" if "no" in told else "yes"


_SHORT = re.compile(
    r"(?:(?:ok|oh|and|well) )?(?:it|i|they|there|that|we) (?:is|does|do|did|can|am|are|have|has|was|could)(?: (?:now|indeed|too|yes))?"
)


def _answer(item: _Item) -> str | None:
    if item.subjects or item.fact:
        return None
    if "no" in item.states or item.flags & {"not", "any"}:
        return "no"
    return "yes" if "yes" in item.states else None


def _answered(answer: str, memory: _Memory, *, past: bool) -> Claim:
    """A mere yes or no: to the customer's own question ("VPN? no"), or to ours."""
    own = memory.asked
    memory.asked = None
    if own is None:
        return Claim(None, (answer,), past=past, bare=True)
    return own._replace(denied=own.denied != (answer == "no"), past=past)


def _claims(
    items: list[_Item], memory: _Memory, *, past: bool, only: bool
) -> tuple[list[_Spot], list[Claim], Claim | None]:
    """The subjects of one clause, what it claims, and the claim that a list may go on with ("turned off x and y")."""
    told_items = list(_denials(items))
    spots = [_Spot(place, item.subjects[0], denied) for place, item, denied in told_items if item.subjects]
    made: list[Claim] = []
    forward: Claim | None = None
    linked, strangers = _linked(items)
    for place, item, denied in told_items:
        if item.fact:
            made.append(_fact(item.fact, place, spots, past=past))
        elif item.states and not item.subjects and not _preposition(items, place):
            if _BARE.isdisjoint(item.states):
                spot, ahead = _owner(item, place, spots)
                subject = spot.subject if spot else memory.topic(item.states)
                if spot is None and (linked or sum(not one.known for one in items) > FARTHEST):
                    continue
                told = Claim(subject, item.states, _denied(spot, denied, item.states), past, only=only)
                made.append(told)
                forward = told if ahead else forward
                if spot:
                    spot.told = True
            else:
                _value(item, place, items, spots, made, past=past)
    if not strangers:
        made += _mentions(items, spots, past=past, only=only)
    return spots, made, forward


def _denials(items: list[_Item]) -> Iterator[tuple[int, _Item, str]]:
    """Each item with how it is denied: "not", "any" ("no vpn") or "". What is denied last may stand before ("on nahi hai")."""
    found: list[tuple[int, _Item, str]] = []
    pending, unknown = "", 0
    for place, item in enumerate(items):
        negation = _negation(items, place)
        if negation:
            pending, unknown = negation, 0
        elif not item.known:
            unknown += 1
        if not negation or item.subjects:
            telling = (
                item.subjects
                or item.fact
                or (item.states and not _preposition(items, place) and _BARE.isdisjoint(item.states))
            )
            denied = pending if telling and unknown <= 1 else ""
            found.append((place, item, denied))
            if telling:
                pending = ""
    if pending and not unknown:
        last = next(
            (
                n
                for n in range(len(found) - 1, -1, -1)
                if _BARE.isdisjoint(found[n][1].states) and (found[n][1].states or found[n][1].subjects)
            ),
            None,
        )
        if last is not None:
            found[last] = (*found[last][:2], "" if found[last][2] else "not")
    yield from found


def _negation(items: list[_Item], place: int) -> str:
    item = items[place]
    if "not" in item.flags:
        return "not"
    if "any" not in item.flags:
        return ""
    after = items[place + 1] if place + 1 < len(items) else None
    linked = place > 0 and "link" in items[place - 1].flags
    return (
        "" if after is None or linked or "link" in after.flags or after.word.split()[0] in _ANSWERED_BEFORE else "any"
    )


def _preposition(items: list[_Item], place: int) -> bool:
    """ "no signal on my phone": not everything that is called "on" is on."""
    if items[place].word != "on" or place + 1 == len(items):
        return False
    return items[place + 1].word.split()[0] in _NO_STATE_AFTER_ON


def _linked(items: list[_Item]) -> tuple[bool, bool]:
    """Whether the clause is the value of a key we do not know; whether it speaks of a thing without saying that it is there."""
    keys = next((place for place, item in enumerate(items) if "link" in item.flags), 0)
    unknown_key = any(not item.known for item in items[:keys])
    strangers = sum(not item.known for item in items) > 2 or any("act" in item.flags for item in items)
    return unknown_key, strangers


def _owner(item: _Item, place: int, spots: list[_Spot]) -> tuple[_Spot | None, bool]:
    """What this state is said of: the subject before it, unless it has got its own and another follows."""
    fitting = [spot for spot in spots if _can_be(spot.subject, item.states)]
    before = next((spot for spot in reversed(fitting) if spot.place < place), None)
    after = next((spot for spot in fitting if spot.place > place), None)
    if after and (before is None or before.told or (after.place == place + 1 and before.place < place - 2)):
        return after, True
    return before, False


def _denied(spot: _Spot | None, denied: str, states: tuple[str, ...]) -> bool:
    if spot is None or not spot.denied:
        return bool(denied)
    if spot.denied == "any":
        return _NEGATIVE.isdisjoint(states)
    return not denied


def _fact(fact: tuple[str, str], place: int, spots: list[_Spot], *, past: bool) -> Claim:
    """ "no signal", unless it is the Wi-Fi's."""
    before = next((spot for spot in reversed(spots) if spot.place < place), None)
    if before and before.subject in {"wifi", "bluetooth", "vpn"} and not before.told and fact[0] in {"signal", "speed"}:
        before.told = True
        return Claim(before.subject, (fact[1],), past=past)
    return Claim(fact[0], (fact[1],), past=past)


def _value(item: _Item, place: int, items: list[_Item], spots: list[_Spot], made: list[Claim], *, past: bool) -> None:
    """A yes or no that closes what stands before it: "mobile data enabled: yes", "storage no"."""
    before = items[place - 1] if place else None
    if before is None or not ("link" in before.flags or before.subjects or before.states):
        return
    no = "no" in item.states
    spot = next((spot for spot in reversed(spots) if spot.place < place), None)
    if made and not made[-1].bare and "link" in before.flags:
        made[-1] = made[-1]._replace(denied=made[-1].denied != no)
    elif spot is None and all(one.known for one in items[:place]):
        made.append(Claim(None, ("no",) if no else ("yes",), past=past))
    elif spot and not spot.told:
        spot.told = True
        made.append(Claim(spot.subject, ("no",) if no else ("yes",), past=past))


def _mentions(items: list[_Item], spots: list[_Spot], *, past: bool, only: bool) -> Iterator[Claim]:
    """Things spoken of, or denied, without a state: "there is a little plane", "no VPN", "storage: ..."."""
    has = any("has" in item.flags for item in items)
    for spot in spots:
        if spot.told:
            continue
        value = items[spot.place + 1 : spot.place + 3]
        if len(value) == 2 and "link" in value[0].flags and not value[1].known:
            yield Claim(spot.subject, ("something",), past=past)
        else:
            yield Claim(spot.subject, ("had" if has else "mentioned",), bool(spot.denied), past, only=only)


def _spread(
    clause: Clause,
    items: list[_Item],
    spots: list[_Spot],
    made: list[Claim],
    forward: Claim | None,
    memory: _Memory,
    found: list[Claim],
) -> None:
    """In a list what is said of one is said of all: "data and roaming are on", "turned off the vpn and data saver"."""
    states = [claim for claim in made if claim.states[0] not in {"mentioned", "had"}]
    merely = bool(spots) and not states and all(item.known for item in items)
    if merely and memory.forward and clause.joined:
        told = memory.forward
        made = [
            claim._replace(states=told.states, denied=told.denied)
            if claim.subject and _can_be(claim.subject, told.states)
            else claim
            for claim in made
        ]
        forward = told
    elif states and memory.waiting and states[0].subject:
        told = states[0]
        for place in memory.waiting:
            if _can_be(found[place].subject or "", told.states):
                found[place] = found[place]._replace(states=told.states, denied=told.denied)
    memory.waiting = [*memory.waiting, *range(len(found), len(found) + len(made))] if merely else []
    denied = made[-1] if merely and made and made[-1].denied else None
    memory.forward = forward or denied
    found += made
