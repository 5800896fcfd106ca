"""The last rung: it reads three languages from examples alone, knows when it does not know, and never fails."""

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frontline.adapters.llm.classifier import THRESHOLD, Classifier
from frontline.agent.hear.prompt import UNKNOWN, build_prompt, vocabulary
from frontline.model.decision import Decision
from frontline.model.errors import ModelUnavailable
from frontline.model.heard import OUT_OF_SCOPE
from frontline.model.workflow import Intent
from frontline.speech.sounds import bones, roman
from frontline.train.examples import read_examples
from tests.adapters.llm.prompts import SAY, prompt


class Heard(NamedTuple):
    """A sentence written by hand, apart from the training, and what it means."""

    intent: str
    locale: str
    text: str


def heard() -> list[Heard]:
    lines = Path(__file__).with_name("heard.txt").read_text(encoding="utf-8").splitlines()
    return [Heard(*(part.strip() for part in line.split("|"))) for line in lines]


def decided(classifier: Classifier, text: str, *offered: str) -> Decision:
    """What it proposes to an organisation that offers these intents."""
    asked = build_prompt(
        vocabulary(
            intents=[Intent(name=name, means=name, offer=SAY) for name in offered], moves=(), slots=(), workflows={}
        ),
        text=text,
    )
    return Decision.model_validate_json(classifier.generate(asked).text)


def test_the_sentences_it_is_judged_by_are_many_and_none_is_one_it_learnt_from() -> None:
    learnt = {example.text.casefold() for example in read_examples()}
    told = heard()
    assert len(told) >= 150
    assert not [sentence for sentence in told if sentence.text.casefold() in learnt]


@pytest.mark.parametrize("locale", ["en", "hi", "hinglish"])
def test_it_understands_nine_of_ten_sentences_it_never_saw(classifier: Classifier, locale: str) -> None:
    right = Counter(
        classifier.rank(sentence.text)[0][0] == sentence.intent for sentence in heard() if sentence.locale == locale
    )
    assert right[True] / right.total() >= 0.9


def test_it_seldom_takes_one_matter_for_another(classifier: Classifier) -> None:
    wrong = 0
    for sentence in heard():
        best, confidence = classifier.rank(sentence.text)[0]
        wrong += confidence >= THRESHOLD and best not in (sentence.intent, UNKNOWN, OUT_OF_SCOPE)
    assert wrong / len(heard()) <= 0.04


def test_its_confidence_means_something(classifier: Classifier) -> None:
    sure = [(s.intent, best) for s in heard() if (best := classifier.rank(s.text)[0])[1] >= 0.9]
    assert len(sure) >= len(heard()) / 2
    assert sum(intent == best[0] for intent, best in sure) / len(sure) >= 0.97


@pytest.mark.parametrize(
    ("one", "another"),
    [
        ("मेरा रिचार्ज नहीं हुआ", "mera recharge nahi hua"),
        ("mera recharge nahi hua", "mera rechrge nhi huaaa"),
        ("नेटवर्क बहुत खराब है", "network bahut kharab hai"),
    ],
)
def test_one_wish_in_two_spellings_is_one_wish(classifier: Classifier, one: str, another: str) -> None:
    assert classifier.rank(one)[0][0] == classifier.rank(another)[0][0]


def test_hindi_and_hinglish_sound_the_same() -> None:
    assert [bones(roman(word)) for word in ("रिचार्ज", "नहीं", "प्लान")] == ["rCrj", "nhn", "pln"]
    assert bones("recharge") == bones("richarj") == bones(roman("रिचार्ज"))
    assert bones("nahi") == bones("nhi") == bones("nahee")


def test_only_the_intents_asked_for_are_ranked(classifier: Classifier) -> None:
    ranked = classifier.rank("my bill is wrong", ["network_issue", "billing_issue"])
    assert [intent for intent, _ in ranked] == ["billing_issue", "network_issue"]


def test_what_an_organisation_does_not_offer_is_not_taken_for_what_it_does(classifier: Classifier) -> None:
    text = "I lost my SIM card, please send me another"
    assert decided(classifier, text, "sim_issue", "network_issue").intent == "sim_issue"
    assert decided(classifier, text, "billing_issue", "network_issue").intent == OUT_OF_SCOPE


@pytest.mark.parametrize("text", ["What is the weather in Pune tomorrow?", "कोई चुटकुला सुनाओ", "mujhe car loan chahiye"])
def test_what_is_no_matter_of_ours_is_out_of_scope(classifier: Classifier, text: str) -> None:
    assert decided(classifier, text, "network_issue", "billing_issue", "recharge_issue").intent == OUT_OF_SCOPE


@pytest.mark.parametrize(
    "text", ["hello", "help", "मदद चाहिए", "problem hai", "", "👍👍", "....", "日本語", "asdf jkl"]
)
def test_what_says_too_little_is_unknown(classifier: Classifier, text: str) -> None:
    decision = decided(classifier, text, "network_issue", "billing_issue", "recharge_issue")
    assert decision.intent == UNKNOWN
    assert decision.next_action == "clarification"


@pytest.mark.parametrize(
    "text", ["qzx vvk", "zzzz yyyy", "lkjhg", "blorp fnord", "grmph wxyz kkk", "xyz xyz", "foo bar baz"]
)
def test_gibberish_is_never_taken_for_a_matter_of_ours(classifier: Classifier, text: str) -> None:
    every_intent = {example.intent for example in read_examples()} - {UNKNOWN, OUT_OF_SCOPE}
    assert decided(classifier, text, *every_intent).intent in (UNKNOWN, OUT_OF_SCOPE)


def test_a_text_in_which_nothing_is_familiar_ranks_nothing(classifier: Classifier) -> None:
    assert classifier.rank("👍") == []


def test_a_clear_wish_becomes_a_decision_with_a_confidence(classifier: Classifier) -> None:
    decision = decided(classifier, "paisa kat gaya par recharge nahi aaya", "recharge_issue", "billing_issue")
    assert decision.intent == "recharge_issue"
    assert decision.next_action == "execute_workflow"
    assert THRESHOLD <= decision.confidence <= 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=2000))
def test_it_has_an_answer_for_anything(classifier: Classifier, text: str) -> None:
    Decision.model_validate_json(classifier.generate(prompt(text)).text)
    ranked = classifier.rank(text)
    assert all(0 <= confidence <= 1 for _, confidence in ranked)
    assert sum(confidence for _, confidence in ranked) <= 1 + 1e-6


@pytest.mark.parametrize("content", [None, b"", b"garbage", b"FLCL\x09\x00\x00\x00\x00\x00\x00\x00"])
def test_without_its_file_it_is_unavailable_and_says_what_to_run(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "classifier.bin"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ModelUnavailable, match=r"python -m frontline\.train"):
        Classifier(file).generate(prompt("network down"))
