"""Classes as values, class variables and enums."""

from __future__ import annotations

from mypy import nodes as n

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.builder import NONE_VALUE, Value
from mirage.compiler.lower.class_slots import ANCESTORS
from mirage.compiler.lower.class_variables import ClassVariables
from mirage.compiler.lower.classes import ClassInst, Member, class_default, function_of, is_property
from mirage.compiler.lower.dataclass_info import is_dataclass_attribute
from mirage.compiler.lower.functions import real_decorators, request_function
from mirage.compiler.lower.invocation import Arg, has_body
from mirage.compiler.lower.names import documentation
from mirage.compiler.lower.operators import fold_int
from mirage.compiler.lower.refused import refuse_method
from mirage.compiler.lower.types import OBJECT, ClassT, Type
from mirage.compiler.lower.world import Refusal


class ClassAttributes(ClassVariables):
    # -- class objects --------------------------------------------------------------------------

    def class_object(self, inst: ClassInst) -> Value:
        self.world.instantiate(self.world.builtin("type"))
        this = inst.this
        library = self.world.modules[inst.info.module_name].library
        used = self.world.memo.setdefault("class objects", {})
        assert isinstance(used, dict)
        used[inst.shape] = None
        if inst.layout.constructor is None and not library and not inst.info.is_abstract:
            inst.layout.constructor = self.constructor_code(inst)
        return Value(ir.TypeObject(inst.layout), t.TypeT(this))

    def class_value(self, info: n.TypeInfo, node: n.Expression) -> Value:
        """A class used as a value; calling it later constructs."""
        wanted = self.type_of(node)
        inst = self.world.class_inst(info, ())
        if isinstance(wanted, t.TypeT) and isinstance(wanted.item, ClassT) and wanted.item.inst.info is info:
            inst = wanted.item.inst
        if (
            isinstance(wanted, t.CallableT)
            and isinstance(wanted.result, ClassT)
            and wanted.result.inst.info is info
        ):
            inst = wanted.result.inst
        value = self.class_object(inst)
        layout = inst.layout
        if layout.constructor is None:
            layout.constructor = self.constructor_code(inst)
        return value

    def constructor_code(self, inst: ClassInst) -> ir.Function:
        from mirage.compiler.lower.body import constructor_code

        return constructor_code(self.world, inst)

    def lower_constructor(self, inst: ClassInst) -> None:
        _, address, nargs, kwnames = self.function.params
        found = self.plain_initialiser(inst)
        if found is not None:
            item = function_of(found.node)
            if found.owner.info.fullname == "builtins.object":
                name = ir.StrConst(self.qualname_of(inst.info))
                self.call(self.runtime("calls.takes_none"), [name, nargs, kwnames])
                self.terminate(ir.Return(self.allocated(inst).operand))
                return
            if item is not None:
                self.lower_bound_constructor(inst, found, item)
                return
        bad = self.new_block("count")
        entry = self.block
        cases = []
        for count in range(max(most_arguments(inst), 4) + 1):
            block = self.new_block(f"n{count}")
            self.begin(block)
            args = [Arg(Value(self.load_argument(address, i), OBJECT)) for i in range(count)]
            try:
                if not self.constructible(inst, args):
                    raise Refusal(inst.info.defn, "arguments", "count")
                made = self.construct_dynamic(inst, args)
                if self.alive:
                    self.terminate(ir.Return(self.box(made)))
            except Refusal:
                block.ops.clear()
                self.begin(block)
                self.jump(bad)
            cases.append((count, block))
        self.begin(bad)
        self.raise_runtime(
            "errors.bad_arguments", [ir.StrConst(f"{inst.info.name}() got an unexpected number of arguments")]
        )
        self.block = entry
        self.terminate(ir.Switch(nargs, cases, bad))

    def plain_initialiser(self, inst: ClassInst) -> Member | None:
        """`__init__`, where constructing is allocating and calling it."""
        info = inst.info
        maker = inst.member("__new__")
        special = info.is_enum or info.is_named_tuple or info.is_protocol
        special |= info.fullname == "builtins.OSError"
        if special or maker is not None and maker.owner.info.fullname != "builtins.object":
            return None
        if any(base.fullname in ("builtins.tuple", "builtins.BaseExceptionGroup") for base in info.mro):
            return None
        if inst.primitive is not None or info.module_name in ("builtins", "mirage.lowlevel"):
            return None
        found = inst.member("__init__")
        if found is None or isinstance(found.node, n.OverloadedFuncDef) and function_of(found.node) is None:
            return None
        return None if found.owner.info.fullname == "builtins.BaseException" else found

    def construct_dynamic(self, inst: ClassInst, args: list[Arg]) -> Value:
        if inst.info.fullname == "builtins.bool":
            return Value(self.truth(args[0].value, n.EllipsisExpr()) if args else ir.BoolConst(False), t.BOOL)
        if inst.info.fullname == "builtins.str" and len(args) == 1:
            return self.invoke(args[0].value, "__str__", [], n.EllipsisExpr(), self.world.str_type)
        return self.invoke_class(inst, args, n.EllipsisExpr())

    def constructible(self, inst: ClassInst, args: list[Arg]) -> bool:
        types: list[Type] = [OBJECT for _ in args]
        for name in ("__new__", "__init__"):
            found = inst.member(name)
            if found is not None and found.owner.info.fullname not in ("builtins.object",):
                items = self.signatures(found.node)
                if items:
                    return any(self.fits(item, found.owner, types, args) for item in items)
        return not args

    def type_object(self, value: Value) -> Value:
        """`type(value)`."""
        type_ = value.type
        self.world.instantiate(self.world.builtin("type"))
        if isinstance(type_, t.NoneT):
            return self.class_object(self.world.none_inst)
        if isinstance(type_, t.PrimT) and type_ != t.INT or isinstance(type_, ClassT) and type_.exact:
            inst = self.world.class_of(type_)
            assert inst is not None
            return self.class_object(inst)
        table_word = self.prim(Rep.U32, "class_id", self.box(value))
        offset = self.prim(Rep.U64, "shl", self.prim(Rep.U64, "convert", table_word), ir.RawConst(6, Rep.U64))
        place = self.prim(Rep.U64, "add", ir.ClassTable(), offset)
        dst = self.reg(Rep.REF, "type")
        self.emit(ir.Load(dst, self.prim(Rep.U64, "add", place, ir.RawConst(48, Rep.U64))))
        return Value(dst, t.TypeT(type_))

    # -- class variables ------------------------------------------------------------------------

    def class_attribute(self, info: n.TypeInfo, name: str, node: n.Expression) -> Value:
        """`C.name`."""
        if name == "__name__":
            return self.constant_str(info.name)
        if name == "__qualname__":
            return self.constant_str(self.qualname_of(info))
        if name == "__module__":
            return self.constant_str(info.module_name)
        if name == "__doc__":
            text = documentation(info.defn)
            return NONE_VALUE if text is None else self.constant_str(text)
        if name in ANCESTORS:
            return self.ancestors(info, name, node)
        inst = self.world.class_inst(info, ())
        found = inst.member(name)
        if found is None:
            if info.is_enum and name == "__members__":
                raise self.unsupported(node, "`__members__`", "iterate over the class")
            raise self.unsupported(node, f"`{info.name}.{name}`")
        if isinstance(found.node, n.Var):
            return self.class_variable(info, name, node)
        if isinstance(found.node, n.TypeInfo):
            return self.class_value(found.node, node)
        item = function_of(found.node)
        if item is None or is_property(found.node):
            raise self.unsupported(node, f"`{info.name}.{name}` as a value")
        if isinstance(found.node, n.Decorator) and real_decorators(found.node):
            return self.decorated_method(found)
        if item.is_class:
            return self.bound_method(self.class_object(inst), name, node)
        method = request_function(self.world, item, found.owner)
        self.world.instantiate(self.world.builtin("function"))
        type_ = t.CallableT(tuple(p.type for p in method.params), method.result)
        return Value(ir.FunctionObject(self.wrapper(method), self.function_name(item)), type_)

    def class_body(self, info: n.TypeInfo, node: n.ClassDef) -> None:
        """Run what a class statement runs: class variables, defaults of methods, decorators."""
        for name in info.names:
            refusal = refuse_method(info, name)
            if refusal is not None:
                self.world.report(self.module_name, refusal)
        if info.is_enum:
            return
        for expression in node.decorators:
            fullname = (
                expression.callee.fullname
                if isinstance(expression, n.CallExpr) and isinstance(expression.callee, n.RefExpr)
                else expression.fullname
                if isinstance(expression, n.RefExpr)
                else ""
            )
            if fullname not in KNOWN_CLASS_DECORATORS:
                raise self.unsupported(expression, "a class decorator", "apply it to the methods instead")
        if node.metaclass is not None and getattr(node.metaclass, "fullname", "") not in (
            "abc.ABCMeta",
            "enum.EnumMeta",
        ):
            raise Refusal(
                node,
                "metaclass",
                f"`{info.name}` has a metaclass of its own, which cannot be compiled: classes are fixed",
                "use a base class, a class decorator that the compiler knows, or a function",
            )
        if any(base.fullname == "builtins.type" for base in info.mro):
            raise Refusal(
                node,
                "metaclass",
                f"`{info.name}` is a metaclass, which cannot be compiled: classes are fixed at build time",
                "use a base class, or a function that makes the objects",
            )
        if "namedtuple" in info.metadata:
            self.evaluate_field_defaults(info)
        for expression in node.base_type_exprs:
            if isinstance(expression, n.CallExpr) and isinstance(expression.analyzed, n.NamedTupleExpr):
                self.evaluate_field_defaults(expression.analyzed.info)
        for statement in node.defs.body:
            if isinstance(statement, n.AssignmentStmt):
                self.class_assignment(info, statement)
            elif isinstance(statement, n.FuncDef | n.Decorator | n.OverloadedFuncDef):
                self.method_definition(info, statement)
            elif isinstance(statement, n.ClassDef):
                self.class_body(statement.info, statement)
            elif isinstance(statement, n.PassStmt) or (
                isinstance(statement, n.ExpressionStmt)
                and isinstance(statement.expr, n.StrExpr | n.EllipsisExpr)
            ):
                pass
            else:
                self.statement(statement)

    def class_assignment(self, info: n.TypeInfo, statement: n.AssignmentStmt) -> None:
        if isinstance(statement.rvalue, n.TempNode) or statement.is_alias_def:
            return
        for target in statement.lvalues:
            if (
                isinstance(target, n.NameExpr)
                and isinstance(target.node, n.Var)
                and target.name != "__slots__"
            ):
                if "namedtuple" in info.metadata:
                    continue
                if "dataclass" in info.metadata and is_dataclass_attribute(info, target.name):
                    self.store_default(info, target, statement.rvalue)
                    continue
                if self.folded_constant(target.node) is not None:
                    continue
                self.write_class_variable(info, target.name, self.expr(statement.rvalue), statement)

    def method_definition(self, info: n.TypeInfo, statement: n.Statement) -> None:
        from mirage.compiler.lower.invocation import constant_expression

        item = (
            function_of(statement)
            if isinstance(statement, n.FuncDef | n.Decorator | n.OverloadedFuncDef)
            else None
        )
        if item is None:
            return
        for index, argument in enumerate(item.arguments):
            if argument.initializer is not None and not constant_expression(argument.initializer):
                self.evaluate_default(item, index, argument)
        if isinstance(statement, n.Decorator) and real_decorators(statement) and not is_property(statement):
            member = self.world.class_inst(info, ()).member(item.name)
            assert member is not None
            value = self.undecorated_method(member, item)
            value = self.apply_decorators(real_decorators(statement), value, statement)
            variable, type_ = self.decorated_variable(statement)
            self.emit(ir.SetGlobal(variable, self.coerce(value, type_, statement).operand))

    def undecorated_method(self, member: Member, item: n.FuncDef) -> Value:
        method = request_function(self.world, item, member.owner)
        self.world.instantiate(self.world.builtin("function"))
        type_ = t.CallableT(tuple(p.type for p in method.params), method.result)
        return Value(ir.FunctionObject(self.wrapper(method), self.function_name(item)), type_)

    def decorated_method(self, member: Member) -> Value:
        assert isinstance(member.node, n.Decorator)
        return self.decorated_global(member.node)

    # -- decorated functions --------------------------------------------------------------------

    def decorated_variable(self, decorator: n.Decorator) -> tuple[ir.Global, Type]:
        key = ("decorated", decorator)
        if key not in self.world.globals:
            type_ = self.world.translate(decorator.var.type, {})
            self.world.global_variable(key, decorator.func.fullname, type_)
            module = decorator.func.fullname
            while module and module not in self.world.modules:
                module = module.rpartition(".")[0]
            if module and self.world.modules[module].library:
                self.world.queue.append(lambda: self.library_decorated(decorator, module))
        return self.world.globals[key], self.world.global_types[key]

    def library_decorated(self, decorator: n.Decorator, module: str) -> None:
        from mirage.compiler.lower.body import FunctionLowerer

        function = ir.Function(
            self.world.symbol(f"init.{decorator.func.fullname}"), [], Rep.VOID, module=module
        )
        self.world.add_function(function)
        self.world.modules[module].pieces[decorator.line * 1000] = function
        lowerer = FunctionLowerer(self.world, None, function, module)
        value = lowerer.function_value(decorator.func, n.NameExpr(decorator.func.name))
        value = lowerer.apply_decorators(real_decorators(decorator), value, decorator)
        variable, type_ = lowerer.decorated_variable(decorator)
        lowerer.emit(ir.SetGlobal(variable, lowerer.coerce(value, type_, decorator).operand))
        lowerer.terminate(ir.Return(None))

    def decorated_global(self, decorator: n.Decorator) -> Value:
        variable, type_ = self.decorated_variable(decorator)
        dst = self.reg(type_.rep, decorator.func.name)
        self.emit(ir.GetGlobal(dst, variable))
        return Value(dst, type_)

    # -- enums ----------------------------------------------------------------------------------

    def is_enum_member(self, info: n.TypeInfo, name: str) -> bool:
        return name in self.enum_names(info) or name in self.enum_aliases(info)

    def enum_aliases(self, info: n.TypeInfo) -> dict[str, str]:
        """Names whose value an earlier member has: they are that member."""
        _ = self.enum_names(info)
        found = self.world.memo["enum aliases", info]
        assert isinstance(found, dict)
        return found

    def enum_names(self, info: n.TypeInfo) -> list[str]:
        """The members in definition order, without aliases."""
        known = self.world.memo.get(("enum names", info))
        if isinstance(known, list):
            return known
        names: list[str] = []
        aliases: dict[str, str] = {}
        owners: dict[object, str] = {}  # value -> the member that has it
        values: dict[str, object] = {}
        for statement in info.defn.defs.body:
            if isinstance(statement, n.AssignmentStmt) and not isinstance(statement.rvalue, n.TempNode):
                value = enum_constant(statement.rvalue, values)
                for target in statement.lvalues:
                    if not isinstance(target, n.NameExpr) or target.name.startswith("_"):
                        continue
                    values[target.name] = value
                    if value is not None and value in owners:
                        aliases[target.name] = owners[value]
                        continue
                    owners[value] = target.name
                    names.append(target.name)
        self.world.memo["enum names", info] = names
        self.world.memo["enum aliases", info] = aliases
        return names

    def enum_rvalue(self, info: n.TypeInfo, name: str) -> n.Expression:
        for statement in info.defn.defs.body:
            if isinstance(statement, n.AssignmentStmt):
                for target in statement.lvalues:
                    if isinstance(target, n.NameExpr) and target.name == name:
                        return statement.rvalue
        raise AssertionError(name)

    def enum_member(self, info: n.TypeInfo, name: str) -> Value:
        """A member: one object each, made when the program starts."""
        inst = self.world.class_inst(info, ())
        type_ = ClassT(inst, exact=True)
        name = self.enum_aliases(info).get(name, name)
        key = ("enum", info)
        if key not in self.world.memo:
            self.world.memo[key] = True
            self.world.instantiate(inst)
            for member in self.enum_names(info):
                self.world.global_variable(("enum member", info, member), f"{info.fullname}.{member}", type_)
            self.world.queue.append(lambda: self.enum_piece(info))
        dst = self.reg(Rep.REF, name)
        self.emit(ir.GetGlobal(dst, self.world.globals["enum member", info, name]))
        return Value(dst, type_)

    def enum_piece(self, info: n.TypeInfo) -> None:
        from mirage.compiler.lower.body import FunctionLowerer

        function = ir.Function(
            self.world.symbol(f"init.{info.fullname}"), [], Rep.VOID, module=info.module_name
        )
        self.world.add_function(function)
        pieces = self.world.memo.setdefault("enum pieces", [])
        assert isinstance(pieces, list)
        pieces.append(function)
        FunctionLowerer(self.world, None, function, info.module_name).make_enum(info)

    def make_enum(self, info: n.TypeInfo) -> None:
        inst = self.world.class_inst(info, ())
        previous: Value = Value(ir.IntConst(0), t.INT)
        for name in self.enum_names(info):
            rvalue = self.enum_rvalue(info, name)
            if isinstance(rvalue, n.CallExpr) and getattr(rvalue.callee, "fullname", "") == "enum.auto":
                previous = self.enum_auto(info, name, previous, rvalue)
            else:
                previous = self.expr(rvalue)
            dst = self.reg(Rep.REF, name)
            self.may_raise(ir.Alloc(dst, inst.layout))
            self.emit(ir.SetField(dst, inst.layout, "_name_", ir.StrConst(name)))
            self.emit(ir.SetField(dst, inst.layout, "_value_", self.box(previous)))
            self.emit(ir.SetGlobal(self.world.globals["enum member", info, name], dst))
        self.terminate(ir.Return(None))

    def enum_auto(self, info: n.TypeInfo, name: str, previous: Value, node: n.Expression) -> Value:
        bases = {base.fullname for base in info.mro}
        if "enum.StrEnum" in bases:
            return self.constant_str(name.lower())
        if isinstance(previous.operand, ir.IntConst):
            if "enum.Flag" in bases:
                return Value(ir.IntConst(1 << previous.operand.value.bit_length()), t.INT)
            return Value(ir.IntConst(previous.operand.value + 1), t.INT)
        return self.binary("+", self.coerce(previous, t.INT, node), Value(ir.IntConst(1), t.INT), node)

    def enum_list(self, info: n.TypeInfo, node: n.Node) -> Value:
        inst = self.world.class_inst(info, ())
        type_ = ClassT(inst, exact=True)
        members = [self.enum_member(info, name) for name in self.enum_names(info)]
        return self.new_list(self.list_inst(type_), members, node)

    def enum_by_value(self, info: n.TypeInfo, args: list[Arg], node: n.Node) -> Value:
        """`Color(2)`."""
        wanted = args[0].value
        inst = self.world.class_inst(info, ())
        result = self.reg(Rep.REF, info.name)
        done = self.new_block("found")
        for name in self.enum_names(info):
            member = self.enum_member(info, name)
            value = Value(self.get_field(member.operand, inst.layout, "_value_", Rep.REF), OBJECT)
            hit, miss = self.new_block("hit"), self.new_block("miss")
            self.branch(
                self.truth(self.compare("==", value, Value(self.box(wanted), OBJECT), node), node), hit, miss
            )
            self.begin(hit)
            self.move(result, member.operand)
            self.jump(done)
            self.begin(miss)
        self.raise_runtime(
            "errors.not_enum_value", [self.box(wanted), ir.StrConst(self.qualname_of(info))], node
        )
        self.begin(done)
        return Value(result, ClassT(inst, exact=True))

    def qualname_of(self, info: n.TypeInfo) -> str:
        return self.world.qualname(info)

    def enum_by_name(self, info: n.TypeInfo, node: n.IndexExpr) -> Value:
        """`Color["RED"]`."""
        wanted = self.coerce(self.expr(node.index), self.world.str_type, node)
        inst = self.world.class_inst(info, ())
        result = self.reg(Rep.REF, info.name)
        done = self.new_block("found")
        for name in [*self.enum_names(info), *self.enum_aliases(info)]:
            hit, miss = self.new_block("hit"), self.new_block("miss")
            same = self.compare("==", wanted, self.constant_str(name), node)
            self.branch(self.truth(same, node), hit, miss)
            self.begin(hit)
            self.move(result, self.enum_member(info, name).operand)
            self.jump(done)
            self.begin(miss)
        error = self.invoke_class(self.world.builtin("KeyError"), [wanted], node)
        self.throw(error.operand, node)
        self.begin(done)
        return Value(result, ClassT(inst, exact=True))

    # -- odds and ends --------------------------------------------------------------------------

    def not_implemented(self) -> Operand:
        info = self.world.info("types.NotImplementedType")
        inst = self.world.class_inst(info, ())
        self.world.instantiate(self.world.builtin("type"))
        return ir.TypeObject(inst.layout)

    def main_function(self) -> ir.Function:
        found = self.world.memo["main"]
        assert isinstance(found, ir.Function)
        return found


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
}


def enum_constant(node: n.Expression, known: dict[str, object]) -> object:
    """A member's value when it is plain to see; None otherwise."""
    match node:
        case n.IntExpr() | n.StrExpr() | n.FloatExpr():
            return node.value
        case n.UnaryExpr(op="-"):
            value = enum_constant(node.expr, known)
            return -value if isinstance(value, int | float) else None
        case n.NameExpr():
            return known.get(node.name)
        case n.TupleExpr():
            items = tuple(enum_constant(item, known) for item in node.items)
            return None if None in items else items
        case n.OpExpr():
            a, b = enum_constant(node.left, known), enum_constant(node.right, known)
            if isinstance(a, int) and isinstance(b, int):
                return fold_int(node.op, a, b)
    return None


__all__ = ["ClassAttributes", "class_default", "has_body"]


def most_arguments(inst: ClassInst) -> int:
    """How many positional arguments a call of the class may have (of its widest signature)."""
    most = 0
    for name in ("__new__", "__init__"):
        found = inst.member(name)
        if found is not None and found.owner.info.fullname != "builtins.object":
            node = found.node
            items = node.items if isinstance(node, n.OverloadedFuncDef) else [node]
            for item in items:
                function = function_of(item)
                if function is not None:
                    kinds = [k for k in function.arg_kinds if k.is_positional()]
                    most = max(most, len(kinds) - 1)
    return most
