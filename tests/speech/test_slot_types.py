"""What slots make of answers is in `slot_types.<language>.yaml`; here is what every type promises, and every pattern."""

import re
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from frontline.model.base import Value
from frontline.model.catalogue import Catalogue
from frontline.model.reading import Found, Hearing
from frontline.model.slot_type import SlotType
from frontline.model.text import Text
from frontline.model.workflow import Slot
from frontline.speech.free.form import BadPattern, form
from frontline.speech.slot_types import GENERAL
from frontline.trades.telecom import TRADE
from tests.support.chance import examples

SATURDAY = datetime(2026, 11, 21, 10, 0, tzinfo=timezone(timedelta(hours=5, minutes=30)))
TABLES: dict[str, dict[str, list[dict[str, Any]]]] = {
    file.stem: yaml.safe_load(file.read_text()) for file in sorted(Path(__file__).parent.glob("slot_types.*.yaml"))
}
CASES = [
    pytest.param(kind, group.get("given", {}), asked, said, value, id=f"{language} {kind} {said}")
    for language, table in TABLES.items()
    for kind, groups in table.items()
    for group in groups
    for asked in (True, False)
    for said, value in group.get("asked" if asked else "unasked", {}).items()
]
FREE = frozenset({"text"})
"""Takes whatever is no move."""


@pytest.mark.parametrize(("kind", "bounds", "asked", "said", "value"), CASES)
def test_a_slot_reads_an_answer_as_the_table_says(
    kind: str, bounds: dict[str, Any], asked: bool, said: str, value: Value | None
) -> None:
    reading = TRADE.slot_types[kind].read(Hearing(said, SATURDAY, asked, **bounds))
    assert (reading and (reading.value if isinstance(reading, Found) else f"unknown: {reading.said}")) == value


def test_every_type_for_authors_has_answers_in_every_language() -> None:
    general = {one.name for one in GENERAL if not one.secret} - {
        "choice",
        "done",
        "period",
        "region",
    }  # they have tables of their own
    assert {language: general - table.keys() for language, table in TABLES.items()} == {
        language: set() for language in TABLES
    }


@pytest.mark.parametrize(
    "question", ["what is a postcode?", "why do you need that?", "यह क्यों चाहिए?", "ye kya hota hai?"]
)
@pytest.mark.parametrize("kind", sorted({one.name for one in GENERAL} - FREE - {"done"}))
def test_a_question_is_no_answer(kind: str, question: str) -> None:
    assert TRADE.slot_types[kind].read(Hearing(question, SATURDAY, asked=True)) is None


def test_what_a_type_does_not_say_is_the_careful_answer() -> None:
    new = SlotType("address", lambda hearing: Found(hearing.text), "12 MG Road, Pune")
    assert (new.shown, new.anywhere, new.by_name, new.said_first) == ("nobody", False, True, False)
    slot = Slot(name="account", type="iban", label=Text.same("x"), question=Text.same("x"), help=Text.same("x"))
    unknown = Catalogue.of((), trade=TRADE).type_of(slot)
    assert (unknown.secret, unknown.read(Hearing("x", SATURDAY, asked=True))) == (True, None)


@pytest.mark.parametrize("one", TRADE.slot_types.values(), ids=TRADE.slot_types)
def test_a_secret_is_shown_to_nobody_and_picked_up_from_nothing(one: SlotType) -> None:
    assert not one.secret or (one.shown == "nobody" and not one.anywhere)


ATOMS = st.sampled_from(["a", "b", "1", ".", r"\d", r"\w", r"\s", r"\W", "[ab]", "[^a1]", "[a-c1]", r"\.", r"[\d-]"])
TIMES = st.sampled_from(["", "", "?", "*", "+", "{2}", "{1,3}", "{2,}", "{0,2}"])
PATTERNS = st.recursive(
    st.tuples(ATOMS, TIMES).map("".join),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map("|".join),
        st.tuples(inner, TIMES).map(lambda pair: f"({pair[0]}){pair[1]}"),
    ),
    max_leaves=5,
)


@given(PATTERNS, st.text(alphabet="ab1c. -", min_size=1, max_size=6))
@examples(400)
def test_a_pattern_takes_what_a_regular_expression_takes(pattern: str, text: str) -> None:
    assert form(pattern).fits(text) is (re.fullmatch(pattern, text) is not None)


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("", "nothing"),
        ("a||b", "nothing"),
        ("(a", "no ')'"),
        ("a)", "closes nothing"),
        ("[", "no ']'"),
        ("[z-a]", "backwards"),
        ("a**", "repeats nothing"),
        ("a+?", "greedy"),
        ("*a", "repeats nothing"),
        ("a{,3}", "how often"),
        ("a{x}", "how often"),
        ("a{3,2}", "less than"),
        (r"(a)\1", "not known"),
        (r"\bab", "not known"),
        ("a\\", "backslash"),
        ("(?=a)", "looking ahead"),
        ("(?P<x>a)", "named groups"),
        ("a$b", "at the end"),
        ("a{101}", "more than 100"),
        ("((((a{9}){9}){9}){9}){9}", "more than 100"),
        ("a" * 101, "longer"),
    ],
)
def test_a_pattern_that_is_none_says_why(pattern: str, why: str) -> None:
    with pytest.raises(BadPattern, match=re.escape(why)):
        form(pattern)


@given(st.text(alphabet="ab1()[]{},|?*+.^$\\-dws", max_size=30))
@examples(400)
def test_any_text_is_a_pattern_or_a_bad_one(pattern: str) -> None:
    with suppress(BadPattern):
        form(pattern).fits("ab1")


@pytest.mark.parametrize("pattern", ["(a+)+b", "(a|a)*b", "(a?){25}a{25}", "(.*)*x", r"(\w+\s?)*!"])
def test_no_pattern_takes_long(pattern: str) -> None:
    """Each takes a backtracking matcher more steps than there are seconds."""
    assert TRADE.slot_types["text"].read(Hearing("a" * 500, SATURDAY, asked=True, pattern=pattern)) is None
    assert TRADE.slot_types["text"].read(Hearing("a1 " * 160, SATURDAY, asked=True, pattern=pattern)) is None
