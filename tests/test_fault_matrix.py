"""Every order x every request it makes of the operator x every way that can go wrong, once or for good: the customer is told
the truth, nothing happens twice or by half, and nothing is lost."""

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any, get_args

import pytest

from frontline.adapters.llm.classifier import Classifier
from frontline.model.message import Outcome
from frontline.model.turn import Order as Started
from frontline.trades.telecom.workflows import WORKFLOWS
from local.operator.faults import Kind
from tests.support.cells import Clean, Times, clean_run
from tests.support.failing import FAULTS, NO, Call
from tests.support.insistent import Order, Played, begin, settled
from tests.support.promises import keep_all
from tests.support.truth import handed_over, lies, unfiled

ORDERS = {
    "recharge_resolution": Order(
        "recharge_resolution", "my recharge did not arrive on 9800000002", proof="Ravi Kumar, 30 January 1985"
    ),
    "data_refuel": Order("data_refuel", "Add 1 GB of data to my line 9800000007", "customer-7"),
    "roaming_activation": Order(
        "roaming_activation", "I want to activate international roaming on 9800000006", "customer-6"
    ),
    "do_not_disturb": Order("do_not_disturb", "activate DND on my number 9800000006", "customer-6"),
    "sim_replacement": Order("sim_replacement", "I lost my SIM card, number 9800000006", "customer-6"),
    "bill_payment": Order("bill_payment", "pay my overdue bill for 9800000004", "customer-4"),
    "line_resumption": Order("line_resumption", "why is my line 9800000004 suspended", "customer-4"),
    "line_resumption, nothing owed": Order(
        "line_resumption", "why is my line 9800000004 suspended", "customer-4", before=settled("bill-4-1")
    ),
    "plan_change": Order("plan_change", "I want to change my plan on 9800000006", "customer-6"),
    "charge_dispute": Order("charge_dispute", "unexpected charge on my number 9800000016", "customer-16"),
    "charge_dispute, to be approved": Order(
        "charge_dispute", "unexpected charge on my number 9800000015", "customer-15", approved=True
    ),
    "hand_off": Order("hand_off", "I want to talk to a human", "customer-6"),
}
AWAY = ("slow", "error")
"""How an operator is that answers nothing any more."""

Runs = Callable[[str], Clean]


@pytest.fixture(scope="module")
def clean(classifier: Classifier) -> Runs:
    """Every order once without a fault, when it is first asked for."""
    runs: dict[str, Clean] = {}

    def run(name: str) -> Clean:
        if name not in runs:
            runs[name] = clean_run(ORDERS[name], classifier)
        return runs[name]

    return run


@pytest.fixture(scope="module")
def kept() -> Callable[[Played], None]:
    """Checks the promises over a journal. Most cells leave the same one as another; once is enough for those."""
    seen: set[str] = set()

    def check(run: Played) -> None:
        journal = run.talk.journal()
        name = "".join(turn.previous for turn in journal) + journal[-1].model_dump_json()
        if name not in seen:
            keep_all(journal, run.talk.organisation)
            seen.add(name)

    return check


def ways(call: Call, kind: str) -> Iterator[Times]:
    """Nothing is committed by a question, so it is all one whether it failed before or after that."""
    asks = call.method == "GET"
    if not (asks and ("after commit" in kind or kind == "drop")):
        yield "once"
        yield "for good"
        if not asks or kind in AWAY:
            yield "all for good"


def test_every_order_a_customer_can_ask_for_and_every_fault_is_in_the_matrix() -> None:
    wanted = {name for name, workflow in WORKFLOWS.items() if workflow.kind == "order" and workflow.intents}
    assert wanted <= {order.workflow for order in ORDERS.values()}
    assert {fault.kind for fault in FAULTS.values()} == set(get_args(Kind))


@pytest.mark.parametrize("name", ORDERS)
def test_without_a_fault_it_is_done_and_said(name: str, clean: Runs, classifier: Classifier) -> None:
    assert ended(begin(ORDERS[name], classifier), clean(name), once=True) == []
    assert clean(name).run.talk.ticket.status == ("escalated" if name == "hand_off" else "resolved")
    assert len(clean(name).stages) > 1 or name == "hand_off"
    assert {call.method for call in clean(name).run.office.calls} == {"GET", "POST"}


@pytest.mark.parametrize("kind", FAULTS)
@pytest.mark.parametrize("name", ORDERS)
def test_after_a_fault_the_truth_is_told_and_all_is_done_or_nothing(
    name: str, kind: str, clean: Runs, classifier: Classifier, kept: Callable[[Played], None]
) -> None:
    """What only has to be asked for again is asked for again, when the operator is well again."""
    wrong: list[str] = []
    for cell in clean(name).cells():
        for times in ways(cell.call, kind):
            run = clean(name).again(cell, kind, times, classifier)
            found = ended(run, clean(name), once=times == "once" and kind not in NO)
            kept(run)
            if run.pleas and times == "for good":
                run = clean(name).again(cell, kind, times, classifier)
                run.lift_when_asked = True
                found += ended(run, clean(name), once=True)
                kept(run)
            wrong += [f"{name} - {cell.call} #{cell.nth} - {kind} - {times}: {problem}" for problem in found]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", ORDERS)
def test_a_runner_that_crashed_after_the_effect_of_any_step_is_called_again(
    name: str, clean: Runs, classifier: Classifier, kept: Callable[[Played], None]
) -> None:
    wrong: list[str] = []
    for number in count():
        run = begin(ORDERS[name], classifier)
        crashed = crash_after(run, number)
        wrong += [f"{name} - step {number} {crashed}: {problem}" for problem in ended(run, clean(name), once=True)]
        kept(run)
        if not crashed:
            break
    assert number > 0 and not wrong, "\n".join(wrong)


def crash_after(run: Played, number: int) -> list[str]:
    """The runner dies when it has run so many steps and one more; its name is then in the list."""
    alive, crashed = run.talk.machines._run_step, []
    calls = count()

    def run_step(payload: dict[str, Any]) -> dict[str, Any]:
        done = alive(payload)
        if next(calls) == number:
            crashed.append(payload["step"])
            raise type("Runtime.ExitError", (Exception,), {})
        return done

    run.talk.machines._run_step = run_step
    return crashed


@pytest.mark.parametrize("name", ORDERS)
def test_an_order_whose_start_was_lost_ends_as_if_it_were_not(
    name: str, clean: Runs, classifier: Classifier, kept: Callable[[Played], None]
) -> None:
    run, begun = not_started(clean(name), classifier)
    wrong = listened(run, clean(name))
    run.talk.machines.start(run.talk.organisation.id, run.talk.conversation, begun)
    run.hear_the_ends()
    assert wrong + ended(run, clean(name), once=True) == []
    kept(run)


@pytest.mark.parametrize("name", ORDERS)
def test_an_order_that_was_given_up_before_its_start_goes_to_a_human(
    name: str, clean: Runs, classifier: Classifier, kept: Callable[[Played], None]
) -> None:
    run, _ = not_started(clean(name), classifier)
    wrong = listened(run, clean(name))
    run.told(run.talk.order_ends(Outcome(status="failed")))
    run.hear_the_ends()
    assert wrong + ended(run, clean(name), once=False) == []
    assert (run.talk.ticket.status, clean(name).stage(run.office.state)) == ("escalated", 0)
    kept(run)


def not_started(clean: Clean, classifier: Classifier) -> tuple[Played, Started]:
    """State machines could not be reached as the row with the order was saved; now they can."""
    number = next(number for number, turn in enumerate(clean.run.talk.turns) if turn.order)
    since = next(moment for moment in clean.moments if len(moment.turns) == number)
    run = begin(clean.run.order, classifier, since)
    run.talk.machines.down = True
    run.say(clean.run.talk.turns[number].message.text)
    run.talk.machines.down = False
    begun = run.talk.turn.order
    assert begun and run.talk.machines.started == []
    return run, begun


def listened(run: Played, clean: Clean) -> list[str]:
    """Fills with what is not true of what is said from now on."""
    found: list[str] = []
    run.told = lambda turn: found.extend(lies(turn, clean, run.office.state))
    return found


def ended(run: Played, clean: Clean, *, once: bool) -> list[str]:
    """What is wrong with how it goes: with all that is said, with the end, and with what is left when the operator is well
    again."""
    found = listened(run, clean)
    try:
        status = run.to_the_end().ticket.status
        stage = clean.stage(run.office.state)
        passed = (status, stage) == (clean.run.talk.ticket.status, clean.last) and run.pleas <= 1
        if once and not passed:
            found.append(f"a passing fault, and yet it is {status} at stage {stage} after {run.pleas} pleas")
        if status not in ("resolved", "escalated") or (status == "resolved" and stage != clean.last):
            found.append(f"it is left {status} at stage {stage}")
        run.lift()
        if status == "escalated" and unfiled(run.talk.ticket):
            run.say("is anybody there?")
        if status == "escalated" and not handed_over(run.office.state, clean):
            found.append("no human has the file")
    except AssertionError as problem:
        found.append(str(problem))
    return found
