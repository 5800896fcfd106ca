"""Phones, amounts and codes: every way of writing them gives one spelling, and none is taken for another."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from frontline.model.base import Value
from frontline.speech.slot_types import SLOT_TYPES, Found, Hearing

Hear = Callable[..., Value | None]


@pytest.mark.parametrize(
    "said",
    [
        "9876543210",
        "+91 98765 43210",
        "+91-9876543210",
        "098765-43210",
        "91 9876543210",
        "0091 98765 43210",
        "98 765 432 10",
        "९८७६५४३२१०",
        "my number is 9876543210.",
        "mera number 98765-43210 hai",
        "nine eight seven six five four three two one zero",
        "nau aath saat chhe paanch chaar teen do ek shunya",
        "9876543210, not 9876543211",
        "9876543211 nahi 9876543210 hai",
        "98765 43210 2",
    ],
)
def test_an_indian_number_reads_the_same_however_it_is_said(hear: Hear, said: str) -> None:
    assert hear("phone", said, asked=True) == "+919876543210"


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("555-123-2002", "555-123-2002"),
        ("(555) 123-2002", "555-123-2002"),
        ("5551232002", "555-123-2002"),
        ("+1 415 555 2671", "+14155552671"),
        ("+44 20 7946 0958", "+442079460958"),
        ("011-23456789", "+911123456789"),
        ("double nine eight seven six five four three two one", "+919987654321"),
    ],
)
def test_a_number_of_another_country_keeps_what_is_certain(hear: Hear, said: str, number: str) -> None:
    assert hear("phone", said, asked=True) == number


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("my number is 9876543210 and net is slow", "+919876543210"),
        ("+91-98765-43210 is not reachable", "+919876543210"),
        ("my number 98765 43210 recharged 199", "+919876543210"),
        ("call 555-123-2002", "555-123-2002"),
        ("my number is 5551232002", "555-123-2002"),
        ("555 123 2002: my phone has no service", "555-123-2002"),
        ("5551232002: no service", "555-123-2002"),
        ("call me on +14155552671", "+14155552671"),
    ],
)
def test_a_number_is_heard_unasked_when_nothing_else_explains_it(hear: Hear, said: str, number: str) -> None:
    assert hear("phone", said) == number


@pytest.mark.parametrize(
    "said",
    [
        "bill 9800000003",
        "explain my bill 9800000003",
        "I want to pay my father's bill, 9800000003",
        "explain bill, number is 9800000003",
        "explain my bill. number 9800000003",
        "why is my account 9800000003 suspended",
        "recharge by upi 9800000003 not come",
        "my bill 98000 00003",
        "बिल 9800000003",
    ],
)
def test_what_belongs_to_a_line_is_named_by_its_number(hear: Hear, said: str) -> None:
    assert hear("phone", said) == "+919800000003"


@pytest.mark.parametrize(
    "said",
    [
        "account number 9800000003",
        "my account no. is 9800000003",
        "bill number 9800000003",
        "bill no 9800000003",
        "bill 4800000003",
        "upi ref 9800000003",
        "upi id 9800000003",
        "order 9800000003",
        "order, 9800000003",
    ],
)
def test_what_has_a_number_of_its_own_does_not_lend_it_to_a_line(hear: Hear, said: str) -> None:
    assert hear("phone", said) is None


@pytest.mark.parametrize(
    "said",
    [
        "recharge of 199 on 12/11/2024 failed",
        "order id 9876543210",
        "my order number is 9876543210",
        "txn 987654321012",
        "UPI ref no. 9876543210",
        "₹9876543210",
        "paid 9876543210 rs",
        "2026-11-12 10:30",
        "9876543210 or 9876543211",
        "1234567890",
        "no digits at all",
    ],
)
def test_amounts_dates_and_order_ids_are_not_phones(hear: Hear, said: str) -> None:
    assert hear("phone", said) is None


@pytest.mark.parametrize("said", ["12345", "98765432101234567", "I don't have it", "9876543210 or 9876543211"])
def test_what_is_no_single_phone_number_is_no_answer(hear: Hear, said: str) -> None:
    assert hear("phone", said, asked=True) is None


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("199", "199.00"),
        ("₹199", "199.00"),
        ("₹१९९", "199.00"),
        ("Rs. 199", "199.00"),
        ("Rs199", "199.00"),
        ("199 rupees", "199.00"),
        ("199/-", "199.00"),
        ("१९९ रुपये", "199.00"),
        ("$12.50", "12.50"),
        ("Rs 1,29,999.00", "129999.00"),
        ("do sau", "200.00"),
        ("ek sau ninyanve rupaye", "199.00"),
        ("दो सौ उनचास", "249.00"),
        ("डेढ़ सौ", "150.00"),
        ("sadhe teen sau", "350.00"),
        ("two hundred and fifty", "250.00"),
        ("twenty five rupees", "25.00"),
        ("2k", "2000.00"),
        ("1.5 lakh", "150000.00"),
        ("Rs.199 not Rs.299", "199.00"),
        ("100 rupaye nahi 200 rupaye", "200.00"),
    ],
)
def test_an_amount_is_a_decimal_string_however_it_is_said(hear: Hear, said: str, amount: str) -> None:
    assert hear("amount", said, asked=True) == amount


@pytest.mark.parametrize(
    "said", ["28 days", "2 GB", "199.999", "9876543210", "199 or 299", "do", "12/11", "10:30", "zero"]
)
def test_numbers_that_are_no_single_amount_are_no_answer(hear: Hear, said: str) -> None:
    assert hear("amount", said, asked=True) is None


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("I paid 299 rs on 12/11", "299.00"),
        ("₹199 ka recharge", "199.00"),
        ("do sau rupaye kat gaye", "200.00"),
        ("mere ₹500 kat gaye", "500.00"),
        ("recharge of 599 done via gpay but no balance came", "599.00"),
        ("599 wala recharge fail ho gaya", "599.00"),
        ("599 recharge failed", "599.00"),
        ("recharged 199 yesterday", "199.00"),
        ("recharge kiya 199 ka nahi aaya", "199.00"),
        ("299 का रिचार्ज नहीं आया", "299.00"),
        ("2 recharge failed", None),
        ("recharge 28 days", None),
        ("recharge 9800000002 not come", None),
        ("199", None),
        ("499 plan", None),
        ("do bar recharge kiya", None),
        ("₹199 and ₹299", None),
    ],
)
def test_unasked_only_what_is_called_money_is_an_amount(hear: Hear, said: str, amount: str | None) -> None:
    assert hear("amount", said) == amount


@pytest.mark.parametrize(
    ("said", "asked", "code"),
    [
        ("482913", True, "482913"),
        ("0042", True, "0042"),
        ("48 29 13", True, "482913"),
        ("४८२९१३", True, "482913"),
        ("it is 482913", True, "482913"),
        ("my otp is 482913", False, "482913"),
        ("482913", False, None),
        ("paid 4829", False, None),
        ("12", True, None),
        ("123456789", True, None),
        ("4829 or 4830", True, None),
        ("₹4829", True, None),
    ],
)
def test_a_code_keeps_its_leading_zeros_and_is_never_an_amount(
    hear: Hear, said: str, asked: bool, code: str | None
) -> None:
    assert hear("code", said, asked=asked) == code


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("646-555-0143", "646-555-0143"),
        ("(718) 555-0199", "718-555-0199"),
        ("9175550123", "917-555-0123"),
        ("nine one seven five five five zero one two three", "917-555-0123"),
        ("+1 917 555 0123", "+19175550123"),
        ("+91 98000 00001", "+919800000001"),
        ("919800000001", "+919800000001"),
    ],
)
def test_ten_digits_are_american_where_the_organisation_is(said: str, number: str) -> None:
    hearing = Hearing(said, datetime(2026, 11, 21, tzinfo=UTC), asked=True, calling_code="1")
    assert SLOT_TYPES["phone"].read(hearing) == Found(value=number)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("I can't send picture messages. 555 123 2002", "555-123-2002"),
        ("my internet is slow at 555 123 2002", "555-123-2002"),
        ("Hi! 5551232002. My phone isn't working", "555-123-2002"),
        ("mms fail 555 1232002", "555-123-2002"),
        ("no service, 1-555-123-2002", "+15551232002"),
    ],
)
def test_an_american_number_is_heard_unasked_where_the_organisation_is(said: str, number: str) -> None:
    hearing = Hearing(said, datetime(2026, 11, 21, tzinfo=UTC), asked=False, calling_code="1")
    assert SLOT_TYPES["phone"].read(hearing) == Found(value=number)


@pytest.mark.parametrize(
    "said", ["my order 5551232002", "account number 5551232002", "IMEI 5551232002", "$5551232002", "not 555-123-2002"]
)
def test_what_is_called_something_else_is_no_number_there_either(said: str) -> None:
    hearing = Hearing(said, datetime(2026, 11, 21, tzinfo=UTC), asked=False, calling_code="1")
    assert SLOT_TYPES["phone"].read(hearing) is None
