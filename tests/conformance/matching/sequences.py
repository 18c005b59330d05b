"""Sequence patterns over lists, tuples, ranges, and values of unknown type."""

from collections import deque


def head_and_tail(xs: list[int]) -> str:
    match xs:
        case []:
            return "empty"
        case [x]:
            return f"only {x}"
        case [x, y]:
            return f"pair {x + y}"
        case [first, *_, last] if first == last:
            return f"ring of {first}"
        case [first, second, *rest]:
            return f"{first} {second} then {rest} {len(rest)}"
    return "not reached"


for xs in [[], [1], [1, 2], [3, 1, 3], [1, 2, 3], [1, 2, 3, 4, 5]]:
    print(head_and_tail(xs))


def total(xs: list[int]) -> int:
    match xs:
        case []:
            return 0
        case [x, *rest]:
            return x + total(rest)
    return -1


print(total(list(range(50))))


def point(p: tuple[int, int]) -> str:
    match p:
        case (0, 0):
            return "origin"
        case (0, y):
            return f"y axis at {y}"
        case (x, 0):
            return f"x axis at {x}"
        case (x, y) if x == y:
            return f"diagonal {x}"
        case (x, y):
            return f"({x}, {y})"


print([point(p) for p in [(0, 0), (0, 5), (7, 0), (4, 4), (1, 2)]])


def mixed(t: tuple[str, int, float]) -> str:
    match t:
        case ("a", n, _):
            return f"a{n}"
        case (name, *numbers):
            return f"{name} {numbers}"


print(mixed(("a", 3, 1.0)), mixed(("b", 3, 1.5)))


def any_length(t: tuple[int, ...]) -> str:
    match t:
        case ():
            return "none"
        case (a,):
            return f"one {a}"
        case (a, *middle, b):
            return f"{a}..{b} around {middle}"
    return "?"


print(any_length(()), any_length((1,)), any_length((1, 2)), any_length((1, 2, 3, 4)))


def unknown(x: object) -> str:
    match x:
        case []:
            return "empty sequence"
        case ["go", str(direction)]:
            return f"go {direction}"
        case [int(a), int(b)] | (int(a), int(b), _):
            return f"ints {a + b}"
        case [[a, b], [c, d]]:
            return f"matrix {a} {b} {c} {d}"
        case [_, _]:
            return "two"
        case [first, *rest]:
            return f"{first!r} and {len(rest)} more: {rest}"
        case str():
            return "text"
        case bytes() | bytearray():
            return "bytes"
        case _:
            return "no sequence"


values: list[object] = [
    [], (), range(0), deque([1, 2]), ["go", "north"], ["go", 3], [1, 2], (1, 2, 3), [[1, 2], [3, 4]],
    [[1, 2], [3, 4, 5]], ("x", "y"), range(5), "ab", b"ab", bytearray(b"ab"), {1, 2}, {1: 2}, None, 5,
    [1.5, 2.0], [True, False], deque("abc"), [None, None],
]  # fmt: skip
for v in values:
    print(unknown(v))


def text_or_list(x: str | list[str]) -> str:
    match x:
        case [one]:
            return f"[{one}]"
        case [one, *others]:
            return f"{one}+{'+'.join(others)}"
        case []:
            return "nobody"
        case str(name):
            return name.upper()
        case _:
            return "not reached"


print(text_or_list("bob"), text_or_list(["eve"]), text_or_list(["a", "b", "c"]), text_or_list([]))


def nested(x: list[tuple[str, list[int]]]) -> str:
    match x:
        case [("sum", numbers), *_]:
            return str(sum(numbers))
        case [(name, [only])]:
            return f"{name} {only}"
        case [(name, [low, *_, high]), (other, [])]:
            return f"{name} {low}-{high} {other}"
        case [*_, (name, _)]:
            return f"last {name}"
        case _:
            return "nothing"


print(nested([("sum", [1, 2, 3])]), nested([("x", [9])]), nested([("x", [1, 2, 3]), ("y", [])]))
print(nested([("a", []), ("b", [])]), nested([]))


def from_the_end(xs: list[str]) -> str:
    match xs:
        case [*_, "stop"]:
            return "stopped"
        case [*start, a, b]:
            return f"{start} {a} {b}"
        case [*everything]:
            return f"all {everything}"


print(from_the_end(["a", "stop"]), from_the_end(["a", "b", "c"]), from_the_end(["a"]), from_the_end([]))


def two(a: int, b: str | None) -> str:
    match a, b:
        case 0, None:
            return "nothing"
        case n, None:
            return f"{n} alone"
        case 0, word:
            return f"no {word}"
        case (1 | 2 as n), str() as word:
            return f"{n} {word}!"
        case _:
            return "many"


print(two(0, None), two(4, None), two(0, "x"), two(2, "y"), two(3, "z"))
copy = [1, 2, 3]
match copy:
    case [_, *rest]:
        rest.append(4)
print(copy, rest)
match [1, "two", 3.0]:
    case [int() as i, str() as s, float() as f]:
        print(i + 1, s.upper(), f / 2)
