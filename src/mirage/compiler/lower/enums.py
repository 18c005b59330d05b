"""Enumerations: their members, made once, and the table behind look-ups (see enum.py of the library).

Members whose values are plain to see are made when the program starts, only where they are used; others
when the class statement runs, as CPython makes them.  A member is a global that holds one object.
"""

from __future__ import annotations

from contextlib import nullcontext

from mypy import nodes as n

from mirage.compiler.frontend.analysis import spoken
from mirage.compiler.frontend.walk import walk
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.arguments import Arg
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.class_variables import ClassVariables
from mirage.compiler.lower.classes import ClassInst, function_of
from mirage.compiler.lower.enum_info import (
    MEMBER_TABLES,
    Plan,
    boundary_of,
    data_class,
    ejects,
    enum_plan,
    foreign_data,
    ignored_names,
    is_auto,
    is_text_enum,
    keeps_int,
    own_data,
    own_maker,
    plain_text,
    reserved_name,
    unpacked_values,
    wrapped_by,
)
from mirage.compiler.lower.functions import request_function
from mirage.compiler.lower.sites import make_site
from mirage.compiler.lower.types import OBJECT, ClassT, Type
from mirage.compiler.lower.world import Refusal


class Enums(ClassVariables):
    def plan_of(self, info: n.TypeInfo) -> Plan:
        return enum_plan(self.world.memo, info)

    def is_enum_member(self, info: n.TypeInfo, name: str) -> bool:
        return name in self.plan_of(info).rvalues

    def enum_is_static(self, info: n.TypeInfo) -> bool:
        """The members, without aliases, are known now."""
        plan = self.plan_of(info)
        return plan.constant and not plan.flag

    def enum_names(self, info: n.TypeInfo) -> list[str]:
        return self.plan_of(info).names

    # -- members --------------------------------------------------------------------------------

    def enum_member(self, info: n.TypeInfo, name: str) -> Value:
        """A member: one object each."""
        plan = self.plan_of(info)
        self.prepare_enum(info)
        name = plan.aliases.get(name, name)
        dst = self.reg(Rep.REF, name)
        self.emit(ir.GetGlobal(dst, self.world.globals["enum member", info, name]))
        if not plan.constant and self.world.is_user(info.module_name):
            bad, ok = self.new_block("unmade"), self.new_block("made")
            self.branch(self.prim(Rep.BOOL, "is_undefined", dst), bad, ok, likely=False)
            self.begin(bad)
            self.raise_runtime("errors.undefined_global", [ir.StrConst(info.name)])
            self.begin(ok)
        return Value(dst, ClassT(self.world.class_inst(info, ()), exact=True))

    def prepare_enum(self, info: n.TypeInfo) -> None:
        """Globals for the members; code that makes constant ones at the start."""
        key = ("enum", info)
        if key in self.world.memo:
            return
        self.world.memo[key] = True
        inst = self.world.class_inst(info, ())
        self.world.instantiate(inst)
        plan = self.plan_of(info)
        for member in plan.names:
            symbol = f"{info.fullname}.{member}"
            self.world.global_variable(("enum member", info, member), symbol, ClassT(inst, exact=True))
        if plan.constant or not self.world.is_user(info.module_name):  # whose class statements never run
            self.world.queue.append(lambda: self.enum_piece(info))

    def enum_piece(self, info: n.TypeInfo) -> None:
        from mirage.compiler.lower.body import FunctionLowerer

        symbol = self.world.symbol(f"init.{info.fullname}")
        function = ir.Function(symbol, [], Rep.VOID, module=info.module_name)
        self.world.add_function(function)
        pieces = self.world.memo.setdefault("enum pieces", [])
        assert isinstance(pieces, list)
        pieces.append(function)
        lowerer = FunctionLowerer(self.world, None, function, info.module_name)
        try:
            lowerer.make_enum(info)
        except Refusal as refusal:  # its class statement reports the same
            self.world.report(info.module_name, refusal)
        lowerer.terminate(ir.Return(None))

    def enum_body(self, info: n.TypeInfo, node: n.ClassDef) -> None:
        """Run the class statement."""
        data = data_class(info)
        if data is not None and data.name not in ("int", "str") and self.plan_of(info).rvalues:
            raise self.unsupported(node, f"an enumeration of `{data.name}` objects", "derive from Enum alone")
        self.refuse_computed_members(node)
        mixed = foreign_data(info)
        if mixed is not None:
            raise self.unsupported(node, f"an enumeration of `{mixed.name}` objects", "hold them as values")
        if any("dataclass" in base.metadata or base.is_named_tuple for base in info.mro):
            raise self.unsupported(
                node, "an enumeration of dataclass objects", "hold them as values, or write `__init__`"
            )
        with self.frame_of_class(node):
            later = self.other_statements(info, node)
        if not self.world.modules[info.module_name].library and not self.plan_of(info).constant:
            self.prepare_enum(info)
            self.make_enum(info)
        with self.frame_of_class(node):
            for statement in later:
                self.class_assignment(info, statement)
        ignored = ignored_names(info)
        if ignored is not None:
            remedy = "compute what members are made of outside of the class"
            raise self.unsupported(ignored, "`_ignore_` of an enumeration", remedy)
        reserved = reserved_name(info)
        if reserved is not None:
            self.enum_call("_refuse_reserved", [self.constant_str(reserved)], node)
        order = plain_text(info, "_order_")
        if order:
            names = [self.constant_str(name) for name in order]
            listed = self.new_list(self.list_inst(self.world.str_type), names, node)
            self.enum_call("_check_order", [self.enum_table(info), listed], node)
        if any(getattr(d, "fullname", "") == "enum.unique" for d in node.decorators):
            if not self.enum_is_static(info) or self.plan_of(info).aliases:
                self.enum_call("_check_unique", [self.enum_table(info)], node)

    def other_statements(self, info: n.TypeInfo, node: n.ClassDef) -> list[n.AssignmentStmt]:
        """Run what does not make members; the assignments that need them, for later."""
        members = self.plan_of(info).rvalues
        later = []
        for statement in node.defs.body:
            if isinstance(statement, n.FuncDef | n.Decorator | n.OverloadedFuncDef):
                self.method_definition(info, statement)
            elif isinstance(statement, n.AssignmentStmt):
                if wrapped_by(statement.rvalue, "nonmember") is None:
                    continue
                parts = walk(statement.rvalue)
                if any(isinstance(part, n.NameExpr) and part.name in members for part in parts):
                    later.append(statement)
                else:
                    self.class_assignment(info, statement)
        return later

    def refuse_computed_members(self, node: n.ClassDef) -> None:
        """Members are read off the class body: statements that would compute them are refused."""
        for statement in node.defs.body:
            if isinstance(statement, n.AssignmentStmt):
                unpacked = unpacked_values(statement.rvalue)
                for target in statement.lvalues:
                    if isinstance(target, n.NameExpr):
                        continue
                    items = target.items if isinstance(target, n.TupleExpr | n.ListExpr) else []
                    plain = isinstance(target, n.TupleExpr) and all(isinstance(i, n.NameExpr) for i in items)
                    if not plain or unpacked is None or len(unpacked) != len(items):
                        raise self.unsupported(
                            statement, "members unpacked from this", "write a line for each member"
                        )
            elif not isinstance(
                statement,
                n.FuncDef | n.Decorator | n.OverloadedFuncDef | n.ClassDef | n.PassStmt | n.ExpressionStmt,
            ):
                raise self.unsupported(
                    statement, "this statement in the body of an enumeration", "write a line for each member"
                )

    def make_enum(self, info: n.TypeInfo) -> None:
        """Make the members, in order.  Names of members stand for their values in the class body."""
        plan = self.plan_of(info)
        outer, self.enum_values = self.enum_values, {}
        outer_next = self.enum_next
        made: list[Value] = []  # the values before, those of `auto()` in a tuple one by one
        table = None
        initialiser = next((base for base in info.mro if "__init__" in base.names), info)
        if own_maker(info) is not None or self.world.is_user(initialiser.module_name) and not plan.constant:
            table = self.new_enum_table(info)  # these may look at the members that are there
            self.emit(ir.SetGlobal(self.enum_table_variable(info), table.operand))
        for count, (name, rvalue) in enumerate(plan.rvalues.items()):
            self.enum_next = (info, name, count, made)
            with nullcontext() if plan.constant else self.frame_of_class(info.defn):
                if is_auto(rvalue):
                    value = self.next_enum_value(rvalue)
                    made.append(value)
                elif isinstance(rvalue, n.TupleExpr) and any(is_auto(item) for item in rvalue.items):
                    value = self.tuple_with_autos(rvalue, made)
                else:
                    value = self.stable(self.expr(rvalue))
                    made.append(value)
            variable = plan.variables[name]
            if variable is not None:
                self.enum_values[variable] = value
            if name in plan.aliases:
                continue
            dst = self.new_enum_member(info, name, value, rvalue)
            if not plan.constant:
                dst = self.same_as_earlier(info, dst, plan.names[: plan.names.index(name)], rvalue)
            self.emit(ir.SetGlobal(self.world.globals["enum member", info, name], dst))
            if table is not None:
                self.enter_member(info, name, table, rvalue)
        self.enum_values, self.enum_next = outer, outer_next

    def tuple_with_autos(self, node: n.TupleExpr, made: list[Value]) -> Value:
        """`LOW = auto(), "low"`: each `auto()` counts on."""
        items = []
        for item in node.items:
            if isinstance(item, n.StarExpr):
                raise self.unsupported(node, "unpacking beside `auto()`", "write the items out")
            if is_auto(item):
                items.append(self.next_enum_value(item))
                made.append(items[-1])
            else:
                items.append(self.stable(self.expr(item)))
        return self.stable(self.make_tuple(items))

    def new_enum_member(self, info: n.TypeInfo, name: str, value: Value, node: n.Expression) -> ir.Reg:
        inst = self.world.class_inst(info, ())
        data = data_class(info)
        if own_maker(info) is not None:
            return self.member_made_by_new(info, name, value, node)
        dst = self.reg(Rep.REF, name)
        if data is not None and data.fullname == "builtins.int":
            if value.type != t.INT:
                parts = self.parts_of_value(value)
                value = self.invoke_class(self.world.class_inst(data, ()), parts, node)
            value = Value(self.call(self.runtime("bigint.plain"), [value.operand], node), t.INT)
            own = own_data(info)
            if own is not None:
                value = self.invoke_class(self.world.class_inst(own, ()), [Arg(self.stable(value))], node)
        elif data is not None:
            if data.fullname != "builtins.str":
                raise self.unsupported(node, f"an enumeration of `{data.name}` objects", "derive from Enum")
            return self.new_text_member(info, name, value, node)
        self.may_raise(ir.Alloc(dst, inst.layout))
        self.initialise_fields(dst, inst)
        self.emit(ir.SetField(dst, inst.layout, "_name_", ir.StrConst(name)))
        self.emit(ir.SetField(dst, inst.layout, "_value_", self.box(value)))
        self.initialise_member(inst, dst, value, node)
        return dst

    def initialise_member(self, inst: ClassInst, dst: ir.Reg, value: Value, node: n.Node) -> None:
        """Call the class's own `__init__`."""
        init = inst.member("__init__")
        if init is not None and init.owner.info.module_name not in ("builtins", "enum"):
            args = self.parts_of_value(value)
            self.call_member(Value(dst, ClassT(inst, exact=True)), init, args, node, t.NONE)

    def parts_of_value(self, value: Value) -> list[Arg]:
        """What `__new__` and `__init__` are called with."""
        if isinstance(value.type, t.TupleT):
            return [Arg(self.tuple_item(value, i)) for i in range(len(value.type.items))]
        if isinstance(value.type, ClassT) and value.type.inst.info.fullname == "builtins.tuple":
            return [Arg(value, star=True)]
        return [Arg(value)]

    def may_be_tuple(self, type_: Type) -> bool:
        if isinstance(type_, ClassT):
            return type_.inst.info.fullname in ("builtins.tuple", "builtins.object")
        return not isinstance(type_, t.PrimT)

    def member_made_by_new(self, info: n.TypeInfo, name: str, value: Value, node: n.Node) -> ir.Reg:
        """A member that the class's own `__new__` makes, from the items of its value."""
        inst, maker = self.world.class_inst(info, ()), own_maker(info)
        assert maker is not None
        data = data_class(info)
        if self.plan_of(info).flag:
            raise self.unsupported(maker, "`__new__` of a flag", "set attributes in `__init__`")
        own = own_data(info)
        by_own = own is not None and maker.info in own.mro
        if own is not None and not by_own:
            raise self.unsupported(maker, f"`__new__` of an enumeration of `{own.name}` objects")
        if data is not None and not by_own and (data.fullname != "builtins.int" or not keeps_int(maker)):
            raise self.unsupported(
                maker,
                f"`__new__` of an enumeration that makes its `{data.name}` otherwise",
                "write `made = int.__new__(cls, value)` and `made._value_ = value`"
                if data.name == "int"
                else "set attributes in `__init__`",
            )
        owner = self.world.class_inst(maker.info, ())
        parts = self.parts_of_value(self.stable(value))
        made = self.call_function(maker, owner, self.class_object(inst), parts, node, OBJECT)
        checked = self.coerce(made, ClassT(inst), node)
        dst = self.reg(Rep.REF, name)
        self.move(dst, checked.operand)
        if own is not None:
            held = self.invoke_class(self.world.class_inst(own, ()), parts, node)
            self.emit(ir.SetField(dst, inst.layout, "_value_", self.box(held)))
        if data is None:
            unset, ready = self.new_block("unset"), self.new_block("ready")
            before = self.get_field(dst, inst.layout, "_value_", Rep.REF)
            self.branch(self.prim(Rep.BOOL, "is_undefined", before), unset, ready)
            self.begin(unset)
            self.emit(ir.SetField(dst, inst.layout, "_value_", self.box(value)))
            self.jump(ready)
            self.begin(ready)
        self.emit(ir.SetField(dst, inst.layout, "_name_", ir.StrConst(name)))
        self.initialise_member(inst, dst, value, node)
        return dst

    def int_member(self, cls: Value, owner: ClassInst, args: list[Arg], node: n.Node) -> Value:
        """`int.__new__(cls, value)` of a class derived from int."""
        number = self.int_value(args, node)
        return self.holding_int(self.allocate_for(cls, owner, node), number)

    def int_value(self, args: list[Arg], node: n.Node) -> Value:
        """`int(...)`, a plain one."""
        number = self.invoke_class(self.world.class_inst(self.world.info("builtins.int"), ()), args, node)
        return self.stable(Value(self.call(self.runtime("bigint.plain"), [number.operand], node), t.INT))

    def holding_int(self, made: Value, number: Value) -> Value:
        made = self.stable(made)
        assert isinstance(made.type, ClassT)
        self.emit(ir.SetField(made.operand, made.type.inst.layout, "_value_", self.box(number)))
        return made

    def new_text_member(self, info: n.TypeInfo, name: str, value: Value, node: n.Expression) -> ir.Reg:
        """A str of the enumeration's own class; its name is found by looking for it among the members."""
        inst = self.world.class_inst(info, ())
        if value.type != self.world.str_type:
            checks = any(base.fullname == "enum.StrEnum" for base in info.mro)
            if checks or self.may_be_tuple(value.type):
                make = "_checked_text" if checks else "_made_text"
                value = self.enum_call(make, [Value(self.box(value), OBJECT)], node)
        text = self.coerce(self.invoke(value, "__str__", [], node, self.world.str_type), self.world.str_type)
        self.world.instantiate(inst)
        made = self.call(self.runtime("cloning.as_class"), [text.operand, ir.TypeObject(inst.layout)], node)
        self.world.instantiate(self.world.builtin("type"))
        key = ("enum text", info, name)
        kept = self.world.global_variable(key, f"{info.fullname}.{name}.value", self.world.str_type)
        self.emit(ir.SetGlobal(kept, text.operand))
        dst = self.reg(Rep.REF, name)
        self.move(dst, made)
        return dst

    def same_as_earlier(self, info: n.TypeInfo, made: ir.Reg, earlier: list[str], node: n.Node) -> ir.Reg:
        """The first member with this value, else the new one."""
        inst = self.world.class_inst(info, ())
        type_ = ClassT(inst, exact=True)
        result, done = self.reg(Rep.REF, "member"), self.new_block("distinct")
        value = self.enum_value(Value(made, type_))
        self.move(result, made)
        for name in earlier:
            other = self.reg(Rep.REF, name)
            self.emit(ir.GetGlobal(other, self.world.globals["enum member", info, name]))
            same, differs = self.new_block("same"), self.new_block("differs")
            equal = self.compare("==", self.enum_value(Value(other, type_)), value, node)
            self.branch(self.truth(equal, node), same, differs)
            self.begin(same)
            self.move(result, other)
            self.jump(done)
            self.begin(differs)
        self.jump(done)
        self.begin(done)
        return result

    def enum_value(self, member: Value) -> Value:
        assert isinstance(member.type, ClassT)
        inst = member.type.inst
        data = data_class(inst.info)
        if data is not None and data.fullname == "builtins.str":
            return Value(member.operand, self.world.str_type)
        return Value(self.get_field(member.operand, inst.layout, "_value_", Rep.REF), OBJECT)

    def next_enum_value(self, node: n.Expression) -> Value:
        """`auto()`"""
        assert self.enum_next is not None
        info, name, count, made = self.enum_next
        plan = self.plan_of(info)
        known = plan.values.get(name) if is_auto(plan.rvalues[name]) else None
        if isinstance(known, int):
            return Value(ir.IntConst(known), t.INT)
        if isinstance(known, str):
            return self.constant_str(known)
        inst = self.world.class_inst(info, ())
        hook = inst.member("_generate_next_value_")
        item = function_of(hook.node) if hook is not None else None
        values = [Value(self.box(value), OBJECT) for value in made]
        last = self.new_list(self.list_inst(t.ANY), values, node)
        args = [self.constant_str(name), Value(ir.IntConst(1), t.INT), Value(ir.IntConst(count), t.INT)]
        assert hook is not None and item is not None
        if hook.owner.info.fullname == "enum.Enum":
            place = make_site(self.module, node, "")
            texts = [self.constant_str(text) for text in (place.file, place.text, spoken(self.module_name))]
            line = Value(ir.IntConst(node.line), t.INT)
            return self.stable(self.enum_call("_next_number", [last, texts[0], line, *texts[1:]], node))
        if len(item.arguments) != 4:
            raise self.unsupported(node, "this `_generate_next_value_`", "give it four parameters")
        call = [Arg(v) for v in [*args, last]]
        if item.is_static:
            return self.stable(self.call_function(item, hook.owner, None, call, node, OBJECT))
        method = request_function(self.world, item, None)
        result = self.call(method.function, self.bind(method, None, call, node), node)
        return self.stable(Value(result, method.result))

    # -- the table ------------------------------------------------------------------------------

    def enum_call(self, name: str, args: list[Value], node: n.Node) -> Value:
        item = self.world.function_node(f"enum.{name}")
        return self.call_function(item, None, None, [Arg(a) for a in args], node, OBJECT)

    def enum_table(self, info: n.TypeInfo, cls: Value | None = None) -> Value:
        """The table of the class, made when it is first needed; `cls` holds it if it may be another."""
        type_ = ClassT(self.world.class_inst(self.world.info("enum._Table"), ()), exact=True)
        if cls is not None and self.is_open_enum(info):
            return self.dispatch("enum table", cls, "__enum_table__", [], n.EllipsisExpr(), type_)
        self.prepare_enum(info)
        key = ("enum table", info)
        function = self.world.memo.get(key)
        if not isinstance(function, ir.Function):
            symbol = self.world.symbol(f"table.{info.fullname}")
            function = ir.Function(symbol, [], Rep.REF, module="builtins")
            self.world.add_function(function)
            self.world.memo[key] = function
            code = function
            self.world.queue.append(lambda: self.lower_enum_table(info, code))
        return Value(self.call(function, []), type_)

    def lower_enum_table(self, info: n.TypeInfo, function: ir.Function) -> None:
        from mirage.compiler.lower.body import FunctionLowerer

        lowerer = FunctionLowerer(self.world, None, function, "enum")
        node = n.EllipsisExpr()

        def table() -> Operand:
            made = lowerer.new_enum_table(info)
            for name in self.plan_of(info).rvalues:
                lowerer.enter_member(info, name, made, node)
            return made.operand

        lowerer.terminate(ir.Return(lowerer.made_once(self.enum_table_variable(info), table)))

    def enum_table_variable(self, info: n.TypeInfo) -> ir.Global:
        type_ = ClassT(self.world.class_inst(self.world.info("enum._Table"), ()))
        key = ("enum table global", info)
        return self.world.global_variable(key, f"{info.fullname}.table", type_, ir.NoneConst())

    def new_enum_table(self, info: n.TypeInfo) -> Value:
        texts = [self.constant_str(info.name), self.constant_str(self.qualname_of(info))]
        flag = Value(ir.BoolConst(self.plan_of(info).flag), t.BOOL)
        boundary = Value(ir.IntConst(boundary_of(info)), t.INT)
        return self.stable(self.enum_call("_new_table", [*texts, flag, boundary], info.defn))

    def enter_member(self, info: n.TypeInfo, name: str, table: Value, node: n.Node) -> None:
        member = self.enum_member(info, name)
        value = self.enum_value(member)
        data = data_class(info)
        if data is not None and data.fullname == "builtins.str":
            key = ("enum text", info, self.plan_of(info).aliases.get(name, name))
            held = self.reg(Rep.REF, name)
            text = self.world.global_variable(key, f"{info.fullname}.{name}.value", self.world.str_type)
            self.emit(ir.GetGlobal(held, text))
            value = Value(held, OBJECT)
        args = [table, self.constant_str(name), Value(member.operand, OBJECT)]
        self.enum_call("_add_member", [*args, Value(self.box(value), OBJECT)], node)

    def is_open_enum(self, info: n.TypeInfo) -> bool:
        """A `type[...]` of the class may hold another class: one without members may be derived from."""
        return not self.plan_of(info).rvalues and bool(self.world.subclasses.get(info))

    def enum_list(self, info: n.TypeInfo, node: n.Node, cls: Value | None = None) -> Value:
        inst = self.world.class_inst(info, ())
        is_open = cls is not None and self.is_open_enum(info)
        type_ = ClassT(inst, exact=not is_open)
        if self.enum_is_static(info) and not is_open:
            members = [self.enum_member(info, name) for name in self.enum_names(info)]
            return self.new_list(self.list_inst(type_), members, node)
        found = self.enum_call("_members", [self.enum_table(info, cls)], node)
        return Value(found.operand, ClassT(self.list_inst(type_), exact=True))

    def enum_length(self, info: n.TypeInfo, node: n.Node, cls: Value | None = None) -> Value:
        if self.enum_is_static(info) and not (cls is not None and self.is_open_enum(info)):
            return Value(ir.IntConst(len(self.enum_names(info))), t.INT)
        return self.enum_call("_count", [self.enum_table(info, cls)], node)

    def enum_by_value(self, info: n.TypeInfo, args: list[Arg], node: n.Node) -> Value:
        """`Color(2)`."""
        inst = self.world.class_inst(info, ())
        if len(args) != 1 or args[0].star or args[0].star2:
            if self.library:  # `type(self)(year, month, day)` of a date that is a member
                text = "EnumType.__call__() takes the value of a member"
                self.raise_runtime("errors.bad_arguments", [ir.StrConst(text)], node)
                self.begin(self.new_block("unreached"))
                return Value(ir.NoneConst(), ClassT(self.world.class_inst(info, ())))
            text = "a call of an enumeration with anything but one value"
            raise self.unsupported(node, text, "give it the value of a member; a tuple if it is several")
        wanted = args[0].value
        table = self.enum_table(info)
        boxed = Value(self.box(self.stable(wanted)), OBJECT)
        hook = inst.member("_missing_")
        result = self.reg(Rep.REF, info.name)
        own = hook is not None and hook.owner.info.module_name != "enum"
        self.move(result, self.box(self.enum_call("_find_own" if own else "_find", [table, boxed], node)))
        if own:
            assert hook is not None
            missing, done = self.new_block("missing"), self.new_block("found")
            self.branch(self.prim(Rep.BOOL, "is", result, ir.NoneConst()), missing, done, likely=False)
            self.begin(missing)
            asked = n.MemberExpr(n.NameExpr(info.name), "_missing_")
            asked.set_line(node)
            bound = self.class_attribute(info, "_missing_", asked)
            checked = self.enum_call("_ask_missing", [table, boxed, bound], node)
            self.move(result, self.box(checked))
            self.jump(done)
            self.begin(done)
        if self.may_eject(info):
            return Value(result, OBJECT)
        return Value(result, ClassT(inst, exact=True))

    def may_eject(self, info: n.TypeInfo) -> bool:
        return ejects(info)

    def enum_by_name(self, info: n.TypeInfo, node: n.IndexExpr, cls: Value | None = None) -> Value:
        """`Color["RED"]`."""
        return self.enum_named(info, self.expr(node.index), node, cls)

    def enum_named(self, info: n.TypeInfo, name: Value, node: n.Node, cls: Value | None = None) -> Value:
        wanted = self.coerce(name, self.world.str_type, node)
        inst = self.world.class_inst(info, ())
        found = self.enum_call("_by_name", [self.enum_table(info, cls), wanted], node)
        return Value(self.box(found), ClassT(inst, exact=cls is None or not self.is_open_enum(info)))

    def enum_members_mapping(
        self, info: n.TypeInfo, name: str, node: n.Expression, cls: Value | None = None
    ) -> Value:
        """`Color.__members__`, `Color._value2member_map_`"""
        found = self.enum_call(MEMBER_TABLES[name], [self.enum_table(info, cls)], node)
        wanted = self.type_of(node)
        return Value(self.box(found), wanted if isinstance(wanted, ClassT) else found.type)

    def enum_contains(self, info: n.TypeInfo, value: Value, node: n.Node, cls: Value | None = None) -> Value:
        args = [self.enum_table(info, cls), Value(self.box(value), OBJECT)]
        return self.coerce(self.enum_call("_contains", args, node), t.BOOL, node)

    def qualname_of(self, info: n.TypeInfo) -> str:
        return self.world.qualname(info)

    # -- members that are text ------------------------------------------------------------------

    def may_be_text_member(self, type_: Type, info: n.TypeInfo) -> bool:
        """A member of some class that derives from this one is a str, of another it is not."""
        if not info.is_enum or not isinstance(type_, ClassT) or type_.exact or self.module_name == "enum":
            return False
        return self.is_open_enum(info) and any(map(is_text_enum, self.world.subclasses[info]))

    def text_member_attribute(self, member: Value, info: n.TypeInfo, name: str, node: n.Expression) -> Value:
        """`name` and `value` of a member that is a str, which has no room for them."""
        function = "_text_name" if "name" in name else "_text_value"
        found = self.enum_call(function, [self.enum_table(info), Value(member.operand, OBJECT)], node)
        return self.coerce(found, self.world.str_type, node)

    def text_member_method(self, info: n.TypeInfo, name: str) -> None:
        """`__repr__`, `__str__`, `__format__` of such a member."""
        assert self.inst is not None
        this = Value(self.inst.registers[0], OBJECT)
        plain = any(base.fullname == "enum.ReprEnum" for base in info.mro)
        args = [self.enum_table(info), this]
        if name == "__format__":
            args.append(Value(self.inst.registers[1], self.world.str_type))
        if name != "__repr__":
            args.append(Value(ir.BoolConst(plain), t.BOOL))
        function = {"__repr__": "_text_repr", "__str__": "_text_str", "__format__": "_text_format"}[name]
        found = self.enum_call(function, args, n.EllipsisExpr())
        self.terminate(ir.Return(self.coerce(found, self.world.str_type).operand))
