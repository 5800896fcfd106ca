"""An amount of money as a decimal string with two places; the currency is the organisation's."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from frontline.model.reading import Found, Hearing, Reading
from frontline.speech.names import numbers_of
from frontline.speech.negation import negated
from frontline.speech.numbers.spelled import price_at, starts
from frontline.speech.placed import begins, ends, first_run, last_run
from frontline.speech.plain import Plain, plain, words_of
from frontline.speech.readers import words

_NUMBER = re.compile(r"(?<![\d,_])([0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{2,3}){1,4})(\.[0-9]{1,2})?(?![0-9]|[.,][0-9])")
"""An amount's form: "1,29,999.00", not "199.999" and not a part of a longer number."""
SIGNS = ("₹", "$", "€", "£")
_SIGNS_AFTER = ("/-", "/=", "₹", "$", "€")
_SHORT = 3
"""Letters of a word for money that has a point behind it: "rs."."""
_LEAST_RECHARGE = 10


class _Money(NamedTuple):
    """An amount, and whether the customer called it money."""

    value: str
    marked: bool


def amount(hearing: Hearing) -> Reading:
    """A number that is called money, or is what was recharged, wins over bare ones; bare ones count only as an answer.
    Two different amounts are nobody's guess."""
    text = plain(hearing.text)
    found: set[_Money] = set(_written(text.text)) if text.has_digit else set()
    if not found and not starts().isdisjoint(text.vocabulary):
        found = set(_spelled(text))
    marked = {money.value for money in found if money.marked}
    told = marked or ({money.value for money in found} if hearing.asked else set())
    return Found(value=told.pop()) if len(told) == 1 else None


def _written(text: str) -> Iterator[_Money]:
    for match in _NUMBER.finditer(text):
        before, (unit, end) = text[max(0, match.start() - 40) : match.start()], _after(text, match.end())
        named, scale = called_money(before), _scale_of(unit)
        if (before[-1:] == "." or words_of(before[-1:])) and not named:
            continue
        if scale > 1:
            unit, _ = _after(text, end)
        else:
            end = match.end()
        following, money = text[end : end + 40], unit in words("money")
        marked = named or money or unit in _SIGNS_AFTER
        counted = unit in words("counted") or following[:1] in {"/", "-", ":", "%"}
        if not marked and (counted or before[-1:] in {"/", "-", ":", "+", "#"}):
            continue
        marked = marked or _recharged(before, match[1], text[match.end() : match.end() + 40])
        denying = [word for word in words_of(before) if word not in words("money")]
        if not negated([*denying, "", *words_of(following)[money:]], len(denying), len(denying) + 1):
            yield _Money(_canonical(match[1], match[2], scale), marked)


def _scale_of(unit: str) -> int:
    return numbers_of("scale").get(unit) or numbers_of("scale_of_figures").get(unit, 1)


def called_money(before: str) -> bool:
    """Whether what stands right before a number calls it money: "₹", "rs", "rs."."""
    left = before[-12:].removesuffix(" ")
    word = "".join(words_of(left)[-1:])
    ending = (word, f"{word}.") if len(word) <= _SHORT else word
    return left.endswith(SIGNS) or (word in words("money_before") and left.endswith(ending))


def _after(text: str, end: int) -> tuple[str, int]:
    """The sign or the word right after a number, and where that ends."""
    start = end + (text[end : end + 1] == " ")
    after = text[start : start + 16]
    found = [one for one in (*_SIGNS_AFTER, *words_of(after)[:1]) if after.startswith(one)]
    return (found[0], start + len(found[0])) if found else ("", end)


def _recharged(before: str, number: str, after: str) -> bool:
    """ "recharge of 599", "599 wala recharge": the number beside a recharge is its amount, unless it is too small to be one."""
    if int(number.replace(",", "")) < _LEAST_RECHARGE:
        return False
    said, at = last_run(before), 0
    while said and said[-1] in words("recharge_link"):
        said.pop()
    if before.endswith(" ") and ends(said, len(said), "recharge"):
        return True
    said = first_run(after)
    at += said[at : at + 1] != [] and said[at] in words("belongs")
    at += said[at : at + 1] != [] and said[at] in words("recharge_kind")
    return after.startswith(" ") and begins(said, at, "recharge") > 0


def _canonical(whole: str, fraction: str | None, scale: int) -> str:
    """Exact, without a float: hundredths as an integer."""
    hundredths = (int(whole.replace(",", "")) * 100 + int((fraction or ".")[1:].ljust(2, "0"))) * scale
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def _spelled(text: Plain) -> Iterator[_Money]:
    """A spelled number counts when it is called money or is big enough not to be a stray "ek" or "do"."""
    said, position = text.words, 0
    while position < len(said):
        value, end = price_at(said, position) or (0, position + 1)
        after = "".join(said[end : end + 1])
        marked = after in words("money")
        counts = marked or (value >= 10 and after not in words("counted"))
        if value > 0 and counts and not negated(said, position, end + marked):
            yield _Money(f"{value}.00", marked)
        position = end
