"""An order begins with a yes and with nothing else."""

import datetime as dt

import pytest

from frontline.agent.hear.consent import consent
from frontline.slots import SLOT_TYPES, Hearing

NOW = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)


def heard(text: str) -> bool | None:
    return consent(text, SLOT_TYPES["yes_no"](Hearing(text, NOW, asked=True)))


@pytest.mark.parametrize(
    "text",
    ["yes", "Yes please", "ok", "ok do it", "sure, go ahead", "haan", "haan kar do", "ji haan", "theek hai kar dijiye",
     "हाँ", "जी हाँ कर दीजिए", "ठीक है", "👍", "yes credit it", "no problem, go ahead"],
)  # fmt: skip
def test_a_plain_yes_is_one(text: str) -> None:
    assert heard(text) is True


@pytest.mark.parametrize(
    "text",
    ["please do not", "ok I refuse", "haan mana karta hu", "sure not", "alright then forget it", "sure, leave it",
     "do it tomorrow", "ok later", "ok I will think", "हाँ बाद में", "ठीक है सोचता हूँ", "is it ok", "can you do it",
     "ok call me", "ok who are you", "ok mera bill kitna hai", "okay so it was actually 500", "yes 9800000020",
     "yes credit it to 9811111111", "yes?"],
)  # fmt: skip
def test_nothing_else_is_taken_for_a_yes(text: str) -> None:
    assert heard(text) is not True
