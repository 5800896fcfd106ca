"""Two organisations reach one back office only where both have customers prove who they are."""

import pytest

from frontline.adapters.offices import Entry, Offices
from frontline.model.errors import NotFound, Refused
from frontline.model.organisation import Organisation
from tests.support.world import ACME

PROVES = ACME.but(id="proves")
BELIEVES = ACME.but(id="believes", identity="number")
SHARED = Entry(url="https://bss.example.com")
OTHER = Entry(url="https://other.example.com")
KNOWN = Entry(url=OTHER.url, api_key="as-proves")


def found(name: str) -> Organisation:
    if known := {"proves": PROVES, "believes": BELIEVES}.get(name):
        return known
    raise NotFound(name)


@pytest.mark.parametrize(
    ("newcomer", "offices"),
    [
        (PROVES, Offices(SHARED)),
        (PROVES, Offices(SHARED, {"believes": OTHER})),
        (PROVES, Offices(SHARED, {"proves": OTHER, "nobody-yet": OTHER})),
        (BELIEVES, Offices(SHARED, {"believes": OTHER})),
        (BELIEVES, Offices(None, {"proves": KNOWN, "believes": Entry(url=OTHER.url, api_key="as-believes")})),
        (BELIEVES, Offices(None, {"proves": OTHER, "believes": Entry(url=f"{OTHER.url}/believes")})),
        (BELIEVES, Offices()),
    ],
)
def test_organisations_with_books_of_their_own_are_let_in(newcomer: Organisation, offices: Offices) -> None:
    offices.refuse_second_door(newcomer, found)


@pytest.mark.parametrize(
    "url",
    [
        *(
            OTHER.url,
            OTHER.url + "/",
            OTHER.url + "//./",
            "HTTPS://Other.Example.com:443",
            "https://other.example.com.",
        ),
        *("http://other.example.com", "https://me@other.example.com?a=b#c"),
    ],
)
@pytest.mark.parametrize("newcomer", [PROVES, BELIEVES])
def test_whoever_comes_second_to_books_that_are_open_to_any_number_is_refused(newcomer: Organisation, url: str) -> None:
    offices = Offices(SHARED, {"proves": OTHER, "believes": Entry(url=url)}, "/frontline/prod/operator/")
    with pytest.raises(Refused, match=r"believes knows .* of proves as well.*/frontline/prod/operator/believes"):
        offices.refuse_second_door(newcomer, found)


@pytest.mark.parametrize(
    "own",
    [{}, {"believes": SHARED}, {"believes": Entry(url=SHARED.url, api_key="what nobody asks for")}],
    ids=["none", "the same", "the same with a key"],
)
def test_the_shared_operator_is_not_for_who_believes_a_number(own: dict[str, Entry]) -> None:
    with pytest.raises(Refused, match="OperatorUrl"):
        Offices(SHARED, own).refuse_second_door(BELIEVES, found)


def test_nobody_joins_the_shared_operator_while_another_entry_opens_it_to_any_number() -> None:
    with pytest.raises(Refused, match="believes knows"):
        Offices(SHARED, {"believes": SHARED}).refuse_second_door(PROVES, found)


@pytest.mark.parametrize(("theirs", "mine"), [(OTHER, KNOWN), (KNOWN, OTHER), (KNOWN, KNOWN)])
def test_a_key_opens_books_of_ones_own_only_where_everybody_comes_with_one(theirs: Entry, mine: Entry) -> None:
    with pytest.raises(Refused, match="believes knows"):
        Offices(None, {"proves": theirs, "believes": mine}).refuse_second_door(BELIEVES, found)
