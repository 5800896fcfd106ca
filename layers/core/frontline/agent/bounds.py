"""No repetition without progress: what bounds a ticket's questions, whatever the customer writes instead of an answer."""

from collections.abc import Collection
from zlib import crc32

from frontline.agent.course import Course
from frontline.agent.desk import Desk
from frontline.agent.proceed import hand_off
from frontline.agent.wishes import flows_of
from frontline.flows.compile import flow_of
from frontline.model.action import AskIntent, AskSlot, OpenQuestion, Reason, Say
from frontline.model.heard import Heard
from frontline.model.text import Line
from frontline.model.ticket import REMEMBERED_QUESTIONS, Ticket

LOST_FOR_WORDS = 3
OFFERED, NON_ANSWERS = 3, 5


def bounded(course: Course, before: Ticket, heard: Heard, desk: Desk) -> Course:
    """The course as decided, with the offer of a human at the third turn that gets no further, and a human instead at the
    fifth; after asking three times what it is about; and at the bound of the flow, whatever was answered."""
    ticket, question = course.ticket, course.ticket.question
    news = desk.ended is not None and isinstance(course.action, Say)
    if question is None or news:
        return course
    if isinstance(question, AskIntent):
        return _lost(course, question, before)
    asked, times, answered = _counted(course, question, before, heard, desk)
    if times >= NON_ANSWERS:
        return _instead(course, "too_many_questions")
    if times >= OFFERED:
        course = _offering(course)
    ticket = ticket.but(asked=asked)
    if ticket.matter is None or answered or isinstance(course.action, Say):
        return course.but(ticket=ticket)
    questions = ticket.matter.questions + 1
    if questions > flow_of(desk.catalogue, ticket.matter.root).question_bound:
        return _instead(course, "too_many_questions")
    return course.but(ticket=ticket.with_matter(ticket.matter.but(questions=questions)))


def _lost(course: Course, question: AskIntent, before: Ticket) -> Course:
    """What it is about is asked three times, the last time with the offer of a human. A question that offers less than the one
    before is an answer's, and no try."""
    offered = set(before.question.among) if isinstance(before.question, AskIntent) and not before.closed else None
    if offered is not None and question.among and (not offered or set(question.among) < offered):
        return course
    asked = dict(course.ticket.asked)
    if answers := {f"menu {key}" for key in _answers(course)} - asked.keys():
        return course.but(ticket=course.ticket.but(asked=_kept(asked | dict.fromkeys(sorted(answers), 0))))
    lost = course.ticket.lost_for_words + 1
    if lost > LOST_FOR_WORDS:
        return _instead(course, "not_understood")
    counted = course.but(ticket=course.ticket.but(lost_for_words=lost))
    return _offering(counted) if lost == LOST_FOR_WORDS else counted


def _counted(
    course: Course, question: OpenQuestion, before: Ticket, heard: Heard, desk: Desk
) -> tuple[dict[str, int], int, bool]:
    """The ticket's count, how many turns so far left this question open with nothing new said, and whether this one answered
    what they asked back. Not counted is what an order's end brings, a digression that comes back for the first time, a question
    back that is answered for the first time, and an answer that a flow asks for again as often as its author says."""
    ticket = course.ticket
    state, asked = _state(ticket, question, desk.catalogue.hidden), dict(ticket.asked)
    times = asked.pop(state, -1)
    answered = {f"{state} {key}" for key in _answers(course)} - asked.keys()
    dealt_with = answered | ({f"{state} {root}" for root in _digressions(course, before, heard, desk)} - asked.keys())
    if times < 0 or not (desk.ended or dealt_with or _asked_for_again(before, ticket, heard)):
        times += 1
    asked |= dict.fromkeys(sorted(dealt_with), 0) | {state: times}
    return _kept(asked), times, bool(answered)


def _kept(asked: dict[str, int]) -> dict[str, int]:
    return dict(list(asked.items())[-REMEMBERED_QUESTIONS:])


def _answers(course: Course) -> set[str]:
    """Of this turn, to questions back; that we do not know is none."""
    keys = {line.key for line in course.lines}
    return {key for key in keys if ".asks." in f".{key}" or key == "who"} - {"asks.cannot_tell"}


def _state(ticket: Ticket, question: OpenQuestion, hidden: Collection[str]) -> str:
    """The open question and what the customer has said so far, as one short word: progress is another one. A date of birth
    could be guessed from such a word, so of what nobody is shown it holds only that it was said."""
    said = sorted(
        f"{fact.slot}={'' if fact.slot in hidden else fact.value}"
        for fact in ticket.facts.known
        if fact.source == "said"
    )
    asked = question.of_this_release
    if isinstance(asked, AskSlot) and asked.half:
        asked = asked.but(half="said")
    return f"{crc32(f'{asked.model_dump_json()}{said}'.encode()):08x}"


def _digressions(course: Course, before: Ticket, heard: Heard, desk: Desk) -> Collection[str]:
    """What was dealt with before this turn came back to the question."""
    if not any(line.key == "back_to" for line in course.lines):
        return ()
    roots = {flow.id for _, flow in flows_of(heard, desk)} | {matter.root for matter in before.matters}
    return roots - {matter.root for matter in course.ticket.matters}


def _asked_for_again(before: Ticket, ticket: Ticket, heard: Heard) -> bool:
    was, now = before.matter, ticket.matter
    return was is not None and now is not None and was.visits != now.visits and heard.answers(before.question)


def _offering(course: Course) -> Course:
    return course.but(lines=(*course.lines, Line(key="offer_human")))


def _instead(course: Course, reason: Reason) -> Course:
    """A human instead of one more question; what was done on the way was done."""
    ended = hand_off(course.ticket, reason)
    return course.but(ticket=ended.ticket, action=ended.action, lines=ended.lines)
