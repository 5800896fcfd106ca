"""Who is let in, and what counts as an attempt to be."""

from datetime import date

import pytest

from frontline.adapters.operator import MemoryOperator
from frontline.model.operator import Customer
from frontline.steps.identity import Claim, check_identity
from tests.steps.people import line, operator
from tests.support.world import MemoryGuard

NUMBER = "+919800000001"


@pytest.fixture
def books() -> MemoryOperator:
    return operator(lines=[line()], customers=[Customer(id="c", name="Meena Iyer", born=date(1978, 9, 5))])


def test_vouching_for_somebody_else_is_no_attempt(books: MemoryOperator) -> None:
    guard = MemoryGuard()
    for _ in range(5):
        verdict = check_identity(Claim(phone_number=NUMBER, identity_proof="customer:another"), books, guard)
        assert verdict.result == "not_vouched_for"
        assert verdict.identified is None
    assert not guard.failures
    right = check_identity(Claim(phone_number=NUMBER, identity_proof="Meena Iyer|1978-09-05"), books, guard)
    assert (right.result, right.identified) == ("identified", NUMBER)


def test_whom_the_channel_vouches_for_is_identified(books: MemoryOperator) -> None:
    verdict = check_identity(Claim(phone_number=NUMBER, identity_proof="customer:c"), books, MemoryGuard())
    assert (verdict.result, verdict.identified) == ("identified", NUMBER)


def test_a_locked_line_opens_for_nobody(books: MemoryOperator) -> None:
    guard = MemoryGuard()
    for day in ("1978-09-06", "1978-09-07", "1978-09-08"):
        check_identity(Claim(phone_number=NUMBER, identity_proof=f"Meena Iyer|{day}"), books, guard)
    for proof in ("Meena Iyer|1978-09-05", "customer:c", "code"):
        assert check_identity(Claim(phone_number=NUMBER, identity_proof=proof), books, guard).result == "locked"
