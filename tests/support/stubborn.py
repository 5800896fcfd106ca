"""A customer who says the same thing again and again, at every open question of every flow: how it ends, and when, and that
no two replies on the way are the same.

`PYTHONPATH=layers/core python -m tests.support.stubborn` tries all of it and prints the figures."""

import argparse
import contextlib
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from frontline.adapters.flows.library import Library
from frontline.adapters.llm.classifier import Classifier
from frontline.adapters.operator import TmfOperator
from frontline.agent.bounds import bounded
from frontline.agent.hear.listener import desk_for
from frontline.agent.proceed import ask_intent, proceed
from frontline.agent.tell.speak import speak, told
from frontline.flows.compile import flow_of
from frontline.journal.replay import Drawn
from frontline.model.action import AskIntent, AskSlot, Confirm, Instruct
from frontline.model.base import Variables
from frontline.model.catalogue import Catalogue
from frontline.model.fact import Fact, Facts
from frontline.model.flow import Consent, Elicitation, Flow, Instruction
from frontline.model.organisation import Organisation
from frontline.model.ticket import Matter, Ticket, Utterance
from frontline.ports import Flows
from frontline.trades import catalogue_of
from frontline.train import main as train
from local.operator import SandboxOperator
from local.seed import ORGANISATIONS
from tests.support.graphs import flow_of_document, support_flow
from tests.support.promises import PROMISES
from tests.support.world import START, Talk

END_WITHIN = 12
MESSAGES: dict[str, str] = {
    "nothing": "",
    "a question mark": "?",
    "an emoji": "🙂",
    "a thumb": "👍",
    "gibberish": "asdf qwer zxcv",
    "long text": "well you see it all began a long time ago and then my neighbour told me so " * 12,
    "a wish": "how much data do I have left?",
    "another wish": "I want to change my plan",
    "a wish of the matter's": "my phone has no signal",
    "a city": "Mumbai",
    "a place abroad": "I am abroad in France.",
    "a number": "+1 555 123 2002",
    "another number": "9800000006",
    "an amount": "2",
    "a date": "yesterday",
    "a reading": "two bars of signal",
    "another reading": "data saver is on",
    "done": "done",
    "cannot": "I can't do that",
    "yes": "yes",
    "no": "no",
    "a nod": "ok",
    "no idea": "I don't know",
    "why": "why do you ask that?",
    "help": "help",
    "repeat": "please repeat that",
    "wait": "one second please",
    "wait, in Hindi": "ruko",
    "who": "are you a bot?",
    "a language": "can we speak Hindi?",
    "another language": "do you speak French?",
    "thanks": "thanks",
    "thanks, in Hindi": "धन्यवाद",
    "a greeting": "hello",
    "goodbye": "bye",
    "a sigh": "this is so frustrating",
    "abuse": "you idiot",
    "a correction": "that is wrong",
    "a correction to a value": "no, not Mumbai, it is Delhi",
    "out of scope": "what is the weather tomorrow?",
    "a name": "Ravi Kumar",
    "a code": "482913",
    "the wish for a code": "send me a code",
    "cancel": "cancel",
}
"""Every kind of message; none is a wish for a human."""


SAY_NOTHING = frozenset({"gibberish", "an emoji", "a name"})
A_BREATH = 75
"""How long a question may always be that is put once more: it has an apology and a way out."""


class Stand(NamedTuple):
    """An open question: where a matter waits."""

    organisation: Organisation
    flows: Flows
    flow: str
    node: str

    @property
    def name(self) -> str:
        return f"{self.organisation.id} {self.flow}/{self.node}"

    @property
    def catalogue(self) -> Catalogue:
        return catalogue_of(self.organisation, self.flows.of(self.organisation, ()))


class Ended(NamedTuple):
    """What came of saying it again and again; `turns` is None where there was no end."""

    stand: Stand
    message: str
    turns: int | None
    how: str


MENU = "menu"


def stands() -> Iterator[Stand]:
    """Every question of every workflow and flow of both organisations, and of a flow an author drew; and the menu."""
    authored = ORGANISATIONS[1].but(id="authored", library=())
    offers: list[tuple[Organisation, Flows]] = [(one.but(address_key="key"), Library()) for one in ORGANISATIONS]
    offers.append((authored.but(address_key="key", workflows=("data_balance",)), Drawn((_authored(),))))
    for organisation, flows in offers:
        catalogue = catalogue_of(organisation, flows.of(organisation, ()))
        yield Stand(organisation, flows, MENU, MENU)
        for name in dict.fromkeys(
            reached for root in catalogue.served_by.values() for reached in catalogue.reach(root)
        ):
            for node in flow_of(catalogue, name).nodes:
                if isinstance(node, Elicitation | Instruction | Consent):
                    yield Stand(organisation, flows, name, node.id)


def _authored() -> Flow:
    return flow_of_document({**support_flow(), "intents": [{"name": "help_me", "means": "help", "offer": "Help me"}]})


def planted(stand: Stand, talk: Talk) -> Ticket:
    """A ticket at this very question, as if everything before it had been answered."""
    first = talk.say("hello")
    catalogue, ticket = stand.catalogue, first.ticket
    desk = desk_for(stand.organisation, catalogue, first.message, first.seq)
    asking = ask_intent(ticket)
    if stand.flow != MENU:
        flow = flow_of(catalogue, stand.flow)
        intent = next(name for name, root in catalogue.served_by.items() if stand.flow in catalogue.reach(root))
        found = _found(flow, stand, catalogue)
        matter = Matter(intent=intent, flow=flow.id, flow_hash=flow.hash, node=stand.node, found=found)
        fresh = ticket.but(matters=(matter,), facts=_known(flow, stand), question=None, lost_for_words=0)
        asking = bounded(proceed(fresh, desk), fresh, first.heard, desk)
    assert isinstance(asking.action, AskSlot | Confirm | Instruct | AskIntent), f"{stand.name}: {asking.action}"
    bodies = talk.store._bodies  # type: ignore[attr-defined]
    bodies.clear()
    reply = speak(asking, ticket.locale, catalogue)
    said = (Utterance(who="frontline", text=reply.text, told=told(asking)),)
    talk.turns[:] = [first.but(ticket=asking.ticket.but(transcript=said), action=asking.action, reply=reply)]
    talk.store.append(talk.turn)
    return talk.ticket


def _known(flow: Flow, stand: Stand) -> Facts:
    """The number, and where they are; but not what is asked for."""
    node = flow.node(stand.node)
    number = "+15551232002" if stand.organisation.id != "acme-in" else "+919800000001"
    values = {"phone_number": number, "identified": number, "region": "mumbai"}
    asked = node.slot if isinstance(node, Elicitation) and not node.correcting else None
    return Facts(
        known=tuple(
            Fact(slot=slot, value=value, source="history" if slot == "identified" else "said", turn=1, stable=True)
            for slot, value in values.items()
            if slot != asked
        )
    )


def _found(flow: Flow, stand: Stand, catalogue: Catalogue) -> Variables:
    """What inquiries found on the way: things to choose from, what an order costs."""
    node = flow.node(stand.node)
    if isinstance(node, Elicitation) and catalogue.slots[node.slot].options_from:
        options = [{"value": one, "label": f"The {one} one"} for one in ("first", "second")]
        return {f"{node.slot}_options": json.dumps(options)}
    if isinstance(node, Consent) and (terms := catalogue.workflows[node.workflow].confirm):
        return dict.fromkeys(terms.blanks(), "1")
    return {}


def insist(stand: Stand, kind: str, talk: Talk) -> Ended:
    """The same words until it is over, or nothing is open any more."""
    ticket = planted(stand, talk)
    for number in range(1, END_WITHIN + 1):
        before = talk.reply
        turn = talk.say(MESSAGES[kind])
        if turn.ticket.id != ticket.id:
            return Ended(stand, kind, None, "another ticket")
        if turn.reply.text == before:
            return Ended(stand, kind, None, f"says twice {before!r}")
        if number == 1 and kind in SAY_NOTHING and len(turn.reply.text) > max(len(before), A_BREATH):
            return Ended(stand, kind, None, f"says at more length {turn.reply.text!r}")
        if turn.ticket.question is None and turn.ticket.status != "retry":
            return Ended(stand, kind, number, turn.ticket.status)
    return Ended(stand, kind, None, "no end")


def trials(share: int) -> Iterator[tuple[Stand, str]]:
    """Every `share`-th pair, so that each question and each message has its turn."""
    kinds = tuple(MESSAGES)
    for at, stand in enumerate(stands()):
        yield from ((stand, kind) for of, kind in enumerate(kinds) if (at + of) % share == 0)


def tried(pairs: Sequence[tuple[Stand, str]], operator: TmfOperator, classifier: Classifier) -> Iterator[Ended]:
    """Each in a conversation of its own; what no turn may do is looked for in every journal."""
    for at, (stand, kind) in enumerate(pairs):
        talk = Talk(operator, classifier, (classifier,), stand.organisation, conversation=f"{at:032x}")
        talk.flows = stand.flows
        ended = insist(stand, kind, talk)
        try:
            for number in (9, 21):
                PROMISES[number](talk.turns, stand.organisation, stand.catalogue)
        except AssertionError as broken:
            ended = ended._replace(turns=None, how=str(broken))
        yield ended


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.support.stubborn", description=__doc__)
    parser.add_argument("--share", type=int, default=1, help="every how-manieth pair")
    options = parser.parse_args(arguments)
    pairs = list(trials(options.share))
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as opened:
        train([folder])
        sandbox = SandboxOperator(datetime.fromtimestamp(START / 1000, UTC))
        opened.enter_context(sandbox.serve())
        operator = opened.enter_context(contextlib.closing(TmfOperator(sandbox.url)))
        results = list(tried(pairs, operator, Classifier(Path(folder) / "classifier.bin")))
    endless = [one for one in results if one.turns is None]
    for one in endless:
        sys.stdout.write(f"{one.stand.name}: {one.message}: {one.how}\n")
    turns = sorted(one.turns for one in results if one.turns)
    sys.stdout.write(
        f"{len({pair[0].name for pair in pairs})} questions, {len(results)} trials, {sum(turns)} turns, "
        f"ends {dict(Counter(one.how for one in results))}, longest {turns[-1]}, endless {len(endless)}\n"
    )
    return 1 if endless else 0


if __name__ == "__main__":
    sys.exit(main())
