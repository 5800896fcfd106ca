"""The `Flows` port: what an organisation published and what of the shipped library it uses, each whole with what it calls."""

from collections import OrderedDict
from collections.abc import Collection
from threading import Lock

from pydantic import ValidationError

from frontline.adapters.flows.teaching import Teacher, taught
from frontline.adapters.flows.versions import Versions
from frontline.model.flow import Flow
from frontline.model.organisation import Organisation
from frontline.trades import trade_of

REMEMBERED = 512


class Published:
    """A version never changes, so one that was read is never read again while it is remembered; what its examples taught is in
    its row. An organisation without flows of its own costs no read at all. A flow with a type of node that only a newer release
    knows is not there."""

    def __init__(self, versions: Versions, teacher: Teacher) -> None:
        self._versions = versions
        self._teacher = teacher
        self._known: OrderedDict[tuple[str, str, str], Flow] = OrderedDict()
        self._lock = Lock()

    def of(self, organisation: Organisation, pins: Collection[tuple[str, str]]) -> tuple[Flow, ...]:
        """Own flows go before shipped ones of the same name, pinned versions before live ones. What is pinned to a
        workflow's own slot list is no flow, and nothing to look up."""
        found, workflows = {flow.id: flow for flow in _shipped(organisation)}, trade_of(organisation).workflows
        for pinned in (*organisation.flows, *(pin for pin in pins if pin[0] not in workflows)):
            found |= self._whole(organisation.id, pinned)
        own = [name for name, _ in organisation.flows]
        return tuple(found[name] for name in dict.fromkeys((*own, *found)) if name in found)

    def _whole(self, organisation: str, pinned: tuple[str, str]) -> dict[str, Flow]:
        """The version and all that it calls; nothing if it is nowhere any more."""
        flow = self._one(organisation, *pinned)
        if flow is None:
            return {}
        found: dict[str, Flow] = {}
        for called in flow.subflows:
            found |= self._whole(organisation, called)
        return found | {flow.id: flow}

    def _one(self, organisation: str, flow_id: str, content_hash: str) -> Flow | None:
        from frontline.adapters.flows.library import shipped, shipped_flow
        from frontline.flows.drawn import flow_from

        if flow_id in shipped() and shipped_flow(flow_id).hash == content_hash:
            return shipped_flow(flow_id)
        key = (organisation, flow_id, content_hash)
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        version = self._versions.version(organisation, flow_id, content_hash)
        if version is None:
            return None
        try:
            flow = flow_from(flow_id, version.known, dict(version.subflows), version.hash)
            flow = flow.but(taught=taught(self._teacher, flow.intents, kept=version.taught))
        except ValidationError:
            return None
        with self._lock:
            self._known[key] = flow
            if len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        return flow


def _shipped(organisation: Organisation) -> tuple[Flow, ...]:
    """What it uses of the library. Who uses nothing drawn waits for no document's nouns."""
    if not organisation.library:
        return ()
    from frontline.adapters.flows.library import closure, shipped

    return closure(tuple(name for name in organisation.library if name in shipped()))
