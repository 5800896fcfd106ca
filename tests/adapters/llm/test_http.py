"""What the adapters share: how long a server asks us to wait, and that waiting ends."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontline.adapters.llm.http import LARGEST_ANSWER, Endpoint, TimedOut, retry_after
from frontline.model.errors import ModelUnavailable
from tests.adapters.llm.server import Told, nobody, serving, stopwatch


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "30"}, 30.0),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after": " 7 "}, 7.0),
        ({"retry-after": "Wed, 21 Oct 2026 07:28:30 GMT", "date": "Wed, 21 Oct 2026 07:28:00 GMT"}, 30.0),
        ({"retry-after": "Wed, 21 Oct 2026 07:27:00 GMT", "date": "Wed, 21 Oct 2026 07:28:00 GMT"}, 0.0),
        ({"retry-after": "Wed, 21 Oct 2026 07:28:30 GMT"}, None),
        ({"retry-after": "Wed, 21 Oct 2026 07:28:30", "date": "Wed, 21 Oct 2026 07:28:00 GMT"}, None),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "²"}, None),
        ({}, None),
    ],
)
def test_retry_after_is_read_in_both_its_forms(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers) == seconds


@given(st.text(), st.text())
def test_whatever_retry_after_says_it_is_a_finite_wait_or_none(said: str, date: str) -> None:
    wait = retry_after({"retry-after": said, "date": date})
    assert wait is None or 0 <= wait < float("inf")


def test_a_silent_server_is_left_at_the_deadline() -> None:
    with serving(lambda _: Told(wait=30)) as server:
        endpoint, elapsed = Endpoint(server.url, name="m"), stopwatch()
        with pytest.raises(TimedOut):
            endpoint.post("/", {}, timeout=0.3)
        assert elapsed() < 2
        endpoint.close()


def test_a_dribbling_server_is_left_soon_after_the_deadline() -> None:
    with serving(lambda _: Told(body=b"x" * 1000, dribble=0.05)) as server:
        endpoint, elapsed = Endpoint(server.url, name="m"), stopwatch()
        with pytest.raises(TimedOut):
            endpoint.post("/", {}, timeout=0.3)
        assert elapsed() < 2
        endpoint.close()


def test_an_endless_answer_is_not_read_to_its_end() -> None:
    with serving(lambda _: Told(body=b"x" * (LARGEST_ANSWER + 100_000))) as server:
        endpoint = Endpoint(server.url, name="m")
        with pytest.raises(ModelUnavailable, match="more than"):
            endpoint.post("/", {}, timeout=5)
        endpoint.close()


def test_a_server_that_hangs_up_or_is_not_there_is_unavailable() -> None:
    with serving(lambda _: Told(hang_up=True)) as server:
        endpoint = Endpoint(server.url, name="m")
        with pytest.raises(ModelUnavailable):
            endpoint.post("/", {}, timeout=5)
        endpoint.close()
    with nobody() as url:
        endpoint = Endpoint(url, name="m")
        with pytest.raises(ModelUnavailable, match="ConnectError"):
            endpoint.post("/", {}, timeout=5)
        endpoint.close()


def test_a_redirect_is_not_followed_with_our_key_in_the_bag() -> None:
    with serving() as elsewhere, serving() as server:
        server.tell(Told(307, headers={"location": elsewhere.url}))
        endpoint = Endpoint(server.url, name="m")
        assert endpoint.post("/", {}, timeout=5, headers={"x-goog-api-key": "k"}).status == 307
        assert elsewhere.asked == []
        endpoint.close()


def test_what_is_no_address_is_unavailable() -> None:
    endpoint = Endpoint("http://[half", name="m")
    with pytest.raises(ModelUnavailable):
        endpoint.post("/", {}, timeout=1)
    endpoint.close()


def test_no_http_library_is_loaded_before_a_model_is_called() -> None:
    """A cold start that answers without a model pays for none."""
    code = (
        "import sys; from frontline.adapters.llm import classifier, gemini, guard, mock, ollama;"
        "gemini.Gemini(key=str, model='m'); ollama.Ollama(url='http://127.0.0.1');"
        "assert not {'httpx', 'ssl', 'google.genai'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": "layers/core"})
