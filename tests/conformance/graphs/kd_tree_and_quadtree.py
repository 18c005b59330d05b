"""Spatial trees compared with a plain scan: nearest neighbours, ranges, insertion, deletion, and their shapes."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

Point = tuple[int, int]


def distance(a: Point, b: Point) -> int:
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2


@dataclass(frozen=True)
class Box:
    left: int
    top: int
    right: int
    bottom: int

    def __contains__(self, point: Point) -> bool:
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def touches(self, other: Box) -> bool:
        return not (
            other.left > self.right
            or other.right < self.left
            or other.top > self.bottom
            or other.bottom < self.top
        )

    def away(self, point: Point) -> int:
        x = max(self.left - point[0], 0, point[0] - self.right)
        y = max(self.top - point[1], 0, point[1] - self.bottom)
        return x * x + y * y

    def quarters(self) -> list[Box]:
        x, y = (self.left + self.right) // 2, (self.top + self.bottom) // 2
        return [
            Box(self.left, self.top, x, y), Box(x + 1, self.top, self.right, y),
            Box(self.left, y + 1, x, self.bottom), Box(x + 1, y + 1, self.right, self.bottom),
        ]  # fmt: skip


class Index(Protocol):
    def within(self, box: Box) -> Iterable[Point]: ...

    def nearest(self, point: Point, count: int) -> list[Point]: ...


class Scan:
    def __init__(self, points: Iterable[Point]) -> None:
        self.points = list(points)

    def within(self, box: Box) -> Iterable[Point]:
        return (point for point in self.points if point in box)

    def nearest(self, point: Point, count: int) -> list[Point]:
        return heapq.nsmallest(count, self.points, key=lambda other: (distance(point, other), other))


@dataclass
class KdNode:
    point: Point
    axis: int
    left: KdNode | None = None
    right: KdNode | None = None


class KdTree:
    def __init__(self, points: Iterable[Point]) -> None:
        self.visited = 0
        self.root = self._build(sorted(set(points)), 0)

    def _build(self, points: list[Point], axis: int) -> KdNode | None:
        if not points:
            return None
        points.sort(key=lambda p: (p[axis], p[1 - axis]))
        middle = len(points) // 2
        left, right = self._build(points[:middle], 1 - axis), self._build(points[middle + 1 :], 1 - axis)
        return KdNode(points[middle], axis, left, right)

    def within(self, box: Box) -> Iterator[Point]:
        stack = [self.root]
        while stack:
            node = stack.pop()
            if node is None:
                continue
            self.visited += 1
            if node.point in box:
                yield node.point
            low, high = (box.left, box.right) if node.axis == 0 else (box.top, box.bottom)
            if low <= node.point[node.axis]:
                stack.append(node.left)
            if high >= node.point[node.axis]:
                stack.append(node.right)

    def nearest(self, point: Point, count: int) -> list[Point]:
        best: list[tuple[int, Point]] = []

        def visit(node: KdNode | None) -> None:
            if node is None:
                return
            self.visited += 1
            best.append((distance(point, node.point), node.point))
            best.sort()
            del best[count:]
            gap = point[node.axis] - node.point[node.axis]
            near, far = (node.left, node.right) if gap < 0 else (node.right, node.left)
            visit(near)
            if len(best) < count or gap * gap <= best[-1][0]:
                visit(far)

        visit(self.root)
        return [found for _, found in best]

    def depth(self) -> int:
        def below(node: KdNode | None) -> int:
            return 0 if node is None else 1 + max(below(node.left), below(node.right))

        return below(self.root)


@dataclass
class QuadTree:
    box: Box
    capacity: int = 4
    points: list[Point] = field(default_factory=list)
    children: list[QuadTree] | None = None

    def insert(self, point: Point) -> bool:
        if point not in self.box:
            raise KeyError(f"{point} is outside {self.box}")
        if self.children is not None:
            return next(c for c in self.children if point in c.box).insert(point)
        if point in self.points:
            return False
        self.points.append(point)
        if len(self.points) > self.capacity and self.box.right > self.box.left:
            self.children = [QuadTree(box, self.capacity) for box in self.box.quarters()]
            points, self.points = self.points, []
            for each in points:
                self.insert(each)
        return True

    def remove(self, point: Point) -> bool:
        if self.children is None:
            if point not in self.points:
                return False
            self.points.remove(point)
            return True
        removed = next(c for c in self.children if point in c.box).remove(point)
        everything = list(self.within(self.box))
        if removed and len(everything) <= self.capacity:
            self.points, self.children = everything, None
        return removed

    def within(self, box: Box) -> Iterator[Point]:
        if self.box.touches(box):
            yield from (point for point in self.points if point in box)
            for child in self.children or ():
                yield from child.within(box)

    def nearest(self, point: Point, count: int) -> list[Point]:
        heap: list[tuple[int, int, Point, QuadTree | None]] = [(self.box.away(point), 0, (0, 0), self)]
        found: list[Point] = []
        serial = 0
        while heap and len(found) < count:
            _, _, at, tree = heapq.heappop(heap)
            if tree is None:
                found.append(at)
                continue
            for each in tree.points:
                heapq.heappush(heap, (distance(point, each), 10**6 + each[0] * 1000 + each[1], each, None))
            for child in tree.children or ():
                serial += 1
                heapq.heappush(heap, (child.box.away(point), serial, (0, 0), child))
        return found

    def shape(self) -> str:
        if self.children is None:
            return str(len(self.points))
        return "[" + "".join(child.shape() for child in self.children) + "]"


def cloud(count: int, seed: int) -> list[Point]:
    points = []
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) % 2**31
        points.append((seed >> 8 & 127, seed >> 17 & 127))
    return points


points = cloud(150, 7)
distinct = sorted(set(points))
scan, tree = Scan(distinct), KdTree(points)
quads = QuadTree(Box(0, 0, 127, 127))
print(len(points), len(distinct), sum(quads.insert(p) for p in points), tree.depth(), quads.shape())
indexes: dict[str, Index] = {"kd": tree, "quad": quads}
for box in [
    Box(0, 0, 20, 20),
    Box(60, 60, 62, 127),
    Box(5, 5, 4, 9),
    Box(0, 0, 127, 127),
    Box(200, 0, 300, 5),
]:
    wanted = sorted(scan.within(box))
    print(
        box,
        len(wanted),
        wanted[:3],
        {name: sorted(index.within(box)) == wanted for name, index in indexes.items()},
    )
for at in [(0, 0), (64, 64), (127, 3), (-50, 500), points[10]]:
    near = scan.nearest(at, 4)
    print(at, near, {name: index.nearest(at, 4) == near for name, index in indexes.items()})
print(
    "visited",
    tree.visited < len(distinct) * 10,
    Scan([]).nearest((1, 1), 2),
    KdTree([]).nearest((1, 1), 2),
    KdTree([]).depth(),
)
print(
    [quads.remove(p) for p in distinct[:140]].count(True),
    quads.shape(),
    quads.remove((0, 1)),
    quads.nearest((0, 0), 99) == Scan(distinct[140:]).nearest((0, 0), 99),
)
crowded = QuadTree(Box(0, 0, 1, 1), 1)
print([crowded.insert(p) for p in [(0, 0), (1, 1), (0, 0), (1, 0)]], crowded.shape(), crowded)
crowded.insert((2, 0))
