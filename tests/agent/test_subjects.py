"""What the trade says of its intents: every name is one that is offered, no trouble explains itself, and the menu shows a way to
everything we do, a few entries at a time."""

from frontline.agent.options import MOST, on_the_menu
from frontline.model.action import AskIntent
from frontline.trades import catalogue_of
from frontline.trades.telecom.workflows.subjects import EXPLAINS, SUBJECTS
from tests.support.world import ACME

CATALOGUE = catalogue_of(ACME)


def test_every_intent_that_is_named_is_offered() -> None:
    named = {intent for one in SUBJECTS for intent in (*one.intents, *([one.general] if one.general else []))}
    assert (
        named | {*EXPLAINS, *(one for explained in EXPLAINS.values() for one in explained)} <= CATALOGUE.intents.keys()
    )
    assert {slot for one in SUBJECTS for slot in one.slots} <= CATALOGUE.knowledge.keys()


def test_no_trouble_explains_what_explains_it() -> None:
    def explained_by(cause: str, seen: tuple[str, ...] = ()) -> None:
        assert cause not in seen, f"{' explains '.join((*seen, cause))}"
        for one in EXPLAINS.get(cause, ()):
            explained_by(one, (*seen, cause))

    for cause in EXPLAINS:
        explained_by(cause)


def test_the_menu_shows_a_way_to_everything_a_few_entries_at_a_time() -> None:
    reached: set[str] = set()
    questions = [AskIntent()]
    for question in questions:
        entries = on_the_menu(question, CATALOGUE)
        assert len(entries) <= MOST
        reached |= {entry.intents[0] for entry in entries if len(entry.intents) == 1}
        questions += [AskIntent(among=entry.intents) for entry in entries if len(entry.intents) > 1]
    assert {CATALOGUE.served_by[intent] for intent in reached} == set(CATALOGUE.served_by.values())
