"""Operators whose methods may decline: `NotImplemented` sends them to the other operand.

A special method that returns NotImplemented somewhere gives an object (its result or NotImplemented)
instead of what it declares; operators test it, try the other operand and raise CPython's TypeError at the
end.  Methods that never decline are called as any other.
"""

from __future__ import annotations

from collections.abc import Callable

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.walk import walk
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.classes import ClassInst, function_of
from mirage.compiler.lower.precedence import Precedence
from mirage.compiler.lower.types import OBJECT, ClassT, Type
from mirage.compiler.lower.world import World

CONCATENATED = ("str", "list", "tuple")
REPEATED = ("str", "list", "tuple", "bytes", "bytearray")
ARITHMETIC = "add sub mul truediv floordiv mod divmod pow and or xor lshift rshift matmul".split()
COMPARISONS = frozenset(f"__{name}__" for name in ("eq", "ne", "lt", "le", "gt", "ge"))
DECLINING = frozenset(
    [f"__{prefix}{name}__" for name in ARITHMETIC for prefix in ("", "r", "i")]
    + list(COMPARISONS)
)
"""Methods in which NotImplemented means: ask the other operand."""


def declines(world: World, item: object) -> bool:
    """The special method may return NotImplemented."""
    if not isinstance(item, n.FuncDef) or item.name not in DECLINING or not item.info:
        return False
    if item.info.module_name == "builtins":  # they know every other operand there is
        return False
    key = ("declines", item)
    if key not in world.memo:
        world.memo[key] = _declines(world, item)
    return bool(world.memo[key])


def _declines(world: World, item: n.FuncDef) -> bool:
    from mirage.compiler.lower.synthetic import ORDER, has_total_ordering, is_generated, order_root

    if item.name in ORDER and is_generated(item) and has_total_ordering(item.info):
        found = item.info.get(order_root(item.info))
        root = function_of(found.node) if found is not None and found.node is not None else None
        return root is not None and root is not item and declines(world, root)
    for part in walk(item.body):
        if isinstance(part, n.NameExpr) and part.fullname == "builtins.NotImplemented":
            return True
        if isinstance(part, n.CallExpr) and passes_on(part):
            return True
    return False


def passes_on(node: n.Expression | None) -> bool:
    """`super().__eq__(other)` and the like, whose NotImplemented is passed on."""
    return (
        isinstance(node, n.CallExpr)
        and isinstance(node.callee, n.SuperExpr | n.MemberExpr)
        and node.callee.name in DECLINING
    )


def gives_another(item: n.FuncDef | None) -> bool:
    """The comparison's method is not declared to give a bool."""
    declared = mt.get_proper_type(item.type) if item is not None else None
    if not isinstance(declared, mt.CallableType):
        return item is not None
    given = mt.get_proper_type(declared.ret_type)
    return not isinstance(given, mt.Instance) or given.type.fullname != "builtins.bool"


def _function_named(info: n.TypeInfo, name: str) -> n.FuncDef | None:
    node = info.names[name].node
    return function_of(node) if node is not None else None


class Declining(Precedence):
    def may_decline(self, type_: Type, name: str) -> bool:
        """The method, or one that a subclass has instead, may return NotImplemented."""
        if not isinstance(type_, ClassT):
            return False
        key = ("may decline", type_.inst.info, name, type_.exact)
        memo = self.world.memo
        if key not in memo:
            below = [] if type_.exact else self.world.subclasses.get(type_.inst.info, [])
            infos = [type_.inst.info, *below]
            memo[key] = any(self._member_declines(self.world.class_inst(info, ()), name) for info in infos)
        return bool(memo[key])

    def _member_declines(self, inst: ClassInst, name: str) -> bool:
        found = inst.member(name)
        return found is not None and declines(self.world, function_of(found.node))

    def may_give_another(self, type_: Type, name: str) -> bool:
        """The comparison's method is not declared to give a bool."""
        if not isinstance(type_, ClassT):
            return False
        infos = [type_.inst.info, *([] if type_.exact else self.world.subclasses.get(type_.inst.info, []))]
        for info in infos:
            found = self.world.class_inst(info, ()).member(name)
            if found is not None and gives_another(function_of(found.node)):
                return True
        return False

    def some_gives_another(self, *names: str) -> bool:
        """One of these methods, in a class of the application, is not declared to give a bool."""
        key = ("some gives another", names)
        if key not in self.world.memo:
            self.world.memo[key] = any(
                gives_another(_function_named(info, name))
                for info in self.world.subclasses.get(self.world.info("builtins.object"), [])
                if self.world.is_user(info.module_name)
                for name in names
                if name in info.names
            )
        return bool(self.world.memo[key])

    def some_has_own(self, name: str) -> bool:
        """A class of the application has written the method."""
        key = ("some has own", name)
        if key not in self.world.memo:
            self.world.memo[key] = any(
                name in info.names
                for info in self.world.subclasses.get(self.world.info("builtins.object"), [])
                if self.world.is_user(info.module_name)
            )
        return bool(self.world.memo[key])

    def attempt(
        self,
        left: Value,
        name: str,
        right: Value,
        node: n.Node,
        expected: Type,
        otherwise: Callable[[], Value],
    ) -> Value:
        """`left.name(right)`, or what `otherwise` gives where that is NotImplemented."""
        if not self.may_decline(left.type, name):
            return self.invoke(left, name, [right], node, expected)
        left, right = self.stable(left), self.stable(right)
        answer = self.box(self.invoke(left, name, [right], node, OBJECT))
        expected = t.widened(expected) if not self.library and self.world.flows.mixed else expected
        result = self.reg(expected.rep, "answer")
        declined, accepted, done = (self.new_block(x) for x in ("declined", "accepted", "done"))
        self.branch(self.prim(Rep.BOOL, "is", answer, self.not_implemented()), declined, accepted)
        self.begin(accepted)
        if expected == t.BOOL and name in COMPARISONS and self.may_give_another(left.type, name):
            self.move(result, self.truth(Value(answer, OBJECT), node))
        else:
            self.move(result, self.coerce(Value(answer, OBJECT), expected, node).operand)
        self.jump(done)
        self.begin(declined)
        other = otherwise()
        if self.alive:
            self.move(result, self.coerce(other, expected, node).operand)
            self.jump(done)
        self.begin(done)
        return Value(result, expected)

    def ask_both(
        self,
        first: Value,
        mirrored: str,
        left: Value,
        name: str,
        right: Value,
        node: n.Node,
        expected: Type,
        otherwise: Callable[[], Value],
    ) -> Value:
        """`first.mirrored(left)`, where `first` is the right operand; else `left.name(right)`."""
        return self.attempt(
            first,
            mirrored,
            left,
            node,
            expected,
            lambda: self.attempt(left, name, right, node, expected, otherwise),
        )

    def accepts(self, type_: Type, name: str, argument: Type) -> bool:
        """The method takes such an argument."""
        inst = self.world.class_of(type_)
        found = None if inst is None else inst.member(name)
        if found is None:
            return False
        return any(self.fits(item, found.owner, [argument]) for item in self.signatures(found.node))

    def goes_first(self, left: Type, right: Type) -> bool:
        """The right operand's class derives from the left one's: CPython asks it first."""
        if not isinstance(left, ClassT) or not isinstance(right, ClassT):
            return False
        return left.inst.info is not right.inst.info and left.inst.info in right.inst.info.mro

    def finds(self, type_: Type, name: str) -> bool:
        """The class, or a subclass, has the method, other than object's own."""
        found = self.world.lookup(type_, name)
        if found is not None and found.owner.info.fullname != "builtins.object":
            return True
        return isinstance(type_, ClassT) and not type_.exact and self.world.overridden(type_.inst.info, name)

    def answers(self, type_: Type, name: str, argument: Type) -> bool:
        """The class has the method; a built-in one only for arguments that it takes."""
        if isinstance(type_, ClassT) and self.world.is_user(type_.inst.info.module_name):
            return self.finds(type_, name)
        return self.finds(type_, name) and self.accepts(type_, name, argument)

    def raise_unsupported(self, name: str, left: Value, right: Value, node: n.Node) -> Value:
        """TypeError: neither operand knows the operator."""
        names = [inst.info.name if (inst := self.world.class_of(v.type)) else "" for v in (left, right)]
        if name in ("__add__", "__iadd__") and names[0] in CONCATENATED:
            self.raise_runtime("errors.cannot_concatenate", [ir.StrConst(names[0]), self.box(right)], node)
            return Value(ir.NoneConst(), t.NEVER)
        if name in ("__mul__", "__imul__") and (names[0] in REPEATED or names[1] in REPEATED):
            other = right if names[0] in REPEATED else left
            self.raise_runtime("errors.cannot_repeat", [self.box(other)], node)
            return Value(ir.NoneConst(), t.NEVER)
        operands = [ir.StrConst(name), self.box(left), self.box(right)]
        self.raise_runtime("errors.unsupported_operands", operands, node)
        return Value(ir.NoneConst(), t.NEVER)

    # -- arithmetic -----------------------------------------------------------------------------

    def class_binary(self, op: str, left: Value, right: Value, node: n.Node, expected: Type) -> Value | None:
        """An operator on at least one object with a class of its own; None when neither has it."""
        name, reflected = f"__{op}__", f"__r{op}__"
        if not self.pairs(reflected, left.type, right.type):
            return self.binary_in_turn(op, left, right, node, expected)
        left, right = self.stable(left), self.stable(right)

        def fail() -> Value:
            return self.raise_unsupported(name, left, right, node)

        def swapped(view: Value) -> Value:
            return self.ask_both(view, reflected, left, name, right, node, expected, fail)

        def in_turn() -> Value:
            return self.binary_in_turn(op, left, right, node, expected) or fail()

        return self.right_first(reflected, left, right, expected, node, swapped, in_turn)

    def binary_in_turn(
        self, op: str, left: Value, right: Value, node: n.Node, expected: Type
    ) -> Value | None:
        """The same, where no object on the right can be of a class below the left one's but by its type."""
        name, reflected = f"__{op}__", f"__r{op}__"
        a, b = left.type, right.type
        mine = None if isinstance(a, t.PrimT) else self.world.lookup(a, name)
        theirs = None if isinstance(b, t.PrimT) and isinstance(a, ClassT) else self.world.lookup(b, reflected)
        message = f"__i{op}__" if isinstance(node, n.OperatorAssignmentStmt) else name

        def fail() -> Value:
            return self.raise_unsupported(message, left, right, node)

        def ask_right() -> Value:
            unknown = isinstance(b, t.ObjectT | t.UnionT)
            if not unknown and (isinstance(b, t.PrimT) or not self.answers(b, reflected, a)):
                return fail()
            if self.may_be_alike(a, b):  # of one class: its `__radd__` is not asked
                asked = self.new_block("ask_right")
                alike = self.new_block("alike")
                numbers = [self.prim(Rep.U32, "class_id", self.box(value)) for value in (left, right)]
                self.branch(self.prim(Rep.BOOL, "eq", *numbers), alike, asked)
                self.begin(alike)
                fail()
                self.begin(asked)
            if unknown:
                function = self.runtime(f"dynamic.reflected_{op}")
                return Value(self.call(function, [self.box(left), self.box(right)], node), OBJECT)
            return self.attempt(right, reflected, left, node, expected, fail)

        if mine is not None and theirs is not None and self.goes_first(a, b):
            own = self.world.lookup(a, reflected)
            if own is None or own.owner.info is not theirs.owner.info:
                return self.ask_both(right, reflected, left, name, right, node, expected, fail)
        if mine is not None and (self.accepts(a, name, b) or theirs is None):
            return self.attempt(left, name, right, node, expected, ask_right)
        if theirs is not None:
            return self.attempt(right, reflected, left, node, expected, fail)
        if self.finds(a, name):
            return self.attempt(left, name, right, node, expected, ask_right)
        return ask_right() if isinstance(a, ClassT) else None

    # -- comparisons ----------------------------------------------------------------------------

    def class_equal(self, left: Value, right: Value, node: n.Node, expected: Type) -> Value:
        """`==` where one operand's class may have its own `__eq__`."""

        def same() -> Value:
            return Value(self.prim(Rep.BOOL, "is", self.box(left), self.box(right)), t.BOOL)

        def ask_right() -> Value:
            if isinstance(right.type, t.ObjectT | t.UnionT):
                function = self.runtime("dynamic.reflected_equal")
                return Value(self.call(function, [self.box(left), self.box(right)], node), t.BOOL)
            if not isinstance(right.type, ClassT) or not self.finds(right.type, "__eq__"):
                return same()
            return self.attempt(right, "__eq__", left, node, expected, same)

        def ask_left() -> Value:
            if not isinstance(left.type, ClassT) or left.type.inst.info.module_name == "builtins":
                return same()  # what is built in knows no class of the application
            return self.attempt(left, "__eq__", right, node, expected, same)

        def swapped(view: Value) -> Value:
            return self.ask_both(view, "__eq__", left, "__eq__", right, node, expected, same)

        def in_turn() -> Value:
            if self.foreign(left.type, right.type):
                return self.attempt(right, "__eq__", left, node, expected, ask_left)
            return self.attempt(left, "__eq__", right, node, expected, ask_right)

        if self.goes_first(left.type, right.type):
            return swapped(right)
        if self.pairs("__eq__", left.type, right.type):
            left, right = self.stable(left), self.stable(right)
        return self.right_first("__eq__", left, right, expected, node, swapped, in_turn)

    def foreign(self, left: Type, right: Type, name: str = "__eq__") -> bool:
        """A class of the application or a module meets a built-in one, which does not know it."""
        if not self.has_own(right, name):
            return self.beside_module(left, right, name)
        inst = self.world.class_of(left)
        if inst is None or not self.world.is_user(inst.info.module_name):
            return True
        if name != "__eq__" or not self.world.equal_as_built_in(inst, name):
            return False
        kind, other = inst.member(name), self.world.class_of(right)
        return kind is not None and other is not None and kind.owner.info not in other.info.mro

    def beside_module(self, left: Type, right: Type, name: str) -> bool:
        """A built-in class meets one of a module that has the method: complex and Fraction."""
        if not isinstance(left, ClassT) or not isinstance(right, ClassT):
            return False
        if left.inst.info.module_name != "builtins" or left.inst.info in right.inst.info.mro:
            return False
        found = right.inst.member(name)
        return found is not None and found.owner.info.module_name not in ("builtins", "typing")

    def has_own(self, type_: Type, name: str) -> bool:
        """The class, or a base of it that the application defines, has the method."""
        if not isinstance(type_, ClassT) or not self.world.is_user(type_.inst.info.module_name):
            return False
        found = type_.inst.member(name)
        return found is not None and self.world.is_user(found.owner.info.module_name)

    def class_order(self, name: str, mirrored: str, left: Value, right: Value, node: n.Node) -> Value | None:
        """`<` and its kin; None when neither operand's static class has it."""
        expected = self.comparison_type(node)
        message = name

        def fail() -> Value:
            return self.raise_unsupported(message, left, right, node)

        def ask_right() -> Value:
            if isinstance(right.type, t.ObjectT | t.UnionT):
                function = self.runtime(f"dynamic.reflected_{name.strip('_')}")
                return Value(self.call(function, [self.box(left), self.box(right)], node), t.BOOL)
            if isinstance(right.type, t.PrimT) or not self.answers(right.type, mirrored, left.type):
                return fail()
            return self.attempt(right, mirrored, left, node, expected, fail)

        mine = None if isinstance(left.type, t.PrimT) else self.world.lookup(left.type, name)
        theirs = self.world.lookup(right.type, mirrored)
        if mine is None and theirs is None:
            return None

        def swapped(view: Value) -> Value:
            return self.ask_both(view, mirrored, left, name, right, node, expected, fail)

        def in_turn() -> Value:
            user = isinstance(right.type, ClassT) and self.world.is_user(right.type.inst.info.module_name)
            known = theirs is not None and user and not self.accepts(left.type, name, right.type)
            if mine is not None and not known:
                return self.attempt(left, name, right, node, expected, ask_right)
            return self.attempt(right, mirrored, left, node, expected, fail)

        if mine is not None and theirs is not None and self.goes_first(left.type, right.type):
            return swapped(right)
        if self.pairs(mirrored, left.type, right.type):
            left, right = self.stable(left), self.stable(right)
        return self.right_first(mirrored, left, right, expected, node, swapped, in_turn)

    def comparison_type(self, node: n.Node) -> Type:
        """What a single comparison gives: bool, unless its method declares something else."""
        found = self.type_of(node) if isinstance(node, n.ComparisonExpr) else None
        if isinstance(node, n.ComparisonExpr) and len(node.operators) > 1:
            return t.BOOL if self.library or found is None or isinstance(found, t.PrimT) else OBJECT
        if isinstance(found, t.ObjectT) and (not self.library or self.module_name == "operator"):
            return OBJECT
        return t.BOOL if found is None or isinstance(found, t.ObjectT | t.NeverT | t.PrimT) else found
