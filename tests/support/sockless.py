"""The sandbox operator as a client's transport: every request and answer of the real adapter, and no socket between them."""

import httpx

from local.operator.serving import SILENCE, Serving


class Sockless(httpx.BaseTransport):
    """What the wire itself can do wrong is in the adapter's own tests, over real HTTP."""

    def __init__(self, serving: Serving) -> None:
        self._serving = serving

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = self._serving.serve(
            request.method, str(request.url.raw_path, "ascii"), request.headers.get, request.read()
        )
        if answer is SILENCE:
            raise httpx.RemoteProtocolError("the server hung up", request=request)
        headers = dict(answer.headers)
        if isinstance(answer.body, bytes):
            return httpx.Response(answer.status, content=answer.body, headers=headers)
        return httpx.Response(answer.status, json=answer.body, headers=headers)

    def client(self) -> httpx.Client:
        return httpx.Client(transport=self, base_url="http://operator", trust_env=False)
