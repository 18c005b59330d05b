# expect-refusal: unsupported
"""A private name in a class and in its base: CPython mangles them apart."""


class Base:
    def __init__(self) -> None:
        self.__count = 1

    def base_count(self) -> int:
        return self.__count


class Child(Base):
    def __init__(self) -> None:
        super().__init__()
        self.__count = 100

    def child_count(self) -> int:
        return self.__count


print(Child().base_count(), Child().child_count())
