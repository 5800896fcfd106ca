"""A fixed moment: nothing that is read off a phone depends on it."""

from datetime import UTC, datetime

AT = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
