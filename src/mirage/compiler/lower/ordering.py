"""Comparison of tuples whose items are known: a function for each pair of types.

`tuple.__eq__` and `tuple.__lt__` compare objects of any class, which would bring every comparison of the
program into the image, and dispatch for each item.
"""

from __future__ import annotations

from mypy import nodes as n

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.declining import Declining
from mirage.compiler.lower.types import Type

_METHODS = ("__eq__", "__lt__", "__le__", "__gt__", "__ge__")
_HOLDS = {"__lt__": (True, False), "__le__": (True, True), "__gt__": (False, False), "__ge__": (False, True)}
"""By method: what it says of a shorter tuple and its continuation, and of equal tuples."""


class Ordering(Declining):
    def compare_tuples(self, name: str, left: Type, right: Type) -> ir.Function | None:
        """The function that compares two such tuples by the method `name`; None for other items."""
        if not isinstance(left, t.TupleT) or not isinstance(right, t.TupleT):
            return None
        if not self.has_plain_order(left) or not self.has_plain_order(right):
            return None
        if not all(a == b for a, b in zip(left.items, right.items, strict=False)):
            return None
        key = ("tuples", name, left, right)
        found = self.world.memo.get(key)
        if found is None:
            from mirage.compiler.lower.body import FunctionLowerer

            params = [ir.Reg("a", Rep.REF), ir.Reg("b", Rep.REF)]
            symbol = self.world.symbol(f"compare.{name}.{left}.{right}")
            found = self.world.add_function(ir.Function(symbol, params, Rep.BOOL, module="builtins"))
            self.world.memo[key] = found
            lowerer = FunctionLowerer(self.world, None, found, "builtins")
            lowerer.lower_compared_tuples(name, Value(params[0], left), Value(params[1], right))
        assert isinstance(found, ir.Function)
        return found

    def has_plain_order(self, type_: Type) -> bool:
        """Ints, strings and tuples of them, and no subclass of the program compares otherwise."""
        if self.world.flows.is_doubtful(type_):
            return False
        if isinstance(type_, t.TupleT):
            return not self.compared_otherwise("tuple") and all(map(self.has_plain_order, type_.items))
        if type_ == t.INT:
            return not self.compared_otherwise("int")
        return type_ == self.world.str_type and not self.compared_otherwise("str")

    def compared_otherwise(self, name: str) -> bool:
        info = self.world.info(f"builtins.{name}")
        return any(self.world.overridden(info, method) for method in _METHODS)

    def lower_compared_tuples(self, name: str, left: Value, right: Value) -> None:
        """The body: the first items that differ decide."""
        assert isinstance(left.type, t.TupleT) and isinstance(right.type, t.TupleT)
        node = n.EllipsisExpr()
        sizes = len(left.type.items), len(right.type.items)
        for index in range(min(sizes)):
            a, b = self.tuple_item(left, index), self.tuple_item(right, index)
            differ, equal = self.new_block("differ"), self.new_block("equal")
            self.branch(self.compare("==", a, b, node).operand, equal, differ)
            self.begin(differ)
            if name == "__eq__":
                self.terminate(ir.Return(ir.BoolConst(False)))
                self.begin(equal)
                continue
            decided = self.compare(_SIGN[name], a, b, node)
            self.terminate(ir.Return(decided.operand))
            self.begin(equal)
        if name == "__eq__":
            self.terminate(ir.Return(ir.BoolConst(sizes[0] == sizes[1])))
            return
        shorter_first, when_equal = _HOLDS[name]
        holds = when_equal if sizes[0] == sizes[1] else (sizes[0] < sizes[1]) == shorter_first
        self.terminate(ir.Return(ir.BoolConst(holds)))


_SIGN = {"__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}
