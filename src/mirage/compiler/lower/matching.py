"""`match`: patterns as tests and jumps (PEP 634).

A pattern is lowered against a value: where it cannot match, control goes to the block `fail`; where
it does, control goes on.  Names are bound when the whole pattern has matched, before the guard.
"""

from __future__ import annotations

from mypy import nodes as n
from mypy import patterns as p

from mirage.compiler.frontend.walk import walk
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand
from mirage.compiler.lower import types as t
from mirage.compiler.lower.builder import NONE_VALUE, Value
from mirage.compiler.lower.pattern_parts import PatternParts, match_arguments, place_of
from mirage.compiler.lower.types import Type
from mirage.compiler.lower.world import Refusal

Captures = dict[n.Var, tuple[n.NameExpr, Value]]

MATCH_SELF = {
    f"builtins.{name}"
    for name in ("bool", "bytearray", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str",
                 "tuple")
}  # fmt: skip


def may_only_equal(pattern: p.Pattern | None) -> bool:
    """`int() | 1`: mypy says int of what it matches, but 1.0 is equal to 1."""
    match pattern:
        case p.OrPattern():
            return any(isinstance(part, p.ValuePattern) or may_only_equal(part) for part in pattern.patterns)
        case p.AsPattern():
            return may_only_equal(pattern.pattern)
    return False


class Matching(PatternParts):
    def match_statement(self, node: n.MatchStmt) -> None:
        subject = self.stable(self.expr(node.subject))
        done = self.new_block("endmatch")
        ends: list[set[n.Var]] = []
        before = set(self.assigned)
        for pattern, guard, body in zip(node.patterns, node.guards, node.bodies, strict=True):
            following = self.new_block("nocase")
            self.assigned = set(before)
            captures: Captures = {}
            self.pattern(pattern, subject, following, captures)
            named = [part.pattern for part in walk(pattern) if isinstance(part, p.AsPattern)]
            with self.assigning(not self.library and any(map(may_only_equal, named))):
                self.bind_captures(captures)
            outer = set(self.equal_only)
            if may_only_equal(pattern) and isinstance(node.subject, n.NameExpr) and not self.library:
                self.equal_only.add(node.subject.node)
            self.case_body(guard, body, following)
            self.equal_only = outer
            if self.alive:
                ends.append(self.assigned)
                self.jump(done)
            if not self.targets(following):
                self.function.blocks.remove(following)
                self.block = None
                break
            self.begin(following)
        if self.alive:
            ends.append(before)
            self.jump(done)
        self.finish(done, ends)

    def bind_captures(self, captures: Captures) -> None:
        for name, value in captures.values():
            if self.alive:
                self.assign(name, value)

    def case_body(self, guard: n.Expression | None, body: n.Block, following: ir.Block) -> None:
        """The guard and the statements of a case whose pattern has matched."""
        if not self.alive:
            return
        if self.is_dead(guard, body):
            self.dead_body(guard, body, following)
            return
        if guard is not None:
            accepted = self.new_block("case")
            self.condition(guard, accepted, following)
            if not self.targets(accepted):
                self.function.blocks.remove(accepted)
                self.block = None
                return
            self.begin(accepted)
        self.block_of(body)

    def is_dead(self, guard: n.Expression | None, body: n.Block) -> bool:
        """mypy proved that no value gets here: it gave no types to the expressions."""
        names = [
            part
            for root in (guard, body)
            if root is not None
            for part in walk(root)
            if isinstance(part, n.NameExpr | n.CallExpr | n.IntExpr | n.StrExpr)
        ]
        return bool(names) and not any(part in self.world.expression_types for part in names)

    def dead_body(self, guard: n.Expression | None, body: n.Block, following: ir.Block) -> None:
        """Lower it all the same where that works without types; what mypy calls impossible may be a lie."""
        reported = len(self.world.errors)
        start = self.new_block("dead")
        self.jump(start)
        self.begin(start)
        count = len(self.function.blocks)
        try:
            if guard is not None:
                accepted = self.new_block("case")
                self.condition(guard, accepted, following)
                self.begin(accepted)
            self.block_of(body)
            failed = len(self.world.errors) > reported
        except Refusal:
            failed = True
        if failed:
            del self.world.errors[reported:]
            del self.function.blocks[count:]
            start.ops.clear()
            start.terminator = None
            self.begin(start)
            self.raise_runtime("errors.unreachable", [])

    # -- patterns -------------------------------------------------------------------------------

    def pattern(
        self, node: p.Pattern, value: Value, fail: ir.Block, captures: Captures, want: bool = False
    ) -> Value:
        """Test the value; gives it as the type it was found to have (for or-patterns only if `want`ed)."""
        saved_line, saved_node = self.line, self.node
        if node.line > 0:
            self.line = node.line
        self.node = node
        try:
            match node:
                case p.AsPattern():
                    return self.as_pattern(node, value, fail, captures)
                case p.OrPattern():
                    return self.or_pattern(node, value, fail, captures, want)
                case p.ValuePattern():
                    same = self.compare("==", value, self.expr(node.expr), node)
                    self.require(self.truth(same, node), fail)
                    return value
                case p.SingletonPattern():
                    return self.singleton_pattern(node, value, fail)
                case p.SequencePattern():
                    return self.sequence_pattern(node, value, fail, captures)
                case p.MappingPattern():
                    return self.mapping_pattern(node, value, fail, captures)
                case p.ClassPattern():
                    return self.class_pattern(node, value, fail, captures)
            raise self.unsupported(node, f"`{type(node).__name__}`")
        finally:
            self.line, self.node = saved_line, saved_node

    def as_pattern(self, node: p.AsPattern, value: Value, fail: ir.Block, captures: Captures) -> Value:
        if node.pattern is not None:
            value = self.pattern(node.pattern, value, fail, captures, want=True)
        if node.name is not None and self.alive:
            assert isinstance(node.name.node, n.Var)
            captures[node.name.node] = (node.name, self.stable(value))
        return value

    def or_pattern(
        self, node: p.OrPattern, value: Value, fail: ir.Block, captures: Captures, want: bool
    ) -> Value:
        """The alternatives in turn; each binds the same names, which meet in registers of a common type."""
        ends: list[tuple[ir.Block, Value, Captures]] = []
        for position, alternative in enumerate(node.patterns):
            last = position == len(node.patterns) - 1
            following = fail if last else self.new_block("or")
            mine: Captures = {}
            found = self.pattern(alternative, value, following, mine, want)
            if self.alive:
                assert self.block is not None
                ends.append((self.block, found, mine))
                self.block = None
            if last:
                break
            if not self.targets(following):
                self.function.blocks.remove(following)
                break
            self.begin(following)
        if not ends:
            return value
        done = self.new_block("either")
        held: dict[n.Var, tuple[n.NameExpr, ir.Reg, Type]] = {}
        for var, (name, _) in ends[0][2].items():
            type_ = self.joined([mine[var][1].type for _, _, mine in ends], None)
            held[var] = (name, self.reg(type_.rep, name.name), type_)
        narrowed = self.joined([found.type for _, found, _ in ends], None) if want else value.type
        result = self.reg(narrowed.rep, "either")
        for block, found, mine in ends:
            self.begin(block)
            for var, (_, register, type_) in held.items():
                self.move(register, self.coerce(mine[var][1], type_).operand)
            if want:
                self.move(result, self.coerce(found, narrowed).operand)
            self.jump(done)
        self.begin(done)
        for var, (name, register, type_) in held.items():
            captures[var] = (name, Value(register, type_))
        return Value(result, narrowed) if want else value

    def singleton_pattern(self, node: p.SingletonPattern, value: Value, fail: ir.Block) -> Value:
        if node.value is None:
            self.require(self.identical(value, NONE_VALUE), fail)
            return NONE_VALUE
        constant = Value(ir.BoolConst(bool(node.value)), t.BOOL)
        if isinstance(value.type, t.PrimT) and value.type not in (t.INT, t.BOOL):
            self.jump(fail)
            return value
        self.require(self.identical(value, constant), fail)
        return constant

    def sequence_pattern(
        self, node: p.SequencePattern, value: Value, fail: ir.Block, captures: Captures
    ) -> Value:
        place = place_of(node)
        star = next((i for i, item in enumerate(node.patterns) if isinstance(item, p.StarredPattern)), -1)
        needed = len(node.patterns) - (star >= 0)
        parts, test = self.sequence_types(value.type, needed, star >= 0)
        if not parts:
            self.jump(fail)
            return value
        if test:
            self.require(self.is_sequence(value, parts), fail)
        value = self.stable(self.seen_as(value, t.union(parts)))
        length: Operand | None = None
        if not isinstance(value.type, t.TupleT) and (star < 0 or needed > 0):
            length = self.coerce(self.invoke(value, "__len__", [], place, t.INT), t.INT, place).operand
            wanted = Value(ir.IntConst(needed), t.INT)
            op = "==" if star < 0 else ">="
            self.require(self.primitive_compare(op, Value(length, t.INT), wanted, place), fail)
        for item, part in zip(node.patterns, self.pattern_items(node, value, star, length), strict=True):
            if not self.alive:
                break
            if isinstance(item, p.StarredPattern):
                if item.capture is not None and part is not None:
                    assert isinstance(item.capture.node, n.Var)
                    captures[item.capture.node] = (item.capture, part)
            elif part is not None:
                self.pattern(item, part, fail, captures)
        return value

    def class_pattern(self, node: p.ClassPattern, value: Value, fail: ir.Block, captures: Captures) -> Value:
        info = self.pattern_class(node)
        self.require(self.test_instance(value, self.any_instance(info)), fail)
        if not self.alive:
            return value
        value = self.stable(self.seen_as(value, self.narrowed_type(value.type, info)))
        pairs: list[tuple[p.Pattern, Value]] = []
        names = match_arguments(info)
        if names is None and node.positionals:
            if not any(base.fullname in MATCH_SELF for base in info.mro) or "__match_args__" in info.names:
                raise Refusal(
                    node,
                    "match-args",
                    f"`{info.name}.__match_args__` is not a tuple of string literals",
                    "match the attributes by name",
                )
            pairs.append((node.positionals[0], value))
        else:
            for name, pattern in zip(names or [], node.positionals, strict=False):
                pairs.append((pattern, self.pattern_attribute(value, name, node, fail)))
        for name, pattern in zip(node.keyword_keys, node.keyword_values, strict=True):
            pairs.append((pattern, self.pattern_attribute(value, name, node, fail)))
        for inner, part in pairs:
            if not self.alive:
                break
            found = self.pattern(inner, part, fail, captures, want=part is value)
            if part is value:
                value = found
        return value

    def mapping_pattern(
        self, node: p.MappingPattern, value: Value, fail: ir.Block, captures: Captures
    ) -> Value:
        place = place_of(node)
        mapping = self.world.info("typing.Mapping")
        target = self.any_instance(mapping)
        if isinstance(value.type, t.PrimT | t.NoneT | t.TupleT | t.TypeT):
            self.jump(fail)
            return value
        inst = self.world.class_of(value.type)
        if inst is None or mapping not in inst.info.mro:
            self.require(self.is_instance(self.box(value), target), fail)
            value = self.seen_as(value, self.narrowed_type(value.type, mapping))
        value = self.stable(value)
        if node.keys:
            length = self.coerce(self.invoke(value, "__len__", [], place, t.INT), t.INT, place)
            wanted = Value(ir.IntConst(len(node.keys)), t.INT)
            self.require(self.primitive_compare(">=", length, wanted, place), fail)
        keys = [self.stable(self.expr(key)) for key in node.keys]
        self.refuse_equal_keys(node, keys, place)
        values = [self.mapping_item(value, key, node, fail) for key in keys]
        for pattern, found in zip(node.values, values, strict=True):
            if self.alive:
                self.pattern(pattern, found, fail, captures)
        if node.rest is not None and self.alive:
            assert isinstance(node.rest.node, n.Var)
            captures[node.rest.node] = (node.rest, self.mapping_rest(value, keys, node.rest, place))
        return value
