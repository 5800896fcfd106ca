"""What the customer says, in their own words."""

import unicodedata

from frontline.speech.reading import Found, Hearing, Reading

LONGEST = 500


def text(hearing: Hearing) -> Reading:
    """Any answer is one, as long as it can be stored and read by a human."""
    if not hearing.asked:
        return None
    kept = (" " if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in hearing.text)
    said = " ".join("".join(kept).split())
    return Found(value=said) if 0 < len(said) <= LONGEST else None
