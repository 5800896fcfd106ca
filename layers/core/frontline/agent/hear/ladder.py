"""What models make of a message that the code could not read: down the ladder until one rung gives a valid Decision."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from frontline.agent.desk import Desk, code_due, secret
from frontline.agent.hear.listener import Listener
from frontline.agent.hear.prompt import MODEL_MOVES, build_prompt, vocabulary_of
from frontline.agent.hear.validate import Rejected, legible, unproven, validated
from frontline.agent.hear.values import read_for_slot
from frontline.model.action import AskSlot, Confirm, Instruct
from frontline.model.base import Values
from frontline.model.decision import Decision, Prompt
from frontline.model.errors import ModelUnavailable
from frontline.model.flow import Instruction
from frontline.model.heard import OUT_OF_SCOPE, Attempt, Heard, Proposal
from frontline.model.ticket import Utterance
from frontline.ports import Classifier, LanguageModel
from frontline.speech.reading import Found
from frontline.speech.secrets import without_secrets

SURE_ENOUGH = 0.5
SURE_OF_A_WISH = 0.6
DIGITS_OF_A_NUMBER = 10


class Readers(NamedTuple):
    """Who can be asked what a message means, in the order of the ladder."""

    models: Sequence[LanguageModel]
    classifier: Classifier


def asked_of_models(heard: Heard, listener: Listener, readers: Readers, earlier: Heard | None) -> Heard:
    """With what the ladder came to, and what of it is used. What was concluded `earlier` from the same stands: a row holds it,
    as it holds the wishes, so that a replay needs no classifier."""
    proposal = (earlier and earlier.proposal) or _proposal(listener, readers)
    heard = _interpreted(heard.but(proposal=proposal), listener)
    if heard.intent is not None or heard.move is not None or isinstance(listener.ticket.question, Confirm):
        return heard
    decision = proposal.decision
    if earlier and earlier.proposal:
        return heard.but(intent=earlier.intent) if decision is None or decision.intent != earlier.intent else heard
    doubtful = decision is None or proposal.model == "classifier"
    return _of_one_family(heard, listener, readers.classifier) if doubtful else heard


def _proposal(listener: Listener, readers: Readers) -> Proposal:
    """Down the ladder; but what may be a date of birth leaves this house for nobody, so there the classifier alone is asked."""
    if not secret(listener.ticket, listener.desk):
        return propose(_prompt(listener), readers.models, listener.desk)
    catalogue = listener.desk.catalogue
    ranked = readers.classifier.rank(listener.message.text, catalogue.intents.keys(), catalogue.taught)
    if not ranked or ranked[0][1] < SURE_OF_A_WISH:
        return Proposal(attempts=())
    decision = Decision(intent=ranked[0][0], confidence=round(ranked[0][1], 4))
    return Proposal(attempts=(Attempt(model="classifier", answer=decision.model_dump_json()),), decision=decision)


def propose(prompt: Prompt, models: Iterable[LanguageModel], desk: Desk) -> Proposal:
    """What the first rung says that gives a valid Decision, and why those before it did not."""
    attempts: list[Attempt] = []
    for model in models:
        try:
            answer = unproven(model.generate(prompt).text, desk.catalogue, desk.now.date())
        except ModelUnavailable as error:
            attempts.append(Attempt(model=model.name, unavailable=str(error)))
            continue
        try:
            decision = validated(answer, vocabulary_of(desk.catalogue))
        except Rejected as reason:
            attempts.append(Attempt(model=model.name, answer=legible(answer), rejected=str(reason)))
            continue
        attempts.append(Attempt(model=model.name, answer=answer))
        return Proposal(attempts=tuple(attempts), decision=decision)
    return Proposal(attempts=tuple(attempts))


def _prompt(listener: Listener) -> Prompt:
    ticket, catalogue, today = listener.ticket, listener.desk.catalogue, listener.desk.now.date()
    question = None
    if isinstance(ticket.question, AskSlot):
        question = catalogue.slots[ticket.question.slot].question.en
    elif isinstance(ticket.question, Instruct):
        node = catalogue.flows[ticket.question.flow].node(ticket.question.node)
        question = node.says.en if isinstance(node, Instruction) else None

    def kept(said: Utterance) -> str:
        """Rows written by older code hold what the customer said as it was."""
        return without_secrets(said.text, today) if said.who == "customer" else said.text

    return build_prompt(
        vocabulary_of(catalogue),
        text=without_secrets(listener.text, today, code_due=code_due(ticket)),
        transcript=tuple((said.who, kept(said)) for said in ticket.transcript),
        question=question,
        known=tuple(fact.slot for fact in ticket.facts.known if fact.slot not in catalogue.secrets),
    ).but(taught=catalogue.taught)


def _interpreted(heard: Heard, listener: Listener) -> Heard:
    """What of a valid Decision is used: the intent if the model is sure enough, and entities that their slot accepts."""
    proposal, catalogue = heard.proposal, listener.desk.catalogue
    decision = proposal.decision if proposal else None
    if proposal is None or decision is None or decision.confidence < SURE_ENOUGH:
        return heard
    said, guessed = _entities(decision, heard, listener)
    heard = heard.but(said={**said, **heard.said}, guessed=guessed)
    heard = heard.through(proposal.model, decision.confidence, decision.intent, *said, *guessed)
    if decision.intent in catalogue.intents or decision.intent == OUT_OF_SCOPE:
        return heard.but(intent=decision.intent)
    return heard.but(move=next((move for move in MODEL_MOVES if move == decision.intent), None))


def _entities(decision: Decision, heard: Heard, listener: Listener) -> tuple[Values, Values]:
    """An entity in the customer's own words was said; any other is the model's guess, however sure it is."""
    said: Values = {}
    guessed: Values = {}
    words = listener.message.text.casefold()
    for name, value in decision.entities.items():
        known = listener.desk.catalogue.knowledge[name]
        reading = read_for_slot(known, str(value), listener.desk, asked=True)
        if name in heard.said or not isinstance(reading, Found):
            continue
        place = said if _in_so_many_words(str(value), words) else guessed
        place[name] = reading.value
    return said, guessed


def _in_so_many_words(value: str, words: str) -> bool:
    """As whole words and whole numbers: "Una" is not said by who is unable."""
    wanted = value.casefold().strip()
    digits = re.sub(r"\D", "", wanted)
    if len(digits) >= DIGITS_OF_A_NUMBER and digits[-DIGITS_OF_A_NUMBER:] in re.sub(r"\D", "", words):
        return True
    return bool(wanted) and re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", words) is not None


def _of_one_family(heard: Heard, listener: Listener, classifier: Classifier) -> Heard:
    """Where nobody can tell which of several intents it is, but all of them are the business of flows that go through one
    another, or of one workflow, the likeliest of them will do: the flow finds out the rest."""
    catalogue = listener.desk.catalogue
    ranked = classifier.rank(listener.message.text, catalogue.intents.keys(), catalogue.taught)
    for intent, _ in ranked[:1]:
        about = set(catalogue.reach(catalogue.served_by[intent]))
        mass = sum(share for other, share in ranked if about & set(catalogue.reach(catalogue.served_by[other])))
        if mass >= SURE_OF_A_WISH:
            return heard.but(intent=intent).through("classifier", mass, intent)
    return heard
