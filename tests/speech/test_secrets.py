"""Secrets are found wherever they stand in a message, and nothing else is taken for one. To add a sentence, write it into
`secrets.<language>.yaml`, under `hidden` with what is left of it, or under `left_alone`."""

import re
import sys
from datetime import date
from pathlib import Path
from typing import Any, SupportsIndex, overload

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from frontline.speech.secrets import without_secrets
from frontline.speech.when.birth import _day_before
from local.operator.seeds import CUSTOMERS, Customer
from tests.support.chance import some
from tests.support.secrets import secrets_in, shapes

TODAY = date(2026, 11, 16)
ROOT = Path(__file__).parents[2]

TABLES = [yaml.safe_load(file.read_text()) for file in sorted(Path(__file__).parent.glob("secrets.*.yaml"))]
HIDDEN = [pair for table in TABLES for pair in table["hidden"].items()]
LEFT_ALONE = [said for table in TABLES for said in table["left_alone"]]


@pytest.mark.parametrize(("said", "told"), HIDDEN)
def test_a_secret_is_replaced_and_the_rest_stays(said: str, told: str) -> None:
    assert without_secrets(said, TODAY) == told
    assert without_secrets(told, TODAY) == told


@pytest.mark.parametrize("said", LEFT_ALONE)
def test_what_is_no_secret_stays(said: str) -> None:
    assert without_secrets(said, TODAY) == said


def test_a_bare_number_is_hidden_only_while_a_code_is_due() -> None:
    assert without_secrets("it is 482913", TODAY) == "it is 482913"
    assert without_secrets("it is 482913, I paid ₹1199 on 9800000002", TODAY, code_due=True) == (
        "it is [code], I paid ₹1199 on 9800000002"
    )


def test_ordinary_messages_stay_as_they_are() -> None:
    """All examples that the classifier learns from, and all dialogues but for their proofs."""
    examples = [
        line.strip()
        for file in (ROOT / "layers/core/frontline/trades/telecom/examples").glob("*.txt")
        for line in file.read_text().splitlines()
    ]
    dialogues = [
        said
        for file in (ROOT / "tests/conversations").glob("*.yaml")
        for said in _said(yaml.safe_load(file.read_text()))
    ]
    changed = [said for said in (*examples, *dialogues) if without_secrets(said, TODAY) != said]
    assert [said for said in changed if not re.search(r"19\d\d|/78|-78|\b78\b|eighty five|pachasi|पचासी", said)] == []
    assert len(examples) + len(dialogues) > 3000


def _said(spec: Any) -> list[str]:
    if isinstance(spec, dict):
        return [str(spec["say"])] if "say" in spec else [said for value in spec.values() for said in _said(value)]
    return [said for value in spec for said in _said(value)] if isinstance(spec, list) else []


FRAMES = (
    "{name}, {born}",
    "{name} {born}",
    "{born} {name}",
    "my name is {name} and I was born on {born}, why is my bill so high",
    "slow internet. {name}, dob {born}",
    "hi this is {name} born {born} my recharge of 299 on 20 Nov did not arrive on 9800000002",
    "mera naam {name} hai, janm {born}, net nahi chal raha",
    "मेरा नाम {name} है, जन्म तिथि {born}, रिचार्ज नहीं आया",
    "Name: {name}\nDate of birth: {born}\nPlease explain my bill",
)


@given(
    customer=st.sampled_from(CUSTOMERS),
    frame=st.sampled_from(FRAMES),
    shape=st.integers(0, 40),
    digits=st.booleans(),
    low=st.booleans(),
)
def test_no_seeded_customers_proof_is_left_in_any_sentence(
    customer: Customer, frame: str, shape: int, *, digits: bool, low: bool
) -> None:
    born = list(shapes(date.fromisoformat(customer.born)))
    written = born[shape % len(born)]
    if digits:
        written = written.translate({ord("0") + digit: chr(0x966 + digit) for digit in range(10)})
    said = frame.format(name=customer.name.lower() if low else customer.name, born=written)
    told = without_secrets(said, TODAY)
    assert secrets_in(said)
    assert not secrets_in(told)
    assert customer.name.casefold() not in told.casefold()
    assert without_secrets(told, TODAY) == told


PIECES = ("482913", "48", "1985", "30", "jan", "otp", "dob", "cvv", "is", "password", "hunter2", "ravi", "/", "-", ".", ",", ":",
    "\n", "9800000002", "four", "३०", "जनवरी", "जन्म", "कोड", "ß", "ﬁ", "[code]")  # fmt: skip


@given(said=st.lists(st.sampled_from(PIECES) | st.text(max_size=3)).map(" ".join), due=st.booleans())
def test_any_text_gives_one(said: str, *, due: bool) -> None:
    assert isinstance(without_secrets(said, TODAY, code_due=due), str)


HOSTILE = ("1 ", "1 2 3 ", "4111 ", "12 nov ", "jan ", "otp 1 ", "error code 4031 ", "do sau may ", "ravi x1 ", "a,")


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_message_of_four_thousand_characters_is_looked_at_like_any_other(piece: str) -> None:
    """A look whose cost grows with the cube of the length would not come back."""
    said = (piece * 4000)[:3980] + " dob 30 jan 1985"
    assert "1985" not in without_secrets(said, TODAY, code_due=True)


@pytest.mark.parametrize(
    "piece", some([*HOSTILE, "12jan85", "12.03.85 ", "password ", "cvv 2 ", "my name is ravi dob 1.2.85 "], 3)
)
def test_what_is_looked_at_grows_with_the_length_only(piece: str) -> None:
    few, many = ((piece * length)[:length] + " dob 30 jan 1985" for length in (500, 2000))
    without_secrets(few, TODAY, code_due=True)
    assert calls_of(many) < 4.4 * calls_of(few)


def test_the_day_before_a_month_is_looked_for_in_the_few_words_before_it() -> None:
    """A copy of all that was said, for each month, made a text of 200,000 characters take seconds."""
    said = Copied(["twelve", "jan", "85"] * 1000)
    assert list(_day_before(said, 2998)) == [(2997, 2998, 12)]
    assert said.copied < 10


class Copied(tuple[str, ...]):  # noqa: SLOT001  it counts
    """Words that count how many of them were copied."""

    copied = 0

    @overload
    def __getitem__(self, at: SupportsIndex, /) -> str: ...
    @overload
    def __getitem__(self, at: slice, /) -> tuple[str, ...]: ...
    def __getitem__(self, at: SupportsIndex | slice, /) -> str | tuple[str, ...]:
        found = super().__getitem__(at)
        if isinstance(found, tuple):
            self.copied += len(found)
        return found


def calls_of(said: str) -> int:
    """How many functions, ours and Python's own, are called to look at this: a count, not a time."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        without_secrets.__wrapped__(said, TODAY, code_due=True)
    finally:
        sys.setprofile(None)
    return calls
