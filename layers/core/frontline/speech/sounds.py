"""How a word sounds: one spelling for "रिचार्ज", "recharge" and "richarj", so that three languages teach each other."""

from functools import lru_cache
from itertools import groupby

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

_SAME_SOUND = _table("""
    ph f sh s chhh C chh C ch C th t dh d kh k gh g bh b jh j w v ck k q k x ks z j
    ce se ci si cy sy c k ge je gi ji gy jy
""")
"""From left to right: what sounds the same is written the same."""
_VOWELS = str.maketrans("", "", "aeiouy")


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
    for spelling, sound in _SAME_SOUND.items():
        word = word.replace(spelling, sound)
    single = "".join(letter for letter, _ in groupby(word))
    return single[:1] + single[1:].translate(_VOWELS)


def same_name(said: str, known: str) -> bool:
    """First and last name agree, in either order: letter by letter in one script, by sound across scripts. Middle names may be
    left out."""
    mine, theirs = _parts(said), _parts(known)
    if len(mine) < 2 or len(theirs) < 2:
        return mine == theirs
    if said.isascii() != known.isascii():
        mine, theirs = [_name_bones(part) for part in mine], [_name_bones(part) for part in theirs]
    return (theirs[0], theirs[-1]) in ((mine[0], mine[-1]), (mine[-1], mine[0]))


def _name_bones(part: str) -> str:
    """What a spelling in Devanagari leaves open is left out: सिंह is Singh, राव is Rao, अय्यर is Iyer."""
    sound = bones(roman(part))
    sound = sound[:1] + sound[1:].replace("h", "")
    sound = sound[:-1] if sound.endswith("ng") or sound[1:].endswith("v") else sound
    return "a" + sound[1:] if sound[:1] in tuple("aeiouy") else sound


def _parts(name: str) -> list[str]:
    return name.replace(".", " ").replace(",", " ").replace("'", "").replace("’", "").casefold().split()
