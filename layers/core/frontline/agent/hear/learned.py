"""A move in words that no pattern foresees, as the classifier learned it from examples, where nothing else was heard."""

from frontline.agent.desk import secret
from frontline.agent.hear.answers import at_work
from frontline.agent.hear.corrections import corrected
from frontline.agent.hear.ladder import CLASSIFIER, decided_by_model
from frontline.agent.hear.listener import Listener
from frontline.agent.hear.values import differing
from frontline.model.action import AskIntent, AskSlot, Confirm, ConfirmStop, Instruct, Question
from frontline.model.heard import OUT_OF_SCOPE, Heard
from frontline.model.moment import Moment
from frontline.ports import Classifier
from frontline.speech.names import names_of
from frontline.speech.plain import plain


def with_learned_move(heard: Heard, listener: Listener, classifier: Classifier, earlier: Heard | None) -> Heard:
    """With the move it is sure of, where the words answer nothing, wish for nothing that we do, and no better model read them.
    What was heard of the same message `earlier` stands."""
    if earlier:
        by, _ = earlier.by.get(earlier.move or "", ("", 0.0))
        return earlier if by == CLASSIFIER and heard.move is None else heard.but(signs=earlier.signs)
    if heard.move or heard.consent is not None or heard.intent not in (None, OUT_OF_SCOPE) or decided_by_model(heard):
        return heard
    unknown = heard.unplaced is not None and not secret(listener.ticket, listener.desk)
    if heard.answers(listener.ticket.question) and not (unknown or heard.between):
        return heard
    told = classifier.move(listener.message.text, moment(listener.ticket.question)) if listener.message.text else None
    if told is None:
        return heard
    meant = _meant(told[0], heard, listener)
    if meant.move is None:
        return meant
    bare = meant.but(intent=None, between=(), unplaced=None)
    return bare.through(CLASSIFIER, told[1], meant.move, *meant.corrected)


def moment(question: Question | None) -> Moment:
    """What kind of question is open."""
    match question:
        case None:
            return "nothing"
        case AskIntent():
            return "choice"
        case AskSlot():
            return "slot"
        case Confirm() | ConfirmStop():
            return "confirm"
        case Instruct():
            return "instruct"


def _meant(move: str, heard: Heard, listener: Listener) -> Heard:
    """What comes of it. A refusal of an offer has it asked again, as a condition does; a running order that may be called off
    is asked about, unless it is to go on; a correction has to name what is known otherwise; a question is no wish to hear ours
    once more."""
    ticket = listener.ticket
    offer = isinstance(ticket.question, Confirm)
    match move:
        case "repeat" | "help" | "wait" if ticket.matter and ticket.question is None and not ticket.closed:
            return heard
        case "repeat" if "asks" in heard.signs and isinstance(ticket.question, AskSlot):
            return heard.but(move="help")
        case "human" | "callback" | "repeat" | "help" | "wait" | "thanks" | "goodbye" | "greeting" | "who" | "abuse":
            return heard.but(move=move)
        case "asks" if offer:
            return heard.but(move="asks")
        case "cancel" if "goes_on" in heard.readers:
            return heard
        case "cancel" | "no_but" | "yes_but" if offer:
            return heard.but(move="condition")
        case "cancel" if at_work(ticket):
            return heard if ticket.question else heard.but(move="regret")
        case "cancel" if ticket.question:
            return heard.but(move="cancel")
        case "correct":
            new = differing(corrected(listener.text) or "", listener.known, ticket, listener.desk)
            return heard.but(move="correct", corrected=new) if new and not at_work(ticket) else heard
        case "still_not_working" if ticket.status in ("resolved", "escalated"):
            return heard.but(move="followup")
        case "language":
            return _in_a_language(heard, listener)
        case "objection":
            return heard.but(signs=(*heard.signs, "objects"))
        case "feeling":
            return heard.but(signs=(*heard.signs, "sighs"))
    return heard


def _in_a_language(heard: Heard, listener: Listener) -> Heard:
    """The only one that is named."""
    spoken = listener.desk.organisation.languages
    named = {one.value for one in names_of("language").mentions(plain(listener.text).words)} & set(spoken)
    if len(named) != 1:
        return heard
    language = named.pop()
    return heard.but(move="language", language=language, locale=language)
