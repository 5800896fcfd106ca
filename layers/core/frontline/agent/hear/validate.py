"""The border between what a model wrote and what the code may use: schema, vocabulary, defaults. All or nothing."""

import json
from collections.abc import Sequence
from datetime import date

from pydantic import ValidationError
from pydantic_core import from_json

from frontline.agent.hear.prompt import Vocabulary
from frontline.model.catalogue import Catalogue
from frontline.model.decision import MOST_WISHES, Decision
from frontline.speech.secrets import without_secrets, without_secrets_in

LONGEST = 8_000
"""No Decision needs more, and a row must hold what was answered."""


class Rejected(Exception):
    """Nothing of this answer is used; the reason says which check it failed."""


def validated(answer: str, offered: Vocabulary) -> Decision:
    """A Decision in the words its prompt offered, or Rejected. What hangs on the intent and was not offered is left out: it
    has no meaning here, and a workflow is never more than named. A confidence has no room for somebody's code."""
    if len(answer) > LONGEST:
        raise Rejected("too long")
    try:
        raw = from_json(answer.encode())
    except ValueError as error:
        raise Rejected("not JSON") from error
    if not isinstance(raw, dict):
        raise Rejected("not an object")
    entities = raw.get("entities") or {}
    if not isinstance(entities, dict):
        raise Rejected("entities: not an object")
    known = {
        "entities": {name: value for name, value in entities.items() if name in offered.entities and value is not None},
        "workflow": workflow if (workflow := raw.get("workflow")) in offered.workflows else None,
        "wishes": _offered(raw.get("wishes"), offered.served),
        "between": _offered(raw.get("between"), offered.served),
        "corrects": _offered(raw.get("corrects"), offered.entities),
        "drops": raw.get("drops") is True,
    }
    try:
        decision = Decision.model_validate({**raw, **known}, extra="forbid")
    except ValidationError as error:
        raise Rejected(_why(error)) from error
    if decision.intent not in offered.intents:
        raise Rejected("intent: not in this organisation's catalogue")
    return decision.but(confidence=round(decision.confidence, 4))


def _offered(names: object, offered: Sequence[str]) -> tuple[str, ...]:
    """Those of a list that the prompt offered, each once and few."""
    told = dict.fromkeys(name for name in names if isinstance(name, str)) if isinstance(names, list) else {}
    return tuple(name for name in told if name in offered)[:MOST_WISHES]


def unproven(answer: str, catalogue: Catalogue, today: date) -> str:
    """The answer as it is judged and kept: what it hands in for what nobody is shown, or repeats of a secret, is gone."""
    answer = answer[: LONGEST + 1]
    try:
        raw = from_json(answer.encode())
    except ValueError:
        return without_secrets(answer, today)
    entities = raw.get("entities") if isinstance(raw, dict) else None
    handed_in = entities.keys() & catalogue.hidden if isinstance(entities, dict) else set()
    if not handed_in and without_secrets(answer, today) == answer:
        return answer
    if isinstance(entities, dict):
        raw = {**raw, "entities": {name: value for name, value in entities.items() if name not in handed_in}}
    return json.dumps(without_secrets_in(raw, today), ensure_ascii=False)


def legible(answer: str) -> str:
    """An answer that was not used, as it can be kept: its beginning, without half characters."""
    return answer[:LONGEST].encode(errors="replace").decode()


def _why(error: ValidationError) -> str:
    """Reasons become events, so a name that only the model uses, and may have from the customer, is not repeated."""
    first = error.errors(include_input=False, include_url=False)[0]
    if first["loc"][0] not in Decision.model_fields:
        return "a field that is not declared"
    return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
