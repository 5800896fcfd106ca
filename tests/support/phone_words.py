"""What a person says who looked at their phone, or did what they were asked: in few words, or in many."""

from collections.abc import Mapping, Sequence
from random import Random

from tests.support.handset import Result, Shown

Phrases = Sequence[str]
SIGNALS: dict[str, Phrases] = {
    "none": ("no signal", "it says No Service", "no bars at all", "there is no signal"),
    "poor": ("one bar", "poor signal, one bar", "the signal is poor"),
    "fair": ("two bars", "the signal is fair", "fair signal, 2 bars"),
    "good": ("three bars", "the signal is good", "good signal"),
    "excellent": ("full bars", "excellent signal", "four bars, the signal is excellent"),
}
SIMS: dict[str, Phrases] = {
    "active": ("active", "the SIM is active", "it says the SIM card is active"),
    "missing": ("missing", "it says no SIM card", "the SIM is missing", "it shows SIM missing"),
    "locked_pin": ("locked, it wants a PIN", "the SIM is locked with a PIN", "it says SIM locked, enter PIN"),
    "locked_puk": ("locked, it asks for the PUK", "the SIM is PUK locked", "it says SIM locked, enter PUK code"),
}
MODES: dict[str, Phrases] = {
    "2g_only": ("2G only", "it is set to 2G only", "2g_only"),
    "3g_only": ("3G only", "it is set to 3G only", "3g_only"),
    "4g_only": ("4G only", "it is set to 4G only"),
    "4g_5g_preferred": ("4G/5G preferred", "it prefers 5G, then 4G", "4g_5g_preferred", "it is on 4G/5G"),
}
SPEEDS: dict[str, Phrases] = {
    "none": ("no connection", "it says no connection", "the test fails, no internet connection"),
    "very poor": ("very poor", "it says {mbps} Mbps, very poor"),
    "poor": ("poor", "it says {mbps} Mbps, poor"),
    "fair": ("fair", "it says {mbps} Mbps, that's fair", "only fair"),
    "good": ("good", "it says {mbps} Mbps, good"),
    "excellent": ("excellent", "it says {mbps} Mbps, excellent", "wow, {mbps} Mbps, excellent"),
}
SENDS: dict[bool, Phrases] = {
    True: ("it works", "yes, it was sent", "yes, I can send it", "the picture went through"),
    False: ("it fails", "no, it was not sent", "no, it doesn't work", "I can't send it", "it says message not sent"),
}
DONE: Phrases = ("done", "ok, done", "I did that", "done that", "okay, I've done it", "did it")
UNDONE: Phrases = ("I can't, {why}", "that does not work: {why}", "not possible, {why}")
CHATTY: Phrases = (
    "Okay, let me see... {}.",
    "Right, I looked: {}.",
    "Hm, one second. So, {}",
    "Sure! {}, as far as I can tell.",
    "{}. I hope that helps.",
    "My daughter usually does this for me, but okay: {}.",
)


def words(result: Result, asked: str, rng: Random, *, chatty: bool) -> str:
    """`asked` is what the person was asked: somebody terse answers that and no more."""
    return _undone(result, rng) if not result.done else _plain(result, asked, rng, chatty=chatty)


def around(plain: str, rng: Random) -> str:
    """How somebody chatty would put that."""
    return rng.choice(CHATTY).format(plain)


def _undone(result: Result, rng: Random) -> str:
    return rng.choice(UNDONE).format(why=result.why)


def _plain(result: Result, asked: str, rng: Random, *, chatty: bool) -> str:
    shown = result.shown
    match result.action:
        case "check_status_bar":
            return _status_bar(shown, rng, chatty=chatty)
        case "check_network_status":
            return _network(shown, "" if chatty else asked, rng)
        case "check_network_mode_preference":
            return rng.choice(MODES[str(shown["mode"])])
        case "check_sim_status":
            return rng.choice(SIMS[str(shown["sim"])])
        case "check_apn_settings":
            return _apn(shown, asked, rng)
        case "check_data_restriction_status" | "check_wifi_status" | "check_wifi_calling_status":
            name, key = _SWITCHES[result.action]
            return _switch(name, shown[key], rng)
        case "check_vpn_status":
            off = ("no VPN", "the VPN is off", "I'm not using a VPN")
            return rng.choice(("the VPN is on", "yes, a VPN is connected", "VPN connected") if shown["vpn"] else off)
        case "check_installed_apps":
            return "I have " + _list(shown["apps"])
        case "check_app_status" | "check_app_permissions":
            return _permissions(shown["permissions"], rng)
        case "run_speed_test":
            return rng.choice(SPEEDS[str(shown["speed"])]).format(mbps=shown["mbps"])
        case "can_send_mms":
            return rng.choice(SENDS[bool(shown["can_send_mms"])])
        case "check_payment_request":
            some = f"yes, there is a payment request for ${shown['amount']}"
            return "there is no payment request" if shown["bill"] is None else some
        case "make_payment":
            return rng.choice(("I paid it", "done, paid", "paid", "I've made the payment"))
    return rng.choice(DONE)


_SWITCHES = {
    "check_data_restriction_status": ("data saver", "data_saver"),
    "check_wifi_status": ("wi-fi", "wifi"),
    "check_wifi_calling_status": ("wi-fi calling", "wifi_calling"),
}


def _list(value: Shown) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _switch(name: str, value: Shown, rng: Random) -> str:
    state = "on" if value else "off"
    return rng.choice((f"{name} is {state}", f"it's {state}", state, f"it says {name} {state}"))


def _status_bar(shown: Mapping[str, Shown], rng: Random, *, chatty: bool) -> str:
    seen = [rng.choice(SIGNALS[str(shown["signal"])])]
    if shown["airplane_mode"]:
        seen.append(rng.choice(("airplane mode is on", "I see a little airplane", "and the airplane symbol")))
    elif chatty or rng.random() < 0.5:
        seen.append(rng.choice(("no airplane", "airplane mode is off")))
    if chatty:
        seen += [str(shown["network_type"])] if shown["network_type"] != "none" else []
        seen += ["and the battery is at 80 percent"]
    return ", ".join(seen)


def _network(shown: Mapping[str, Shown], asked: str, rng: Random) -> str:
    kind = "no network type" if shown["network_type"] == "none" else f"the network is {shown['network_type']}"
    said = {
        "airplane": f"airplane mode is {'on' if shown['airplane_mode'] else 'off'}",
        "roaming": f"data roaming is {'on' if shown['data_roaming'] else 'off'}",
        "mobile data": f"mobile data is {'on' if shown['mobile_data'] else 'off'}",
        "type": kind,
        "signal": rng.choice(SIGNALS[str(shown["signal"])]),
    }
    wanted = [words for key, words in said.items() if key in asked.casefold()]
    return ", ".join(wanted or said.values())


def _apn(shown: Mapping[str, Shown], asked: str, rng: Random) -> str:
    name = "the APN is internet" if shown["apn_correct"] else "the APN is incorrect"
    missing = ("the MMSC URL is not set", "the MMSC field is empty", "there is no MMSC URL", "MMSC: not set")
    there = ("there is an MMSC URL", "the MMSC URL is http://mmsc.acme.example/mms", "the MMSC is set")
    mmsc = rng.choice(there if shown["mmsc"] else missing)
    return mmsc if "MMSC" in asked and rng.random() < 0.5 else f"{name}, {mmsc}"


def _permissions(granted: Shown, rng: Random) -> str:
    match granted:
        case ("sms", "storage"):
            return rng.choice(("it has both", "storage and SMS are both allowed", "both permissions are granted"))
        case ("sms",):
            return rng.choice(("only SMS is allowed", "SMS yes, storage no", "the storage permission is missing"))
        case ("storage",):
            return rng.choice(("only storage is allowed", "storage yes, SMS no", "the SMS permission is missing"))
    return rng.choice(("it has neither", "storage and SMS are both missing", "no storage and no SMS permission"))
