"""What a customer can read off their phone when a flow asks for it, and a few answers that flows share. Every flow knows
these slots; their values are the few that matter."""

from frontline.model.text import Text
from frontline.model.workflow import Option, Slot
from frontline.trades.telecom.workflows.texts import text

_VALUES: dict[str, tuple[str, ...]] = {
    "signal": ("none", "poor", "fair", "good", "excellent"),
    "airplane_mode": ("on", "off"),
    "network_type": ("2g", "3g", "4g", "5g", "none"),
    "mobile_data": ("on", "off"),
    "data_roaming": ("on", "off"),
    "sim_status": ("active", "missing", "locked"),
    "data_saver": ("on", "off"),
    "network_mode": ("2g", "3g", "4g", "5g"),
    "vpn": ("on", "off"),
    "wifi_calling": ("on", "off"),
    "storage_permission": ("granted", "missing"),
    "sms_permission": ("granted", "missing"),
    "mmsc": ("set", "missing"),
    "speed": ("none", "very_poor", "poor", "fair", "good", "excellent", "unknown"),
    "mms": ("works", "fails"),
    "payment_request": ("present", "absent"),
    "done": ("done", "cannot"),
}


def _observation(name: str, values: tuple[str, ...]) -> Slot:
    """A flow's instruction asks for it in its own words, so its own question is only its name."""
    called = Text.same(name.replace("_", " "))
    options = tuple(Option(value=value, label=Text.same(value.replace("_", " "))) for value in values)
    return Slot(name=name, type=name, label=called, question=called, help=called, options=options, tries=5)


AWAY = Slot(
    name="away",
    type="away",
    label=text("slot.away.label"),
    options=(
        Option(value="abroad", label=text("slot.away.option.abroad")),
        Option(value="home", label=text("slot.away.option.home")),
    ),
    question=text("slot.away.question"),
    help=text("slot.away.help"),
    tries=4,
)

MORE_DATA = Slot(
    name="more_data",
    type="more_data",
    label=text("slot.more_data.label"),
    options=(
        Option(value="refuel", label=text("slot.more_data.option.refuel")),
        Option(value="plan", label=text("slot.more_data.option.plan")),
        Option(value="neither", label=text("slot.more_data.option.neither")),
    ),
    question=text("slot.more_data.question"),
    help=text("slot.more_data.help"),
    tries=4,
)

TROUBLE = Slot(
    name="trouble",
    type="trouble",
    label=text("slot.trouble.label"),
    options=(
        Option(value="service", label=text("slot.trouble.option.service")),
        Option(value="internet", label=text("slot.trouble.option.internet")),
        Option(value="pictures", label=text("slot.trouble.option.pictures")),
        Option(value="nothing", label=text("slot.trouble.option.nothing")),
    ),
    question=text("slot.trouble.question"),
    help=text("slot.trouble.help"),
    tries=3,
)

OBSERVATIONS: tuple[Slot, ...] = (*(_observation(*one) for one in _VALUES.items()), AWAY, MORE_DATA, TROUBLE)
