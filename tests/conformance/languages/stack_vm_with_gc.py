"""A stack machine with closures, lists and a mark-and-sweep heap, fed by a compiler of S-expressions, with tail calls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, Union

Sexp = Union[int, str, list["Sexp"]]


class Ref(NamedTuple):
    address: int


Value = int | Ref | None
Code = tuple[str, int | str]


@dataclass
class Object:
    kind: str
    slots: list[Value]
    marked: bool = False
    proto: int = -1


class VmError(Exception):
    pass


def read(text: str) -> list[Sexp]:
    stack: list[list[Sexp]] = [[]]
    for token in re.findall(r"[()]|[^\s()]+", text):
        if token == "(":
            stack.append([])
        elif token == ")":
            if len(stack) == 1:
                raise VmError("unexpected )")
            done = stack.pop()
            stack[-1].append(done)
        else:
            stack[-1].append(int(token) if re.fullmatch(r"-?\d+", token) else token)
    if len(stack) > 1:
        raise VmError(f"{len(stack) - 1} lists are open")
    return stack[0]


@dataclass
class Proto:
    name: str
    parameters: list[str]
    captured: list[str] = field(default_factory=list)
    code: list[Code] = field(default_factory=list)
    outer: Proto | None = None


PRIMITIVES = {"+": 2, "-": 2, "*": 2, "<": 2, "=": 2, "cons": 2, "head": 1, "tail": 1, "nil?": 1, "print": 1}


class Compiler:
    def __init__(self) -> None:
        self.protos: list[Proto] = []

    def function(self, name: str, parameters: list[str], body: list[Sexp], outer: Proto | None) -> int:
        proto = Proto(name, parameters, outer=outer)
        number = len(self.protos)
        self.protos.append(proto)
        for index, part in enumerate(body):
            last = index == len(body) - 1
            self.expression(part, proto, tail=last)
            proto.code.append(("return", 0) if last else ("drop", 0))
        if not body:
            proto.code += [("push", 0), ("return", 0)]
        return number

    def name(self, name: str, proto: Proto) -> Code:
        if name in proto.parameters:
            return "local", proto.parameters.index(name)
        outer = proto.outer
        while outer is not None:
            if name in outer.parameters or name in outer.captured:
                if name not in proto.captured:
                    proto.captured.append(name)
                return "free", proto.captured.index(name)
            outer = outer.outer
        return "global", name

    def expression(self, part: Sexp, proto: Proto, tail: bool = False) -> None:
        emit = proto.code.append
        match part:
            case int():
                emit(("push", part))
            case "nil":
                emit(("nil", 0))
            case str():
                emit(self.name(part, proto))
            case ["if", test, then, other]:
                self.expression(test, proto)
                jump = len(proto.code)
                emit(("jump-if-not", 0))
                self.expression(then, proto, tail)
                end = len(proto.code)
                emit(("jump", 0))
                proto.code[jump] = "jump-if-not", len(proto.code)
                self.expression(other, proto, tail)
                proto.code[end] = "jump", len(proto.code)
            case ["fun", [*parameters], *body]:
                number = self.function("fun", [str(p) for p in parameters], body, proto)
                for name in self.protos[number].captured:
                    emit(self.name(name, proto))
                emit(("closure", number))
            case ["define", str(name), value]:
                self.expression(value, proto)
                emit(("define", name))
            case [str(name), *arguments] if name in PRIMITIVES:
                if len(arguments) != PRIMITIVES[name]:
                    raise VmError(f"{name} takes {PRIMITIVES[name]}, not {len(arguments)}")
                for argument in arguments:
                    self.expression(argument, proto)
                emit(("primitive", name))
            case [function, *arguments]:
                self.expression(function, proto)
                for argument in arguments:
                    self.expression(argument, proto)
                emit(("tail-call" if tail else "call", len(arguments)))
            case _:
                raise VmError(f"cannot compile {part}")


@dataclass
class Frame:
    proto: Proto
    locals: list[Value]
    free: list[Value]
    pc: int = 0


class Machine:
    def __init__(self, protos: list[Proto], room: int) -> None:
        self.protos, self.room = protos, room
        self.heap: dict[int, Object] = {}
        self.globals: dict[str, Value] = {}
        self.stack: list[Value] = []
        self.frames: list[Frame] = []
        self.next = self.collections = self.freed = self.deepest = 0
        self.out: list[str] = []

    def allocate(self, kind: str, slots: list[Value], proto: int = -1) -> Ref:
        if len(self.heap) >= self.room:
            self.collect(slots)
            if len(self.heap) >= self.room:
                raise VmError(f"out of memory with {len(self.heap)} objects")
        self.next += 1
        self.heap[self.next] = Object(kind, slots, proto=proto)
        return Ref(self.next)

    def roots(self) -> Iterator[Value]:
        yield from self.stack
        yield from self.globals.values()
        for frame in self.frames:
            yield from frame.locals
            yield from frame.free

    def collect(self, more: list[Value]) -> None:
        work = [v for v in (*self.roots(), *more) if isinstance(v, Ref)]
        while work:
            found = self.heap[work.pop().address]
            if not found.marked:
                found.marked = True
                work += [v for v in found.slots if isinstance(v, Ref)]
        before = len(self.heap)
        self.heap = {a: o for a, o in self.heap.items() if o.marked}
        for kept in self.heap.values():
            kept.marked = False
        self.collections += 1
        self.freed += before - len(self.heap)

    def show(self, value: Value) -> str:
        parts = []
        while isinstance(value, Ref):
            found = self.heap[value.address]
            if found.kind == "closure":
                return f"<{self.protos[found.proto].name}/{len(self.protos[found.proto].parameters)}>"
            parts.append(self.show(found.slots[0]))
            value = found.slots[1]
        if value is None:
            return f"({' '.join(parts)})"
        return f"({' '.join(parts)} . {value})" if parts else str(value)

    def cell(self, value: Value, doing: str) -> Object:
        if isinstance(value, Ref) and self.heap[value.address].kind == "cons":
            return self.heap[value.address]
        raise VmError(f"{doing} of {self.show(value)}")

    def primitive(self, name: str) -> Value:
        b = self.stack.pop()
        if name in ("head", "tail"):
            return self.cell(b, name).slots[name == "tail"]
        if name == "nil?":
            return int(b is None)
        if name == "print":
            self.out.append(self.show(b))
            return b
        a = self.stack.pop()
        if name == "cons":
            return self.allocate("cons", [a, b])
        if not isinstance(a, int) or not isinstance(b, int):
            raise VmError(f"{name} of {self.show(a)} and {self.show(b)}")
        return {"+": a + b, "-": a - b, "*": a * b, "<": int(a < b), "=": int(a == b)}[name]

    def run(self, entry: int, steps: int = 60_000) -> Value:
        self.frames.append(Frame(self.protos[entry], [], []))
        for _ in range(steps):
            frame = self.frames[-1]
            self.deepest = max(self.deepest, len(self.frames))
            name, operand = frame.proto.code[frame.pc]
            frame.pc += 1
            match name, operand:
                case "push", int(number):
                    self.stack.append(number)
                case "nil", _:
                    self.stack.append(None)
                case "drop", _:
                    self.stack.pop()
                case "local", int(index):
                    self.stack.append(frame.locals[index])
                case "free", int(index):
                    self.stack.append(frame.free[index])
                case "global", str(text):
                    if text not in self.globals:
                        raise VmError(f"{text} is not defined")
                    self.stack.append(self.globals[text])
                case "define", str(text):
                    self.globals[text] = self.stack[-1]
                    if isinstance(ref := self.stack[-1], Ref) and self.heap[ref.address].proto >= 0:
                        self.protos[self.heap[ref.address].proto].name = text
                case "jump", int(target):
                    frame.pc = target
                case "jump-if-not", int(target):
                    if self.stack.pop() in (0, None):
                        frame.pc = target
                case "closure", int(number):
                    count = len(self.protos[number].captured)
                    free = self.stack[len(self.stack) - count :]
                    del self.stack[len(self.stack) - count :]
                    self.stack.append(self.allocate("closure", free, number))
                case "primitive", str(text):
                    self.stack.append(self.primitive(text))
                case ("call" | "tail-call") as how, int(count):
                    arguments = self.stack[len(self.stack) - count :]
                    del self.stack[len(self.stack) - count :]
                    target_value = self.stack.pop()
                    if not isinstance(target_value, Ref) or self.heap[target_value.address].kind != "closure":
                        raise VmError(f"{self.show(target_value)} is not a function")
                    closure = self.heap[target_value.address]
                    proto = self.protos[closure.proto]
                    if len(proto.parameters) != count:
                        raise VmError(f"{proto.name} takes {len(proto.parameters)}, not {count}")
                    if how == "tail-call":
                        self.frames.pop()
                    self.frames.append(Frame(proto, arguments, closure.slots))
                case "return", _:
                    self.frames.pop()
                    if not self.frames:
                        return self.stack.pop()
        raise VmError(f"no end after {steps} steps")


PROGRAMS = {
    "factorial": "(define f (fun (n) (if (< n 2) 1 (* n (f (- n 1)))))) (print (f 25))",
    "loop": "(define go (fun (n acc) (if (= n 0) acc (go (- n 1) (+ acc n))))) (go 1500 0)",
    "adder": "(define add (fun (n) (fun (m) (+ n m)))) (print add) ((add 3) 4)",
    "map": "(define map (fun (f l) (if (nil? l) nil (cons (f (head l)) (map f (tail l)))))) (define k 10) (map (fun (x) (* x k)) (cons 1 (cons 2 (cons 3 nil))))",
    "garbage": "(define waste (fun (n) (if (= n 0) nil (waste (- n (head (tail (cons 0 (cons 1 nil)))))))))  (waste 200)",
    "keeps": "(define build (fun (n l) (if (= n 0) l (build (- n 1) (cons n l))))) (build 100 nil)",
    "nested": "((fun (a) ((fun (b) ((fun (c) (+ a (* b c))) 3)) 2)) 1)",
    "pairs": "(print (cons 1 2)) (print (cons (cons 1 nil) (cons nil 3))) nil",
    "head": "(head 5)", "undefined": "(print x)", "arity": "((fun (x) x))", "call": "(3 4)", "open": "(+ 1", "close": ")", "args": "(+ 1)", "empty": "()",
    "forever": "(define f (fun () (f))) (f)", "sum": "(+ 1 nil)", "nothing": "",
}  # fmt: skip
for title, source in PROGRAMS.items():
    try:
        compiler = Compiler()
        entry = compiler.function("main", [], read(source), None)
        machine = Machine(compiler.protos, 40)
        result = machine.run(entry)
        print(
            f"{title}: {machine.show(result)} {machine.out} deepest {machine.deepest}, {machine.collections} collections freed {machine.freed}, {len(machine.heap)} live"
        )
    except VmError as error:
        print(f"{title}: error, {error}")
compiler = Compiler()
entry = compiler.function("main", [], read(PROGRAMS["adder"]), None)
for proto in compiler.protos:
    print(proto.name, proto.parameters, proto.captured, proto.code)
read("(a b")
