"""Values of unknown type: unpacked, summed, searched, iterated over by index."""

from typing import Any
def attempt(x: Any) -> None:
    try:
        a, b = x
        print(a, b)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
    try:
        a, *b = x
        print(a, b)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
for v in (1, None, 2.5, (1,), [1, 2, 3], "ab", {1: 2}):
    attempt(v)
print(bool.from_bytes(b"\x01", "big"), bool.from_bytes(b"\x00", "big"), int.from_bytes(b"\x01", "big"))
words: Any = ["a", "b"]
for start in ("", b"", bytearray()):
    s: Any = start
    try:
        print(sum(words, s))
    except TypeError as e:
        print(e)
text: Any = "abc"
for t in (text, b"abc", [1], (1,), {1: 2}, 5, None, range(5)):
    u: Any = t
    try:
        print(3 in u)
    except TypeError as e:
        print(e)
class Old:
    def __getitem__(self, i: int) -> int:
        if i > 3:
            raise IndexError
        return i * i
old: Any = Old()
print(list(old), tuple(old), 4 in old, 5 in old, max(old), sorted(old), sum(old), set(old) == {0, 1, 4, 9})
for z in old:
    print(z)
r: tuple[str | Any, ...] = ("b", "a", "c")
print(max(r), min(r), sorted(r))
y: Any = "hello"
print(list(map(ord, y)), list(map(len, [y, y])))
