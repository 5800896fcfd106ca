"""What one message says: read by the code as far as it goes, and by the ladder of models only for the rest."""

from frontline.agent.desk import Desk, secret
from frontline.agent.hear.afterwards import for_the_same
from frontline.agent.hear.answers import at_work
from frontline.agent.hear.clauses import clauses
from frontline.agent.hear.denied import without_denied
from frontline.agent.hear.instead import wished_instead
from frontline.agent.hear.ladder import (
    CLASSIFIER,
    SURE_OF_A_VALUE,
    SURE_OF_A_WISH,
    Readers,
    asked_beside,
    asked_of_models,
    decided_by_model,
    wishes_another,
)
from frontline.agent.hear.learned import with_learned_move
from frontline.agent.hear.listener import Listener
from frontline.agent.hear.menu import picked_exactly
from frontline.agent.hear.moves import regrets
from frontline.agent.hear.read import read
from frontline.agent.hear.stories import told_by, with_its_cause, without_explained
from frontline.agent.hear.values import differing, held, otherwise, read_for
from frontline.model.action import AskIntent, AskSlot, Confirm
from frontline.model.heard import OUT_OF_SCOPE, Heard, Move
from frontline.model.message import Message, Reported
from frontline.model.ticket import Ticket
from frontline.ports import Classifier
from frontline.speech.plain import plain
from frontline.speech.readers import said, words

SURE_BESIDE_ANOTHER_VALUE = 0.75
FEW_WORDS = 5
A_STORY = 9
"""Words that tell more than where or who somebody is."""
PLAIN_NO = 3
"""Words of a no that says nothing else."""
_MANNERS: frozenset[Move] = frozenset({"help", "repeat", "wait", "thanks", "greeting", "goodbye"})
"""No better reading of what the code has read already."""
SURE_OF_A_CAUSE = 0.45
"""Of a clause that explains what another one says plainly."""
SURE_OF_A_DESCRIPTION = 0.8
"""Where a name was asked for: the classifier has never seen most of them."""
SURE_AT_AN_OFFER = 0.9
"""Where an offer is open: the classifier has never seen a refusal, and takes many for a matter."""


def understand(ticket: Ticket, message: Message, desk: Desk, readers: Readers, earlier: Heard | None = None) -> Heard:
    """The code's own reading first; no model is asked when it plainly answers the open question or is a move in so many words.
    Then what else is wished for, what the words hold for all that, and whether any of it takes something back. `earlier` is what
    was heard of this message before a race was lost: nobody is asked twice about one message."""
    listener = Listener(ticket, desk, message)
    heard = read(listener)
    if isinstance(message.content, Reported):
        return heard
    if instead := wished_instead(heard, listener, readers.classifier, earlier):
        more = read_for(listener.text, (instead.intent,), ticket, desk)
        return instead.but(said={**more, **instead.said}).attributed()
    clear = _in_its_flow(ticket, desk) or bool(heard.between)
    if _in_its_flow(ticket, desk) or (heard.between and not isinstance(ticket.question, AskIntent)):
        pass
    elif heard.move is None and heard.intent is None and not heard.answers(ticket.question):
        heard = _unless_guessed(asked_of_models(heard, listener, readers, earlier), listener)
    elif _half_sure(heard, listener):
        heard = _reconsidered(heard, listener, readers, earlier)
    heard = _described(heard, listener, readers.classifier, earlier)
    heard = heard if clear else with_learned_move(heard, listener, readers.classifier, earlier)
    heard = for_the_same(_with_wishes(heard, listener, readers.classifier, earlier), listener)
    more = read_for(listener.text, (heard.intent, *heard.wishes), ticket, desk)
    return _second_thoughts(heard.but(said={**more, **heard.said}), listener).attributed()


def _half_sure(heard: Heard, listener: Listener) -> bool:
    """Whether more may be in the words than the code took from them: a name of the menu among others, a no with a clause more,
    a question at an offer, an answer that is no value we know, a correction that says nothing new."""
    ticket = listener.ticket
    if secret(ticket, listener.desk):
        return False
    match ticket.question:
        case AskIntent() if heard.intent is not None:
            return not picked_exactly(listener)
        case Confirm() if heard.consent is False:
            return len(plain(listener.text).words) > PLAIN_NO
        case Confirm() if heard.move in ("help", "asks"):
            return not heard.asks and "acknowledges" not in heard.readers
        case AskSlot() if heard.unplaced is not None:
            return True
    new = any(held(name, ticket) != value for name, value in heard.corrected.items())
    return heard.move == "correct" and not (new and ticket.matters)


def _reconsidered(heard: Heard, listener: Listener, readers: Readers, earlier: Heard | None) -> Heard:
    """As a model hears it, if it is sure and hears more than the code did."""
    less = heard.but(move=None, consent=None, unplaced=None, intent=None)
    again = _unless_guessed(asked_beside(less, listener, readers, earlier), listener)
    decision = decided_by_model(again)
    sure = decision is not None and decision.confidence >= SURE_OF_A_VALUE
    return again if sure and _hears_more(again, heard, listener) else heard.but(proposal=again.proposal)


def _hears_more(again: Heard, before: Heard, listener: Listener) -> bool:
    if again.move is not None:
        declined = before.consent is False and again.move == "cancel"
        return again.move not in (before.move, *_MANNERS) and not declined
    more = again.corrected or again.between or again.answers(listener.ticket.question)
    return bool(more) or wishes_another(again, listener)


def _in_its_flow(ticket: Ticket, desk: Desk) -> bool:
    """The first words of a conversation that belongs to a flow: nobody needs to be asked what it is about."""
    return desk.flow is not None and ticket.question is None


def _described(heard: Heard, listener: Listener, classifier: Classifier, earlier: Heard | None) -> Heard:
    """What is no answer that we know may tell more of the open matter instead: "zero bars", asked for a city. So may an answer,
    of a matter that is only a guess."""
    ticket, catalogue = listener.ticket, listener.desk.catalogue
    matter, answers = ticket.matter, heard.answers(ticket.question)
    if matter is None or not isinstance(ticket.question, AskSlot) or secret(ticket, listener.desk):
        return heard
    if heard.unplaced is None and not (answers and matter.guess):
        return heard
    if earlier:
        return heard.but(intent=earlier.intent, unplaced=earlier.unplaced)
    precise = [one for one in catalogue.intents if not catalogue.general(one)]
    ranked = classifier.rank(listener.message.text, precise, catalogue.taught)
    intent, share = ranked[0] if ranked else ("", 0.0)
    if share < SURE_OF_A_DESCRIPTION or catalogue.served_by[intent] != matter.root:
        return heard
    return heard.but(intent=intent, unplaced=None).through("classifier", share, intent)


def _unless_guessed(heard: Heard, listener: Listener) -> Heard:
    """At an offer, what a model takes for a wish is one if it is sure, and if it is no refusal of a few words; what tells
    of the open matter once more is none."""
    decision = heard.proposal.decision if heard.proposal else None
    if not isinstance(listener.ticket.question, Confirm) or decision is None:
        return heard
    served, matter = listener.desk.catalogue.served_by, listener.ticket.matter
    root = matter.root if matter and not heard.wishes else None
    if served.get(heard.intent or "") in (None, root):
        return heard
    sure = decision.confidence >= SURE_AT_AN_OFFER
    denies = not words("denies").isdisjoint(plain(listener.text).words) and _in_few_words(listener)
    return heard if sure and not denies else heard.but(intent=None, wishes=(), drops=False)


def _with_wishes(heard: Heard, listener: Listener, classifier: Classifier, earlier: Heard | None) -> Heard:
    """Further intents in the same message, as the model that read it found them, or else told apart clause by clause; none where
    the ladder found the message to be about nothing we do. What a clause says not to be wanted is no wish, nor what another wish
    explains."""
    if earlier:
        heard = heard.but(intent=earlier.intent, between=earlier.between) if heard.proposal else heard
        return heard.but(wishes=earlier.wishes, by={**heard.by, **earlier.by})
    catalogue = listener.desk.catalogue
    if decided_by_model(heard):
        return without_explained(heard, catalogue)
    spoken = plain(listener.text)
    told = len(spoken.words) >= A_STORY or not words("matter").isdisjoint(spoken.vocabulary)
    troubled = told or heard.intent in catalogue.intents
    if listener.ticket.matter is None and heard.proposal and troubled:
        heard = with_its_cause(heard, catalogue)
    sure = SURE_AT_AN_OFFER if isinstance(listener.ticket.question, Confirm) else SURE_OF_A_WISH
    parts = clauses(listener.message.text)
    if len(parts) < 2 or _about_nothing_we_do(heard, listener.desk):
        return without_explained(heard, catalogue)
    telling = [
        ranked[0]
        for part in parts
        if without_denied(part) != ""
        and "background" not in said(part)
        and (ranked := classifier.rank(part, catalogue.intents.keys(), catalogue.taught))
    ]
    for wish, share in sorted(telling, key=lambda pair: pair[1] < sure):
        if wish in (*heard.wishes, heard.intent):
            continue
        if share >= sure or (share >= SURE_OF_A_CAUSE and catalogue.explaining(wish, heard.wishes)):
            heard = heard.but(wishes=(*heard.wishes, wish)).through("classifier", share, wish)
    heard = without_explained(heard, catalogue)
    return heard.but(between=()) if heard.wishes else _as_a_story(heard, parts, listener, classifier)


def _as_a_story(heard: Heard, parts: tuple[str, ...], listener: Listener, classifier: Classifier) -> Heard:
    """What several clauses tell together, where neither the whole nor any of them says it plainly."""
    if heard.intent or heard.move or listener.ticket.matter:
        return heard
    catalogue = listener.desk.catalogue
    told = told_by([classifier.rank(part, None, catalogue.taught) for part in parts], catalogue.intents.keys())
    if told is None:
        return heard
    intent, share = told
    return heard.but(intent=intent, between=()).through("classifier", share, intent)


def _about_nothing_we_do(heard: Heard, desk: Desk) -> bool:
    """As the ladder found; the classifier's doubt about a whole message says nothing of its clauses."""
    if heard.proposal is None or heard.intent in desk.catalogue.intents:
        return False
    return heard.intent == OUT_OF_SCOPE or heard.proposal.model != CLASSIFIER


def _second_thoughts(heard: Heard, listener: Listener) -> Heard:
    """At a confirmation, and while an order is under way, another value than the one held is a correction, whoever read it,
    unless something else is wished for. What may want a running order back, and a model's word that it does, is a regret."""
    ticket, text = listener.ticket, listener.text
    offer = isinstance(ticket.question, Confirm)
    if not (offer or at_work(ticket)) or heard.consent is not None:
        return heard
    if heard.move == "cancel" and heard.proposal is not None and not offer:
        return heard.but(move="regret")
    if heard.move not in (None, "wait", "condition"):
        return heard
    regretted = not offer and regrets(text)
    other = otherwise(heard.said, ticket) or differing(text, listener.known, ticket, listener.desk)
    if _wishes_something_else(heard, listener):
        heard = heard.but(corrected={**heard.corrected, **other}) if offer else heard
        return heard.but(move="regret") if regretted and _in_few_words(listener) else heard
    if other and (offer or "asks" not in heard.signs):
        return heard.but(move="correct", corrected=other, intent=None, wishes=())
    return heard.but(move="regret") if regretted else heard


def _in_few_words(listener: Listener) -> bool:
    """A wish that somebody makes of a few words that name no matter counts for less than the regret in them."""
    said = plain(listener.text)
    return len(said.words) <= FEW_WORDS and words("matter").isdisjoint(said.vocabulary)


def _wishes_something_else(heard: Heard, listener: Listener) -> bool:
    """Of what a weak guess says, another value in the same words says more."""
    served, ticket = listener.desk.catalogue.served_by, listener.ticket
    root = ticket.matter.root if ticket.matter else None
    if any(served.get(wish) != root for wish in heard.wishes):
        return True
    if heard.intent is None or served.get(heard.intent, root) == root:
        return False
    decision = heard.proposal.decision if heard.proposal else None
    return decision is None or decision.intent != heard.intent or decision.confidence >= SURE_BESIDE_ANOTHER_VALUE
