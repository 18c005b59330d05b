# expect-refusal: unsupported
"""The ancestors of an object whose class may derive from a generic one."""

from typing import Any, Generic, TypeVar, Protocol
T = TypeVar("T")
class Base:
    pass
class Mid(Base):
    pass
class Gen(Base, Generic[T]):
    pass
class IntGen(Gen[int]):
    pass
def show(x: Base) -> None:
    print([c.__name__ for c in type(x).__mro__], type(x).__bases__, type(x).__base__)
show(Mid())
show(Base())
show(IntGen())
