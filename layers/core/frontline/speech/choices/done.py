"""Whether the customer has done what they were asked to do. What came of it is asked next, so that doubt goes for `done`; a
question, or a plea for time, is neither."""

from frontline.model.reading import Found, Hearing, Reading
from frontline.speech.choices.yes_no import yes_no
from frontline.speech.readers import said

DONE, CANNOT, NOT_NOW = "done", "cannot", ""
VERDICTS = {
    "done.nods": DONE,
    "done.refused": CANNOT,
    "done.later": NOT_NOW,
    "done.afterwards": DONE,
    "done.became": DONE,
    "done.lost": NOT_NOW,
    "done.cannot": CANNOT,
    "done.not_done": NOT_NOW,
    "done.done": DONE,
}
"""What is said by what hears itself in one of these; the first counts."""


def done(hearing: Hearing) -> Reading:
    """Only as an answer."""
    if not hearing.asked or "?" in hearing.text:
        return None
    heard = said(hearing.text)
    verdict = next((verdict for reader, verdict in VERDICTS.items() if reader in heard), None)
    if verdict is None and isinstance(answer := yes_no(hearing), Found):
        verdict = DONE if answer.value else CANNOT
    return Found(verdict) if verdict else None
