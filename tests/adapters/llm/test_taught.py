"""What an author's examples teach: intents that nobody trained are understood at once, and nothing else is lost."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

from frontline.adapters.llm.classifier import Classifier
from frontline.adapters.llm.linear import pack
from frontline.agent.hear.prompt import UNKNOWN, instructions_for, vocabulary
from frontline.agent.hear.stories import between
from frontline.model.catalogue import Catalogue
from frontline.model.decision import Decision, Prompt
from frontline.model.flow import Flow
from frontline.model.heard import OUT_OF_SCOPE
from frontline.model.taught import NOTHING_TAUGHT, Taught
from frontline.model.text import Text
from frontline.model.workflow import Intent
from tests.adapters.llm.test_classifier import heard

Table = list[dict[str, Any]]
ACCEPTANCE = Path(__file__).parents[2] / "acceptance"


def table(file: Path) -> Table:
    return cast("Table", yaml.safe_load(file.read_text(encoding="utf-8")))


def intents(table: Table) -> list[Intent]:
    return [
        Intent(name=one["intent"], means=one["offer"], offer=Text.same(one["offer"]), examples=tuple(one["examples"]))
        for one in table
    ]


TABLE = table(Path(__file__).with_name("invented.yaml"))
INTENTS = intents(TABLE)
OWN = {intent.name for intent in INTENTS}
SHIPPED = ("billing_issue", "network_issue", "plan_change", "recharge_issue", "roaming", "sim_issue", "ticket_status")


def asked(classifier: Classifier, text: str, taught: Taught, offered: Sequence[Intent]) -> str:
    """What it proposes to an organisation with these intents."""
    rules, schema = instructions_for(vocabulary(intents=offered, moves=(), slots=(), workflows={}))
    prompt = Prompt(instructions=rules, text=text, answer_schema=schema, taught=taught)
    return Decision.model_validate_json(classifier.generate(prompt).text).intent


@pytest.fixture(scope="module")
def as_one_flow(classifier: Classifier) -> Taught:
    return Taught((classifier.teach(INTENTS),))


@pytest.fixture(scope="module")
def as_a_flow_each(classifier: Classifier) -> Taught:
    return Taught(tuple(classifier.teach([intent], INTENTS[:at]) for at, intent in enumerate(INTENTS)))


@pytest.mark.parametrize("published", ["as_one_flow", "as_a_flow_each"])
def test_intents_that_nobody_trained_are_understood_in_other_words(
    published: str, classifier: Classifier, request: pytest.FixtureRequest
) -> None:
    taught: Taught = request.getfixturevalue(published)
    shipped = [Intent(name=name, means=name, offer=Text.same(name)) for name in SHIPPED]
    said = [(one["intent"], text) for one in TABLE for text in one["fresh"]]
    told = [(meant, asked(classifier, text, taught, (*INTENTS, *shipped))) for meant, text in said]
    assert len(said) == 200
    assert sum(meant == heard_as for meant, heard_as in told) / len(told) >= 0.85
    assert sum(heard_as not in (meant, UNKNOWN, OUT_OF_SCOPE) for meant, heard_as in told) / len(told) <= 0.04


@pytest.mark.parametrize(("file", "right", "dealt_with"), [("authored", 0.55, 0.8), ("invented", 0.02, 0.3)])
def test_what_shares_few_words_with_the_examples_is_understood_or_asked_about(
    file: str, right: float, dealt_with: float, classifier: Classifier
) -> None:
    """One set of ten trades as customers put it, and one whose paraphrases share hardly a word with the examples."""
    written = table(ACCEPTANCE / f"{file}.yaml")
    own = intents(written)
    catalogue = catalogue_of(own)
    taught = Taught((classifier.teach(own),))
    told = [(one["intent"], text, asked(classifier, text, taught, own)) for one in written for text in one["fresh"]]
    unsure = [
        (meant, between(classifier.rank(text, None, taught), catalogue)) for meant, text, to in told if to == UNKNOWN
    ]
    understood = sum(meant == heard_as for meant, _, heard_as in told)
    assert understood / len(told) >= right
    assert (understood + sum(meant in offered for meant, offered in unsure)) / len(told) >= dealt_with
    assert sum(heard_as not in (meant, UNKNOWN, OUT_OF_SCOPE) for meant, _, heard_as in told) / len(told) <= 0.1


def catalogue_of(own: Sequence[Intent]) -> Catalogue:
    flow = Flow(id="own", hash="", start="", nodes=(), edges=(), question_bound=0, intents=tuple(own), taught="lines")
    return Catalogue.of([], flows=[flow])


def test_more_examples_than_can_be_learnt_in_a_second_are_too_many(classifier: Classifier) -> None:
    assert classifier.burden(INTENTS) < 1
    long = [one.but(examples=tuple(f"{text} {' '.join(one.examples)}" for text in one.examples * 6)) for one in INTENTS]
    assert classifier.burden([one.but(examples=(*one.examples, *long[0].examples[:5])) for one in long * 3]) > 1


def test_what_is_no_business_of_theirs_is_heard_as_it_was(classifier: Classifier, as_one_flow: Taught) -> None:
    """But for those of the sentences out of scope that an author's intent is about."""
    lost, strange = [], [one.text for one in heard() if one.intent == OUT_OF_SCOPE]
    beside = as_one_flow._replace(beside=frozenset(SHIPPED))
    for one in heard():
        before, after = classifier.rank(one.text)[:1], classifier.rank(one.text, taught=beside)[:1]
        if before and before[0][0] == one.intent and after[0][0] != one.intent and one.intent != OUT_OF_SCOPE:
            lost.append((one.text, after))
    assert len(lost) / len(heard()) <= 0.01, lost
    told = [asked(classifier, text, as_one_flow, INTENTS) for text in strange]
    assert sum(one not in OWN for one in told) / len(told) >= 0.9
    for text in ("What is the weather in Pune tomorrow?", "कोई चुटकुला सुनाओ", "who won the match"):
        assert asked(classifier, text, as_one_flow, INTENTS) in (OUT_OF_SCOPE, UNKNOWN)


def test_an_organisation_whose_intents_nobody_taught_is_told_that_it_is_unknown(classifier: Classifier) -> None:
    bare = [intent.but(examples=()) for intent in INTENTS]
    nobody = Taught(bare=frozenset(OWN))
    for text in ("I want to block my card", "my bill is wrong", "What is the weather in Pune tomorrow?"):
        assert asked(classifier, text, nobody, bare) == UNKNOWN
        assert asked(classifier, text, NOTHING_TAUGHT, bare) in (OUT_OF_SCOPE, UNKNOWN)
    assert classifier.teach(bare) == ""


def test_what_was_taught_is_small_the_same_each_time_and_for_one_classifier(
    classifier: Classifier, as_one_flow: Taught, tmp_path: Path
) -> None:
    (packed,) = as_one_flow.lines
    assert len(packed) <= 50_000
    assert classifier.teach(INTENTS) == packed
    assert classifier.was_taught(packed)
    assert not classifier.was_taught("no line at all")
    header = {"intents": ["unknown"], "temperature": 1.0, "stranger": -9.0, "bias": [0.0], "scale": [1.0]}
    other = Classifier(tmp_path / "classifier.bin")
    (tmp_path / "classifier.bin").write_bytes(pack(header, bytes(65536), [{}]))
    assert not other.was_taught(packed)
    assert other.rank("book a table", taught=as_one_flow) == []


def test_however_many_examples_there_are_they_come_to_a_row(classifier: Classifier) -> None:
    words = [word for one in TABLE for text in (*one["examples"], *one["fresh"]) for word in text.split()]
    many = [
        intent.but(examples=tuple(" ".join(words[at * 7 + 30 * number :][:8]) for number in range(30)))
        for at, intent in enumerate(INTENTS)
    ]
    assert len(classifier.teach(many)) <= 50_000


def test_nothing_said_finds_nothing_taught(classifier: Classifier, as_one_flow: Taught) -> None:
    for text in ("", "....", "👍👍", "日本語", "😀" * 500):
        assert asked(classifier, text, as_one_flow, INTENTS) == UNKNOWN


def test_an_example_that_belongs_to_another_intent_is_told_with_both(classifier: Classifier) -> None:
    book, cancel, *rest = INTENTS
    strays = book.but(examples=(*book.examples, "please cancel my reservation", "my internet is very slow"))
    found = {(one.place, one.other) for one in classifier.elsewhere([strays], [cancel, *rest], {"slow_internet"})}
    assert found == {(5, cancel.name), (6, "slow_internet")}
    assert len(classifier.elsewhere(INTENTS, [], set(SHIPPED))) <= 1, "but not what is in its place"
