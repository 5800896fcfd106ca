"""Lists read off a phone, as what each of them names: "has permission for: phone", "On: Wi-Fi, VPN", "Allowed" and lines below.
A list is whole: what it does not name is not on it."""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from frontline.speech.phone_state.clauses import spelled
from frontline.speech.phone_state.items import items_of
from frontline.speech.plain import word_set, words_of
from frontline.speech.report import flatten

Kind = Literal["permissions", "switches", "icons"]


class Listing(NamedTuple):
    """`holds`: it lists what is granted or on, not what is denied or off. `about`: the one subject it is a list of apps for.
    `but`: it lists all that is denied, "everything but these"."""

    kind: Kind
    holds: bool
    subjects: frozenset[str]
    about: str | None = None
    but: bool = False


class _Head(NamedTuple):
    kind: Kind
    holds: bool
    rest: str
    about: str | None = None
    but: bool = False


LONGEST = 4_000
LONGEST_SENTENCE = 400
LONGEST_NAME = 4
"""Words in the name of a permission or a switch."""
_HEAD_WORDS = 12

_PERMITS = word_set("permission permissions access allowed granted permitted allow अनुमति परमिशन इजाज़त anumati ijazat")
_DENIES = word_set("not denied refused disallowed revoked missing lacks doesnt isnt without nahi nahin नहीं")
_REQUESTS = word_set("ask asks asking asked want wants need needs give grant should request requests if how what which")
_ON = word_set("on enabled active chalu चालू ऑन running activated")
_OFF = word_set("off disabled inactive band बंद ऑफ deactivated")
_BESIDE_A_SWITCH = word_set(
    "turned switched these are is what whats hai hain है हैं currently now right toggles switches following the settings"
    " features things only all"
)
_ICONS = word_set("icon icons symbol symbols statusbar")
_BESIDE_AN_ICON = _ICONS | word_set(
    "status bar shows show the these i see my in at top displayed following only on it has"
)

_FOR = re.compile(
    r"\b(?:permissions? (?:for|to)(?: (?:access|use)\b)?|access (?:to|for)|allowed(?: to (?:access|use))?)\s(?P<rest>.+)$"
)
_ONLY = re.compile(
    r"^(?:it |the |app |has |have |only ){0,4}(?:only|just|sirf|केवल|सिर्फ)\s(?P<rest>.+?)(?P<state>\s\w+)?$"
)
_BUT = re.compile(
    r"^(?:\w+ ){0,3}(?:everything|all|every one)(?: (?:the|of|them|permissions?|others?|is|are|on|allowed|granted)){0,4}"
    r" (?:but|except|besides|excluding|minus|without|other than|apart from|except for)\s(?P<rest>.+)$"
    r"|^(?P<rest_hi>.+?)\s(?:ko )?(?:chhodkar|chhod kar|chodkar|ke alawa|ke siva|को छोड़कर|के अलावा)\s(?:baki )?(?:sab|सब)\b.*$"
)
_NOTHING_BUT = re.compile(
    r"^(?:\w+ ){0,3}(?:nothing|none)(?: (?:is|are|on|allowed))? (?:but|except|besides|other than)\s"
)
_INTRODUCED = re.compile(
    r"^(?:(?:it|i|the|my|this|that|there|messaging|messages?|app|lists?|listed|says?|shows?|sees?|has|have|are|is|these|:)(?: |(?=:))?)+(?=[ :]?)"
)
_OF_A_PHONE = word_set("phone telephone फोन")
_OF = re.compile(
    r"^(?P<rest>.+?)\s(?:ki|ka|ke liye|की|का|के लिए)\s(?:permissions?|access|anumati|ijazat|अनुमति|परमिशन|इजाजत)"
    r"(?P<denied>\s(?:nahi|nahin|नहीं))?(?:\s(?:hai|hain|है|हैं|granted|allowed))?$"
)
_HAS = re.compile(r"\b(?:has|have|got|with)\s(?P<rest>[^:]+?)\spermissions?$")
_SENTENCE = re.compile(r"([^.;!?|\n]*)([.;!?|\n]|\Z)")
_SEPARATES = re.compile(r"[,/&()\[\]{}\"]|\s(?:and|aur|or|plus|और|या)\s|(?:^|\s)[-*](?:\s|$)")

_FILLS = word_set(
    "the a an my its this that permission permissions access only just sirf केवल सिर्फ also too yes hai hain है हैं allowed granted"
    " app icon icons symbol sign use on"
)
_NOTHING = word_set(
    "none nothing null nil 0 zero empty no any anything at all koi kuch bhi nahi nahin कोई कुछ भी नहीं खाली khali"
) | {"-"}
_ANY = word_set("any anything")
_TELLS = (
    _DENIES
    | _REQUESTS
    | word_set(
        "no are was were is has have had dont cant can could will but i you it they we then when true false yes"
        " turned switched off make hold them both neither either everything fine ok okay"
    )
)
_YES = word_set("yes true on granted allowed")
_NO = word_set("no false off denied")
_MESSAGING = word_set("messaging messages message messenger sms")


@lru_cache(maxsize=32)
def listings(text: str) -> tuple[Listing, ...]:
    """In order. Linear in the length of the text."""
    return tuple(_listed(spelled(_flat(text[:LONGEST]))))


def named(subject: str, text: str, *kinds: Kind) -> bool | None:
    """Whether a list names the subject as granted or on (True), or as denied or off (False); of a list of apps for it, whether
    the messaging app is there."""
    told = [one for one in listings(text) if one.kind in kinds]
    holding = [one.holds == (subject in one.subjects) for one in told if subject in {*one.subjects, one.about}]
    return holding[-1] if holding else None


def left_out(subject: str, text: str, *kinds: Kind) -> bool | None:
    """False where a whole list of what is granted or on does not name the subject, True where nothing at all is denied."""
    told = [one for one in listings(text) if one.kind in kinds and one.about in (None, subject)]
    if any(one.holds for one in told):
        return False
    all_denied = any(one.but for one in told) or not any(one.subjects for one in told)
    return True if told and all_denied and told[-1].kind == "permissions" else None


def _flat(text: str) -> str:
    """What an app exports as JSON reads like its report."""
    if not text.lstrip().startswith("{"):
        return text
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return flatten(told) if isinstance(told, dict) else text


def _listed(text: str) -> Iterator[Listing]:
    """Sentence by sentence. A head that ends its line is followed by one name a line."""
    entries: dict[str, bool] = {}
    head: _Head | None = None
    below: list[str] = []
    for found in _SENTENCE.finditer(text):
        sentence, end = found[1].strip(), found[2]
        if not sentence:
            continue
        begun = None if end == "?" else _head(sentence)
        if begun is None and head and end != "?" and ":" not in sentence and _names(sentence) is not None:
            below.append(sentence)
            continue
        if head and below:
            yield from _listing(head, ", ".join(below))
        head, below = None, []
        if begun is None:
            entries |= _entry(sentence)
        elif begun.rest or (end not in ("\n", "") and ":" in sentence):
            yield from _listing(begun, begun.rest)
        else:
            head = begun
    if head and below:
        yield from _listing(head, ", ".join(below))
    if entries:
        yield Listing(
            "permissions", holds=True, subjects=frozenset(name for name, granted in entries.items() if granted)
        )


def read_out(text: str) -> Listing | None:
    """A mere list of permissions, with one in it that nobody asked about: who reads that out reads out all. Only asked where
    permissions were."""
    said = spelled(_flat(text[:LONGEST_SENTENCE])).strip().rstrip(".")
    names = None if "?" in said or listings(text) else _names(_INTRODUCED.sub("", said))
    if not names:
        return None
    items = [item for item in items_of(names) if item.word not in {"and", "messaging"}]
    permissions = [item for item in items if {"storage", "sms", "other_permission"} & {*item.subjects}]
    others = [item for item in items if "other_permission" in item.subjects or item.word in _OF_A_PHONE]
    if not others or len({id(item) for item in (*permissions, *others)}) < len(items):
        return None
    return Listing(
        "permissions", holds=True, subjects=frozenset(name for item in permissions for name in item.subjects)
    )


def _listing(head: _Head, rest: str) -> Iterator[Listing]:
    names = _names(rest)
    if names is None:
        return
    if head.about:
        granted = not _MESSAGING.isdisjoint(names)
        yield Listing(head.kind, head.holds, frozenset([head.about] if granted else []), head.about)
        return
    items = items_of(names)
    subjects = frozenset(subject for item in items for subject in item.subjects)
    if head.but and not subjects & {"storage", "sms", "other_permission"}:
        return
    if head.kind != "switches" or subjects or not any(item.states or item.fact for item in items):
        of_nothing = not names and not _ANY.isdisjoint(words_of(rest))
        yield Listing(head.kind, head.holds or of_nothing, subjects, but=head.but)


def _head(sentence: str) -> _Head | None:
    """What the sentence begins to list, if it is the head of a list."""
    before, colon, rest = sentence.partition(":")
    words = words_of(before)
    if (colon or len(words) <= 3) and (kind := _kind(words, colon)):
        return kind._replace(rest=rest.strip())
    return None if colon or len(sentence) > LONGEST_SENTENCE else _in_a_sentence(sentence)


def _kind(words: list[str], colon: str) -> _Head | None:
    told = frozenset(words)
    if not told or len(words) > _HEAD_WORDS:
        return None
    subjects = {subject for item in items_of(tuple(words)) for subject in item.subjects} & {"storage", "sms"}
    holds = told.isdisjoint(_DENIES | {"no"})
    if colon and "apps" in told and len(subjects) == 1:
        return _Head("permissions", holds, "", subjects.pop())
    lists = words[-1] in _PERMITS | _DENIES | word_set("for to use access are is hai है") or words[0] in _PERMITS
    if not told.isdisjoint(_PERMITS | {"denied"}) and lists and not subjects and told.isdisjoint(_REQUESTS):
        return (
            _Head("permissions", holds, "") if colon or told <= _PERMITS | _DENIES | word_set("app the only") else None
        )
    if not colon:
        return None
    if told <= _ON | _BESIDE_A_SWITCH and told & _ON:
        return _Head("switches", holds=True, rest="")
    if told <= _OFF | _BESIDE_A_SWITCH and told & _OFF:
        return _Head("switches", holds=False, rest="")
    if told <= _BESIDE_AN_ICON and (told & _ICONS or {"status", "bar"} <= told):
        return _Head("icons", holds=True, rest="")
    return None


def _in_a_sentence(sentence: str) -> _Head | None:
    """ "has permission for phone", "sirf phone ki permission hai", "only phone", "only VPN on"."""
    if found := _BUT.match(sentence):
        return _Head("permissions", holds=False, rest=found["rest"] or found["rest_hi"], but=True)
    sentence = _NOTHING_BUT.sub("only ", sentence)
    if found := _OF.match(sentence):
        return _Head("permissions", not found["denied"], found["rest"])
    for pattern in (_FOR, _HAS):
        found = pattern.search(sentence)
        before = frozenset(words_of(sentence[: found.start()])) if found else frozenset()
        if found and before.isdisjoint(_REQUESTS) and not (pattern is _HAS and _partly(found["rest"])):
            return _Head("permissions", before.isdisjoint(_DENIES | {"no"}), found["rest"])
    if found := _ONLY.match(sentence):
        on = (found["state"] or "").strip() in _ON
        return _Head(
            "switches" if on else "permissions", holds=True, rest=found["rest"] + ("" if on else found["state"] or "")
        )
    return None


def _partly(rest: str) -> bool:
    """ "It has SMS permission" may be told bit by bit."""
    names = _names(rest)
    return names is None or any({"storage", "sms"} & {*item.subjects} for item in items_of(names))


def _entry(sentence: str) -> dict[str, bool]:
    """ "permissions storage: yes", as a report tells of each."""
    before, _, value = sentence.partition(":")
    words = tuple(words_of(before))
    if len(words) < 2 or words[0] not in {"permission", "permissions"} or value.strip() not in _YES | _NO:
        return {}
    subjects = [subject for item in items_of(words[1:]) for subject in item.subjects] or ["other_permission"]
    return dict.fromkeys(subjects, value.strip() in _YES)


def _names(rest: str) -> tuple[str, ...] | None:
    """The words of a mere list of names, none for an empty one; None where more than names is said."""
    parts = [words_of(part) for part in _SEPARATES.split(rest) if part and part.strip()]
    told = [word for words in parts for word in words]
    if not told or frozenset(told) <= _NOTHING:
        return () if told or rest.strip() in {"", "-"} else None
    names: list[str] = []
    for words in parts:
        name = [word for word in words if word not in _FILLS]
        if len(name) > LONGEST_NAME or not _TELLS.isdisjoint(name):
            return None
        names += [*name, "and"]
    return tuple(names)
