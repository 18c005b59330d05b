# expect-refusal: dynamic-namespace
"""A text of all attributes."""


class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y

    def __repr__(self) -> str:
        return ", ".join(f"{name}={value}" for name, value in self.__dict__.items())


print(Point(1, 2))
