"""An option told by what it costs: "the cheapest one", "sabse mehnga", "three ninety nine"."""

import re
from collections.abc import Sequence

from frontline.model.workflow import Option
from frontline.speech.numbers.spelled import number_at
from frontline.speech.plain import word_set

_PRICE = re.compile(r"[₹$€£] ?([0-9][0-9,]*(?:\.[0-9]{1,2})?)")
_LEAST = word_set("cheapest cheaper lowest least sasta sasti saste सस्ता सस्ती सस्ते")
_MOST = word_set("costliest priciest dearest highest expensive mehnga mehngi mahanga mehenga महंगा महंगी")
_BESIDE = word_set("""
    one ek most more sabse jo plan plans pack price priced of all them these laga lagao do dikhao me mein सबसे जो प्लान दो लगा लगाओ
""")


def by_price(said: Sequence[str], options: Sequence[Option], empty: frozenset[str]) -> set[int]:
    """The one option that costs least or most, where nothing else is said; options of one price are nobody's guess."""
    words = set(said)
    least, most = not _LEAST.isdisjoint(words), not _MOST.isdisjoint(words)
    if least == most or not words <= _LEAST | _MOST | _BESIDE | empty:
        return set()
    prices = [_PRICE.findall(option.label.en) for option in options]
    if not all(prices):
        return set()
    asked = [float(found[-1].replace(",", "")) for found in prices]
    wanted = min(asked) if least else max(asked)
    return {place for place, price in enumerate(asked) if price == wanted} if asked.count(wanted) == 1 else set()


def with_figures(said: tuple[str, ...]) -> tuple[str, ...]:
    """Numbers from ten up in figures: "three ninety nine" and "teen sau ninyanve" are 399."""
    written: list[str] = []
    position = 0
    while position < len(said):
        value, end = number_at(said, position) or (0, position + 1)
        rest = number_at(said, end) if 0 < value < 10 else None
        if rest and 10 <= rest[0] <= 99:
            value, end = value * 100 + rest[0], rest[1]
        written += [str(value)] if value >= 10 else said[position:end]
        position = end
    return tuple(written)
