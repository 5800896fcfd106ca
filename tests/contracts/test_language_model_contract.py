"""What every model over the network promises: one answer in time, or `ModelUnavailable` that tells neither key nor words.
Ours, and the one through Google's own client, against the same server."""

import traceback
from collections.abc import Callable, Iterator

import pytest

from frontline.adapters.llm.gemini import Gemini
from frontline.adapters.llm.http import NoAnswer, OutOfQuota, TimedOut
from frontline.model.errors import ModelUnavailable
from local.google_genai import GoogleGenai
from tests.adapters.llm.google import KEY, MODEL, PROMPT, candidate, refusal
from tests.adapters.llm.server import Server, Told, nobody, serving, stopwatch

Model = Gemini | GoogleGenai
Make = Callable[..., Model]


def ours(url: str, key: str = KEY) -> Gemini:
    return Gemini(key=lambda: key, model=MODEL, url=url)


def googles(url: str, key: str = KEY) -> GoogleGenai:
    return GoogleGenai(key=lambda: key, model=MODEL, url=url)


@pytest.fixture(params=[ours, googles])
def make(request: pytest.FixtureRequest) -> Iterator[Make]:
    made: list[Model] = []

    def one(url: str, key: str = KEY) -> Model:
        made.append(request.param(url, key))
        return made[-1]

    yield one
    for model in made:
        if isinstance(model, Gemini) or "_client" in model.__dict__:
            model.close()


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(lambda _: Told(body=candidate({"text": '{"intent":'}, {"text": '"human"}'}))) as server:
        yield server


def test_it_answers_with_the_models_words_and_asks_twice_over_one_connection(server: Server, make: Make) -> None:
    model = make(server.url)
    for _ in range(2):
        answer = model.generate(PROMPT, timeout=5.0)
        assert (answer.model, answer.text) == (MODEL, '{"intent":"human"}')
    first, second = server.asked
    assert first.headers["x-goog-api-key"] == KEY
    assert KEY not in first.path + first.body.decode()
    assert first.caller == second.caller


def test_both_send_the_same(server: Server) -> None:
    for model in (ours(server.url), googles(server.url)):
        model.generate(PROMPT, timeout=5.0)
        model.close()
    one, other = (asked.document for asked in server.asked)
    thinking = [document["generationConfig"].pop("thinkingConfig") for document in (one, other)]  # type: ignore[attr-defined]  # JSON
    assert one == other
    assert [next(iter(part.values())) for part in thinking] == ["MINIMAL", "MINIMAL"]
    assert server.asked[0].path == server.asked[1].path


@pytest.mark.parametrize(
    ("told", "error"),
    [
        (refusal(429, "RESOURCE_EXHAUSTED"), OutOfQuota),
        (refusal(503, "UNAVAILABLE")._replace(headers={"Retry-After": "5"}), OutOfQuota),
        (refusal(500, "INTERNAL"), ModelUnavailable),
        (refusal(400, "INVALID_ARGUMENT", text=f"bad {KEY} for {PROMPT.text}"), ModelUnavailable),
        (Told(502, b"<html>bad gateway</html>"), ModelUnavailable),
        (Told(body=candidate({"text": "hum"}, finish="MAX_TOKENS")), NoAnswer),
        (Told(body={"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}}), NoAnswer),
        (Told(body=candidate()), NoAnswer),
        (Told(body=b"{"), ModelUnavailable),
        (Told(hang_up=True), ModelUnavailable),
        (Told(body=candidate({"text": "{}"}), cut=True), ModelUnavailable),
    ],
)
def test_whatever_else_comes_back_is_unavailable_at_the_first_try_and_tells_nothing(
    server: Server, make: Make, told: Told, error: type[ModelUnavailable]
) -> None:
    server.tell(told)
    with pytest.raises(error) as raised:
        make(server.url).generate(PROMPT, timeout=5.0)
    assert len(server.asked) == 1
    shown = "".join(traceback.format_exception(raised.value))
    assert KEY not in shown
    assert PROMPT.text not in shown


def test_the_deadline_is_kept(server: Server, make: Make) -> None:
    server.tell(Told(wait=30))
    elapsed = stopwatch()
    with pytest.raises(TimedOut):
        make(server.url).generate(PROMPT, timeout=0.4)
    assert elapsed() < 4


def test_nobody_there_and_a_key_that_cannot_be_sent_are_unavailable(server: Server, make: Make) -> None:
    with nobody() as url, pytest.raises(ModelUnavailable):
        make(url).generate(PROMPT, timeout=2.0)
    with pytest.raises(ModelUnavailable) as raised:
        make(server.url, f"{KEY}\r\nx: y").generate(PROMPT, timeout=2.0)
    assert server.asked == [] and KEY not in str(raised.value)
