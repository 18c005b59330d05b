"""The IR as text a person can read (`--emit ir`)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from mirage.compiler.ir import nodes as ir


def print_program(program: ir.Program) -> str:
    """Classes, globals and functions, in the program's order."""
    parts = [_class_text(cls) for cls in program.classes]
    parts.extend(_global_text(variable) for variable in program.globals)
    parts.extend("\n" + print_function(function) for function in program.functions)
    return "\n".join(parts) + "\n"


def print_function(function: ir.Function) -> str:
    """One function: a header, then its blocks.

    def app.add(a: int, b: int) -> int        # app.py:3
      entry:
        total: int = int.add a, b, slow mirage.runtime.bigint.int_add    ! -> caught(error)
        return total
    """
    return "\n".join(_Printer(function).lines())


def _class_text(cls: ir.Class) -> str:
    base = f"({cls.base.qualname})" if cls.base is not None else ""
    fields = [f"{field.name}: {field.rep.value}" for field in cls.fields]
    if cls.tail is not None:
        fields.append(f"tail: {cls.tail.value}")
    return f"class {cls.qualname}{base} {{ {', '.join(fields)} }}"


def _global_text(variable: ir.Global) -> str:
    initial = f" = {constant_text(variable.initial)}" if variable.initial is not None else ""
    keyword = "constant" if variable.constant else "global"
    return f"{keyword} {variable.symbol}: {variable.rep.value}{initial}"


def constant_text(constant: ir.Const) -> str:
    """A constant as an operand."""
    match constant:
        case ir.IntConst(value=value, rep=rep):
            return str(value) if rep is ir.Rep.INT else f"object({value})"
        case ir.RawConst(value=value, rep=rep):
            return f"{rep.value}({value})"
        case ir.FloatConst(bits=bits):
            return repr(_float(bits))
        case ir.FloatObject(bits=bits):
            return f"object({_float(bits)!r})"
        case ir.BoolConst(value=value, rep=rep):
            return str(value) if rep is ir.Rep.BOOL else f"object({value})"
        case ir.NoneConst():
            return "None"
        case ir.StrConst(value=value):
            return repr(value)
        case ir.BytesConst(value=value):
            return repr(value)
        case ir.TupleConst(items=items):
            return f"({', '.join(map(constant_text, items))})"
        case ir.Undefined(rep=rep):
            return f"undefined.{rep.value}"
        case ir.StopSentinel():
            return "stop"
        case ir.FunctionObject(code=code):
            return f"function({code.symbol})"
        case ir.TypeObject(cls=cls):
            return f"type({cls.qualname})"
        case ir.Singleton(cls=cls):
            return f"the({cls.qualname})"
        case ir.CodeAddress(code=code):
            return f"code({code.symbol})"
        case ir.SymbolAddress(symbol=symbol):
            return f"symbol({symbol})"
        case ir.ClassId(cls=cls):
            return f"class_id({cls.qualname})"
        case _:
            return type(constant).__name__


def _float(bits: int) -> float:
    value: float = struct.unpack("<d", struct.pack("<Q", bits))[0]
    return value


class _Printer:
    def __init__(self, function: ir.Function) -> None:
        self.function = function
        self.names: dict[ir.Reg, str] = {}
        self.taken: dict[str, int] = {}
        self.labels: dict[ir.Block, str] = {}
        used: dict[str, int] = {}
        for block in function.blocks:
            self.labels[block] = _unique(block.name, used)

    def name(self, register: ir.Reg) -> str:
        """A name no other register of the function has."""
        found = self.names.get(register)
        if found is None:
            found = self.names[register] = _unique(register.name, self.taken)
        return found

    def label(self, block: ir.Block) -> str:
        return self.labels.get(block, f"?{block.name}")

    def operand(self, operand: ir.Operand | None) -> str:
        if operand is None:
            return "-"
        return self.name(operand) if isinstance(operand, ir.Reg) else constant_text(operand)

    def lines(self) -> Iterator[str]:
        function = self.function
        parameters = ", ".join(f"{self.name(p)}: {p.rep.value}" for p in function.params)
        marks = [
            mark
            for mark, present in (
                ("generator", function.kind is ir.Kind.GENERATOR),
                ("exported", function.exported),
                ("inline", function.inline is ir.Inline.ALWAYS),
                ("noinline", function.inline is ir.Inline.NEVER),
                ("no_raise", function.no_raise or not function.can_raise),
            )
            if present
        ]
        place = f"        # {function.file}:{function.line}" if function.file else ""
        prefix = " ".join([*marks, "def"])
        yield f"{prefix} {function.symbol}({parameters}) -> {function.result.value}{place}"
        for block in function.blocks:
            yield f"  {self.label(block)}:"
            for op in block.ops:
                yield f"    {self.op(op)}"
            yield f"    {self.op(block.terminator) if block.terminator is not None else '?'}"

    def op(self, op: ir.Op) -> str:
        destination = getattr(op, "dst", None)
        text = self.body(op)
        if isinstance(destination, ir.Reg):
            text = f"{self.name(destination)}: {destination.rep.value} = {text}"
        if isinstance(op, ir.MayRaise) and op.on_error is not None:
            text += f"    ! -> {self.label(op.on_error.block)}({self.name(op.on_error.exception)})"
        return text

    def many(self, operands: list[ir.Operand]) -> str:
        return ", ".join(map(self.operand, operands))

    def body(self, op: ir.Op) -> str:
        o = self.operand
        match op:
            case ir.Move():
                return o(op.src)
            case ir.Prim():
                return f"{op.name} {self.many(op.args)}"
            case ir.IntOp():
                return f"int.{op.name} {self.many(op.args)}, slow {op.slow.symbol}"
            case ir.Load():
                return f"load{'.volatile' if op.volatile else ''} [{o(op.address)}]"
            case ir.Store():
                return f"store{'.volatile' if op.volatile else ''} [{o(op.address)}], {o(op.value)}"
            case ir.GetField():
                return f"{o(op.obj)}.{op.field}"
            case ir.SetField():
                return f"{o(op.obj)}.{op.field} = {o(op.value)}"
            case ir.FieldUndefined():
                return f"undefined? {o(op.obj)}.{op.field}"
            case ir.GetTail():
                return f"{o(op.obj)}[{o(op.index)}]"
            case ir.SetTail():
                return f"{o(op.obj)}[{o(op.index)}] = {o(op.value)}"
            case ir.TailAddress():
                return f"tail_address {o(op.obj)}"
            case ir.TailCount():
                return f"tail_count {o(op.obj)}"
            case ir.Alloc():
                return f"new {op.cls.qualname}" + (f" [{o(op.count)}]" if op.count is not None else "")
            case ir.GetGlobal():
                return f"global {op.var.symbol}"
            case ir.SetGlobal():
                return f"global {op.var.symbol} = {o(op.value)}"
            case ir.GlobalUndefined():
                return f"undefined? global {op.var.symbol}"
            case ir.Call():
                return f"call {op.function.symbol}({self.many(op.args)})"
            case ir.CallVector():
                return f"vector {o(op.code)}({o(op.self)}; {self.many(op.args)}; {o(op.kwnames)})"
            case ir.CallVectorRaw():
                where = f"[{o(op.address)}], {o(op.nargs)}"
                return f"vector {o(op.code)}({o(op.self)}; {where}; {o(op.kwnames)})"
            case ir.CallSymbol():
                return f"symbol {op.symbol}({self.many(op.args)})"
            case ir.Asm():
                return f"asm {op.template!r} {op.constraints!r} ({self.many(op.args)})"
            case ir.Resume():
                body = "" if op.body is None else f" as {op.body.symbol}"
                return f"resume{body} {o(op.gen)} sent {o(op.sent)} thrown {o(op.thrown)}"
            case ir.Yield():
                return f"yield {o(op.value)}"
            case ir.IsInstance():
                return f"isinstance {o(op.obj)} ({', '.join(c.qualname for c in op.classes.members)})"
            case ir.AddTraceback():
                return f"traceback {o(op.exception)} {op.site.file}:{op.site.line}"
            case ir.Fence():
                return "fence.compiler" if op.compiler_only else "fence"
            case _:
                return self.terminator(op)

    def terminator(self, op: ir.Op) -> str:
        o = self.operand
        match op:
            case ir.Jump():
                return f"jump {self.label(op.target)}"
            case ir.Branch():
                hint = {None: "", True: " likely", False: " unlikely"}[op.likely]
                return f"branch{hint} {o(op.condition)}, {self.label(op.if_true)}, {self.label(op.if_false)}"
            case ir.Switch():
                cases = ", ".join(f"{value}: {self.label(block)}" for value, block in op.cases)
                return f"switch {o(op.value)} {{ {cases} }} else {self.label(op.default)}"
            case ir.SwitchClass():
                cases = ", ".join(f"{cls.qualname}: {self.label(block)}" for cls, block in op.cases)
                kind = "object" if op.is_object else "word"
                return f"switch class of {kind} {o(op.obj)} {{ {cases} }} else {self.label(op.default)}"
            case ir.Return():
                return f"return {o(op.value)}" if op.value is not None else "return"
            case ir.Raise():
                return f"raise {o(op.exception)}"
            case ir.Unreachable():
                return "unreachable"
        return repr(op)


def _unique(name: str, taken: dict[str, int]) -> str:
    name = name or "_"
    count = taken.get(name, 0)
    taken[name] = count + 1
    if not count:
        return name
    other = f"{name}.{count}"
    return other if other not in taken else _unique(other, taken)
