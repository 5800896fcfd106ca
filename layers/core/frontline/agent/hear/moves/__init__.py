"""What a customer can do at every point of every flow, told by fixed phrases; what is not plainly one is left to
others."""

from frontline.agent.hear.moves.abuse import abusive
from frontline.agent.hear.moves.calling_off import calls_off, plainly_regrets, regrets, stops
from frontline.agent.hear.moves.corrections import corrects, new_value
from frontline.agent.hear.moves.human import wants_human
from frontline.agent.hear.moves.phrases import FILLERS, NODS, PHRASES
from frontline.agent.hear.moves.wondering import about_the_offer, assents, lost, wondering
from frontline.model.heard import Move
from frontline.speech.names import Vocabulary, phrases
from frontline.speech.plain import plain
from frontline.speech.readers import said

__all__ = [
    "Move",
    "about_the_offer",
    "acknowledges",
    "assents",
    "calls_off",
    "corrected",
    "lost",
    "plainly_regrets",
    "recognise",
    "regrets",
    "sighs",
    "stops",
    "wondering",
]


_BY_WEIGHT: tuple[Move, ...] = ("human", "cancel", "who", "repeat", "help", "wait", "goodbye", "thanks", "greeting")
_PHRASES = Vocabulary(phrases(PHRASES))
_LONGEST = 20


def sighs(text: str) -> bool:
    """Trouble with the trouble: no answer, and no refusal either. Only asked where nothing answered the open question."""
    return "sighs" in said(text[:1000])


def recognise(text: str) -> Move | None:
    """The move a message *is*, when nothing else of substance is in it. Three may come with other words, because they
    change what may be done with them: a wish for a human, abuse, and a correction of an earlier answer."""
    words = plain(text).words
    if not words:
        return None
    if wants_human(words):
        return "human"
    if corrects(text):
        return "correct"
    return _whole(words) or ("abuse" if abusive(words) else None)


def acknowledges(text: str) -> bool:
    """Nothing but a nod: "ok", "oh it works now", "theek hai ho gaya". Only asked when nothing is open any more."""
    words = plain(text[:200]).words
    return 0 < len(words) <= _LONGEST and NODS.issuperset(words) and "?" not in text


def corrected(text: str) -> str | None:
    """What is left of a correction without the value it takes back; nothing if it names no new one."""
    return new_value(text)


def _whole(words: tuple[str, ...]) -> Move | None:
    """The weightiest move, if phrases of moves and empty words are all there is."""
    if len(words) > _LONGEST or _PHRASES.absent(frozenset(words)):
        return None
    mentions = list(_PHRASES.mentions(words))
    covered = {position for _, start, end in mentions for position in range(start, end)}
    if any(word not in FILLERS for position, word in enumerate(words) if position not in covered):
        return None
    said = {mention.value for mention in mentions}
    return next((move for move in _BY_WEIGHT if move in said), None)
