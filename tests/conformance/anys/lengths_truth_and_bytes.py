"""What len(), bool(), bytes() and bytearray() take and refuse."""

from typing import Any

kinds: list[Any] = [bytes, bytearray]
calls: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    ((), {"encoding": "ascii"}), ((), {"errors": "ignore"}), ((0,), {"errors": "ignore"}), ((b"",), {"errors": "ignore"}), ((0, "ascii"), {}), ((b"", "ascii"), {}),
    (("x",), {}), (("x",), {"errors": "strict"}), ((), {"encoding": "ascii", "errors": "x"}), ((5, "a", "b"), {}), ((None,), {}), ((1.5,), {}), (([256],), {}), ((["a"],), {}),
    ((-1,), {}), (("h\xe9", "ascii", "replace"), {}), (("h\xe9",), {"encoding": "latin-1"}), ((3,), {}), (([1, 2],), {}), ((memoryview(b"ab"),), {}), ((), {}),
]
for kind in kinds:
    for args, named in calls:
        try:
            print(kind.__name__, named, kind(*args, **named))
        except (TypeError, ValueError) as error:
            print(kind.__name__, named, type(error).__name__, error)
data = bytearray(b"ab")
walk = iter(data)
print(list(walk))
data.append(99)
print(list(walk), next(walk, None))



class Neg:
    def __len__(self) -> int:
        return -1


class Big:
    def __len__(self) -> int:
        return 1 << 70


class Odd:
    def __len__(self) -> Any:
        return "x"


class Fine:
    def __init__(self, n: int) -> None:
        self.n = n

    def __len__(self) -> int:
        return self.n

    def __getitem__(self, i: int) -> int:
        return i


class OddBool:
    def __bool__(self) -> Any:
        return 1


def attempt(label: str, what: Any, *args: Any) -> None:
    try:
        print(label, what(*args))
    except Exception as error:
        print(label, type(error).__name__, error)


for thing in (Neg(), Big(), Odd(), Fine(3), Fine(0), OddBool()):
    attempt("len", len, thing)
    attempt("bool", bool, thing)
    attempt("if", lambda: "yes" if thing else "no")
    attempt("not", lambda: not thing)
neg, fine, odd = Neg(), Fine(2), OddBool()
try:
    print(len(fine), bool(fine), len(neg))
except ValueError as error:
    print(error)
try:
    print("yes" if fine else "no")
    print("yes" if neg else "no")
except ValueError as error:
    print(error)
try:
    print("yes" if odd else "no")
except TypeError as error:
    print(error)
