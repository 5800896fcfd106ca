"""What the classifier makes of an author's examples before they are published."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from pydantic import ValidationError

from frontline.adapters.flows.teaching import Teacher
from frontline.flows.document import FlowDocument
from frontline.flows.drawn import flow_from
from frontline.flows.verify.finding import Finding, Verdict
from frontline.model.catalogue import Catalogue
from frontline.model.errors import ModelUnavailable
from frontline.model.workflow import Intent


def too_much(own: Sequence[Intent], others: Iterable[Intent], teacher: Teacher) -> tuple[Finding, ...]:
    """Where all examples together take longer to learn than a publication may: the intent to shorten first."""
    with suppress(ModelUnavailable):
        share = teacher.burden(own, others)
        if share > 1:
            number, longest = max(enumerate(own), key=lambda one: sum(map(len, one[1].examples)))
            letters = sum(map(len, longest.examples))
            reason = (
                f"there are {share:.1f} times as many examples as can be learnt in a second; those of {longest.name!r} have "
                f"{letters} letters, the most: ten short sentences teach as much, and a flow can be divided into two"
            )
            return (Finding(code="too_many_examples", path=f"intents[{number}].examples", reason=reason),)
    return ()


def with_examples(given: Verdict, raw: object, flow_id: str, catalogue: Catalogue, teacher: Teacher) -> Verdict:
    """What verification found, and which intents have no examples, and which examples belong to another intent more clearly;
    nothing of a document that is none."""
    try:
        intents = flow_from(flow_id, FlowDocument.model_validate(raw)).intents
    except ValidationError:
        return given
    return given.but(findings=(*given.findings, *_of_examples(intents, flow_id, catalogue, teacher)))


def _of_examples(intents: Sequence[Intent], flow_id: str, catalogue: Catalogue, teacher: Teacher) -> Iterator[Finding]:
    others = [intent for flow in catalogue.flows.values() if flow.id != flow_id for intent in flow.intents]
    places = {intent.name: number for number, intent in enumerate(intents)}
    shipped = catalogue.intents.keys() - places.keys() - {intent.name for intent in others if intent.examples}
    if found := too_much(intents, others, teacher):
        yield from found
        return
    with suppress(ModelUnavailable):
        for bare in (intent for intent in intents if not intent.examples and not teacher.knows(intent.name)):
            reason = f"{bare.name!r} is only found by the words of its offer; give it five things that customers say who want it"
            path = f"intents[{places[bare.name]}].examples"
            yield Finding(code="few_examples", severity="warning", path=path, reason=reason)
        for one in teacher.elsewhere(intents, others, shipped):
            example = intents[places[one.intent]].examples[one.place]
            reason = (
                f"{example!r} is more like {one.other!r} than like {one.intent!r}: one of them will not be understood"
            )
            path = f"intents[{places[one.intent]}].examples[{one.place}]"
            yield Finding(code="example_elsewhere", severity="warning", path=path, reason=reason)
