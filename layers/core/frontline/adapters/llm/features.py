"""A message as numbers: its words, their letter groups, how they sound and which stand side by side, hashed. Training and
reading share this file."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from zlib import crc32

from frontline.speech.numbers.spelled import digits
from frontline.speech.readers import phrases
from frontline.speech.sounds import bones, roman

BUCKETS = 1 << 16
LONGEST = 400
SIZES = (2, 3, 4)
"""Letters of a group of sounds; the groups of the word as it is written have one more."""

_STRETCHED = re.compile(r"(\D)\1{2,}")
_WORD = re.compile(r"[^\W_]+(?:[\u0900-\u0903\u093a-\u094f\u200c\u200d][^\W_]*)*|₹")
_ENDS = r"(?![\w\u0900-\u097f])"
"""Behind a word: a Devanagari vowel sign is no letter to `\\b`."""


def _one_of(spellings: Iterable[Sequence[str]]) -> str:
    """Any of them as a regular expression, the longest first."""
    spelt = (r"\s+".join(map(re.escape, spelling)) for spelling in spellings)
    return f"(?:{'|'.join(sorted(spelt, key=lambda one: (-len(one), one)))}){_ENDS}"


@cache
def _greeting() -> re.Pattern[str]:
    greeting = _one_of(phrases("opens_a_message"))
    return re.compile(rf"^(?:{greeting}[\s,.!-]*)+")


@cache
def _their_number() -> re.Pattern[str]:
    """A phone number with the words that introduce it: "my number is 98765 43210"."""
    before = _one_of(phrases("introduces_a_number"))
    return re.compile(rf"(?:\b{before}\.?[\s:#]*)*\+?\(?\d(?:[\d().\s-]{{5,16}})\d")


@cache
def _spelled() -> re.Pattern[str]:
    """A phone number told digit by digit."""
    word = "|".join(sorted({*digits(), "double", "triple"}, key=len, reverse=True))
    return re.compile(rf"(?:(?<!\S)(?:{word})(?=[\s,.]|$)[\s,.]*){{8,}}")


def words(text: str) -> list[str]:
    """Lower case, Roman letters, figures as they are, "pleaaase" as "pleaase". Neither a greeting nor a phone number, written
    or spelled, says what the customer wants, unless it is all they say."""
    folded = unicodedata.normalize("NFKC", text[:LONGEST]).lower()
    folded = _spelled().sub("0000000000 ", folded)
    without = _their_number().sub(" ", _greeting().sub("", folded))
    folded = without if len(without.split()) > 1 else folded
    return [roman(word) for word in _WORD.findall(_STRETCHED.sub(r"\1\1", folded))]


def features(text: str) -> Counter[int]:
    """How often each feature occurs."""
    return features_of(words(text))


def features_of(spelt: Sequence[str]) -> Counter[int]:
    """The same of the words."""
    if not spelt:
        return Counter()
    found = Counter(bucket for word in spelt for bucket in _of_word(word))
    found.update(bucket_of(f"p{first} {second}") for first, second in pairwise(map(bones, spelt)))
    found.update(bucket_of(f"q{first} {second}") for first, second in pairwise(("^", *spelt, "$")))
    return found


@lru_cache(maxsize=2048)
def _of_word(word: str) -> tuple[int, ...]:
    """The word, its sound, and the letter groups of both."""
    sound = bones(word)
    names = [f"w{word}", f"b{sound}"]
    for size in SIZES:
        names += _groups(f"<{sound}>", size)
        names += [f"l{group}" for group in _groups(f"<{word}>", size + 1)]
    return tuple(map(bucket_of, names))


def _groups(padded: str, size: int) -> list[str]:
    return [padded[at : at + size] for at in range(len(padded) - size + 1)]


def bucket_of(name: str) -> int:
    return crc32(name.encode("utf-8", "replace")) % BUCKETS
