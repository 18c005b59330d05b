"""Attributes that no class declares, set on namespaces that are held as Any."""

from types import SimpleNamespace
from typing import Any


def mark(space: Any, count: int) -> None:
    space.fresh_mark = count
    setattr(space, "other_mark", [count])


def main() -> None:
    space = SimpleNamespace(a=1)
    mark(space, 3)
    print(space, space.fresh_mark + 1, space.other_mark)
    shown: Any = space
    shown.fresh_mark += 4
    print(vars(space)["fresh_mark"], hasattr(shown, "other_mark"), hasattr(shown, "third_mark"))


main()
