"""An amount of money as a decimal string with two places; the currency is the organisation's."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from frontline.speech.negation import negated
from frontline.speech.numbers.spelled import SCALES, STARTS, number_at
from frontline.speech.plain import Plain, plain, word_set, words_of
from frontline.speech.reading import Found, Hearing, Reading

_NUMBER = re.compile(
    r"(?:(?<![\w.,])|(?<=\brs)|(?<=\brs\.)|(?<=\binr)|(?<=रु\.))"
    r"([0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{2,3}){1,4})(\.[0-9]{1,2})?(?![0-9]|[.,][0-9])"
)
_MARK_BEFORE = re.compile(r"(?:₹|\$|€|£|\brs\.?|\binr|\brupees|\bre|रु\.?|रू\.?|रुपये|रुपए) ?$")
_AFTER = re.compile(r" ?(/-|/=|₹|\$|€|[^\W\d_]{1,12})?")
MONEY = word_set("""
    rs re inr rupee rupees rupaye rupaya rupay rupiya rupiye rupya rupye ruppees bucks dollar dollars usd euro euros
    रुपये रुपए रुपया रुपयों रूपये रूपए रुपय रु रू
""")
_RECHARGED_BEFORE = re.compile(
    r"\b(?:recharged?|richarge|rechaarge|top ?up|topped up)(?: (?:of|for|with|worth|by|kiya|kara|karaya|karwaya|done))* $"
    r"|रिचार्ज (?:किया |कराया |करवाया )?$"
)
_RECHARGED_AFTER = re.compile(
    r" (?:(?:ka|ki|ke|wala|wali|vala|का|की|के|वाला|वाली) )?(?:mobile |prepaid |online )?"
    r"(?:recharged?|richarge|rechaarge|top ?up|रिचार्ज)(?![a-z])"
)
_LEAST_RECHARGE = 10
_THOUSANDS = {"k": 1000, **SCALES}
UNITS = word_set("""
    gb mb kb tb mbps kbps g days day din months month mahine mahina weeks week hafte hours hour hrs hr min mins
    minutes baje am pm th st nd rd times time baar percent years year saal people log phones दिन महीने हफ्ते
    घंटे बजे बार जीबी एमबी तारीख tarikh tareekh
""")


class _Money(NamedTuple):
    """An amount, and whether the customer called it money."""

    value: str
    marked: bool


def amount(hearing: Hearing) -> Reading:
    """A number that is called money, or is what was recharged, wins over bare ones; bare ones count only as an answer.
    Two different amounts are nobody's guess."""
    text = plain(hearing.text)
    found: set[_Money] = set(_written(text.text)) if text.has_digit else set()
    if not found and not STARTS.isdisjoint(text.vocabulary):
        found = set(_spelled(text))
    marked = {money.value for money in found if money.marked}
    values = marked or ({money.value for money in found} if hearing.asked else set())
    return Found(value=values.pop()) if len(values) == 1 else None


def _written(text: str) -> Iterator[_Money]:
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        before, after = text[max(0, start - 40) : start], _AFTER.match(text, end)
        unit = after[1] if after and after[1] else ""
        scale = _THOUSANDS.get(unit, 1)
        if scale > 1 and after:
            end = after.end()
            after = _AFTER.match(text, end)
            unit = after[1] if after and after[1] else ""
        marked = unit in MONEY or unit in {"/-", "/=", "₹", "$", "€"} or _MARK_BEFORE.search(before) is not None
        if not marked and (
            unit in UNITS or text[end : end + 1] in {"/", "-", ":", "%"} or before[-1:] in {"/", "-", ":", "+", "#"}
        ):
            continue
        marked = marked or _recharged(before, text, match)
        denying = [word for word in words_of(before) if word not in MONEY]
        if not negated(denying, _beyond(text, end, unit)):
            yield _Money(_canonical(match[1], match[2], scale), marked)


def _recharged(before: str, text: str, number: re.Match[str]) -> bool:
    """ "recharge of 599", "599 wala recharge": the number beside a recharge is its amount, unless it is too small to be one."""
    if int(number[1].replace(",", "")) < _LEAST_RECHARGE:
        return False
    return bool(_RECHARGED_BEFORE.search(before) or _RECHARGED_AFTER.match(text, number.end()))


def _beyond(text: str, end: int, unit: str) -> list[str]:
    after = words_of(text[end : end + 40])
    return after[1:] if unit in MONEY else after


def _canonical(whole: str, fraction: str | None, scale: int) -> str:
    """Exact, without a float: hundredths as an integer."""
    hundredths = (int(whole.replace(",", "")) * 100 + int((fraction or ".")[1:].ljust(2, "0"))) * scale
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def _spelled(text: Plain) -> Iterator[_Money]:
    """A spelled number counts when it is called money or is big enough not to be a stray "ek" or "do"."""
    words, position = text.words, 0
    while position < len(words):
        number = number_at(words, position) if words[position] in STARTS else None
        if number is None:
            position += 1
            continue
        value, end = number
        marked = end < len(words) and words[end] in MONEY
        counted = end < len(words) and words[end] in UNITS
        if (
            value > 0
            and (marked or (value >= 10 and not counted))
            and not negated(words[:position], words[end + marked :])
        ):
            yield _Money(f"{value}.00", marked)
        position = end
