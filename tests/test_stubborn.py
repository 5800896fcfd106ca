"""Whoever says the same thing again and again, whatever it is and whatever is open, comes to an end."""

from frontline.adapters.llm.classifier import Classifier
from frontline.adapters.operator import TmfOperator
from tests.support.stubborn import MESSAGES, stands, trials, tried


def test_the_same_words_again_and_again_come_to_an_end_at_every_question(
    operator: TmfOperator, classifier: Classifier
) -> None:
    """One kind of message at each question, each kind at some; `python -m tests.support.stubborn` tries all of them."""
    pairs = list(trials(len(MESSAGES)))
    assert {stand.name for stand, _ in pairs} == {stand.name for stand in stands()}
    assert {kind for _, kind in pairs} == MESSAGES.keys()
    endless = [ended for ended in tried(pairs, operator, classifier) if ended.turns is None]
    assert not endless, "\n".join(f"{one.stand.name}: {one.message}: {one.how}" for one in endless)
