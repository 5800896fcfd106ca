"""What a state means for each thing it can be said of: the value it gives, and the value it gives when denied. A value that
ends in `~` is weak: it stands where nothing plainer is said."""

from collections.abc import Mapping

Meaning = tuple[str | None, str | None]
Table = Mapping[str, Meaning]


def _all(states: str, meaning: Meaning) -> dict[str, Meaning]:
    return dict.fromkeys(states.split(), meaning)


_SWITCH = _all("on active yes", ("on", "off")) | _all("off none gone", ("off", "on")) | _all("no", ("off", "off"))
_ICON = _SWITCH | _all("mentioned had", ("on~", "off")) | _all("present back", ("on", "off"))
_GENERATIONS: dict[str, Meaning] = {name: (name, None) for name in ("2g", "3g", "4g", "5g")}
_PERMISSION = (
    _all("granted on yes active present working ok set", ("granted", "missing"))
    | _all("off no denied missing none gone empty locked", ("missing", "granted"))
    | _all("had mentioned", ("granted~", "missing"))
)
_SOMETHING = _all(
    "on active working off gone yes ok no connected excellent good fair poor very_poor slow very_slow fast very_fast unknown locked"
    " unlocked missing present back none empty set incorrect granted denied something",
    (None, None),
)

MEANINGS: Mapping[str, Table] = {
    "airplane_mode": _ICON | _all("seen", ("on", "off")),
    "mobile_data": _SWITCH | _all("working connected", ("on", None)) | _all("none gone", (None, None)),
    "data_roaming": _SWITCH,
    "data_saver": _ICON,
    "vpn": _ICON | _all("connected working seen", ("on", "off")) | _all("set", (None, "off")),
    "wifi_calling": _SWITCH | _all("connected working", ("on", "off")) | _all("had mentioned", (None, "off")),
    "signal": {name: (name, None) for name in ("excellent", "fair", "poor", "none")}
    | _all("good", ("good", "poor"))
    | _all("very_poor", ("poor", None))
    | _all("no gone missing off empty", ("none", None))
    | _all("back yes present connected had working active ok", ("good~", "none"))
    | _all("start", (None, "none")),
    "network_type": _GENERATIONS | _all("none no gone", ("none", None)),
    "network_mode": _GENERATIONS | _all("automatic", ("5g~", None)),
    "sim": _all("active working ok yes good on unlocked", ("active", None))
    | _all("present connected", ("active~", "missing"))
    | _all("missing none no gone empty failed", ("missing", "active~"))
    | _all("mentioned had", (None, "missing"))
    | _all("locked", ("locked", "active~")),
    "storage": _PERMISSION,
    "sms": _PERMISSION,
    "permissions": _PERMISSION | _all("had mentioned", (None, "missing")),
    "both": _PERMISSION,
    "mmsc": _all("set present yes ok working active something on had seen", ("set", "missing"))
    | _all("empty missing none no off gone incorrect", ("missing", "set"))
    | _all("mentioned", (None, "missing")),
    "speed": {name: (name, None) for name in ("excellent", "good", "fair", "poor", "very_poor", "unknown", "none")}
    | _all("slow", ("poor~", None))
    | _all("very_slow", ("very_poor~", None))
    | _all("fast", ("good~", None))
    | _all("very_fast", ("excellent~", None))
    | _all("failed gone", ("none~", None))
    | _all("start connected working", (None, "none~")),
    "mms": _all("sent working yes ok back", ("works", "fails"))
    | _all("failed", ("fails", "works"))
    | _all("send mentioned had", (None, "fails"))
    | _all("no", ("fails", "fails")),
    "payment_request": _all("yes present had mentioned ok seen back", ("present", "absent"))
    | _all("none gone missing empty", ("absent", "present"))
    | _all("no", ("absent", "absent")),
    "apn": _SOMETHING,
    "success": _all("yes no", (None, None)),
} | dict.fromkeys(
    ("wifi", "bluetooth", "battery", "performance", "background", "screen", "upload", "other_permission"), _SOMETHING
)
