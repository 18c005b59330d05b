from collections import ChainMap, UserDict, UserList, UserString, deque
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

pairs: list[tuple[Any, Any]] = [
    ([1, 2], UserList([1, 2])), ({"a": 1}, UserDict({"a": 1})), ("ab", UserString("ab")), ([1], deque([1])),
    ({"a": 1}, ChainMap({"a": 1})), ((1,), UserList([1])),
]
for a, b in pairs:
    print(a == b, b == a, a != b, b != a, [a] == [b], a in [b])
print([1, 2] == UserList([1, 2]), {"a": 1} == UserDict({"a": 1}), "ab" == UserString("ab"))
print([1, 2] != UserList([1, 2]), list(reversed(UserList([1, 2]))) == UserList([2, 1]))
