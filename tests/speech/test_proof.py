"""Who a customer says they are: what is a whole proof, a half of one, a wish for a code, and what is none of them."""

from collections.abc import Callable

import pytest

from frontline.model.base import Value
from frontline.speech.free.proof import whole

Hear = Callable[..., Value | None]
MEENA = "Meena Iyer|1978-09-05"
RAVI = "Ravi Kumar|1985-01-30"


@pytest.mark.parametrize(
    "said",
    [
        "Meena Iyer, 5 September 1978",
        "Miss Meena Iyer 5/9/1978",
        "this is Meena Iyer, born 5/9/1978",
        "fine. meena iyer. 5 sept 1978",
        "Meena Iyer D.O.B. 5/9/1978",
        "D.O.B. 5.9.1978 Name: Meena Iyer",
        "ye lo meena iyer 5/9/1978",
        "meena iyer 5 september 1978 ko paida hui",
        "mera naam meena iyer hai aur mera janamdin 5 september 1978 hai",
        "Meena Iyer 5th sep,1978",
        "meena iyer, born 5/9/1978 in chennai",
        "bewakoof meena iyer hu main 5/9/1978",
        "i am Meena Iyer and i was born on 5 september 1978",
        "meena iyer and dob is 5/9/1978 ok",
        "meena iyer, chennai, 5/9/1978",
        "meena iyer 5/9/1978 hai na",
        "its my wifes connection, meena iyer 5-9-1978",
        "Iyer, Meena Iyer 5/9/1978",
        "Meena Iyer 5-sep-78",
        "Meena Iyer 5 sep 78",
        "Meena Iyer 5 sep '78",
        "Meena Iyer 05-SEP-1978",
        "Meena Iyer 05091978",
        "Meena Iyer 05 / 09 / 1978",
        "Meena Iyer 05,09,1978",
        "Meena Iyer 1978 Sept 5",
        "Meena Iyer, 1978-09-05",
        "Meena Iyer Sept 5, 1978",
        "5/9/78 meena iyer",
        "paanch sitambar 1978, Meena Iyer",
        "Meena Iyer, fifth of September nineteen seventy eight",
        "Meena Iyer, paanch september unnis sau athhattar",
        "phone is not with me, can i give date of birth? Meena Iyer 5/9/1978",
        "Meena Iyer 5/9/1978, dont send code",
        "no otp please. Meena Iyer, 5/9/1978",
    ],
)
def test_a_whole_proof_is_found_among_other_words(hear: Hear, said: str) -> None:
    assert hear("proof", said, asked=True) == MEENA


@pytest.mark.parametrize(
    "said",
    [
        "tees janvari 1985 Ravi Kumar",
        "Mr. Ravi Kumar. 30 Jan 1985.",
        "papa ka naam ravi kumar hai, janam 30-01-1985",
        "dont send code, Ravi Kumar 30-01-1985",
        "Ravi Kumar, thirtieth January 1985",
        "01/30/1985 ravi kumar",
    ],
)
def test_so_is_another_one(hear: Hear, said: str) -> None:
    assert hear("proof", said, asked=True) == RAVI


def test_an_initial_ends_no_sentence(hear: Hear) -> None:
    assert hear("proof", "Meena K. Iyer, 5/9/1978", asked=True) == "Meena Iyer|1978-09-05"


@pytest.mark.parametrize(
    ("year", "full"), [("78", "1978"), ("05", "2005"), ("15", "2015"), ("16", "2016"), ("17", "1917"), ("30", "1930")]
)
def test_two_figures_of_a_year_make_somebody_between_ten_and_a_hundred_and_ten(
    hear: Hear, year: str, full: str
) -> None:
    assert hear("proof", f"Meena Iyer 5/9/{year}", asked=True) == f"Meena Iyer|{full}-09-05"


@pytest.mark.parametrize(
    ("said", "half"),
    [
        ("Ravi Kumar", "Ravi Kumar|"),
        ("Name: Ravi Kumar", "Ravi Kumar|"),
        ("my name is ravi kumar", "Ravi Kumar|"),
        ("30-01-1985", "|1985-01-30"),
        ("DOB: 30/01/1985", "|1985-01-30"),
    ],
)
def test_half_a_proof_says_which_half(hear: Hear, said: str, half: str) -> None:
    assert hear("proof", said, asked=True) == f"unknown: {half}"


@pytest.mark.parametrize(
    "said",
    [
        "code", "send me a code", "please send otp", "OTP bhej do", "can you send a code?", "कोड भेज दो",
        "i dont know my date of birth, send the code", "kya aap otp bhej sakte ho?",
        "i dont remember so send code", "otp please", "otp bhejo na", "sms me a code",
    ],
)  # fmt: skip
def test_who_wants_a_code_gets_one(hear: Hear, said: str) -> None:
    assert hear("proof", said, asked=True) == "code"


@pytest.mark.parametrize(
    "said",
    [
        "what code?", "dont send code", "sim kaam nahi kar rahi to otp kaise aayega", "why do you need an otp",
        "code mat bhejo", "code na bhejo", "no code please", "otp nahi chahiye", "code kya hota hai?", "i cant receive any otp",
        "why should i tell you my dob", "no i wont give that", "is the name wrong or the date?", "31/02/1978 it was",
        "show my bill", "why?", "Ravi", "jaldi",
    ],
)  # fmt: skip
def test_a_question_or_a_refusal_is_no_wish_for_a_code_and_no_proof(hear: Hear, said: str) -> None:
    assert hear("proof", said, asked=True) is None


def test_what_is_missing_is_taken_from_the_other_half() -> None:
    assert whole("Ravi Kumar|", "|1985-01-30") == RAVI
    assert whole("|1985-01-30", "Ravi Kumar|") == RAVI
    assert whole("|1985-01-30", "Ravi Kumar|1985-01-31") == RAVI
    assert whole("|1985-01-30", RAVI) is None
    assert whole("Ravi Kumar|", "Ravi|") is None
    assert whole("Ravi Kumar|", "line:+919800000003") is None


@pytest.mark.parametrize(
    "said",
    [
        "the code is 0 1 3 0 0 0", "zero one three zero zero zero", "code hai 0-1-3-0-0-0", "it's 013000", "013 000",
        "shunya ek teen shunya shunya shunya", "oh one three oh oh oh", "०१३०००",
    ],
)  # fmt: skip
def test_a_code_is_read_digit_by_digit(hear: Hear, said: str) -> None:
    assert hear("code", said, asked=True) == "013000"


@pytest.mark.parametrize(
    "said", ["one", "0 1 3", "1 2 3 4 and 5 6 7 8", "one two three four five six seven eight nine"]
)
def test_too_few_digits_too_many_and_two_runs_are_no_code(hear: Hear, said: str) -> None:
    assert hear("code", said, asked=True) is None
