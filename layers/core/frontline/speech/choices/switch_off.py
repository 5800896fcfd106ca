"""What the customer wants switched off: roaming or do-not-disturb, where everybody else wants it on."""

import re

from frontline.speech.plain import plain
from frontline.speech.reading import Found, Hearing, Reading

_LONGEST = 1000
_NAMES = {
    "roaming": r"(?:roaming|roming|रोमिंग)",
    "do_not_disturb": r"(?:dnd|do not disturb|डीएनडी|डू नॉट डिस्टर्ब)",
}
_NO_GAP = r"(?:on|and|aur|chalu|activate|kar|karo|kardo|mat|roaming|dnd|charges?|bill|और|चालू|मत|रोमिंग|डीएनडी|चार्ज|बिल)"
_GAP = rf"(?:(?!{_NO_GAP} )\S+ )"
_DOES = r"(?:kar(?! (?:di|diya|rakh\w*)\b)|karo|kardo|karn[aei]|karw?a\w*|karein|kare|kijiye|kijie|krdo|kr|kro|please|pls|now)\b"
_HINDI_DOES = r"(?:कर(?! (?:दी|दिया|रखा|रखी)(?!\S))|की|ऑफ)"
_TAKES_AWAY = r"(?:hata(?:o|do|na|ni|iye|dijiye|wao|wana| do| dijiye| dein| dena)\b|हटा)"
_WISHES = (
    r"\boff (?:my |the |this |full |data |international ){0,3}NAME(?!\S)",
    rf"\b(?:turn|switch|take|put) {_GAP}{{0,3}}NAME {_GAP}?off\b",
    rf"\b(?:deactivate|disable|stop|remove|cancel|end) {_GAP}{{0,3}}NAME(?!\S)(?! (?:charge|fee|amount|bill|cost))",
    r"\b(?:no longer|dont|do not) (?:need|want) (?:my |the |any |international )*NAME(?!\S)",
    rf"(?<!\S)NAME {_GAP}{{0,3}}(?:off|band|deactivate) {_DOES}",
    r"^(?:\S+ )?NAME (?:off|deactivation)$",
    rf"(?<!\S)NAME {_GAP}{{0,3}}(?:बंद|ऑफ) {_HINDI_DOES}",
    rf"(?<!\S)NAME {_GAP}{{0,2}}{_TAKES_AWAY}",
    rf"(?<!\S)NAME {_GAP}{{0,2}}(?:nahi|nahin|nhi|नहीं|नही) (?:chahiye|chaiye|चाहिए)",
    r"(?<!\S)NAME (?:ki|की) (?:koi |ab |कोई |अब )*(?:zarurat|jarurat|zaroorat|jaroorat|जरूरत|आवश्यकता) (?:nahi|nahin|nhi|नहीं|नही)",
)
_UNMEANT = re.compile(r"\b(?:not|dont|never|did you)(?: \S+)?$")


def _one_of(name: str) -> re.Pattern[str]:
    return re.compile("|".join(wish.replace("NAME", name) for wish in _WISHES))


_WANTED = {value: _one_of(name) for value, name in _NAMES.items()}
_NAMED = {value: re.compile(rf"(?<!\S){name}(?!\S)") for value, name in _NAMES.items()}


def switch_off(hearing: Hearing) -> Reading:
    """A plain wish to have it off, in whatever order its words come; when asked, the name will do. What is off, or was
    switched off by somebody, is no wish, and two at once are nobody's guess."""
    said = " ".join(plain(hearing.text[:_LONGEST]).words)
    wanted = {value for value, wish in _WANTED.items() if _is_meant(wish, said)}
    if hearing.asked and not wanted:
        wanted = {value for value, name in _NAMED.items() if name.search(said)}
    return Found(wanted.pop()) if len(wanted) == 1 else None


def _is_meant(wish: re.Pattern[str], said: str) -> bool:
    """Every place counts: "don't turn it off" in one clause takes nothing from the next."""
    return any(
        not _UNMEANT.search(said[max(0, found.start() - 20) : found.start()].rstrip()) for found in wish.finditer(said)
    )
