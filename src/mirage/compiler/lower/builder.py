"""Building one function: blocks, registers, conversions between types, raising."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from mypy.nodes import (
    Block,
    CallExpr,
    Context,
    EllipsisExpr,
    Expression,
    IndexExpr,
    MemberExpr,
    Node,
    TypeInfo,
    Var,
)
from mypy.types import TypedDictType, get_proper_type

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.classes import ClassInst
from mirage.compiler.lower.forward import Forward
from mirage.compiler.lower.functions import EnvScope, FunctionInst
from mirage.compiler.lower.operations import OPERATIONS
from mirage.compiler.lower.sites import make_site
from mirage.compiler.lower.types import OBJECT, ClassT, Type
from mirage.compiler.lower.world import ModuleState, Refusal, World


@dataclass(frozen=True)
class Value:
    operand: Operand
    type: Type


@dataclass(frozen=True)
class TailValue(Value):
    """The tail of an object: the object itself, and its layout."""

    layout: ir.Class


@dataclass
class Place:
    """Where a local variable lives: a register, or a field of an environment."""

    type: Type
    reg: ir.Reg | None = None
    bound: ir.Reg | None = None  # whether a bool has a value: its register has no room for "unset"
    owned: ir.Reg | None = None  # whether nothing else refers to the str: `+=` may grow it in place
    scope: EnvScope | None = None
    field: str = ""


@dataclass
class Exit:
    """One enclosing `finally` or `with`: run when control leaves by return, break or continue."""

    run: Callable[[], None]
    handler: ir.Handler | None  # the handler outside the statement


@dataclass
class Loop:
    on_break: ir.Block
    on_continue: ir.Block
    depth: int  # exits outside the loop


@dataclass
class State:
    assigned: set[Var] = field(default_factory=set)


class UndecidedValue(Value):
    """What an operator's method gave when it was called by name: NotImplemented, perhaps."""


NONE_VALUE = Value(ir.NoneConst(), t.NONE)


class Builder(Forward):
    """What every part of the lowering of a function uses."""

    def __init__(self, world: World, inst: FunctionInst | None, function: ir.Function, module: str) -> None:
        self.world = world
        self.inst = inst
        self.function = function
        self.module_name = module
        self.module: ModuleState = world.modules[module]
        self.substitution = dict(inst.substitution) if inst is not None else {}
        self.block: ir.Block | None = None
        self.handler: ir.Handler | None = None
        self.exits: list[Exit] = []
        self.loops: list[Loop] = []
        self.blocks_begun: set[Block] = set()  # of the source
        self.places: dict[Var, Place] = {}
        self.expecting: tuple[Value, ClassInst] | None = None  # a list that the next loop will fill
        self.collecting: dict[Expression, Expression] = {}  # generator expressions made lists, by what call
        self.may_be_none: Node | None = None  # an expression whose use looks for None itself
        self.taken_as: tuple[Node, Callable[[], Type] | None] | None = None  # see `expr_taken`
        self.equal_only: set[Node | None] = set()  # subjects of cases that a literal may have matched
        self.assigns_unknown = False  # mypy knows nothing of what the assignment being lowered assigns
        self.items_unknown = False  # nor of the items of the loop that comes next
        self.looking: Expression | None = None  # a read that keeps no reference (see frontend/appended.py)
        self.assigned: set[Var] = set()
        self.env: Operand | None = None  # the innermost environment object
        self.env_scopes: list[EnvScope] = list(inst.outer) if inst is not None else []
        self.line = 0
        self.node: Node | None = None
        self.counter = 0
        self.frame_names: list[str] = []  # `<listcomp>` frames inside this one
        self.frame_sites: list[ir.Site | None] = []  # and where each stands
        self.made_site: ir.Site | None = None  # the place of what has none in the source
        self.enum_values: dict[object, Value] = {}  # in the body of an enumeration: what its names stand for
        # The class whose body runs, the member that comes next, the values before it: for `auto()`.
        self.enum_next: tuple[TypeInfo, str, int, list[Value]] | None = None
        self.kept_from: Value | None = None  # where `_replace` of a named tuple finds what it keeps
        self.powers: dict[Operand, tuple[Operand, Operand]] = {}  # what results of `**` are made of
        self.handling: ir.Reg | None = None  # the exception of the innermost `except` in this function
        self.callers: ir.Reg | None = None  # in such an `except`: the exception that the caller handles
        self.start_block("entry")

    # -- blocks and registers -------------------------------------------------------------------

    @property
    def library(self) -> bool:
        return self.module.library

    def new_block(self, name: str) -> ir.Block:
        self.counter += 1
        block = ir.Block(f"{name}.{self.counter}")
        self.function.blocks.append(block)
        return block

    def start_block(self, name: str) -> ir.Block:
        self.block = self.new_block(name)
        return self.block

    def begin(self, block: ir.Block) -> None:
        self.block = block

    def made_once(self, kept: ir.Global, make: Callable[[], Operand]) -> ir.Reg:
        """The object that a variable keeps; made where it is None."""
        dst = self.reg(Rep.REF, "kept")
        self.emit(ir.GetGlobal(dst, kept))
        missing, ready = self.new_block("make"), self.new_block("ready")
        self.branch(self.prim(Rep.BOOL, "is", dst, ir.NoneConst()), missing, ready)
        self.begin(missing)
        self.move(dst, make())
        self.emit(ir.SetGlobal(kept, dst))
        self.jump(ready)
        self.begin(ready)
        return dst

    def reg(self, rep: Rep, name: str = "t") -> ir.Reg:
        self.counter += 1
        return ir.Reg(f"{name}.{self.counter}", rep)

    def emit(self, op: ir.Op) -> None:
        if self.block is None:  # dead code still needs somewhere to go
            self.start_block("dead")
        assert self.block is not None
        op.line = self.line
        self.block.ops.append(op)

    def terminate(self, op: ir.Terminator) -> None:
        if self.block is None:
            return
        op.line = self.line
        self.block.terminator = op
        self.block = None

    def jump(self, block: ir.Block) -> None:
        self.terminate(ir.Jump(block))

    def branch(
        self, condition: Operand, if_true: ir.Block, if_false: ir.Block, likely: bool | None = None
    ) -> None:
        if isinstance(condition, ir.BoolConst):
            self.jump(if_true if condition.value else if_false)
            return
        self.terminate(ir.Branch(condition, if_true, if_false, likely))

    @property
    def alive(self) -> bool:
        return self.block is not None

    # -- places in the source -------------------------------------------------------------------

    def site(self, node: Context | None = None) -> ir.Site | None:
        if self.library or self.function.qualname == "":
            return None
        where = node if node is not None else self.node
        if where is None or where.line <= 0:
            return self.made_site
        name = self.frame_names[-1] if self.frame_names else self.function.qualname
        site = make_site(self.module, where, name)
        within = self.frame_sites[-1] if self.frame_sites else None
        return site if within is None else replace(site, within=within)

    def refuse(self, node: Node, code: str, reason: str, help_: str = "") -> Refusal:
        return Refusal(node, code, reason, help_)

    def unsupported(self, node: Node, what: str, instead: str = "") -> Refusal:
        return Refusal(node, "unsupported", f"{what} cannot be compiled yet", instead)

    # -- operations that may raise --------------------------------------------------------------

    def may_raise(self, op: ir.MayRaise, node: Context | None = None) -> None:
        op.on_error = self.handler
        op.site = self.site(node)
        self.emit(op)

    def call(self, function: ir.Function, args: list[Operand], node: Context | None = None) -> Operand:
        dst = self.reg(function.result) if function.result is not Rep.VOID else None
        self.may_raise(ir.Call(dst, function, args), node)
        return dst if dst is not None else ir.NoneConst()

    def runtime(self, name: str) -> ir.Function:
        """A function of `mirage.runtime`, by its name below that package."""
        return self.world_function(f"mirage.runtime.{name}")

    def world_function(self, fullname: str) -> ir.Function:
        from mirage.compiler.lower.functions import request_function

        return request_function(self.world, self.world.function_node(fullname), None).function

    def raise_runtime(self, name: str, args: list[Operand], node: Context | None = None) -> None:
        """Call a runtime function that always raises."""
        self.call(self.runtime(name), args, node)
        self.terminate(ir.Unreachable())

    def prim(self, rep: Rep, name: str, *args: Operand) -> ir.Reg:
        dst = self.reg(rep)
        self.emit(ir.Prim(dst, name, list(args)))
        return dst

    def move(self, dst: ir.Reg, src: Operand) -> None:
        self.emit(ir.Move(dst, src))

    def get_field(self, obj: Operand, layout: ir.Class, name: str, rep: Rep) -> ir.Reg:
        dst = self.reg(rep, name)
        self.emit(ir.GetField(dst, obj, layout, name))
        return dst

    # -- conversions ----------------------------------------------------------------------------

    def translate(self, type_: object) -> Type:
        return self.world.translate(type_, self.substitution, not self.library)  # type: ignore[arg-type]

    def own(self, slot: object) -> object | None:
        """A place of this code, for `convert_for`; the library's floats are never anything else."""
        return None if self.library else slot

    @contextmanager
    def assigning(self, unknown: bool) -> Iterator[None]:
        """Assign; mypy knows nothing of the value if it is unknown (see `convert_for`)."""
        before, self.assigns_unknown = self.assigns_unknown, unknown
        try:
            yield
        finally:
            self.assigns_unknown = before

    def declared_type(self, var: Var) -> Type:
        """The type of a variable of this code."""
        return self.world.declared(var, self.substitution, self.module_name)

    def type_of(self, expression: Expression) -> Type | None:
        """What mypy says of the expression here; None for code it found unreachable."""
        found = self.world.expression_types.get(expression)
        if found is None:
            return None
        type_ = self.translate(found)
        if not self.library and t.widened(type_) != type_ and self.of_typed_dict(expression):
            type_ = t.widened(type_)
        return self.world.loosened(type_) if self.mentions_undecided(expression) else type_

    def of_typed_dict(self, expression: Expression) -> bool:
        """An item of a TypedDict is read, which may hold an int where float is declared."""
        base: Expression | None = None
        if isinstance(expression, IndexExpr):
            base = expression.base
        elif isinstance(expression, CallExpr) and isinstance(expression.callee, MemberExpr):
            if expression.callee.name in ("get", "pop", "setdefault"):
                base = expression.callee.expr
        found = self.world.expression_types.get(base) if base is not None else None
        return found is not None and isinstance(get_proper_type(found), TypedDictType)

    def box(self, value: Value) -> Operand:
        """The value as an object word (REF)."""
        operand = value.operand
        match value.type:
            case t.PrimT(name, rep):
                self.world.instantiate(self.world.builtin("int" if rep.is_raw_integer else name))
                if rep is Rep.INT:
                    if isinstance(operand, ir.IntConst):
                        return ir.IntConst(operand.value, Rep.REF)
                    return self.prim(Rep.REF, "int_ref", operand)
                if rep is Rep.BOOL:
                    if isinstance(operand, ir.BoolConst):
                        return ir.BoolConst(operand.value, Rep.REF)
                    return self.prim(Rep.REF, "box_bool", operand)
                if rep is Rep.F64:
                    if isinstance(operand, ir.FloatConst):
                        return ir.FloatObject(operand.bits)
                    return self.box_float(operand)
                return self.prim(Rep.REF, "int_ref", self.word_to_int(operand, rep))
            case t.NoneT():
                return ir.NoneConst()
        return operand

    def box_float(self, operand: Operand) -> Operand:
        inst = self.world.builtin("float")
        self.world.instantiate(inst)
        dst = self.reg(Rep.REF, "boxed")
        self.may_raise(ir.Alloc(dst, inst.layout))
        self.emit(ir.SetField(dst, inst.layout, "_value", operand))
        return dst

    def word_to_int(self, operand: Operand, rep: Rep) -> Operand:
        """A raw integer as an INT; only 64-bit words can need a big one."""
        if isinstance(operand, ir.RawConst):
            return ir.IntConst(operand.value)
        if rep is Rep.U64:
            return self.call(self.runtime("bigint.int_from_u64"), [operand])
        if rep is Rep.I64:
            return self.call(self.runtime("bigint.int_from_i64"), [operand])
        return self.prim(Rep.INT, "tag", self.prim(Rep.I64, "convert", operand))

    def int_to_word(self, operand: Operand, rep: Rep) -> Operand:
        """The low bits of an INT."""
        if isinstance(operand, ir.IntConst):
            value = operand.value & ((1 << (rep.size * 8)) - 1)
            if rep.is_signed and value >> (rep.size * 8 - 1):
                value -= 1 << (rep.size * 8)
            return ir.RawConst(value, rep)
        small, big, done = self.new_block("small"), self.new_block("big"), self.new_block("word")
        result = self.reg(Rep.U64)
        self.branch(self.prim(Rep.BOOL, "is_small", operand), small, big, likely=True)
        self.begin(small)
        self.move(result, self.prim(Rep.U64, "convert", self.prim(Rep.I64, "untag", operand)))
        self.jump(done)
        self.begin(big)
        self.move(result, self.call(self.runtime("bigint.int_to_u64_wrapping"), [operand]))
        self.jump(done)
        self.begin(done)
        return result if rep is Rep.U64 else self.prim(rep, "convert", result)

    def unbox(self, operand: Operand, target: Type) -> Operand:
        """An object word known to be of the target type, in the target's representation."""
        match target:
            case t.PrimT(_, rep):
                if isinstance(operand, ir.IntConst) and rep is Rep.INT:
                    return ir.IntConst(operand.value)
                if rep is Rep.INT:
                    return self.prim(Rep.INT, "ref_int", operand)
                if rep is Rep.BOOL:
                    return self.prim(Rep.BOOL, "unbox_bool", operand)
                if rep is Rep.F64:
                    return self.get_field(operand, self.world.builtin("float").layout, "_value", Rep.F64)
                return self.int_to_word(self.prim(Rep.INT, "ref_int", operand), rep)
            case t.NoneT():
                return ir.NoneConst()
        return operand

    def coerce(self, value: Value, target: Type, node: Context | None = None) -> Value:
        """The value as one of `target`; checked when the value's own type does not promise it."""
        source = value.type
        if source == target:
            return Value(value.operand, source if isinstance(source, ClassT) else target)
        if isinstance(source, t.NeverT):
            return Value(self.undefined_of(target.rep), target)
        if isinstance(source, t.PrimT) and isinstance(target, t.PrimT):
            return self._coerce_primitive(value, target, node)
        if isinstance(target, t.NoneT | t.NeverT):
            return NONE_VALUE
        if isinstance(target, t.PrimT):
            power = self.real_power(value, node) if target == t.FLOAT else None
            return power or self._unbox_checked(value, target, node)
        if isinstance(target, ClassT) and self.world.is_complex(target):
            if isinstance(source, ClassT) and self.world.is_complex(source):
                return Value(value.operand, target)
            number = self.call(self.runtime("complexes.promoted"), [self.box(value)], node)
            return Value(number, target)
        if target.rep is Rep.REF and isinstance(source, t.PrimT):
            if self.library and source == t.INT and t.loses_int(source, target):
                value = self._coerce_primitive(value, t.FLOAT, node)
            boxed = self.box(value)
            parts = target.items if isinstance(target, t.UnionT) else (target,)  # `a.split(1)`, `a` being Any
            checked = all(isinstance(item, ClassT | t.TupleT | t.NoneT) for item in parts)
            if checked and not self.world.is_subtype(source, target):
                if self.needs_check(source, target):  # typed Any, known better here
                    self.check_type(boxed, OBJECT, target, node)
            return Value(boxed, target)
        if isinstance(source, t.TypeT) and isinstance(target, t.CallableT):
            self.world.memo["classes called"] = True
        operand = self.box(value)
        mistrusted = self.note_arguments(source, target)
        if not self.world.is_subtype(source, target) and self.needs_check(source, target):
            optional = not mistrusted and self.is_optional(source, target)
            self.check_type(operand, source, target, node, optional)
        elif mistrusted:
            self.check_type(operand, source, target, node)
        return Value(operand, target)

    def real_power(self, value: Value, node: Context | None) -> Value | None:
        """The float that a power of floats just made becomes at once, without an object for it."""
        if value.operand not in self.powers or self.block is None or not self.block.ops:
            return None
        last = self.block.ops[-1]
        if not isinstance(last, ir.Call) or last.dst is not value.operand:
            return None
        self.block.ops.pop()
        parts = list(self.powers[value.operand])
        return Value(self.call(self.runtime("floats.real_pow"), parts, node), t.FLOAT)

    def note_arguments(self, source: Type, target: Type) -> bool:
        """Any stands for type arguments that `target` names: note it; True when the layout may differ."""
        if not self.library:
            self.note_numbers(source, target)
        if isinstance(target, t.UnionT):
            return any([self.note_arguments(source, item) for item in target.items])
        if isinstance(source, t.UnionT):
            return any([self.note_arguments(item, target) for item in source.items])
        if isinstance(target, t.TupleT) and isinstance(source, t.TupleT):
            if len(target.items) == len(source.items):
                pairs = zip(source.items, target.items, strict=True)
                return any([self.note_arguments(a, b) for a, b in pairs])
        if isinstance(target, t.CallableT) and isinstance(source, t.CallableT):
            for given, wanted in zip(target.params, source.params, strict=False):
                self.note_arguments(given, wanted)  # `map(show, tables)`, where nobody knows of what
            return False
        if not isinstance(target, ClassT) or not target.inst.args:
            return False
        unknown = isinstance(source, t.ObjectT)
        differs = False
        if isinstance(source, ClassT) and target.inst.info in source.inst.info.mro:
            based = source.inst.base(target.inst.info)
            if based is not None and based is not target.inst:
                pairs = zip(based.args, target.inst.args, strict=True)
                unknown = any(self.is_lie(a, b) for a, b in pairs)
                unknown |= self.args_unknown(source) and any(type(b) is t.ObjectT for b in target.inst.args)
                stored = bool(target.inst.fields) or target.inst.layout.tail is not None
                differs = based.shape is not target.inst.shape and stored and not self.args_unknown(target)
        if (unknown or differs) and not self.library:
            self.world.flows.distrust(target)
        return differs

    def is_lie(self, given: Type, wanted: Type) -> bool:
        """A type argument is unknown, or another than the type checker lets pass (`# type: ignore`)."""
        if isinstance(given, t.AnyT):
            return not isinstance(wanted, t.ObjectT)
        if self.inst is None or given == wanted:
            return False  # a dispatch only looks which it might be
        if not isinstance(given, ClassT) or not isinstance(wanted, ClassT):
            return False
        return not self.world.is_subtype(given, wanted) and not self.world.is_subtype(wanted, given)

    def note_numbers(self, source: Type, target: Type) -> None:
        """Inside a type an int stands where `target` names float."""
        flows = self.world.flows
        if flows.mixed_everywhere or source == target:
            return
        match source, target:
            case t.TupleT(given), t.TupleT(wanted):
                pairs = list(zip(given, wanted, strict=False))
            case t.CallableT(), t.CallableT():
                pairs = [(source.result, target.result)]
                if not flows.mixed_inside:  # otherwise what functions held as values get is mixed too
                    pairs += zip(target.params, source.params, strict=False)
            case _, t.UnionT(parts):
                for part in parts:
                    self.note_numbers(source, part)
                return
            case t.UnionT(parts), _:
                for part in parts:
                    self.note_numbers(part, target)
                return
            case ClassT(), ClassT() if target.inst.args and target.inst.info in source.inst.info.mro:
                based = source.inst.base(target.inst.info)
                pairs = [] if based is None else list(zip(based.args, target.inst.args, strict=True))
            case _:
                return
        for a, b in pairs:
            if t.loses_int(a, b) and not isinstance(a, t.AnyT):
                flows.mix(None)
            self.note_numbers(a, b)

    def number_to_float(self, operand: Operand, node: Context | None) -> Operand:
        """An object that is an int or a float (TypeError otherwise), as C code takes it."""
        small, other, big, real = (self.new_block(name) for name in ("small", "other", "int", "float"))
        done = self.new_block("number")
        result = self.reg(Rep.F64)
        self.branch(self.prim(Rep.BOOL, "is_small", self.prim(Rep.INT, "ref_int", operand)), small, other)
        self.begin(small)
        word = self.prim(Rep.I64, "untag", self.prim(Rep.INT, "ref_int", operand))
        self.move(result, self.prim(Rep.F64, "i64_to_f64", word))
        self.jump(done)
        self.begin(other)
        self.branch(self.is_instance(operand, t.INT), big, real, likely=False)
        self.begin(big)
        whole = self.prim(Rep.INT, "ref_int", operand)
        self.move(result, self.call(self.runtime("bigint.int_to_float"), [whole], node))
        self.jump(done)
        self.begin(real)
        self.check_type(operand, OBJECT, t.FLOAT, node)
        self.move(result, self.unbox(operand, t.FLOAT))
        self.jump(done)
        self.begin(done)
        return result

    def reinterpret(self, value: Value, real: Type, node: Context | None = None) -> Value:
        """What generic code gives, under its true type; the type checker vouches for it."""
        if value.type.rep is Rep.REF and real == t.FLOAT and self.library:
            return Value(self.number_to_float(value.operand, node), real)
        if value.type.rep is Rep.REF and self.world.flows.is_doubtful(real):
            return self.coerce(Value(value.operand, t.ANY), real, node)
        if value.type.rep is Rep.REF and real == t.FLOAT:
            return self.coerce(Value(value.operand, OBJECT), real, node)
        if value.type.rep is real.rep:
            return Value(value.operand, real)
        if value.type.rep is Rep.REF:
            return Value(self.unbox(value.operand, real), real)
        return Value(self.box(value), real) if real.rep is Rep.REF else value

    def needs_check(self, source: Type, target: Type) -> bool:
        if isinstance(target, t.ObjectT | t.CallableT | t.TypeT):
            return False
        if isinstance(target, ClassT) and target.inst.info.is_protocol:
            return source.may_be_none
        if isinstance(target, t.UnionT):
            return not any(isinstance(i, ClassT) and i.inst.info.is_protocol for i in target.items)
        return True

    def check_type(
        self, operand: Operand, source: Type, target: Type, node: Context | None, optional: bool = False
    ) -> None:
        """Raise TypeError unless the object is of the type.

        optional  it is, or it is None
        """
        ok, bad = self.new_block("typed"), self.new_block("mistyped")
        protocol = isinstance(target, ClassT) and target.inst.info.is_protocol
        if protocol or optional:
            self.branch(self.prim(Rep.BOOL, "is_not", operand, ir.NoneConst()), ok, bad, likely=True)
        else:
            self.branch(self.is_instance(operand, target), ok, bad, likely=True)
        self.begin(bad)
        if isinstance(target, ClassT) and target.inst.info.fullname == "typing.Iterable":
            texts = (ir.StrConst("'"), ir.StrConst("' object is not iterable"))
            self.raise_runtime("errors.no_operation", [operand, *texts], node)
        elif isinstance(target, ClassT) and target.inst.info.fullname == "typing.SupportsIndex":
            texts = (ir.StrConst("'"), ir.StrConst("' object cannot be interpreted as an integer"))
            self.raise_runtime("errors.no_operation", [operand, *texts], node)
        else:
            self.raise_runtime("errors.wrong_type", [ir.StrConst(str(target)), operand], node)
        self.begin(ok)
        known = isinstance(source, t.TupleT | t.UnionT) and not self.world.flows.is_doubtful(target)
        if isinstance(target, t.TupleT) and not known and not self.library:
            self.check_items(operand, target, node)

    def some(self, value: Value, name: str, node: Context | None) -> Value:
        """The value, which may be None, where its attribute `name` is used: None has none of that name."""
        assert isinstance(value.type, t.UnionT)
        rest = value.type.without_none()
        of_none = self.world.none_inst.member(name) is not None
        if self.library or of_none or isinstance(rest, t.NeverT):
            return self.coerce(value, rest, node)
        sure = self.is_optional(value.type, rest)
        operand = self.box(value)
        some, none = self.new_block("some"), self.new_block("none")
        self.branch(self.prim(Rep.BOOL, "is", operand, ir.NoneConst()), none, some, likely=False)
        self.begin(none)
        if name in OPERATIONS and not (isinstance(node, MemberExpr) and node.name == name):
            before, after = OPERATIONS[name]
            if name == "__delitem__":  # None has nothing of a sequence
                after = "' object does not support item deletion"
            texts = [ir.StrConst(before), ir.StrConst(after)]
            self.raise_runtime("errors.no_operation", [ir.NoneConst(), *texts], node)
        else:
            self.raise_runtime("errors.none_lacks", [ir.StrConst(name)], node)
        self.begin(some)
        if not sure:
            return self.coerce(Value(operand, value.type), rest, node)
        return Value(self.unbox(operand, rest), rest)

    def is_optional(self, source: Type, target: Type) -> bool:
        """What a value of `source` may be besides one of `target` is None, and its class is not in doubt."""
        if not isinstance(source, t.UnionT) or self.world.flows.is_doubtful(target):
            return False
        rest = source.without_none()
        return rest != source and not isinstance(rest, t.NeverT) and self.world.is_subtype(rest, target)

    def check_items(self, operand: Operand, target: t.TupleT, node: Context | None) -> None:
        """A tuple from `Any` has the length and the items its type names."""
        count = self.reg(Rep.I64, "count")
        self.emit(ir.TailCount(count, operand))
        ok, bad = self.new_block("length"), self.new_block("mistyped")
        wanted = ir.RawConst(len(target.items), Rep.I64)
        self.branch(self.prim(Rep.BOOL, "eq", count, wanted), ok, bad, likely=True)
        self.begin(bad)
        self.raise_runtime("errors.wrong_type", [ir.StrConst(str(target)), operand], node)
        self.begin(ok)
        layout = self.world.builtin("tuple", OBJECT).layout
        for index, item in enumerate(target.items):
            if not isinstance(item, t.ObjectT):
                dst = self.reg(Rep.REF)
                self.emit(ir.GetTail(dst, operand, layout, ir.RawConst(index, Rep.I64)))
                self.coerce(Value(dst, t.ANY), item, node)

    def is_object(self, type_: Type) -> bool:
        """Values of the type, which is trusted, are addresses of objects: neither small ints nor None."""
        if isinstance(type_, t.UnionT):
            return all(self.is_object(item) for item in type_.items)
        if isinstance(type_, t.TupleT):
            return True
        if not isinstance(type_, ClassT) or self.world.flows.is_doubtful(type_):
            return False
        info = type_.inst.info
        abstract = info.is_protocol or info.module_name in ("numbers", "typing", "builtins")
        return not abstract and not t.is_int_class(type_) and not self.world.is_subtype(t.INT, type_)

    def is_instance(self, operand: Operand, target: Type) -> Operand:
        """BOOL: the object (REF) is an instance of the type."""
        if isinstance(target, t.ObjectT):
            return ir.BoolConst(True)
        if isinstance(target, t.NoneT):
            return self.prim(Rep.BOOL, "is", operand, ir.NoneConst())
        classes = ir.ClassSet()
        self.world.class_sets.append((classes, target))
        dst = self.reg(Rep.BOOL)
        self.emit(ir.IsInstance(dst, operand, classes))
        return dst

    def _coerce_primitive(self, value: Value, target: t.PrimT, node: Context | None) -> Value:
        source = value.type
        assert isinstance(source, t.PrimT)
        if source == t.BOOL:
            if target == t.INT:
                return Value(self.prim(Rep.INT, "ref_int", self.box(value)), target)
            if target.rep.is_raw_integer:
                return Value(self.prim(target.rep, "convert", value.operand), target)
            return Value(
                self.prim(Rep.F64, "i64_to_f64", self.prim(Rep.I64, "convert", value.operand)), target
            )
        if source == t.INT and target == t.FLOAT:
            return Value(self.int_to_float(value, node), t.FLOAT)
        if source == t.INT and target == t.BOOL:
            return Value(
                self.prim(Rep.BOOL, "unbox_bool", self.prim(Rep.REF, "int_ref", value.operand)), target
            )
        if source == t.INT and target.rep.is_raw_integer:
            return Value(self.int_to_word(value.operand, target.rep), target)
        if source.rep.is_raw_integer and target == t.INT:
            return Value(self.word_to_int(value.operand, source.rep), target)
        if source.rep.is_raw_integer and target.rep.is_raw_integer:
            if isinstance(value.operand, ir.RawConst):
                return Value(self.int_to_word(ir.IntConst(value.operand.value), target.rep), target)
            return Value(self.prim(target.rep, "convert", value.operand), target)
        if source.rep.is_raw_integer and target == t.FLOAT:
            name = "u64_to_f64" if source == t.U64 else "i64_to_f64"
            wide = value.operand
            if source.rep.size < 8:
                wide = self.prim(Rep.I64, "convert", wide)
            return Value(self.prim(Rep.F64, name, wide), target)
        if source == t.FLOAT and target.rep.is_raw_integer:
            word = self.prim(Rep.I64, "f64_to_i64", value.operand)
            return Value(word if target.rep is Rep.I64 else self.prim(target.rep, "convert", word), target)
        raise Refusal(_as_node(node, self.node), "types", f"`{source}` cannot become `{target}`")

    def int_to_float(self, value: Value, node: Context | None = None) -> Operand:
        import struct

        if isinstance(value.operand, ir.IntConst) and abs(value.operand.value) < 2**53:
            bits: int = struct.unpack("<Q", struct.pack("<d", float(value.operand.value)))[0]
            return ir.FloatConst(bits)
        small, big, done = self.new_block("small"), self.new_block("big"), self.new_block("float")
        result = self.reg(Rep.F64)
        self.branch(self.prim(Rep.BOOL, "is_small", value.operand), small, big, likely=True)
        self.begin(small)
        self.move(result, self.prim(Rep.F64, "i64_to_f64", self.prim(Rep.I64, "untag", value.operand)))
        self.jump(done)
        self.begin(big)
        self.move(result, self.call(self.runtime("bigint.int_to_float"), [value.operand], node))
        self.jump(done)
        self.begin(done)
        return result

    def _unbox_checked(self, value: Value, target: t.PrimT, node: Context | None) -> Value:
        operand = value.operand
        if isinstance(value.type, t.NoneT):
            self.raise_runtime("errors.wrong_type", [ir.StrConst(str(target)), ir.NoneConst()], node)
            return Value(self.undefined_of(target.rep), target)
        if target == t.FLOAT and t.holds_int(value.type):
            return Value(self.number_to_float(operand, node), target)
        checked: Type = t.INT if target.rep.is_raw_integer else target
        if not self.world.is_subtype(value.type, checked):
            self.check_type(operand, value.type, checked, node, self.is_optional(value.type, checked))
        return Value(self.unbox(operand, target), target)

    def undefined_of(self, rep: Rep) -> Operand:
        if rep.is_raw_integer:
            return ir.RawConst(0, rep)
        if rep is Rep.BOOL:
            return ir.BoolConst(False)
        if rep in (Rep.VOID, Rep.REF):
            return ir.NoneConst()
        return ir.Undefined(rep)

    # -- values made by the compiler ------------------------------------------------------------

    def make_tuple(self, items: list[Value]) -> Value:
        type_ = t.TupleT(tuple(item.type for item in items))
        inst = self.world.builtin("tuple", OBJECT)
        self.world.instantiate(inst)
        boxed = [self.box(item) for item in items]
        if all(isinstance(operand, ir.Const) and not isinstance(operand, ir.Undefined) for operand in boxed):
            return Value(ir.TupleConst(tuple(o for o in boxed if isinstance(o, ir.Const))), type_)
        dst = self.reg(Rep.REF, "tuple")
        self.may_raise(ir.Alloc(dst, inst.layout, ir.RawConst(len(items), Rep.I64)))
        for index, operand in enumerate(boxed):
            self.emit(ir.SetTail(dst, inst.layout, ir.RawConst(index, Rep.I64), operand))
        return Value(dst, type_)

    def tuple_item(self, value: Value, index: int) -> Value:
        layout = self.world.builtin("tuple", OBJECT).layout
        dst = self.reg(Rep.REF)
        self.emit(ir.GetTail(dst, value.operand, layout, ir.RawConst(index, Rep.I64)))
        assert isinstance(value.type, t.TupleT)
        return self.reinterpret(Value(dst, OBJECT), value.type.items[index])

    def list_inst(self, item: Type) -> ClassInst:
        return self.world.builtin("list", item)

    def constant_str(self, text: str) -> Value:
        return Value(ir.StrConst(text), self.world.str_type)


def _as_node(node: Context | None, fallback: Node | None) -> Node:
    if isinstance(node, Node):
        return node
    return fallback if fallback is not None else EllipsisExpr()
