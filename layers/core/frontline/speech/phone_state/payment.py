"""Whether the customer sees the payment request that was sent to their phone."""

from itertools import pairwise
from unicodedata import category

from frontline.speech.phone_state.clauses import tokens
from frontline.speech.phone_state.read_off import best, found, said_of
from frontline.speech.readers import said, words
from frontline.speech.reading import Hearing, Reading


def payment_request(hearing: Hearing) -> Reading:
    """An amount answers it as well: who tells it can see it."""
    value = best(said_of("payment_request", hearing))
    if value is None and hearing.asked and "?" not in hearing.text:
        seen = "phone.sees_a_request" in said(hearing.text) or _tells_a_sum(tokens(hearing.text))
        value = "present" if seen else None
    return found(value)


def _tells_a_sum(told: tuple[str, ...]) -> bool:
    """ "bill B123", "amount: 75.50", "₹20", "20 rupees", "rs20"."""
    beside = [word for word in told if word not in (":", ".")]
    return any(
        (_begins_a_sum(word) and _has_digit(word + after)) or (_has_digit(word) and after in words("money_word"))
        for word, after in pairwise([*beside, ""])
    )


def _begins_a_sum(word: str) -> bool:
    return word.rstrip("0123456789") in words("bill_word") or category(word[0]) == "Sc"


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))
