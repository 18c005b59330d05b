"""Typing features at run time: TypedDict, NotRequired, Literal, NewType, TypeGuard, overloads, assert_never, cast, Annotated, Final."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import (
    Annotated, Any, ClassVar, Final, Generic, Literal, NamedTuple, NewType, NotRequired, Protocol, TypeAlias, TypedDict, TypeGuard, TypeVar, Union, assert_never,
    cast, final, overload,
)  # fmt: skip

T = TypeVar("T")
K = TypeVar("K", bound="Keyed")
N = TypeVar("N", int, float)

UserId = NewType("UserId", int)
Direction: TypeAlias = Literal["north", "south", "east", "west"]
Json: TypeAlias = Union[None, bool, int, float, str, list["Json"], dict[str, "Json"]]
Positive = Annotated[int, "above zero"]
LIMIT: Final = 3
TURNS: Final[dict[Direction, Direction]] = {
    "north": "east",
    "east": "south",
    "south": "west",
    "west": "north",
}


class Address(TypedDict):
    street: str
    city: str
    zip: NotRequired[str]


class Person(TypedDict, total=False):
    name: str
    age: int
    address: Address
    tags: list[str]


class Keyed(Protocol):
    @property
    def key(self) -> str: ...


class Point(NamedTuple):
    x: int
    y: int = 0

    def step(self, way: Direction, n: int = 1) -> Point:
        match way:
            case "north":
                return self._replace(y=self.y + n)
            case "south":
                return self._replace(y=self.y - n)
            case "east" | "west":
                return self._replace(x=self.x + (n if way == "east" else -n))
            case _:
                assert_never(way)

    @property
    def key(self) -> str:
        return f"{self.x},{self.y}"


@final
class Tag:
    made: ClassVar[int] = 0

    def __init__(self, name: str) -> None:
        self.name: Final = name
        Tag.made += 1

    @property
    def key(self) -> str:
        return self.name


class Registry(Generic[K]):
    def __init__(self, *items: K) -> None:
        self.items: dict[str, K] = {item.key: item for item in items}

    @overload
    def find(self, key: str) -> K | None: ...
    @overload
    def find(self, key: str, default: T) -> K | T: ...
    def find(self, key: str, default: T | None = None) -> K | T | None:
        return self.items.get(key, default)

    def __add__(self, other: Registry[K]) -> Registry[K]:
        return Registry(*self.items.values(), *other.items.values())


def is_texts(values: Sequence[object]) -> TypeGuard[Sequence[str]]:
    return all(isinstance(v, str) for v in values)


def is_person(value: object) -> TypeGuard[Person]:
    return (
        isinstance(value, dict)
        and isinstance(value.get("name", ""), str)
        and isinstance(value.get("age", 0), int)
    )


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
@overload
def double(x: list[T]) -> list[T]: ...
def double(x: int | str | list[T]) -> int | str | list[T]:
    return x * 2


def largest(values: Iterable[N], start: N) -> N:
    best: N = start
    for value in values:
        if value > best:
            best = value
    return best


def depth(value: Json) -> int:
    if isinstance(value, list):
        return 1 + max(map(depth, value), default=0)
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    return 0


def turn(way: Direction, times: int = 1) -> Direction:
    for _ in range(times % 4):
        way = TURNS[way]
    return way


def walk(start: Point, plan: Iterable[Direction | int]) -> list[Point]:
    out = [start]
    for item in plan:
        if isinstance(item, int):
            out += [out[-1]] * item
        else:
            out.append(out[-1].step(item))
    return out


def describe(person: Person) -> str:
    parts = [person.get("name", "?"), str(person.get("age", "?"))]
    if "address" in person:
        place = person["address"]
        parts.append(f"{place['street']}, {place.get('zip', '----')} {place['city']}")
    return "; ".join([*parts, *person.get("tags", [])])


def lookup(table: Mapping[UserId, str], user: UserId) -> str:
    return table.get(user, f"user {user}")


def main() -> None:
    home: Address = {"street": "High 1", "city": "Ur"}
    people: list[Person] = [
        {},
        {"name": "Ann", "address": home},
        {"age": 5, "tags": ["a", "b"], "address": {**home, "zip": "99"}},
        Person(name="Bo", age=1),
    ]
    print(*map(describe, people), sep=" | ")
    people[0]["name"] = "late"
    people[1].setdefault("tags", []).append("new")
    people[2].update({"age": 6})
    del people[3]["age"]
    print(
        people, people[0] == {"name": "late"}, type(home).__name__, isinstance(home, dict), sorted(people[2])
    )
    try:
        print(people[3]["age"])
    except KeyError as error:
        print("KeyError", error)
    ann, zoe = UserId(5), UserId(7)
    print(
        lookup({ann: "Ann"}, ann),
        lookup({ann: "Ann"}, zoe),
        ann + zoe,
        type(ann).__name__,
        ann == 5,
        UserId(5) is ann,
    )
    print(
        [turn(way, k) for k, way in enumerate(TURNS)],
        sorted(TURNS),
        walk(Point(0), ["north", "north", 2, "west"]),
        Point(1).key,
    )
    registry = Registry(Point(1, 2), Point(3)) + Registry(Point(1, 2))
    print(
        registry.find("3,0"),
        registry.find("9,9"),
        registry.find("9,9", "none"),
        len(registry.items),
        Registry(Tag("a"), Tag("b")).find("b") is not None,
        Tag.made,
    )
    mixed: list[Sequence[object]] = [["a", "b"], ("x", 1), [], "text"]
    print([",".join(m).upper() if is_texts(m) else len(m) for m in mixed])
    objects: list[object] = [{"name": "Q", "age": 3}, {"name": 3}, {"age": "x"}, [], {"other": 1}]
    print([describe(o) if is_person(o) else "no" for o in objects])
    print(
        double(4),
        double("ab"),
        double([1, "x"]),
        double(True),
        largest([3, 9, 2], 0),
        largest([1.5, -2.0], 0.25),
        LIMIT,
    )
    print(depth([[], {"a": [1, [2]]}, "s"]), depth({}), depth(None), depth([[[[]]]]))
    loose: Any = {"x": [1, 2, "three"]}
    numbers = cast("list[int]", loose["x"])
    print(len(numbers), numbers[0] + numbers[1], sum(v for v in loose["x"] if isinstance(v, int)))
    positive: Positive = 3
    functions: list[Callable[[int], Union[int, str]]] = [lambda n: n * positive, str, hex]
    print(
        [f(10) for f in functions],
        Point._fields,
        Point(5)._asdict(),
        Point._make([7, 8]),
        Point(1, 2) < Point(1, 3),
        hash(Point(1, 2)) == hash((1, 2)),
    )
    try:
        Point(0).step(cast(Direction, "up"))
    except AssertionError as error:
        print("AssertionError", error)


main()
