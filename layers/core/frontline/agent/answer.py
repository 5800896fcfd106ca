"""The open question: answered, answered in part or in vain, or left for something else."""

from frontline.agent.course import Course
from frontline.agent.desk import Desk, secret
from frontline.agent.matters import called_off
from frontline.agent.options import not_offered, offered
from frontline.agent.proceed import ask_again, ask_intent, hand_off, proceed, say
from frontline.agent.questions import answer_back
from frontline.agent.repair import stop
from frontline.agent.wishes import flows_of, new_wish, queued
from frontline.flows.compile import DECLINED, flow_of
from frontline.model.action import AskSlot, Confirm, ConfirmStop, Instruct, Reason
from frontline.model.base import Values
from frontline.model.flow import Consent, Instruction
from frontline.model.heard import OUT_OF_SCOPE, Heard
from frontline.model.identity import PROOF
from frontline.model.text import Line
from frontline.model.ticket import Ticket

UNPLACED_TRIES = 2
CONSENT_TRIES = 3
SURE_BESIDE_A_READING = 0.75


def answer(ticket: Ticket, heard: Heard, desk: Desk, *, news: bool) -> Course | None:
    """The open question: answered, answered in vain, or left for something else. `news`: something was learned."""
    match ticket.question:
        case AskSlot(slot=slot) as question:
            if slot in heard.said or slot in heard.corrected:
                course = proceed(_steady(queued(ticket, heard, desk)), desk)
                if course.action != question.but(half="") or (ticket.matter and ticket.matter.answered):
                    return course
                told = "told_before" if secret(ticket, desk) else "again"
                return _in_vain(ticket, heard, desk, desk.catalogue.slots[slot].tries, Line(key=told))
            if instead := _proven_otherwise(ticket, heard, slot, desk):
                return instead
            if secret(ticket, desk) and (unproven := _unproven(ticket, heard, question, desk)):
                return unproven
            tries = desk.catalogue.slots[slot].tries
            if heard.unplaced is not None:
                return _in_vain(
                    ticket,
                    heard,
                    desk,
                    tries if _listed(slot, desk) and heard.unplaced.isdecimal() else UNPLACED_TRIES,
                    *_not_among(slot, heard.unplaced, ticket, desk),
                    reason="unknown_answer",
                )
        case Instruct(reads=reads):
            if heard.said.keys() >= set(reads):
                return proceed(ticket, desk)
            return _partly_read(ticket, heard, ticket.question, desk) or _not_read(
                ticket, heard, ticket.question, desk, news=news
            )
        case Confirm():
            if heard.consent is not None:
                return _consented(ticket, desk, yes=heard.consent)
            tries = CONSENT_TRIES
        case ConfirmStop():
            return _to_stop(ticket, heard, desk)
        case _:
            return None
    return None if new_wish(ticket, heard, desk) else _unanswered(ticket, heard, desk, tries, news=news)


def _listed(slot: str, desk: Desk) -> bool:
    """Whether there is something to pick from."""
    return desk.catalogue.type_of(desk.catalogue.slots[slot]).options == "needed"


def _not_among(slot: str, unplaced: str, ticket: Ticket, desk: Desk) -> tuple[Line, ...]:
    """What is said of an answer that is no value we know: what there is to choose from, or what is meant."""
    known = desk.catalogue.slots[slot]
    if not _listed(slot, desk):
        return Line(key="unplaced"), Line(key=f"slot.{slot}.help")
    options = offered(known, ticket).options
    labels = (option.label.words(ticket.locale) for option in options)
    listed: Values = {"options": "; ".join(f"{number}. {label}" for number, label in enumerate(labels, 1))}
    figure = not_offered(unplaced, options) if unplaced.isdecimal() else None
    return (figure, Line(key="to_choose_from", values=listed)) if figure else (Line(key="not_among", values=listed),)


def _unanswered(ticket: Ticket, heard: Heard, desk: Desk, tries: int, *, news: bool) -> Course:
    """What was learned beside is noted; otherwise it was said in vain, and it is asked again."""
    question = ticket.question
    if news and not (isinstance(question, AskSlot) and question.correcting):
        return proceed(ticket, desk, Line(key="noted"))
    if heard.asks or (isinstance(question, Confirm) and "asks" in heard.signs and heard.intent is None):
        return answer_back(ticket, heard, desk)
    if isinstance(question, AskSlot) and "asks" in heard.signs:
        return ask_again(ticket, desk, Line(key=f"slot.{question.slot}.help"))
    if isinstance(question, Confirm) and desk.catalogue.workflows[question.workflow].contests:
        return _in_vain(ticket, heard, desk, tries, Line(key="explain"))
    return _in_vain(ticket, heard, desk, tries, Line(key=_no_answer(heard, desk)))


def _no_answer(heard: Heard, desk: Desk) -> str:
    """What is said to words that answer nothing: whoever tells once more what is wrong was understood the first time."""
    if heard.intent == OUT_OF_SCOPE:
        return "out_of_scope"
    return "have_that" if flows_of(heard, desk) else "again"


def _to_stop(ticket: Ticket, heard: Heard, desk: Desk) -> Course | None:
    """Only a yes stops the order under way; whatever else is said, it goes on."""
    open_, matter = ticket.but(question=None), ticket.matter
    if matter and matter.under_way and heard.consent:
        return stop(open_, matter, matter.under_way, "cancel")
    return None if new_wish(ticket, heard, desk) else say(open_, "still_working")


def _proven_otherwise(ticket: Ticket, heard: Heard, slot: str, desk: Desk) -> Course | None:
    """Instead of the code that is asked for: a whole proof, or a wish for another code. Either is looked at from the gate on,
    and a code given before is none for the next."""
    matter = ticket.matter
    if matter is None or slot == PROOF or PROOF not in heard.said:
        return None
    start = flow_of(desk.catalogue, matter.flow).start
    anew = matter.but(node=start, run=None, tries=0, consented=False, answered=False, found=matter.given)
    return proceed(ticket.with_matter(anew).but(facts=ticket.facts.without([slot])), desk)


def _unproven(ticket: Ticket, heard: Heard, question: AskSlot, desk: Desk) -> Course | None:
    """One half of a proof: the other is asked for, and that is no failed try unless nothing new was said. Who asks why, or
    would rather not, is told why; who still will not is for a human, sooner than who only asks."""
    tries = desk.catalogue.slots[question.slot].tries
    if question.slot == PROOF and heard.unplaced is not None:
        asked = ticket.but(question=question.but(half=heard.unplaced))
        return ask_again(asked, desk) if question.half != heard.unplaced else _in_vain(asked, heard, desk, tries)
    if "objects" not in heard.signs and "speaks_of_code" not in heard.signs:
        return None
    refused = "objects" in heard.signs and not {"asks", "speaks_of_code"}.intersection(heard.signs)
    why, bound = Line(key=f"slot.{question.slot}.help"), UNPLACED_TRIES if refused else tries
    return _in_vain(ticket, heard, desk, bound, why, reason="unknown_answer")


def _partly_read(ticket: Ticket, heard: Heard, question: Instruct, desk: Desk) -> Course | None:
    """What was told is not asked for again."""
    rest = tuple(slot for slot in question.reads if slot not in heard.said)
    if len(rest) == len(question.reads):
        return None
    asked = _steady(ticket.but(question=question.but(reads=rest)))
    return ask_again(asked, desk, Line(key="noted"))


def _not_read(ticket: Ticket, heard: Heard, question: Instruct, desk: Desk, *, news: bool) -> Course | None:
    """An instruction's answer that could not be read: a wish of another kind goes first, one this very flow deals with
    waits, and otherwise it is explained and asked again. A question, or something else worth knowing, is no failed try."""
    matter = ticket.matter
    wished = _plainly_wished(heard) and "tells_of_a_device" not in heard.signs
    if matter is None or (wished and new_wish(ticket, heard, desk)):
        return None
    explained = Line(key=f"flow.{question.flow}.{question.node}.help")
    if heard.asks:
        return answer_back(ticket, heard, desk)
    if "asks" in heard.signs:
        return ask_again(ticket, desk, explained)
    if news:
        return ask_again(ticket, desk, Line(key="noted"))
    node = desk.catalogue.flows[question.flow].node(question.node)
    tries = node.tries if isinstance(node, Instruction) else CONSENT_TRIES
    said = Line(key="still_same" if "still_the_same" in heard.readers else "again")
    return _in_vain(ticket, heard, desk, tries, said, *([explained] if matter.tries else []))


def _plainly_wished(heard: Heard) -> bool:
    """Beside what is read off a phone a guess has to be a good one, whoever made it."""
    decision = heard.proposal.decision if heard.proposal else None
    if heard.wishes or decision is None:
        return bool(heard.wishes)
    return decision.confidence >= SURE_BESIDE_A_READING and heard.intent == decision.intent


def _steady(ticket: Ticket) -> Ticket:
    """An answered question leaves no tries behind."""
    matter = ticket.matter
    return ticket.with_matter(matter.but(tries=0)) if matter else ticket


def _in_vain(
    ticket: Ticket, heard: Heard, desk: Desk, bound: int, *lines: Line, reason: Reason = "too_many_tries"
) -> Course:
    """Ask again, and after the bound let a human do it. A sigh is no failed try."""
    matter = ticket.matter
    if matter is None:
        return ask_intent(ticket, *lines)
    if "sighs" in heard.signs:
        return ask_again(ticket, desk)
    tries = matter.tries + 1
    ticket = ticket.with_matter(matter.but(tries=tries))
    if tries >= bound:
        return hand_off(ticket, reason)
    return ask_again(ticket, desk, *lines)


def _consented(ticket: Ticket, desk: Desk, *, yes: bool) -> Course:
    matter = ticket.matter
    if matter is None:
        return ask_intent(ticket)
    if not isinstance(flow_of(desk.catalogue, matter.flow).node(matter.node), Consent):
        return proceed(ticket, desk)
    if yes:
        return proceed(ticket.with_matter(matter.but(consented=True)), desk)
    declined = flow_of(desk.catalogue, matter.flow).after(matter.node, DECLINED)
    return proceed(ticket.with_matter(matter.but(node=declined)), desk, called_off(matter, "declined", desk)[0])
