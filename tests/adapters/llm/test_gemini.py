"""Our one POST against Google's own client: both are pointed at the same server, and must send and read the same."""

import re
from typing import Any

import pytest
from google.genai import types

from frontline.adapters.llm.gemini import Gemini
from frontline.adapters.llm.http import NoAnswer
from tests.adapters.llm.google import KEY, PROMPT, candidate, oracle
from tests.adapters.llm.server import Server, Told


def camel(value: object) -> object:
    """Protobuf's JSON reads both spellings of a field; Google's client sends `thinking_level`, its documents say
    `thinkingLevel`."""
    if isinstance(value, dict):
        return {re.sub(r"_(\w)", lambda found: found[1].upper(), name): camel(each) for name, each in value.items()}
    return value


def comparable(document: dict[str, Any]) -> dict[str, Any]:
    config = document["generationConfig"]
    thinking = {"thinkingConfig": camel(config["thinkingConfig"])} if "thinkingConfig" in config else {}
    return {**document, "generationConfig": {**config, **thinking}}


@pytest.mark.parametrize(
    ("model", "thinking"),
    [
        ("gemini-3.5-flash-lite", types.ThinkingConfig(thinking_level=types.ThinkingLevel.MINIMAL)),
        ("gemini-3-flash-preview", types.ThinkingConfig(thinking_level=types.ThinkingLevel.MINIMAL)),
        ("gemini-3.1-pro-preview", types.ThinkingConfig(thinking_level=types.ThinkingLevel.LOW)),
        ("gemini-2.5-flash-lite", types.ThinkingConfig(thinking_budget=0)),
        ("gemini-2.5-pro", types.ThinkingConfig(thinking_budget=128)),
        ("gemma-3-27b-it", None),
    ],
)
def test_it_sends_what_googles_client_sends(server: Server, model: str, thinking: types.ThinkingConfig | None) -> None:
    ours = Gemini(key=lambda: KEY, model=model, url=server.url)
    ours.generate(PROMPT, timeout=5.0)
    ours.close()
    oracle(server.url, model, thinking)
    sent, expected = server.asked
    assert sent.path == expected.path
    assert comparable(sent.document) == comparable(expected.document)
    for header in ("x-goog-api-key", "content-type", "x-server-timeout", "accept"):
        assert sent.headers[header] == expected.headers[header]


READABLE: dict[str, dict[str, object]] = {
    "one part": candidate({"text": '{"intent":"human"}'}),
    "several parts": candidate({"text": '{"intent":'}, {"text": '"human"}'}),
    "a thought before the words": candidate({"text": "let me think", "thought": True}, {"text": "{}"}),
    "a thought that is none": candidate({"text": "{}", "thought": False}),
    "a signature": candidate({"text": "{}", "thoughtSignature": "c2ln"}),
    "two candidates": {
        "candidates": [*candidate({"text": "first"})["candidates"], *candidate({"text": "2nd"})["candidates"]]  # type: ignore[misc]
    },
    "no finish reason": candidate({"text": "{}"}, finish=None),
    "another kind of part": candidate({"text": "{}"}, {"functionCall": {"name": "f", "args": {}}}),
    "usage and the rest": {**candidate({"text": "{}"}), "usageMetadata": {"totalTokenCount": 7}, "modelVersion": "x"},
    "garbage": candidate({"text": "I would rather not fill in JSON today."}),
    "Hindi": candidate({"text": '{"clarification_question":"कौन सा शहर?"}'}),
}

WITHOUT_WORDS: dict[str, dict[str, object]] = {
    "an empty text": candidate({"text": ""}),
    "thoughts only": candidate({"text": "hmm", "thought": True}),
    "no parts": candidate(),
    "no parts at all": {"candidates": [{"content": {"role": "model"}, "finishReason": "STOP"}]},
    "no content": {"candidates": [{"finishReason": "SAFETY", "safetyRatings": []}]},
    "no candidates": {"candidates": [], "usageMetadata": {"promptTokenCount": 3}},
    "a blocked prompt": {"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}},
    "a call instead of words": candidate({"functionCall": {"name": "f", "args": {}}}),
    "cut by safety": {"candidates": [{"finishReason": "PROHIBITED_CONTENT"}]},
}

CUT_SHORT = ("MAX_TOKENS", "SAFETY", "RECITATION", "BLOCKLIST", "SPII", "OTHER", "MALFORMED_RESPONSE")


@pytest.mark.parametrize("case", READABLE)
def test_it_reads_what_googles_client_reads(server: Server, gemini: Gemini, case: str) -> None:
    server.tell(Told(body=READABLE[case]))
    assert gemini.generate(PROMPT).text == oracle(server.url).text


@pytest.mark.parametrize("case", WITHOUT_WORDS)
def test_where_googles_client_finds_no_words_there_is_no_answer(server: Server, gemini: Gemini, case: str) -> None:
    server.tell(Told(body=WITHOUT_WORDS[case]))
    assert not oracle(server.url).text
    with pytest.raises(NoAnswer):
        gemini.generate(PROMPT)


@pytest.mark.parametrize("reason", CUT_SHORT)
def test_words_that_were_cut_short_are_no_answer_and_the_reason_is_told(
    server: Server, gemini: Gemini, reason: str
) -> None:
    server.tell(Told(body=candidate({"text": '{"intent":"hum'}, finish=reason)))
    assert oracle(server.url).text == '{"intent":"hum'
    with pytest.raises(NoAnswer, match=reason):
        gemini.generate(PROMPT)


def test_the_connection_is_kept_for_the_next_turn(server: Server, gemini: Gemini) -> None:
    gemini.generate(PROMPT)
    gemini.generate(PROMPT)
    assert server.asked[0].caller == server.asked[1].caller
