"""What the customer wants switched off: roaming or do-not-disturb, where everybody else wants it on."""

from itertools import product

from frontline.slots.choices.vocabulary import NamedValue

_NAMES = {
    "roaming": ("roaming", "international roaming", "data roaming", "my roaming", "रोमिंग", "इंटरनेशनल रोमिंग"),
    "do_not_disturb": ("dnd", "my dnd", "full dnd", "do not disturb", "डीएनडी", "डू नॉट डिस्टर्ब"),
}
_BEFORE = ("turn off", "switch off", "deactivate", "disable", "stop", "remove", "cancel")
_AFTER = [
    "off karo",
    "off kar do",
    "off kardo",
    "off karna",
    "off karni",
    "off please",
    "band karo",
    "band kar do",
    "band kardo",
    "band karna",
    "band karni",
    "band karwa",
    "band kara",
    "band kijiye",
    "hatao",
    "hata do",
    "hatana",
    "deactivate",
    "deactivation",
    "band karein",
    "band karwana",
    "band karani",
    "बंद करो",
    "बंद कर दो",
    "बंद कर दीजिए",
    "बंद करना",
    "बंद करनी",
    "बंद कीजिए",
    "बंद कराना",
    "बंद करानी",
    "बंद करवाना",
    "हटाओ",
    "हटा दो",
]

switch_off = NamedValue(
    anywhere={
        value: "|".join(
            [f"{before} {name}" for before, name in product(_BEFORE, names)]
            + [f"{before.split()[0]} {name} off" for before, name in product(_BEFORE[:2], names)]
            + [f"{name} {after}" for name, after in product(names, _AFTER)]
        )
        for value, names in _NAMES.items()
    },
    answering={"roaming": "roaming", "do_not_disturb": "do not disturb"},
)
