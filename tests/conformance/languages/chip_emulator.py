"""A byte-code machine of the CHIP-8 kind: an assembler from text, sprites, a stack, flags, keys and timers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

FONT = bytes.fromhex("f0909090f0 2060202070 f010f080f0 f010f010f0 9090f01010")


class Fault(Exception):
    def __init__(self, pc: int, code: int, why: str) -> None:
        super().__init__(f"{why} at {pc:03x} ({code:04x})")


@dataclass
class Chip:
    memory: bytearray = field(default_factory=lambda: bytearray(FONT).ljust(4096, b"\0"), repr=False)
    v: list[int] = field(default_factory=lambda: [0] * 16)
    i: int = 0
    pc: int = 0x200
    stack: list[int] = field(default_factory=list)
    screen: list[int] = field(default_factory=lambda: [0] * 16, repr=False)
    keys: set[int] = field(default_factory=set)
    delay: int = 0
    seed: int = 1
    cycles: int = 0

    WIDTH = 32

    def load(self, program: bytes) -> Chip:
        if len(program) > 4096 - 0x200:
            raise OverflowError(f"{len(program)} bytes do not fit")
        self.memory[0x200 : 0x200 + len(program)] = program
        return self

    def run(self, limit: int = 2000) -> Chip:
        for _ in range(limit):
            before = self.pc
            self.step()
            if self.pc == before:
                return self
        raise TimeoutError(f"still running after {limit} cycles at {self.pc:03x}")

    def step(self) -> None:
        code = int.from_bytes(self.memory[self.pc : self.pc + 2], "big")
        x, y, n, kk, nnn = code >> 8 & 15, code >> 4 & 15, code & 15, code & 255, code & 4095
        here, self.pc = self.pc, self.pc + 2
        self.cycles += 1
        if self.cycles % 8 == 0 and self.delay:
            self.delay -= 1
        v = self.v
        match code >> 12, x, y, n:
            case 0, 0, 14, 0:
                self.screen = [0] * 16
            case 0, 0, 14, 14:
                if not self.stack:
                    raise Fault(here, code, "return without call")
                self.pc = self.stack.pop()
            case 1, _, _, _:
                self.pc = nnn
            case 2, _, _, _:
                if len(self.stack) == 12:
                    raise Fault(here, code, "stack overflow")
                self.stack.append(self.pc)
                self.pc = nnn
            case 3, _, _, _:
                self.pc += 2 * (v[x] == kk)
            case 4, _, _, _:
                self.pc += 2 * (v[x] != kk)
            case 5, _, _, 0:
                self.pc += 2 * (v[x] == v[y])
            case 6, _, _, _:
                v[x] = kk
            case 7, _, _, _:
                v[x] = v[x] + kk & 255
            case 8, _, _, _ if n in ALU:
                v[x], flag = ALU[n](v[x], v[y])
                if flag is not None:
                    v[15] = flag
            case 10, _, _, _:
                self.i = nnn
            case 12, _, _, _:
                self.seed = self.seed * 1103515245 + 12345 & 0x7FFFFFFF
                v[x] = self.seed >> 16 & kk
            case 13, _, _, _:
                self.draw(v[x], v[y], n)
            case 14, _, 9, 14:
                self.pc += 2 * (v[x] in self.keys)
            case 15, _, 0, 7:
                v[x] = self.delay
            case 15, _, 1, 5:
                self.delay = v[x]
            case 15, _, 1, 14:
                self.i = self.i + v[x] & 4095
            case 15, _, 2, 9:
                self.i = v[x] % 5 * 5
            case 15, _, 3, 3:
                self.memory[self.i : self.i + 3] = bytes(map(int, f"{v[x]:03}"))
            case 15, _, 5, 5:
                self.memory[self.i : self.i + x + 1] = bytes(v[: x + 1])
            case 15, _, 6, 5:
                v[: x + 1] = self.memory[self.i : self.i + x + 1]
            case _:
                raise Fault(here, code, "illegal instruction")

    def draw(self, x: int, y: int, height: int) -> None:
        hit = 0
        for row in range(height):
            line = self.memory[self.i + row] << 24
            line >>= x % self.WIDTH
            target = (y + row) % 16
            hit |= self.screen[target] & line
            self.screen[target] ^= line
        self.v[15] = int(hit != 0)

    def __str__(self) -> str:
        rows = [f"{row:032b}".replace("0", ".").replace("1", "#") for row in self.screen]
        while rows and set(rows[-1]) == {"."}:
            rows.pop()
        return "\n".join(row.rstrip(".") or "." for row in rows) or "(blank)"


ALU: Mapping[int, Callable[[int, int], tuple[int, int | None]]] = {
    0: lambda a, b: (b, None),
    1: lambda a, b: (a | b, None),
    2: lambda a, b: (a & b, None),
    3: lambda a, b: (a ^ b, None),
    4: lambda a, b: (a + b & 255, int(a + b > 255)),
    5: lambda a, b: (a - b & 255, int(a >= b)),
    6: lambda a, b: (a >> 1, a & 1),
    7: lambda a, b: (b - a & 255, int(b >= a)),
    14: lambda a, b: (a << 1 & 255, a >> 7),
}
FORMS = {
    "cls": "00e0", "ret": "00ee", "jp": "1n", "call": "2n", "se": "3xk", "sne": "4xk", "ld": "6xk", "add": "7xk",
    "mov": "8xy0", "or": "8xy1", "and": "8xy2", "xor": "8xy3", "addr": "8xy4", "sub": "8xy5", "shr": "8xy6",
    "shl": "8xye", "ldi": "an", "rnd": "cxk", "drw": "dxyz", "skp": "ex9e", "font": "fx29", "bcd": "fx33",
    "save": "fx55", "load": "fx65", "addi": "fx1e", "getd": "fx07", "setd": "fx15",
}  # fmt: skip


def assemble(source: str) -> bytes:
    labels: dict[str, int] = {}
    lines: list[tuple[str, list[str]]] = []
    address = 0x200
    for line in source.split(";"):
        words = line.split()
        while words and words[0].endswith(":"):
            labels[words.pop(0)[:-1]] = address
        if words:
            lines.append((words[0], words[1:]))
            address += len(words) - 1 if words[0] == "db" else 2
    out = bytearray()
    for name, operands in lines:
        if name == "db":
            out += bytes(int(o, 0) for o in operands)
            continue
        rest = iter(operands)
        text = ""
        for char in FORMS[name]:
            match char:
                case "x" | "y":
                    text += next(rest)[1:]
                case "k" | "n" | "z":
                    operand = next(rest)
                    number = labels[operand] if operand in labels else int(operand, 0)
                    text += f"{number & {'k': 255, 'n': 4095, 'z': 15}[char]:0{ {'k': 2, 'n': 3, 'z': 1}[char] }x}"
                case _:
                    text += char
        out += bytes.fromhex(text)
    return bytes(out)


PROGRAMS = {
    "digits": "ld v1 1; ld v2 1; ld v0 0; next: font v0; drw v1 v2 5; add v1 6; add v0 1; se v0 5; jp next; end: jp end",
    "bcd": "ld v0 0xfe; ldi 0x300; bcd v0; load v2; end: jp end",
    "sum": "ld v0 0; ld v1 100; loop: addr v0 v1; add v1 255; se v1 0; jp loop; end: jp end",
    "flags": "ld v0 200; ld v1 100; addr v0 v1; mov v2 vf; sub v0 v1; mov v3 vf; shr v0 v0; mov v4 vf; shl v1 v1; mov v5 vf; end: jp end",
    "sprite": "ldi box; ld v0 3; drw v0 v0 4; ld v1 5; drw v1 v1 4; mov v2 vf; end: jp end; box: db 0xf0 0x90 0x90 0xf0",
    "memory": "ld v0 7; ld v1 8; ld v2 9; ldi 0x400; save v2; ld v0 0; ld v1 0; addi v2; ldi 0x400; load v1; end: jp end",
    "timer": "ld v0 3; setd v0; wait: getd v0; se v0 0; jp wait; end: jp end",
    "random": "rnd v0 255; rnd v1 15; rnd v2 255; end: jp end",
    "keys": "ld v0 4; skp v0; ld v1 9; end: jp end",
    "deep": "again: call again",
    "return": "ret",
    "illegal": "db 0xff 0xff",
    "forever": "a: jp b; b: jp a",
}
for name, source in PROGRAMS.items():
    chip = Chip(keys={4})
    try:
        chip.load(assemble(source)).run()
        print(f"{name}: {chip.cycles} cycles, v {chip.v[:6]} vf={chip.v[15]} i={chip.i:03x}")
        if any(chip.screen):
            print(chip)
    except Fault as fault:
        print(f"{name}: fault, {fault}; depth {len(chip.stack)}")
    except TimeoutError as error:
        print(f"{name}: {error}")
print(assemble("ld v3 -1; drw va vb 15; jp 0xfff").hex(" ", 2), Chip(), Chip() == Chip(), len(Chip().memory))
for bad in ["ld v0", "nop", "jp nowhere", "ld vz 1"]:
    try:
        print(assemble(bad).hex())
    except (KeyError, ValueError, StopIteration) as error:
        print(f"{bad!r}: {type(error).__name__} {error}")
Chip().load(bytes(5000))
