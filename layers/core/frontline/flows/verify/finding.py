"""What can be wrong with a flow, told so that its author can mend it: where, and what to do."""

from typing import Literal

from frontline.model.base import Frozen

Severity = Literal["error", "warning"]
Code = Literal[
    "schema",
    "duplicate_node",
    "no_start",
    "several_starts",
    "dangling_edge",
    "wrong_handle",
    "duplicate_edge",
    "unreachable",
    "dead_end",
    "no_default",
    "no_failed",
    "endless_loop",
    "unbounded_questions",
    "missing_escalation",
    "unset_variable",
    "maybe_unset",
    "unknown_slot",
    "unknown_slot_type",
    "slot_redeclared",
    "intent_taken",
    "few_examples",
    "example_elsewhere",
    "too_many_examples",
    "too_long",
    "unknown_workflow",
    "unknown_flow",
    "recursive_call",
    "wrong_input",
    "name_taken",
    "name_twice",
    "no_question",
    "no_options",
    "bad_pattern",
    "wrong_bound",
    "missing_language",
    "unknown_language",
    "odd_blank",
    "asked_once",
    "unused_reading",
    "secret_told",
    "unhandled_result",
    "unparseable",
    "assignment",
    "shadowed_condition",
    "impossible_value",
    "always_true",
]


class Finding(Frozen):
    """An error keeps a flow from being published; a warning is for its author to think about."""

    code: Code
    severity: Severity = "error"
    node: str | None = None
    path: str = ""
    reason: str


class Verdict(Frozen):
    """All findings, and the most questions a customer can be asked on any way through, tries included: by the graph, or by
    the bound at which the engine hands over if that comes first. None if the graph has no end."""

    findings: tuple[Finding, ...]
    questions: int | None

    @property
    def sound(self) -> bool:
        return not any(finding.severity == "error" for finding in self.findings)
