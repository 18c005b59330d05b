"""Checks of the IR's own rules, to find the lowering's mistakes where they are made."""

from __future__ import annotations

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.ir.printer import constant_text

_SAME = frozenset("add sub mul and or xor shl shr neg invert div mod mul_high".split())
_COMPARE = frozenset({"eq", "ne", "lt", "le", "gt", "ge", "add_overflows", "sub_overflows", "mul_overflows"})
_FLOAT = frozenset({"add", "sub", "mul", "div", "neg", "abs", "sqrt"})
_UNARY = frozenset({"neg", "invert", "abs", "sqrt", "not"})

# name: the representations of its operands, and of its result
_CONVERSIONS: dict[str, tuple[tuple[Rep, ...], Rep]] = {
    "f64_to_i64": ((Rep.F64,), Rep.I64),
    "i64_to_f64": ((Rep.I64,), Rep.F64),
    "u64_to_f64": ((Rep.U64,), Rep.F64),
    "f64_bits": ((Rep.F64,), Rep.U64),
    "bits_f64": ((Rep.U64,), Rep.F64),
    "tag": ((Rep.I64,), Rep.INT),
    "untag": ((Rep.INT,), Rep.I64),
    "int_ref": ((Rep.INT,), Rep.REF),
    "ref_int": ((Rep.REF,), Rep.INT),
    "ref_bits": ((Rep.REF,), Rep.U64),
    "bits_ref": ((Rep.U64,), Rep.REF),
    "int_bits": ((Rep.INT,), Rep.U64),
    "bits_int": ((Rep.U64,), Rep.INT),
    "box_bool": ((Rep.BOOL,), Rep.REF),
    "unbox_bool": ((Rep.REF,), Rep.BOOL),
    "class_id": ((Rep.REF,), Rep.U32),
    "present": ((Rep.REF,), Rep.REF),
}


class InvalidIR(Exception):
    """The IR breaks its rules: a mistake of the compiler, not of the program compiled.

    place   the source file and line of the first bad function
    """

    def __init__(self, faults: str, place: tuple[str, int]) -> None:
        super().__init__(faults, place)
        self.faults = faults
        self.place = place

    def __str__(self) -> str:
        return self.faults


def verify_program(program: ir.Program) -> None:
    """Check every function; raises InvalidIR naming each fault found."""
    faults: list[str] = []
    place = ("", 0)
    symbols: set[str] = set()
    for function in program.functions:
        if function.symbol in symbols:
            faults.append(f"two functions are called {function.symbol}")
        symbols.add(function.symbol)
        found = verify_function(function)
        faults.extend(found)
        if found and not place[1]:
            place = (function.file, function.line)
    for variable in program.globals:
        if variable.symbol in symbols:
            faults.append(f"two definitions are called {variable.symbol}")
        symbols.add(variable.symbol)
        if variable.initial is not None and _rep(variable.initial) is not variable.rep:
            faults.append(f"{variable.symbol}: its initial value is {_rep(variable.initial).value}")
    if faults:
        raise InvalidIR("\n".join(faults[:50]), place)


def verify_function(function: ir.Function) -> list[str]:
    """The faults of one function."""
    return _Checker(function).run()


def _rep(operand: ir.Operand) -> Rep:
    rep: Rep = operand.rep  # type: ignore[union-attr]  # every concrete constant has one
    return rep


class _Checker:
    def __init__(self, function: ir.Function) -> None:
        self.function = function
        self.blocks = set(function.blocks)
        self.faults: list[str] = []
        self.block = ""

    def run(self) -> list[str]:
        if not self.function.blocks:
            self.fault("it has no blocks")
        if len(self.blocks) != len(self.function.blocks):
            self.fault("a block is listed twice")
        for block in self.function.blocks:
            self.block = block.name
            for op in block.ops:
                if isinstance(op, ir.Terminator):
                    self.fault(f"{type(op).__name__} stands among the operations")
                    continue
                self.check(op)
                if isinstance(op, ir.MayRaise) and op.on_error is not None:
                    self.target(op.on_error.block)
                    self.expect("the handler's exception", op.on_error.exception, Rep.REF)
            if block.terminator is None:
                self.fault("it has no terminator")
            else:
                self.check(block.terminator)
        return self.faults

    def fault(self, text: str) -> None:
        self.faults.append(f"{self.function.symbol}, block {self.block}: {text}")

    def target(self, block: ir.Block) -> None:
        if block not in self.blocks:
            self.fault(f"goes to block {block.name}, which is not in the function")

    def expect(self, what: str, operand: ir.Operand | None, *reps: Rep) -> None:
        if operand is None:
            self.fault(f"{what} is missing")
        elif _rep(operand) not in reps:
            shown = operand.name if isinstance(operand, ir.Reg) else constant_text(operand)
            wanted = " or ".join(rep.value for rep in reps)
            self.fault(f"{what}: {shown} is {_rep(operand).value}, not {wanted}")

    def check(self, op: ir.Op) -> None:
        match op:
            case ir.Move(dst=dst, src=src):
                self.expect("move", src, dst.rep)
                if isinstance(src, ir.Undefined) and dst.rep is Rep.BOOL:
                    self.fault("a BOOL register cannot hold Undefined")
            case ir.Prim():
                self.prim(op)
            case ir.IntOp():
                self.int_op(op)
            case ir.Load():
                self.expect("load address", op.address, Rep.U64)
            case ir.Store():
                self.expect("store address", op.address, Rep.U64)
            case ir.GetField():
                self.field(op.obj, op.cls, op.field, op.dst)
            case ir.SetField():
                self.field(op.obj, op.cls, op.field, op.value)
            case ir.FieldUndefined():
                self.field(op.obj, op.cls, op.field, None)
                self.expect("result", op.dst, Rep.BOOL)
            case ir.GetTail():
                self.tail(op.obj, op.cls, op.index, op.dst)
            case ir.SetTail():
                self.tail(op.obj, op.cls, op.index, op.value)
            case ir.TailAddress():
                self.expect("object", op.obj, Rep.REF)
                self.expect("result", op.dst, Rep.U64)
            case ir.TailCount():
                self.expect("object", op.obj, Rep.REF)
                self.expect("result", op.dst, Rep.I64)
            case ir.Alloc():
                self.expect("result", op.dst, Rep.REF)
                if op.count is not None:
                    self.expect("count", op.count, Rep.I64)
            case ir.GetGlobal():
                self.expect(f"global {op.var.symbol}", op.dst, op.var.rep)
            case ir.SetGlobal():
                self.expect(f"global {op.var.symbol}", op.value, op.var.rep)
            case ir.Call():
                self.call(op)
            case ir.CallVector():
                self.expect("code", op.code, Rep.U64)
                for value in [op.self, *op.args, op.kwnames]:
                    self.expect("vector argument", value, Rep.REF)
                if op.dst is not None:
                    self.expect("result", op.dst, Rep.REF)
            case ir.CallVectorRaw():
                self.expect("code", op.code, Rep.U64)
                self.expect("address", op.address, Rep.U64)
                self.expect("nargs", op.nargs, Rep.I64)
                self.expect("self", op.self, Rep.REF)
                self.expect("kwnames", op.kwnames, Rep.REF)
            case ir.Resume():
                for value in (op.gen, op.sent, op.thrown, op.dst):
                    self.expect("resume", value, Rep.REF)
            case ir.Yield():
                self.expect("yield", op.value, Rep.REF)
                self.expect("yield", op.dst, Rep.REF)
                if self.function.kind is not ir.Kind.GENERATOR:
                    self.fault("yields outside a generator")
            case ir.IsInstance():
                self.expect("isinstance", op.obj, Rep.REF)
                self.expect("result", op.dst, Rep.BOOL)
            case ir.AddTraceback():
                self.expect("exception", op.exception, Rep.REF)
            case _:
                self.terminator(op)

    def terminator(self, op: ir.Op) -> None:
        match op:
            case ir.Jump():
                self.target(op.target)
            case ir.Branch():
                self.expect("condition", op.condition, Rep.BOOL)
                self.target(op.if_true)
                self.target(op.if_false)
            case ir.Switch():
                if not _rep(op.value).is_raw_integer:
                    self.fault(f"switch on {_rep(op.value).value}")
                values = [value for value, _ in op.cases]
                if len(set(values)) != len(values):
                    self.fault("a switch lists a value twice")
                for block in [*(block for _, block in op.cases), op.default]:
                    self.target(block)
            case ir.SwitchClass():
                self.expect("switch", op.obj, Rep.REF)
                for block in [*(block for _, block in op.cases), op.default]:
                    self.target(block)
            case ir.Return():
                if self.function.kind is ir.Kind.GENERATOR:
                    if op.value is not None:
                        self.expect("return", op.value, Rep.REF)
                elif self.function.result is Rep.VOID:
                    if op.value is not None:
                        self.fault("returns a value though its result is void")
                else:
                    self.expect("return", op.value, self.function.result)
            case ir.Raise():
                self.expect("raise", op.exception, Rep.REF)

    def field(self, obj: ir.Operand, cls: ir.Class, name: str, value: ir.Operand | None) -> None:
        self.expect("object", obj, Rep.REF)
        work = [cls]
        while work:
            owner = work.pop()
            for field in owner.fields:
                if field.name == name:
                    if value is not None:
                        self.expect(f"field {cls.qualname}.{name}", value, field.rep)
                    return
            work += [*owner.others, *([owner.base] if owner.base is not None else [])]
        self.fault(f"class {cls.qualname} has no field {name}")

    def tail(self, obj: ir.Operand, cls: ir.Class, index: ir.Operand, value: ir.Operand) -> None:
        self.expect("object", obj, Rep.REF)
        self.expect("tail index", index, Rep.I64)
        owner: ir.Class | None = cls
        while owner is not None and owner.tail is None:
            owner = owner.base
        if owner is None or owner.tail is None:
            self.fault(f"class {cls.qualname} has no tail")
        else:
            self.expect(f"tail of {cls.qualname}", value, owner.tail)

    def call(self, op: ir.Call) -> None:
        target = op.function
        if len(op.args) != len(target.params):
            self.fault(f"calls {target.symbol} with {len(op.args)} of {len(target.params)} arguments")
            return
        for parameter, argument in zip(target.params, op.args, strict=True):
            self.expect(f"argument {parameter.name} of {target.symbol}", argument, parameter.rep)
        if op.dst is not None:
            result = Rep.REF if target.kind is ir.Kind.GENERATOR else target.result
            self.expect(f"result of {target.symbol}", op.dst, result)

    def int_op(self, op: ir.IntOp) -> None:
        for argument in op.args:
            self.expect(f"int.{op.name}", argument, Rep.INT)
        wanted = 1 if op.name in _UNARY else 2
        if len(op.args) != wanted or len(op.slow.params) != wanted:
            self.fault(f"int.{op.name} takes {wanted} operands")
        result = Rep.BOOL if op.name in _COMPARE else Rep.INT
        self.expect(f"int.{op.name}", op.dst, result)
        if op.slow.result is not result:
            self.fault(f"int.{op.name}: {op.slow.symbol} returns {op.slow.result.value}")

    def prim(self, op: ir.Prim) -> None:
        conversion = _CONVERSIONS.get(op.name)
        if conversion is not None:
            if len(op.args) != len(conversion[0]):
                self.fault(f"{op.name} takes {len(conversion[0])} operands")
            for argument, rep in zip(op.args, conversion[0], strict=False):
                self.expect(op.name, argument, rep)
            self.expect(op.name, op.dst, conversion[1])
            return
        first = _rep(op.args[0])
        if op.name in ("is", "is_not"):
            for argument in op.args:
                self.expect(op.name, argument, first)
            self.expect(op.name, op.dst, Rep.BOOL)
        elif op.name == "is_small":
            self.expect(op.name, op.args[0], Rep.INT, Rep.REF)
            self.expect(op.name, op.dst, Rep.BOOL)
        elif op.name == "is_undefined":
            self.expect(op.name, op.args[0], Rep.INT, Rep.REF, Rep.F64)
            self.expect(op.name, op.dst, Rep.BOOL)
        elif op.name == "convert":
            if not (first.is_raw_integer or first is Rep.BOOL) or not op.dst.rep.is_raw_integer:
                self.fault(f"convert from {first.value} to {op.dst.rep.value}")
        else:
            self.arithmetic(op, first)

    def arithmetic(self, op: ir.Prim, rep: Rep) -> None:
        if rep.is_raw_integer:
            known = op.name in _SAME | _COMPARE
        elif rep is Rep.F64:
            known = op.name in _FLOAT or op.name in _COMPARE and "_" not in op.name
        else:
            known = rep is Rep.BOOL and op.name in ("and", "or", "xor", "not", "eq", "ne")
        if not known:
            self.fault(f"no primitive {op.name} on {rep.value}")
            return
        if len(op.args) != (1 if op.name in _UNARY else 2):
            self.fault(f"{op.name} has {len(op.args)} operands")
        for argument in op.args:
            self.expect(op.name, argument, rep)
        self.expect(op.name, op.dst, Rep.BOOL if op.name in _COMPARE else rep)
