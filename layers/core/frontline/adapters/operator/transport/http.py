"""Asking an operator patiently: pages, a budget per call, and retries only where nothing can happen twice."""

from collections.abc import Callable, Mapping

from frontline.adapters.operator.document import Document
from frontline.adapters.operator.transport.answers import Garbled, Lost
from frontline.adapters.operator.transport.settings import Call, Limits, Outside
from frontline.adapters.operator.transport.wire import Wire
from frontline.model.errors import Invalid, NotFound, OperatorMisbehaved, OperatorRefused

Params = Mapping[str, str]
Lookup = Callable[[], Document | None]


class TooMany(OperatorMisbehaved):
    """More rows than any question of ours has answers: the filter was ignored."""


class NotServed(OperatorMisbehaved):
    """The operator has no such collection."""


class Http:
    """GET, list and POST with our errors. Safe to share between threads."""

    def __init__(self, wire: Wire, limits: Limits, outside: Outside) -> None:
        self._wire = wire
        self._limits = limits
        self._clock = outside.clock
        self._sleep = outside.sleep

    def get(self, path: str, params: Params | None = None) -> Document:
        return Document(self._patiently(path, params)[0], _last(path))

    def list(self, path: str, params: Params, *, enough: int | None = None) -> tuple[Document, ...]:
        """Every page, or as many rows as are enough. An operator that ignores the offset is noticed by its repeating
        itself; one with more rows than we would ever ask for has ignored the filter, and is not believed."""
        rows: dict[str, Document] = {}
        for _ in range(self._limits.pages):
            asked = {**params, "offset": str(len(rows)), "limit": str(self._limits.page)}
            body, total = self._listed(path, asked)
            if not isinstance(body, list):
                raise OperatorMisbehaved(f"{_last(path)} is not a list")
            before = len(rows)
            for row in body:
                document = Document(row, _last(path))
                rows.setdefault(document.need("id"), document)
            last = len(body) < self._limits.page if total is None else len(rows) >= total
            if last or len(rows) == before or len(rows) >= (enough or len(rows) + 1):
                return tuple(rows.values())
        raise TooMany(f"{_last(path)} has too many rows to be the answer")

    def post_once(self, path: str, body: Mapping[str, object], key: str, lookup: Lookup) -> Document:
        """Looks whether the key is known, posts if not, and looks again whenever an answer is lost, unreadable or a
        refusal. What may still be running is never posted a second time by this call."""
        until = self._clock() + self._limits.total
        call = Call("POST", path, until, body=body, key=key)
        found, _ = self._look(lookup)
        tries = 1
        while found is None:
            try:
                return Document(self._wire.ask(call)[0], _last(path))
            except (OperatorRefused, OperatorMisbehaved):
                found, _ = self._look(lookup)
                if found is None:
                    raise
            except Lost as lost:
                self._wait(tries, until, lost)
                tries += 1
                if lost.fate != "not_sent":
                    found, told = self._look(lookup)
                    if found is None and (lost.fate == "running" or not told):
                        raise lost.told from lost
        return found

    def _look(self, lookup: Lookup) -> tuple[Document | None, bool]:
        """What is known by the key, and whether we could tell. Not every operator can be asked."""
        try:
            return lookup(), True
        except (NotServed, Invalid, TooMany):
            return None, False

    def _listed(self, path: str, params: Params) -> tuple[object, int | None]:
        """A collection that is not there is no empty collection."""
        try:
            return self._patiently(path, params)
        except NotFound as exc:
            raise NotServed(f"{_last(path)} is not served") from exc

    def _patiently(self, path: str, params: Params | None) -> tuple[object, int | None]:
        """A question may be asked again, also when its answer was garbled. What an operator will not tell is no business
        refusal: those are for changes."""
        until = self._clock() + self._limits.total
        tries = 1
        while True:
            try:
                return self._wire.ask(Call("GET", path, until, params=params))
            except (Lost, Garbled) as lost:
                self._wait(tries, until, lost)
                tries += 1
            except OperatorRefused as no:
                raise OperatorMisbehaved(f"a question is refused: {no}") from no

    def _wait(self, tries: int, until: float, lost: Lost | Garbled) -> None:
        """Doubling, and at least what the operator asked for. A wish beyond our patience or budget ends the call."""
        wish = lost.retry_after or 0.0
        pause = max(min(self._limits.backoff * 2 ** (tries - 1), self._limits.longest_wait), wish)
        if tries >= self._limits.tries or wish > self._limits.longest_wait or self._clock() + pause >= until:
            raise lost.told from lost
        self._sleep(pause)


def _last(path: str) -> str:
    """What an error may name: the resource, never an id, a number or a query."""
    return path.strip("/").split("/")[3]
