"""A template engine with loops, conditions, filters and inheritance of blocks, compiled to closures."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Callable, Iterable
from typing import Any

Context = ChainMap[str, Any]
Emit = Callable[[Context, list[str]], None]
TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.S)

FILTERS: dict[str, Callable[..., Any]] = {
    "upper": lambda v: str(v).upper(),
    "title": lambda v: str(v).title(),
    "default": lambda v, other: v if v else other,
    "join": lambda v, sep=", ": sep.join(map(str, v)),
    "length": len,
    "fixed": lambda v, digits="2": f"{v:.{int(digits)}f}",
}


class TemplateError(Exception):
    def __init__(self, message: str, line: int) -> None:
        self.line = line
        super().__init__(f"{message} at line {line}")


def lookup(path: str, context: Context) -> Any:
    if path[0] in "\"'":
        return path[1:-1]
    if path.lstrip("-").isdigit():
        return int(path)
    first, *rest = path.split(".")
    value: Any = context.get(first)
    for part in rest:
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and part.isdigit() and int(part) < len(value):
            value = value[int(part)]
        else:
            return None
    return value


def expression(text: str, line: int) -> Callable[[Context], Any]:
    head, *stages = (part.strip() for part in text.split("|"))
    chain: list[tuple[Callable[..., Any], list[str]]] = []
    for stage in stages:
        name, _, argument = stage.partition(":")
        if name not in FILTERS:
            raise TemplateError(f"no filter {name!r}", line)
        chain.append((FILTERS[name], [argument.strip("\"'")] if argument else []))

    def run(context: Context) -> Any:
        value = lookup(head, context)
        for function, arguments in chain:
            value = function(value, *arguments)
        return value

    return run


class Template:
    def __init__(self, source: str) -> None:
        self.parts = TAG.split(source)
        self.at = 0
        self.line = 1
        self.blocks: dict[str, list[Emit]] = {}
        self.body = self.until()

    def until(self, *ends: str) -> list[Emit]:
        out: list[Emit] = []
        while self.at < len(self.parts):
            part = self.parts[self.at]
            self.at += 1
            here = self.line
            self.line += part.count("\n")
            if part.startswith("{{"):
                value = expression(part[2:-2].strip(), here)
                out.append(self.variable(value))
            elif part.startswith("{%"):
                words = part[2:-2].split()
                if words[0] in ends:
                    self.last = words
                    return out
                out.append(self.tag(words, here))
            elif part and not part.startswith("{#"):
                out.append(self.literal(part))
        if ends:
            raise TemplateError(f"missing {' or '.join(ends)}", self.line)
        return out

    @staticmethod
    def literal(text: str) -> Emit:
        return lambda context, out: out.append(text)

    @staticmethod
    def variable(value: Callable[[Context], Any]) -> Emit:
        def emit(context: Context, out: list[str]) -> None:
            got = value(context)
            out.append("" if got is None else str(got))

        return emit

    def tag(self, words: list[str], line: int) -> Emit:
        match words:
            case ["for", name, "in", *rest]:
                items = expression(" ".join(rest), line)
                body = self.until("endfor", "else")
                empty = self.until("endfor") if self.last == ["else"] else []

                def loop(context: Context, out: list[str]) -> None:
                    values: Iterable[Any] = items(context) or ()
                    count = 0
                    for count, value in enumerate(values, 1):
                        child = context.new_child({name: value, "loop": {"index": count, "first": count == 1}})
                        run(body, child, out)
                    if not count:
                        run(empty, context, out)

                return loop
            case ["if", *rest]:
                negate = rest[0] == "not"
                test = expression(" ".join(rest[negate:]), line)
                yes = self.until("endif", "else")
                no = self.until("endif") if self.last == ["else"] else []

                def choose(context: Context, out: list[str]) -> None:
                    run(yes if bool(test(context)) != negate else no, context, out)

                return choose
            case ["set", name, "=", *rest]:
                value = expression(" ".join(rest), line)

                def assign(context: Context, out: list[str]) -> None:
                    context[name] = value(context)

                return assign
            case ["block", name]:
                self.blocks[name] = self.until("endblock")
                return lambda context, out: run(self.blocks[name], context, out)
        raise TemplateError(f"unknown tag {' '.join(words)!r}", line)

    def render(self, **values: Any) -> str:
        out: list[str] = []
        run(self.body, ChainMap({}, values), out)
        return "".join(out)


def run(body: list[Emit], context: Context, out: list[str]) -> None:
    for emit in body:
        emit(context, out)


page = Template("""\
<h1>{{ title|title }}</h1>{# not shown #}
{% for user in users %}{{ loop.index }}. {{ user.name|upper }}{% if user.admin %} (admin){% else %}{% if not user.age %} ageless{% endif %}{% endif %}: {{ user.tags|join:"/"|default:"none" }}
{% else %}nobody
{% endfor %}{% set total = users|length %}total {{ total }}, first {{ users.0.name }}, nothing '{{ missing.deep.er }}', {{ price|fixed:3 }} {{ "lit" }}
{% block foot %}standard{% endblock %}
""")
users = [{"name": "ada", "admin": True, "tags": ["a", 1, None]}, {"name": "bob", "age": 0, "tags": []}, {"name": "cy", "age": 3, "tags": ("t",)}]
print(page.render(title="the crew", users=users, price=2 / 3), end="")
page.blocks["foot"] = Template("changed for {{ who }}").body
print(page.render(users=[], who="you", price=10))
for bad in ("{% for x in y %}", "a\n\n{{ x|nope }}", "\n{% wat %}", "{% if a %}{% else %}"):
    try:
        Template(bad)
    except TemplateError as error:
        print(error, error.line)
Template("{{ n|fixed }}").render(n="text")
