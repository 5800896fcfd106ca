"""A small Ollama: `/api/chat` with the rules of the real one as far as our adapter can meet them. It has one model, which
answers with `says`, and keeps to a schema only in name."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from tests.adapters.llm.server import Asked, Server, Told, serving

CREATED = "2026-11-21T10:00:00.000000Z"
BUSY = "server busy, please try again.  maximum pending requests exceeded"


class Ollama:
    """What the server is like right now."""

    def __init__(self) -> None:
        self.model = "phi3:latest"
        self.says = "{}"
        self.busy = False
        self.done_reason = "stop"

    def answer(self, asked: Asked) -> Told:
        """As `server/routes.go` does: 404 outside the API, 400 for what is no JSON, 404 for a model it has not pulled."""
        if asked.path != "/api/chat":
            return Told(404, b"404 page not found", {"content-type": "text/plain"})
        try:
            wish = json.loads(asked.body)
        except ValueError as error:
            return Told(400, {"error": str(error)})
        if not wish.get("model"):
            return Told(400, {"error": "model is required"})
        if self.model not in (wish["model"], f"{wish['model']}:latest"):
            return Told(404, {"error": f"model '{wish['model']}' not found"})
        if not isinstance(wish.get("format", "json"), dict | str):
            return Told(400, {"error": f"invalid format: {wish['format']!r}"})
        if self.busy:
            return Told(503, {"error": BUSY})
        return self._chat(wish)

    def _chat(self, wish: dict[str, object]) -> Told:
        if not wish.get("messages"):
            return Told(body=self._line(wish, "", done=True, reason="load"))
        if wish.get("stream", True):
            lines = [
                self._line(wish, self.says, done=False, reason=None),
                self._line(wish, "", done=True, reason=self.done_reason),
            ]
            body = "\n".join(map(json.dumps, lines)).encode()
            return Told(body=body, headers={"content-type": "application/x-ndjson"})
        return Told(body=self._line(wish, self.says, done=True, reason=self.done_reason))

    def _line(self, wish: dict[str, object], says: str, *, done: bool, reason: str | None) -> dict[str, object]:
        figures = {"total_duration": 5, "load_duration": 1, "prompt_eval_count": 9, "eval_count": 4} if done else {}
        return {
            "model": wish["model"],
            "created_at": CREATED,
            "message": {"role": "assistant", "content": says},
            **({"done_reason": reason} if reason else {}),
            "done": done,
            **figures,
        }


@contextmanager
def ollama() -> Iterator[tuple[Ollama, Server]]:
    """The server, listening, and the model in it."""
    model = Ollama()
    with serving(model.answer) as server:
        yield model, server
