"""Everything that can go wrong with Gemini is `ModelUnavailable`, tells why, and tells neither key nor customer."""

import traceback

import pytest
from google.genai import errors as google_errors
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frontline.adapters.llm.gemini import Gemini
from frontline.adapters.llm.http import NoAnswer, OutOfQuota, TimedOut
from frontline.model.errors import ModelUnavailable
from tests.adapters.llm.google import KEY, MODEL, PROMPT, oracle, refusal
from tests.adapters.llm.server import Server, Told, nobody, stopwatch

RETRY_INFO = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "17s"}


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        (refusal(429, "RESOURCE_EXHAUSTED", RETRY_INFO), 17.0),
        (refusal(429, "RESOURCE_EXHAUSTED", {**RETRY_INFO, "retryDelay": "0.5s"}), 0.5),
        (refusal(429, "RESOURCE_EXHAUSTED", {**RETRY_INFO, "retryDelay": "whenever"}), None),
        (refusal(429, "RESOURCE_EXHAUSTED"), None),
        (refusal(429, "RESOURCE_EXHAUSTED", RETRY_INFO)._replace(headers={"Retry-After": "40"}), 40.0),
        (Told(429, b"slow down", {"Retry-After": "12"}), 12.0),
        (Told(429, [{"error": {"code": 429, "details": [RETRY_INFO]}}]), 17.0),
        (refusal(503, "UNAVAILABLE")._replace(headers={"Retry-After": "5"}), 5.0),
    ],
)
def test_a_quota_says_how_long_to_wait(server: Server, gemini: Gemini, told: Told, seconds: float | None) -> None:
    server.tell(told)
    with pytest.raises(OutOfQuota) as raised:
        gemini.generate(PROMPT)
    assert raised.value.retry_after == seconds
    with pytest.raises(google_errors.APIError) as googles:
        oracle(server.url)
    assert googles.value.code == told.status


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (refusal(500, "INTERNAL"), "500 INTERNAL"),
        (refusal(503, "UNAVAILABLE"), "503 UNAVAILABLE"),
        (refusal(404, "NOT_FOUND"), "404 NOT_FOUND"),
        (refusal(400, "INVALID_ARGUMENT", {"reason": "API_KEY_INVALID"}), "400 INVALID_ARGUMENT API_KEY_INVALID"),
        (Told(502, b"<html>bad gateway</html>"), "502"),
        (Told(400, {"error": "a string"}), "400"),
        (Told(403, {"error": {"status": 7, "details": "none"}}), "403"),
    ],
)
def test_a_refusal_is_told_by_its_codes(server: Server, gemini: Gemini, told: Told, said: str) -> None:
    server.tell(told)
    with pytest.raises(ModelUnavailable, match=f"refused: {said}$"):
        gemini.generate(PROMPT)


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b"<html>", b'{"candidates": 1}', b"\xff\xfe", b'{"other": 1}']
)
def test_what_is_not_geminis_answer_is_unavailable_and_counts_as_a_fault(
    server: Server, gemini: Gemini, body: bytes
) -> None:
    server.tell(Told(body=body))
    with pytest.raises(ModelUnavailable) as raised:
        gemini.generate(PROMPT)
    assert not isinstance(raised.value, NoAnswer)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["candidates", "content", "parts", "text", "thought", "finishReason", "promptFeedback", "error"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(status=st.sampled_from([200, 200, 200, 429, 500]), body=JSON)
def test_whatever_comes_back_it_is_words_or_unavailable(
    server: Server, gemini: Gemini, status: int, body: object
) -> None:
    server.tell(Told(status, body))
    try:
        answer = gemini.generate(PROMPT).text
    except ModelUnavailable:
        return
    assert answer.strip()


def test_the_deadline_is_kept_and_googles_servers_are_told_of_it(server: Server, gemini: Gemini) -> None:
    server.tell(Told(wait=30))
    elapsed = stopwatch()
    with pytest.raises(TimedOut):
        gemini.generate(PROMPT, timeout=0.4)
    assert elapsed() < 2
    assert server.asked[0].headers["x-server-timeout"] == "1"


def test_nobody_there_is_unavailable() -> None:
    with nobody() as url:
        model = Gemini(key=lambda: KEY, model=MODEL, url=url)
        with pytest.raises(ModelUnavailable):
            model.generate(PROMPT)
        model.close()


@pytest.mark.parametrize("key", ["", "   ", f"{KEY}\r\nx: y", f"{KEY} {KEY}", "clé"])
def test_a_key_that_cannot_be_sent_is_not_sent_and_not_told(server: Server, key: str) -> None:
    model = Gemini(key=lambda: key, model=MODEL, url=server.url)
    with pytest.raises(ModelUnavailable) as raised:
        model.generate(PROMPT)
    assert server.asked == []
    assert KEY not in "".join(traceback.format_exception(raised.value))
    model.close()


def test_the_newline_at_the_end_of_a_pasted_key_does_no_harm(server: Server) -> None:
    model = Gemini(key=lambda: f"{KEY}\n", model=MODEL, url=server.url)
    model.generate(PROMPT)
    model.close()
    assert server.asked[0].headers["x-goog-api-key"] == KEY


def test_a_key_that_cannot_be_fetched_makes_the_model_unavailable_and_is_asked_for_only_when_needed(
    server: Server,
) -> None:
    def forbidden() -> str:
        raise PermissionError("no access to the parameter")

    model = Gemini(key=forbidden, model=MODEL, url=server.url)
    with pytest.raises(ModelUnavailable, match="no key: PermissionError"):
        model.generate(PROMPT)
    model.close()


@pytest.mark.parametrize(
    "told",
    [
        refusal(400, "INVALID_ARGUMENT", text=f"bad {KEY} for {PROMPT.text}"),
        refusal(429, "RESOURCE_EXHAUSTED", text=KEY),
        Told(500, f"{KEY} {PROMPT.text}".encode()),
        Told(body=KEY.encode()),
        Told(hang_up=True),
        Told(wait=1),
    ],
)
def test_no_failure_tells_the_key_or_what_the_customer_wrote(server: Server, gemini: Gemini, told: Told) -> None:
    server.tell(told)
    with pytest.raises(ModelUnavailable) as raised:
        gemini.generate(PROMPT, timeout=0.5)
    trace = "".join(traceback.format_exception(raised.value))
    assert KEY not in trace
    assert PROMPT.text not in trace
