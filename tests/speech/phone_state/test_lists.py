"""A list read off a phone says what is not in it too: every list-like slot, every subset, every way to read it out."""

import json
from collections.abc import Callable, Iterator
from itertools import combinations, product

import pytest

from frontline.speech.reading import Found, Hearing
from frontline.speech.report import flatten
from frontline.speech.slot_types import SLOT_TYPES
from tests.speech.conftest import SATURDAY

Say = Callable[[str], str]

PERMISSIONS = {
    "storage": "storage",
    "sms": "SMS",
    "phone": "phone",
    "sensors": "body sensors",
    "nearby": "nearby devices",
}
GRANTED = (
    "App 'messaging' has permission for: {}.",
    "It has permission for {}",
    "the messaging app has permission to access {}",
    "Permissions: {}",
    "permissions granted: {}.",
    "Allowed: {}",
    "It says allowed: {}. What now?",
    "has access to: {}",
    "it is only allowed {}",
    "only {}",
    "sirf {} ki permission hai",
    "{} ki permission hai",
    "permission: {} hai",
    "केवल {} की अनुमति है",
    "अनुमति: {}",
    "{} की परमिशन है",
)
GRANTED_LINES = ("Permissions:\n{}", "Allowed\n{}", "App permissions\nAllowed:\n{}\n")
NO_PERMISSION = (
    *(
        "none",
        "None.",
        "nothing",
        "nothing at all",
        "no permissions",
        "no permissions at all",
        "koi nahi",
        "कोई नहीं",
        "koi bhi nahi",
    ),
    *("कोई भी नहीं", "kuch nahi", "kuch bhi nahi", "कुछ नहीं", "कुछ भी नहीं", "koi permission nahi hai", "कोई अनुमति नहीं है"),
    *(
        "कोई परमिशन नहीं",
        "the list is empty",
        "it is empty",
        "khali hai",
        "खाली है",
        "nothing is listed",
        "there is nothing there",
    ),
    *(
        "App 'messaging' has permission for: none.",
        "App 'messaging' has permission for: None",
        "has permission for nothing",
    ),
    *(
        "App 'messaging' has permission for: .",
        "permissions: none",
        "permissions: []",
        "permissions: null",
        "permissions: {}",
    ),
    *(
        "Permissions:",
        "Allowed: none",
        "Allowed: nothing",
        "Allowed: -",
        "Permissions: koi nahi",
        "अनुमति: कोई नहीं",
        "permissions: 0",
    ),
    *("No permissions allowed", "0 permissions", "it doesn't have any", "it has no permission for anything"),
    *("I don't see any permission there", "there are none", "not a single one", "zero", "ek bhi nahi", "एक भी नहीं"),
)
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
ON = (
    *(
        "On: {}",
        "Turned on: {}.",
        "switched on: {}",
        "Enabled: {}",
        "Active: {}",
        "these are on: {}",
        "only {} on",
        "what is on: {}",
    ),
    *("chalu hai: {}", "चालू: {}", "chalu: {}"),
)
ICONS = ("Status bar: {}", "the status bar shows: {}", "icons: {}", "I see these icons: {}", "Status bar icons: {}")
SHOWN = {
    "airplane_mode": "airplane mode",
    "data_saver": "data saver",
    "vpn": "VPN",
    "signal": "full signal",
    "battery": "battery 80%",
}
ALL_OFF = (
    *("On: none", "Turned on: nothing", "enabled: []", "nothing is on", "active: null", "कुछ भी चालू नहीं है"),
    *("kuch bhi on nahi hai", "चालू: कोई नहीं"),
)
NOTHING = ("nothing", "none", "koi nahi", "कोई नहीं", "kuch nahi", "कुछ भी नहीं")
ABSENT = (
    *(
        "none",
        "nothing",
        "no requests",
        "payment requests: none",
        "requests: []",
        "koi nahi",
        "कोई नहीं",
        "kuch nahi",
        "the list is empty",
    ),
    *(
        "कुछ नहीं",
        "koi request nahi hai",
        "pending payments: 0",
        "requests: null",
        "it is empty",
        "khali hai",
        "nothing there",
    ),
)


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
    reading = SLOT_TYPES[slot].read(Hearing(said, SATURDAY, asked=True))
    return None if reading == Found(value) else f"{slot} of {said!r}: {reading}, not {value}"


def all_right(cases: Iterator[tuple[str, str, str]]) -> None:
    told = list(cases)
    failures = [failure for case in told if (failure := wrong(*case))]
    assert told and not failures, f"{len(failures)} of {len(told)}:\n" + "\n".join(failures[:60])


def permissions_of(granted: tuple[str, ...], said: str) -> Iterator[tuple[str, str, str]]:
    for name in ("storage", "sms"):
        yield f"{name}_permission", "granted" if name in granted else "missing", said


def test_a_list_of_permissions_names_what_was_granted_and_nothing_else_was() -> None:
    def cases() -> Iterator[tuple[str, str, str]]:
        for granted in subsets(PERMISSIONS):
            names = [PERMISSIONS[name] for name in granted]
            for phrase, said in product(GRANTED, joined(names)):
                yield from permissions_of(granted, phrase.format(said))
            for phrase, bullet in product(GRANTED_LINES, ("", "- ", "• ")):
                yield from permissions_of(granted, phrase.format("\n".join(bullet + name for name in names)))
            others = ", ".join(text for name, text in PERMISSIONS.items() if name not in granted)
            yield from permissions_of(granted, f"Allowed: {', '.join(names)}. Not allowed: {others}")
            yield from permissions_of(granted, f"Allowed\n{chr(10).join(names)}\nNot allowed\n{others}")
            yield from permissions_of(granted, f"granted: {', '.join(names)}\ndenied: {others}")

    all_right(cases())


def test_no_permission_at_all_is_an_answer() -> None:
    all_right(case for said in NO_PERMISSION for case in permissions_of((), said))


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
            sayings = [phrase.format(said) for phrase, said in product(ON, joined(names))]
            sayings += [f"On: {', '.join(names)}. Off: {rest}", f"Off: {rest}\nOn: {', '.join(names)}"]
            sayings += [flatten({"on": names, "off": []}), flatten({"enabled": list(shown)})]
            for said, slot in product(sayings, [name for name in SWITCHES if name in SLOT_TYPES]):
                yield slot, "on" if slot in shown else "off", said
        for said, slot in product(ALL_OFF, [name for name in SWITCHES if name in SLOT_TYPES]):
            yield slot, "off", said
        for said, slot in product(NOTHING, ("airplane_mode", "data_roaming", "data_saver", "vpn", "wifi_calling")):
            yield slot, "off", said

    all_right(cases())


def test_a_list_of_icons_says_which_are_not_shown() -> None:
    def cases() -> Iterator[tuple[str, str, str]]:
        for shown in subsets(SHOWN):
            names = [SHOWN[name] for name in shown]
            for phrase, said in product(ICONS, joined(names)):
                for slot in ("airplane_mode", "data_saver", "vpn"):
                    yield slot, "on" if slot in shown else "off", phrase.format(said)

    all_right(cases())


@pytest.mark.parametrize("said", ABSENT)
def test_an_empty_list_of_requests_is_an_answer(said: str) -> None:
    assert wrong("payment_request", "absent", said) is None


@pytest.mark.parametrize(
    ("slot", "said"),
    [
        *(
            ("storage_permission", said)
            for said in ("SMS is allowed", "how do I allow it?", "permission for what?", "wait", "ok")
        ),
        *(
            ("storage_permission", said)
            for said in ("it asks for permission to make phone calls?", "what is a permission")
        ),
        *(
            ("vpn", said)
            for said in (
                "mobile data is on",
                "I turned on mobile data",
                "what is on?",
                "airplane mode is off",
                "hold on",
            )
        ),
        *(
            ("airplane_mode", said)
            for said in ("data saver is on", "how do I see the icons?", "the phone is on my desk")
        ),
    ],
)
def test_what_is_no_list_says_nothing_of_what_it_does_not_name(slot: str, said: str) -> None:
    assert SLOT_TYPES[slot].read(Hearing(said, SATURDAY, asked=True)) is None


@pytest.mark.parametrize(
    ("said", "storage", "sms"),
    [
        ("App 'messaging' has permission for: phone.", "missing", "missing"),
        ("permissions granted: phone.", "missing", "missing"),
        ("App 'messaging' has permission for: files and media, call logs", "granted", "missing"),
        ("Allowed: phone. Storage is allowed too", "granted", "missing"),
        ("Not allowed: nothing", "granted", "granted"),
        ("denied: []", "granted", "granted"),
        ("It has phone and camera permissions", "missing", "missing"),
        ("It has SMS permission", None, "granted"),
        ("no permission for storage", "missing", None),
        ("phone, sms, camera", "missing", "granted"),
        ("storage, phone", "granted", "missing"),
        ("phone", "missing", "missing"),
        ("it lists: camera, microphone, location", "missing", "missing"),
        ("it says phone and contacts", "missing", "missing"),
        ("I see camera, calendar", "missing", "missing"),
        ("messaging app has: phone, sms", "missing", "granted"),
        ("is it phone or camera?", None, None),
        ("the phone is on my desk", None, None),
        ("sms", None, "granted"),
        ("it has everything but storage", "missing", "granted"),
        ("all except sms", "granted", "missing"),
        ("everything other than storage and sms", "missing", "missing"),
        ("all permissions apart from camera", "granted", "granted"),
        ("storage chhodkar sab hai", "missing", "granted"),
        ("sms ke alawa sab", "granted", "missing"),
        ("nothing but sms", "missing", "granted"),
        ("storage nahi hai, sms hai", "missing", "granted"),
        ("sms nahi hai, storage hai", "granted", "missing"),
        ("it does not have storage, it has sms", "missing", "granted"),
        ("not storage, just sms", "missing", "granted"),
        ("no storage, no sms", "missing", "missing"),
        ("it has no storage and sms", "missing", "missing"),
        ("Apps with SMS permission: Messages, Phone", None, "granted"),
        ("Apps with storage access: Photos, Gallery", "missing", None),
    ],
)
def test_lists_among_other_words(said: str, storage: str | None, sms: str | None) -> None:
    for slot, value in (("storage_permission", storage), ("sms_permission", sms)):
        reading = SLOT_TYPES[slot].read(Hearing(said, SATURDAY, asked=True))
        assert reading == (Found(value) if value else None), slot
