"""Where a text tells a code, a card's number or a password."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise

from frontline.speech.numbers.amount import called_money
from frontline.speech.numbers.code import LONGEST, SHORTEST
from frontline.speech.numbers.phone import indian
from frontline.speech.numbers.spelled import digits
from frontline.speech.placed import Placed, cut, ends, last_run, placed, sentences
from frontline.speech.plain import words_of
from frontline.speech.readers import spellings, words
from frontline.speech.secrets.places import Taken

Span = tuple[int, int]

_ABROAD = {(10,), (11,), (3, 3, 4), (1, 3, 3, 4)}
_LONGEST_PHONE = 14
_CARD_PARTS = {(4, 4, 4, 4), (4, 4, 4, 4, 3), (4, 6, 5), (4, 4, 4, 1), (4, 4, 5), (6, 13)}
_MOST_CARD_PARTS = 5
_FEWEST, _MOST = 13, 19
"""Digits of a card's number."""
_OF_A_PHONE = 10
"""As many digits together may be a phone number beside something else."""


def cards(text: str, row: Sequence[Placed]) -> Iterator[Span]:
    """Thirteen to nineteen digits that add up as a card's do, written together or as on the card; in whatever groups where
    a card is spoken of."""
    figures = _figures(row)
    if sum(len(one.said) for one in figures) < _FEWEST:
        return
    named = any(one.said in words("card_word") for one in row)
    for chain in _linked(text, figures, " -."):
        for first in range(len(chain)):
            for last in range(min(len(chain), first + _MOST_CARD_PARTS), first, -1):
                groups = chain[first:last]
                sizes = tuple(len(one.said) for one in groups)
                in_parts = sizes in _CARD_PARTS or (named and min(sizes) > 1 and max(sizes) < _OF_A_PHONE)
                if not _FEWEST <= sum(sizes) <= _MOST or not (len(groups) == 1 or in_parts):
                    continue
                if _adds_up("".join(one.said for one in groups)) and not _no_card(text, groups[0].start):
                    yield groups[0].start, groups[-1].end


def _adds_up(told: str) -> bool:
    """Luhn's sum."""
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in told[-2::-2])
    return (sum(doubled) + sum(map(int, told[-1::-2]))) % 10 == 0


def _no_card(text: str, start: int) -> bool:
    """Whether shortly before these figures, and before no others, stands what they are."""
    before = text[max(0, start - 24) : start]
    last = [one for one in placed(before) if one.said.isdecimal() or one.said in words("no_card")][-1:]
    return any(one.said in words("no_card") and len(before) - one.end <= 12 for one in last)


def codes(text: str, row: Sequence[Placed], taken: Taken, *, due: bool) -> Iterator[Span]:
    """Four to eight digits in a sentence that speaks of a code, or wherever one is `due`; not what is a phone number, money
    or among the spans that are `taken` for something else."""
    if not due and all(one.said not in words("code_word") and one.said not in words("card_code") for one in row):
        return
    for sentence in sentences(text, row):
        if due or any(_names_a_code(text, sentence, at) for at in range(len(sentence))):
            yield from _in_figures(text, [one for one in _figures(sentence) if taken.free(one.start, one.end)])
            yield from _in_words(sentence)
    for at in [at for at, one in enumerate(row) if one.said in words("card_code")]:
        yield from (*_beside(text, row, at, 1), *_beside(text, row, at, -1))


def _beside(text: str, row: Sequence[Placed], at: int, step: int) -> Iterator[Span]:
    """The three or four digits of a card's code on one side of its name."""
    beside = at + step
    while 0 <= beside < len(row):
        one, other = sorted((row[beside], row[beside - step]), key=lambda one: one.start)
        if not set(text[one.end : other.start]).isdisjoint("_,.;"):
            return
        if row[beside].said.isdecimal() and len(row[beside].said) in (3, 4):
            yield row[beside].start, row[beside].end
        if row[beside].said not in words("about_card_code") and row[beside].said != "2":
            return
        beside += step


def _names_a_code(text: str, row: Sequence[Placed], at: int) -> bool:
    """ "error code" names none."""
    if row[at].said not in words("code_word") and row[at].said not in words("card_code"):
        return False
    other = at > 0 and row[at].said in words("code_alone") and row[at - 1].said in words("other_code")
    return not (other and text[row[at - 1].end : row[at].start] in ("", " "))


def _in_figures(text: str, free: Sequence[Placed]) -> Iterator[Span]:
    for chain in _linked(text, free, " -.,"):
        for run in _without_phones(chain):
            spans = (
                [(run[0].start, run[-1].end)]
                if _is_one_code(text, run)
                else [
                    (one.start, one.end)
                    for one in run
                    if SHORTEST <= len(one.said) <= LONGEST and not _decimal(text, one.start, one.end)
                ]
            )
            yield from (span for span in spans if not _money(text, *span))


def _is_one_code(text: str, run: list[Placed]) -> bool:
    """Figure by figure, or in groups between blanks and hyphens."""
    signs = {text[one.end : other.start] for one, other in pairwise(run)}
    written = all(len(one.said) == 1 for one in run) or signs <= {" ", "-"}
    return len(run) > 1 and written and SHORTEST <= sum(len(one.said) for one in run) <= LONGEST


def _in_words(row: Sequence[Placed]) -> Iterator[Span]:
    """Digits told one by one: "four eight two nine one three"."""
    for told, group in groupby(row, lambda one: one.said in digits() or (len(one.said) == 1 and one.said.isdecimal())):
        run = list(group)
        if told and SHORTEST <= len(run) <= LONGEST:
            yield run[0].start, run[-1].end


def _figures(row: Sequence[Placed]) -> list[Placed]:
    return [one for one in row if one.said.isdecimal()]


def _linked(text: str, groups: Sequence[Placed], signs: str) -> Iterator[list[Placed]]:
    """Groups of digits with one sign between them."""
    return cut(groups, lambda one, other: other.start != one.end + 1 or text[one.end] not in signs)


def _without_phones(chain: list[Placed]) -> Iterator[list[Placed]]:
    """What is left of a row of digits, once the phone numbers in it are gone."""
    at = first = 0
    while at < len(chain):
        sizes = range(min(_LONGEST_PHONE, len(chain) - at), 0, -1)
        size = next((size for size in sizes if _is_phone(chain[at : at + size])), 0)
        if size and first < at:
            yield chain[first:at]
        at += size or 1
        first = at if size else first
    if first < at:
        yield chain[first:]


def _is_phone(groups: list[Placed]) -> bool:
    told = "".join(one.said for one in groups)
    if indian(told.removeprefix("00") if len(told) == 14 else told, landline=True):
        return True
    abroad = len(told) == 10 or (len(told) == 11 and told[0] == "1")
    return abroad and tuple(len(one.said) for one in groups) in _ABROAD and not {told[-10], told[-7]} & {"0", "1"}


def _money(text: str, start: int, end: int) -> bool:
    after = "".join(words_of(text[end : end + 14])[:1])
    if after in words("money") or after in words("counted") or text[end : end + 1] == "%":
        return True
    before = text[max(0, start - 24) : start]
    said = last_run(before)
    spent = not before.endswith("  ") and ends(said, len(said), "spent") > 0
    return spent or called_money(before) or text[end : end + 2] in ("/-", "/=")


def _decimal(text: str, start: int, end: int) -> bool:
    """A part of a figure with a point or commas, or of what is called by letters and digits."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    glued = before[-1:] in ("*", "#", "/", "+") or after[:1] in ("*", "#", "/")
    return (
        glued or (before[:1].isdecimal() and before[1:] in (".", ",")) or (after[1:].isdecimal() and after[0] in ".,")
    )


def passwords(text: str, row: Sequence[Placed]) -> Iterator[Span]:
    """The word after "password is" or before "is my password", or beside "password" one that looks like no word."""
    for at, one in enumerate(row):
        if one.said not in words("password"):
            continue
        before = [word.said for word in row[max(0, at - 2) : at]]
        if many := ends(before, len(before), "its_my"):
            yield from _before_it(text, row[at - many].start - 1)
        match = _told().match(text, one.end)
        if match is None or match["word"].strip("\"“”'.,?") in words("no_password"):
            continue
        if match["link"].strip() or any(sign.isdigit() for sign in match["word"]):
            yield match.span("word")


def _before_it(text: str, end: int) -> Iterator[Span]:
    """The word that ends there, if it has a figure."""
    word = text[max(0, end - 61) : max(0, end)].rpartition(" ")[2]
    if 3 <= len(word) <= 60 and "\x00" not in word and any(sign.isdigit() for sign in word):
        yield end - len(word), end


@cache
def _told() -> re.Pattern[str]:
    """What stands between "password" and the password, and the form of one: in quotes, or signs of any kind without a blank."""
    of, is_ = ("|".join(map(" ".join, one)) for one in (spellings("password_of"), spellings("password_is")))
    return re.compile(
        rf"(?: (?:{of})(?: [^\W\d_]+){{1,3}}(?= ?(?:(?:{is_})|=|:) ))?"
        rf"(?P<link> {{0,4}}(?:[:=]|->|-) {{0,4}}| {{1,4}}(?:{is_}) {{0,4}}:? {{1,4}}| {{1,4}})"
        r"(?P<word>[\"“'][^\"”'\n]{1,60}[\"”']|[^\s\x00]{3,60})"
    )
