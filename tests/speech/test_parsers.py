"""What every parser promises, whatever the customer writes."""

import string
from datetime import UTC, datetime
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontline.model.reading import Found, Hearing, Unknown
from frontline.model.text import Text
from frontline.model.workflow import Option
from frontline.speech.plain import fold
from frontline.trades.telecom import TRADE
from tests.support.chance import examples, some

AT = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
OPTIONS = (
    Option(value="a", label=Text(en="Mobile data", hi="मोबाइल डेटा", hinglish="Mobile data")),
    Option(value="b", label=Text(en="Data", hi="डेटा", hinglish="Data")),
)
WORDS = [
    "not",
    "nahi",
    "नहीं",
    "+",
    "-",
    ",",
    ".",
    "/",
    "₹",
    "rs",
    "rupees",
    "199",
    "9876543210",
    "12",
    "nov",
    "नवंबर",
    "kal",
    "last",
    "monday",
    "pehle",
    "din",
    "do",
    "sau",
    "hazar",
    "delhi",
    "mumbai",
    "up",
    "prepaid",
    "postpaid",
    "phone",
    "router",
    "fibre",
    "sim",
    "mobile",
    "data",
    "morning",
    "7",
    "pm",
    "yes",
    "no",
    "haan",
    "ji",
    "theek",
    "hai",
    "my",
    "name",
    "is",
    "Dr",
    "rahul",
    "ji",
    "main",
    "otp",
    "4829",
    "२",
    "ek",
    "double",
    "nine",
    "?",
    "👍",
    "ago",
    "week",
    "2026-11-12",
    "12/11",
    "555-123-2002",
    "400001",
    "rampur",
    "maharashtra",
    "not_sure",
    "good",
]
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
TEXTS = st.one_of(st.text(max_size=200), SENTENCES, st.text(alphabet=string.digits + " +-./,₹", max_size=40))
LONG = [
    "1 ",
    "9",
    " ",
    "a",
    "not ",
    "nahi ",
    "12/",
    "rs ",
    "+91 ",
    ", ",
    "my name is ",
    "ji ",
    "one ",
    "do sau ",
    "12 nov ",
    "1,",
    "1-",
    "pune delhi ",
    "\ufdfa",
    "( ",
    "not 1, ",
    "हां ",
    "1:",
]


@pytest.mark.parametrize("kind", TRADE.slot_types)
@given(said=TEXTS, asked=st.booleans())
@examples(150)
def test_any_text_gives_a_reading_and_what_is_found_reads_back_as_itself(kind: str, said: str, asked: bool) -> None:
    parse = TRADE.slot_types[kind].read
    reading = parse(Hearing(text=said, at=AT, asked=asked, options=OPTIONS))
    assert reading is None or isinstance(reading, Found | Unknown)
    assert asked or not isinstance(reading, Unknown)
    if isinstance(reading, Found) and not isinstance(reading.value, bool):
        again = parse(Hearing(text=str(reading.value), at=AT, asked=True, options=OPTIONS))
        assert again == reading


@pytest.mark.parametrize("piece", some(LONG, 4))
def test_a_hostile_message_of_four_thousand_characters_is_read_like_any_other(piece: str) -> None:
    said = (piece * 4000)[:4000]
    for kind, asked in product(TRADE.slot_types, (False, True)):
        assert not isinstance(TRADE.slot_types[kind].read(Hearing(text=said, at=AT, asked=asked)), Unknown), kind


@given(st.text(max_size=100))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
