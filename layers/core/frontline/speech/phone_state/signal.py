"""How strong the phone's own signal is: none, poor (one bar), fair (two), good (three), excellent (four or more). Service
whose strength nobody tells counts as good: it is there."""

from frontline.speech.phone_state.bars import level_of
from frontline.speech.phone_state.clauses import tokens
from frontline.speech.phone_state.lexicon import named
from frontline.speech.phone_state.read_off import NAMED, best, found, named_of, said_of
from frontline.speech.plain import is_sign
from frontline.speech.readers import words
from frontline.speech.reading import Hearing, Reading


def signal(hearing: Hearing) -> Reading:
    """What came back after there was none counts; in airplane mode there is none."""
    said = said_of("signal", hearing)
    value = best(said)
    current = [one for one in said if not one.past]
    if value == "none" and current and current[-1].weak and current[-1].rank == NAMED:
        value = current[-1].value
    if value is None and hearing.asked:
        value = _counted(hearing.text) or _in_airplane_mode(hearing) or _on_a_network(hearing)
    return found(value)


def _in_airplane_mode(hearing: Hearing) -> str | None:
    return "none" if named_of("airplane_mode", hearing) == "on" else None


def _on_a_network(hearing: Hearing) -> str | None:
    """ "It shows 5G": some signal, then."""
    return "good" if best(said_of("network_type", hearing)) not in (None, "none") else None


def _counted(text: str) -> str | None:
    """A bare number answers how many bars there are."""
    first, *others = [word for word in tokens(text) if word not in words("roughly")] or [""]
    level = level_of(first) if all(is_sign(word) for word in others) else None
    return None if level is None else named("facts")[(f"bars{level}",)].removeprefix("signal ")
