"""A message as numbers: its words, how they sound, letter groups of the sounds and pairs, hashed. Training and reading
share this file."""

import re
import unicodedata
from collections import Counter
from functools import cache
from itertools import pairwise
from zlib import crc32

from frontline.speech.numbers.spelled import digits
from frontline.speech.sounds import bones, roman

BUCKETS = 1 << 16
LONGEST = 400
SIZES = (2, 3, 4)

_DIGITS = re.compile(r"\d+")
_THEIR_NUMBER = re.compile(
    r"(?:\b(?:my|the|mera|mere)\s+)?(?:\b(?:phone|mobile|cell|line)\s+)?(?:\b(?:number|no|num)\b\.?\s*)?(?:is|hai|:|#)?\s*"
    r"\+?\(?\d(?:[\d().\s-]{5,16})\d"
)
_GREETING = re.compile(
    r"^(?:(?:hi+|hello|hey+|dear|good (?:morning|afternoon|evening|day)|greetings|namaste|namaskar|sir|madam|there|team)"
    r"\b[\s,.!-]*)+"
)
_STRETCHED = re.compile(r"(.)\1{2,}")
_WORD = re.compile(r"[^\W_]+(?:[\u0900-\u0903\u093a-\u094f\u200c\u200d][^\W_]*)*|#|₹")


@cache
def _spelled() -> re.Pattern[str]:
    """A phone number told digit by digit."""
    word = "|".join(sorted({*digits(), "double", "triple"}, key=len, reverse=True))
    return re.compile(rf"(?:(?<!\S)(?:{word})(?=[\s,.]|$)[\s,.]*){{8,}}")


def words(text: str) -> list[str]:
    """Lower case, Roman letters, every number as `#`, "pleaaase" as "pleaase". Neither a
    greeting nor a phone number, written or spelled, says what the customer wants, unless it is all they say."""
    folded = unicodedata.normalize("NFKC", text[:LONGEST]).lower()
    folded = _spelled().sub("0000000000 ", folded)
    without = _THEIR_NUMBER.sub(" ", _GREETING.sub("", folded))
    folded = without if len(without.split()) > 1 else folded
    return [roman(word) for word in _WORD.findall(_STRETCHED.sub(r"\1\1", _DIGITS.sub("#", folded)))]


def features(text: str) -> Counter[int]:
    """How often each feature occurs."""
    spelt = words(text)
    heard = [bones(word) for word in spelt]
    found = [f"w{word}" for word in spelt]
    for sound in heard:
        found.append(f"b{sound}")
        padded = f"<{sound}>"
        for size in SIZES:
            found += [padded[at : at + size] for at in range(len(padded) - size + 1)]
    found += [f"p{first} {second}" for first, second in pairwise(heard)]
    return Counter(crc32(name.encode("utf-8", "replace")) % BUCKETS for name in found)
