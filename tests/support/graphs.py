"""Small flow documents for tests."""

from typing import Any

from frontline.adapters.flows.library import closure
from frontline.flows.document import FlowDocument
from frontline.flows.drawn import flow_from
from frontline.model.catalogue import Catalogue
from frontline.model.flow import Flow
from frontline.trades import catalogue_of
from local.seed import ORGANISATIONS

Json = dict[str, Any]
ACME_US = next(one for one in ORGANISATIONS if one.id == "acme-us").but(address_key="address-key-of-acme-us")


def node(id_: str, type_: str, **data: Any) -> Json:
    return {"id": id_, "type": type_, "data": data, "position": {"x": 0, "y": 0}}


def edges(*lines: str) -> list[Json]:
    """`a -> b` and `a -handle-> b`."""
    made = []
    for line in lines:
        source, _, rest = line.partition(" -")
        handle, _, target = rest.partition("> ")
        name = handle.removesuffix("-")
        made.append({"source": source, "target": target, **({"sourceHandle": name} if name else {})})
    return made


def support_flow() -> Json:
    """System C's example: what is it about, is it technical, and on."""
    return {
        "title": "customer support",
        "slots": [
            {
                "name": "customerIssue",
                "type": "text",
                "question": "What can I do for you?",
                "help": "In your own words.",
            },
            {
                "name": "wants_call",
                "type": "choice",
                "question": "Shall we call you, or write?",
                "help": "Pick one.",
                "options": [{"value": "call", "label": "Call me"}, {"value": "mail", "label": "Write to me"}],
            },
        ],
        "nodes": [
            node("start", "start"),
            node("hello", "message", text="Hello!"),
            node("issue", "elicitation", slot="customerIssue"),
            node(
                "sort",
                "set",
                values={"issueCategory": "/won't start|broken/.test(customerIssue) ? 'Technical' : 'other'"},
            ),
            node(
                "is",
                "decision",
                conditions=[
                    {"id": "technical", "expression": "issueCategory.toLowerCase().includes('technical')"},
                ],
            ),
            node(
                "fix",
                "instruct",
                action={"name": "restart", "arguments": {"wait": 10}},
                text="Please restart it.",
                help="Hold the button.",
                reads=["done"],
            ),
            node("contact", "elicitation", slot="wants_call"),
            node("bye", "end", text="We will deal with: {customerIssue}.", resolution="resolved"),
            node("human", "transfer", text="A colleague takes over."),
        ],
        "edges": edges(
            "start -> hello",
            "hello -> issue",
            "issue -> sort",
            "sort -> is",
            "is -technical-> fix",
            "is -> contact",
            "fix -> human",
            "contact -> bye",
        ),
    }


def flow_of_document(document: Json, flow_id: str = "support") -> Flow:
    return flow_from(flow_id, FlowDocument.model_validate(document))


def us_catalogue(*flows: Flow) -> Catalogue:
    """What Acme US offers, and these flows."""
    return catalogue_of(ACME_US, (*flows, *closure(ACME_US.library)))
