"""A one-time code: four to eight digits, kept as written because a leading zero counts."""

import re

from frontline.model.reading import Found, Hearing, Reading
from frontline.speech.numbers.spelled import digits
from frontline.speech.plain import Plain, plain
from frontline.speech.readers import words

_RUN = re.compile(r"(?<![\w.,₹$+/:-])[0-9]{4,8}(?![\w/:-]|[.,][0-9])")
"""A code's form: figures in a row that are no part of an amount, a date or a longer number."""
SHORTEST, LONGEST = 4, 8


def code(hearing: Hearing) -> Reading:
    """Out of the blue only a number beside the word "OTP", "code" or "PIN" is one."""
    text = plain(hearing.text)
    if hearing.asked and (told := _one_by_one(text)):
        return Found(value=told)
    if not text.has_digit:
        return None
    if hearing.asked:
        whole = "".join(text.text.replace("-", " ").split())
        if whole.isdecimal() and SHORTEST <= len(whole) <= LONGEST:
            return Found(value=whole)
    elif words("names_code").isdisjoint(text.vocabulary):
        return None
    codes = set(_RUN.findall(text.text))
    return Found(value=codes.pop()) if len(codes) == 1 else None


def _one_by_one(text: Plain) -> str | None:
    """The only run of digits told one by one, in figures or in words: "the code is 0 1 3 zero zero zero"."""
    spelled = digits()
    figures = "".join(spelled.get(word, word if len(word) == 1 and word.isdecimal() else " ") for word in text.words)
    runs = [run for run in figures.split() if len(run) >= SHORTEST]
    return runs[0] if len(runs) == 1 and len(runs[0]) <= LONGEST else None
