"""Objects that only `__new__` has made lack what `__init__` would set: clones, pools, lazily loaded records."""

from __future__ import annotations

from typing import Any, ClassVar


class Record:
    loaded: ClassVar[int] = 0

    def __init__(self, key: int, name: str, weight: float = 1.0) -> None:
        self.key = key
        self.name = name
        self.weight = weight
        self.is_new = True

    @classmethod
    def bare(cls, key: int) -> Record:
        made = cls.__new__(cls)
        made.key = key
        return made

    def load(self) -> None:
        if not hasattr(self, "name"):
            self.name = f"record {self.key}"
            self.weight = self.key / 4
            Record.loaded += 1

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.key}, {getattr(self, 'name', '?')}, {getattr(self, 'is_new', None)})"


class Priority(Record):
    def __init__(self, key: int) -> None:
        super().__init__(key, "urgent", 9.5)
        self.level = 3


class Pool:
    def __init__(self, size: int) -> None:
        self.free: list[Record] = [Record.bare(n) for n in range(size)]

    def take(self, name: str) -> Record:
        taken = self.free.pop()
        taken.__init__(taken.key, name)  # type: ignore[misc]
        return taken


def tried(record: Record) -> str:
    out = []
    for read in (lambda: record.name, lambda: record.weight, lambda: record.is_new):
        try:
            out.append(str(read()))
        except AttributeError as error:
            out.append(str(error))
    return "; ".join(out)


whole = Record(1, "one")
print(whole, tried(whole))
part = Record.bare(7)
print(part, tried(part))
part.load()
part.load()
print(part, tried(part), Record.loaded)
urgent = Priority.bare(8)
print(type(urgent).__name__, hasattr(urgent, "level"), tried(urgent))
print(Priority(2), Priority(2).level, tried(Priority(2)))
pool = Pool(2)
print(pool.take("first"), pool.take("second"), len(pool.free))
other = object.__new__(Record)
print(hasattr(other, "key"), hasattr(other, "name"))
anything: Any = other
print(hasattr(anything, "weight"), getattr(anything, "weight", "none"))
print(other.weight)
