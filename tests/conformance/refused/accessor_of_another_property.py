# expect-refusal: unsupported
"""A property of the base, made with `property(...)`, is given another getter in a subclass."""

from typing import Any


class Base:
    def _spam(self) -> Any:
        return 1

    spam = property(_spam, doc="spam")


class Sub(Base):
    @Base.spam.getter
    def spam(self) -> Any:
        return 2


print(Sub().spam)
