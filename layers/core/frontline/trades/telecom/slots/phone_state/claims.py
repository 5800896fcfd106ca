"""Who said what of what: "airplane mode is off but I have no signal" claims two things, "it was on, I turned it off" one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from frontline.speech.readers import words
from frontline.trades.telecom.slots.phone_state.clauses import Clause, clauses
from frontline.trades.telecom.slots.phone_state.items import LINK, Denial, Item, items_of
from frontline.trades.telecom.slots.phone_state.lexicon import meanings
from frontline.trades.telecom.slots.phone_state.moods import asks, bare, supposed

FARTHEST = 3
"""Words we do not know that may stand in a clause which does not say of what it speaks."""

_NEGATIVE = frozenset({"off", "gone", "none", "no", "missing", "empty", "failed", "incorrect", "denied"})
_MERE = frozenset({"mentioned", "had"})


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


@dataclass
class _Spot:
    """A subject where it stands in its clause; `told` once something was said of it."""

    place: int
    subject: str
    denied: Denial
    told: bool = False


@dataclass
class _Memory:
    """What the clauses before were about. `waiting`: claims that only name a thing, which a list may still speak of.
    `forward`: what a list goes on with."""

    topics: list[str] = field(default_factory=list)
    asked: Claim | None = None
    waiting: list[int] = field(default_factory=list)
    forward: Claim | None = None
    sentence: int = 0

    def mention(self, subject: str) -> None:
        if subject in self.topics:
            self.topics.remove(subject)
        self.topics.append(subject)

    def topic(self, states: tuple[str, ...]) -> str | None:
        """What was spoken of last that can be so."""
        return next((topic for topic in reversed(self.topics) if _can_be(topic, states)), None)


def _can_be(subject: str | None, states: tuple[str, ...]) -> bool:
    return subject is not None and any(state in meanings(subject) for state in states)


@lru_cache(maxsize=32)
def claims(text: str) -> tuple[Claim, ...]:
    """In the order they were made. Questions, wishes and doubts claim nothing, and no cheer at the start of a sentence ("great").
    Linear in the length of the text."""
    memory, found = _Memory(), list[Claim]()
    heard = [(clause, items_of(clause.words)) for clause in clauses(text)]
    told = [(clause, items) for clause, items in heard if not all("courtesy" in item.flags for item in items)]
    begun = -1
    for clause, items in told:
        cheers = clause.sentence != begun and len(clause.words) == 1 and clause.words[0] in words("cheers")
        if not cheers or len(told) == 1:
            _hear(clause, items, memory, found)
        begun = clause.sentence
    return tuple(found)


def _hear(clause: Clause, items: list[Item], memory: _Memory, found: list[Claim]) -> None:
    asking = clause.question or asks(items)
    if clause.sentence != memory.sentence or not clause.joined:
        memory.waiting, memory.forward = [], None
    memory.sentence = clause.sentence
    answer = bare(items)
    if answer is not None and not asking:
        found.append(_answered(answer, memory)._replace(sentence=clause.sentence))
        return
    made, forward = _claimed(items, memory)
    if clause.joined in ("or", "nor") and memory.waiting and found[memory.waiting[-1]].denied:
        made = [claim._replace(denied=_NEGATIVE.isdisjoint(claim.states)) for claim in made]
    spoken = [item.subject for item in items if item.subject]
    for subject in (*spoken, *(claim.subject for claim in made if claim.subject)):
        memory.mention(subject)
    memory.asked = None
    if asking:
        memory.asked = made[-1] if made else Claim(spoken[-1], ("on",)) if spoken else None
    elif not supposed(items):
        made = [claim._replace(sentence=clause.sentence) for claim in made]
        _spread(made, forward, memory, found, merely=bool(spoken) and all(item.known for item in items))


def _answered(answer: str, memory: _Memory) -> Claim:
    """A mere yes or no: to the customer's own question ("VPN? no"), or to ours."""
    own, memory.asked = memory.asked, None
    if own is None:
        return Claim(None, (answer,), bare=True)
    return own._replace(denied=own.denied != (answer == "no"))


def _claimed(items: Sequence[Item], memory: _Memory) -> tuple[list[Claim], Claim | None]:
    """What one clause claims, and the claim that a list may go on with ("turned off x and y")."""
    flags = frozenset(flag for item in items for flag in item.flags)
    past, only = "past" in flags and "still" not in flags, "only" in flags
    spots = [_Spot(place, item.subject, item.denied) for place, item in enumerate(items) if item.subject]
    lost = _of_something_else(items)
    made: list[Claim] = []
    forward: Claim | None = None
    for place, item in enumerate(items):
        if item.fact:
            made.append(_fact(item.fact, place, spots))
        elif item.answers:
            _close(item, place, items, spots, made)
        elif item.states and not item.subject:
            spot, ahead = _owner(item.states, place, spots)
            if spot is None and lost:
                continue
            subject = spot.subject if spot else memory.topic(item.states)
            made.append(Claim(subject, item.states, _denies(spot, item), only=only))
            forward = made[-1] if ahead else forward
            if spot:
                spot.told = True
    made += _mentions(items, spots, has="has" in flags, only=only, acts="act" in flags)
    return [claim._replace(past=past) for claim in made], forward


def _of_something_else(items: Sequence[Item]) -> bool:
    """Whether what the clause says without a subject is the value of a key we do not know, or lost among strangers."""
    strangers = [place for place, item in enumerate(items) if not item.known]
    link = next((place for place, item in enumerate(items) if item is LINK), 0)
    return len(strangers) > FARTHEST or any(place < link for place in strangers)


def _owner(states: tuple[str, ...], place: int, spots: Sequence[_Spot]) -> tuple[_Spot | None, bool]:
    """What these states are said of: the subject before them, unless it has got its own and another follows."""
    fitting = [spot for spot in spots if _can_be(spot.subject, states)]
    before = next((spot for spot in reversed(fitting) if spot.place < place), None)
    after = next((spot for spot in fitting if spot.place > place), None)
    if after and (before is None or before.told or (after.place == place + 1 and before.place < place - 2)):
        return after, True
    return before, False


def _denies(spot: _Spot | None, item: Item) -> bool:
    if spot is None or not spot.denied:
        return bool(item.denied)
    if spot.denied == "any":
        return _NEGATIVE.isdisjoint(item.states)
    return not item.denied


def _fact(fact: tuple[str, ...], place: int, spots: Sequence[_Spot]) -> Claim:
    """ "no signal", unless it is the Wi-Fi's."""
    subject, state = fact
    before = next((spot for spot in reversed(spots) if spot.place < place), None)
    if before and before.subject in {"wifi", "bluetooth", "vpn"} and not before.told and subject in {"signal", "speed"}:
        before.told = True
        return Claim(before.subject, (state,))
    for spot in spots:
        spot.told = spot.told or spot.subject == subject
    return Claim(subject, (state,))


def _close(item: Item, place: int, items: Sequence[Item], spots: Sequence[_Spot], made: list[Claim]) -> None:
    """A yes or no that closes what stands before it: "mobile data enabled: yes", "storage no"."""
    before = items[place - 1] if place else None
    if before is None or not (before is LINK or before.subject or before.states):
        return
    value = ("no",) if "no" in item.states else ("yes",)
    spot = next((spot for spot in reversed(spots) if spot.place < place), None)
    if made and before is LINK:
        made[-1] = made[-1]._replace(denied=made[-1].denied != (value == ("no",)))
    elif spot is None and all(one.known for one in items[:place]):
        made.append(Claim(None, value))
    elif spot and not spot.told:
        spot.told = True
        made.append(Claim(spot.subject, value))


def _mentions(items: Sequence[Item], spots: Sequence[_Spot], *, has: bool, only: bool, acts: bool) -> Iterator[Claim]:
    """Things spoken of, or denied, without a state: "there is a little plane", "no VPN", "MMSC: wapenc". A clause that
    speaks of doing something with a thing does not say that it is there."""
    if acts or sum(not item.known for item in items) > FARTHEST - 1:
        return
    for spot in spots:
        value = items[spot.place + 1 : spot.place + 3]
        if spot.told:
            continue
        if len(value) == 2 and value[0] is LINK and not value[1].known:
            yield Claim(spot.subject, ("something",))
        else:
            yield Claim(spot.subject, ("had" if has else "mentioned",), bool(spot.denied), only=only)


def _spread(made: list[Claim], forward: Claim | None, memory: _Memory, found: list[Claim], *, merely: bool) -> None:
    """In a list what is said of one is said of all: "data and roaming are on", "turned off the vpn and data saver".
    `merely`: the clause knows all its words and names a subject."""
    told = next((claim for claim in made if claim.states[0] not in _MERE), None)
    merely = merely and told is None
    if merely and memory.forward:
        forward = memory.forward
        made = [_like(claim, forward) if claim.states[0] == "mentioned" and not claim.only else claim for claim in made]
    elif told and told.subject:
        for place in memory.waiting:
            found[place] = _like(found[place], told)
    memory.waiting = [*memory.waiting, *range(len(found), len(found) + len(made))] if merely else []
    memory.forward = forward or (made[-1] if merely and made and made[-1].denied else None)
    found += made


def _like(claim: Claim, other: Claim) -> Claim:
    return claim._replace(states=other.states, denied=other.denied) if _can_be(claim.subject, other.states) else claim
