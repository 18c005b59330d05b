"""Tuples of states and events, a stack machine, FizzBuzz, red-black trees: programs that live by `match`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Literal, Union


class State(Enum):
    IDLE = auto()
    RUNNING = auto()
    PAUSED = auto()
    DONE = auto()


Event = Literal["start", "pause", "resume", "stop"]


def step(state: State, event: Event) -> State:
    match state, event:
        case State.IDLE, "start":
            return State.RUNNING
        case State.RUNNING, "pause":
            return State.PAUSED
        case State.PAUSED, "resume" | "start":
            return State.RUNNING
        case (State.RUNNING | State.PAUSED), "stop":
            return State.DONE
        case State.DONE as final, _:
            return final
        case other, ignored:
            print(f"  ({ignored} means nothing when {other.name})")
            return other


state = State.IDLE
events: list[Event] = ["stop", "start", "start", "pause", "resume", "pause", "stop", "start"]
for event in events:
    state = step(state, event)
    print(event, state.name)

for n in range(1, 16):
    match n % 3, n % 5:
        case 0, 0:
            print("FizzBuzz", end=" ")
        case 0, _:
            print("Fizz", end=" ")
        case _, 0:
            print("Buzz", end=" ")
        case _:
            print(n, end=" ")
print()

Instruction = Union[
    tuple[Literal["push"], int], tuple[Literal["add", "mul", "dup", "swap", "print"]], tuple[Literal["jnz"], int]
]


def run(program: list[Instruction]) -> list[int]:
    stack: list[int] = []
    at = 0
    while at < len(program):
        match program[at]:
            case ("push", n):
                stack.append(n)
            case ("add",):
                match stack:
                    case [*below, a, b]:
                        stack = [*below, a + b]
                    case _:
                        raise IndexError("add")
            case ("mul",):
                *below, a, b = stack
                stack = [*below, a * b]
            case ("dup",):
                stack.append(stack[-1])
            case ("swap",):
                stack[-1], stack[-2] = stack[-2], stack[-1]
            case ("print",):
                print("top", stack[-1])
            case ("jnz", target) if stack.pop() != 0:
                at = target
                continue
        at += 1
    return stack


print(
    run(
        [
            ("push", 5), ("push", 1), ("swap",), ("print",), ("dup",), ("push", -1), ("add",),
            ("dup",), ("jnz", 3), ("add",),
        ]  # fmt: skip
    )
)
try:
    run([("push", 1), ("add",)])
except IndexError as error:
    print("IndexError", error)


@dataclass(frozen=True)
class Tree:
    red: bool
    left: Tree | None
    key: int
    right: Tree | None


def balance(t: Tree) -> Tree:
    match t:
        case (
            Tree(False, Tree(True, Tree(True, a, x, b), y, c), z, d)
            | Tree(False, Tree(True, a, x, Tree(True, b, y, c)), z, d)
            | Tree(False, a, x, Tree(True, Tree(True, b, y, c), z, d))
            | Tree(False, a, x, Tree(True, b, y, Tree(True, c, z, d)))
        ):
            return Tree(True, Tree(False, a, x, b), y, Tree(False, c, z, d))
        case _:
            return t


def insert(t: Tree | None, key: int) -> Tree:
    def go(t: Tree | None) -> Tree:
        match t:
            case None:
                return Tree(True, None, key, None)
            case Tree(red, left, k, right) if key < k:
                return balance(Tree(red, go(left), k, right))
            case Tree(red, left, k, right) if key > k:
                return balance(Tree(red, left, k, go(right)))
            case _:
                return t

    match go(t):
        case Tree(_, left, k, right):
            return Tree(False, left, k, right)
        case _:
            raise AssertionError


def height(t: Tree | None) -> int:
    match t:
        case Tree(left=l, right=r):
            return 1 + max(height(l), height(r))
        case None:
            return 0


def keys(t: Tree | None) -> list[int]:
    match t:
        case None:
            return []
        case Tree(_, l, k, r):
            return [*keys(l), k, *keys(r)]


root: Tree | None = None
for i in range(200):
    root = insert(root, i * 37 % 101)
print(keys(root) == list(range(101)), height(root))


def collatz(n: int, steps: int = 0) -> int:
    match n, n % 2:
        case 1, _:
            return steps
        case _, 0:
            return collatz(n // 2, steps + 1)
        case _:
            return collatz(3 * n + 1, steps + 1)


print([collatz(n) for n in range(1, 20)])
