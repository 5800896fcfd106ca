"""A server that answers like Gemini, and our Gemini speaking to it."""

from collections.abc import Iterator

import pytest

from frontline.adapters.llm.gemini import Gemini
from tests.adapters.llm.google import KEY, MODEL, candidate
from tests.adapters.llm.server import Server, Told, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(lambda _: Told(body=candidate({"text": "{}"}))) as server:
        yield server


@pytest.fixture
def gemini(server: Server) -> Iterator[Gemini]:
    model = Gemini(key=lambda: KEY, model=MODEL, url=server.url)
    yield model
    model.close()
