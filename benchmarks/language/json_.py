"""Characters and recursive descent: a JSON parser of its own (are-we-fast-yet "Json")."""

from __future__ import annotations

from typing import Union

from measuring import measure

Value = Union[None, bool, int, float, str, "list[Value]", "dict[str, Value]"]


class ParseError(Exception):
    pass


class Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0

    def parse(self) -> Value:
        value = self.value()
        self.skip_space()
        if self.position != len(self.text):
            raise ParseError("text behind the value")
        return value

    def skip_space(self) -> None:
        text = self.text
        while self.position < len(text) and text[self.position] in " \n\r\t":
            self.position += 1

    def peek(self) -> str:
        """The next character that is no white space; "" at the end."""
        self.skip_space()
        return self.text[self.position] if self.position < len(self.text) else ""

    def expect(self, character: str) -> None:
        if self.peek() != character:
            raise ParseError(f"expected {character} at {self.position}")
        self.position += 1

    def value(self) -> Value:
        character = self.peek()
        if character == "{":
            return self.members()
        if character == "[":
            return self.items()
        if character == '"':
            return self.string()
        if character == "t":
            self.word("true")
            return True
        if character == "f":
            self.word("false")
            return False
        if character == "n":
            self.word("null")
            return None
        return self.number()

    def word(self, word: str) -> None:
        if not self.text.startswith(word, self.position):
            raise ParseError(f"expected {word} at {self.position}")
        self.position += len(word)

    def members(self) -> dict[str, Value]:
        found: dict[str, Value] = {}
        self.expect("{")
        if self.peek() == "}":
            self.position += 1
            return found
        while True:
            self.skip_space()
            name = self.string()
            self.expect(":")
            found[name] = self.value()
            if self.peek() == "}":
                self.position += 1
                return found
            self.expect(",")

    def items(self) -> list[Value]:
        found: list[Value] = []
        self.expect("[")
        if self.peek() == "]":
            self.position += 1
            return found
        while True:
            found.append(self.value())
            if self.peek() == "]":
                self.position += 1
                return found
            self.expect(",")

    def string(self) -> str:
        self.expect('"')
        start = self.position
        parts: list[str] = []
        while True:
            character = self.text[self.position]
            if character == '"':
                break
            if character == "\\":
                parts.append(self.text[start : self.position])
                self.position += 1
                parts.append(self.escape())
                start = self.position
            else:
                self.position += 1
        parts.append(self.text[start : self.position])
        self.position += 1
        return "".join(parts)

    def escape(self) -> str:
        character = self.text[self.position]
        self.position += 1
        if character == "n":
            return "\n"
        if character == "t":
            return "\t"
        if character == "u":
            code = int(self.text[self.position : self.position + 4], 16)
            self.position += 4
            return chr(code)
        return character

    def digits(self) -> None:
        start = self.position
        while self.position < len(self.text) and "0" <= self.text[self.position] <= "9":
            self.position += 1
        if start == self.position:
            raise ParseError(f"expected a digit at {start}")

    def number(self) -> Value:
        start = self.position
        is_float = False
        if self.text[self.position] == "-":
            self.position += 1
        self.digits()
        if self.position < len(self.text) and self.text[self.position] == ".":
            is_float = True
            self.position += 1
            self.digits()
        token = self.text[start : self.position]
        return float(token) if is_float else int(token)


def document(records: int) -> str:
    parts: list[str] = []
    for i in range(records):
        parts.append(
            '{ "id": %d, "name": "item \\"%d\\"", "price": %d.%02d,\n  "tags": ["a%d", "b\\u00e9", "c\\n"], '
            '"stock": {"here": %s, "there": null, "delta": -%d} }' % (i, i * 7, i, i % 100, i, "true", i)
        )
    return '{"records": [' + ",\n".join(parts) + "]}"


def summary(value: Value) -> int:
    """A number in which everything that was parsed has a part."""
    if isinstance(value, dict):
        return sum(len(name) + summary(item) for name, item in value.items())
    if isinstance(value, list):
        return sum(summary(item) for item in value)
    if isinstance(value, str):
        return len(value)
    if value is None:
        return 3
    if isinstance(value, float):
        return int(value * 100.0 + 0.5)
    return int(value)


TEXT = document(300)


def run() -> bool:
    return summary(Parser(TEXT).parse()) == 4516687


if __name__ == "__main__":
    measure(run)
