"""Every state in every format: whatever writes it down, a device or a person, it reads the same; and each of several things
said in one message is said of its own subject."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontline.model.base import Value
from frontline.model.reading import Found, Hearing
from frontline.trades.telecom import TRADE
from tests.support.chance import examples

AT = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
Hear = Callable[..., Value | None]

SWITCHES: Mapping[str, tuple[str, str]] = {
    "airplane_mode": ("Airplane Mode", "airplane_mode"),
    "mobile_data": ("Mobile Data", "mobile_data_enabled"),
    "data_roaming": ("Data Roaming", "dataRoamingEnabled"),
    "data_saver": ("Data Saver", "data_saver_mode"),
    "vpn": ("VPN", "vpn_active"),
    "wifi_calling": ("Wi-Fi Calling", "wifiCallingEnabled"),
}
ON = (
    "{name}: ON",
    "{name}: Yes",
    "{name} Enabled: Yes",
    "{name}: enabled",
    "{name} = true",
    "{name} - on",
    "{name} -> on",
    "{name} is ON.",
    "{name} is now ON.\nStatus Bar: 🔋 80%",
    "{name} is currently turned on.",
    "yes, {name} is on",
    "I turned {name} on",
    "I have just switched on {name}",
    "{name} was off, I turned it on",
    "{name} isn't off",
    "{name} ✅",
    "{name} on hai",
    "looks like {name} is enabled at the moment",
    "I think {name} is on",
    "{key}: true",
    '{{"{key}": true}}',
    "{{'{key}': True}}",
)
OFF = (
    "{name}: OFF",
    "{name}: No",
    "{name} Enabled: No",
    "{name}: disabled",
    "{name} = false",
    "{name} - off",
    "{name} -> off",
    "{name} is OFF.",
    "{name} is now OFF.\nStatus Bar: 🔋 80%",
    "{name} is currently turned off.",
    "no, {name} is off",
    "I turned {name} off",
    "I have just switched off {name}",
    "{name} was on, I turned it off",
    "{name} isn't on",
    "{name} is not enabled",
    "{name} ❌",
    "{name} off hai",
    "{name} band hai",
    "{name} on nahi hai",
    "looks like {name} is disabled at the moment",
    "I don't think {name} is on",
    "{key}: false",
    '{{"{key}": false}}',
    "{{'{key}': False}}",
)
LOUD: tuple[Callable[[str], str], ...] = (str.lower, str.upper, str)


@pytest.mark.parametrize("slot", SWITCHES)
@pytest.mark.parametrize(("value", "format_"), [*product(["on"], ON), *product(["off"], OFF)])
def test_a_switch_reads_the_same_in_every_format_asked_or_not(hear: Hear, slot: str, value: str, format_: str) -> None:
    name, key = SWITCHES[slot]
    for said in {loud(format_.format(name=name, key=key)) for loud in LOUD if "{key}" not in format_ or loud is str}:
        assert hear(slot, said, asked=True) == hear(slot, said) == value


@pytest.mark.parametrize(
    ("said", "value"),
    [
        *product(
            [
                "on",
                "On.",
                "ON",
                "it's on",
                "it is on",
                "yes",
                "Yes, it is",
                "yep it's on",
                "enabled",
                "turned on",
                "is on",
                "still on",
            ],
            ["on"],
        ),
        *product(
            [
                "off",
                "Off!",
                "OFF",
                "its off",
                "it is off",
                "no",
                "No, it isn't",
                "nope",
                "disabled",
                "turned off",
                "not on",
                "it's not on",
                "is off",
            ],
            ["off"],
        ),
        *product(["on I think", "it looks like it is on", "chalu hai", "हां"], ["on"]),
        *product(["off, yes", "it appears to be off", "it was on but now it's off", "band hai", "नहीं"], ["off"]),
        *product(
            [
                "?",
                "what?",
                "why",
                "huh",
                "let me check",
                "one sec",
                "I'm not sure",
                "no idea",
                "how do I turn it off?",
                "is it on?",
            ],
            [None],
        ),
    ],
)
@pytest.mark.parametrize("slot", SWITCHES)
def test_a_bare_answer_is_for_the_switch_that_was_asked_for_and_for_no_other(
    hear: Hear, slot: str, said: str, value: str | None
) -> None:
    assert hear(slot, said, asked=True) == value
    assert hear(slot, said) is None


@pytest.mark.parametrize(
    ("slot", "value", "words"),
    [
        *product(["signal"], ["none"], ["none", "no signal", "no service", "No Signal"]),
        *product(["signal"], ["poor", "fair", "good", "excellent"], [None]),
        *product(["network_type"], ["2g", "3g", "4g", "5g", "none"], [None]),
        ("network_type", "4g", "LTE"),
        *product(["sim_status"], ["active", "missing", "locked"], [None]),
        *product(["sim_status"], ["locked"], ["locked_pin", "locked_puk", "PIN locked", "PUK required"]),
        *product(["speed"], ["poor", "fair", "good", "excellent", "unknown", "very_poor", "none"], [None]),
        ("speed", "very_poor", "Very Poor"),
        ("speed", "none", "no connection"),
    ],
)
@pytest.mark.parametrize(
    "format_",
    [
        "{key}: {value}",
        "{name}: {value}",
        "{name} is {value}.",
        "it says {value}",
        '{{"{key}": "{value}"}}',
        "{value}",
        "{VALUE}!",
        "{name} - {value}",
        "the {name} shows {value}",
    ],
)
def test_a_level_reads_the_same_in_every_format(
    hear: Hear, slot: str, value: str, words: str | None, format_: str
) -> None:
    key, name = {
        "signal": ("signal_strength", "Signal"),
        "network_type": ("networkType", "Network type"),
        "sim_status": ("sim_card_status", "SIM card"),
        "speed": ("download_speed", "Speed"),
    }[slot]
    told = words or value
    assert hear(slot, format_.format(key=key, name=name, value=told, VALUE=told.upper()), asked=True) == value


_STATED = st.tuples(st.sampled_from(sorted(SWITCHES)), st.sampled_from(["on", "off"]))
_JOINTS = st.sampled_from([", ", ". ", "\n", "; ", " and ", " but ", " | "])
_STATEMENTS = st.sampled_from(
    ["{name} is {value}", "{name}: {value}", "{name} {value}", "I turned {value} {name}", "{name} is turned {value}"]
)


@given(st.lists(st.tuples(_STATED, _STATEMENTS, _JOINTS), min_size=2, max_size=5, unique_by=lambda one: one[0][0]))
@examples(300)
def test_what_is_said_of_several_switches_is_said_of_each(said: list[tuple[tuple[str, str], str, str]]) -> None:
    text = "".join(how.format(name=SWITCHES[slot][0], value=value) + joint for (slot, value), how, joint in said)
    for (slot, value), _, _ in said:
        assert TRADE.slot_types[slot].read(Hearing(text, AT)) == Found(value), text
    for slot in SWITCHES.keys() - {slot for (slot, _), _, _ in said}:
        assert TRADE.slot_types[slot].read(Hearing(text, AT)) is None


_REPORT = st.fixed_dictionaries(
    {
        "airplane_mode": st.booleans(),
        "signal": st.sampled_from(["none", "poor", "fair", "good", "excellent"]),
        "sim_status": st.sampled_from(["active", "missing", "locked_pin", "locked_puk"]),
        "network_type": st.sampled_from(["none", "2g", "3g", "4g", "5g"]),
        "mobile_data": st.booleans(),
        "data_roaming": st.booleans(),
        "wifi": st.booleans(),
    }
)


@given(_REPORT, st.sampled_from(["tool", "json", "words"]))
@examples(200)
def test_a_whole_network_status_is_read_field_by_field(report: dict[str, object], how: str) -> None:
    text = _written(report, how)
    wanted = {
        slot: {True: "on", False: "off"}.get(value, value) if isinstance(value, bool) else value
        for slot, value in report.items()
        if slot != "wifi"
    }
    wanted["sim_status"] = str(report["sim_status"]).partition("_")[0]
    for slot, value in wanted.items():
        assert TRADE.slot_types[slot].read(Hearing(text, AT, asked=True)) == Found(str(value)), (slot, text)


def _written(report: dict[str, object], how: str) -> str:
    if how == "json":
        return json.dumps({_KEYS[slot]: value for slot, value in report.items()})
    forms = _TOOL if how == "tool" else _WORDS
    told = {
        slot: {True: "on", False: "off"}.get(bool(value), "") if isinstance(value, bool) else value
        for slot, value in report.items()
    }
    yes = {f"{slot}_yes": "Yes" if value == "on" else "No" for slot, value in told.items()}
    return forms.format(**told, **yes, service="no_service" if told["signal"] == "none" else "connected")


_KEYS = {
    "airplane_mode": "airplaneMode",
    "signal": "signalStrength",
    "sim_status": "simStatus",
    "network_type": "networkType",
    "mobile_data": "mobileDataEnabled",
    "data_roaming": "dataRoaming",
    "wifi": "wifiConnected",
}
_TOOL = """Airplane Mode: {airplane_mode}
SIM Card Status: {sim_status}
Cellular Connection: {service}
Cellular Signal: {signal}
Cellular Network Type: {network_type}
Mobile Data Enabled: {mobile_data_yes}
Data Roaming Enabled: {data_roaming_yes}
Wi-Fi Radio: {wifi}
Wi-Fi Connected: {wifi_yes}"""
_WORDS = (
    "ok so airplane mode is {airplane_mode}, the SIM says {sim_status}, the signal is {signal}, network type {network_type}, "
    "mobile data is {mobile_data} and roaming is {data_roaming}. Wi-Fi is {wifi}"
)
