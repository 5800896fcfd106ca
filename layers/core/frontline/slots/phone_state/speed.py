"""How fast the mobile data is. The manual names the grades but no figures; for a figure alone we take below 1 Mbps very poor,
below 5 poor, below 25 fair, below 100 good, and from 100 on excellent. A grade that is named with the figure goes first."""

import re

from frontline.slots.phone_state.clauses import spelled
from frontline.slots.phone_state.read_off import Said, best, said_of
from frontline.slots.plain import plain
from frontline.slots.reading import Found, Hearing, Reading

_FIGURE = re.compile(
    r"(?<![\w.])(\d{1,7}(?:[.,]\d{1,4})?) ?(g|m|k)(?:bps|bit|bits|b/s|b/sec|bs|ig|igs|eg|egs|egabits?|egabytes?|bytes?|b)\b"
    r"|\b(g|m|k)(?:bps|bit|bits|b/s)[\"')]{0,2} ?[:=(]? ?(\d{1,7}(?:[.,]\d{1,4})?)"
    r"|\b(?:speed|download|test|result)[\"']{0,2}(?: (?:speed|test|result|is|was|says))* ?[:=]? ?(\d{1,7}(?:[.,]\d{1,4})?)(?![\w.%])"
)
_BARE = re.compile(r"\W*(\d{1,5}(?:[.,]\d{1,4})?)\W*")
_SCALE = {"g": 1000.0, "m": 1.0, "k": 0.001}
_GRADES = ((100.0, "excellent"), (25.0, "good"), (5.0, "fair"), (1.0, "poor"), (0.001, "very_poor"))
_OTHER_WAY = re.compile(r"\b(?:upload|up|ping|latency)\b[^,;|.\n]{0,20}$|\bused\b[^,;|.\n]{0,20}$")
_SPOKEN = re.compile(r"\b(?:speed|mbps|download)")
_UNSURE = re.compile(r"\b(?:good|okay|ok|fine|fast|slow|poor|enough) (?:enough )?(?:for|to)\b")


def speed(hearing: Hearing) -> Reading:
    """Unasked, only a figure with its unit or a speed test's own words count."""
    if not hearing.asked and not _SPOKEN.search(spelled(hearing.text)):
        return None
    said = _said(hearing)
    grade = best(one for one in said if not one.weak)
    figure = _of_figure(hearing)
    value = grade or figure or best(said)
    return None if value is None else Found(value)


def _said(hearing: Hearing) -> list[Said]:
    """What a connection is good for is no grade: "(Poor). Good enough for e-mail"."""
    text = _UNSURE.sub(" ", hearing.text) if _UNSURE.search(hearing.text.lower()) else hearing.text
    return said_of("speed", hearing._replace(text=text))


def _of_figure(hearing: Hearing) -> str | None:
    text = spelled(hearing.text)
    figures = [
        one for one in _FIGURE.finditer(text) if not _OTHER_WAY.search(text[max(0, one.start() - 40) : one.start()])
    ]
    if figures:
        last = figures[-1]
        return _graded(float((last[1] or last[4] or last[5]).replace(",", ".")) * _SCALE[last[2] or last[3] or "m"])
    if hearing.asked and (bare := _BARE.fullmatch(plain(hearing.text).text)):
        return _graded(float(bare[1].replace(",", ".")))
    return None


def _graded(mbps: float) -> str:
    return next((grade for least, grade in _GRADES if mbps >= least), "none")
