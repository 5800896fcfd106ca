"""A wish in place of the one that is open or was just dealt with: "leave the data, better a bigger plan", "pay nahi, bas dekhna
tha": the words for it, and another matter that is clear in the rest of the message."""

from collections.abc import Iterable, Iterator

from frontline.agent.desk import secret
from frontline.agent.hear.asking import asked_about
from frontline.agent.hear.listener import Listener
from frontline.model.heard import Heard
from frontline.model.ticket import Ticket
from frontline.ports import Classifier
from frontline.speech.placed import split
from frontline.speech.plain import plain
from frontline.speech.readers import said

SURE_OF_ANOTHER = 0.75
SURE_BESIDE_THE_DENIED = 0.6
LEAST_LEFT = 0.3
"""What must speak for something else than the matter that is not meant."""
LEAST = 2
"""A wish takes as many words as this."""
_NO_WISH = frozenset({"drops_it", "denied_whole", "means_another", "sees_to_it_themselves"})


def wished_instead(heard: Heard, listener: Listener, classifier: Classifier, earlier: Heard | None) -> Heard | None:
    """The other wish, with the open matter dropped; None where there is none. A yes stays one, and an order goes on. What was
    found `earlier` stands."""
    ticket = listener.ticket
    refuses_a_proof = "objects" in heard.signs and secret(ticket, listener.desk)
    if "wishes_instead" not in heard.readers or not _may_be_dropped(ticket) or heard.corrected or refuses_a_proof:
        return None
    if heard.answers(ticket.question) and heard.consent is not False:
        return None
    found = (earlier.intent, *earlier.by.get(earlier.intent, ("", 0.0))) if earlier and earlier.intent else None
    if earlier and not (earlier.drops and found):
        return None
    wish, who, share = found or _clearest(listener, classifier)
    catalogue, matter = listener.desk.catalogue, ticket.matter
    flow = catalogue.served_by.get(wish)
    if flow is None or share < SURE_OF_ANOTHER or (matter is not None and flow == matter.root):
        return None
    kept = {slot: value for slot, value in heard.said.items() if slot in catalogue.wanted_by(flow)}
    bare = heard.but(move=None, consent=None, unplaced=None, corrected={}, said=kept, wishes=(), asks=(), errand=None)
    return bare.but(intent=wish, drops=True).through(who, share, wish)


def _may_be_dropped(ticket: Ticket) -> bool:
    """An open matter that no order runs for, or none."""
    return not (ticket.matter and ticket.matter.under_way)


def _clearest(listener: Listener, classifier: Classifier) -> tuple[str, str, float]:
    """The likeliest intent of the likeliest flow of any stretch; where none is clear by itself, of one said of the open matter,
    which is not meant: "not pay, just wanted to see why it is so high"."""
    stretches = dict.fromkeys(_stretches(listener.message.text))
    best = _best(stretches, listener, classifier)
    if (
        best[1] < SURE_OF_ANOTHER
        and (matter := listener.ticket.matter)
        and matter.intent in listener.desk.catalogue.intents
    ):
        of_it = listener.desk.catalogue.intents[matter.intent].offer.words(listener.ticket.locale)
        told = _best([f"{of_it} {stretch}" for stretch in stretches], listener, classifier, denied=matter.root)
        best = (told[0], SURE_OF_ANOTHER) if told[1] >= SURE_BESIDE_THE_DENIED else best
    return best[0], "classifier", min(best[1], 1.0)


def _best(
    stretches: Iterable[str], listener: Listener, classifier: Classifier, denied: str | None = None
) -> tuple[str, float]:
    """With all that speaks for its flow; beside one that is `denied`, of what does not speak for that. A stretch that is of the
    open matter ("sim to theek hai") is none of another."""
    catalogue, matter = listener.desk.catalogue, listener.ticket.matter
    best = ("", 0.0)
    for stretch in stretches:
        ranked = classifier.rank(stretch, catalogue.intents.keys(), catalogue.taught)
        mass: dict[str, float] = {}
        for intent, share in ranked:
            mass[catalogue.served_by[intent]] = mass.get(catalogue.served_by[intent], 0.0) + share
        left = 1 - mass.get(denied or "", 0.0)
        for intent in (
            [one for one, _ in ranked if catalogue.served_by[one] != denied][:1] if left >= LEAST_LEFT else []
        ):
            if matter is None or catalogue.served_by[intent] != matter.root:
                best = max(best, (intent, mass[catalogue.served_by[intent]] / left), key=lambda one: one[1])
    return best


def _stretches(text: str) -> Iterator[str]:
    """What may be wished for: each part, and all of them, from the first on that is neither denied nor dropped."""
    parts = [part for part in split(text[:1000], "turn", ",;.!?।\n–—…") if plain(part).words]
    since = next((at for at, part in enumerate(parts) if not _dropped(part)), len(parts))
    for part in (*(part for part in parts[since:] if not _dropped(part)), " ".join(parts[since:])):
        if len(plain(part).words) >= LEAST:
            yield part


def _dropped(part: str) -> bool:
    """Whether it is denied or dropped, or said of what is offered: "not signal exactly", "pay nahi", "leave the data",
    "too expensive"."""
    return not _NO_WISH.isdisjoint(said(part)) or bool(asked_about(part))
