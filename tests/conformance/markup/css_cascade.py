"""Style sheets: selectors with combinators, specificity, cascade and inheritance over a small tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

INHERITED = frozenset({"color", "font", "visibility"})


class Specificity(NamedTuple):
    ids: int = 0
    classes: int = 0
    tags: int = 0

    def plus(self, other: Specificity) -> Specificity:
        return Specificity(*(a + b for a, b in zip(self, other)))


@dataclass(eq=False)
class Node:
    tag: str
    id: str = ""
    classes: frozenset[str] = frozenset()
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)
    parent: Node | None = field(default=None, repr=False)

    def add(self, *children: Node) -> Node:
        for child in children:
            child.parent = self
            self.children.append(child)
        return self

    @property
    def before(self) -> Node | None:
        if self.parent is None:
            return None
        index = self.parent.children.index(self)
        return self.parent.children[index - 1] if index else None

    def walk(self, depth: int = 0) -> Iterator[tuple[int, Node]]:
        yield depth, self
        for child in self.children:
            yield from child.walk(depth + 1)

    def __str__(self) -> str:
        return self.tag + (f"#{self.id}" if self.id else "") + "".join(f".{c}" for c in sorted(self.classes))


class SelectorError(ValueError):
    pass


@dataclass(frozen=True)
class Compound:
    text: str

    @cached_property
    def parts(self) -> list[tuple[str, str]]:
        found = re.findall(r"([#.:]?)([\w-]+|\*)|(\[[^\]]*\])", self.text)
        if "".join(a + b + c for a, b, c in found) != self.text or not found:
            raise SelectorError(f"bad selector {self.text!r}")
        return [("[", c[1:-1]) if c else (a, b) for a, b, c in found]

    def matches(self, node: Node) -> bool:
        return all(self._test(kind, name, node) for kind, name in self.parts)

    @staticmethod
    def _test(kind: str, name: str, node: Node) -> bool:
        match kind, name:
            case "", "*":
                return True
            case "", tag:
                return node.tag == tag
            case "#", id:
                return node.id == id
            case ".", cls:
                return cls in node.classes
            case ":", "first-child":
                return node.parent is not None and node.before is None
            case ":", "empty":
                return not node.children
            case "[", test:
                key, equal, value = test.partition("=")
                return key in node.attributes and (not equal or node.attributes[key] == value.strip("\"'"))
        raise SelectorError(f"unknown {kind}{name}")

    @property
    def specificity(self) -> Specificity:
        ids = sum(kind == "#" for kind, _ in self.parts)
        tags = sum(kind == "" and name != "*" for kind, name in self.parts)
        return Specificity(ids, len(self.parts) - ids - sum(kind == "" for kind, _ in self.parts), tags)


class Selector:
    def __init__(self, text: str) -> None:
        tokens = re.sub(r"\s*([>+~])\s*", r" \1 ", text.strip()).split()
        self.text = " ".join(tokens)
        self.steps: list[tuple[str, Compound]] = []
        combinator = ""
        for token in tokens:
            if token in (">", "+", "~"):
                if combinator not in ("", " ") or not self.steps:
                    raise SelectorError(f"misplaced {token} in {text!r}")
                combinator = token
            else:
                self.steps.append((combinator if self.steps else "", Compound(token)))
                combinator = " "
        if combinator in (">", "+", "~") or not self.steps:
            raise SelectorError(f"incomplete {text!r}")
        self.specificity = Specificity()
        for _, compound in self.steps:
            self.specificity = self.specificity.plus(compound.specificity)

    def matches(self, node: Node, upto: int = -1) -> bool:
        index = len(self.steps) + upto if upto < 0 else upto
        combinator, compound = self.steps[index]
        if not compound.matches(node):
            return False
        if index == 0:
            return True
        match combinator:
            case ">":
                return node.parent is not None and self.matches(node.parent, index - 1)
            case "+":
                return node.before is not None and self.matches(node.before, index - 1)
            case "~":
                other = node.before
                while other is not None:
                    if self.matches(other, index - 1):
                        return True
                    other = other.before
                return False
            case _:
                above = node.parent
                while above is not None:
                    if self.matches(above, index - 1):
                        return True
                    above = above.parent
                return False


@dataclass(order=True)
class Declaration:
    important: bool
    specificity: Specificity
    order: int
    name: str = field(compare=False)
    value: str = field(compare=False)
    selector: Selector = field(compare=False, repr=False)


def sheet(text: str) -> Iterator[Declaration]:
    order = 0
    for selectors, body in re.findall(r"([^{}]+)\{([^}]*)\}", re.sub(r"/\*.*?\*/", "", text, flags=re.S)):
        for chosen in selectors.split(","):
            selector = Selector(chosen)
            for line in filter(str.strip, body.split(";")):
                name, _, value = (part.strip() for part in line.partition(":"))
                important = value.endswith("!important")
                order += 1
                yield Declaration(
                    important,
                    selector.specificity,
                    order,
                    name,
                    value.removesuffix("!important").strip(),
                    selector,
                )


def style(node: Node, rules: list[Declaration]) -> dict[str, str]:
    inherited = style(node.parent, rules) if node.parent is not None else {}
    result = {name: value for name, value in inherited.items() if name in INHERITED}
    for rule in sorted(r for r in rules if r.selector.matches(node)):
        result[rule.name] = inherited.get(rule.name, "unset") if rule.value == "inherit" else rule.value
    return dict(sorted(result.items()))


def el(tag: str, names: str = "", *children: Node, **attributes: str) -> Node:
    classes = frozenset(n for n in names.split() if not n.startswith("#"))
    id = next((n[1:] for n in names.split() if n.startswith("#")), "")
    return Node(tag, id, classes, attributes).add(*children)


page = el("body", "", el("h1", "title"), el("ul", "#menu wide", el("li", ""), el("li", "on", el("a", "", href="x")), el("li", "")),
          el("p", ""), el("p", "note", el("b", "")), el("input", "", type="text"))  # fmt: skip
rules = list(
    sheet("""
* { margin: 0 }            /* everything */
body { color: black; font: serif; border: none }
li, h1 { margin: 1; color: grey }
#menu li { color: blue }
ul > .on { color: red; border: inherit }
.on { color: green !important }
li + li { padding: 2 }
h1 ~ p { font: sans }
p:first-child { font: never }
li:first-child { padding: 9 }
b:empty, [type=text] { visibility: hidden }
a[href] { font: mono }
""")
)
for depth, node in page.walk():
    print("  " * depth + str(node), style(node, rules))
for text in ["*", "li", ".a.b", "#x y.z", "a > b + c ~ d", "p:empty[q]"]:
    print(f"{text:<14}", Selector(text).specificity, len(Selector(text).steps))
print(max(rules), rules[0] < rules[1], len(rules))
for bad in ["> a", "a >", "a > > b", "", "a..b", "a!"]:
    try:
        print(Selector(bad).specificity)
    except SelectorError as error:
        print("error:", error)
Selector("p:hover").matches(page)
