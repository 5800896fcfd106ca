"""An option told by what it costs or has: "the cheapest one", "sabse zyada data wala", "three ninety nine"."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from frontline.model.text import FALLBACK
from frontline.model.workflow import Option
from frontline.speech.numbers.spelled import price_at
from frontline.speech.plain import plain
from frontline.speech.readers import said, words

_PRICE = re.compile(r"[₹$€£] ?([0-9][0-9,]*(?:\.[0-9]{1,2})?)")
_GIGABYTES = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?GB")
_NUMBER = re.compile(r"[0-9]+")
"""Regular expressions, because these are known by their form: a currency's sign and figures, figures and a unit."""
_FEW = 8
_MEASURED = {
    "choice.cheapest": ("price", min),
    "choice.dearest": ("price", max),
    "choice.most_data": ("gigabytes", max),
    "choice.least_data": ("gigabytes", min),
    "choice.longest": ("days", max),
    "choice.shortest": ("days", min),
}

_BESIDE = frozenset({"choice.other", "choice.cheaper", "choice.dearer", "choice.next"})


def by_measure(heard: frozenset[str], options: Sequence[Option]) -> set[int]:
    """The one option that has least or most of what is said, where all tell how much; options that have as much are nobody's
    guess."""
    for reader, (measure, extreme) in _MEASURED.items():
        having = [_much(option.label.words(FALLBACK), measure) for option in options] if reader in heard else []
        known = [one for one in having if one is not None]
        if having and len(known) == len(having) and known.count(wanted := extreme(known)) == 1:
            return {known.index(wanted)}
    return set()


def beside_chosen(heard: frozenset[str], options: Sequence[Option], chosen: int) -> int | None:
    """The nearest option that costs less or more than the chosen one, the next in the list, or the other of two, whichever is
    asked for."""
    asked = heard & _BESIDE
    if "choice.other" in asked and len(options) == 2:
        return 1 - chosen
    if len(asked) != 1:
        return None
    if asked == {"choice.next"}:
        return chosen + 1 if chosen + 1 < len(options) else None
    prices = [price for option in options if (price := _much(option.label.words(FALLBACK), "price")) is not None]
    if len(prices) != len(options):
        return None
    down = asked == {"choice.cheaper"}
    others = [
        (abs(price - prices[chosen]), place)
        for place, price in enumerate(prices)
        if (price < prices[chosen] if down else price > prices[chosen])
    ]
    return min(others)[1] if others else None


def _much(label: str, measure: str) -> float | None:
    """The price, the data or the days that a label tells; data of each day counts for all its days."""
    if measure == "price":
        prices = _PRICE.findall(label)
        return float(prices[-1].replace(",", "")) if prices else None
    told = plain(label).words
    days = next((float(one) for one, unit in pairwise(told) if _NUMBER.fullmatch(one) and unit in words("days")), None)
    if measure == "days":
        return days
    data = _GIGABYTES.search(label)
    each_day = "choice.each_day" in said(label)
    return None if data is None or (each_day and days is None) else float(data[1]) * (days if each_day and days else 1)


def figure_of_none(told: tuple[str, ...], options: Sequence[Option], theirs: Collection[str]) -> str:
    """The one figure in a few words that none of the options has, where all of them have a price: "put me on 399"."""
    figures = {word for word in with_figures(told) if word.isdecimal() and 2 <= len(word) <= 4}
    alone = len(told) <= _FEW and len(figures) == 1 and figures.isdisjoint(theirs)
    return figures.pop() if alone and all(_PRICE.search(one.label.words(FALLBACK)) for one in options) else ""


def with_figures(told: tuple[str, ...]) -> tuple[str, ...]:
    """Numbers from ten up in figures: "three ninety nine" and "teen sau ninyanve" are 399."""
    written: list[str] = []
    position = 0
    while position < len(told):
        value, end = price_at(told, position) or (0, position + 1)
        written += [str(value)] if value >= 10 else told[position:end]
        position = end
    return tuple(written)
