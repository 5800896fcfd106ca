"""Writes docs/events.md from the event models, so that the page cannot say anything else than the code: `make docs`."""

import json
from pathlib import Path
from typing import get_args

from pydantic import BaseModel

from frontline.model import event

PAGE = Path(__file__).parent.parent / "docs" / "events.md"
_HEAD = """# Events

Generated from `layers/core/frontline/model/event.py` by `make docs`; a test compares them.

Events tell observers what happened; they never decide anything. They lie in the turn's row, so they are as durable as the
turn. `event_publisher` puts them on the bus named after the stack, with source `frontline` and the name as detail type:
in order within a conversation, at least once. `id` stays the same however often an event is delivered: drop what you have
seen. Personal data is masked. One event is no turn's: `approval.requested` is told by the order that waits. Every event has
a version; a field is never changed in meaning, only added.

## The envelope
"""


def document() -> str:
    """The whole page."""
    happenings: tuple[type[BaseModel], ...] = get_args(get_args(event.Happening)[0])
    parts = [_HEAD, _schema(event.Event, without={"happened"}), "\n`happened` is one of these:\n"]
    for model in happenings:
        name = model.model_fields["name"].default
        parts += [f"\n## {name}\n\n{_said(model)}\n\n", _schema(model, without=set())]
    return "".join(parts)


def _said(model: type[BaseModel]) -> str:
    return " ".join((model.__doc__ or "").split())


def _schema(model: type[BaseModel], *, without: set[str]) -> str:
    schema = model.model_json_schema()
    schema["properties"] = {name: part for name, part in schema["properties"].items() if name not in without}
    schema["required"] = [name for name in schema.get("required", []) if name not in without]
    kept = {name: schema[name] for name in ("type", "properties", "required") if schema.get(name)}
    kept["additionalProperties"] = False
    return f"```json\n{json.dumps(kept, indent=1, ensure_ascii=False)}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(document())
