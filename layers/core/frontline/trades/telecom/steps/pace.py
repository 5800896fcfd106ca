"""How often somebody may try: freely at first, then after waits that double. Nothing is locked for a day; all is bounded."""

from typing import NamedTuple

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR


class Pace(NamedTuple):
    """`free` tries at once, then a wait of `first` seconds, twice as long after every further one, never more than `longest`.
    A day without a try forgets them all."""

    free: int
    first: int
    longest: int

    def wait_after(self, tries: int) -> int:
        """Seconds until the next one."""
        return 0 if tries < self.free else min(self.first * 2 ** min(tries - self.free, 20), self.longest)


GUESSES_OF_ASKER = Pace(free=3, first=5 * MINUTE, longest=2 * HOUR)
GUESSES_AT_LINE = Pace(free=6, first=15 * MINUTE, longest=2 * HOUR)
"""By whomever, from however many conversations."""
CODES_FOR_ASKER = Pace(free=1, first=MINUTE, longest=HOUR)
CODES_TO_LINE = Pace(free=3, first=5 * MINUTE, longest=2 * HOUR)
CODE_SECONDS = 10 * MINUTE
TRIES_OF_CODE = 3
"""Wrong codes after which those sent to this asker are used up."""
