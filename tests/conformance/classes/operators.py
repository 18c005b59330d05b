"""Operator methods."""


class Vector:
    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y

    def __add__(self, other: "Vector") -> "Vector":
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other: "Vector") -> "Vector":
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, k: int) -> "Vector":
        return Vector(self.x * k, self.y * k)

    def __rmul__(self, k: int) -> "Vector":
        return self * k

    def __matmul__(self, other: "Vector") -> int:
        return self.x * other.x + self.y * other.y

    def __neg__(self) -> "Vector":
        return Vector(-self.x, -self.y)

    def __abs__(self) -> int:
        return abs(self.x) + abs(self.y)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Vector) and self.x == other.x and self.y == other.y

    def __hash__(self) -> int:
        return hash((self.x, self.y))

    def __bool__(self) -> bool:
        return self.x != 0 or self.y != 0

    def __iadd__(self, other: "Vector") -> "Vector":
        self.x += other.x
        self.y += other.y
        return self

    def __repr__(self) -> str:
        return f"<{self.x},{self.y}>"


a, b = Vector(1, 2), Vector(3, -4)
print(a + b, a - b, a * 3, 3 * a, a @ b, -a, abs(b), a == Vector(1, 2), a != b, a == 1, bool(Vector(0, 0)), bool(a))
alias = a
a += b
print(a, alias is a, {Vector(1, 1): "one"}[Vector(1, 1)], Vector(4, -2) in [a], len({Vector(1, 1), Vector(1, 1), b}))
