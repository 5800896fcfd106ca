"""The ends of the calendar. What days and parts of the day are heard as is in `slots/days.*.yaml`."""

from datetime import datetime

import pytest

from frontline.model.reading import Found, Hearing
from frontline.trades.telecom import TRADE


@pytest.mark.parametrize("year", [1, 9999])
@pytest.mark.parametrize(
    "said", ["999 months ago", "999 weeks ago", "parso", "tomorrow", "29 feb", "next monday", "last monday"]
)
def test_the_ends_of_the_calendar_are_no_trouble(year: int, said: str) -> None:
    at = datetime(year, 1 if year == 1 else 12, 1 if year == 1 else 31)  # noqa: DTZ001
    reading = TRADE.slot_types["date"].read(Hearing(text=said, at=at, asked=True))
    assert reading is None or isinstance(reading, Found)
