"""What a phone's own screen or an app on it says about an action: as a tool prints it, as lines of `key: value`, as data."""

import json
from collections.abc import Callable
from typing import Literal

from tests.support.handset import Result, Shown

Data = dict[str, object]
Variant = Literal["plain", "native", "words"]
"""Data as flags and words; as an app's own code would have them, with nulls and lists; and with on/off and yes/no in words."""

BARS = {
    "none": "📵 No Signal",
    "poor": "📶¹ Poor",
    "fair": "📶² Fair",
    "good": "📶³ Good",
    "excellent": "📶⁴ Excellent",
}
SIMS = {
    "active": "The SIM card is active and works.",
    "missing": "No SIM card was found in this phone.",
    "locked_pin": "The SIM card is locked: a PIN code is required.",
    "locked_puk": "The SIM card is locked: a PUK code is required.",
}
DONE = {
    "set_network_mode_preference": "Preferred network mode changed.",
    "toggle_airplane_mode": "Airplane Mode changed.",
    "reseat_sim_card": "The SIM card was taken out and put back in.",
    "toggle_data": "Mobile Data changed.",
    "toggle_roaming": "Data Roaming changed.",
    "toggle_data_saver_mode": "Data Saver changed.",
    "reset_apn_settings": "APN settings will be back to their defaults after a restart.",
    "toggle_wifi": "Wi-Fi changed.",
    "toggle_wifi_calling": "Wi-Fi Calling changed.",
    "connect_vpn": "VPN connected.",
    "disconnect_vpn": "VPN disconnected.",
    "grant_app_permission": "The permission was granted.",
    "reboot_device": "The phone was restarted.",
}


def tool(result: Result) -> str:
    """As the screens of the phone word it."""
    if not result.done:
        return f"Error: {result.why}."
    if result.action in DONE:
        return f"{DONE[result.action]}\n{_status_bar(result)}"
    return _TOOL[result.action](result)


def lines(result: Result) -> str:
    """One `key: value` a line."""
    if not result.done:
        return f"status: failed\nreason: {result.why}"
    if result.action in DONE:
        return "status: done"
    return "\n".join(f"{key}: {_value(value)}" for key, value in data(result, "words").items())


def json_text(result: Result) -> str:
    """What an app on the phone exports."""
    return json.dumps(data(result, "plain"))


def data(result: Result, variant: Variant) -> Data:
    """What an app on the phone reports."""
    if not result.done:
        return {"success": False, "error": result.why}
    if result.action in DONE:
        return {"success": True} if variant == "plain" else {"status": "done"} if variant == "words" else {"ok": True}
    return _RECORDS[variant](result)


def _value(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple | list) else str(value)


def on(value: Shown) -> str:
    return "ON" if value else "OFF"


def _status_bar(result: Result) -> str:
    shown = result.shown
    icons = [
        *(["✈️ Airplane Mode"] if shown["airplane_mode"] else []),
        BARS[str(shown["signal"])],
        *([str(shown["network_type"])] if shown["network_type"] != "none" else []),
        "📱 Data Enabled" if shown["mobile_data"] else "📵 Data Disabled",
        *(["🔽 Data Saver"] if shown["data_saver"] else []),
        *(["📡 Connected to HomeNet"] if shown["wifi"] else []),
        *(["🔒 VPN Connected"] if shown["vpn"] else []),
        f"🔋 {shown['battery']}%",
    ]
    return "Status Bar: " + " | ".join(icons)


def _network(result: Result) -> str:
    shown = result.shown
    kind = "None" if shown["network_type"] == "none" else shown["network_type"]
    return (
        f"Airplane Mode: {on(shown['airplane_mode'])}\nSignal Strength: {shown['signal']}\nNetwork Type: {kind}\n"
        f"Mobile Data: {'Enabled' if shown['mobile_data'] else 'Disabled'}\n"
        f"Data Roaming: {'Enabled' if shown['data_roaming'] else 'Disabled'}\nWi-Fi Radio: {on(shown['wifi'])}"
    )


def _apn(result: Result) -> str:
    name = "internet" if result.shown["apn_correct"] else "Incorrect"
    mmsc = "http://mmsc.acme.example/mms" if result.shown["mmsc"] else "Not Set"
    return f"Current APN Name: {name}\nMMSC URL (for picture messages): {mmsc}"


def _vpn(result: Result) -> str:
    return "VPN is ON and connected.\nPerformance level: Poor" if result.shown["vpn"] else "VPN is OFF."


def _speed(result: Result) -> str:
    word, mbps = str(result.shown["speed"]), result.shown["mbps"]
    return "Speed Test: No Connection." if mbps is None else f"Download Speed: {mbps} Mbps ({word.title()})"


def _permissions(result: Result) -> str:
    granted = result.shown["permissions"]
    return f"App '{result.shown['app_name']}' has permission for: {_value(granted) if granted else 'None'}."


def _request(result: Result) -> str:
    if result.shown["bill"] is None:
        return "You have no open payment request."
    return f"You have a payment request for bill {result.shown['bill']}: ${result.shown['amount']:.2f}"


_TOOL: dict[str, Callable[[Result], str]] = {
    "check_status_bar": _status_bar,
    "check_network_status": _network,
    "check_network_mode_preference": lambda result: f"Network Mode Preference: {result.shown['mode']}",
    "check_sim_status": lambda result: SIMS[str(result.shown["sim"])],
    "check_data_restriction_status": lambda result: (
        f"Data Saver mode is {on(result.shown['data_saver'])}.\nBackground data is not restricted globally."
    ),
    "check_apn_settings": _apn,
    "check_wifi_status": lambda result: f"Wi-Fi is {on(result.shown['wifi'])}.",
    "check_wifi_calling_status": lambda result: f"Wi-Fi Calling is {on(result.shown['wifi_calling'])}.",
    "check_vpn_status": _vpn,
    "check_installed_apps": lambda result: f"Installed apps: {_value(result.shown['apps'])}",
    "check_app_status": lambda result: f"{_permissions(result)}\nBackground data: allowed",
    "check_app_permissions": _permissions,
    "run_speed_test": _speed,
    "can_send_mms": lambda result: (
        "The messaging app can send MMS messages."
        if result.shown["can_send_mms"]
        else "The messaging app cannot send MMS messages."
    ),
    "check_payment_request": _request,
    "make_payment": lambda result: f"Payment of ${result.shown['amount']:.2f} was made.",
}


def _plain(result: Result) -> Data:
    """Flags are flags, words are words, nothing is nested."""
    shown: Data = dict(result.shown)
    match result.action:
        case "check_sim_status":
            return {"sim_status": shown["sim"]}
        case "check_network_mode_preference":
            return {"network_mode_preference": shown["mode"]}
        case "check_apn_settings":
            apn = "internet" if shown["apn_correct"] else "incorrect"
            return {"apn_name": apn, "mmsc_url": "http://mmsc.acme.example/mms" if shown["mmsc"] else "not set"}
        case "check_app_status" | "check_app_permissions":
            granted = result.shown["permissions"]
            assert isinstance(granted, tuple)
            return {"app_name": shown["app_name"], "storage": "storage" in granted, "sms": "sms" in granted}
        case "run_speed_test":
            return {"speed": "no connection" if shown["mbps"] is None else shown["speed"], "mbps": shown["mbps"] or 0}
        case "check_payment_request" if shown["bill"] is None:
            return {"payment_request": "none"}
        case "check_vpn_status":
            return {"vpn_connected": shown["vpn"]}
        case "check_wifi_calling_status":
            return {"wifi_calling_enabled": shown["wifi_calling"]}
        case "check_installed_apps":
            return {"installed_apps": _value(shown["apps"])}
    return shown


def _native(result: Result) -> Data:
    """As the phone's own code would give it: nothing is null, several are a list."""
    shown: Data = {key: list(value) if isinstance(value, tuple) else value for key, value in result.shown.items()}
    match result.action:
        case "check_apn_settings":
            apn = "internet" if shown["apn_correct"] else "incorrect"
            return {"apn": apn, "mmsc_url": "http://mmsc.acme.example/mms" if shown["mmsc"] else None}
        case "check_sim_status":
            return {"sim_card_status": shown["sim"]}
        case "check_status_bar" | "check_network_status":
            kind = None if shown["network_type"] == "none" else shown["network_type"]
            signal = shown.pop("signal")
            return {**shown, "network_type": kind, "signal_strength": signal}
        case "run_speed_test":
            description = "no connection" if shown["mbps"] is None else shown["speed"]
            return {"download_mbps": shown["mbps"], "description": description}
    return shown


def _words(result: Result) -> Data:
    """Every flag as on or off; permissions one by one."""
    words: Data = {}
    for key, value in _plain(result).items():
        yes_no = ("granted", "missing") if key in ("storage", "sms") else ("yes", "no")
        switch = yes_no if key in ("storage", "sms", "can_send_mms", "paid") else ("on", "off")
        words[key] = (switch[0] if value else switch[1]) if isinstance(value, bool) else value
    return words


_RECORDS: dict[Variant, Callable[[Result], Data]] = {"plain": _plain, "native": _native, "words": _words}
