"""Days told by today: "yesterday", "3 din pehle", "last monday". Each gives the day and where its words end."""

import datetime as dt

from frontline.speech.numbers.spelled import number_at
from frontline.speech.when import names

Words = tuple[str, ...]
Spoken = tuple[dt.date, int] | None


def day_word(words: Words, at: int, today: dt.date) -> Spoken:
    """Today, yesterday, the day before. "kal tak" is a deadline, not a day something happened."""
    days = names.DAYS.get(words[at])
    before, after = words[max(0, at - 2) : at], words[at + 1 : at + 2]
    for phrase, moved in names.DAY_PHRASES.items():
        if words[at] == phrase[-1] and words[max(0, at + 1 - len(phrase)) : at + 1] == phrase:
            return _moved(today, moved, at + 1)
    if days is None or (after and after[0] in names.UNTIL) or (before and before[-1] in names.UNTIL):
        return None
    if not names.NEXT.isdisjoint(before):
        days = abs(days)
    return _moved(today, days, at + 1)


def span(words: Words, at: int, today: dt.date, *, asked: bool) -> Spoken:
    """ "3 din pehle", "a week ago"; as an answer also "3 din se" and "for 3 days"."""
    count, after = _count(words, at), words[at + 1 : at + 2]
    if count is None or (words[at] not in names.SPANS and words[at] not in names.MONTH_SPANS):
        return None
    ago = bool(after) and after[0] in names.AGO
    lasting = asked and ((bool(after) and after[0] in names.SINCE) or (at > 1 and words[at - 2] in {"for", "since"}))
    if not ago and not lasting:
        return None
    end = at + 2 if after and after[0] in names.AGO | names.SINCE else at + 1
    if words[at] in names.SPANS:
        return _moved(today, -count * names.SPANS[words[at]], end)
    months = today.year * 12 + today.month - 1 - count
    first = dt.date(months // 12, months % 12 + 1, 1) if months >= 12 else None
    return _moved(first, min(today.day, 28) - 1, end) if first else None


def _count(words: Words, at: int) -> int | None:
    before = words[at - 1] if at else ""
    if before in {"a", "one", "ek", "एक"}:
        return 1
    if before.isdecimal() and before.isascii() and len(before) <= 3:
        return int(before)
    spelled = number_at(words[:at], at - 1) if at else None
    return spelled[0] if spelled and spelled[0] < 1000 else None


def weekday(words: Words, at: int, today: dt.date, *, asked: bool) -> Spoken:
    """The last one before today; unasked only when it is said to be past or to come."""
    named = names.WEEKDAYS.get(words[at])
    if named is None:
        return None
    before = words[max(0, at - 2) : at]
    if not names.NEXT.isdisjoint(before):
        return _moved(today, (named - today.weekday() - 1) % 7 + 1, at + 1)
    if asked or not names.LAST.isdisjoint(before):
        return _moved(today, -((today.weekday() - named - 1) % 7 + 1), at + 1)
    return None


def _moved(day: dt.date, days: int, end: int) -> Spoken:
    try:
        return day + dt.timedelta(days=days), end
    except OverflowError:
        return None
