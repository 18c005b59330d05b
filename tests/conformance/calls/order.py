"""The order in which a call evaluates its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

trace: list[str] = []


def t(name: str, value: Any = None) -> Any:
    trace.append(name)
    return value


def flush(what: str) -> None:
    print(what, " ".join(trace))
    trace.clear()


def f(*args: Any, **kwargs: Any) -> int:
    trace.append(f"f{len(args)}{len(kwargs)}")
    return len(args)


def fixed(a: Any, b: Any, c: Any = None, *, d: Any = None) -> str:
    trace.append("fixed")
    return f"{a}{b}{c}{d}"


class Box:
    def __init__(self, name: str) -> None:
        self.name = name
        trace.append(f"Box({name})")

    @property
    def method(self) -> Callable[..., int]:
        trace.append(f"{self.name}.method")
        return f

    def call(self, *args: Any) -> Box:
        trace.append(f"{self.name}.call{len(args)}")
        return self

    def __getitem__(self, key: Any) -> Box:
        trace.append(f"{self.name}[{key}]")
        return self

    def __setitem__(self, key: Any, value: Any) -> None:
        trace.append(f"{self.name}[{key}]=")

    def __iter__(self) -> Iterator[int]:
        trace.append(f"iter {self.name}")
        return iter([1, 2])


def keys(name: str) -> dict[str, int]:
    trace.append(f"keys {name}")
    return {name: 1}


def main() -> None:
    f(t("a"), t("b"), x=t("c"), y=t("d"))
    flush("plain")
    fixed(d=t("d", 4), b=t("b", 2), a=t("a", 1))
    flush("keywords")
    f(t("a"), *[t("b"), t("c")], t("d"), k=t("e"), *[t("f")])
    flush("stars")
    f(*Box("x"), **keys("p"), q=t("q"), **keys("r"))
    flush("mappings")
    t("callee", f)(t("arg"))
    flush("callee first")
    Box("m").method(t("arg"), k=t("kw"))
    flush("attribute before arguments")
    Box("n").call(t("1")).call(t("2"), t("3"))[t("key", 1)].call()
    flush("chain")
    Box("s")[t("k", "k")] = t("value")
    flush("store")
    print(fixed(t("a", 1), t("b", 2), **{"d": t("d", 3)}))
    flush("fixed and mapping")
    values = [t("x", 3), t("y", 1)]
    values[t("i", 0)] += t("n", 10)
    flush(f"augmented {values}")
    x = 5
    print(fixed(x, (x := 6), x))
    print(f(x, (x := x + 1), x), x)
    flush("walrus")
    result = {t("k1", 1): t("v1"), t("k2", 2): t("v2")}
    flush(f"display {len(result)}")
    t("or", False) or t("then", 1) and t("last", 2)
    flush("short")
    a, b = t("r1", 1), t("r2", 2)
    flush(f"tuple {a}{b}")
    lookup: dict[str, Callable[..., int]] = {"f": f}
    lookup[t("name", "f")](*t("args", (1, 2)), **t("kwargs", {"z": 1}))
    flush("table")
    try:
        f(t("before"), 1 // t("zero", 0), t("after"))
    except ZeroDivisionError as error:
        flush(f"raised {error}:")


main()
