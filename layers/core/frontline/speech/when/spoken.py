"""Days told by today: "yesterday", "3 din pehle", "last monday". Each gives the day and where its words end."""

import datetime as dt

from frontline.speech.names import names_of, numbers_of
from frontline.speech.numbers.spelled import number_at
from frontline.speech.readers import words

Words = tuple[str, ...]
Spoken = tuple[dt.date, int] | None


def day_word(told: Words, at: int, today: dt.date) -> Spoken:
    """Today, yesterday, the day before. "kal tak" is a deadline, not a day something happened."""
    named = names_of("day").at(told, at)
    if named is None:
        return None
    days, before = int(named.value), told[max(0, at - 2) : at]
    if named.end > at + 1:
        return _moved(today, days, named.end)
    if not words("until").isdisjoint((*before[-1:], *told[named.end : named.end + 1])):
        return None
    return _moved(today, days if words("next_time").isdisjoint(before) else abs(days), named.end)


def span(told: Words, at: int, today: dt.date, *, asked: bool) -> Spoken:
    """ "3 din pehle", "a week ago"; as an answer also "3 din se" and "for 3 days"."""
    days, months = numbers_of("span").get(told[at]), numbers_of("month_span").get(told[at])
    count, after = _count(told, at), told[at + 1 : at + 2]
    if count is None or not (days or months):
        return None
    ago, since = not words("ago").isdisjoint(after), not words("since_then").isdisjoint(after)
    lasting = asked and (since or (at > 1 and told[at - 2] in words("lasting")))
    if not ago and not lasting:
        return None
    end = at + 2 if ago or since else at + 1
    if days:
        return _moved(today, -count * days, end)
    month = today.year * 12 + today.month - 1 - count
    first = dt.date(month // 12, month % 12 + 1, 1) if month >= 12 else None
    return _moved(first, min(today.day, 28) - 1, end) if first else None


def _count(told: Words, at: int) -> int | None:
    before = told[at - 1] if at else ""
    if before in words("a_single"):
        return 1
    if before.isdecimal() and before.isascii() and len(before) <= 3:
        return int(before)
    spelled = number_at(told[:at], at - 1) if at else None
    return spelled[0] if spelled and spelled[0] < 1000 else None


def weekday(told: Words, at: int, today: dt.date, *, asked: bool) -> Spoken:
    """The last one before today; unasked only when it is said to be past or to come."""
    named = numbers_of("weekday").get(told[at])
    if named is None:
        return None
    before = told[max(0, at - 2) : at]
    if not words("next_time").isdisjoint(before):
        return _moved(today, (named - today.weekday() - 1) % 7 + 1, at + 1)
    if asked or not words("last_time").isdisjoint(before):
        return _moved(today, -((today.weekday() - named - 1) % 7 + 1), at + 1)
    return None


def _moved(day: dt.date, days: int, end: int) -> Spoken:
    try:
        return day + dt.timedelta(days=days), end
    except OverflowError:
        return None
