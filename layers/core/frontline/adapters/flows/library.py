"""The flows shipped with Frontline: read once from the package, when an organisation uses them. They are read-only; who
wants them otherwise copies them."""

from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from frontline.flows.document import FlowDocument
from frontline.flows.document import SubflowNode as Subflow
from frontline.flows.drawn import flow_from
from frontline.model.flow import Flow
from frontline.model.organisation import Organisation
from frontline.model.text import Locale, lacking

FOLDER = files("frontline.trades.telecom").joinpath("library")


@cache
def shipped() -> Mapping[str, FlowDocument]:
    """Every document, by its id."""
    documents = sorted(file.name for file in FOLDER.iterdir() if file.name.endswith(".json"))
    return {name.removesuffix(".json"): _document(name) for name in documents}


@cache
def shipped_flow(flow_id: str) -> Flow:
    """A flow, whose hash stands on those of the flows it calls. `KeyError` if there is none of that name."""
    document = shipped()[flow_id]
    return flow_from(flow_id, document, {name: shipped_flow(name).hash for name in called_by(document)})


def called_by(document: FlowDocument) -> tuple[str, ...]:
    """The flows it goes through itself."""
    return tuple(sorted({node.data.flow for node in document.nodes if isinstance(node, Subflow)}))


def closure(names: Collection[str]) -> tuple[Flow, ...]:
    """These flows and all that they go through."""
    reached = list(dict.fromkeys(names))
    for name in reached:
        reached += [other for other in called_by(shipped()[name]) if other not in reached]
    return tuple(shipped_flow(name) for name in reached)


class Library:
    """The shipped flows an organisation uses, as they are today; a ticket that stands on an earlier release of one starts
    it again."""

    def of(self, organisation: Organisation, _pins: Collection[tuple[str, str]]) -> tuple[Flow, ...]:
        languages = organisation.languages
        return closure(
            tuple(name for name in organisation.library if name in shipped() and not unsaid(name, languages))
        )


@lru_cache(maxsize=256)
def unsaid(flow_id: str, languages: tuple[Locale, ...]) -> tuple[str, ...]:
    """What a flow, with all that it goes through, cannot say in one of these languages: `mms.nodes[2].data.text: es`."""
    flows = [flow.id for flow in closure((flow_id,))]
    found = ((name, lacking(shipped()[name], languages)) for name in flows)
    return tuple(f"{name}.{place}: {', '.join(missing)}" for name, one in found for place, missing in one.items())


def _document(name: str) -> FlowDocument:
    return FlowDocument.model_validate_json(FOLDER.joinpath(name).read_text(encoding="utf-8"))


__all__ = ["Library", "called_by", "closure", "shipped", "shipped_flow", "unsaid"]
