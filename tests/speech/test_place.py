"""Places: every listed name gives its region. What is said of places is in `slots/places.*.yaml`."""

from collections.abc import Callable

import pytest

from frontline.model.base import Value
from frontline.speech.place.region import region_ids, region_name
from frontline.speech.readers import speech
from frontline.trades.telecom.rules import METROS

Hear = Callable[..., Value | None]

PLACES = {
    " ".join(name): region
    for reader in ("circle", "place")
    for name, region in sorted(speech().names[reader].answering.items())
    if region
}


def test_there_are_the_circles_of_india_and_more_than_sixty_cities() -> None:
    assert len(region_ids()) == 23
    assert region_ids() >= set(METROS)
    assert len(speech().names["place"].anywhere) > 300


def test_every_name_in_the_list_reads_as_its_region(hear: Hear) -> None:
    assert {place: hear("region", place, asked=True) for place in PLACES} == PLACES


@pytest.mark.parametrize("region", sorted(region_ids()))
def test_what_we_call_a_region_reads_as_that_region(hear: Hear, region: str) -> None:
    for name in (region, region_name(region, "en"), region_name(region, "hi")):
        assert hear("region", name, asked=True) == region


def test_a_region_has_a_name_in_the_customers_script() -> None:
    assert region_name("tamil_nadu", "hinglish") == "Tamil Nadu"
    assert region_name("tamil_nadu", "hi") == "तमिलनाडु"
    assert region_name("atlantis", "hi") == "atlantis"
