"""Linked stacks and recursion: the towers of Hanoi (are-we-fast-yet)."""

from __future__ import annotations

from measuring import measure


class Disk:
    def __init__(self, size: int) -> None:
        self.size = size
        self.below: Disk | None = None


class Towers:
    def __init__(self, disks: int) -> None:
        self.piles: list[Disk | None] = [None, None, None]
        self.moves = 0
        for size in range(disks, 0, -1):
            self.push(Disk(size), 0)

    def push(self, disk: Disk, pile: int) -> None:
        top = self.piles[pile]
        if top is not None and disk.size >= top.size:
            raise ValueError("a larger disk on a smaller one")
        disk.below = top
        self.piles[pile] = disk

    def pop(self, pile: int) -> Disk:
        top = self.piles[pile]
        if top is None:
            raise ValueError("an empty pile")
        self.piles[pile] = top.below
        top.below = None
        return top

    def move(self, count: int, source: int, target: int) -> None:
        if count == 1:
            self.push(self.pop(source), target)
            self.moves += 1
            return
        other = 3 - source - target
        self.move(count - 1, source, other)
        self.move(1, source, target)
        self.move(count - 1, other, target)


def run() -> bool:
    towers = Towers(15)
    towers.move(15, 0, 1)
    return towers.moves == 32767


if __name__ == "__main__":
    measure(run)
