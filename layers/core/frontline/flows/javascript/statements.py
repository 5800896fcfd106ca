"""Function bodies in braces, read for the names they declare. Labels, classes and generators are not read: nobody needs
them to tell two customers apart."""

from collections.abc import Iterator
from contextlib import contextmanager

from frontline.flows.javascript.expressions import RESERVED, Expressions, Mention
from frontline.flows.javascript.tokens import Token, Unreadable


class Reader(Expressions):
    """Expressions, and the statements inside their functions."""

    def __init__(self, text: str, tick: str) -> None:
        super().__init__(text, tick)
        self.scopes: list[set[str]] = []
        self.functions: list[set[str]] = []

    def only_expression(self) -> None:
        """The whole text is one expression and nothing else."""
        self.expression()
        if self.see().kind != "end":
            self.unexpected(self.see())

    @contextmanager
    def scope(self) -> Iterator[set[str]]:
        """What is declared inside is not from outside."""
        mark, names = len(self.mentions), set[str]()
        self.scopes.append(names)
        yield names
        self.scopes.pop()
        self.forget(mark, names)

    def body(self) -> None:
        """A function's statements; `var` reaches this far."""
        self.expect("{")
        self.marks.append((self.at, f"{self.tick}();"))
        with self.scope() as names:
            self.functions.append(names)
            self.statements()
            self.functions.pop()

    def block(self) -> None:
        """Statements in braces."""
        self.expect("{")
        with self.scope():
            self.statements()

    def statements(self) -> None:
        """Up to the closing brace."""
        while not self.took("}"):
            self.statement()

    def statement(self) -> None:
        """One statement, with its semicolon if it has one."""
        self.deeper()
        token = self.see(operand=True)
        if token.kind == "sign" and token.text == "{":
            self.block()
        elif token.kind != "name" or not self.by_word(token):
            self.simple(token)
        self.depth -= 1

    def simple(self, token: Token) -> None:
        """What a semicolon may end."""
        match token.text if token.kind == "name" else "":
            case "var" | "let" | "const" as word:
                self.at = token.end
                self.declared(word)
            case "return" | "throw":
                self.at = token.end
                follows = self.see(operand=True)
                if not follows.fresh and follows.text not in {";", "}"}:
                    self.expression()
            case "break" | "continue":
                self.at = token.end
                if self.see().kind == "name" and not self.see().fresh:
                    raise Unreadable("labels are not possible here", self.see().start)
            case _ if token.text != ";":
                self.expression()
        self.took(";")

    def by_word(self, token: Token) -> bool:
        """What has statements of its own. Says whether this is one."""
        before, self.at = self.at, token.end
        match token.text:
            case "function":
                self.scopes[-1].add(self.see().text)
                self.function()
            case "if":
                self.condition()
                self.statement()
                if self.took("else"):
                    self.statement()
            case "while":
                self.condition()
                self.round()
            case "do":
                self.round()
                self.expect("while")
                self.condition()
                self.took(";")
            case "for":
                self.loop()
            case "try":
                self.attempt()
            case "switch":
                self.cases()
            case _:
                self.at = before
                return False
        return True

    def condition(self) -> None:
        """An expression in brackets."""
        self.expect("(")
        self.expression()
        self.expect(")")

    def round(self) -> None:
        """What a loop repeats."""
        token = self.see(operand=True)
        if token.text == "{":
            self.marks.append((token.end, f"{self.tick}();"))
            self.statement()
        else:
            self.marks.append((token.start, f"{{{self.tick}();"))
            self.statement()
            self.marks.append((self.at, "}"))

    def loop(self) -> None:
        """`for`, in its three forms; what it declares ends with it."""
        self.expect("(")
        with self.scope():
            if word := self.took("var", "let", "const"):
                self.declared(word)
            elif self.see(operand=True).text != ";":
                self.expression()
            if self.took("of", "in"):
                self.expression()
            elif self.took(";"):
                for closing in (";", ")"):
                    if self.see(operand=True).text != closing:
                        self.expression()
                    if closing == ";":
                        self.expect(closing)
            self.expect(")")
            self.round()

    def attempt(self) -> None:
        """`try`. What was thrown is known in `catch`."""
        self.block()
        if self.took("catch"):
            with self.scope() as names:
                if self.took("("):
                    self.pattern(names)
                    self.expect(")")
                self.block()
        if self.took("finally"):
            self.block()

    def cases(self) -> None:
        """`switch`: one scope for all its cases."""
        self.condition()
        self.expect("{")
        with self.scope():
            while not self.took("}"):
                if self.took("case"):
                    self.expression()
                    self.expect(":")
                elif self.took("default"):
                    self.expect(":")
                else:
                    self.statement()

    def declared(self, word: str) -> None:
        """Names, each with a value or without."""
        names = self.functions[-1] if word == "var" else self.scopes[-1]
        while True:
            self.pattern(names)
            if self.took("="):
                self.assignment()
            if not self.took(","):
                return

    def pattern(self, names: set[str]) -> None:
        """A name, or the names in an array or object that is taken apart. Defaults are read."""
        mark, token = len(self.mentions), self.see(operand=True)
        self.at = token.end
        if token.kind == "name" and token.text not in RESERVED:
            self.mentions.append(Mention(token.text, binding=True))
        elif token.text == "[":
            self.elements("]")
        elif token.text == "{":
            self.members()
        else:
            self.unexpected(token)
        names.update(mention.name for mention in self.mentions[mark:] if mention.binding)
        self.mentions[mark:] = [mention for mention in self.since(mark) if not mention.binding]
