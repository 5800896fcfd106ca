"""How a course sounds: in the customer's language, with their dates and places, and never with a hole in it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

import frontline
from frontline.agent.course import Course
from frontline.agent.tell.speak import speak, text_of
from frontline.model.action import Action, AskIntent, Confirm, Reason, Say
from frontline.model.base import Values
from frontline.model.text import Line, Locale, Text, lacking
from frontline.model.ticket import Ticket
from frontline.speech.place.regions import all_regions
from frontline.texts import CARDS, COMMON, LOCALES, WORDINGS
from frontline.trades import catalogue_of
from frontline.trades.telecom.workflows import WORKFLOWS
from tests.support.world import ACME

OFFERED = catalogue_of(ACME)
PACKAGE = Path(frontline.__path__[0])
TICKET = Ticket(id="c.1", ordinal=1, opened_at=0, touched_at=0, locale="en")
NAMES = {"GB", "MB", "SMS", "OTP", "SIM", "APN", "VPN", "MMS"}
"""Names and units that are written so in every script."""
KEYED = {"Line", "say", "later", "_told"}
"""Who takes the key of a text."""


def said(key: str, locale: Locale, **values: str) -> str:
    shown: Values = dict(values)
    return speak(Course(ticket=TICKET, action=Say(), lines=(Line(key=key, values=shown),)), locale, OFFERED).text


@pytest.mark.parametrize(("locale", "day"), [("en", "3 May 2026"), ("hi", "3 मई 2026"), ("hinglish", "3 May 2026")])
def test_dates_are_written_as_people_write_them(locale: Locale, day: str) -> None:
    assert day in said("network_troubleshooting.outage", locale, region="rajasthan", until="2026-05-03")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_month_has_a_name(locale: Locale) -> None:
    assert len(set(CARDS[locale].months)) == 12


@pytest.mark.parametrize(("locale", "place"), [("en", "Rajasthan"), ("hi", "राजस्थान"), ("hinglish", "Rajasthan")])
def test_regions_are_named_in_the_customers_language(locale: Locale, place: str) -> None:
    assert place in said("network_troubleshooting.congestion", locale, region="rajasthan")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_region_has_a_name_in_every_language(locale: Locale) -> None:
    for region in all_regions():
        name = COMMON[f"region.{region.id}"].words(locale)
        assert name in said("network_troubleshooting.congestion", locale, region=region.id)


def test_a_title_is_put_in_where_a_text_names_another() -> None:
    assert said("back_to", "en", title_key="network_troubleshooting.title") == "Back to your network problem."


def test_a_value_stays_what_the_customer_wrote() -> None:
    assert said("verbatim", "en", text="{title} 2026-05-03!") == "{title} 2026-05-03!"


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("action", [Say(), AskIntent(), Confirm(workflow="recharge_resolution")])
def test_even_a_course_with_nothing_to_say_says_something(action: Action, locale: Locale) -> None:
    assert speak(Course(ticket=TICKET, action=action), locale, OFFERED).text.strip()


def texts() -> Iterator[tuple[str, Text]]:
    """Every text a customer can ever see, by where it stands."""
    yield from COMMON.items()
    for name, workflow in WORKFLOWS.items():
        yield from _within(name, workflow)


def _within(place: str, node: object) -> Iterator[tuple[str, Text]]:
    match node:
        case Text():
            yield place, node
        case BaseModel():
            yield from (found for name, part in node for found in _within(f"{place}.{name}", part))
        case dict():
            yield from (found for name, part in node.items() for found in _within(f"{place}.{name}", part))
        case tuple():
            yield from (found for number, part in enumerate(node) for found in _within(f"{place}.{number}", part))


def test_a_text_has_the_same_blanks_in_all_its_languages_and_each_in_its_letters() -> None:
    written = list(texts())
    assert len(written) > 400
    assert {place: text.uneven() for place, text in written if text.uneven()} == {}
    assert [place for place, text in written if not _in_its_letters(text)] == []


def _in_its_letters(text: Text) -> bool:
    for locale, card in CARDS.items():
        words = re.sub(r"\{\w+\}", "", text.each.get(locale, ""))
        first, last = card.letters or ("a", "z")
        if re.search("[a-z]{3}", words) and not re.search(f"[{first}-{last}]", words):
            return False
    return True


def test_no_text_mixes_in_words_of_another_language() -> None:
    """Latin words in other letters may only be names and units; of other letters there are none in Latin."""
    for place, text in texts():
        for locale, words in text.each.items():
            written = re.sub(r"\{\w+\}", "", words)
            foreign = [one for one in CARDS if one != locale and CARDS[one].letters and not CARDS[locale].letters]
            for other in foreign:
                first, last = CARDS[other].letters or ("", "")
                assert not re.search(f"[{first}-{last}]", written), f"{place} {locale}: {written}"
            if CARDS[locale].letters:
                assert set(re.findall("[A-Za-z]{2,}", written)) <= NAMES, f"{place} {locale}: {written}"


def test_every_label_is_there_in_every_language_of_those_who_are_offered_it() -> None:
    assert lacking(OFFERED, ACME.languages) == {}


def keys() -> set[str]:
    """Every key of a text that is written out in the code."""
    return {key for source in [PACKAGE / "turn.py", *(PACKAGE / "agent").rglob("*.py")] for key in _keys(source)}


def _keys(source: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(source.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYED:
            given = [word.value for word in node.keywords if word.arg == "key"] or node.args[1:2]
            yield from (part.value for key in given for part in _branches(key) if isinstance(part.value, str))


def _branches(node: ast.expr) -> list[ast.Constant]:
    match node:
        case ast.Constant():
            return [node]
        case ast.IfExp():
            return [*_branches(node.body), *_branches(node.orelse)]
        case _:
            return []


def test_every_text_the_code_names_exists() -> None:
    assert len(keys()) > 20, "the search for keys finds nothing any more"
    assert {key for key in keys() if key not in COMMON} == set()


@pytest.mark.parametrize(
    "key", [*(f"hand_off.{reason}" for reason in get_args(Reason)), "thanks", "greeting", "goodbye"]
)
def test_texts_that_are_named_by_what_happens_exist_for_all_that_can(key: str) -> None:
    assert key in COMMON


def test_a_workflows_and_a_slots_own_texts_are_found_by_their_keys() -> None:
    for workflow in OFFERED.workflows.values():
        assert text_of(f"{workflow.name}.title", OFFERED) == workflow.title
        assert all(text_of(f"{workflow.name}.{name}", OFFERED) == one.says for name, one in workflow.results.items())
    assert all(text_of(f"slot.{name}.help", OFFERED) == slot.help for name, slot in OFFERED.slots.items())


def _that_say() -> list[Path]:
    return [PACKAGE / "turn.py", PACKAGE / "flows" / "walk.py", *(PACKAGE / "agent").rglob("*.py")]


def test_no_text_is_left_over() -> None:
    sources = "".join(source.read_text() for source in _that_say())
    by_name = ("hand_off.", "region.", "called.", "asks.", "feeling.")
    wordings = {text for several in WORDINGS.values() for text in several[1:]}
    unused = [
        key
        for key, text in COMMON.items()
        if f'"{key}"' not in sources and not (key.startswith(by_name) or text in wordings)
    ]
    assert unused == [], "nobody says these any more; take them out of the languages' texts.txt"
