"""Hand-built programs: the library classes, a tiny runtime in IR, and running the result on Linux."""

from __future__ import annotations

import subprocess
from pathlib import Path

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.link import link_image
from mirage.compiler.llvm.codegen import compile_program

START = """
    .text
    .globl _start
_start:
    xor %ebp, %ebp
    mov %rsp, %rdi
    and $-16, %rsp
    mov %rsp, %rax
    sub $524288, %rax
    mov %rax, mirage_stack_limit
    call mirage_start
    mov %eax, %edi
    mov $60, %eax
    syscall
    .globl mirage_test_abort
mirage_test_abort:
    mov $99, %edi
    mov $60, %eax
    syscall
    .globl memcpy
memcpy:
    mov %rdi, %rax
    mov %rdx, %rcx
    rep movsb
    ret
    .globl memset
memset:
    mov %rdi, %r8
    mov %esi, %eax
    mov %rdx, %rcx
    rep stosb
    mov %r8, %rax
    ret
"""

SCRIPT = Path(__file__).parents[3] / "src/mirage/targets/linux/link.ld"


def raw(value: int, rep: Rep = Rep.I64) -> ir.RawConst:
    return ir.RawConst(value, rep)


class Build:
    """Appends operations to a function, block by block."""

    def __init__(self, symbol: str, params: list[ir.Reg], result: Rep, **options: object) -> None:
        self.function = ir.Function(symbol, params, result, qualname=symbol, file="test.py", line=1)
        for name, value in options.items():
            setattr(self.function, name, value)
        self.current = self.block("entry")
        self.handler: ir.Handler | None = None
        self.site: ir.Site | None = None

    def block(self, name: str) -> ir.Block:
        block = ir.Block(name)
        self.function.blocks.append(block)
        return block

    def at(self, block: ir.Block) -> None:
        self.current = block

    def add(self, op: ir.Op) -> None:
        if isinstance(op, ir.MayRaise):
            op.on_error = op.on_error or self.handler
            op.site = op.site or self.site
        op.line = op.line or len(self.current.ops) + 1
        self.current.ops.append(op)

    def end(self, terminator: ir.Terminator) -> None:
        self.current.terminator = terminator

    def prim(self, rep: Rep, name: str, *args: ir.Operand) -> ir.Reg:
        dst = ir.Reg(name, rep)
        self.add(ir.Prim(dst, name, list(args)))
        return dst

    def call(self, function: ir.Function, *args: ir.Operand) -> ir.Reg:
        dst = ir.Reg("result", function.result)
        self.add(ir.Call(None if function.result is Rep.VOID else dst, function, list(args)))
        return dst

    def int_op(self, name: str, *args: ir.Operand, slow: ir.Function, rep: Rep = Rep.INT) -> ir.Reg:
        dst = ir.Reg(name, rep)
        self.add(ir.IntOp(dst, name, list(args), slow))
        return dst

    def get(self, obj: ir.Operand, cls: ir.Class, field: str, rep: Rep) -> ir.Reg:
        dst = ir.Reg(field, rep)
        self.add(ir.GetField(dst, obj, cls, field))
        return dst


class World:
    """The known classes and functions, and room for the test's own."""

    def __init__(self) -> None:
        r = Rep
        f = ir.Field
        self.object = self._cls("object")
        self.int_ = self._cls("int", [f("_negative", r.BOOL)], r.U32)
        self.bool_ = self._cls("bool", [f("_value", r.BOOL)], None, parents=[self.int_])
        self.str_ = self._cls("str", [f("_hash", r.I64), f("_length", r.I64), f("_kind", r.I64)], r.U8)
        self.bytes_ = self._cls("bytes", [f("_hash", r.I64)], r.U8)
        self.tuple_ = self._cls("tuple", [], r.REF)
        self.float_ = self._cls("float", [f("_value", r.F64)])
        self.none = self._cls("NoneType")
        self.function_ = self._cls("function", [f("_code", r.U64), f("_env", r.REF), f("_name", r.REF)])
        self.type_ = self._cls(
            "type", [f("_class", r.U64), f("_name", r.REF), f("_code", r.U64), f("_repr", r.REF)]
        )
        self.exception = self._cls("Exception", [f("args", r.REF), f("code", r.INT)])
        self.stop = self._cls("StopIteration", base=self.exception)
        self.generator = self._cls(
            "generator",
            [
                f("_resume", r.U64),
                f("_state", r.I64),
                f("_result", r.REF),
                f("_running", r.BOOL),
                f("_awaiting", r.REF),
                f("_name", r.REF),
            ],
        )
        self.generator.is_generator_base = True
        self.next = ir.Global("heap_next", r.U64)
        self.notes = ir.Global("notes", r.I64)
        self.globals = [self.next, self.notes]
        self.functions: list[ir.Function] = []
        self.classes = [
            self.object,
            self.int_,
            self.bool_,
            self.str_,
            self.bytes_,
            self.tuple_,
            self.float_,
            self.none,
            self.function_,
            self.type_,
            self.exception,
            self.stop,
            self.generator,
        ]
        self.allocate = self._allocate()
        self.recursion_error = self._recursion_error()
        self.add_traceback = self._add_traceback()
        self.slow = self._slow()
        self.slow_unary = self._slow("slow_unary", 1)

    def _cls(
        self,
        name: str,
        fields: list[ir.Field] | None = None,
        tail: Rep | None = None,
        base: ir.Class | None = None,
        parents: list[ir.Class] | None = None,
    ) -> ir.Class:
        root = getattr(self, "object", None)
        above = parents if parents is not None else [base or root] if base or root else []
        return ir.Class(name, name, base, fields or [], tail, [p for p in above if p], repr_name=name)

    def cls(self, name: str, fields: list[ir.Field], base: ir.Class | None = None) -> ir.Class:
        made = self._cls(name, fields, base=base)
        self.classes.append(made)
        return made

    def build(self, symbol: str, params: list[ir.Reg], result: Rep, **options: object) -> Build:
        made = Build(symbol, params, result, **options)
        self.functions.append(made.function)
        return made

    def _allocate(self) -> ir.Function:
        size = ir.Reg("size", Rep.U64)
        b = self.build("allocate", [size], Rep.U64)
        old = ir.Reg("old", Rep.U64)
        b.add(ir.GetGlobal(old, self.next))
        first = b.prim(Rep.BOOL, "eq", old, raw(0, Rep.U64))
        init, go = b.block("init"), b.block("go")
        b.end(ir.Branch(first, init, go))
        b.at(init)
        b.add(ir.Move(old, ir.SymbolAddress("test_heap")))
        b.end(ir.Jump(go))
        b.at(go)
        up = b.prim(Rep.U64, "add", size, raw(15, Rep.U64))
        up = b.prim(Rep.U64, "and", up, raw(-16, Rep.U64))
        b.add(ir.SetGlobal(self.next, b.prim(Rep.U64, "add", old, up)))
        b.end(ir.Return(old))
        return b.function

    def raise_code(self, b: Build, code: int) -> None:
        made = ir.Reg("error", Rep.REF)
        b.add(ir.Alloc(made, self.exception))
        b.add(ir.SetField(made, self.exception, "code", ir.IntConst(code)))
        b.end(ir.Raise(made, b.site))

    def _recursion_error(self) -> ir.Function:
        b = self.build("recursion_error", [], Rep.VOID)
        self.raise_code(b, 77)
        return b.function

    def _add_traceback(self) -> ir.Function:
        params = [ir.Reg("exc", Rep.REF), ir.Reg("site", Rep.U64)]
        b = self.build("add_traceback", params, Rep.VOID, no_raise=True)
        old = ir.Reg("old", Rep.I64)
        b.add(ir.GetGlobal(old, self.notes))
        word = ir.Reg("word", Rep.U32)
        b.add(ir.Load(word, b.prim(Rep.U64, "add", params[1], raw(12, Rep.U64))))
        line = b.prim(Rep.I64, "convert", word)
        shifted = b.prim(Rep.I64, "mul", old, raw(100))
        b.add(ir.SetGlobal(self.notes, b.prim(Rep.I64, "add", shifted, line)))
        b.end(ir.Return())
        return b.function

    def _slow(self, symbol: str = "slow", count: int = 2) -> ir.Function:
        """The slow path of tests: raises 55."""
        params = [ir.Reg(name, Rep.INT) for name in "ab"[:count]]
        b = self.build(symbol, params, Rep.INT)
        self.raise_code(b, 55)
        return b.function

    def program(self) -> ir.Program:
        known = ir.Known(
            self.str_,
            self.bytes_,
            self.tuple_,
            self.float_,
            self.int_,
            self.bool_,
            self.none,
            self.function_,
            self.type_,
            self.stop,
            self.allocate,
            self.recursion_error,
            self.add_traceback,
        )
        heap = "    .bss\n    .balign 16\n    .globl test_heap\ntest_heap:\n    .skip 4194304\n"
        program = ir.Program(self.functions, self.classes, self.globals, [START, heap], "_start")
        program.known = known
        return program

    def start(self, main: ir.Function) -> None:
        """`mirage_start`: the exit code is main's I64, or the `code` of its exception."""
        b = self.build("mirage_start", [ir.Reg("stack", Rep.U64)], Rep.I64, exported=True)
        caught = b.block("caught")
        error = ir.Reg("error", Rep.REF)
        b.handler = ir.Handler(caught, error)
        b.end(ir.Return(b.call(main)))
        b.at(caught)
        b.handler = None
        code = b.get(error, self.exception, "code", Rep.INT)
        b.end(ir.Return(b.prim(Rep.I64, "untag", code)))


def run(world: World, folder: Path, *, debug: bool = True, opt: int = 2, strip: bool = False) -> int:
    """Compile, link and run; returns the exit status (negative for a signal)."""
    compiled = compile_program(world.program(), debug=debug, opt=opt)
    image = folder / "image"
    link_image(compiled.objects, SCRIPT.read_text(), image, entry="_start", strip=strip)
    return subprocess.run([image], check=False, timeout=20).returncode
