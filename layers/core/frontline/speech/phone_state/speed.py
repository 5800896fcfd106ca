"""How fast the mobile data is. The manual names the grades but no figures; for a figure alone we take below 1 Mbps very poor,
below 5 poor, below 25 fair, below 100 good, and from 100 on excellent. A grade that is named with the figure goes first."""

import re

from frontline.speech.phone_state.clauses import spelled
from frontline.speech.phone_state.read_off import Said, best, said_of
from frontline.speech.plain import plain
from frontline.speech.reading import Found, Hearing, Reading

_NUMBER = r"(?<![\w.])(\d{1,7}(?:[.,]\d{1,4})?) ?"
_VALUE = r"[\"')]{0,2} ?[:=(]? ?(\d{1,7}(?:[.,]\d{1,4})?)"
_FIGURE = re.compile(
    rf"{_NUMBER}(g|m|k)(?:bps|bits?|b/s|b/sec|b per sec\w*|bs|egabits?(?: per sec\w*)?)\b"
    rf"|\b(g|m|k)(?:bps|bits?|b/s){_VALUE}"
)
_LOOSE = re.compile(
    rf"{_NUMBER}(m)(?:b|ig|igs|eg|egs|egabytes?)\b|{_NUMBER}down(?:load)?\b"
    rf"|\b(?:speed|download|test|result)(?: (?:speed|test|result|is|was|says)){{0,4}}{_VALUE}(?![\w.%])"
)
"""What is only a speed when a speed was asked for."""

_BARE = re.compile(r"\W*(\d{1,5}(?:[.,]\d{1,4})?)\W*")
_SCALE = {"g": 1000.0, "m": 1.0, "k": 0.001}
_GRADES = ((100.0, "excellent"), (25.0, "good"), (5.0, "fair"), (1.0, "poor"), (0.001, "very_poor"))
_OTHER_WAY = re.compile(r"\b(?:upload|up|ping|latency)\b[^,;|.\n]{0,20}$|\bused\b[^,;|.\n]{0,20}$")
_SPOKEN = re.compile(r"\b(?:speed|mbps|download)")
_UNSURE = re.compile(r"\b(?:good|okay|ok|fine|fast|slow|poor|enough) (?:enough )?(?:for|to)\b", re.IGNORECASE)


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
    return said_of("speed", hearing._replace(text=_UNSURE.sub(" ", hearing.text)))


def _of_figure(hearing: Hearing) -> str | None:
    """The last one, unless it is the way up."""
    text = spelled(hearing.text)
    for form in (_FIGURE, _LOOSE) if hearing.asked else (_FIGURE,):
        figures = [
            found
            for found in form.finditer(text)
            if not _OTHER_WAY.search(text[max(0, found.start() - 40) : found.start()])
        ]
        if figures:
            unit = next((told for told in figures[-1].groups() if told in _SCALE), "m")
            number = next(told for told in figures[-1].groups() if told and told not in _SCALE)
            return _graded(_number(number) * _SCALE[unit])
    bare = _BARE.fullmatch(plain(hearing.text).text) if hearing.asked else None
    return _graded(_number(bare[1])) if bare else None


def _number(written: str) -> float:
    return float(written.replace(",", "."))


def _graded(mbps: float) -> str:
    return next((grade for least, grade in _GRADES if mbps >= least), "none")
