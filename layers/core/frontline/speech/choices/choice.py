"""One of the options that were offered: by its value, by what it is called, by its place in the list or by its price."""

from frontline.model.workflow import Option
from frontline.speech.choices.prices import by_price, with_figures
from frontline.speech.plain import ENGLISH_NOT, HINDI_NOT, negated, plain, word_set
from frontline.speech.reading import Found, Hearing, Reading

_PLACES = {
    place: number
    for number, places in enumerate(
        (
            "1 1st first one a pehla pehle pahla pehli ek पहला पहली एक",
            "2 2nd second two b doosra dusra dusri doosri do दूसरा दूसरी दो",
            "3 3rd third three c teesra tisra teesri teen तीसरा तीसरी तीन",
            "4 4th fourth four d chautha chauthi chaar char चौथा चौथी चार",
            "5 5th fifth five e paanchva panchva paanch panch पांचवां पांचवा पांच",
            "6 6th sixth six f chhatha chhe छठा छह",
            "7 7th seventh seven g saatvan saat सातवां सात",
            "8 8th eighth eight h aathvan aath आठवां आठ",
        )
    )
    for place in places.split()
} | {f"{place + 1}": place for place in range(8, 40)}
_LAST = word_set("last aakhri akhri antim आखिरी अंतिम")
_AROUND = word_set("""
    the option number no choice please pls i want choose pick select go with will take its it is that my answer
    would like ok okay yes sir ji wala wali vala vali waala ko se hai chahiye de kar karo dijiye kijiye mujhe
    नंबर विकल्प वाला वाली को है चाहिए जी ऑप्शन
""")
_EMPTY = word_set("""
    the a an of to my in on is it and or not no i ka ki ke hai mein se ho का की के है में से हो नहीं और या
""")


def choice(hearing: Hearing) -> Reading:
    """Unasked, only an option's full name of two words or more counts. Two options named are nobody's guess."""
    said = plain(hearing.text).words
    if not hearing.options or not said:
        return None
    names = [_names(option) for option in hearing.options]
    named = {
        place for place, option in enumerate(names) for name in option if _occurs(name, said, 1 if hearing.asked else 2)
    }
    named = {
        place for place in named if not any(_inside(names[place], names[other], said) for other in named - {place})
    }
    if hearing.asked:
        named = (
            named | _by_word(said, names)
            or _by_place(said, len(names))
            or by_price(said, hearing.options, _AROUND)
            or _by_word(with_figures(said), names)
        )
    return Found(value=hearing.options[named.pop()].value) if len(named) == 1 else None


def _names(option: Option) -> list[tuple[str, ...]]:
    label = option.label
    return [words for text in (option.value, label.en, label.hi, label.hinglish) if (words := plain(text).words)]


def _occurs(name: tuple[str, ...], said: tuple[str, ...], least: int) -> bool:
    if len(name) < least:
        return False
    length = len(name)
    return any(
        said[start : start + length] == name
        and not negated(said[max(0, start - 2) : start], said[start + length : start + length + 2])
        for start in range(len(said) - length + 1)
        if said[start] == name[0]
    )


def _inside(one: list[tuple[str, ...]], other: list[tuple[str, ...]], said: tuple[str, ...]) -> bool:
    """Whether one option was heard only because its name is part of the other's: "data" in "mobile data"."""
    longest = max(len(name) for name in other if _occurs(name, said, 1))
    return all(
        len(name) < longest and any(set(name) < set(big) for big in other) for name in one if _occurs(name, said, 1)
    )


def _by_place(said: tuple[str, ...], count: int) -> set[int]:
    """ "the second one", "doosra wala", "2": with nothing else in the message."""
    rest = [word for word in said if word not in _AROUND]
    if len(rest) == 2 and rest[1] in {"one", "ek"}:
        rest.pop()
    if len(rest) != 1:
        return set()
    place = count - 1 if rest[0] in _LAST else _PLACES.get(rest[0], count)
    return {place} if place < count else set()


def _by_word(said: tuple[str, ...], names: list[list[tuple[str, ...]]]) -> set[int]:
    """A word that only one option's names have: "postpaid" of "Postpaid mobile"."""
    if len(said) > 8 or not (ENGLISH_NOT | HINDI_NOT).isdisjoint(said):
        return set()
    having = {
        word: {place for place, option in enumerate(names) if any(word in name for name in option)} for word in said
    }
    return {place for word, places in having.items() if len(places) == 1 and word not in _EMPTY for place in places}
