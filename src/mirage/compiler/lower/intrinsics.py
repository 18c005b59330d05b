"""Calls the compiler serves itself: a few built-ins, and everything in mirage.lowlevel."""

from __future__ import annotations

import functools
from collections.abc import Callable

from mypy import nodes as n

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import type_arguments
from mirage.compiler.lower import types as t
from mirage.compiler.lower.annotations import HINTS, class_hints, function_annotations
from mirage.compiler.lower.arguments import Arg
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.called_from import constant_level, place_at, places
from mirage.compiler.lower.class_slots import CONSTRUCTOR, IS_ABSTRACT
from mirage.compiler.lower.consuming import any_or_all, sum_in_place
from mirage.compiler.lower.directories import directory
from mirage.compiler.lower.functions import request_function
from mirage.compiler.lower.literals import names_in_templates, some_literal_has, some_literal_is
from mirage.compiler.lower.logged import imports_logging
from mirage.compiler.lower.metaclasses import asked_at_run_time, has_method, instance_checks, is_metaclass
from mirage.compiler.lower.packed import packed_call
from mirage.compiler.lower.precedence import meeting
from mirage.compiler.lower.reflection import Reflection
from mirage.compiler.lower.refused import refuse_builtin, refuse_named_tuple
from mirage.compiler.lower.types import OBJECT, ClassT, Type
from mirage.compiler.lower.world import Refusal

CURRENT = "current exception"
PURE = {"is_small": (t.BOOL, "is_small")}


TYPING_NAMES = {
    f"typing.{name}": f"builtins.{name.lower()}"
    for name in ("List", "Tuple", "Dict", "Set", "FrozenSet", "Type")
}
"""Old names of classes, which `isinstance` takes."""

# see `is_kind` in mirage.runtime.functions
FUNCTION_KINDS = {"types.FunctionType": 0, "types.MethodType": 1, "types.BuiltinFunctionType": 2}


ASKED_OF_CLASSES = {"inspect._constructor": CONSTRUCTOR, "inspect._is_abstract": IS_ABSTRACT}


class Intrinsics(Reflection):
    def special_call(self, fullname: str, node: n.CallExpr, expected: Type) -> Value | None:
        if fullname.startswith("mirage.lowlevel.") and fullname.count(".") == 2:
            return self.lowlevel_call(fullname.rpartition(".")[2], node, expected)
        if fullname == "builtins.vars":
            values = self.builtin_vars(node, expected)
            if values is not None:
                return values
        if fullname == "builtins.dir":
            names = directory(self, node)
            if names is not None:
                return names
        refusal = refuse_builtin(fullname, node)
        if refusal is not None:
            raise refusal
        if not fullname.startswith("builtins."):
            if fullname in ("typing.cast",):
                return self.expr(node.args[1])
            if fullname in ("enum.member", "enum.nonmember") and self.plain(node, 1):
                return self.expr(node.args[0])
            if fullname in HINTS:
                return self.type_hints(node)
            if fullname in ASKED_OF_CLASSES:
                asked = Value(self.box(self.expr(node.args[0])), t.TypeT(OBJECT))
                return self.dispatch_attribute(asked, ASKED_OF_CLASSES[fullname], OBJECT, node)
            if fullname in type_arguments.NAMES:
                return type_arguments.type_arguments(self, node)
            if fullname in ("operator.attrgetter", "operator.methodcaller"):
                return self.getter_by_name(fullname.rpartition(".")[2], node)
            if fullname == "types.MethodType":
                if not self.plain(node, 2):
                    raise self.unsupported(node, "`MethodType` of unpacked arguments", "write them out")
                function = self.stable(self.expr(node.args[0]))
                made = self.bound_value(function, self.expr(node.args[1]), "functions.method_of", node)
                return Value(made.operand, t.CallableT((), t.ANY))
            if fullname.startswith("struct."):
                return packed_call(self, fullname.removeprefix("struct."), node)
            if fullname == "warnings.warn":
                return self.warn_call(node)
            if fullname == "collections.namedtuple":
                refusal = refuse_named_tuple(node)
                if refusal is not None:
                    raise refusal
            if fullname in ("dataclasses.replace", "dataclasses.fields", "dataclasses.is_dataclass"):
                return self.dataclass_call(fullname.rpartition(".")[2], node)
            return None
        handler: Callable[[n.CallExpr, Type], Value | None] | None = getattr(
            self, f"builtin_{fullname.removeprefix('builtins.')}", None
        )
        return None if handler is None else handler(node, expected)

    def type_hints(self, node: n.CallExpr) -> Value:
        """`typing.get_type_hints(C)`, of a class or a function that is known."""
        if len(node.args) != 1:
            raise self.unsupported(node, "`get_type_hints` with more than one argument", "leave them out")
        argument = node.args[0]
        item = self.known_function(argument)
        if item is not None:
            return function_annotations(
                self, item, self.world.module_of(item.fullname) or self.module_name, True, node
            )
        info = self.alias_info(argument.node) if isinstance(argument, n.RefExpr) else None
        if info is not None:
            return class_hints(self, info, node)
        value = self.expr(argument)
        if isinstance(value.type, t.TypeT):
            return self.read_through_class(value, "__type_hints__", node)
        if isinstance(value.type, ClassT) and is_metaclass(value.type.inst.info):
            return self.read_through_class(Value(value.operand, t.TypeT(OBJECT)), "__type_hints__", node)
        remedy = "name the class or the function"
        raise self.unsupported(node, "`get_type_hints` of what is known at run time only", remedy)

    def warn_call(self, node: n.CallExpr) -> Value:
        """`warnings.warn(...)` with its place, which cannot be found at run time."""
        given: dict[str, n.Expression] = {}
        parameters = ("message", "category", "stacklevel", "source")
        for index, argument in enumerate(node.args):
            kind, name = node.arg_kinds[index], node.arg_names[index]
            if kind is n.ARG_POS:
                given[parameters[index]] = argument
            elif kind is n.ARG_NAMED and name is not None:
                given[name] = argument
            else:
                raise self.unsupported(node, "`warn` with unpacked arguments", "write the arguments")
        evaluated: dict[str, Value] = {}
        for name, argument in given.items():
            evaluated[name] = self.stable(self.expr(argument))
        operands: list[Operand] = [
            self.box(evaluated[name]) if name in evaluated else ir.NoneConst() for name in parameters[:2]
        ]
        level = constant_level(given.get("stacklevel"))
        if level is None:
            up = self.coerce(evaluated["stacklevel"], t.INT, node)
            operands += [up.operand, places(self, node)]
            self.call(self.world_function("warnings._warn_up"), operands, node)
        else:
            operands.append(place_at(self, node, level))
            self.call(self.world_function("warnings._warn_from"), operands, node)
        return Value(ir.NoneConst(), t.NONE)

    def plain(self, node: n.CallExpr, count: int) -> bool:
        return len(node.args) == count and all(k is n.ARG_POS for k in node.arg_kinds)

    # -- built-ins ------------------------------------------------------------------------------

    def builtin_any(self, node: n.CallExpr, expected: Type) -> Value | None:
        return any_or_all(self, node, True)

    def builtin_all(self, node: n.CallExpr, expected: Type) -> Value | None:
        return any_or_all(self, node, False)

    def builtin_sum(self, node: n.CallExpr, expected: Type) -> Value | None:
        return sum_in_place(self, node)

    def builtin_divmod(self, node: n.CallExpr, expected: Type) -> Value | None:
        """`divmod` of ints and floats, and of objects that are no numbers: either operand may answer."""
        types = [self.type_of(arg) for arg in node.args]
        numbers = all(x in (t.INT, t.BOOL, t.FLOAT, t.NUMBER) for x in types)
        if self.plain(node, 2) and numbers and any(x not in (t.INT, t.BOOL) for x in types):
            left, right = self.stable(self.expr(node.args[0])), self.expr(node.args[1])
            if not all(isinstance(value.type, t.PrimT) for value in (left, right)):  # an int got there
                function = self.runtime("dynamic.binary_divmod")
                answer = Value(self.call(function, [self.box(left), self.box(right)], node), t.ANY)
                return self.coerce(answer, t.TupleT((t.NUMBER, t.NUMBER)), node)
            if left.type != t.FLOAT:
                left = Value(self.int_to_float(self.as_int(left, node), node), t.FLOAT)
            return self.invoke(left, "__divmod__", [right], node, expected)
        return self.of_two("divmod", node, expected)

    def builtin_pow(self, node: n.CallExpr, expected: Type) -> Value | None:
        """`pow(a, b)` of objects that are no plain numbers is `a ** b`."""
        return self.of_two("pow", node, expected)

    def of_two(self, name: str, node: n.CallExpr, expected: Type) -> Value | None:
        """One of the two has a class of the application or a module (Fraction), the other is any number."""
        if not self.plain(node, 2):
            return None
        types = [self.type_of(arg) for arg in node.args]
        if not any(isinstance(x, ClassT) and x.inst.info.module_name != "builtins" for x in types):
            return None
        known = all(isinstance(x, ClassT | t.PrimT) for x in types)
        if not known and not all(isinstance(x, ClassT | t.PrimT | t.UnionT) for x in types):
            return None
        left, right = self.stable(self.expr(node.args[0])), self.expr(node.args[1])
        if known and all(isinstance(value.type, ClassT | t.PrimT) for value in (left, right)):
            return self.class_binary(name, left, right, node, expected)
        function = self.runtime(f"dynamic.binary_{name}")
        answer = Value(self.call(function, [self.box(left), self.box(right)], node), t.ANY)
        return self.coerce(answer, expected, node)

    def builtin_len(self, node: n.CallExpr, expected: Type) -> Value | None:
        value = self.expr(node.args[0])
        if isinstance(value.type, t.TupleT):
            return Value(ir.IntConst(len(value.type.items)), t.INT)
        if isinstance(value.type, t.TypeT) and isinstance(value.type.item, ClassT):
            if value.type.item.inst.info.is_enum:
                return self.coerce(self.enum_length(value.type.item.inst.info, node, value), t.INT, node)
        return self.length_of(value, node)

    def builtin_repr(self, node: n.CallExpr, expected: Type) -> Value | None:
        return self.invoke(self.expr(node.args[0]), "__repr__", [], node, self.world.str_type)

    def builtin_hash(self, node: n.CallExpr, expected: Type) -> Value | None:
        value = self.expr(node.args[0])
        if isinstance(value.type, t.NoneT):
            return None
        return self.coerce(self.invoke(value, "__hash__", [], node, t.INT), t.INT, node)

    def builtin_iter(self, node: n.CallExpr, expected: Type) -> Value | None:
        if not self.plain(node, 1):
            return None
        return self.iterator_of(self.expr(node.args[0]), node)

    def builtin_next(self, node: n.CallExpr, expected: Type) -> Value | None:
        if not self.plain(node, 1):
            return None
        value = self.expr(node.args[0])
        if self.library:
            return self.invoke(value, "__next__", [], node, expected)
        caught, ended, outer = self.reg(Rep.REF, "stop"), self.new_block("ended"), self.handler
        self.handler = ir.Handler(ended, caught)
        found = self.invoke(value, "__next__", [], node, expected)
        self.handler = outer
        after = self.block
        self.begin(ended)
        self.name_the_end(caught, node)
        self.block = after
        return found

    def name_the_end(self, caught: ir.Reg, node: n.CallExpr) -> None:
        """In a handler: what ends loops without a place gets one, as nothing may catch it."""
        bare, raised = self.new_block("bare"), self.new_block("raised")
        self.branch(self.prim(Rep.BOOL, "is", caught, ir.StopSentinel()), bare, raised)
        self.begin(bare)
        made = self.call(self.runtime("errors.materialise"), [caught], node)
        self.set_context(made)
        site = self.site(node)
        if site is not None:
            self.emit(ir.AddTraceback(made, site))
        self.propagate(made)
        self.begin(raised)
        self.propagate(caught)

    def builtin_isinstance(self, node: n.CallExpr, expected: Type) -> Value | None:
        value = self.expr(node.args[0])
        return Value(self.isinstance_test(value, node.args[1], node), t.BOOL)

    def isinstance_test(self, value: Value, classes: n.Expression, node: n.Expression) -> Operand:
        named = self.class_list(classes)
        kinds = [c for c in named if self.function_kind(c) is not None]
        if kinds and not self.library:
            return self.of_function_kind(value, kinds, [c for c in named if c not in kinds], node)
        asked = instance_checks(self.world)
        if any(map(self.is_class_value, named)):
            words = [self.box(self.stable(value)), self.box(self.expr(classes))]
            plainly = functools.partial(self.call, self.runtime("classes.instance_of"), words, node)
            return asked_at_run_time(self, words, asked, "__instancecheck__", plainly, node)
        if asked and any(self.asks_metaclass(c, "__instancecheck__") for c in named):
            return self.asked_in_turn(value, named, node)
        return self.test_instance(value, t.union([self.class_of_expression(c) for c in named]))

    def asks_metaclass(self, node: n.Expression, name: str) -> bool:
        info = self.alias_info(node.node) if isinstance(node, n.RefExpr) else None
        return info is not None and has_method(self.world, info, name)

    def asked_in_turn(self, value: Value, named: list[n.Expression], node: n.Expression) -> Operand:
        """isinstance, where the metaclass of one of the classes has `__instancecheck__`."""
        value = self.stable(value)
        result, done = self.reg(Rep.BOOL), self.new_block("tested")
        for one in named:
            more = self.new_block("more")
            if self.asks_metaclass(one, "__instancecheck__"):
                cls = self.expr(one)
                same = self.prim(Rep.BOOL, "is", self.type_object(value, True).operand, cls.operand)
                self.move(result, same)
                other = self.new_block("other")
                self.branch(same, done, other)
                self.begin(other)
                answer = self.invoke(cls, "__instancecheck__", [value], node, t.BOOL)
                self.move(result, self.truth(answer, node))
            else:
                self.move(result, self.test_instance(value, self.class_of_expression(one)))
            self.branch(result, done, more)
            self.begin(more)
        self.jump(done)
        self.begin(done)
        return result

    def function_kind(self, node: n.Expression) -> int | None:
        """Which of the classes of functions the expression names: all are objects of one class here."""
        info = self.alias_info(node.node) if isinstance(node, n.RefExpr) else None
        return FUNCTION_KINDS.get(info.fullname) if info is not None else None

    def of_function_kind(
        self, value: Value, kinds: list[n.Expression], others: list[n.Expression], node: n.Expression
    ) -> Operand:
        """isinstance, where some of the classes are `types.FunctionType` and its like."""
        value = self.stable(value)
        result, done = self.reg(Rep.BOOL), self.new_block("tested")
        for kind in kinds:
            word = ir.RawConst(self.function_kind(kind) or 0, Rep.I64)
            self.move(result, self.call(self.runtime("functions.is_kind"), [self.box(value), word], node))
            more = self.new_block("more")
            self.branch(result, done, more)
            self.begin(more)
        for other in others:
            self.move(result, self.isinstance_test(value, other, node))
            more = self.new_block("more")
            self.branch(result, done, more)
            self.begin(more)
        self.jump(done)
        self.begin(done)
        return result

    def is_class_value(self, node: n.Expression) -> bool:
        """Which class (or tuple of classes) the expression gives is known at run time only."""
        if isinstance(node, n.RefExpr):
            if isinstance(node.node, n.TypeAlias) or self.alias_info(node.node) is not None:
                return False
            return node.fullname != "builtins.None" and not node.fullname.startswith(("typing.", "types."))
        if isinstance(node, n.CallExpr) and getattr(node.callee, "fullname", "") == "builtins.type":
            return not (isinstance(node.args[0], n.NameExpr) and node.args[0].name == "None")
        if isinstance(node, n.IndexExpr):  # `KINDS[name]`, but not `list[int]`
            return not isinstance(node.base, n.RefExpr) or self.is_class_value(node.base)
        return True

    def class_list(self, node: n.Expression) -> list[n.Expression]:
        if isinstance(node, n.TupleExpr):
            return [c for item in node.items for c in self.class_list(item)]
        if isinstance(node, n.OpExpr) and node.op == "|":
            return [*self.class_list(node.left), *self.class_list(node.right)]
        if isinstance(node, n.NameExpr) and isinstance(node.node, n.TypeAlias):
            return [node]
        return [node]

    def class_of_expression(self, node: n.Expression) -> Type:
        if isinstance(node, n.NameExpr) and node.name == "None":
            return t.NONE
        if (
            isinstance(node, n.CallExpr)
            and isinstance(node.callee, n.NameExpr)
            and node.callee.name == "type"
        ):
            return t.NONE
        if isinstance(node, n.RefExpr):
            if isinstance(node.node, n.TypeAlias):
                return self.world.translate(node.node.target, {})
            info = self.alias_info(node.node)
            if info is not None:
                return self.any_instance(info)
            if node.fullname in TYPING_NAMES:
                return self.any_instance(self.world.info(TYPING_NAMES[node.fullname]))
        found = self.type_of(node)
        if isinstance(found, t.TypeT) and not isinstance(found.item, t.ObjectT):
            raise self.unsupported(
                node, "`isinstance` with a class held in a variable", "name the class itself"
            )
        raise self.unsupported(node, "this class in `isinstance`", "name the class itself")

    def any_instance(self, info: n.TypeInfo) -> Type:
        inst = self.world.class_inst(self.world.class_meant(info), ())
        primitive = inst.primitive
        own = primitive if primitive is not None else ClassT(inst)
        others = self.world.numbers_of(info)
        return t.union([own, *map(self.any_instance, others)]) if others else own

    def names_int_class(self, target: Type) -> bool:
        """Some objects of the type are ints of a class of their own."""
        parts = target.items if isinstance(target, t.UnionT) else (target,)
        for part in parts:
            if isinstance(part, ClassT):
                below = [part.inst.info, *self.world.subclasses.get(part.inst.info, [])]
                if any(t.is_int_class(ClassT(self.world.class_inst(info, ()))) for info in below):
                    return True
        return False

    def test_instance(self, value: Value, target: Type) -> Operand:
        """isinstance, decided now where the static type already tells."""
        source = value.type
        if isinstance(source, t.PrimT | t.NoneT | t.TupleT):
            if source == t.INT and not self.world.is_subtype(t.INT, target):
                below = [t.BOOL] if self.world.is_subtype(t.BOOL, target) else []
                if below or self.names_int_class(target):
                    return self.is_instance(self.box(value), target)
                return ir.BoolConst(False)
            return ir.BoolConst(self.class_matches(source, target))
        if isinstance(source, ClassT) and source.exact:
            return ir.BoolConst(self.world.is_subtype(source, target))
        if isinstance(source, ClassT) and _never_meet(source, target):
            return ir.BoolConst(False)
        return self.is_instance(self.box(value), target)

    def class_matches(self, source: Type, target: Type) -> bool:
        parts = target.items if isinstance(target, t.UnionT) else (target,)
        for part in parts:
            if isinstance(source, t.TupleT) and isinstance(part, ClassT):
                inst = self.world.class_of(source)
                if inst is not None and part.inst.info in inst.info.mro:
                    return True
            if self.world.is_subtype(source, part):
                return True
        return False

    def builtin_issubclass(self, node: n.CallExpr, expected: Type) -> Value | None:
        if any(map(self.is_class_value, [node.args[0], *self.class_list(node.args[1])])):
            words = [self.box(self.stable(self.expr(argument))) for argument in node.args]
            plainly = functools.partial(self.call, self.runtime("classes.subclass_of"), words, node)
            asked = instance_checks(self.world, "__subclasscheck__")
            return Value(asked_at_run_time(self, words, asked, "__subclasscheck__", plainly, node), t.BOOL)
        if self.asks_metaclass(node.args[1], "__subclasscheck__"):
            first, cls = self.stable(self.expr(node.args[0])), self.expr(node.args[1])
            answer = self.invoke(cls, "__subclasscheck__", [first], node, t.BOOL)
            return Value(self.truth(answer, node), t.BOOL)
        left = self.class_of_expression(node.args[0])
        results = [self.class_of_expression(c) for c in self.class_list(node.args[1])]
        return Value(ir.BoolConst(any(self.world.is_subtype(left, r) for r in results)), t.BOOL)

    def builtin_abs(self, node: n.CallExpr, expected: Type) -> Value | None:
        value = self.expr(node.args[0])
        if value.type == t.FLOAT:
            return Value(self.prim(Rep.F64, "abs", value.operand), t.FLOAT)
        if value.type in (t.INT, t.BOOL):
            x = self.as_int(value, node)
            return Value(self.magnitude(x.operand, node), t.INT)
        return self.invoke(value, "__abs__", [], node, expected)

    def magnitude(self, word: Operand, node: n.Expression) -> Operand:
        """`abs` of an int, inline for small ones."""
        result = self.reg(Rep.INT, "abs")
        small, other, below, done = (self.new_block(name) for name in ("small", "other", "below", "abs"))
        self.branch(self.prim(Rep.BOOL, "is_small", word), small, other, likely=True)
        self.begin(other)
        self.move(result, self.call(self.runtime("bigint.int_abs"), [word], node))
        self.jump(done)
        self.begin(small)
        self.move(result, word)
        negative = self.prim(Rep.BOOL, "lt", self.prim(Rep.I64, "untag", word), ir.RawConst(0, Rep.I64))
        self.branch(negative, below, done)
        self.begin(below)
        negated = self.reg(Rep.INT, "negated")
        self.may_raise(ir.IntOp(negated, "neg", [word], self.runtime("bigint.int_neg")), node)
        self.move(result, negated)
        self.jump(done)
        self.begin(done)
        return result

    def builtin_id(self, node: n.CallExpr, expected: Type) -> Value | None:
        word = self.prim(Rep.U64, "ref_bits", self.box(self.expr(node.args[0])))
        return Value(self.word_to_int(word, Rep.U64), t.INT)

    # -- mirage.lowlevel ------------------------------------------------------------------------

    def words(self, node: n.CallExpr, *types: Type) -> list[Operand]:
        return [self.coerce(self.expr(a), ty, node).operand for a, ty in zip(node.args, types, strict=True)]

    def lowlevel_call(self, name: str, node: n.CallExpr, expected: Type) -> Value | None:
        if name in t.WORDS or name in ("Array", "Tail"):
            return None
        handler: Callable[[n.CallExpr], Value] | None = getattr(self, f"lowlevel_{name}", None)
        if handler is not None:
            return handler(node)
        bits = name.removeprefix("volatile_").removeprefix("load").removeprefix("store")
        if bits.isdigit():
            return self.memory_access(name, int(bits), node)
        simple: dict[str, tuple[str, tuple[Type, ...], Type]] = {
            "add_overflows": ("add_overflows", (t.I64, t.I64), t.BOOL),
            "sub_overflows": ("sub_overflows", (t.I64, t.I64), t.BOOL),
            "mul_overflows": ("mul_overflows", (t.I64, t.I64), t.BOOL),
            "mul_high": ("mul_high", (t.U64, t.U64), t.U64),
            "float_bits": ("f64_bits", (t.FLOAT,), t.U64),
            "bits_float": ("bits_f64", (t.U64,), t.FLOAT),
            "float_to_i64": ("f64_to_i64", (t.FLOAT,), t.I64),
            "i64_to_float": ("i64_to_f64", (t.I64,), t.FLOAT),
            "float_sqrt": ("sqrt", (t.FLOAT,), t.FLOAT),
            "small_value": ("untag", (t.INT,), t.I64),
            "make_small": ("tag", (t.I64,), t.INT),
        }
        if name in simple:
            primitive, types, result = simple[name]
            return Value(self.prim(result.rep, primitive, *self.words(node, *types)), result)
        raise Refusal(node, "lowlevel", f"`{name}` is not an intrinsic")

    def memory_access(self, name: str, bits: int, node: n.CallExpr) -> Value:
        word = t.WORDS[f"u{bits}"]
        volatile = name.startswith("volatile_")
        if "load" in name:
            dst = self.reg(word.rep)
            self.emit(ir.Load(dst, self.words(node, t.U64)[0], volatile))
            return Value(dst, word)
        address, value = self.words(node, t.U64, word)
        self.emit(ir.Store(address, value, volatile))
        return Value(ir.NoneConst(), t.NONE)

    def object_word(self, node: n.Expression) -> Operand:
        return self.box(self.expr(node))

    def lowlevel_is_small(self, node: n.CallExpr) -> Value:
        value = self.expr(node.args[0])
        if isinstance(value.type, t.PrimT) and value.type != t.INT:
            return Value(ir.BoolConst(False), t.BOOL)
        operand = value.operand if value.type == t.INT else self.box(value)
        return Value(self.prim(Rep.BOOL, "is_small", operand), t.BOOL)

    def lowlevel_fits_small(self, node: n.CallExpr) -> Value:
        word = self.words(node, t.I64)[0]
        doubled = self.prim(Rep.BOOL, "add_overflows", word, word)
        return Value(self.negate(doubled), t.BOOL)

    def lowlevel_new_with_tail(self, node: n.CallExpr) -> Value:
        cls = node.args[0]
        if isinstance(cls, n.IndexExpr):
            cls = cls.base
        info = self.alias_info(cls.node) if isinstance(cls, n.RefExpr) else None
        if info is None:
            raise Refusal(node, "lowlevel", "new_with_tail needs the name of a class")
        inst = self.world.class_inst(info, ()).code
        if self.inst is not None and self.inst.owner is not None and self.inst.owner.info is info:
            inst = self.inst.owner.code
        count = self.coerce(self.expr(node.args[1]), t.I64, node)
        self.world.instantiate(inst)
        dst = self.reg(Rep.REF, info.name)
        self.may_raise(ir.Alloc(dst, inst.layout, count.operand), node)
        type_: Type = inst.primitive or ClassT(inst, exact=True)
        return Value(self.unbox(dst, type_), type_)

    def lowlevel_tail_address(self, node: n.CallExpr) -> Value:
        value = self.expr(node.args[0])
        inst = self.world.class_of(value.type)
        if inst is None or inst.layout.tail is None:
            raise Refusal(node, "lowlevel", "this value has no tail")
        dst = self.reg(Rep.U64)
        self.emit(ir.TailAddress(dst, self.box(value), inst.layout))
        return Value(dst, t.U64)

    def lowlevel_keep_alive(self, node: n.CallExpr) -> Value:
        operand = self.object_word(node.args[0])
        word = self.prim(Rep.U64, "ref_bits", operand)
        self.emit(ir.Asm(None, "", "r", [word]))
        return Value(ir.NoneConst(), t.NONE)

    def lowlevel_passed(self, node: n.CallExpr) -> Value:
        what = node.args[0]
        assert isinstance(what, n.StrExpr)
        return Value(self.object_word(node.args[1]), t.PassedT(what.value))

    def lowlevel_named_attribute(self, node: n.CallExpr) -> Value:
        value = Value(self.object_word(node.args[0]), t.ANY)
        wanted = self.stable(self.coerce(self.expr(node.args[1]), self.world.str_type, node))
        result, done = self.reg(Rep.REF, "attribute"), self.new_block("found")
        for name in names_in_templates(self.world):
            here, other = self.new_block("named"), self.new_block("other")
            equal = self.invoke(wanted, "__eq__", [self.constant_str(name)], node, t.BOOL)
            self.branch(equal.operand, here, other)
            self.begin(here)
            self.move(result, self.box(self.attribute(value, name, node)))
            if self.alive:
                self.jump(done)
            self.begin(other)
        self.raise_runtime("errors.no_attribute", [value.operand, wanted.operand], node)
        self.begin(done)
        return Value(result, OBJECT)

    def lowlevel_some_literal_has(self, node: n.CallExpr) -> Value:
        parts = [arg.value for arg in node.args if isinstance(arg, n.StrExpr)]
        return Value(ir.BoolConst(some_literal_has(self.world, parts)), t.BOOL)

    def lowlevel_some_literal_is(self, node: n.CallExpr) -> Value:
        names = [arg.value for arg in node.args if isinstance(arg, n.StrExpr)]
        return Value(ir.BoolConst(some_literal_is(self.world, names)), t.BOOL)

    def lowlevel_logged(self, node: n.CallExpr) -> Value:
        if not imports_logging(self.world):
            return Value(ir.BoolConst(False), t.BOOL)
        function = self.world.function_node("logging._log_for_library")
        inst = request_function(self.world, function, None)
        values = [self.expr(arg) for arg in node.args]
        types = [param.type for param in inst.params]
        words = [self.coerce(value, type_, node).operand for value, type_ in zip(values, types, strict=True)]
        self.call(inst.function, words, node)
        return Value(ir.BoolConst(True), t.BOOL)

    def lowlevel_ints_have_operators(self, node: n.CallExpr) -> Value:
        return Value(ir.BoolConst(bool(self.world.ints_with_operators)), t.BOOL)

    def lowlevel_right_first(self, node: n.CallExpr) -> Value:
        name = node.args[2]
        assert isinstance(name, n.StrExpr)
        pairs = meeting(self.world, name.value)
        if name.value == "__ne__":  # object's asks `__eq__`
            pairs = list(dict.fromkeys([*pairs, *meeting(self.world, "__eq__")]))
        if not pairs:
            return Value(ir.BoolConst(False), t.BOOL)
        left, right = self.stable(self.expr(node.args[0])), self.stable(self.expr(node.args[1]))
        result, done = self.reg(Rep.BOOL, "right_first"), self.new_block("asked")
        self.move(result, ir.BoolConst(True))
        for pair in pairs:
            no = self.new_block("not_these")
            self.branch_second(left, right, pair, done, no)
            self.begin(no)
        self.move(result, ir.BoolConst(False))
        self.jump(done)
        self.begin(done)
        return Value(result, t.BOOL)

    def lowlevel_texts_have_subclasses(self, node: n.CallExpr) -> Value:
        below = self.world.subclasses.get(self.world.info("builtins.str"), [])
        return Value(ir.BoolConst(any(self.world.is_user(info.module_name) for info in below)), t.BOOL)

    def lowlevel_class_id(self, node: n.CallExpr) -> Value:
        return Value(self.prim(Rep.U32, "class_id", self.object_word(node.args[0])), t.U32)

    def lowlevel_unchecked_cast(self, node: n.CallExpr) -> Value:
        value = self.expr(node.args[1])
        target = self.cast_target(node)
        if isinstance(value.type, t.PrimT) and isinstance(target, t.PrimT):
            return self.coerce(value, target, node)
        operand = self.box(value)
        return Value(self.unbox(operand, target), target)

    def cast_target(self, node: n.CallExpr) -> Type:
        first = node.args[0]
        if isinstance(first, n.RefExpr) and first.node is not None:
            info = self.alias_info(first.node)
            if info is not None:
                if self.inst is not None and self.inst.owner is not None and self.inst.owner.info is info:
                    return self.inst.owner.this
                wanted = self.type_of(node)
                if isinstance(wanted, ClassT) and wanted.inst.info is info:
                    return wanted
                inst = self.world.class_inst(info, ())
                return inst.primitive or ClassT(inst)
        return self.type_of(node) or OBJECT

    def lowlevel_address_of(self, node: n.CallExpr) -> Value:
        return Value(self.prim(Rep.U64, "ref_bits", self.object_word(node.args[0])), t.U64)

    def lowlevel_object_at(self, node: n.CallExpr) -> Value:
        return Value(self.prim(Rep.REF, "bits_ref", self.words(node, t.U64)[0]), OBJECT)

    def lowlevel_class_table(self, node: n.CallExpr) -> Value:
        return Value(ir.ClassTable(), t.U64)

    def lowlevel_class_count(self, node: n.CallExpr) -> Value:
        return Value(ir.ClassCount(), t.U32)

    def lowlevel_type_of(self, node: n.CallExpr) -> Value:
        return self.type_object(self.expr(node.args[0]))

    def lowlevel_current_exception(self, node: n.CallExpr) -> Value:
        current = self.reg(Rep.REF, "current")
        variable = self.world.global_variable(CURRENT, "mirage.current_exception", OBJECT, ir.NoneConst())
        self.emit(ir.GetGlobal(current, variable))
        return Value(current, t.union([ClassT(self.world.builtin("BaseException")), t.NONE]))

    def lowlevel_stop_sentinel(self, node: n.CallExpr) -> Value:
        return Value(ir.StopSentinel(), ClassT(self.world.builtin("BaseException")))

    def lowlevel_symbol_address(self, node: n.CallExpr) -> Value:
        return Value(ir.SymbolAddress(self.literal(node.args[0])), t.U64)

    def lowlevel_resume(self, node: n.CallExpr) -> Value:
        generator, sent, thrown = (self.object_word(a) for a in node.args)
        dst = self.reg(Rep.REF)
        self.may_raise(ir.Resume(dst, generator, sent, thrown), node)
        return Value(dst, OBJECT)

    def lowlevel_run_main(self, node: n.CallExpr) -> Value:
        self.call(self.main_function(), [], node)
        return Value(ir.NoneConst(), t.NONE)

    def lowlevel_run_endings(self, node: n.CallExpr) -> Value:
        endings = self.world.memo["endings"]
        assert isinstance(endings, ir.Function)
        self.call(endings, [], node)
        return Value(ir.NoneConst(), t.NONE)

    def lowlevel_full_barrier(self, node: n.CallExpr) -> Value:
        self.emit(ir.Fence())
        return Value(ir.NoneConst(), t.NONE)

    def lowlevel_compiler_barrier(self, node: n.CallExpr) -> Value:
        self.emit(ir.Fence(compiler_only=True))
        return Value(ir.NoneConst(), t.NONE)

    def literal(self, node: n.Expression) -> str:
        if isinstance(node, n.StrExpr):
            return node.value
        if (
            isinstance(node, n.NameExpr)
            and isinstance(node.node, n.Var)
            and isinstance(node.node.final_value, str)
        ):
            return node.node.final_value
        if isinstance(node, n.OpExpr) and node.op == "+":
            return self.literal(node.left) + self.literal(node.right)
        raise Refusal(node, "lowlevel", "a string literal is needed here")

    def lowlevel_asm(self, node: n.CallExpr) -> Value:
        dst = self.reg(Rep.U64)
        operands = [self.coerce(self.expr(a), t.U64, node).operand for a in node.args[2:]]
        self.emit(ir.Asm(dst, self.literal(node.args[0]), self.literal(node.args[1]), operands))
        return Value(dst, t.U64)

    def lowlevel_asm_void(self, node: n.CallExpr) -> Value:
        operands = [self.coerce(self.expr(a), t.U64, node).operand for a in node.args[2:]]
        self.emit(ir.Asm(None, self.literal(node.args[0]), self.literal(node.args[1]), operands))
        return Value(ir.NoneConst(), t.NONE)

    def lowlevel_call_symbol(self, node: n.CallExpr) -> Value:
        dst = self.reg(Rep.U64)
        operands = [self.coerce(self.expr(a), t.U64, node).operand for a in node.args[1:]]
        self.emit(ir.CallSymbol(dst, self.literal(node.args[0]), operands))
        return Value(dst, t.U64)

    def memory_call(self, symbol: str, node: n.CallExpr, *types: Type) -> Operand:
        dst = self.reg(Rep.U64)
        operands = []
        for operand, type_ in zip(self.words(node, *types), types, strict=True):
            if type_.rep is not Rep.U64:
                operand = self.coerce(Value(operand, type_), t.U64, node).operand
            operands.append(operand)
        self.emit(ir.CallSymbol(dst, symbol, operands))
        return dst

    def lowlevel_copy_memory(self, node: n.CallExpr) -> Value:
        self.memory_call("memcpy", node, t.U64, t.U64, t.U64)
        return Value(ir.NoneConst(), t.NONE)

    def lowlevel_move_memory(self, node: n.CallExpr) -> Value:
        self.memory_call("memmove", node, t.U64, t.U64, t.U64)
        return Value(ir.NoneConst(), t.NONE)

    def lowlevel_fill_memory(self, node: n.CallExpr) -> Value:
        self.memory_call("memset", node, t.U64, t.WORDS["u8"], t.U64)
        return Value(ir.NoneConst(), t.NONE)

    def lowlevel_compare_memory(self, node: n.CallExpr) -> Value:
        word = self.memory_call("memcmp", node, t.U64, t.U64, t.U64)
        return Value(self.prim(Rep.I32, "convert", word), t.WORDS["i32"])

    # -- Array and Tail ---------------------------------------------------------------------------

    def array_method(self, receiver: Value, name: str, args: list[Arg], node: n.CallExpr) -> Value:
        layout, element = self.tail_layout(receiver)
        assert layout.tail is not None
        size = layout.tail.size
        if name == "clear_at":
            index = self.coerce(args[0].value, t.I64, node)
            zero: Operand = self.undefined_of(layout.tail)
            if layout.tail is Rep.F64:
                zero = ir.FloatConst(0)
            self.emit(ir.SetTail(receiver.operand, layout, index.operand, zero))
            return Value(ir.NoneConst(), t.NONE)
        if name in ("move", "copy_from"):
            source_array = receiver if name == "move" else args[1].value
            target, source, count = (
                self.coerce(args[i].value, t.I64, node) for i in ((0, 1, 2) if name == "move" else (0, 2, 3))
            )
            to = self.element_address(receiver.operand, layout, target.operand, size)
            start = self.element_address(source_array.operand, layout, source.operand, size)
            length = self.prim(Rep.I64, "mul", count.operand, ir.RawConst(size, Rep.I64))
            raw = self.prim(Rep.U64, "convert", length)
            symbol = "memmove" if name == "move" else "memcpy"
            self.emit(ir.CallSymbol(self.reg(Rep.U64), symbol, [to, start, raw]))
            return Value(ir.NoneConst(), t.NONE)
        raise Refusal(node, "lowlevel", f"Array has no method `{name}`")

    def element_address(self, array: Operand, layout: ir.Class, index: Operand, size: int) -> Operand:
        base = self.reg(Rep.U64)
        self.emit(ir.TailAddress(base, array, layout))
        offset = self.prim(Rep.I64, "mul", index, ir.RawConst(size, Rep.I64))
        return self.prim(Rep.U64, "add", base, self.prim(Rep.U64, "convert", offset))


def _never_meet(one: ClassT, other: Type) -> bool:
    """No class is below both: each has a tail of its own, or the other is float, which has no subclasses."""
    info = one.inst.info
    if other == t.FLOAT:
        return not info.is_protocol and info.module_name not in ("builtins", "numbers", "typing")
    if not isinstance(other, ClassT) or info in other.inst.info.mro or other.inst.info in info.mro:
        return False
    return one.inst.layout.tail is not None and other.inst.layout.tail is not None
