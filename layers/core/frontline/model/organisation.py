"""The tenant: its catalogue, operator, language and clock. Nothing crosses it."""

from frontline.model.base import Frozen
from frontline.model.text import Locale


class Organisation(Frozen):
    """As stored. `workflows` names the part of the catalogue it offers, in the order of its menu."""

    id: str
    name: str
    locale: Locale = "en"
    time_zone: str = "Asia/Kolkata"
    workflows: tuple[str, ...]
    operator_url: str | None = None
    models: tuple[str, ...] = ("gemini", "phi3", "classifier")
    address_key: str
