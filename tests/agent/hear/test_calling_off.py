"""What calls off an order that is under way, and what only sounds like it: the tables `calling_off.<code>.yaml`.

To add a message, write it under `calls_off`, under `asked` or under `goes_on`."""

import pytest

from frontline.agent.hear.moves import calls_off, regrets
from tests.support.tables import sentences


@pytest.mark.parametrize("text", sentences(__file__, "calling_off", "calls_off"))
def test_who_calls_off_is_heard(text: str) -> None:
    assert calls_off(text)


@pytest.mark.parametrize("text", sentences(__file__, "calling_off", "goes_on"))
def test_what_only_sounds_like_it_is_not(text: str) -> None:
    assert not calls_off(text)


@pytest.mark.parametrize("text", sentences(__file__, "calling_off", "asked"))
def test_what_may_be_either_is_asked_about(text: str) -> None:
    assert (calls_off(text), regrets(text)) == (False, True)
