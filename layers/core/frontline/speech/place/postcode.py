"""A postal code: of figures as the customer's own country writes it, or of letters and figures as Britain and Canada do."""

import re

from frontline.model.reading import Found, Hearing, Reading, Unknown
from frontline.speech.numbers.spelled import digits
from frontline.speech.plain import plain
from frontline.speech.readers import said


def _shape(code: str) -> re.Pattern[str]:
    """A code is its form; nothing that goes on before or after it is one."""
    return re.compile(rf"(?<![\w₹$+/-])(?<![\w][.,])(?:{code})(?![\w/-]|[.,][0-9])")


_LETTERED = "[a-z][0-9][a-z] ?[0-9][a-z][0-9]|[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}"
_INDIAN = _shape(f"[1-9][0-9]{{2}} ?[0-9]{{3}}|{_LETTERED}")
_AMERICAN = _shape(f"[0-9]{{5}}(?:-[0-9]{{4}})?|{_LETTERED}")
_LONGEST = 300


def postcode(hearing: Hearing) -> Reading:
    """Out of the blue only one that is called so. A number that is none, as an answer, is Unknown."""
    if len(hearing.text) > _LONGEST:
        return None
    text = plain(hearing.text)
    if not hearing.asked and "postcode" not in said(hearing.text):
        return None
    shape = _AMERICAN if hearing.calling_code == "1" else _INDIAN
    found = {code[0].replace(" ", "") for code in shape.finditer(text.text)}
    said_one_by_one = (
        digits().get(word, word if len(word) == 1 and word.isdecimal() else f" {word} ") for word in text.words
    )
    figures = [one for one in "".join(said_one_by_one).split() if one.isdecimal() and 2 < len(one) < 11]
    found = found or {one for one in figures if shape.fullmatch(one)}
    if len(found) == 1:
        code = found.pop().upper()
        return Found(value=code if code.replace("-", "").isdecimal() else f"{code[:-3]} {code[-3:]}")
    return Unknown(said=figures[0]) if hearing.asked and not found and len(figures) == 1 else None
