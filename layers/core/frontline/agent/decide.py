"""What to do about one message. Pure: repairs first, then the open question, then a new wish, then the active flow, then
the question what it is about."""

from frontline.agent.answer import answer
from frontline.agent.course import Course
from frontline.agent.desk import Desk
from frontline.agent.infer import MODEL_GUESS, infer
from frontline.agent.matters import answered, with_fresh_flow
from frontline.agent.proceed import ask_intent, proceed, with_a_colleague
from frontline.agent.questions import answer_back
from frontline.agent.repair import repair
from frontline.agent.tickets import next_ticket
from frontline.agent.wishes import begin, described, intended, matter_for, new_wish
from frontline.flows.compile import flow_of
from frontline.model.action import AskIntent, AskSlot
from frontline.model.fact import Fact, Facts
from frontline.model.heard import ADDS, OUT_OF_SCOPE, SOMETHING_ELSE, Heard
from frontline.model.text import Line
from frontline.model.ticket import Ticket

_LEAVES_CLOSED = frozenset(
    {"thanks", "goodbye", "repeat", "cancel", "who", "language", "wait", "asks", "followup", "regret"}
)


def decide(ticket: Ticket, heard: Heard, desk: Desk) -> Course:
    """The same ticket, Heard and surroundings always give the same course: there are no words to read."""
    ticket = entered(reopened(ticket, heard, desk), desk).but(locale=heard.locale)
    before = ticket.matter
    ticket = described(ticket, heard, desk)
    known = learn(ticket, heard, desk)
    news = ticket.matter is not before or learned_from(heard, ticket.facts, known.facts)
    course = (
        repair(known, heard, desk, news=news)
        or (begin(known, heard, desk) if heard.drops else None)
        or answer(known, heard, desk, news=news)
        or begin(known, heard, desk)
        or continue_(known, heard, desk, news=news)
    )
    return course.but(learned=known.facts)


def learned_from(heard: Heard, before: Facts, after: Facts) -> bool:
    """Whether what was told is known now and was not before: what is "noted" must be."""
    told = {**heard.said, **heard.corrected}
    known = {slot: before.get(slot) for slot in told}
    now = {slot: after.get(slot) for slot in told}
    return any(
        fact is not None and fact.value == told[slot] and ((old := known[slot]) is None or old.value != fact.value)
        for slot, fact in now.items()
    )


def reopened(ticket: Ticket, heard: Heard, desk: Desk) -> Ticket:
    """A closed ticket stays closed for courtesies, and while a human has it for all but a new wish; else the next one opens."""
    if not ticket.closed or heard.move in _LEAVES_CLOSED:
        return ticket
    if ticket.status == "escalated" and not new_wish(ticket, heard, desk):
        return ticket
    following = next_ticket(ticket, desk.at, same_session=True)
    if heard.move != "correct" or heard.intent is None or following.matters:
        return following
    return following.but(matters=(matter_for(*intended(heard.intent, desk)),))


def entered(ticket: Ticket, desk: Desk) -> Ticket:
    """A conversation that belongs to a flow is in it from its first word."""
    name = desk.flow
    if name is None or ticket.matters or ticket.closed or name not in desk.catalogue.flows:
        return ticket
    matter = matter_for(name, flow_of(desk.catalogue, name))
    return ticket.but(matters=(matter.but(given=desk.variables, found=desk.variables),))


def learn(ticket: Ticket, heard: Heard, desk: Desk) -> Ticket:
    """What was said becomes facts at once, whatever comes of the message; what follows from them is drawn afresh."""
    facts = introduced(ticket.facts, desk)
    asked = ticket.question
    intent = heard.intent or (ticket.matter.intent if ticket.matter else None)
    for slot, value in heard.guessed.items():
        guess = Fact(slot=slot, value=value, source="inferred", turn=desk.seq, confidence=0.5, rule=MODEL_GUESS)
        facts = facts.learn(guess)
    for slot, value in {**heard.said, **heard.corrected}.items():
        correction = slot in heard.corrected or (isinstance(asked, AskSlot) and asked.correcting and asked.slot == slot)
        stable = desk.catalogue.knowledge[slot].stable
        fact = Fact(slot=slot, value=value, source="said", turn=desk.seq, stable=stable)
        facts = facts.learn(fact, correction=correction)
    learned = ticket.but(facts=infer(facts, intent, desk.seq, desk.catalogue.trade.rules))
    return answered(with_fresh_flow(ticket, learned, desk), heard, ticket.facts, desk)


def introduced(facts: Facts, desk: Desk) -> Facts:
    """Whom the channel vouches for. What they say about which number it is still comes first."""
    for slot, value in desk.vouched.items():
        facts = facts.learn(Fact(slot=slot, value=value, source="history", turn=desk.seq, stable=True))
    return facts


def continue_(ticket: Ticket, heard: Heard, desk: Desk, *, news: bool) -> Course:
    """Nothing new was understood: the flow goes on if there is one, else the question is what it is about."""
    if ticket.status == "escalated":
        return with_a_colleague(ticket)
    if heard.between:
        return ask_intent(ticket, *_heard_values(heard, desk), among=heard.between)
    if heard.asks and not news and (ticket.matter is None or ticket.matter.under_way):
        return answer_back(ticket, heard, desk)
    if ticket.matter and not isinstance(ticket.question, AskIntent):
        return _opened(ticket, heard, desk) if desk.flow and ticket.question is None else proceed(ticket, desk)
    if news:
        return _heard_alone(ticket, heard, desk)
    if heard.intent == SOMETHING_ELSE:
        return ask_intent(ticket)
    if ADDS in heard.readers:
        return ask_intent(ticket, Line(key="go_on"))
    return ask_intent(ticket, Line(key="out_of_scope" if heard.intent == OUT_OF_SCOPE else "not_understood"))


def _heard_alone(ticket: Ticket, heard: Heard, desk: Desk) -> Course:
    """A value without a wish: what was heard is said, and what is wished for with such a value is offered."""
    lines = _heard_values(heard, desk)
    told = lines[0].values if lines else {}
    return ask_intent(ticket, *(lines or [Line(key="noted")]), among=desk.catalogue.suggested_by(told))


def _heard_values(heard: Heard, desk: Desk) -> list[Line]:
    """Which values were heard, but for secrets."""
    told = {**heard.said, **heard.corrected}
    shown = {slot: value for slot, value in told.items() if slot not in desk.catalogue.secrets}
    return [Line(key="heard_value", values=shown)] if shown else []


def _opened(ticket: Ticket, heard: Heard, desk: Desk) -> Course:
    """The first words in a flow answer its first question, if that is how they were heard."""
    course = proceed(ticket, desk)
    if not isinstance(course.action, AskSlot) or course.action.slot not in heard.opening:
        return course
    slot = desk.catalogue.slots[course.action.slot]
    value = heard.opening[slot.name]
    fact = Fact(slot=slot.name, value=value, source="said", turn=desk.seq, stable=slot.stable)
    known = course.ticket.but(facts=course.ticket.facts.learn(fact))
    said = Heard(locale=known.locale, said={slot.name: value})
    onward = proceed(answered(known, said, course.ticket.facts, desk), desk)
    return onward.but(lines=(*course.lines, *onward.lines))


def first_question(ticket: Ticket, heard: Heard, desk: Desk) -> AskSlot | None:
    """What a flow asks before anything was asked: the words that brought the customer there may answer it."""
    if desk.flow is None or heard.move is not None or not (ticket.question is None or ticket.closed):
        return None
    asked = decide(ticket, heard, desk).action
    return asked if isinstance(asked, AskSlot) else None
