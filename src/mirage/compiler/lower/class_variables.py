"""Class variables: one global for each class that may have its own (see class_slots.py)."""

from __future__ import annotations

from mypy import nodes as n

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.ancestors import MARKERS, Unclear, best_base, real_bases, real_order
from mirage.compiler.lower.annotations import dict_type
from mirage.compiler.lower.builder import NONE_VALUE, Value
from mirage.compiler.lower.class_slots import ANCESTORS, always_full, has_slot, slot_path, varies
from mirage.compiler.lower.classes import class_default
from mirage.compiler.lower.expressions import Expressions
from mirage.compiler.lower.metaclasses import written_in_metaclass
from mirage.compiler.lower.types import OBJECT, ClassT, Type
from mirage.compiler.lower.world import Refusal


def _ancestors(info: n.TypeInfo, name: str) -> list[n.TypeInfo]:
    """The classes that `C.__mro__` or `C.__bases__` names, without the library's own."""
    bases = info.mro if name == "__mro__" else [base.type for base in info.bases]
    return [base for base in bases if not base.fullname.startswith("builtins._")]


def _are_others(info: n.TypeInfo, bases: list[n.TypeInfo]) -> bool:
    """On CPython these are other classes, or there are more of them (`Generic`)."""
    generic = any(base.is_protocol or base.defn.type_vars or base.fullname in MARKERS for base in bases)
    return generic or info.is_protocol or bool(info.defn.type_vars)


class ClassVariables(Expressions):
    def class_variable(
        self, info: n.TypeInfo, name: str, node: n.Node, this: Operand | None = None
    ) -> Value:
        """`C.name`: along the MRO to the first class whose own variable holds something.

        this   the instance through which it is read, for the message when there is none
        """
        if info.is_enum and self.is_enum_member(info, name):
            return self.enum_member(info, name)
        if info.is_named_tuple:
            made = self.named_tuple_variable(info, name, node)
            if made is not None:
                return made
        if name == "__match_args__":
            from mirage.compiler.lower.pattern_parts import match_arguments

            names = match_arguments(info)
            if names is not None:
                return self.make_tuple([self.constant_str(one) for one in names])
        path = slot_path(self.world, info, name)
        var = self.declared_variable(info, name)
        if var is None or not path:
            raise self.unsupported(node, f"the class attribute `{name}`")
        folded = self.folded_constant(var)
        if folded is not None:
            return folded
        if len(path) == 1:
            return self.class_slot(info, path[0], var, node, this)
        _, type_ = self.class_global(path[0], var)
        result = self.reg(type_.rep, name)
        done = self.new_block("found")
        for owner in path[:-1]:
            variable, held = self.class_global(owner, var)
            empty, full = self.new_block("empty"), self.new_block("full")
            test = self.reg(Rep.BOOL)
            self.emit(ir.GlobalUndefined(test, variable))
            self.branch(test, empty, full)
            self.begin(full)
            dst = self.reg(held.rep, name)
            self.emit(ir.GetGlobal(dst, variable))
            self.move(result, self.convert_for(Value(dst, held), type_, node, self.own(var)).operand)
            self.jump(done)
            self.begin(empty)
        last = self.class_slot(info, path[-1], var, node, this)
        self.move(result, self.convert_for(last, type_, node, self.own(var)).operand)
        self.jump(done)
        self.begin(done)
        return Value(result, type_)

    def declared_variable(self, info: n.TypeInfo, name: str) -> n.Var | None:
        """The nearest declaration of the variable."""
        found = info.get(name)
        return found.node if found is not None and isinstance(found.node, n.Var) else None

    def class_slot(
        self, info: n.TypeInfo, owner: n.TypeInfo, var: n.Var, node: n.Node, this: Operand | None
    ) -> Value:
        """The own variable of `owner`, the last in which `info.name` is looked for."""
        name = var.name
        variable, type_ = self.class_global(owner, var)
        dst = self.reg(type_.rep, name)
        self.emit(ir.GetGlobal(dst, variable))
        library = self.world.modules[owner.module_name].library
        full = class_default(owner, name) is not None if library else always_full(self.world, owner, name)
        if not full and not type_.rep.is_raw_integer:
            bad, ok = self.new_block("unset"), self.new_block("set")
            test = self.reg(Rep.BOOL)
            self.emit(ir.GlobalUndefined(test, variable))
            self.branch(test, bad, ok, likely=False)
            self.begin(bad)
            if this is not None:
                self.raise_runtime("errors.undefined_attribute", [this, ir.StrConst(name)], node)
            else:
                where: list[Operand] = [ir.StrConst(info.name), ir.StrConst(name)]
                self.raise_runtime("errors.undefined_class_attribute", where, node)
            self.begin(ok)
        return Value(dst, type_)

    def class_global(self, info: n.TypeInfo, var: n.Var) -> tuple[ir.Global, Type]:
        """Where the class keeps its own variable; `var` declares it there or in a base."""
        key = ("class variable", info, var.name)
        if key not in self.world.globals:
            entry = info.names.get(var.name)
            if entry is not None and isinstance(entry.node, n.Var):
                var = entry.node
            type_ = self.world.declared(var, {}, info.module_name)
            initial: ir.Const | None = ir.RawConst(0, type_.rep) if type_.rep.is_raw_integer else None
            self.world.global_variable(key, f"{info.fullname}.{var.name}", type_, initial)
            if self.world.modules[info.module_name].library:
                self.world.queue.append(lambda: self.library_class_variable(info, var.name))
        return self.world.globals[key], self.world.global_types[key]

    def library_class_variable(self, info: n.TypeInfo, name: str) -> None:
        """A class variable of the library is set at start, and only when it is used."""
        rvalue = class_default(info, name)
        if rvalue is None:
            return
        from mirage.compiler.lower.body import FunctionLowerer

        key = ("class piece", info, name)
        function = ir.Function(
            self.world.symbol(f"init.{info.fullname}.{name}"), [], Rep.VOID, module=info.module_name
        )
        self.world.add_function(function)
        self.world.memo[key] = function
        pieces = self.world.modules[info.module_name].pieces
        pieces[rvalue.line * 1000 + len(pieces)] = function
        lowerer = FunctionLowerer(self.world, None, function, info.module_name)
        lowerer.write_class_variable(info, name, lowerer.expr(rvalue), rvalue)
        lowerer.terminate(ir.Return(None))

    def has_class_default(self, info: n.TypeInfo, name: str) -> bool:
        """Something of this name may be found in the class or its bases."""
        return any(has_slot(self.world, base, name) for base in info.mro)

    def write_class_variable(self, info: n.TypeInfo, name: str, value: Value, node: n.Node) -> None:
        """`C.name = value`: the class has a variable of its own from now on."""
        seen = written_in_metaclass(self, info, name)
        if seen is not None:
            self.write_attribute(seen, name, value, node)
            return
        var = self.declared_variable(info, name)
        if var is None:
            raise Refusal(
                node, "patching", f"assigning `{info.name}.{name}` would patch the class",
                f"declare `{name}: ClassVar[...]` in the class body",
            )  # fmt: skip
        variable, type_ = self.class_global(info, var)
        owner = self.world.module_of(var.fullname) or info.module_name
        slot = var if self.world.is_user(owner) else None
        self.emit(ir.SetGlobal(variable, self.convert_for(value, type_, node, slot).operand))

    def delete_class_variable(self, info: n.TypeInfo, name: str, node: n.Node) -> None:
        """`del C.name`: only the class's own."""
        var = self.declared_variable(info, name)
        if var is None:
            raise self.unsupported(node, f"deleting `{info.name}.{name}`")
        variable, type_ = self.class_global(info, var)
        empty, full = self.new_block("empty"), self.new_block("full")
        test = self.reg(Rep.BOOL)
        self.emit(ir.GlobalUndefined(test, variable))
        self.branch(test, empty, full, likely=False)
        self.begin(empty)
        where: list[Operand] = [ir.StrConst(info.name), ir.StrConst(name)]
        self.raise_runtime("errors.undefined_class_attribute", where, node)
        self.begin(full)
        self.emit(ir.SetGlobal(variable, ir.Undefined(type_.rep)))

    def ancestors(self, info: n.TypeInfo, name: str, node: n.Node) -> Value:
        """`C.__mro__`, `C.__bases__`, `C.__base__`."""
        bases = _ancestors(info, name)
        if _are_others(info, bases):
            try:
                bases = real_order(self.world, info) if name == "__mro__" else real_bases(self.world, info)
            except Unclear:
                what = f"`{info.name}.{name}`, which has generic classes or protocols of the library in it"
                raise self.unsupported(node, what) from None
        if name == "__base__":
            best = best_base(self.world, bases)
            return NONE_VALUE if best is None else self.class_object(self.world.class_inst(best, ()))
        classes = [self.class_object(self.world.class_inst(base, ())) for base in bases]
        type_ = ClassT(self.world.builtin("tuple", t.TypeT(OBJECT)))
        return Value(self.make_tuple(classes).operand, type_)

    # -- through a class known at run time ------------------------------------------------------

    def read_through_class(self, receiver: Value, name: str, node: n.Expression) -> Value:
        """`cls.name`, where subclasses may have another variable than the class mypy names."""
        if name in ("__annotations__", "__type_hints__"):
            return self.dispatch_attribute(receiver, name, dict_type(self), node)
        if name in ANCESTORS and isinstance(receiver.type, t.TypeT):
            if not isinstance(receiver.type.item, ClassT):
                return self.dispatch_attribute(receiver, name, self.type_of(node) or OBJECT, node)
        if not isinstance(receiver.type, t.TypeT) or not isinstance(receiver.type.item, ClassT):
            raise self.unsupported(node, f"`{name}` of a class that is not known", "annotate it `type[Base]`")
        info = receiver.type.item.inst.info
        if name in ANCESTORS or name in ("__qualname__", "__doc__"):
            if self.may_be_subclass(receiver.type.item) and not receiver.type.item.exact:
                return self.dispatch_attribute(receiver, name, self.type_of(node) or OBJECT, node)
            return self.class_attribute(info, name, node)
        var = self.declared_variable(info, name)
        exact = isinstance(receiver.operand, ir.TypeObject) or receiver.type.item.exact
        if var is None or exact or info.is_enum or not varies(self.world, info, name):
            return self.class_attribute(info, name, node)
        declared = self.world.declared(var, {}, self.world.module_of(var.fullname) or info.module_name)
        return self.dispatch_attribute(receiver, name, declared, node)

    def write_through_class(self, receiver: Value, name: str, value: Value, node: n.Node) -> None:
        """`cls.name = value`: whichever class `cls` is gets the variable."""
        assert isinstance(receiver.type, t.TypeT) and isinstance(receiver.type.item, ClassT)
        item = receiver.type.item
        if isinstance(receiver.operand, ir.TypeObject) or item.exact or not self.may_be_subclass(item):
            self.write_class_variable(item.inst.info, name, value, node)
            return
        if self.declared_variable(item.inst.info, name) is None:
            self.write_class_variable(item.inst.info, name, value, node)  # refuses
        self.dispatch_set_attribute(receiver, name, value, node)
