"""Statements but for assignments: flow, definitions, imports."""

from __future__ import annotations

from collections.abc import Callable

from mypy import nodes as n

from mirage.compiler.errors import CompileErrors, InternalError
from mirage.compiler.frontend.walk import children
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.assignments import Assignments
from mirage.compiler.lower.builder import Loop, Place, Value
from mirage.compiler.lower.declining import passes_on
from mirage.compiler.lower.functions import real_decorators, request_function
from mirage.compiler.lower.imported import imported_copy
from mirage.compiler.lower.local_classes import (
    captured_name,
    carriers,
    environment_of_all,
    escape_of,
    shared_variable,
)
from mirage.compiler.lower.passing import constant_expression
from mirage.compiler.lower.sites import last_comparison
from mirage.compiler.lower.types import OBJECT
from mirage.compiler.lower.world import Refusal

_LEAVING = n.ReturnStmt | n.RaiseStmt | n.BreakStmt | n.ContinueStmt


class Statements(Assignments):
    def block_of(self, block: n.Block | None) -> None:
        if block is None or block.is_unreachable:
            return
        self.blocks_begun.add(block)
        self.statements(block.body)

    def statements(self, body: list[n.Statement]) -> None:
        """One after the other, as far as they are reached."""
        last: n.Statement | None = None
        for statement in body:
            if not self.alive:
                if not self.world.tolerant or isinstance(last, _LEAVING):
                    return
                self.start_block("mended")  # the last one ends here for its type error
            self.statement(statement)
            last = statement

    def statement(self, node: n.Statement) -> None:
        if node.line > 0:
            self.line = node.line
            self.world.place = (self.module.path, node.line)
        self.node = node
        try:
            self._statement(node)
        except Refusal as refusal:
            self.world.report(self.module_name, refusal)
            self.look_into(node)
        except Exception as error:
            if self.world.tolerant:
                self.look_into(node)
                return
            if isinstance(error, CompileErrors | InternalError):
                raise
            raise InternalError(self.module.path, node.line, error) from error

    def look_into(self, node: n.Statement) -> None:
        """Lower the blocks of a statement whose head was not lowered, for what is refused in them too."""
        if not isinstance(node, n.ClassDef | n.FuncDef | n.Decorator):
            kept = self.exits, self.handler, self.loops
            tolerant, self.world.tolerant = self.world.tolerant, True  # what the head sets is not there
            after = self.new_block("refused")
            self.loops = [*self.loops, Loop(after, after, len(self.exits))]
            for block in children(node):
                if isinstance(block, n.Block) and block not in self.blocks_begun:
                    if self.block is None:
                        self.start_block("refused")
                    self.block_of(block)
            self.exits, self.handler, self.loops = kept
            self.world.tolerant = tolerant
            if self.block is None:
                self.begin(after)
        if self.block is None:
            self.start_block("refused")

    def _statement(self, node: n.Statement) -> None:
        match node:
            case n.ExpressionStmt():
                if not isinstance(node.expr, n.StrExpr | n.EllipsisExpr):
                    self.expr(node.expr)
            case n.AssignmentStmt():
                self.assignment(node)
            case n.OperatorAssignmentStmt():
                self.operator_assignment(node)
            case n.IfStmt():
                self.if_statement(node)
            case n.WhileStmt():
                self.while_statement(node)
            case n.ForStmt():
                if node.is_async:
                    self.async_for(node)
                else:
                    self.for_statement(node)
            case n.ReturnStmt():
                self.return_statement(node)
            case n.BreakStmt():
                self.leave_loop(lambda loop: loop.on_break)
            case n.ContinueStmt():
                self.leave_loop(lambda loop: loop.on_continue)
            case n.RaiseStmt():
                self.raise_statement(node)
            case n.TryStmt():
                self.try_statement(node)
            case n.WithStmt():
                self.with_statement(node)
            case n.AssertStmt():
                self.assert_statement(node)
            case n.DelStmt():
                self.delete(node.expr)
            case n.FuncDef():
                self.define_function(node, None)
            case n.Decorator():
                self.define_function(node.func, node)
            case n.OverloadedFuncDef():
                impl = node.impl
                if impl is not None:
                    self.statement(impl)
            case n.ClassDef():
                self.define_class(node)
            case n.Import():
                for name, _ in node.ids:
                    if self.alive:
                        self.import_checked(name, node)
                for assignment in node.assignments if self.alive else ():
                    self.statement(assignment)
            case n.ImportFrom():
                self.import_from(node)
                for assignment in node.assignments if self.alive else ():
                    self.statement(assignment)
            case n.ImportAll():
                base = self.absolute(node.id, node.relative)
                self.import_checked(base, node)
                for name in list(self.module.tree.names) if self.alive and not self.library else ():
                    module = self.world.modules.get(base)
                    if module is not None and name in module.tree.names:
                        self.copy_imported(base, name, name)
                for assignment in node.assignments if self.alive else ():
                    self.statement(assignment)
            case n.PassStmt() | n.GlobalDecl() | n.NonlocalDecl() | n.TypeAliasStmt():
                pass
            case n.MatchStmt():
                self.match_statement(node)
            case _:
                raise self.unsupported(node, f"`{type(node).__name__}`")

    # -- control --------------------------------------------------------------------------------

    def if_statement(self, node: n.IfStmt) -> None:
        done = self.new_block("endif")
        ends: list[set[n.Var]] = []
        before = self.assigned
        for condition, body in zip(node.expr, node.body, strict=True):
            if not self.alive:
                break
            if body.is_unreachable:
                # mypy knows the condition is false (or nothing reaches it); CPython still evaluates it
                continue
            then, other = self.new_block("then"), self.new_block("else")
            self.assigned = set(before)
            self.condition(condition, then, other, node)
            after_condition = set(self.assigned)
            reachable = self.targets(other)
            if self.targets(then):
                self.begin(then)
                self.block_of(body)
                if self.alive:
                    ends.append(self.assigned)
                    self.jump(done)
            self.assigned = after_condition
            before = after_condition
            if not reachable:
                self.block = None
                break
            self.begin(other)
        if self.alive:
            self.assigned = set(before)
            self.block_of(node.else_body)
            if self.alive:
                ends.append(self.assigned)
                self.jump(done)
        self.finish(done, ends)

    def targets(self, block: ir.Block) -> bool:
        """Some terminator lowered so far goes to the block."""
        for other in self.function.blocks:
            match other.terminator:
                case ir.Jump(target) if target is block:
                    return True
                case ir.Branch(_, a, b) if a is block or b is block:
                    return True
        return False

    def finish(self, done: ir.Block, ends: list[set[n.Var]]) -> None:
        """Go on after a construct with several ends."""
        if ends:
            self.begin(done)
            self.assigned = set.intersection(*ends)
        else:
            self.block = None
            self.function.blocks.remove(done)

    def while_statement(self, node: n.WhileStmt) -> None:
        head, body, done = self.new_block("while"), self.new_block("body"), self.new_block("endwhile")
        otherwise = self.new_block("else") if node.else_body is not None else done
        self.jump(head)
        self.begin(head)
        before = set(self.assigned)
        self.condition(node.expr, body, otherwise, node)
        after_condition = set(self.assigned)
        if self.targets(body):
            self.begin(body)
            self.loops.append(Loop(done, head, len(self.exits)))
            self.block_of(node.body)
            self.loops.pop()
            if self.alive:
                self.jump(head)
        else:
            self.function.blocks.remove(body)
        self.assigned = set(before)
        if node.else_body is not None and self.targets(otherwise):
            self.begin(otherwise)
            self.assigned = set(after_condition)
            self.block_of(node.else_body)
            if self.alive:
                self.jump(done)
            self.assigned = set(before)
        if self.targets(done):
            self.begin(done)
        else:
            self.function.blocks.remove(done)
            self.block = None

    def leave_loop(self, where: Callable[[Loop], ir.Block]) -> None:
        loop = self.loops[-1]
        self.run_exits(loop.depth)
        self.jump(where(loop))

    def run_exits(self, down_to: int) -> None:
        """Run the `finally` parts between here and the target, innermost first."""
        saved_exits, saved_handler, saved_loops = self.exits, self.handler, self.loops
        pending = self.exits[down_to:]
        for index, leaving in reversed(list(enumerate(pending))):
            if not self.alive:
                break
            self.exits = saved_exits[: down_to + index]
            self.handler = leaving.handler
            leaving.run()
        self.exits, self.handler, self.loops = saved_exits, saved_handler, saved_loops

    def return_statement(self, node: n.ReturnStmt) -> None:
        assert self.inst is not None
        wanted = self.inst.body_result
        if isinstance(node.expr, n.NameExpr) and node.expr.fullname == "builtins.NotImplemented":
            self.return_not_implemented(node)
            return
        if node.expr is None:
            value = Value(ir.NoneConst(), t.NONE)
        elif self.inst.declines and isinstance(node.expr, n.CallExpr) and passes_on(node.expr):
            value = self.call_callee(node.expr, OBJECT)
        else:
            value = self.expr_taken(node.expr, lambda: wanted)
        if not self.alive:
            return
        slot = self.inst.item if self.function.kind is ir.Kind.NORMAL else None
        if isinstance(slot, n.LambdaExpr) and not self.library:
            heard = self.type_of(slot)  # what it gives is not declared: callers expect what mypy inferred
            if isinstance(heard, t.CallableT) and t.loses_int(value.type, heard.result):
                self.world.flows.mix(slot)
        if self.inst.declines and isinstance(value.type, t.ObjectT | t.UnionT):
            result = value  # NotImplemented may be among them
        else:
            result = self.convert_for(value, wanted, node, self.own(slot))
        if self.exits:
            result = self.stable(result)
            self.run_exits(0)
            if not self.alive:
                return
        self.emit_return(result)

    def emit_return(self, result: Value) -> None:
        assert self.inst is not None
        if self.function.kind is ir.Kind.GENERATOR:
            self.terminate(ir.Return(self.box(result)))
        elif self.function.result is Rep.VOID:
            self.terminate(ir.Return(None))
        else:
            self.terminate(ir.Return(self.box(result) if self.inst.declines else result.operand))

    def return_not_implemented(self, node: n.ReturnStmt) -> None:
        """`return NotImplemented` from a binary method whose declared result is a plain type."""
        assert self.inst is not None
        name = self.inst.item.name if isinstance(self.inst.item, n.FuncDef) else ""
        wanted = self.inst.body_result
        if self.inst.declines or wanted.rep is Rep.REF and isinstance(wanted, t.ObjectT | t.UnionT):
            self.run_exits(0)
            if self.alive:
                self.emit_return(Value(self.not_implemented(), OBJECT))
            return
        registers = self.inst.registers
        other = (
            Value(registers[1], self.inst.params[1].type)
            if len(registers) == 2
            else Value(ir.NoneConst(), t.NONE)
        )
        this = Value(registers[0], self.inst.params[0].type)
        self.raise_runtime(
            "errors.unsupported_operands", [ir.StrConst(name), self.box(this), self.box(other)], node
        )

    def assert_statement(self, node: n.AssertStmt) -> None:
        bad, ok = self.new_block("failed"), self.new_block("asserted")
        self.condition(node.expr, ok, bad, node)
        if self.targets(bad):
            self.begin(bad)
            before = set(self.assigned)
            args = [] if node.msg is None else [self.expr(node.msg)]
            inst = self.world.class_inst(self.world.info("builtins.AssertionError"), ())
            error = self.invoke_class(inst, args, node)
            self.throw(error.operand, last_comparison(node.expr) or node)
            self.assigned = before
        if self.targets(ok):
            self.begin(ok)
        else:
            self.block = None

    # -- definitions ----------------------------------------------------------------------------

    def define_function(self, item: n.FuncDef, decorator: n.Decorator | None) -> None:
        decorators = real_decorators(decorator) if decorator is not None else []
        first = item.original_def
        if isinstance(first, n.Decorator) or isinstance(first, n.FuncDef) and decorators:
            raise self.refuse(
                item,
                "conditional-function",
                f"`{item.name}` is defined in another branch too, and decorated",
                "define both under names of their own, and choose by assignment: "
                f"`{item.name} = first if condition else second`",
            )
        values = self.decorator_values(decorators)
        if self.at_module_level:
            for index, argument in enumerate(item.arguments):
                if argument.initializer is not None and not constant_expression(argument.initializer):
                    self.evaluate_default(item, index, argument)
            if decorators and decorator is not None:
                value = self.fresh_function(request_function(self.world, item, None))
                value = self.apply_decorators(decorators, values, value, decorator)
                variable, type_ = self.decorated_variable(decorator)
                self.emit(ir.SetGlobal(variable, self.coerce(value, type_, decorator).operand))
            elif isinstance(item.original_def, n.Var):  # the name was a variable first
                variable, type_ = self.world.module_variable(item.original_def)
                value = self.fresh_function(request_function(self.world, item, None))
                self.emit(ir.SetGlobal(variable, self.coerce(value, type_, item).operand))
            elif item in self.world.index.redefined:
                value = self.fresh_function(request_function(self.world, item, None))
                variable = self.redefined_variable(item)
                self.emit(ir.SetGlobal(variable, self.box(value)))
            return
        var = self.function_var(item)
        self.world.memo["definition depth", item] = len(self.env_scopes)
        value = self.closure(item)
        if decorators and decorator is not None:
            value = self.apply_decorators(decorators, values, value, decorator)
        if any(var in scope.fields for scope in self.env_scopes):
            self.write_env(var, value, item)
        else:
            if var not in self.places:
                rebound = item in self.world.index.rebound
                held = self.translate(var.type) if decorators or rebound else value.type
                self.places[var] = Place(held, fresh := self.reg(Rep.REF, item.name))
                self.function.blocks[0].ops.insert(0, ir.Move(fresh, ir.Undefined(Rep.REF)))
            register = self.places[var].reg
            assert register is not None
            self.move(register, self.coerce(value, self.places[var].type).operand)
        self.assigned.add(var)

    def evaluate_default(self, item: n.FuncItem, index: int, argument: n.Argument) -> None:
        assert argument.initializer is not None
        type_ = self.world.declared(argument.variable, {}, self.module_name)
        variable = self.world.global_variable(
            ("default", item, index), f"{item.name}.default.{argument.variable.name}", type_
        )
        value = self.convert_for(
            self.expr(argument.initializer), type_, argument.initializer, self.own(argument.variable)
        )
        self.emit(ir.SetGlobal(variable, value.operand))

    def decorator_values(self, decorators: list[n.Expression]) -> list[Value | None]:
        """Decorators are evaluated from the top, before the rest of the definition; None: named directly."""
        for one in decorators:
            if isinstance(one, n.MemberExpr) and one.name in ("getter", "setter", "deleter"):
                holder = one.expr
                if isinstance(holder, n.MemberExpr) and isinstance(holder.expr, n.RefExpr):
                    if isinstance(holder.expr.node, n.TypeInfo):
                        what = "a property of another class with another accessor"
                        remedy = "write `@property` again, and call the method of the other class in it"
                        raise self.unsupported(one, what, remedy)
        return [
            None if isinstance(one, n.RefExpr) or is_register(one) else self.stable(self.expr(one))
            for one in decorators
        ]

    def apply_decorators(
        self, decorators: list[n.Expression], values: list[Value | None], value: Value, node: n.Decorator
    ) -> Value:
        wanted = self.translate(node.var.type)
        for position, expression in enumerate(reversed(decorators)):
            last = position == len(decorators) - 1
            known = values[len(decorators) - 1 - position]
            value = self.call_decorator(expression, known, value, wanted if last else OBJECT, node)
        return value

    def define_class(self, node: n.ClassDef) -> None:
        local = self.inst is not None and not self.library
        if local:
            self.keep_environment(node)
        shared = shared_variable(self.world, node.info) if local else None
        if shared is not None:
            raise Refusal(
                shared,
                "local-class",
                f"this variable of the local class `{node.name}` would be one for all calls of the function",
                "set it in `__init__`, or move the class out of the function",
            )
        self.class_body(node.info, node)

    def keep_environment(self, node: n.ClassDef) -> None:
        """Objects of the class will hold this function's environment, or a variable does for all."""
        captured = captured_name(self.world, node.info)
        holders = carriers(self.world, node.info)
        key, scopes = ("environment of", node.info), tuple(self.env_scopes)
        if captured is not None and self.world.memo.setdefault(key, scopes) != scopes:
            raise self.refused_class(node, captured, captured)
        if captured is not None and node.info not in holders:
            assert self.env is not None
            self.emit(ir.SetGlobal(environment_of_all(self.world, node.info), self.env))
        if not holders:
            return
        used = next(found for one in holders if (found := captured_name(self.world, one)) is not None)
        others = [self.world.memo.get(("environment of", one)) for one in holders]
        bases = [base for base in node.info.bases if carriers(self.world, base.type)]
        if len(bases) > 1 or any(other != others[-1] for other in others):
            raise self.refused_class(node, used, node, "inherits from classes that use other variables")
        escape = escape_of(self.world, node.info)
        if escape is not None:
            raise self.refused_class(node, used, escape if escape.line > 0 else used)

    def refused_class(
        self, node: n.ClassDef, captured: n.NameExpr, place: n.Node, reason: str = "is not only called"
    ) -> Refusal:
        self.world.memo["refused class", node.info] = node
        return Refusal(
            place,
            "local-class",
            f"`{node.name}` uses `{captured.name}` of the function around it, and {reason}",
            f"keep `{captured.name}` in an attribute of the object",
        )

    def import_from(self, node: n.ImportFrom) -> None:
        base = self.absolute(node.id, node.relative)
        self.import_checked(base, node)
        for name, _ in node.names if self.alive else ():
            module = self.world.modules.get(base)
            if f"{base}.{name}" in self.world.modules:
                self.import_module(f"{base}.{name}")
            elif module is not None and name not in module.tree.names:
                names = ir.StrConst(name), ir.StrConst(base), ir.StrConst(module.path)
                self.raise_runtime("errors.no_import", list(names), node)
                return
        if self.at_module_level and not self.library:
            for name, new_name in node.names if self.alive else ():
                self.copy_imported(base, name, new_name or name)

    def copy_imported(self, base: str, name: str, new_name: str) -> None:
        """Take the value that an imported variable has now, if it may get another."""
        entry = self.module.tree.names.get(new_name)
        if entry is None or not isinstance(entry.node, n.Var):
            return
        var = entry.node
        target = imported_copy(self.world, var, self.module_name, new_name)
        if target is None:
            return
        source = imported_copy(self.world, var, base, name) or self.world.module_variable(var)
        value = self.reg(source[1].rep, name)
        self.emit(ir.GetGlobal(value, source[0]))
        self.emit(ir.SetGlobal(target[0], value))

    def import_checked(self, name: str, node: n.Node) -> None:
        """Import a module and its packages; ModuleNotFoundError for what the checker ignores."""
        parts = name.split(".")
        packages = {module.rpartition(".")[0] for module in self.world.modules}
        for end in range(1, len(parts) + 1):
            known = ".".join(parts[:end])
            if known not in self.world.modules and known not in packages:
                self.raise_runtime("errors.no_module", [ir.StrConst(known)], node)
                return
        self.import_module(name)

    def absolute(self, name: str, relative: int) -> str:
        if relative == 0:
            return name
        tree = self.module.tree
        parts = tree.fullname.split(".")
        keep = len(parts) - relative + (1 if tree.is_package_init_file() else 0)
        return ".".join([*parts[:keep], *([name] if name else [])])

    @property
    def at_module_level(self) -> bool:
        return self.inst is None


def is_register(decorator: n.Expression) -> bool:
    """`@function.register`: the class is taken from the annotation (see `Calls.call_decorator`)."""
    return isinstance(decorator, n.MemberExpr) and decorator.name == "register"
