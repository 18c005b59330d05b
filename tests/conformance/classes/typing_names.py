"""NewType, Literal, Final, Self, Annotated, cast, assert_never, aliases, ClassVar, overload."""

from dataclasses import dataclass
from typing import (
    Annotated,
    Any,
    Callable,
    ClassVar,
    Final,
    Generic,
    Literal,
    NewType,
    Optional,
    Self,
    Type,
    TypeAlias,
    TypeVar,
    Union,
    assert_never,
    cast,
    final,
    overload,
)

UserId = NewType("UserId", int)
Name = NewType("Name", str)
Json: TypeAlias = Union[dict[str, "Json"], list["Json"], str, int, None]
Mode = Literal["r", "w", "rw"]
LIMIT: Final = 10
PI: Final[float] = 3.14
T = TypeVar("T")
Positive = Annotated[int, "positive"]


def lookup(user: UserId) -> str:
    return f"user {user}"


def open_as(mode: Mode, level: Literal[1, 2, 3] = 1) -> str:
    if mode == "r":
        return f"reading {level}"
    elif mode == "w":
        return f"writing {level}"
    return f"both {level}"


class Builder:
    made: ClassVar[int] = 0
    kind: Final = "builder"

    def __init__(self) -> None:
        self.parts: Final[list[str]] = []
        Builder.made += 1

    def add(self, part: str) -> Self:
        self.parts.append(part)
        return self

    @classmethod
    def create(cls) -> Self:
        return cls()


@final
class Special(Builder):
    def twice(self, part: str) -> Self:
        return self.add(part).add(part)


@dataclass
class Circle:
    radius: float


@dataclass
class Square:
    side: float


def area(shape: Circle | Square) -> float:
    if isinstance(shape, Circle):
        return PI * shape.radius**2
    elif isinstance(shape, Square):
        return shape.side**2
    else:
        assert_never(shape)


def status(code: Literal["ok", "bad"]) -> int:
    match code:
        case "ok":
            return 1
        case "bad":
            return 2
        case _:
            assert_never(code)


@overload
def pick(x: int) -> str: ...
@overload
def pick(x: str) -> int: ...
def pick(x: int | str) -> int | str:
    return str(x) if isinstance(x, int) else len(x)


def depth(value: Json) -> int:
    if isinstance(value, dict):
        return 1 + max((depth(v) for v in value.values()), default=0)
    if isinstance(value, list):
        return 1 + max((depth(v) for v in value), default=0)
    return 0


def make(cls: Type[T], f: Callable[[], T]) -> T:
    return f()


uid = UserId(5)
print(lookup(uid), uid + 1, uid == 5, type(uid).__name__, {uid: Name("n")}, [UserId(1), UserId(2)], Name("ab").upper())
print(open_as("r"), open_as("w", 2), open_as(mode="rw", level=3), LIMIT + 1, PI)
print(Builder.create().add("a").add("b").parts, Special.create().twice("x").add("y").parts, Builder.made, Builder.kind, Special().twice("q").kind)
print(area(Circle(2.0)), area(Square(3)), status("ok"), status("bad"), pick(12) + "!", pick("abc") + 1)
print(depth({"a": [1, {"b": None}], "c": "x"}), depth([]), depth(3))
value: Any = "text"
text = cast(str, value)
print(text.upper(), cast("list[int]", [1, 2])[0], cast(Optional[int], None))
p: Positive = 3
print(p + 1, make(int, lambda: 5), make(str, lambda: "s"))
try:
    print(status(cast(Literal["ok", "bad"], "other")))
except AssertionError as error:
    print(error)
