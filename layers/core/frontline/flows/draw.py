"""A flow as a Mermaid diagram: waits are rounded, decisions are diamonds, ends are circles."""

from typing import assert_never

from frontline.model.flow import (
    DEFAULT,
    Assignment,
    Call,
    Consent,
    Elicitation,
    End,
    Flow,
    Fork,
    Gate,
    Instruction,
    Interpretation,
    Node,
    Notice,
    Start,
    Task,
    Transfer,
)
from frontline.model.text import FALLBACK

LONGEST = 60


def mermaid(flow: Flow) -> str:
    """Node names are numbers in it: an author's ids could be words of Mermaid's own."""
    number = {node.id: f"n{place}" for place, node in enumerate(flow.nodes)}
    lines = ["flowchart TD"]
    lines += [f"  {number[node.id]}{_shape(node)}" for node in flow.nodes]
    for edge in flow.edges:
        if edge.source in number and edge.target in number:
            label = "" if edge.handle == DEFAULT else f"|{_safe(edge.handle)}|"
            lines.append(f"  {number[edge.source]} -->{label} {number[edge.target]}")
    return "\n".join(lines) + "\n"


def _shape(node: Node) -> str:
    label = f'"{_safe(_label(node))}"'
    match node:
        case Elicitation() | Instruction() | Consent():
            return f"({label})"
        case Fork() | Gate():
            return f"{{{label}}}"
        case End() | Transfer() | Start():
            return f"(({label}))"
        case Call() | Task():
            return f"[[{label}]]"
        case _:
            return f"[{label}]"


def _label(node: Node) -> str:
    match node:
        case Start() | Gate():
            return node.id
        case Notice(says=says):
            return f"{node.id}: {says.words(FALLBACK)}"
        case Elicitation(slot=slot):
            return f"{node.id}: ask {slot}"
        case Instruction(name=name, arguments=arguments):
            return f"{node.id}: {name}({', '.join(f'{key}={value}' for key, value in arguments.items())})"
        case Interpretation(outputs=outputs):
            return f"{node.id}: model fills {', '.join(output.name for output in outputs)}"
        case Fork(conditions=conditions):
            return f"{node.id}: {'; '.join(condition.expression for condition in conditions)}"
        case Assignment(values=values):
            return f"{node.id}: {', '.join(values)} ="
        case Call(flow=called) | Task(workflow=called) | Consent(workflow=called):
            return f"{node.id}: {called}"
        case Transfer():
            return f"{node.id}: to a human"
        case End(result=result, resolution=resolution):
            return f"{node.id}: {result or resolution}"
        case _:
            assert_never(node)


def _safe(text: str) -> str:
    """Nothing of it can end the label or begin something else."""
    cut = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    return "".join(f"#{ord(char)};" if char in "\"'`<>{}[]()|#&;\n\\" else char for char in cut)
