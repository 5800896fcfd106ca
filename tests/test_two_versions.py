"""Two releases run at once: while one is rolled out, and after a rollback. Neither stumbles over the other's rows, and no
ticket is lost (promise 29)."""

import io
import json
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from frontline.adapters.flows.library import Library
from frontline.journal import rows
from frontline.journal.replay import replayed
from frontline.model.turn import Turn
from frontline.trades.telecom import TRADE
from tests.support.newer import FIELD, all_nouns, with_another_value, with_more_fields, words
from tests.support.release import ROOT, Journal, Release, last_release

Json = dict[str, Any]


@cache
def recorded() -> Release:
    return last_release()


def steps() -> Iterator[tuple[Journal, str, str]]:
    """Every turn of the last release after the first of its conversation: the row before it, and its own."""
    for journal in recorded().journals:
        for before, body in pairwise(journal.bodies):
            if not rows.from_body(body).apart:
                yield journal, before, body


@cache
def taken(journal: Journal, before: str, body: str) -> Turn:
    """The turn of `body` once more, by this code, on the row `before` as it is stored."""
    earlier, turn = rows.from_body(before), rows.from_body(body)
    return replayed(earlier, turn, journal.organisation, TRADE, Library(), digest=rows.digest(before))


def test_every_row_of_the_last_release_is_read_whole_and_stands_on_the_bytes_before_it() -> None:
    for journal in recorded().journals:
        turns = [Turn.model_validate_json(body, extra="forbid") for body in journal.bodies]
        for before, turn in zip(journal.bodies, turns[1:], strict=False):
            assert turn.apart or turn.previous == rows.digest(before), journal.dialogue


def test_a_ticket_of_the_last_release_goes_on_at_any_point_and_what_a_newer_one_added_to_it_stays() -> None:
    """Each step of every dialogue twice: as it was recorded, and on a row with a field more in every noun. Both are the
    same turn, but for those fields; and what belongs to the ticket is written back."""
    for journal, before, body in steps():
        plain = taken(journal, before, body)
        newer = with_more_fields(before)
        again = taken(journal, newer, body)
        place = f"{journal.dialogue}, turn {plain.seq}"
        assert plain.reply.text.strip() and plain.previous == rows.digest(before), place
        assert again.previous == rows.digest(newer), place
        assert again.of_this_release.but(previous=plain.previous) == plain, place
        assert lost(json.loads(newer)["ticket"], json.loads(rows.to_body(again))) == [], place


def lost(before: Json, row: Json) -> list[str]:
    """The nouns of a ticket that it still has in the next row, but without the field that was added to them."""
    after = row["ticket"]
    if before["id"] != after["id"]:
        return []
    gone = [] if FIELD in after else ["ticket"]
    gone += [] if FIELD in after["facts"] else ["facts"]
    for part, same in SAME.items():
        anew = {same(one) for one in row["runs"]} if part == "runs" else set()
        still = {same(one) for one in _list(after, part)} - anew
        whole = {same(one) for one in _list(after, part) if FIELD in one}
        gone += [f"{part} {same(one)}" for one in _list(before, part) if same(one) in still - whole]
    return gone


def _list(ticket: Json, part: str) -> list[Json]:
    found = ticket["facts"]["known"] if part == "facts" else ticket[part]
    return list(found)


SAME: dict[str, Callable[[Json], str]] = {
    "facts": lambda fact: f"{fact['slot']} of turn {fact['turn']}",
    "matters": lambda matter: str(matter["intent"]),
    "runs": lambda run: str((run["node"], run["workflow"], run.get("order"), run.get("outcome") and "ended")),
    "cases": lambda case: f"{case['ticket']} {case.get('number')} {case['workflow']}",
}
"""By what a part of a ticket is known again in the next row."""


def test_a_word_that_only_a_newer_release_knows_loses_no_ticket() -> None:
    """Every field of a row that is one of a few words, with another word in it: the row is read, and the next message gets
    a reply and a row of this release, in the same conversation."""
    tried: set[str] = set()
    for journal, before, body in steps():
        for where, newer in with_another_value(before, tried):
            tried.add(where)
            turn = taken(journal, newer, body)
            written = Turn.model_validate_json(rows.to_body(turn), extra="forbid")
            assert written.reply.text.strip(), where
            assert written.ticket.id.startswith(rows.from_body(before).message.conversation), where
    assert len(tried) > MOST_WORDS * len(WORDS), WORDS - tried


WORDS = {word for noun in all_nouns(Turn) for word in words(noun)}
MOST_WORDS = 0.8
"""A few words are in no row that another one follows."""


def test_the_last_releases_code_goes_on_with_the_rows_of_this_one_and_this_one_with_its(tmp_path: Path) -> None:
    """At any point of every dialogue: a row of this code, with fields that the last release does not know, is taken on by
    the code of that release, and its row is read by this code with all of them."""
    code = code_of(recorded().commit, tmp_path)
    given = [
        (journal, with_more_fields(rows.to_body(taken(journal, before, body))), after)
        for journal in recorded().journals
        for before, body, after in zip(journal.bodies, journal.bodies[1:], journal.bodies[2:], strict=False)
        if not any(rows.from_body(one).apart for one in (before, body, after))
    ]
    lines = [json.dumps([journal.organisation.model_dump(mode="json"), ours, after]) for journal, ours, after in given]
    script = [sys.executable, "-I", "-S", str(ROOT / "tests" / "support" / "taken_on.py"), str(code), *sys.path]
    answer = subprocess.run(script, input="\n".join(lines), check=True, capture_output=True, text=True).stdout
    theirs = [json.loads(line) for line in answer.splitlines()]
    assert len(theirs) == len(given)
    for (journal, ours, _), body in zip(given, theirs, strict=True):
        turn = Turn.model_validate_json(body)
        assert turn.reply.text.strip() and turn.previous == rows.digest(ours), journal.dialogue
        assert lost(json.loads(ours)["ticket"], json.loads(body)) == [], journal.dialogue


def code_of(commit: str, folder: Path) -> Path:
    """The layer as that commit has it. Only where there is no history is there nothing to hold against."""
    git = ["git", "-C", str(ROOT)]
    shallow = subprocess.run(
        [*git, "rev-parse", "--is-shallow-repository"], check=False, capture_output=True, text=True
    )
    if shallow.stdout.strip() != "false":
        pytest.skip("this checkout has no history, so the last release's code is not here")
    archive = subprocess.run([*git, "archive", commit, "layers/core/frontline"], check=False, capture_output=True)
    assert archive.returncode == 0, f"{commit} is no commit here: record the release anew (tests/support/release.py)"
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
        files.extractall(folder, filter="data")
    return folder / "layers" / "core"
