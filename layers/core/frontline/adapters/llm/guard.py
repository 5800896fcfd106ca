"""What stands between the ladder and a model: its deadline, its circuit breaker and the turn's time budget."""

import math
import threading
from collections.abc import Callable
from typing import Protocol

from frontline.adapters.llm.http import Clock, NoAnswer, OutOfQuota, TimedOut
from frontline.model.decision import LLMResponse, Prompt
from frontline.model.errors import ModelUnavailable

LONGEST_PAUSE = 3600.0


class Timed(Protocol):
    """A `LanguageModel` that can be told how long it has."""

    name: str

    def generate(self, prompt: Prompt, timeout: float) -> LLMResponse:
        """One answer within `timeout` seconds, or `ModelUnavailable`."""
        ...


class Budget(threading.local):
    """The time a turn may spend on models, all of them together. Each thread has its own turn, so each its own budget."""

    def __init__(self, seconds: float, clock: Clock) -> None:
        self._seconds = seconds
        self._clock = clock
        self._end: float | None = None

    def start(self, at_most: float = math.inf) -> None:
        """A turn begins; it may have less time than models are given otherwise."""
        self._end = self._clock() + min(self._seconds, at_most)

    def remaining(self) -> float:
        """What is left of it, never below zero; everything, before the first turn."""
        return self._seconds if self._end is None else max(self._end - self._clock(), 0.0)


class Breaker:
    """Closed: calls pass. Open: none does, until the rest is over. Half-open: one passes as a probe and renews the rest for
    the others, so that a probe that never comes back blocks nobody for good; its success closes the breaker."""

    def __init__(self, clock: Clock, *, failures: int, rest: float) -> None:
        self._clock = clock
        self._allowed = failures
        self._rest = rest
        self._lock = threading.Lock()
        self._failures = 0
        self._until: float | None = None

    def admit(self) -> bool:
        """Whether a call may pass now."""
        with self._lock:
            now = self._clock()
            if self._until is None:
                return True
            if now < self._until:
                return False
            self._until = now + self._rest
            return True

    def succeeded(self) -> None:
        """The model is well."""
        with self._lock:
            self._failures, self._until = 0, None

    def failed(self) -> None:
        """Enough of these in a row, or one by a probe, and calls stop for a while."""
        with self._lock:
            self._failures += 1
            if self._failures >= self._allowed or self._until is not None:
                self._until = self._clock() + self._rest

    def pause(self, seconds: float) -> None:
        """The model asked for patience. A longer rest already begun stands."""
        with self._lock:
            self._until = max(self._until or 0.0, self._clock() + min(seconds, LONGEST_PAUSE))


class Guarded:
    """A `LanguageModel`: `generate` raises nothing but `ModelUnavailable`. One per model and environment, kept between turns."""

    def __init__(
        self,
        model: Timed,
        *,
        budget: Budget,
        clock: Clock,
        deadline: float,
        least: float = 0.5,
        failures: int = 3,
        rest: float = 30.0,
        quota_pause: float = 60.0,
    ) -> None:
        self.name = model.name
        self._model = model
        self._budget = budget
        self._deadline = deadline
        self._least = least
        self._quota_pause = quota_pause
        self._breaker = Breaker(clock, failures=failures, rest=rest)

    def generate(self, prompt: Prompt) -> LLMResponse:
        """One call, within the model's deadline and what the turn has left, or none at all where that is hopeless."""
        timeout = min(self._deadline, self._budget.remaining())
        if timeout < self._least:
            raise ModelUnavailable(f"{self.name} was not asked: this turn has no time left for it")
        if not self._breaker.admit():
            raise ModelUnavailable(f"{self.name} was not asked: it is resting")
        return self._watched(lambda: self._model.generate(prompt, timeout), starved=timeout < self._deadline)

    def _watched(self, call: Callable[[], LLMResponse], *, starved: bool) -> LLMResponse:
        """A timeout counts against the model only when it had its whole deadline."""
        try:
            response = call()
        except OutOfQuota as exc:
            self._breaker.pause(self._quota_pause if exc.retry_after is None else exc.retry_after)
            raise
        except NoAnswer:
            self._breaker.succeeded()
            raise
        except ModelUnavailable as exc:
            if not (starved and isinstance(exc, TimedOut)):
                self._breaker.failed()
            raise
        except Exception as exc:
            self._breaker.failed()
            raise ModelUnavailable(f"{self.name} broke: {type(exc).__name__}") from exc
        self._breaker.succeeded()
        return response
