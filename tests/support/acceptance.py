"""Plays dialogues that were written without sight of the code, and says what of their expectations did not come true.

A hand-over that says why ("moving your number to another operator is something only a colleague can help with") is what was to be
understood where a dialogue expects `out_of_scope`, or an intent of the workflow that has the errand.

`PYTHONPATH=layers/core:. python -m tests.support.acceptance [FILE …] [--show] [--only CLASS] [--reader [--unread FILE]]`
"""

import argparse
import contextlib
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from frontline.adapters.llm.classifier import Classifier
from frontline.adapters.operator import TmfOperator
from frontline.model.action import AskIntent, AskSlot, Confirm, HandOff, Instruct
from frontline.model.message import Customer
from frontline.model.reading import Found, Hearing
from frontline.model.turn import Turn
from frontline.ports import LanguageModel
from frontline.trades.telecom import TRADE
from frontline.trades.telecom.workflows import WORKFLOWS
from frontline.train import main as train
from local.operator import SandboxOperator
from local.operator.seeds import CUSTOMERS
from tests.support.reader import Reader
from tests.support.world import START, Talk

Spec = dict[str, Any]
FOLDER = Path(__file__).parents[1] / "acceptance"
PATIENCE = 12
"""How often the customer answers what is asked before a moment that does not come is given up."""
SHORT_MENU = 5
YES = {"en": "yes", "hi": "हाँ", "hinglish": "haan"}
STILL = {"en": "done, still the same", "hi": "कर दिया, अभी भी वही है", "hinglish": "kar diya, abhi bhi wahi hai"}
MISUNDERSTOOD = frozenset({"not_understood", "again", "unplaced"})
ORDERS = {"roaming": "roaming_activation", "recharge_credit": "recharge_resolution", "recharge": "recharge_resolution"}
FOLLOW_UPS = frozenset({"hand_off", "hand_off_watch", "outage_watch"})
SLOTS = {"city": "region", "number": "phone_number", "phone": "phone_number"}


class Lost(Exception):
    """The moment that a message waits for does not come."""


class Customerlike:
    """Somebody who says what a dialogue has them say, and until its moment comes answers what is asked."""

    def __init__(self, dialogue: Spec, talk: Talk, language: str) -> None:
        self.dialogue, self.talk, self.language = dialogue, talk, language
        self.scripted: list[Turn] = []
        self.replies: list[tuple[str, str]] = []

    def play(self) -> None:
        for step in self.dialogue["steps"]:
            self._until(step.get("at", "next"))
            self.scripted.append(self._say(str(step["say"])))
        if not self._fulfilled():
            with contextlib.suppress(Lost):
                self._until("end")

    def _fulfilled(self) -> bool:
        expect = self.dialogue["expect"]
        waits = expect.get("ordered") not in (None, "none") and not self._orders()
        return not waits and "values" not in expect and not expect.get("ended")

    def _orders(self) -> list[str]:
        """What was begun, but for what only follows a hand-off or an outage."""
        return [turn.order.workflow for turn in self.talk.turns if turn.order and turn.order.workflow not in FOLLOW_UPS]

    def _say(self, words: str) -> Turn:
        turn = self.talk.say(words)
        self.replies.append((words, turn.reply.text))
        return turn

    def _until(self, moment: str) -> None:
        for _ in range(PATIENCE):
            if moment == "next" or (self.talk.turns and self._is(moment)):
                return
            if not self.talk.turns:
                raise Lost(f"nothing is said before {moment}")
            self._cooperate(moment)
        if not self._is(moment):
            raise Lost(f"{moment} does not come; the last was {self.talk.reply!r}")

    def _is(self, moment: str) -> bool:
        turn, question = self.talk.turn, self.talk.ticket.question
        under_way = self.talk.ticket.matter is not None and self.talk.ticket.matter.under_way is not None
        match moment:
            case "offer":
                return isinstance(question, Confirm)
            case "end":
                return self.talk.ticket.closed or (question is None and not under_way)
            case "menu":
                return isinstance(question, AskIntent)
            case "running":
                return under_way
            case "proof" | "number" | "city" | "plan":
                slot = {"proof": "identity_proof", "number": "phone_number", "city": "region", "plan": "plan"}[moment]
                return isinstance(turn.action, AskSlot) and turn.action.slot == slot
        raise ValueError(f"{self.dialogue['id']}: no moment is called {moment!r}")

    def _cooperate(self, moment: str) -> None:
        question, matter = self.talk.ticket.question, self.talk.ticket.matter
        if matter and matter.under_way and question is None:
            if matter.under_way.order not in self.talk.machines.executions:
                raise Lost(f"{matter.under_way.workflow} does not end")
            turn = self.talk.order_ends()
            self.replies.append(("(the order ends)", turn.reply.text))
            return
        number = self.dialogue.get("customer", "9800000001")
        match question:
            case AskSlot(slot="phone_number"):
                self._say(number)
            case AskSlot(slot="identity_proof"):
                who = next(one for one in CUSTOMERS if one.lines[0].number.endswith(number))
                self._say(f"{who.name}, {who.born}")
            case AskSlot(slot="region"):
                self._say("Mumbai")
            case AskSlot():
                options = self.talk.turn.reply.options
                self._say(options[0] if options else YES[self.language])
            case Confirm() if self.dialogue["expect"].get("ordered") != "none":
                self._say(YES[self.language])
            case Instruct():
                self._say(STILL[self.language])
            case _:
                raise Lost(f"{moment} does not come; the last was {self.talk.reply!r}")

    def faults(self) -> list[str]:
        """What of the dialogue's expectations did not come true, in words."""
        return [fault for name, wanted in self.dialogue["expect"].items() if (fault := self._fault(name, wanted))]

    def _fault(self, name: str, wanted: Any) -> str:
        turns = self.talk.turns
        match name:
            case "intent":
                intents = [turn.ticket.matter.intent for turn in turns if turn.ticket.matter]
                accepted = [wanted] if isinstance(wanted, str) else wanted
                if "out_of_scope" in accepted and any("out_of_scope" in keys(turn) for turn in turns):
                    return ""
                if any(_handed_over_for(accepted, turn) for turn in turns):
                    return ""
                if "unknown" in accepted and not intents:
                    return ""
                if self.dialogue["expect"].get("human") and any(turn.ticket.status == "escalated" for turn in turns):
                    return ""
                final = _last_intents(turns)
                served = {_flow(one) for one in accepted} & {_flow(one) for one in final} - {None}
                return "" if served or set(accepted) & final else f"intent {sorted(final)}, not {wanted}"
            case "ordered":
                made = self._orders()
                if wanted == "none":
                    return f"ordered {made}" if made else ""
                return "" if ORDERS.get(wanted, wanted) in made else f"ordered {made}, not {wanted}"
            case "values":
                known = {value for values in _everything_known(turns).values() for value in values}
                lost = {slot: value for slot, value in wanted.items() if not any(_held(value) in one for one in known)}
                return f"not known {lost} of {sorted(known)}" if lost else ""
            case "human":
                handed = any(turn.ticket.status == "escalated" for turn in turns)
                return "" if handed == wanted else f"human is {handed}"
            case "offers":
                best = max((len(set(wanted) & set(_offered(turn))) for turn in turns), default=0)
                return "" if best == len(set(wanted)) else f"offers {best} of {wanted}"
            case "ended":
                done = any(turn.ticket.status in ("cancelled", "resolved") for turn in turns)
                return "" if done == wanted else f"ended is {done}"
            case "never":
                return "; ".join(filter(None, (self._happened(each) for each in wanted)))
        raise ValueError(f"{self.dialogue['id']}: nothing is called {name!r}")

    def _happened(self, what: str) -> str:
        turns, said = self.talk.turns, self.scripted
        match what:
            case "misunderstood":
                bad = next((turn for turn in said if MISUNDERSTOOD & keys(turn)), None)
                return f"misunderstood {bad.message.content.text!r}" if bad else ""  # type: ignore[union-attr]
            case "menu":
                bad = next(
                    (
                        turn
                        for turn in turns
                        if isinstance(turn.action, AskIntent) and len(turn.reply.options) > SHORT_MENU
                    ),
                    None,
                )
                return "a long menu" if bad else ""
            case "repeat":
                pairs = pairwise(turns)
                return "the same sentence twice" if any(a.reply.text == b.reply.text for a, b in pairs) else ""
            case "offer":
                return "an order was offered" if any(isinstance(turn.action, Confirm) for turn in turns) else ""
        raise ValueError(f"{self.dialogue['id']}: never {what!r}")


def _handed_over_for(accepted: Sequence[str], turn: Turn) -> bool:
    """Whether a human takes over what only they can do, of a workflow with such an intent or of none."""
    errand = turn.action.errand if isinstance(turn.action, HandOff) else None
    having = {intent.name for one in WORKFLOWS.values() if errand in one.beyond for intent in one.intents}
    return errand is not None and not {"out_of_scope", *having}.isdisjoint(accepted)


def _flow(intent: str) -> str | None:
    """The workflow that serves it: several intents of one are one matter."""
    return next((one.name for one in WORKFLOWS.values() if any(each.name == intent for each in one.intents)), None)


def _held(value: object) -> str:
    """As a fact holds it: a city as its region."""
    reading = TRADE.slot_types["region"].read(
        Hearing(str(value), datetime.fromtimestamp(START / 1000, UTC), asked=True)
    )
    return str(reading.value) if isinstance(reading, Found) else str(value).casefold()


def keys(turn: Turn) -> set[str]:
    return {line.key for line in turn.lines}


def _last_intents(turns: Sequence[Turn]) -> set[str]:
    """The wishes of the last turn that had any."""
    for turn in reversed(turns):
        if turn.ticket.matters:
            return {matter.intent for matter in turn.ticket.matters}
        if isinstance(turn.heard.intent, str) and turn.heard.intent not in ("unknown", "out_of_scope"):
            return {turn.heard.intent}
    return set()


def _everything_known(turns: Sequence[Turn]) -> dict[str, set[str]]:
    """Values of the last turn's facts and of what orders were given, lower case."""
    known: dict[str, set[str]] = {}
    for turn in turns[-1:]:
        for fact in turn.ticket.facts.known:
            known.setdefault(fact.slot, set()).add(str(fact.value).casefold())
    for turn in turns:
        if turn.order:
            for slot, value in turn.order.inputs.items():
                known.setdefault(slot, set()).add(str(value).casefold())
        if isinstance(turn.action, Confirm) and turn is turns[-1]:
            for slot, value in turn.action.values.items():
                known.setdefault(slot, set()).add(str(value).casefold())
    return known


def _offered(turn: Turn) -> list[str]:
    """The intents whose offers are among the reply's options."""
    intents = (intent for workflow in WORKFLOWS.values() for intent in workflow.intents)
    return [one.name for one in intents if one.offer.fill(turn.ticket.locale, {}) in turn.reply.options]


def dialogues(files: Sequence[Path]) -> Iterator[tuple[str, Spec]]:
    for file in files:
        language = file.name.split(".")[1]
        for dialogue in yaml.safe_load(file.read_text()):
            yield language, dialogue


def played(
    dialogue: Spec,
    language: str,
    operator: TmfOperator,
    sandbox: SandboxOperator,
    classifier: Classifier,
    models: Sequence[LanguageModel] = (),
) -> tuple[Customerlike, list[str]]:
    """One dialogue with fresh books, and what went wrong in it."""
    sandbox.switch("reset")
    vouched = (
        Customer(phone_number=f"+91{dialogue['customer']}")
        if dialogue.get("vouched") and "customer" in dialogue
        else None
    )
    talk = Talk(
        operator,
        classifier,
        (*models, classifier),
        conversation=f"{abs(hash(dialogue['id'])):032x}"[:32],
        customer=vouched,
    )
    who = Customerlike(dialogue, talk, language)
    try:
        who.play()
    except Lost as lost:
        return who, [str(lost), *who.faults()] if talk.turns else [str(lost)]
    return who, who.faults()


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.support.acceptance", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--show", action="store_true", help="the talk of each dialogue that went wrong")
    parser.add_argument("--only", help="one class")
    parser.add_argument("--classifier", type=Path, help="a trained classifier.bin")
    parser.add_argument("--reader", action="store_true", help="with the model that somebody read for on the ladder")
    parser.add_argument("--unread", type=Path, help="where to keep what nobody has read for it yet")
    options = parser.parse_args(arguments)
    reader = Reader() if options.reader else None
    models = [reader.model] if reader else []
    files = options.files or sorted(FOLDER.glob("dialogues.*.yaml"))
    right: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    missed = 0
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        kept = options.classifier or Path(folder) / "classifier.bin"
        if not kept.exists():
            train([str(kept.parent)])
        classifier = Classifier(kept)
        sandbox = SandboxOperator(datetime.fromtimestamp(START / 1000, UTC))
        stack.enter_context(sandbox.serve())
        operator = stack.enter_context(contextlib.closing(TmfOperator(sandbox.url)))
        turns = 0
        for language, dialogue in dialogues(files):
            if options.only and dialogue["class"] != options.only:
                continue
            who, faults = played(dialogue, language, operator, sandbox, classifier, models)
            turns += len(who.talk.turns)
            missed += sum(bool(MISUNDERSTOOD & keys(turn)) for turn in who.talk.turns)
            for group in (dialogue["class"], language, "all"):
                whole[group] += 1
                right[group] += not faults
            if faults:
                print(f"{dialogue['id']} {dialogue['class']}: {' | '.join(faults)}")
                if options.show:
                    for said, reply in who.replies:
                        print(f"    > {said}\n    < {reply!r}")
    for group in sorted(whole):
        print(f"{group:28} {right[group]:4} of {whole[group]:4}  {right[group] / whole[group]:.3f}")
    print(f"misunderstood {missed} times in {turns} turns")
    if reader:
        calls = len(reader.model.calls)
        print(
            f"{calls} calls, {calls / max(1, whole['all']):.2f} a dialogue; {len(reader.unread)} of them nobody has read yet"
        )
        if options.unread:
            reader.keep(options.unread)
    return 0


if __name__ == "__main__":
    sys.exit(main())
