"""What calls off an order that is under way, and what only sounds like it."""

import pytest

from frontline.agent.hear.moves import calls_off


@pytest.mark.parametrize(
    "text",
    ["please cancel the payment request", "no no no cancel", "don't send it", "rehne do mat bhejo", "रुको, मत भेजो",
     "wait, don't send the request", "i changed my mind, stop the request", "mat bhejo request", "cancel karo",
     "actually stop, i will pay at the store", "i dont want it anymore", "cancel it please", "stop", "cancel my order"],
)  # fmt: skip
def test_who_calls_off_is_heard(text: str) -> None:
    assert calls_off(text)


@pytest.mark.parametrize(
    "text",
    ["please don't cancel it", "do not stop", "don't cancel", "cancel mat karna", "stop taking so long", "never mind the delay",
     "kya main cancel kar sakta hu baad me?", "how do i cancel my postpaid connection", "don't stop, please do it fast",
     "don't cancel my dispute", "stop the premium sms", "cancel my connection", "cancel dnd", "when will it come?",
     "request nahi aayi abhi tak", "is it cancelled", "ok"],
)  # fmt: skip
def test_what_only_sounds_like_it_is_not(text: str) -> None:
    assert not calls_off(text)
