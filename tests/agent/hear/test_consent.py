"""An order begins with a yes to it and with nothing else."""

import datetime as dt

import pytest

from frontline.agent.hear.consent import consent
from frontline.model.action import Confirm
from frontline.model.base import Values
from frontline.speech.slot_types import SLOT_TYPES, Hearing
from frontline.workflows import CATALOGUE

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


def heard(text: str, workflow: str = "recharge_resolution") -> bool | None:
    reading = SLOT_TYPES["yes_no"].read(Hearing(text, NOW, asked=True))
    return consent(text, reading, CATALOGUE[workflow], Confirm(workflow=workflow, values=ASKED[workflow]))


@pytest.mark.parametrize("workflow", ASKED)
@pytest.mark.parametrize(
    "text",
    ["yes", "Yes please", "ok", "ok do it", "sure, go ahead", "haan", "haan kar do", "ji haan", "theek hai kar dijiye",
     "हाँ", "जी हाँ कर दीजिए", "ठीक है", "👍", "no problem, go ahead", "yes sir", "ok madam", "haan bhai kar do", "YESSSSS",
     "haan ji please kar dijiye na", "yes please thanks", "haan jaldi karo", "हाँ तुरंत कीजिए", "हाँ जी कर दीजिये जल्दी",
     "yes kindly do the needful", "yeah that would be great", "yes thank you so much", "go on", "yes go ahead please",
     "yes, that's right"],
)  # fmt: skip
def test_a_plain_yes_is_one(text: str, workflow: str) -> None:
    assert heard(text, workflow) is True


@pytest.mark.parametrize(
    ("workflow", "text"),
    [
        ("recharge_resolution", "yes credit it"),
        ("recharge_resolution", "yes credit 299"),
        ("recharge_resolution", "yes credit it to my number"),
        ("recharge_resolution", "haan 9800000002 pe hi kar do"),
        ("payment_request", "haan bhejo"),
        ("payment_request", "bhej do"),
        ("payment_request", "send it please"),
        ("line_restart", "haan chalu kar do"),
        ("plan_change", "yes change it"),
        ("plan_change", "yes go with 999"),
        ("plan_change", "haan badal do"),
        ("plan_change", "हाँ बदल दो"),
        ("charge_dispute", "yes please dispute"),
        ("charge_dispute", "yes these are wrong"),
        ("charge_dispute", "haan ye galat charge hai"),
        ("charge_dispute", "haan complaint darj karo"),
        ("data_refuel", "haan 2 gb kar do"),
        ("data_refuel", "haan daal do"),
        ("data_refuel", "haan laga do"),
        ("roaming_activation", "yes, turn it on"),
        ("roaming_activation", "haan chalu karo"),
        ("roaming_activation", "हाँ चालू कर दो"),
        ("do_not_disturb", "haan laga do"),
        ("charge_dispute", "yes raise a dispute"),
        ("sim_replacement", "yes order a new sim"),
        ("sim_replacement", "yes send me a new one"),
        ("recharge_resolution", "hmm ok yes do it"),
        ("recharge_resolution", "yes why not"),
        ("sim_replacement", "haan mangwa do"),
        ("sim_replacement", "हाँ मँगवा दीजिए"),
    ],
)
def test_the_orders_own_words_agree_to_it(workflow: str, text: str) -> None:
    assert heard(text, workflow) is True


@pytest.mark.parametrize(
    ("workflow", "text"),
    [
        ("roaming_activation", "yes please dispute"),
        ("roaming_activation", "haan dispute karo"),
        ("roaming_activation", "ok resume"),
        ("plan_change", "ok dispute it"),
        ("recharge_resolution", "dispute kar do"),
        ("recharge_resolution", "yes credit 599"),
        ("data_refuel", "yes add 1"),
        ("plan_change", "yes the 399 one"),
    ],
)
def test_a_yes_to_something_else_is_none(workflow: str, text: str) -> None:
    assert heard(text, workflow) is None


@pytest.mark.parametrize(
    ("workflow", "text"),
    [
        (workflow, text)
        for workflow, texts in {
            "plan_change": ["mera plan hi theek hai", "abhi wala plan hi theek hai", "wahi plan", "my plan",
                            "i want the same plan", "change my number", "abhi wala hi theek hai", "yes the same plan is good"],
            "sim_replacement": ["my sim is good now", "new number", "new line please", "i can order it"],
            "recharge_resolution": ["my balance", "mera balance theek hai", "my recharge is good now"],
            "data_refuel": ["my data", "data", "add my number"],
            "payment_request": ["i can pay it", "you pay", "payment", "mera payment ka number do", "do i need to pay now",
                                "can i pay now", "do i pay you", "ok thanks", "ok thank you"],
            "roaming_activation": ["roaming is on now", "abhi chalu hai", "i can do it now", "ok so is it good to activate",
                                   "ok is it good", "do i need it", "great thanks", "accha theek hai shukriya", "ठीक है धन्यवाद",
                                   "cool", "no yes"],
            "charge_dispute": ["yes these charges are mine", "these are my charges", "both are mine", "all are right",
                               "these are correct", "ye dono sahi hai", "ye mera hi charge hai, theek hai", "ye charge sahi hai",
                               "these are fine"],
        }.items()
        for text in texts
    ],
)  # fmt: skip
def test_who_is_content_or_wonders_agrees_to_nothing(workflow: str, text: str) -> None:
    assert heard(text, workflow) is not True


@pytest.mark.parametrize("workflow", ASKED)
@pytest.mark.parametrize(
    "text",
    ["ok thats all", "ok all good now", "it is ok for now", "fine for now", "thats ok", "its ok", "ok done", "ha ha ha",
     "please do not", "ok I refuse", "haan mana karta hu", "sure not", "alright then forget it", "sure, leave it",
     "do it tomorrow", "ok later", "ok I will think", "हाँ बाद में", "ठीक है सोचता हूँ", "is it ok", "can you do it?",
     "ok call me", "ok who are you", "ok mera bill kitna hai", "okay so it was actually 500", "yes 9800000020",
     "yes credit it to 9811111111", "haan wahi number",
     "yes that is my number", "ye sab galat hai", "haan chalu hai",
     "yes?", "i want it cancelled", "that", "it", ""],
)  # fmt: skip
def test_nothing_else_is_taken_for_a_yes(text: str, workflow: str) -> None:
    assert heard(text, workflow) is not True


@pytest.mark.parametrize(
    "text",
    ["no", "nahi", "itna mehenga? 40 rs? nahi chahiye", "mil gayi mil gayi, rehne do", "later", "not now thanks",
     "मुझे नहीं चाहिए", "baad mein karunga"],
)  # fmt: skip
def test_a_refusal_is_heard(text: str) -> None:
    assert heard(text) is False
