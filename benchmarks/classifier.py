"""`python benchmarks/classifier.py`: the classifier's figures as one JSON document, trained afresh in a temporary folder."""

import json
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from frontline.adapters.llm.classifier import THRESHOLD, Classifier
from frontline.adapters.llm.linear import Weights, unpack
from frontline.agent.hear.prompt import UNKNOWN
from frontline.model.heard import OUT_OF_SCOPE
from frontline.speech.sounds import bones
from frontline.texts import LOCALES
from frontline.train import main as train
from frontline.train.examples import HELD_OUT, Example, read_examples, split
from frontline.train.figures import accuracy, mistaken, stranger_of, temperature_of
from frontline.train.learn import learn

HEARD = Path(__file__).parent.parent / "tests" / "adapters" / "llm" / "heard.txt"
ROUNDS = 20


def cpu_ms(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median, so that a busy machine is not blamed on the code."""
    took = []
    for _ in range(rounds):
        started = time.process_time_ns()
        work()
        took.append((time.process_time_ns() - started) / 1e6)
    return statistics.median(took)


def heard() -> list[tuple[str, str, str]]:
    """Sentences written by hand, apart from the training: intent, language, text."""
    lines = HEARD.read_text(encoding="utf-8").splitlines()
    return [
        (intent.strip(), locale.strip(), text.strip()) for intent, locale, text in (line.split("|") for line in lines)
    ]


def judged(classifier: Classifier) -> dict[str, object]:
    """How well it reads what it never saw."""
    right, all_of, wrong = Counter[str](), Counter[str](), 0
    for intent, locale, text in heard():
        best, confidence = classifier.rank(text)[0]
        all_of[locale] += 1
        right[locale] += best == intent
        wrong += best not in (intent, UNKNOWN, OUT_OF_SCOPE) and confidence >= THRESHOLD
    return {
        "sentences": all_of.total(),
        "accuracy": round(right.total() / all_of.total(), 4),
        **{f"accuracy_{locale}": round(right[locale] / all_of[locale], 4) for locale in sorted(all_of)},
        "mistaken": round(wrong / all_of.total(), 4),
    }


def five_fold() -> dict[str, object]:
    """How well each fifth of the examples is read by what learnt from the other four."""
    examples = read_examples()
    tried, folds = [], [split(examples, fold) for fold in range(HELD_OUT)]
    for learnt, held in folds:
        weights = unpack(learn(learnt))
        temperature, stranger = temperature_of(weights, held), stranger_of(weights, held)
        tried.append((weights._replace(temperature=temperature, stranger=stranger), held))

    def shares(of: Callable[[Weights, list[Example]], float], locale: str | None = None) -> float:
        parts = [(one, [each for each in held if locale in (None, each.locale)]) for one, held in tried]
        return round(sum(of(one, held) * len(held) for one, held in parts) / sum(len(held) for _, held in parts), 4)

    return {
        f"{name}_{locale or 'all'}": shares(of, locale)
        for name, of in (("accuracy", accuracy), ("mistaken", mistaken))
        for locale in (None, *LOCALES)
    }


def measure() -> dict[str, object]:
    """Train, load, read."""
    with tempfile.TemporaryDirectory() as folder:
        train([folder])
        file = Path(folder) / "classifier.bin"
        classifier = Classifier(file)
        texts = [text for _, _, text in heard()]
        load = cpu_ms(lambda: unpack(file.read_bytes()))
        for text in texts:
            classifier.rank(text)
        warm = cpu_ms(lambda: [classifier.rank(text) for text in texts]) / len(texts)
        bones.cache_clear()
        cold = cpu_ms(lambda: [classifier.rank(text) for text in texts], rounds=1) / len(texts)
        return {
            "file_bytes": file.stat().st_size,
            "load_cpu_ms": round(load, 3),
            "rank_cpu_ms": round(warm, 3),
            "rank_new_words_cpu_ms": round(cold, 3),
            "heard": judged(classifier),
            "five_fold": five_fold(),
        }


if __name__ == "__main__":
    print(json.dumps({"classifier": measure()}))
