"""Lists read off a phone, as what each of them names: "has permission for: phone", "On: Wi-Fi, VPN", "Allowed" and lines below.
A list is whole: what it does not name is not on it."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from frontline.speech.names import Mention, Vocabulary, names_of
from frontline.speech.phone_state.clauses import ENDS, tokens
from frontline.speech.phone_state.items import items_of
from frontline.speech.plain import is_sign
from frontline.speech.readers import said, words

Kind = Literal["permissions", "switches", "icons"]
Told = tuple[str, ...]
"""Words and signs."""


class Listing(NamedTuple):
    """`holds`: it lists what is granted or on, not what is denied or off. `about`: the one subject it is a list of apps for.
    `but`: it lists all that is denied, "everything but these"."""

    kind: Kind
    holds: bool
    subjects: frozenset[str]
    about: str | None = None
    but: bool = False


class _Head(NamedTuple):
    """How a list begins, and its names as far as they stand in the same sentence."""

    kind: Kind
    holds: bool
    rest: Told = ()
    about: str | None = None
    but: bool = False


PERMISSIONS = frozenset({"storage", "sms", "other_permission"})
LONGEST = 800
"""Words of a message in which lists are looked for."""
LONGEST_SENTENCE = 80
LONGEST_NAME = 4
"""Words in the name of a permission or a switch."""
_HEAD_WORDS = 12
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
    if not names:
        return None
    items = [item for item in items_of(names) if item.word not in {"and", "messaging"}]
    others = [item for item in items if item.subject == "other_permission" or item.word in words("telephone")]
    if not others or any(item.subject not in PERMISSIONS and item not in others for item in items):
        return None
    return Listing("permissions", holds=True, subjects=frozenset(item.subject for item in items) & PERMISSIONS)


def _listed(told: Told) -> Iterator[Listing]:
    """Sentence by sentence. A head that ends its line is followed by one name a line."""
    entries: dict[str, bool] = {}
    head: _Head | None = None
    below: list[str] = []
    for sentence, end in _sentences(told):
        begun = None if end == "?" else _head(sentence)
        if begun is None and head and end != "?" and ":" not in sentence and _names(sentence) is not None:
            below += [*sentence, ","]
            continue
        if head and below:
            yield from _listing(head, tuple(below))
        head, below = None, []
        if begun is None:
            entries |= _entry(sentence)
        elif begun.rest or (end not in ("\n", "") and ":" in sentence):
            yield from _listing(begun, begun.rest)
        else:
            head = begun
    if head and below:
        yield from _listing(head, tuple(below))
    if entries:
        yield Listing(
            "permissions", holds=True, subjects=frozenset(name for name, granted in entries.items() if granted)
        )


def _sentences(told: Told) -> Iterator[tuple[Told, str]]:
    """Each with the sign that ends it."""
    begun = 0
    for place, token in enumerate((*told, "\n")):
        if token in ENDS:
            if begun < place:
                yield told[begun:place], token if place < len(told) else ""
            begun = place + 1


def _listing(head: _Head, rest: Told) -> Iterator[Listing]:
    names = _names(rest)
    if names is None:
        return
    if head.about:
        granted = not words("messaging_app").isdisjoint(names)
        yield Listing(head.kind, head.holds, frozenset([head.about] if granted else []), head.about)
        return
    items = items_of(names)
    subjects = frozenset(item.subject for item in items if item.subject)
    if head.but and not subjects & PERMISSIONS:
        return
    if head.kind != "switches" or subjects or not any(item.states or item.fact for item in items):
        of_nothing = not names and not words("anything").isdisjoint(rest)
        yield Listing(head.kind, head.holds or of_nothing, subjects, but=head.but)


def _head(sentence: Told) -> _Head | None:
    """What the sentence begins to list, if it is the head of a list."""
    colon = sentence.index(":") if ":" in sentence else len(sentence)
    before, rest = _words(sentence[:colon]), sentence[colon + 1 :]
    linked = colon < len(sentence)
    if 0 < len(before) <= (_HEAD_WORDS if linked else 3) and (head := _kind(before, linked=linked)):
        return head._replace(rest=rest)
    return None if linked or len(sentence) > LONGEST_SENTENCE else _in_a_sentence(sentence)


def _kind(before: Told, *, linked: bool) -> _Head | None:
    told = frozenset(before)
    about = {item.subject for item in items_of(before)} & {"storage", "sms"}
    holds = told.isdisjoint(words("denying") | {"no"})
    if linked and "apps" in told and len(about) == 1:
        return _Head("permissions", holds, about=about.pop())
    if not about and told & (words("granting") | {"denied"}) and told.isdisjoint(words("requesting")):
        whole = linked or told <= words("permission_head")
        if before[-1] in words("ends_a_head") or before[0] in words("granting"):
            return _Head("permissions", holds) if whole else None
    heard = said(" ".join(before)) if linked else frozenset[str]()
    if heard & {"list.on", "list.off"}:
        return _Head("switches", holds="list.on" in heard)
    return _Head("icons", holds=True) if "list.icons" in heard else None


@cache
def _marks() -> Vocabulary:
    return names_of("list.marks")


def _in_a_sentence(told: Told) -> _Head | None:
    """ "has permission for phone", "sirf phone ki permission hai", "only phone", "only VPN on"."""
    marks: dict[str, Mention] = {}
    for mark in _marks().mentions(told):
        marks.setdefault(mark.value, mark)

    def around(name: str) -> tuple[Told, Told]:
        mark = marks.get(name)
        return (told[: mark.start], told[mark.end :]) if mark else ((), ())

    before, rest = around("except")
    heard = said(" ".join(before)) if before and rest else frozenset[str]()
    if "list.everything" in heard:
        return _Head("permissions", holds=False, rest=rest, but=True)
    if "list.nothing" in heard:
        return _only(rest)
    before, rest = around("leaving")
    if before and not words("everything_else").isdisjoint(rest[:2]):
        return _Head("permissions", holds=False, rest=before, but=True)
    before, rest = around("of")
    heard = said(" ".join(rest)) if rest else frozenset({"list.so"})
    if before and heard & {"list.so", "list.not_so"}:
        return _Head("permissions", holds="list.so" in heard, rest=before)
    before, rest = around("for")
    if rest and words("requesting").isdisjoint(before):
        return _Head("permissions", words("denying").isdisjoint(before) and "no" not in before, rest)
    before, rest = around("has")
    whole = rest[-1:] and rest[-1] in ("permission", "permissions") and ":" not in rest and not _partly(rest[:-1])
    if whole and words("requesting").isdisjoint(before):
        return _Head("permissions", words("denying").isdisjoint(before) and "no" not in before, rest[:-1])
    before, rest = around("only")
    return _only(rest) if rest and len(before) <= LONGEST_NAME and words("before_only").issuperset(before) else None


def _only(rest: Told) -> _Head:
    on = len(rest) > 1 and rest[-1] in words("on_word")
    return _Head("switches" if on else "permissions", holds=True, rest=rest[:-1] if on else rest)


def _partly(rest: Told) -> bool:
    """ "It has SMS permission" may be told bit by bit."""
    names = _names(rest)
    return names is None or any(item.subject in {"storage", "sms"} for item in items_of(names))


def _entry(sentence: Told) -> dict[str, bool]:
    """ "permissions storage: yes", as a report tells of each."""
    if len(sentence) < 4 or sentence[0] not in {"permission", "permissions"} or sentence[-2] != ":":
        return {}
    granted = sentence[-1] in words("granted_value")
    if not granted and sentence[-1] not in words("denied_value"):
        return {}
    subjects = [item.subject for item in items_of(sentence[1:-2]) if item.subject] or ["other_permission"]
    return dict.fromkeys(subjects, granted)


def _names(rest: Told) -> Told | None:
    """The words of a mere list of names, none for an empty one; None where more than names is said."""
    told = _words(rest)
    if words("nothing_on_it").issuperset(told):
        return () if told or set(rest) <= {"-"} else None
    names: list[str] = []
    part: list[str] = []
    for token in (*rest, ","):
        if token in _SEPARATES or token in words("between_names"):
            if len(part) > LONGEST_NAME or not words("tells_more").isdisjoint(part):
                return None
            names, part = [*names, *part, "and"] if part else names, []
        elif not is_sign(token) and token not in words("besides_names"):
            part.append(token)
    return tuple(names)


def _words(told: Sequence[str]) -> Told:
    return tuple(token for token in told if not is_sign(token))
