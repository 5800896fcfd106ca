"""Only the new value of a correction is left of it: the tables `corrections.<code>.yaml`.

To add a correction, write it under `left` with what is left of it, or under `nothing` if it names no new value."""

import pytest

from frontline.agent.hear.corrections import corrected
from tests.support.tables import sentences, tables

LEFT = [pair for heading, below in tables(__file__, "corrections") if heading == "left" for pair in below.items()]


@pytest.mark.parametrize(("text", "left"), LEFT)
def test_only_the_new_value_of_a_correction_is_left(text: str, left: str) -> None:
    assert corrected(text) == left


@pytest.mark.parametrize("text", sentences(__file__, "corrections", "nothing"))
def test_a_correction_that_names_no_new_value_leaves_nothing(text: str) -> None:
    assert corrected(text) is None
