"""What works at every point of every flow, without a line in any flow: a human, cancel, correct, repeat, help, whom
they write with, in which language, and manners."""

from collections.abc import Collection
from typing import Literal, assert_never

from frontline.agent.course import Course
from frontline.agent.desk import Desk
from frontline.agent.matters import called_off, without_matter
from frontline.agent.proceed import ask_again, ask_intent, at_work, hand_off, proceed, say, with_a_colleague
from frontline.agent.questions import answer_back
from frontline.model.action import AskSlot, Close, Confirm, ConfirmStop, Instruct
from frontline.model.fact import Fact
from frontline.model.heard import ANOTHER, Heard
from frontline.model.text import Line
from frontline.model.ticket import Matter, Run, Ticket, Utterance

PATIENCE = 3
_FOR_THE_COLLEAGUE = frozenset(
    {"human", "callback", "followup", "asks", "condition", "help", "greeting", "correct", "abuse"}
)
_TO_STOP = frozenset({"cancel", "regret"})


def repair(ticket: Ticket, heard: Heard, desk: Desk, *, news: bool) -> Course | None:
    """None when the message is no repair, and the flow has it. `news`: something was learned from it. While a human
    has the case, that is all there is to say, unless an order is under way that can be stopped."""
    if _for_the_colleague(ticket, heard):
        return with_a_colleague(ticket)
    match heard.move:
        case None:
            return None
        case "human" | "callback":
            return _to_a_human(ticket, heard)
        case "cancel":
            return _cancel(ticket, desk)
        case "asks":
            return answer_back(ticket, heard, desk)
        case "condition" | "followup":
            return _of_what_stands(ticket, heard.move, desk)
        case "correct":
            return _correct(ticket, heard, desk, news=news)
        case "regret":
            return _regret(ticket, desk)
        case "repeat":
            return _repeat(ticket, desk)
        case "help":
            return answer_back(ticket, heard, desk) if heard.asks and ticket.question is None else _help(ticket, desk)
        case "wait":
            return _wait(ticket, desk)
        case "who" | "language":
            return _about_us(ticket, heard, desk)
        case "abuse":
            return _calm(ticket, desk)
        case "thanks" | "goodbye" | "greeting":
            return _courtesy(ticket, heard.move, desk)
        case _:
            assert_never(heard.move)


def _to_a_human(ticket: Ticket, heard: Heard) -> Course:
    """They are told why: they asked for one, want to be called, or came for what only a human can do."""
    if heard.errand:
        return hand_off(ticket, "needs_human", errand=heard.errand)
    return hand_off(ticket, "asked_for_callback" if heard.move == "callback" else "asked_for_human")


def _for_the_colleague(ticket: Ticket, heard: Heard) -> bool:
    if ticket.status != "escalated":
        return False
    stoppable = ticket.matter is not None and ticket.matter.under_way is not None
    return heard.move in _FOR_THE_COLLEAGUE or (heard.move in _TO_STOP and not stoppable)


def _cancel(ticket: Ticket, desk: Desk) -> Course:
    """The active matter ends here, unless an order for it is already under way. A correction called off keeps the old value."""
    refused = ticket.matter is not None and ticket.matter.node.startswith("correct_")
    if isinstance(ticket.question, AskSlot) and ticket.question.correcting and not refused:
        return proceed(ticket.but(question=None), desk, Line(key="kept"))
    if ticket.matter is None:
        return say(ticket, "nothing_to_cancel")
    if ticket.matter.under_way:
        return stop(ticket, ticket.matter, ticket.matter.under_way, "cancel")
    rest, told = without_matter(ticket, desk), called_off(ticket.matter, "cancelled", desk)
    if rest.matter:
        next_one = Line(key="next_matter", values={"title_key": f"{rest.matter.root}.title"})
        return proceed(rest, desk, *told, next_one)
    return Course(
        ticket=rest.but(status="cancelled", last=ticket.matter.intent), action=Close(resolution="cancelled"), lines=told
    )


def _regret(ticket: Ticket, desk: Desk) -> Course:
    """Whether an order under way shall be stopped is asked, once a message; nothing waits for the answer. What is done is told
    to be so, and what can be done about it."""
    run = ticket.matter.under_way if ticket.matter else None
    if ticket.closed and run is None:
        return say(ticket, "done_already")
    if ticket.matter is None or run is None:
        return ask_again(ticket, desk) if ticket.matter else ask_intent(ticket)
    if ticket.matter.stopping:
        return say(ticket, "still_working")
    question = ConfirmStop(workflow=run.workflow)
    return Course(ticket=ticket.but(question=question), action=question)


def stop(ticket: Ticket, matter: Matter, run: Run, why: Literal["cancel", "correct"]) -> Course:
    """Asked once; its end tells whether it came in time."""
    if matter.stopping:
        return say(ticket, "still_working")
    return say(ticket.with_matter(matter.but(stopping=why)).but(question=None), "stopping").but(stop=run)


def _correct(ticket: Ticket, heard: Heard, desk: Desk, *, news: bool) -> Course:
    """A new value that holds is already learned. Without one, the last thing the customer said is asked for again, and
    stands until then."""
    if ticket.matter and ticket.matter.under_way:
        return stop(ticket, ticket.matter, ticket.matter.under_way, "correct")
    if heard.corrected:
        return proceed(ticket, desk, *([Line(key="noted")] if news else []))
    last = _last_said(ticket, heard.corrects, desk) or _last_said(ticket, (), desk)
    if last is None:
        return ask_again(ticket, desk, Line(key="correct_what")) if ticket.matter else ask_intent(ticket)
    question = AskSlot(slot=last.slot, correcting=True)
    return Course(
        ticket=ticket.but(question=question),
        action=question,
        lines=(Line(key="go_on" if "for_another_line" in heard.readers else "correct_it"),),
    )


def _last_said(ticket: Ticket, named: Collection[str], desk: Desk) -> Fact | None:
    """The latest fact of the active matter that came from the customer; of the `named` ones, if any are."""
    if ticket.matter is None:
        return None
    slots = desk.catalogue.asked_by(ticket.matter.root)
    slots = slots.intersection(named) if named else slots
    said = [fact for fact in ticket.facts.known if fact.slot in slots and fact.source != "inferred"]
    return max(said, key=lambda fact: fact.turn, default=None)


def _repeat(ticket: Ticket, desk: Desk) -> Course:
    """The open question again, or else our last words."""
    again = Line(key="once_more")
    if ticket.question is not None:
        return ask_again(ticket, desk, again)
    ours = [said for said in ticket.transcript if said.who == "frontline"]
    if not ours:
        return ask_intent(ticket)
    last = next((said for said in reversed(ours) if not _beside_the_matter(said)), ours[-1])
    return say(ticket, "verbatim").but(lines=(again, Line(key="verbatim", values={"text": last.text})))


def _beside_the_matter(said: Utterance) -> bool:
    """What only answered a question back, or said something once more."""
    return "verbatim" in said.told or any(".asks." in f".{key}" for key in said.told)


def _help(ticket: Ticket, desk: Desk) -> Course:
    """What the question means, then the question again."""
    if isinstance(ticket.question, AskSlot):
        return ask_again(ticket, desk, Line(key=f"slot.{ticket.question.slot}.help"))
    if isinstance(ticket.question, Instruct):
        return ask_again(ticket, desk, Line(key=f"flow.{ticket.question.flow}.{ticket.question.node}.help"))
    if isinstance(ticket.question, Confirm):
        return ask_again(ticket, desk, Line(key="explain"))
    if ticket.matter and ticket.matter.under_way and not ticket.question:
        return at_work(ticket, desk)
    return ask_again(ticket, desk) if ticket.question else ask_intent(ticket)


def _of_what_stands(ticket: Ticket, move: Literal["condition", "followup"], desk: Desk) -> Course | None:
    """An offer is made as it is and now; a matter that is over and yet not solved is for a human, with its whole file."""
    if move == "condition":
        return ask_again(ticket, desk, Line(key="only_so")) if isinstance(ticket.question, Confirm) else None
    return hand_off(ticket, "not_solved") if ticket.status == "resolved" else None


def _wait(ticket: Ticket, desk: Desk) -> Course:
    """There is no hurry, and the question stays open without being put again; whoever was told so already hears it again."""
    told = bool(ticket.transcript) and "take_your_time" in ticket.transcript[-1].told
    open_ = ticket.question is not None or ticket.closed
    return say(ticket, "take_your_time") if open_ and not told else _repeat(ticket, desk)


def _about_us(ticket: Ticket, heard: Heard, desk: Desk) -> Course:
    """Whom they write with, and in which language."""
    return _in_their_language(ticket, heard, desk) if heard.move == "language" else _introduced(ticket, desk)


def _introduced(ticket: Ticket, desk: Desk) -> Course:
    """Nobody is left to think that they write with a person."""
    line = Line(key="who", values={"organisation": desk.organisation.name})
    if ticket.question is not None:
        return ask_again(ticket, desk, line)
    return say(ticket, "who").but(lines=(line,)) if ticket.matters or ticket.closed else ask_intent(ticket, line)


def _in_their_language(ticket: Ticket, heard: Heard, desk: Desk) -> Course:
    """What is open is asked in the language they wish for, or we say which ones we speak."""
    line = Line(key="noted")
    if heard.language == ANOTHER:
        line = Line(key="languages", values={"languages": " ".join(desk.organisation.languages)})
    if ticket.question is not None:
        return ask_again(ticket, desk, line)
    return say(ticket, line.key).but(lines=(line,)) if ticket.matters or ticket.closed else ask_intent(ticket, line)


def _calm(ticket: Ticket, desk: Desk) -> Course:
    """Insults are met calmly, and in the end by a human."""
    insults = ticket.insults + 1
    ticket = ticket.but(insults=insults)
    if insults >= PATIENCE:
        return hand_off(ticket, "abuse")
    return ask_again(ticket, desk, Line(key="calm")) if ticket.matters else ask_intent(ticket, Line(key="calm"))


def _courtesy(ticket: Ticket, move: str, desk: Desk) -> Course:
    """Manners are returned, and what was open stays open. A flow that begins with words of its own greets by them."""
    if move == "greeting" and not ticket.matters:
        return ask_intent(ticket, Line(key="greeting"))
    if ticket.question is not None and move != "goodbye":
        return ask_again(ticket, desk, Line(key=move))
    if ticket.matter and ticket.matter.run is None and move == "greeting":
        course = proceed(ticket, desk)
        greets = any(line.key.startswith("flow.") for line in course.lines)
        return course if greets else course.but(lines=(Line(key=move), *course.lines))
    return say(ticket, move)
