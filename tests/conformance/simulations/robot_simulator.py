# args: RAALAL AAA RRX LAAARALA --grid 5
"""Robots on a grid driven by command strings from the command line; bad commands set the exit code."""

import sys
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import reduce
from typing import Final

GRID_OPTION: Final = "--grid"


class Heading(IntEnum):
    NORTH = 0
    EAST = 90
    SOUTH = 180
    WEST = 270

    def __add__(self, degrees: int) -> "Heading":
        return Heading((int(self) + degrees) % 360)

    @property
    def arrow(self) -> str:
        return "↑→↓←"[self // 90]


@dataclass(frozen=True)
class Robot:
    x: int = 0
    y: int = 0
    heading: Heading = Heading.NORTH
    steps: int = 0

    def turn(self, degrees: int) -> "Robot":
        return replace(self, heading=self.heading + degrees)

    def advance(self, size: int) -> "Robot":
        dx, dy = {Heading.NORTH: (0, 1), Heading.EAST: (1, 0), Heading.SOUTH: (0, -1), Heading.WEST: (-1, 0)}[self.heading]
        x, y = self.x + dx, self.y + dy
        if not (0 <= x < size and 0 <= y < size):
            raise IndexError(f"wall at {x},{y}")
        return replace(self, x=x, y=y, steps=self.steps + 1)


class CommandError(Exception):
    """What was wrong and where."""


def drive(commands: str, size: int) -> Robot:
    def one(robot: Robot, numbered: tuple[int, str]) -> Robot:
        index, command = numbered
        try:
            match command:
                case "R" | "r":
                    return robot.turn(90)
                case "L" | "l":
                    return robot.turn(-90)
                case "A" | "a":
                    return robot.advance(size)
                case other:
                    raise CommandError(f"{other!r} is no command")
        except Exception as error:
            error.add_note(f"command {index + 1} of {commands}")
            raise

    return reduce(one, enumerate(commands), Robot())


def parse(argv: list[str]) -> tuple[list[str], int]:
    size = 8
    programs: list[str] = []
    rest = iter(argv)
    for word in rest:
        if word == GRID_OPTION:
            size = int(next(rest))
        else:
            programs.append(word)
    return programs, size


def main() -> int:
    programs, size = parse(sys.argv[1:])
    print(f"{len(programs)} programs on {size}x{size}", Robot())
    failed = 0
    field = [["."] * size for _ in range(size)]
    for program in programs:
        try:
            robot = drive(program, size)
        except (IndexError, CommandError) as error:
            failed += 1
            print(f"{program}: {type(error).__name__}: {error}; {error.__notes__}", file=sys.stderr)
            continue
        field[robot.y][robot.x] = robot.heading.arrow
        print(f"{program:>10} {robot.x},{robot.y} {robot.heading.name} {robot.heading!r} {robot.steps}")
    for row in reversed(field):
        print("".join(row))
    print(Heading.WEST + 90, Heading.NORTH + -90, Heading(180), Heading.EAST < Heading.WEST, sum(Heading), [*map(int, Heading)])
    return failed


if __name__ == "__main__":
    sys.exit(main())
