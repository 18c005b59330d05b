"""A register machine: a two-pass assembler with labels and macros, traps, breakpoints, and profiling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

MASK = 0xFFFF


class Op(Enum):
    LDI = "ri"
    MOV = "rr"
    ADD = "rr"  # an alias of MOV for the enum: told apart by name below


class Instruction(NamedTuple):
    name: str
    a: int
    b: int
    line: int


SHAPES: dict[str, str] = {
    "ldi": "ri", "mov": "rr", "add": "rr", "sub": "rr", "mul": "rr", "div": "rr", "shl": "ri", "ld": "rr",
    "st": "rr", "jmp": "i", "jz": "ri", "jn": "ri", "call": "i", "ret": "", "push": "r", "pop": "r",
    "out": "r", "hlt": "",
}  # fmt: skip


class AssemblyError(Exception):
    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")


class Trap(Exception):
    def __init__(self, reason: str, pc: int) -> None:
        super().__init__(reason, pc)
        self.reason, self.pc = reason, pc


def expand(source: str) -> Iterator[tuple[int, list[str]]]:
    """Lines without comments, with the macros written out."""
    macros: dict[str, tuple[list[str], list[list[str]]]] = {}
    current: str | None = None
    for number, line in enumerate(source.splitlines(), 1):
        words = line.partition(";")[0].replace(",", " ").split()
        if not words:
            continue
        if words[0] == ".macro":
            current = words[1]
            macros[current] = (words[2:], [])
        elif words[0] == ".end":
            current = None
        elif current is not None:
            macros[current][1].append(words)
        elif words[0] in macros:
            parameters, body = macros[words[0]]
            if len(parameters) != len(words) - 1:
                raise AssemblyError(number, f"{words[0]} takes {len(parameters)} operands")
            values = dict(zip(parameters, words[1:]))
            for row in body:
                yield number, [values.get(word, word) for word in row]
        else:
            yield number, words


def assemble(source: str) -> list[Instruction]:
    labels: dict[str, int] = {}
    lines: list[tuple[int, list[str]]] = []
    for number, words in expand(source):
        while words and words[0].endswith(":"):
            label = words.pop(0)[:-1]
            if label in labels:
                raise AssemblyError(number, f"label {label} again")
            labels[label] = len(lines)
        if words:
            lines.append((number, words))
    code = []
    for number, (name, *operands) in lines:
        shape = SHAPES.get(name)
        if shape is None:
            raise AssemblyError(number, f"unknown instruction {name}")
        if len(shape) != len(operands):
            raise AssemblyError(number, f"{name} takes {len(shape)} operands, not {len(operands)}")
        values = []
        for kind, text in zip(shape, operands):
            if kind == "r":
                if text[0] != "r" or text[1:] not in list("01234567"):
                    raise AssemblyError(number, f"{text} is no register")
                values.append(int(text[1:]))
            elif text in labels:
                values.append(labels[text])
            else:
                try:
                    values.append(int(text, 0))
                except ValueError:
                    raise AssemblyError(number, f"undefined {text}") from None
        a, b = (values + [0, 0])[:2]
        code.append(Instruction(name, a, b, number))
    return code


def signed(value: int) -> int:
    return value - 0x10000 if value & 0x8000 else value


@dataclass
class Machine:
    code: list[Instruction]
    registers: list[int] = field(default_factory=lambda: [0] * 8)
    memory: dict[int, int] = field(default_factory=dict)
    stack: list[int] = field(default_factory=list)
    output: list[int] = field(default_factory=list)
    pc: int = 0
    profile: Counter[str] = field(default_factory=Counter)
    breakpoints: dict[int, Callable[[Machine], None]] = field(default_factory=dict)

    def run(self, limit: int = 5000) -> Machine:
        while self.step():
            if sum(self.profile.values()) >= limit:
                raise Trap("too many steps", self.pc)
        return self

    def step(self) -> bool:
        if not 0 <= self.pc < len(self.code):
            raise Trap("outside the program", self.pc)
        if (stop := self.breakpoints.get(self.pc)) is not None:
            stop(self)
        name, a, b, _ = self.code[self.pc]
        self.profile[name] += 1
        r = self.registers
        following = self.pc + 1
        match name:
            case "ldi":
                r[a] = b & MASK
            case "mov":
                r[a] = r[b]
            case "add":
                r[a] = (r[a] + r[b]) & MASK
            case "sub":
                r[a] = (r[a] - r[b]) & MASK
            case "mul":
                r[a] = r[a] * r[b] & MASK
            case "div":
                if r[b] == 0:
                    raise Trap("division by zero", self.pc)
                r[a] //= r[b]
            case "shl":
                r[a] = r[a] << b & MASK if b >= 0 else r[a] >> -b
            case "ld":
                r[a] = self.memory.get(r[b], 0)
            case "st":
                self.memory[r[a]] = r[b]
            case "jmp":
                following = a
            case "jz":
                following = b if r[a] == 0 else following
            case "jn":
                following = b if signed(r[a]) < 0 else following
            case "call":
                self.stack.append(following)
                following = a
            case "ret" | "pop" if not self.stack:
                raise Trap("empty stack", self.pc)
            case "ret":
                following = self.stack.pop()
            case "push":
                self.stack.append(r[a])
            case "pop":
                r[a] = self.stack.pop()
            case "out":
                self.output.append(signed(r[a]))
            case "hlt":
                return False
        self.pc = following
        return True


PROGRAMS = {
    "fibonacci": "ldi r0 0\nldi r1 1\nldi r2 24\nldi r7 1\nloop: out r0\nmov r3 r0\nadd r3 r1\nmov r0 r1\nmov r1 r3\nsub r2 r7\njz r2 done\njmp loop\ndone: hlt",
    "factorial": """
        .macro dec reg      ; uses r7
        ldi r7 1
        sub reg r7
        .end
        ldi r0, 7
        call fact
        out r1
        hlt
    fact: jz r0 base
        push r0
        dec r0
        call fact
        pop r0
        mul r1 r0
        ret
    base: ldi r1 1
        ret""",
    "memory": "ldi r0 10\nldi r1 -5\nst r0 r1\nld r2 r0\nout r2\nshl r2 1\nout r2\nshl r2 -15\nout r2\nldi r3 0x7fff\nldi r4 1\nadd r3 r4\nout r3\njn r3 neg\nout r4\nneg: hlt",
    "zero": "ldi r0 1\ndiv r0 r1",
    "underflow": "push r0\npop r0\nret",
    "forever": "here: jmp here",
    "runaway": "ldi r0 1",
    "bad name": "nop",
    "bad register": "\n\nmov r0 r9",
    "bad label": "jmp nowhere",
    "again": "a:\na: hlt",
    "operands": "add r1",
    "macro": ".macro m a b\n.end\nm r1",
}
for title, source in PROGRAMS.items():
    try:
        machine = Machine(assemble(source))
        if title == "factorial":
            machine.breakpoints[4] = lambda m: print("   at fact:", m.registers[:2], "depth", len(m.stack))
        machine.run()
        print(
            f"{title}: {machine.output} {machine.profile.most_common(3)} {sum(machine.profile.values())} steps"
        )
    except AssemblyError as error:
        print(f"{title}: cannot assemble, {error}")
    except Trap as trap:
        print(f"{title}: {trap.reason} at {trap.pc}, args {trap.args}")
print([op.name for op in Op], Op("rr"), list(Op.__members__))
