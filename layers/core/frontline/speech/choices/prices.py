"""An option told by what it costs: "the cheapest one", "sabse mehnga", "three ninety nine"."""

import re
from collections.abc import Sequence

from frontline.model.text import FALLBACK
from frontline.model.workflow import Option
from frontline.speech.numbers.spelled import number_at

_PRICE = re.compile(r"[₹$€£] ?([0-9][0-9,]*(?:\.[0-9]{1,2})?)")
"""A regular expression, because a price is known by its form: a currency's sign and figures."""


_BESIDE = frozenset({"choice.cheaper", "choice.dearer", "choice.next"})


def by_price(heard: frozenset[str], options: Sequence[Option]) -> set[int]:
    """The one option that costs least or most, where nothing else is said; options of one price are nobody's guess."""
    least = "choice.cheapest" in heard
    if not least and "choice.dearest" not in heard:
        return set()
    asked = _prices(options)
    if not asked:
        return set()
    wanted = min(asked) if least else max(asked)
    return {place for place, price in enumerate(asked) if price == wanted} if asked.count(wanted) == 1 else set()


def beside_chosen(heard: frozenset[str], options: Sequence[Option], chosen: int) -> int | None:
    """The nearest option that costs less or more than the chosen one, or the next in the list, whichever is asked for."""
    asked = heard & _BESIDE
    if len(asked) != 1:
        return None
    if asked == {"choice.next"}:
        return chosen + 1 if chosen + 1 < len(options) else None
    prices, down = _prices(options), asked == {"choice.cheaper"}
    others = [
        (abs(price - prices[chosen]), place)
        for place, price in enumerate(prices)
        if (price < prices[chosen] if down else price > prices[chosen])
    ]
    return min(others)[1] if others else None


def _prices(options: Sequence[Option]) -> list[float]:
    """What they cost, in order; nothing unless all say so."""
    prices = [_PRICE.findall(option.label.words(FALLBACK)) for option in options]
    return [float(found[-1].replace(",", "")) for found in prices] if all(prices) else []


def with_figures(told: tuple[str, ...]) -> tuple[str, ...]:
    """Numbers from ten up in figures: "three ninety nine" and "teen sau ninyanve" are 399."""
    written: list[str] = []
    position = 0
    while position < len(told):
        value, end = number_at(told, position) or (0, position + 1)
        rest = number_at(told, end) if 0 < value < 10 else None
        if rest and 10 <= rest[0] <= 99:
            value, end = value * 100 + rest[0], rest[1]
        written += [str(value)] if value >= 10 else told[position:end]
        position = end
    return tuple(written)
