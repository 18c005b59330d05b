"""A tokenizer and a calculator over one big alternation, a template engine, a CSV line."""

import re
from typing import Callable, Iterator, NamedTuple

TOKEN = re.compile(
    r"(?P<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)|(?P<name>[A-Za-z_]\w*)|(?P<op>\*\*|//|<=|>=|==|!=|[-+*/%()<>=,])"
    r"|(?P<string>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")|(?P<comment>#[^\n]*)|(?P<newline>\n)|(?P<skip>[ \t]+)|(?P<bad>.)"
)


class Token(NamedTuple):
    kind: str
    text: str
    line: int
    column: int


def tokens(source: str) -> Iterator[Token]:
    line, start = 1, 0
    for found in TOKEN.finditer(source):
        kind = found.lastgroup
        assert kind is not None
        if kind == "newline":
            line += 1
            start = found.end()
        elif kind == "bad":
            raise SyntaxError(f"{found.group()!r} at {line}:{found.start() - start}")
        elif kind not in ("skip", "comment"):
            yield Token(kind, found.group(), line, found.start() - start)


def value(source: str) -> float:
    items = [t for t in tokens(source)]
    position = 0

    def peek() -> str:
        return items[position].text if position < len(items) else ""

    def take() -> Token:
        nonlocal position
        position += 1
        return items[position - 1]

    def atom() -> float:
        token = take()
        if token.text == "(":
            inner = total()
            take()
            return inner
        if token.text == "-":
            return -atom()
        return float(token.text)

    def product() -> float:
        result = atom()
        while peek() in ("*", "/"):
            result = result * atom() if take().text == "*" else result / atom()
        return result

    def total() -> float:
        result = product()
        while peek() in ("+", "-"):
            result = result + product() if take().text == "+" else result - product()
        return result

    return total()


FILTERS: dict[str, Callable[[str], str]] = {
    "upper": str.upper, "title": str.title, "quote": lambda s: f'"{s}"', "short": lambda s: re.sub(r"(\w{3})\w+", r"\1.", s),
}  # fmt: skip


def render(template: str, values: dict[str, str]) -> str:
    def replace(found: re.Match[str]) -> str:
        default = found["default"]
        text = values.get(str(found["name"]), default if default is not None else "")
        for name in re.findall(r"\|\s*(\w+)", found["filters"]):
            text = FILTERS[name](text)
        return text

    return re.sub(r"\{\{\s*(?P<name>\w+)(?::(?P<default>[^|}]*))?(?P<filters>(?:\s*\|\s*\w+)*)\s*\}\}", replace, template)


FIELD = re.compile(r'(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))')


def fields(line: str) -> list[str]:
    return [m[1].replace('""', '"') if m[1] is not None else m[2] for m in FIELD.finditer(line)]


def main() -> None:
    for token in tokens("x1 = 3.14e-2 * (y + 'it\\'s') # note\nif x1 >= .5: pass".replace(":", ",")):
        print(*token)
    for source in ("1+2*3", "(1 + 2) * 3 - -4", "10 / 4 / 5", "2*(3+(4-1))*1e1"):
        print(source, "=", value(source))
    try:
        list(tokens("a = 1\nb = $2"))
    except SyntaxError as problem:
        print(problem)
    print(render("Dear {{ name | title }}, {{greeting:hello there|upper|quote}}! {{ x | short }}", {"name": "ada", "x": "abcdef ghijkl"}))
    for line in ('a,b,,c', '"x, y",z,"say ""hi"""', "", "one"):
        print(fields(line))
    print(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", "camelCaseToSnakeCase").lower())
    print(re.sub(r"_(\w)", lambda m: m[1].upper(), "snake_case_to_camel"))
    print(re.sub(r"(?<!\d)(\d{1,3})(?=(?:\d{3})+(?!\d))", r"\1,", "1234567 89 1000"))
    print([bool(re.fullmatch(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}", ip)) for ip in ("1.2.3.4", "256.1.1.1", "1.2.3", "01.2.3.4")])


main()
