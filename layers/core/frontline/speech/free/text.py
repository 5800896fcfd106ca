"""What the customer says, in their own words."""

import re

from frontline.speech.reading import Found, Hearing, Reading

LONGEST = 500
_UNSTORABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def text(hearing: Hearing) -> Reading:
    """Any answer is one, as long as it can be stored and read by a human."""
    if not hearing.asked:
        return None
    said = " ".join(_UNSTORABLE.sub(" ", hearing.text).split())
    return Found(value=said) if 0 < len(said) <= LONGEST else None
