"""Publishing: nothing goes live before it, and every live flow that calls it, is found to be sound."""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import replace

from pydantic import ValidationError

from frontline.adapters.flows.examples import too_much, with_examples
from frontline.adapters.flows.library import called_by, shipped
from frontline.adapters.flows.published import Published
from frontline.adapters.flows.teaching import Teacher, taught
from frontline.adapters.flows.versions import Raw, Version, Versions
from frontline.adapters.organisations import Organisations
from frontline.flows.document import FlowDocument
from frontline.flows.drawn import content_hash, flow_from
from frontline.flows.verify.check import findings, verdict
from frontline.flows.verify.finding import Finding, Verdict
from frontline.model.catalogue import Catalogue
from frontline.model.errors import NotFound, Refused
from frontline.model.flow import Flow
from frontline.model.organisation import Organisation
from frontline.trades import catalogue_of

LONGEST_HASH = 64


class Unsound(Refused):
    """It was not published; the findings say what to mend."""

    def __init__(self, found: tuple[Finding, ...]) -> None:
        super().__init__("the flow was not published: mend its errors first", code="unsound")
        self.findings = found


class Publishing:
    """What an organisation's author may do to its flows."""

    def __init__(
        self,
        versions: Versions,
        published: Published,
        organisations: Organisations,
        clock: Callable[[], int],
        teacher: Teacher,
    ) -> None:
        self.versions = versions
        self._teacher = teacher
        self._published = published
        self._organisations = organisations
        self._clock = clock

    def checked(self, organisation: Organisation, flow_id: str, raw: Raw) -> Verdict:
        """What is wrong with a draft, as the organisation's flows are now."""
        catalogue = catalogue_of(organisation, self._published.of(organisation, ()))
        return with_examples(verdict(raw, flow_id, catalogue), raw, flow_id, catalogue, self._teacher)

    def publish(self, organisation_id: str, flow_id: str) -> Version:
        """The draft goes live."""
        raw = self.versions.draft(organisation_id, flow_id)
        if raw is None:
            raise NotFound(f"there is no draft of {flow_id!r}; PUT /v1/flows/{flow_id} first")
        return self._go_live(organisation_id, flow_id, raw)

    def roll_back(self, organisation_id: str, flow_id: str, to: str) -> Version:
        """What an earlier version said goes live again, with the flows it calls as they are now. What a newer release put
        into it stays in it, and is nobody's finding."""
        version = self.versions.version(organisation_id, flow_id, to)
        if version is None:
            raise NotFound(f"{flow_id!r} has no version {to!r}")
        return self._go_live(organisation_id, flow_id, _known(version), version.document)

    def unpublish(self, organisation_id: str, flow_id: str) -> None:
        """No new ticket begins with it; those that stand on a version go on."""
        kept = self._organisations.fresh(organisation_id)
        organisation = kept.organisation
        live = dict(organisation.flows)
        if flow_id not in live:
            raise NotFound(f"{flow_id!r} is not live")
        callers = [
            flow.id for flow in self._published.of(organisation, ()) if flow_id in flow.calls() and flow.id in live
        ]
        if callers:
            raise Refused(f"{', '.join(callers)} would have nothing to call", code="still_called")
        del live[flow_id]
        self._organisations.replace(kept, organisation.but(flows=tuple(live.items())))

    def source(self, organisation: Organisation, flow_id: str, which: str) -> Raw | None:
        """A document to look at or copy: the draft, what is live, a shipped one, or a version by its hash."""
        if which == "draft":
            return self.versions.draft(organisation.id, flow_id)
        wanted = dict(organisation.flows).get(flow_id, "") if which == "live" else which[:LONGEST_HASH]
        if version := self.versions.version(organisation.id, flow_id, wanted) if wanted else None:
            return version.shown
        if which in ("live", "library") and flow_id in shipped():
            return shipped()[flow_id].model_dump(mode="json", exclude_none=True)
        return None

    def _go_live(self, organisation_id: str, flow_id: str, raw: Raw, kept: Raw | None = None) -> Version:
        """`raw` is what is verified; what is kept is that, unless a stored document says more."""
        row = self._organisations.fresh(organisation_id)
        organisation = row.organisation
        current = self._published.of(organisation, ())
        self._refuse_unsound(findings(raw, flow_id, catalogue_of(organisation, current)))
        document = kept or _document(raw).model_dump(mode="json")
        offered = {flow.id: flow for flow in current}
        made = [self._made(flow_id, document, offered)]
        offered[flow_id] = _flow(made[0])
        for caller in _callers(flow_id, offered, dict(organisation.flows)):
            calling = self.versions.version(organisation_id, caller, dict(organisation.flows)[caller])
            if calling is None:
                continue
            self._refuse_unsound(
                _as_caller(caller, _known(calling), catalogue_of(organisation, tuple(offered.values())))
            )
            made.append(self._made(caller, calling.document, offered, calling.taught))
            offered[caller] = _flow(made[-1])
        for caller in _callers(flow_id, offered, shipped().keys() - dict(organisation.flows)):
            shown = shipped()[caller].model_dump(mode="json", exclude_none=True)
            self._refuse_unsound(_as_caller(caller, shown, catalogue_of(organisation, tuple(offered.values()))))
        for version in made:
            self.versions.keep_version(organisation_id, version)
        live = dict(organisation.flows) | {version.flow: version.hash for version in made}
        self._organisations.replace(row, organisation.but(flows=tuple(live.items())))
        return made[0]

    def _made(self, flow_id: str, document: Raw, offered: Mapping[str, Flow], kept: str = "") -> Version:
        """With what its examples come to beside those of the other flows; `kept`: or came to, where nothing was written anew."""
        known = FlowDocument.model_validate(document, extra="ignore")
        subflows = {name: offered[name].hash for name in called_by(known)}
        own = flow_from(flow_id, known).intents
        others = [intent for flow in offered.values() if flow.id != flow_id for intent in flow.intents]
        if not kept:
            self._refuse_unsound(too_much(own, others, self._teacher))
        return Version(
            flow=flow_id,
            hash=content_hash(known, subflows, document),
            published_at=self._clock(),
            document=document,
            subflows=tuple(sorted(subflows.items())),
            taught=taught(self._teacher, own, others, kept),
        )

    def _refuse_unsound(self, found: tuple[Finding, ...]) -> None:
        if any(finding.severity == "error" for finding in found):
            raise Unsound(found)


def _known(version: Version) -> Raw:
    """What this release knows of a stored document; all of it where it has a type of node that is unknown, which is then
    the finding."""
    try:
        return version.known.model_dump(mode="json", exclude_none=True)
    except ValidationError:
        return version.shown


def _as_caller(caller: str, document: Raw, catalogue: Catalogue) -> tuple[Finding, ...]:
    """What would be wrong with a flow that calls the one to be published; that it is not said in a language spoken since then
    keeps nobody from publishing another."""
    found = findings(document, caller, replace(catalogue, languages=()))
    return tuple(one.but(reason=f"in {caller}, which calls it: {one.reason}") for one in found)


def _document(raw: Raw) -> FlowDocument:
    try:
        return FlowDocument.model_validate(raw)
    except ValidationError as error:
        raise Refused("the flow is not a flow document", code="unsound") from error


def _flow(version: Version) -> Flow:
    return flow_from(version.flow, version.known, dict(version.subflows), version.hash, version.taught)


def _callers(flow_id: str, offered: Mapping[str, Flow], among: Container[str]) -> Iterable[str]:
    """Those `among` the offered flows that go through this one, the nearest to it first."""
    found: list[str] = [flow_id]
    for name in found:
        found += [flow.id for flow in offered.values() if name in flow.calls() and flow.id not in found]
    waiting = [name for name in found[1:] if name in among]
    while waiting:
        ready = [name for name in waiting if not offered[name].calls() & set(waiting)] or waiting
        yield from ready
        waiting = [name for name in waiting if name not in ready]


__all__ = ["Publishing", "Unsound"]
