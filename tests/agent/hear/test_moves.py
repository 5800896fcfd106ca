"""Moves are told when a message is one, and left alone when it carries something else: the tables `moves.<code>.yaml`.

To add a message, write it under the move it is, or under `none`."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontline.agent.hear.corrections import corrected
from frontline.agent.hear.moves import recognise
from frontline.model.catalogue import Catalogue
from frontline.model.heard import Move
from frontline.trades.telecom import TRADE
from tests.support.tables import tables

SWAPPED = Catalogue.of((), trade=TRADE).swapped
TOLD = [(text, move) for move, texts in tables(__file__, "moves") for text in texts]


@pytest.mark.parametrize(("text", "move"), TOLD)
def test_a_message_that_is_a_move_is_told_and_no_other_is(text: str, move: str) -> None:
    assert recognise(text, SWAPPED) == (None if move == "none" else move)


@given(st.text(max_size=200))
def test_any_text_is_a_move_or_none(text: str) -> None:
    assert recognise(text, SWAPPED) in {None, *get_args(Move)}
    assert corrected(text) != ""


@pytest.mark.parametrize(
    "piece",
    ["not ", "nahi ", "talk to ", "from a ", "sorry 1 not ", "i gave you the ", "galat ", "hi ", ", ", "agent se "],
)
def test_a_hostile_message_is_read_like_any_other(piece: str) -> None:
    text = (piece * 4000)[:4000]
    assert recognise(text, SWAPPED) in {None, *get_args(Move)}
    assert corrected(text) != ""
