"""What a customer puts right of the slots an author's flows declare: in the same breath, or later, by what a slot is called."""

from collections.abc import Iterable, Iterator

from frontline.agent.hear.listener import Listener
from frontline.agent.hear.values import held, read_for_slot
from frontline.model.action import AskSlot, Instruct
from frontline.model.base import Value, Values
from frontline.model.heard import Heard
from frontline.model.reading import Found
from frontline.model.workflow import Knowledge
from frontline.speech.placed import Placed, begins, ends, split, written
from frontline.speech.plain import fold, plain, words_of
from frontline.speech.readers import words

_LONGEST = 15
_FEW = 5
"""Words of a value that is told by nothing but that something was wrong: "no sorry, a flat"."""


def slip_in(heard: Heard, listener: Listener) -> Heard | None:
    """What is heard where somebody puts an answer right; nothing where no open matter is an author's."""
    if not listener.desk.catalogue.declared or not listener.ticket.matters:
        return None
    if new := _put_right(listener):
        return heard.but(move="correct", corrected=new)
    if wrong := _doubted(listener):
        return heard.but(move="correct", corrects=(wrong,))
    answer = _in_the_same_breath(listener)
    return heard.but(said=answer) if answer else None


def _in_the_same_breath(listener: Listener) -> Values:
    """The answer to the open question that takes back another: "house, no sorry a flat"."""
    parts = _parts(listener)
    for one in _own(listener) if len(parts) > 1 else ():
        first, last = (_value(one, part, listener) for part in parts[-2:])
        if one.name in listener.asked and not _free(one, listener) and None not in (first, last) and first != last:
            return {one.name: last} if last is not None else {}
    return {}


def _put_right(listener: Listener) -> Values:
    """Another value of what is held already, named by what its slot is called, or as the only thing that the words can be."""
    parts = _parts(listener)
    if not parts or not isinstance(listener.ticket.question, AskSlot | Instruct):
        return {}
    known = list(_own(listener))
    if named := dict(_by_label(known, parts[-1], listener)) or dict(_denied(known, listener)):
        return named
    if not _begins_with_a_slip(listener) or len(parts) > 1 or len(written(parts[0])) > _FEW:
        return {}
    if any(
        _value(one, parts[0], listener) is not None
        for one in known
        if one.name in listener.asked and not _free(one, listener)
    ):
        return {}
    return _only(dict(_others(known, parts[0], listener)))


def _doubted(listener: Listener) -> str | None:
    """The slot of which nothing is said but that it is wrong: "wait, my postcode is wrong"."""
    for one in _own(listener):
        for part in _parts(listener)[-1:] if held(one.name, listener.ticket) is not None else ():
            rest = words_of(fold(_without_label(one, part, listener)))
            if rest and words("wrong").issuperset(rest):
                return one.name
    return None


def _denied(known: Iterable[Knowledge], listener: Listener) -> Iterator[tuple[str, Value]]:
    """What was chosen is named, denied, and followed by another: "not a house, a flat"."""
    *before, last = split(listener.text, "correction_joint", ",.;")
    said = plain(listener.text).vocabulary
    if not before or (words("not") | words("correction_joint")).isdisjoint(said):
        return
    for name, value in _others(known, last, listener):
        options = next(one.options for one in known if one.name == name)
        chosen = [option.label for option in options if option.value == held(name, listener.ticket)]
        if any(said.issuperset(plain(words).vocabulary) for label in chosen for words in label.each.values()):
            yield name, value


def _others(known: Iterable[Knowledge], text: str, listener: Listener) -> Iterator[tuple[str, Value]]:
    for one in known:
        value, before = _value(one, text, listener), held(one.name, listener.ticket)
        if not _free(one, listener) and one.type != "yes_no" and value is not None and before not in (None, value):
            yield one.name, value


def _by_label(known: Iterable[Knowledge], text: str, listener: Listener) -> Iterator[tuple[str, Value]]:
    """A slot that takes any words is told by its label at the beginning alone."""
    for one in known:
        rest = _without_label(one, text, listener)
        value = _value(one, rest, listener) if rest else None
        if value is not None and held(one.name, listener.ticket) not in (None, value):
            yield one.name, value


def _without_label(one: Knowledge, text: str, listener: Listener) -> str:
    """What is said of the slot that is named here; nothing where it is not named."""
    row = written(text)
    told = [word.said for word in row]
    for label in _labels(one):
        for at in range(len(told) - len(label) + 1):
            if tuple(told[at : at + len(label)]) == label:
                before, behind = _bare(row[:at]), _bare(row[at + len(label) :])
                if _free(one, listener) and (before or not behind):
                    continue
                return " ".join(text[part[0].start : part[-1].end] for part in (before, behind) if part)
    return ""


def _labels(one: Knowledge) -> set[tuple[str, ...]]:
    named = (one.name.replace("_", " "), *one.label.each.values())
    return {label for name in named if (label := tuple(words_of(fold(name))))}


def _bare(row: list[Placed]) -> list[Placed]:
    """Without what stands around a value."""
    told = [word.said for word in row]
    start, end = 0, len(row)
    while start < end and begins(told, start, "around_a_value"):
        start += 1
    while end > start and ends(told, end, "around_a_value"):
        end -= 1
    return row[start:end]


def _value(one: Knowledge, text: str, listener: Listener) -> Value | None:
    reading = read_for_slot(one, text, listener.desk, asked=True)
    return reading.value if isinstance(reading, Found) else None


def _own(listener: Listener) -> Iterator[Knowledge]:
    """The slots that the flows of the open matters declare, where no secret is asked for."""
    catalogue = listener.desk.catalogue
    flows = [
        catalogue.flows[name]
        for matter in listener.ticket.matters
        for name in catalogue.reach(matter.root)
        if name in catalogue.flows
    ]
    own = {slot.name for flow in flows for slot in flow.slots} - catalogue.secrets
    return (one for one in listener.known if one.name in own and catalogue.secrets.isdisjoint(listener.asked))


def _free(one: Knowledge, listener: Listener) -> bool:
    return listener.desk.catalogue.type_of(one).gives_way and one.pattern is None


def _parts(listener: Listener) -> list[str]:
    """What stands between the words that take something back."""
    text = listener.text
    if len(text.split()) > _LONGEST:
        return []
    return [part for part in split(text, "slips", "") if written(part)]


def _begins_with_a_slip(listener: Listener) -> bool:
    told = [word.said for word in written(listener.text)]
    return bool(begins(told, 0, "slips"))


def _only(values: Values) -> Values:
    return values if len(values) == 1 else {}
