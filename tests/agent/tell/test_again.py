"""What was just said is not said in the same words again, and a question is put once more in fewer words and with a way out."""

from collections.abc import Callable

import pytest

from frontline.agent.tell.feelings import met
from frontline.texts import LOCALES, WORDINGS
from tests.support.stubborn import MESSAGES
from tests.support.world import Talk

Start = Callable[..., Talk]
STILL = ("thanks", "goodbye", "cancel", "who", "wait", "repeat", "gibberish", "a nod", "help", "a greeting")


@pytest.mark.parametrize("opening", [["human"], ["activate international roaming for 9800000001"]])
@pytest.mark.parametrize("kind", STILL)
def test_with_a_colleague_or_at_an_offer_no_two_replies_are_the_same(
    opening: list[str], kind: str, talk: Start
) -> None:
    one = talk()
    for words in opening:
        one.say(words)
    for _ in range(3):
        before = one.reply
        assert one.say(MESSAGES[kind]).reply.text != before


def test_the_second_time_a_question_is_shorter_and_names_a_way_out_and_the_third_a_human(talk: Start) -> None:
    one = talk()
    first = one.say("my internet is slow").reply.text
    second = one.say("🙂").reply.text
    assert first == "Which city are you in?" and second.endswith("And the city? Or write “human”.")
    third = one.say("🙂").reply.text
    assert third.endswith("I still need the city. Or write “human”.") and third.split(".")[0] != second.split(".")[0]
    assert one.say("🙂").ticket.status == "escalated"


def test_a_feeling_has_several_wordings_in_every_language() -> None:
    assert met.__doc__
    for kind in ("anger", "hurry", "money", "sadness", "worry"):
        wordings = WORDINGS[f"feeling.{kind}"]
        assert all(len({text.words(locale) for text in wordings}) >= 3 for locale in LOCALES)
