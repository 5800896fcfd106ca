"""Phi-3, or any other local model, through Ollama's HTTP API, its answer bound to the Decision's schema."""

import json
import time

from frontline.adapters.llm.http import Answer, Clock, Endpoint, NoAnswer, OutOfQuota, retry_after
from frontline.agent.hear.prompt import message
from frontline.model.decision import LLMResponse, Prompt
from frontline.model.errors import ModelUnavailable


class Ollama:
    """`keep_alive` holds the model in the server's memory between customers; loading it takes longer than any turn has."""

    def __init__(
        self,
        *,
        url: str,
        model: str = "phi3",
        keep_alive: str = "30m",
        context: int = 4096,
        name: str = "phi3",
        clock: Clock = time.monotonic,
    ) -> None:
        self.name = name
        self._model = model
        self._keep_alive = keep_alive
        self._context = context
        self._endpoint = Endpoint(url, name=name, clock=clock)

    def generate(self, prompt: Prompt, timeout: float = 20.0) -> LLMResponse:
        """What the model wrote, or `ModelUnavailable`: `OutOfQuota`, `NoAnswer` or `TimedOut` where that is known."""
        answer = self._endpoint.post("/api/chat", self._request(prompt), timeout=timeout)
        return LLMResponse(model=self._model, text=self._read(answer))

    def close(self) -> None:
        """Hang up."""
        self._endpoint.close()

    def _request(self, prompt: Prompt) -> dict[str, object]:
        asked = prompt.brief or prompt
        return {
            "model": self._model,
            "messages": [
                {"role": "system", "content": asked.instructions},
                {"role": "user", "content": message(prompt)},
            ],
            "format": json.loads(asked.answer_schema),
            "stream": False,
            "options": {"temperature": 0, "seed": 0, "num_predict": 512, "num_ctx": self._context},
            "keep_alive": self._keep_alive,
        }

    def _read(self, answer: Answer) -> str:
        try:
            document = json.loads(answer.body)
        except ValueError:
            document = None
        match document:
            case {"error": error}:
                raise self._refusal(answer, error)
            case _ if answer.status != 200:
                raise self._refusal(answer, None)
            case {"done": True, "message": {"content": str(text)}, "done_reason": "stop"} if text.strip():
                return text
            case {"done": True, "message": {"content": str()}}:
                raise NoAnswer(f"{self.name} stopped: {str(document.get('done_reason'))[:40]}")
        raise ModelUnavailable(f"{self.name} answered something that is not Ollama's")

    def _refusal(self, answer: Answer, error: object) -> ModelUnavailable:
        """Ollama's texts name the model and the machine, never the prompt, so they may be told."""
        said = f"{answer.status} {error}"[:160] if isinstance(error, str) else str(answer.status)
        patience = retry_after(answer.headers)
        if answer.status == 429 or (answer.status == 503 and patience is not None):
            return OutOfQuota(f"{self.name} asks for patience: {said}", retry_after=patience)
        return ModelUnavailable(f"{self.name} refused: {said}")
