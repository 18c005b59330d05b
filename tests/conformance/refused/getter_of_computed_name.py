# expect-refusal: dynamic-attribute
from operator import attrgetter


class Point:
    x = 1


name = "x" * 1
print(attrgetter(name)(Point()))
