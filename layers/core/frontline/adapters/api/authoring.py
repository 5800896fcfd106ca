"""For an organisation's authors: their flows, drafted, verified, published and rolled back."""

import json
from typing import Annotated, Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import Router
from pydantic import Field, ValidationError

from frontline.adapters.api.gateway import Gateway, answer_of, json_of, logger, named, now, wiring
from frontline.adapters.flows.publishing import Publishing
from frontline.adapters.flows.versions import Versions
from frontline.adapters.problems import Problem
from frontline.flows.verify.finding import Finding
from frontline.model.base import Frozen
from frontline.model.errors import NotFound
from frontline.model.organisation import Organisation

router = Router()  # type: ignore[no-untyped-call]  # Powertools leaves this one untyped
gateway = Gateway(router)
LARGEST = 300_000


class Which(Frozen):
    """`POST …/rollback`: the version that goes live again."""

    hash: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Copy(Frozen):
    """`POST …/copy`: the draft to make of it."""

    to: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]


class Kept(Frozen):
    """What is wrong with a draft that was kept. `most_questions` on any way through it; missing if there is no end."""

    id: str
    findings: tuple[Finding, ...]
    publishable: bool
    most_questions: int | None = None


def publishing() -> Publishing:
    """Out of `wiring`'s reach, so that no turn can publish."""
    versions = Versions(wiring().table, wiring().settings.table_name)
    return Publishing(versions, wiring().flows, wiring().organisations, now, wiring().classifier)


@router.get("/v1/flows")
def get_flows() -> Response[str]:
    """What there is: drafts, what is live with its hash, and the shipped library."""
    from frontline.adapters.flows.library import shipped, shipped_flow

    organisation = gateway.author()
    return answer_of(
        {
            "live": [{"id": name, "hash": content} for name, content in organisation.flows],
            "drafts": list(publishing().versions.drafts(organisation.id)),
            "library": [
                {"id": name, "hash": shipped_flow(name).hash, "used": name in organisation.library}
                for name in shipped()
            ],
        }
    )


@router.put("/v1/flows/<flow_id>")
def put_flow(flow_id: str) -> Response[str]:
    """Keep a draft, sound or not, and say what is wrong with it."""
    organisation = gateway.author()
    named(flow_id)
    raw = _json(gateway.text())
    publishing().versions.keep_draft(organisation.id, flow_id, raw)
    return _kept(organisation, flow_id, raw)


@router.get("/v1/flows/<flow_id>")
def get_flow(flow_id: str) -> Response[str]:
    """The document: `?version=draft`, `live` (if there is no draft, the usual), `library`, or a hash."""
    organisation = gateway.author()
    named(flow_id)
    wanted = gateway.query("version", "")
    tried = [wanted] if wanted else ["draft", "live"]
    for which in tried:
        if (raw := publishing().source(organisation, flow_id, which)) is not None:
            live = dict(organisation.flows).get(flow_id)
            return answer_of({"id": flow_id, "version": which, "live": live, "flow": raw})
    raise NotFound(f"there is no flow {flow_id!r} ({' or '.join(tried)})")


@router.delete("/v1/flows/<flow_id>")
def delete_flow(flow_id: str) -> Response[str]:
    """`?version=draft` drops the draft; without it the flow is no longer live. Tickets that stand on a version keep it."""
    organisation = gateway.author()
    named(flow_id)
    if gateway.query("version", "") == "draft":
        publishing().versions.drop_draft(organisation.id, flow_id)
    else:
        publishing().unpublish(organisation.id, flow_id)
    return Response(204, "application/json", "")


@router.post("/v1/flows/<flow_id>/publish")
def publish(flow_id: str) -> Response[str]:
    """The draft goes live, if nothing is wrong with it or with what calls it."""
    organisation = gateway.author()
    named(flow_id)
    version = publishing().publish(organisation.id, flow_id)
    logger.info("published", organisation=organisation.id, flow=flow_id, hash=version.hash)
    return answer_of({"id": flow_id, "hash": version.hash, "published_at": version.published_at})


@router.post("/v1/flows/<flow_id>/rollback")
def rollback(flow_id: str) -> Response[str]:
    """What an earlier version said goes live again."""
    organisation = gateway.author()
    named(flow_id)
    version = publishing().roll_back(organisation.id, flow_id, gateway.request(Which).hash)
    logger.info("rolled back", organisation=organisation.id, flow=flow_id, hash=version.hash)
    return answer_of({"id": flow_id, "hash": version.hash, "published_at": version.published_at})


@router.post("/v1/flows/<flow_id>/copy")
def copy(flow_id: str) -> Response[str]:
    """A draft of one's own, of a shipped flow or of what is live."""
    organisation = gateway.author()
    named(flow_id)
    to = gateway.request(Copy).to
    raw = publishing().source(organisation, flow_id, "live")
    raw = raw or publishing().source(organisation, flow_id, "library")
    if raw is None:
        raise NotFound(f"there is no live or shipped flow {flow_id!r} to copy")
    if to != flow_id:
        raw["intents"] = []
    publishing().versions.keep_draft(organisation.id, to, raw)
    return _kept(organisation, to, raw)


@router.get("/v1/flows/<flow_id>/versions")
def get_versions(flow_id: str) -> Response[str]:
    """Everything that ever was live, newest first."""
    organisation = gateway.author()
    named(flow_id)
    live = dict(organisation.flows).get(flow_id)
    kept = publishing().versions.versions(organisation.id, flow_id)
    if not kept:
        raise NotFound(f"{flow_id!r} was never published")
    versions = [{"hash": one.hash, "published_at": one.published_at, "live": one.hash == live} for one in kept]
    return answer_of({"id": flow_id, "versions": versions})


@router.get("/v1/flows/<flow_id>/diagram")
def get_diagram(flow_id: str) -> Response[str]:
    """The flow as a Mermaid diagram; `?version=` as above."""
    from frontline.flows.document import FlowDocument
    from frontline.flows.draw import mermaid
    from frontline.flows.drawn import flow_from

    organisation = gateway.author()
    named(flow_id)
    for which in [wanted] if (wanted := gateway.query("version", "")) else ["draft", "live"]:
        if (raw := publishing().source(organisation, flow_id, which)) is not None:
            try:
                drawn = mermaid(flow_from(flow_id, FlowDocument.model_validate(raw)))
            except ValidationError as error:
                raise Problem(422, "unsound", "this draft is no flow document yet, so it cannot be drawn") from error
            return Response(200, "text/plain; charset=utf-8", drawn)
    raise NotFound(f"there is no flow {flow_id!r}")


def _json(text: str) -> dict[str, Any]:
    """An object that can be kept as it is."""
    if len(text.encode()) > LARGEST:
        raise Problem(413, "too_large", f"a flow has at most {LARGEST} bytes")
    try:
        raw = json.loads(text)
        json.dumps(raw, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError) as error:
        raise Problem(400, "invalid", f"the body is not JSON: {error}") from error
    if not isinstance(raw, dict):
        raise Problem(400, "invalid", "the body is not a JSON object")
    return raw


def _kept(organisation: Organisation, flow_id: str, raw: dict[str, Any]) -> Response[str]:
    given = publishing().checked(organisation, flow_id, raw)
    found = Kept(id=flow_id, findings=given.findings, publishable=given.sound, most_questions=given.questions)
    return json_of(found)
