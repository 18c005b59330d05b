"""raise, try, with; generators, await and asynchronous iteration."""

from __future__ import annotations

from collections.abc import Callable

from mypy import nodes as n

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.builder import Exit, Value
from mirage.compiler.lower.class_uses import exits_look
from mirage.compiler.lower.functions import FunctionInst
from mirage.compiler.lower.intrinsics import CURRENT
from mirage.compiler.lower.names import qualified_name
from mirage.compiler.lower.restricted import write_types
from mirage.compiler.lower.statements import Statements
from mirage.compiler.lower.types import OBJECT, ClassT, Type


class Trying(Statements):
    # -- raise ----------------------------------------------------------------------------------

    @property
    def base_exception(self) -> ClassT:
        return ClassT(self.world.builtin("BaseException"))

    @property
    def current(self) -> ir.Global:
        """The exception being handled (sys.exc_info), null for none."""
        return self.world.global_variable(CURRENT, "mirage.current_exception", OBJECT, ir.NoneConst())

    def throw(self, exception: Operand, node: n.Node) -> None:
        """Raise an exception object here."""
        site = self.site(node)
        if self.handler is None:
            self.terminate(ir.Raise(exception, site))
            return
        self.move(self.handler.exception, exception)
        if site is not None:
            self.emit(ir.AddTraceback(exception, site))
        self.jump(self.handler.block)

    def set_context(self, exception: Operand) -> None:
        """`__context__`: the exception that is being handled now."""
        current = self.reg(Rep.REF, "current")
        self.emit(ir.GetGlobal(current, self.current))
        chain, done = self.new_block("chain"), self.new_block("chained")
        self.branch(self.prim(Rep.BOOL, "is", current, ir.NoneConst()), done, chain, likely=True)
        self.begin(chain)
        self.call(self.runtime("errors.chain"), [exception, current])
        self.jump(done)
        self.begin(done)

    def raise_statement(self, node: n.RaiseStmt) -> None:
        if node.expr is None:
            self.reraise(node)
            return
        if self.is_plain_stop(node):
            if self.handler is None:
                self.terminate(ir.Raise(ir.StopSentinel()))
            else:
                self.throw(ir.StopSentinel(), node)
            return
        exception = self.exception_object(node.expr, node)
        if node.from_expr is not None:
            layout = self.world.builtin("BaseException").layout
            if isinstance(node.from_expr, n.NameExpr) and node.from_expr.name == "None":
                cause: Operand = ir.NoneConst()
            else:
                cause = self.exception_object(node.from_expr, node, "classes.cause")
            self.emit(ir.SetField(exception, layout, "__cause__", cause))
            self.emit(ir.SetField(exception, layout, "__suppress_context__", ir.BoolConst(True)))
        self.set_context(exception)
        self.throw(exception, node)

    def is_plain_stop(self, node: n.RaiseStmt) -> bool:
        if (
            self.inst is None
            or not isinstance(self.inst.item, n.FuncDef)
            or self.inst.item.name != "__next__"
        ):
            return False
        expr = node.expr
        if isinstance(expr, n.CallExpr) and not expr.args:
            expr = expr.callee
        return isinstance(expr, n.RefExpr) and expr.fullname == "builtins.StopIteration"

    def exception_object(self, expression: n.Expression, node: n.Node, of: str = "classes.raised") -> Operand:
        """The exception of `raise expression`; `of` makes it of what may be a class or anything else."""
        if isinstance(expression, n.RefExpr):
            info = self.alias_info(expression.node)
            if info is not None:
                return self.invoke_class(self.world.class_inst(info, ()), [], node).operand
        value = self.expr(expression)
        if self.world.is_subtype(value.type, self.base_exception):
            return self.box(value)
        if isinstance(value.type, t.TypeT) and self.world.is_subtype(value.type.item, self.base_exception):
            return self.box(self.call_value(value, [], node, self.base_exception))
        return self.call(self.runtime(of), [self.box(value)], node)

    def reraise(self, node: n.Node) -> None:
        current = self.reg(Rep.REF, "current")
        if self.handling is not None:
            self.move(current, self.handling)
        else:
            self.emit(ir.GetGlobal(current, self.current))
            some, none = self.new_block("active"), self.new_block("inactive")
            self.branch(self.prim(Rep.BOOL, "is", current, ir.NoneConst()), none, some, likely=False)
            self.begin(none)
            self.raise_runtime("errors.no_active_exception", [], node)
            self.begin(some)
        self.propagate(current)

    # -- try ------------------------------------------------------------------------------------

    def try_statement(self, node: n.TryStmt) -> None:
        if node.finally_body is not None:
            self.try_finally(node)
        else:
            self.try_except(node)

    def try_finally(self, node: n.TryStmt) -> None:
        """The `finally` body is lowered once for each way out."""
        final = node.finally_body
        outer = self.handler
        caught = self.reg(Rep.REF, "pending")
        landing = self.new_block("finally")
        before = set(self.assigned)
        self.handler = ir.Handler(landing, caught)
        self.exits.append(Exit(lambda: self.block_of(final), outer))
        if node.handlers:
            self.try_except(node)
        else:
            self.block_of(node.body)
            if self.alive and node.else_body is not None:
                self.block_of(node.else_body)
        self.exits.pop()
        self.handler = outer
        normal_end = self.block
        assigned_after = set(self.assigned)
        self.begin(landing)
        self.assigned = set(before)
        exception = self.materialised(caught)
        self.with_current(exception, lambda: self.block_of(final))
        if self.alive:
            self.propagate(exception)
        self.block = normal_end
        self.assigned = assigned_after
        if self.alive:
            self.block_of(final)

    def materialised(self, caught: ir.Reg) -> ir.Reg:
        """The exception object of a handler; the sentinel becomes a StopIteration with its context."""
        result = self.reg(Rep.REF, "exception")
        self.move(result, caught)
        bare, done = self.new_block("bare"), self.new_block("exception")
        self.branch(self.prim(Rep.BOOL, "is", caught, ir.StopSentinel()), bare, done, likely=False)
        self.begin(bare)
        self.move(result, self.call(self.runtime("errors.materialise"), [caught]))
        self.set_context(result)
        self.jump(done)
        self.begin(done)
        return result

    def with_current(self, exception: Operand, body: Callable[[], None]) -> None:
        """Lower `body` with the exception as the one being handled; put the old one back on every way out."""
        saved = self.reg(Rep.REF, "previous")
        self.emit(ir.GetGlobal(saved, self.current))
        self.emit(ir.SetGlobal(self.current, exception))
        outer, outer_handling, outer_callers = self.handler, self.handling, self.callers
        if isinstance(exception, ir.Reg):
            self.handling = exception
        if outer_callers is None:
            self.callers = saved
        failed = self.reg(Rep.REF, "second")
        landing = self.new_block("second")
        self.handler = ir.Handler(landing, failed)

        def restore() -> None:
            self.emit(ir.SetGlobal(self.current, saved))

        self.exits.append(Exit(restore, outer))
        body()
        self.exits.pop()
        self.handler, self.handling, self.callers = outer, outer_handling, outer_callers
        if self.alive:
            restore()
        after = self.block
        self.begin(landing)
        restore()
        self.propagate(failed)
        self.block = after

    def try_except(self, node: n.TryStmt) -> None:
        if node.is_star:
            self.try_star(node)
            return
        outer = self.handler
        caught = self.reg(Rep.REF, "caught")
        landing, done = self.new_block("except"), self.new_block("endtry")
        before = set(self.assigned)
        self.handler = ir.Handler(landing, caught)
        self.block_of(node.body)
        self.handler = outer
        ends: list[set[n.Var]] = []
        if self.alive and node.else_body is not None:
            self.block_of(node.else_body)
        if self.alive:
            ends.append(set(self.assigned))
            self.jump(done)
        self.begin(landing)
        self.assigned = set(before)
        exception = self.materialised(caught)
        for types, var, body in zip(node.types, node.vars, node.handlers, strict=True):
            if not self.alive:
                break
            following = self.new_block("nomatch")
            if types is not None:
                matches = self.new_block("match")
                self.branch(self.exception_matches(exception, types), matches, following)
                self.begin(matches)
            self.assigned = set(before)
            self.with_current(exception, lambda v=var, b=body, ty=types: self.handle(exception, v, b, ty))  # type: ignore[misc]
            if self.alive:
                ends.append(set(self.assigned))
                self.jump(done)
            if types is None:
                self.function.blocks.remove(following)
                self.block = None
                break
            self.begin(following)
        if self.alive:
            self.propagate(exception)
        self.finish(done, ends)

    def exception_matches(self, exception: Operand, types: n.Expression) -> Operand:
        named = self.class_list(types)
        if any(map(self.is_class_value, named)):
            return self.call(self.runtime("classes.catches"), [exception, self.box(self.expr(types))], types)
        return self.is_instance(exception, t.union([self.class_of_expression(c) for c in named]))

    def handle(
        self, exception: ir.Reg, var: n.Expression | None, body: n.Block, types: n.Expression | None
    ) -> None:
        if isinstance(var, n.NameExpr) and isinstance(var.node, n.Var):
            target = self.translate(var.node.type)
            if isinstance(target, t.ObjectT):
                target = self.base_exception
            self.assign(var, Value(exception, target))
        self.block_of(body)
        if (
            self.alive
            and isinstance(var, n.NameExpr)
            and isinstance(var.node, n.Var)
            and var.node in self.assigned
        ):
            self.unbind(var.node)

    def unbind(self, var: n.Var) -> None:
        """`except ... as name` forgets the name at its end."""
        if var in self.places:
            register = self.places[var].reg
            assert register is not None
            self.move(register, ir.Undefined(Rep.REF))
        elif any(var in scope.fields for scope in self.env_scopes):
            env, scope = self.env_for(var)
            self.emit(ir.SetField(env, scope.layout, scope.fields[var][0], ir.Undefined(Rep.REF)))
        elif var in self.world.globals:
            self.emit(ir.SetGlobal(self.world.globals[var], ir.Undefined(Rep.REF)))
        self.assigned.discard(var)

    # -- with -----------------------------------------------------------------------------------

    def with_statement(self, node: n.WithStmt) -> None:
        self.with_items(node, 0)

    def with_items(self, node: n.WithStmt, index: int) -> None:
        if index == len(node.expr):
            self.block_of(node.body)
            return
        source, target = node.expr[index], node.target[index]
        manager = self.stable(self.expr(source))
        enter, leave = ("__aenter__", "__aexit__") if node.is_async else ("__enter__", "__exit__")
        wanted = self.type_of(target) if target is not None else None
        place = n.EllipsisExpr()  # a traceback through `__enter__` and `__exit__` names the statement
        place.set_line(node)
        entered = self.call_manager(manager, enter, [], place, wanted or OBJECT, node.is_async)
        outer = self.handler
        caught = self.reg(Rep.REF, "caught")
        landing, done = self.new_block("exit"), self.new_block("endwith")

        def quiet_exit() -> None:
            nothing = [Value(ir.NoneConst(), t.NONE)] * 3
            self.call_manager(manager, leave, nothing, place, OBJECT, node.is_async)

        self.handler = ir.Handler(landing, caught)
        self.exits.append(Exit(quiet_exit, outer))
        before = set(self.assigned)
        if target is not None:
            self.assign(target, entered)
        self.with_items(node, index + 1)
        self.exits.pop()
        self.handler = outer
        ends: list[set[n.Var]] = []
        if self.alive:
            quiet_exit()
            ends.append(set(self.assigned))
            self.jump(done)
        self.begin(landing)
        self.assigned = set(before)
        exception = self.materialised(caught)
        suppressed = self.reg(Rep.BOOL)

        def loud_exit() -> None:
            value = Value(exception, self.base_exception)
            trace = self.call(self.runtime("errors.traceback_of"), [exception])
            args = [self.type_object(value, exits_look(self.world)), value, Value(trace, self.traceback_type)]
            result = self.call_manager(manager, leave, args, place, OBJECT, node.is_async)
            self.move(suppressed, self.truth(result, place))

        self.with_current(exception, loud_exit)
        raised, swallowed = self.new_block("raise"), self.new_block("suppress")
        self.branch(suppressed, swallowed, raised, likely=False)
        self.begin(raised)
        self.propagate(exception)
        self.begin(swallowed)
        ends.append(set(before))
        self.jump(done)
        self.finish(done, ends)

    @property
    def traceback_type(self) -> Type:
        info = self.world.info("types.TracebackType")
        return t.union([ClassT(self.world.class_inst(info, ())), t.NONE])

    def call_manager(
        self, manager: Value, name: str, args: list[Value], node: n.Expression, expected: Type, is_async: bool
    ) -> Value:
        if not is_async:
            member = self.world.lookup(manager.type, name)
            wanted = expected
            if member is not None and name == "__exit__":
                wanted = OBJECT
            return self.invoke(manager, name, args, node, wanted)
        awaitable = self.invoke(manager, name, args, node, OBJECT)
        return self.await_value(awaitable, expected, node, "" if self.library else name)

    # -- generators -----------------------------------------------------------------------------

    def yield_expr(self, node: n.YieldExpr) -> Value:
        assert self.inst is not None
        value = Value(ir.NoneConst(), t.NONE) if node.expr is None else self.expr(node.expr)
        call = self.inst.result
        assert isinstance(call, ClassT)
        element = call.inst.args[0]
        if not isinstance(element, t.ObjectT):
            value = self.convert_for(value, element, node)
        word = self.box(value)
        dst = self.suspend(self.handed_out(word, node), node)
        sent = call.inst.args[1] if len(call.inst.args) > 1 else OBJECT
        wanted = self.type_of(node)
        if wanted is None or isinstance(wanted, t.NoneT):
            return Value(ir.NoneConst(), t.NONE)
        if isinstance(sent, t.NoneT):
            return Value(ir.NoneConst(), t.NONE)
        given = t.widened(wanted)  # send(2) to what takes a float
        items = wanted.items if isinstance(wanted, t.UnionT) else (wanted,)
        if any(map(self.world.is_complex, items)):
            given = OBJECT
        return self.coerce(Value(dst, OBJECT), given, node)

    def handed_out(self, word: Operand, node: n.Node) -> Operand:
        """What leaves the frame for a yielded value: asynchronous generators mark it, unlike awaits."""
        assert self.inst is not None
        call = self.inst.result
        if isinstance(call, ClassT) and call.inst.info.name == "async_generator":
            wrapper = self.world.builtin("_AsyncValue")
            return self.invoke_class(wrapper, [Value(word, OBJECT)], node).operand
        return word

    def suspend(self, word: Operand, node: n.Node, waits_for: Operand | None = None) -> ir.Reg:
        """Yield; the exception being handled is this frame's own while it runs, its caller's otherwise.

        What is thrown in gets the frame's own as its context.
        """
        dst = self.reg(Rep.REF, "sent")
        if self.callers is None:
            self.may_raise(ir.Yield(dst, word, waits_for), node)
            return dst
        mine, thrown = self.reg(Rep.REF, "mine"), self.reg(Rep.REF, "thrown")
        landing, outer, callers = self.new_block("thrown"), self.handler, self.callers

        def come_back() -> None:
            self.emit(ir.GetGlobal(callers, self.current))
            self.emit(ir.SetGlobal(self.current, mine))

        self.emit(ir.GetGlobal(mine, self.current))
        self.emit(ir.SetGlobal(self.current, callers))
        self.handler = ir.Handler(landing, thrown)
        self.may_raise(ir.Yield(dst, word, waits_for), node)
        self.handler = outer
        come_back()
        after = self.block
        self.begin(landing)
        come_back()
        self.call(self.runtime("errors.chain"), [thrown, mine])
        self.propagate(thrown)
        self.block = after
        return dst

    def yield_from(self, node: n.YieldFromExpr) -> Value:
        source = self.expr(node.expr)
        inst = self.world.class_of(source.type)
        item = self.inst.item if self.inst is not None else None
        awaits = self.library or isinstance(item, n.FuncDef) and item.is_awaitable_coroutine
        if inst is not None and inst.info.fullname == "builtins.generator":
            return self.delegate(source, self.type_of(node) or OBJECT, node)
        if inst is not None and inst.info.fullname == "builtins.coroutine" and awaits:
            return self.await_value(source, self.type_of(node) or OBJECT, node)
        if inst is None and awaits and not self.library:
            wanted = self.type_of(node) or OBJECT
            result = self.reg(Rep.REF, "result")
            coroutine = ClassT(self.world.builtin("coroutine", OBJECT, OBJECT, OBJECT))
            yes, no, end = self.new_block("coroutine"), self.new_block("iterable"), self.new_block("end")
            source = self.stable(source)
            self.branch(self.is_instance(self.box(source), coroutine), yes, no)
            self.begin(yes)
            self.move(result, self.box(self.await_value(Value(self.box(source), coroutine), OBJECT, node)))
            self.jump(end)
            self.begin(no)
            self.move(result, self.box(self.yield_from_value(source, node)))
            self.jump(end)
            self.begin(end)
            return self.coerce(Value(result, OBJECT), wanted, node)
        return self.yield_from_value(source, node)

    def yield_from_value(self, source: Value, node: n.YieldFromExpr) -> Value:
        """`yield from` an iterable that need not be a generator."""
        iterator = self.stable(self.iterator_of(source, node.expr))
        kind = self.world.class_of(iterator.type)
        if kind is not None and kind.info.fullname == "builtins.generator":
            return self.delegate(iterator, self.type_of(node) or OBJECT, node)
        generator_case, plain_case, done = (
            self.new_block("generator"),
            self.new_block("plain"),
            self.new_block("end"),
        )
        result = self.reg(Rep.REF, "result")
        generator_type = ClassT(self.world.builtin("generator", OBJECT, OBJECT, OBJECT))
        self.branch(self.test_instance(iterator, generator_type), generator_case, plain_case)
        self.begin(generator_case)
        self.move(result, self.box(self.delegate(Value(self.box(iterator), generator_type), OBJECT, node)))
        self.jump(done)
        self.begin(plain_case)
        self.delegate_plain(iterator, result, done, node)
        self.begin(done)
        wanted = self.type_of(node) or OBJECT
        return self.coerce(Value(result, OBJECT), wanted, node)

    def delegate_plain(self, iterator: Value, result: ir.Reg, done: ir.Block, node: n.Node) -> None:
        """`yield from` what is no frame: `next` for None, else its `send`, `throw` and `close`."""
        inst = iterator.type.inst if isinstance(iterator.type, ClassT) else None
        members = ("send", "throw", "close")
        simple = (
            inst is not None
            and not inst.info.is_protocol
            and all(inst.member(name) is None for name in members)
            and not self.world.subclasses.get(inst.info)
        )
        caught, received = self.reg(Rep.REF, "stop"), self.reg(Rep.REF, "received")
        item = self.reg(Rep.REF, "item")
        names = ("each", "item", "send", "threw", "stopped", "real", "other")
        top, have, send, threw, stopped, real, other = (self.new_block(name) for name in names)
        held = Value(self.box(iterator), OBJECT)
        outer = self.handler
        stop_handler = ir.Handler(stopped, caught)
        self.jump(top)
        self.begin(top)
        self.handler = stop_handler
        value = self.invoke(iterator, "__next__", [], node, self.next_type(iterator.type))
        if self.alive:
            self.move(item, self.box(value))
            self.jump(have)
        self.begin(have)
        self.handler = outer if simple else ir.Handler(threw, received)
        dst = self.suspend(item, node, held.operand)
        self.handler = stop_handler
        self.branch(self.prim(Rep.BOOL, "is", dst, ir.NoneConst()), top, send, likely=True)
        self.begin(send)
        if simple:
            name = ir.StrConst("send")
            self.call(self.runtime("errors.no_attribute"), [held.operand, name], node)
            self.terminate(ir.Unreachable())
        else:
            self.move(item, self.call(self.runtime("frames.send_other"), [held.operand, dst], node))
            self.jump(have)
            self.begin(threw)
            self.move(item, self.call(self.runtime("frames.throw_other"), [held.operand, received], node))
            self.jump(have)
        self.handler = outer
        if simple:
            self.function.blocks.remove(threw)
        self.begin(stopped)
        self.move(result, ir.NoneConst())
        self.branch(self.prim(Rep.BOOL, "is", caught, ir.StopSentinel()), done, real, likely=True)
        self.begin(real)
        matches = self.new_block("value")
        stop = self.world.builtin("StopIteration")
        self.branch(self.is_instance(caught, ClassT(stop)), matches, other)
        self.begin(matches)
        self.move(result, self.get_field(caught, stop.layout, "value", Rep.REF))
        self.jump(done)
        self.begin(other)
        self.propagate(caught)

    def delegate(self, generator: Value, wanted: Type, node: n.Node) -> Value:
        """`yield from` (and await): run the inner frame, pass on what it yields, what is sent and thrown."""
        frame = self.reg(Rep.REF, "inner")
        self.move(frame, generator.operand)
        sent, thrown = self.reg(Rep.REF, "sent"), self.reg(Rep.REF, "thrown")
        stopped, received = self.reg(Rep.REF, "stop"), self.reg(Rep.REF, "received")
        top, ended, threw, done = (self.new_block(x) for x in ("delegate", "ended", "threw", "delegated"))
        self.move(sent, ir.NoneConst())
        self.move(thrown, ir.NoneConst())
        self.jump(top)
        self.begin(top)
        outer = self.handler
        self.handler = ir.Handler(ended, stopped)
        base = self.world.builtin("generator", OBJECT, OBJECT, OBJECT)
        value = self.resume_any(generator.type, frame, sent, thrown, node)
        self.handler = ir.Handler(threw, received)
        dst = self.suspend(value, node, frame) if self.callers is not None else self.plain_yield(value, frame)
        self.handler = outer
        self.move(sent, dst)
        self.move(thrown, ir.NoneConst())
        self.jump(top)
        self.begin(threw)
        self.move(thrown, received)
        closing = self.new_block("closing")
        leaving = ClassT(self.world.builtin("GeneratorExit"))
        self.branch(self.is_instance(received, leaving), closing, top, likely=False)
        self.begin(closing)
        self.call(self.runtime("frames.close_inner"), [frame], node)
        self.propagate(received)
        self.begin(ended)
        finished, failed = self.new_block("finished"), self.new_block("failed")
        result = self.reg(Rep.REF, "result")
        self.branch(self.prim(Rep.BOOL, "is", stopped, ir.StopSentinel()), finished, failed, likely=True)
        self.begin(failed)
        other, real = self.new_block("other"), self.new_block("real")
        stop = self.world.builtin("StopIteration")
        self.branch(self.is_instance(stopped, ClassT(stop)), real, other)
        self.begin(real)
        self.move(result, self.get_field(stopped, stop.layout, "value", Rep.REF))
        self.jump(done)
        self.begin(other)
        self.propagate(stopped)
        self.begin(finished)
        if self.is_frame_type(generator.type):
            self.move(result, self.get_field(frame, base.layout, "_result", Rep.REF))
        else:
            self.move(result, ir.NoneConst())
            has, none = self.new_block("frame"), self.new_block("noframe")
            self.branch(self.is_instance(frame, self.frame_types), has, none)
            self.begin(has)
            self.move(result, self.get_field(frame, base.layout, "_result", Rep.REF))
            self.jump(none)
            self.begin(none)
        self.jump(done)
        self.begin(done)
        if isinstance(wanted, t.NoneT | t.NeverT):
            return Value(ir.NoneConst(), t.NONE)
        return Value(self.unbox(result, wanted), wanted)

    @property
    def frame_types(self) -> Type:
        return t.UnionT(
            tuple(ClassT(self.world.builtin(x, OBJECT, OBJECT, OBJECT)) for x in ("generator", "coroutine"))
        )

    def is_frame_type(self, type_: Type) -> bool:
        return (
            isinstance(type_, ClassT)
            and type_.exact
            and type_.inst.info.fullname
            in (
                "builtins.generator",
                "builtins.coroutine",
            )
        )

    def resume_any(self, type_: Type, frame: ir.Reg, sent: ir.Reg, thrown: ir.Reg, node: n.Node) -> Operand:
        """Resume a frame, or whatever else has `send` and `throw`."""
        if self.is_frame_type(type_):
            return self.call(self.runtime("frames.resume_frame"), [frame, sent, thrown], node)
        value = self.reg(Rep.REF, "yielded")
        direct, other, done = self.new_block("frame"), self.new_block("delegate"), self.new_block("resumed")
        self.branch(self.is_instance(frame, self.frame_types), direct, other, likely=True)
        self.begin(direct)
        self.move(value, self.call(self.runtime("frames.resume_frame"), [frame, sent, thrown], node))
        self.jump(done)
        self.begin(other)
        other_kind = "frames.resume_other" if self.library else "frames.resume_iterator"
        self.move(value, self.call(self.runtime(other_kind), [frame, sent, thrown], node))
        self.jump(done)
        self.begin(done)
        return value

    def plain_yield(self, value: Operand, frame: Operand) -> ir.Reg:
        dst = self.reg(Rep.REF, "sent")
        op = ir.Yield(dst, value, frame)
        op.on_error = self.handler
        self.emit(op)  # no site: the inner frame's own place is in the traceback
        return dst

    def generator_expression(self, node: n.GeneratorExpr) -> Value:
        """A frame of its own; the first iterable is evaluated here, now."""
        wanted = self.type_of(node)
        element = OBJECT
        inst = self.world.class_of(wanted) if wanted is not None else None
        if inst is not None and inst.args:
            element_type: Type = inst.args[0]
        else:
            element_type = element
        if node in self.collecting:
            return self.list_of(node, element_type, "<genexpr>", self.collecting[node])
        first = self.expr(node.sequences[0])
        if isinstance(first.type, t.TypeT):
            first = self.iterator_of(first, node)
        is_async = inst is not None and inst.info.fullname == "builtins.async_generator"
        made = self.request_generator_expression(node, first.type, element_type, is_async)
        env: Operand = self.env if self.env is not None else ir.NoneConst()
        operand = self.call(made.function, [env, first.operand], node)
        return Value(operand, made.result)

    def request_generator_expression(
        self, node: n.GeneratorExpr, source: Type, element: Type, is_async: bool
    ) -> FunctionInst:
        key = (
            "genexpr",
            node,
            tuple(self.env_scopes),
            source,
            element,
            tuple(sorted(self.substitution.items(), key=lambda kv: kv[0])),
        )
        found = self.world.function_insts.get(key)
        if found is not None:
            return found
        base = self.world.builtin("generator", OBJECT, OBJECT, OBJECT)
        call = ClassT(self.world.builtin("generator", element, t.NONE, t.NONE), exact=True)
        if is_async:
            base = self.world.builtin("async_generator", OBJECT, OBJECT)
            call = ClassT(self.world.builtin("async_generator", element, OBJECT), exact=True)
        self.world.instantiate(base)
        env_reg, first_reg = ir.Reg("env", Rep.REF), ir.Reg("first", source.rep)
        function = ir.Function(
            self.world.symbol(f"{self.function.symbol}.<genexpr>"),
            [env_reg, first_reg],
            Rep.REF,
            kind=ir.Kind.GENERATOR,
            module=self.module_name,
            qualname="<genexpr>",
            frame_name=qualified_name(self.world, node, self.module_name),
            file=self.function.file,
            line=node.line,
        )
        function.frame = ir.Class(
            name=base.info.name,
            qualname=f"frame {function.symbol}",
            base=base.layout,
            parents=[base.layout],
            instantiated=True,
        )
        function.frame.repr_name = base.info.name
        self.world.program.classes.append(function.frame)
        item = n.LambdaExpr([], n.Block([]))
        made = FunctionInst(
            item,
            self.inst.owner if self.inst is not None else None,
            dict(self.substitution), [], call, t.NONE, function,
            self.module_name, tuple(self.env_scopes), True,
        )  # fmt: skip
        made.env_reg = env_reg
        made.registers = [first_reg]
        self.world.function_insts[key] = made
        self.world.add_function(function)

        def lower() -> None:
            from mirage.compiler.lower.body import FunctionLowerer

            write_types(self.world, made, node)
            FunctionLowerer(self.world, made, function, self.module_name).lower_generator_expression(
                node, source
            )

        self.world.queue.append(lower)
        return made

    # -- await ----------------------------------------------------------------------------------

    def await_expr(self, node: n.AwaitExpr) -> Value:
        return self.await_value(self.expr(node.expr), self.type_of(node) or OBJECT, node)

    def await_value(self, value: Value, wanted: Type, node: n.Node, place: str = "") -> Value:
        """place   the special method that gave the value, where a statement calls one"""
        inst = self.world.class_of(value.type)
        if inst is not None and inst.info.fullname == "builtins.coroutine":
            value = Value(value.operand, ClassT(inst, exact=True))
            self.check_fresh(value, inst.layout, node)
            result = (
                inst.args[2]
                if isinstance(wanted, t.ObjectT) and not isinstance(inst.args[2], t.ObjectT)
                else wanted
            )
            return self.delegate(value, result, node)
        if inst is not None and inst.info.fullname == "builtins.generator":  # of `types.coroutine`
            return self.delegate(value, wanted, node)
        if inst is None or inst.info.is_protocol:
            frame = self.awaitable_frame(value, node, place)
            return self.delegate(Value(frame, OBJECT), wanted, node)
        if place and inst.member("__await__") is None:
            frame = self.reg(Rep.REF, "awaited")
            self.move(frame, self.box(value))
            self.raise_runtime("frames.not_awaitable", [frame, ir.StrConst(place)], node)
            self.begin(self.new_block("never"))
            return self.delegate(Value(frame, OBJECT), wanted, node)
        generator = ClassT(self.world.builtin("generator", OBJECT, OBJECT, wanted))
        if self.library:
            frame_value = self.invoke(value, "__await__", [], node, generator)
            return self.delegate(Value(self.box(frame_value), generator), wanted, node)
        iterator = self.stable(self.invoke(value, "__await__", [], node, OBJECT))
        if isinstance(iterator.type, t.ObjectT | t.NoneT):
            self.call(self.runtime("frames.check_awaited"), [self.box(iterator)], node)
        return self.delegate(Value(self.box(iterator), iterator.type), wanted, node)

    def check_fresh(self, coroutine: Value, layout: ir.Class, node: n.Node) -> None:
        """A coroutine is awaited once."""
        used, fresh = self.new_block("used"), self.new_block("fresh")
        state = self.get_field(coroutine.operand, layout, "_state", Rep.I64)
        self.branch(self.prim(Rep.BOOL, "eq", state, ir.RawConst(0, Rep.I64)), fresh, used, likely=True)
        self.begin(used)
        self.call(self.runtime("frames.awaited_again"), [state], node)
        self.terminate(ir.Unreachable())
        self.begin(fresh)

    def awaitable_frame(self, value: Value, node: n.Node, place: str = "") -> ir.Reg:
        """A coroutine itself, or a generator of `types.coroutine`, or what `__await__` gives."""
        frame = self.reg(Rep.REF, "awaited")
        self.move(frame, self.box(value))
        inst = self.world.builtin("coroutine", OBJECT, OBJECT, OBJECT)
        other, done = self.new_block("awaitable"), self.new_block("frame")
        marked = ClassT(self.world.builtin("_AwaitableFrame"))
        if self.library:
            self.branch(self.is_instance(frame, t.union([ClassT(inst), marked])), done, other)
            self.begin(other)
        else:
            coroutine, rest = self.new_block("coroutine"), self.new_block("rest")
            self.branch(self.is_instance(frame, ClassT(inst)), coroutine, rest, likely=True)
            self.begin(coroutine)
            self.check_fresh(Value(frame, ClassT(inst)), inst.layout, node)
            self.jump(done)
            self.begin(rest)
            self.branch(self.is_instance(frame, marked), done, other)
            self.begin(other)
        if place:
            good, bad = self.new_block("good"), self.new_block("bad")
            awaitable = ClassT(self.world.class_inst(self.world.info("typing.Awaitable"), (OBJECT,)))
            self.branch(self.is_instance(frame, awaitable), good, bad, likely=True)
            self.begin(bad)
            self.raise_runtime("frames.not_awaitable", [frame, ir.StrConst(place)], node)
            self.begin(good)
        caught, landing, outer = self.reg(Rep.REF, "caught"), self.new_block("failed"), self.handler
        if place == "__anext__":
            self.handler = ir.Handler(landing, caught)
        result = self.box(self.invoke(Value(frame, value.type), "__await__", [], node, OBJECT))
        if not self.library:
            self.call(self.runtime("frames.check_awaited"), [result], node)
        if place == "__anext__":
            self.handler = outer
            after = self.block
            self.begin(landing)
            self.raise_runtime("frames.invalid_next", [frame, self.materialised(caught)], node)
            self.block = after
        self.move(frame, result)
        self.jump(done)
        self.begin(done)
        return frame

    def async_for(self, node: n.ForStmt) -> None:
        self.async_loop(node.expr, node.index, node, lambda: self.block_of(node.body), node.else_body)

    def async_loop(
        self,
        source: n.Expression,
        target: n.Expression,
        node: n.Node,
        body: Callable[[], None],
        else_body: n.Block | None,
        value: Value | None = None,
    ) -> None:
        iterable = self.expr(source) if value is None else value
        self.items_unknown = self.has_unknown_items(source)
        iterator = self.stable(self.invoke(iterable, "__aiter__", [], source, OBJECT))
        element = self.type_of(target) or OBJECT
        if isinstance(target, n.NameExpr) and isinstance(target.node, n.Var):
            element = self.translate(target.node.type)
        found: list[Value] = []

        def head(exhausted: ir.Block) -> None:
            caught = self.reg(Rep.REF, "stop")
            stopped = self.new_block("stopped")
            outer = self.handler
            self.handler = ir.Handler(stopped, caught)
            awaitable = self.invoke(iterator, "__anext__", [], node, OBJECT)
            found.append(self.await_value(awaitable, element, node, "" if self.library else "__anext__"))
            self.handler = outer
            after = self.block
            self.begin(stopped)
            exception = self.materialised(caught)
            other = self.new_block("raised")
            stop = ClassT(self.world.builtin("StopAsyncIteration"))
            self.branch(self.is_instance(exception, stop), exhausted, other)
            self.begin(other)
            self.propagate(exception)
            self.block = after

        self.loop_frame(head, lambda: None, lambda: found[-1], target, body, else_body)
