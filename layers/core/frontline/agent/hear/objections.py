"""What is said of a proof instead of giving one: why it is asked for, that it will not be given, which part was wrong."""

from frontline.speech.readers import said


def objects(text: str) -> bool:
    """Only asked where the message holds no proof."""
    return "objects" in said(text[:1000])
