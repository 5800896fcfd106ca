"""Who is let in, and what counts as an attempt to be."""

from datetime import date
from pathlib import Path

import pytest

from frontline.adapters.operator import MemoryOperator
from frontline.trades.telecom.nouns import Customer
from frontline.trades.telecom.steps.identity import Claim, CodeGiven, check_code, check_identity
from tests.support.world import MemoryGuard
from tests.trades.telecom.steps.people import line, operator

NUMBER = "+919800000001"


@pytest.fixture
def books() -> MemoryOperator:
    return operator(lines=[line()], customers=[Customer(id="c", name="Meena Iyer", born=date(1978, 9, 5))])


def claim(books: MemoryOperator, guard: MemoryGuard, proof: str, asker: str = "somebody") -> str:
    return check_identity(Claim(phone_number=NUMBER, identity_proof=proof, asker=asker), books, guard).result


GUESSES_A_DAY, CODES_A_DAY = 20, 18
RIGHT, WRONG = "Meena Iyer|1978-09-05", "Meena Iyer|1978-09-06"


def test_vouching_for_somebody_else_is_no_attempt(books: MemoryOperator) -> None:
    guard = MemoryGuard()
    assert {claim(books, guard, "customer:another") for _ in range(9)} == {"not_vouched_for"}
    assert not guard.shelf.rows
    assert claim(books, guard, RIGHT) == "identified"


def test_whom_the_channel_vouches_for_is_identified_whoever_tried_what_before(books: MemoryOperator) -> None:
    guard = MemoryGuard()
    for number in range(60):
        claim(books, guard, WRONG, f"attacker {number}")
        claim(books, guard, "code", f"attacker {number}")
    before = dict(guard.shelf.rows)
    verdict = check_identity(Claim(phone_number=NUMBER, identity_proof="customer:c"), books, guard)
    assert (verdict.result, verdict.identified) == ("identified", NUMBER)
    assert guard.shelf.rows == before


def test_three_wrong_guesses_of_one_asker_leave_the_line_open_for_others_and_the_code_for_them(
    books: MemoryOperator,
) -> None:
    guard = MemoryGuard()
    assert [claim(books, guard, WRONG) for _ in range(4)] == ["mismatch"] * 2 + ["tried_too_often"] * 2
    assert claim(books, guard, RIGHT) == "tried_too_often"
    assert claim(books, guard, RIGHT, "the owner") == "identified"
    assert claim(books, guard, "code") == "code_sent"


def test_guesses_from_many_conversations_leave_the_owner_the_code(books: MemoryOperator) -> None:
    guard = MemoryGuard()
    for number in range(12):
        claim(books, guard, WRONG, f"attacker {number}")
    assert claim(books, guard, RIGHT, "the owner") == "line_tried_too_often"
    assert claim(books, guard, "code", "the owner") == "code_sent"
    given = CodeGiven(phone_number=NUMBER, one_time_code=guard.phones.code, asker="the owner")
    assert check_code(given, books, guard).result == "identified"
    guard.now += 15 * 60
    assert claim(books, guard, RIGHT, "the owner") == "identified"


def test_wishes_for_codes_are_spaced_and_never_burn_the_one_already_sent(books: MemoryOperator) -> None:
    guard = MemoryGuard()
    wishes = [claim(books, guard, "code", "the owner") for _ in range(5)]
    assert wishes == ["code_sent"] + ["code_still_good"] * 4
    assert len(guard.phones.texts) == 1
    for number in range(9):
        claim(books, guard, "code", f"attacker {number}")
    assert len(guard.phones.texts) == 3, "the line's phone gets three at once, whoever asks"
    assert claim(books, guard, "code", "another") == "code_later"
    first = guard.phones.texts[0].split()[1]
    assert (
        check_code(CodeGiven(phone_number=NUMBER, one_time_code=first, asker="the owner"), books, guard).result
        == "identified"
    )


def test_a_code_is_good_for_whoever_asked_for_it_alone_and_wrong_ones_burn_only_their_own(
    books: MemoryOperator,
) -> None:
    guard = MemoryGuard()
    claim(books, guard, "code", "the owner")
    code = guard.phones.code
    claim(books, guard, "code", "attacker")

    def told(code: str, asker: str) -> str:
        return check_code(CodeGiven(phone_number=NUMBER, one_time_code=code, asker=asker), books, guard).result

    assert [told(code, "attacker") for _ in range(4)] == ["wrong_code"] * 2 + ["code_over"] * 2
    assert told(code, "the owner") == "identified"
    assert told(code, "the owner") == "code_over", "a code works once"


def test_whoever_guesses_without_end_gets_no_more_than_the_documented_number_a_day(books: MemoryOperator) -> None:
    guard = MemoryGuard()
    for minute in range(24 * 60):
        guard.now = minute * 60
        for number in range(3):
            claim(books, guard, WRONG, f"{minute}/{number}")
        claim(books, guard, "code", f"{minute}")
    looked_at = next(kept.tally.count for id_, kept in guard.shelf.rows.items() if id_.startswith("GUESSES-AT#"))
    assert (looked_at, len(guard.phones.texts)) == (GUESSES_A_DAY, CODES_A_DAY)
    page = (Path(__file__).parents[4] / "docs" / "state.md").read_text()
    assert f"{GUESSES_A_DAY} guesses" in page and f"{CODES_A_DAY} codes" in page


def test_a_code_that_cannot_be_sent_leaves_name_and_date(books: MemoryOperator) -> None:
    guard = MemoryGuard()
    guard._sender = None
    assert claim(books, guard, "code") == "code_unsent"
    assert claim(books, guard, RIGHT) == "identified"
