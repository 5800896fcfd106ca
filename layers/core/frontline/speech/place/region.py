"""The service region of the place a customer names: a circle, its cities, their other spellings, or a postal code."""

import re
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from frontline.model.reading import Found, Hearing, Reading, Unknown
from frontline.model.text import Locale
from frontline.speech.names import Mention, Vocabulary, affirmed
from frontline.speech.place import regions
from frontline.speech.plain import Plain, plain
from frontline.speech.readers import speech, spellings, words
from frontline.texts import COMMON

_PINCODE = re.compile(r"(?<![0-9])[1-8][0-9]{5}(?![0-9])|(?<![0-9])[1-8][0-9]{2} [0-9]{3}(?![0-9])")
_LOOSE = str.maketrans({**dict.fromkeys("aeiouyh", ""), "w": "v", "z": "j", "q": "k"})
"""Regular expressions and letters, because a postal code and a slip of the pen are known by their form."""
_WIDE = "*"
_LONGEST_ANSWER = 9


class _Atlas(NamedTuple):
    """A region named as such is marked wide, so that "Mumbai, Maharashtra" is Mumbai."""

    anywhere: Vocabulary
    answering: Vocabulary
    loose: dict[str, list[str]]
    called: dict[str, str]
    pincodes: dict[str, str]


@lru_cache(maxsize=1)
def _atlas() -> _Atlas:
    circles, places = speech().names["circle"], speech().names["place"]
    wide = {name: region + _WIDE for name, region in circles.anywhere.items()}
    anywhere, answering = wide | dict(places.anywhere), wide | dict(places.answering)
    called = {"".join(name): region.rstrip(_WIDE) for name, region in anywhere.items() if region}
    loose: dict[str, list[str]] = {}
    for name in called:
        loose.setdefault(_skeleton(name), []).append(name)
    every = regions.all_regions()
    pincodes = {prefix: region.id for region in every for prefix in region.pincodes}
    return _Atlas(Vocabulary(anywhere), Vocabulary(answering), loose, called, pincodes)


@lru_cache(maxsize=1)
def named_in_one_word() -> frozenset[str]:
    """Every place we know that has a name of one word, folded."""
    names = (*speech().names["circle"].answering, *speech().names["place"].answering)
    return frozenset(name[0] for name in names if len(name) == 1)


def region_ids() -> frozenset[str]:
    return frozenset(region.id for region in regions.all_regions())


def region_name(region: str, locale: Locale) -> str:
    """What to call a region to a customer; what is no region is called as it is."""
    name = COMMON.get(f"region.{region}")
    return name.words(locale) if name else region


def region(hearing: Hearing) -> Reading:
    """A place that is clearly one, but in no list, is Unknown: asking for it again and again would never end. Two
    places, or a place one travels to, are no answer."""
    text, atlas = plain(hearing.text), _atlas()
    if not atlas.answering.absent(text.vocabulary):
        mentions = [
            mention
            for mention in atlas.answering.mentions(text.words)
            if (hearing.asked or _plain_place(mention, text, atlas)) and not _elsewhere(text.words, mention)
        ]
        if len(mentions) > 1:
            mentions = [mention for mention in mentions if not _left(text.words, mention)] or mentions
        if mentions and not hearing.asked and any(_passing(text.words, start, end) for _, start, end in mentions):
            return None
        values = affirmed(mentions, text.words)
        narrow = {value for value in values if not value.endswith(_WIDE)} or {value.rstrip(_WIDE) for value in values}
        if mentions:
            return Found(value=narrow.pop()) if len(narrow) == 1 else None
    return _answer(hearing, text, atlas) if hearing.asked else None


def _answer(hearing: Hearing, text: Plain, atlas: _Atlas) -> Reading:
    """What an answer holds that no list does: a postal code, a misspelling, or a place we do not know."""
    codes = {match.replace(" ", "") for match in _PINCODE.findall(text.text)} if text.has_digit else set()
    if codes:
        found = {atlas.pincodes.get(code[:3], atlas.pincodes.get(code[:2])) for code in codes}
        only = found.pop() if len(found) == 1 else None
        return Found(value=only) if only else Unknown(said=_said(hearing))
    if "?" in text.text or len(text.words) > _LONGEST_ANSWER:
        return None
    place = [word for word in text.words if word not in words("around_a_place")]
    misspelt = _misspelt("".join(place), atlas)
    if misspelt:
        return Found(value=misspelt)
    alike = (
        0 < len(place) <= 4
        and words("not_a_place").isdisjoint(text.vocabulary)
        and any(2 < len(word) <= 40 for word in place)
    )
    return (
        Unknown(said=_said(hearing)) if (alike and not text.has_digit) or text.words in spellings("too_wide") else None
    )


def _misspelt(said: str, atlas: _Atlas) -> str | None:
    """One slip away from exactly one region's names, consonants and last letter being right: there are villages called
    Rampura, and "Rampur" is not "Raipur". In a short name only a letter too many of the same is a slip: "Punee"."""
    if not 4 <= len(said) <= 24:
        return None
    found = {
        atlas.called[name]
        for name in atlas.loose.get(_skeleton(said), ())
        if name[-1] == said[-1] and (_one_slip(said, name) if len(said) >= 6 else _once(said) == _once(name))
    }
    return found.pop() if len(found) == 1 else None


def _skeleton(name: str) -> str:
    """Consonants alone, doubled ones once, in alphabetical order so that two swapped letters still meet."""
    return "".join(sorted(set(name.translate(_LOOSE))))


def _once(name: str) -> str:
    """Every doubled letter once."""
    return "".join(letter for letter, _ in groupby(name))


def _one_slip(one: str, other: str) -> bool:
    """One letter more, less or other, or two neighbours swapped."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, target = one[start:], other[start:]
    swapped = len(rest) > 1 and rest[1] + rest[0] + rest[2:] == target
    return swapped or rest[1:] == target[1:] or rest[1:] == target or rest == target[1:]


def _left(text: tuple[str, ...], place: Mention) -> bool:
    """The place somebody moved from: "from Delhi to Surat", "Delhi se Surat shift ho gaya"."""
    before, after = text[max(0, place.start - 1) : place.start], text[place.end : place.end + 1]
    return not words("from_before").isdisjoint(before) or not words("from_behind").isdisjoint(after)


def _elsewhere(text: tuple[str, ...], place: Mention) -> bool:
    """ "Not in Delhi" says where somebody is not."""
    return text[max(0, place.start - 2) : place.start] in spellings("elsewhere")


def _plain_place(mention: Mention, text: Plain, atlas: _Atlas) -> bool:
    """Whether a name is a place though nobody asked for one: it means nothing else, or "in" stands before it."""
    before = text.words[max(0, mention.start - 1) : mention.start]
    known = atlas.anywhere.mentions(text.words[mention.start : mention.end])
    return not words("placed_by").isdisjoint(before) or next(known, None) is not None


def _passing(text: tuple[str, ...], start: int, end: int) -> bool:
    """A move that is over leads nowhere any more: "shifted to Pune", "Pune shift ho gaya"."""
    before, after = text[max(0, start - 4) : start], text[end : end + 2]
    if not words("moved").isdisjoint(before) or after in spellings("moved_there"):
        return False
    return not words("towards").isdisjoint(before[-2:]) or not words("on_the_way").isdisjoint(after)


def _said(hearing: Hearing) -> str:
    return " ".join(hearing.text.split())[:80]
