"""Expressions: one method per kind of node, each giving a `Value`."""

from __future__ import annotations

import struct
from collections.abc import Callable

from mypy import nodes as n
from mypy import types as mt
from mypy.subtypes import is_subtype

from mirage.compiler.frontend.analysis import spoken
from mirage.compiler.frontend.described import hidden
from mirage.compiler.frontend.folded import is_folded, is_iterated, order_of
from mirage.compiler.frontend.walk import children
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import type_arguments
from mirage.compiler.lower import types as t
from mirage.compiler.lower.annotations import dict_type, function_annotations
from mirage.compiler.lower.attribute_hooks import call_hook, own_hook
from mirage.compiler.lower.builder import NONE_VALUE, TailValue, UndecidedValue, Value
from mirage.compiler.lower.class_slots import ANCESTORS, REFLECTING, varies
from mirage.compiler.lower.class_uses import only_looked_at
from mirage.compiler.lower.classes import (
    ClassInst,
    Member,
    function_of,
    is_cached_property,
    is_hidden,
    is_property,
)
from mirage.compiler.lower.closures import Closures
from mirage.compiler.lower.computed import is_namespace
from mirage.compiler.lower.dataclass_info import is_attribute_of_dataclass, slots_of_dataclass
from mirage.compiler.lower.enum_info import MEMBER_TABLES, TEXT_ATTRIBUTES, is_text_enum
from mirage.compiler.lower.function_attributes import (
    attributes_of_functions,
    may_be_function,
    of_function,
    read_from_function,
    write_to_function,
)
from mirage.compiler.lower.functions import real_decorators, request_function
from mirage.compiler.lower.imported import imported_copy
from mirage.compiler.lower.invocation import Arg
from mirage.compiler.lower.metaclasses import (
    OF_TYPE,
    classes_with,
    has_method,
    is_metaclass,
    metaclass_of,
    read_of_metaclass,
)
from mirage.compiler.lower.object_dicts import has_dict, of_class_or_module, read
from mirage.compiler.lower.passed import is_initialiser, note_attribute
from mirage.compiler.lower.refused import refuse_builtin
from mirage.compiler.lower.replaced_classes import is_replaced
from mirage.compiler.lower.types import OBJECT, ClassT, Type
from mirage.compiler.lower.world import Refusal

NAMES_OF_CLASS = ("__name__", "__qualname__", "__module__", "__doc__", "__class__")
OF_FRAMES = frozenset(
    f"{of}_{what}" for of in ("gi", "cr", "ag") for what in ("frame", "code", "origin")
) | {"__code__", "__closure__", "__globals__", "__defaults__", "__kwdefaults__"}
LATER_FORMS = ("TypedDict", "Self", "Unpack", "Concatenate", "TypeAlias", "TypeGuard")
FUNCTION_INTERNALS = (
    "__annotations__",
    *("__defaults__", "__kwdefaults__", "__code__", "__closure__", "__globals__", "__dict__"),
)


class Expressions(Closures):
    """Everything but calls, which are in calls.py."""

    def expr(self, node: n.Expression) -> Value:
        saved_line, saved_node = self.line, self.node
        if node.line > 0:
            self.line = node.line
        self.node = node
        try:
            return self._expr(node)
        finally:
            self.line, self.node = saved_line, saved_node

    def _expr(self, node: n.Expression) -> Value:
        match node:
            case n.IntExpr():
                return Value(ir.IntConst(node.value), t.INT)
            case n.FloatExpr():
                return Value(float_const(node.value), t.FLOAT)
            case n.StrExpr():
                return self.constant_str(node.value)
            case n.BytesExpr():
                return Value(ir.BytesConst(bytes_value(node.value)), self.world.bytes_type)
            case n.NameExpr():
                return self.name(node)
            case n.MemberExpr():
                return self.member(node)
            case n.CallExpr():
                return self.call_expr(node)
            case n.OpExpr():
                return self.op_expr(node)
            case n.ComparisonExpr():
                return self.comparison(node)
            case n.UnaryExpr():
                return self.unary(node)
            case n.IndexExpr():
                return self.index(node)
            case n.TupleExpr():
                return self.tuple_expr(node)
            case n.ListExpr():
                return self.list_expr(node)
            case n.SetExpr():
                return self.set_expr(node)
            case n.DictExpr():
                return self.dict_expr(node)
            case n.ConditionalExpr():
                return self.conditional(node)
            case n.AssignmentExpr():
                value = self.expr(node.value)
                self.assign(node.target, value)
                return self.expr(node.target)
            case n.LambdaExpr():
                return self.closure(node)
            case n.ListComprehension():
                return self.list_comprehension(node)
            case n.SetComprehension():
                return self.set_comprehension(node)
            case n.DictionaryComprehension():
                return self.dict_comprehension(node)
            case n.GeneratorExpr():
                return self.generator_expression(node)
            case n.YieldExpr():
                return self.yield_expr(node)
            case n.YieldFromExpr():
                return self.yield_from(node)
            case n.AwaitExpr():
                return self.await_expr(node)
            case n.CastExpr():
                value = self.expr(node.expr)
                return self.coerce_loosely(value, self.translate(node.type), node)
            case n.AssertTypeExpr():
                return self.expr(node.expr)
            case n.SliceExpr():
                return self.slice_expr(node)
            case n.EllipsisExpr():
                return self.singleton("types.EllipsisType")
            case n.SuperExpr():
                return self.super_attribute(node)
            case n.TypeApplication():
                return self.expr(node.expr)
            case n.StarExpr():
                raise self.unsupported(node, "a starred expression here")
            case n.ComplexExpr():
                parts: list[Operand] = [float_const(node.value.real), float_const(node.value.imag)]
                made = self.call(self.runtime("complexes.new"), parts, node)
                return Value(made, self.world.builtin_type("complex"))
        raise self.unsupported(node, f"`{type(node).__name__}`")

    def coerce_loosely(self, value: Value, target: Type, node: n.Node) -> Value:
        """`cast`: the run-time value is not touched, so an impossible cast is only a change of view."""
        if isinstance(value.type, t.PrimT) and isinstance(target, t.PrimT) and value.type != target:
            if value.type == t.FLOAT or target == t.FLOAT:
                raise Refusal(node, "cast", f"`cast` from {value.type} to {target} would change the value")
        return self.coerce(value, target, node)

    def singleton(self, fullname: str) -> Value:
        """The one object of a class."""
        inst = self.world.class_inst(self.world.info(fullname), ())
        if not self.library:
            self.world.instantiate(inst)
        return Value(ir.Singleton(inst.layout), ClassT(inst, exact=True))

    # -- names ----------------------------------------------------------------------------------

    def narrowed(self, node: n.Expression, value: Value) -> Value:
        """Use what mypy knows of the value at this place."""
        if self.world.flows.undecided and self.is_undecided(node):
            return value
        if isinstance(value.type, t.PrimT | t.NoneT | t.TupleT):
            return value
        if self.equal_only and isinstance(node, n.NameExpr) and node.node in self.equal_only:
            return Value(self.box(value), t.ANY)
        target = self.type_of(node)
        if (
            target is None
            or isinstance(target, t.ObjectT | t.NeverT)
            or self.world.is_subtype(value.type, target)
        ):
            if isinstance(target, t.CallableT) and isinstance(value.type, t.CallableT):
                return Value(value.operand, target)
            return value
        if isinstance(target, t.CallableT | t.TypeT):
            return Value(value.operand, target)
        if isinstance(target, ClassT) and has_method(self.world, target.inst.info, "__instancecheck__"):
            return Value(self.box(value), t.ANY)  # whatever the metaclass takes for one
        if isinstance(target, ClassT) and self.world.is_complex(target):
            return Value(self.box(value), target)
        if not self.library and self.is_only_equal(node, value.type):
            return Value(value.operand, t.ANY)
        if not self.library and t.loses_int(value.type, target) and not isinstance(value.type, t.ObjectT):
            target = t.widened(target)
            if self.world.is_subtype(value.type, target):
                return value
        if node is self.may_be_none and self.is_object_or_none(value.type, target):
            return value  # mypy goes on believing `if node.next` when `node` is another: its use will tell
        if self.taken_as is not None and node is self.taken_as[0] and isinstance(value.type, t.UnionT):
            wanted = self.taken_as[1]
            if wanted is None:
                if self.is_optional_of_one(value.type) and value.type.without_none() == target:
                    return value
            elif self.world.is_subtype(value.type, wanted()):
                return value
        return self.coerce(value, target, node)

    def expr_taken(self, node: n.Expression, wanted: Callable[[], Type] | None = None) -> Value:
        """The expression, where all that it is declared to be may be used.

        mypy goes on believing `if self.token is not None` after a call that has set it to None.  Where the
        use takes what the attribute is declared to be, that is no matter: what mypy believes is not checked.

        wanted   gives the type that the use takes; without it the use tells None from the rest (`or_none`)
        """
        if self.library or not self.may_be_stale(node):
            return self.expr(node)
        before, self.taken_as = self.taken_as, (node, wanted)
        value = self.expr(node)
        self.taken_as = before
        return value

    def may_be_stale(self, node: n.Expression) -> bool:
        """An attribute, an item, or a variable of a module, which a call may have changed unseen."""
        if isinstance(node, n.NameExpr):
            return isinstance(node.node, n.Var) and node.kind == n.GDEF
        return isinstance(node, n.MemberExpr | n.IndexExpr)

    def or_none(self, value: Value, use: Callable[[Value], Value]) -> Value:
        """What `use` makes of the value, where mypy has ruled None out and may be wrong: each alone."""
        assert isinstance(value.type, t.UnionT)
        some, none, done = self.new_block("some"), self.new_block("none"), self.new_block("used")
        given = self.prim(Rep.BOOL, "is_not", value.operand, ir.NoneConst())
        self.branch(given, some, none, likely=True)
        self.begin(some)
        rest = value.type.without_none()
        first = use(Value(self.unbox(value.operand, rest), rest))
        result = self.reg(first.type.rep, "used")
        self.move(result, first.operand)
        self.jump(done)
        self.begin(none)
        self.move(result, self.coerce(use(NONE_VALUE), first.type).operand)
        self.jump(done)
        self.begin(done)
        return Value(result, first.type)

    def is_optional_of_one(self, type_: Type) -> bool:
        if not isinstance(type_, t.UnionT) or not type_.may_be_none:
            return False
        return not isinstance(type_.without_none(), t.UnionT)

    def expr_or_none(self, node: n.Expression) -> Value:
        """The expression, for what looks for None itself, even where mypy has ruled it out."""
        before, self.may_be_none = self.may_be_none, node
        value = self.expr(node)
        self.may_be_none = before
        return value

    def is_object_or_none(self, given: Type, target: Type) -> bool:
        """`given` is the target, a class of the application, or None."""
        return (
            isinstance(given, t.UnionT)
            and isinstance(target, ClassT)
            and not self.library
            and self.world.is_user(target.inst.info.module_name)
            and given.may_be_none
            and given.without_none() == target
        )

    def is_undecided(self, node: n.Expression) -> bool:
        """A variable or attribute that holds more than mypy thinks (`flows.undecided`)."""
        return self.slot_of(node) in self.world.flows.undecided

    def slot_of(self, node: n.Node) -> object | None:
        """The variable or attribute that the expression names."""
        if isinstance(node, n.NameExpr):
            return node.node
        if not isinstance(node, n.MemberExpr):
            return None
        owner = mt.get_proper_type(self.world.expression_types.get(node.expr))
        info = owner.type if isinstance(owner, mt.Instance) else getattr(node.expr, "node", None)
        entry = info.get(node.name) if isinstance(info, n.TypeInfo) else None
        return entry.node if entry is not None else node.node

    def mentions_undecided(self, node: n.Expression) -> bool:
        """A part of the expression is such a variable."""
        if self.library or not self.world.flows.undecided:
            return False
        return self.world.flows.undecided.has_any(self.slots_in(node))

    def slots_in(self, node: n.Node) -> frozenset[object]:
        """The variables and attributes that parts of an expression of the application name."""
        found = self.world.index.slots.get(node)
        if found is None:
            own = self.slot_of(node)
            parts = [self.slots_in(part) for part in children(node)]
            found = frozenset([own] if own is not None else []).union(*parts)
            self.world.index.slots[node] = found
        return found

    def is_only_equal(self, node: n.Expression, known: Type) -> bool:
        """mypy took the type of a literal that the value was compared with.  1.0 and objects with an `__eq__`
        of their own are equal to 1 too, and are no ints."""
        parts = known.items if isinstance(known, t.UnionT) else (known,)
        if not any(isinstance(part, t.ObjectT) or part == t.FLOAT for part in parts):
            return False
        found = mt.get_proper_type(self.world.expression_types.get(node))
        items = found.items if isinstance(found, mt.UnionType) else [found]
        literals = (mt.get_proper_type(item) for item in items)
        return any(
            (isinstance(item, mt.LiteralType) and not item.fallback.type.is_enum)
            or (isinstance(item, mt.Instance) and item.last_known_value is not None)
            for item in literals
        )

    def name(self, node: n.NameExpr) -> Value:
        target = node.node
        if node.fullname in ("builtins.True", "builtins.False"):
            return Value(ir.BoolConst(node.fullname.endswith("True")), t.BOOL)
        if node.fullname == "builtins.None" or node.name == "None":
            return NONE_VALUE
        if node.fullname == "builtins.NotImplemented":
            return Value(self.not_implemented(), OBJECT)
        if isinstance(target, n.Var):
            return self.narrowed(node, self.variable(target, node))
        return self.declared(target, node)

    def form_value(self, target: n.Var, node: n.Expression) -> Value | None:
        """`typing.Union` and its like, which `get_origin` gives."""
        if not target.fullname.startswith("typing.") or self.library:
            return None
        if str(target.type) != "typing._SpecialForm":
            return None
        if target.name in LATER_FORMS:
            raise self.unsupported(node, f"`{target.name}` as a value", "use it in annotations only")
        return self.typing_form(target.name)

    def annotations_of_function(self, item: n.FuncDef, module: str, node: n.Node) -> Value:
        """`f.__annotations__`"""
        return function_annotations(self, item, module, False, node)

    def typing_form(self, name: str) -> Value:
        """`typing.Union` as a value, which `get_origin` gives."""
        form = self.world_function("_annotations.form")
        return Value(self.call(form, [ir.StrConst(f"typing.{name}")]), OBJECT)

    def declared(self, target: n.SymbolNode | None, node: n.Expression) -> Value:
        """A function, class or module used as a value."""
        if isinstance(target, n.TypeAlias) and target.python_3_12_type_alias:
            raise self.unsupported(node, "what `type` defines as a value", "use it in annotations only")
        if target is not None and target.fullname in type_arguments.NAMES and not self.library:
            raise self.unsupported(node, "`get_args` as a value", type_arguments.REMEDY)
        refusal = refuse_builtin(target.fullname, node) if target is not None else None
        if refusal is not None:
            raise refusal
        if target is not None and target.fullname in REFLECTING and isinstance(node, n.RefExpr):
            return self.reflecting_value(node)
        match target:
            case n.FuncDef():
                if self.is_local_function(target):
                    return self.local_function_value(target, node)
                if target in self.world.index.redefined:
                    return self.redefined_value(target, node)
                return self.function_value(target, node)
            case n.OverloadedFuncDef():
                found = function_of(target)
                if found is None:
                    raise self.unsupported(node, "an overloaded function as a value", "wrap it in a lambda")
                return self.function_value(found, node)
            case n.Decorator():
                if self.is_local_function(target.func):
                    return self.local_function_value(target.func, node)
                if real_decorators(target):
                    return self.narrowed(node, self.decorated_global(target))
                return self.function_value(target.func, node)
            case n.TypeInfo(is_newtype=True):
                return self.function_value(self.world.function_node("mirage.runtime.calls.same"), node)
            case n.TypeInfo():
                return self.class_value(target, node)
            case n.TypeAlias():
                proper = mt.get_proper_type(target.target)
                if isinstance(proper, mt.Instance):
                    return self.class_value(proper.type, node)
                if isinstance(proper, mt.UnionType) and _is_of_classes(proper):
                    return self.union_value(proper, node)
            case n.MypyFile():
                raise self.unsupported(node, "a module as a value", "name what you need from it")
        if getattr(node, "name", "") == "__dict__":
            raise of_class_or_module(node)
        raise self.unsupported(node, f"`{getattr(node, 'name', 'this name')}` as a value")

    def module_fact(self, var: n.Var) -> Value:
        """`__file__`, `__doc__` and `__package__`."""
        name = var.fullname.rpartition(".")[0]
        module = self.world.modules.get(name, self.module)
        if var.name == "__file__":
            return self.constant_str(module.path)
        if var.name == "__package__":
            if spoken(module.tree.fullname) == "__main__":
                return NONE_VALUE
            package = module.tree.is_package_init_file()
            return self.constant_str(name if package else name.rpartition(".")[0])
        first = module.tree.defs[0] if module.tree.defs else None
        if isinstance(first, n.ExpressionStmt) and isinstance(first.expr, n.StrExpr):
            return self.constant_str(first.expr.value)
        return NONE_VALUE

    def variable(self, var: n.Var, node: n.Expression) -> Value:
        if var in self.enum_values:
            return self.enum_values[var]
        if var in self.places:
            return self.read_local(var, node)
        for scope in self.env_scopes:
            if var in scope.fields:
                return self.read_env(var, node)
        form = self.form_value(var, node)
        if form is not None:
            return form
        if var.fullname in ("builtins.NotImplemented",):
            return Value(self.not_implemented(), OBJECT)
        if var.fullname in ("builtins.Ellipsis",):
            return self.singleton("types.EllipsisType")
        if var.name == "__name__" and var.fullname.rpartition(".")[0] in self.world.modules:
            return self.constant_str(spoken(var.fullname.rpartition(".")[0]))
        if var.name in ("__file__", "__doc__", "__package__"):
            return self.module_fact(var)
        if var.fullname in ("typing.TYPE_CHECKING", "typing_extensions.TYPE_CHECKING"):
            return Value(ir.BoolConst(False), t.BOOL)
        if var.fullname == "builtins.__debug__":
            return Value(ir.BoolConst(True), t.BOOL)
        if "." not in var.fullname or var.fullname == var.name:
            # local variable that is never assigned before this point
            if isinstance(node, n.NameExpr) and node.kind == n.LDEF:
                self.declare_local(var)
                return self.read_local(var, node)
        if bool(var.info):
            return self.class_variable(var.info, var.name, node)
        folded = self.folded_constant(var)
        if folded is not None:
            return folded
        variable, type_ = self.world.module_variable(var)
        copied = self.copied_name(var, node)
        if copied is not None:
            variable, type_ = copied
        dst = self.reg(type_.rep, var.name)
        self.emit(ir.GetGlobal(dst, variable))
        if not self.library and (copied is not None or not self.definitely_set(var)):
            self.check_global(variable, dst, var.name, node)
        return Value(dst, type_)

    def copied_name(self, var: n.Var, node: n.Node) -> tuple[ir.Global, Type] | None:
        """The copy that this module's `from ... import` made of the variable."""
        if self.library:
            return None
        if isinstance(node, n.NameExpr) and node.kind != n.LDEF:
            return imported_copy(self.world, var, self.module_name, node.name)
        if isinstance(node, n.MemberExpr) and isinstance(node.expr, n.RefExpr):
            if isinstance(node.expr.node, n.MypyFile):
                return imported_copy(self.world, var, node.expr.node.fullname, node.name)
        return None

    def folded_constant(self, var: n.Var) -> Value | None:
        if not (var.is_final and var.final_value is not None):
            return None
        declared = self.world.declared(var, {}, self.world.module_of(var.fullname))
        value = var.final_value
        if isinstance(value, bool):
            return Value(ir.BoolConst(value), t.BOOL)
        if isinstance(value, int) and declared == t.INT:
            return Value(ir.IntConst(value), t.INT)
        if isinstance(value, float) and declared in (t.FLOAT, t.NUMBER):
            return Value(float_const(value), t.FLOAT)
        if isinstance(value, str):
            return self.constant_str(value)
        return None

    def check_global(self, variable: ir.Global, value: ir.Reg, name: str, node: n.Expression) -> None:
        if value.rep.is_raw_integer:
            return
        bad, ok = self.new_block("unbound"), self.new_block("bound")
        undefined = self.reg(Rep.BOOL)
        self.emit(ir.GlobalUndefined(undefined, variable))
        self.branch(undefined, bad, ok, likely=False)
        self.begin(bad)
        self.raise_runtime("errors.undefined_global", [ir.StrConst(name)], node)
        self.begin(ok)

    def definitely_set(self, var: n.Var) -> bool:
        return False

    # -- attributes -----------------------------------------------------------------------------

    def member(self, node: n.MemberExpr) -> Value:
        target = node.node
        if isinstance(node.expr, n.RefExpr) and isinstance(node.expr.node, n.MypyFile):
            if isinstance(target, n.Var):
                return self.narrowed(node, self.variable(target, node))
            return self.declared(target, node)
        if isinstance(node.expr, n.RefExpr) and isinstance(node.expr.node, n.TypeInfo | n.TypeAlias):
            info = self.alias_info(node.expr.node)
            if isinstance(node.expr.node, n.TypeAlias) and node.expr.node.python_3_12_type_alias:
                return self.declared(node.expr.node, node.expr)
            if info is not None and not self.shadowed_class(node.expr):
                return self.narrowed(node, self.class_attribute(info, node.name, node))
        if (
            isinstance(target, n.Var | n.FuncDef | n.TypeInfo)
            and node.fullname
            and isinstance(node.expr, n.MemberExpr)
        ):
            if isinstance(node.expr.node, n.MypyFile):
                return (
                    self.declared(target, node)
                    if not isinstance(target, n.Var)
                    else self.variable(target, node)
                )
        if node.name == "__doc__" and isinstance(node.expr, n.MemberExpr):
            text = self.property_text(node.expr)
            if text is not None:
                return text
        item = self.known_function(node.expr)
        if item is not None:
            known = self.function_attribute(item, node.name, node)
            if known is not None:
                return known
        receiver = self.cache_of_method(node.expr) or self.expr_or_none(node.expr)
        return self.narrowed(node, self.attribute(receiver, node.name, node))

    def cache_of_method(self, node: n.Expression) -> Value | None:
        """The cache in `self.method.cache_info()`: attributes of a bound method are those of its function."""
        if not isinstance(node, n.MemberExpr) or self.library:
            return None
        wanted, owner = self.type_of(node), self.type_of(node.expr)
        if not isinstance(wanted, ClassT) or wanted.inst.info.fullname != "functools._lru_cache_wrapper":
            return None
        found = owner.inst.member(node.name) if isinstance(owner, ClassT) else None
        if found is None or not isinstance(found.node, n.Decorator):
            return None
        self.expr(node.expr)
        return self.decorated_method(found)

    def alias_info(self, node: n.SymbolNode | None) -> n.TypeInfo | None:
        if isinstance(node, n.TypeInfo):
            return None if is_replaced(self.world, node) else node
        if isinstance(node, n.TypeAlias):
            proper = mt.get_proper_type(node.target)
            if isinstance(proper, mt.TupleType):
                proper = proper.partial_fallback
            if isinstance(proper, mt.TypedDictType):
                proper = proper.fallback
            if isinstance(proper, mt.Instance):
                return proper.type
        return None

    def union_value(self, alias: mt.UnionType, node: n.Expression) -> Value:
        """`Text = str | bytes`, the alias as a value."""
        sides = [
            self.class_value(item.type, node) if isinstance(item, mt.Instance) else NONE_VALUE
            for item in map(mt.get_proper_type, alias.items)
        ]
        if not alias.uses_pep604_syntax:
            whole = self.make_tuple(sides).operand
            return Value(self.call(self.world_function("types._typing_union"), [whole], node), OBJECT)
        made = self.box(sides[0])
        for side in sides[1:]:
            made = self.call(self.world_function("types._union"), [made, self.box(side)], node)
        return Value(made, OBJECT)

    def shadowed_class(self, expr: n.RefExpr) -> bool:
        return False

    def read_from_class(self, type_: Type, name: str) -> bool:
        """`x.__doc__` and `x.__module__` are the class's; a class in C keeps its module from its objects."""
        if not isinstance(type_, ClassT) or type_.inst.info.is_protocol:
            return False
        return name == "__doc__" or name == "__module__" and self.world.is_user(type_.inst.info.module_name)

    def attribute(self, receiver: Value, name: str, node: n.Expression) -> Value:
        """`receiver.name` for reading."""
        if isinstance(receiver.type, t.TypeT):
            receiver = read_of_metaclass(self.world, receiver, name) or receiver
        elif isinstance(receiver.type, ClassT) and is_metaclass(receiver.type.inst.info):
            of_class = self.attribute_of_class(receiver, receiver.type.inst, name, node)
            if of_class is not None:
                return of_class
        type_ = receiver.type
        if isinstance(type_, t.UnionT) and type_.may_be_none:
            rest = type_.without_none()
            if not isinstance(rest, t.UnionT):
                return self.attribute(self.some(receiver, name, node), name, node)
        if (
            isinstance(type_, t.TypeT)
            and isinstance(type_.item, ClassT)
            and name not in ("__name__", "__qualname__")
        ):
            if (
                type_.item.inst.member(name) is not None
                and name not in self.world.info("builtins.type").names
            ):
                return self.read_through_class(receiver, name, node)
        if isinstance(type_, t.TypeT) and isinstance(type_.item, ClassT):
            if name in MEMBER_TABLES and type_.item.inst.info.is_enum:
                return self.enum_members_mapping(type_.item.inst.info, name, node, receiver)
            if name in ("__qualname__", "__doc__", "__annotations__"):
                return self.read_through_class(receiver, name, node)
        if isinstance(type_, t.TypeT) and name == "__annotations__":
            return self.dispatch_attribute(receiver, name, dict_type(self), node)
        if isinstance(type_, t.TypeT) and name in ANCESTORS:
            return self.read_through_class(receiver, name, node)
        if isinstance(type_, t.TypeT):
            return self.attribute(Value(receiver.operand, self.world.builtin_type("type")), name, node)
        if name == "__dict__" and not isinstance(type_, t.CallableT) and not self.library:
            if is_namespace(type_):
                return self.attribute(receiver, "_values", node)
            return read(self, receiver, node)
        if name == "__class__":
            return self.type_object(receiver, only_looked_at(self.world, node))
        if isinstance(type_, t.CallableT) and name in FUNCTION_INTERNALS:
            raise Refusal(
                node,
                "dynamic-attribute",
                f"`{name}` of a function that is known at run time only cannot be compiled",
                "name the function itself, or keep what you need beside it",
            )
        if isinstance(type_, t.ObjectT) and name in OF_FRAMES and not self.library:
            user = (info for info in self.world.infos if self.world.is_user(info.module_name))
            if not any(name in info.names for info in user):
                raise Refusal(
                    node,
                    "dynamic-attribute",
                    f"`{name}` cannot be compiled: what functions and frames are made of is not in the image",
                    "keep what you need beside the function, the class or the generator",
                )
        if self.read_from_class(type_, name):
            assert isinstance(type_, ClassT)
            own = type_.inst.member(name)
            if is_metaclass(type_.inst.info):
                return self.dispatch_attribute(receiver, name, OBJECT, node)  # of the class that it is
            if own is None or own.owner.info.fullname == "builtins.object":
                if type_.exact or not self.may_be_subclass(type_):
                    return self.class_attribute(type_.inst.info, name, node)
                return self.dispatch_attribute(receiver, name, OBJECT, node)
        if isinstance(type_, ClassT) and type_.inst.info.fullname in (
            "mirage.lowlevel.Array",
            "mirage.lowlevel.Tail",
        ):
            if name == "count":
                count = self.reg(Rep.I64, "count")
                self.emit(ir.TailCount(count, receiver.operand))
                return Value(count, t.I64)
        inst = self.world.class_of(type_)
        if inst is not None and name in TEXT_ATTRIBUTES and self.may_be_text_member(type_, inst.info):
            known: Type = self.world.str_type if name == "name" else OBJECT
            return self.narrowed(node, self.dispatch_attribute(receiver, name, known, node))
        if inst is not None and name in TEXT_ATTRIBUTES and is_text_enum(inst.info):
            return self.text_member_attribute(receiver, inst.info, name, node)
        if inst is not None and may_be_function(self.world, inst, name):
            receiver = Value(receiver.operand, OBJECT)
        if inst is None or inst.info.is_protocol or self.args_unknown(type_):
            return self.dynamic_attribute(receiver, name, node)
        found = inst.member(name)
        if found is not None and is_hidden(found) and not self.library:
            return self.dynamic_attribute(receiver, name, node)
        if found is None:
            if "__getattr__" in {k for c in inst.info.mro for k in c.names}:
                expected = self.type_of(node) or OBJECT
                return self.invoke(receiver, "__getattr__", [self.constant_str(name)], node, expected)
            if of_function(self.world, inst, name):
                return read_from_function(self, receiver, name, node)
            meta = metaclass_of(self.world, inst.info)
            if meta is not None and name in meta.fields and name not in OF_TYPE:
                cls = Value(self.type_object(receiver, True).operand, ClassT(meta))
                return self.read_field(cls, meta, name, node)  # set on the class
            return self.dynamic_attribute(receiver, name, node)
        if name == "__slots__" and slots_of_dataclass(found.owner.info) is not None:
            return self.class_attribute(inst.info, name, node)
        if isinstance(found.node, n.Var) and inst.field_owner(name):
            return self.read_field(receiver, inst, name, node)
        if isinstance(found.node, n.Var) and "namedtuple" in found.owner.info.metadata:
            position = self.named_tuple_index(inst.info, name)
            if position is not None:
                return self.named_tuple_item(receiver, inst, position)
            return self.class_variable(found.owner.info, name, node)
        if isinstance(found.node, n.Var) and not found.node.is_property:
            if found.node.type is not None and str(found.node.type).startswith("mirage.lowlevel.Tail["):
                tail = self.world.translate(found.node.type, found.owner.code.substitution)
                return TailValue(self.box(receiver), tail, inst.layout)
            made = self.made_property(found)
            if made is not None:
                return self.call_property(made, found, "fget", receiver, [], node)
            overridden = self.class_variable_overridden(type_, inst.info, name)
            if not overridden and self.descriptor(found, "__get__"):
                return self.kept_or(
                    receiver,
                    inst,
                    found,
                    lambda: self.read_descriptor(inst.info, name, receiver, self.type_object(receiver), node),
                )
            if overridden:
                owner = found.owner
                declared = self.world.declared(found.node, owner.substitution, owner.info.module_name)
                if self.descriptor(found, "__get__"):
                    declared = self.type_of(node) or OBJECT
                return self.dispatch_attribute(receiver, name, declared, node)
            value = self.class_variable(inst.info, name, node, self.box(receiver))
            return self.bound_if_function(value, found, receiver)
        if is_cached_property(found.node) and not self.must_dispatch(type_, inst, found):
            return self.cached_property(receiver, inst, found, node)
        if is_property(found.node) or (isinstance(found.node, n.Var) and found.node.is_property):
            expected = self.type_of(node) or OBJECT
            return self.invoke(receiver, name, [], node, expected)
        if isinstance(found.node, n.TypeInfo):
            return self.class_value(found.node, node)
        if self.makes_descriptor(found) and not self.must_dispatch(type_, inst, found):
            args = [receiver, self.type_object(receiver)]
            made_by = self.decorated_method(found)
            expected = self.type_of(node) or OBJECT
            return self.kept_or(
                receiver, inst, found, lambda: self.invoke(made_by, "__get__", args, node, expected)
            )
        return self.bound_method(receiver, name, node)

    def bound_if_function(self, value: Value, found: Member, receiver: Value) -> Value:
        """What a class variable holds, read through an object: if that may be a function, a method of it."""
        type_ = value.type
        parts = type_.items if isinstance(type_, t.UnionT) else (type_,)
        if not any(isinstance(part, t.CallableT | t.ObjectT) for part in parts) or found.owner.info.is_enum:
            return value
        if not self.world.is_user(found.owner.info.module_name):  # also where the library dispatches
            return value
        return self.bound_value(value, receiver)

    def makes_descriptor(self, found: Member) -> bool:
        """Decorators made of the method an object of a class of the application that has `__get__`."""
        if not isinstance(found.node, n.Decorator) or not real_decorators(found.node):
            return False
        made = mt.get_proper_type(found.node.var.type)
        if not isinstance(made, mt.Instance) or found.node.func.is_static or found.node.func.is_class:
            return False
        return self.world.is_user(made.type.module_name) and made.type.get("__get__") is not None

    def class_variable_overridden(self, type_: Type, info: n.TypeInfo, name: str) -> bool:
        if not isinstance(type_, ClassT) or type_.exact or info.is_enum:
            return False
        return varies(self.world, info, name)

    def args_unknown(self, type_: Type) -> bool:
        """The static type arguments may stand for others (Any), and the layout depends on them."""
        return (
            isinstance(type_, ClassT)
            and not type_.exact
            and not type_.inst.erased
            and any(isinstance(arg, t.AnyT) for arg in type_.inst.args)
        )

    def read_field(self, receiver: Value, inst: ClassInst, name: str, node: n.Expression) -> Value:
        layout = inst.layout
        receiver = Value(self.box(receiver), receiver.type)
        type_ = inst.fields[name]
        dst = self.reg(type_.rep, name)
        self.emit(ir.GetField(dst, receiver.operand, layout, name))
        if self.field_needs_check(inst, name, type_):
            undefined = self.reg(Rep.BOOL)
            self.emit(ir.FieldUndefined(undefined, receiver.operand, layout, name))
            bad, ok = self.new_block("unset"), self.new_block("set")
            self.branch(undefined, bad, ok, likely=False)
            self.begin(bad)
            declared = inst.member(name)
            variable = declared is not None and isinstance(declared.node, n.Var)
            if variable and self.class_variable_overridden(receiver.type, inst.info, name):
                value = self.coerce(self.dispatch_attribute(receiver, name, type_, node), type_, node)
                self.move(dst, value.operand)
                self.jump(ok)
            elif (
                variable
                and self.has_class_default(inst.info, name)
                and not is_attribute_of_dataclass(inst.info, name)  # objects have those from the beginning
            ):
                assert declared is not None
                found = self.class_variable(inst.info, name, node, receiver.operand)
                value = self.coerce(self.bound_if_function(found, declared, receiver), type_, node)
                self.move(dst, value.operand)
                self.jump(ok)
            elif variable and (default := self.default_in_class(inst.info, name)) is not None:
                self.move(dst, self.coerce(default, type_, node).operand)  # of an object that has lost it
                self.jump(ok)
            else:
                self.raise_runtime("errors.undefined_attribute", [receiver.operand, ir.StrConst(name)], node)
            self.begin(ok)
        real = inst.field_type(name)
        return Value(dst, type_) if real == type_ else self.reinterpret(Value(dst, type_), real, node)

    def default_in_class(self, info: n.TypeInfo, name: str) -> Value | None:
        """The default of a dataclass's field, which is an attribute of the class too."""
        if not is_attribute_of_dataclass(info, name) or slots_of_dataclass(info) is not None:
            return None
        if not self.world.is_user(info.module_name):
            return None
        return self.field_default_value(info, name)

    def cached_property(self, receiver: Value, inst: ClassInst, found: Member, node: n.Expression) -> Value:
        """The value kept in the object, computed when there is none yet."""
        operand = self.box(receiver)
        type_ = inst.fields[found.name]
        dst = self.reg(type_.rep, found.name)
        self.emit(ir.GetField(dst, operand, inst.layout, found.name))
        undefined = self.reg(Rep.BOOL)
        self.emit(ir.FieldUndefined(undefined, operand, inst.layout, found.name))
        absent, ready = self.new_block("absent"), self.new_block("kept")
        self.branch(undefined, absent, ready, likely=False)
        self.begin(absent)
        if has_dict(self.world, inst.info) is False and not self.world.subclasses.get(inst.info):
            self.raise_runtime("errors.no_cache", [operand, ir.StrConst(found.name)], node)
            self.start_block("after")
        made = self.call_member(receiver, found, [], node, inst.field_type(found.name))
        self.store_field(operand, inst, found.name, made, node)
        self.emit(ir.GetField(dst, operand, inst.layout, found.name))
        self.jump(ready)
        self.begin(ready)
        real = inst.field_type(found.name)
        return Value(dst, type_) if real == type_ else self.reinterpret(Value(dst, type_), real, node)

    def keeps_own(self, inst: ClassInst, found: Member) -> bool:
        """A descriptor without `__set__` and `__delete__`, which an attribute of the object hides."""
        if not inst.field_owner(hidden(found.name)):
            return False
        node = found.node.var if isinstance(found.node, n.Decorator) else found.node
        declared = mt.get_proper_type(node.type) if isinstance(node, n.Var) else None
        if not isinstance(declared, mt.Instance):
            return False
        return declared.type.get("__set__") is None and declared.type.get("__delete__") is None

    def kept_or(
        self, receiver: Value, inst: ClassInst, found: Member, read: Callable[[], Value]
    ) -> Value:
        """The object's own attribute of the descriptor's name where it has one, otherwise what is read."""
        if not self.keeps_own(inst, found):
            return read()
        operand, name = self.box(receiver), hidden(found.name)
        undefined = self.reg(Rep.BOOL)
        self.emit(ir.FieldUndefined(undefined, operand, inst.layout, name))
        absent, kept, done = self.new_block("absent"), self.new_block("kept"), self.new_block("either")
        self.branch(undefined, absent, kept, likely=False)
        self.begin(absent)
        made = read()
        if not self.alive:
            self.begin(kept)
            done = kept
        result = self.reg(made.type.rep, found.name)
        if done is not kept:
            self.move(result, made.operand)
            self.jump(done)
            self.begin(kept)
        held = self.reg(inst.fields[name].rep, found.name)
        self.emit(ir.GetField(held, operand, inst.layout, name))
        self.move(result, self.coerce(Value(held, t.ANY), made.type).operand)
        if done is not kept:
            self.jump(done)
            self.begin(done)
        return Value(result, made.type)

    def store_field(
        self, receiver: Operand, inst: ClassInst, name: str, value: Value, node: n.Node | None
    ) -> None:
        """Convert and store an attribute with storage."""
        if self.inst is None or not is_initialiser(self.inst) or isinstance(value.type, t.TupleT):
            note_attribute(self.world, inst, name, value.type)
        stored = self.convert_for(value, inst.field_type(name), node, inst.slot(name))
        operand = stored.operand
        if inst.fields[name].rep is Rep.REF and stored.type.rep is not Rep.REF:
            operand = self.box(stored)
        self.emit(ir.SetField(receiver, inst.layout, name, operand))
        if name == "__cause__" and (not self.library or self.inst is None):
            base = self.world.builtin("BaseException")
            if base.info in inst.info.mro:
                self.emit(ir.SetField(receiver, base.layout, "__suppress_context__", ir.BoolConst(True)))

    def dynamic_attribute(self, receiver: Value, name: str, node: n.Expression) -> Value:
        expected = self.type_of(node) or OBJECT
        if isinstance(expected, t.CallableT):
            return self.bound_method(receiver, name, node)
        if self.world.is_complex(receiver.type):  # the parts of an int are ints
            expected = t.widened(expected)
        return self.dispatch_attribute(receiver, name, expected, node)

    def attribute_of_class(
        self, receiver: Value, meta: ClassInst, name: str, node: n.Expression
    ) -> Value | None:
        """What a class known as an object of its metaclass has itself; None where that is nothing."""
        found = meta.member(name)
        if name in ANCESTORS or name in ("__dict__", "__annotations__"):
            return self.attribute(Value(receiver.operand, t.TypeT(OBJECT)), name, node)
        if not self.world.is_user(meta.info.module_name) or name in OF_TYPE or name in NAMES_OF_CLASS:
            return None
        if found is not None and (is_property(found.node) or name.startswith("__")):
            return None
        classes = classes_with(self.world, meta.info, name)
        if not classes:
            return None
        result, done = self.reg(Rep.REF, name), self.new_block("found")
        receiver = self.stable(receiver)
        for inst in classes:
            mine, other = self.new_block(inst.info.name), self.new_block("other")
            self.branch(self.prim(Rep.BOOL, "is", receiver.operand, ir.TypeObject(inst.layout)), mine, other)
            self.begin(mine)
            value = self.class_attribute(inst.info, name, n.EllipsisExpr())
            if self.alive:
                self.move(result, self.box(value))
                self.jump(done)
            self.begin(other)
        if found is None:
            self.raise_runtime("errors.no_attribute", [receiver.operand, ir.StrConst(name)], node)
        else:
            self.move(result, self.box(self.attribute_of_metaclass(receiver, meta, name, node)))
            self.jump(done)
        self.begin(done)
        return Value(result, OBJECT)

    def attribute_of_metaclass(
        self, receiver: Value, meta: ClassInst, name: str, node: n.Expression
    ) -> Value:
        found = meta.member(name)
        assert found is not None
        if isinstance(found.node, n.Var):
            if meta.field_owner(name):
                return self.read_field(receiver, meta, name, node)
            return self.class_variable(meta.info, name, node)
        return self.bound_method(receiver, name, node)

    def write_attribute(self, receiver: Value, name: str, value: Value, node: n.Node) -> None:
        type_ = receiver.type
        if (
            isinstance(type_, t.UnionT)
            and type_.may_be_none
            and not isinstance(type_.without_none(), t.UnionT)
        ):
            receiver = self.some(receiver, name, node)
            type_ = receiver.type
        if isinstance(type_, t.TypeT) and isinstance(type_.item, ClassT):
            self.write_through_class(receiver, name, value, node)
            return
        if call_hook(self, receiver, "__setattr__", [self.constant_str(name), value], node):
            return
        self.write_unguarded(receiver, name, value, node)

    def refuse_new_attribute(self, name: str, node: n.Node) -> None:
        """An attribute that no class has could only be one of a function, or one made at run time."""
        known = self.world.memo.get("names of attributes")
        if not isinstance(known, set):
            known = {attribute for info in self.world.infos for attribute in info.names}
            self.world.memo["names of attributes"] = known
        takes_any = any(own_hook(self.world, info, "__setattr__") for info in self.world.infos)
        if name in attributes_of_functions(self.world):
            return
        if name not in known and not takes_any and not self.has_namespaces():
            reason = f"no class has an attribute `{name}`, and nothing here says that this is a function"
            remedy = "declare it in the object's class, keep the value in a dict, or annotate the function"
            raise Refusal(node, "dynamic-attribute", reason, remedy)

    def has_namespaces(self) -> bool:
        """The application may have objects of the library that take any attribute."""
        for module, state in self.world.modules.items():
            if state.library:
                continue
            for node in self.world.trees[module].imports:
                if isinstance(node, n.Import) and any(name in ("argparse", "types") for name, _ in node.ids):
                    return True
                if isinstance(node, n.ImportFrom | n.ImportAll) and node.id in ("argparse", "types"):
                    names = {name for name, _ in node.names} if isinstance(node, n.ImportFrom) else {"*"}
                    if node.id == "argparse" or names & {"SimpleNamespace", "*"}:
                        return True
        return False

    def write_unguarded(self, receiver: Value, name: str, value: Value, node: n.Node) -> None:
        """Assign without `__setattr__` of the application."""
        type_ = receiver.type
        inst = self.world.class_of(type_)
        if inst is not None and may_be_function(self.world, inst, name):
            receiver = Value(receiver.operand, OBJECT)
            type_ = OBJECT
        if inst is None or inst.info.is_protocol or self.args_unknown(type_):
            if isinstance(type_, t.ObjectT) and not self.library:
                self.refuse_new_attribute(name, node)
            self.dispatch_set_attribute(receiver, name, value, node)
            return
        found = inst.member(name)
        if found is None and of_function(self.world, inst, name):
            write_to_function(self, receiver, name, value, node)
            return
        if found is not None and is_cached_property(found.node):
            self.store_field(self.box(receiver), inst, name, value, node)
            return
        if found is not None and self.keeps_own(inst, found):
            self.store_field(self.box(receiver), inst, hidden(name), value, node)
            return
        if found is not None and is_property(found.node):
            self.invoke_setter(receiver, inst, found, value, node)
            return
        made = self.made_property(found)
        if made is not None and found is not None:
            self.call_property(made, found, "fset", receiver, [Arg(value)], node)
            return
        if self.descriptor(found, "__set__"):
            if self.class_variable_overridden(type_, inst.info, name):
                self.dispatch_set_attribute(receiver, name, value, node)
                return
            self.write_descriptor(inst.info, name, receiver, value, node)
            return
        if inst.field_owner(name):
            if found is not None and self.is_frozen(found.owner.info):
                self.refuse_frozen("assign to", name, node)
                return
            self.store_field(self.box(receiver), inst, name, value, node)
            return
        setter = inst.member("__setattr__")
        if setter is not None and setter.owner.info.fullname != "builtins.object":
            # argparse.Namespace: a dict in disguise
            self.invoke(receiver, "__setattr__", [self.constant_str(name), value], node, t.NONE)
            return
        raise Refusal(
            node,
            "dynamic-attribute",
            f"`{inst.info.name}` has no attribute `{name}` of its own to assign",
            f"declare `{name}` in the class body or assign it in `__init__`",
        )

    def refuse_frozen(self, what: str, name: str, node: n.Node) -> None:
        error = self.world.class_inst(self.world.info("dataclasses.FrozenInstanceError"), ())
        text = self.constant_str(f"cannot {what} field {name!r}")
        self.throw(self.invoke_class(error, [text], node).operand, node)
        self.start_block("after")

    def is_frozen(self, info: n.TypeInfo) -> bool:
        """`@dataclass(frozen=True)`."""
        return bool(info.metadata.get("dataclass", {}).get("frozen", False))

    def convert_for(
        self, value: Value, target: Type, node: n.Node | None, slot: object | None = None
    ) -> Value:
        """Coerce for a place the user declared: an int never becomes a float silently (see flows.py).

        slot   the Var or function that stands for the place; None where there is none of its own
        """
        if slot is not None and not isinstance(target, t.ObjectT):
            if isinstance(value, UndecidedValue) or self.only_inferred(value.type, slot):
                self.world.flows.undecided.add(slot)
        power = self.real_power(value, node) if target == t.FLOAT else None
        if power is not None:
            return power
        # An object stands where mypy has seen a number: it came through a dispatch or a pattern.
        given = t.ANY if value.type == OBJECT else value.type
        if (slot is not None or not self.library) and t.loses_int(given, target):
            self.world.flows.mix(slot)
        return self.coerce(value, target, node)

    def only_inferred(self, given: Type, slot: object) -> bool:
        """`total = 0`, then `total += row["price"]`: no annotation says that the variable holds ints."""
        if not self.assigns_unknown or not isinstance(given, t.ObjectT):
            return False
        return isinstance(slot, n.Var) and slot.is_inferred

    def is_unknown(self, node: n.Expression) -> bool:
        """mypy says Any of the expression, or is wrong about a part of it."""
        found = mt.get_proper_type(self.world.expression_types.get(node))
        parts = map(mt.get_proper_type, found.items) if isinstance(found, mt.UnionType) else (found,)
        unknown = any(isinstance(part, mt.AnyType) for part in parts)
        return not self.library and (unknown or self.mentions_undecided(node))

    # -- displays -------------------------------------------------------------------------------

    def tuple_expr(self, node: n.TupleExpr) -> Value:
        if any(isinstance(item, n.StarExpr) for item in node.items):
            items = self.list_from(node.items, OBJECT, node)
            return self.invoke_class(self.world.builtin("tuple", OBJECT), [items], node)
        wanted = self.type_of(node)
        values = [self.expr(item) for item in node.items]
        if isinstance(wanted, t.TupleT) and len(wanted.items) == len(values):
            values = [
                v if isinstance(w, t.ObjectT) or t.loses_int(v.type, w) else self.coerce(v, w, node)
                for v, w in zip(values, wanted.items, strict=True)
            ]
        return self.make_tuple(values)

    def list_expr(self, node: n.ListExpr) -> Value:
        wanted = self.type_of(node)
        item: Type = OBJECT
        if isinstance(wanted, ClassT) and wanted.inst.args:
            item = wanted.inst.args[0]
        return self.list_from(node.items, item, node)

    def list_from(self, items: list[n.Expression], item: Type, node: n.Expression) -> Value:
        inst = self.world.builtin("list", item)
        self.world.instantiate(inst)
        type_ = ClassT(inst, exact=True)
        values: list[Value] = []
        pending: Value | None = None
        for expression in items:
            if isinstance(expression, n.StarExpr):
                if pending is None:
                    pending = self.new_list(inst, values, node)
                source = self.expr(expression.expr)
                if isinstance(item, t.ObjectT):
                    source = self.items_as_objects(source)
                self.invoke(pending, "extend", [source], node, t.NONE)
            else:
                value = self.convert_for(self.expr(expression), item, expression)
                if pending is None:
                    values.append(value)
                else:
                    self.list_push(pending, inst, value, node)
        if pending is None:
            pending = self.new_list(inst, values, node)
        return Value(pending.operand, type_)

    def new_list(self, inst: object, values: list[Value], node: n.Node | None) -> Value:
        assert isinstance(inst, ClassInst)
        self.world.instantiate(inst)
        found = self.as_made(inst).member("_with_capacity")
        assert found is not None
        made = request_function(self.world, _function(found.node), found.owner.code)
        operand = self.call(made.function, [ir.RawConst(len(values), Rep.I64)], node)
        result = Value(operand, ClassT(inst, exact=True))
        for value in values:
            self.list_push(result, inst, value, node)
        return result

    def list_push(self, target: Value, inst: object, value: Value, node: n.Node | None) -> None:
        assert isinstance(inst, ClassInst)
        found = self.as_made(inst).member("_push")
        assert found is not None
        push = request_function(self.world, _function(found.node), found.owner.code)
        stored = self.coerce(self.convert_for(value, inst.args[0], node), push.params[1].type, node)
        self.call(push.function, [target.operand, stored.operand], node)

    def as_made(self, inst: ClassInst) -> ClassInst:
        """How a container of `inst` is seen while it is filled: made here, one of Any is one of `object`."""
        args = tuple(OBJECT if isinstance(arg, t.AnyT) else arg for arg in inst.args)
        return inst if args == inst.args else self.world.class_inst(inst.info, args)

    def new_dict(self, key: Type, item: Type, node: n.Node) -> tuple[Value, Value]:
        """An empty dict, and the same as it is seen while it is filled."""
        inst = self.world.builtin("dict", key, item)
        result = self.invoke_class(self.as_made(inst), [], node)
        return Value(result.operand, ClassT(inst, exact=True)), result

    def set_expr(self, node: n.SetExpr) -> Value:
        wanted = self.type_of(node)
        item = wanted.inst.args[0] if isinstance(wanted, ClassT) and wanted.inst.args else OBJECT
        result = self.invoke_class(self.world.builtin("set", item), [], node)
        folded = is_folded(node) and not self.library
        display = order_of(self.world.index, self.module.tree, node) if folded else node
        for expression in display.items:
            if isinstance(expression, n.StarExpr):
                self.invoke(result, "update", [self.expr(expression.expr)], node, t.NONE)
            else:
                value = self.convert_for(self.expr(expression), item, expression)
                self.invoke(result, "add", [value], node, t.NONE)
        if folded:
            # CPython makes frozensets of the constants first, which a loop goes over, and a set of them then:
            # another order each.
            iterated = is_iterated(self.world.index, self.module.tree, node)
            return self.invoke(result, "_folded" if iterated else "_refolded", [], node, result.type)
        return result

    def dict_expr(self, node: n.DictExpr) -> Value:
        wanted = self.type_of(node)
        key: Type = OBJECT
        item: Type = OBJECT
        if isinstance(wanted, ClassT) and len(wanted.inst.args) == 2:
            key, item = wanted.inst.args
        result, made = self.new_dict(key, item, node)
        for key_node, value_node in node.items:
            if key_node is None:
                given = self.expr(value_node)
                merge = "_take_keys" if isinstance(given.type, t.ObjectT) else "update"
                self.invoke(result, merge, [given], node, t.NONE)
                continue
            k = self.convert_for(self.expr(key_node), key, key_node)
            v = self.convert_for(self.expr(value_node), item, value_node)
            self.invoke(made, "__setitem__", [k, v], node, t.NONE)
        return result

    def slice_expr(self, node: n.SliceExpr, numbers: bool = False) -> Value:
        """`start:stop:step`; with `numbers` objects with `__index__` are ints already."""
        parts: list[Value] = []
        for part in (node.begin_index, node.end_index, node.stride):
            value = NONE_VALUE if part is None else self.expr(part)
            if numbers and isinstance(value.type, ClassT) and value.type.inst.member("__index__"):
                value = self.coerce(self.invoke(value, "__index__", [], node, t.INT), t.INT, node)
            parts.append(value)
        return self.make_slice(parts, node)

    def make_slice(self, parts: list[Value], node: n.Node) -> Value:
        info = self.world.info("builtins.slice")
        optional_int = t.UnionT((t.INT, t.NONE))
        types = [t.plain(p.type) if isinstance(p.type, ClassT) else optional_int for p in parts]
        inst = self.world.class_inst(info, tuple(types[: len(info.defn.type_vars)]))
        held = [Value(self.box(p), type_) for p, type_ in zip(parts, types, strict=True)]
        return self.invoke_class(inst, held, node)

    # -- conditions -----------------------------------------------------------------------------

    def conditional(self, node: n.ConditionalExpr) -> Value:
        yes, no, done = self.new_block("then"), self.new_block("else"), self.new_block("end")
        wanted = self.type_of(node)
        self.condition(node.cond, yes, no, node)
        self.begin(yes)
        first = self.expr(node.if_expr)
        first_end = self.block
        self.begin(no)
        before = set(self.assigned)
        second = self.expr(node.else_expr)
        second_end = self.block
        self.assigned = before
        undecided = wanted is not None and self.takes_other_branch(node, wanted, [first.type, second.type])
        type_ = t.ANY if undecided else self.joined([first.type, second.type], wanted)
        result = self.reg(type_.rep, "either")
        for value, end, source in ((first, first_end, node.if_expr), (second, second_end, node.else_expr)):
            if end is None:
                continue
            self.begin(end)
            converted = self.convert_for(value, type_, source)
            if self.alive:
                self.move(result, converted.operand)
                self.jump(done)
        self.begin(done)
        return UndecidedValue(result, type_) if undecided else Value(result, type_)

    def takes_other_branch(self, node: n.ConditionalExpr, wanted: Type, types: list[Type]) -> bool:
        """`"" if isinstance(x, int) else x.hex()` of an x declared float, which an int may stand in for:
        mypy took one branch for unreachable."""
        known = self.world.expression_types
        whole, parts = known.get(node), [known.get(node.if_expr), known.get(node.else_expr)]
        if self.library or whole is None or all(part is None or is_subtype(part, whole) for part in parts):
            return False
        return not all(isinstance(one, t.NeverT) or self.world.is_subtype(one, wanted) for one in types)

    def joined(self, types: list[Type], wanted: Type | None) -> Type:
        """The type that holds every one of the values."""
        distinct = t.union(types)
        if not isinstance(distinct, t.UnionT):
            return distinct if not isinstance(distinct, t.NeverT) else OBJECT
        if wanted is not None and not isinstance(wanted, t.NeverT):
            return t.widened(wanted) if t.holds_int(distinct) and not self.library else wanted
        return distinct


def _function(node: n.SymbolNode) -> n.FuncDef:
    found = function_of(node)
    assert found is not None
    return found


def float_const(value: float) -> ir.FloatConst:
    bits: int = struct.unpack("<Q", struct.pack("<d", value))[0]
    return ir.FloatConst(bits)


def bytes_value(text: str) -> bytes:
    """mypy keeps a bytes literal as the inside of its repr, whichever quotes that had."""
    return text.encode("ascii").decode("unicode_escape").encode("latin-1")


def _is_of_classes(union: mt.UnionType) -> bool:
    """Of classes without arguments, and None."""
    return all(
        isinstance(item, mt.NoneType)
        or isinstance(item, mt.Instance)
        and all(
            isinstance(arg, mt.AnyType) and arg.type_of_any is mt.TypeOfAny.from_omitted_generics
            for arg in map(mt.get_proper_type, item.args)
        )
        for item in map(mt.get_proper_type, union.items)
    )
