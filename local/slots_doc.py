"""Writes the tables of slot types in docs/flows.md from the types themselves: `make docs`."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from frontline.model.reading import Found, Hearing
from frontline.model.slot_type import SlotType
from frontline.model.text import Text
from frontline.model.workflow import Option
from frontline.speech.slot_types import GENERAL
from frontline.trades.telecom.slots import TELECOM

PAGE = Path(__file__).parent.parent / "docs" / "flows.md"
BEGIN, END = "<!-- slot types: written by `make docs` -->\n", "<!-- end of slot types -->\n"
_SATURDAY = datetime(2026, 11, 21, tzinfo=UTC)
_THREE = tuple(Option(value=one, label=Text.same(one)) for one in ("red", "green", "blue"))


def page() -> str:
    """The whole of docs/flows.md."""
    before, _, rest = PAGE.read_text().partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{tables()}{END}{after}"


def tables() -> str:
    """A row a type; what all of them have in common is said once."""
    traits = {(_picked_up(one), one.shown, _takes(one)) for one in TELECOM}
    if traits != {("yes", "observers", "")}:
        raise ValueError(f"the types of telephones differ by now, so say how: {traits}")
    general = [(_name(one), _heard(one), _picked_up(one), _shown(one), _takes(one)) for one in GENERAL]
    telephones = [(_name(one), _heard(one)) for one in TELECOM]
    head = ("type", "asked for, “…” is", "picked up", "shown to", "takes")
    return (
        f"{_table(head, general)}\nTelephones have types of their own, all of them picked up and shown to observers:\n\n"
        f"{_table(head[:2], telephones)}"
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, ["---"] * len(head), *rows))


def _name(one: SlotType) -> str:
    return f"`{one.name}`"


def _heard(one: SlotType) -> str:
    options = _THREE if one.options == "needed" else ()
    reading = one.read(Hearing(one.example, _SATURDAY, asked=True, options=options))
    if not isinstance(reading, Found):
        raise ValueError(f"{one.name}: its example {one.example!r} is not read as a value")  # noqa: TRY004
    value = reading.value if isinstance(reading.value, str) else json.dumps(reading.value)
    return f"“{one.example}” `{value}`".replace("|", "\\|")


def _picked_up(one: SlotType) -> str:
    return "yes" if one.anywhere else "no"


def _shown(one: SlotType) -> str:
    return "nobody, nor kept" if one.secret else one.shown


def _takes(one: SlotType) -> str:
    needed = ["`options`"] if one.options == "needed" else []
    return ", ".join([*sorted((f"`{bound}`" for bound in one.takes), reverse=True), *needed])


if __name__ == "__main__":
    PAGE.write_text(page())
