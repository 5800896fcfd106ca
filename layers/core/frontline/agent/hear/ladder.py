"""What models make of a message that the code could not read, or is only half sure of: down the ladder until one rung gives
a valid Decision, and what of it is used."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from frontline.agent.desk import Desk, code_due, secret
from frontline.agent.hear import context
from frontline.agent.hear.answers import at_work
from frontline.agent.hear.listener import Listener
from frontline.agent.hear.masked import masked
from frontline.agent.hear.prompt import MODEL_MOVES, UNKNOWN, build_prompt, vocabulary_of
from frontline.agent.hear.stories import between, stands_out
from frontline.agent.hear.validate import Rejected, legible, unproven, validated
from frontline.agent.hear.values import held, read_for_slot
from frontline.agent.options import offered
from frontline.model.action import AskIntent, Confirm
from frontline.model.base import Values
from frontline.model.decision import Decision, Prompt
from frontline.model.errors import ModelUnavailable
from frontline.model.heard import OUT_OF_SCOPE, Attempt, Heard, Proposal, Sign
from frontline.model.reading import Found
from frontline.ports import Classifier, LanguageModel
from frontline.speech.secrets import without_secrets

CLASSIFIER = "classifier"
SURE_ENOUGH = 0.5
SURE_OF_A_WISH = 0.6
SURE_OF_A_VALUE = 0.75
"""What is not in the customer's own words, or overrules what code heard, takes a model that is as sure as this."""
DIGITS_OF_A_NUMBER = 10
_PROVING = frozenset({"proof", "code"})
_OF_A_PROOF: frozenset[Sign] = frozenset({"objects", "speaks_of_code"})


class Readers(NamedTuple):
    """Who can be asked what a message means, in the order of the ladder."""

    models: Sequence[LanguageModel]
    classifier: Classifier

    @property
    def beside_the_classifier(self) -> Sequence[LanguageModel]:
        return [model for model in self.models if model.name != CLASSIFIER]


def asked_of_models(heard: Heard, listener: Listener, readers: Readers, earlier: Heard | None) -> Heard:
    """With what the ladder came to, and what of it is used. What was concluded `earlier` from the same stands: a row holds it,
    as it holds the wishes, so that a replay needs no classifier."""
    proposal = (earlier and earlier.proposal) or _proposal(heard, listener, readers)
    heard = _interpreted(heard.but(proposal=proposal), listener)
    strange = heard.intent == OUT_OF_SCOPE and proposal.model == CLASSIFIER and not earlier
    if strange and (meant := _with_what_was_said(heard, listener, readers.classifier)):
        return meant
    if heard.intent or heard.move or heard.between or isinstance(listener.ticket.question, Confirm):
        return heard
    decision = proposal.decision
    if earlier and earlier.proposal:
        heard = heard.but(between=earlier.between)
        return heard.but(intent=earlier.intent) if decision is None or decision.intent != earlier.intent else heard
    doubtful = decision is None or proposal.model == CLASSIFIER
    return _of_one_family(heard, listener, readers.classifier) if doubtful else heard


def asked_beside(heard: Heard, listener: Listener, readers: Readers, earlier: Heard | None) -> Heard:
    """The same where the code has heard something already and only a better reader than the classifier can know more; without
    one nobody is asked."""
    proposal = earlier.proposal if earlier else None
    if proposal is None and (models := readers.beside_the_classifier):
        proposal = propose(_prompt(listener, listener.text), models, listener.desk)
    return _interpreted(heard.but(proposal=proposal), listener)


def decided_by_model(heard: Heard) -> Decision | None:
    """What a model of the ladder made of it that is sure enough; the classifier is none."""
    proposal = heard.proposal
    if proposal is None or proposal.decision is None or proposal.model == CLASSIFIER:
        return None
    return proposal.decision if proposal.decision.confidence >= SURE_ENOUGH else None


def _proposal(heard: Heard, listener: Listener, readers: Readers) -> Proposal:
    """Down the ladder. Where a proof is asked for, models see only words that this house knows, unless the code has heard what
    is said of it; the classifier, which tells nobody, sees all of them."""
    if not secret(listener.ticket, listener.desk):
        return propose(_prompt(listener, listener.text), readers.models, listener.desk)
    attempts: tuple[Attempt, ...] = ()
    text = masked(listener.text) if _maskable(heard, listener) else None
    if text and (models := readers.beside_the_classifier):
        proposal = propose(_prompt(listener, text), models, listener.desk)
        if proposal.decision:
            return proposal
        attempts = proposal.attempts
    catalogue = listener.desk.catalogue
    ranked = readers.classifier.rank(listener.message.text, catalogue.intents.keys(), catalogue.taught)
    if not ranked or ranked[0][1] < SURE_OF_A_WISH:
        return Proposal(attempts=attempts)
    decision = Decision(intent=ranked[0][0], confidence=round(ranked[0][1], 4))
    own = Attempt(model=CLASSIFIER, answer=decision.model_dump_json())
    return Proposal(attempts=(*attempts, own), decision=decision)


def _maskable(heard: Heard, listener: Listener) -> bool:
    """A name, a date and a code are in nobody's lexicon; the answer for another slot that nobody is shown may be."""
    types = {known.type for name in listener.asked if (known := listener.desk.catalogue.knowledge.get(name))}
    return bool(types) and types <= _PROVING and _OF_A_PROOF.isdisjoint(heard.signs)


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


def _prompt(listener: Listener, text: str) -> Prompt:
    ticket, desk, catalogue = listener.ticket, listener.desk, listener.desk.catalogue
    return build_prompt(
        vocabulary_of(catalogue),
        text=without_secrets(text, desk.now.date(), code_due=code_due(ticket)),
        transcript=tuple(context.talk(ticket, desk)),
        question=context.question(ticket, catalogue),
        options=tuple(context.choices(ticket, catalogue)),
        about=context.about(ticket, catalogue),
        state=context.state(ticket),
        known=tuple(fact.slot for fact in ticket.facts.known if fact.slot not in catalogue.secrets),
    ).but(taught=catalogue.taught)


def _interpreted(heard: Heard, listener: Listener) -> Heard:
    """What of a valid Decision is used. What stands in the customer's own words is kept however sure the model is of the intent;
    where a proof is asked for, only moves and intents are taken from it."""
    proposal = heard.proposal
    decision = proposal.decision if proposal else None
    if proposal is None or decision is None:
        return heard
    sure = decision.confidence >= SURE_ENOUGH
    if not secret(listener.ticket, listener.desk):
        said, guessed = _entities(decision, heard, listener)
        guessed = guessed if sure else {}
        heard = heard.but(said={**heard.said, **said}, guessed=guessed)
        heard = heard.through(proposal.model, decision.confidence, *said, *guessed)
        heard = _taken_back(heard, decision, listener) if sure else heard
    if not sure:
        return heard
    wished = _wished(heard, decision, listener)
    if wished.move == "correct":
        wished = wished.but(move=None) if wishes_another(wished, listener) else wished.but(intent=None, wishes=())
    found = (wished.intent, wished.move, *wished.wishes, *wished.between)
    return wished.through(proposal.model, decision.confidence, *filter(None, found))


def wishes_another(heard: Heard, listener: Listener) -> bool:
    """Whether a matter is wished for beside the open one."""
    served, matter = listener.desk.catalogue.served_by, listener.ticket.matter
    root = matter.root if matter else None
    return any(wish in served and served[wish] != root for wish in (heard.intent, *heard.wishes) if wish)


def _wished(heard: Heard, decision: Decision, listener: Listener) -> Heard:
    """The intent with further ones; before there is a matter those that it could be; or else the move."""
    catalogue, matter = listener.desk.catalogue, listener.ticket.matter
    served = catalogue.served_by
    between = {served[one]: one for one in reversed(decision.between)}
    if len(between) > 1 and (matter is None or listener.ticket.closed):
        return heard.but(between=tuple(reversed(between.values())))
    intent = next(iter(between.values())) if len(between) == 1 else decision.intent
    drops = decision.drops and matter is not None and decision.confidence >= SURE_OF_A_VALUE
    if intent in catalogue.intents:
        wishes = tuple(one for one in decision.wishes if one != intent)
        if drops and matter and served[intent] != matter.root:
            return heard.but(intent=intent, wishes=wishes, drops=True)
        return heard.but(move="cancel") if drops else heard.but(intent=intent, wishes=wishes)
    if drops:
        return heard.but(move="cancel")
    beyond_us = decision.next_action == "escalate" and decision.confidence >= SURE_OF_A_VALUE
    if beyond_us and intent in (UNKNOWN, OUT_OF_SCOPE):
        return heard.but(move="human")
    if intent == OUT_OF_SCOPE:
        return heard.but(intent=intent)
    return heard.but(move=heard.move or next((move for move in MODEL_MOVES if move == intent), None))


def _taken_back(heard: Heard, decision: Decision, listener: Listener) -> Heard:
    """What is known and said otherwise now; what is taken back without a new value that can be read is asked for again. A
    running order is not stopped by that: it is a regret."""
    ticket = listener.ticket
    told = {name: heard.said[name] for name in decision.corrects if name in heard.said}
    corrected = {name: value for name, value in told.items() if held(name, ticket) not in (None, value)}
    doubted = dict.fromkeys(name for name in decision.corrects if name not in heard.said)
    if isinstance(ticket.question, Confirm):
        doubted |= dict.fromkeys(heard.guessed)
    named = tuple(name for name in doubted if held(name, ticket) not in (None, heard.guessed.get(name)))
    if at_work(ticket):
        return heard.but(move="regret") if named and not corrected else heard
    if not corrected and not named:
        return heard
    return heard.but(move="correct", corrected={**heard.corrected, **corrected}, corrects=named)


def _entities(decision: Decision, heard: Heard, listener: Listener) -> tuple[Values, Values]:
    """An entity in the customer's own words was said, also where the code took other words for it; so was an answer to what is
    asked, or a choice from what is offered, that its reader accepts from a model that is sure. Any other is a guess."""
    said: Values = {}
    guessed: Values = {}
    words, sure = listener.message.text.casefold(), decision.confidence >= SURE_OF_A_VALUE
    for name, value in decision.entities.items():
        known = offered(listener.desk.catalogue.knowledge[name], listener.ticket)
        reading = read_for_slot(known, str(value), listener.desk, asked=True)
        if not isinstance(reading, Found):
            continue
        stands = _in_so_many_words(str(value), words)
        if name in heard.said:
            said |= {name: reading.value} if stands and sure else {}
        elif stands or (sure and known.type not in _IN_THEIR_DIGITS and name in _answerable(listener)):
            said[name] = reading.value
        else:
            guessed[name] = reading.value
    return said, guessed


_IN_THEIR_DIGITS = frozenset({"phone"})
"""A number of a line is the customer's, digit by digit."""


def _answerable(listener: Listener) -> frozenset[str]:
    """What is asked for, and at an offer what it lets them choose from."""
    asked = listener.ticket.question
    if not isinstance(asked, Confirm):
        return listener.asked
    return frozenset(slot.name for slot in listener.desk.catalogue.workflows[asked.workflow].slots if slot.options_from)


def _in_so_many_words(value: str, words: str) -> bool:
    """As whole words and whole numbers: "Una" is not said by who is unable."""
    wanted = value.casefold().strip()
    digits = re.sub(r"\D", "", wanted)
    if len(digits) >= DIGITS_OF_A_NUMBER and digits[-DIGITS_OF_A_NUMBER:] in re.sub(r"\D", "", words):
        return True
    return bool(wanted) and re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", words) is not None


def _of_one_family(heard: Heard, listener: Listener, classifier: Classifier) -> Heard:
    """Where nobody can tell which of several intents it is, but all of them are the business of flows that go through one
    another, or of one workflow, the likeliest of them will do, or what says no more than that: the flow finds out the rest.
    Where it can only be one of a few, nothing is open, and no flow would find out, that is asked."""
    catalogue, text = listener.desk.catalogue, listener.message.text
    if with_before := _with_what_was_said(heard, listener, classifier):
        return with_before
    ranked = classifier.rank(text, catalogue.intents.keys(), catalogue.taught)
    for intent, share in ranked[:1]:
        mass = sum(share for other, share in ranked if catalogue.meet(intent, other))
        if mass >= SURE_OF_A_WISH:
            meant = intent if listener.ticket.matter or share >= SURE_ENOUGH else catalogue.generally(intent)
            return heard.but(intent=meant).through("classifier", share, meant)
    if listener.ticket.matter or heard.answers(listener.ticket.question):
        return heard
    every = classifier.rank(text, None, catalogue.taught)
    if clear := stands_out(every, catalogue):
        return heard.but(intent=clear).through("classifier", every[0][1], clear)
    return heard.but(between=between(every, catalogue))


def _with_what_was_said(heard: Heard, listener: Listener, classifier: Classifier) -> Heard | None:
    """The wish of who was asked what it is about, and goes on with what they said before: "my plan", "something cheaper"."""
    question, catalogue = listener.ticket.question, listener.desk.catalogue
    before = context.said_before(listener.ticket) if isinstance(question, AskIntent) else ""
    if not isinstance(question, AskIntent) or not before:
        return None
    among = question.among or catalogue.intents.keys()
    for intent, share in classifier.rank(f"{before} {listener.message.text}", among, catalogue.taught)[:1]:
        if share >= SURE_OF_A_WISH:
            return heard.but(intent=intent).through("classifier", share, intent)
    return None
