"""Flat shapes."""

print("flat is imported")


class Shape:
    def area(self) -> int:
        raise NotImplementedError


class Square(Shape):
    def __init__(self, side: int) -> None:
        self.side = side

    def area(self) -> int:
        return self.side**2


class Circle(Shape):
    def __init__(self, radius: int) -> None:
        self.radius = radius

    def area(self) -> int:
        return 3 * self.radius**2


def area(shapes: list[Square]) -> int:
    return sum(shape.area() for shape in shapes)
