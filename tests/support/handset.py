"""What a customer can do with a phone, by the names of the runbook's actions: what each shows or changes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from tests.support.phone import (
    MODES,
    Carrier,
    Line,
    Phone,
    generation,
    megabits,
    restarted,
    sends_pictures,
    signal,
    speed,
)

Shown = str | float | bool | None | tuple[str, ...]
APPS = ("browser", "camera", "maps", "messaging", "music")


@dataclass(frozen=True)
class Result:
    """`shown` is what can be read; `done` False is an action that was not possible as asked, and `why`."""

    action: str
    shown: Mapping[str, Shown] = field(default_factory=dict)
    done: bool = True
    why: str = ""


Arguments = Mapping[str, object]


class Handset:
    """The phone in its owner's hand. It learns of the line by asking the carrier each time somebody looks."""

    def __init__(self, phone: Phone, carrier: Carrier) -> None:
        self.carrier = carrier
        self.phone = phone
        self.look()

    def look(self) -> Line:
        line = self.carrier.line()
        if not line.active:
            self.phone = replace(self.phone, stale=True)
        return line

    def do(self, action: str, arguments: Arguments) -> Result:
        """Nothing the manual does not name is possible, nor anything without the arguments it needs."""
        if action in READINGS:
            return self._read(action, arguments)
        if action == "make_payment":
            return self._pay()
        if action not in CHANGES:
            return Result(action, done=False, why="there is no such thing on my phone")
        changed = CHANGES[action](self.phone, arguments, self.look())
        if isinstance(changed, str):
            return Result(action, done=False, why=changed)
        self.phone = changed
        return Result(action, dict(READINGS["check_status_bar"](self.phone, self.look(), self.carrier)))

    def _read(self, action: str, arguments: Arguments) -> Result:
        app = str(arguments.get("app_name", "messaging"))
        if action in ("check_app_status", "check_app_permissions") and app != "messaging":
            known = app in APPS
            return Result(action, {"app_name": app, "permissions": ()}, done=known, why="" if known else "no such app")
        line = self.look()
        return Result(action, dict(READINGS[action](self.phone, line, self.carrier)))

    def _pay(self) -> Result:
        request = self.carrier.request()
        if request is None:
            return Result("make_payment", done=False, why="there is no payment request")
        self.carrier.pay(request)
        return Result("make_payment", {"paid": True, "amount": request.amount, "bill": request.bill})


Reading = Callable[[Phone, Line, Carrier], Mapping[str, Shown]]
Change = Callable[[Phone, Arguments, Line], Phone | str]


def _status_bar(phone: Phone, line: Line, _: Carrier) -> Mapping[str, Shown]:
    return {
        "airplane_mode": phone.airplane,
        "signal": signal(phone, line),
        "network_type": generation(phone, line),
        "mobile_data": phone.data and not phone.airplane,
        "data_saver": phone.data_saver,
        "wifi": phone.wifi and not phone.airplane,
        "vpn": phone.vpn,
        "battery": 80,
    }


def _network_status(phone: Phone, line: Line, _: Carrier) -> Mapping[str, Shown]:
    return {
        "airplane_mode": phone.airplane,
        "signal": signal(phone, line),
        "network_type": generation(phone, line),
        "mobile_data": phone.data,
        "data_roaming": phone.roaming,
        "wifi": phone.wifi and not phone.airplane,
    }


def _payment_request(_phone: Phone, _line: Line, carrier: Carrier) -> Mapping[str, Shown]:
    request = carrier.request()
    return {"bill": request.bill, "amount": request.amount} if request else {"bill": None, "amount": None}


READINGS: dict[str, Reading] = {
    "check_status_bar": _status_bar,
    "check_network_status": _network_status,
    "check_network_mode_preference": lambda phone, *_: {"mode": phone.mode},
    "check_sim_status": lambda phone, *_: {"sim": phone.sim},
    "check_data_restriction_status": lambda phone, *_: {"data_saver": phone.data_saver, "background_restricted": False},
    "check_apn_settings": lambda phone, *_: {"apn_correct": phone.apn_correct, "mmsc": phone.mmsc},
    "check_wifi_status": lambda phone, *_: {"wifi": phone.wifi and not phone.airplane},
    "check_wifi_calling_status": lambda phone, *_: {"wifi_calling": phone.wifi_calling},
    "check_vpn_status": lambda phone, *_: {"vpn": phone.vpn},
    "check_installed_apps": lambda *_: {"apps": APPS},
    "check_app_status": lambda phone, *_: {"app_name": "messaging", "permissions": tuple(sorted(phone.permissions))},
    "check_app_permissions": lambda phone, *_: {
        "app_name": "messaging",
        "permissions": tuple(sorted(phone.permissions)),
    },
    "run_speed_test": lambda phone, line, _: {"speed": speed(phone, line), "mbps": megabits(phone, line)},
    "can_send_mms": lambda phone, line, _: {"can_send_mms": sends_pictures(phone, line)},
    "check_payment_request": _payment_request,
}


def _switch(name: str) -> Change:
    def change(phone: Phone, arguments: Arguments, _: Line) -> Phone | str:
        on = arguments.get("on")
        return replace(phone, **{name: on}) if isinstance(on, bool) else "on or off?"  # type: ignore[arg-type]

    return change


def _set_mode(phone: Phone, arguments: Arguments, _: Line) -> Phone | str:
    wanted = next((mode for mode in MODES if mode == arguments.get("mode")), None)
    return replace(phone, mode=wanted) if wanted else f"there is no mode {arguments.get('mode')!r}"


def _grant(phone: Phone, arguments: Arguments, _: Line) -> Phone | str:
    app, permission = arguments.get("app_name"), arguments.get("permission")
    if app != "messaging" or permission not in ("storage", "sms"):
        return f"there is no permission {permission!r} of an app {app!r}"
    return replace(phone, permissions=phone.permissions | {str(permission)})


def _reseat(phone: Phone, _arguments: Arguments, _line: Line) -> Phone:
    return replace(phone, sim="active") if phone.sim == "missing" else phone


CHANGES: dict[str, Change] = {
    "set_network_mode_preference": _set_mode,
    "toggle_airplane_mode": _switch("airplane"),
    "reseat_sim_card": _reseat,
    "toggle_data": _switch("data"),
    "toggle_roaming": _switch("roaming"),
    "toggle_data_saver_mode": _switch("data_saver"),
    "set_apn_settings": lambda *_: "which APN, and which values?",
    "reset_apn_settings": lambda phone, *_: replace(phone, resetting=True),
    "toggle_wifi": _switch("wifi"),
    "toggle_wifi_calling": _switch("wifi_calling"),
    "connect_vpn": lambda phone, *_: replace(phone, vpn=True),
    "disconnect_vpn": lambda phone, *_: replace(phone, vpn=False),
    "grant_app_permission": _grant,
    "reboot_device": lambda phone, _, line: restarted(phone, line),
}
ACTIONS = (*READINGS, *CHANGES, "make_payment")
"""All that can be asked of a customer."""
