# expect-refusal: local-class
"""A subclass carries the variables its base uses, so that it may not leave a function that runs often either."""


def make(n: int) -> type:
    class Base:
        def get(self) -> int:
            return n

    class Derived(Base):
        pass

    return Derived


print(make(1).__name__, make(2).__name__)
