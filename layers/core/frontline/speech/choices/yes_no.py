"""Yes or no. Anything mixed, conditional or merely polite is neither: an order may hang on it."""

from frontline.model.reading import Found, Hearing, Reading
from frontline.speech.names import Mention, names_of
from frontline.speech.negation import negated
from frontline.speech.plain import Plain, fold, plain
from frontline.speech.readers import said, spellings, words

_LONGEST = 14


def yes_no(hearing: Hearing) -> Reading:
    """Only as an answer: a "yes" that nobody asked for says nothing about this slot."""
    if not hearing.asked:
        return None
    text = plain(hearing.text)
    meant = _signs(hearing.text) | _spoken(text)
    if len(meant) != 1 or (meant == {"yes"} and ("ironic" in said(text.text) or _denied(text.words))):
        return None
    return {"yes": Found(value=True), "no": Found(value=False)}.get(meant.pop())


def says_no_by_sign(text: str) -> bool:
    return not words("no_sign").isdisjoint(fold(text))


def _signs(text: str) -> set[str]:
    meanings = (("yes", words("yes_sign")), ("no", words("no_sign")), ("unsure", words("doubt_sign")))
    return {name for name, signs in meanings if not signs.isdisjoint(fold(text))}


def _denied(told: tuple[str, ...]) -> bool:
    """Whether beside a yes a word stands that can deny it: "na karo", "mat karo haan". A "na" behind a whole imperative at
    the end is the courtesy it is ("kar do na"), and "why not" and "no problem" are what they are."""
    if "na_behind_do" in said(" ".join(told)):
        told = told[:-1]
    mentions = names_of("yes_no").mentions(told)
    covered = {at for value, start, end in mentions if value == "yes" for at in range(start, end)}
    return any(word in words("denies") for at, word in enumerate(told) if at not in covered)


def _spoken(text: Plain) -> set[str]:
    """What was said, if the message is about saying it: it leads with it, or says little else."""
    told, names = text.words, names_of("yes_no")
    if len(told) == 1 and (alone := list(names_of("yes_no_alone").mentions(told))):
        return {alone[0].value}
    if names.absent(text.vocabulary):
        return set()
    mentions = list(names.mentions(told))
    if not mentions or len(told) > _LONGEST or "?" in text.text:
        return {"unsure"} if mentions else set()
    if mentions[0].start > 1 and len(told) > 5:
        return {"unsure"}
    return _meant(mentions, told)


def _meant(mentions: list[Mention], told: tuple[str, ...]) -> set[str]:
    meant: set[str] = set()
    skip = -1
    for value, start, end in mentions:
        if start == skip:
            continue
        denied = negated(told, start, end)
        if value == "right" or told[start:end] in spellings("deniable"):
            meant.add("no" if denied else "yes")
            skip = end if denied else -1
        else:
            meant.add(value)
    return meant
