"""The border between what a model wrote and what the code may use: schema, vocabulary, defaults. All or nothing."""

import json

from pydantic import ValidationError

from frontline.agent.prompt import OUT_OF_SCOPE, UNKNOWN
from frontline.model.catalogue import Catalogue
from frontline.model.decision import Decision
from frontline.model.heard import MOVES

_WITHOUT_WORKFLOW = frozenset({UNKNOWN, OUT_OF_SCOPE, *MOVES})


class Rejected(Exception):
    """Nothing of this answer is used; the reason says which check it failed."""


def validated(answer: str, catalogue: Catalogue) -> Decision:
    """A Decision in this organisation's words, or Rejected. An entity nobody declared is left out: it has no meaning here."""
    try:
        raw = json.loads(answer)
    except ValueError as error:
        raise Rejected("not JSON") from error
    if not isinstance(raw, dict):
        raise Rejected("not an object")
    entities = raw.get("entities") or {}
    if not isinstance(entities, dict):
        raise Rejected("entities: not an object")
    known = {name: value for name, value in entities.items() if name in catalogue.knowledge and value is not None}
    try:
        decision = Decision.model_validate({**raw, "entities": known})
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise Rejected(f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}") from error
    if decision.intent not in catalogue.intents and decision.intent not in _WITHOUT_WORKFLOW:
        raise Rejected("intent: not in this organisation's catalogue")
    if decision.workflow is not None and decision.workflow not in catalogue.workflows:
        raise Rejected("workflow: not in this organisation's catalogue")
    return decision
