"""Lists read off a phone, as what each of them names: "has permission for: phone", "On: Wi-Fi, VPN", "Allowed" and lines below.
A list is whole: what it does not name is not on it."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from frontline.speech.names import names_of
from frontline.speech.plain import is_sign
from frontline.speech.readers import said, words
from frontline.trades.telecom.slots.phone_state.clauses import ENDS, tokens
from frontline.trades.telecom.slots.phone_state.items import items_of

Kind = Literal["permissions", "switches", "icons"]
Told = tuple[str, ...]
"""Words and signs."""


class Listing(NamedTuple):
    """`holds`: it lists what is granted or on, not what is denied or off. `about`: the one subject it is a list of apps for.
    `but`: it lists all that is denied, "everything but these"."""

    kind: Kind
    holds: bool
    subjects: frozenset[str] = frozenset()
    about: str | None = None
    but: bool = False


class _Form(NamedTuple):
    """A sentence in which `reader` hears itself is a list: its names stand behind the `mark`, or `before` it, or below."""

    reader: str
    mark: str
    listing: Listing
    before: bool = False


_FORMS = (
    _Form("handset.list.sms_apps", ":", Listing("permissions", holds=True, about="sms")),
    _Form("handset.list.no_sms_apps", ":", Listing("permissions", holds=False, about="sms")),
    _Form("handset.list.storage_apps", ":", Listing("permissions", holds=True, about="storage")),
    _Form("handset.list.no_storage_apps", ":", Listing("permissions", holds=False, about="storage")),
    _Form("handset.list.granted", ":", Listing("permissions", holds=True)),
    _Form("handset.list.denied", ":", Listing("permissions", holds=False)),
    _Form("handset.list.on", ":", Listing("switches", holds=True)),
    _Form("handset.list.off", ":", Listing("switches", holds=False)),
    _Form("handset.list.icons", ":", Listing("icons", holds=True)),
    _Form("handset.list.granted_below", "", Listing("permissions", holds=True)),
    _Form("handset.list.denied_below", "", Listing("permissions", holds=False)),
    _Form("handset.list.everything_but", "except", Listing("permissions", holds=False, but=True)),
    _Form("handset.list.nothing_but_on", "except", Listing("switches", holds=True)),
    _Form("handset.list.nothing_but", "except", Listing("permissions", holds=True)),
    _Form("handset.list.all_besides", "leaving", Listing("permissions", holds=False, but=True), before=True),
    _Form("handset.list.of", "of", Listing("permissions", holds=True), before=True),
    _Form("handset.list.not_of", "of", Listing("permissions", holds=False), before=True),
    _Form("handset.list.for", "for", Listing("permissions", holds=True)),
    _Form("handset.list.not_for", "for", Listing("permissions", holds=False)),
    _Form("handset.list.has", "has", Listing("permissions", holds=True)),
    _Form("handset.list.has_not", "has", Listing("permissions", holds=False)),
    _Form("handset.list.only_on", "only", Listing("switches", holds=True)),
    _Form("handset.list.only", "only", Listing("permissions", holds=True)),
)
"""The first counts. Only those with a colon are heard before a colon."""
PERMISSIONS = frozenset({"storage", "sms", "other_permission"})
LONGEST = 800
"""Words of a message in which lists are looked for."""
LONGEST_SENTENCE = 80
LONGEST_NAME = 4
"""Words in the name of a permission or a switch."""
_SEPARATES = frozenset(',/&()[]{}"-*')


@lru_cache(maxsize=32)
def listings(text: str) -> tuple[Listing, ...]:
    """In order. Linear in the length of the text."""
    return tuple(_listed(tokens(text)[:LONGEST]))


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


def read_out(text: str) -> Listing | None:
    """A mere list of permissions, with one in it that nobody asked about: who reads that out reads out all. Only asked where
    permissions were."""
    told = list(tokens(text)[:LONGEST_SENTENCE])
    while told and (told[0] in words("introduces_a_list") or told[0] == ":"):
        told.pop(0)
    names = None if "?" in told or listings(text) else _names(tuple(told))
    items = [item for item in items_of(names or ()) if item.word not in {"and", "messaging"}]
    others = [item for item in items if item.subject == "other_permission" or item.word in words("telephone")]
    if not others or any(item.subject not in PERMISSIONS and item not in others for item in items):
        return None
    return Listing("permissions", holds=True, subjects=frozenset(item.subject for item in items) & PERMISSIONS)


def _listed(told: Told) -> Iterator[Listing]:
    """Sentence by sentence. A heading is followed by one name a line."""
    granted: set[str] = set()
    entries = False
    head: Listing | None = None
    below: Told = ()
    for sentence, end in (*_sentences(told), ((), "")):
        subject, value = _entry(sentence)
        begun, rest = (None, ()) if end == "?" or subject else _head(sentence)
        if begun is None and head and sentence and end != "?" and ":" not in sentence and _names(sentence) is not None:
            below += (*sentence, ",")
            continue
        if head and below:
            yield from _listing(head, below)
        head, below = None, ()
        if begun is None:
            entries = entries or bool(subject)
            granted |= {subject} if value else set()
        elif rest or (end not in ("\n", "") and ":" in sentence):
            yield from _listing(begun, rest)
        else:
            head = begun
    if entries:
        yield Listing("permissions", holds=True, subjects=frozenset(granted))


def _sentences(told: Told) -> Iterator[tuple[Told, str]]:
    """Each with the sign that ends it."""
    begun = 0
    for place, sign in enumerate((*told, "\n")):
        if sign in ENDS:
            if begun < place:
                yield told[begun:place], sign if place < len(told) else ""
            begun = place + 1


def _head(sentence: Told) -> tuple[Listing | None, Told]:
    """What the sentence begins to list, if it does, and the names as far as it tells them."""
    colon = sentence.index(":") if ":" in sentence else 0
    heard = said(" ".join(sentence[: colon or None])) if len(sentence) <= LONGEST_SENTENCE else frozenset[str]()
    marks = {":": (colon, colon + 1)} if colon else {"": (0, len(sentence))}
    if not colon:
        for value, start, end in names_of("handset.list.marks").mentions(sentence):
            marks.setdefault(value, (start, end))
    for form in _FORMS:
        if form.reader in heard and form.mark in marks:
            start, end = marks[form.mark]
            rest = sentence[:start] if form.before else sentence[end:]
            if rest or form.mark in (":", ""):
                return form.listing, rest
    return None, ()


def _listing(head: Listing, rest: Told) -> Iterator[Listing]:
    names = _names(rest)
    if names is None:
        return
    items = items_of(names)
    subjects = frozenset(item.subject for item in items if item.subject)
    if head.about:
        yield head._replace(
            subjects=frozenset() if words("messaging_app").isdisjoint(names) else frozenset({head.about})
        )
    elif head.but and not subjects & PERMISSIONS:
        return
    elif head.kind != "switches" or subjects or not any(item.states or item.fact for item in items):
        of_nothing = not names and not words("anything").isdisjoint(rest)
        yield head._replace(holds=head.holds or of_nothing, subjects=subjects)


def _entry(sentence: Told) -> tuple[str, bool]:
    """ "permissions storage: yes", as a report tells of each."""
    value = sentence[-1] if sentence else ""
    told = value in words("granted_value") or value in words("denied_value")
    if not told or len(sentence) < 4 or sentence[0] not in {"permission", "permissions"} or sentence[-2] != ":":
        return "", False
    subject = next((item.subject for item in items_of(sentence[1:-2]) if item.subject), "other_permission")
    return subject, value in words("granted_value")


def _names(rest: Told) -> Told | None:
    """The words of a mere list of names, none for an empty one; None where more than names is said."""
    told = [sign for sign in rest if not is_sign(sign)]
    if words("nothing_on_it").issuperset(told):
        return () if told or set(rest) <= {"-"} else None
    names: list[str] = []
    part: list[str] = []
    for sign in (*rest, ","):
        if sign in _SEPARATES or sign in words("between_names"):
            if len(part) > LONGEST_NAME or not words("tells_more").isdisjoint(part):
                return None
            names, part = [*names, *part, "and"] if part else names, []
        elif not is_sign(sign) and sign not in words("besides_names"):
            part.append(sign)
    return tuple(names) or None
