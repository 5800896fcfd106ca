"""One request to an operator and its answer: the client, the credentials, the deadline, the breaker."""

from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from frontline.adapters.operator.transport.answers import Fate, Lost, body_of, error_of
from frontline.adapters.operator.transport.breaker import Breaker
from frontline.adapters.operator.transport.credentials import Credentials
from frontline.adapters.operator.transport.settings import Call, Limits, Outside
from frontline.model.errors import Invalid, OperatorMisbehaved, OperatorUnavailable

if TYPE_CHECKING:
    import ssl

    import httpx

_LARGEST = 8_000_000
_SHORTEST = 0.05


class Wire:
    """Safe to share between threads; connections are kept between calls."""

    def __init__(self, base_url: str, credentials: Credentials | None, limits: Limits, outside: Outside) -> None:
        self._base = base_url.rstrip("/")
        self._credentials = credentials
        self._limits = limits
        self._clock = outside.clock
        self._make_client = outside.client or _plain_client
        self._made: httpx.Client | None = None
        self._lock = Lock()
        self._breaker = Breaker(outside.clock)

    def ask(self, call: Call) -> tuple[object, int | None]:
        """The body, and how many rows there are in all if the operator says. Any other answer is one of our errors."""
        self._breaker.allow()
        try:
            answer = self._send(call)
            if answer.status_code == 401 and self._credentials and self._credentials.renew():
                answer = self._send(call)
        except OperatorUnavailable:
            self._breaker.failed()
            raise
        error = error_of(answer, call.resource, self._clock())
        if isinstance(error, Lost) and error.fate != "not_sent":
            self._breaker.failed()
        else:
            self._breaker.answered()
        if error is not None:
            raise error
        total = answer.headers.get("X-Total-Count", "")
        return body_of(answer, call.resource), int(total) if total.isdigit() else None

    def _send(self, call: Call) -> "httpx.Response":
        import httpx

        client = self._client()
        headers = self._credentials.headers(client, self._clock()) if self._credentials else {}
        headers |= {"Accept": "application/json"} | ({"Idempotency-Key": call.key} if call.key else {})
        left = max(min(self._limits.read, call.until - self._clock()), _SHORTEST)
        timeout = httpx.Timeout(left, connect=min(self._limits.connect, left))
        try:
            request = client.build_request(
                call.method,
                self._base + call.path,
                params=call.params,
                json=call.body,
                headers=headers,
                timeout=timeout,
            )
            return self._receive(client, request, self._clock() + left)
        except (httpx.UnsupportedProtocol, httpx.InvalidURL) as exc:
            raise Invalid("the operator's URL cannot be used", where="base_url") from exc
        except httpx.TransportError as exc:
            raise Lost(f"the operator did not answer ({type(exc).__name__})", _fate(exc)) from exc
        except httpx.HTTPError as exc:
            raise OperatorMisbehaved(f"the operator's answer cannot be read ({type(exc).__name__})") from exc

    def _receive(self, client: "httpx.Client", request: "httpx.Request", until: float) -> "httpx.Response":
        """The client's own timeout is per chunk; an operator that drips is held to the whole."""
        import httpx

        answer = client.send(request, stream=True)
        try:
            content = bytearray()
            for chunk in answer.iter_bytes():
                content += chunk
                if len(content) > _LARGEST:
                    raise OperatorMisbehaved("the operator's answer is too large")
                if self._clock() > until:
                    raise httpx.ReadTimeout("the answer drips", request=request)
        finally:
            answer.close()
        plain = {"content-encoding", "content-length", "transfer-encoding"}
        headers = [(name, value) for name, value in answer.headers.items() if name.lower() not in plain]
        return httpx.Response(answer.status_code, headers=headers, content=bytes(content))

    def _client(self) -> "httpx.Client":
        with self._lock:
            if self._made is None:
                self._made = self._make_client()
            return self._made

    def close(self) -> None:
        with self._lock:
            if self._made is not None:
                self._made.close()
                self._made = None


def _fate(exc: "httpx.TransportError") -> Fate:
    import httpx

    if isinstance(exc, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout):
        return "not_sent"
    return "running" if isinstance(exc, httpx.TimeoutException) else "over"


def _plain_client() -> "httpx.Client":
    """No redirects and no proxies from the environment: the operator's URL says where to go."""
    import httpx

    headers = {"User-Agent": "frontline"}
    return httpx.Client(verify=_trusted(), follow_redirects=False, trust_env=False, timeout=5.0, headers=headers)


@cache
def _trusted() -> "ssl.SSLContext":
    """Whom every operator's certificate must come from. Reading the list takes longer than a request: it is read once."""
    import httpx

    return httpx.create_ssl_context(trust_env=False)
