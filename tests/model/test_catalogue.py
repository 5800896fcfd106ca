"""A catalogue that would be ambiguous cannot be made, and says what is wrong with it."""

import pytest
from pydantic import ValidationError

from frontline.model.catalogue import Catalogue
from frontline.model.text import Text
from frontline.model.workflow import Kind, Knowledge
from tests.support.declared import WORDS, intent, slot, workflow


def test_an_intent_claimed_twice_is_refused_with_both_names() -> None:
    twice = [workflow(name, intents=(intent("slow"),)) for name in ("first", "second")]
    with pytest.raises(ValueError, match="'slow' is claimed by first and second"):
        Catalogue.of(twice)


def test_a_slot_declared_twice_differently_is_refused() -> None:
    with pytest.raises(ValueError, match="'city' is declared twice, differently; share one declaration"):
        Catalogue.of([workflow("first", slots=(slot("city"),)), workflow("second", slots=(slot("city", "region"),))])


def test_a_slot_asked_here_and_only_listened_for_there_must_be_one_declaration_too() -> None:
    known = Knowledge(name="city", type="region", label=WORDS)
    for listens, slots in (((known,), (slot("city"),)), ((known, known.but(type="text")), ())):
        with pytest.raises(ValueError, match="'city' is declared twice, differently"):
            Catalogue.of([workflow("first", slots=slots), workflow("second", listens=listens)])


def test_one_declaration_may_be_shared_by_as_many_as_like() -> None:
    city = slot("city")
    catalogue = Catalogue.of([workflow("first", slots=(city,)), workflow("second", slots=(city,), listens=(city,))])
    assert catalogue.knowledge == {"city": city}


@pytest.mark.parametrize(("kind", "confirm"), [("order", None), ("inquiry", WORDS)])
def test_an_order_and_only_an_order_is_confirmed(kind: Kind, confirm: Text | None) -> None:
    with pytest.raises(ValidationError, match="pay: an order is confirmed first"):
        workflow("pay", kind=kind, confirm=confirm)
    assert workflow("pay", kind="order", confirm=WORDS).confirm == WORDS


def test_the_menu_offers_what_a_customer_can_want_once_each() -> None:
    wanted = workflow("wanted", intents=(intent("one"), intent("two")))
    assert [text.words("en") for text in Catalogue.of([wanted, workflow("a_helper")]).menu()] == ["Offer one"]


def test_every_intent_is_served_by_one_workflow() -> None:
    first, second = (
        workflow("first", intents=(intent("one"), intent("two"))),
        workflow("second", intents=(intent("3"),)),
    )
    catalogue = Catalogue.of([first, second])
    assert catalogue.served_by == {"one": "first", "two": "first", "3": "second"}


def test_the_same_declarations_have_the_same_hash_and_others_another() -> None:
    declared = [workflow("first", slots=(slot("city"),)), workflow("second")]
    assert Catalogue.of(declared).hash == Catalogue.of([one.model_copy(deep=True) for one in declared]).hash
    assert Catalogue.of(declared).hash != Catalogue.of(declared[:1]).hash
    assert Catalogue.of(declared).hash != Catalogue.of([declared[0].but(title=Text.same("other")), declared[1]]).hash
