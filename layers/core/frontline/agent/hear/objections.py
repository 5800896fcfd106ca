"""What is said of a proof instead of giving one: why it is asked for, that it will not be given, which part was wrong."""

import re

from frontline.slots.plain import fold, plain

_WONT_SAY = (
    r"(?:i )?(?:wont|will not|refuse|am not going to|would rather not|not comfortable)",
    r"(?:dont|do not) (?:want|like) to",
    r"(?:nahi|nahin|nhi|नहीं|नही) (?:dunga|dungi|doonga|doongi|batau[a-z]*|batana|dena|denge)",
    r"(?:नहीं|नही) (?:दूंगा|दूंगी|बताऊंगा|बताऊंगी|बताना|देना)",
    r"none of your business|private|privacy|confidential|personal (?:info|information|details?|data)",
    r"is (?:it|this) safe|scam|fraud",
)
_WHY = (
    (
        r"why (?:do|should|would|must|are|is (?:it|this|that)|need)(?: \w+){0,6} "
        r"(?:ask|asking|need|needed|tell|give|want|know|share|required|dob|birth|name)"
    ),
    r"what for|why$|why (?:name|dob|birth|date)",
    (
        r"(?:kyu|kyun|kyon|kyo|kis liye|kisliye|क्यों|किसलिए|किस लिए)(?: \w+){0,2} "
        r"(?:chahiye|puch\w*|pooch\w*|batau|batana|dun|doon|चाहिए|पूछ)"
    ),
    r"(?:kyu|kyun|kyon|kyo|kis liye|kisliye|क्यों|किसलिए|किस लिए)$",
)
_WHICH = (
    r"(?:which|what) (?:one|part|half|is|was)?(?: of them)? ?(?:is |was )?(?:wrong|incorrect|not matching)",
    r"(?:name|date|dob) (?:is |was )?(?:wrong|galat|incorrect|गलत)",
    r"(?:is|was) the (?:name|date|dob)|(?:kya|क्या) (?:galat|गलत)",
)
_OBJECTIONS = re.compile(fold(rf"(?:^| )(?:{'|'.join((*_WHY, *_WONT_SAY, *_WHICH))})(?= |$)"))


def objects(text: str) -> bool:
    """Only asked where the message holds no proof."""
    return _OBJECTIONS.search(" ".join(plain(text[:1000]).words)) is not None
