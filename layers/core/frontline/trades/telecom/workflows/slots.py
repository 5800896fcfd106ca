"""Slots and knowledge that several workflows share, declared once."""

from frontline.model.workflow import Knowledge, Option, Slot
from frontline.trades.telecom.workflows.texts import text

PHONE_NUMBER = Slot(
    name="phone_number",
    type="phone",
    stable=True,
    label=text("slot.phone_number.label"),
    question=text("slot.phone_number.question"),
    help=text("slot.phone_number.help"),
)

REGION = Slot(
    name="region",
    type="region",
    stable=True,
    label=text("slot.region.label"),
    question=text("slot.region.question"),
    help=text("slot.region.help"),
)

CONNECTION = Slot(
    name="connection",
    type="connection",
    inferable=True,
    label=text("slot.connection.label"),
    options=(
        Option(value="mobile", label=text("slot.connection.option.mobile")),
        Option(
            value="fixed_line",
            label=text("slot.connection.option.fixed_line"),
        ),
    ),
    question=text("slot.connection.question"),
    help=text("slot.connection.help"),
)

ACCESS = Knowledge(
    name="access",
    type="access",
    label=text("slot.access.label"),
)
DEVICE = Slot(
    name="device",
    type="device",
    label=text("slot.device.label"),
    options=(
        Option(value="phone", label=text("slot.device.option.phone")),
        Option(value="router", label=text("slot.device.option.router")),
        Option(value="dongle", label=text("slot.device.option.dongle")),
    ),
    question=text("slot.device.question"),
    help=text("slot.device.help"),
)
SWITCH_OFF = Knowledge(
    name="switch_off",
    type="switch_off",
    label=text("slot.switch_off.label"),
)
SIM_TROUBLE = Knowledge(
    name="sim_trouble",
    type="sim_trouble",
    label=text("slot.sim_trouble.label"),
)
PERIOD = Knowledge(
    name="period",
    type="period",
    label=text("slot.period.label"),
)
ACCOUNT_TYPE = Knowledge(
    name="account_type",
    type="account_type",
    stable=True,
    label=text("slot.account_type.label"),
)
AMOUNT = Knowledge(
    name="amount",
    type="amount",
    label=text("slot.amount.label"),
)
DATE = Knowledge(
    name="paid_on",
    type="date",
    label=text("slot.paid_on.label"),
)

NO_SUCH_LINE = text("identity_check.no_such_line")
