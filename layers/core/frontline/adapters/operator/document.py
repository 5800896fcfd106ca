"""How we read JSON nobody here wrote: liberal about spelling, strict about meaning. What cannot be read is
`OperatorMisbehaved`, named by field; a value is never guessed."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

from frontline.model.errors import OperatorMisbehaved
from frontline.trades.telecom.nouns import Money, plain

_YES = {"true", "yes", "on", "1", "enabled", "active"}
_NO = {"false", "no", "off", "0", "disabled", "inactive"}
_CURRENCIES = {"₹": "INR", "RS": "INR", "RS.": "INR", "RUPEES": "INR", "$": "USD", "US$": "USD"}


class Document:
    """One JSON object. Unknown fields are ignored; null and empty text mean missing."""

    def __init__(self, value: object, where: str) -> None:
        if not isinstance(value, Mapping):
            raise OperatorMisbehaved(f"{where} is not an object")
        self._fields: Mapping[str, object] = value
        self.where = where

    def raw(self, name: str) -> object:
        value = self._fields.get(name)
        return None if isinstance(value, str) and not value.strip() else value

    def wrong(self, name: str, problem: str) -> OperatorMisbehaved:
        return OperatorMisbehaved(f"{self.where}.{name} {problem}")

    def need(self, name: str) -> str:
        text = self.text(name)
        if text is None:
            raise self.wrong(name, "is missing")
        return text

    def text(self, name: str) -> str | None:
        """Ids come as numbers too."""
        value = self.raw(name)
        if value is None or isinstance(value, str):
            return value.strip() if value else None
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            return str(value)
        raise self.wrong(name, "is not text")

    def flag(self, name: str) -> bool | None:
        value = self.raw(name)
        if value is None or isinstance(value, bool):
            return value
        word = str(value).strip().casefold()
        if word in _YES or word in _NO:
            return word in _YES
        raise self.wrong(name, "is neither true nor false")

    def number(self, name: str) -> str | None:
        value = self.raw(name)
        if value is None:
            return None
        if isinstance(value, str | int | Decimal) and not isinstance(value, bool):
            try:
                return plain(value.strip() if isinstance(value, str) else value)
            except ValueError:
                pass
        raise self.wrong(name, "is not a number")

    def moment(self, name: str) -> datetime | None:
        """A date alone is its midnight, and a time without a zone is UTC."""
        text = self.text(name)
        if text is None:
            return None
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            raise self.wrong(name, "is not a date") from None
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

    def day(self, name: str) -> date | None:
        """The day as the operator wrote it, whatever time and zone stand beside it."""
        moment = self.moment(name)
        return moment.date() if moment else None

    def child(self, name: str) -> "Document | None":
        """Some operators send a list where the specification has one; its first is meant."""
        found = self.children(name)
        return found[0] if found else None

    def children(self, name: str) -> tuple["Document", ...]:
        value = self.raw(name)
        if value is None:
            return ()
        many = value if isinstance(value, list) else [value]
        return tuple(Document(one, f"{self.where}.{name}") for one in many)

    def money(self, name: str, currency: str | None = None) -> Money | None:
        """`{value, unit}` or `{amount, units}`, or a bare number in the currency given."""
        value = self.raw(name)
        if value is None:
            return None
        amount = self if not isinstance(value, Mapping) else Document(value, f"{self.where}.{name}")
        number = amount.number(name) if amount is self else amount.number("value") or amount.number("amount")
        unit = None if amount is self else amount.text("unit") or amount.text("units") or amount.text("currency")
        if number is None or not (unit or currency):
            raise self.wrong(name, "is not an amount of money")
        return Money(amount=number, currency=currency_code(unit or currency or ""))


def currency_code(unit: str) -> str:
    return _CURRENCIES.get(unit.strip().upper(), unit.strip().upper())


def characteristic(document: Document, field: str, *names: str) -> Document | None:
    """The value of a named characteristic as a document whose field `value` it is, whatever its type."""
    wanted = {name.casefold() for name in names}
    for item in document.children(field):
        if (item.text("name") or "").casefold() in wanted:
            value = item.raw("value")
            inner = value.get("value", value) if isinstance(value, Mapping) and len(value) == 1 else value
            return Document({"value": inner}, f"{document.where}.{names[0]}")
    return None
