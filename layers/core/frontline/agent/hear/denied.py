"""What of a message is said not to be wanted: "I don't want to change my plan, just switch on roaming"."""

import re

from frontline.speech.plain import fold, words_of

LEAST = 2
"""A wish takes as many words as this."""

_BREAK = re.compile(
    r"[,.;:!?\n]+|\b(?:but|just|only|instead)\b(?! of)|\b(?:bas|sirf|balki|lekin)\b|(?<!\S)(?:बस|सिर्फ|बल्कि|लेकिन)(?!\S)"
    r"|(?=\b(?:its|it is|this is) (?:about|my|the)\b)|(?<=\bbaat nahi hai )|(?<=की बात नहीं है )"
)
_FROM_HERE = re.compile(
    r"\b(?:dont|do not|not) (?:want|wish|need|asking|trying|looking|calling|here)(?: you)? (?:to|for|about)\b"
    r"(?! (?:get|receive|have|see|hear|be|pay)\b)"
    r"|\bnot (?:about|regarding|my|the)\b|\b(?:forget|never ?mind|skip) (?:about|the|my|that|this)\b|\binstead of\b"
    r"|\bnothing to do with\b"
)
_UP_TO_HERE = re.compile(
    r"\b(?:ki|ka|ke liye|ke (?:baare|bare) (?:mein|main|me)) (?:baat )?(?:nahi|nahin|nhi)\b(?: hai\b)?"
    r"|\b(?:nahi|nahin|nhi) (?:karna|karni|karwana|karwani|karana|badalna|badalni|badalwana|lena|leni)\b(?: hai\b)?"
    r"|\b(?:chhodo|chodo|choro|chhoriye|chhod do|chod do|rehne do)\b"
    r"|(?:की|का|के लिए|के बारे में) (?:बात )?(?:नहीं|नही)(?!\S)(?: है(?!\S))?"
    r"|(?:नहीं|नही) (?:करना|करनी|कराना|करवाना|करवानी|बदलना|बदलनी|बदलवाना|लेना|लेनी)(?!\S)(?: है(?!\S))?"
    r"|(?<!\S)(?:छोड़ो|छोडो|छोड़िए|छोडिए|छोड़ दो|छोड दो|रहने दो|रहने दीजिए)(?!\S)"
)


def without_denied(text: str) -> str | None:
    """What is left of a message without what it denies, "" if that is no wish any more; None where it denies nothing. A
    Hindi denial ends its clause, an English one begins it. Not to want to get something, or to pay for it, is a wish."""
    folded = fold(text)
    if not _FROM_HERE.search(folded) and not _UP_TO_HERE.search(folded):
        return None
    left = " ".join(_left_of(piece) for piece in _BREAK.split(folded))
    return left if len(words_of(left)) >= LEAST else ""


def _left_of(clause: str) -> str:
    if found := _FROM_HERE.search(clause):
        return clause[: found.start()]
    *_, end = (0, *(found.end() for found in _UP_TO_HERE.finditer(clause)))
    return clause[end:]
