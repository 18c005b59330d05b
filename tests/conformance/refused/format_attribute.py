# expect-refusal: dynamic-attribute
from dataclasses import dataclass


@dataclass
class Item:
    name: str


print("{0.name:>{1}}".format(Item("pear"), 8))
