"""`obj.__dict__` and `vars(obj)` of objects of the application's classes.

    json.dumps(obj.__dict__)       =>    a stub (`listing`) makes a dict of the attributes that the object has
    obj.__dict__[name] = value     =>    a stub (`put`) compares `name` with the attributes, and stores

On CPython the dict lives with the object.  Ours is a copy, which is the same where it is read at once: it is
refused where it is kept or changed, and for classes whose attributes come in an order that is not known at
build time (attribute_order.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from mypy import nodes as n

from mirage.compiler.frontend.described import key_of
from mirage.compiler.frontend.walk import children, walk
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.arguments import Arg
from mirage.compiler.lower.attribute_order import Unclear, attribute_order
from mirage.compiler.lower.builder import NONE_VALUE, Value
from mirage.compiler.lower.class_slots import DIRECTORY
from mirage.compiler.lower.classes import ClassInst
from mirage.compiler.lower.computed import DATACLASS, as_owner, is_namespace, known_classes
from mirage.compiler.lower.dataclass_info import slots_of_dataclass
from mirage.compiler.lower.dicts_of_objects import object_of_dict, put_in
from mirage.compiler.lower.metaclasses import is_metaclass
from mirage.compiler.lower.types import OBJECT, ClassT, Type
from mirage.compiler.lower.world import Refusal

if TYPE_CHECKING:
    from mirage.compiler.lower.builder import Builder
    from mirage.compiler.lower.comparisons import Comparisons
    from mirage.compiler.lower.dispatch import Dispatch
    from mirage.compiler.lower.subscripts import Subscripts
    from mirage.compiler.lower.world import World

VIEWS = {"items", "keys", "values"}
READERS = {
    f"builtins.{name}"
    for name in (
        "all", "any", "dict", "enumerate", "filter", "format", "frozenset", "len", "list", "map", "max",
        "min", "print", "repr", "reversed", "set", "sorted", "str", "sum", "tuple", "zip",
    )
} | {
    "collections.OrderedDict", "collections.Counter", "copy.copy", "copy.deepcopy", "json.dump", "json.dumps",
    "types.SimpleNamespace",
}  # fmt: skip
"""What looks at an argument and does not keep it."""
ORDERLESS = {f"builtins.{name}" for name in ("sorted", "len", "set", "frozenset", "bool")}
TAKING = {"update", "format", "join", "extend", "format_map"}  # methods that do so too
ENCODERS = {"json.dump", "json.dumps", "json.encoder.JSONEncoder", "json.JSONEncoder"}


def refusal(node: n.Node, why: str, instead: str) -> Refusal:
    return Refusal(node, "dynamic-namespace", f"`__dict__` cannot be compiled here: {why}", instead)


def of_class_or_module(node: n.Node) -> Refusal:
    return refusal(
        node,
        "classes and modules have no dict at run time",
        "name the attributes; an attribute whose class has `__set_name__` is told its name and its class, and"
        " may enter itself in a registry",
    )


_KEPT = "what it gives is a copy of the attributes, and this may keep or change it"
_COPY = "write `dict(obj.__dict__)` for a copy, `setattr(obj, name, value)` to change the object"


# -- where it stands ------------------------------------------------------------------------------


def is_read_only(world: World, module: str, node: n.Expression) -> bool:
    """The expression stands where its dict is read at once."""
    return node in _found(world, module, "read only dicts", _read_only)


def is_orderless(world: World, module: str, node: n.Expression) -> bool:
    """The order of the attributes does not matter where the expression stands."""
    return node in _found(world, module, "orderless dicts", _orderless)


def _found(
    world: World, module: str, what: str, find: Callable[[n.MypyFile], Iterator[n.Expression]]
) -> set[n.Expression]:
    """The expressions of a module that `find` finds, kept for the next lowering."""
    known = world.index.found.get((what, module))
    if not isinstance(known, set):
        known = world.index.found[what, module] = set(find(world.trees[module]))
    return known


def _orderless(tree: n.MypyFile) -> Iterator[n.Expression]:
    for node in walk(tree):
        if isinstance(node, n.CallExpr) and isinstance(node.callee, n.NameExpr) and len(node.args) == 1:
            if node.callee.fullname in ORDERLESS:
                yield _dict_of(node.args[0])
        elif isinstance(node, n.ComparisonExpr):
            yield from map(_dict_of, node.operands)
        elif isinstance(node, n.IndexExpr):
            yield node.base


def _read_only(tree: n.MypyFile) -> Iterator[n.Expression]:
    from mirage.compiler.lower.world import assignment_targets

    defaults = _defaults(tree)
    changed = {target for node in walk(tree) for target in assignment_targets(node)}
    for node in walk(tree):
        if node in changed:  # `obj.__dict__[name] += 1`
            continue
        for part, is_view in _read_by(node, defaults):
            if is_view and isinstance(part, n.CallExpr) and isinstance(part.callee, n.MemberExpr):
                if part.callee.name in VIEWS and not part.args:
                    yield part.callee.expr
            yield part


def _read_by(node: n.Node, defaults: set[n.Node]) -> Iterator[tuple[n.Expression, bool]]:
    """The parts that a node reads, and whether it may be a view (`obj.__dict__.items()`) too."""
    match node:
        case n.CallExpr(callee=n.MemberExpr(expr=owner, name="copy" | "get")):
            yield owner, False
        case n.ComparisonExpr():
            for operand in node.operands:
                yield operand, True
        case n.IndexExpr(base=base):
            yield base, False
        case n.DictExpr():
            for name, value in node.items:
                if name is None:
                    yield value, False
        case n.OpExpr(op="|"):
            yield node.left, False
            yield node.right, False
        case n.ForStmt(expr=source):
            owner_ = object_of_dict(_dict_of(source))
            if owner_ is None or not _changes(node.body, owner_, node.index):
                yield source, True
        case n.GeneratorExpr() | n.DictionaryComprehension():
            for source in node.sequences:
                yield source, True
        case n.StarExpr(expr=inner):
            yield inner, True
        case n.ReturnStmt(expr=value) if value is not None and node in defaults:
            yield value, False
    if not isinstance(node, n.CallExpr):
        return
    callee = node.callee
    reads = isinstance(callee, n.RefExpr) and (
        callee.fullname in READERS or isinstance(callee, n.MemberExpr) and callee.name in TAKING
    )
    for argument, kind in zip(node.args, node.arg_kinds, strict=True):
        if reads or kind in (n.ARG_STAR, n.ARG_STAR2):
            yield argument, True


def _dict_of(node: n.Expression) -> n.Expression:
    """Of `obj.__dict__.items()` what is before the method."""
    if isinstance(node, n.CallExpr) and isinstance(node.callee, n.MemberExpr) and node.callee.name in VIEWS:
        return node.callee.expr
    return node


def _changes(body: n.Block, owner: n.Expression, index: n.Node) -> bool:
    """The body of a loop over the attributes changes others than the one whose turn it is."""
    from mirage.compiler.lower.world import assignment_targets

    name = owner.node if isinstance(owner, n.NameExpr) else None
    turn = index.items[0] if isinstance(index, n.TupleExpr) else index
    own = turn.node if isinstance(turn, n.NameExpr) else None

    def same(other: n.Node | None) -> bool:
        return name is None or isinstance(other, n.NameExpr) and other.node is name

    def others(key: n.Expression) -> bool:
        return own is None or not isinstance(key, n.NameExpr) or key.node is not own

    for node in walk(body):
        for target in assignment_targets(node):
            if isinstance(target, n.MemberExpr) and same(target.expr):
                return True
            if isinstance(target, n.IndexExpr) and same(put_in(target)) and put_in(target) is not None:
                if others(target.index):
                    return True
        if isinstance(node, n.CallExpr) and isinstance(node.callee, n.RefExpr) and node.args:
            if node.callee.fullname in ("builtins.setattr", "builtins.delattr") and same(node.args[0]):
                if node.callee.fullname == "builtins.delattr" or others(node.args[1]):
                    return True
    return False


def _defaults(tree: n.MypyFile) -> set[n.Node]:
    """The `return` statements of what JSON encoders call for objects they do not know."""
    functions: set[n.Node] = set()
    for node in walk(tree):
        if isinstance(node, n.ClassDef) and any(base.fullname in ENCODERS for base in node.info.mro[1:]):
            entry = node.info.names.get("default")
            if entry is not None and isinstance(entry.node, n.FuncDef):
                functions.add(entry.node)
        if isinstance(node, n.CallExpr) and isinstance(node.callee, n.RefExpr):
            if node.callee.fullname in ENCODERS:
                for argument, name in zip(node.args, node.arg_names, strict=True):
                    if name == "default" and isinstance(argument, n.LambdaExpr):
                        functions.add(argument)
                    elif name == "default" and isinstance(argument, n.NameExpr):
                        if isinstance(argument.node, n.FuncDef):
                            functions.add(argument.node)
    return {part for function in functions for part in _own(function) if isinstance(part, n.ReturnStmt)}


def _own(function: n.Node) -> Iterator[n.Node]:
    """The parts of a function without those of functions in it."""
    stack = children(function)
    while stack:
        node = stack.pop()
        yield node
        if not isinstance(node, n.FuncDef | n.LambdaExpr):
            stack += children(node)


_WITHOUT_DICT = {
    "builtins.object", "typing.Generic", "typing.Protocol", "typing_extensions.Protocol", "abc.ABC",
    "builtins.int", "builtins.str", "builtins.bytes", "builtins.tuple", "builtins.list", "builtins.dict",
    "builtins.set", "builtins.frozenset", "builtins.float", "builtins.complex",
}  # fmt: skip
ANY_ORDER = " in any order"  # the end of the name of stubs for whose users the order does not matter
ITEM_KINDS = ("take", "drop", "holds")  # stubs that read, take out and look for one item


def owner_of_dict(lower: Builder, node: n.IndexExpr | n.CallExpr) -> n.Expression | None:
    """The object whose attributes are read or set through its `__dict__`."""
    owner = None if lower.library else put_in(node)
    return None if owner is None or is_namespace(lower.type_of(owner)) else owner


# -- reading and storing --------------------------------------------------------------------------


def read(lower: Dispatch, receiver: Value, node: n.Expression) -> Value:
    """`obj.__dict__`, where it is read only."""
    if isinstance(receiver.type, t.TypeT):
        raise of_class_or_module(node)
    if isinstance(receiver.type, ClassT) and is_metaclass(receiver.type.inst.info):
        raise of_class_or_module(node)
    if not is_read_only(lower.world, lower.module_name, node):
        raise refusal(node, _KEPT, _COPY)
    orderless = is_orderless(lower.world, lower.module_name, node)
    _check(lower, receiver, node, orderless)
    name = "vars" if isinstance(node, n.CallExpr) else "__dict__"
    if orderless:
        name += ANY_ORDER
    return lower.dispatch("listing", receiver, name, [], node, result_type(lower))


def result_type(lower: Dispatch) -> ClassT:
    return ClassT(lower.world.builtin("dict", lower.world.str_type, t.ANY))


def _check(lower: Dispatch, receiver: Value, node: n.Expression, any_order: bool) -> None:
    """The attributes of all that the object may be are known, where its class is."""
    type_ = receiver.type
    if isinstance(type_, t.AnyT | t.ObjectT):
        return
    items = type_.items if isinstance(type_, t.UnionT) else [type_]
    for item in items:
        if isinstance(item, t.NoneT) or isinstance(item, ClassT) and item.inst.info.fullname == DATACLASS:
            continue
        if isinstance(item, t.TypeT):
            raise of_class_or_module(node)
        if not isinstance(item, ClassT) or not lower.world.is_user(item.inst.info.module_name):
            raise refusal(
                node, f"the object is `{item}`, which is no class of the program", "name the attributes"
            )
        if item.inst.info.is_protocol:
            continue
        for info in [item.inst.info, *lower.world.subclasses.get(item.inst.info, [])]:
            if info.is_abstract or info.is_protocol or has_dict(lower.world, info) is False:
                continue
            try:
                attribute_order(lower.world, info, any_order)
            except Unclear as unclear:
                why = f"the attributes of `{info.name}`, or their order, are not known: {unclear}"
                raise refusal(node, why, "set all attributes in `__init__`, in one order") from None


def known_owner(lower: Subscripts, owner: n.Expression | None) -> Value | None:
    """The object of `owner.__dict__`, where it is of the application's classes."""
    if lower.library or owner is None or is_namespace(lower.type_of(owner)):
        return None
    receiver = as_owner(lower, owner, lower.expr(owner))
    return lower.stable(receiver) if known_classes(lower.world, receiver.type) else None


def item_of_dict(lower: Subscripts, node: n.IndexExpr) -> Value | None:
    """`obj.__dict__[name]`, where the attributes are known; `C.__dict__["name"]` of a class's variable."""
    owner = object_of_dict(node.base)
    if isinstance(owner, n.RefExpr) and isinstance(owner.node, n.TypeInfo) and not lower.library:
        if isinstance(node.index, n.StrExpr):
            entry = owner.node.names.get(node.index.value)
            if entry is not None and isinstance(entry.node, n.Var) and entry.node.is_initialized_in_class:
                return lower.class_variable(owner.node, node.index.value, node)
        return None
    receiver = known_owner(lower, owner)
    if receiver is None:
        return None
    return lower.dispatch("take", receiver, "__dict__", [Arg(lower.expr(node.index))], node, t.ANY)


def call_of_dict(lower: Dispatch, node: n.CallExpr) -> Value | None:
    """`obj.__dict__.get(name)` and `pop`, with or without a default."""
    callee = node.callee
    if not isinstance(callee, n.MemberExpr) or callee.name not in ("get", "pop") or not node.args:
        return None
    receiver = known_owner(lower, object_of_dict(callee.expr)) if set(node.arg_kinds) == {n.ARG_POS} else None
    if receiver is None:
        return None
    given = [Arg(lower.stable(lower.expr(argument))) for argument in node.args]
    given[1:] = [Arg(Value(lower.box(one.value), t.ANY)) for one in given[1:]]
    if callee.name == "get" and len(given) == 1:
        given.append(Arg(Value(lower.box(NONE_VALUE), t.ANY)))
    kind = "take" if callee.name == "get" else "drop"
    return lower.dispatch(kind, receiver, "__dict__", given, node, t.ANY)


def delete_of_dict(lower: Dispatch, node: n.IndexExpr) -> bool:
    """`del obj.__dict__[name]`; False where the attributes are not known."""
    receiver = known_owner(lower, object_of_dict(node.base))
    if receiver is not None:
        lower.dispatch("drop", receiver, "__dict__", [Arg(lower.expr(node.index))], node, t.ANY)
    return receiver is not None


def is_in_dict(lower: Comparisons, name: n.Expression, of: n.Expression) -> Value | None:
    """`name in obj.__dict__`."""
    owner = object_of_dict(of)
    if owner is None or lower.library or is_namespace(lower.type_of(owner)):
        return None
    asked = lower.stable(lower.expr(name))
    receiver = known_owner(lower, owner)
    if receiver is None:
        return None
    return lower.dispatch("holds", receiver, "__dict__", [Arg(asked)], of, t.BOOL)


def put(lower: Dispatch, receiver: Value, name: Value, value: Value, node: n.Node) -> None:
    """`obj.__dict__[name] = value`."""
    type_ = receiver.type
    if not known_classes(lower.world, type_):
        raise refusal(
            node,
            f"the object is `{type_}`, no class of the program",
            "annotate the object with its class, or with a base class of all classes that it may be of",
        )
    given = Arg(Value(lower.box(value), t.ANY))
    lower.dispatch("put", receiver, "__dict__", [Arg(name), given], node, t.NONE)


def update(lower: Dispatch, owner: n.Expression, node: n.CallExpr) -> Value:
    """`obj.__dict__.update(...)`."""
    receiver = lower.stable(lower.expr(owner))
    wanted = result_type(lower)
    source = object_of_dict(node.args[0]) if node.arg_kinds == [n.ARG_POS] else None
    given: list[Arg]
    if source is not None and not is_namespace(lower.type_of(source)):
        other = lower.expr(source)
        _check(lower, other, node.args[0], True)
        given = [Arg(lower.dispatch("listing", other, "__dict__" + ANY_ORDER, [], node, wanted))]
    else:
        given = lower.arguments(node)
    made = lower.invoke_class(lower.world.builtin("dict", *wanted.inst.args), [], node)
    made = lower.stable(made)
    lower.invoke(made, "update", given, node, t.NONE)
    names = lower.stable(lower.invoke_class(lower.world.builtin("list", wanted.inst.args[0]), [made], node))
    index, count = lower.reg(Rep.I64, "index"), lower.reg(Rep.I64, "count")
    size = lower.coerce(lower.invoke(names, "__len__", [], node, t.INT), t.I64, node)
    lower.move(count, size.operand)
    lower.move(index, ir.RawConst(0, Rep.I64))
    head, body, done = lower.new_block("next"), lower.new_block("put"), lower.new_block("done")
    lower.jump(head)
    lower.begin(head)
    lower.branch(lower.prim(Rep.BOOL, "lt", index, count), body, done)
    lower.begin(body)
    at = lower.coerce(Value(index, t.I64), t.INT, node)
    name = lower.stable(lower.invoke(names, "__getitem__", [at], node, lower.world.str_type))
    value = lower.invoke(made, "__getitem__", [name], node, OBJECT)
    put(lower, receiver, name, value, node)
    lower.move(index, lower.prim(Rep.I64, "add", index, ir.RawConst(1, Rep.I64)))
    lower.jump(head)
    lower.begin(done)
    return NONE_VALUE


def has_dict(world: World, info: n.TypeInfo) -> bool | None:
    """Objects of exactly this class have a `__dict__`; None where a class of the library would tell."""
    if info.is_named_tuple:
        return False
    for base in info.mro:
        if base.fullname in _WITHOUT_DICT:
            continue
        if base.slots is None and slots_of_dataclass(base) is None:
            return True if base is info or world.is_user(base.module_name) else None
    return False


def found_dict(lower: Dispatch, receiver: Value, node: n.Node) -> Value:
    """`hasattr(obj, "__dict__")`."""
    items = receiver.type.items if isinstance(receiver.type, t.UnionT) else (receiver.type,)
    with_dict: dict[n.TypeInfo, bool] = {}
    for item in items:
        if isinstance(item, t.NoneT):
            continue
        known = isinstance(item, ClassT) and lower.world.is_user(item.inst.info.module_name)
        if not known or not isinstance(item, ClassT) or item.inst.info.is_protocol:
            raise refusal(
                node,
                f"whether `{receiver.type}` has one is not known",
                "ask for an attribute that it should have",
            )
        below = [] if item.exact else lower.world.subclasses.get(item.inst.info, [])
        for info in (item.inst.info, *below):
            found = has_dict(lower.world, info)
            if found is None:
                why = f"whether objects of `{info.name}` have one is not known"
                raise refusal(node, why, "ask for an attribute that it should have")
            with_dict[info] = found
    if len(set(with_dict.values())) == 1 and not any(isinstance(item, t.NoneT) for item in items):
        return Value(ir.BoolConst(with_dict.popitem()[1]), t.BOOL)
    result, done = lower.reg(Rep.BOOL, "has dict"), lower.new_block("asked")
    kind = lower.type_object(lower.stable(receiver)).operand
    lower.move(result, ir.BoolConst(False))
    for info in (info for info, found in with_dict.items() if found):
        hit, other = lower.new_block(info.name), lower.new_block("other")
        layout = lower.world.class_inst(info, ()).layout
        lower.branch(lower.prim(Rep.BOOL, "is", kind, ir.TypeObject(layout)), hit, other)
        lower.begin(hit)
        lower.move(result, ir.BoolConst(True))
        lower.jump(done)
        lower.begin(other)
    lower.jump(done)
    lower.begin(done)
    return Value(result, t.BOOL)


def lower_listing(lower: Dispatch, receiver: ir.Reg, value: Value, name: str) -> None:
    """The case of one class: its attributes in their order, but for those that the object has not."""
    node = n.EllipsisExpr()
    inst = lower.world.class_of(value.type)
    if inst is None or not lower.world.is_user(inst.info.module_name):
        raise Refusal(node, "unsupported", "no attributes that are known")  # see errors.no_dict
    if name == DIRECTORY:
        from mirage.compiler.lower.directories import lower_directory

        lower_directory(lower, receiver, inst)
        return
    if has_dict(lower.world, inst.info) is False:
        asked = name.removesuffix(ANY_ORDER)
        lower.raise_runtime("errors.without_dict", [receiver, ir.StrConst(asked)])
        return
    try:
        names = attribute_order(lower.world, inst.info, name.endswith(ANY_ORDER))
    except Unclear:
        lower.raise_runtime("errors.no_order", [receiver])
        return
    wanted = result_type(lower)
    result, made = lower.new_dict(wanted.inst.args[0], wanted.inst.args[1], node)
    made = lower.stable(made)
    for name in names:
        after = lower.new_block("after")
        type_ = field_is_there(lower, receiver, inst, name, after)
        held = lower.reg(type_.rep, name)
        lower.emit(ir.GetField(held, receiver, inst.layout, name))
        item = Value(lower.box(Value(held, type_)), t.ANY)
        lower.invoke(made, "__setitem__", [lower.constant_str(shown(inst, name)), item], node, t.NONE)
        lower.jump(after)
        lower.begin(after)
    lower.terminate(ir.Return(lower.box(Value(made.operand, result.type))))


def lower_put(lower: Dispatch, receiver: ir.Reg, value: Value, args: list[Arg]) -> None:
    """The case of one class: compare the name with each of its attributes."""
    node = n.EllipsisExpr()
    inst = lower.world.class_of(value.type)
    assert inst is not None
    name = lower.stable(lower.coerce(args[0].value, lower.world.str_type, node))
    for field in _matching(lower, receiver, inst, name):
        lower.store_field(receiver, inst, field, args[1].value, node)
        lower.terminate(ir.Return(None))
    if lower.alive:
        lower.raise_runtime("errors.no_attribute", [receiver, name.operand])


def lower_item(lower: Dispatch, kind: str, receiver: ir.Reg, value: Value, args: list[Arg]) -> None:
    """The case of one class of `take`, `drop` and `holds`."""
    inst = lower.world.class_of(value.type)
    assert inst is not None
    name = lower.stable(Value(lower.box(args[0].value), t.ANY))
    absent = lower.new_block("absent")
    for field in _matching(lower, receiver, inst, name):
        type_ = field_is_there(lower, receiver, inst, field, absent)
        if kind == "holds":
            lower.terminate(ir.Return(ir.BoolConst(True)))
        elif kind == "drop" and not lower.world.index.described.is_added(inst.info, field):
            lower.raise_runtime("errors.not_computed", [receiver, lower.constant_str(field).operand])
        else:
            held = lower.reg(type_.rep, field)
            lower.emit(ir.GetField(held, receiver, inst.layout, field))
            result = lower.box(Value(held, type_))
            if kind == "drop":
                lower.emit(ir.SetField(receiver, inst.layout, field, ir.Undefined(type_.rep)))
            lower.terminate(ir.Return(result))
    if not lower.alive:
        return
    lower.jump(absent)
    lower.begin(absent)
    if kind == "holds":
        lower.terminate(ir.Return(ir.BoolConst(False)))
    elif len(args) > 1:
        lower.terminate(ir.Return(lower.box(args[1].value)))
    else:
        lower.raise_runtime("errors.no_key", [lower.box(name)])


def _matching(lower: Dispatch, receiver: ir.Reg, inst: ClassInst, name: Value) -> Iterator[str]:
    """Each attribute in the object's dict, where the name is known to be its, and then where it is none."""
    node = n.EllipsisExpr()
    if has_dict(lower.world, inst.info) is False:
        lower.raise_runtime("errors.without_dict", [receiver, ir.StrConst("__dict__")])
        return
    for field in inst.fields:
        entry = inst.info.get(field)
        if entry is None or not lower.world.is_user(_home(inst, field)):
            continue
        hit, other = lower.new_block(field), lower.new_block("other")
        same = lower.equal(name, lower.constant_str(shown(inst, field)), node)
        lower.branch(lower.truth(same, node), hit, other)
        lower.begin(hit)
        yield field
        lower.begin(other)


def field_is_there(lower: Dispatch, receiver: ir.Reg, inst: ClassInst, field: str, absent: ir.Block) -> Type:
    """Go to `absent` where the object has not the attribute; its type."""
    type_ = inst.fields[field]
    if lower.field_needs_check(inst, field, type_):
        undefined, there = lower.reg(Rep.BOOL), lower.new_block("there")
        lower.emit(ir.FieldUndefined(undefined, receiver, inst.layout, field))
        lower.branch(undefined, absent, there)
        lower.begin(there)
    return type_


def _home(inst: ClassInst, field: str) -> str:
    return next((base.module_name for base in inst.info.mro if field in base.names), "builtins")


def shown(inst: ClassInst, name: str) -> str:
    """A private name as CPython keeps it: `_Class__name`; `<name>` is one that a descriptor hides."""
    if inst.world.index.described.is_added(inst.info, name) and not name.startswith("<"):
        return name
    return key_of(inst.info, name.strip("<>"))
