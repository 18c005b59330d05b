# expect-refusal: unsupported
"""A field of a dataclass whose default is a descriptor."""

from dataclasses import dataclass


class Doubled:
    def __get__(self, instance: object, owner: object) -> int:
        return 100

    def __set__(self, instance: object, value: int) -> None:
        print("set", value)


@dataclass
class Item:
    price: Doubled = Doubled()


print(Item().price)
