"""Abstract base classes and template methods."""

from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self) -> float: ...

    @property
    @abstractmethod
    def name(self) -> str: ...

    def describe(self) -> str:
        return f"{self.name} of area {self.area():.2f}"


class Square(Shape):
    def __init__(self, side: float) -> None:
        self.side = side

    def area(self) -> float:
        return self.side * self.side

    @property
    def name(self) -> str:
        return "square"


class Circle(Shape):
    def __init__(self, radius: float) -> None:
        self.radius = radius

    def area(self) -> float:
        return 3.0 * self.radius**2

    @property
    def name(self) -> str:
        return "roundish"


shapes: list[Shape] = [Square(2.0), Circle(1.5), Square(0.5)]
for shape in sorted(shapes, key=lambda s: s.area()):
    print(shape.describe())
print(f"{sum(s.area() for s in shapes):.3f}")
