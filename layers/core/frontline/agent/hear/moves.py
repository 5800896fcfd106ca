"""What a customer can do at every point of every flow, in so many words; what is not plainly one is left to others. The words
are in speech/languages/<code>/: moves, human, abuse, questions, calling_off, language_wish."""

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from frontline.agent.hear.corrections import corrects
from frontline.model.heard import ANOTHER, Move
from frontline.model.reading import Parser
from frontline.model.text import Locale
from frontline.speech.choices.yes_no import says_no_by_sign
from frontline.speech.names import Mention, names_of
from frontline.speech.plain import plain, undrawn
from frontline.speech.readers import said, words

_BY_WEIGHT: tuple[Move, ...] = (
    "callback",
    "human",
    "cancel",
    "who",
    "repeat",
    "help",
    "wait",
    "goodbye",
    "thanks",
    "greeting",
)
_BESIDE = frozenset({"beside", "denied_before", "denied_behind"})
"""What is no language, and yet belongs to a wish for one."""
_LONGEST = 20
_LONGEST_WISH = 12


def recognise(text: str, swapped: Sequence[Parser]) -> Move | None:
    """The move a message *is*, when nothing else of substance is in it. Three may come with other words, because they
    change what may be done with them: a wish for a human, abuse, and a correction of an earlier answer."""
    heard = said(text)
    if "wants_callback" in heard:
        return "callback"
    if "wants_human" in heard:
        return "human"
    if corrects(text, swapped):
        return "correct"
    return _whole(plain(text).words) or ("abuse" if "abuse" in heard else None)


def _whole(spoken: tuple[str, ...]) -> Move | None:
    """The weightiest move, if names of moves and empty words are all there is."""
    named = names_of("moves").mentions(spoken) if len(spoken) <= _LONGEST else ()
    moves = _values_if_all(named, spoken)
    return next((move for move in _BY_WEIGHT if move in moves), None)


def lost(text: str) -> bool:
    """Nothing but a wish for help, whatever else its words could be read as: "I'm not good with phones" is no reading. What
    is copied off a phone in lines and columns is one."""
    return not any(sign in text for sign in "|\n:") and "lost" in said(text)


def calls_off(text: str) -> bool:
    """Whether what is under way is called off: "cancel the payment request", "nhi karna hai", "रुको, मत भेजो". Only asked
    while an order is under way: then these words can only be meant for it."""
    heard = said(undrawn(text))
    return "calls_off" in heard and "goes_on" not in heard


def regrets(text: str) -> bool:
    """Whether there is anything in it that may want an order back. Only asked while one is under way. That something has
    not happened yet tells that we are slow, and regrets nothing."""
    if says_no_by_sign(text):
        return True
    if "?" in text or "goes_on" in said(undrawn(text)):
        return False
    spoken = plain(undrawn(text)).words
    regret, plain_no, not_yet = words("regret"), words("plain_no"), words("not_yet")
    return any(
        word in regret and not (word in plain_no and after in not_yet) for word, after in pairwise((*spoken, ""))
    )


def plainly_regrets(text: str) -> bool:
    """Nothing but a no, whatever it was said to: "no", "nahi ruko", "रुको नहीं", "👎"."""
    whole = undrawn(text)
    return regrets(text) and (not plain(whole).words or "only_regrets" in said(whole))


def stops(text: str) -> bool | None:
    """What is said to "shall I stop it?" beside a yes or no: "haan rok do" and "wait" stop it, "mat roko" does not."""
    heard = said(undrawn(text))
    return False if "goes_on" in heard else True if heard & {"calls_off", "stops"} else None


def wished(text: str, spoken_here: Collection[Locale]) -> str | None:
    """The language that is wished for, when that is all a message says; `another` is one not spoken here. A language denied
    beside a wish for one is none: "no Hindi, English please". "no" denies the language behind it; "nahi" the one before it,
    if there is one."""
    spoken = plain(text).words
    named = names_of("language").mentions(spoken) if len(spoken) <= _LONGEST_WISH else ()
    values = _values_if_all(named, spoken)
    languages = [at for at, value in enumerate(values) if value not in _BESIDE]
    denied: set[int] = set()
    for at, value in enumerate(values):
        before, behind = [one for one in languages if one < at], [one for one in languages if one > at]
        if value == "denied_before" and before:
            denied.add(before[-1])
        elif value in ("denied_before", "denied_behind") and behind:
            denied.add(behind[0])
    meant = {values[at] if values[at] in spoken_here else ANOTHER for at in languages if at not in denied}
    return meant.pop() if len(meant) == 1 else None


def _values_if_all(named: Iterable[Mention], spoken: tuple[str, ...]) -> list[str]:
    """What is named, in order; nothing if a word is left over."""
    found = list(named)
    return [one.value for one in found] if sum(one.end - one.start for one in found) == len(spoken) else []
