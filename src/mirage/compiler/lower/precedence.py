"""`a < b` where b's class derives from a's: CPython asks b first (`b > a`), and so does compiled code.

Which classes the objects are of shows when the program runs.  Where a class and one that derives from it
may meet, and somebody has written the method that b would be asked by, the classes are tested:

    a is a Base and nothing below it, b is a Base and something below it:   b.__gt__(a), then a.__lt__(b)

Comparisons ask b first whoever has written its method; other operators only where b's class finds another
`__radd__` than a's does (Objects/typeobject.c: method_is_overloaded).  What `@dataclass` writes knows its own
class only: whom it asks first makes no difference.
"""

from __future__ import annotations

from collections.abc import Callable

from mypy import nodes as n

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.classes import function_of
from mirage.compiler.lower.invocation import Invocation
from mirage.compiler.lower.types import ClassT, Type
from mirage.compiler.lower.world import World

COMPARED = frozenset(f"__{name}__" for name in ("eq", "ne", "lt", "le", "gt", "ge"))

CONTAINERS = frozenset(
    f"builtins.{name}" for name in ("list", "dict", "set", "frozenset", "tuple", "str", "bytes", "bytearray")
)

Pair = tuple[n.TypeInfo, n.TypeInfo]
"""The class that a is exactly of; the one, above or below it, whose method b has."""


def meeting(world: World, method: str) -> list[Pair]:
    """The classes of which an object on the left goes second to some object on the right."""
    key = ("meeting", method)
    if key not in world.memo:
        found: dict[Pair, None] = {}
        for left, below in world.subclasses.items():
            mine = world.is_user(left.module_name) or left.fullname in CONTAINERS and method in COMPARED
            if not mine or left.is_protocol or left.is_enum:
                continue
            for right in below:
                owner = _writer(world, right, method)
                if owner is not None and (method in COMPARED or owner not in left.mro):
                    found[left, owner] = None
        world.memo[key] = list(found)
    pairs = world.memo[key]
    assert isinstance(pairs, list)
    return pairs


def _writer(world: World, info: n.TypeInfo, method: str) -> n.TypeInfo | None:
    """The class of the application that has written the method which the class finds."""
    from mirage.compiler.lower.synthetic import has_total_ordering, is_generated

    owner = info.get_containing_type_info(method)
    if owner is None or not world.is_user(owner.module_name):
        return None
    node = owner.names[method].node
    item = function_of(node) if node is not None else None
    if item is None:
        return None
    return owner if not is_generated(item) or method != "__eq__" and has_total_ordering(owner) else None


class Precedence(Invocation):
    def pairs(self, method: str, left: Type, right: Type) -> list[Pair]:
        """Of `meeting`, those that operands of these types may be."""
        found = meeting(self.world, method)
        return [pair for pair in found if self._may_be(left, pair[0], True) and self._may_be(right, pair[0])]

    def may_be_alike(self, left: Type, right: Type) -> bool:
        """Both may be of one class of the application."""
        if not isinstance(left, ClassT) or not self.world.is_user(left.inst.info.module_name):
            return False
        info = left.inst.info
        return any(self._may_be(right, one, True) for one in (info, *self.world.subclasses.get(info, [])))

    def _may_be(self, type_: Type, info: n.TypeInfo, exactly: bool = False) -> bool:
        """An object of the type may be of the class (or of one below it)."""
        if isinstance(type_, t.UnionT):
            return any(self._may_be(item, info, exactly) for item in type_.items)
        if isinstance(type_, t.ObjectT):
            return True
        if not isinstance(type_, ClassT):
            return False
        mine = type_.inst.info
        if type_.exact:
            return mine is info if exactly else mine is not info and info in mine.mro
        if mine in info.mro or mine.is_protocol:
            return True
        return not exactly and any(mine in below.mro for below in self.world.subclasses.get(info, []))

    def right_first(
        self,
        method: str,
        left: Value,
        right: Value,
        expected: Type,
        node: n.Node,
        swapped: Callable[[Value], Value],
        otherwise: Callable[[], Value],
    ) -> Value:
        """What `otherwise` gives, or `swapped(right)` where the right operand goes first."""
        pairs = self.pairs(method, left.type, right.type)
        if not pairs:
            return otherwise()
        expected = t.widened(expected) if not self.library and self.world.flows.mixed else expected
        result = self.reg(expected.rep, "answer")
        done = self.new_block("answered")
        for pair in pairs:
            yes, no = self.new_block("right_first"), self.new_block("in_turn")
            self.branch_second(left, right, pair, yes, no)
            self.begin(yes)
            self._answer(swapped(Value(self.box(right), self._view(pair[1]))), result, expected, node, done)
            self.begin(no)
        self._answer(otherwise(), result, expected, node, done)
        self.begin(done)
        return Value(result, expected)

    def _answer(self, value: Value, result: ir.Reg, expected: Type, node: n.Node, done: ir.Block) -> None:
        if self.alive:
            self.move(result, self.coerce(value, expected, node).operand)
            self.jump(done)

    def _view(self, info: n.TypeInfo) -> Type:
        return ClassT(self.world.class_inst(info, (t.ANY,) * len(info.type_vars)))

    def branch_second(self, left: Value, right: Value, pair: Pair, yes: ir.Block, no: ir.Block) -> None:
        """To `yes` where the left operand is exactly of the first class, the right one of one below both."""
        first, owner = pair
        a, b = self.box(left), self.box(right)
        numbers = [self.prim(Rep.U32, "class_id", word) for word in (a, b)]
        others = self.new_block("others")
        self.branch(self.prim(Rep.BOOL, "eq", *numbers), no, others)
        self.begin(others)
        inst = self.world.class_inst(first, ())
        exact = self.new_block("exact")
        self.branch(self.is_instance(a, t.BelowT(inst)), no, exact)
        self.begin(exact)
        test = self.is_instance(a, ClassT(inst))
        test = self.prim(Rep.BOOL, "and", test, self.is_instance(b, t.BelowT(inst)))
        if owner not in first.mro:
            has_it = self.is_instance(b, ClassT(self.world.class_inst(owner, ())))
            test = self.prim(Rep.BOOL, "and", test, has_it)
        self.branch(test, yes, no)
