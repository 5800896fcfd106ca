"""What time it is at the sandbox: a fixed moment that only moves when told, or the real time plus what was told."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

START = datetime(2025, 2, 25, 17, 8, tzinfo=UTC)


@dataclass
class Clock:
    """`start` None follows the real time."""

    start: datetime | None = START
    ahead: timedelta = field(default_factory=timedelta)

    def now(self) -> datetime:
        return (self.start or datetime.now(UTC).replace(microsecond=0)) + self.ahead

    def advance(self, by: timedelta) -> None:
        self.ahead += by


def text(moment: datetime) -> str:
    """How TM Forum writes a moment."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
