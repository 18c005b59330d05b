"""Caches that hold weakly, observers that forget, interned values; what lives is kept by the program itself."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(eq=False)
class Image:
    name: str
    pixels: bytes = field(default=b"", repr=False)


class Loader:
    def __init__(self) -> None:
        self.cache: weakref.WeakValueDictionary[str, Image] = weakref.WeakValueDictionary()
        self.loads = 0

    def get(self, name: str) -> Image:
        image = self.cache.get(name)
        if image is None:
            self.loads += 1
            image = Image(name, name.encode() * 3)
            self.cache[name] = image
        return image


class Subject:
    def __init__(self) -> None:
        self.observers: weakref.WeakSet[Observer] = weakref.WeakSet()

    def attach(self, observer: Observer) -> None:
        self.observers.add(observer)

    def notify(self, event: str) -> int:
        for observer in sorted(self.observers, key=lambda o: o.name):
            observer.seen.append(event)
        return len(self.observers)


class Observer:
    def __init__(self, name: str) -> None:
        self.name = name
        self.seen: list[str] = []


class Node:
    def __init__(self, value: int, parent: Node | None = None) -> None:
        self.value = value
        self.children: list[Node] = []
        self._parent = weakref.ref(parent) if parent is not None else None
        if parent is not None:
            parent.children.append(self)

    @property
    def parent(self) -> Node | None:
        return self._parent() if self._parent is not None else None

    def path(self) -> list[int]:
        node: Node | None = self
        values = []
        while node is not None:
            values.append(node.value)
            node = node.parent
        return values[::-1]


class Metadata:
    def __init__(self) -> None:
        self.notes: weakref.WeakKeyDictionary[Image, list[str]] = weakref.WeakKeyDictionary()

    def note(self, image: Image, text: str) -> None:
        self.notes.setdefault(image, []).append(text)


def temporary(loader: Loader) -> int:
    return len([loader.get(f"temporary {n}") for n in range(50)])


loader = Loader()
logo, again = loader.get("logo"), loader.get("logo")
print(logo is again, loader.loads, logo, len(loader.cache), "logo" in loader.cache, list(loader.cache.keys()))
print(temporary(loader), loader.loads)
gc.collect()
print(loader.get("logo") is logo, loader.loads, sorted(loader.cache)[0])
subject = Subject()
kept = [Observer("b"), Observer("a")]
for observer in kept:
    subject.attach(observer)
subject.attach(kept[0])
print(subject.notify("one"), [o.seen for o in kept], kept[0] in subject.observers)
root = Node(1)
leaf = Node(4, Node(3, Node(2, root)))
print(leaf.path(), leaf.parent.value if leaf.parent else None, root.parent, root.children[0].children[0].children[0] is leaf)
data = Metadata()
data.note(logo, "first")
data.note(again, "second")
print(data.notes[logo], len(data.notes), Image("logo") in data.notes, logo in data.notes, [image.name for image in data.notes])
reference = weakref.ref(logo)
print(reference() is logo, reference == weakref.ref(again), hash(reference) == hash(logo), isinstance(reference, weakref.ref))
values: list[Callable[[], object]] = [lambda: loader.cache["gone"], lambda: data.notes[Image("x")], lambda: loader.cache.pop("gone"), lambda: subject.observers.remove(Observer("z"))]
for value in values:
    try:
        print(value())
    except KeyError as error:
        print("KeyError", str(error)[:6])
print(loader.cache.pop("logo") is logo, "logo" in loader.cache, loader.get("logo") is logo, loader.loads)
raise SystemExit(loader.loads % 256)
