"""When an operator is left alone for a while: after failures in a row, or because it asked for it."""

from collections.abc import Callable
from threading import Lock

from frontline.model.errors import OperatorUnavailable


class Breaker:
    """Closed until `failures` in a row; then open for `pause` seconds; then one call may try, and decides."""

    def __init__(self, clock: Callable[[], float], *, failures: int = 5, pause: float = 15.0) -> None:
        self._clock = clock
        self._limit = failures
        self._pause = pause
        self._failed = 0
        self._closed_again = 0.0
        self._lock = Lock()

    def allow(self) -> None:
        """Raises `OperatorUnavailable` while open. Passing once the pause is over keeps everyone else waiting."""
        with self._lock:
            wait = self._closed_again - self._clock()
            if wait > 0:
                raise OperatorUnavailable("the operator is being left alone", retry_after=wait)
            if self._failed >= self._limit:
                self._closed_again = self._clock() + self._pause

    def answered(self) -> None:
        with self._lock:
            self._failed = 0
            self._closed_again = 0.0

    def failed(self) -> None:
        with self._lock:
            self._failed += 1
            if self._failed >= self._limit:
                self._closed_again = self._clock() + self._pause
