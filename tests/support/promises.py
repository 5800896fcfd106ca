"""The promises of the design as checks over a journal. Every journal a test produces goes through all of them."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import NamedTuple

from frontline.adapters.flows.library import Library
from frontline.agent.decide import decide
from frontline.agent.hear.listener import desk_for
from frontline.agent.hear.prompt import vocabulary_of
from frontline.agent.hear.validate import Rejected, validated
from frontline.agent.proceed import ground_of
from frontline.channels.shown import shown
from frontline.flows.compile import flow_of
from frontline.flows.ground import inputs_of
from frontline.journal import rows
from frontline.journal.replay import Drawn, differences, replayed
from frontline.model.action import AskIntent, AskSlot, Confirm, ConfirmStop, Instruct
from frontline.model.base import Values
from frontline.model.catalogue import Catalogue
from frontline.model.event import SlotFilled
from frontline.model.fact import STRENGTH
from frontline.model.flow import Consent, Task
from frontline.model.mask import HIDDEN
from frontline.model.message import Finished, Said
from frontline.model.organisation import Organisation
from frontline.model.ticket import Ticket
from frontline.model.turn import Turn, order_name
from frontline.model.workflow import Shown
from frontline.ports import Flows
from frontline.trades import catalogue_of
from frontline.trades.telecom import TRADE
from tests.support.deciding import decided_again
from tests.support.secrets import beyond_the_message, secrets_in

Journal = Sequence[Turn]
Check = Callable[[Journal, Organisation, Catalogue], None]

PROMISES: dict[int, Check] = {}
ROW_BY_ROW = frozenset({4, 5, 7, 8, 11, 12, 15, 17, 20, 27, 28})
"""These compare a turn with the row before it."""


def promise(number: int) -> Callable[[Check], Check]:
    def register(check: Check) -> Check:
        PROMISES[number] = check
        return check

    return register


def keep_all(
    journal: Journal,
    organisation: Organisation,
    flows: Flows | None = None,
    overheard: Sequence[str] = (),
    codes: Sequence[str] = (),
    *,
    only: Collection[int] = (),
) -> None:
    """Fails with the number of the promise that was broken. A turn that was not decided on the row before is only that
    row's successor. `overheard` is what models were told and humans got, `codes` what was sent to phones."""
    catalogue = catalogue_of(organisation, (flows or Library()).of(organisation, ()))
    decided = [turn for turn in journal if not turn.apart]
    for number, check in sorted(PROMISES.items()):
        if only and number not in only:
            continue
        with broken(number):
            check(journal if number in ROW_BY_ROW else decided, organisation, catalogue)
    with broken(27):
        for text in overheard if not only or 27 in only else ():
            assert not (known := {one for one in unseen(decided, catalogue) if one in text}), f"{known} in {text}"
    with broken(19):
        for text in (*overheard, *map(beyond_the_message, journal)) if not only or 19 in only else ():
            assert not (told := secrets_in(text, codes)), f"{told} in {text}"


@contextmanager
def broken(number: int) -> Iterator[None]:
    """Names the promise that a failed assertion breaks."""
    try:
        yield
    except AssertionError as why:
        raise AssertionError(f"promise {number} is broken: {why}") from why


def _before(journal: Journal) -> list[tuple[Ticket | None, Turn]]:
    pairs = pairwise([None, *journal])
    return [(earlier.ticket if earlier else None, turn) for earlier, turn in pairs if turn and not turn.apart]


@promise(1)
def no_workflow_runs_while_a_required_slot_is_missing(journal: Journal, _: Organisation, catalogue: Catalogue) -> None:
    for turn in journal:
        for run in turn.runs:
            for slot in catalogue.workflows[run.workflow].slots if run.workflow in catalogue.workflows else ():
                assert slot.name in run.inputs, f"{run.workflow} ran without {slot.name} in turn {turn.seq}"


@promise(2)
def every_intent_maps_to_exactly_one_workflow(journal: Journal, _: Organisation, catalogue: Catalogue) -> None:
    for turn in journal:
        for matter in turn.ticket.matters:
            serving = catalogue.served_by.get(matter.intent, turn.message.flow or matter.intent)
            assert serving == matter.root, f"{matter.intent} is served by {serving}, and went to {matter.root}"


@promise(3)
def nothing_a_model_says_is_used_unless_it_is_valid(journal: Journal, _: Organisation, catalogue: Catalogue) -> None:
    for turn in journal:
        proposal = turn.heard.proposal
        if proposal is None or proposal.decision is None:
            assert turn.heard.guessed == {}, f"turn {turn.seq} uses guesses without a valid decision"
            continue
        last = proposal.attempts[-1]
        assert last.rejected is None and last.answer is not None
        try:
            valid = validated(last.answer, vocabulary_of(catalogue))
        except Rejected as why:
            raise AssertionError(f"turn {turn.seq} uses what is not valid: {why}") from why
        assert valid == proposal.decision
        assert set(turn.heard.guessed) <= set(catalogue.knowledge)


@promise(4)
def a_stable_fact_yields_only_to_the_customers_own_correction(journal: Journal, _: Organisation, _c: Catalogue) -> None:
    for before, turn in _before(journal):
        if before is None or before.id != turn.ticket.id:
            continue
        asked = before.question if isinstance(before.question, AskSlot) else None
        for old in before.facts.known:
            new = turn.ticket.facts.get(old.slot)
            if not old.stable or old.source != "said" or (new and new.value == old.value):
                continue
            corrected = old.slot in turn.heard.corrected or (asked and asked.correcting and asked.slot == old.slot)
            assert new is not None, f"stable {old.slot} was lost in turn {turn.seq}"
            assert corrected, f"stable {old.slot} was overwritten in turn {turn.seq}"


@promise(5)
def every_inferred_fact_can_be_taken_back(journal: Journal, organisation: Organisation, catalogue: Catalogue) -> None:
    for before, turn in _before(journal):
        for fact in turn.ticket.facts.known:
            if fact.source == "inferred":
                left = turn.ticket.facts.retract(fact.slot)
                assert not any(fact.slot in other.derived_from for other in left.known)
        if before is None or not isinstance(turn.message.content, Said):
            continue
        certain = before.model_copy(update={"facts": before.facts.certain()})
        desk = desk_for(organisation, catalogue, turn.message, turn.seq)
        assert decide(certain, turn.heard, desk).ticket.id, "a ticket without its guesses must still work"


@promise(6)
def execution_depends_on_slots_and_rules_alone(journal: Journal, _: Organisation, catalogue: Catalogue) -> None:
    said: set[str] = set()
    guessed: Values = {}
    for turn in journal:
        said |= {*turn.heard.said, *turn.heard.corrected}
        guessed |= turn.heard.guessed
        for run in turn.runs:
            workflow = catalogue.workflows.get(run.workflow)
            for slot in workflow.slots if workflow else ():
                if not slot.inferable and slot.name in guessed and run.inputs.get(slot.name) == guessed[slot.name]:
                    assert slot.name in said, f"{run.workflow} ran on a guess of {slot.name} in turn {turn.seq}"


@promise(7)
def a_lost_ticket_becomes_a_new_one(journal: Journal, _: Organisation, _c: Catalogue) -> None:
    for before, turn in _before(journal):
        if before is None and turn.message.ticket:
            assert turn.ticket.id != turn.message.ticket
            assert [line.key for line in turn.lines[:1]] == ["lost"], "nobody was told"


@promise(8)
def the_agent_cannot_tell_which_model_answered(
    journal: Journal, organisation: Organisation, catalogue: Catalogue
) -> None:
    for earlier, turn in pairwise([None, *journal]):
        if turn is None or turn.apart or turn.heard.proposal is None or turn.heard.proposal.decision is None:
            continue
        renamed = [attempt.model_copy(update={"model": "another"}) for attempt in turn.heard.proposal.attempts]
        proposal = turn.heard.proposal.model_copy(update={"attempts": tuple(renamed)})
        other = turn.model_copy(update={"heard": turn.heard.model_copy(update={"proposal": proposal})})
        again = replayed(earlier, other, organisation, TRADE, Drawn(catalogue.flows.values()))
        assert (again.action, again.reply, again.ticket) == (turn.action, turn.reply, turn.ticket)


class Repetition(NamedTuple):
    """A turn that leaves a question open which was open before, with nothing said that was not known then; how many there
    were in this ticket, and how many of them in a row."""

    turn: Turn
    times: int
    in_a_row: int


def repetitions(journal: Journal) -> Iterator[Repetition]:
    """Counted from what the rows say, not from what the ticket counts. No repetition is what a workflow brings by itself, a
    digression that comes back for the first time, a question back that is answered for the first time, and an answer that a
    flow asks for again as often as its author says."""
    states: dict[tuple[str, ...], int] = {}
    digressions: set[tuple[str, ...]] = set()
    last: tuple[str, ...] | None = None
    row = 0
    for before, turn in _before(journal):
        state = _where(turn)
        if state is None or state not in states:
            last, row = state, 0
            if state is not None:
                states[state] = 0
            continue
        if isinstance(turn.message.content, Finished) or _asked_for_again(before, turn):
            continue
        new = {(*state, wish) for wish in _digressed(before, turn) | _told(turn)} - digressions
        digressions |= new
        if new:
            continue
        states[state] += 1
        last, row = state, row + 1 if state == last else 1
        yield Repetition(turn, states[state], row)


def _where(turn: Turn) -> tuple[str, ...] | None:
    """The open question, and what the customer has said."""
    question = turn.ticket.question
    if question is None:
        return None
    said = sorted(f"{fact.slot}={fact.value}" for fact in turn.ticket.facts.known if fact.source == "said")
    return (turn.ticket.id, question.model_dump_json(), *said)


def _digressed(before: Ticket | None, turn: Turn) -> set[str]:
    """What was dealt with since the question was put."""
    if before is None or not any(line.key == "back_to" for line in turn.lines):
        return set()
    wished = {turn.heard.intent or "", *turn.heard.wishes}
    return {f"intent {one}" for one in wished if one} | {matter.root for matter in before.matters[:1]}


def _told(turn: Turn) -> set[str]:
    """The answers to what they asked back."""
    answers = {line.key for line in turn.lines if ".asks." in f".{line.key}" or line.key == "who"}
    return answers - {"asks.cannot_tell"}


def _asked_for_again(before: Ticket | None, turn: Turn) -> bool:
    """An answer where the author of a flow limits how often it may be asked."""
    was, now = before and before.matter, turn.ticket.matter
    return bool(was and now and turn.heard.said and was.visits != now.visits)


NON_ANSWERS = 5
"""The fifth is for a human, whatever kind of non-answer it is."""
OFFERED = 3


@promise(9)
def questions_ask_for_one_thing_and_are_bounded(journal: Journal, _: Organisation, _c: Catalogue) -> None:
    for turn in journal:
        if isinstance(turn.action, AskSlot | Confirm | ConfirmStop | AskIntent | Instruct):
            assert turn.ticket.question == turn.action, f"turn {turn.seq} asks what it does not wait for"
    for turn, times, _row in repetitions(journal):
        assert times < NON_ANSWERS, f"turn {turn.seq} repeats its question for the {times}th time, and no human has it"


@promise(10)
def the_same_inputs_give_the_same_result(journal: Journal, _: Organisation, catalogue: Catalogue) -> None:
    seen: dict[str, object] = {}
    for turn in journal:
        if turn.order or any(run.order for run in turn.runs):
            seen.clear()
        for run in turn.runs:
            if (
                run.outcome
                and run.outcome.status == "succeeded"
                and run.workflow in catalogue.workflows
                and catalogue.workflows[run.workflow].kind == "inquiry"
                and "asker" not in run.inputs  # how often they tried decides there too
            ):
                key = f"{run.workflow} {sorted(run.inputs.items())}"
                assert seen.setdefault(key, run.outcome) == run.outcome, key


@promise(11)
def said_beats_history_beats_inferred(journal: Journal, _: Organisation, _c: Catalogue) -> None:
    for before, turn in _before(journal):
        if before is None or before.id != turn.ticket.id:
            continue
        for new in turn.ticket.facts.known:
            old = before.facts.get(new.slot)
            kept = {one.flow for one in before.matters} == {one.flow for one in turn.ticket.matters}
            if old and kept and old.stable:
                assert STRENGTH[new.source] >= STRENGTH[old.source], f"{new.slot} got weaker in turn {turn.seq}"


@promise(12)
def unknown_stays_unknown(journal: Journal, _: Organisation, _c: Catalogue) -> None:
    for before, turn in _before(journal):
        if isinstance(turn.action, AskIntent):
            assert not turn.ticket.matters or (before and before.closed), (
                "the intent is the issue: it is not asked again"
            )
        if turn.heard.unplaced is not None:
            values = {fact.value for fact in turn.ticket.facts.known if fact.turn == turn.seq}
            assert turn.heard.unplaced not in values


@promise(13)
def one_message_is_one_turn(journal: Journal, _: Organisation, _c: Catalogue) -> None:
    ids = [turn.message.id for turn in journal]
    assert len(ids) == len(set(ids)), "a message was answered twice"


@promise(14)
def one_order_is_one_execution(journal: Journal, organisation: Organisation, _: Catalogue) -> None:
    orders = [(turn, turn.order) for turn in journal if turn.order]
    assert len({order.name for _, order in orders}) == len(orders)
    for turn, order in orders:
        own = order_name(organisation.id, turn.message.conversation, turn.seq)
        assert order.name == own or order.shared, "an order that is not this turn's own must be shared"
        assert "store" not in turn.degraded, "an order was begun without the table"


@promise(15)
def no_turn_and_no_event_is_lost(journal: Journal, _: Organisation, _c: Catalogue) -> None:
    for earlier, turn in pairwise(journal):
        assert turn.seq == earlier.seq + 1, f"a turn is missing before {turn.seq}"
        if not turn.apart:
            assert turn.previous == rows.digest(rows.to_body(earlier)), f"the chain is broken before turn {turn.seq}"
    ids = [event.id for turn in journal for event in turn.events]
    assert len(ids) == len(set(ids))


@promise(16)
def every_reply_means_something(journal: Journal, _: Organisation, _c: Catalogue) -> None:
    for turn in journal:
        assert turn.reply.text.strip(), f"turn {turn.seq} says nothing"
        assert "{" not in turn.reply.text and turn.reply.text != "–"
        missing = turn.heard.proposal.missing if turn.heard.proposal else ()
        assert set(missing) <= set(turn.degraded), f"turn {turn.seq} does not name what was missing"


@promise(17)
def a_replay_gives_the_same_bytes(journal: Journal, organisation: Organisation, catalogue: Catalogue) -> None:
    for seq, then, now in differences(journal, organisation, TRADE, Drawn(catalogue.flows.values())):
        raise AssertionError(f"turn {seq} replays differently\n{then}\n{now}")


@promise(18)
def nothing_of_another_organisation(journal: Journal, organisation: Organisation, _: Catalogue) -> None:
    for turn in journal:
        assert {turn.message.organisation, *(event.organisation for event in turn.events)} == {organisation.id}


@promise(19)
def events_hold_no_personal_data(journal: Journal, _: Organisation, catalogue: Catalogue) -> None:
    for turn in journal:
        for event in turn.events:
            body = event.happened.model_dump_json(exclude={"order", "expired_ticket"})
            assert not re.search(r"\d{6,}", body), body
            assert "@" not in body
            told = event.happened.slot if isinstance(event.happened, SlotFilled) else ""
            if len(turn.message.text) > 12 and audience(told, catalogue) != "observers":
                assert turn.message.text not in body


@promise(20)
def what_is_decided_on_is_in_the_row(journal: Journal, organisation: Organisation, catalogue: Catalogue) -> None:
    """The same action, said with the same lines, and the same ticket, from what the row says was heard and other words."""
    for earlier, turn in pairwise([None, *journal]):
        if turn is None or turn.apart:
            continue
        course = decided_again(earlier, turn, organisation, Drawn(catalogue.flows.values()))
        then = (turn.action, turn.lines, turn.ticket.but(transcript=(), seen="", touched_at=0))
        now = (course.action, course.lines, course.ticket.but(transcript=(), seen="", touched_at=0))
        assert now == then, f"turn {turn.seq} was decided on more than it says was heard"


@promise(21)
def nothing_is_repeated_without_progress(journal: Journal, _: Organisation, _c: Catalogue) -> None:
    for turn, times, row in repetitions(journal):
        assert row < NON_ANSWERS, f"turn {turn.seq} is the {row}th in a row that gets nowhere, and no human has it"
        offered = any(line.key == "offer_human" for line in turn.lines)
        assert offered or times < OFFERED, (
            f"turn {turn.seq} repeats its question for the {times}th time, offering nobody"
        )
    for before, turn in _before(journal):
        if before and before.status == "resolved" and turn.heard.move in ("thanks", "goodbye", "wait"):
            assert before.id == turn.ticket.id, f"turn {turn.seq} opens a ticket for mere manners"


def audience(slot: str, catalogue: Catalogue) -> Shown:
    """Who may be shown a slot's values, by what is declared of it and of its type."""
    known = catalogue.knowledge.get(slot)
    if known is None or TRADE.slot_types[known.type].secret or known.shown is False:
        return "nobody"
    return "observers" if known.shown else TRADE.slot_types[known.type].shown


def unseen(journal: Journal, catalogue: Catalogue) -> frozenset[str]:
    """The values that nobody is shown, given in answer to their own question; secrets are promise 19's."""
    answers = frozenset(
        (slot, value)
        for before, turn in _before(journal)
        if before and isinstance(before.question, AskSlot)
        for slot, value in turn.heard.said.items()
        if slot == before.question.slot and isinstance(value, str) and len(value) > 3
    )
    secrets = {name for name, known in catalogue.knowledge.items() if TRADE.slot_types[known.type].secret}
    return frozenset(value for slot, value in answers if audience(slot, catalogue) == "nobody" and slot not in secrets)


@promise(27)
def what_nothing_declares_to_be_shown_is_hidden(journal: Journal, _: Organisation, catalogue: Catalogue) -> None:
    """In events, in a journal's answer, in what a human gets; what models are told is looked at by `keep_all`."""
    hidden = frozenset(name for name in catalogue.knowledge if audience(name, catalogue) == "nobody")
    unsaid = unseen(journal, catalogue)
    for turn in journal:
        for event in turn.events:
            match event.happened:
                case SlotFilled(slot=slot, masked=masked) if audience(slot, catalogue) != "observers":
                    assert masked == HIDDEN, f"an event of turn {turn.seq} tells {slot}: {masked}"
        row = shown(turn, catalogue.hidden)
        for known in ({fact.slot: fact.value for fact in row.ticket.facts.known}, row.heard.said, row.heard.corrected):
            told = {slot: value for slot, value in known.items() if slot in hidden and value != HIDDEN}
            assert not told, f"the journal's answer tells {told} in turn {turn.seq}"
        written = f"{rows.to_body(row)} {turn.order.inputs if turn.order else ''} {turn.events}"
        assert not (told_of := {one for one in unsaid if one in written}), f"turn {turn.seq} tells {told_of}"


@promise(28)
def an_order_follows_a_yes_to_its_own_confirmation(
    journal: Journal, organisation: Organisation, catalogue: Catalogue
) -> None:
    """The open question was the confirmation of this very order, the message its yes, what was agreed to is what is ordered,
    and the order holds what the ticket held when it was asked: nothing was learned in between or on the way."""
    for before, turn in _before(journal):
        if turn.order is None or catalogue.workflows[turn.order.workflow].confirm is None:
            continue
        asked, order = before.question if before else None, turn.order
        assert before is not None and isinstance(asked, Confirm), (
            f"{order.workflow} was ordered unasked in turn {turn.seq}"
        )
        assert isinstance(turn.message.content, Said), f"turn {turn.seq} orders, and no customer said anything"
        assert asked.workflow == order.workflow, (
            f"{asked.workflow} was asked, {order.workflow} ordered in turn {turn.seq}"
        )
        assert turn.heard.consent is True, f"turn {turn.seq} orders without consent"
        agreed = {name: order.inputs.get(name) for name in asked.values}
        assert agreed == asked.values, f"turn {turn.seq} orders other values than those agreed to"
        matter = before.matter
        assert matter is not None and isinstance(flow_of(catalogue, matter.flow).node(matter.node), Consent)
        run = next(run for run in turn.runs if run.order == order.name)
        ground = ground_of(before, desk_for(organisation, catalogue, turn.message, turn.seq))
        due = inputs_of(Task(id=run.node, workflow=run.workflow), matter, ground).inputs
        assert order.inputs == due, f"turn {turn.seq} orders what was not known when it was asked"
