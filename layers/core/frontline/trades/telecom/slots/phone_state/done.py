"""Whether the customer has done what they were asked to do with their phone. What the phone shows afterwards is read next, so
that doubt goes for `done`; a question, or a plea for time, is neither."""

from collections.abc import Iterator

from frontline.model.reading import Hearing, Reading
from frontline.speech.choices.done import CANNOT, DONE, VERDICTS
from frontline.speech.readers import said
from frontline.trades.telecom.slots.phone_state.claims import Claim, claims
from frontline.trades.telecom.slots.phone_state.clauses import clauses
from frontline.trades.telecom.slots.phone_state.items import items_of
from frontline.trades.telecom.slots.phone_state.moods import asks, bare
from frontline.trades.telecom.slots.phone_state.read_off import found

_SWITCHES = frozenset(
    {"airplane_mode", "mobile_data", "data_roaming", "data_saver", "vpn", "wifi_calling", "wifi", "screen", None}
)


def done(hearing: Hearing) -> Reading:
    """Only as an answer. The last thing that was said of it counts: "hold on… ok, done"."""
    if not hearing.asked:
        return None
    if told := list(_told(hearing.text)):
        return found(told[-1] or None)
    return found(DONE if any(_switched(claim) for claim in claims(hearing.text)) else None)


def _told(text: str) -> Iterator[str]:
    """What each clause says that says something of it."""
    for clause in clauses(text):
        items = items_of(clause.words)
        if clause.question or asks(items):
            continue
        heard, answer = said(" ".join(clause.words)), bare(items)
        if answer and "done.later" not in heard:
            yield DONE if answer == "yes" else CANNOT
        elif told := [verdict for reader, verdict in VERDICTS.items() if reader in heard]:
            yield told[0]


def _switched(claim: Claim) -> bool:
    told = {"on", "off"} | ({"yes", "no"} if claim.subject else set())
    if claim.subject not in {"wifi", "screen"} and {"good", "ok"}.isdisjoint(claim.states):
        told |= {"active", "connected"}
    return claim.subject in _SWITCHES and not told.isdisjoint(claim.states)
