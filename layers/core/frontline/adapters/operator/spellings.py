"""When two spellings are the same phone number or the same place, and which are worth asking an operator for."""

import re

_NATIONAL = 10
_FEWEST = 7
_NO_INDIAN_MOBILE = frozenset("2345")
_AMERICAN = re.compile(r"\d{3}-\d{3}-\d{4}")


def digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def same_number(one: str, other: str) -> bool:
    """Equal digits, or one of them lacks the country code. Never true for fewer than seven digits."""
    left, right = digits(one).lstrip("0"), digits(other).lstrip("0")
    if min(len(left), len(right)) < _FEWEST:
        return False
    short, long = sorted((left, right), key=len)
    return short == long or (len(short) == _NATIONAL and 1 <= len(long) - len(short) <= 3 and long.endswith(short))


def spellings(number: str, country_code: str | None = None) -> tuple[str, ...]:
    """The number as given, then how operators store numbers, likeliest first, each once. `555-123-2002` is how Americans
    write, so it says its country without one being given."""
    given = number.strip()
    bare = digits(number).lstrip("0")
    national = bare[-_NATIONAL:]
    code = country_code or ("1" if _AMERICAN.fullmatch(given) else None)
    full = f"{code}{bare}" if len(bare) == _NATIONAL and code is not None else bare
    candidates = (given, f"+{full}" if full != national else "", full, national)
    home = full in {national, f"1{national}"}
    american = _american(national) if home or (bare == national and national[:1] in _NO_INDIAN_MOBILE) else ()
    return tuple(dict.fromkeys(candidate for candidate in (*candidates, *american) if candidate))


def _american(national: str) -> tuple[str, ...]:
    area, exchange, rest = national[:3], national[3:6], national[6:]
    return (
        f"{area}-{exchange}-{rest}",
        f"+1 {area} {exchange} {rest}",
        f"+1-{area}-{exchange}-{rest}",
        f"({area}) {exchange}-{rest}",
        f"1-{area}-{exchange}-{rest}",
    )


def same_place(one: str | None, other: str) -> bool:
    return one is not None and _place(one) == _place(other)


def places(region: str) -> tuple[str, ...]:
    """The region as we call it (`tamil_nadu`) and as people write it (`Tamil Nadu`), each once."""
    return tuple(dict.fromkeys((region, _place(region).title())))


def _place(name: str) -> str:
    return " ".join(re.split(r"[\s_-]+", name.strip())).casefold()
