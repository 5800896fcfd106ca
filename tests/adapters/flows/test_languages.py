"""What an organisation offers can be said in all the languages it lists, shipped or authored."""

import pytest

from frontline.adapters.flows.library import shipped
from frontline.adapters.flows.library import unsaid as flow_unsaid
from frontline.flows.verify.check import findings
from frontline.model.offering import unsaid
from frontline.model.organisation import Organisation
from frontline.model.text import lacking
from frontline.texts import COMMON, LOCALES
from frontline.trades import catalogue_of
from frontline.trades.telecom import TRADE
from frontline.trades.telecom.workflows import WORKFLOWS
from tests.support.graphs import edges, node
from tests.support.world import ACME

STRANGE = "tlh"
NAMES = ("region.", "called.")
"""Names fall back to another language's."""


@pytest.mark.parametrize("language", LOCALES)
def test_the_engine_says_everything_in_every_language_it_speaks(language: str) -> None:
    assert [key for key, text in COMMON.items() if text.lacks((language,)) and not key.startswith(NAMES)] == []


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_shipped_workflow_is_said_in_the_languages_of_the_first_organisation(name: str) -> None:
    assert unsaid(TRADE, name, ACME.languages) == ()


@pytest.mark.parametrize("name", shipped())
def test_a_shipped_flow_is_said_in_the_languages_of_the_first_organisation(name: str) -> None:
    assert flow_unsaid(name, ACME.languages) == ()


def test_who_lists_no_languages_has_the_three_there_were() -> None:
    row = ACME.model_dump_json(exclude={"languages"})
    assert Organisation.model_validate_json(row).languages == ("en", "hi", "hinglish")


def test_what_cannot_be_said_in_all_its_languages_is_not_offered() -> None:
    tongues = ACME.but(languages=("en", STRANGE))
    assert unsaid(TRADE, "bill_payment", tongues.languages)[0] == f"bill_payment.title: {STRANGE}"
    assert catalogue_of(tongues).offers() == ()
    assert catalogue_of(ACME.but(languages=("en",))).intents.keys() == catalogue_of(ACME).intents.keys()


def test_a_text_that_lacks_a_language_of_the_organisation_is_a_finding_by_node_and_language() -> None:
    half = {"en": "Hello {user_input}", "hi": "नमस्ते"}
    document = {
        "title": "Greeting",
        "nodes": [node("start", "start"), node("hello", "message", text=half), node("done", "end", text={"xx": "bye"})],
        "edges": edges("start -> hello", "hello -> done"),
    }
    found = findings(document, "greeting", catalogue_of(ACME))
    assert found[0].code == "missing_escalation"
    told = [(one.code, one.severity, one.node, one.path, one.reason.partition(",")[0]) for one in found[1:]]
    assert told == [
        ("missing_language", "error", "hello", "nodes[1].data.text", "this is not said in hinglish"),
        ("odd_blank", "warning", "hello", "nodes[1].data.text", "{user_input} is said in another language"),
        *(
            ("missing_language", "error", "done", "nodes[2].data.text", f"this is not said in {language}")
            for language in ACME.languages
        ),
        ("unknown_language", "error", "done", "nodes[2].data.text", "'xx' is no language of ours; there are en"),
    ]
    assert lacking(WORKFLOWS["bill_payment"], ()) == {}
