"""Moves in words that no pattern foresees are learned from examples, and told only where they are made."""

from collections import Counter
from pathlib import Path

import pytest

from frontline.adapters.llm.classifier import Classifier
from frontline.adapters.llm.moves import HEARD_AT, MOMENTS, NONE
from frontline.model.errors import ModelUnavailable
from frontline.model.moment import Moment
from frontline.train.examples import PACKAGE, of_folders, read_examples
from frontline.train.moves import OF_LANGUAGES, read_moves


def test_every_move_has_fifty_examples_in_every_language_and_none_twice() -> None:
    told = of_folders(PACKAGE.glob(OF_LANGUAGES))
    counts = Counter((one.intent, one.locale) for one in told)
    assert min(counts[move, language] for move, _ in counts for language in ("en", "hi")) >= 50
    assert len({one.text.casefold() for one in read_moves()}) == len(read_moves())


@pytest.mark.parametrize(
    ("text", "moment", "move"),
    [
        ("please let me have a word with a real person", "slot", "human"),
        ("mujhe kisi insaan se baat karwa dijiye", "nothing", "human"),
        ("किसी से कहिए मुझे वापस फोन करे", "instruct", "callback"),
        ("yes, but only if it is free of charge", "confirm", "yes_but"),
    ],
)
def test_a_move_in_other_words_is_told(classifier: Classifier, text: str, moment: Moment, move: str) -> None:
    told = classifier.move(text, moment)
    assert told is not None
    assert told[0] == move


def test_a_condition_is_told_only_where_something_is_offered(classifier: Classifier) -> None:
    assert (classifier.move("yes, but only if it is free of charge", "slot") or (NONE,))[0] != "yes_but"
    assert all(set(moments) <= set(MOMENTS) for moments in HEARD_AT.values())


def test_of_wishes_less_than_one_in_a_hundred_is_taken_for_a_move(classifier: Classifier) -> None:
    wishes = [one.text for one in read_examples() if one.intent != "unknown"][::7]
    taken = [text for text in wishes if classifier.move(text, "nothing")]
    assert len(taken) / len(wishes) <= 0.01, taken


def test_its_file_is_small(classifier: Classifier) -> None:
    assert classifier.moves_file.stat().st_size <= 600_000


@pytest.mark.parametrize("content", [None, b"", b"garbage"])
def test_without_its_file_it_says_what_to_run(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "moves.bin").write_bytes(content)
    with pytest.raises(ModelUnavailable, match=r"python -m frontline\.train"):
        Classifier(tmp_path / "classifier.bin").move("hello", "nothing")
