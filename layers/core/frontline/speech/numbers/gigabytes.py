"""An amount of data in GB, as a plain decimal string."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from frontline.speech.negation import negated
from frontline.speech.numbers.spelled import UNITS, number_at
from frontline.speech.plain import plain, word_set
from frontline.speech.reading import Found, Hearing, Reading

_TOKEN = re.compile(r"[0-9]+(?:\.[0-9]{1,3})?|\.[0-9]{1,3}|(?:[^\W\d_]|[\u0900-\u0963\u0971-\u097f])+")
_DOTTED_UNIT = re.compile(r"(?<![a-z])([gm])\. ?b(?![a-z])\.?")
_SPACED_UNIT = re.compile(r"(जी|एम)\.? बी(?![\u0900-\u097f])")
_MONEY_SIGN = re.compile(r"[₹$€£] ?[0-9.,]+")
_BELOW_ZERO = re.compile(r"(?<![^\s,:=(])(?:-|minus )[ ]?[0-9.]+(?: ?[^\W\d_]+)?")
_GB = word_set("gb gbs gig gigs gigabyte gigabytes जीबी गीगाबाइट")
_MB = word_set("mb mbs megabyte megabytes एमबी मेगाबाइट")
_HALF = word_set("half aadha adha aadhi adhi आधा आधी")
_OR = word_set("or ya या")
_PER_DAY = word_set("day daily din roz rozana rojana pratidin दिन रोज रोजाना प्रतिदिन")
_EACH = word_set("per a each every har प्रति हर")
_VERBS = word_set(
    "kar de daal dal jod jor bhej laga karwa dalwa dila bhar badha kara le कर दे डाल जोड़ भेज लगा करवा डलवा दिला भर बढ़ा करा ले"
)
_AROUND = word_set("""
    i want need please pls just only give me add a of data internet more extra it is make that for sir ok okay yes so
    then about do mujhe bas sirf aur chahiye chaiye ka ki hai wala ji haan han kar de daal dal jod dijiye kijiye karo
    kardo dedo enough will मुझे बस सिर्फ और चाहिए का की है वाला जी हां कर दे दो डाल जोड़ दीजिए कीजिए करो डेटा डाटा
""")


class _Number(NamedTuple):
    """A number at `words[start:end]`, its unit included; `scaled` when it has one."""

    value: Decimal
    start: int
    end: int
    scaled: bool


def gigabytes(hearing: Hearing) -> Reading:
    """A number that is called GB or MB; a bare one only as the whole answer. Two amounts are nobody's guess, and nothing,
    or less than nothing, is no amount."""
    text = _BELOW_ZERO.sub(" ", _MONEY_SIGN.sub(" ", plain(hearing.text).text))
    text = _SPACED_UNIT.sub(r"\1बी", _DOTTED_UNIT.sub(r"\1b ", text))
    words = _TOKEN.findall(text)
    numbers = list(_numbers(words))
    values = {number.value for number in numbers if number.scaled and _meant(number, words)}
    if not values and hearing.asked and not any(number.scaled for number in numbers):
        values = _whole_answer(numbers, words)
    value = values.pop() if len(values) == 1 else Decimal(0)
    return Found(value=f"{value.normalize():f}") if value > 0 else None


def _numbers(words: Sequence[str]) -> Iterator[_Number]:
    position = 0
    while position < len(words):
        number = _number_at(words, position)
        position = number.end if number else position + 1
        if number:
            yield number


def _number_at(words: Sequence[str], start: int) -> _Number | None:
    """ "do" is two unless it belongs to a verb: "kar do"."""
    counted = _counted(words, start)
    if counted is None:
        return None
    value, end = counted
    unit = words[end] if end < len(words) else ""
    if unit in _GB or unit in _MB:
        return _Number(value / _per_gigabyte(value) if unit in _MB else value, start, end + 1, scaled=True)
    if words[start] in {"do", "दो"} and start > 0 and words[start - 1] in _VERBS:
        return None
    return _Number(value, start, end, scaled=unit in _OR and any(word in _GB for word in words[end : end + 4]))


def _counted(words: Sequence[str], start: int) -> tuple[Decimal, int] | None:
    """Half numbers are said in many ways: "dedh", "aadha", "half a", "one and a half"."""
    word = words[start]
    if word[0] in ".0123456789":
        return (Decimal(word), start + 1) if len(word) < 8 else None
    if word in _HALF:
        return Decimal("0.5"), start + (2 if list(words[start + 1 : start + 2]) == ["a"] else 1)
    if (whole := number_at(words, start)) is not None:
        value, end = Decimal(whole[0]), whole[1]
        half = list(words[end : end + 3]) == ["and", "a", "half"]
        return (value + Decimal("0.5"), end + 3) if half else (value, end)
    return (Decimal(str(UNITS[word])), start + 1) if word in UNITS else None


def _per_gigabyte(megabytes: Decimal) -> int:
    """People mean half a GB by 500 MB as by 512 MB."""
    return 1024 if megabytes % 256 == 0 else 1000


def _meant(number: _Number, words: Sequence[str]) -> bool:
    """Not what is denied, and not what the plan gives every day."""
    after = words[number.end : number.end + 2]
    daily = bool(after) and (after[0] in _PER_DAY or (after[0] in _EACH and not _PER_DAY.isdisjoint(after[1:])))
    return not daily and not negated(words[max(0, number.start - 2) : number.start], after)


def _whole_answer(numbers: Sequence[_Number], words: Sequence[str]) -> set[Decimal]:
    """Bare numbers, where nothing but empty words is said beside them."""
    inside = {position for number in numbers for position in range(number.start, number.end)}
    beside = {word for position, word in enumerate(words) if position not in inside}
    return {number.value for number in numbers} if beside <= _AROUND else set()
