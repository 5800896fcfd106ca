"""Slots with few values: account type, device, access, connection, yes or no, and a menu's options."""

from collections.abc import Callable

import pytest

from frontline.model.base import Value
from frontline.model.text import Text
from frontline.model.workflow import Option

Hear = Callable[..., Value | None]


@pytest.mark.parametrize(
    ("kind", "said", "value"),
    [
        ("sim_trouble", "my phone got stolen on the bus", "stolen"),
        ("sim_trouble", "मेरा फोन चोरी हो गया, सिम बंद करो", "stolen"),
        ("sim_trouble", "phone chori ho gaya, puk bhi pata nahi", "stolen"),
        ("sim_trouble", "it asks me for a PUK", "puk"),
        ("sim_trouble", "पीयूके कोड चाहिए", "puk"),
        ("sim_trouble", "lost my phone, block sim", "stolen"),
        ("sim_trouble", "mobile gum ho gaya sim band karo", "stolen"),
        ("sim_trouble", "mera phone chori nahi hua, sim kharab hai", None),
        ("sim_trouble", "not lost or stolen, just broken sim", None),
        ("sim_trouble", "found my stolen phone, unblock", None),
        ("sim_trouble", "puk nahi pata", "puk"),
        ("sim_trouble", "my sim is broken", None),
        ("account_type", "postpaid", "postpaid"),
        ("account_type", "pre-paid", "prepaid"),
        ("account_type", "प्रीपेड", "prepaid"),
        ("account_type", "prepaid nahi, postpaid", "postpaid"),
        ("account_type", "postpaid na ki prepaid", "postpaid"),
        ("account_type", "recharge karta hu", "prepaid"),
        ("account_type", "mahine ka bill aata hai", "postpaid"),
        ("account_type", "not prepaid", None),
        ("account_type", "prepaid or postpaid?", None),
        ("device", "phone", "phone"),
        ("device", "मोबाइल", "phone"),
        ("device", "tab", "tablet"),
        ("device", "not phone, router", "router"),
        ("device", "router nahi chal raha", "router"),
        ("device", "smart TV", "tv"),
        ("device", "phone and laptop", None),
        ("access", "fiber broadband", "fibre"),
        ("access", "wifi", "broadband"),
        ("access", "4G SIM", "sim"),
        ("access", "mobile data", "mobile_data"),
        ("access", "फ़ाइबर", "fibre"),
        ("connection", "fixed_line", "fixed_line"),
        ("connection", "ghar wala", "fixed_line"),
        ("connection", "मोबाइल", "mobile"),
    ],
)
def test_an_answer_names_one_value(hear: Hear, kind: str, said: str, value: str | None) -> None:
    assert hear(kind, said, asked=True) == value


@pytest.mark.parametrize(
    ("kind", "said", "value"),
    [
        ("account_type", "mera prepaid nahi chal raha", "prepaid"),
        ("account_type", "my recharge failed", None),
        ("account_type", "my bill is wrong", None),
        ("device", "net slow on my phone", "phone"),
        ("device", "laptop pe wifi nahi aa raha", "laptop"),
        ("device", "my phone number is wrong", None),
        ("device", "phone bill is high", None),
        ("device", "tab se net slow hai", None),
        ("access", "my fibre is down", "fibre"),
        ("access", "my mobile is down", None),
        ("connection", "my landline is dead", "fixed_line"),
        ("connection", "mobile net slow hai", "mobile"),
        ("connection", "my phone internet is slow", "mobile"),
        ("connection", "मोबाइल का नेट धीमा है", "mobile"),
        ("connection", "ये मोबाइल की बात है", "mobile"),
        ("connection", "net nahi chal raha mobile pe", "mobile"),
        ("connection", "wifi ki speed kam hai ghar pe", "fixed_line"),
        ("connection", "wifi connected but no internet", "fixed_line"),
        ("connection", "wifi works but mobile data does not", "mobile"),
        ("connection", "it only works on wifi", None),
        ("connection", "wifi calling does not work", None),
        ("connection", "wifi chal raha hai par net nahi", None),
        ("connection", "my mobile bill is high", None),
        ("connection", "I got a phone", None),
    ],
)
def test_unasked_only_the_unmistakable_counts(hear: Hear, kind: str, said: str, value: str | None) -> None:
    assert hear(kind, said) == value


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("both mobile and wifi", "mobile"),
        ("wifi aur mobile dono", "fixed_line"),
        ("both", "mobile"),
        ("दोनों", "mobile"),
    ],
)
def test_who_has_trouble_with_both_begins_with_the_one_they_name_first(hear: Hear, said: str, value: str) -> None:
    assert hear("connection", said, asked=True) == value


@pytest.mark.parametrize(
    "said",
    [
        "yes",
        "Yes please",
        "yeah sure",
        "ok",
        "haan",
        "haan ji",
        "ji",
        "theek hai",
        "kar do",
        "हाँ",
        "जी हां",
        "ठीक है",
        "👍",
        "👍🏽",
        "no problem, go ahead",
        "yes, no problem",
        "why not",
        "go ahead",
        "bilkul",
        "सही है",
        "thats right",
        "haan mera wahi number hai",
        "koi baat nahi",
    ],
)
def test_a_yes_in_any_language_is_true(hear: Hear, said: str) -> None:
    assert hear("yes_no", said, asked=True) is True


@pytest.mark.parametrize(
    "said",
    [
        "no",
        "nope",
        "no thanks",
        "nahi",
        "nahin",
        "ji nahi",
        "mat karo",
        "नहीं",
        "मत करो",
        "👎",
        "don't do it",
        "not ok",
        "theek nahi hai",
        "sahi nahi hai",
        "that's not right",
        "bilkul nahi",
        "no it is still slow",
        "not now",
        "rehne do",
        "galat",
    ],
)
def test_a_no_in_any_language_is_false(hear: Hear, said: str) -> None:
    assert hear("yes_no", said, asked=True) is False


@pytest.mark.parametrize(
    "said",
    [
        "not sure",
        "maybe",
        "pata nahi",
        "yes and no",
        "haan nahi",
        "yes but how much?",
        "yes?",
        "agar free hai to haan",
        "no network",
        "cancel kar do",
        "hmm",
        "I will ask my brother whether it is ok",
        "ok but not today",
        "wait",
        "👍👎",
        "शायद",
        "what",
        "",
    ],
)
def test_what_is_mixed_conditional_or_unsure_is_neither(hear: Hear, said: str) -> None:
    assert hear("yes_no", said, asked=True) is None


def test_a_yes_nobody_asked_for_says_nothing(hear: Hear) -> None:
    assert hear("yes_no", "yes") is None


SYMPTOMS = tuple(
    Option(value=value, label=Text(en=en, hi=hi, hinglish=hinglish))
    for value, en, hi, hinglish in (
        ("no_internet", "No internet", "इंटरनेट नहीं है", "Net band hai"),
        ("slow", "Slow internet", "इंटरनेट धीमा है", "Net slow hai"),
        ("no_calls", "Calls fail", "कॉल नहीं लगती", "Call nahi lagti"),
    )
)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("slow", "slow"),
        ("Slow internet", "slow"),
        ("इंटरनेट धीमा है", "slow"),
        ("net slow hai", "slow"),
        ("the second one", "slow"),
        ("doosra wala", "slow"),
        ("2", "slow"),
        ("२", "slow"),
        ("option 2 please", "slow"),
        ("no_internet", "no_internet"),
        ("calls", "no_calls"),
        ("last one", "no_calls"),
        ("the first", "no_internet"),
        ("4", None),
        ("I have 2 phones", None),
        ("internet", None),
        ("slow and calls", None),
        ("not slow", None),
        ("", None),
    ],
)
def test_an_option_is_picked_by_value_label_or_place(hear: Hear, said: str, value: str | None) -> None:
    assert hear("choice", said, asked=True, options=SYMPTOMS) == value


PLANS = tuple(
    Option(value=value, label=Text(en=name, hi=name, hinglish=name))
    for value, name in (
        ("post-399", "Postpaid 399, 40 GB, ₹399"),
        ("post-599", "Postpaid 599, 75 GB, ₹599"),
        ("post-999", "Postpaid 999, 150 GB, ₹999"),
    )
)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("the cheapest one", "post-399"),
        ("sabse sasta wala", "post-399"),
        ("सबसे सस्ता वाला", "post-399"),
        ("the most expensive one please", "post-999"),
        ("sabse mehnga plan", "post-999"),
        ("three ninety nine", "post-399"),
        ("five ninety nine wala", "post-599"),
        ("nau sau ninyanve", "post-999"),
        ("cheapest and most expensive", None),
        ("is the cheapest one any good", None),
        ("two ninety nine", None),
    ],
)
def test_an_option_is_picked_by_what_it_costs(hear: Hear, said: str, value: str | None) -> None:
    assert hear("choice", said, asked=True, options=PLANS) == value


def test_unasked_only_a_full_label_picks_an_option(hear: Hear) -> None:
    assert hear("choice", "since yesterday slow internet at home", options=SYMPTOMS) == "slow"
    assert hear("choice", "slow", options=SYMPTOMS) is None
    assert hear("choice", "2", options=SYMPTOMS) is None
    assert hear("choice", "2", asked=True) is None


@pytest.mark.parametrize(
    ("said", "asked", "unasked"),
    [
        ("I am going abroad next week, does roaming work?", "home", None),
        ("no, I'm leaving tomorrow", "home", None),
        ("I'm flying to Paris tomorrow", "home", None),
        ("we are not in another country", "home", None),
        ("I have been abroad since last week", "abroad", "abroad"),
        ("my data does not work abroad", "abroad", "abroad"),
        ("yes, I'm going through Germany right now", "abroad", None),
    ],
)
def test_who_will_travel_is_still_at_home(hear: Hear, said: str, asked: str, unasked: str | None) -> None:
    assert hear("away", said, asked=True) == asked
    assert hear("away", said) == unasked


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("my other line is fine", None),
        ("ok let me go to settings", None),
        ("I was in Mexico last month", None),
        ("I'm at work right now", None),
        ("yes", "abroad"),
        ("I am", "abroad"),
        ("no", "home"),
    ],
)
def test_only_a_plain_yes_says_that_somebody_is_travelling(hear: Hear, said: str, value: str | None) -> None:
    assert hear("away", said, asked=True) == value
