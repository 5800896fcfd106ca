"""The back offices of an installation: the one all organisations share, and those of their own. Whoever is believed by a
number alone would be a second door to everybody else's customers, and shares none."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from pydantic import model_validator

from frontline.model.base import Frozen
from frontline.model.errors import NotFound, Refused
from frontline.model.organisation import Organisation
from frontline.trades.telecom.nouns import Plan

PORTS = {"http": 80, "https": 443}


class Entry(Frozen):
    """A SecureString `<prefix><organisation>`: where its operator is, how we show who we are, and what it leaves unsaid."""

    url: str
    api_key: str | None = None
    api_key_header: str = "X-API-Key"
    token_url: str | None = None
    client_id: str | None = None
    client_secret: str | None = None
    scope: str | None = None
    currency: str | None = None
    country_code: str | None = None
    plans: tuple[Plan, ...] = ()

    @model_validator(mode="after")
    def _one_kind_of_credentials(self) -> "Entry":
        """Half a credential would be none, and an operator asked without one."""
        parts = [bool(part) for part in (self.token_url, self.client_id, self.client_secret)]
        if any(parts) and (not all(parts) or self.api_key):
            raise ValueError("give an api_key, or token_url with client_id and client_secret, or none of them")
        return self

    def leads_where(self, other: "Entry") -> bool:
        """Whether both lead to the same books: to one address, and not each as somebody else. An operator that answers
        whoever does not say who they are answers everybody alike."""
        mine, theirs = self.api_key or self.client_id, other.api_key or other.client_id
        return self.address == other.address and (mine == theirs or not (mine and theirs))

    @property
    def address(self) -> tuple[object, ...]:
        """Equal for all spellings of a URL, and for a server with TLS and without."""
        url = urlsplit(self.url)
        port = None if url.port == PORTS.get(url.scheme) else url.port
        path = tuple(unquote(part) for part in url.path.split("/") if part not in ("", "."))
        return (url.hostname or "").rstrip("."), port, path


@dataclass(frozen=True)
class Offices:
    """`shared` is the installation's, `own` are by organisation; `prefix` is where their entries are kept."""

    shared: Entry | None = None
    own: Mapping[str, Entry] = field(default_factory=dict)
    prefix: str = ""

    def refuse_second_door(self, newcomer: Organisation, found: Callable[[str], Organisation]) -> None:
        """`Refused` (second_door) if this organisation, or one that is there, would reach the other's customers by their
        number alone. `found` gives an organisation by its id, or `NotFound`."""
        mine = self.own.get(newcomer.id) or self.shared
        if mine is None:
            return
        if newcomer.identity == "number" and self.shared and mine.leads_where(self.shared):
            raise self._refused(newcomer.id, "the installation's own (OperatorUrl), which all organisations share")
        for other in _there(self.own.keys() - {newcomer.id}, found):
            if self.own[other.id].leads_where(mine) and "number" in (newcomer.identity, other.identity):
                door, beside = (newcomer, other) if newcomer.identity == "number" else (other, newcomer)
                raise self._refused(door.id, f"that of {beside.id} as well")

    def _refused(self, organisation: str, whose: str) -> Refused:
        where = f"{self.prefix or '/frontline/STACK/operator/'}{organisation}"
        return Refused(
            f"{organisation} knows its customers by their number alone, and its back office is {whose}: it would reach "
            f"customers of others. Give it one of its own in the parameter {where} (with OperatorParameters=yes; see "
            "docs/operator.md), or let its customers prove who they are (identity: proof)",
            code="second_door",
        )


def _there(names: Iterable[str], found: Callable[[str], Organisation]) -> Iterable[Organisation]:
    """Those that exist: an entry may be kept before its organisation is."""
    for name in sorted(names):
        try:
            yield found(name)
        except NotFound:
            continue
