"""What to do about one message. Pure: repairs first, then the open question, then a new wish, then the active flow, then
the question what it is about; and all of it bounded."""

from frontline.agent.course import Course
from frontline.agent.desk import Desk
from frontline.agent.infer import MODEL_GUESS, infer
from frontline.agent.proceed import (
    answered,
    ask_again,
    ask_intent,
    bounded,
    hand_off,
    proceed,
    say,
    with_fresh_flow,
)
from frontline.agent.prompt import OUT_OF_SCOPE
from frontline.agent.read import read_slot
from frontline.agent.repair import repair
from frontline.agent.tickets import next_ticket
from frontline.flows.compile import DECLINED, flow_of
from frontline.model.action import AskIntent, AskSlot, Confirm, Instruct
from frontline.model.base import Value
from frontline.model.fact import Fact, Facts
from frontline.model.flow import Consent, Flow, Instruction
from frontline.model.heard import Heard
from frontline.model.text import Line
from frontline.model.ticket import Matter, Ticket
from frontline.model.workflow import SECRET_TYPES
from frontline.slots import SLOT_TYPES
from frontline.slots.phone_state.shown import tells_of_a_phone
from frontline.slots.reading import Found, Hearing

_LEAVES_CLOSED = frozenset({"thanks", "goodbye", "repeat", "cancel"})
UNPLACED_TRIES = 2
CONSENT_TRIES = 3
SURE_BESIDE_A_READING = 0.75


def decide(ticket: Ticket, heard: Heard, desk: Desk) -> Course:
    """The same ticket, words and surroundings always give the same course."""
    ticket = entered(reopened(ticket, heard, desk), desk).but(locale=heard.locale)
    known = learn(ticket, heard, desk)
    course = (
        repair(known, heard, desk)
        or answer(known, heard, desk)
        or begin(known, heard, desk)
        or continue_(known, heard, desk)
    )
    return bounded(course, desk).but(learned=known.facts)


def reopened(ticket: Ticket, heard: Heard, desk: Desk) -> Ticket:
    """A closed ticket stays closed for courtesies, and while a human has it for all but a new wish; else the next one opens."""
    if not ticket.closed or heard.move in _LEAVES_CLOSED:
        return ticket
    if ticket.status == "escalated" and not _new_wish(ticket, heard, desk):
        return ticket
    return next_ticket(ticket, desk.message.at, same_session=True)


def entered(ticket: Ticket, desk: Desk) -> Ticket:
    """A conversation that belongs to a flow is in it from its first word."""
    name = desk.message.flow
    if name is None or ticket.matters or ticket.closed or name not in desk.catalogue.flows:
        return ticket
    matter = _matter(name, flow_of(desk.catalogue, name))
    return ticket.but(matters=(matter.but(given=desk.message.variables, found=desk.message.variables),))


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
    learned = ticket.but(facts=infer(facts, intent, desk.seq))
    return answered(with_fresh_flow(ticket, learned, desk), heard, ticket.facts, desk)


def introduced(facts: Facts, desk: Desk) -> Facts:
    """Whom the channel vouches for. What they say about which number it is still comes first."""
    customer = desk.message.customer
    if customer is None:
        return facts
    known: dict[str, Value] = {"identity_proof": f"customer:{customer.id}"} if customer.id else {}
    heard = Hearing(customer.phone_number or "", desk.now, asked=True, calling_code=desk.organisation.calling_code)
    if isinstance(reading := SLOT_TYPES["phone"](heard), Found):
        known = {"phone_number": reading.value, "identified": reading.value, "identity_proof": f"line:{reading.value}"}
    for slot, value in known.items():
        facts = facts.learn(Fact(slot=slot, value=value, source="history", turn=desk.seq, stable=True))
    return facts


def answer(ticket: Ticket, heard: Heard, desk: Desk) -> Course | None:
    """The open question: answered, answered in vain, or left for something else."""
    match ticket.question:
        case AskSlot(slot=slot):
            if slot in heard.said or slot in heard.corrected:
                course = proceed(_steady(_queued(ticket, heard, desk)), desk)
                if course.action != ticket.question or (ticket.matter and ticket.matter.answered):
                    return course
                return _in_vain(ticket, desk, desk.catalogue.slots[slot].tries, Line(key="again"))
            if heard.unplaced is not None:
                return _in_vain(ticket, desk, UNPLACED_TRIES, Line(key="unplaced"), Line(key=f"slot.{slot}.help"))
            tries = desk.catalogue.slots[slot].tries
        case Instruct(reads=reads):
            if heard.said.keys() >= set(reads):
                return proceed(ticket, desk)
            return _partly_read(ticket, heard, ticket.question, desk) or _not_read(ticket, heard, ticket.question, desk)
        case Confirm():
            if heard.consent is not None:
                return _consented(ticket, desk, yes=heard.consent)
            tries = CONSENT_TRIES
        case _:
            return None
    if _new_wish(ticket, heard, desk):
        return None
    if heard.said and not (isinstance(ticket.question, AskSlot) and ticket.question.correcting):
        return proceed(ticket, desk, Line(key="noted"))
    return _in_vain(ticket, desk, tries, Line(key="out_of_scope" if heard.intent == OUT_OF_SCOPE else "again"))


def _partly_read(ticket: Ticket, heard: Heard, question: Instruct, desk: Desk) -> Course | None:
    """What was told is not asked for again."""
    rest = tuple(slot for slot in question.reads if slot not in heard.said)
    if len(rest) == len(question.reads):
        return None
    asked = _steady(ticket.but(question=question.but(reads=rest)))
    return ask_again(asked, desk, Line(key="noted"))


def _not_read(ticket: Ticket, heard: Heard, question: Instruct, desk: Desk) -> Course | None:
    """An instruction's answer that could not be read: a wish of another kind goes first, one this very flow deals with
    waits, and otherwise it is explained and asked again."""
    matter = ticket.matter
    wished = _plainly_wished(heard) and not tells_of_a_phone(desk.words)
    if matter is None or (wished and _new_wish(ticket, heard, desk)):
        return None
    node = desk.catalogue.flows[question.flow].node(question.node)
    tries = node.tries if isinstance(node, Instruction) else CONSENT_TRIES
    return _in_vain(ticket, desk, tries, Line(key="again"), Line(key=f"flow.{question.flow}.{question.node}.help"))


def _plainly_wished(heard: Heard) -> bool:
    """Beside what is read off a phone the classifier's guess has to be a good one."""
    proposal = heard.proposal
    if heard.wishes or proposal is None or proposal.decision is None:
        return bool(heard.wishes)
    sure = proposal.model != "classifier" or proposal.decision.confidence >= SURE_BESIDE_A_READING
    return sure and heard.intent == proposal.decision.intent


def _queued(ticket: Ticket, heard: Heard, desk: Desk) -> Ticket:
    """A wish beside an answer waits behind what is open."""
    flows = [(intent, flow) for intent, flow in _flows(heard, desk) if intent in heard.wishes]
    open_ = {matter.root for matter in ticket.matters}
    more = {flow.id: _matter(intent, flow) for intent, flow in flows if flow.id not in open_}
    return ticket.but(matters=(*ticket.matters, *more.values()))


def begin(ticket: Ticket, heard: Heard, desk: Desk) -> Course | None:
    """A new wish goes before what is open, further ones wait behind it; one that was waiting comes forward."""
    if not _new_wish(ticket, heard, desk):
        return None
    open_ = {matter.root: matter for matter in ticket.matters}
    wanted = {flow.id: _matter(intent, flow) for intent, flow in _flows(heard, desk)}
    first = next(iter(wanted)) if heard.intent in desk.catalogue.intents else None
    order = dict.fromkeys([*([first] if first else []), *open_, *wanted])
    matters = tuple(open_.get(flow) or wanted[flow] for flow in order)
    lines = [Line(key="digression")] if ticket.matter and matters[0] is not ticket.matter else []
    ticket = ticket.but(matters=matters, question=None, lost_for_words=0)
    return proceed(ticket, desk, *lines)


def continue_(ticket: Ticket, heard: Heard, desk: Desk) -> Course:
    """Nothing new was understood: the flow goes on if there is one, else the question is what it is about."""
    if ticket.status == "escalated":
        return say(ticket, "with_a_colleague")
    if ticket.matter and not isinstance(ticket.question, AskIntent):
        return _opened(ticket, desk) if desk.message.flow and ticket.question is None else proceed(ticket, desk)
    return ask_intent(ticket, Line(key="out_of_scope" if heard.intent == OUT_OF_SCOPE else "not_understood"))


def _opened(ticket: Ticket, desk: Desk) -> Course:
    """The first words in a flow answer its first question, if they do. A secret is taken only once it was asked for: what is
    said before stands in the transcript."""
    course = proceed(ticket, desk)
    if not isinstance(course.action, AskSlot) or not desk.words:
        return course
    slot = desk.catalogue.slots[course.action.slot]
    if slot.type in SECRET_TYPES:
        return course
    reading = read_slot(slot.type, desk.words, desk, asked=True, options=slot.options)
    if not isinstance(reading, Found):
        return course
    fact = Fact(slot=slot.name, value=reading.value, source="said", turn=desk.seq, stable=slot.stable)
    known = course.ticket.but(facts=course.ticket.facts.learn(fact))
    heard = Heard(locale=known.locale, said={slot.name: reading.value})
    onward = proceed(answered(known, heard, course.ticket.facts, desk), desk)
    return onward.but(lines=(*course.lines, *onward.lines))


def _new_wish(ticket: Ticket, heard: Heard, desk: Desk) -> bool:
    """Something other than what is being talked about. Two intents of one flow are one matter."""
    if ticket.matter is None or ticket.closed:
        return bool(_flows(heard, desk))
    return any(not _same_matter(flow.id, ticket.matter.root, desk) for _, flow in _flows(heard, desk))


def _same_matter(one: str, other: str, desk: Desk) -> bool:
    """Whether one flow goes through the other anyway."""
    return one in desk.catalogue.reach(other) or other in desk.catalogue.reach(one)


def _flows(heard: Heard, desk: Desk) -> list[tuple[str, Flow]]:
    """The flows the message asks for, the main one first."""
    known = desk.catalogue.intents
    wanted = dict.fromkeys(intent for intent in (heard.intent, *heard.wishes) if intent is not None and intent in known)
    return [(intent, flow_of(desk.catalogue, desk.catalogue.served_by[intent])) for intent in wanted]


def _matter(intent: str, flow: Flow) -> Matter:
    return Matter(intent=intent, flow=flow.id, flow_hash=flow.hash, node=flow.start)


def _steady(ticket: Ticket) -> Ticket:
    """An answered question leaves no tries behind."""
    matter = ticket.matter
    return ticket.with_matter(matter.but(tries=0)) if matter else ticket


def _in_vain(ticket: Ticket, desk: Desk, bound: int, *lines: Line) -> Course:
    """Ask again, and after the bound let a human do it."""
    matter = ticket.matter
    if matter is None:
        return ask_intent(ticket, *lines)
    tries = matter.tries + 1
    ticket = ticket.with_matter(matter.but(tries=tries))
    if tries >= bound:
        return hand_off(ticket, "unknown_answer" if lines[0].key == "unplaced" else "too_many_tries")
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
    return proceed(ticket.with_matter(matter.but(node=declined)), desk, Line(key="declined"))
