"""What slots make of sentences: the tables in `slots/`, one for each subject and language.

To add a sentence, write it under its slot type, under `asked` (it answers a question for this slot) or `unasked`, below the value
that is heard, `not heard`, or `unknown` (an answer, but nothing we know; `= unknown` is a value of that name)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from frontline.model.base import Value
from frontline.model.text import Text
from frontline.model.workflow import Option
from frontline.speech.readers import speech
from frontline.trades.telecom import TRADE

Hear = Callable[..., Value | None]


def _options(*rows: tuple[str, str, str, str]) -> tuple[Option, ...]:
    return tuple(Option(value=value, label=Text(en=en, hi=hi, hinglish=hinglish)) for value, en, hi, hinglish in rows)


OPTIONS = {
    "symptoms": _options(
        ("no_internet", "No internet", "इंटरनेट नहीं है", "Net band hai"),
        ("slow", "Slow internet", "इंटरनेट धीमा है", "Net slow hai"),
        ("no_calls", "Calls fail", "कॉल नहीं लगती", "Call nahi lagti"),
    ),
    "plans": _options(
        *(
            (value, name, name, name)
            for value, name in (
                ("post-399", "Postpaid 399, 40 GB, ₹399"),
                ("post-599", "Postpaid 599, 75 GB, ₹599"),
                ("post-999", "Postpaid 999, 150 GB, ₹999"),
            )
        )
    ),
}
CALLING_CODES = {"america": "1"}


def cases() -> Iterator[Any]:
    """Slot type, whether it is asked for, the sentences of one value each, and what they are heard with: options to pick from, or
    the calling code where the organisation is."""
    for file in sorted(Path(__file__).with_name("slots").glob("*.yaml")):
        table = yaml.load(file.read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506  (builds nothing but strings: "no", "2")
        for kind, hearings in table.items():
            name, _, offered = kind.partition(" of ")
            for how, values in hearings.items():
                beside = {"options": OPTIONS.get(offered, ()), "calling_code": CALLING_CODES.get(offered, "91")}
                yield pytest.param(name, how == "asked", values, beside, id=f"{file.stem}: {kind} {how}")


CASES = list(cases())


@pytest.mark.parametrize(("kind", "asked", "values", "beside"), CASES)
def test_a_slot_makes_of_a_sentence_what_the_table_says(
    hear: Hear, kind: str, asked: bool, values: Mapping[str, Sequence[str]], beside: Mapping[str, Any]
) -> None:
    wanted = {said: _heard(value, said) for value, sentences in values.items() for said in sentences}
    assert sum(map(len, values.values())) == len(wanted), "a sentence stands there twice"
    assert {said: hear(kind, said, asked=asked, **beside) for said in wanted} == wanted


def _heard(value: str, said: str) -> str | None:
    return {"not heard": None, "unknown": f"unknown: {said}"}.get(value, value.removeprefix("= "))


def test_every_slot_type_that_has_readers_has_sentences() -> None:
    kinds = {rule.reader.partition(".")[0] for rule in speech().rules if "." in rule.reader}
    assert kinds & TRADE.slot_types.keys() <= {case.values[0] for case in CASES}


def test_where_nothing_is_offered_nothing_is_picked(hear: Hear) -> None:
    assert hear("choice", "2", asked=True) is None
