"""How strong the phone's own signal is: none, poor (one bar), fair (two), good (three), excellent (four or more); service whose
strength nobody tells counts as good: it is there. And the generation of network it is on, and the best it may be on."""

from frontline.model.reading import Found, Hearing, Reading
from frontline.speech.names import table_of
from frontline.speech.plain import is_sign, plain
from frontline.speech.readers import words
from frontline.trades.telecom.slots.phone_state.bars import level_of
from frontline.trades.telecom.slots.phone_state.claims import claims
from frontline.trades.telecom.slots.phone_state.clauses import tokens
from frontline.trades.telecom.slots.phone_state.read_off import NAMED, best, found, meant, named_of, said_of
from frontline.trades.telecom.slots.phone_state.switches import listed


def signal(hearing: Hearing) -> Reading:
    """What came back after there was none counts; in airplane mode there is none; and on a network ("5G") there is some."""
    said = said_of("signal", hearing)
    value = best(said)
    current = [one for one in said if not one.past]
    if value == "none" and current and current[-1].weak and current[-1].rank == NAMED:
        value = current[-1].value
    if value is None and hearing.asked:
        value = _counted(hearing.text) or ("none" if named_of("airplane_mode", hearing) == "on" else None)
        value = value or ("good" if best(said_of("network_type", hearing)) not in (None, "none") else None)
    return found(value)


def _counted(text: str) -> str | None:
    """A bare number answers how many bars there are."""
    first, *others = [word for word in tokens(text) if word not in words("roughly")] or [""]
    level = level_of(first) if all(is_sign(word) for word in others) else None
    return None if level is None else table_of("handset.facts")[(f"bars{level}",)].removeprefix("signal ")


def network_type(hearing: Hearing) -> Reading:
    """Without a signal there is none."""
    shown = hearing.asked or listed(hearing.text)
    value = best(said_of("network_type", hearing._replace(asked=shown)))
    if value is None and hearing.asked:
        told = plain(hearing.text[:60]).words
        letters = [table_of("handset.letters")[(word,)] for word in told if (word,) in table_of("handset.letters")]
        value = letters[0] if letters and len(told) <= 5 else "none" if signal(hearing) == Found("none") else None
    return found(value)


def network_mode(hearing: Hearing) -> Reading:
    """ "4g_5g_preferred" includes 5G. What is named last counts: "it was 2G only, I set it to 4G/5G"."""
    allowed = {"network_mode", "network_type", None} if hearing.asked else {"network_mode"}
    told = [
        (one, value) for one in claims(hearing.text) if one.subject in allowed and (value := meant(one, "network_mode"))
    ]
    told = [one for one in told if one[0].subject == "network_mode"] or told
    told = [one for one in told if not one[0].past] or (told if hearing.asked else [])
    last = [value for claim, value in told if claim.sentence == told[-1][0].sentence]
    return found(max([value for value in last if not value.endswith("~")] or last, default="").rstrip("~") or None)
