"""Which plan somebody names before any is offered: by its price, "999 postpaid", or by its days, "84 din wala plan"."""

import re

from frontline.speech.plain import plain
from frontline.speech.reading import Found, Hearing, Reading

_PLAN = "plan|plans|pack|postpaid|prepaid|post paid|pre paid|प्लान|पैक|पोस्टपेड|प्रीपेड"
_OF = "wala|wale|wali|vala|ka|ke|वाला|वाले|वाली|का|के"
_FIGURE = r"(?<![\w.,₹$-])[₹]?(?:rs\.? ?)?([0-9]{3,4})(?![\w]|[.,-][0-9]| ?(?:gb|mb|/))"
_BY_DAYS = re.compile(rf"(?<![\w.,-])([0-9]{{2,3}})[ -]?(?:days?|din|दिन)(?: (?:{_OF}|validity))* (?:{_PLAN})(?![a-z])")
_BY_PRICE = re.compile(
    rf"{_FIGURE}(?: (?:{_OF}|rs|rupees|rupaye))* (?:{_PLAN})(?![a-z])"
    rf"|(?<![a-z])(?:{_PLAN}) (?:(?:of|rs|number|to|ko|se|with|at|को) )*{_FIGURE}"
    rf"|(?<![a-z])(?:upgrade|downgrade|switch|change|shift|move|migrate)\w*(?: (?:me|it|my|number|line))* to (?:the )?{_FIGURE}"
    rf"|(?<![a-z])to (?:the )?{_FIGURE}"
    rf"|{_FIGURE}(?: (?:{_OF}))* (?:pe|par|pr|me|mein|पर|में)(?![a-z])"
)
_LEFT = re.compile(
    rf"(?<![a-z])(?:my|mera|mere|meri|current|existing|मेरा|मेरे) (?:rs\.? ?|₹)?[0-9]{{2,4}}(?![0-9])"
    rf"|(?:from (?:the )?{_FIGURE})|{_FIGURE}(?: (?:{_OF}|{_PLAN}))* (?:se|से)(?![a-z])"
)
_ALONE = re.compile(r"[0-9]{3,4}|[0-9]{2,3} days")


def plan_name(hearing: Hearing) -> Reading:
    """The plan that somebody has, "from 599 to 999", is not the one wanted; two that are wanted are nobody's guess."""
    text = plain(hearing.text)
    if not text.has_digit:
        return None
    if hearing.asked and _ALONE.fullmatch(text.text.strip()):
        return Found(value=text.text.strip())
    said = _LEFT.sub(" , ", text.text)
    named = {f"{int(days)} days" for days in _BY_DAYS.findall(said)}
    named = named or {next(filter(None, figures)) for figures in _BY_PRICE.findall(_BY_DAYS.sub(" , ", said))}
    return Found(value=named.pop()) if len(named) == 1 else None
