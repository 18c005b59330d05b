# expect-refusal: dynamic-attribute
from operator import methodcaller


class Point:
    def x(self) -> int:
        return 1


name = "x" * 1
print(methodcaller(name)(Point()))
