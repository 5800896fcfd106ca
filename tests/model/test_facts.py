"""Which knowledge wins: said over history over inferred, always; and what is taken back takes its conclusions along."""

from hypothesis import given
from hypothesis import strategies as st

from frontline.model.fact import STRENGTH, Fact, Facts, Source

SLOTS = ("a", "b", "c", "d")
SOURCES: tuple[Source, ...] = ("said", "history", "inferred")

slots = st.sampled_from(SLOTS)
values = st.integers(0, 3)


@st.composite
def a_fact(draw: st.DrawFn) -> Fact:
    source = draw(st.sampled_from(SOURCES))
    slot = draw(slots)
    grounds = draw(st.lists(slots.filter(lambda other: other != slot), max_size=2, unique=True))
    return Fact(
        slot=slot,
        value=draw(values),
        source=source,
        turn=draw(st.integers(1, 9)),
        stable=draw(st.booleans()),
        derived_from=tuple(grounds) if source == "inferred" else (),
    )


lessons = st.lists(st.tuples(a_fact(), st.booleans()), max_size=12)


def learned(lessons_: list[tuple[Fact, bool]]) -> Facts:
    facts = Facts()
    for fact, correction in lessons_:
        facts = facts.learn(fact, correction=correction)
    return facts


@given(lessons)
def test_there_is_at_most_one_fact_a_slot(taught: list[tuple[Fact, bool]]) -> None:
    known = [fact.slot for fact in learned(taught).known]
    assert len(known) == len(set(known))


@given(lessons, a_fact(), st.booleans())
def test_a_weaker_source_never_replaces_a_stronger_one(
    taught: list[tuple[Fact, bool]], fact: Fact, correction: bool
) -> None:
    facts = learned(taught)
    old = facts.get(fact.slot)
    new = facts.learn(fact, correction=correction).get(fact.slot)
    assert new is not None
    if old is not None:
        assert STRENGTH[new.source] >= STRENGTH[old.source]


@given(lessons, a_fact(), st.booleans())
def test_a_stable_fact_that_was_said_yields_only_to_what_the_customer_corrects(
    taught: list[tuple[Fact, bool]], fact: Fact, correction: bool
) -> None:
    facts = learned(taught)
    old = facts.get(fact.slot)
    if old and old.stable and old.source == "said" and not (correction and fact.source == "said"):
        assert facts.learn(fact, correction=correction).get(fact.slot) == old


@given(lessons, slots, values)
def test_the_customers_own_correction_always_holds(taught: list[tuple[Fact, bool]], slot: str, value: int) -> None:
    said = Fact(slot=slot, value=value, source="said", turn=9, stable=True)
    assert learned(taught).learn(said, correction=True).get(slot) == said


@given(lessons, a_fact())
def test_when_a_value_changes_nothing_stays_that_was_concluded_from_the_old_one(
    taught: list[tuple[Fact, bool]], fact: Fact
) -> None:
    facts = learned(taught)
    old = facts.get(fact.slot)
    after = facts.learn(fact, correction=True)
    new = after.get(fact.slot)
    if old and new and old.value != new.value:
        assert not [known for known in after.known if known != new and fact.slot in known.derived_from]


@given(lessons, slots)
def test_taking_a_conclusion_back_takes_all_that_stands_on_it_and_nothing_that_was_said(
    taught: list[tuple[Fact, bool]], slot: str
) -> None:
    facts = learned(taught)
    fact = facts.get(slot)
    left = facts.retract(slot)
    if fact is None or fact.source != "inferred":
        assert left == facts
        return
    gone = {known.slot for known in facts.known} - {known.slot for known in left.known}
    assert slot in gone
    assert not [known for known in left.known if gone & set(known.derived_from)]
    assert all(known in left.known for known in facts.known if known.source != "inferred")


@given(lessons)
def test_without_its_guesses_a_ticket_still_knows_all_it_was_told(taught: list[tuple[Fact, bool]]) -> None:
    facts = learned(taught)
    certain = facts.certain()
    assert {fact.slot for fact in certain.known} == {fact.slot for fact in facts.known if fact.source != "inferred"}
    for slot in SLOTS:
        facts = facts.retract(slot)
    assert facts.certain() == certain


@given(lessons)
def test_an_earlier_ticket_leaves_what_is_stable_and_certain_as_history(taught: list[tuple[Fact, bool]]) -> None:
    facts = learned(taught)
    left = facts.as_history()
    assert {fact.source for fact in left.known} <= {"history"}
    kept = {(fact.slot, fact.value) for fact in facts.known if fact.stable and fact.source != "inferred"}
    assert {(fact.slot, fact.value) for fact in left.known} == kept


def test_a_chain_of_conclusions_falls_from_its_first_link() -> None:
    ground = Fact(slot="a", value=1, source="inferred", turn=1)
    chain = [
        Fact(slot=slot, value=1, source="inferred", turn=1, derived_from=(before,))
        for before, slot in (("a", "b"), ("b", "c"), ("c", "d"))
    ]
    facts = learned([(fact, False) for fact in (ground, *chain)])
    assert facts.retract("a") == Facts()
    assert [fact.slot for fact in facts.retract("c").known] == ["a", "b"]


def test_hearing_the_same_again_takes_nothing_back() -> None:
    ground = Fact(slot="a", value=1, source="said", turn=1)
    conclusion = Fact(slot="b", value=2, source="inferred", turn=1, derived_from=("a",))
    facts = learned([(ground, False), (conclusion, False), (ground.but(turn=5), False)])
    assert facts.get("b") == conclusion
