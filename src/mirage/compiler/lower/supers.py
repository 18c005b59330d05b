"""`super()`: the next class in the MRO of the object at hand, which a subclass may have changed."""

from __future__ import annotations

from mypy import nodes as n

from mirage.compiler.frontend.walk import children, walk
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.arguments import Arg
from mirage.compiler.lower.attribute_hooks import surely_lacks
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.classes import ClassInst, Member, function_of
from mirage.compiler.lower.initialised import CONTAINERS
from mirage.compiler.lower.intrinsics import Intrinsics
from mirage.compiler.lower.metaclasses import call_of_type, classes_of, is_metaclass
from mirage.compiler.lower.passed import note_raised
from mirage.compiler.lower.types import OBJECT, ClassT, Type
from mirage.compiler.lower.world import Refusal, World

COPIED = ("builtins.str", "builtins.bytes", "builtins.tuple")
TAKEN = {"__init__": "instance to initialize", "__new__": "type to instantiate"}
OBJECT_HOOKS = ("__init__", "__init_subclass__")  # object's own do nothing


class Supers(Intrinsics):
    def super_parts(self, node: n.SuperExpr) -> tuple[ClassInst, Value]:
        """(class whose successors are searched, object or class) of `super()` or `super(Class, object)`."""
        given = node.call.args
        if not given:
            if node in self.supers_in_comprehensions():
                # CPython up to 3.11 takes the comprehension's iterator for the object
                reason = "`super()` in a comprehension fails on CPython up to 3.11: there it has no `self`"
                remedy = "call it before the comprehension, or name the class: `super(Class, self)`"
                raise Refusal(node, "unsupported", reason, remedy)
            return self.enclosing_class(node), self.self_value()
        start = given[0].node if isinstance(given[0], n.RefExpr) else None
        if not isinstance(start, n.TypeInfo) or len(given) != 2:
            raise self.unsupported(node, "`super` of a computed class", "write `super()`")
        this = self.expr(given[1])
        of = this.type.item if isinstance(this.type, t.TypeT) else this.type
        inst = of.inst if isinstance(of, ClassT) else None
        owner = inst.base(start) if inst is not None and start in inst.info.mro else None
        if owner is None:
            raise self.unsupported(node, "`super` with an object of another class", "write `super()`")
        return owner, this

    def supers_in_comprehensions(self) -> set[n.Node]:
        """Those of this function that are not in what a comprehension goes through first."""
        item = self.inst.item if self.inst is not None else None
        if item is None:
            return set()
        found = self.world.index.found.get(("supers in comprehensions", item))
        if not isinstance(found, set):
            found = self.world.index.found["supers in comprehensions", item] = _supers_in_comprehensions(item)
        return found

    def enclosing_class(self, node: n.Node) -> ClassInst:
        if self.inst is None or self.inst.owner is None:
            raise self.unsupported(node, "`super()` in a nested function", "call it in the method itself")
        return self.inst.owner

    def self_value(self) -> Value:
        assert self.inst is not None
        first = self.inst.params[0]
        place = self.places.get(first.var)
        if place is not None and place.reg is not None:
            return Value(place.reg, first.type)
        return self.read_env(first.var, n.EllipsisExpr())

    def super_varies(self, owner: ClassInst, this: Value, name: str) -> bool:
        """Which attribute comes next depends on the class of the object."""
        of = this.type.item if isinstance(this.type, t.TypeT) else this.type
        if isinstance(of, ClassT) and of.exact:
            return False
        key = ("super varies", owner.info, name)
        memo = self.world.memo
        if key not in memo:
            mine = owner.member_after(name, owner.info)
            mine_info = mine.owner.info if mine is not None else None
            memo[key] = False
            for sub in self.world.subclasses.get(owner.info, []):
                found = self.world.class_inst(sub, ()).member_after(name, owner.info)
                if found is not None and found.owner.info is not mine_info:
                    memo[key] = True
        return bool(memo[key])

    def call_super(self, callee: n.SuperExpr, args: list[Arg], node: n.Node, expected: Type) -> Value:
        owner, this = self.super_parts(callee)
        if is_metaclass(owner.info) and not self.library:
            found = owner.member_after(callee.name, owner.info)
            if found is not None and found.owner.info.fullname == "builtins.type":
                answer = call_of_type(self, callee.name, this, args, node)
                if answer is not None:
                    return answer
        if callee.name == "__new__" and args:
            maker = owner.member_after("__new__", owner.info)
            return self.call_maker(owner, maker, args, node, expected)
        if self.super_varies(owner, this, callee.name):
            view: Type = t.TypeT(ClassT(owner)) if isinstance(this.type, t.TypeT) else ClassT(owner)
            return self.dispatch("super", Value(this.operand, view), callee.name, args, node, expected)
        found = owner.member_after(callee.name, owner.info)
        if found is None and surely_lacks(self.world, owner, owner.info, callee.name):
            self.raise_runtime("errors.super_lacks", [ir.StrConst(callee.name)], node)
            self.begin(self.new_block("unreached"))
            return Value(ir.NoneConst(), t.NONE)
        if found is None:
            raise self.unsupported(node, f"`super().{callee.name}`")
        return self.call_next(this, found, args, node, expected)

    def call_maker(
        self, owner: ClassInst, maker: Member | None, args: list[Arg], node: n.Node, expected: Type
    ) -> Value:
        """`super().__new__(cls, ...)`: an object of the class `cls`."""
        cls = args[0].value
        if maker is None or maker.owner.info.fullname == "builtins.object":
            return self.plainly_made(cls, owner, args[1:], node)
        item = function_of(maker.node)
        if item is not None and makes_of_class(self.world, item):
            return self.call_function(item, maker.owner, cls, args[1:], node, expected)
        if maker.owner.info.fullname == "builtins.int" and t.derives_from_int(owner.info):
            return self.int_member(cls, owner, args[1:], node)
        return self.rebranded(maker, owner, args[1:], node, cls)

    def allocate_for(self, cls: Value, owner: ClassInst, node: n.Node) -> Value:
        """`object.__new__(cls)`: a new object whose attributes are not set."""
        item = cls.type.item if isinstance(cls.type, t.TypeT) else None
        if not isinstance(item, ClassT):
            raise self.unsupported(node, "`object.__new__` of a class that is not known")
        if not self.library:
            self.world.flows.bare.add(item.inst.info)
        known = isinstance(cls.operand, ir.TypeObject) or item.exact
        if known or not self.world.subclasses.get(item.inst.info):
            return self.allocated(item.inst, node)
        return self.dispatch("allocate", cls, "__new__", [], node, ClassT(item.inst))

    def plainly_made(self, cls: Value, owner: ClassInst, args: list[Arg], node: n.Node) -> Value:
        """`__new__` of object, of an exception (it keeps the arguments) or of a container (it is empty).

        owner  the class whose `__new__` it is, or a class that derives from it
        """
        exception = owner.base(self.world.info("builtins.BaseException"))
        container = next((base for base in owner.info.mro if base.fullname in CONTAINERS), None)
        if exception is None and container is None:
            self.object_takes_none(args, "__new__", node)
        if exception is None:
            made = self.allocate_for(cls, owner, node)
            inst = made.type.inst.base(container) if container and isinstance(made.type, ClassT) else None
            found = inst.member("__init__") if inst is not None else None
            if found is not None:
                made = self.stable(made)
                self.call_member(made, found, [], node, t.NONE)
            return made
        kept = self.star_values([arg for arg in args if arg.name is None], node)
        made = self.stable(self.allocate_for(cls, owner, node))
        self.emit(ir.SetField(made.operand, exception.layout, "args", self.box(kept)))
        note_raised(self.world, owner, None)
        return made

    def allocate_by_metaclass(self, cls: Value, meta: n.TypeInfo, node: n.Node) -> Value:
        """`cls.__new__(cls)` in a method of a metaclass."""
        for info in classes_of(self.world, meta):
            maker = info.get_containing_type_info("__new__")
            if maker is None or maker.fullname != "builtins.object":
                what = f"`cls.__new__` in a metaclass whose class `{info.name}` has a `__new__` of its own"
                raise self.unsupported(node, what, "write `super().__call__(...)`")
            self.world.flows.bare.add(info)
        view = Value(cls.operand, t.TypeT(OBJECT))
        return self.dispatch("allocate", view, "__new__", [], node, OBJECT)

    def rebranded(
        self, maker: Member, inst: ClassInst, args: list[Arg], node: n.Node, cls: Value | None = None
    ) -> Value:
        """What int, str, bytes or tuple makes, as an object of a class derived from it.

        cls   the class where it is known at run time only: `inst` or one below it
        """
        base = maker.owner
        known = cls is None or isinstance(cls.operand, ir.TypeObject)
        below = self.world.subclasses.get(inst.info, []) if not known else []
        if base.info.fullname == "builtins.int" and t.derives_from_int(inst.info):
            if below:
                raise self.unsupported(node, "`__new__` of a subclass of `int` with subclasses of its own")
            number = self.int_value(args, node)
            return self.holding_int(self.allocated(inst, node), number)
        tail = inst.layout.tail
        if base.info.fullname in COPIED and tail is None and self.world.errors:
            return Value(ir.NoneConst(), ClassT(inst, exact=True))  # its layout has been refused
        if base.info.fullname not in COPIED or tail is None:
            raise self.unsupported(
                node,
                f"a class derived from `{base.info.name}`",
                f"keep the `{base.info.name}` in an attribute",
            )
        made = self.stable(self.invoke_class(base, args, node))
        if not below or cls is None:
            return self.copied_as(inst, base, made, node)
        result, done = self.reg(Rep.REF, inst.info.name), self.new_block("branded")
        for info in below:
            one = self.world.class_inst(info, ())
            mine, others = self.new_block(info.name), self.new_block("others")
            self.branch(self.identical(cls, self.class_object(one)), mine, others)
            self.begin(mine)
            self.move(result, self.copied_as(one, base, made, node).operand)
            self.jump(done)
            self.begin(others)
        self.move(result, self.copied_as(inst, base, made, node).operand)
        self.jump(done)
        self.begin(done)
        return Value(result, ClassT(inst))

    def copied_as(self, inst: ClassInst, base: ClassInst, made: Value, node: n.Node) -> Value:
        """The items of a str, bytes or tuple in an object of the class."""
        tail = inst.layout.tail
        assert tail is not None
        self.world.instantiate(inst)
        count = self.reg(Rep.I64, "count")
        source = self.box(made)
        self.emit(ir.TailCount(count, source))
        dst = self.reg(Rep.REF, inst.info.name)
        self.may_raise(ir.Alloc(dst, inst.layout, count), node)
        for name, type_ in base.fields.items():
            held = self.get_field(source, base.layout, name, type_.rep)
            self.emit(ir.SetField(dst, inst.layout, name, held))
        places = [self.reg(Rep.U64), self.reg(Rep.U64)]
        self.emit(ir.TailAddress(places[0], dst, inst.layout))
        self.emit(ir.TailAddress(places[1], source, base.layout))
        size = self.prim(Rep.I64, "mul", count, ir.RawConst(tail.size, Rep.I64))
        self.call(self.runtime("memory.copy_items"), [*places, self.prim(Rep.U64, "convert", size)])
        return Value(dst, ClassT(inst, exact=True))

    def call_next(self, this: Value, found: Member, args: list[Arg], node: n.Node, expected: Type) -> Value:
        """Call what `super()` found."""
        if found.owner.info.fullname == "builtins.object" and found.name in OBJECT_HOOKS:
            self.object_takes_none(args, found.name, node)
            return Value(ir.NoneConst(), t.NONE)
        if isinstance(this.type, t.TypeT):
            return self.call_class_member(this, found.owner, found, args, node, expected)
        return self.call_member(this, found, args, node, expected)

    def object_takes_none(self, args: list[Arg], name: str, node: n.Node) -> None:
        """`object.__init__` and `object.__new__`, at the end of a chain of `super()` calls, take no more."""
        if name not in TAKEN or not args:
            return
        bad, done = self.new_block("extra"), self.new_block("none")
        for arg in args:
            more = self.new_block("more")
            if arg.star or arg.star2:
                self.branch(self.truth(arg.value, node), bad, more)
            else:
                self.jump(bad)
            self.begin(more)
        self.jump(done)
        self.begin(bad)
        message = f"object.{name}() takes exactly one argument (the {TAKEN[name]})"
        self.raise_runtime("errors.bad_arguments", [ir.StrConst(message)], node)
        self.begin(done)

    def super_attribute(self, node: n.SuperExpr) -> Value:
        owner, this = self.super_parts(node)
        found = owner.member_after(node.name, owner.info)
        if found is None:
            raise self.unsupported(node, f"`super().{node.name}`")
        expected = self.type_of(node) or OBJECT
        if isinstance(found.node, n.Var):
            return self.attribute(this, node.name, node)
        if isinstance(found.node, n.Decorator | n.OverloadedFuncDef):
            if self.super_varies(owner, this, node.name):
                view = Value(this.operand, ClassT(owner))
                return self.dispatch("super property", view, node.name, [], node, expected)
            return self.call_member(this, found, [], node, expected)
        raise self.unsupported(node, f"`super().{node.name}` as a value")


def makes_of_class(world: World, item: n.FuncDef) -> bool:
    """The `__new__` makes an object of the class it is given: the application's do, and that of `date`."""
    if world.is_user(item.info.module_name):
        return True
    key = ("makes of class", item)
    if key not in world.memo:
        found = (part.name for part in walk(item.body) if isinstance(part, n.SuperExpr))
        world.memo[key] = "__new__" in found
    return bool(world.memo[key])


def _supers_in_comprehensions(item: n.Node) -> set[n.Node]:
    found: set[n.Node] = set()
    for node in walk(item):
        if isinstance(node, n.GeneratorExpr | n.DictionaryComprehension):
            for part in children(node):
                if part is not node.sequences[0]:
                    found.update(inner for inner in walk(part) if isinstance(inner, n.SuperExpr))
    return found
