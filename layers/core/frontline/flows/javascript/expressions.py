"""Reads a JavaScript expression for the names it takes from outside, and for where it repeats itself. It is generous:
whether the grammar holds is for the engine to say; that nothing hides from us is said here."""

from abc import ABC, abstractmethod
from typing import NamedTuple

from frontline.flows.javascript.tokens import Token, Unreadable, template_end, token_at

DEPTH = 40
"""How deep brackets and functions may nest."""

_STATEMENTS = (
    "break case catch const continue debugger default do else export finally for if return switch throw try var while "
    "with"
)
_ELSEWHERE = (
    "async await class enum import super yield let static implements interface package private protected public"
)
_MAGIC = "arguments eval"
_WORDS = "! ~ + - ++ -- typeof void delete new"
_SETS = "= += -= *= /= %= **= <<= >>= >>>= &= |= ^= &&= ||= ??="
_JOINS = "? + - * / % ** == != === !== < > <= >= << >> >>> & | ^ && || ?? in instanceof"

VALUES = frozenset({"this", "null", "true", "false"})
REFUSED = frozenset(f"{_STATEMENTS} {_ELSEWHERE} {_MAGIC}".split())
"""What cannot begin a value: parts of statements, and what conditions do without (modules, classes, waiting, magic names)."""
RESERVED = REFUSED | VALUES | {"delete", "function", "in", "instanceof", "new", "typeof", "void"}

_PREFIXES = frozenset(_WORDS.split())
_ASSIGNING = frozenset(_SETS.split())
_BETWEEN = _ASSIGNING | frozenset(_JOINS.split())


class Mention(NamedTuple):
    """A name that is read. `binding`: were what it stands in a list of parameters, it would be one. `written`: it, or
    something in it, is given a value."""

    name: str
    binding: bool
    written: bool = False


class Expressions(ABC):
    """`mentions`: what is read and not bound so far. `marks`: what to insert where, so that every round is counted."""

    def __init__(self, text: str, tick: str) -> None:
        self.text = text
        self.tick = tick
        self.at = 0
        self.depth = 0
        self.mentions: list[Mention] = []
        self.marks: list[tuple[int, str]] = []

    @abstractmethod
    def body(self) -> None:
        """A function's body in braces."""

    def see(self, *, operand: bool = False) -> Token:
        """The next token, not yet taken."""
        return token_at(self.text, self.at, operand=operand)

    def took(self, *texts: str) -> str | None:
        """Take the next token if it is one of these words or signs."""
        token = self.see()
        if token.kind not in {"sign", "name"} or token.text not in texts:
            return None
        self.at = token.end
        return token.text

    def expect(self, text: str) -> None:
        """Take this, or it is no expression."""
        if self.took(text) is None:
            self.unexpected(self.see(), f"{text!r} is missing before ")

    def unexpected(self, token: Token, before: str = "unexpected ") -> None:
        """It ends here."""
        raise Unreadable(before + (repr(token.text) if token.text else "end"), token.start)

    def expression(self) -> None:
        """Expressions between commas."""
        self.assignment()
        while self.took(","):
            self.assignment()

    def assignment(self) -> None:
        """Operands and what joins them, as far as they go. Behind the first, names are read only."""
        self.deeper()
        target = len(self.mentions)
        self.operand()
        behind = len(self.mentions)
        while operator := self.took(*_BETWEEN):
            if operator in _ASSIGNING:
                self.write(target)
            if operator == "?":
                self.assignment()
                self.expect(":")
            target = len(self.mentions)
            self.operand()
        self.only_read(behind)
        self.depth -= 1

    def deeper(self) -> None:
        """Python's own stack is not for customers' authors to exhaust."""
        self.depth += 1
        if self.depth > DEPTH:
            raise Unreadable("it is nested too deeply", self.at)

    def operand(self) -> None:
        """A value, with what is asked of it."""
        mark, writes, token = len(self.mentions), False, self.see(operand=True)
        while token.text in _PREFIXES and token.kind in {"sign", "name"}:
            writes = writes or token.text in {"++", "--", "delete"}
            self.at = token.end
            token = self.see(operand=True)
        self.at = token.end
        match token.kind, token.text:
            case (("number" | "string" | "regex"), _):
                pass
            case "template", _:
                self.template(token)
            case "sign", "(":
                self.group()
            case "sign", "[":
                self.elements("]")
            case "sign", "{":
                self.members()
            case "name", "function":
                self.function()
            case "name", name if name in VALUES:
                pass
            case "name", name if name not in RESERVED:
                self.name(name)
            case "name", name:
                raise Unreadable(f"{name!r} is not possible here", token.start)
            case _:
                self.unexpected(token)
        self.suffixes(mark)
        if writes:
            self.write(mark)

    def suffixes(self, start: int) -> None:
        """Members, calls, templates behind a value that began with the mention `start`."""
        mark = len(self.mentions)
        while True:
            token = self.see()
            match token.text:
                case "." | "?.":
                    self.at = token.end
                    self.member()
                case "[":
                    self.at = token.end
                    self.expression()
                    self.expect("]")
                    self.only_read(mark)
                case "(":
                    self.at = token.end
                    self.elements(")")
                    self.only_read(mark)
                case "++" | "--" if not token.fresh:
                    self.at = token.end
                    self.write(start)
                case _ if token.kind == "template":
                    self.at = token.end
                    self.template(token)
                case _:
                    return

    def member(self) -> None:
        """What follows a dot is no name of ours; behind `?.` it may be brackets as well."""
        token = self.see()
        if token.kind == "name":
            self.at = token.end
        elif token.text not in {"(", "["}:
            self.unexpected(token)

    def name(self, name: str) -> None:
        """A name that is read, or the only parameter of an arrow function."""
        mark = len(self.mentions)
        self.mentions.append(Mention(name, binding=True))
        self.arrow(mark)

    def group(self) -> None:
        """Brackets, or the parameters of an arrow function: only what follows tells."""
        mark = len(self.mentions)
        self.elements(")")
        self.arrow(mark)

    def elements(self, closing: str) -> None:
        """Values between commas, up to the closing bracket."""
        while not self.took(closing):
            if self.took(","):
                continue
            self.took("...")
            self.assignment()
            if self.see().text not in {",", closing}:
                self.unexpected(self.see())

    def template(self, token: Token) -> None:
        """What stands in `${}` is read."""
        mark, piece = len(self.mentions), token.text
        while piece.endswith("${"):
            self.expression()
            self.expect("}")
            end = template_end(self.text, self.at)
            piece, self.at = self.text[self.at : end], end
        self.only_read(mark)

    def members(self) -> None:
        """An object: its keys are no names, but a key without a value is."""
        while not self.took("}"):
            if self.took("..."):
                self.assignment()
            else:
                self.property()
            if self.see().text not in {",", "}"}:
                self.unexpected(self.see())
            self.took(",")

    def property(self) -> None:
        """A key with a value, a key alone, or a method."""
        key = self.see()
        if key.text in {"get", "set"} and token_at(self.text, key.end, operand=False).text not in {
            ":",
            "(",
            ",",
            "}",
            "=",
        }:
            self.at = key.end
            key = self.see()
        self.at = key.end
        mark = len(self.mentions)
        if key.text == "[" and key.kind == "sign":
            self.expression()
            self.expect("]")
            self.only_read(mark)
        elif key.kind not in {"name", "string", "number"}:
            self.unexpected(key)
        if self.took(":"):
            self.assignment()
        elif self.see().text == "(":
            self.callable()
        elif key.kind == "name" and key.text not in RESERVED:
            self.mentions.append(Mention(key.text, binding=True))
            if self.took("="):
                mark = len(self.mentions)
                self.assignment()
                self.only_read(mark)
        else:
            self.unexpected(self.see())

    def arrow(self, mark: int) -> None:
        """If `=>` follows, what was read since `mark` are parameters, and the body sees them."""
        if self.took("=>") is None:
            return
        parameters = self.since(mark)
        if self.see().text == "{":
            self.body()
        else:
            self.marks.append((self.see(operand=True).start, f"({self.tick}(),"))
            self.assignment()
            self.marks.append((self.at, ")"))
        self.bind(mark, parameters)

    def function(self) -> None:
        """`function`: its own name, if it has one, is known inside."""
        token, mark = self.see(), len(self.mentions)
        if token.kind == "name":
            self.at = token.end
        self.callable()
        if token.kind == "name":
            self.forget(mark, {token.text})

    def callable(self) -> None:
        """Parameters in brackets and a body in braces."""
        mark = len(self.mentions)
        self.expect("(")
        self.elements(")")
        parameters = self.since(mark)
        self.body()
        self.bind(mark, parameters)

    def since(self, mark: int) -> list[Mention]:
        """Take back what was read since."""
        taken = self.mentions[mark:]
        del self.mentions[mark:]
        return taken

    def bind(self, mark: int, parameters: list[Mention]) -> None:
        """What was read since `mark`, and what the parameters' defaults read, sees the parameters."""
        self.mentions[mark:mark] = [mention for mention in parameters if not mention.binding]
        self.forget(mark, {mention.name for mention in parameters if mention.binding})

    def forget(self, mark: int, bound: set[str]) -> None:
        """What was read since is no name from outside, if it is one of these; and no parameter of anything."""
        kept = [one for one in self.since(mark) if one.name not in bound]
        self.mentions[mark:] = [Mention(one.name, binding=False, written=one.written) for one in kept]

    def write(self, mark: int) -> None:
        """What was read since is given a value."""
        self.mentions[mark:] = [one._replace(written=True) if one.binding else one for one in self.since(mark)]

    def only_read(self, mark: int) -> None:
        """What was read since is a parameter of nothing."""
        self.forget(mark, set())
