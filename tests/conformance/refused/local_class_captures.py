# expect-refusal: local-class
"""A class whose methods see the variables of the function around it, and that leaves the function."""


class Base:
    def add(self, k: int) -> int:
        return k


def adder(n: int) -> type[Base]:
    class Adder(Base):
        def add(self, k: int) -> int:
            return k + n

    return Adder


print(adder(3)().add(4), adder(5)().add(4))
