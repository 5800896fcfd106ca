"""Runs scripted customers against Frontline in this process: the real core and state machines, the sandbox without a socket.

`PYTHONPATH=layers/core python -m tests.support.runbook_here --runs 1000 --seed 7`
"""

import argparse
import contextlib
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from frontline.adapters.llm.classifier import Classifier
from frontline.adapters.operator import Outside, TmfOperator
from frontline.channels.http import ReportBody, response_of
from frontline.train import main as train
from local.operator import SandboxOperator
from local.seed import ORGANISATIONS
from tests.support.caller import Body
from tests.support.runbook import Answer, NotServed, Place, conclude, with_the_rest
from tests.support.sockless import Sockless
from tests.support.world import START, Talk

ACME_US = next(one for one in ORGANISATIONS if one.id == "acme-us").but(address_key="address-key-of-acme-us")


class Here:
    """One conversation. What a report may hold is checked as the HTTP channel checks it."""

    def __init__(self, talk: Talk) -> None:
        self.talk = talk

    def post(self, body: Body) -> Answer:
        if "report" in body:
            try:
                report = ReportBody.model_validate(body["report"])
            except ValidationError as error:
                raise NotServed(f"HTTP 400: {error}") from error
            turn = self.talk.report(report.action, report.result)
        else:
            turn = self.talk.say(str(body["message"]))
        self.talk.ticket_id = turn.ticket.id
        return dict(response_of(turn).model_dump(mode="json", exclude_none=True))

    def later(self) -> Answer | None:
        order = self.talk.turn.order
        if order is None or order.name not in self.talk.machines.executions:
            return None
        return dict(response_of(self.talk.order_ends()).model_dump(mode="json", exclude_none=True))

    def model_calls(self) -> int:
        proposals = [turn.heard.proposal for turn in self.talk.turns if turn.heard.proposal]
        return sum(attempt.model != "classifier" for one in proposals for attempt in one.attempts)


@contextlib.contextmanager
def place(classifier: Classifier, looks: Callable[[Talk], object] = lambda _: None) -> Iterator[Place]:
    """Frontline here, with the trained classifier alone; `looks` sees every talk when it is over."""
    sandbox = Sockless(SandboxOperator(datetime.fromtimestamp(START / 1000, UTC)).serving)
    count = iter(range(1, 1_000_000_000))

    @contextlib.contextmanager
    def converse() -> Iterator[Here]:
        talk = Talk(operator, classifier, (classifier,), ACME_US, conversation=f"{next(count):032x}")
        yield Here(talk)
        looks(talk)

    with contextlib.closing(TmfOperator("http://operator", outside=Outside(client=sandbox.client))) as operator:
        yield Place(converse, sandbox.client())


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.support.runbook_here", description=__doc__)
    parser.add_argument("--classifier", type=Path, help="a folder to keep the trained classifier in")
    options = with_the_rest(parser).parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        kept = (options.classifier or Path(folder)) / "classifier.bin"
        if not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            train([str(kept.parent)])
        with place(Classifier(kept)) as here:
            return conclude(options, here)


if __name__ == "__main__":
    sys.exit(main())
