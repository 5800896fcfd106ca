"""Any sound flow comes to an end, whatever the customer answers; any flow that was damaged is refused, for that damage."""

import copy
from collections.abc import Callable
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from frontline.flows.document import FlowDocument
from frontline.flows.drawn import flow_from
from frontline.flows.ground import Ground
from frontline.flows.verify.check import findings, verdict
from frontline.flows.walk import walk
from frontline.model.action import AskSlot, Close, HandOff, Instruct
from frontline.model.catalogue import Catalogue
from frontline.model.fact import Fact, Facts
from frontline.model.ticket import Matter
from frontline.model.words import Words
from frontline.trades.telecom import TRADE
from tests.support.graphs import Json, node, us_catalogue

KNOWN = us_catalogue()
KINDS = ("message", "set", "decision", "elicitation", "instruct")
MOST = 9


@st.composite
def sound(draw: st.DrawFn) -> Json:
    """A chain of nodes of any kind, with ways ahead from every one and ways back to those that have a limit."""
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=MOST))
    ids = [f"n{at}" for at in range(len(kinds))]
    nodes = [node("start", "start"), node("zero", "set", values={"count": "0"})]
    edges = [{"source": "start", "target": "zero"}, {"source": "zero", "target": ids[0]}]
    limited = [name for name, kind in zip(ids, kinds, strict=True) if kind in ("elicitation", "instruct")]
    for at, kind in enumerate(kinds):
        name = ids[at]
        ahead = ids[at + 1] if at + 1 < len(ids) else "end"
        back = draw(st.sampled_from([*(one for one in limited if ids.index(one) <= at), "end", "human"]))
        match kind:
            case "message":
                nodes.append(node(name, "message", text="Said {count}."))
            case "set":
                nodes.append(node(name, "set", values={"count": "count + 1"}))
            case "decision":
                expression = draw(st.sampled_from(["count > 1", "user_input.includes('a')", "count === 0"]))
                nodes.append(node(name, "decision", conditions=[{"id": "yes", "expression": expression}]))
                edges.append({"source": name, "sourceHandle": "yes", "target": back})
            case "elicitation":
                nodes.append(node(name, "elicitation", slot="trouble", again=draw(st.booleans()), limit=2))
                edges.append({"source": name, "sourceHandle": "limit", "target": "human"})
            case _:
                action = {"name": "check_vpn_status"}
                nodes.append(node(name, "instruct", action=action, text="Look.", help="There.", reads=["vpn"], limit=2))
                edges.append({"source": name, "sourceHandle": "limit", "target": "human"})
        edges.append({"source": name, "target": ahead})
    edges.append({"source": "ask_last", "target": "human"})
    nodes += [node("ask_last", "elicitation", slot="away"), node("human", "transfer"), node("end", "end")]
    edges = [
        edge | {"target": "ask_last"} if edge["target"] == "end" and draw(st.booleans()) else edge for edge in edges
    ]
    document: Json = {"title": "any", "nodes": nodes, "edges": edges}
    return _pruned(document)


def _pruned(document: Json) -> Json:
    """Without what nothing leads to, but with a way to a human."""
    reached, waiting = {"start"}, ["start"]
    while waiting:
        name = waiting.pop()
        ahead = {edge["target"] for edge in document["edges"] if edge["source"] == name} - reached
        reached |= ahead
        waiting.extend(ahead)
    if "human" not in reached:
        ends = ("end", "ask_last")
        document["edges"] = [one | {"target": "human"} if one["target"] in ends else one for one in document["edges"]]
        return _pruned(document)
    document["nodes"] = [one for one in document["nodes"] if one["id"] in reached]
    document["edges"] = [one for one in document["edges"] if one["source"] in reached]
    return document


@given(sound(), st.data())
def test_a_sound_flow_is_found_sound_and_comes_to_an_end(document: Json, data: st.DataObject) -> None:
    given_ = verdict(document, "any", KNOWN)
    assert [one for one in given_.findings if one.severity == "error"] == []
    assert given_.questions is not None
    flow = flow_from("any", FlowDocument.model_validate(document))
    catalogue = Catalogue.of((), (flow,), TRADE)
    facts, matter = Facts(), Matter(intent="any", flow="any", flow_hash=flow.hash, node=flow.start)
    for _ in range(3 * MOST + 3):
        said = data.draw(st.sampled_from(["", "a"]))
        walked = walk(matter, Ground(facts, catalogue, "2026-11-21", said=Words(partial(str, said))))
        assert walked.broken == ()
        matter, facts = walked.matter, walked.ground.facts
        match walked.stop:
            case AskSlot(slot=slot):
                wanted: tuple[str, ...] = (slot,)
            case Instruct(reads=reads):
                wanted = reads
            case stop:
                assert isinstance(stop, Close | HandOff)
                return
        for slot in wanted:
            value = data.draw(st.sampled_from([option.value for option in catalogue.slots[slot].options]))
            facts = facts.learn(Fact(slot=slot, value=value, source="said", turn=1))
        matter = matter.but(answered=True)
    raise AssertionError("it never ends")


Damage = Callable[[Json, int], tuple[set[str], str | None] | None]


def _default_edges(document: Json) -> list[Json]:
    return [edge for edge in document["edges"] if "sourceHandle" not in edge]


def _drop_an_edge(document: Json, at: int) -> tuple[set[str], str | None]:
    edge = _default_edges(document)[at % len(_default_edges(document))]
    document["edges"].remove(edge)
    return {"dead_end", "no_default"}, edge["source"]


def _rename_a_target(document: Json, at: int) -> tuple[set[str], str | None]:
    edge = document["edges"][at % len(document["edges"])]
    edge["target"] += "x"
    return {"dangling_edge"}, edge["source"]


def _rename_a_handle(document: Json, at: int) -> tuple[set[str], str | None] | None:
    handles = [edge for edge in document["edges"] if "sourceHandle" in edge]
    if not handles:
        return None
    edge = handles[at % len(handles)]
    edge["sourceHandle"] += "x"
    return {"wrong_handle"}, edge["source"]


def _break_an_expression(document: Json, at: int) -> tuple[set[str], str | None] | None:
    forks = [one for one in document["nodes"] if one["type"] == "decision"]
    if not forks:
        return None
    fork = forks[at % len(forks)]
    fork["data"]["conditions"][0]["expression"] += " &&"
    return {"unparseable"}, fork["id"]


def _misspell_a_variable(document: Json, at: int) -> tuple[set[str], str | None] | None:
    sets = [one for one in document["nodes"] if one["type"] == "set" and one["id"] != "zero"]
    if not sets:
        return None
    chosen = sets[at % len(sets)]
    chosen["data"]["values"] = {"count": "cuont + 1"}
    return {"unset_variable"}, chosen["id"]


def _double_a_node(document: Json, at: int) -> tuple[set[str], str | None]:
    twin = copy.deepcopy(document["nodes"][at % len(document["nodes"])])
    document["nodes"].append(twin)
    return {"duplicate_node"}, twin["id"]


def _go_round_for_ever(document: Json, at: int) -> tuple[set[str], str | None]:
    del at
    document["nodes"] += [node("round", "message", text="Round."), node("and", "message", text="And.")]
    document["edges"] = [one | {"target": "round"} if one["source"] == "zero" else one for one in document["edges"]]
    document["edges"] += [{"source": "round", "target": "and"}, {"source": "and", "target": "round"}]
    return {"endless_loop", "dead_end"}, "round"


DAMAGES: tuple[Damage, ...] = (
    _drop_an_edge,
    _rename_a_target,
    _rename_a_handle,
    _break_an_expression,
    _misspell_a_variable,
    _double_a_node,
    _go_round_for_ever,
)


@given(sound(), st.sampled_from(DAMAGES), st.integers(0, 50))
def test_a_damaged_flow_is_refused_for_its_damage(document: Json, damage: Damage, at: int) -> None:
    expected = damage(document, at)
    if expected is None:
        return
    codes, place = expected
    found = {(one.code, one.node) for one in findings(document, "any", KNOWN) if one.severity == "error"}
    assert any((code, place) in found for code in codes), found
