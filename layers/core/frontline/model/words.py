"""Text on its way to those who may look at it."""

from collections.abc import Callable


class Words:
    """What somebody said, sealed: who holds it can carry it on and not look at it. `frontline.model.opened` opens it, and the
    rules may not import that. Made when it is opened, so that what nobody opens costs nothing."""

    __slots__ = ("_made",)

    def __init__(self, made: Callable[[], str]) -> None:
        self._made = made

    def __repr__(self) -> str:
        return "Words(sealed)"


NO_WORDS = Words(str)
