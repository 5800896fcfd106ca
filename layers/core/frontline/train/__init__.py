"""`python -m frontline.train [OUT_DIR]`: the classifier from the example sentences, at build time; the same bytes each time."""

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from frontline.adapters.llm.classifier import FILE, OF_MOVES
from frontline.adapters.llm.linear import unpack
from frontline.texts import LOCALES
from frontline.train.examples import read_examples, split
from frontline.train.figures import accuracy, mistaken, stranger_of, temperature_of
from frontline.train.learn import learn
from frontline.train.moves import learn_moves, read_moves


def main(arguments: Sequence[str]) -> None:
    """Measured on what was held out, then trained once more on everything."""
    folder = Path(arguments[0]) if arguments else FILE.parent
    examples = read_examples()
    learnt, held = split(examples)
    tried = unpack(learn(learnt))
    temperature, stranger = temperature_of(tried, held), stranger_of(tried, held)
    started = time.process_time()
    data = learn(examples, temperature, stranger)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE.name).write_bytes(data)
    moves = learn_moves(read_moves())
    (folder / OF_MOVES).write_bytes(moves)
    figures: dict[str, object] = {
        "examples": len(examples),
        "intents": len(tried.intents),
        "held_out": len(held),
        "accuracy": accuracy(tried, held),
        "mistaken": mistaken(tried._replace(temperature=temperature, stranger=stranger), held),
        **{f"accuracy_{name}": accuracy(tried, [each for each in held if each.locale == name]) for name in LOCALES},
        "temperature": temperature,
        "stranger": stranger,
        "bytes": len(data),
        "bytes_of_moves": len(moves),
        "training_cpu_s": round(time.process_time() - started, 2),
    }
    sys.stdout.write(json.dumps(figures) + "\n")
