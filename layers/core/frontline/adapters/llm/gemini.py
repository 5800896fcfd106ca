"""Gemini by one HTTPS POST: it sends what `google-genai` would send and reads the answer the way `google-genai` does."""

import json
import math
import re
import time
from collections.abc import Callable

from frontline.adapters.llm.http import Answer, Clock, Endpoint, NoAnswer, OutOfQuota, retry_after
from frontline.agent.hear.prompt import message
from frontline.model.decision import LLMResponse, Prompt
from frontline.model.errors import ModelUnavailable

GOOGLE = "https://generativelanguage.googleapis.com"

_HEADER_SAFE = re.compile(r"[\x21-\x7e]+")
_SECONDS = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)s")
_FINISHED = frozenset({None, "", "STOP", "FINISH_REASON_UNSPECIFIED"})
_LEAST_THINKING: tuple[tuple[str, dict[str, object]], ...] = (
    (r"gemini-2\.5-flash", {"thinkingBudget": 0}),
    (r"gemini-2\.5-pro", {"thinkingBudget": 128}),
    (r"gemini-3[\d.]*-flash", {"thinkingLevel": "MINIMAL"}),
    (r"gemini-3[\d.]*-pro", {"thinkingLevel": "LOW"}),
)


class Gemini:
    """`key` is asked for at each call (the caller caches); it is sent in one header and appears nowhere else."""

    def __init__(
        self,
        *,
        key: Callable[[], str],
        model: str,
        url: str = GOOGLE,
        version: str = "v1",
        name: str = "gemini",
        clock: Clock = time.monotonic,
    ) -> None:
        self.name = name
        self._key = key
        self._model = model
        self._path = f"/{version}/models/{model}:generateContent"
        self._endpoint = Endpoint(url, name=name, clock=clock)

    def generate(self, prompt: Prompt, timeout: float = 10.0) -> LLMResponse:
        """What the model wrote, or `ModelUnavailable`: `OutOfQuota`, `NoAnswer` or `TimedOut` where that is known."""
        headers = {"x-goog-api-key": self._safe_key(), "x-server-timeout": str(math.ceil(timeout))}
        answer = self._endpoint.post(self._path, request(prompt, self._model), timeout=timeout, headers=headers)
        return LLMResponse(model=self._model, text=self._read(answer))

    def close(self) -> None:
        """Hang up."""
        self._endpoint.close()

    def _safe_key(self) -> str:
        """A key that cannot be sent is refused here: the libraries below would quote it in their exceptions."""
        try:
            key = self._key().strip()
        except Exception as exc:
            raise ModelUnavailable(f"{self.name} has no key: {type(exc).__name__}") from exc
        if not _HEADER_SAFE.fullmatch(key):
            raise ModelUnavailable(f"{self.name} has no usable key")
        return key

    def _read(self, answer: Answer) -> str:
        try:
            document = json.loads(answer.body)
        except ValueError:
            document = None
        if answer.status != 200:
            raise refusal(self.name, answer, document)
        return written(self.name, document)


def request(prompt: Prompt, model: str) -> dict[str, object]:
    """The body of `generateContent`: rules as the system's word, the customer's as data, the answer bound to a schema."""
    config: dict[str, object] = {
        "temperature": 0.0,
        "maxOutputTokens": 1024,
        "responseMimeType": "application/json",
        "responseJsonSchema": json.loads(prompt.answer_schema),
    }
    thinking = next((least for family, least in _LEAST_THINKING if re.match(family, model)), None)
    if thinking is not None:
        config["thinkingConfig"] = thinking
    return {
        "contents": [{"parts": [{"text": message(prompt)}], "role": "user"}],
        "systemInstruction": {"parts": [{"text": prompt.instructions}], "role": "user"},
        "generationConfig": config,
    }


def written(name: str, document: object) -> str:
    """The first candidate's words, thoughts left out. An answer that did not end by itself is no answer."""
    match document:
        case {"promptFeedback": {"blockReason": str(reason)}}:
            raise NoAnswer(f"{name} blocked the prompt: {reason[:40]}")
        case {"candidates": [{"finishReason": str(reason)}, *_]} if reason not in _FINISHED:
            raise NoAnswer(f"{name} stopped: {reason[:40]}")
        case {"candidates": [{"content": {"parts": [*parts]}}, *_]}:
            text = "".join(filter(None, map(_words, parts)))
        case {"candidates": [{}, *_]} | {"candidates": []} | {"usageMetadata": {}}:
            text = ""
        case _:
            raise ModelUnavailable(f"{name} answered something that is not Gemini's")
    if not text.strip():
        raise NoAnswer(f"{name} answered nothing")
    return text


def _words(part: object) -> str | None:
    match part:
        case {"thought": True}:
            return None
        case {"text": str(text)}:
            return text
    return None


def refusal(name: str, answer: Answer, document: object) -> ModelUnavailable:
    """Codes only: a refusal's free text may quote the prompt."""
    match document:
        case [{"error": dict(error)}] | {"error": dict(error)}:
            details = [detail for detail in _list(error.get("details")) if isinstance(detail, dict)]
        case _:
            error, details = {}, []
    codes = [error.get("status"), *(detail.get("reason") for detail in details)]
    said = " ".join([str(answer.status), *(code[:60] for code in codes if isinstance(code, str))])
    waits = [retry_after(answer.headers), *(_delay(detail.get("retryDelay")) for detail in details)]
    patience = max((wait for wait in waits if wait is not None), default=None)
    if answer.status == 429 or (answer.status == 503 and patience is not None):
        return OutOfQuota(f"{name} asks for patience: {said}", retry_after=patience)
    return ModelUnavailable(f"{name} refused: {said}")


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _delay(said: object) -> float | None:
    """`RetryInfo.retryDelay`, a protobuf duration: "17s", "0.5s"."""
    seconds = _SECONDS.fullmatch(said) if isinstance(said, str) else None
    return float(seconds[1]) if seconds else None
