"""What one message says: read by the code as far as it goes, and by the ladder of models only for the rest."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from frontline.agent.desk import Desk, secret, tellable
from frontline.agent.hear.clauses import clauses
from frontline.agent.hear.denied import without_denied
from frontline.agent.hear.moves import regrets
from frontline.agent.hear.options import offered
from frontline.agent.hear.prompt import MODEL_MOVES, OUT_OF_SCOPE, build_prompt, vocabulary_of
from frontline.agent.hear.read import answers, at_work, read
from frontline.agent.hear.validate import Rejected, legible, unproven, validated
from frontline.agent.hear.values import asked_for, differing, heard_for, otherwise, read_for, read_for_slot
from frontline.model.action import AskSlot, Confirm, Instruct
from frontline.model.base import Values
from frontline.model.decision import Decision, Prompt
from frontline.model.errors import ModelUnavailable
from frontline.model.flow import Instruction
from frontline.model.heard import Attempt, Heard, Proposal
from frontline.model.message import Reported
from frontline.model.ticket import Ticket, Utterance
from frontline.ports import Classifier, LanguageModel
from frontline.speech.plain import plain
from frontline.speech.readers import words
from frontline.speech.reading import Found
from frontline.speech.secrets import without_secrets

SURE_ENOUGH = 0.5
SURE_OF_A_WISH = 0.6
SURE_BESIDE_ANOTHER_VALUE = 0.75
DIGITS_OF_A_NUMBER = 10
FEW_WORDS = 5
SURE_AT_AN_OFFER = 0.9
"""Where an offer is open: the classifier has never seen a refusal, and takes many for a matter."""


class Readers(NamedTuple):
    """Who can be asked what a message means, in the order of the ladder."""

    models: Sequence[LanguageModel]
    classifier: Classifier


def understand(ticket: Ticket, desk: Desk, readers: Readers, earlier: Heard | None = None) -> Heard:
    """The code's own reading first; no model is asked when it answers the open question or is a move in so many words.
    `earlier` is what was heard of this message before a race was lost: nobody is asked twice about one message."""
    heard = read(ticket, desk)
    if isinstance(desk.message.content, Reported):
        return heard
    if heard.move is None and not answers(heard, ticket) and not in_its_flow(ticket, desk):
        proposal = (earlier and earlier.proposal) or _proposal(ticket, desk, readers)
        heard = _interpret(heard.but(proposal=proposal), desk)
        if isinstance(ticket.question, Confirm):
            heard = _unless_guessed(heard, desk)
        elif heard.intent is None and heard.move is None:
            heard = heard.but(intent=_in_doubt(proposal, earlier, desk, readers.classifier))
    wishes = earlier.wishes if earlier else _wishes(heard, ticket, desk, readers.classifier)
    said = read_for((heard.intent, *wishes), ticket, desk)
    return _second_thoughts(heard.but(wishes=wishes, said={**said, **heard.said}), ticket, desk)


def _second_thoughts(heard: Heard, ticket: Ticket, desk: Desk) -> Heard:
    """At a confirmation, and while an order is under way, another value than the one held is a correction, whoever read it,
    unless something else is wished for. What may want a running order back, and a model's word that it does, is a regret."""
    offer = isinstance(ticket.question, Confirm)
    if not (offer or at_work(ticket)) or heard.consent is not None:
        return heard
    if heard.move == "cancel" and heard.proposal is not None and not offer:
        return heard.but(move="regret")
    if heard.move not in (None, "wait"):
        return heard
    regretted = not offer and regrets(desk.words)
    if _wishes_something_else(heard, ticket, desk):
        return heard.but(move="regret") if regretted and _in_few_words(desk) else heard
    known = [offered(one, ticket) for one in heard_for(asked_for(ticket), ticket, desk)]
    other = otherwise(heard.said, ticket) or differing(desk.words, known, ticket, desk)
    if other and (offer or "?" not in desk.words):
        return heard.but(move="correct", corrected=other, intent=None, wishes=())
    return heard.but(move="regret") if regretted else heard


def _unless_guessed(heard: Heard, desk: Desk) -> Heard:
    """At an offer, what a model takes for a wish is one if it is sure, and if it is no refusal of a few words."""
    decision = heard.proposal.decision if heard.proposal else None
    if decision is None or heard.intent not in desk.catalogue.intents:
        return heard
    sure = decision.confidence >= SURE_AT_AN_OFFER
    denies = not words("denies").isdisjoint(plain(desk.words).words) and _in_few_words(desk)
    return heard if sure and not denies else heard.but(intent=None)


def _in_few_words(desk: Desk) -> bool:
    """A wish that somebody makes of a few words that name no matter counts for less than the regret in them."""
    said = plain(desk.words)
    return len(said.words) <= FEW_WORDS and words("matter").isdisjoint(said.vocabulary)


def _wishes_something_else(heard: Heard, ticket: Ticket, desk: Desk) -> bool:
    """Of what a weak guess says, another value in the same words says more."""
    served, root = desk.catalogue.served_by, ticket.matter.root if ticket.matter else None
    if any(served.get(wish) != root for wish in heard.wishes):
        return True
    if heard.intent is None or served.get(heard.intent, root) == root:
        return False
    decision = heard.proposal.decision if heard.proposal else None
    return decision is None or decision.intent != heard.intent or decision.confidence >= SURE_BESIDE_ANOTHER_VALUE


def in_its_flow(ticket: Ticket, desk: Desk) -> bool:
    """The first words of a conversation that belongs to a flow: nobody needs to be asked what it is about."""
    return desk.message.flow is not None and ticket.question is None


def propose(prompt: Prompt, models: Iterable[LanguageModel], desk: Desk) -> Proposal:
    """Down the ladder until one rung gives a valid Decision."""
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


def _interpret(heard: Heard, desk: Desk) -> Heard:
    """What of a valid Decision is used: the intent if the model is sure enough, and entities that their slot accepts."""
    decision = heard.proposal.decision if heard.proposal else None
    if decision is None or decision.confidence < SURE_ENOUGH:
        return heard
    said, guessed = _entities(decision, heard, desk)
    heard = heard.but(said={**said, **heard.said}, guessed=guessed)
    if decision.intent in desk.catalogue.intents or decision.intent == OUT_OF_SCOPE:
        return heard.but(intent=decision.intent)
    return heard.but(move=next((move for move in MODEL_MOVES if move == decision.intent), None))


def _entities(decision: Decision, heard: Heard, desk: Desk) -> tuple[Values, Values]:
    """An entity in the customer's own words was said; any other is the model's guess, however sure it is."""
    said: Values = {}
    guessed: Values = {}
    words = desk.message.text.casefold()
    for name, value in decision.entities.items():
        known = desk.catalogue.knowledge[name]
        reading = read_for_slot(known, str(value), desk, asked=True)
        if name in heard.said or not isinstance(reading, Found):
            continue
        place = said if _in_so_many_words(str(value), words) else guessed
        place[name] = reading.value
    return said, guessed


def _proposal(ticket: Ticket, desk: Desk, readers: Readers) -> Proposal:
    """Down the ladder; but what may be a date of birth leaves this house for nobody, so there the classifier alone is asked."""
    if not secret(ticket, desk):
        return propose(_prompt(ticket, desk), readers.models, desk)
    ranked = readers.classifier.rank(desk.message.text, desk.catalogue.intents.keys())
    if not ranked or ranked[0][1] < SURE_OF_A_WISH:
        return Proposal(attempts=())
    decision = Decision(intent=ranked[0][0], confidence=round(ranked[0][1], 4))
    return Proposal(attempts=(Attempt(model="classifier", answer=decision.model_dump_json()),), decision=decision)


def _in_doubt(proposal: Proposal, earlier: Heard | None, desk: Desk, classifier: Classifier) -> str | None:
    """Where no model of the ladder had an opinion of its own. What was concluded `earlier` from this proposal stands: a row
    holds it, as it holds the wishes, so that a replay needs no classifier."""
    decision = proposal.decision
    if earlier and earlier.proposal:
        return earlier.intent if decision is None or decision.intent != earlier.intent else None
    return _by_family(desk, classifier) if decision is None or proposal.model == "classifier" else None


def _by_family(desk: Desk, classifier: Classifier) -> str | None:
    """Where nobody can tell which of several intents it is, but all of them are the business of flows that go through one
    another, or of one workflow, the likeliest of them will do: the flow finds out the rest."""
    catalogue = desk.catalogue
    ranked = classifier.rank(desk.message.text, catalogue.intents.keys())
    for intent, _ in ranked[:1]:
        about = set(catalogue.reach(catalogue.served_by[intent]))
        mass = sum(share for other, share in ranked if about & set(catalogue.reach(catalogue.served_by[other])))
        return intent if mass >= SURE_OF_A_WISH else None
    return None


def _in_so_many_words(value: str, words: str) -> bool:
    """As whole words and whole numbers: "Una" is not said by who is unable."""
    wanted = value.casefold().strip()
    digits = re.sub(r"\D", "", wanted)
    if len(digits) >= DIGITS_OF_A_NUMBER and digits[-DIGITS_OF_A_NUMBER:] in re.sub(r"\D", "", words):
        return True
    return bool(wanted) and re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", words) is not None


def _wishes(heard: Heard, ticket: Ticket, desk: Desk, classifier: Classifier) -> tuple[str, ...]:
    """Further intents in the same message, told apart clause by clause without a model; none where the ladder found the
    message to be about nothing we do. What a clause says not to be wanted is no wish."""
    sure = SURE_AT_AN_OFFER if isinstance(ticket.question, Confirm) else SURE_OF_A_WISH
    parts = clauses(desk.message.text)
    if len(parts) < 2 or _about_nothing_we_do(heard, desk):
        return ()
    wishes: list[str] = []
    for part in parts:
        if without_denied(part) == "":
            continue
        ranked = classifier.rank(part, desk.catalogue.intents.keys())
        if ranked and ranked[0][1] >= sure and ranked[0][0] not in (*wishes, heard.intent):
            wishes.append(ranked[0][0])
    return tuple(wishes)


def _about_nothing_we_do(heard: Heard, desk: Desk) -> bool:
    """As the ladder found; the classifier's doubt about a whole message says nothing of its clauses."""
    if heard.proposal is None or heard.intent in desk.catalogue.intents:
        return False
    return heard.intent == OUT_OF_SCOPE or heard.proposal.model != "classifier"


def _prompt(ticket: Ticket, desk: Desk) -> Prompt:
    catalogue, secrets = desk.catalogue, desk.catalogue.secrets
    question = None
    if isinstance(ticket.question, AskSlot):
        question = catalogue.slots[ticket.question.slot].question.en
    elif isinstance(ticket.question, Instruct):
        node = catalogue.flows[ticket.question.flow].node(ticket.question.node)
        question = node.says.en if isinstance(node, Instruction) else None
    return build_prompt(
        vocabulary_of(catalogue),
        text=tellable(ticket, desk),
        transcript=tuple((said.who, _said(said, desk)) for said in ticket.transcript),
        question=question,
        known=tuple(fact.slot for fact in ticket.facts.known if fact.slot not in secrets),
    )


def _said(said: Utterance, desk: Desk) -> str:
    """Rows written by older code hold what the customer said as it was."""
    return without_secrets(said.text, desk.now.date()) if said.who == "customer" else said.text
