"""Attributes by name: `getattr`, `hasattr`, `setattr` and `delattr` with names known at build time."""

from __future__ import annotations

from collections.abc import Callable

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.walk import walk
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.lower import computed
from mirage.compiler.lower import types as t
from mirage.compiler.lower.arguments import Arg
from mirage.compiler.lower.attribute_hooks import is_hooked
from mirage.compiler.lower.builder import NONE_VALUE, Value
from mirage.compiler.lower.class_slots import reflected
from mirage.compiler.lower.classes import is_hidden, is_property
from mirage.compiler.lower.dataclass_info import has_default, is_attribute_of_dataclass, slots_of_dataclass
from mirage.compiler.lower.dicts_of_objects import object_of_dict
from mirage.compiler.lower.directories import computed_names
from mirage.compiler.lower.module_names import member_of, module_has, module_of
from mirage.compiler.lower.named_tuples import NamedTuples
from mirage.compiler.lower.object_dicts import found_dict, read
from mirage.compiler.lower.types import OBJECT, ClassT, Type
from mirage.compiler.lower.world import Refusal

NONE_HAS = frozenset(dir(None))

# What `object` has, and so everything (`__hash__` may be None).
OF_EVERYTHING = frozenset(
    f"__{name}__"
    for name in (
        *("class", "delattr", "dir", "doc", "eq", "format", "ge", "getattribute", "getstate", "gt", "hash"),
        *("init", "init_subclass", "le", "lt", "ne", "new", "reduce", "reduce_ex", "repr", "setattr"),
        *("sizeof", "str", "subclasshook"),
    )
)


class Reflection(NamedTuples):
    def literal_name(self, node: n.CallExpr, function: str) -> str:
        """The second argument, which must be known now."""
        return self.named_attribute(node.args[1], node, function)

    def named_attribute(self, name: n.Expression, node: n.CallExpr, function: str = "__setattr__") -> str:
        if isinstance(name, n.StrExpr):
            return name.value
        if isinstance(name, n.RefExpr) and isinstance(name.node, n.Var):
            if name.node.is_final and isinstance(name.node.final_value, str):
                return name.node.final_value
        raise Refusal(
            node,
            "dynamic-attribute",
            f"`{function}` with a computed name cannot be compiled: attributes have fixed places",
            "write the attribute's name, or keep the values in a dict",
        )

    def attribute_or(self, value: Value, name: str, node: n.Expression, lacking: ir.Block) -> Value:
        """The attribute; control goes to `lacking` where the object has none (AttributeError)."""
        value = self.other_than_none(value, name, lacking)
        if isinstance(value.type, ClassT) and value.type.inst.info.is_protocol:
            if self.world.lookup(value.type, "__call__") is not None:
                value = Value(value.operand, OBJECT)  # it may be a function
        if self.cannot_lack(value.type, name):
            return self.stable(self.attribute(value, name, node))
        return self.read_or(lambda: self.attribute(value, name, node), lacking)

    def read_or(self, read: Callable[[], Value], lacking: ir.Block) -> Value:
        """What `read` gives; control goes to `lacking` where it raises AttributeError."""
        outer = self.handler
        caught = self.reg(Rep.REF, "caught")
        landing = self.new_block("noattribute")
        self.handler = ir.Handler(landing, caught)
        found = self.stable(read())
        self.handler = outer
        after = self.block
        self.begin(landing)
        other = self.new_block("raised")
        missing = self.is_instance(caught, ClassT(self.world.builtin("AttributeError")))
        self.branch(missing, lacking, other)
        self.begin(other)
        self.propagate(caught)
        self.block = after
        return found

    def other_than_none(self, value: Value, name: str, lacking: ir.Block) -> Value:
        """The value, where it may be None, once it is not; None has none of the names classes have."""
        type_ = value.type
        if not isinstance(type_, t.UnionT) or not type_.may_be_none or type_.without_none().may_be_none:
            return value
        if name in NONE_HAS:
            return Value(value.operand, OBJECT)
        some = self.new_block("some")
        self.branch(self.prim(Rep.BOOL, "is", value.operand, ir.NoneConst()), lacking, some, likely=False)
        self.begin(some)
        return Value(value.operand, type_.without_none())

    def cannot_lack(self, type_: Type, name: str) -> bool:
        """Reading the attribute raises nothing."""
        inst = self.world.class_of(type_)
        if inst is None or inst.info.is_protocol or self.args_unknown(type_):
            return False
        found = inst.member(name)
        if found is None or is_property(found.node) or is_hidden(found):
            return False
        if not isinstance(found.node, n.Var):
            return isinstance(found.node, n.FuncDef)
        if inst.field_owner(name):
            return not self.field_needs_check(inst, name, inst.code.fields[name])
        return inst.info.is_named_tuple

    def namespace(self, node: n.CallExpr) -> Value | None:
        """The first argument when it is a namespace, whose names may be computed."""
        found = mt.get_proper_type(self.world.expression_types.get(node.args[0])) if node.args else None
        if isinstance(found, mt.Instance) and any(map(found.type.has_base, computed.NAMESPACES)):
            return self.expr(node.args[0])
        return None

    def builtin_vars(self, node: n.CallExpr, expected: Type) -> Value | None:
        """`vars(namespace)`; others are refused before."""
        receiver = self.namespace(node)
        if receiver is not None:
            return self.attribute(receiver, "_values", node)
        if object_of_dict(node) is None or self.library:
            return None
        return read(self, self.expr(node.args[0]), node)

    def builtin_getattr(self, node: n.CallExpr, expected: Type) -> Value | None:
        space = self.namespace(node)
        if space is not None:
            rest = [self.expr(argument) for argument in node.args[1:]]
            one = "_named" if self.world.lookup(space.type, "_named") is not None else "__getattr__"
            return self.invoke(space, "_get" if len(rest) == 2 else one, rest, node, expected)
        if computed.is_computed(node.args[1]):
            return self.computed_getattr(node)
        name = self.literal_name(node, "getattr")
        file = None if self.library else module_of(node.args[0])
        if file is not None:
            return self.module_getattr(file, name, node)
        receiver = self.expr(node.args[0])
        if len(node.args) == 2:
            if isinstance(receiver.type, t.UnionT) and receiver.type.may_be_none:
                receiver = Value(receiver.operand, OBJECT)  # None is no type error here
            return self.attribute(receiver, name, node)
        receiver = self.stable(receiver)
        default = self.stable(self.expr(node.args[2]))
        return self.found_or(
            lambda lacking: self.attribute_or(receiver, name, n.EllipsisExpr(), lacking), default
        )

    def module_getattr(self, file: n.MypyFile, name: str, node: n.CallExpr) -> Value:
        has = module_has(self.world, file, name, node)
        if not has and len(node.args) == 2:
            remedy = "give a default, or mend the name"
            raise Refusal(node, "dynamic-attribute", f"`{file.fullname}` has no `{name}`", remedy)
        value = self.member(member_of(file, name, node)) if has else NONE_VALUE
        if len(node.args) == 3:
            value = self.stable(value)
            default = self.expr(node.args[2])
            value = value if has else default
        return Value(self.box(value), t.ANY)

    def found_or(self, read: Callable[[ir.Block], Value], default: Value) -> Value:
        """What is read, or the default where reading leads to the block."""
        lacking, done = self.new_block("lacking"), self.new_block("either")
        result = self.reg(Rep.REF, "found")
        self.move(result, self.box(read(lacking)))
        self.jump(done)
        self.begin(lacking)
        self.move(result, self.box(default))
        self.jump(done)
        self.begin(done)
        return Value(result, t.ANY)

    def is_found(self, read: Callable[[ir.Block], object]) -> Value:
        """False where reading leads to the block."""
        lacking, done = self.new_block("lacking"), self.new_block("either")
        result = self.reg(Rep.BOOL, "has")
        read(lacking)
        self.move(result, ir.BoolConst(True))
        self.jump(done)
        self.begin(lacking)
        self.move(result, ir.BoolConst(False))
        self.jump(done)
        self.begin(done)
        return Value(result, t.BOOL)

    def computed_parts(self, node: n.CallExpr, function: str) -> tuple[Value, Value, str]:
        """The object, the name and what the name begins with."""
        source = node.args[0]
        if isinstance(source, n.RefExpr) and isinstance(source.node, n.MypyFile):
            raise computed.unknown(node, function, f"the object is the module `{source.node.fullname}`")
        receiver = self.stable(computed.as_owner(self, node.args[0], self.expr(node.args[0])))
        name = self.stable(self.expr(node.args[1]))
        return receiver, name, computed.beginning(self.world, node.args[1])

    def computed_getattr(self, node: n.CallExpr) -> Value:
        of_class = self.computed_of_class(node, "getattr")
        if of_class is not None:
            return of_class
        receiver, name, prefix = self.computed_parts(node, "getattr")
        if len(node.args) == 2:
            return computed.call(self, "getattr", receiver, name, None, prefix, node)
        default = self.stable(self.expr(node.args[2]))

        def read(lacking: ir.Block) -> Value:
            return self.read_or(
                lambda: computed.call(self, "getattr", receiver, name, None, prefix, node), lacking
            )

        return self.found_or(read, default)

    def computed_of_class(self, node: n.CallExpr, function: str) -> Value | None:
        """`getattr(C, name)` of a class of the application: the name is compared with all that it has."""
        if self.library or not isinstance(self.type_of(node.args[0]), t.TypeT):
            return None
        before = len(self.block.ops) if self.block is not None else 0
        receiver = self.stable(self.expr(node.args[0]))
        known = computed_names(self.world, receiver, node)
        has_one = known is not None and (len(known) == 1 or function == "hasattr")
        if known is None or not has_one or not all(known.values()):
            if self.block is not None:
                del self.block.ops[before:]
            return None
        name = self.stable(self.coerce(self.expr(node.args[1]), self.world.str_type, node))
        default = self.stable(self.expr(node.args[2])) if len(node.args) == 3 else None
        result = self.reg(Rep.REF, "found")
        done = self.new_block("either")
        whole = self.box(receiver)
        for info, names in known.items():
            other_class = self.new_block("class")
            if len(known) > 1:
                mine = self.new_block(info.name)
                same = self.prim(
                    Rep.BOOL, "is", whole, ir.TypeObject(self.world.class_inst(info, ()).layout)
                )
                self.branch(same, mine, other_class)
                self.begin(mine)
            self.names_compared(info, names, name, function, node, result, done)
            self.call(self.runtime("errors.check_computed"), [whole, name.operand], node)
            if function == "hasattr":
                self.move(result, ir.BoolConst(False, Rep.REF))
                self.jump(done)
            elif default is not None:
                self.move(result, self.box(default))
                self.jump(done)
            else:
                lacking = [name.operand] if info.is_enum else [whole, name.operand]
                self.raise_runtime(f"errors.no_{'member' if info.is_enum else 'attribute'}", lacking, node)
            if len(known) == 1:
                break
            self.begin(other_class)
        if len(known) > 1:
            self.raise_runtime("errors.not_computed", [whole, name.operand], node)
        self.begin(done)
        if function == "hasattr":
            return Value(self.unbox(result, t.BOOL), t.BOOL)
        return Value(result, t.ANY)

    def names_compared(
        self,
        info: n.TypeInfo,
        names: set[str],
        name: Value,
        function: str,
        node: n.CallExpr,
        result: ir.Reg,
        done: ir.Block,
    ) -> None:
        """Where the name is one of those, what it names (or that it is there) is the result."""
        for text in sorted(names):
            if text.startswith("__") and text.endswith("__"):
                continue
            hit, other = self.new_block(text), self.new_block("other")
            same = self.truth(self.equal(name, self.constant_str(text), node), node)
            self.branch(same, hit, other)
            self.begin(hit)
            if function == "hasattr":
                self.move(result, ir.BoolConst(True, Rep.REF))
            else:
                read = n.MemberExpr(node.args[0], text)
                read.set_line(node)
                try:
                    self.move(result, self.box(self.class_attribute(info, text, read)))
                except Refusal:  # a property, a method that cannot be a value
                    hit.ops.clear()
                    self.begin(hit)
                    cls = self.class_object(self.world.class_inst(info, ()))
                    self.raise_runtime("errors.not_computed", [cls.operand, name.operand], node)
            if self.alive:
                self.jump(done)
            self.begin(other)

    def computed_hasattr(self, node: n.CallExpr) -> Value:
        of_class = self.computed_of_class(node, "hasattr")
        if of_class is not None:
            return of_class
        receiver, name, prefix = self.computed_parts(node, "hasattr")
        return self.is_found(
            lambda lacking: self.read_or(
                lambda: computed.call(self, "hasattr", receiver, name, None, prefix, node), lacking
            )
        )

    def builtin_hasattr(self, node: n.CallExpr, expected: Type) -> Value | None:
        space = self.namespace(node)
        if space is not None:
            return self.invoke(space, "_has", [self.expr(node.args[1])], node, t.BOOL)
        if computed.is_computed(node.args[1]):
            return self.computed_hasattr(node)
        name = self.literal_name(node, "hasattr")
        if name == "__dict__":
            return self.has_dict(node)
        if self.library_has(node.args[0], name):
            return Value(ir.BoolConst(True), t.BOOL)
        file = None if self.library else module_of(node.args[0])
        if file is not None:
            return Value(ir.BoolConst(module_has(self.world, file, name, node)), t.BOOL)
        receiver = self.expr(node.args[0])
        if self.cannot_lack(receiver.type, name) or name in OF_EVERYTHING:
            return Value(ir.BoolConst(True), t.BOOL)
        item = receiver.type.item if isinstance(receiver.type, t.TypeT) else None
        held = item.inst.member(name) if isinstance(item, ClassT) else None
        if held is not None and is_hidden(held):
            return Value(ir.BoolConst(False), t.BOOL)
        if isinstance(item, ClassT) and is_attribute_of_dataclass(item.inst.info, name):
            if slots_of_dataclass(item.inst.info) is None:  # where there is a default, the class has it
                return Value(ir.BoolConst(has_default(item.inst.info, name)), t.BOOL)
        return self.is_found(lambda lacking: self.attribute_or(receiver, name, n.EllipsisExpr(), lacking))

    def has_dict(self, node: n.CallExpr) -> Value:
        return found_dict(self, self.expr(node.args[0]), node)

    def library_has(self, node: n.Expression, name: str) -> bool:
        """A module of the library defines the public name; which others CPython's module has is not known."""
        if not isinstance(node, n.RefExpr) or not isinstance(node.node, n.MypyFile) or name.startswith("_"):
            return False
        file = node.node
        found = file.names.get(name)
        if found is None or found.node is None or not self.world.modules[file.fullname].library:
            return False
        return found.node.fullname == f"{file.fullname}.{name}"

    def builtin_setattr(self, node: n.CallExpr, expected: Type) -> Value | None:
        space = self.namespace(node)
        if space is not None:
            rest = [self.expr(argument) for argument in node.args[1:]]
            return self.invoke(space, "__setattr__", rest, node, t.NONE)
        if computed.is_computed(node.args[1]):
            receiver, called, prefix = self.computed_parts(node, "setattr")
            given = self.stable(self.expr(node.args[2]))
            computed.call(self, "setattr", receiver, called, given, prefix, node)
            return Value(ir.NoneConst(), t.NONE)
        name = self.literal_name(node, "setattr")
        receiver = self.stable(self.expr(node.args[0]))
        value = self.expr(node.args[2])
        inst = self.world.class_of(receiver.type)
        hooked = inst is not None and is_hooked(self.world, inst.info)  # which may convert the value
        if inst is not None and inst.field_owner(name) and not isinstance(value.type, t.AnyT) and not hooked:
            declared = inst.code.fields[name]
            if not self.world.is_subtype(value.type, declared):
                attribute = f"{inst.info.name}.{name}"
                raise Refusal(
                    node,
                    "dynamic-attribute",
                    f"`{attribute}` is declared `{declared}`, and `setattr` gives it `{value.type}`",
                    f"widen the declaration of `{name}`",
                )
        self.write_attribute(receiver, name, value, node)
        return Value(ir.NoneConst(), t.NONE)

    def builtin_delattr(self, node: n.CallExpr, expected: Type) -> Value | None:
        if computed.is_computed(node.args[1]) and computed.owners_of(self.world, node.args[0]):
            receiver, called, prefix = self.computed_parts(node, "delattr")
            computed.call(self, "delattr", receiver, called, None, prefix, node)
            return Value(ir.NoneConst(), t.NONE)
        target = n.MemberExpr(node.args[0], self.literal_name(node, "delattr"))
        target.set_line(node)
        self.delete(target)
        return Value(ir.NoneConst(), t.NONE)

    def getter_by_name(self, function: str, node: n.CallExpr) -> Value:
        """`operator.attrgetter("a", "b.c")`, `operator.methodcaller("name", ...)`."""
        names = node.args if function == "attrgetter" else node.args[:1]
        texts = [name.value for name in names if isinstance(name, n.StrExpr)]
        if function == "attrgetter" and len(texts) != len(names):
            return self.getter_of_names(node)
        if len(texts) != len(names) or not texts or n.ARG_STAR in node.arg_kinds[: len(names)]:
            raise Refusal(
                node,
                "dynamic-attribute",
                f"`{function}` with a computed name cannot be compiled: attributes have fixed places",
                "write the name, or a lambda that reads the attribute",
            )
        self.world.instantiate(self.world.builtin("function"))
        getters = [
            Value(ir.FunctionObject(self.getter_code(text), ir.StrConst(text)), t.CallableT((), t.ANY))
            for text in texts
        ]
        if function == "attrgetter":
            inst = self.world.class_inst(self.world.info("operator._AttributeGetter"), ())
            shown = self.make_tuple([self.constant_str(text) for text in texts])
            return self.invoke_class(inst, [shown, self.make_tuple(getters)], node)
        inst = self.world.class_inst(self.world.info("operator._MethodCaller"), ())
        given = self.arguments(node)[1:]
        args = self.star_values([arg for arg in given if arg.name is None and not arg.star2], node)
        parts: list[Value] = []
        for arg in given:
            if arg.name is not None or arg.star2:
                parts += [NONE_VALUE if arg.name is None else self.constant_str(arg.name), arg.value]
        mapping = self.world.builtin_type("dict", self.world.str_type, t.ANY)
        gathered = self.call(
            self.runtime("keywords.gather"), [ir.StrConst(function), self.make_tuple(parts).operand], node
        )
        values = [self.constant_str(texts[0]), getters[0], args, Value(gathered, mapping)]
        return self.invoke_class(inst, values, node)

    def getter_of_names(self, node: n.CallExpr) -> Value:
        """`operator.attrgetter(name)`, `attrgetter(*names)`."""
        inst = self.world.class_inst(self.world.info("operator._NamedGetter"), ())
        code = self.world.memo.get("getter of names")
        if not isinstance(code, ir.Function):
            code = self.world.memo["getter of names"] = made = self.vector_function("getter")

            def lower() -> None:
                from mirage.compiler.lower.body import FunctionLowerer

                inner = FunctionLowerer(self.world, None, made, "builtins")
                value = Value(inner.load_argument(made.params[1], 0), OBJECT)
                name = Value(inner.load_argument(made.params[1], 1), t.ANY)
                found = inner.dispatch("fetch", value, "", [Arg(name)], node, t.ANY)
                inner.terminate(ir.Return(inner.box(found)))

            self.world.queue.append(lower)
        self.world.instantiate(self.world.builtin("function"))
        fetch = Value(ir.FunctionObject(code, ir.StrConst("getattr")), t.CallableT((), t.ANY))
        return self.invoke_class(inst, [self.star_values(self.arguments(node), node), fetch], node)

    def getter_code(self, path: str) -> ir.Function:
        """vectorcall code that reads the attribute of its argument."""
        key = ("getter", path)
        known = self.world.memo.get(key)
        if isinstance(known, ir.Function):
            return known
        code = self.vector_function(f"getter.{path}")
        self.world.memo[key] = code

        def lower() -> None:
            from mirage.compiler.lower.body import FunctionLowerer

            inner = FunctionLowerer(self.world, None, code, "builtins")
            value = Value(inner.load_argument(code.params[1], 0), OBJECT)
            for name in path.split("."):
                value = inner.dispatch_attribute(value, name, t.ANY, n.EllipsisExpr())
            inner.terminate(ir.Return(inner.box(value)))

        self.world.queue.append(lower)
        return code

    def reflecting_value(self, node: n.RefExpr) -> Value:
        """`call(getattr, x, "name")`: a function for the literal name that is handed on with it."""
        function = node.fullname.removeprefix("builtins.")
        name = self.names_handed_on().get(node)
        if name is None:
            raise Refusal(
                node,
                "dynamic-attribute",
                f"`{function}` as a value cannot be compiled: attributes have fixed places",
                "write a lambda with the attribute's name",
            )
        if function == "setattr":
            self.refuse_new_attribute(name, node)
        key = ("reflecting", node.fullname, name)
        code = self.world.memo.get(key)
        if not isinstance(code, ir.Function):
            code = self.world.memo[key] = made = self.vector_function(f"{function}.{name}")

            def lower() -> None:
                from mirage.compiler.lower.body import FunctionLowerer

                FunctionLowerer(self.world, None, made, "builtins").lower_reflecting(function, name)

            self.world.queue.append(lower)
        self.world.instantiate(self.world.builtin("function"))
        return Value(ir.FunctionObject(code, ir.StrConst(function)), t.CallableT((), t.ANY))

    def names_handed_on(self) -> dict[n.RefExpr, str]:
        known = self.world.index.found.get("names handed on")
        if not isinstance(known, dict):
            known = self.world.index.found["names handed on"] = {
                function: name
                for module, state in self.world.modules.items()
                if not state.library
                for part in walk(self.world.trees[module])
                if isinstance(part, n.CallExpr)
                for function, _, name in reflected(part)
            }
        return known

    def lower_reflecting(self, function: str, name: str) -> None:
        """The body of `getattr`, `hasattr`, `setattr` or `delattr` that is called with one name only."""
        node = n.EllipsisExpr()
        _, address, nargs, kwnames = self.function.params
        most = 3 if function in ("getattr", "setattr") else 2
        least = 3 if function == "setattr" else 2
        self.call(
            self.runtime("calls.check_reflecting"),
            [
                ir.StrConst(function),
                ir.StrConst(name),
                address,
                nargs,
                kwnames,
                *(ir.RawConst(x, Rep.I64) for x in (least, most)),
            ],
        )
        value = Value(self.load_argument(address, 0), OBJECT)
        if function == "setattr":
            self.write_attribute(value, name, Value(self.load_argument(address, 2), OBJECT), node)
            self.terminate(ir.Return(ir.NoneConst()))
            return
        if function == "delattr":
            self.dispatch("delete", value, name, [], node, t.NONE)
            self.terminate(ir.Return(ir.NoneConst()))
            return
        lacking = self.new_block("lacking")
        if function == "hasattr":
            self.attribute_or(value, name, node, lacking)
            self.terminate(ir.Return(self.box(Value(ir.BoolConst(True), t.BOOL))))
            self.begin(lacking)
            self.terminate(ir.Return(self.box(Value(ir.BoolConst(False), t.BOOL))))
            return
        strict, lenient = self.new_block("strict"), self.new_block("lenient")
        two = self.prim(Rep.BOOL, "eq", nargs, ir.RawConst(2, Rep.I64))
        self.branch(two, strict, lenient)
        self.begin(strict)
        self.terminate(ir.Return(self.box(self.dispatch_attribute(value, name, t.ANY, node))))
        self.begin(lenient)
        self.terminate(ir.Return(self.box(self.attribute_or(value, name, node, lacking))))
        self.begin(lacking)
        self.terminate(ir.Return(self.load_argument(address, 2)))

    def builtin_callable(self, node: n.CallExpr, expected: Type) -> Value | None:
        value = self.expr(node.args[0])
        if isinstance(value.type, t.CallableT | t.TypeT):
            return Value(ir.BoolConst(True), t.BOOL)
        return Value(self.is_instance(self.box(value), t.CallableT((), OBJECT)), t.BOOL)
