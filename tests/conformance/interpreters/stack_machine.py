"""A stack machine with labels, calls and a trap table; the last program divides by zero."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Callable


class Op(Enum):
    PUSH = auto()
    ADD = auto()
    SUB = auto()
    MUL = auto()
    DIV = auto()
    DUP = auto()
    SWAP = auto()
    OVER = auto()
    JZ = auto()
    JMP = auto()
    CALL = auto()
    RET = auto()
    OUT = auto()
    HALT = auto()


@dataclass(frozen=True)
class Instr:
    op: Op
    arg: int | str | None = None


class VMError(Exception):
    def __init__(self, pc: int, why: str) -> None:
        super().__init__(f"pc={pc}: {why}")
        self.pc = pc


@dataclass
class Machine:
    code: list[Instr]
    stack: list[int] = field(default_factory=list)
    calls: list[int] = field(default_factory=list)
    output: list[str] = field(default_factory=list)
    pc: int = 0
    steps: int = 0

    def pop(self) -> int:
        try:
            return self.stack.pop()
        except IndexError:
            raise VMError(self.pc, "stack underflow") from None

    def binary(self, f: Callable[[int, int], int]) -> None:
        b, a = self.pop(), self.pop()
        self.stack.append(f(a, b))

    def run(self, limit: int = 10_000) -> list[str]:
        while True:
            if self.steps >= limit:
                raise VMError(self.pc, f"more than {limit} steps")
            self.steps += 1
            instr = self.code[self.pc]
            self.pc += 1
            match instr:
                case Instr(Op.PUSH, int(value)):
                    self.stack.append(value)
                case Instr(Op.ADD):
                    self.binary(lambda a, b: a + b)
                case Instr(Op.SUB):
                    self.binary(lambda a, b: a - b)
                case Instr(Op.MUL):
                    self.binary(lambda a, b: a * b)
                case Instr(Op.DIV):
                    self.binary(lambda a, b: a // b)
                case Instr(Op.DUP):
                    self.stack.append(self.stack[-1])
                case Instr(Op.SWAP):
                    self.stack[-1], self.stack[-2] = self.stack[-2], self.stack[-1]
                case Instr(Op.OVER):
                    self.stack.append(self.stack[-2])
                case Instr(Op.JZ, int(target)):
                    if self.pop() == 0:
                        self.pc = target
                case Instr(Op.JMP, int(target)):
                    self.pc = target
                case Instr(Op.CALL, int(target)):
                    self.calls.append(self.pc)
                    self.pc = target
                case Instr(Op.RET):
                    self.pc = self.calls.pop()
                case Instr(Op.OUT):
                    self.output.append(str(self.pop()))
                case Instr(Op.HALT):
                    return self.output
                case Instr(op, arg):
                    raise VMError(self.pc - 1, f"bad operand {arg!r} for {op.name}")


def assemble(text: str) -> list[Instr]:
    labels: dict[str, int] = {}
    rows: list[tuple[str, str | None]] = []
    for line in text.splitlines():
        line, _, _ = line.partition(";")
        if not (words := line.split()):
            continue
        if words[0].endswith(":"):
            labels[words[0][:-1]] = len(rows)
            words = words[1:]
            if not words:
                continue
        name, *rest = words
        rows.append((name, rest[0] if rest else None))
    result: list[Instr] = []
    for name, raw in rows:
        arg: int | str | None
        if raw is None:
            arg = None
        elif raw in labels:
            arg = labels[raw]
        elif raw.lstrip("-").isdigit():
            arg = int(raw)
        else:
            arg = raw
        result.append(Instr(Op[name.upper()], arg))
    return result


FACTORIAL = """
        push 1
        push 25
loop:   dup
        jz done
        dup
        push -1
        add
        swap          ; acc n-1 n
        call step
        jmp loop
step:   swap
        call under
        ret
under:  ret
done:   out
        out
        halt
"""
COUNT = """
        push 5
again:  dup
        out
        push 1
        sub
        dup
        jz end
        jmp again
end:    push 99
        push 3
        div
        out
        halt
"""
print(Machine(assemble(COUNT)).run())
for source in ("push 1\nadd\nhalt", "x: jmp x", "push one\nhalt", FACTORIAL):
    machine = Machine(assemble(source))
    try:
        print(machine.run(200))
    except VMError as error:
        print(type(error).__name__, error, error.pc, machine.stack[:4], error.__suppress_context__)
try:
    assemble("frobnicate 1")
except KeyError as error:
    print("unknown operation", error)
print(Instr(Op.PUSH, 3), Instr(Op.RET) == Instr(Op.RET), hash(Instr(Op.JZ, 1)) == hash(Instr(Op.JZ, 1)))
Machine(assemble("push 7\npush 0\ndiv\nout\nhalt")).run()
