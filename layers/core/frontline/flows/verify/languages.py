"""Whether a flow can be said in every language of its organisation, with the same blanks in each."""

from collections.abc import Iterator

from frontline.flows.document import FlowDocument
from frontline.flows.verify.finding import Finding
from frontline.model.catalogue import Catalogue
from frontline.model.text import Text, texts_in
from frontline.texts import LOCALES


def language_findings(document: FlowDocument, known: Catalogue) -> Iterator[Finding]:
    """By node, in the order of the document."""
    for place, text in texts_in(document.but(nodes=())):
        yield from _of(text, place, None, known)
    for number, node in enumerate(document.nodes):
        for place, text in texts_in(node, f"nodes[{number}]"):
            yield from _of(text, place, node.id, known)


def _of(text: Text, path: str, node: str | None, known: Catalogue) -> Iterator[Finding]:
    for language in text.lacks(known.languages):
        reason = (
            f"this is not said in {language}, which the organisation speaks; add it, or write one plain string for all"
        )
        yield Finding(code="missing_language", node=node, path=path, reason=reason)
    for language in text.unknown(LOCALES):
        reason = f"{language!r} is no language of ours; there are {', '.join(LOCALES)}"
        yield Finding(code="unknown_language", node=node, path=path, reason=reason)
    for language, blanks in text.uneven().items():
        reason = f"{{{min(blanks)}}} is said in another language, and not in {language}"
        yield Finding(code="odd_blank", severity="warning", node=node, path=path, reason=reason)
