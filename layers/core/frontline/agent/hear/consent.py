"""Whether a message is a yes to an order, from its words and the question: True only if it is made of nothing but what agrees
to *this* order, False if it plainly refuses, None for all else, which is asked again. No word that can deny is on a list
of what agrees (`languages/*/consent.txt`), so no refusal can be taken for a yes; whatever is on no list is a doubt."""

import re
from itertools import pairwise

from frontline.model.action import Confirm
from frontline.model.reading import Found, Reading
from frontline.model.workflow import Workflow
from frontline.speech.names import names_of
from frontline.speech.placed import split
from frontline.speech.plain import fold, plain, undrawn, words_of
from frontline.speech.readers import said, spellings, words

_THING = "line"
"""How what the question named, and a thing of the order's own, is heard: as any other <thing>."""
_MARK = "ƒ"
"""What the languages' patterns call a figure that the question named."""
_AS_IT_IS = "_now"
"""How values end that tell what is and shall not stay: a yes to the plan they have is none to another."""
_PAUSES = ",;.!\n–—…।"
_LONGEST_REASON = 12
_HARMLESS = re.compile("[ \t\n.,!~…।;:'’₹$+/0-9\u0900-\u0963\u200c\u200d\ufe0f-]")
"""Devanagari's vowels, numbers, and what a keyboard puts between words; form alone tells."""
_NOT_MEANT = re.compile(r"[:;]-?[^\w\s.,!]|/(?!-)|(?<!\w)['’]|(?<!\w)[!~+-]+(?=[^\W\d])|~~")
"""A face, a choice, quotes, a sign that leads a word ("!yes"), strokes through words; form alone tells."""


def consent(text: str, reading: Reading, order: Workflow, asked: Confirm) -> bool | None:
    """`reading` is what the yes/no parser heard."""
    told = plain(undrawn(text)).words
    if _written_plainly(text) and (_agrees(text, told, order, asked) if told else _agrees_by_sign(text)):
        return True
    if "declines_after_all" in said(text) and not order.contests:
        return False
    return False if _is_a_no(told, text, reading, order) or _declines(text, order) else None


def agrees(text: str) -> bool:
    """Whether it is nothing but a yes, whatever was asked."""
    told = plain(undrawn(text)).words
    return _written_plainly(text) and ("agrees" in said(" ".join(_kindly(told))) if told else _agrees_by_sign(text))


def _agrees_by_sign(text: str) -> bool:
    return not words("agreeing_sign").isdisjoint(text)


def _written_plainly(text: str) -> bool:
    """Letters, and no sign that could say that they are not meant, such as a question mark: few are known to be harmless."""
    harmless = words("agreeing_sign") | words("friendly_sign")
    plainly = all(sign.isalpha() or sign in harmless or _HARMLESS.match(sign) for sign in text)
    return plainly and _NOT_MEANT.search(text) is None


def _agrees(text: str, told: tuple[str, ...], order: Workflow, asked: Confirm) -> bool:
    """All of it is a yes; or a part bids that it be done, and all others say no more than why: "do it, I land at six"."""
    if _is_a_yes(told, order, asked):
        return True
    parts = [part for part in split(text, "reason_joint", _PAUSES) if plain(part).words]
    bidding = [part for part in parts if "bids" in said(part) and _is_a_yes(plain(undrawn(part)).words, order, asked)]
    others = [part for part in parts if part not in bidding]
    return bool(bidding) and all(_is_a_reason(part, order, asked) for part in others)


def _is_a_reason(part: str, order: Workflow, asked: Confirm) -> bool:
    """Why it shall be done, or one more yes; figures that the question did not name may choose otherwise."""
    told = plain(undrawn(part)).words
    if _is_a_yes(told, order, asked):
        return True
    figures = {word for word in told if any(sign.isdigit() for sign in word)}
    return "gives_a_reason" in said(part) and figures <= _named(asked) and len(told) <= _LONGEST_REASON


def _is_a_yes(told: tuple[str, ...], order: Workflow, asked: Confirm) -> bool:
    """Whether these words agree and do nothing else: as they are; with what the question named and the order's own things taken
    for any thing; or in the order's own phrases, where a word denies what is disputed or stopped."""
    own, named, kindly = frozenset().union(*map(words, order.agreeing)), _named(asked), _kindly(told)
    if said(" ".join(kindly)) & {f"agrees.{one}" for one in order.agreeing}:
        return True
    if not words("order_verb").intersection(told) <= own or (
        order.contests and not words("not_right").isdisjoint(told)
    ):
        return False
    known, things = spellings("consent_word"), (own | named) - words("denies")
    figures = {word for word in named if word.isdecimal() and (len(word) > 1 or word in asked.values.values())}
    marked = [_MARK if word in figures else word for word in kindly]
    bare = [_THING if word in things and (word,) not in known else word for word in marked]
    return any("agrees" in said(" ".join(heard)) for heard in (kindly, marked, bare))


def _kindly(told: tuple[str, ...]) -> tuple[str, ...]:
    """Without the "na" that is courtesy: "kar do na"."""
    return told[:-1] if "na_is_please" in said(" ".join(told)) else told


def _is_a_no(told: tuple[str, ...], text: str, reading: Reading, order: Workflow) -> bool:
    """A refusal and nothing that denies something else, unless a no of its own leads it: "don't you see it" is none. Where the
    order itself contests something ("no, I did not buy that"), a refusal holds nothing else at all."""
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
    plainly = "no_then" in said(text) and not order.contests
    denying, agreeing = frozenset() if plainly else words("denies") - words("kyun"), spellings("agrees")
    if "?" in text[-2:] or any(word in denying or (word,) in agreeing for word in rest):
        return False
    return not order.contests or words("beside_refusal").issuperset(rest)


def _declines(text: str, order: Workflow) -> bool:
    """A refusal in its own words, with a reason or without: nothing else is asked, chosen, or to be done."""
    heard = said(text)
    if heard.isdisjoint({"owns_up"} if order.contests else {"leads_with_no", "refuses_it"}) or "more_than_no" in heard:
        return False
    parts = split(text, "reason_joint", _PAUSES)
    denying = words("refusing") | words("not")
    return not any("demands" in said(part) and denying.isdisjoint(plain(part).words) for part in parts)


def _named(asked: Confirm) -> frozenset[str]:
    """What the question named: numbers as they may be repeated, and plans by their names."""
    offered = [str(value) for name, value in asked.values.items() if not name.endswith(_AS_IT_IS)]
    told = [word for value in offered for word in words_of(fold(value))]
    return frozenset(told) | {word[-10:] for word in told if word.isdigit()}
