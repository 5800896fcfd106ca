"""One way to hear a sentence in tests: what a slot makes of it on a fixed Saturday."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import pytest

from frontline.model.base import Value
from frontline.model.reading import Found, Hearing
from frontline.model.workflow import Option
from frontline.trades.telecom import TRADE

SATURDAY = datetime(2026, 11, 21, 10, 0, tzinfo=timezone(timedelta(hours=5, minutes=30)))


def _hear(
    kind: str, said: str, *, asked: bool = False, options: tuple[Option, ...] = (), calling_code: str = "91"
) -> Value | None:
    reading = TRADE.slot_types[kind].read(Hearing(said, SATURDAY, asked, options, calling_code))
    if reading is None:
        return None
    return reading.value if isinstance(reading, Found) else f"unknown: {reading.said}"


@pytest.fixture
def hear() -> Callable[..., Value | None]:
    """`hear("phone", "...", asked=True)`: the value, "unknown: ..." or None."""
    return _hear
