"""Gemini through Google's own client, for whoever wants that one: the same promises as `adapters/llm/gemini.py`, held by the
same contract suite. To ship it: this file into `adapters/llm/`, `google-genai` into `layers/core/requirements.in`, and its
name in `Wiring._gemini`. What that costs is in docs/decisions/0008."""

import re
from collections.abc import Callable
from functools import cached_property

from google import genai
from google.genai import errors, types

from frontline.adapters.llm.gemini import refusal, request, written
from frontline.adapters.llm.http import Answer, TimedOut
from frontline.agent.hear.prompt import message
from frontline.model.decision import LLMResponse, Prompt
from frontline.model.errors import ModelUnavailable

_HEADER_SAFE = re.compile(r"[\x21-\x7e]+")


class GoogleGenai:
    """`key` is asked for once, at the first call. Google's client keeps the connection."""

    def __init__(self, *, key: Callable[[], str], model: str, url: str | None = None, name: str = "gemini") -> None:
        self.name = name
        self._key = key
        self._model = model
        self._url = url

    @cached_property
    def _client(self) -> genai.Client:
        key = self._key().strip()
        if not _HEADER_SAFE.fullmatch(key):
            raise ModelUnavailable(f"{self.name} has no usable key")
        return genai.Client(api_key=key, http_options=types.HttpOptions(base_url=self._url, api_version="v1"))

    def generate(self, prompt: Prompt, timeout: float = 10.0) -> LLMResponse:
        """What the model wrote, or `ModelUnavailable`, told by codes and class names: their texts may quote the prompt."""
        asked = request(prompt, self._model)
        patience = types.HttpOptions(timeout=int(timeout * 1000), retry_options=types.HttpRetryOptions(attempts=1))
        config = {"systemInstruction": prompt.instructions, "httpOptions": patience}
        try:
            answer = self._client.models.generate_content(
                model=self._model,
                contents=[types.Content(role="user", parts=[types.Part(text=message(prompt))])],
                config=types.GenerateContentConfig.model_validate({**_dict(asked["generationConfig"]), **config}),
            )
            document = answer.model_dump(mode="json", by_alias=True, exclude_none=True)
        except ModelUnavailable:
            raise
        except errors.APIError as exc:
            headers = getattr(exc.response, "headers", None) or {}
            raise refusal(self.name, Answer(exc.code, headers, b""), exc.details) from None
        except Exception as exc:  # noqa: BLE001  whatever its transport raises, and it has changed its transport before
            kind = type(exc).__name__
            if "Timeout" in kind:
                raise TimedOut(f"{self.name} did not answer within {timeout:.1f} s") from None
            raise ModelUnavailable(f"{self.name} could not be asked: {kind}") from None
        return LLMResponse(model=self._model, text=written(self.name, document))

    def close(self) -> None:
        """Hang up."""
        self._client.close()


def _dict(part: object) -> dict[str, object]:
    return part if isinstance(part, dict) else {}
