"""A recursive-descent calculator with errors."""


class ParseError(Exception):
    def __init__(self, message: str, at: int) -> None:
        super().__init__(f"{message} at {at}")


class Parser:
    def __init__(self, text: str) -> None:
        self.text = text.replace(" ", "")
        self.at = 0

    def peek(self) -> str:
        return self.text[self.at] if self.at < len(self.text) else ""

    def take(self) -> str:
        c = self.peek()
        self.at += 1
        return c

    def parse(self) -> int:
        value = self.expression()
        if self.peek():
            raise ParseError(f"unexpected {self.peek()!r}", self.at)
        return value

    def expression(self) -> int:
        value = self.term()
        while self.peek() and self.peek() in "+-":
            value = value + self.term() if self.take() == "+" else value - self.term()
        return value

    def term(self) -> int:
        value = self.factor()
        while self.peek() and self.peek() in "*/%":
            operator = self.take()
            right = self.factor()
            if operator == "*":
                value *= right
            elif operator == "/":
                value //= right
            else:
                value %= right
        return value

    def factor(self) -> int:
        if self.peek() == "-":
            self.take()
            return -self.factor()
        if self.peek() == "(":
            self.take()
            value = self.expression()
            if self.take() != ")":
                raise ParseError("missing )", self.at - 1)
            return value
        start = self.at
        while self.peek().isdigit():
            self.at += 1
        if start == self.at:
            raise ParseError("expected a number", start)
        return int(self.text[start : self.at])


for text in ("1 + 2 * 3", "(1 + 2) * 3", "-4 * -(2 - 5) % 7", "2 * (3", "", "1 / 0", "12 34", "7 $ 2", "99999999999 * 99999999999"):
    try:
        print(text, "=", Parser(text).parse())
    except (ParseError, ZeroDivisionError) as error:
        print(text, "->", type(error).__name__, error)
