"""Trouble with the trouble: "this is so frustrating", "I've been dealing with this all day". No answer, and no refusal either."""

import re

from frontline.slots.plain import fold, plain

_SIGHS = re.compile(
    fold(
        r"(?:^| )(?:frustrat\w*|annoy(?:ed|ing|s)|irritat\w*|ridiculous|unacceptable|fed up|sick of|tired of|had enough|"
        r"so upset|very upset|really upset|upset with|losing (?:my )?patience|waste of (?:my )?time|wasting my time|"
        r"(?:taking|takes|taken|took) (?:so|too|very|way too|this) long|taking forever|takes forever|(?:all|whole|the entire) day|"
        r"for hours|for days|for weeks|(?:in|im in) a (?:hurry|rush)|dont have (?:the )?time|(?:second|third|fourth|fifth|tenth) time i|pay (?:a lot|so much)|"
        r"(?:i )?already (?:told|said)|how many times|nightmare|what a mess|so stressful|im stressed|pareshan\w*|tang aa|pak gaya|"
        r"dimag kharab|gussa|परेशान|तंग आ|गुस्सा|दिमाग खराब)(?= |$)"
    )
)


def sighs(text: str) -> bool:
    """Only asked where nothing in the message answered the open question."""
    return _SIGHS.search(plain(text[:1000]).text) is not None
