"""How we show an operator who we are. Secrets come from whoever builds these; they are never in a repr."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from frontline.adapters.operator.document import Document
from frontline.model.errors import Invalid, OperatorMisbehaved, OperatorUnavailable

if TYPE_CHECKING:
    import httpx

_EARLY = 30.0
_SHORTEST = 5.0


class Credentials(Protocol):
    def headers(self, client: "httpx.Client", now: float) -> dict[str, str]:
        """What to send with a request. May ask a token server, through the client given."""
        ...

    def renew(self) -> bool:
        """The operator did not accept the last ones. True when asking again gives others."""
        ...


@dataclass(frozen=True)
class ApiKey:
    """A fixed key in a header of the operator's choice."""

    value: str = field(repr=False)
    header: str = "X-API-Key"

    def headers(self, client: "httpx.Client", now: float) -> dict[str, str]:
        del client, now
        return {self.header: self.value}

    def renew(self) -> bool:
        return False


@dataclass
class ClientCredentials:
    """OAuth2 client credentials. A token is used until shortly before it expires, and fetched anew after a 401."""

    token_url: str
    client_id: str
    client_secret: str = field(repr=False)
    scope: str = ""
    _token: str = field(default="", init=False, repr=False)
    _until: float = field(default=0.0, init=False)
    _lock: Lock = field(default_factory=Lock, init=False, repr=False, compare=False)

    def headers(self, client: "httpx.Client", now: float) -> dict[str, str]:
        with self._lock:
            if not self._token or now >= self._until:
                self._fetch(client, now)
            return {"Authorization": f"Bearer {self._token}"}

    def renew(self) -> bool:
        with self._lock:
            had, self._token = bool(self._token), ""
            return had

    def _fetch(self, client: "httpx.Client", now: float) -> None:
        import httpx

        form = {"grant_type": "client_credentials", **({"scope": self.scope} if self.scope else {})}
        try:
            answer = client.post(self.token_url, data=form, auth=(self.client_id, self.client_secret))
        except httpx.HTTPError as exc:
            raise OperatorUnavailable("the token server did not answer") from exc
        if answer.status_code >= 500 or answer.status_code == 429:
            raise OperatorUnavailable(f"the token server answered {answer.status_code}")
        if answer.status_code >= 300:
            raise Invalid(f"the token server answered {answer.status_code}", where="credentials")
        token = _read(answer.json)
        self._token = token.need("access_token")
        lives = float(token.number("expires_in") or "300")
        self._until = now + max(lives - _EARLY, min(lives, _SHORTEST))


def _read(parse: Callable[[], object]) -> Document:
    try:
        return Document(parse(), "token")
    except ValueError as exc:
        raise OperatorMisbehaved("the token server did not answer in JSON") from exc
