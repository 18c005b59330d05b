# Lists of floats and bools that come out of function values.
from typing import Callable, Generic, Iterator, TypeVar
def call(f: Callable[[], list[bool]]) -> list[bool]:
    return f()
x: list[float] = [1.5]
print(x)
print(call(lambda: [True]))

T = TypeVar("T")
U = TypeVar("U")
class Box(Generic[T]):
    def __init__(self, first: T) -> None:
        self.items: list[T] = [first]
    def map(self, f: Callable[[T], U]) -> list[U]:
        return [f(item) for item in self.items]
    def __iter__(self) -> Iterator[T]:
        return iter(self.items)
b: Box[float] = Box(1.5)
print(b.map(lambda x: x + 1.5))
c: Box[bool] = Box(True)
print(c.map(lambda x: [x]))
print([x for x in b], list(c))
