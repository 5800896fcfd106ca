"""What only the sandbox's customers know, in every shape that somebody can write it in, looked for in a text; written without a
look at how Frontline finds it."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from frontline.journal import rows
from frontline.model.action import AskSlot
from frontline.model.message import Said
from frontline.model.turn import Turn
from local.operator.seeds import CUSTOMERS

ASKED_FOR = frozenset({"identity_proof", "one_time_code"})
MONTHS = (
    "january jan janvari जनवरी", "february feb farvari फरवरी", "march mar मार्च", "april apr aprail अप्रैल", "may मई",
    "june jun जून", "july jul julai जुलाई", "august aug agast अगस्त", "september sep sept sitambar सितंबर",
    "october oct aktubar अक्टूबर", "november nov navambar नवंबर", "december dec disambar दिसंबर",
)  # fmt: skip
_GAP = r"(?:\W|_|st|nd|rd|th|of|ko|को){1,5}"


_BORN = [date.fromisoformat(one.born) for one in CUSTOMERS]
_WHOLE = "|".join(sorted({f"{day:{form}}" for day in _BORN for form in ("%Y", "%d%m%Y", "%Y%m%d")}))
_YEAR = "|".join(sorted({f"{day:%y}" for day in _BORN}))
_LIKELY = re.compile(
    rf"(?<!\d)(?:{_WHOLE}|\d{{1,2}}[-/. ][^\s\d]{{2,12}}[-/. ](?:{_YEAR})|\d{{1,2}}{_GAP}(?:{_YEAR}))(?!\d)"
)
"""A part of every date. There are thousands of texts, and few hold it: only around it is looked closely."""
_AROUND = 40


def beyond_the_message(turn: Turn) -> str:
    """A row without the customer's own words, and without what answers an open question for a secret."""
    asked = turn.ticket.question
    question = asked.but(half="") if isinstance(asked, AskSlot) else asked
    action = turn.action.but(half="") if isinstance(turn.action, AskSlot) else turn.action
    ticket = turn.ticket.but(facts=turn.ticket.facts.without(ASKED_FOR), question=question)
    return rows.to_body(turn.but(message=turn.message.but(content=Said(text="")), action=action, ticket=ticket))


def secrets_in(text: str, codes: Sequence[str] = ()) -> list[str]:
    """Dates of birth of anybody, full names beside what hides one, and codes."""
    read = _readable(text)
    found = list(_dates_in(read))
    found += [match[0] for match in _names().finditer(read)] if "[date of birth]" in read else []
    return found + [code for code in codes if code in read and re.search(rf"(?<!\d){code}(?!\d)", read)]


def without_digests(text: str) -> str:
    """A text without its hashes, which may hold any four digits."""
    return re.sub(r"\b(?=\d*[a-f])(?:[0-9a-f]{8}|[0-9a-f]{32,})\b", "", text)


def _readable(text: str) -> str:
    folded = text.casefold()
    if folded.isascii():
        return folded
    return folded.translate({ord(sign): str(unicodedata.digit(sign)) for sign in set(folded) if sign.isdigit()})


def shapes(born: date) -> Iterator[str]:
    """The same day as people write it."""
    for name in MONTHS[born.month - 1].split():
        yield f"{born.day} {name} {born.year}"
        yield f"{name} {born.day}, {born.year}"
        yield f"{born.day}-{name}-{born.year % 100:02d}"
    for sign in "-/.":
        yield f"{born.day:02d}{sign}{born.month:02d}{sign}{born.year}"
        yield f"{born.day}{sign}{born.month}{sign}{born.year}"
    for sign in "-/":
        yield f"{born.day:02d}{sign}{born.month:02d}{sign}{born.year % 100:02d}"
    yield born.isoformat()
    yield f"{born:%d%m%Y}"
    yield f"{born.day}{'st' if born.day % 10 == 1 else 'th'} of {MONTHS[born.month - 1].split()[0]} {born.year}"


def _dates_in(read: str) -> Iterator[str]:
    done = 0
    for likely in _LIKELY.finditer(read):
        for match in _dates().finditer(read, max(done, likely.start() - _AROUND), likely.end() + _AROUND):
            yield match[0]
            done = match.end()


@cache
def _dates() -> re.Pattern[str]:
    return re.compile("|".join(map(_shape, _BORN)))


def _shape(born: date) -> str:
    day, year = f"0?{born.day}", f"(?:{born.year}|{born.year % 100:02d})"
    month = f"(?:0?{born.month}|{'|'.join(MONTHS[born.month - 1].split())})"
    named = f"(?:{'|'.join(MONTHS[born.month - 1].split())})"
    return "|".join(
        (
            rf"(?<!\d){day}{_GAP}{month}{_GAP}{born.year}(?!\d)",
            rf"(?<!\d){day}(?P<g{born:%Y%m%d}>[-/. ]){month}(?P=g{born:%Y%m%d}){year}(?!\d)",
            rf"(?<!\d){born.year}{_GAP}{month}{_GAP}{day}(?!\d)",
            rf"{named}{_GAP}{day}{_GAP}{year}(?!\d)",
            rf"(?<!\d)(?:{born:%d%m%Y}|{born:%Y%m%d})(?!\d)",
        )
    )


@cache
def _names() -> re.Pattern[str]:
    """Only where what hides a date of birth stands beside."""
    names = "|".join(one.name.casefold() for one in CUSTOMERS)
    return re.compile(rf"(?:{names})[^\"]{{0,30}}\[date of birth\]|\[date of birth\][^\"]{{0,30}}(?:{names})")
