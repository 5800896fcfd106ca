"""Is it true what a reply says? By the line's key, against the operator's own books."""

from collections.abc import Callable

from frontline.model.ticket import Ticket
from frontline.model.turn import Turn
from local.operator.resources import Resource, State
from tests.support.cells import Clean

Holds = Callable[[int, int], bool]


def _done(stage: int, last: int) -> bool:
    return stage == last


def _nothing(stage: int, _: int) -> bool:
    return stage == 0


def _paid(stage: int, _: int) -> bool:
    return stage >= 2


def _unpaid(stage: int, _: int) -> bool:
    return stage < 2


def _requested(stage: int, _: int) -> bool:
    return stage == 1


def _whatever(_stage: int, _: int) -> bool:
    return True


RESULTS: dict[str, Holds] = {
    **dict.fromkeys(("credited", "added", "switched_on", "ordered", "changed", "filed", "resumed"), _done),
    "paid_and_resumed": _done,
    **dict.fromkeys(("refused", "declined", "no_decision"), _nothing),
    **dict.fromkeys(("paid", "paid_not_resumed", "paid_more_due", "paid_contract_ended"), _paid),
    "not_paid": _unpaid,
    "request_open": _requested,
    **dict.fromkeys(("begun", "unclear"), _whatever),
}
"""What the end of an order says, and at which stage that is so: nothing done, requested, paid, all done."""

COMMON: dict[str, Holds] = {
    **dict.fromkeys(("order_failed", "orders_paused", "order_stopped", "cancelled", "declined"), _nothing),
    **dict.fromkeys(("order_started", "cannot_check", "still_working", "with_a_colleague"), _whatever),
}


def lies(turn: Turn, clean: Clean, state: State) -> list[str]:
    """Every line that is not so, and every one of which nobody knows what it says."""
    stage = clean.stage(state)
    if stage is None:
        return ["it is done twice, or by half"]
    found = [] if turn.reply.text.strip() else ["nothing is said"]
    filed = len(hand_offs(state))
    if filed > 1:
        found.append(f"{filed} hand-offs are filed")
    for line in turn.lines:
        workflow, _, result = line.key.rpartition(".")
        if line.key == "hand_off.filed":
            true = filed == 1
        elif line.key == "hand_off.refused":
            true = filed == 0
        elif workflow == "hand_off":
            true = True
        elif workflow == clean.run.order.workflow:
            true = RESULTS[result](stage, clean.last)
        else:
            true = COMMON[line.key](stage, clean.last) if line.key in COMMON else stage == 0 and line.key in clean.said
        if not true:
            found.append(f"stage {stage}, and {line.key} says {turn.reply.text!r}")
    return found


def hand_offs(state: State) -> list[Resource]:
    return [ticket for ticket in state.table("troubleTicket").values() if ticket["ticketType"] == "handoff"]


def unfiled(ticket: Ticket) -> bool:
    """Whether the file has yet to go to a human, which it does with the customer's next words."""
    return not any(case.ticket == ticket.id for case in ticket.cases)


def handed_over(state: State, clean: Clean) -> bool:
    """One file, and in it what the customer had told."""
    files = [" ".join(note["text"] for note in ticket["note"]) for ticket in hand_offs(state)]
    number = clean.run.talk.ticket.facts.get("phone_number")
    return len(files) == 1 and (number is None or f"phone_number = {number.value}" in files[0])
