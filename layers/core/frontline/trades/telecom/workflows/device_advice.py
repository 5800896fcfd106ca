"""A device that gives trouble, and what the customer can try on it."""

from frontline.model.workflow import Intent, Result, Workflow
from frontline.trades.telecom.workflows.slots import DEVICE
from frontline.trades.telecom.workflows.texts import text

DEVICES = ("phone", "router", "dongle", "computer", "tv")

DEVICE_ADVICE = Workflow(
    name="device_advice",
    kind="inquiry",
    title=text("device_advice.title"),
    intents=(
        Intent(
            name="device_issue",
            means="a phone, router, dongle, computer or TV box itself gives trouble, or needs settings or a Wi-Fi password",
            offer=text("offer.device_issue"),
        ),
    ),
    slots=(DEVICE,),
    results={device: Result(says=text(f"device_advice.{device}")) for device in DEVICES},
)
