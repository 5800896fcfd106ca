"""Places: every listed one gives its region, an unlisted one converges to Unknown, and chatter is no place at all."""

from collections.abc import Callable

import pytest

from frontline.model.base import Value
from frontline.speech.place.region import region_ids
from frontline.speech.place.regions import all_regions
from frontline.speech.slot_types import METROS, region_name

Hear = Callable[..., Value | None]

PLACES = [(place, region.id) for region in all_regions() for place in (*region.own, *region.places, *region.only_asked)]


def test_there_are_the_circles_of_india_and_more_than_sixty_cities() -> None:
    assert len(region_ids()) == 23
    assert region_ids() >= METROS
    assert sum(len(region.places) for region in all_regions()) > 300


@pytest.mark.parametrize(("place", "region"), PLACES)
def test_every_name_in_the_list_reads_as_its_region(hear: Hear, place: str, region: str) -> None:
    assert hear("region", place, asked=True) == region


@pytest.mark.parametrize(
    ("said", "region"),
    [
        ("I'm in Bengaluru", "karnataka"),
        ("main pune se hoon", "maharashtra"),
        ("मैं दिल्ली में रहता हूँ", "delhi"),
        ("Mumbai, Maharashtra", "mumbai"),
        ("Noida UP", "delhi"),
        ("not Delhi, Mumbai", "mumbai"),
        ("dilli nahi mumbai", "mumbai"),
        ("Hyderabadd", "andhra_telangana"),
        ("Ahmedabd", "gujarat"),
        ("560001", "karnataka"),
        ("my pin is 400 076", "mumbai"),
    ],
)
def test_a_place_is_understood_as_it_is_said(hear: Hear, said: str, region: str) -> None:
    assert hear("region", said, asked=True) == region


@pytest.mark.parametrize(
    "said",
    [
        "Jhumri Telaiya",
        "झुमरी तलैया",
        "I live in Barpeta Road",
        "Sirsi",
        "main Khunti se hoon",
        "London",
        "village Rampura",
        "UP",
    ],
)
def test_a_place_that_is_not_listed_is_unknown_and_never_the_nearest_name(hear: Hear, said: str) -> None:
    assert hear("region", said, asked=True) == f"unknown: {said}"


@pytest.mark.parametrize(
    "said",
    [
        "what do you mean",
        "which city?",
        "hello",
        "namaste",
        "I don't know",
        "pata nahi",
        "my net is not working at all since yesterday evening",
        "why do you need my city",
        "Delhi or Mumbai",
        "not Delhi",
        "yes",
        "ok",
        "👍",
        "9876543210",
        "customer care se baat karao",
        "मुझे नहीं पता",
        "क्यों चाहिए",
    ],
)
def test_what_answers_nothing_is_no_place(hear: Hear, said: str) -> None:
    assert hear("region", said, asked=True) is None


@pytest.mark.parametrize(
    ("said", "region"),
    [
        ("net slow in Mumbai", "mumbai"),
        ("i am from pune and calls drop", "maharashtra"),
        ("दिल्ली में नेट नहीं चल रहा", "delhi"),
        ("mera net chala gaya", None),
        ("मेरा नेट चला गया", None),
        ("travelling to Goa next week", None),
        ("main Delhi ja raha hu", None),
        ("Mumbai Indians match", None),
        ("Jhumri Telaiya", None),
        ("net is up", None),
    ],
)
def test_unasked_only_where_the_customer_is_counts(hear: Hear, said: str, region: str | None) -> None:
    assert hear("region", said) == region


def test_a_region_has_a_name_in_the_customers_script() -> None:
    assert region_name("tamil_nadu", "hinglish") == "Tamil Nadu"
    assert region_name("tamil_nadu", "hi") == "तमिलनाडु"
    assert region_name("atlantis", "hi") == "atlantis"


@pytest.mark.parametrize(
    ("said", "asked", "value"),
    [
        ("I shifted to Ludhiana last month and net is slow", False, "punjab"),
        ("ludhiana shift ho gaya hu, net slow hai", False, "punjab"),
        ("I moved, Kochi", False, "kerala"),
        ("delhi se surat shift ho gaya", False, "gujarat"),
        ("ludhiana shift ho gaya hu", True, "punjab"),
        ("gaya", True, "bihar_jharkhand"),
        ("I moved from Delhi to Surat", False, "gujarat"),
        ("दिल्ली से सूरत शिफ्ट हो गया", True, "gujarat"),
        ("internet not working surat", False, "gujarat"),
        ("net slow in indore", False, "madhya_pradesh"),
        ("no network in andheri west", False, "mumbai"),
        ("no network in andheri", False, "mumbai"),
        ("andheri west", True, "mumbai"),
        ("punee", True, "maharashtra"),
        ("kisi bhi surat me theek karo", False, None),
        ("recharge ho gaya", False, None),
        ("I am moving to Pune", False, None),
        ("going to surat tomorrow", False, None),
        ("andheri raat me net nahi chalta", False, None),
    ],
)
def test_where_somebody_is_now_is_heard(hear: Hear, said: str, asked: bool, value: str | None) -> None:
    assert hear("region", said, asked=asked) == value


def test_where_somebody_is_not_is_no_answer(hear: Hear) -> None:
    assert hear("region", "not in delhi", asked=True) is None
    assert hear("region", "my net is slow, not in delhi but in pune", asked=True) == hear("region", "pune", asked=True)
