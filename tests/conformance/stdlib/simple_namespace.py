"""types.SimpleNamespace: attributes made, read, changed, deleted, compared, shown."""

from types import SimpleNamespace
from typing import Any


class Settings(SimpleNamespace):
    def total(self) -> int:
        return int(self.a) + int(self.b)


def configure(**options: Any) -> SimpleNamespace:
    defaults = {"debug": False, "level": 1}
    return SimpleNamespace(**{**defaults, **options})


def main() -> None:
    ns = SimpleNamespace(a=1, b="x")
    ns.c = [1, 2]
    ns.a += 10
    ns.c.append(3)
    print(ns, ns.a, ns.b, ns.c, repr(ns))
    del ns.b
    print(ns, hasattr(ns, "b"), hasattr(ns, "a"), getattr(ns, "zzz", "none"), getattr(ns, "a"))
    name = "computed"
    setattr(ns, name, 5)
    print(getattr(ns, name), vars(ns), sorted(vars(ns)))
    try:
        print(ns.missing)
    except AttributeError as error:
        print(error)
    try:
        del ns.missing
    except AttributeError as error:
        print(type(error).__name__)
    print(SimpleNamespace(x=1) == SimpleNamespace(x=1), SimpleNamespace(x=1) == SimpleNamespace(x=2), SimpleNamespace() == 1)
    print(configure(), configure(level=3, name="n"))
    ns.inner = SimpleNamespace(deep=SimpleNamespace(value=1))
    ns.inner.deep.value += 1
    print(ns.inner.deep.value, ns.inner)
    s = Settings(a=2, b=3)
    print(s, s.total(), isinstance(s, SimpleNamespace))
    loop = SimpleNamespace()
    loop.me = loop
    print(loop)
    rows = [SimpleNamespace(n=n, square=n * n) for n in range(4)]
    print(sum(row.square for row in rows), max(rows, key=lambda row: row.n).n, [row.n for row in rows if row.square > 1])
    try:
        hash(ns)
    except TypeError as error:
        print(error)


main()
