from __future__ import annotations

from collections.abc import Iterator

from . import tree as t
from .errors import SyntaxFault
from .lexer import Token

LEVELS = [{"==", "<", "<="}, {"+", "-"}, {"*", "/"}]


class Parser:
    def __init__(self, tokens: Iterator[Token]) -> None:
        self.tokens = tokens
        self.now = next(tokens)

    def take(self, text: str | None = None, kind: str | None = None) -> Token:
        if text is not None and self.now.text != text or kind is not None and self.now.kind != kind:
            raise SyntaxFault(f"{text or kind} expected, not {self.now.text or 'the end'}", self.now)
        token, self.now = self.now, next(self.tokens, self.now)
        return token

    def maybe(self, text: str) -> bool:
        if self.now.text == text:
            self.take()
            return True
        return False

    def program(self) -> Iterator[t.Stmt]:
        while self.now.kind != "end":
            yield self.statement()

    def block(self) -> list[t.Stmt]:
        self.take("{")
        body: list[t.Stmt] = []
        while not self.maybe("}"):
            body.append(self.statement())
        return body

    def statement(self) -> t.Stmt:
        match self.now.text:
            case "let":
                self.take()
                name = self.take(kind="name").text
                self.take("=")
                result: t.Stmt = t.Let(name, self.expr(), True)
            case "print":
                self.take()
                values = [self.expr()]
                while self.maybe(","):
                    values.append(self.expr())
                result = t.Print(values)
            case "if" | "while" as word:
                self.take()
                return t.Branch(self.expr(), self.block(), word == "while")
            case "fn":
                self.take()
                name = self.take(kind="name").text
                self.take("(")
                params: list[str] = []
                while not self.maybe(")"):
                    params.append(self.take(kind="name").text)
                    self.maybe(",")
                return t.Fn(name, params, self.block())
            case "return":
                self.take()
                result = t.Return(self.expr())
            case "break":
                self.take()
                result = t.Break()
            case _:
                value = self.expr()
                if isinstance(value, t.Ref) and self.maybe("="):
                    result = t.Let(value.token.text, self.expr(), False)
                else:
                    result = t.Do(value)
        self.take(";")
        return result

    def expr(self, level: int = 0) -> t.Expr:
        if level == len(LEVELS):
            return self.unary()
        left = self.expr(level + 1)
        while self.now.text in LEVELS[level] and self.now.kind == "op":
            left = t.Bin(self.take(), left, self.expr(level + 1))
        return left

    def unary(self) -> t.Expr:
        if self.now.text in ("-", "not"):
            return t.Un(self.take(), self.unary())
        value = self.atom()
        while self.now.text == "(":
            token = self.take()
            args: list[t.Expr] = []
            while not self.maybe(")"):
                args.append(self.expr())
                self.maybe(",")
            value = t.Call(value, tuple(args), token)
        return value

    def atom(self) -> t.Expr:
        token = self.now
        if self.maybe("("):
            inner = self.expr()
            self.take(")")
            return inner
        match token:
            case Token(kind="number"):
                self.take()
                return t.Lit(int(token.text))
            case Token(kind="string"):
                self.take()
                return t.Lit(token.text[1:-1])
            case Token(text="true" | "false"):
                self.take()
                return t.Lit(token.text == "true")
            case Token(kind="name"):
                return t.Ref(self.take())
        raise SyntaxFault("a value expected", token)
