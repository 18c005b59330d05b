"""A template engine: variables with filters, for, if/else, includes; errors tell the line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Callable, Iterator


class TemplateError(Exception):
    def __init__(self, message: str, line: int) -> None:
        super().__init__(f"line {line}: {message}")
        self.add_note(f"while rendering line {line}")


Filter = Callable[[Any], Any]
FILTERS: dict[str, Filter] = {}


def register(name: str | None = None) -> Callable[[Filter], Filter]:
    def decorate(function: Filter) -> Filter:
        FILTERS[name or function.__name__] = function
        return function

    return decorate


@register()
def upper(value: Any) -> Any:
    return str(value).upper()


@register("money")
def as_money(value: Any) -> Any:
    return f"{value:,.2f}"


@register()
def length(value: Any) -> Any:
    return len(value)


TAG = re.compile(r"\{\{(.*?)\}\}|\{%(.*?)%\}", re.S)


def scan(source: str) -> Iterator[tuple[str, str, int]]:
    last = 0
    for found in TAG.finditer(source):
        line = source.count("\n", 0, found.start()) + 1
        if found.start() > last:
            yield "text", source[last : found.start()], line
        if found[1] is not None:
            yield "value", found[1].strip(), line
        else:
            yield "tag", found[2].strip(), line
        last = found.end()
    if last < len(source):
        yield "text", source[last:], source.count("\n") + 1


def lookup(path: str, context: Mapping[str, Any], line: int) -> Any:
    name, *filters = (part.strip() for part in path.split("|"))
    value: Any = context
    for key in name.split("."):
        try:
            value = value[int(key)] if key.isdigit() else value[key]
        except (KeyError, IndexError, TypeError) as error:
            raise TemplateError(f"no {key!r} in {name!r}", line) from error
    for f in filters:
        if f not in FILTERS:
            raise TemplateError(f"unknown filter {f!r}; there are {', '.join(sorted(FILTERS))}", line)
        value = FILTERS[f](value)
    return value


Render = Callable[[dict[str, Any]], str]


class Compiler:
    def __init__(self, templates: dict[str, str]) -> None:
        self.templates = templates

    def compile(self, name: str) -> Render:
        stream = scan(self.templates[name])
        render, ended = self.block(stream, ())
        assert ended is None
        return render

    def block(self, stream: Iterator[tuple[str, str, int]], ends: tuple[str, ...]) -> tuple[Render, str | None]:
        parts: list[Render] = []

        def finish(end: str | None) -> tuple[Render, str | None]:
            return (lambda context: "".join(part(context) for part in parts)), end

        line = 0
        for kind, text, line in stream:
            if kind == "text":
                parts.append(lambda context, text=text: text)  # type: ignore[misc]
            elif kind == "value":
                parts.append(lambda context, text=text, line=line: str(lookup(text, context, line)))  # type: ignore[misc]
            elif text in ends:
                return finish(text)
            else:
                parts.append(self.tag(text, line, stream))
        if ends:
            raise TemplateError(f"expected {' or '.join(ends)}", line)
        return finish(None)

    def tag(self, text: str, line: int, stream: Iterator[tuple[str, str, int]]) -> Render:
        match text.split():
            case ["for", variable, "in", path]:
                body, _ = self.block(stream, ("endfor",))

                def loop(context: dict[str, Any]) -> str:
                    out: list[str] = []
                    items = list(lookup(path, context, line))
                    for index, item in enumerate(items, 1):
                        inner = context | {variable: item, "loop": {"index": index, "last": index == len(items)}}
                        out.append(body(inner))
                    return "".join(out)

                return loop
            case ["if", *negation, path] if negation in ([], ["not"]):
                yes, end = self.block(stream, ("else", "endif"))
                no: Render = lambda context: ""
                if end == "else":
                    no, _ = self.block(stream, ("endif",))
                return lambda context: (yes if bool(lookup(path, context, line)) != bool(negation) else no)(context)
            case ["include", name]:
                if name not in self.templates:
                    raise TemplateError(f"no template {name}", line)
                return self.compile(name)
            case _:
                raise TemplateError(f"bad tag {text!r}", line)


templates = {
    "page": "Dear {{ user.name | upper }},\n{% for item in items %}{{ loop.index }}. {{ item.name }}: {{ item.price|money }}"
    "{% if not loop.last %};{% else %}.{% endif %}\n{% endfor %}{% include foot %}",
    "foot": "{% if items %}{{ items|length }} items{% else %}nothing{% endif %}\n",
    "bad filter": "a\nb {{ items|shout }}",
    "bad tag": "{% while x %}",
    "open": "{% for x in items %}\n{{ x }}",
    "missing": "\n\n{{ user.age.0 }}",
    "nested": "{% for row in rows %}{% for cell in row %}[{{ cell }}]{% endfor %}|{% endfor %}{{ rows.1.0 }}",
    "recursive foot": "{% include page %}",
}
compiler = Compiler(templates)
goods = [{"name": "tea", "price": 3.5}, {"name": "a yacht", "price": 1234567.891}]
data: dict[str, Any] = {"user": {"name": "ada"}, "items": goods, "rows": [[1, 2], ["x"], []]}
for name in templates:
    try:
        print(f"== {name}\n{compiler.compile(name)(data)}")
    except TemplateError as error:
        print("error:", error, error.__notes__, repr(error.__cause__))
print(compiler.compile("foot")({"items": []}), end="")
compiler.compile("page")({"items": [{"name": "x", "price": "free"}], "user": {"name": "y"}})
