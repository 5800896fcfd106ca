"""The sentences the classifier learns from, and which of them are kept apart to test it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from frontline.model.moment import Moment
from frontline.texts import LOCALES

PACKAGE = Path(__file__).parent.parent
EXAMPLES = PACKAGE / "trades"
IN_SECTIONS = "*/examples/*.txt"
IN_LANGUAGES = "*/languages/*/examples/*.txt"
HELD_OUT = 5


class Example(NamedTuple):
    """What a customer may write when this is what they want, and at which moment."""

    intent: str
    locale: str
    text: str
    moment: Moment = "nothing"


def read_examples(folder: Path = EXAMPLES) -> list[Example]:
    """Of every trade: one file per intent, a section per language (`# en`), a sentence per line; and what its languages have in
    folders of their own, where the folder is the language."""
    return _sections(folder.glob(IN_SECTIONS)) + of_folders(folder.glob(IN_LANGUAGES))


def of_folders(files: Iterable[Path]) -> list[Example]:
    """A sentence a line: the file is what is wanted, the folder's folder the language."""
    return [
        Example(file.stem, file.parts[-3], line)
        for file in sorted(files)
        for line in filter(None, map(str.strip, file.read_text(encoding="utf-8").splitlines()))
    ]


def _sections(files: Iterable[Path]) -> list[Example]:
    examples = []
    for file in sorted(files):
        locale = ""
        for line in filter(None, map(str.strip, file.read_text(encoding="utf-8").splitlines())):
            if line.startswith("#"):
                locale = line.removeprefix("#").strip()
                if locale not in LOCALES:
                    raise ValueError(f"{file.name}: {locale!r} is none of {', '.join(LOCALES)}")
            elif locale:
                examples.append(Example(file.stem, locale, line))
            else:
                raise ValueError(f"{file.name}: a sentence before the first language")
    return examples


def split(examples: Sequence[Example], fold: int = 0) -> tuple[list[Example], list[Example]]:
    """Every fifth sentence of each intent and language is kept from the training; the five folds hold every one of them."""
    seen: Counter[tuple[str, str]] = Counter()
    learnt: list[Example] = []
    held: list[Example] = []
    for example in examples:
        seen[example.intent, example.locale] += 1
        (learnt if seen[example.intent, example.locale] % HELD_OUT != fold else held).append(example)
    return learnt, held
