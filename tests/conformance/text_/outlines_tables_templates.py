"""Text processing: outlines, a longest-common-subsequence diff, tables, a template engine, a word index."""

from __future__ import annotations

import bisect
import io
import re
import string
import sys
import textwrap
import unicodedata
from collections import ChainMap, Counter, OrderedDict, namedtuple
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial, singledispatchmethod
from itertools import accumulate, chain, groupby, pairwise, takewhile, zip_longest
from typing import Any, TextIO

Line = namedtuple("Line", "indent text")


class Outline:
    def __init__(self, text: str, children: Iterable[Outline] = ()) -> None:
        self.text = text
        self.children = list(children)

    @classmethod
    def parse(cls, source: str) -> Outline:
        root = cls("root")
        stack: list[tuple[int, Outline]] = [(-1, root)]
        for raw in textwrap.dedent(source).splitlines():
            if not raw.strip():
                continue
            line = Line(len(raw) - len(raw.lstrip()), raw.strip())
            while stack[-1][0] >= line.indent:
                stack.pop()
            node = cls(line.text)
            stack[-1][1].children.append(node)
            stack.append((line.indent, node))
        return root

    def walk(self, *path: int) -> Iterator[tuple[tuple[int, ...], Outline]]:
        for number, child in enumerate(self.children, 1):
            here = (*path, number)
            yield here, child
            yield from child.walk(*here)

    def __len__(self) -> int:
        return 1 + sum(map(len, self.children))

    def __contains__(self, text: object) -> bool:
        return any(node.text == text for _, node in self.walk())


def lcs_table(a: Sequence[str], b: Sequence[str]) -> list[list[int]]:
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            table[i][j] = table[i + 1][j + 1] + 1 if a[i] == b[j] else max(table[i + 1][j], table[i][j + 1])
    return table


def diff(old: str, new: str) -> Iterator[str]:
    a, b = old.splitlines(), new.splitlines()
    table = lcs_table(a, b)
    i = j = 0
    while i < len(a) or j < len(b):
        if i < len(a) and j < len(b) and a[i] == b[j]:
            yield f"  {a[i]}"
            i, j = i + 1, j + 1
        elif j >= len(b) or (i < len(a) and table[i + 1][j] >= table[i][j + 1]):
            yield f"- {a[i]}"
            i += 1
        else:
            yield f"+ {b[j]}"
            j += 1


def width_of(text: str) -> int:
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


class Table:
    def __init__(self, *headers: str, align: str = "") -> None:
        self.headers = headers
        self.rows: list[list[str]] = []
        self.align = align.ljust(len(headers), "<")

    @singledispatchmethod
    def cell(self, value: object) -> str:
        return str(value)

    @cell.register
    def _(self, value: float) -> str:
        return f"{value:,.2f}"

    @cell.register
    def _(self, value: bool) -> str:
        return "yes" if value else "no"

    @cell.register(list)
    def _(self, value: list[Any]) -> str:
        return "/".join(map(self.cell, value))

    def add(self, *values: object) -> Table:
        self.rows.append([self.cell(v) for v in values])
        return self

    def render(self, out: TextIO) -> None:
        columns = list(zip_longest(self.headers, *self.rows, fillvalue=""))
        widths = [max(map(width_of, column)) for column in columns]
        rule = "+".join("-" * (w + 2) for w in widths)
        for index, row in enumerate(zip(*columns)):
            cells = []
            for text, width, align in zip(row, widths, self.align):
                pad = width - width_of(text)
                left = {"<": 0, ">": pad, "^": pad // 2}[align]
                cells.append(f" {' ' * left}{text}{' ' * (pad - left)} ")
            print("|".join(cells), file=out)
            if index == 0:
                print(rule, file=out)


FILTERS: dict[str, Callable[[Any], Any]] = {
    "upper": str.upper,
    "title": string.capwords,
    "len": len,
    "join": ", ".join,
    "repr": repr,
    "int": partial(int, base=16),
}
TAG = re.compile(r"\{\{\s*(.+?)\s*\}\}|\{%\s*(.+?)\s*%\}")


class TemplateError(Exception):
    pass


class Template:
    """`{{ name|filter }}`, `{% for x in xs %}`, `{% if x %}`, `{% else %}`, `{% end %}`."""

    def __init__(self, source: str) -> None:
        parts = self.split(source)
        self.body = self.block(parts)
        if (rest := next(parts, None)) is not None:
            raise TemplateError(f"unexpected {rest[1]!r}")

    @staticmethod
    def split(source: str) -> Iterator[tuple[str, str]]:
        position = 0
        for match in TAG.finditer(source):
            if match.start() > position:
                yield "text", source[position : match.start()]
            expression, statement = match.groups()
            yield ("value", expression) if expression is not None else ("tag", statement)
            position = match.end()
        if position < len(source):
            yield "text", source[position:]

    def block(self, parts: Iterator[tuple[str, str]], *ends: str) -> list[Any]:
        made: list[Any] = []
        for kind, content in parts:
            if kind != "tag":
                made.append((kind, content))
                continue
            word, _, rest = content.partition(" ")
            if word in ends:
                made.append(word)
                return made
            if word == "for":
                name, _, source = rest.partition(" in ")
                inner = self.block(parts, "end")
                made.append(("for", name, source, inner[:-1]))
            elif word == "if":
                yes = self.block(parts, "else", "end")
                no = self.block(parts, "end") if yes[-1] == "else" else [None]
                made.append(("if", rest, yes[:-1], no[:-1]))
            else:
                raise TemplateError(f"unknown tag {word!r}")
        if ends:
            raise TemplateError(f"missing {' or '.join(ends)}")
        return made

    def value(self, expression: str, names: Mapping[str, Any]) -> Any:
        path, *filters = expression.split("|")
        first, *keys = path.split(".")
        if first not in names:
            raise TemplateError(f"unknown name {first!r}")
        value = names[first]
        for key in keys:
            value = value[int(key) if key.isdigit() else key]
        for name in filters:
            value = FILTERS[name](value)
        return value

    def render(self, **values: Any) -> str:
        return "".join(self.run(self.body, ChainMap(values)))

    def run(self, body: list[Any], names: ChainMap[str, Any]) -> Iterator[str]:
        for part in body:
            match part:
                case ("text", text):
                    yield text
                case ("value", expression):
                    yield str(self.value(expression, names))
                case ("for", name, source, inner):
                    for item in self.value(source, names):
                        yield from self.run(inner, names.new_child({name: item}))
                case ("if", condition, yes, no):
                    yield from self.run(yes if self.value(condition, names) else no, names)


class Index:
    def __init__(self, documents: Mapping[str, str]) -> None:
        self.places: dict[str, list[tuple[str, int]]] = {}
        for title, text in documents.items():
            for match in re.finditer(r"\w+", text.casefold()):
                bisect.insort(self.places.setdefault(match.group(), []), (title, match.start()))
        self.words = sorted(self.places)

    def starting(self, prefix: str) -> list[str]:
        start = bisect.bisect_left(self.words, prefix)
        return list(takewhile(lambda word: word.startswith(prefix), self.words[start:]))

    @lru_cache(maxsize=8)
    def score(self, word: str) -> Counter[str]:
        return Counter(title for title, _ in self.places.get(word, []))

    def search(self, query: str) -> list[tuple[str, int]]:
        total: Counter[str] = Counter()
        for word in query.casefold().split():
            total.update(self.score(word))
        return sorted(total.items(), key=lambda pair: (-pair[1], pair[0]))


outline = Outline.parse(
    """
    Animals
        Cats
            Tabby
        Dogs
    Plants
        Trees
    """
)
for path, node in outline.walk():
    print(".".join(map(str, path)), node.text)
print(len(outline), "Tabby" in outline, "Fish" in outline)
print("\n".join(diff("a\nb\nc\nd", "b\nc\nx\nd\ne")))
out = io.StringIO()
Table("item", "price", "in stock", "tags", align="<>^").add("café", 1234.5, True, ["a", 2.0]).add(
    "日本", 3.0, False, []
).add(None, 7, "?").render(out)
print(out.getvalue())
page = Template(
    "Dear {{ who.name|title }},{% for o in orders %}\n* {{ o.0|upper }}{% if o.1 %} ({{ o.1|join }}){% else %} -{% end %}{% end %}\n{{ code|int }} {{ orders|len }}"
)
print(page.render(who={"name": "ann lee"}, orders=[("pen", ["red", "blue"]), ("ink", [])], code="ff"))
for bad in ("{% for x in y %}", "{{ nope }}", "{% foo %}", "{% end %}", "a{% if x %}b{% else %}c"):
    try:
        print(Template(bad).render(x=1))
    except TemplateError as error:
        print(repr(error))
index = Index(
    {"one": "The cat sat. The dog barked.", "two": "A catalogue of THE cats", "three": "Straße und STRASSE"}
)
print(index.starting("cat"), index.search("the cat"), index.search("strasse"), index.search("zebra"))
print(
    index.score.cache_info().hits,
    OrderedDict(sorted((k, len(list(g))) for k, g in groupby(sorted("mississippi")))),
)
print(
    [b - a for a, b in pairwise(accumulate(map(len, "the quick brown fox".split())))],
    list(chain.from_iterable(["ab", "c"])),
)
print(
    textwrap.fill(
        "the quick brown fox jumps over the lazy dog", 20, initial_indent="* ", subsequent_indent="  "
    )
)
sys.stdout.write(f"{'done':*^20}\n")
