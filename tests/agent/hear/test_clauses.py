"""A message with several wishes comes apart; one wish stays whole: the tables `clauses.<code>.yaml`.

To add a message, write it under `parts` with its clauses below it, or under `whole`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontline.agent.hear.clauses import MOST, clauses
from tests.support.tables import sentences, tables

PARTED = [row for heading, below in tables(__file__, "clauses") if heading == "parts" for row in below.items()]


@pytest.mark.parametrize(("text", "parts"), PARTED)
def test_wishes_that_can_stand_alone_are_parted(text: str, parts: list[str]) -> None:
    assert clauses(text) == tuple(parts)


@pytest.mark.parametrize("text", sentences(__file__, "clauses", "whole"))
def test_one_wish_stays_whole(text: str) -> None:
    assert clauses(text) == (text,)


def test_nothing_has_no_clauses() -> None:
    assert clauses("") == clauses("  \n ") == ()


def test_a_long_list_of_wishes_keeps_its_end_in_the_last_clause() -> None:
    parts = clauses(
        " ".join(
            f"wish number {name}." for name in ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta"]
        )
    )
    assert len(parts) == MOST
    assert parts[-1].endswith("wish number theta.")


@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(
            st.sampled_from(["a", "bb", "and", "aur", "also", "plus", ".", ";", "?", "और", "net", "slow", "\n"])
        ).map(" ".join),
    )
)
def test_any_text_comes_apart_without_losing_a_letter_but_connectors(text: str) -> None:
    parts = clauses(text)
    assert len(parts) <= MOST
    position = 0
    for part in parts:
        position = text.index(part, position) + len(part)


@pytest.mark.parametrize("piece", ["and ", "!", ". ", " ", "a and ", "; ", "\n", "also also "])
def test_a_hostile_message_comes_apart_like_any_other(piece: str) -> None:
    assert len(clauses((piece * 4000)[:4000])) <= MOST
