"""The compiled speech as bytes: made when the layer is built (`python -m frontline.speech.packed`), looked into at a cold start."""

import marshal
from typing import Any

from frontline.speech.automaton import Automaton
from frontline.speech.fault import Place
from frontline.speech.readers import COMPILED, Names, Rule, Speech, compiled, files_of, roots


def packed(speech: Speech) -> bytes:
    """Plain tuples, dicts and numbers."""
    rules = [(one.reader, one.sign, one.text, (one.place.file, one.place.line), one.value) for one in speech.rules]
    names = {reader: (dict(both.anywhere), dict(both.answering)) for reader, both in speech.names.items()}
    automaton: tuple[Any, ...] = tuple(speech.automaton)
    return marshal.dumps((rules, automaton, dict(speech.spellings), names))


def unpacked(data: bytes) -> Speech:
    """The same speech. The file is our own, built with the code beside it."""
    rules, automaton, spellings, names = marshal.loads(data)  # noqa: S302
    return Speech(
        tuple(Rule(reader, sign, text, Place(*place), value) for reader, sign, text, place, value in rules),
        Automaton(*automaton),
        spellings,
        {reader: Names(*both) for reader, both in names.items()},
    )


def main() -> None:
    """Write the compiled speech beside this file."""
    from importlib.resources import as_file, files

    with as_file(files("frontline").joinpath("speech")) as folder:
        (folder / COMPILED).write_bytes(packed(compiled(files_of(roots()))))


if __name__ == "__main__":
    main()
