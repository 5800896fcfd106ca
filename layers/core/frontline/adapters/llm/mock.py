"""A model that follows a script: for tests and demonstrations, shipped so that nobody has to write their own."""

from collections.abc import Callable, Mapping

from frontline.model.decision import Decision, LLMResponse, Prompt
from frontline.model.errors import ModelUnavailable

Line = Decision | str | ModelUnavailable
"""A proper answer, raw text (garbage included), or a failure."""

NOTHING = Decision(intent="unknown", confidence=0.0)


class ScriptedModel:
    """Answers by what the customer wrote, case and outer blanks aside. `calls` keeps every prompt it was given."""

    def __init__(
        self,
        script: Mapping[str, Line] | Callable[[Prompt], Line] | None = None,
        *,
        name: str = "scripted",
        otherwise: Line = NOTHING,
    ) -> None:
        self.name = name
        self.calls: list[Prompt] = []
        if callable(script):
            self._line = script
        else:
            lines = {_key(text): line for text, line in (script or {}).items()}
            self._line = lambda prompt: lines.get(_key(prompt.text), otherwise)

    def generate(self, prompt: Prompt, timeout: float = 0.0) -> LLMResponse:
        """The script's line for this prompt. It is instant, whatever the timeout."""
        del timeout
        self.calls.append(prompt)
        line = self._line(prompt)
        if isinstance(line, ModelUnavailable):
            raise line
        return LLMResponse(model=self.name, text=line if isinstance(line, str) else line.model_dump_json())


def _key(text: str) -> str:
    return text.strip().casefold()
