from traceback import FrameSummary
from typing import Any

f: Any = FrameSummary("f", 1, "n", line="x")
t: Any = ("f", 1, "n", "x")
print(f == t, t == f, t != f, tuple(f) == f)
o: Any = object()
print(f == o, f != o, o == f)


class Own:
    def __eq__(self, other: object) -> bool:
        return NotImplemented


a: Any = Own()
print(a == o, o == a, a != o)
