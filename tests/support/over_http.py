"""Plays a dialogue through the embedded stack's endpoint. Every dialogue has an organisation and an operator of its own, so
that nothing one leaves behind reaches another, and several can be played at once."""

import contextlib
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from frontline.channels.http import response_of
from tests.support.backstage import set_the_scene
from tests.support.desks import Desk
from tests.support.dialogues import Dialogue, Spec, expect
from tests.support.exchange import Exchange
from tests.support.promises import keep_all
from tests.support.world import START

TOLD = re.compile(r"\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}\b")
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def needs_this_process(spec: Spec) -> str | None:
    """Why a dialogue cannot be played from outside, by its keys alone."""
    keys = {key for part in (spec, *spec["turns"]) for key in part}
    if "model" in keys:
        return "a scripted model"
    if "wait" in keys:
        return "a clock that is moved"
    if "others" in keys:
        return "what others try"
    if "no_sender" in keys:
        return "a gateway for codes that is away"
    if any("say" in step and step.get("status") == "in_progress" and not step.get("orders") for step in spec["turns"]):
        return "an order that is not through yet"
    begun: Spec = {}
    for step in spec["turns"]:
        begun = step if step.get("orders") else begun
        called_off = step.get("order_ends") == {"status": "stopped"} and "waits" in begun
        if isinstance(step.get("order_ends"), dict) and not called_off:
            return "an outcome that is made up"
    return None


def needs_the_stack_alone(spec: Spec) -> bool:
    """Whether it touches what all organisations share: Step Functions, and where codes are sent."""
    return any("workflows_down" in step or step.get("asks") == "one_time_code" for step in spec["turns"])


def play(dialogue: Dialogue, desk: Desk) -> None:
    """Fails with the place of the first step that did not go as it should, and checks the promises over the journal."""
    spec: Spec = in_our_days(dialogue.spec)
    set_the_scene(spec, desk.sandbox)
    talk = Exchange(spec, desk)
    stuck: Exception | None = None
    try:
        talk.through()
    except Exception as error:  # noqa: BLE001  a step before it may be why, and is named first
        stuck = error
    journal = talk.journal()
    for at, answer in enumerate(talk.answers):
        step = talk.steps[at]
        with at_place(dialogue.place(at)):
            turn = journal[answer["turn"] - 1]
            assert answer == response_of(turn).model_dump(mode="json", exclude_none=True)
            expect(turn, step, f"{step.get('say', 'the order ends')!r} -> {turn.reply.text!r} {turn.action}")
    if stuck:
        with at_place(dialogue.place(len(talk.answers))):
            raise stuck
    with at_place(dialogue.place(0)):
        keep_all(journal, desk.organisation)


@contextlib.contextmanager
def at_place(place: str) -> Iterator[None]:
    """Says where it went wrong."""
    try:
        yield
    except Exception as error:
        raise AssertionError(f"{place}: {type(error).__name__} {error}") from error


def in_our_days(written: Any) -> Any:
    """Dialogues are written for the day of START; the stack lives today. Births are said as they are."""
    ahead = datetime.now(UTC).date() - datetime.fromtimestamp(START / 1000, UTC).date()

    def told(found: re.Match[str]) -> str:
        day = datetime.strptime(found[0], "%d %b %Y").replace(tzinfo=UTC) + ahead
        return f"{day.day} {day:%b %Y}"

    match written:
        case dict():
            return {key: value if key == "say" else in_our_days(value) for key, value in written.items()}
        case list():
            return [in_our_days(one) for one in written]
        case str():
            return TOLD.sub(told, ISO.sub(lambda found: str(date.fromisoformat(found[0]) + ahead), written))
        case _:
            return written
