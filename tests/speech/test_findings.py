"""What `make speech` says of odd lines: each finding has file, line and reason."""

import pytest

from frontline.speech.readers import File, files_of, read_file
from frontline.texts import roots
from local.asked import Asked, Lookup, asked, asked_by
from local.findings import findings

CODE = """
words("not")
spellings("why")
split(text, "and", ",;")
numbers_of("month")
decimals_of("half")
heard = said(text)
if "asks" in heard or not heard.isdisjoint({"away.now"}):
    found = {"calls_off"} & said(f"x {text}")
named = NamedValue("device")
f"away.{how}" in heard, "later"
"""
ASKED = asked_by([("hear.py", CODE)])
SOUND = ["not: no nahi", 'why: kyun "kis liye"', "and: aur", "[asks]", "+ <why>", "[calls_off]", "+ <not>"]
SOUND += [
    "[month]",
    "= 1: jan",
    "= 2: feb",
    "= 3: mar",
    "[half]",
    "= 0.5: aadha",
    "[device]",
    "= tv: tv",
    "[away.now]",
    "+ ab",
]


def of(*lines: str) -> File:
    return read_file([*lines], "hi/words.txt")


def test_sound_lines_are_not_odd() -> None:
    assert list(findings([of(*SOUND)], ASKED)) == []


@pytest.mark.whole  # `make speech` says it too
def test_nothing_in_the_languages_files_is_odd() -> None:
    assert list(findings(files_of(roots()), asked())) == []


@pytest.mark.parametrize(
    ("lines", "finding"),
    [
        (["more: aur"], "hi/words.txt:1: <more> is used by no line and no code"),
        (["[away.nwo]", "+ ab"], "hi/words.txt:2: nobody asks what [away.nwo] hears: is its name misspelt?"),
        (["[away.later]", "+ kal", "[away.more]", "+ x"], "hi/words.txt:4: nobody asks what [away.more] hears"),
        (['not: "bilkul nahi"'], "hi/words.txt:1: 'bilkul nahi' is no single word, as hear.py:2 asks of <not>"),
        (["not: nah*"], "hi/words.txt:1: 'nah*' is no single word, as hear.py:2 asks of <not>"),
        (["[month]", "= mai: may"], "hi/words.txt:2: 'mai' is no whole number, as hear.py:5 asks of [month]"),
        (["[month]", "= 1.5: may"], "hi/words.txt:2: '1.5' is no whole number, as hear.py:5 asks of [month]"),
        (["[half]", "= aadha: half"], "hi/words.txt:2: 'aadha' is no number, as hear.py:6 asks of [half]"),
        (["[month]", '= 5: "ma ee"'], "hi/words.txt:2: 'ma ee' is no single word, as hear.py:5 asks of [month]"),
        (
            ["[device]", "= 1: a", "= 2: b", "= 3: c", "= d: d"],
            "hi/words.txt:5: 'd' is no number, as the other values of [device]",
        ),
        (["not: nako nako"], "hi/words.txt:1: 'nako' stands here 2 times"),
        (['why: "kis (liye|lie)" "kis liye"'], "hi/words.txt:1: 'kis liye' stands here 2 times"),
        (["why: kyon", "why: kisliye"], "hi/words.txt:2: stands at hi/words.txt:1 already: <why>: one word, one line"),
        (["[asks]", "+ what", "+ what"], "hi/words.txt:3: stands at hi/words.txt:2 already: this line"),
        (["! not why", "why: no"], "hi/words.txt:1: 'no' is both <not> and <why>"),
        (["! not wyh"], "hi/words.txt:1: there is no lexeme <wyh>"),
    ],
)
def test_an_odd_line_is_told_with_file_line_and_reason(lines: list[str], finding: str) -> None:
    other = read_file(SOUND, "en/words.txt")
    assert any(one.startswith(finding) for one in findings([other, of(*lines)], ASKED))


@pytest.mark.parametrize(
    ("code", "finding"),
    [
        ('words("nto")', "hear.py:1: asks for the lexeme <nto>, and no file has it"),
        ('begins(row, 0, "nto")', "hear.py:1: asks for the lexeme <nto>, and no file has it"),
        ('"ask" in said(text)', "hear.py:1: asks for the reader [ask], and no file has it"),
        ('heard = said(x)\n"away.then" in heard', "hear.py:2: asks for the reader [away.then], and no file has it"),
        ('numbers_of("mnth")', "hear.py:1: asks for the reader [mnth], and no file has it"),
    ],
)
def test_what_code_asks_for_in_vain_is_told(code: str, finding: str) -> None:
    odd = asked_by([("hear.py", code)])
    both = Asked((*ASKED.lookups, *odd.lookups), (*ASKED.told, *odd.told))
    assert list(findings([of(*SOUND)], both)) == [finding]


def test_a_name_is_known_by_the_function_that_looks_it_up() -> None:
    assert Lookup("split", "and", "hear.py:4") in ASKED.lookups
    assert {one.name for one in ASKED.of("said")} == {"asks", "calls_off", "away."}
