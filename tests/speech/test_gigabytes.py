"""An amount of data reads the same however it is said."""

from collections.abc import Callable

import pytest

from frontline.model.base import Value

Hear = Callable[..., Value | None]


@pytest.mark.parametrize(
    ("said", "gigabytes"),
    [
        ("2 GB", "2"),
        ("1.5gb", "1.5"),
        ("2.0 GB", "2"),
        (".5 gb", "0.5"),
        ("do GB", "2"),
        ("एक जीबी", "1"),
        ("२ जी बी", "2"),
        ("1 G.B.", "1"),
        ("५०० MB", "0.5"),
        ("512 MB", "0.5"),
        ("1024mb", "1"),
        ("dedh gb", "1.5"),
        ("ढाई जीबी", "2.5"),
        ("aadha gb", "0.5"),
        ("half a gb", "0.5"),
        ("one and a half GB", "1.5"),
        ("Add 2 GB of data to my line", "2"),
        ("मेरी लाइन में 2 जीबी डेटा जोड़ दो", "2"),
        ("ek gb add kar do", "1"),
        ("10 gb data pack kitne ka hai", "10"),
        ("2 GB nahi 1 GB", "1"),
        ("not 2 GB but 1 GB", "1"),
        ("my 1.5 GB per day plan is over, add 1 GB", "1"),
        ("1 GB for ₹20", "1"),
    ],
)
def test_data_that_is_called_so_is_heard_anywhere(hear: Hear, said: str, gigabytes: str) -> None:
    assert hear("gigabytes", said) == hear("gigabytes", said, asked=True) == gigabytes


@pytest.mark.parametrize("said", ["add -1 gb", "-2 GB", "minus 1 gb", "add - 1 gb"])
def test_less_than_nothing_is_no_amount(hear: Hear, said: str) -> None:
    assert hear("gigabytes", said) is None
    assert hear("gigabytes", said, asked=True) is None


@pytest.mark.parametrize(
    "said",
    [
        "1",
        "data add kar do",
        "5G phone",
        "2gb/day",
        "1 or 2 GB",
        "1 ya 2 gb",
        "एक या दो जीबी",
        "1 GB and 2 GB",
        "0 GB",
        "₹199",
        "9876543210",
    ],
)
def test_what_is_no_single_amount_of_data_is_not_heard(hear: Hear, said: str) -> None:
    assert hear("gigabytes", said) is None


@pytest.mark.parametrize(
    ("said", "gigabytes"),
    [
        ("2", "2"),
        ("दो", "2"),
        ("ek", "1"),
        ("half", "0.5"),
        ("just 1 please", "1"),
        ("do de do", "2"),
        ("2 kar do", "2"),
        ("haan kar do", None),
        ("5G", None),
        ("1 ya 2", None),
        ("ek baat batao", None),
        ("₹199", None),
        ("0", None),
        ("9876543210", None),
        ("I do not know", None),
    ],
)
def test_asked_for_a_bare_number_is_enough_when_nothing_else_is_said(
    hear: Hear, said: str, gigabytes: str | None
) -> None:
    assert hear("gigabytes", said, asked=True) == gigabytes
