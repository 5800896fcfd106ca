"""Opens sealed words: for an author's JavaScript and texts, the talk as it is kept, and the colleague who takes over."""

from frontline.model.words import Words


def opened(words: Words) -> str:
    """The text, less what shows who somebody is: that was taken out when it was sealed."""
    return words._made()  # noqa: SLF001
