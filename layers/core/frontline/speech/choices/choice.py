"""One of the options that were offered: by its value, by what it is called, by its place in the list, or by having least or most
of something."""

from collections.abc import Sequence

from frontline.model.reading import Found, Hearing, Reading, Unknown
from frontline.model.workflow import Option
from frontline.speech.choices.measures import by_measure, figure_of_none, with_figures
from frontline.speech.names import numbers_of
from frontline.speech.negation import negated
from frontline.speech.plain import plain
from frontline.speech.readers import said, words

Words = tuple[str, ...]
_LONGEST = 8
"""Words of an answer in which a single word may pick an option."""
_FROM_THE_END = {"choice.last_but_one": 2, "choice.last": 1}


def choice(hearing: Hearing) -> Reading:
    """Unasked, only an option's full name of two words or more counts. Two options named are nobody's guess; what none of them
    has ("the 5G one", "399") is known to be no answer. What is said behind a "no" counts alone: "third, no, the last"."""
    told = plain(hearing.text).words
    if not hearing.options or not told:
        return None
    names = [_names(option) for option in hearing.options]
    named = {
        place for place, option in enumerate(names) for name in option if _occurs(name, told, 1 if hearing.asked else 2)
    }
    named = {
        place for place in named if not any(_inside(names[place], names[other], told) for other in named - {place})
    }
    if hearing.asked:
        named = _by_place(told, said(hearing.text), len(names)) or named | _by_word(told, said(hearing.text), names)
        named = named or _described(told, hearing, names) or _described(_behind_a_no(told), hearing, names)
    if hearing.asked and not named:
        figure = figure_of_none(told, hearing.options, {word for option in names for name in option for word in name})
        if figure or "choice.feature" in said(hearing.text):
            return Unknown(figure or hearing.text)
    return Found(value=hearing.options[named.pop()].value) if len(named) == 1 else None


def _described(told: Words, hearing: Hearing, names: Sequence[list[Words]]) -> set[int]:
    heard = said(" ".join(told))
    return (
        _by_place(told, heard, len(names))
        or _by_word(told, heard, names)
        or by_measure(heard, hearing.options)
        or _by_word(with_figures(told), heard, names)
    )


def _behind_a_no(told: Words) -> Words:
    denied = [at for at, word in enumerate(told) if word in words("choice_begins_anew")]
    return told[denied[-1] + 1 :] if denied else ()


def _names(option: Option) -> list[Words]:
    label = option.label
    return [words for text in (option.value, *label.each.values()) if (words := plain(text).words)]


def _occurs(name: Words, told: Words, least: int) -> bool:
    if len(name) < least:
        return False
    length = len(name)
    return any(
        told[start : start + length] == name and not negated(told, start, start + length)
        for start in range(len(told) - length + 1)
        if told[start] == name[0]
    )


def _inside(one: list[Words], other: list[Words], told: Words) -> bool:
    """Whether one option was heard only because its name is part of the other's: "data" in "mobile data"."""
    longest = max(len(name) for name in other if _occurs(name, told, 1))
    return all(
        len(name) < longest and any(set(name) < set(big) for big in other) for name in one if _occurs(name, told, 1)
    )


def _by_place(told: Words, heard: frozenset[str], count: int) -> set[int]:
    """ "the second one", "doosra wala", "2": with nothing else in the message."""
    if behind := [back for reader, back in _FROM_THE_END.items() if reader in heard and back <= count]:
        return {count - behind[0]}
    if "choice.by_place" not in heard:
        return set()
    places = numbers_of("place_in_list")
    place = next(places.get(word) or int(word) for word in told if word in places or word.isdecimal())
    return {place - 1} if place <= count else set()


def _by_word(told: Words, heard: frozenset[str], names: Sequence[list[Words]]) -> set[int]:
    """A word that only one option's names have: "postpaid" of "Postpaid mobile"."""
    if len(told) > _LONGEST or "choice.denied" in heard:
        return set()
    having = {
        word: {place for place, option in enumerate(names) if any(word in name for name in option)} for word in told
    }
    empty = words("empty")
    return {place for word, places in having.items() if len(places) == 1 and word not in empty for place in places}
