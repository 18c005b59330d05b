"""Collision detection: aircraft in a red-black tree and a grid of voxels (are-we-fast-yet "CD")."""

from __future__ import annotations

import math

from measuring import measure

RADIUS = 0.5
GOOD_VOXEL = 2.0 * 2.0 * RADIUS
DIAMETER = 2.0 * RADIUS


class Vector3:
    def __init__(self, x: float, y: float, z: float) -> None:
        self.x = x
        self.y = y
        self.z = z

    def minus(self, other: Vector3) -> Vector3:
        return Vector3(self.x - other.x, self.y - other.y, self.z - other.z)

    def plus(self, other: Vector3) -> Vector3:
        return Vector3(self.x + other.x, self.y + other.y, self.z + other.z)

    def times(self, factor: float) -> Vector3:
        return Vector3(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other: Vector3) -> float:
        return self.x * other.x + self.y * other.y + self.z * other.z

    def magnitude(self) -> float:
        return math.sqrt(self.dot(self))


class Motion:
    """One aircraft's way in one frame."""

    def __init__(self, call_sign: int, start: Vector3, end: Vector3) -> None:
        self.call_sign = call_sign
        self.start = start
        self.end = end

    def meeting(self, other: Motion) -> Vector3 | None:
        """Where the two come nearer than their diameters, or None."""
        way = self.end.minus(self.start).minus(other.end.minus(other.start))
        between = self.start.minus(other.start)
        a = way.dot(way)
        distance = between.magnitude()
        if a == 0.0:
            return self.middle(other, 0.0) if distance <= DIAMETER else None
        b = 2.0 * between.dot(way)
        c = between.dot(between) - DIAMETER * DIAMETER
        discriminant = b * b - 4.0 * a * c
        if discriminant < 0.0:
            return None
        root = math.sqrt(discriminant)
        first = (-b - root) / (2.0 * a)
        second = (-b + root) / (2.0 * a)
        if first > 1.0 or second < 0.0:
            return None
        return self.middle(other, 0.0 if first < 0.0 else first)

    def middle(self, other: Motion, time: float) -> Vector3:
        mine = self.start.plus(self.end.minus(self.start).times(time))
        theirs = other.start.plus(other.end.minus(other.start).times(time))
        return mine.plus(theirs).times(0.5)


class Node:
    def __init__(self, key: int, value: Vector3) -> None:
        self.key = key
        self.value = value
        self.left: Node | None = None
        self.right: Node | None = None
        self.parent: Node | None = None
        self.red = True


class Tree:
    """A red-black tree by aircraft (insertion only: aircraft stay)."""

    def __init__(self) -> None:
        self.root: Node | None = None

    def get(self, key: int) -> Node | None:
        node = self.root
        while node is not None and node.key != key:
            node = node.left if key < node.key else node.right
        return node

    def put(self, key: int, value: Vector3) -> Vector3 | None:
        """The value that was there before, or None."""
        parent: Node | None = None
        node = self.root
        while node is not None:
            if key == node.key:
                before = node.value
                node.value = value
                return before
            parent = node
            node = node.left if key < node.key else node.right
        new = Node(key, value)
        new.parent = parent
        if parent is None:
            self.root = new
        elif key < parent.key:
            parent.left = new
        else:
            parent.right = new
        self.mend(new)
        return None

    def mend(self, node: Node) -> None:
        while node.parent is not None and node.parent.red:
            parent = node.parent
            grand = parent.parent
            assert grand is not None
            is_left = parent is grand.left
            uncle = grand.right if is_left else grand.left
            if uncle is not None and uncle.red:
                parent.red = uncle.red = False
                grand.red = True
                node = grand
                continue
            if node is (parent.right if is_left else parent.left):
                node = parent
                self.rotate(node, is_left)
                assert node.parent is not None
                parent = node.parent
            parent.red = False
            grand.red = True
            self.rotate(grand, not is_left)
        assert self.root is not None
        self.root.red = False

    def rotate(self, node: Node, left: bool) -> None:
        child = node.right if left else node.left
        assert child is not None
        inner = child.left if left else child.right
        if left:
            node.right = inner
            child.left = node
        else:
            node.left = inner
            child.right = node
        if inner is not None:
            inner.parent = node
        child.parent = node.parent
        if node.parent is None:
            self.root = child
        elif node is node.parent.left:
            node.parent.left = child
        else:
            node.parent.right = child
        node.parent = child


class Detector:
    def __init__(self) -> None:
        self.state = Tree()

    def frame(self, positions: list[tuple[int, Vector3]]) -> int:
        """How many pairs of aircraft meet between the last frame and this one."""
        motions: list[Motion] = []
        for sign, position in positions:
            before = self.state.put(sign, position)
            motions.append(Motion(sign, position if before is None else before, position))
        count = 0
        for group in self.groups(motions):
            for i in range(len(group)):
                for j in range(i + 1, len(group)):
                    if group[i].meeting(group[j]) is not None:
                        count += 1
        return count

    def groups(self, motions: list[Motion]) -> list[list[Motion]]:
        """Motions through the same voxel of the ground plane."""
        voxels: dict[tuple[int, int], list[Motion]] = {}
        for motion in motions:
            low_x = int((min(motion.start.x, motion.end.x) - RADIUS) // GOOD_VOXEL)
            high_x = int((max(motion.start.x, motion.end.x) + RADIUS) // GOOD_VOXEL)
            low_y = int((min(motion.start.y, motion.end.y) - RADIUS) // GOOD_VOXEL)
            high_y = int((max(motion.start.y, motion.end.y) + RADIUS) // GOOD_VOXEL)
            for x in range(low_x, high_x + 1):
                for y in range(low_y, high_y + 1):
                    voxels.setdefault((x, y), []).append(motion)
        return [group for group in voxels.values() if len(group) > 1]


def simulate(aircraft: int, frames: int) -> int:
    detector = Detector()
    total = 0
    for frame in range(frames):
        time = frame / 10.0
        positions: list[tuple[int, Vector3]] = []
        for i in range(0, aircraft, 2):
            positions.append((i, Vector3(time, math.cos(time) * 2.0 + i * 3.0, 10.0)))
            positions.append((i + 1, Vector3(time, math.sin(time) * 2.0 + i * 3.0, 10.0)))
        total += detector.frame(positions)
    return total


def run() -> bool:
    return simulate(100, 60) == 1250


if __name__ == "__main__":
    measure(run)
