"""Names: what a variable, a module's name or a form of typing gives."""

from __future__ import annotations

import struct
from collections.abc import Callable

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.analysis import spoken
from mirage.compiler.frontend.walk import children
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.lower import type_arguments
from mirage.compiler.lower import types as t
from mirage.compiler.lower.annotations import function_annotations
from mirage.compiler.lower.builder import NONE_VALUE, Value
from mirage.compiler.lower.class_slots import REFLECTING
from mirage.compiler.lower.classes import function_of
from mirage.compiler.lower.closures import Closures
from mirage.compiler.lower.functions import real_decorators
from mirage.compiler.lower.imported import imported_copy
from mirage.compiler.lower.metaclasses import has_method
from mirage.compiler.lower.object_dicts import of_class_or_module
from mirage.compiler.lower.refused import refuse_builtin
from mirage.compiler.lower.types import OBJECT, ClassT, Type

LATER_FORMS = ("TypedDict", "Self", "Unpack", "Concatenate", "TypeAlias", "TypeGuard")


class Variables(Closures):
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


def float_const(value: float) -> ir.FloatConst:
    bits: int = struct.unpack("<Q", struct.pack("<d", value))[0]
    return ir.FloatConst(bits)


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
