"""Whether the SIM works, picture messages can be sent, the APN settings have an MMSC URL (without it none is sent), and whether
the customer sees the payment request that was sent to their phone."""

from itertools import pairwise
from unicodedata import category

from frontline.model.reading import Hearing, Reading
from frontline.speech.readers import said, words
from frontline.trades.telecom.slots.phone_state.claims import claims
from frontline.trades.telecom.slots.phone_state.clauses import tokens
from frontline.trades.telecom.slots.phone_state.read_off import best, found, said_of


def sim_status(hearing: Hearing) -> Reading:
    """Yes and no answer nothing here: there are three states."""
    return found(best(one for one in said_of("sim", hearing) if one.rank))


def mmsc(hearing: Hearing) -> Reading:
    return found(best(said_of("mmsc", hearing)))


def mms(hearing: Hearing) -> Reading:
    """What a report calls a success is one, if it says nothing plainer."""
    value = best(said_of("mms", hearing))
    if value is None and hearing.asked:
        success = next((claim for claim in claims(hearing.text) if claim.subject == "success"), None)
        value = success and ("fails" if ("no" in success.states) != success.denied else "works")
    return found(value)


def payment_request(hearing: Hearing) -> Reading:
    """Who tells a sum can see it."""
    value = best(said_of("payment_request", hearing))
    if value is None and hearing.asked and "?" not in hearing.text:
        seen = "handset.sees_a_request" in said(hearing.text) or _tells_a_sum(tokens(hearing.text))
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
