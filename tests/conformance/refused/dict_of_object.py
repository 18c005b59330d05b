# expect-refusal: dynamic-namespace
"""The attributes of an object, kept: on CPython the dict would change with the object."""


class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y


point = Point(1, 2)
state = point.__dict__
point.x = 3
print(state)
