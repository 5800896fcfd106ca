"""What a customer says to show who they are: full name and date of birth, or that they want a code sent to their phone."""

import datetime as dt
import re

from frontline.slots.free.name import name
from frontline.slots.plain import fold, word_set, words_of
from frontline.slots.reading import Found, Hearing, Reading, Unknown
from frontline.slots.when.names import MONTHS

BY_CODE = "code"
LONGEST = 120

_CODE = word_set("code otp कोड ओटीपी sms")
_FILLERS = re.compile(
    r"\b(?:date of birth|birth ?date|birthday|dob|born|and|my|full|is|name|naam|mera|meri|hai|janm|tithi|tarikh|aur|the|of|on|in)\b|"
    r"जन्म|तिथि|तारीख|दिन|नाम|मेरा|मेरी|है|और|को|हुआ|था|थी",
    re.IGNORECASE,
)
OLDEST = dt.date(1900, 1, 1)
_MONTH = r"[^\W\d_\u0900-\u097f]{3,9}|[\u0900-\u097f]{2,12}"
_WRITTEN = re.compile(
    rf"(?P<y1>\d{{4}})[-/.](?P<m1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}})"
    rf"|(?P<d2>\d{{1,2}})[-/. ](?P<m2>\d{{1,2}})[-/. ](?P<y2>\d{{4}}|\d{{2}})(?!\d)"
    rf"|(?P<d3>\d{{1,2}})(?:st|nd|rd|th)? ?(?:of )?(?P<n3>{_MONTH})\.?,? ?(?P<y3>\d{{4}})"
    rf"|(?P<n4>{_MONTH})\.? (?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,? ?(?P<y4>\d{{4}})"
)


def proof(hearing: Hearing) -> Reading:
    """Only as an answer. `Unknown` where one half is there: the question is put again, whole."""
    if not hearing.asked:
        return None
    hearing = hearing._replace(text=hearing.text[: LONGEST + 1].replace("|", " "))
    text = fold(hearing.text[:300])
    if not _CODE.isdisjoint(words_of(text)):
        return Found(BY_CODE)
    written = _WRITTEN.search(text)
    born = _day(written, hearing.at.date()) if written else None
    said = hearing.text[:300] if written is None else _without_date(hearing.text[:300])
    called = name(hearing._replace(text=" ".join(_FILLERS.sub(" ", said).replace(",", " ").split()).strip(" .:;-")))
    if isinstance(called, Found) and born is not None:
        return Found(f"{called.value}|{born.isoformat()}")
    half = born is not None or (isinstance(called, Found) and len(words_of(text)) <= 5)
    return Unknown("…") if half and len(hearing.text) <= LONGEST else None


def _day(written: re.Match[str], today: dt.date) -> dt.date | None:
    """Days come before months, as in India. Two digits are the last century's unless that person is not born yet."""
    part = written.groupdict()
    year = next(part[key] for key in ("y1", "y2", "y3", "y4") if part[key])
    day = next(part[key] for key in ("d1", "d2", "d3", "d4") if part[key])
    month = part["m1"] or part["m2"] or MONTHS.get(part["n3"] or part["n4"] or "")
    if month is None:
        return None
    full = int(year) if len(year) == 4 else (2000 if 2000 + int(year) <= today.year else 1900) + int(year)
    try:
        born = dt.date(full, int(month), int(day))
    except ValueError:
        return None
    return born if OLDEST <= born < today else None


def _without_date(text: str) -> str:
    return re.sub(
        r"[^\s,]*\d[^\s,]*", " ", " ".join(word for word in text.split() if fold(word).strip(".,") not in MONTHS)
    )
