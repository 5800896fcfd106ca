"""A model that answers as somebody did who read the same prompt: prompts and answers stand in `tests/acceptance/read.yaml`.

A prompt is known by what was written and what was open when it was; one that nobody has read yet is kept for reading."""

import json
from pathlib import Path
from typing import Any

import yaml

from frontline.adapters.llm.mock import ScriptedModel
from frontline.model.decision import Prompt
from frontline.model.errors import ModelUnavailable

FILE = Path(__file__).parents[1] / "acceptance" / "read.yaml"
_FULL: dict[str, Any] = {
    "confidence": 0.95,
    "entities": {},
    "workflow": None,
    "next_action": "clarification",
    "clarification_question": None,
}
"""What an answer in the file leaves out."""


class Reader:
    """`model` gives the file's answers; `unread` is what it was asked beside them."""

    def __init__(self, file: Path = FILE) -> None:
        read = (yaml.safe_load(file.read_text()) or []) if file.exists() else []
        self.answers = {_key(one): one["answer"] for one in read}
        self.unread: dict[tuple[Any, ...], dict[str, Any]] = {}
        self.rules = ""
        self.model = ScriptedModel(self._answer, name="reader")

    def _answer(self, prompt: Prompt) -> str | ModelUnavailable:
        asked = {"message": prompt.text, **json.loads(prompt.context or "{}")}
        if answer := self.answers.get(_key(asked)):
            return json.dumps({**_FULL, **answer}, ensure_ascii=False)
        self.rules = prompt.instructions
        self.unread.setdefault(_key(asked), asked)
        return ModelUnavailable("nobody has read this yet")

    def keep(self, file: Path) -> None:
        """What is still to be read, with the rules of the prompt above it."""
        told = "".join(f"# {line}\n" for line in self.rules.splitlines())
        file.write_text(
            told + yaml.safe_dump(list(self.unread.values()), allow_unicode=True, sort_keys=False, width=200)
        )


def _key(asked: dict[str, Any]) -> tuple[Any, ...]:
    """The words, and what was open: not our own words, which may be put better without changing what is meant."""
    about, state = asked.get("about") or (), asked.get("state")
    return asked["message"], tuple(about), state, asked.get("question") is None, len(asked.get("options") or ())
