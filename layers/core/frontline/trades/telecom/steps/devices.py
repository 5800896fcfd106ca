"""What a customer can try on a device that gives trouble."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from frontline.trades.telecom.ports import Operator

_KINDS: dict[str, Literal["phone", "router", "dongle", "computer", "tv"]] = {
    "phone": "phone",
    "router": "router",
    "dongle": "dongle",
    "tablet": "computer",
    "laptop": "computer",
    "desktop": "computer",
    "tv": "tv",
}


class WhichDevice(BaseModel):
    """A device, as the slot knows it."""

    model_config = ConfigDict(frozen=True)
    device: Literal["phone", "router", "dongle", "tablet", "laptop", "desktop", "tv"]


class DeviceAdvice(BaseModel):
    """The result to tell."""

    result: Literal["phone", "router", "dongle", "computer", "tv"]


def advise_on_device(request: WhichDevice, operator: Operator) -> DeviceAdvice:
    """Tablets and computers reach us over somebody's Wi-Fi, so the advice for them is one."""
    del operator
    return DeviceAdvice(result=_KINDS[request.device])
