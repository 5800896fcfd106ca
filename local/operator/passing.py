"""What happens at the sandbox without being asked for: time passes, people finish their work."""

from datetime import timedelta

from local.operator.clock import text
from local.operator.orders import DELIVERY, set_trait
from local.operator.resources import Resource, State
from local.operator.rules import Rejected, find


def advance(state: State, by: timedelta) -> None:
    """Problems end when they were said to end, SIM cards arrive, allowances run out."""
    state.clock.advance(by)
    now = state.clock.now()
    for problem in state.table("serviceProblem").values():
        if problem["status"] == "inProgress" and problem["resolutionDate"] <= text(now):
            _resolve_problem(state, problem)
    for order in state.table("productOrder").values():
        if order["state"] == "inProgress" and order["orderDate"] <= text(now - DELIVERY):
            _deliver(state, order)
    for bucket in state.table("bucket").values():
        if bucket["validFor"]["endDateTime"] < text(now):
            bucket["status"] = "expired"


def _deliver(state: State, order: Resource) -> None:
    items = [{**item, "state": "completed"} for item in order["productOrderItem"]]
    order.update(state="completed", completionDate=text(state.clock.now()), productOrderItem=items)
    set_trait(find(state, "product", items[0]["product"]["id"]), "simStatus", "active")


def _resolve_problem(state: State, problem: Resource) -> None:
    now = text(state.clock.now())
    problem.update(status="resolved", resolutionDate=now, statusChangeDate=now)


def resolve(state: State, wanted: str, note: str) -> Resource:
    """Somebody mends a problem, or closes a ticket and says how it went."""
    if wanted in state.table("serviceProblem"):
        _resolve_problem(state, state.table("serviceProblem")[wanted])
        return state.table("serviceProblem")[wanted]
    if wanted not in state.table("troubleTicket"):
        raise Rejected(404, "not_found", f"there is no problem or ticket {wanted}")
    ticket = state.table("troubleTicket")[wanted]
    notes = ticket.get("note", [])
    now = text(state.clock.now())
    said = {"id": str(len(notes) + 1), "author": "Agent", "date": now, "text": note}
    ticket.update(status="closed", resolutionDate=now, lastUpdate=now, note=[*notes, said] if note else notes)
    return ticket
