"""Attributes by computed names, of objects whose class is not known."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from operator import attrgetter
from types import SimpleNamespace
from typing import Any, Protocol
from enum import Enum


class Colour(Enum):
    RED = 1
    BLUE = 2

    @property
    def nice(self) -> str:
        return self.name.title()


@dataclass
class Address:
    city: str
    zip: int = 0


@dataclass
class Person:
    name: str
    age: int
    address: Address
    colour: Colour = Colour.RED
    tags: list[str] = field(default_factory=list)

    @property
    def label(self) -> str:
        return f"{self.name} ({self.age})"

    def greet(self, other: str = "you") -> str:
        return f"{self.name} greets {other}"


class HasName(Protocol):
    name: str


def dig(obj: Any, path: str, default: Any = None) -> Any:
    for part in path.split("."):
        if isinstance(obj, dict):
            obj = obj.get(part, default)
        else:
            obj = getattr(obj, part, default)
    return obj


def multisort(people: list[Person], specs: list[tuple[str, bool]]) -> list[Person]:
    result = list(people)
    for key, backwards in reversed(specs):
        result.sort(key=attrgetter(key), reverse=backwards)
    return result


def fill(thing: object, **values: Any) -> None:
    for name, value in values.items():
        if not hasattr(thing, name):
            print("no", name, "in", type(thing).__name__)
        setattr(thing, name, value)


def shown(thing: HasName, names: list[str]) -> str:
    return ", ".join(f"{name}={getattr(thing, name)!r}" for name in names)


class Keep(argparse.Action):
    def __call__(self, parser: Any, namespace: Any, values: Any, option_string: Any = None) -> None:
        setattr(namespace, self.dest, [values, option_string])


def main() -> None:
    people = [
        Person("Ann", 30, Address("Oslo", 150)),
        Person("Bob", 25, Address("Bern"), Colour.BLUE, ["x"]),
        Person("Cid", 30, Address("Rome")),
    ]
    for path in ("name", "address.city", "address.zip", "colour.name", "colour.value", "colour.nice", "label", "nothing", "address.nothing.more"):
        print(path, [dig(person, path) for person in people])
    print(dig({"a": {"b": people[0]}}, "a.b.address.city"), dig(None, "x", 5), dig(3, "nope", "-"))
    print([p.name for p in multisort(people, [("age", True), ("name", False)])])
    print([p.name for p in multisort(people, [("address.city", False)])])
    names = ["name", "age"]
    print(list(map(attrgetter(*names), people)), attrgetter(*names))
    print(dig(people[0], "greet")("all"), getattr(people[1], "greet")())
    fill(people[0], name="Zoe", age=3)
    print(people[0])
    fill(people[0].address, city="Graz", zip=8010)
    print(people[0].address)
    space = SimpleNamespace(a=1)
    fill(space, b=2)
    print(space, dig(space, "b"), dig(space, "c", "none"))
    print(shown(people[2], ["age", "name", "label"]))
    parser = argparse.ArgumentParser()
    parser.add_argument("--foo", action=Keep)
    print(parser.parse_args(["--foo", "1"]))
    try:
        attrgetter(names[0])(5)
    except AttributeError as error:
        print(error)
    text: Any = "text"
    print(dig(text, "upper")())


main()
