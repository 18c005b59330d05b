"""A reader of a useful part of XML: elements, attributes, entities, CDATA, comments, paths, a pretty writer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

NAME = re.compile(r"[A-Za-z_][\w.:-]*")
ATTRIBUTE = re.compile(r"\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)')")
ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}


class XmlError(Exception):
    def __init__(self, message: str, text: str, at: int) -> None:
        before = text[:at]
        self.line, self.column = before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1
        super().__init__(f"{message}: line {self.line}, column {self.column}")


@dataclass
class Element:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Element]:
        return (child for child in self.children if isinstance(child, Element))

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def walk(self) -> Iterator[Element]:
        yield self
        for child in self:
            yield from child.walk()

    def find(self, path: str) -> list[Element]:
        """Steps of a path: names, * and //, with [attribute], [attribute=value] or [number]."""
        found = [self]
        for slash, name, test in re.findall(r"(//|/|^)([\w.:*-]+)(?:\[([^\]]+)\])?", path):
            following: list[Element] = []
            for element in found:
                pool = [d for c in element for d in c.walk()] if slash == "//" else list(element)
                chosen = [e for e in pool if name in ("*", e.tag)]
                if test.isdigit():
                    chosen = chosen[int(test) - 1 : int(test)]
                elif test:
                    key, equal, value = test.partition("=")
                    chosen = [e for e in chosen if key in e.attributes and (not equal or e[key] == value)]
                following += chosen
            found = following
        return found


class Reader:
    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def error(self, message: str, at: int | None = None) -> XmlError:
        return XmlError(message, self.text, self.at if at is None else at)

    def until(self, end: str, what: str) -> str:
        start, stop = self.at, self.text.find(end, self.at)
        if stop < 0:
            raise self.error(f"unclosed {what}")
        self.at = stop + len(end)
        return self.text[start:stop]

    def decode(self, text: str, at: int) -> str:
        def entity(found: re.Match[str]) -> str:
            name = found[1]
            try:
                if name.startswith("#x"):
                    return chr(int(name[2:], 16))
                if name.startswith("#"):
                    return chr(int(name[1:]))
                return ENTITIES[name]
            except (KeyError, ValueError, OverflowError) as error:
                raise self.error(f"bad entity &{name};", at + found.start()) from error

        return re.sub(r"&([^;\s]*);", entity, text)

    def skip(self) -> None:
        while True:
            while self.text[self.at : self.at + 1].isspace():
                self.at += 1
            if self.text.startswith("<!--", self.at):
                self.until("-->", "comment")
            elif self.text.startswith("<?", self.at):
                self.until("?>", "instruction")
            else:
                return

    def document(self) -> Element:
        self.skip()
        root = self.element()
        self.skip()
        if self.at < len(self.text):
            raise self.error("something after the root")
        return root

    def element(self) -> Element:
        start = self.at
        found = NAME.match(self.text, self.at + 1) if self.text.startswith("<", self.at) else None
        if found is None:
            raise self.error("expected an element")
        element = Element(found[0])
        self.at = found.end()
        while (pair := ATTRIBUTE.match(self.text, self.at)) is not None:
            name = pair[1]
            if name in element.attributes:
                raise self.error(f"attribute {name} again", pair.start(1))
            raw = pair[2] if pair[2] is not None else pair[3]
            element.attributes[name] = self.decode(raw, pair.start(2))
            self.at = pair.end()
        close = re.compile(r"\s*(/?)>").match(self.text, self.at)
        if close is None:
            raise self.error(f"bad tag {element.tag}")
        self.at = close.end()
        if not close[1]:
            self.content(element, start)
        return element

    def content(self, element: Element, start: int) -> None:
        while True:
            here = self.at
            cut = self.text.find("<", here)
            if cut < 0:
                raise self.error(f"element {element.tag} is not closed", start)
            if cut > here:
                element.children.append(self.decode(self.text[here:cut], here))
            self.at = cut
            if self.text.startswith("</", cut):
                self.at += 2
                name = self.until(">", "end tag").rstrip()
                if name != element.tag:
                    raise self.error(f"</{name}> closes <{element.tag}>", cut)
                return
            if self.text.startswith("<![CDATA[", cut):
                self.at += 9
                element.children.append(self.until("]]>", "CDATA section"))
            elif self.text.startswith("<!--", cut):
                self.until("-->", "comment")
            else:
                element.children.append(self.element())


def write(element: Element, depth: int = 0) -> Iterator[str]:
    escape = str.maketrans({"<": "&lt;", "&": "&amp;", '"': "&quot;"})
    pad = "  " * depth
    head = element.tag + "".join(
        f' {k}="{v.translate(escape)}"' for k, v in sorted(element.attributes.items())
    )
    kept = [c for c in element.children if not isinstance(c, str) or c.strip()]
    if not kept:
        yield f"{pad}<{head}/>"
    elif all(isinstance(child, str) for child in kept):
        yield f"{pad}<{head}>{element.text.strip().translate(escape)}</{element.tag}>"
    else:
        yield f"{pad}<{head}>"
        for child in kept:
            if isinstance(child, str):
                yield f"{pad}  {child.strip().translate(escape)}"
            else:
                yield from write(child, depth + 1)
        yield f"{pad}</{element.tag}>"


SOURCE = """<?xml version="1.0"?>
<!-- a library -->
<library name='Bücher &amp; &quot;more&quot;'>
  <book id="1" lang="en"><title>Emma</title><year>1815</year></book>
  <book id="2"><title>&#83;now &#x2603; &lt;cold&gt;</title><note/></book>
  <shelf><book id="3"><title><![CDATA[a < b && c]]></title></book>loose <b>bold</b> text</shelf>
</library>
"""
root = Reader(SOURCE).document()
print("\n".join(write(root)))
again = Reader("\n".join(write(root))).document()
print(
    [e.tag for e in root.walk()] == [e.tag for e in again.walk()],
    root["name"],
    repr(root.find("shelf")[0].text),
)
for path in [
    "book",
    "//book",
    "book/title",
    "//book[id=3]/title",
    "*[2]/*",
    "book[lang]",
    "//title",
    "nothing",
    "shelf//b",
]:
    print(f"{path:<20}", [e.text or e.tag for e in root.find(path)])
for bad in ["", "<a>", "<a></b>", "<a x=1/>", "<a x='1' x='2'/>", "<a>&nope;</a>", "<a/><b/>", "<a>\n <b>\n</a>", "<a><![CDATA[</a>",
            "<a>&#x110000;</a>", "text", "<a b='<'/>"]:  # fmt: skip
    try:
        print(Reader(bad).document())
    except XmlError as error:
        print(repr(bad), error, type(error.__cause__).__name__)
root["missing"]
