"""Loops over iterables, unpacking, comprehensions."""

from __future__ import annotations

from collections.abc import Callable

from mypy import nodes as n

from mirage.compiler.frontend.holding import mentions_anything
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.arguments import Arg
from mirage.compiler.lower.builder import Loop, Value
from mirage.compiler.lower.calls import Calls
from mirage.compiler.lower.classes import ClassInst
from mirage.compiler.lower.metaclasses import as_object
from mirage.compiler.lower.types import OBJECT, ClassT, Type


class Iteration(Calls):
    # -- for ------------------------------------------------------------------------------------

    def for_statement(self, node: n.ForStmt) -> None:
        self.loop_over(node.expr, node.index, node, lambda: self.block_of(node.body), node.else_body)

    def loop_over(
        self,
        source: n.Expression,
        target: n.Expression,
        node: n.Node,
        body: Callable[[], None],
        else_body: n.Block | None = None,
        value: Value | None = None,
        place: n.Node | None = None,
    ) -> None:
        expecting, self.expecting = self.expecting, None
        self.items_unknown = False
        if value is None and isinstance(source, n.CallExpr) and self.is_range(source):
            self.range_loop(source, target, body, else_body, expecting)
            return
        iterable = self.expr(source) if value is None else value
        self.items_unknown = self.has_unknown_items(source)
        if isinstance(iterable.type, ClassT) and iterable.type.inst.info.fullname == "builtins.list":
            if not self.args_unknown(iterable.type) and not self.has_subclasses(iterable.type):
                self.list_loop(iterable, target, source, body, else_body, expecting)
                return
        if isinstance(iterable.type, ClassT) and iterable.type.inst.info.fullname == "builtins.range":
            self.range_object_loop(iterable, iterable.type.inst.layout, target, source, body, else_body)
            return
        if isinstance(iterable.type, t.TupleT) or (
            isinstance(iterable.type, ClassT) and iterable.type.inst.info.fullname == "builtins.tuple"
        ):
            self.tuple_loop(iterable, target, source, body, else_body)
            return
        iterator = self.iterator_of(iterable, source)
        self.iterator_loop(iterator, target, source, body, else_body, place)

    def has_unknown_items(self, source: n.Expression) -> bool:
        """mypy says Any of what is iterated over, or of a part of it."""
        if self.library:
            return False
        found = self.world.expression_types.get(source)
        return found is not None and (mentions_anything(found) or self.mentions_undecided(source))

    def has_subclasses(self, type_: ClassT) -> bool:
        return not type_.exact and any(
            "__iter__" in info.names for info in self.world.subclasses.get(type_.inst.info, [])
        )

    def is_range(self, node: n.CallExpr) -> bool:
        return (
            isinstance(node.callee, n.RefExpr)
            and node.callee.fullname == "builtins.range"
            and 1 <= len(node.args) <= 3
            and all(kind is n.ARG_POS for kind in node.arg_kinds)
        )

    def iterator_of(self, value: Value, node: n.Expression) -> Value:
        value = as_object(self.world, value) or value
        type_ = value.type
        if isinstance(type_, t.TypeT) and isinstance(type_.item, ClassT) and type_.item.inst.info.is_enum:
            value = self.enum_list(type_.item.inst.info, node, value)
            type_ = value.type
        if isinstance(type_, ClassT) and type_.inst.info.fullname in ("builtins.generator",):
            return value
        inst = self.world.class_of(type_)
        if inst is not None and inst.member("__iter__") is None and inst.member("__getitem__") is not None:
            made = self.call(self.world_function("builtins._iterate_by_index"), [self.box(value)], node)
            found = self.world.class_inst(self.world.info("typing.Iterator"), (OBJECT,))
            return Value(made, ClassT(found))
        element = self.element_type(type_)
        expected = ClassT(self.world.class_inst(self.world.info("typing.Iterator"), (element,)))
        iterator = self.invoke(value, "__iter__", [], node, expected)
        if inst is not None and self.world.is_user(inst.info.module_name):
            self.check_iterator(iterator)
        return iterator

    def loop_frame(
        self,
        head: Callable[[ir.Block], None],
        advance: Callable[[], None],
        item: Callable[[], Value],
        target: n.Expression,
        body: Callable[[], None],
        else_body: n.Block | None,
    ) -> None:
        """The common shape:  head (leaves to `exhausted`) → item → body → advance → head."""
        unknown, self.items_unknown = self.items_unknown, False
        top, step, done = self.new_block("for"), self.new_block("step"), self.new_block("endfor")
        exhausted = self.new_block("exhausted")
        before = set(self.assigned)
        self.jump(top)
        self.begin(top)
        head(exhausted)
        with self.assigning(unknown):
            self.assign(target, item())
        self.loops.append(Loop(done, step, len(self.exits)))
        body()
        self.loops.pop()
        if self.alive:
            self.jump(step)
        self.begin(step)
        advance()
        self.jump(top)
        self.assigned = set(before)
        self.begin(exhausted)
        if else_body is not None:
            self.block_of(else_body)
            if self.alive:
                self.jump(done)
            self.assigned = set(before)
        else:
            self.jump(done)
        if self.targets(done):
            self.begin(done)
        else:
            self.function.blocks.remove(done)
            self.block = None

    def range_loop(
        self,
        source: n.CallExpr,
        target: n.Expression,
        body: Callable[[], None],
        else_body: n.Block | None,
        expecting: tuple[Value, ClassInst] | None = None,
    ) -> None:
        """`for i in range(...)`: raw counters while the bounds are small ints, else a range object."""
        values = [self.coerce(self.index_value(self.expr(a), a), t.INT, a) for a in source.args]
        if len(values) == 1:
            values.insert(0, Value(ir.IntConst(0), t.INT))
        if len(values) == 2:
            values.append(Value(ir.IntConst(1), t.INT))
        step = values[2].operand
        if not isinstance(step, ir.IntConst):
            self.stepping_loop([value.operand for value in values], source, target, body, else_body)
            return
        if step.value == 0 or abs(step.value) > 2**31:
            made = self.invoke_class(
                self.world.class_inst(self.world.info("builtins.range"), ()), values, source
            )
            self.iterator_loop(self.iterator_of(made, source), target, source, body, else_body)
            return
        start, stop = values[0].operand, values[1].operand
        if any(isinstance(x, ir.IntConst) and abs(x.value) >= 2**61 for x in (start, stop)):
            made = self.invoke_class(
                self.world.class_inst(self.world.info("builtins.range"), ()), values, source
            )
            self.iterator_loop(self.iterator_of(made, source), target, source, body, else_body)
            return
        counter = self.reg(Rep.I64, "i")
        limit = self.reg(Rep.I64, "stop")
        base = self.range_start(counter, limit, start, stop, source)
        if step.value == 1:
            self.expect(expecting, self.prim(Rep.I64, "sub", limit, counter))

        def head(exhausted: ir.Block) -> None:
            inside = self.new_block("body")
            assert isinstance(step, ir.IntConst)
            test = self.prim(Rep.BOOL, "lt" if step.value > 0 else "gt", counter, limit)
            self.branch(test, inside, exhausted, likely=True)
            self.begin(inside)

        def advance() -> None:
            assert isinstance(step, ir.IntConst)
            self.move(counter, self.prim(Rep.I64, "add", counter, ir.RawConst(step.value, Rep.I64)))

        def item() -> Value:
            tagged = self.prim(Rep.INT, "tag", counter)
            if base is None:
                return Value(tagged, t.INT)
            result = self.reg(Rep.INT, "i")
            self.move(result, tagged)
            far, near = self.new_block("far"), self.new_block("near")
            self.branch(self.prim(Rep.BOOL, "is_undefined", base), near, far, likely=True)
            self.begin(far)
            self.move(result, self.call(self.runtime("bigint.int_add"), [base, tagged], source))
            self.jump(near)
            self.begin(near)
            return Value(result, t.INT)

        self.loop_frame(head, advance, item, target, body, else_body)

    def range_object_loop(
        self,
        iterable: Value,
        layout: ir.Class,
        target: n.Expression,
        source: n.Expression,
        body: Callable[[], None],
        else_body: n.Block | None,
    ) -> None:
        """A range object never changes: its numbers are read once."""
        bounds: list[Operand] = [
            self.get_field(iterable.operand, layout, name, Rep.INT) for name in ("_start", "_stop", "_step")
        ]
        self.stepping_loop(bounds, source, target, body, else_body)

    def stepping_loop(
        self,
        bounds: list[Operand],
        source: n.Expression,
        target: n.Expression,
        body: Callable[[], None],
        else_body: n.Block | None,
    ) -> None:
        """A range whose step is not known: how often it runs is counted beforehand.

        When a number is not small, or the step is odd (0 raises), items are start + counter * step in ints.
        """
        start, stop, step = bounds
        counter, left, stride = (self.reg(Rep.I64, name) for name in ("i", "left", "stride"))
        base = self.reg(Rep.INT, "start")
        self.move(base, ir.Undefined(Rep.INT))
        small, usual, odd, done = (self.new_block(name) for name in ("small", "usual", "odd", "range"))
        near = self.prim(Rep.BOOL, "is_small", step)
        for bound in (start, stop):
            if not isinstance(bound, ir.IntConst) or abs(bound.value) >= 2**61:
                near = self.prim(Rep.BOOL, "and", near, self.prim(Rep.BOOL, "is_small", bound))
        self.branch(near, small, odd, likely=True)
        self.begin(small)
        raw_start, raw_stop, raw_step = self.raw(start), self.raw(stop), self.raw(step)
        self.move(counter, raw_start)
        self.move(stride, raw_step)
        count = self.call(self.runtime("ranges.count_word"), [raw_start, raw_stop, raw_step], source)
        self.move(left, count)
        self.branch(self.prim(Rep.BOOL, "ge", left, ir.RawConst(0, Rep.I64)), usual, odd, likely=True)
        self.begin(usual)
        self.jump(done)
        self.begin(odd)
        self.move(base, start)
        self.move(counter, ir.RawConst(0, Rep.I64))
        self.move(stride, ir.RawConst(1, Rep.I64))
        length = self.call(self.runtime("ranges.range_length"), [start, stop, step], source)
        self.move(left, self.range_limit(length, source))
        self.jump(done)
        self.begin(done)

        def head(exhausted: ir.Block) -> None:
            inside = self.new_block("body")
            self.branch(
                self.prim(Rep.BOOL, "gt", left, ir.RawConst(0, Rep.I64)), inside, exhausted, likely=True
            )
            self.begin(inside)

        def advance() -> None:
            self.move(counter, self.prim(Rep.I64, "add", counter, stride))
            self.move(left, self.prim(Rep.I64, "sub", left, ir.RawConst(1, Rep.I64)))

        def item() -> Value:
            result = self.reg(Rep.INT, "i")
            self.move(result, self.prim(Rep.INT, "tag", counter))
            far, near = self.new_block("far"), self.new_block("near")
            self.branch(self.prim(Rep.BOOL, "is_undefined", base), near, far, likely=True)
            self.begin(far)
            offset = self.call(self.runtime("bigint.int_mul"), [result, step], source)
            self.move(result, self.call(self.runtime("bigint.int_add"), [base, offset], source))
            self.jump(near)
            self.begin(near)
            return Value(result, t.INT)

        self.loop_frame(head, advance, item, target, body, else_body)

    def range_start(
        self, counter: ir.Reg, limit: ir.Reg, start: Operand, stop: Operand, node: n.Node
    ) -> ir.Reg | None:
        """Set the counters of a range loop.

        No loop runs 2**62 times: from a constant, a stop beyond that is brought near.  Other loops with a
        bound beyond it count from 0; the register given back holds their start, unset for the usual ones.
        """
        if isinstance(start, ir.IntConst):
            self.move(counter, self.raw(start))
            self.move(limit, self.range_limit(stop, node))
            return None
        base = self.reg(Rep.INT, "start")
        self.move(base, ir.Undefined(Rep.INT))
        small, big, done = self.new_block("small"), self.new_block("big"), self.new_block("range")
        near = self.prim(Rep.BOOL, "is_small", start)
        if not isinstance(stop, ir.IntConst):
            near = self.prim(Rep.BOOL, "and", near, self.prim(Rep.BOOL, "is_small", stop))
        self.branch(near, small, big, likely=True)
        self.begin(small)
        self.move(counter, self.raw(start))
        self.move(limit, self.raw(stop))
        self.jump(done)
        self.begin(big)
        self.move(base, start)
        self.move(counter, ir.RawConst(0, Rep.I64))
        distance = self.call(self.runtime("bigint.int_sub"), [stop, start], node)
        self.move(limit, self.range_limit(distance, node))
        self.jump(done)
        self.begin(done)
        return base

    def range_limit(self, stop: Operand, node: n.Node) -> Operand:
        """The bound as a word."""
        if isinstance(stop, ir.IntConst):
            return self.raw(stop)
        limit = self.reg(Rep.I64, "stop")
        small, big, done = self.new_block("small"), self.new_block("big"), self.new_block("limit")
        self.branch(self.prim(Rep.BOOL, "is_small", stop), small, big, likely=True)
        self.begin(small)
        self.move(limit, self.raw(stop))
        self.jump(done)
        self.begin(big)
        self.move(limit, self.call(self.runtime("ranges.nearest_word"), [stop], node))
        self.jump(done)
        self.begin(done)
        return limit

    def index_value(self, value: Value, node: n.Expression) -> Value:
        """`__index__`."""
        if isinstance(value.type, t.PrimT):
            return value
        return self.invoke(value, "__index__", [], node, t.INT)

    def raw(self, operand: Operand) -> Operand:
        if isinstance(operand, ir.IntConst):
            return ir.RawConst(operand.value, Rep.I64)
        return self.prim(Rep.I64, "untag", operand)

    def list_loop(
        self,
        iterable: Value,
        target: n.Expression,
        node: n.Node,
        body: Callable[[], None],
        else_body: n.Block | None,
        expecting: tuple[Value, ClassInst] | None = None,
    ) -> None:
        """By index, looking at the length every time, as CPython's list iterator does."""
        assert isinstance(iterable.type, ClassT)
        inst = iterable.type.inst
        element = inst.args[0]
        items = self.reg(Rep.REF, "list")
        self.move(items, iterable.operand)
        position = self.reg(Rep.I64, "i")
        self.move(position, ir.RawConst(0, Rep.I64))
        array = self.world.class_inst(self.world.info("mirage.lowlevel.Array"), inst.shape.args)
        assert array.layout.tail is not None
        rep = array.layout.tail
        if expecting is not None:
            self.expect(expecting, self.get_field(items, inst.layout, "_count", Rep.I64))

        def head(exhausted: ir.Block) -> None:
            inside = self.new_block("body")
            count = self.get_field(items, inst.layout, "_count", Rep.I64)
            self.branch(self.prim(Rep.BOOL, "lt", position, count), inside, exhausted, likely=True)
            self.begin(inside)

        def item() -> Value:
            storage = self.get_field(items, inst.layout, "_items", Rep.REF)
            dst = self.reg(rep, "item")
            self.emit(ir.GetTail(dst, storage, array.layout, position))
            return self.reinterpret(Value(dst, OBJECT if rep is Rep.REF else element), element, node)

        def advance() -> None:
            self.move(position, self.prim(Rep.I64, "add", position, ir.RawConst(1, Rep.I64)))

        self.loop_frame(head, advance, item, target, body, else_body)

    def tuple_loop(
        self,
        iterable: Value,
        target: n.Expression,
        node: n.Node,
        body: Callable[[], None],
        else_body: n.Block | None,
    ) -> None:
        items = self.reg(Rep.REF, "tuple")
        self.move(items, iterable.operand)
        element = self.element_type(iterable.type)
        position = self.reg(Rep.I64, "i")
        self.move(position, ir.RawConst(0, Rep.I64))
        layout = self.world.builtin("tuple", OBJECT).layout

        def head(exhausted: ir.Block) -> None:
            inside = self.new_block("body")
            count = self.reg(Rep.I64)
            self.emit(ir.TailCount(count, items))
            self.branch(self.prim(Rep.BOOL, "lt", position, count), inside, exhausted, likely=True)
            self.begin(inside)

        def item() -> Value:
            dst = self.reg(Rep.REF, "item")
            self.emit(ir.GetTail(dst, items, layout, position))
            if isinstance(element, t.NeverT):
                return Value(dst, OBJECT)
            return self.reinterpret(Value(dst, OBJECT), element, node)

        def advance() -> None:
            self.move(position, self.prim(Rep.I64, "add", position, ir.RawConst(1, Rep.I64)))

        self.loop_frame(head, advance, item, target, body, else_body)

    def iterator_loop(
        self,
        iterator: Value,
        target: n.Expression,
        node: n.Node,
        body: Callable[[], None],
        else_body: n.Block | None,
        place: n.Node | None = None,
    ) -> None:
        """`place` is where tracebacks through the loop's `next` are: without it the line, and no carets."""
        held = self.stable(iterator)
        element = self.next_type(held.type)
        found: list[Value] = []
        if place is None:
            place = n.EllipsisExpr()
            place.set_line(node.line, -1)

        def head(exhausted: ir.Block) -> None:
            found.append(self.next_or_leave(held, element, place, exhausted))

        self.loop_frame(head, lambda: None, lambda: found[-1], target, body, else_body)

    def next_type(self, iterator: Type) -> Type:
        inst = self.world.class_of(iterator)
        if inst is None:
            return OBJECT
        if inst.info.fullname == "builtins.generator":
            return inst.args[0]
        base = self.world.info("typing.Iterator")
        if base in inst.info.mro:
            based = inst.base(base)
            if based is not None:
                return based.args[0]
        return self.structural_args(base, inst)[0]

    def next_or_leave(self, iterator: Value, element: Type, node: n.Node, exhausted: ir.Block) -> Value:
        """`next(iterator)`; StopIteration leads to the block, any other exception on its way."""
        caught = self.reg(Rep.REF, "stop")
        handler_block = self.new_block("stopped")
        outer = self.handler
        self.handler = ir.Handler(handler_block, caught)
        frame = isinstance(iterator.type, ClassT) and iterator.type.inst.info.fullname == "builtins.generator"
        exact = frame  # whatever is typed as a generator is a frame, in a loop
        value = self.invoke(iterator, "_next" if exact else "__next__", [], node, element)
        if exact and not isinstance(element, t.NeverT):
            value = self.reinterpret(Value(value.operand, OBJECT), element, node)
        if value.type != element and self.alive:
            value = self.reinterpret_item(value, element, node)
        self.handler = outer
        after = self.block
        self.begin(handler_block)
        self.leave_on_stop(caught, exhausted)
        self.block = after
        return value

    def reinterpret_item(self, value: Value, element: Type, node: n.Node) -> Value:
        if isinstance(element, t.NeverT) or self.world.is_subtype(value.type, element):
            return value
        return self.coerce(value, element, node)

    def leave_on_stop(self, caught: ir.Reg, exhausted: ir.Block) -> None:
        """In a handler: StopIteration jumps to the block, everything else is raised again."""
        other, real = self.new_block("raised"), self.new_block("object")
        self.branch(self.prim(Rep.BOOL, "is", caught, ir.StopSentinel()), exhausted, real, likely=True)
        self.begin(real)
        stop = ClassT(self.world.builtin("StopIteration"))
        self.branch(self.is_instance(caught, stop), exhausted, other)
        self.begin(other)
        self.propagate(caught)

    def propagate(self, exception: Operand) -> None:
        """Raise an exception again that has its traceback already."""
        if self.handler is None:
            self.terminate(ir.Raise(exception))
        else:
            self.move(self.handler.exception, exception)
            self.jump(self.handler.block)

    # -- unpacking ------------------------------------------------------------------------------

    def unpack_exact(self, value: Value, count: int, node: n.Node | None, call: bool = False) -> list[Value]:
        """Exactly `count` items, with CPython's errors otherwise."""
        type_ = value.type
        if isinstance(type_, t.TupleT) and len(type_.items) == count:
            return [self.tuple_item(value, i) for i in range(count)]
        if isinstance(type_, ClassT) and type_.inst.info.is_named_tuple:
            types = self.named_tuple_types(type_.inst)
            if len(types) == count:
                return [self.named_tuple_item(value, type_.inst, i) for i in range(count)]
        element = self.element_type(type_)
        where = node if node is not None else n.EllipsisExpr()
        self.check_unpackable(value, node)
        if (
            isinstance(type_, ClassT)
            and type_.inst.info.fullname == "builtins.list"
            and not self.args_unknown(type_)
            and not self.has_subclasses(type_)
        ):
            items = value
        else:
            items = self.new_list(self.list_inst(element), [], node)
            self.invoke(items, "extend", [value], node, t.NONE)
        length = self.coerce(self.invoke(items, "__len__", [], node, t.INT), t.INT, node)
        fewer, more, exact = self.new_block("fewer"), self.new_block("more"), self.new_block("exact")
        unequal = self.new_block("unequal")
        wanted = Value(ir.IntConst(count), t.INT)
        self.branch(self.primitive_compare("==", length, wanted, where), exact, unequal, likely=True)
        self.begin(unequal)
        self.branch(self.primitive_compare("<", length, wanted, where), fewer, more)
        self.begin(fewer)
        self.raise_runtime("errors.unpack_too_few", [ir.IntConst(count), length.operand], node)
        self.begin(more)
        self.raise_runtime("errors.unpack_too_many", [ir.IntConst(count)], node)
        self.begin(exact)
        found = []
        for index in range(count):
            item = self.invoke(items, "__getitem__", [Value(ir.IntConst(index), t.INT)], node, element)
            found.append(self.stable(item))
        return found

    def check_unpackable(self, value: Value, node: n.Node | None) -> None:
        """TypeError when a value of any class is nothing to iterate over."""
        if isinstance(value.type, t.ObjectT | t.UnionT | t.NoneT):
            self.call(self.runtime("dynamic.check_unpackable"), [self.box(value)], node)

    def iterate_contains(self, item: Value, container: Value, node: n.Node) -> Value:
        """`x in iterable` for what only iterates."""
        result = self.reg(Rep.BOOL)
        self.move(result, ir.BoolConst(False))
        done, top = self.new_block("end"), self.new_block("search")
        iterator = self.stable(self.iterator_of(container, _expression(node)))
        self.jump(top)
        self.begin(top)
        candidate = self.next_or_leave(iterator, self.next_type(iterator.type), node, done)
        hit = self.new_block("hit")
        self.branch(self.truth(self.equal_or_same(item, candidate, node), node), hit, top)
        self.begin(hit)
        self.move(result, ir.BoolConst(True))
        self.jump(done)
        self.begin(done)
        return Value(result, t.BOOL)

    # -- comprehensions -------------------------------------------------------------------------

    def list_comprehension(self, node: n.ListComprehension) -> Value:
        wanted = self.type_of(node)
        item = wanted.inst.args[0] if isinstance(wanted, ClassT) and wanted.inst.args else OBJECT
        return self.list_of(node.generator, item, "<listcomp>", node)

    def list_of(self, generator: n.GeneratorExpr, item: Type, name: str, whole: n.Expression) -> Value:
        """A list of the comprehension's elements; its frame has this name."""
        inst = self.list_inst(item)
        result = self.stable(self.new_list(inst, [], whole))

        def add() -> None:
            self.list_push(result, inst, self.expr(generator.left_expr), generator.left_expr)

        one_each = len(generator.sequences) == 1 and not any([*generator.condlists, *generator.is_async])
        expecting = (result, inst) if one_each and not self.library else None
        self.comprehension(generator, name, add, whole, expecting)
        return Value(result.operand, ClassT(inst, exact=True))

    def expect(self, expecting: tuple[Value, ClassInst] | None, count: Operand) -> None:
        """Make room in a list, which is being made, for so many items (I64)."""
        if expecting is None:
            return
        result, inst = expecting
        room = inst.member("_expect")
        assert room is not None
        self.call_member(result, room, [Arg(Value(count, t.I64))], None, t.NONE)

    def set_comprehension(self, node: n.SetComprehension) -> Value:
        wanted = self.type_of(node)
        item = wanted.inst.args[0] if isinstance(wanted, ClassT) and wanted.inst.args else OBJECT
        result = self.stable(self.invoke_class(self.world.builtin("set", item), [], node))

        def add() -> None:
            value = self.convert_for(self.expr(node.generator.left_expr), item, node)
            self.invoke(result, "add", [value], node, t.NONE)

        self.comprehension(node.generator, "<setcomp>", add, node)
        return result

    def dict_comprehension(self, node: n.DictionaryComprehension) -> Value:
        wanted = self.type_of(node)
        key: Type = OBJECT
        item: Type = OBJECT
        if isinstance(wanted, ClassT) and len(wanted.inst.args) == 2:
            key, item = wanted.inst.args
        result, made = self.new_dict(key, item, node)
        made = self.stable(made)

        def add() -> None:
            assert node.key is not None
            k = self.convert_for(self.expr(node.key), key, node)
            v = self.convert_for(self.expr(node.value), item, node)
            self.invoke(made, "__setitem__", [k, v], node, t.NONE)

        self.comprehension(node, "<dictcomp>", add, node)
        return Value(made.operand, result.type)

    def comprehension(
        self,
        node: n.GeneratorExpr | n.DictionaryComprehension,
        name: str,
        add: Callable[[], None],
        whole: n.Expression,
        expecting: tuple[Value, ClassInst] | None = None,
    ) -> None:
        """The loops of a comprehension; its own frame shows in tracebacks, as on 3.11."""
        first = self.expr(node.sequences[0]) if not self.direct_range(node) else None
        outer_handler, outer_loops = self.handler, self.loops
        caught = self.reg(Rep.REF, "error")
        escape = self.new_block("escape")
        is_generator = name == "<genexpr>"
        frames = not self.library
        site = self.site(whole)
        if frames:
            self.frame_names.append(name)
            self.frame_sites.append(site)
        if frames or is_generator:
            self.handler = ir.Handler(escape, caught)
        self.loops = []
        before = set(self.assigned)
        self.expecting = expecting
        self.comprehension_loops(node, 0, first, add, None if is_generator else whole)
        self.assigned = before
        self.loops = outer_loops
        self.handler = outer_handler
        if frames:
            self.frame_names.pop()
            self.frame_sites.pop()
        if not frames and not is_generator:
            self.function.blocks.remove(escape)
            return
        after = self.block
        self.begin(escape)
        error: Operand = caught
        if is_generator:  # a StopIteration does not leave a generator's body as it is
            error = self.call(self.runtime("errors.generator_stop"), [caught, ir.RawConst(0, Rep.I64)])
        if site is not None:
            self.emit(ir.AddTraceback(error, site))
        self.propagate(error)
        self.block = after

    def direct_range(self, node: n.GeneratorExpr | n.DictionaryComprehension) -> bool:
        source = node.sequences[0]
        return isinstance(source, n.CallExpr) and self.is_range(source) and not node.is_async[0]

    def comprehension_loops(
        self,
        node: n.GeneratorExpr | n.DictionaryComprehension,
        depth: int,
        first: Value | None,
        add: Callable[[], None],
        whole: n.Expression | None = None,
    ) -> None:
        if depth == len(node.sequences):
            add()
            return

        def body() -> None:
            for condition in node.condlists[depth]:
                keep, skip = self.new_block("if"), self.new_block("skip")
                self.condition(condition, keep, skip, whole or node)
                self.begin(skip)
                self.jump(self.loops[-1].on_continue)
                self.begin(keep)
            self.comprehension_loops(node, depth + 1, None, add, whole)

        if node.is_async[depth]:
            self.async_loop(node.sequences[depth], node.indices[depth], node, body, None, first)
            return
        self.loop_over(node.sequences[depth], node.indices[depth], node, body, None, first, whole or node)


def _expression(node: n.Node) -> n.Expression:
    return node if isinstance(node, n.Expression) else n.EllipsisExpr()
