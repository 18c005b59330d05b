"""Closed-world dispatch: one small function per (receiver type, attribute, signature).

Its body is a switch over the classes that exist; it gets more cases whenever new ones appear,
until the program stops growing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from mypy import nodes as n
from mypy import types as mt
from mypy.typeops import get_type_vars

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import passed
from mirage.compiler.lower import types as t
from mirage.compiler.lower.arguments import Arg
from mirage.compiler.lower.attribute_hooks import call_hook, lower_by_name, surely_lacks
from mirage.compiler.lower.builder import NONE_VALUE, Value
from mirage.compiler.lower.class_slots import ANCESTORS, ASKED, has_slot
from mirage.compiler.lower.classes import ClassInst, Member, function_of, is_hidden, is_property
from mirage.compiler.lower.computed import KINDS, is_told, lower_case
from mirage.compiler.lower.dataclass_info import is_dataclass_itself
from mirage.compiler.lower.declining import declines
from mirage.compiler.lower.enum_info import has_members
from mirage.compiler.lower.function_attributes import of_function, read_from_function
from mirage.compiler.lower.metaclasses import is_metaclass, metaclass_of
from mirage.compiler.lower.names import documentation
from mirage.compiler.lower.object_dicts import ITEM_KINDS, lower_item, lower_listing, lower_put
from mirage.compiler.lower.operations import OPERATIONS
from mirage.compiler.lower.operators import Operators
from mirage.compiler.lower.types import OBJECT, ClassT, Type
from mirage.compiler.lower.world import PROXIES, Refusal, World

BINARY = "add sub mul truediv floordiv mod divmod pow and or xor lshift rshift matmul"
OPERATORS = {f"__{kind}{name}__" for name in BINARY.split() for kind in ("", "r")} | {
    f"__{name}__" for name in ("lt", "le", "gt", "ge")
}


CALLABLE = t.CallableT((), OBJECT)


@dataclass(eq=False)
class Stub:
    kind: str  # call, get, set, truth
    receiver: Type
    name: str
    args: tuple[tuple[str | None, Type], ...]
    result: Type
    function: ir.Function
    module: str
    known: set[ClassInst] = field(default_factory=set)
    objects: dict[ClassInst, None] = field(default_factory=dict)  # classes: see class_objects_with
    looked_at: tuple[int, int] = (0, 0)  # how many classes have been looked at for `objects`
    cases: list[tuple[ir.Class, ir.Block]] = field(default_factory=list)
    same: dict[object, ir.Block] = field(default_factory=dict)  # one block for all classes that do the same
    lowerer: Dispatch | None = None  # what lowered the cases, and lowers more


def request_stub(
    world: World,
    kind: str,
    receiver: Type,
    name: str,
    args: tuple[tuple[str | None, Type], ...],
    result: Type,
    module: str,
) -> ir.Function:
    receiver = OBJECT if isinstance(receiver, t.AnyT) else receiver
    result = OBJECT if isinstance(result, t.AnyT) else result
    key = (kind, receiver, name, args, result)
    found = world.stubs.get(key)
    if found is None:
        params = [ir.Reg("self", Rep.REF)]
        params += [ir.Reg(f"a{i}", type_.rep) for i, (_, type_) in enumerate(args)]
        symbol = world.symbol(f"dispatch.{kind}.{receiver}.{name}({', '.join(str(a[1]) for a in args)})")
        function = ir.Function(symbol, params, t.result_rep(result), module=module)
        world.add_function(function)
        found = world.stubs[key] = Stub(kind, receiver, name, args, result, function, module)
    return found.function


def candidates(world: World, receiver: Type) -> list[ClassInst]:
    """The classes that exist whose instances the type admits."""
    if isinstance(receiver, t.PassedT):  # as more is passed, more of the old classes count
        return [inst for inst in world.instantiated if passed.admits(world, receiver.what, inst)]
    return list(_candidates(world, receiver))


def _candidates(world: World, receiver: Type) -> list[ClassInst]:
    """As `candidates`, kept: a list that grows with the classes that exist."""
    if isinstance(receiver, t.ObjectT):
        return world.instantiated
    possible = world.instantiated
    if isinstance(receiver, t.CallableT):
        receiver = CALLABLE  # all callables admit the same classes
    elif isinstance(receiver, ClassT):
        possible = of_class(world, receiver.inst.info)
    found, looked_at = world.candidates.get(receiver, ([], 0))
    new = possible[looked_at:]
    if isinstance(receiver, t.UnionT):
        some = {inst for item in receiver.items for inst in _candidates(world, item)}
        found += [inst for inst in new if inst in some]
    else:
        found += [inst for inst in new if admits(world, receiver, inst)]
    world.candidates[receiver] = (found, len(possible))
    return found


def of_class(world: World, info: n.TypeInfo) -> list[ClassInst]:
    """The classes that exist and are the class, derive from it or have what the protocol asks for."""
    found, looked_at = world.candidates.get(info, ([], 0))
    by_items = info.fullname == "typing.Iterable"
    enums = asks_enum_class(world, info)
    for inst in world.instantiated[looked_at:]:
        if (
            info in inst.info.mro
            or info.is_protocol
            and world.implements(inst, info)
            or by_items
            and by_index(inst)
            or enums
            and is_metaclass(inst.info)
        ):
            found.append(inst)
    world.candidates[info] = (found, len(world.instantiated))
    return found


def admits(world: World, receiver: Type, inst: ClassInst) -> bool:
    if isinstance(receiver, t.ObjectT):
        return True
    if isinstance(receiver, t.UnionT):
        return any(admits(world, item, inst) for item in receiver.items)
    if isinstance(receiver, t.CallableT):
        return (
            inst.info.fullname in ("builtins.function", "builtins._Method", "builtins._Bound")
            or inst.member("__call__") is not None
        )
    if isinstance(receiver, t.TypeT):
        return is_metaclass(inst.info)
    if isinstance(receiver, t.TupleT):
        return world.info("builtins.tuple") in inst.info.mro
    if isinstance(receiver, ClassT) and not world.shaped_as(inst, receiver.inst):
        return False
    if isinstance(receiver, ClassT) and receiver.inst.info.fullname == "typing.Iterable" and by_index(inst):
        return True
    if is_metaclass(inst.info) and isinstance(receiver, ClassT):
        if asks_enum_class(world, receiver.inst.info):
            return True
    return world.is_subtype(inst.this, receiver)


def by_index(inst: ClassInst) -> bool:
    """Iteration reads the items 0, 1, 2 and so on, as of classes that have no `__iter__`."""
    if inst.info.is_protocol or inst.member("__iter__") is not None:
        return False
    return inst.member("__getitem__") is not None and not is_metaclass(inst.info)


def asks_enum_class(world: World, info: n.TypeInfo) -> bool:
    """A protocol that class objects of enumerations implement: `list(Color)`, with `Color` held as Any."""
    if not info.is_protocol or "enum" not in world.trees or not world.subclasses.get(world.info("enum.Enum")):
        return False
    return bool(info.protocol_members) and all(name in OF_ENUM_CLASSES for name in info.protocol_members)


def class_objects_with(world: World, stub: Stub) -> list[ClassInst]:
    """The classes whose class object the receiver may be, and that have the attribute."""
    if stub.kind == "truth" or not admits(world, stub.receiver, world.builtin("type")):
        return []
    root: n.TypeInfo | None = None
    if isinstance(stub.receiver, t.TypeT) and isinstance(stub.receiver.item, ClassT):
        root = stub.receiver.item.inst.info
    known = isinstance(stub.receiver, t.TypeT) or (  # `type(x).append(x, 1)`
        isinstance(stub.receiver, ClassT) and is_metaclass(stub.receiver.inst.info)
    )
    known = known and stub.kind in ("get", "call")
    used = world.memo.get("class objects", {})
    assert isinstance(used, dict)
    of_used, of_instantiated = stub.looked_at
    for inst in [*list(used)[of_used:], *world.instantiated[of_instantiated:]]:
        if root is not None and root not in inst.info.mro:
            continue
        if root is None and not known and world.modules[inst.info.module_name].library:
            entry = inst.info.get(stub.name) if inst in used else None
            if stub.kind == "call":
                if entry is None or not of_the_class_itself(entry.node):
                    continue
            elif stub.kind != "get" or entry is None or not isinstance(entry.node, n.Var):
                continue
        if has_class_attribute(world, inst, stub):
            stub.objects[inst] = None
    stub.looked_at = (len(used), len(world.instantiated))
    return list(stub.objects)


def of_the_class_itself(node: n.SymbolNode | None) -> bool:
    """A class method or a static method, as `fromkeys`."""
    if isinstance(node, n.OverloadedFuncDef):
        return all(of_the_class_itself(item) for item in node.items)
    function = node.func if isinstance(node, n.Decorator) else node
    if not isinstance(function, n.FuncDef) or function.name == "__new__":
        return False
    return function.is_class or function.is_static


def has_class_attribute(world: World, inst: ClassInst, stub: Stub) -> bool:
    """The class object has the attribute that the stub reads, writes or calls."""
    if stub.kind == "enum table":
        return inst.info.is_enum and (has_members(inst.info) or world.is_user(inst.info.module_name))
    if of_enum_class(stub):  # `for x in Color`, held as Any
        used = world.memo.get("class objects")
        return inst.info.is_enum and has_members(inst.info) and isinstance(used, dict) and inst in used
    if stub.kind == "allocate":
        return not inst.info.is_abstract
    if stub.kind == "super":
        return inst.member_after(stub.name, super_start(stub)) is not None
    if stub.name in ANCESTORS and stub.kind == "get":
        return True
    if stub.name in ASKED and stub.kind == "get":
        return world.is_user(inst.info.module_name)
    if stub.name == "__doc__" and stub.kind == "get":
        made = is_dataclass_itself(inst.info) or inst.info.is_named_tuple
        return made or documentation(inst.info.defn) is not None  # the others' is None
    member = inst.member(stub.name)
    if member is None or is_property(member.node):
        return False
    if inst.info.is_enum and isinstance(member.node, n.Var):
        return False
    if isinstance(member.node, n.Var):
        if stub.kind == "set":
            return has_slot(world, inst.info, stub.name)
        return any(has_slot(world, base, stub.name) for base in inst.info.mro)
    return stub.kind != "set"


def update_stub(world: World, stub: Stub) -> bool:
    """Lower more of the stub's body if classes have appeared; True when it changed."""
    found = candidates(world, stub.receiver)
    had = len(stub.objects)
    more_objects = len(class_objects_with(world, stub)) != had
    more = [inst for inst in found if inst not in stub.known]
    if not more and not more_objects and stub.function.blocks:
        return False
    if stub.lowerer is None or isinstance(stub.receiver, t.PassedT) or more_objects:
        from mirage.compiler.lower.body import FunctionLowerer

        stub.function.blocks, stub.cases, stub.same, more = [], [], {}, found
        stub.lowerer = FunctionLowerer(world, None, stub.function, stub.module)
    stub.known = set(found)
    stub.lowerer.lower_stub(stub, found, more)
    return True


# of EnumType, with how many arguments: `type(x).__len__(x)` has one more
OF_ENUM_CLASSES = {"__len__": 0, "__iter__": 0, "__reversed__": 0, "__contains__": 1, "__getitem__": 1}


def of_enum_class(stub: Stub) -> bool:
    return stub.kind == "call" and OF_ENUM_CLASSES.get(stub.name) == len(stub.args)


class Dispatch(Operators):
    def dispatch_call(
        self, receiver: Value, name: str, args: list[Arg], node: n.Node | None, expected: Type
    ) -> Value:
        if any(arg.star or arg.star2 for arg in args):
            where = node or n.EllipsisExpr()
            method = self.dispatch_attribute(receiver, name, t.CallableT((), OBJECT), where)
            return self.call_value(method, args, node, expected)
        return self.dispatch("call", receiver, name, args, node, expected)

    def dispatch(
        self, kind: str, receiver: Value, name: str, args: list[Arg], node: n.Node | None, expected: Type
    ) -> Value:
        """Call the stub of this kind; arguments with stars keep them."""
        expected = t.OBJECT if isinstance(expected, t.NeverT) else expected
        signature = tuple((star_name(arg), stub_type(arg.value.type)) for arg in args)
        receiver_type = receiver.type
        function = request_stub(
            self.world, kind, receiver_type, name, signature, expected, self.library_module()
        )
        operands: list[Operand] = [self.box(receiver)]
        for arg, (_, type_) in zip(args, signature, strict=True):
            operands.append(self.coerce(arg.value, type_, node).operand)
        return Value(self.call(function, operands, node), expected)

    def dispatch_attribute(self, receiver: Value, name: str, expected: Type, node: n.Node) -> Value:
        function = request_stub(self.world, "get", receiver.type, name, (), expected, self.library_module())
        return Value(self.call(function, [self.box(receiver)], node), expected)

    def dispatch_set_attribute(self, receiver: Value, name: str, value: Value, node: n.Node) -> None:
        signature = ((None, stub_type(value.type)),)
        function = request_stub(
            self.world, "set", receiver.type, name, signature, t.NONE, self.library_module()
        )
        stored = self.coerce(value, signature[0][1], node)
        self.call(function, [self.box(receiver), stored.operand], node)

    def dispatch_truth(self, value: Value, node: n.Node) -> Operand:
        function = request_stub(
            self.world, "truth", value.type, "__bool__", (), t.BOOL, self.library_module()
        )
        return self.call(function, [self.box(value)], node)

    def library_module(self) -> str:
        """Stubs belong to the library: their frames do not show in tracebacks."""
        return "builtins"

    # -- the body of a stub ---------------------------------------------------------------------

    def lower_stub(self, stub: Stub, found: list[ClassInst], more: list[ClassInst]) -> None:
        """The body of the stub; of the classes found, `more` have no case yet."""
        receiver = stub.function.params[0]
        if isinstance(stub.receiver, t.PassedT) and passed.is_open(self.world, stub.receiver.what):
            whole = request_stub(
                self.world, stub.kind, OBJECT, stub.name, stub.args, stub.result, stub.module
            )
            result = self.call(whole, list(stub.function.params))
            self.terminate(ir.Return(None if stub.function.result is Rep.VOID else result))
            return
        name = "errors.not_callable" if stub.name == "__call__" else "errors.no_attribute"
        failing = self.runtime(name) if stub.kind != "truth" and found else None
        for inst in more:
            if not self.has_no_case(stub, inst):
                self.lower_stub_block(stub, receiver, inst, failing)
        entry = stub.function.blocks[0]
        if entry.terminator is None:
            other = self.new_block("other")
            self.begin(other)
            if stub.kind == "truth":
                self.terminate(ir.Return(ir.BoolConst(True)))
            else:
                self.stub_failure(stub, receiver)
        else:
            assert isinstance(entry.terminator, ir.SwitchClass)
            other, entry.terminator = entry.terminator.default, None
        self.block = entry
        self.terminate(ir.SwitchClass(receiver, list(stub.cases), other, self.is_object(stub.receiver)))

    def lower_stub_block(
        self, stub: Stub, receiver: ir.Reg, inst: ClassInst, failing: ir.Function | None
    ) -> None:
        """The case of one class, unless it does what classes without a case do."""
        block = self.new_block(inst.info.name)
        self.begin(block)
        try:
            self.lower_stub_case(stub, receiver, inst)
        except Refusal as refusal:
            block.ops.clear()
            self.begin(block)
            if refusal.code == "read-only":
                operands: list[Operand] = [receiver, ir.StrConst(stub.name)]
                what = {"delete": "deleter", "get": "getter", "call": "getter"}.get(stub.kind, "setter")
                self.raise_runtime("errors.read_only", [*operands, ir.StrConst(what)])
            elif stub.kind == "get" and (stub.name == "__doc__" or stub.name in ANCESTORS):
                kind = self.type_object(Value(receiver, ClassT(inst)), True)
                self.raise_runtime("errors.not_compiled", [kind.operand, ir.StrConst(stub.name)])
            else:
                member = inst.member(stub.name)
                home = member.owner.info.module_name if member is not None else ""
                if refusal.node.line > 0 and home and self.world.is_user(home):
                    self.world.report(home, refusal)  # the method itself, not this call of it
                self.stub_failure(stub, receiver)
        if self.block is None and _only_fails(block, failing):
            self.function.blocks.remove(block)
            return
        calling = _only_calls(block, self.function)
        shared = stub.same.setdefault(calling, block) if calling is not None else block
        if shared is not block:
            self.function.blocks.remove(block)
        stub.cases.append((inst.layout, shared))

    def has_no_case(self, stub: Stub, inst: ClassInst) -> bool:
        """Objects of the class have nothing of the stub's name, and nothing that stands in for it."""
        if stub.name == "__init__" and inst.info.module_name == "mirage.lowlevel":
            return True
        inst = self.as_type(inst)
        if stub.kind in KINDS and isinstance(stub.receiver, t.ObjectT):
            return not is_told(self.world, inst)
        if stub.kind not in ("call", "get") or inst.member(stub.name) is not None:
            return False
        if of_function(self.world, inst, stub.name):
            return False
        if inst.info.fullname in PROXIES:
            return False
        if is_metaclass(inst.info) or stub.name in ("__contains__", "__iter__", "__call__"):
            return False
        return stub.name.startswith("__") or inst.member("__getattr__") is None

    def stub_failure(self, stub: Stub, receiver: Operand) -> None:
        if stub.kind == "listing":
            self.raise_runtime("errors.no_dict", [receiver])
            return
        if stub.name == "__call__" or stub.kind == "call" and stub.name in OPERATIONS:
            before, after = OPERATIONS[stub.name]
            self.raise_runtime("errors.no_operation", [receiver, ir.StrConst(before), ir.StrConst(after)])
            return
        name: Operand = ir.StrConst(stub.name)
        if stub.kind in KINDS or stub.kind == "put":
            name = self.box(Value(stub.function.params[1], stub.args[0][1]))
            if stub.kind != "put" and isinstance(stub.receiver, t.ObjectT):
                self.raise_runtime("errors.not_computed", [receiver, name])
                return
        self.raise_runtime("errors.no_attribute", [receiver, name])

    def as_type(self, inst: ClassInst) -> ClassInst:
        """What metaclasses of the library do is done for `type`, class by class."""
        if is_metaclass(inst.info) and not self.world.is_user(inst.info.module_name):
            return self.world.builtin("type")
        return inst

    def lower_stub_case(self, stub: Stub, receiver: ir.Reg, inst: ClassInst) -> None:
        inst = self.as_type(inst)
        this = inst.this
        if isinstance(this, ClassT):
            this = ClassT(inst, exact=True)
        value = Value(self.unbox(receiver, this), this)
        args = [
            Arg(
                Value(reg, type_),
                None if name in ("*", "**") else name,
                star=name == "*",
                star2=name == "**",
            )
            for reg, (name, type_) in zip(stub.function.params[1:], stub.args, strict=True)
        ]
        if inst.info.fullname in PROXIES and self.lower_proxy_case(stub, receiver):
            return
        if stub.kind.startswith("super"):
            self.lower_super_case(stub, value, inst, args)
            return
        if stub.kind == "truth" and isinstance(this, t.ObjectT):
            self.terminate(ir.Return(ir.BoolConst(True)))  # an `object()`
            return
        if stub.kind == "truth":
            self.terminate(ir.Return(self.truth(value, n.EllipsisExpr())))
            return
        node = n.EllipsisExpr()
        if stub.kind == "set" and is_metaclass(inst.info) and inst.member(stub.name) is None:
            self.lower_class_objects(stub, receiver, args)
            return
        if stub.kind == "set":
            self.write_attribute(value, stub.name, args[0].value, node)
            self.terminate(ir.Return(None))
            return
        if stub.kind == "listing":
            lower_listing(self, receiver, value, stub.name)
            return
        if stub.kind == "put":
            lower_put(self, receiver, value, args)
            return
        if stub.kind in ITEM_KINDS:
            lower_item(self, stub.kind, receiver, value, args)
            return
        if stub.kind in KINDS:
            lower_case(self, stub.kind, stub.name, receiver, value, args)
            return
        if stub.kind in ("store", "forget"):
            lower_by_name(self, stub.kind, receiver, value, inst, args)
            return
        if stub.kind == "delete":
            if not call_hook(self, value, "__delattr__", [self.constant_str(stub.name)], node):
                self.delete_unguarded(value, stub.name, node)
            self.terminate(ir.Return(None))
            return
        member = inst.member(stub.name)
        if is_metaclass(inst.info) and (
            member is None
            or stub.name in ANCESTORS
            or stub.name in ("__doc__", "__annotations__")
            or stub.kind in ("allocate", "enum table")
        ):
            self.lower_class_objects(stub, receiver, args)
            return
        if stub.name == "__hash__" and stub.kind == "call" and _is_declared_none(member):
            self.raise_runtime("errors.unhashable", [receiver])
            return
        if stub.name in ("__iter__", "__reversed__") and stub.kind == "call" and _is_declared_none(member):
            self.stub_failure(stub, receiver)
            return
        if stub.name == "__contains__" and stub.kind == "call" and len(args) == 1:
            if _is_declared_none(member):
                text = [ir.StrConst("'"), ir.StrConst("' object is not a container")]
                self.raise_runtime("errors.no_operation", [receiver, *text])
                return
            if inst.info.fullname == "builtins.str" and args[0].value.type != self.world.str_type:
                operands: list[Operand] = [receiver, self.box(args[0].value)]
                answer = self.call(self.runtime("dynamic.text_contains"), operands)
                self.return_from_stub(stub, Value(answer, t.BOOL))
                return
            if member is None and (inst.member("__iter__") or inst.member("__getitem__")):
                self.return_from_stub(stub, self.iterate_contains(args[0].value, value, node))
                return
        if member is None and stub.name == "__iter__" and stub.kind == "call" and by_index(inst):
            made = self.call(self.world_function("builtins._iterate_by_index"), [receiver])
            self.return_from_stub(stub, Value(made, OBJECT))
            return
        if member is None and of_function(self.world, inst, stub.name):
            result = read_from_function(self, value, stub.name, node)
            if stub.kind == "call":
                result = self.call_value(result, args, node, stub.result)
            self.return_from_stub(stub, result)
            return
        meta = metaclass_of(self.world, inst.info) if member is None and stub.kind == "get" else None
        if meta is not None and stub.name in meta.fields:
            self.return_from_stub(stub, self.attribute(value, stub.name, node))
            return
        if member is None:
            computed = inst.member("__getattr__")
            if computed is not None and not stub.name.startswith("__"):
                name = self.constant_str(stub.name)
                result = self.call_member(value, computed, [Arg(name)], node, OBJECT)
                if stub.kind == "call":
                    result = self.call_value(result, args, node, stub.result)
                self.return_from_stub(stub, result)
                return
            if stub.kind == "call" and stub.name == "__call__" and isinstance(this, ClassT):
                result = self.call_value(Value(receiver, t.CallableT((), OBJECT)), args, node, stub.result)
                self.return_from_stub(stub, result)
                return
            self.stub_failure(stub, receiver)
            return
        narrow = isinstance(stub.receiver, t.PassedT)
        if stub.kind == "get" and is_hidden(member):
            self.stub_failure(stub, receiver)
            return
        if stub.kind == "get" and this == t.INT and function_of(member.node) and not is_property(member.node):
            result = self.bound_method(value, stub.name, node, exactly=True)
        elif stub.kind == "get":
            result = self.attribute(value, stub.name, node)
        elif stub.name == "__str__" and narrow and member.owner.info.fullname == "builtins.object":
            # `object.__str__` would dispatch over all classes again
            result = self.invoke(value, "__repr__", args, node, self.stub_expectation(stub))
        elif is_property(member.node) or isinstance(member.node, n.Var):
            result = self.call_value(self.attribute(value, stub.name, node), args, node, stub.result)
        else:
            item = function_of(member.node)
            if item is not None and not isinstance(member.node, n.OverloadedFuncDef):
                if not self.fits_arity(item, member.owner, args):
                    method = self.bound_method(value, stub.name, node)
                    self.return_from_stub(stub, self.call_value(method, args, node, OBJECT))
                    return
            open_ = len(args) == 1 and isinstance(args[0].value.type, t.ObjectT | t.UnionT)
            if stub.name in OPERATORS and open_:
                self.test_operand(stub, receiver, member, args[0].value)
            if this == t.INT or isinstance(this, t.ObjectT):  # `invoke` would dispatch on the class again
                result = self.call_member(value, member, args, node, self.stub_expectation(stub))
            else:
                result = self.invoke(value, stub.name, args, node, self.stub_expectation(stub))
        if stub.name == "__iter__" and stub.kind == "call":
            self.check_iterator(result)
        if stub.name == "__len__" and stub.kind == "call":
            result = self.checked_length(result, member, node)
        if isinstance(result.type, t.ObjectT) and self.vouched(stub, member):
            result = self.reinterpret(result, stub.result)
        self.return_from_stub(stub, result)

    def lower_proxy_case(self, stub: Stub, receiver: ir.Reg) -> bool:
        """A weak proxy: the same with its object; False for what it does itself."""
        if stub.kind not in ("call", "get", "set", "delete", "listing", "put", "fetch"):
            if stub.kind not in ITEM_KINDS:
                return False
        if stub.kind == "call" and stub.name.startswith("__"):
            return False  # an operation: the class has a method for it, or there is none
        if stub.name == "__call__":
            return False
        whole = request_stub(self.world, stub.kind, OBJECT, stub.name, stub.args, stub.result, stub.module)
        target = self.call(self.world_function("weakref._referent"), [receiver])
        operands: list[Operand] = [target, *stub.function.params[1:]]
        result = self.call(whole, operands)
        self.terminate(ir.Return(None if stub.function.result is Rep.VOID else result))
        return True

    def check_iterator(self, value: Value) -> None:
        """What `__iter__` of the application gave, where its type does not say that it is an iterator."""
        inst = self.world.class_of(value.type)
        if inst is None or isinstance(value.type, t.ObjectT) or inst.member("__next__") is None:
            self.call(self.runtime("dynamic.check_iterator"), [self.box(value)])

    def test_operand(self, stub: Stub, receiver: ir.Reg, member: Member, other: Value) -> None:
        """An operator of a built-in class gives NotImplemented for operands it does not know.

        So does one of the application that may decline: its operands are Any here, whatever it declares.
        """
        if not self.world.modules[member.owner.info.module_name].library:
            if stub.name in ("__eq__", "__ne__") or not declines(self.world, function_of(member.node)):
                return
        wanted: list[Type] = []
        for item in self.signatures(member.node):
            declared = mt.get_proper_type(item.type)
            if not isinstance(declared, mt.CallableType) or len(declared.arg_types) < 2:
                return
            operand = self.world.translate(declared.arg_types[1], member.owner.code.substitution)
            wanted += operand.items if isinstance(operand, t.UnionT) else [operand]
        if t.FLOAT in wanted or any(map(self.world.is_complex, wanted)):
            wanted.append(t.NUMBER)
        known = t.union(wanted)
        if isinstance(known, t.ObjectT | t.NeverT):
            return
        good, bad = self.new_block("operand"), self.new_block("notimplemented")
        self.branch(self.is_instance(self.box(other), known), good, bad, likely=True)
        self.begin(bad)
        if isinstance(stub.result, t.ObjectT):
            self.terminate(ir.Return(self.not_implemented()))
        else:
            operands: list[Operand] = [ir.StrConst(stub.name), receiver, self.box(other)]
            self.raise_runtime("errors.unsupported_operands", operands)
        self.begin(good)

    def lower_class_objects(self, stub: Stub, receiver: ir.Reg, args: list[Arg]) -> None:
        """The receiver is a class: compare it with those that have the attribute."""
        node = n.EllipsisExpr()
        for inst in class_objects_with(self.world, stub):
            mine, other = self.new_block(inst.info.name), self.new_block("other")
            self.branch(self.prim(Rep.BOOL, "is", receiver, ir.TypeObject(inst.layout)), mine, other)
            self.begin(mine)
            try:
                if stub.kind == "set":
                    self.write_class_variable(inst.info, stub.name, args[0].value, node)
                    self.terminate(ir.Return(None))
                    self.begin(other)
                    continue
                if stub.kind == "super":
                    result = self.super_of(self.class_object(inst), inst, stub, args)
                elif stub.kind == "allocate":
                    result = self.allocated(inst)
                elif stub.kind == "enum table":
                    result = self.enum_table(inst.info)
                elif stub.kind == "get":
                    result = self.class_attribute(inst.info, stub.name, node)
                elif of_enum_class(stub):
                    result = self.call_enum_class(inst.info, stub, args)
                else:
                    member = inst.member(stub.name)
                    assert member is not None
                    result = self.call_class_member(
                        self.class_object(inst), inst, member, args, node, stub.result
                    )
                self.return_from_stub(stub, result)
            except Refusal:
                mine.ops.clear()
                self.begin(mine)
                if stub.kind == "get":
                    self.raise_runtime("errors.not_compiled", [receiver, ir.StrConst(stub.name)])
                else:
                    self.stub_failure(stub, receiver)
            self.begin(other)
        if stub.kind == "get" and stub.name == "__doc__":
            self.return_from_stub(stub, NONE_VALUE)
            return
        self.stub_failure(stub, receiver)

    def call_enum_class(self, info: n.TypeInfo, stub: Stub, args: list[Arg]) -> Value:
        node = n.EllipsisExpr()
        if stub.name == "__contains__":
            return self.enum_contains(info, args[0].value, node)
        if stub.name == "__len__":
            return self.enum_length(info, node)
        if stub.name == "__getitem__":
            return self.enum_named(info, args[0].value, node)
        return self.invoke(self.enum_list(info, node), stub.name, [], node, OBJECT)

    def lower_super_case(self, stub: Stub, value: Value, inst: ClassInst, args: list[Arg]) -> None:
        """`super().name` in a method of the receiver's class, on an object of `inst`."""
        if is_metaclass(inst.info) and isinstance(stub.receiver, t.TypeT):
            assert isinstance(value.operand, ir.Reg)
            self.lower_class_objects(stub, value.operand, args)
            return
        self.return_from_stub(stub, self.super_of(value, inst, stub, args))

    def super_of(self, this: Value, inst: ClassInst, stub: Stub, args: list[Arg]) -> Value:
        found = inst.member_after(stub.name, super_start(stub))
        if found is None and surely_lacks(self.world, inst, super_start(stub), stub.name):
            self.raise_runtime("errors.super_lacks", [ir.StrConst(stub.name)])
            return NONE_VALUE
        if found is None:
            raise Refusal(inst.info.defn, "unsupported", f"`super().{stub.name}`")
        node = n.EllipsisExpr()
        if stub.kind == "super property":
            return self.call_member(this, found, [], node, stub.result)
        return self.call_next(this, found, args, node, stub.result)

    def vouched(self, stub: Stub, member: Member) -> bool:
        """The result has the type of one of the receiver's arguments, which are known."""
        item = function_of(member.node)
        callable_ = mt.get_proper_type(item.type) if item is not None else None
        if not isinstance(callable_, mt.CallableType) or not member.owner.args:
            return False
        named = {v.id for v in get_type_vars(callable_.ret_type)}
        return bool(named & {v.id for v in member.owner.info.defn.type_vars}) and not (
            isinstance(stub.receiver, ClassT) and any(isinstance(a, t.AnyT) for a in stub.receiver.inst.args)
        )

    def stub_expectation(self, stub: Stub) -> Type:
        return stub.result

    def fits_arity(self, item: n.FuncDef, owner: ClassInst, args: list[Arg]) -> bool:
        boxed = [OBJECT for _ in args]
        return self.fits(item, owner, list(boxed), args)

    def return_from_stub(self, stub: Stub, result: Value) -> None:
        if not self.alive:
            return
        if t.result_rep(stub.result) is Rep.VOID:
            self.terminate(ir.Return(None))
            return
        if t.holds_int(result.type) and t.loses_int(result.type, stub.result):
            self.world.flows.mix(None)
        converted = self.coerce(result, stub.result)
        if self.alive:
            self.terminate(ir.Return(converted.operand))


def _only_fails(block: ir.Block, failing: ir.Function | None) -> bool:
    """All the block does is to raise what the stub raises for other classes."""
    if failing is None or not block.ops or not isinstance(block.terminator, ir.Unreachable):
        return False
    last = block.ops[-1]
    return (
        isinstance(last, ir.Call)
        and last.function is failing
        and all(isinstance(op, ir.Prim | ir.Move) for op in block.ops[:-1])
    )


def _only_calls(block: ir.Block, stub: ir.Function) -> object:
    """What the block calls, if all it does is to hand the stub's own parameters on and the result back."""
    if len(block.ops) != 1 or not isinstance(block.terminator, ir.Return):
        return None
    call = block.ops[0]
    if type(call) is not ir.Call or call.on_error is not None or block.terminator.value is not call.dst:
        return None
    if not all(isinstance(arg, ir.Reg) and arg in stub.params for arg in call.args):
        return None
    return call.function, tuple(map(id, call.args)), call.site, call.line


def _is_declared_none(member: Member | None) -> bool:
    """`__hash__ = None`, or `__hash__: ClassVar[None]`."""
    return (
        member is not None
        and isinstance(member.node, n.Var)
        and isinstance(mt.get_proper_type(member.node.type), mt.NoneType)
    )


def super_start(stub: Stub) -> n.TypeInfo:
    """The class in whose method `super()` stands."""
    receiver = stub.receiver.item if isinstance(stub.receiver, t.TypeT) else stub.receiver
    assert isinstance(receiver, ClassT)
    return receiver.inst.info


def star_name(arg: Arg) -> str | None:
    """An argument's name in a stub's signature; stars count as names."""
    return "*" if arg.star else "**" if arg.star2 else arg.name


def stub_type(type_: Type) -> Type:
    """Arguments travel in few shapes, so that stubs are shared."""
    if isinstance(type_, t.NoneT | t.NeverT | t.AnyT):
        return OBJECT
    return t.plain(type_)
