"""From what was said of a phone to its words and signs, and from those to clauses: typing errors mended, keys and values kept
together, what is said of another phone left out."""

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from frontline.speech.plain import WORD, fold, is_sign, words_of
from frontline.speech.readers import said, spellings, words
from frontline.speech.report import flatten
from frontline.trades.telecom.slots.phone_state.bars import counted
from frontline.trades.telecom.slots.phone_state.lexicon import is_known

_HUMP = re.compile(r"(?<=[a-z]{2})(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
"""Form: the humps of `airplaneMode`."""
_RUN_TOGETHER = re.compile(r"(?<=: )([\w-]+) (?=(?:[A-Z][\w-]*(?: \([\w ]+\))? ){0,4}[A-Z][\w-]*: )")
"""Form: the capitals of a report whose lines were run together, "Airplane Mode: OFF SIM Card Status: active"."""
_TOKEN = re.compile(
    rf"https?://[^\s\"',;|]+|mmsc?[\w-]{{0,40}}\.[\w./:-]{{2,200}}\w|(?:\d+[.,])?{WORD}|[^\w\s-]|\n|(?<=\s)-(?=\s)"
)
"""Form: addresses, numbers with a unit, words, signs; a dash only where blanks are around it."""
ENDS = frozenset("\n.;!?|•")
_LINKS = frozenset(":=>→⇒")
_PAUSES = frozenset(",(){}[]/&-")
_DIGITS = frozenset("0123456789")
_EMPTY = frozenset(['""', "[]", "{}"])
LONGEST_INTRODUCTION = 16
LONGEST = 60
"""Words in one clause; what rambles on is cut, so that the time to read it grows with its length only."""


class Clause(NamedTuple):
    """`joined`: by which word or comma it goes on with a list ("data and roaming"). `question`: it asks, and so claims
    nothing. A colon is a word."""

    words: tuple[str, ...]
    sentence: int
    joined: str
    question: bool


def clauses(text: str) -> list[Clause]:
    """In order. What stands between two commas is a clause; a question mark makes a question of the one before it."""
    found: list[Clause] = []
    told: list[str] = []
    sentence, joined = 0, ""
    joining = words("joins") | {",", "/", "&"}
    for sign in (*tokens(text), "\n"):
        if len(told) < LONGEST and not _breaks(sign):
            told += [sign] if sign == ":" or not is_sign(sign) or is_known(sign) else []
            continue
        if told:
            found.append(Clause(counted(told), sentence, joined, question=sign == "?"))
            told, joined = [], ""
        sentence += sign in ENDS
        joined = sign if sign in joining else joined if sign in _PAUSES else ""
    return found


def _breaks(sign: str) -> bool:
    return sign in ENDS or sign in _PAUSES or sign in words("joins") or sign in words("turns")


@lru_cache(maxsize=32)
def tokens(text: str) -> tuple[str, ...]:
    """The words and signs, of this phone and of now; `:` is every link between a key and its value."""
    whole: list[str] = []
    part: list[str] = []
    for sign in (*_linked(_TOKEN.findall(_spelled(_flat(text)))), ""):
        if sign == ":" and _introduces(part):
            part = []
        elif sign in ENDS or sign in ("", ","):
            whole += [sign] if "handset.elsewhere" in said(" ".join(part)) else [*part, sign]
            part = []
        else:
            part.append(sign)
    return tuple(whole[:-1])


def _flat(text: str) -> str:
    """What an app exports as JSON reads like its report."""
    if not text.lstrip().startswith("{"):
        return text
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return flatten(told) if isinstance(told, dict) else text


def _spelled(text: str) -> str:
    text = _RUN_TOGETHER.sub(r"\1; ", _begun_anew(text.replace("’", "'").replace("'s ", " is ").replace("''", '""')))
    return fold(_HUMP.sub(" ", text))


def _begun_anew(text: str) -> str:
    """A question or a plea that begins with a capital where nobody ended the sentence before: "OFF What should I do next"."""
    told = text.split(" ")
    for place, word in enumerate(told[1:], 1):
        capital = word[:1].isupper() and not word[1:2].isupper()
        if capital and told[place - 1] and told[place - 1][-1] not in ".!?,;:|\n":
            ahead = tuple(words_of(fold(" ".join(told[place : place + 3]))))
            if any(ahead[: len(spelling)] == spelling for spelling in spellings("begins_anew")):
                told[place - 1] += "."
    return " ".join(told)


def _introduces(part: Sequence[str]) -> bool:
    last = [*takewhile(lambda sign: not _breaks(sign), reversed(part[-LONGEST_INTRODUCTION:]))]
    return "handset.introduces" in said(" ".join(reversed(last)))


def _linked(found: list[str]) -> Iterator[str]:
    """Links and empty values by one name each, "2/4" as two of four, addresses as such."""
    told: list[str] = []
    for place, (sign, ahead) in enumerate(pairwise([*found, "", ""])):
        before = told[-1] if told else ""
        if (
            place
            and found[place - 1] in ":=→⇒"
            and (sign in ("", ",", "}", "|", ";") or (sign == "\n" and _of_a_key(found, place)))
        ):
            told.append("empty")
        if before + sign in _EMPTY:
            told[-1] = "none"
        elif sign == "a" and told[-2:] == ["n", "/"]:
            told[-2:] = ["none"]
        elif sign in _LINKS or (sign == "-" and ahead in words("after_dash")):
            told.append(":")
        elif before == "/" and {sign, *told[-2:-1]} <= _DIGITS:
            told[-1:] = ["of", sign]
        else:
            told.append("weburl" if "://" in sign or ("." in sign[1:] and not sign[0].isdigit()) else mended(sign))
    return iter(told[:-1])


def _of_a_key(found: Sequence[str], place: int) -> bool:
    """Whether the line below is a key with a value of its own, or there is none."""
    line = [sign for sign in found[place : place + 12] if sign not in "\n-*•"]
    return next((sign for sign in line if sign in _LINKS or _breaks(sign)), ":" if not line else "") in _LINKS


def _thinned(word: str) -> set[str]:
    return {word[:place] + word[place + 1 :] for place in range(len(word))} | {word}


@cache
def _by_part() -> dict[str, str]:
    return {part: word for word in sorted(words("one_slip_away")) for part in _thinned(word)}


@lru_cache(maxsize=4096)
def mended(word: str) -> str:
    """A word one slip away from a telling one that nothing else resembles: "airplne", "exellent", "singal"."""
    if not 5 <= len(word) <= 14 or word in words("one_slip_away") or not word.isascii():
        return word
    return next((_by_part()[part] for part in sorted(_thinned(word)) if part in _by_part()), word)
