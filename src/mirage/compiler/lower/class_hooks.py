"""What a class statement runs besides its body, and attributes that have `__get__` and `__set__`."""

from __future__ import annotations

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.analysis import spoken
from mirage.compiler.frontend.described import key_of
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.annotations import class_annotations
from mirage.compiler.lower.arguments import Arg
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.classes import (
    ClassInst,
    Member,
    function_of,
    is_cached_property,
    is_descriptor,
    is_property,
    property_call,
)
from mirage.compiler.lower.enums import Enums
from mirage.compiler.lower.functions import real_decorators
from mirage.compiler.lower.local_classes import runs_once
from mirage.compiler.lower.metaclasses import (
    OF_TYPE,
    acts_before,
    class_being_made,
    hands_on,
    has_method,
    metaclass_of,
    names_of_body,
    refuse_hidden_fields,
    refuse_late_fields,
    uses_parameter,
)
from mirage.compiler.lower.names import documentation
from mirage.compiler.lower.replaced_classes import replacement, replaces
from mirage.compiler.lower.types import OBJECT, ClassT
from mirage.compiler.lower.world import Refusal

KNOWN_CLASS_DECORATORS = {
    "dataclasses.dataclass",
    "typing.final",
    "typing.runtime_checkable",
    "typing_extensions.runtime_checkable",
    "typing_extensions.disjoint_base",
    "typing.type_check_only",
    "typing.dataclass_transform",
    "functools.total_ordering",
    "enum.unique",
    "enum.nonmember",
    "enum.global_enum",
}


MOST_RANGES = 200  # of the collector's 256 (mirage.runtime.collector)
PROPERTY_ROLES = ("fget", "fset", "fdel")


class ClassHooks(Enums):
    # -- after the body -------------------------------------------------------------------------

    def finish_class(self, info: n.TypeInfo, node: n.ClassDef) -> None:
        """`__set_name__` of the attributes, `__init_subclass__` of the next class, decorators."""
        for name, entry in info.names.items():
            if property_call(info, name) is not None:
                continue  # no object
            if isinstance(entry.node, n.Var) and is_descriptor(entry.node):
                held = self.world.declared(entry.node, {}, info.module_name)
                if self.world.lookup(held, "__set_name__") is not None:
                    value = self.class_variable(info, name, node)
                    self.name_attribute(value, info, name, node)
            elif isinstance(entry.node, n.Decorator) and real_decorators(entry.node):
                held = self.world.translate(entry.node.var.type, {})
                if self.world.lookup(held, "__set_name__") is not None:
                    value = self.decorated_global(entry.node)
                    self.name_attribute(value, info, name, node)
        inst = self.world.class_inst(info, ())
        given = [Arg(self.stable(self.expr(value)), name) for name, value in keywords_of(node)]
        hook = inst.member_after("__init_subclass__", info)
        if hook is not None and hook.owner.info.fullname != "builtins.object":
            args = [arg for arg in given if hands_on(self.world, info, arg.name or "")]
            self.call_class_member(self.class_object(inst), hook.owner, hook, args, node, t.NONE)
        self.run_metaclass(info, node, given)
        made: Value | None = None
        for expression in reversed(node.decorators):
            if decorator_name(expression) not in KNOWN_CLASS_DECORATORS:
                made = self.decorate_class(inst, expression, made)
        if made is None:
            return
        if "@" in info.fullname and not runs_once(self.world, node):
            reason = f"`{info.name}` would be what the decorator gives, anew in each call of the function"
            raise Refusal(node, "dynamic-class", reason, "define the class at the top of the module")
        self.emit(ir.SetGlobal(replacement(self.world, info), self.box(made)))

    def run_metaclass(self, info: n.TypeInfo, node: n.ClassDef, given: list[Arg]) -> None:
        """`__new__` and `__init__` of the metaclass of the application."""
        meta = metaclass_of(self.world, info)
        if meta is None:
            return
        this = self.class_object(self.world.class_inst(info, ()))
        seen = Value(this.operand, ClassT(meta, exact=True))
        maker = meta.member("__new__")
        made_by = function_of(maker.node) if maker is not None else None
        if made_by is not None and acts_before(self.world, made_by) and self.has_hooks(info):
            reason = "`__new__` of the metaclass does something before it makes the class"
            remedy = "call `super().__new__(...)` first: it runs `__set_name__` and `__init_subclass__`"
            raise Refusal(node, "metaclass", f"{reason}, whose attributes or bases have hooks", remedy)
        self.fresh_fields(this, meta, info, node)
        for name in ("__new__", "__init__"):
            found = meta.member(name)
            item = function_of(found.node) if found is not None else None
            if found is None or item is None or not self.world.is_user(found.owner.info.module_name):
                continue
            args = [
                Arg(self.constant_str(info.name)),
                Arg(self.bases_given(info, node, item)),
                Arg(self.namespace_given(info, node, item)),
                *given,
            ]
            if name == "__init__":
                self.call_member(seen, found, args, node, t.NONE)
                continue
            self.emit(ir.SetGlobal(class_being_made(self.world), this.operand))
            self.call_function(item, found.owner, self.class_object(meta), args, node, OBJECT)

    def has_hooks(self, info: n.TypeInfo) -> bool:
        hook = self.world.class_inst(info, ()).member_after("__init_subclass__", info)
        if hook is not None and self.world.is_user(hook.owner.info.module_name):
            return True
        for entry in info.names.values():
            if isinstance(entry.node, n.Var):
                held = mt.get_proper_type(entry.node.type)
                if isinstance(held, mt.Instance) and held.type.get("__set_name__") is not None:
                    return True
        return False

    def fresh_fields(self, this: Value, meta: ClassInst, info: n.TypeInfo, node: n.Node) -> None:
        """What the metaclass's methods set on a class is not there yet, or is what a base has."""
        own = [name for name in meta.fields if name not in OF_TYPE]
        if not own:
            return
        if not runs_once(self.world, info.defn):
            reason = f"`{info.name}` is made anew by each call, with attributes that its metaclass sets"
            raise Refusal(node, "local-class", reason, "define the class at the top of the module")
        refusal = refuse_late_fields(self.world, meta, own) or refuse_hidden_fields(self.world, info, own)
        if refusal is not None:
            raise refusal
        self.initialise_fields(this.operand, meta)
        for name in own:
            type_ = meta.fields[name]
            if not self.field_needs_check(meta, name, type_):
                continue
            done = self.new_block("inherited")
            for base in info.mro[1:]:
                above = metaclass_of(self.world, base)
                if above is None or name not in above.fields:
                    continue
                other = self.class_object(self.world.class_inst(base, ())).operand
                undefined, full, empty = self.reg(Rep.BOOL), self.new_block("full"), self.new_block("empty")
                self.emit(ir.FieldUndefined(undefined, other, above.layout, name))
                self.branch(undefined, empty, full)
                self.begin(full)
                held = self.get_field(other, above.layout, name, type_.rep)
                self.emit(ir.SetField(this.operand, meta.layout, name, held))
                self.jump(done)
                self.begin(empty)
            self.jump(done)
            self.begin(done)
        ranges = self.world.memo.setdefault("classes with fields", {})
        assert isinstance(ranges, dict)
        ranges[info] = None
        if len(ranges) > MOST_RANGES:
            reason = f"more than {MOST_RANGES} classes with attributes that metaclasses set"
            raise Refusal(node, "metaclass", reason, "keep the values in a dict of the metaclass")
        start = self.prim(Rep.U64, "ref_bits", this.operand)
        size = ir.RawConst(8 + 8 * len(meta.fields), Rep.U64)
        self.call(self.runtime("memory.add_root_range"), [start, self.prim(Rep.U64, "add", start, size)])

    def bases_given(self, info: n.TypeInfo, node: n.ClassDef, item: n.FuncDef) -> Value:
        """What a metaclass gets as `bases`."""
        type_ = ClassT(self.world.builtin("tuple", t.TypeT(OBJECT)))
        if not uses_parameter(item, 2) or not node.base_type_exprs:
            return Value(self.make_tuple([]).operand, type_)
        return Value(self.ancestors(info, "__bases__", node).operand, type_)

    def namespace_given(self, info: n.TypeInfo, node: n.ClassDef, item: n.FuncDef) -> Value:
        """What a metaclass gets as `namespace`: a dict of what the class body has defined."""
        result, _ = self.new_dict(self.world.str_type, OBJECT, node)
        if not uses_parameter(item, 3):
            return result
        values: dict[str, Value] = {
            "__module__": self.constant_str(spoken(info.module_name)),
            "__qualname__": self.constant_str(self.qualname_of(info)),
        }
        text = documentation(info.defn)
        if text is not None:
            values["__doc__"] = self.constant_str(text)
        for name in names_of_body(node):
            if name == "__annotations__":
                values[name] = class_annotations(self, info, node)
            else:
                values[name] = self.in_namespace(info, name, node)
        for name, value in values.items():
            boxed = Value(self.box(value), OBJECT)
            self.invoke(result, "__setitem__", [self.constant_str(name), boxed], node, t.NONE)
        return result

    def in_namespace(self, info: n.TypeInfo, name: str, node: n.ClassDef) -> Value:
        entry = info.names.get(name)
        held = entry.node if entry is not None else None
        where = n.EllipsisExpr()
        where.line, where.column = node.line, node.column
        if isinstance(held, n.Var) and property_call(info, name) is None and not is_descriptor(held):
            return self.class_variable(info, name, where)
        if isinstance(held, n.Var) and is_descriptor(held):
            return self.class_variable(info, name, where)
        if isinstance(held, n.FuncDef):
            return self.class_attribute(info, name, where)
        reason = f"`{name}` of `{info.name}` in the namespace that its metaclass reads"
        raise self.unsupported(node, reason, "look at the class in `__init__` of the metaclass instead")

    def name_attribute(self, value: Value, info: n.TypeInfo, name: str, node: n.Node) -> None:
        """Call `__set_name__`; what it raises becomes the cause of a RuntimeError."""
        value = self.stable(value)
        owner = self.class_object(self.world.class_inst(info, ()))
        shown = key_of(info, name)
        args = [owner, self.constant_str(shown)]
        caught, landing, outer = self.reg(Rep.REF, "caught"), self.new_block("failed"), self.handler
        self.handler = ir.Handler(landing, caught)
        try:
            self.invoke(value, "__set_name__", args, node, t.NONE)
        except Refusal as refusal:
            if refusal.code != "arguments":
                raise
            method = self.attribute(value, "__set_name__", n.EllipsisExpr())
            unknown = Value(self.box(method), t.ANY)  # it says at run time what does not fit
            self.call_value(unknown, [Arg(arg) for arg in args], n.EllipsisExpr(), OBJECT)
        self.handler = outer
        after = self.block
        self.begin(landing)
        where = [ir.StrConst(shown), ir.StrConst(info.name)]
        self.raise_runtime("errors.not_named", [self.materialised(caught), self.box(value), *where], node)
        self.block = after

    def decorate_class(self, inst: ClassInst, expression: n.Expression, value: Value | None) -> Value | None:
        """Call a decorator of the class, or of what another one made of it (`value`).

        returns   what it gave in place of the class; None where it is the class, as it must be then
        """
        replaces_ = replaces(self.world, expression)
        was = self.class_object(inst) if value is None else value
        args = [Arg(was)]
        function = self.known_function(expression)
        if function is not None and not function.info and not self.is_local_function(function):
            result = self.call_function(function, None, None, args, expression, OBJECT)
        else:
            result = self.call_value(self.expr(expression), args, expression, OBJECT)
        if value is not None or replaces_:
            return self.stable(Value(self.box(result), t.ANY))
        kept, replaced = self.new_block("kept"), self.new_block("replaced")
        self.branch(self.prim(Rep.BOOL, "is", self.box(result), was.operand), kept, replaced, likely=True)
        self.begin(replaced)
        self.raise_runtime("errors.replaced_class", [ir.StrConst(inst.info.name)], expression)
        self.begin(kept)
        return None

    # -- descriptors ----------------------------------------------------------------------------

    def descriptor(self, found: Member | None, method: str) -> bool:
        """The attribute is an object whose class has the method `__get__`, `__set__` or `__delete__`."""
        if found is None or not isinstance(found.node, n.Var) or not is_descriptor(found.node):
            return False
        if self.made_property(found) is not None:
            return False
        held = self.world.declared(found.node, found.owner.substitution, found.owner.info.module_name)
        return self.world.lookup(held, method) is not None

    def read_descriptor(
        self, info: n.TypeInfo, name: str, this: Value | None, owner: Value, node: n.Expression
    ) -> Value:
        """`__get__` of the class's attribute: for an object, or for the class itself (None)."""
        value = self.class_variable(info, name, node)
        obj = Value(ir.NoneConst(), t.NONE) if this is None else this
        return self.invoke(value, "__get__", [obj, owner], node, self.type_of(node) or OBJECT)

    def write_descriptor(self, info: n.TypeInfo, name: str, this: Value, value: Value, node: n.Node) -> None:
        """`__set__` of the class's attribute."""
        holder = self.class_variable(info, name, node)
        self.invoke(holder, "__set__", [this, value], node, t.NONE)

    def delete_descriptor(self, info: n.TypeInfo, name: str, this: Value, node: n.Node) -> None:
        """`__delete__` of the class's attribute."""
        holder = self.class_variable(info, name, node)
        self.invoke(holder, "__delete__", [this], node, t.NONE)

    # -- `name = property(getter, setter, deleter)` ----------------------------------------------

    def made_property(self, found: Member | None) -> n.CallExpr | None:
        """The call of `property` in the class body behind the attribute."""
        if found is None or not isinstance(found.node, n.Var):
            return None
        return property_call(found.owner.info, found.node.name)

    def property_text(self, node: n.MemberExpr) -> Value | None:
        """`C.name.__doc__` of a property: what it says, or its getter; None for what is no property."""
        inst = self.class_named(node.expr)
        found = None if inst is None else inst.member(node.name)
        if inst is None or found is None or self.world.overridden(inst.info, node.name):
            return None
        text: str | None = None
        call = self.made_property(found)
        if call is not None:
            getter: n.SymbolNode | None = None
            for index, (expression, name) in enumerate(zip(call.args, call.arg_names, strict=True)):
                if name == "doc" or name is None and index == 3:
                    if not isinstance(expression, n.StrExpr):
                        return None
                    text = expression.value
                elif name == "fget" or name is None and index == 0:
                    getter = expression.node if isinstance(expression, n.RefExpr) else None
            if text is None and isinstance(getter, n.FuncDef):
                text = documentation(getter)
        elif is_property(found.node) and not is_cached_property(found.node):
            getter = function_of(found.node)
            text = None if getter is None else documentation(getter)
        else:
            return None
        if not isinstance(node.expr, n.RefExpr):
            self.expr(node.expr)
        return Value(ir.NoneConst(), t.NONE) if text is None else self.constant_str(text)

    def class_named(self, node: n.Expression) -> ClassInst | None:
        """The class that the expression is, or one above it."""
        if isinstance(node, n.RefExpr) and isinstance(node.node, n.TypeInfo | n.TypeAlias):
            info = self.alias_info(node.node)
            return None if info is None else self.world.class_inst(info, ())
        type_ = self.type_of(node)
        if isinstance(type_, t.TypeT) and isinstance(type_.item, ClassT):
            return type_.item.inst
        return None

    def call_property(
        self, call: n.CallExpr, found: Member, role: str, this: Value, args: list[Arg], node: n.Node
    ) -> Value:
        """Call its `fget`, `fset` or `fdel`."""
        position = PROPERTY_ROLES.index(role)
        function: n.Expression | None = None
        for index, (expression, name) in enumerate(zip(call.args, call.arg_names, strict=True)):
            if name == role or name is None and index == position:
                function = expression
        if function is None or isinstance(function, n.NameExpr) and function.name == "None":
            what = {"fget": "getter", "fset": "setter", "fdel": "deleter"}[role]
            remedy = f"give the property a function for it (`{role}`), or use another attribute"
            raise Refusal(node, "read-only", f"property `{found.name}` has no {what}", remedy)
        if isinstance(function, n.NameExpr) and isinstance(function.node, n.FuncDef):
            method = Member(function.node.name, function.node, found.owner)
            return self.call_member(this, method, args, node, OBJECT)
        return self.call_value(self.expr(function), [Arg(this), *args], node, OBJECT)

    # -- `C[...]` -------------------------------------------------------------------------------

    def has_items(self, info: n.TypeInfo) -> bool:
        """`C[...]` is what a method of the application gives, and not `C` with type arguments."""
        own = self.world.class_inst(info, ()).member("__class_getitem__")
        mine = own is not None and self.world.is_user(own.owner.info.module_name)
        return mine or has_method(self.world, info, "__getitem__")

    def class_item(self, info: n.TypeInfo, node: n.IndexExpr) -> Value | None:
        """`C[key]` by `__class_getitem__` of the application's; None for type arguments."""
        inst = self.world.class_inst(info, ())
        found = inst.member("__class_getitem__")
        if found is None or not self.world.is_user(found.owner.info.module_name):
            return None
        args = [Arg(self.expr(node.index))]
        expected = self.type_of(node) or OBJECT
        return self.call_class_member(self.class_object(inst), inst, found, args, node, expected)


def keywords_of(node: n.ClassDef) -> list[tuple[str, n.Expression]]:
    """The keyword arguments of a class statement."""
    return [(name, value) for name, value in node.keywords.items() if name != "metaclass"]


def decorator_name(expression: n.Expression) -> str:
    """The dotted name of a decorator, with or without arguments; empty for other expressions."""
    target = expression.callee if isinstance(expression, n.CallExpr) else expression
    return target.fullname if isinstance(target, n.RefExpr) else ""


