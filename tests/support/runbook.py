"""Runs scripted customers against Frontline and says whether the runbook was kept: solved or handed over rightly, and phone
and account left as they should be.

`python -m tests.support.runbook --endpoint http://… --key … --operator http://… --runs 1000 --seed 7`
"""

import argparse
import contextlib
import ssl
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from random import Random
from typing import Any, Protocol

import httpx

from tests.support.account import subscriber
from tests.support.caller import PERSONAS, Body, Caller, Instruction, Persona, Reply
from tests.support.expected import expected, mistakes
from tests.support.faults import COMPLAINTS, FAULTS, Combination, some
from tests.support.handset import Handset
from tests.support.runbook_report import Report, summary

MOST_TURNS = 120
Answer = dict[str, Any]


class NotServed(Exception):
    """Frontline refused what a customer sent, or did not answer."""


class Transport(Protocol):
    """One conversation with Frontline."""

    def post(self, body: Body) -> Answer:
        """The customer's next message or report; what comes back, as `POST /v1/turns` has it."""
        ...

    def later(self) -> Answer | None:
        """What Frontline says by itself after it left something in progress; None when nothing comes."""
        ...

    def model_calls(self) -> int:
        """How often a language model was asked so far."""
        ...


@dataclass(frozen=True)
class Place:
    """Where customers are served: how to begin a conversation, and the way to the sandbox operator."""

    converse: Callable[[], contextlib.AbstractContextManager[Transport]]
    operator: httpx.Client


def run(case: Combination, persona: Persona, place: Place, number: str, rng: Random) -> Report:
    """One customer, from the first word to the last."""
    report = Report(case, persona, expected(case))
    with subscriber(place.operator, number, case.body(number)) as customer, place.converse() as transport:
        others = customer.account().others
        caller = Caller(case, persona, Handset(case.phone, customer), number, rng)
        try:
            _converse(caller, transport, report)
            report.model_calls = transport.model_calls()
        except NotServed as error:
            report.wrong.append(f"not served: {error}")
        report.phone, report.account = caller.handset.phone, customer.account()
        report.notes = caller.notes
        report.wrong += [
            *_outcome(report, content=caller.content()),
            *mistakes(case, report.phone, report.account, others),
        ]
    return report


def _converse(caller: Caller, transport: Transport, report: Report) -> None:
    body: Body | None = caller.opening()
    while body is not None:
        if report.turns >= MOST_TURNS:
            report.wrong.append(f"no end after {MOST_TURNS} turns")
            return
        answer = _said(body, caller, transport, report)
        report.status = answer["status"]
        reply = reply_of(answer)
        body = caller.answer(reply)
        report.questions += answer["status"] == "needs_info"


def _said(body: Body, caller: Caller, transport: Transport, report: Report) -> Answer:
    """Until Frontline has said all it has to say."""
    report.turns += 1
    report.transcript.append(f"customer: {body.get('message') or body.get('report')!r}")
    answer = transport.post(body)
    report.transcript.append(_line(answer))
    while answer["status"] == "in_progress":
        caller.meanwhile(reply_of(answer))
        news = transport.later()
        if news is None:
            report.wrong.append("what was in progress never ended")
            return {**answer, "status": "cancelled"}
        answer = news
        report.transcript.append(_line(answer))
    return answer


def reply_of(answer: Answer) -> Reply:
    told = answer["reply"]
    asked = told.get("action")
    action = Instruction(asked["name"], dict(asked.get("arguments") or {})) if asked else None
    return Reply(told.get("text", ""), answer["status"], tuple(told.get("options") or ()), action)


def _line(answer: Answer) -> str:
    asked = answer["reply"].get("action")
    action = f" [{asked['name']} {asked.get('arguments') or ''}]" if asked else ""
    degraded = f" degraded {answer['degraded']}" if answer.get("degraded") else ""
    options = answer["reply"].get("options") or ()
    return f"frontline ({answer['status']}{degraded}): {answer['reply'].get('text', '')}{action}" + (
        f" {list(options)}" if options else ""
    )


def _outcome(report: Report, *, content: bool) -> Iterator[str]:
    wanted = report.expected.outcome
    status = {"solved": "resolved", "escalated": "escalated"}[wanted]
    if report.status != status:
        yield f"to be {wanted}, and ends as {report.status or 'nothing'}"
    if wanted == "solved" and not content:
        yield "the customer's problem is still there"


class OverHttp:
    """One conversation through `POST /v1/turns`. What comes later is fetched from the outbox."""

    def __init__(self, http: httpx.Client, patience: float = 40) -> None:
        self.http, self.patience = http, patience
        self.ticket: str | None = None
        self.heard = 0

    def post(self, body: Body) -> Answer:
        known = {"ticket_id": self.ticket} if self.ticket else {}
        return self._noted(self._json("POST", "/v1/turns", json={**body, **known}, params={"wait": 20}))

    def later(self) -> Answer | None:
        end = time.monotonic() + self.patience
        while time.monotonic() < end:
            news = self._json("GET", f"/v1/tickets/{self.ticket}/outbox", params={"after": self.heard})["messages"]
            if news:
                return self._noted(news[0])
            time.sleep(0.2)
        return None

    def model_calls(self) -> int:
        """As the journal has it; the classifier is no language model."""
        calls, after = 0, 0
        while True:
            page = self._json("GET", f"/v1/tickets/{self.ticket}/turns", params={"after": after} if after else {})
            for turn in page["turns"]:
                attempts = ((turn.get("heard") or {}).get("proposal") or {}).get("attempts", ())
                calls += sum(attempt["model"] != "classifier" for attempt in attempts)
            if not (after := page.get("next") or 0):
                return calls

    def _noted(self, answer: Answer) -> Answer:
        self.ticket = answer["ticket_id"]
        self.heard = max(self.heard, answer["turn"])
        return answer

    def _json(self, method: str, path: str, **request: Any) -> Answer:
        try:
            answer = self.http.request(method, path, **request)
        except httpx.HTTPError as error:
            raise NotServed(repr(error)) from error
        if not answer.is_success:
            raise NotServed(f"HTTP {answer.status_code}: {answer.text[:300]}")
        return dict(answer.json())


@contextlib.contextmanager
def served_at(endpoint: str, key: str, operator_url: str) -> Iterator[Place]:
    """A Frontline and its sandbox operator that run elsewhere."""
    plain = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    clients = [
        httpx.Client(base_url=url, headers=headers, timeout=60, trust_env=False, verify=plain)
        for url, headers in ((endpoint, {"x-api-key": key}), (operator_url, {}))
    ]
    with clients[0] as frontline, clients[1] as operator:
        yield Place(lambda: contextlib.nullcontext(OverHttp(frontline)), operator)


def cases(runs: int, seed: int, options: argparse.Namespace) -> Iterator[tuple[int, Combination, Persona, Random]]:
    """The same for the same seed, one by one: run 17 of seed 3 can be had alone with `--only 17`."""
    for at in range(runs):
        rng = Random(f"{seed}/{at}")
        case = some(rng)
        if options.faults is not None:
            faults = frozenset(fault for fault in FAULTS if fault in options.faults.split(","))
            case = Combination(options.complaint or case.complaint, faults)
        persona = PERSONAS[options.persona or rng.choice(tuple(PERSONAS))]
        if options.only is None or at == options.only:
            yield at, case, persona, rng


def number_of(seed: int, at: int) -> str:
    return f"555-{200 + (seed * 37 + at // 10_000) % 800}-{at % 10_000:04}"


def every(
    runs: Iterable[tuple[int, Combination, Persona, Random]], place: Place, seed: int, parallel: int
) -> Iterator[Report]:
    """All of them, some at the same time."""
    with ThreadPoolExecutor(parallel) as pool:
        yield from pool.map(lambda one: run(one[1], one[2], place, number_of(seed, one[0]), one[3]), runs)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.support.runbook", description=__doc__)
    parser.add_argument("--endpoint", required=True)
    parser.add_argument("--key", required=True, help="of an organisation that has the runbook's flows")
    parser.add_argument("--operator", required=True, help="the sandbox operator's URL, the one this endpoint uses")
    options = with_the_rest(parser).parse_args(arguments)
    with served_at(options.endpoint, options.key, options.operator) as place:
        return conclude(options, place)


def with_the_rest(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--parallel", type=int, default=2)
    parser.add_argument("--show", type=int, default=5, help="how many wrong runs to print")
    parser.add_argument("--only", type=int, help="this run alone, printed")
    parser.add_argument("--persona", choices=tuple(PERSONAS))
    parser.add_argument("--complaint", choices=COMPLAINTS)
    parser.add_argument("--faults", help="always these, by name: mode_2g,vpn_on")
    return parser


def conclude(options: argparse.Namespace, place: Place) -> int:
    """Runs them, prints what came of it, and says 1 if anything was wrong."""
    reports = list(every(cases(options.runs, options.seed, options), place, options.seed, options.parallel))
    shown = [report for report in reports if report.wrong or options.only is not None][: options.show]
    sys.stdout.write("".join(f"{report}\n\n" for report in shown) + summary(reports) + "\n")
    return 1 if any(report.wrong for report in reports) else 0


if __name__ == "__main__":
    sys.exit(main())
