"""The languages' own files: every line can be read, nothing is odd, and `heard.yaml` says what sentences are heard as."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from frontline import texts
from frontline.speech.packed import packed, unpacked
from frontline.speech.readers import COMPILED, hear, said, speech, speech_of
from frontline.texts import FILE as TEXTS
from frontline.trades.telecom import TRADE
from local.asked import CODE
from local.speech import explained

TABLE = yaml.safe_load(Path(__file__).with_name("heard.yaml").read_text())


@pytest.mark.parametrize("reader", TABLE)
def test_a_sentence_is_heard_as_the_table_says(reader: str) -> None:
    wanted = dict.fromkeys(TABLE[reader]["says"], True) | dict.fromkeys(TABLE[reader]["says_not"], False)
    wrong = [sentence for sentence, says in wanted.items() if (reader in said(sentence)) is not says]
    assert wrong == [], "\n".join(line for sentence in wrong for line in explained(sentence, speech()))


def test_every_reader_has_sentences() -> None:
    readers = {rule.reader for rule in speech().rules if rule.sign in "+-"}
    of_slots = {reader for reader in readers if reader.partition(".")[0] in TRADE.slot_types}
    assert readers - of_slots <= TABLE.keys() <= readers, "those of slot types have their sentences in slots/"


def test_what_a_sentence_is_heard_as_is_shown_step_by_step() -> None:
    shown = "\n".join(explained("kyun chahiye", speech()))
    assert re.search("lexemes  kyun: .*<why>", shown)
    assert "hi/proof.txt:2  [objects] + <why> *2" in shown
    assert re.search("heard .*objects", shown.splitlines()[-1])


def test_what_is_compiled_when_the_layer_is_built_hears_the_same() -> None:
    known = speech()
    again = unpacked(packed(known))
    assert again.rules == known.rules
    assert again.automaton == known.automaton
    assert (dict(again.spellings), dict(again.names)) == (known.spellings, known.names)


def test_what_stands_in_the_languages_files_counts_and_what_was_compiled_only_where_there_are_none(
    tmp_path: Path,
) -> None:
    words, built = tmp_path / "languages" / "en", tmp_path / COMPILED
    words.mkdir(parents=True)
    (words / TEXTS).write_text("thanks: You are welcome.\n")
    (words / "why.txt").write_text("why: why\n[asks]\n+ <why>\n")
    built.write_bytes(packed(speech_of([words.parent], built)))
    (words / "why.txt").write_text("why: why wherefore\n[asks]\n+ <why>\n")
    assert hear(speech_of([words.parent], built), ["wherefore"]).readers == {"asks"}
    (words / "why.txt").unlink()
    assert hear(speech_of([words.parent], built), ["why"]).readers == {"asks"}
    assert hear(speech_of([words.parent], built), ["wherefore"]).readers == frozenset()


def test_what_is_said_is_read_from_the_languages_files_and_where_there_are_none_from_what_was_compiled(
    tmp_path: Path,
) -> None:
    words, built = tmp_path / "speech" / "languages", tmp_path / COMPILED
    for language in ("de", "en"):
        (words / language).mkdir(parents=True)
        (words / language / TEXTS).write_text("[thanks]\nmuch: You are welcome.\n")
    built.write_bytes(texts.packed(texts.said_in([words])))
    (words / "en" / TEXTS).write_text("thanks.much: Any time.\n")
    assert texts.all_said([words], built)["speech"]["en"] == {"thanks.much": "Any time."}
    for language in ("de", "en"):
        (words / language / TEXTS).unlink()
    from_compiled = texts.all_said([words], built)["speech"]
    assert from_compiled["en"] == {"thanks.much": "You are welcome."}
    assert list(from_compiled) == ["en", "de"], "the language that all fall back to is the first"


@pytest.mark.whole
def test_what_is_compiled_is_the_same_bytes_whenever_it_is_built() -> None:
    program = (
        "import sys; from frontline.speech.packed import *; out = sys.stdout.buffer;"
        "out.write(packed(compiled(files_of(roots()))) + texts.packed(texts.said_in(roots())))"
    )
    command, paths = [sys.executable, "-c", program], {"PYTHONPATH": str(CODE.parent)}
    built = [
        subprocess.run(
            command, env={**os.environ, **paths, "PYTHONHASHSEED": seed}, check=True, capture_output=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert built[0] == built[1]
