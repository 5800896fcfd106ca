"""Which plan somebody names before any is offered: by its price, "999 postpaid", or by its days, "84 din wala plan"."""

import re
from itertools import islice

from frontline.model.reading import Found, Hearing, Reading
from frontline.speech.plain import plain
from frontline.speech.readers import said

_FIGURE = re.compile(r"(?<![\w.,₹$-])(?:₹|rs\.? ?)?([0-9]{2,4})(?![0-9]|[.,-][0-9]| ?/(?!-))")
"""A regular expression, because the form says it: two to four digits that are no part of a date, a decimal or a longer number."""
_MARK = " ƒ "
"""What the languages' patterns call the figure that is looked at."""
_MOST = 8


def plan_name(hearing: Hearing) -> Reading:
    """The plan that somebody has, "from 599 to 999", is not the one wanted; two that are wanted are nobody's guess."""
    text = plain(hearing.text)
    if not text.has_digit:
        return None
    named = {_named(text.text, figure, hearing) for figure in islice(_FIGURE.finditer(text.text), _MOST)} - {""}
    named = {name for name in named if " " in name} or named
    return Found(value=named.pop()) if len(named) == 1 else None


def _named(text: str, figure: re.Match[str], hearing: Hearing) -> str:
    """The plan that this figure names, or nothing."""
    heard = said(f"{text[: figure.start()]}{_MARK}{text[figure.end() :]}")
    if "plan_name.left" in heard:
        return ""
    if "plan_name.days" in heard or (hearing.asked and "plan_name.days_alone" in heard):
        return f"{int(figure[1])} days"
    priced = "plan_name.price" in heard or (hearing.asked and "plan_name.price_alone" in heard)
    return figure[1] if priced and len(figure[1]) > 2 else ""
