"""An order begins with a yes to it and with nothing else: the tables `consent.<code>.yaml`.

To add a sentence, write it under `yes` (a yes to any order), `yes to` (to this order, in its own words), `no yes` or `no yes to`
(taken for a yes by no order, by not this one), `asked again at` (neither yes nor no to this order), or `no` and `no to` (a
refusal of any order, of this one)."""

import datetime as dt

import pytest

from frontline.agent.hear.consent import agrees, consent
from frontline.model.action import Confirm
from frontline.model.base import Values
from frontline.model.reading import Hearing
from frontline.speech.readers import LONGEST, spellings, words
from frontline.trades.telecom import TRADE
from frontline.trades.telecom.workflows import WORKFLOWS
from tests.support.tables import sentences, sentences_of

NOW = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)
NUMBER = "+919800000002"
ASKED: dict[str, Values] = {
    "recharge_resolution": {"phone_number": NUMBER, "paid": "₹299"},
    "payment_request": {"owed": "₹450.82", "billed": "2026-09-27"},
    "line_restart": {"phone_number": NUMBER},
    "plan_change": {"phone_number": NUMBER, "plan_name": "Postpaid 999", "price": "₹999", "price_now": "₹599"},
    "charge_dispute": {"disputed": "₹2,998", "unusual": "roaming"},
    "data_refuel": {"phone_number": NUMBER, "gigabytes": "2", "price": "₹40"},
    "roaming_activation": {"phone_number": NUMBER},
    "do_not_disturb": {"phone_number": NUMBER},
    "sim_replacement": {"phone_number": NUMBER},
}
DENYING = sorted(words("denies") | words("refusing"))


def heard(text: str, workflow: str = "recharge_resolution", asked: Values | None = None) -> bool | None:
    reading = TRADE.slot_types["yes_no"].read(Hearing(text, NOW, asked=True))
    return consent(text, reading, WORKFLOWS[workflow], Confirm(workflow=workflow, values=asked or ASKED[workflow]))


@pytest.mark.parametrize("text", sentences(__file__, "consent", "yes"))
def test_a_plain_yes_is_one(text: str) -> None:
    assert {workflow: heard(text, workflow) for workflow in ASKED} == dict.fromkeys(ASKED, True)


@pytest.mark.parametrize(("workflow", "text"), sentences_of(__file__, "consent", "yes to"))
def test_the_orders_own_words_agree_to_it(workflow: str, text: str) -> None:
    assert heard(text, workflow) is True


@pytest.mark.parametrize(("workflow", "text"), sentences_of(__file__, "consent", "asked again at"))
def test_a_yes_to_something_else_is_none(workflow: str, text: str) -> None:
    assert heard(text, workflow) is None


@pytest.mark.parametrize(("workflow", "text"), sentences_of(__file__, "consent", "no yes to"))
def test_who_is_content_or_wonders_agrees_to_nothing(workflow: str, text: str) -> None:
    assert heard(text, workflow) is not True


@pytest.mark.parametrize("text", sentences(__file__, "consent", "no yes"))
def test_nothing_else_is_taken_for_a_yes(text: str) -> None:
    assert [workflow for workflow in ASKED if heard(text, workflow) is True] == []


@pytest.mark.parametrize("text", sentences(__file__, "consent", "no"))
def test_a_refusal_is_heard(text: str) -> None:
    assert heard(text) is False


@pytest.mark.parametrize(("workflow", "text"), sentences_of(__file__, "consent", "no to"))
def test_an_order_is_refused_in_its_own_words(workflow: str, text: str) -> None:
    assert heard(text, workflow) is False


def test_no_word_that_agrees_can_deny() -> None:
    """But in set phrases: "why not", "no problem"."""
    agreeing = spellings("consent_word") - spellings("yes_set_phrase") - spellings("do_set_phrase")
    assert [" ".join(spelling) for spelling in agreeing if not set(DENYING).isdisjoint(spelling)] == []


@pytest.mark.parametrize("word", DENYING)
def test_a_word_that_denies_undoes_any_yes(word: str) -> None:
    yeses = ("yes do it", "haan kar do ji", "हाँ कर दीजिए जी", "ok sir", "yes why not", "no problem go ahead")
    for told in (yes.split() for yes in yeses):
        denied = [" ".join([*told[:at], word, *told[at:]]) for at in range(len(told) + 1)]
        assert [text for text in denied if heard(text) is True or agrees(text)] == []


def test_a_name_in_the_question_does_not_teach_a_denial_to_agree() -> None:
    named: Values = {**ASKED["plan_change"], "plan_name": "No Limits"}
    assert heard("yes change to limits", "plan_change", named) is True
    assert heard("no do it", "plan_change", named) is not True


def test_a_yes_is_heard_to_its_end() -> None:
    assert heard(f"{'yes ' * LONGEST}no") is not True
    assert not agrees(f"{'haan ' * LONGEST}mat karo")
