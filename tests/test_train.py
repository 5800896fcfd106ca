"""Training: from example sentences to one small file, the same every time."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontline.adapters.llm.features import BUCKETS, features
from frontline.adapters.llm.linear import pack, unpack
from frontline.agent.hear.prompt import UNKNOWN
from frontline.model.heard import OUT_OF_SCOPE
from frontline.texts import LOCALES
from frontline.trades import catalogue_of
from frontline.train import main
from frontline.train.examples import Example, read_examples, split
from frontline.train.figures import temperature_of
from frontline.train.learn import learn
from tests.support.chance import examples
from tests.support.world import ACME

FEW = [
    Example(intent, "en", f"{text} {number}")
    for intent, text in (("network_issue", "network down in area"), ("billing_issue", "bill too high this month"))
    for number in ("please", "again", "help", "now")
]


def test_every_intent_has_twenty_examples_in_every_language_that_offers_it_and_none_twice() -> None:
    examples = read_examples()
    counts = {(example.intent, example.locale): 0 for example in examples}
    for example in examples:
        counts[example.intent, example.locale] += 1
    intents = {example.intent for example in examples}
    assert {OUT_OF_SCOPE, UNKNOWN} < intents
    assert min(counts[intent, locale] for intent in intents for locale in ACME.languages) >= 20
    for locale in LOCALES:
        offered = catalogue_of(ACME.but(languages=(locale,))).intents.keys()
        assert {one for one in {OUT_OF_SCOPE, UNKNOWN, *offered} if counts.get((one, locale), 0) < 20} == set(), locale
    assert len({example.text.casefold() for example in examples}) == len(examples)


def test_each_sentence_is_written_in_the_script_of_its_section() -> None:
    for example in read_examples():
        devanagari = any("\u0900" <= letter <= "\u097f" for letter in example.text)
        assert devanagari == (example.locale == "hi"), example


def test_what_is_held_out_is_a_fifth_of_everything_and_not_learnt() -> None:
    examples = read_examples()
    learnt, held = split(examples)
    assert sorted(learnt + held) == sorted(examples)
    assert 0.15 <= len(held) / len(examples) <= 0.2
    assert {example.intent for example in held} == {example.intent for example in examples}


def test_the_same_examples_give_the_same_bytes_in_whatever_order_they_come() -> None:
    shuffled = FEW.copy()
    random.Random(1).shuffle(shuffled)
    assert learn(FEW) == learn(FEW) == learn(shuffled)


def test_it_learns_what_it_is_shown() -> None:
    weights = unpack(learn(FEW))
    for example in FEW:
        scores = weights.scores(example.text)
        assert weights.intents[scores.index(max(scores))] == example.intent


@pytest.mark.parametrize(
    ("text", "complaint"),
    [("hello\n# en\n", "before the first language"), ("# xx\nbonjour\n", "'xx' is none of en, ")],
)
def test_a_file_that_is_not_understood_is_named(tmp_path: Path, text: str, complaint: str) -> None:
    folder = tmp_path / "a_trade" / "examples"
    folder.mkdir(parents=True)
    (folder / "greeting.txt").write_text(text)
    with pytest.raises(ValueError, match=rf"greeting\.txt: .*{complaint}"):
        read_examples(tmp_path)


def test_the_command_writes_one_small_file_and_tells_its_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(tmp_path / "new")])
    figures = json.loads(capsys.readouterr().out)
    file = tmp_path / "new" / "classifier.bin"
    assert file.stat().st_size == figures["bytes"] < 1_200_000
    assert figures["accuracy"] >= 0.8
    assert figures["mistaken"] <= 0.1


@examples(60)
@given(st.data())
def test_a_damaged_file_is_refused_or_read_and_nothing_else(data: st.DataObject) -> None:
    whole = TRAINED
    size = data.draw(st.integers(0, len(whole)))
    try:
        weights = unpack(whole[:size])
    except ValueError:
        assert size < len(whole)
    else:
        assert weights.intents == ("billing_issue", "network_issue")


TRAINED = learn(FEW)


@pytest.mark.parametrize("text", ["", "👍", "...", "a", "日本"])
def test_a_sentence_in_which_little_can_be_read_is_learnt_from_and_measured_by(text: str) -> None:
    strange = [*FEW, Example("unknown", "en", text)]
    weights = unpack(learn(strange))
    assert weights.intents == ("billing_issue", "network_issue", "unknown")
    assert temperature_of(weights, [*strange, Example("never_learnt", "en", "hello")]) >= 1


def test_there_may_be_more_than_256_intents() -> None:
    names = [f"intent_{number}" for number in range(257)]
    bucket = next(iter(features("hello")))
    header = {"intents": names, "temperature": 1.0, "stranger": -9.0, "bias": [0.0] * 257, "scale": [1.0] * 257}
    weights = unpack(pack(header, bytes([1]) * BUCKETS, [{bucket: int(name == names[-1])} for name in names]))
    scores = weights.scores("hello")
    assert names[scores.index(max(scores))] == "intent_256"
