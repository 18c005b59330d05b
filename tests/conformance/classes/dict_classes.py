"""Classes derived from dict: `fromkeys`, `__missing__`, no `super().__init__()`; odd sources of items."""

from typing import Any


class D(dict):
    def __missing__(self, key: Any) -> Any:
        return 42


class F(dict):
    def __init__(self) -> None:
        pass


def main() -> None:
    d = D({1: 2, 3: 4})
    print(d[1], d[2], 2 in d, 2 in d.keys())
    f = F()
    try:
        f[42]
    except KeyError as e:
        print(e.args)
    f[1] = 2
    print(f, len(f))


class Source:
    def __init__(self) -> None:
        self.d = {1: 1, 2: 2}

    def keys(self) -> Any:
        return self.d.keys()

    def __getitem__(self, k: Any) -> Any:
        return self.d[k]


class Bad:
    def keys(self) -> Any:
        raise OSError("keys")


class T(dict[str, int]):
    def __setitem__(self, key: str, value: int) -> None:
        print("set", key)
        super().__setitem__(key, value)


class Clearing(str):
    def __eq__(self, other: object) -> bool:
        table.clear()
        return True

    def __hash__(self) -> int:
        return hash("test")


table: dict[Any, Any] = {}


def more() -> None:
    d: dict[Any, Any] = {}
    a: Any = Source()
    d.update(a)
    print(d, dict(a))
    for bad in [None, Bad(), 3, [(1, 2, 3)], [4], "abc"]:
        b: Any = bad
        try:
            d.update(b)
        except Exception as e:
            print(type(e).__name__, e)
        try:
            print(dict(b))
        except Exception as e:
            print(type(e).__name__, e)
    t = T.fromkeys(["a", "b"], 4)
    print(type(t).__name__, t, isinstance(t, T))
    u = D.fromkeys("ab")
    print(type(u).__name__, u, u["z"])
    v = u.fromkeys("cd", 1)
    print(type(v).__name__, v, v["z"])
    table[Clearing()] = "value"
    print("test" in table, table)
    table["test"] = 3
    print(table)


main()
more()
