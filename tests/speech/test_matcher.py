"""The one matcher: what a pattern line stands for, what a broken line says, and that it hears what trying everything hears."""

from collections.abc import Iterator, Sequence
from typing import assert_never

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontline.speech.automaton import Builder, run
from frontline.speech.fault import Fault, Place
from frontline.speech.lexicon import joined, read_lexeme, resolved
from frontline.speech.pattern import Choice, Family, Gap, Part, Pattern, Word, read_pattern
from frontline.speech.pattern import Sequence as InOrder
from frontline.speech.plain import fold, is_sign, tokens_of
from frontline.speech.readers import LONGEST, compiled, hear, read_file

HERE = Place("here", 1)
LEXICON = ["not: no dont nahi नहीं", '  nhi "do not"', "doing: kar* karo send", "deny: <not> mat"]
FAMILIES = resolved([read_lexeme(line, place) for place, line in joined(LEXICON, "lexicon.txt")])


def says(pattern: str, message: str) -> bool:
    builder = Builder(FAMILIES)
    builder.add(read_pattern(pattern, HERE), 7, HERE)
    return run(builder.automaton(), tokens_of(fold(message))) == {7}


@pytest.mark.parametrize(
    ("pattern", "heard", "unheard"),
    [
        ("<not> <doing>", ["no send", "please do not send it", "nhi karna hai"], ["no", "send no", "not send"]),
        ("<deny> <doing>", ["mat karo", "dont karo"], ["karo mat"]),
        ("^ yes [please] $", ["yes", "yes please"], ["oh yes", "yes please sir", "please"]),
        ("^ (yes|haan) <not> $", ["yes no", "haan do not"], ["yes", "yes no no"]),
        ("send *2 now", ["send now", "send it now", "send it right now"], ["send a b c now", "now send"]),
        ("from * to", ["from to", "from a b c d e to"], ["to from"]),
        ("^ <not>* send $", ["send", "no send", "no do not nahi send"], ["no no", "maybe send"]),
        ("pareshan*", ["pareshan", "pareshani hai"], ["paresh"]),
        ("Don't", ["dont"], ["do"]),
        ("no , nahi", ["no, nahi", "No - nahi!", "no: , nahi", "no,nahi"], ["no nahi", "no. nahi"]),
        ("no .", ["no.", "no!", "no\n"], ["no", "no.x", "no,"]),
        ("1 , 000", ["1, 000"], ["1,000", "1.000"]),
        ("^ yes $", ["yes!", "... yes ?!", "👍 yes"], ["yes? yes"]),
        ("^ (yes|👍) ? $", ["yes?", "👍🙂?"], ["yes", "?"]),
    ],
)
def test_a_pattern_hears_what_its_line_says(pattern: str, heard: list[str], unheard: list[str]) -> None:
    assert [message for message in heard if not says(pattern, message)] == []
    assert [message for message in unheard if says(pattern, message)] == []


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("(a|b", "`(` has no `)`"),
        ("a)", "`)` closes nothing"),
        ("a ^ b", "nowhere else"),
        ("<Not>", "cannot read"),
        ("a *12", "1 to 9"),
        ("", "nothing to hear"),
        ("[a]", "says nothing"),
        ("<nothere> a", "no lexeme <nothere>"),
        ("’", "nothing in it"),
    ],
)
def test_a_broken_pattern_says_where_and_why(pattern: str, why: str) -> None:
    with pytest.raises(Fault, match=r"^here:1: ") as fault:
        Builder(FAMILIES).add(read_pattern(pattern, HERE), 0, HERE)
    assert why in str(fault.value)


@pytest.mark.parametrize(
    ("lines", "where", "why"),
    [
        (["not no"], 1, "is no word of the lexicon"),
        (["not:"], 1, "no spelling"),
        (["# words", "", 'not: no "do not'], 3, "at its end"),
        (["  no"], 1, "nothing before it"),
        (["a: <b>", "b: <a>"], 1, "circle"),
        (["a: <b>"], 1, "no lexeme <b>"),
        (["a: ’"], 1, "nothing in it"),
        (['a: "b *3 c"'], 1, "has no end"),
    ],
)
def test_a_broken_lexicon_says_where_and_why(lines: list[str], where: int, why: str) -> None:
    with pytest.raises(Fault) as fault:
        compiled([read_file(lines, "hi/lexicon.txt")])
    assert str(fault.value).startswith(f"hi/lexicon.txt:{where}: ") or "circle" in why
    assert why in str(fault.value)


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["+ a"], "no [reader]"),
        (["[a]", "a b"], "begin with `+`"),
        (["[a]", "= b"], "= value: name"),
        (["[a]", "= b: c", "= d: c"], "names 'b' already"),
        (["[a]", "= b: c*"], "no whole name"),
    ],
)
def test_a_broken_pattern_file_says_where_and_why(lines: list[str], why: str) -> None:
    with pytest.raises(Fault) as fault:
        compiled([read_file(lines, "hi/moves.txt")])
    assert why in str(fault.value)


def test_no_pattern_ends_where_a_message_goes_on() -> None:
    """Words beyond those listened to are heard as being there."""
    speech = compiled([read_file(["so: so", "[a]", "+ ^ <so>* so $"], "en/a.txt")])
    assert hear(speech, ["so"] * LONGEST).readers == {"a"}
    assert hear(speech, [*["so"] * LONGEST, "no"]).readers == set()


WORDS = st.sampled_from(["a", "b", "ab", "?", ","])
PARTS = st.recursive(
    st.one_of(
        WORDS.map(Word),
        st.just(Word("a*")),
        st.sampled_from([Gap(1), Gap(2), Gap(None)]),
        st.sampled_from([Family("x"), Family("x", many=True)]),
    ),
    lambda part: st.one_of(
        st.lists(part, min_size=2, max_size=3).map(lambda parts: InOrder(tuple(parts))),
        st.lists(part, min_size=2, max_size=2).map(lambda ways: Choice(tuple(ways))),
        part.map(lambda one: Choice((one,), optional=True)),
    ),
    max_leaves=6,
)
FEW = {"x": frozenset({("b",), ("a", "b"), ("ab", "b"), ("ab",), ("a", "b", "a"), ("ab*", "a")})}


def next_words(words: Sequence[str], at: int) -> Iterator[int]:
    """Where the next word or sign may stand: signs may be passed over."""
    while at < len(words):
        yield at
        if not is_sign(words[at]):
            return
        at += 1


def ends(part: Part, words: Sequence[str], at: int) -> Iterator[int]:
    """Where a part may end that begins there, found by trying everything."""
    match part:
        case Word(text=text):
            for place in next_words(words, at):
                if words[place].startswith(text[:-1]) if text.endswith("*") else words[place] == text:
                    yield place + 1
        case Gap(most=most):
            yield at
            for place in next_words(words, at) if most != 0 else ():
                if not is_sign(words[place]):
                    yield from ends(Gap(most and most - 1), words, place + 1)
        case Family(name=name, many=many):
            once = [end for s in FEW[name] for end in ends(InOrder(tuple(map(Word, s))), words, at)]
            yield from once
            if many:
                yield at
                for end in once:
                    yield from ends(part, words, end)
        case InOrder(parts=parts):
            places = {at}
            for one in parts:
                places = {end for place in places for end in ends(one, words, place)}
            yield from places
        case Choice(ways=ways, optional=optional):
            for way in ways:
                yield from ends(way, words, at)
            if optional:
                yield at
        case _:
            assert_never(part)


@given(PARTS, st.booleans(), st.booleans(), st.lists(WORDS, max_size=5))
def test_it_hears_what_trying_everything_hears(body: Part, begins: bool, at_end: bool, words: list[str]) -> None:
    builder = Builder(FEW)
    try:
        builder.add(Pattern(body, begins, at_end), 0, HERE)
    except Fault:
        return
    starts = [0] if begins else range(len(words) + 1)
    found = any(not at_end or all(map(is_sign, words[end:])) for start in starts for end in ends(body, words, start))
    assert (run(builder.automaton(), words) == {0}) == found
