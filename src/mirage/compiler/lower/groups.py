"""`except*`: every clause takes its part of an exception group (PEP 654)."""

from __future__ import annotations

from mypy import nodes as n

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.matching import Matching
from mirage.compiler.lower.types import OBJECT


class Groups(Matching):
    def try_star(self, node: n.TryStmt) -> None:
        """The clauses run in turn, each on what the ones before left; what they raise is put together."""
        outer = self.handler
        caught = self.reg(Rep.REF, "caught")
        landing, done = self.new_block("exceptstar"), self.new_block("endtry")
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
        original = self.materialised(caught)
        rest = self.reg(Rep.REF, "rest")
        self.move(rest, original)
        pending = self.stable(self.new_list(self.list_inst(self.base_exception), [], node))
        for types, var, body in zip(node.types, node.vars, node.handlers, strict=True):
            assert types is not None
            self.assigned = set(before)
            self.star_clause(types, var, body, rest, pending, original)
        self.assigned = set(before)
        left, ready = self.new_block("left"), self.new_block("ready")
        self.branch(self.prim(Rep.BOOL, "is", rest, ir.NoneConst()), ready, left)
        self.begin(left)
        self.push_exception(pending, rest)
        self.jump(ready)
        self.begin(ready)
        result = self.call(self.runtime("groups.to_raise"), [original, pending.operand])
        again, ended = self.new_block("again"), self.new_block("handled")
        self.branch(self.prim(Rep.BOOL, "is", result, ir.NoneConst()), ended, again)
        self.begin(again)
        self.propagate(result)
        self.begin(ended)
        ends.append(set(before))
        self.jump(done)
        self.finish(done, ends)

    def push_exception(self, pending: Value, exception: Operand) -> None:
        inst = self.list_inst(self.base_exception)
        self.list_push(pending, inst, Value(exception, self.base_exception), None)

    def star_clause(
        self,
        types: n.Expression,
        var: n.Expression | None,
        body: n.Block,
        rest: ir.Reg,
        pending: Value,
        original: ir.Reg,
    ) -> None:
        """Take what the clause matches out of `rest` and run the body on it."""
        following, some = self.new_block("nextclause"), self.new_block("some")
        self.branch(self.prim(Rep.BOOL, "is", rest, ir.NoneConst()), following, some)
        self.begin(some)
        found: list[Value] = []

        def split() -> None:
            classes = self.box(self.class_values(types))
            pair = self.call(self.runtime("groups.match_clause"), [rest, classes], types)
            optional = t.UnionT((self.base_exception, t.NONE))
            parts = Value(pair, t.TupleT((optional, optional)))
            found.extend(self.tuple_item(parts, i) for i in (0, 1))

        self.with_current(original, split)
        match = self.reg(Rep.REF, "match")
        self.move(match, found[0].operand)
        self.move(rest, found[1].operand)
        run = self.new_block("clause")
        self.branch(self.prim(Rep.BOOL, "is", match, ir.NoneConst()), following, run)
        self.begin(run)
        outer = self.handler
        failed = self.reg(Rep.REF, "failed")
        landing = self.new_block("clausefailed")
        self.handler = ir.Handler(landing, failed)
        self.with_current(match, lambda: self.handle(match, var, body, types))
        self.handler = outer
        if self.alive:
            self.jump(following)
        self.begin(landing)
        if isinstance(var, n.NameExpr) and isinstance(var.node, n.Var):
            self.unbind(var.node)
        self.push_exception(pending, self.materialised(failed))
        self.jump(following)
        self.begin(following)

    def class_values(self, types: n.Expression) -> Value:
        """The class, or the tuple of classes, that a clause names."""
        if isinstance(types, n.TupleExpr) and not any(isinstance(i, n.StarExpr) for i in types.items):
            return self.make_tuple([self.class_values(item) for item in types.items])
        info = self.alias_info(types.node) if isinstance(types, n.RefExpr) else None
        if info is not None:
            inst = self.world.class_inst(info, ())
            self.world.instantiate(self.world.builtin("type"))
            return Value(ir.TypeObject(inst.layout), t.TypeT(inst.this))
        return Value(self.box(self.expr(types)), OBJECT)
