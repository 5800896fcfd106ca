"""Days and parts of the day, told on Saturday 21 November 2026."""

from collections.abc import Callable
from datetime import datetime

import pytest

from frontline.model.base import Value
from frontline.speech.slot_types import SLOT_TYPES, Found, Hearing

Hear = Callable[..., Value | None]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-11-12", "2026-11-12"),
        ("today", "2026-11-21"),
        ("aaj", "2026-11-21"),
        ("yesterday", "2026-11-20"),
        ("kal", "2026-11-20"),
        ("कल से", "2026-11-20"),
        ("day before yesterday", "2026-11-19"),
        ("parso", "2026-11-19"),
        ("tomorrow", "2026-11-22"),
        ("12 Nov", "2026-11-12"),
        ("12th of November 2025", "2025-11-12"),
        ("Nov 25", "2025-11-25"),
        ("12/11", "2026-11-12"),
        ("11/25", "2025-11-25"),
        ("25/12/2025", "2025-12-25"),
        ("25-12-25", "2025-12-25"),
        ("12 नवंबर", "2026-11-12"),
        ("१२ नवम्बर को", "2026-11-12"),
        ("29 feb", "2024-02-29"),
        ("the 12th", "2026-11-12"),
        ("25 tarikh", "2026-10-25"),
        ("पिछले सोमवार", "2026-11-16"),
        ("last monday", "2026-11-16"),
        ("monday", "2026-11-16"),
        ("next friday", "2026-11-27"),
        ("3 din pehle", "2026-11-18"),
        ("do din pehle", "2026-11-19"),
        ("दो दिन पहले", "2026-11-19"),
        ("3 din se", "2026-11-18"),
        ("for 3 days", "2026-11-18"),
        ("a week ago", "2026-11-14"),
        ("2 months ago", "2026-09-21"),
        ("not today, yesterday", "2026-11-20"),
        ("last night", "2026-11-20"),
        ("this morning", "2026-11-21"),
    ],
)
def test_a_day_is_read_as_a_customer_reports_it(hear: Hear, said: str, day: str) -> None:
    assert hear("date", said, asked=True) == day


@pytest.mark.parametrize(
    "said",
    [
        "aaj kal",
        "24/7",
        "31/02/2026",
        "kal tak",
        "last week",
        "12 nov or 13 nov",
        "I don't know",
        "99/99",
        "2026-13-40",
        "some day",
        "the 3rd of last month",
    ],
)
def test_what_names_no_single_day_is_no_answer(hear: Hear, said: str) -> None:
    assert hear("date", said, asked=True) is None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("kal se net band hai", "2026-11-20"),
        ("last monday recharge kiya", "2026-11-16"),
        ("paid on 12 Nov", "2026-11-12"),
        ("recharged on 12/11/2026", "2026-11-12"),
        ("12/11", None),
        ("1/2 GB left", None),
        ("24/7 support", None),
        ("I may 2 do it", None),
        ("mai 2 din se pareshan hu", None),
        ("in june 2 gb plan", None),
        ("version 1.2.3", None),
        ("kya kal tak theek ho jayega", None),
    ],
)
def test_unasked_only_an_unmistakable_day_counts(hear: Hear, said: str, day: str | None) -> None:
    assert hear("date", said) == day


@pytest.mark.parametrize("year", [1, 9999])
@pytest.mark.parametrize(
    "said", ["999 months ago", "999 weeks ago", "parso", "tomorrow", "29 feb", "next monday", "last monday"]
)
def test_the_ends_of_the_calendar_are_no_trouble(year: int, said: str) -> None:
    at = datetime(year, 1 if year == 1 else 12, 1 if year == 1 else 31)  # noqa: DTZ001
    reading = SLOT_TYPES["date"](Hearing(text=said, at=at, asked=True))
    assert reading is None or isinstance(reading, Found)


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("in the morning", "morning"),
        ("subah", "morning"),
        ("दोपहर में", "afternoon"),
        ("shaam ko", "evening"),
        ("शाम 7 बजे", "evening"),
        ("raat ko", "night"),
        ("last night", "night"),
        ("7 pm", "evening"),
        ("11.30 am", "morning"),
        ("12 am", "night"),
        ("19:30", "evening"),
        ("not morning, evening", "evening"),
        ("morning and evening", None),
        ("good morning", None),
        ("7 baje", None),
        ("all day", None),
    ],
)
def test_a_part_of_the_day_is_named_or_told_by_the_clock(hear: Hear, said: str, period: str | None) -> None:
    assert hear("period", said, asked=True) == period


def test_a_greeting_or_a_clock_time_out_of_the_blue_is_no_period(hear: Hear) -> None:
    assert hear("period", "good evening, my bill is wrong") is None
    assert hear("period", "I called at 7 pm") is None
    assert hear("period", "slow every evening") == "evening"
