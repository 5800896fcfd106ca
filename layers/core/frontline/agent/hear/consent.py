"""Whether a message is a yes to an order, from its words and the question: True only if it is made of nothing but what agrees
to *this* order, False if it plainly refuses, None for all else, which is asked again. No word that can deny is on a list
of what agrees (`languages/*/consent.txt`), so no refusal can be taken for a yes; whatever is on no list is a doubt."""

import re
from itertools import pairwise

from frontline.model.action import Confirm
from frontline.model.reading import Found, Reading
from frontline.model.workflow import Workflow
from frontline.speech.names import names_of
from frontline.speech.plain import fold, plain, undrawn, words_of
from frontline.speech.readers import said, spellings, words

_THING = "number"
"""How what the question named, and a thing of the order's own, is heard: as any other <thing>."""
_HARMLESS = re.compile("[ \t\n.,!~…।;:'’₹$+/0-9\u0900-\u0963\u200c\u200d\ufe0f-]")
"""Devanagari's vowels, numbers, and what a keyboard puts between words; form alone tells."""
_NOT_MEANT = re.compile(r"[:;]-?[^\w\s.,!]|/(?!-)|(?<!\w)['’]|(?<!\w)[!~+-]+(?=[^\W\d])|~~")
"""A face, a choice, quotes, a sign that leads a word ("!yes"), strokes through words; form alone tells."""


def consent(text: str, reading: Reading, order: Workflow, asked: Confirm) -> bool | None:
    """`reading` is what the yes/no parser heard."""
    told = plain(undrawn(text)).words
    if _written_plainly(text) and (_is_a_yes(told, order, asked) if told else _agrees_by_sign(text)):
        return True
    if "declines_after_all" in said(text) and not order.contests:
        return False
    return False if _is_a_no(told, text, reading, order) else None


def agrees(text: str) -> bool:
    """Whether it is nothing but a yes, whatever was asked."""
    told = plain(undrawn(text)).words
    return _written_plainly(text) and (_agree(told, frozenset(), frozenset()) if told else _agrees_by_sign(text))


def _agrees_by_sign(text: str) -> bool:
    return not words("agreeing_sign").isdisjoint(text)


def _written_plainly(text: str) -> bool:
    """Letters, and no sign that could say that they are not meant, such as a question mark: few are known to be harmless."""
    harmless = words("agreeing_sign") | words("friendly_sign")
    plainly = all(sign.isalpha() or sign in harmless or _HARMLESS.match(sign) for sign in text)
    return plainly and _NOT_MEANT.search(text) is None


def _is_a_yes(told: tuple[str, ...], order: Workflow, asked: Confirm) -> bool:
    if order.contests and not words("not_right").isdisjoint(told):
        return _says_what_is_wrong(told)
    return _agree(told, frozenset().union(*map(words, order.agreeing)), _named(asked))


def _agree(told: tuple[str, ...], own: frozenset[str], named: frozenset[str]) -> bool:
    """Whether these words agree and do nothing else, the order's `own` and what the question `named` among them."""
    doing = words("order_verb").intersection(told)
    known, things = spellings("consent_word"), (own | named) - words("denies")
    heard = " ".join(_THING if word in things and (word,) not in known else word for word in _kindly(told))
    return doing <= own and "agrees" in said(heard)


def _says_what_is_wrong(told: tuple[str, ...]) -> bool:
    """To who disputes charges "wrong" agrees, beside a yes and said of them; alone it may be meant for us."""
    rest = tuple(word for word in told if word not in words("blame"))
    return _agree(rest, frozenset(), frozenset()) and not words("charges").isdisjoint(told)


def _kindly(told: tuple[str, ...]) -> tuple[str, ...]:
    """Without the "na" that is courtesy: "kar do na"."""
    return told[:-1] if "na_is_please" in said(" ".join(told)) else told


def _is_a_no(told: tuple[str, ...], text: str, reading: Reading, order: Workflow) -> bool:
    """A refusal and nothing that denies something else: "no, I did not buy that" is none. Where the order itself contests
    something, a refusal holds nothing else at all."""
    refusals = list(names_of("refusals").mentions(told))
    if not refusals and not (isinstance(reading, Found) and reading.value is False):
        return False
    if order.contests and not words("not_right").isdisjoint(told):
        return False
    covered = {at for one in refusals for at in range(one.start, one.end)}
    left = [word for at, word in enumerate(told) if at not in covered]
    rest = [
        word for word, after in pairwise([*left, ""]) if word not in words("refusing") or after in words("not_refused")
    ]
    denying, agreeing = words("denies") - words("kyun"), spellings("agrees")
    if "?" in text[-2:] or any(word in denying or (word,) in agreeing for word in rest):
        return False
    return not order.contests or words("beside_refusal").issuperset(rest)


def _named(asked: Confirm) -> frozenset[str]:
    """What the question named: numbers as they may be repeated, and plans by their names."""
    told = [word for value in asked.values.values() for word in words_of(fold(str(value)))]
    return frozenset(told) | {word[-10:] for word in told if word.isdigit()}
