"""What every store behind the port does, so that a fake cannot promise what the table does not keep."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from frontline.journal import rows
from frontline.model.errors import LostRace, TooNew
from tests.contracts.store_bench import BENCHES, Bench


@pytest.fixture(params=["memory", "fallback", "moto", "emulator"])
def bench(request: pytest.FixtureRequest) -> Iterator[Bench]:
    with BENCHES[request.param](request) as made:
        yield made


def test_nobody_knows_a_conversation_before_its_first_turn(bench: Bench) -> None:
    assert bench.store.newest("acme-in", bench.conversation) == (None, "", True)
    assert bench.store.turn("acme-in", bench.conversation, 1) is None
    assert bench.journal() == []
    assert bench.store.erase("acme-in", bench.conversation) == 0


def test_what_is_committed_is_read_at_once_and_unchanged(bench: Bench) -> None:
    first, second = bench.turn(1), bench.turn(2, "नमस्ते “quoted” \\ \u0000 😀")
    bench.keep(first, second)
    newest, digest, durable = bench.store.newest("acme-in", bench.conversation)
    assert (newest, durable) == (second, True)
    assert digest == rows.digest(rows.to_body(second))
    assert bench.store.turn("acme-in", bench.conversation, 1) == first


def test_a_number_is_taken_once(bench: Bench) -> None:
    bench.keep(bench.turn(1, "the winner"))
    with pytest.raises(LostRace):
        bench.keep(bench.turn(1, "the loser"))
    assert [turn.message.text for turn in bench.journal()] == ["the winner"]


def test_a_commit_whose_answer_was_lost_is_retried_with_success(bench: Bench) -> None:
    bench.keep(bench.turn(1), bench.turn(1))
    assert len(bench.journal()) == 1


def test_of_many_who_write_at_once_one_wins(bench: Bench) -> None:
    def attempt(number: int) -> bool:
        try:
            bench.keep(bench.turn(1, f"writer {number}"))
        except LostRace:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        won = list(pool.map(attempt, range(8)))
    assert sum(won) == 1
    assert bench.journal()[0].message.text == f"writer {won.index(True)}"


def test_a_long_journal_comes_whole_and_in_order(bench: Bench) -> None:
    """More than DynamoDB gives in one page, and more than nine rows, so that 10 does not sort before 2."""
    bench.keep(*(bench.turn(seq, "x" * 110_000) for seq in range(1, 13)))
    assert [turn.seq for turn in bench.journal()] == list(range(1, 13))
    newest = bench.store.newest("acme-in", bench.conversation).turn
    assert newest and newest.seq == 12


@pytest.mark.parametrize(("after", "seqs"), [(0, [1, 2, 3]), (1, [2, 3]), (3, []), (9, [])])
def test_a_journal_is_read_from_any_row_on(bench: Bench, after: int, seqs: list[int]) -> None:
    bench.keep(*(bench.turn(seq) for seq in (1, 2, 3)))
    assert [turn.seq for turn in bench.store.journal("acme-in", bench.conversation, after)] == seqs


def test_an_organisation_sees_reaches_and_influences_only_its_own(bench: Bench) -> None:
    ours, theirs = bench.turn(1, "ours"), bench.turn(1, "theirs", "globex")
    bench.keep(ours)
    assert bench.store.newest("globex", bench.conversation).turn is None
    assert bench.store.turn("globex", bench.conversation, 1) is None
    assert bench.journal("globex") == []
    assert bench.store.erase("globex", bench.conversation) == 0
    bench.keep(theirs)
    assert bench.store.erase("globex", bench.conversation) == 1
    assert bench.journal() == [ours]


def test_erasure_forgets_the_customer_and_keeps_the_count(bench: Bench) -> None:
    bench.keep(*(bench.turn(seq, "my number is 9800000007", ordinal=seq) for seq in range(1, 12)))
    assert bench.store.erase("acme-in", bench.conversation) == 11
    (left,) = bench.journal()
    assert (left.seq, left.ticket.ordinal, left.ticket.closed) == (12, 11, True)
    body = left.model_dump_json().replace(bench.conversation, "")
    assert [trace for trace in ("98000", "customer-7", "reply 11", "m11") if trace in body] == []
    bench.keep(bench.turn(13, ordinal=12))
    assert [turn.seq for turn in bench.journal()] == [12, 13]


def test_what_is_erased_twice_stays_erased_and_the_count_still_grows(bench: Bench) -> None:
    bench.keep(bench.turn(1), bench.turn(2))
    assert [bench.store.erase("acme-in", bench.conversation) for _ in range(3)] == [2, 0, 0]
    (left,) = bench.journal()
    assert left.seq == 3
    with pytest.raises(LostRace):
        bench.keep(bench.turn(left.seq))


def test_who_still_stood_before_an_erasure_writes_nothing_into_its_past(bench: Bench) -> None:
    """A slow turn, or one that was kept in memory, has a number that was taken when all was erased."""
    bench.keep(bench.turn(1), bench.turn(2), bench.turn(3))
    bench.store.erase("acme-in", bench.conversation)
    bench.store.erase("acme-in", bench.conversation)
    for seq in (1, 2, 3, 4):
        with pytest.raises(LostRace):
            bench.keep(bench.turn(seq, "my number is 9800000007"))
        assert bench.store.turn("acme-in", bench.conversation, seq) in (None, *bench.journal())
    (left,) = bench.journal()
    assert left.forgotten


def test_an_older_row_is_migrated_when_it_is_read_and_never_in_place(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn = bench.turn(1)
    old = json.loads(rows.to_body(turn)) | {"schema_version": 0}
    old["answer"] = old.pop("reply")
    body = json.dumps(old)
    monkeypatch.setitem(
        rows.MIGRATIONS, 0, lambda raw: {key: raw[key] for key in raw if key != "answer"} | _now_named(raw)
    )
    bench.lay("acme-in", bench.conversation, 1, body)
    newest, digest, _ = bench.store.newest("acme-in", bench.conversation)
    assert newest == turn
    assert digest == rows.digest(body), "the chain hangs on the bytes that lie in the table"
    assert bench.journal() == [turn]
    assert bench.store.turn("acme-in", bench.conversation, 1) == turn


def _now_named(raw: rows.Body) -> rows.Body:
    return {"reply": raw["answer"], "schema_version": 1}


def test_a_row_of_a_schema_nobody_knows_is_refused_by_name(bench: Bench) -> None:
    body = rows.to_body(bench.turn(1)).replace('"schema_version":1', '"schema_version":99', 1)
    bench.lay("acme-in", bench.conversation, 1, body)
    with pytest.raises(TooNew, match="99"):
        bench.store.newest("acme-in", bench.conversation)
