"""What a story of several clauses is about: what it tells as a whole, what its clauses tell together, and which of its wishes
another one explains."""

from collections.abc import Collection, Iterable, Sequence

from frontline.model.catalogue import Catalogue
from frontline.model.heard import ADDS, OUT_OF_SCOPE, Heard

Ranked = Sequence[tuple[str, float]]

LIKELY = 0.1
"""Of an intent that it may be."""
MASS = 0.4
"""Of the intents that it may be, all together."""
MOST_BETWEEN = 4
STANDS_OUT, FAR = 0.3, 3
"""How likely an intent must be that stands out, and how many times likelier than the next. On 696 sentences that were written
without sight of the examples it takes 13 of 40 doubtful ones rightly and none wrongly."""
LIKELY_AUTHORED, MASS_OF_AUTHORED, MOST_AUTHORED = 0.02, 0.15, 3
"""The same where the likeliest is an author's intent: a few examples make sure of little, and asking costs less than a menu."""
TOLD_BY_CLAUSES = 0.45
SURE = 0.6
"""Of a wish, so that what is told beside it is not what it comes of."""


def between(ranked: Ranked, catalogue: Catalogue) -> tuple[str, ...]:
    """The few intents that a message can only be about, where it cannot be told about which of them."""
    offered = [(intent, share) for intent, share in ranked if intent in catalogue.intents][:MOST_AUTHORED]
    if offered and offered[0][0] in catalogue.authored:
        told = [(intent, share) for intent, share in offered if share >= LIKELY_AUTHORED]
        enough = len(told) > 1 and sum(share for _, share in told) >= MASS_OF_AUTHORED
        return tuple(intent for intent, _ in told) if enough else ()
    likely = [(intent, share) for intent, share in ranked[:MOST_BETWEEN] if share >= LIKELY]
    if not likely or likely[0][0] not in catalogue.intents:
        return ()
    told = [(intent, share) for intent, share in likely if intent in catalogue.intents]
    return tuple(intent for intent, _ in told) if len(told) > 1 and sum(share for _, share in told) >= MASS else ()


def stands_out(ranked: Ranked, catalogue: Catalogue) -> str | None:
    """The one intent that a message is far likelier about than about anything else, strangers included."""
    (first, share), (_, next_) = (*ranked, ("", 0.0), ("", 0.0))[:2]
    return first if first in catalogue.intents and share >= STANDS_OUT and share >= FAR * next_ else None


def told_by(clauses: Iterable[Ranked], intents: Collection[str]) -> tuple[str, float] | None:
    """What the clauses that say anything tell together, each by how sure it is of it."""
    telling = [ranked for ranked in clauses if ranked and (ranked[0][0] in intents or ranked[0][0] == OUT_OF_SCOPE)]
    shares: dict[str, float] = {}
    for ranked in telling:
        for intent, share in ranked:
            shares[intent] = shares.get(intent, 0.0) + share / len(telling)
    best = max(shares.items(), key=lambda pair: pair[1], default=None)
    return best if best and best[0] in intents and best[1] >= TOLD_BY_CLAUSES else None


def with_its_cause(heard: Heard, catalogue: Catalogue) -> Heard:
    """With what brought it all about as the wish, if that is told in so many words (`causes.<intent>`) beside nothing but what it
    brings with it, or beside nothing that was surely understood; a flow that goes through the same finds it out by itself."""
    told = {one for one in (heard.intent, *heard.wishes) if one is not None and one in catalogue.intents}
    wished = {one for one in told if heard.by.get(one, ("", 1.0))[1] >= SURE}
    for cause, brings in catalogue.trade.explains.items():
        here = f"causes.{cause}" in heard.readers and cause in catalogue.intents and ADDS not in heard.readers
        found_out = here and any(catalogue.meet(cause, one) for one in told)
        if here and not found_out and heard.move is None and wished <= {*brings}:
            return heard.but(intent=cause, wishes=(), between=())
    return heard


def without_explained(heard: Heard, catalogue: Catalogue) -> Heard:
    """What another trouble brings with it, told in one breath, is no wish of its own, unless it is said to be one more. A word
    that says no more than a subject gives way to one that does."""
    wished = [one for one in (heard.intent, *heard.wishes) if one is not None and one in catalogue.intents]
    explained = {one for cause in wished for one in catalogue.trade.explains.get(cause, ())}
    if ADDS in heard.readers:
        explained = set()
    for subject in catalogue.subjects:
        if subject.general and not set(subject.intents).isdisjoint(wished):
            explained.add(subject.general)
    if explained.isdisjoint(wished):
        return heard
    left = [one for one in wished if one not in explained]
    intent = left.pop(0) if heard.intent in explained else heard.intent
    return heard.but(intent=intent, wishes=tuple(one for one in left if one != intent))
