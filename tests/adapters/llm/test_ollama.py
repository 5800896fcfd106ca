"""Phi-3 through Ollama's API: the same promises as any other model."""

import json
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frontline.adapters.llm.http import NoAnswer, OutOfQuota, TimedOut
from frontline.adapters.llm.ollama import Ollama
from frontline.agent.hear.prompt import message
from frontline.model.errors import ModelUnavailable
from tests.adapters.llm.ollama_server import BUSY, ollama
from tests.adapters.llm.ollama_server import Ollama as Pretended
from tests.adapters.llm.prompts import prompt
from tests.adapters.llm.server import Server, Told, nobody

PROMPT = prompt("मेरा recharge नहीं आया", question="Which number?")


class Bench(NamedTuple):
    ours: Ollama
    model: Pretended
    server: Server


@pytest.fixture
def bench() -> Iterator[Bench]:
    with ollama() as (model, server):
        ours = Ollama(url=server.url)
        yield Bench(ours, model, server)
        ours.close()


def test_it_reads_what_the_model_wrote(bench: Bench) -> None:
    bench.model.says = '{"intent":"recharge_issue"}'
    answer = bench.ours.generate(PROMPT)
    assert answer.text == '{"intent":"recharge_issue"}'
    assert answer.model == "phi3"


def test_it_asks_for_the_schema_at_once_without_chance_and_keeps_the_model_loaded(bench: Bench) -> None:
    bench.ours.generate(PROMPT)
    sent = bench.server.asked[0].document
    brief = PROMPT.brief
    assert brief and len(brief.instructions) < len(PROMPT.instructions), (
        "what code knows by itself costs a small model time"
    )
    assert sent["format"] == json.loads(brief.answer_schema)
    assert json.loads(brief.answer_schema)["required"] == ["intent", "confidence"]
    assert sent["stream"] is False
    assert sent["keep_alive"] == "30m"
    assert isinstance(sent["options"], dict)
    assert sent["options"]["temperature"] == 0
    assert sent["messages"] == [
        {"role": "system", "content": brief.instructions},
        {"role": "user", "content": message(PROMPT)},
    ]


def test_a_model_that_was_not_pulled_is_unavailable_and_named(bench: Bench) -> None:
    bench.model.model = "llama3:latest"
    with pytest.raises(ModelUnavailable, match="404 model 'phi3' not found"):
        bench.ours.generate(PROMPT)


def test_a_busy_server_is_unavailable(bench: Bench) -> None:
    bench.model.busy = True
    with pytest.raises(ModelUnavailable, match=f"503 {BUSY}"):
        bench.ours.generate(PROMPT)


def test_a_proxy_before_it_may_ask_for_patience(bench: Bench) -> None:
    bench.server.tell(Told(429, {"error": "slow down"}, {"Retry-After": "9"}))
    with pytest.raises(OutOfQuota) as raised:
        bench.ours.generate(PROMPT)
    assert raised.value.retry_after == 9.0


@pytest.mark.parametrize("reason", ["length", "load", "unload"])
def test_an_answer_that_did_not_end_by_itself_is_none(bench: Bench, reason: str) -> None:
    bench.model.says, bench.model.done_reason = '{"intent":"rech', reason
    with pytest.raises(NoAnswer, match=reason):
        bench.ours.generate(PROMPT)


def test_an_empty_answer_is_none(bench: Bench) -> None:
    bench.model.says = "  "
    with pytest.raises(NoAnswer):
        bench.ours.generate(PROMPT)


@pytest.mark.parametrize(
    "told",
    [
        Told(body={"model": "phi3", "message": {"content": "{}"}, "done": False}),
        Told(body={"error": "llama runner process has terminated"}),
        Told(500, {"error": {"code": 3}}),
        Told(404, b"404 page not found"),
        Told(502, b"<html>"),
        Told(200, b"<html>"),
        Told(200, b""),
        Told(200, b"[1]"),
        Told(200, {"done": True, "done_reason": "stop", "message": {"role": "assistant"}}),
    ],
)
def test_what_is_not_an_answer_is_unavailable_and_counts_as_a_fault(bench: Bench, told: Told) -> None:
    bench.server.tell(told)
    with pytest.raises(ModelUnavailable) as raised:
        bench.ours.generate(PROMPT)
    assert not isinstance(raised.value, NoAnswer)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(
    status=st.sampled_from([200, 500]),
    body=st.fixed_dictionaries(
        {},
        optional={
            "done": st.booleans() | st.text(max_size=3),
            "done_reason": st.none() | st.sampled_from(["stop", "length"]) | st.integers(),
            "message": st.none() | st.fixed_dictionaries({}, optional={"content": st.text(max_size=5) | st.integers()}),
            "error": st.text(max_size=5) | st.integers() | st.none(),
        },
    ),
)
def test_whatever_comes_back_it_is_words_or_unavailable(bench: Bench, status: int, body: object) -> None:
    bench.server.tell(Told(status, body))
    try:
        answer = bench.ours.generate(PROMPT).text
    except ModelUnavailable:
        return
    assert answer.strip()


def test_a_model_still_loading_is_left_at_the_deadline(bench: Bench) -> None:
    bench.server.tell(Told(wait=30))
    with pytest.raises(TimedOut):
        bench.ours.generate(PROMPT, timeout=0.3)


def test_nobody_there_is_unavailable() -> None:
    with nobody() as url:
        ours = Ollama(url=url)
        with pytest.raises(ModelUnavailable):
            ours.generate(PROMPT)
        ours.close()
