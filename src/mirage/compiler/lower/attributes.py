"""Attributes of objects, classes and modules: read, stored, made on the way."""

from __future__ import annotations

from collections.abc import Callable

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.described import hidden
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.annotations import dict_type
from mirage.compiler.lower.arguments import Arg
from mirage.compiler.lower.attribute_hooks import call_hook, own_hook
from mirage.compiler.lower.builder import NONE_VALUE, TailValue, UndecidedValue, Value
from mirage.compiler.lower.class_slots import ANCESTORS, varies
from mirage.compiler.lower.class_uses import only_looked_at
from mirage.compiler.lower.classes import ClassInst, Member, is_cached_property, is_hidden, is_property
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
from mirage.compiler.lower.functions import real_decorators
from mirage.compiler.lower.metaclasses import (
    OF_TYPE,
    classes_with,
    is_metaclass,
    metaclass_of,
    read_of_metaclass,
)
from mirage.compiler.lower.object_dicts import has_dict, read
from mirage.compiler.lower.passed import is_initialiser, note_attribute
from mirage.compiler.lower.replaced_classes import is_replaced
from mirage.compiler.lower.types import OBJECT, ClassT, Type
from mirage.compiler.lower.variables import Variables
from mirage.compiler.lower.world import Refusal

FUNCTION_INTERNALS = (
    "__annotations__",
    *("__defaults__", "__kwdefaults__", "__code__", "__closure__", "__globals__", "__dict__"),
)
OF_FRAMES = frozenset(
    f"{of}_{what}" for of in ("gi", "cr", "ag") for what in ("frame", "code", "origin")
) | {"__code__", "__closure__", "__globals__", "__defaults__", "__kwdefaults__"}
NAMES_OF_CLASS = ("__name__", "__qualname__", "__module__", "__doc__", "__class__")


class Attributes(Variables):
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
        if self.is_optional_of_one(type_):
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
