"""Assignment to names, attributes and items; unpacking; `+=`; `del`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.appended import grown_variables
from mirage.compiler.frontend.called_enums import refused_keyword
from mirage.compiler.frontend.described import hidden
from mirage.compiler.frontend.walk import walk
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.attribute_hooks import call_hook
from mirage.compiler.lower.builder import Place, Value
from mirage.compiler.lower.classes import ClassInst, is_cached_property, is_property
from mirage.compiler.lower.computed import as_owner
from mirage.compiler.lower.functions import real_decorators
from mirage.compiler.lower.iteration import Iteration
from mirage.compiler.lower.moved_parts import move_part
from mirage.compiler.lower.object_dicts import delete_of_dict, owner_of_dict, put, shown
from mirage.compiler.lower.types import OBJECT, ClassT, Type
from mirage.compiler.lower.world import Refusal, assignment_targets


class Assignments(Iteration):
    def assign_divmod(self, target: n.Expression, source: n.Expression) -> bool:
        """`quotient, rest = divmod(a, b)` of ints, without the tuple; False for all else."""
        match source:
            case n.CallExpr(callee=n.RefExpr(fullname="builtins.divmod"), args=[left, right]):
                pass
            case _:
                return False
        if not isinstance(target, n.TupleExpr) or len(target.items) != 2:
            return False
        if any(isinstance(item, n.StarExpr) for item in target.items):
            return False
        if any(self.type_of(number) != t.INT for number in (left, right)):
            return False
        numbers = [self.as_int(self.stable(self.expr(number)), number) for number in (left, right)]
        results = [self.binary(op, numbers[0], numbers[1], source) for op in ("//", "%")]
        for item, result in zip(target.items, results, strict=True):
            self.assign(item, result)
        return True

    def assignment(self, node: n.AssignmentStmt) -> None:
        if node.is_alias_def or isinstance(node.rvalue, n.TempNode):
            return
        if isinstance(node.rvalue, n.CallExpr) and isinstance(
            node.rvalue.analyzed,
            n.TypeVarExpr
            | n.ParamSpecExpr
            | n.TypeVarTupleExpr
            | n.NewTypeExpr
            | n.TypedDictExpr
            | n.NamedTupleExpr
            | n.EnumCallExpr,
        ):
            if isinstance(node.rvalue.analyzed, n.EnumCallExpr):
                self.called_enum(node, node.rvalue, node.rvalue.analyzed.info)
            if isinstance(node.rvalue.analyzed, n.NamedTupleExpr):
                self.evaluate_field_defaults(node.rvalue.analyzed.info)
            return
        if isinstance(node.rvalue, n.IndexExpr) and isinstance(node.rvalue.analyzed, n.TypeAliasExpr):
            return
        first = node.lvalues[0]
        if len(node.lvalues) == 1 and isinstance(first, n.TupleExpr) and isinstance(node.rvalue, n.TupleExpr):
            if len(first.items) == len(node.rvalue.items) and not any(
                isinstance(i, n.StarExpr) for i in [*first.items, *node.rvalue.items]
            ):
                values = [
                    self.stable(self.expr_taken(item, self.taken_by(target)))
                    for target, item in zip(first.items, node.rvalue.items, strict=True)
                ]
                for target, value, source in zip(first.items, values, node.rvalue.items, strict=True):
                    with self.assigning(self.is_unknown(source)):
                        self.assign(target, value)
                return
        if len(node.lvalues) == 1 and self.assign_divmod(first, node.rvalue):
            return
        if len(node.lvalues) == 1 and move_part(self, first, node.rvalue):
            return
        self.refuse_proxy(node.lvalues, node.rvalue)
        if isinstance(first, n.NameExpr) and (not isinstance(first.node, n.Var) or first.node.is_inferred):
            value = self.expr_or_none(node.rvalue)
        elif len(node.lvalues) == 1:
            value = self.expr_taken(node.rvalue, self.taken_by(first))
        else:
            value = self.expr(node.rvalue)
        if len(node.lvalues) > 1:
            value = self.stable(value)
        with self.assigning(self.is_unknown(node.rvalue)):
            for target in node.lvalues:
                self.assign(target, value)

    def taken_by(self, target: n.Expression) -> Callable[[], Type]:
        """What may be assigned to a variable or an attribute: what it is declared to be."""

        def declared() -> Type:
            if isinstance(target, n.RefExpr) and isinstance(target.node, n.Var):
                return self.translate(target.node.type) if target.node.type is not None else t.NEVER
            if isinstance(target, n.MemberExpr):
                owner = self.world.expression_types.get(target.expr)
                found = mt.get_proper_type(owner) if owner is not None else None
                symbol = found.type.get(target.name) if isinstance(found, mt.Instance) else None
                if symbol is not None and isinstance(symbol.node, n.Var) and symbol.node.type is not None:
                    if isinstance(found, mt.Instance) and not found.type.defn.type_vars:
                        return self.translate(symbol.node.type)
            return t.NEVER

        return declared

    def refuse_proxy(self, targets: list[n.Lvalue], source: n.Expression) -> None:
        """A weak proxy is no object of the class it stands for: to read what declares that is a TypeError."""
        if not isinstance(source, n.CallExpr) or not isinstance(source.callee, n.RefExpr):
            return
        if source.callee.fullname != "weakref.proxy":
            return
        for target in targets:
            found = self.type_of(target)
            for one in found.items if isinstance(found, t.UnionT) else (found,):
                if isinstance(one, ClassT) and self.world.is_user(one.inst.info.module_name):
                    what = f"a weak proxy where `{one.inst.info.name}` is declared"
                    remedy = "declare `Any`, or keep a `weakref.ref` and call it where the object is used"
                    raise self.unsupported(source, what, remedy)

    def called_enum(self, node: n.AssignmentStmt, call: n.CallExpr, info: n.TypeInfo) -> None:
        """`Color = Enum("Color", "RED GREEN")`, whose class the front end wrote a body for."""
        keyword = refused_keyword(call)
        if keyword is not None:
            raise self.unsupported(
                node, f"`{keyword}` given to `Enum` called to make a class", "write the class"
            )
        if isinstance(call.analyzed, n.EnumCallExpr) and not call.analyzed.items:
            what = "`Enum` called with names that are known only at run time"
            raise self.unsupported(node, what, "write the class, or the names as literals")
        self.class_body(info, info.defn)

    def stable(self, value: Value) -> Value:
        """The value in a register of its own, which later assignments do not change."""
        if isinstance(value.operand, ir.Const):
            return value
        copy = self.reg(value.operand.rep)
        self.move(copy, value.operand)
        return Value(copy, value.type)

    def assign(self, target: n.Node, value: Value) -> None:
        match target:
            case n.NameExpr():
                self.assign_name(target, value)
            case n.MemberExpr():
                self.assign_member(target, value)
            case n.IndexExpr() if (owner := owner_of_dict(self, target)) is not None:
                receiver = self.stable(as_owner(self, owner, self.expr(owner)))
                put(self, receiver, self.stable(self.expr(target.index)), value, target)
            case n.IndexExpr():
                base = self.expr(target.base)
                if isinstance(target.index, n.SliceExpr):
                    if self.store_slice(base, target.index, value, target):
                        return
                index = self.expr(target.index)
                self.store_subscript(base, index, value, target)
            case n.TupleExpr() | n.ListExpr():
                self.assign_unpacked(target.items, value, target)
            case n.StarExpr():
                self.assign(target.expr, value)
            case _:
                raise self.unsupported(target, "this assignment")

    def assign_name(self, target: n.NameExpr, value: Value) -> None:
        var = target.node
        if isinstance(var, n.FuncDef) and var in self.world.index.redefined:
            self.rebind_function(var, target, value)
            return
        if isinstance(var, n.Decorator) and target.kind == n.GDEF and real_decorators(var):
            variable, type_ = self.decorated_variable(var)
            if self.world.is_subtype(value.type, type_):
                self.emit(ir.SetGlobal(variable, self.coerce(value, type_, target).operand))
                return
        if not isinstance(var, n.Var):
            raise self.unsupported(target, f"assigning to `{target.name}`", "use a new name")
        if var in self.places:
            self.write_local(var, value, target)
            return
        if any(var in scope.fields for scope in self.env_scopes):
            self.write_env(var, value, target)
            self.assigned.add(var)
            return
        if target.kind == n.LDEF:
            self.declare_local(var)
            self.narrow_iterator(var, value.type)
            self.write_local(var, value, target)
            return
        if target.kind == n.MDEF or (bool(var.info)):
            self.write_class_variable(var.info, var.name, value, target)
            return
        if self.folded_constant(var) is not None:
            return
        variable, type_ = self.copied_name(var, target) or self.world.module_variable(var)
        self.emit(ir.SetGlobal(variable, self.convert_for(value, type_, target, self.own(var)).operand))

    def rebind_function(self, item: n.FuncDef, target: n.NameExpr, value: Value) -> None:
        """`f = cached(f)`, below `def f`."""
        var = self.function_var(item)
        if any(var in scope.fields for scope in self.env_scopes):
            self.write_env(var, value, target)
            self.assigned.add(var)
        elif var in self.places:
            self.write_local(var, value, target)
        elif target.kind == n.GDEF:
            variable = self.redefined_variable(item)
            type_ = self.world.global_types["redefined", self.world.index.redefined[item]]
            self.emit(ir.SetGlobal(variable, self.convert_for(value, type_, target, None).operand))
        else:
            raise self.unsupported(target, f"assigning to `{target.name}` before its `def`", "use a new name")

    def refuse_patched_module(self, target: n.MemberExpr, module: n.MypyFile) -> None:
        """`json.dumps = mine`: calls go straight to the functions and classes that modules have."""
        name = f"{module.fullname}.{target.name}"
        if target.node is None:
            raise Refusal(
                target,
                "patching",
                f"assigning `{name}` would give the module a new name",
                f"write `{target.name} = None`, with its type, in the module",
            )
        raise Refusal(
            target,
            "patching",
            f"assigning `{name}` would patch the module",
            "keep the function in a variable that the callers read, or give it to them as an argument",
        )

    def assign_member(self, target: n.MemberExpr, value: Value) -> None:
        if isinstance(target.expr, n.RefExpr) and isinstance(target.expr.node, n.MypyFile):
            if isinstance(target.node, n.Var):
                variable, type_ = self.world.module_variable(target.node)
                stored = self.convert_for(value, type_, target, self.own(target.node))
                self.emit(ir.SetGlobal(variable, stored.operand))
                if target.node.fullname == "sys.stdout":  # `print` must know
                    self.call(self.world_function("sys._stdout_changed"), [], target)
                return
            self.refuse_patched_module(target, target.expr.node)
        if isinstance(target.expr, n.RefExpr) and isinstance(target.expr.node, n.TypeInfo):
            self.write_class_variable(target.expr.node, target.name, value, target)
            return
        self.write_attribute(self.expr_or_none(target.expr), target.name, value, target)

    def narrow_iterator(self, var: n.Var, given: Type) -> None:
        """`it = iter(items)`, once: the variable holds an iterator of that class, called directly."""
        place = self.places[var]
        if self.inst is None or not isinstance(place.type, ClassT) or not isinstance(given, ClassT):
            return
        if place.type.inst.info.fullname != "typing.Iterator" or given.inst.info.module_name != "builtins":
            return
        if var.is_inferred and not given.inst.info.is_protocol and self.assignments_of(var) == 1:
            place.type = given

    def assignments_of(self, var: n.Var) -> int:
        """How many statements of the function, and of those in it, assign the variable."""
        assert self.inst is not None
        key = ("assignments in", self.inst.item)
        found = self.world.index.found.get(key)
        if not isinstance(found, Counter):
            parts = list(walk(self.inst.item))
            targets = [part.target for part in parts if isinstance(part, n.AssignmentExpr)]
            others = [target for part in parts for target in assignment_targets(part)]
            names = [target for target in (*targets, *others) if isinstance(target, n.NameExpr)]
            found = self.world.index.found[key] = Counter(name.node for name in names)
        return found[var]

    def declare_local(self, var: n.Var) -> None:
        if var in self.places:
            return
        type_ = self.declared_type(var)
        if isinstance(type_, t.NeverT):
            type_ = OBJECT
        self.places[var] = Place(type_, self.reg(type_.rep, var.name))
        self.note_growth(var)
        if type_.rep in (Rep.INT, Rep.REF, Rep.F64):
            entry = self.function.blocks[0]
            register = self.places[var].reg
            assert register is not None
            entry.ops.insert(0, ir.Move(register, ir.Undefined(type_.rep)))
        elif type_.rep is Rep.BOOL:
            self.places[var].bound = bound = self.reg(Rep.BOOL, f"{var.name}.bound")
            self.function.blocks[0].ops.insert(0, ir.Move(bound, ir.BoolConst(False)))

    def note_growth(self, var: n.Var) -> None:
        """A str that grows by `+=` in a loop gets a register that says whether it may do so in place."""
        place = self.places[var]
        if self.library or not t.is_text(place.type) or var not in self.grown()[0]:
            return
        place.owned = self.reg(Rep.BOOL, f"{var.name}.owned")
        self.function.blocks[0].ops.insert(0, ir.Move(place.owned, ir.BoolConst(False)))

    def grown(self) -> tuple[set[n.Node], set[n.Node]]:
        """`grown_variables` of the module."""
        known, key = self.world.index.found, ("grown variables", self.module_name)
        found = known.get(key)
        if found is None:
            found = known[key] = grown_variables(self.module.tree)
        assert isinstance(found, tuple)
        return found

    def ever_deleted(self, var: n.Var) -> bool:
        """Some `del` or the end of some `except ... as` may unbind the variable, in a loop before this."""
        if self.library:
            return False
        known, key = self.world.index.found, ("deleted variables", self.module_name)
        deleted = known.get(key)
        if deleted is None:
            deleted = known[key] = deleted_variables(self.module.tree)
        assert isinstance(deleted, set)
        return var in deleted

    def read_local(self, var: n.Var, node: n.Expression) -> Value:
        place = self.places[var]
        assert place.reg is not None
        unsure = var not in self.assigned or self.ever_deleted(var)
        if unsure and (place.bound is not None or place.type.rep in (Rep.INT, Rep.REF, Rep.F64)):
            bad, ok = self.new_block("unbound"), self.new_block("bound")
            if place.bound is not None:
                self.branch(place.bound, ok, bad, likely=True)
            else:
                self.branch(self.prim(Rep.BOOL, "is_undefined", place.reg), bad, ok, likely=False)
            self.begin(bad)
            scope = "free" if self.frame_names else "local"  # a comprehension is a scope of its own
            self.raise_runtime(f"errors.undefined_{scope}", [ir.StrConst(var.name)], node)
            self.begin(ok)
        copy = self.reg(place.reg.rep, var.name)
        self.move(copy, place.reg)
        if place.owned is not None and node not in self.grown()[1] and node is not self.looking:
            self.move(place.owned, ir.BoolConst(False))
        return Value(copy, place.type)

    def look(self, node: n.Expression) -> Value:
        """A read of a variable that hands nothing out."""
        self.looking = node
        value = self.expr(node)
        self.looking = None
        return value

    def write_local(self, var: n.Var, value: Value, node: n.Node) -> None:
        place = self.places[var]
        assert place.reg is not None
        stored = self.convert_for(value, place.type, node, self.own(var))
        self.move(place.reg, stored.operand)
        if place.bound is not None:
            self.move(place.bound, ir.BoolConst(True))
        if place.owned is not None:
            self.move(place.owned, ir.BoolConst(False))
        self.assigned.add(var)

    def assign_unpacked(self, targets: list[n.Expression], value: Value, node: n.Expression) -> None:
        star = next((i for i, x in enumerate(targets) if isinstance(x, n.StarExpr)), None)
        if isinstance(value.type, t.TupleT) and star is None:
            if len(value.type.items) == len(targets):
                for index, target in enumerate(targets):
                    self.assign(target, self.tuple_item(value, index))
                return
        if star is None:
            for target, item in zip(targets, self.unpack_exact(value, len(targets), node), strict=True):
                self.assign(target, item)
            return
        self.assign_starred(targets, star, value, node)

    def assign_starred(
        self, targets: list[n.Expression], star: int, value: Value, node: n.Expression
    ) -> None:
        element = self.element_type(value.type)
        inst = self.list_inst(element)
        self.check_unpackable(value, node)
        items = self.new_list(inst, [], node)
        self.invoke(items, "extend", [value], node, t.NONE)
        after = len(targets) - star - 1
        length = self.coerce(self.invoke(items, "__len__", [], node, t.INT), t.I64, node)
        bad, ok = self.new_block("few"), self.new_block("enough")
        enough = self.prim(Rep.BOOL, "ge", length.operand, ir.RawConst(star + after, Rep.I64))
        self.branch(enough, ok, bad, likely=True)
        self.begin(bad)
        got = Value(length.operand, t.I64)
        self.raise_runtime(
            "errors.unpack_too_few_starred",
            [ir.IntConst(star + after), self.coerce(got, t.INT).operand],
            node,
        )
        self.begin(ok)
        for index in range(star):
            item = self.invoke(items, "__getitem__", [Value(ir.IntConst(index), t.INT)], node, element)
            self.assign(targets[index], item)
        stop: Value = Value(ir.IntConst(-after), t.INT) if after else Value(ir.NoneConst(), t.NONE)
        middle = self.make_slice([Value(ir.IntConst(star), t.INT), stop, Value(ir.NoneConst(), t.NONE)], node)
        rest = self.invoke(items, "__getitem__", [middle], node, ClassT(inst))
        target = targets[star]
        assert isinstance(target, n.StarExpr)
        wanted = self.type_of(target.expr)
        if isinstance(wanted, ClassT) and wanted != rest.type:
            rest = self.invoke_class(wanted.inst, [rest], node)
        self.assign(target.expr, rest)
        for index in range(after):
            place = Value(ir.IntConst(index - after), t.INT)
            item = self.invoke(items, "__getitem__", [place], node, element)
            self.assign(targets[star + 1 + index], item)

    def operator_assignment(self, node: n.OperatorAssignmentStmt) -> None:
        with self.assigning(self.is_unknown(node.rvalue) or self.mentions_undecided(node.lvalue)):
            self.operate_and_assign(node)

    def operate_and_assign(self, node: n.OperatorAssignmentStmt) -> None:
        target = node.lvalue
        if isinstance(target, n.MemberExpr) and not (
            isinstance(target.expr, n.RefExpr) and isinstance(target.expr.node, n.MypyFile | n.TypeInfo)
        ):
            base = self.stable(self.expr(target.expr))
            old = self.narrowed(target, self.attribute(base, target.name, target))
            new = self.in_place(node.op, old, self.expr(node.rvalue), node)
            self.write_attribute(base, target.name, new, target)
            return
        if isinstance(target, n.IndexExpr):
            base = self.stable(self.expr(target.base))
            index = self.stable(self.expr(target.index))
            expected = self.type_of(target) or OBJECT
            if isinstance(base.type, ClassT) and base.type.inst.info.name in ("Array", "Tail"):
                old = self.tail_item(base, index, target)
            else:
                old = self.invoke(base, "__getitem__", [index], target, expected)
                old = self.narrowed(target, old)
            new = self.in_place(node.op, old, self.expr(node.rvalue), node)
            self.store_subscript(base, index, new, target)
            return
        var = target.node if isinstance(target, n.NameExpr) else None
        place = self.places.get(var) if isinstance(var, n.Var) else None
        old = self.expr(target) if place is None or place.owned is None else self.look(target)
        right = self.expr(node.rvalue)
        if place is not None and place.owned is not None and right.type == place.type:
            self.append_text(place, old, right, node)
            return
        new = self.in_place(node.op, old, right, node)
        self.assign(target, new)

    def append_text(self, place: Place, old: Value, right: Value, node: n.Node) -> None:
        """`text += more` of a local str: in place while nobody else refers to it."""
        assert place.reg is not None and place.owned is not None
        grow, fresh, done = self.new_block("grow"), self.new_block("fresh"), self.new_block("grown")
        self.branch(place.owned, grow, fresh)
        self.begin(grow)
        self.move(place.reg, self.call(self.runtime("text.grown"), [old.operand, right.operand], node))
        self.jump(done)
        self.begin(fresh)
        joined = self.call(self.runtime("text.concatenate"), [old.operand, right.operand], node)
        self.move(place.reg, joined)  # one of the two, where the other is empty
        own = [self.prim(Rep.BOOL, "is_not", joined, value.operand) for value in (old, right)]
        self.move(place.owned, self.prim(Rep.BOOL, "and", *own))
        self.jump(done)
        self.begin(done)

    def delete(self, target: n.Expression) -> None:
        match target:
            case n.TupleExpr() | n.ListExpr():
                for item in target.items:
                    self.delete(item)
            case n.IndexExpr() if delete_of_dict(self, target):
                pass
            case n.IndexExpr():
                base = self.expr(target.base)
                self.invoke(base, "__delitem__", [self.expr(target.index)], target, t.NONE)
            case n.NameExpr():
                self.delete_name(target)
            case n.MemberExpr():
                receiver = self.expr(target.expr)
                if call_hook(self, receiver, "__delattr__", [self.constant_str(target.name)], target):
                    return
                if isinstance(receiver.type, t.TypeT) and isinstance(receiver.type.item, ClassT):
                    if not isinstance(receiver.operand, ir.TypeObject):
                        raise self.unsupported(target, "deleting this attribute", "name the class")
                    self.delete_class_variable(receiver.type.item.inst.info, target.name, target)
                    return
                self.delete_unguarded(receiver, target.name, target)
            case _:
                raise self.unsupported(target, "this `del`")

    def delete_unguarded(self, receiver: Value, name: str, node: n.Expression) -> None:
        """Delete an attribute without `__delattr__` of the application."""
        type_ = receiver.type
        inst = self.world.class_of(type_)
        found = inst.member(name) if inst is not None else None
        if inst is not None and found is not None:
            if is_cached_property(found.node):
                self.forget_own(receiver, inst, found.name)
                return
            if self.keeps_own(inst, found):
                self.forget_own(receiver, inst, hidden(found.name))
                return
            made = self.made_property(found)
            if is_property(found.node) or made is not None or self.descriptor(found, "__delete__"):
                exact = not isinstance(type_, ClassT) or type_.exact
                if not exact and self.world.overridden(inst.info, name):
                    self.dispatch("delete", receiver, name, [], node, t.NONE)
                elif made is not None:
                    self.call_property(made, found, "fdel", receiver, [], node)
                elif is_property(found.node):
                    self.delete_property(receiver, found, node)
                else:
                    self.delete_descriptor(inst.info, name, receiver, node)
                return
        deleter = inst.member("__delattr__") if inst is not None else None
        if deleter is not None and not self.world.is_user(deleter.owner.info.module_name):
            if deleter.owner.info.fullname != "builtins.object":
                self.invoke(receiver, "__delattr__", [self.constant_str(name)], node, t.NONE)
                return
        if inst is None and not self.library:
            self.dispatch("delete", receiver, name, [], node, t.NONE)
            return
        if inst is None or not inst.field_owner(name):
            raise self.unsupported(node, "deleting this attribute")
        if found is not None and self.is_frozen(found.owner.info):
            self.refuse_frozen("delete", name, node)
            return
        if found is not None and self.has_class_default(inst.info, name):
            self.forget_own(receiver, inst, found.name)
            return
        owner = found.owner.info if found is not None else inst.info
        if owner.fullname == "builtins.BaseException":
            self.raise_runtime("errors.not_deletable", [ir.StrConst(name)], node)
            self.start_block("after")
            return
        self.attribute(receiver, name, node)
        rep = inst.fields[name].rep
        self.emit(ir.SetField(receiver.operand, inst.layout, name, ir.Undefined(rep)))

    def forget_own(self, receiver: Value, inst: ClassInst, name: str) -> None:
        """`del obj.name` of what is computed again, or found in the class, when it is next read."""
        operand = self.box(receiver)
        absent, kept = self.new_block("absent"), self.new_block("kept")
        undefined = self.reg(Rep.BOOL)
        self.emit(ir.FieldUndefined(undefined, operand, inst.layout, name))
        self.branch(undefined, absent, kept, likely=False)
        self.begin(absent)
        self.raise_runtime("errors.undefined_attribute", [operand, ir.StrConst(shown(inst, name))])
        self.begin(kept)
        rep = inst.fields[name].rep
        self.emit(ir.SetField(operand, inst.layout, name, ir.Undefined(rep)))

    def delete_name(self, target: n.NameExpr) -> None:
        var = target.node
        if not isinstance(var, n.Var):
            raise self.unsupported(target, f"deleting `{target.name}`")
        self.expr(target)
        if var in self.places:
            register = self.places[var].reg
            assert register is not None
            bound = self.places[var].bound
            if bound is not None:
                self.move(bound, ir.BoolConst(False))
            elif register.rep in (Rep.INT, Rep.REF, Rep.F64):
                self.move(register, ir.Undefined(register.rep))
            self.assigned.discard(var)
        elif any(var in scope.fields for scope in self.env_scopes):
            env, scope = self.env_for(var)
            name, type_ = scope.fields[var]
            self.emit(ir.SetField(env, scope.layout, name, ir.Undefined(type_.rep)))
            self.assigned.discard(var)
        else:
            variable, type_ = self.world.module_variable(var)
            if not type_.rep.is_raw_integer:
                self.emit(ir.SetGlobal(variable, ir.Undefined(type_.rep)))


def deleted_variables(tree: n.MypyFile) -> set[n.Node]:
    """The variables that some statement of the module unbinds."""
    found: set[n.Node] = set()
    for node in walk(tree):
        names: list[n.Node] = []
        if isinstance(node, n.DelStmt):
            names = list(walk(node.expr))
        elif isinstance(node, n.TryStmt):
            names = [var for var in node.vars if var is not None]
        found |= {
            name.node for name in names if isinstance(name, n.NameExpr) and isinstance(name.node, n.Var)
        }
    return found
