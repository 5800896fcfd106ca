"""A turn decided once more from what its row says was heard, the customer's words being gone."""

from dataclasses import replace

from frontline.agent.course import Course
from frontline.flows.ground import USER_INPUT
from frontline.journal.rehear import Rows
from frontline.journal.replay import Recorded, Silent
from frontline.model.base import Values
from frontline.model.heard import Heard
from frontline.model.mask import HIDDEN
from frontline.model.message import Message, Reported, Said
from frontline.model.organisation import Organisation
from frontline.model.turn import Turn
from frontline.ports import Flows, Loaded, World
from frontline.trades import trade_of
from frontline.turn import decided, hear, open_ticket

OTHER_WORDS = "gibberish? 9800000000, yaar, no: send me the code in Hindi, airplane mode is on"
"""Whoever reads them hears much that was not said."""


def decided_again(before: Turn | None, turn: Turn, organisation: Organisation, flows: Flows) -> Course:
    """From the row's Heard, with the secrets put back that a row hides, and other words in the message's place. An author's
    JavaScript may look at the words, so where a flow does they stay."""
    world = World(organisation, trade_of(organisation), Rows([]), (), Silent(), Recorded(turn), flows=flows)
    loaded = Loaded(before, "", "store" not in turn.degraded)
    ticket, desk, _ = open_ticket(turn.message, loaded, world)
    anew = hear(ticket, turn.message, desk, world, turn.heard)
    _, elsewhere, notes = open_ticket(in_other_words(turn.message), loaded, world)
    if any(USER_INPUT in flow.model_dump_json() for flow in desk.catalogue.flows.values()):
        elsewhere = replace(elsewhere, words=desk.words, words_less_codes=desk.words_less_codes)
    course = decided(before.ticket if before else None, ticket, _whole(turn.heard, anew), elsewhere, world, turn)
    return course.preceded_by(*notes)


def in_other_words(message: Message) -> Message:
    match message.content:
        case Said():
            return message.but(content=Said(text=OTHER_WORDS))
        case Reported(action=action):
            return message.but(content=Reported(action=action, result=OTHER_WORDS))
        case _:
            return message


def _whole(row: Heard, anew: Heard) -> Heard:
    unplaced = anew.unplaced if row.unplaced == HIDDEN else row.unplaced
    said, corrected = _shown(row.said, anew.said), _shown(row.corrected, anew.corrected)
    return row.but(said=said, corrected=corrected, unplaced=unplaced)


def _shown(hidden: Values, values: Values) -> Values:
    return {name: values[name] if value == HIDDEN else value for name, value in hidden.items()}
