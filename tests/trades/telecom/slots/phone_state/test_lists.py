"""A list read off a phone says what is not in it too: every list-like slot, every subset, every way to read it out.

`lists.<code>.yaml` has the ways: `{}` is where the names stand; under `among_other_words` the values of the storage and the SMS
permission, `-` for none."""

import json
from collections.abc import Callable, Iterator
from itertools import combinations, product

import pytest

from frontline.model.reading import Found, Hearing
from frontline.speech.report import flatten
from frontline.trades.telecom import TRADE
from tests.speech.conftest import SATURDAY
from tests.support.chance import some
from tests.support.tables import sentences, sentences_of

Say = Callable[[str], str]

PERMISSIONS = {
    "storage": "storage",
    "sms": "SMS",
    "phone": "phone",
    "sensors": "body sensors",
    "nearby": "nearby devices",
}
SWITCHES = {
    "airplane_mode": "airplane mode",
    "mobile_data": "mobile data",
    "data_roaming": "data roaming",
    "data_saver": "data saver",
    "vpn": "VPN",
    "wifi_calling": "Wi-Fi calling",
    "bluetooth": "Bluetooth",
    "torch": "flashlight",
}
SHOWN = {
    "airplane_mode": "airplane mode",
    "data_saver": "data saver",
    "vpn": "VPN",
    "signal": "full signal",
    "battery": "battery 80%",
}


def listed(heading: str) -> list[str]:
    return sentences(__file__, "lists", heading)


def subsets(names: dict[str, str], most: int = 3) -> Iterator[tuple[str, ...]]:
    for size in range(1, most + 1):
        yield from combinations(names, size)


def joined(names: list[str]) -> Iterator[str]:
    yield ", ".join(names)
    if len(names) > 1:
        yield f"{', '.join(names[:-1])} and {names[-1]}"
        yield f"{', '.join(names[:-1])} aur {names[-1]}"
        yield " / ".join(reversed(names))


def wrong(slot: str, value: str, said: str) -> str | None:
    reading = TRADE.slot_types[slot].read(Hearing(said, SATURDAY, asked=True))
    return None if reading == Found(value) else f"{slot} of {said!r}: {reading}, not {value}"


def all_right(cases: Iterator[tuple[str, str, str]]) -> None:
    told = some(cases, 7)
    failures = [failure for case in told if (failure := wrong(*case))]
    assert told and not failures, f"{len(failures)} of {len(told)}:\n" + "\n".join(failures[:60])


def permissions_of(granted: tuple[str, ...], said: str) -> Iterator[tuple[str, str, str]]:
    for name in ("storage", "sms"):
        yield f"{name}_permission", "granted" if name in granted else "missing", said


def test_a_list_of_permissions_names_what_was_granted_and_nothing_else_was() -> None:
    def cases() -> Iterator[tuple[str, str, str]]:
        for granted in subsets(PERMISSIONS):
            names = [PERMISSIONS[name] for name in granted]
            for phrase, said in product(listed("granted"), joined(names)):
                yield from permissions_of(granted, phrase.format(said))
            for phrase, bullet in product(listed("granted_below"), ("", "- ", "• ")):
                yield from permissions_of(granted, phrase.format("\n".join(bullet + name for name in names)))
            others = ", ".join(text for name, text in PERMISSIONS.items() if name not in granted)
            yield from permissions_of(granted, f"Allowed: {', '.join(names)}. Not allowed: {others}")
            yield from permissions_of(granted, f"Allowed\n{chr(10).join(names)}\nNot allowed\n{others}")
            yield from permissions_of(granted, f"granted: {', '.join(names)}\ndenied: {others}")

    all_right(cases())


def test_no_permission_at_all_is_an_answer() -> None:
    all_right(case for said in listed("no_permission") for case in permissions_of((), said))


def test_a_report_of_permissions_of_any_shape_tells_what_is_not_in_it() -> None:
    def cases() -> Iterator[tuple[str, str, str]]:
        for granted in [(), *subsets(PERMISSIONS)]:
            others = [name for name in PERMISSIONS if name not in granted]
            for report in (
                {"permissions": list(granted)},
                {"app": "messaging", "permissions": list(granted)},
                {"app_name": "messaging", "grantedPermissions": list(granted)},
                {"granted": list(granted), "denied": others},
                {"permissions": {"granted": list(granted), "denied": others}},
                {"permissions": {"granted": list(granted) or None}},
                {"permissions": {name: name in granted for name in PERMISSIONS}},
                {"permissions": dict.fromkeys(granted, True)},
                {"permissions": [{"name": name, "granted": name in granted} for name in PERMISSIONS]},
                {"permissions": ", ".join(granted) or None},
                {"allowed": list(granted), "not_allowed": others},
            ):
                yield from permissions_of(granted, flatten(report))
                yield from permissions_of(granted, json.dumps(report))

    all_right(cases())


def test_a_list_of_what_is_on_says_that_the_rest_is_off() -> None:
    def cases() -> Iterator[tuple[str, str, str]]:
        for shown in subsets(SWITCHES):
            names = [SWITCHES[name] for name in shown]
            rest = ", ".join(text for name, text in SWITCHES.items() if name not in shown)
            sayings = [phrase.format(said) for phrase, said in product(listed("on"), joined(names))]
            sayings += [f"On: {', '.join(names)}. Off: {rest}", f"Off: {rest}\nOn: {', '.join(names)}"]
            sayings += [flatten({"on": names, "off": []}), flatten({"enabled": list(shown)})]
            for said, slot in product(sayings, [name for name in SWITCHES if name in TRADE.slot_types]):
                yield slot, "on" if slot in shown else "off", said
        for said, slot in product(listed("all_off"), [name for name in SWITCHES if name in TRADE.slot_types]):
            yield slot, "off", said
        for said, slot in product(
            listed("nothing"), ("airplane_mode", "data_roaming", "data_saver", "vpn", "wifi_calling")
        ):
            yield slot, "off", said

    all_right(cases())


def test_a_list_of_icons_says_which_are_not_shown() -> None:
    def cases() -> Iterator[tuple[str, str, str]]:
        for shown in subsets(SHOWN):
            names = [SHOWN[name] for name in shown]
            for phrase, said in product(listed("icons"), joined(names)):
                for slot in ("airplane_mode", "data_saver", "vpn"):
                    yield slot, "on" if slot in shown else "off", phrase.format(said)

    all_right(cases())


@pytest.mark.parametrize("said", listed("no_request"))
def test_an_empty_list_of_requests_is_an_answer(said: str) -> None:
    assert wrong("payment_request", "absent", said) is None


@pytest.mark.parametrize(("slot", "said"), sentences_of(__file__, "lists", "no_list"))
def test_what_is_no_list_says_nothing_of_what_it_does_not_name(slot: str, said: str) -> None:
    assert TRADE.slot_types[slot].read(Hearing(said, SATURDAY, asked=True)) is None


@pytest.mark.parametrize(("values", "said"), sentences_of(__file__, "lists", "among_other_words"))
def test_lists_among_other_words(values: str, said: str) -> None:
    for slot, value in zip(("storage_permission", "sms_permission"), values.split(), strict=True):
        reading = TRADE.slot_types[slot].read(Hearing(said, SATURDAY, asked=True))
        assert reading == (None if value == "-" else Found(value)), slot
