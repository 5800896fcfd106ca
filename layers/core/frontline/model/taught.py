"""What the flows of an organisation taught the classifier, and which of their intents nobody taught it."""

from typing import NamedTuple


class Taught(NamedTuple):
    """`lines`: what each flow's examples came to when it was published, packed by `adapters/llm/taught.py`. `bare`: intents of
    flows without examples, which are found by their offer alone unless the shipped classifier knows them. `beside`: what else the
    organisation offers."""

    lines: tuple[str, ...] = ()
    bare: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()


NOTHING_TAUGHT = Taught()
