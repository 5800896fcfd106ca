"""A wish in the words of a trade's own files, before any model is asked: `wishes.<intent>`, and whoever is to be moved to a
thing that is named ("399 par le chalo mujhe")."""

from frontline.agent.desk import Desk
from frontline.agent.hear.values import read_for_slot
from frontline.model.catalogue import Catalogue
from frontline.model.reading import Found
from frontline.speech.readers import said


def opened_with(text: str, desk: Desk) -> str | None:
    """The intent that these words plainly are."""
    heard = said(text)
    catalogue = desk.catalogue
    if plainly := next((intent for intent in catalogue.intents if f"wishes.{intent}" in heard), None):
        return plainly
    named = {slot.named_by for slot in catalogue.slots.values() if slot.named_by} if "moves_to_named" in heard else ()
    for name in sorted(named):
        if isinstance(read_for_slot(catalogue.knowledge[name], text, desk, asked=False), Found):
            return _listening_for(name, catalogue)
    return None


def _listening_for(name: str, catalogue: Catalogue) -> str | None:
    """The intent of the workflow that listens for what is named."""
    return next(
        (
            intent.name
            for workflow in catalogue.workflows.values()
            if any(one.name == name for one in workflow.listens)
            for intent in workflow.intents
            if intent.name in catalogue.intents
        ),
        None,
    )
