"""The tenant: its catalogue, operator, language and clock. Nothing crosses it."""

from typing import Literal

from frontline.model.base import Stored
from frontline.model.text import Locale


class Organisation(Stored):
    """As stored. `workflows` names the part of the catalogue it offers, in the order of its menu, `library` the shipped
    flows it uses, `flows` its own that are live, each with the hash of the version. `identity`: whether a
    customer must prove who they are, or is known by the number alone, as some desks' policies say. `languages`: those it speaks,
    `locale` the one it begins with; rows that do not list them were written when there were three."""

    id: str
    name: str
    trade: str | None = "telecom"
    locale: Locale = "en"
    languages: tuple[Locale, ...] = ("en", "hi", "hinglish")
    time_zone: str = "Asia/Kolkata"
    workflows: tuple[str, ...]
    library: tuple[str, ...] = ()
    flows: tuple[tuple[str, str], ...] = ()
    operator_url: str | None = None
    identity: Literal["proof", "number"] = "proof"
    models: tuple[str, ...] = ("gemini", "phi3", "classifier")
    address_key: str

    def spoken(self, wanted: Locale | None) -> Locale:
        """The language that is wanted, where it is spoken here."""
        return wanted if wanted in self.languages else self.locale

    @property
    def calling_code(self) -> str:
        """Of numbers that customers write without one; the clock tells which country they live in."""
        return "1" if self.time_zone.startswith(("America/", "US/", "Canada/")) else "91"
