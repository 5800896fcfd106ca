"""Scripted customers with broken phones, random faults and manners: each is served as the runbook's rules say, and every
conversation keeps the promises. `python -m tests.support.runbook_here --runs 3000` is the same at length."""

import argparse

from frontline.adapters.llm.classifier import Classifier
from tests.support.promises import keep_all
from tests.support.runbook import cases, every
from tests.support.runbook_here import ACME_US, place
from tests.support.world import Talk

RUNS = 60


def test_scripted_customers_end_as_the_rules_say_without_a_model(classifier: Classifier) -> None:
    talks: list[Talk] = []
    free = argparse.Namespace(faults=None, complaint=None, persona=None, only=None)
    with place(classifier, talks.append) as here:
        reports = list(every(cases(RUNS, 47, free), here, 47, 1))
    assert [str(report) for report in reports if report.wrong] == []
    assert {report.status for report in reports} == {"resolved", "escalated"}
    assert sum(report.model_calls for report in reports) == 0
    for talk in talks:
        keep_all(talk.journal(), ACME_US, talk.flows)
