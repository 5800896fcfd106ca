"""What a row keeps of a secret beside the customer's own message: that it was given, and in which turn."""

from frontline.agent.desk import Desk, secret
from frontline.model.base import Values
from frontline.model.heard import Heard
from frontline.model.mask import HIDDEN
from frontline.model.ticket import Ticket


def without_proofs(heard: Heard, before: Ticket | None, desk: Desk) -> Heard:
    """What was heard, less the secrets. A replay reads the message again and needs none of them."""
    unplaced = HIDDEN if heard.unplaced is not None and secret(before, desk) else heard.unplaced
    said, corrected = _hidden(heard.said, desk), _hidden(heard.corrected, desk)
    if (said, corrected, unplaced) == (heard.said, heard.corrected, heard.unplaced):
        return heard
    return heard.but(said=said, corrected=corrected, unplaced=unplaced)


def referred(inputs: Values, ticket: Ticket, desk: Desk) -> Values:
    """The inputs of a run that is over: of a secret, in which turn it was told."""
    turns = {fact.slot: fact.turn for fact in ticket.facts.known}
    secrets = {
        name: f"{HIDDEN} of turn {turns.get(name, desk.seq)}" for name in inputs if name in desk.catalogue.secrets
    }
    return {**inputs, **secrets} if secrets else inputs


def _hidden(values: Values, desk: Desk) -> Values:
    return {name: HIDDEN if name in desk.catalogue.secrets else value for name, value in values.items()}
