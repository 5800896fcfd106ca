"""Words of JavaScript. Where a word stands decides whether `/` divides or opens a regular expression, so the reader says."""

import re
from typing import Literal, NamedTuple

Kind = Literal["name", "number", "string", "template", "regex", "sign", "end"]


class Token(NamedTuple):
    """`fresh`: the first of its line."""

    kind: Kind
    text: str
    start: int
    end: int
    fresh: bool


class Unreadable(Exception):
    """It is not one JavaScript expression, or uses what conditions do without."""

    def __init__(self, reason: str, at: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.at = at


_LINE_ENDS = "\n\r\u2028\u2029"
_SPACE = re.compile(rf"(?:[\s\ufeff]|//[^{_LINE_ENDS}]*|/\*.*?\*/)*", re.DOTALL)
_NAME = re.compile(r"(?:[^\W\d]|\$)[\w$\u200c\u200d]*")
_NUMBER = re.compile(
    r"0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?"
)
_STRING = re.compile(r"\"(?:[^\"\\\n\r]|\\(?:\r\n|.))*\"|'(?:[^'\\\n\r]|\\(?:\r\n|.))*'", re.DOTALL)
_TEMPLATE = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*(?:`|\$\{)", re.DOTALL)
_CLASS = rf"\[(?:[^\]\\{_LINE_ENDS}]|\\[^{_LINE_ENDS}])*\]"
_REGEX = re.compile(rf"/(?![*/])(?:[^/\\\[{_LINE_ENDS}]|\\[^{_LINE_ENDS}]|{_CLASS})+/\w*")
_SIGN = re.compile(
    r">>>=|\.\.\.|===|!==|\*\*=|<<=|>>=|>>>|&&=|\|\|=|\?\?="
    r"|=>|==|!=|<=|>=|&&|\|\||\?\?|\?\.(?!\d)|\+\+|--|\+=|-=|\*=|/=|%=|&=|\|=|\^=|\*\*|<<|>>"
    r"|[{}()\[\];,<>+\-*/%&|^!~?:=.]"
)


def token_at(text: str, at: int, *, operand: bool) -> Token:
    """The next word at or after `at`. `operand`: a value is expected here, not what joins two of them."""
    start = _matched(_SPACE, text, at)
    fresh = any(end in text[at:start] for end in _LINE_ENDS)
    if text.startswith("<!--", start):
        raise Unreadable("'<!--' is not possible here", start)
    if start == len(text):
        return Token("end", "", start, start, fresh)
    kind, end = _kind(text, start, operand=operand)
    return Token(kind, text[start:end], start, end, fresh)


def template_end(text: str, at: int) -> int:
    """Where a piece of a template literal ends: behind its closing backtick, or behind the `${` of a value in it."""
    match = _TEMPLATE.match(text, at)
    if match is None:
        raise Unreadable("a template literal has no end", at)
    return match.end()


def _kind(text: str, at: int, *, operand: bool) -> tuple[Kind, int]:
    match text[at]:
        case "`":
            return "template", template_end(text, at + 1)
        case '"' | "'":
            return "string", _certain(_STRING, text, at, "a string has no end")
        case "/" if operand:
            return "regex", _certain(_REGEX, text, at, "a regular expression has no end")
        case digit if digit.isdecimal() or (digit == "." and text[at + 1 : at + 2].isdecimal()):
            return "number", _number(text, at)
    if (end := _matched(_NAME, text, at)) > at:
        return "name", end
    return "sign", _certain(_SIGN, text, at, f"{text[at]!r} cannot stand here")


def _number(text: str, at: int) -> int:
    end = _matched(_NUMBER, text, at)
    if text[end : end + 1] == "n":
        raise Unreadable("big integers (1n) are not possible here", at)
    if end == at or _matched(_NAME, text, end) > end:
        raise Unreadable("this is not a number", at)
    return end


def _matched(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _certain(pattern: re.Pattern[str], text: str, at: int, otherwise: str) -> int:
    end = _matched(pattern, text, at)
    if end == at:
        raise Unreadable(otherwise, at)
    return end
