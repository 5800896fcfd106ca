"""How a word sounds: one spelling for "रिचार्ज", "recharge" and "richarj", so that three languages teach each other."""

import re
from functools import lru_cache

_DEVANAGARI = """
क k ख kh ग g घ gh ङ n च ch छ chh ज j झ jh ञ n ट t ठ th ड d ढ dh ण n त t थ th द d ध dh न n
प p फ ph ब b भ bh म m य y र r ल l ळ l व v श sh ष sh स s ह h
"""
_VOWEL_LETTERS = "अ a आ a इ i ई i उ u ऊ u ऋ ri ए e ऐ ai ऍ e ओ o औ au ऑ o"
_VOWEL_SIGNS = "ा a ि i ी i ु u ू u ृ ri े e ै ai ॅ e ो o ौ au ॉ o"
_OTHER_SIGNS = "ं n ँ n ः h"


def _table(pairs: str) -> dict[str, str]:
    told = pairs.split()
    return dict(zip(told[::2], told[1::2], strict=True))


_CONSONANTS = _table(_DEVANAGARI)
_VIRAMA, _NUKTA = "्", "़"
_NO_VOWEL_AFTER = frozenset(_table(_VOWEL_SIGNS)) | {_VIRAMA}
_OTHERS = _table(f"{_VOWEL_LETTERS} {_VOWEL_SIGNS} {_OTHER_SIGNS}") | {_VIRAMA: ""}

_SAME_SOUND = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ph", "f"),
        ("sh", "s"),
        ("ch+", "C"),
        ("([tdkgbj])h", r"\1"),
        ("w", "v"),
        ("q|ck", "k"),
        ("x", "ks"),
        ("z", "j"),
        ("c(?=[eiy])", "s"),
        ("c", "k"),
        ("g(?=[eiy])", "j"),
        (r"(.)\1+", r"\1"),
        ("(?<=.)[aeiouy]", ""),
    )
)


def roman(word: str) -> str:
    """Devanagari as Hinglish would write it, roughly; anything else as it is."""
    if word.isascii():
        return word
    letters = word.replace(_NUKTA, "")
    return "".join(_letter(letter, after) for letter, after in zip(letters, [*letters[1:], ""], strict=True))


def _letter(letter: str, after: str) -> str:
    """A consonant carries an "a" unless a vowel sign or the word's end follows."""
    if letter in _CONSONANTS:
        return _CONSONANTS[letter] + ("a" if after and after not in _NO_VOWEL_AFTER else "")
    return _OTHERS.get(letter, letter)


@lru_cache(maxsize=4096)
def bones(word: str) -> str:
    """The consonants of a Roman word, one letter per sound: "nahi", "nhi" and "nahee" are all `nh`."""
    for pattern, sound in _SAME_SOUND:
        word = pattern.sub(sound, word)
    return word


_SAME_NAME = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (("(?<=.)h", ""), ("ng$", "n"), ("(?<=.)v$", ""), ("^[aeiouy]", "a"))
)
"""What a name's spelling in Devanagari leaves open beyond other words': सिंह is Singh, राव is Rao, अय्यर is Iyer."""


def same_name(said: str, known: str) -> bool:
    """First and last name agree: letter by letter in one script, by sound across scripts. Middle names may be left out."""
    mine, theirs = _parts(said), _parts(known)
    if len(mine) < 2 or len(theirs) < 2:
        return mine == theirs
    if said.isascii() != known.isascii():
        mine, theirs = [_name_bones(part) for part in mine], [_name_bones(part) for part in theirs]
    return (mine[0], mine[-1]) == (theirs[0], theirs[-1])


def _name_bones(part: str) -> str:
    sound = bones(roman(part))
    for pattern, same in _SAME_NAME:
        sound = pattern.sub(same, sound)
    return sound


def _parts(name: str) -> list[str]:
    return name.replace(".", " ").replace(",", " ").replace("'", "").replace("’", "").casefold().split()
