"""Exact amounts: one spelling per number, and never two currencies in one sum."""

from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator

from frontline.model.base import Frozen
from frontline.model.errors import Invalid

_SIGNS = {"INR": "₹", "USD": "$", "EUR": "€", "GBP": "£"}


def plain(number: str | int | Decimal) -> str:
    """One spelling per number: no exponent, no sign of a zero, no trailing zeros. `ValueError` when it is none."""
    try:
        value = Decimal(str(number))
    except ArithmeticError as exc:
        raise ValueError(f"{number!r} is not a number") from exc
    if not value.is_finite():
        raise ValueError(f"{number!r} is not a number")
    return f"{value.normalize() + 0:f}"


Number = Annotated[str, AfterValidator(plain)]


class Money(Frozen):
    """An exact amount. Amounts of different currencies are never compared: that raises `Invalid`."""

    amount: Number
    currency: str

    @property
    def value(self) -> Decimal:
        return Decimal(self.amount)

    def __add__(self, other: "Money") -> "Money":
        if self.currency != other.currency:
            raise Invalid(f"{other} is not in {self.currency}", where="currency")
        return Money(amount=str(self.value + other.value), currency=self.currency)

    def times(self, quantity: str) -> "Money":
        return Money(amount=str(self.value * Decimal(quantity)), currency=self.currency)

    def __str__(self) -> str:
        whole = self.value == self.value.to_integral_value()
        number = f"{abs(self.value):f}" if whole else f"{abs(self.value):.2f}"
        sign, minus = _SIGNS.get(self.currency), "-" if self.value < 0 else ""
        return f"{minus}{sign}{number}" if sign else f"{minus}{self.currency} {number}"
