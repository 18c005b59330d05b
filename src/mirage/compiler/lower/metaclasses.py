"""Metaclasses of the application: the class objects of their classes are objects of the metaclass.

    class Meta(type):                      a class id of its own; the layout of `type`, and fields
    class C(metaclass=Meta): ...      =>   C's class object, static as all are, has that class id
    C(1)                                   Meta.__call__(C, 1), where there is one
    super().__call__(1)                    the code that constructs a C, which C's class object keeps too

What `type.__new__` would make exists already when the class statement runs: `super().__new__(...)` gives the
class that the statement defines.  So a metaclass may look at what it is given, and may not change it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.walk import walk
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.class_slots import has_slot
from mirage.compiler.lower.classes import ClassInst, Member, function_of, is_property
from mirage.compiler.lower.types import OBJECT, ClassT
from mirage.compiler.lower.world import Refusal, assignment_targets

if TYPE_CHECKING:
    from mirage.compiler.lower.arguments import Arg
    from mirage.compiler.lower.class_variables import ClassVariables
    from mirage.compiler.lower.intrinsics import Intrinsics
    from mirage.compiler.lower.supers import Supers
    from mirage.compiler.lower.world import World

# Asked of a class, these are its own, not those of its class.
OF_OBJECTS = ("__new__", "__init__", "__init_subclass__", "__class_getitem__", "__set_name__")
HOOKS = ("__prepare__", "mro", "__getattribute__", "__setattr__", "__delattr__", "__getattr__", "__del__")
OF_TYPE = ("_class", "_name", "_code", "_repr", ir.PLAIN_CODE)
READING = ("get", "items", "keys", "values")


def is_metaclass(info: n.TypeInfo) -> bool:
    """`type`, or a class derived from it."""
    return any(base.fullname == "builtins.type" for base in info.mro)


def metaclass_of(world: World, info: n.TypeInfo) -> ClassInst | None:
    """The metaclass of the application that the class has."""
    found = info.metaclass_type
    if found is None or not world.is_user(found.type.module_name) or not is_metaclass(found.type):
        return None
    return world.class_inst(found.type, ())


def shown_metaclass(world: World, info: n.TypeInfo) -> ClassInst | None:
    """What `type(C)` gives, where that is not `type`: ABCMeta and EnumMeta too."""
    found = info.metaclass_type
    if found is None or info.is_protocol or not world.is_user(info.module_name):
        return None
    return world.class_inst(found.type, ()) if is_metaclass(found.type) else None


def as_object(world: World, value: Value) -> Value | None:
    """A class as an object of its metaclass; None where that is `type` or one of the library."""
    item = value.type.item if isinstance(value.type, t.TypeT) else None
    meta = metaclass_of(world, item.inst.info) if isinstance(item, ClassT) else None
    if meta is None:
        return None
    return Value(value.operand, ClassT(meta, exact=isinstance(value.operand, ir.TypeObject)))


def asked_of_metaclass(world: World, value: Value, name: str) -> Value | None:
    """The class as an object of its metaclass, where that has the method of this name."""
    this = as_object(world, value)
    if this is None or name in OF_OBJECTS:
        return None
    assert isinstance(this.type, ClassT) and isinstance(value.type, t.TypeT)
    assert isinstance(value.type.item, ClassT)
    found = this.type.inst.member(name)
    if found is None:
        return None
    if name.startswith("__") and name.endswith("__"):
        return this
    if not world.is_user(found.owner.info.module_name):
        return None
    own = value.type.item.inst.member(name)
    return this if own is None or is_property(found.node) else None


def read_of_metaclass(world: World, value: Value, name: str) -> Value | None:
    """As `asked_of_metaclass`, for `C.name`: only what the application's metaclass has."""
    this = asked_of_metaclass(world, value, name)
    if this is None or not isinstance(this.type, ClassT):
        return None
    found = this.type.inst.member(name)
    return this if found is not None and world.is_user(found.owner.info.module_name) else None


def caller_of(world: World, info: n.TypeInfo) -> Member | None:
    """`__call__` of the class's metaclass."""
    meta = metaclass_of(world, info)
    found = meta.member("__call__") if meta is not None else None
    return found if found is not None and world.is_user(found.owner.info.module_name) else None


def written_in_metaclass(lower: ClassVariables, info: n.TypeInfo, name: str) -> Value | None:
    """`C.name = value`, where the metaclass has a property of this name or declares the attribute."""
    meta = metaclass_of(lower.world, info)
    found = meta.member(name) if meta is not None else None
    if meta is None or found is None or not lower.world.is_user(found.owner.info.module_name):
        return None
    own = lower.world.class_inst(info, ()).member(name)
    if not is_property(found.node) and (own is not None or name not in meta.fields):
        return None
    this = lower.class_object(lower.world.class_inst(info, ()))
    return Value(this.operand, ClassT(meta, exact=True))


def classes_of(world: World, meta: n.TypeInfo) -> list[n.TypeInfo]:
    """The classes of the application that have the metaclass, or one derived from it."""
    return [
        info
        for info in world.infos
        if info.metaclass_type is not None
        and meta in info.metaclass_type.type.mro
        and world.is_user(info.module_name)
        and not info.is_protocol
    ]


def classes_with(world: World, meta: n.TypeInfo, name: str) -> list[ClassInst]:
    """The classes of the metaclass that have, or inherit, an attribute of the name themselves."""
    found: list[ClassInst] = []
    for info in classes_of(world, meta):
        inst = world.class_inst(info, ())
        own = inst.member(name)
        if own is None or own.owner.info.fullname == "builtins.object" or is_property(own.node):
            continue
        if isinstance(own.node, n.Var) and not any(has_slot(world, base, name) for base in info.mro):
            continue
        found.append(inst)
    return found


def instance_checks(world: World, name: str = "__instancecheck__") -> list[ClassInst]:
    """The metaclasses of the application that have the method."""
    known = world.memo.get(("asked", name))
    if not isinstance(known, list):
        known = world.memo["asked", name] = [
            world.class_inst(info, ())
            for info in world.infos
            if is_metaclass(info) and name in info.names and world.is_user(info.module_name)
        ]
    return known


def asked_at_run_time(
    lower: Intrinsics,
    words: list[Operand],
    asked: list[ClassInst],
    name: str,
    plainly: Callable[[], Operand],
    node: n.Node,
) -> Operand:
    """`isinstance(value, cls)` of a class known at run time only: its metaclass may have a word in it."""
    if not asked:
        return plainly()
    result, done = lower.reg(Rep.BOOL), lower.new_block("tested")
    for meta in asked:
        mine, other = lower.new_block(meta.info.name), lower.new_block("other")
        lower.branch(lower.is_instance(words[1], ClassT(meta)), mine, other)
        lower.begin(mine)
        this = Value(words[1], ClassT(meta))
        answer = lower.invoke(this, name, [Value(words[0], OBJECT)], node, t.BOOL)
        lower.move(result, lower.truth(answer, node))
        lower.jump(done)
        lower.begin(other)
    lower.move(result, plainly())
    lower.jump(done)
    lower.begin(done)
    return result


def calls_by_itself(world: World, inst: ClassInst) -> bool:
    """The metaclass, or one derived from it, has `__call__`."""
    infos = [inst.info, *world.subclasses.get(inst.info, [])]
    bases = {base for one in infos for base in one.mro}
    return any("__call__" in base.names for base in bases if world.is_user(base.module_name))


def has_method(world: World, info: n.TypeInfo, name: str) -> bool:
    """The class's metaclass, one of the application, has the method."""
    meta = metaclass_of(world, info)
    found = meta.member(name) if meta is not None else None
    return found is not None and world.is_user(found.owner.info.module_name)


# -- what is refused ------------------------------------------------------------------------------


def refuse_metaclass(world: World, info: n.TypeInfo) -> Refusal | None:
    """What a metaclass may not do: change what `type.__new__` is given, or intercept attributes."""
    if any(base.fullname == "enum.EnumMeta" for base in info.mro):
        reason = f"`{info.name}` derives from EnumMeta: enumerations are made at build time"
        return Refusal(info.defn, "metaclass", reason, "give the enumeration class methods")
    for name in HOOKS:
        entry = info.names.get(name)
        if entry is not None and isinstance(entry.node, n.FuncDef | n.Decorator | n.OverloadedFuncDef):
            reason = f"`{name}` of a metaclass cannot be compiled: classes are fixed at build time"
            return Refusal(entry.node, "metaclass", reason, "write a method, a property or `__init__`")
    entry = info.names.get("__new__")
    maker = function_of(entry.node) if entry is not None and entry.node is not None else None
    if maker is not None:
        refusal = _refuse_maker(maker)
        if refusal is not None:
            return refusal
    for name in ("__new__", "__init__"):
        entry = info.names.get(name)
        item = function_of(entry.node) if entry is not None and entry.node is not None else None
        space = _parameter(item, 3) if item is not None else None
        use = _other_use(item, space) if item is not None and space is not None else None
        if use is not None:
            reason = "the namespace of a class is fixed at build time: a metaclass may only read it"
            remedy = "set an attribute that the metaclass declares on the class: `cls.fields = fields`"
            return Refusal(use, "metaclass", reason, remedy)
    return None


def _parameter(item: n.FuncDef, index: int) -> n.Var | None:
    named = [a for a in item.arguments if a.kind.is_positional()]
    return named[index].variable if index < len(named) else None


def _is_passed_on(item: n.FuncDef, call: n.CallExpr) -> bool:
    """`super().__new__(mcs, name, bases, namespace)`, with the parameters as they are."""
    callee = call.callee
    given = call.args
    if not isinstance(callee, n.SuperExpr | n.MemberExpr) or callee.name != "__new__":
        return False
    if isinstance(callee, n.MemberExpr) and getattr(callee.expr, "fullname", "") != "builtins.type":
        return False
    wanted = [a.variable for a in item.arguments if a.kind is not n.ARG_STAR2 and not a.kind.is_named()]
    rest = {a.variable for a in item.arguments} - set(wanted)
    if len(given) < len(wanted):
        return False
    for index, argument in enumerate(given):
        if not isinstance(argument, n.NameExpr):
            return False
        if index < len(wanted) and argument.node is not wanted[index]:
            return False
        if index >= len(wanted) and argument.node not in rest:
            return False
    return True


def _refuse_maker(item: n.FuncDef) -> Refusal | None:
    """`__new__` gives what `type.__new__` makes of its parameters."""
    remedy = "return what `super().__new__(mcs, name, bases, namespace)` gives"
    made: set[n.Node] = set()
    assigned: set[n.Node | None] = set()
    calls = 0
    for part in walk(item.body):
        if isinstance(part, n.CallExpr) and _names_new(part):
            calls += 1
            if not _is_passed_on(item, part):
                reason = "a metaclass's `__new__` may not change name, bases or namespace of a class"
                return Refusal(part, "metaclass", f"{reason}: classes are fixed at build time", remedy)
        if isinstance(part, n.AssignmentStmt):
            for target in part.lvalues:
                if isinstance(target, n.NameExpr):
                    if isinstance(part.rvalue, n.CallExpr) and _names_new(part.rvalue):
                        made.add(target.node or target)
                    else:
                        assigned.add(target.node)
    if assigned & {a.variable for a in item.arguments[:4]}:
        reason = "a metaclass's `__new__` may not change name, bases or namespace of a class"
        return Refusal(item, "metaclass", f"{reason}: classes are fixed at build time", remedy)
    returns = [part for part in walk(item.body) if isinstance(part, n.ReturnStmt)]
    for statement in returns:
        value = statement.expr
        known = isinstance(value, n.NameExpr) and value.node in made and value.node not in assigned
        if not known and not (isinstance(value, n.CallExpr) and _names_new(value)):
            reason = "a metaclass's `__new__` must give the class that the class statement makes"
            return Refusal(statement, "metaclass", reason, remedy)
    if calls != 1 or not returns:
        reason = "a metaclass's `__new__` must make the class, and give it"
        return Refusal(item, "metaclass", reason, remedy)
    return None


def acts_before(world: World, item: n.FuncDef) -> bool:
    """The metaclass's `__new__` calls something before it makes the class."""
    if not world.is_user(item.info.module_name):
        return False
    for statement in item.body.body:
        calls = [part for part in walk(statement) if isinstance(part, n.CallExpr)]
        if any(map(_names_new, calls)):
            return False
        if any(getattr(call.callee, "fullname", "") not in HARMLESS for call in calls):
            return True
    return False


HARMLESS = ("builtins.isinstance", "builtins.len", "builtins.TypeError", "builtins.ValueError")


def _names_new(call: n.CallExpr) -> bool:
    return isinstance(call.callee, n.SuperExpr | n.MemberExpr) and call.callee.name == "__new__"


def _other_use(item: n.FuncDef, space: n.Var) -> n.NameExpr | None:
    """Where the method does something else with the namespace than to read it."""
    allowed: set[int] = set()
    for part in walk(item.body):
        match part:
            case n.CallExpr(callee=n.SuperExpr() | n.MemberExpr(), args=args) if _names_type_method(part):
                allowed |= {id(one) for one in args}
            case n.CallExpr(callee=n.MemberExpr(expr=receiver, name=name)) if name in READING:
                allowed.add(id(receiver))
            case n.CallExpr(callee=n.NameExpr(name="len" | "list" | "sorted" | "dict" | "set"), args=args):
                allowed |= {id(one) for one in args}
            case n.ForStmt(expr=source):
                allowed.add(id(source))
            case n.GeneratorExpr(sequences=sources) | n.DictionaryComprehension(sequences=sources):
                allowed |= {id(one) for one in sources}
            case n.IndexExpr(base=base):
                allowed.add(id(base))
            case n.ComparisonExpr(operands=operands, operators=operators):
                allowed |= {id(b) for o, b in zip(operators, operands[1:], strict=True) if "in" in o.split()}
    stored = {
        id(target.base)
        for part in walk(item.body)
        for target in assignment_targets(part)
        if isinstance(target, n.IndexExpr)
    }
    uses = [part for part in walk(item.body) if isinstance(part, n.NameExpr) and part.node is space]
    return next((use for use in uses if id(use) not in allowed or id(use) in stored), None)


def _names_type_method(call: n.CallExpr) -> bool:
    callee = call.callee
    return isinstance(callee, n.SuperExpr | n.MemberExpr) and callee.name in ("__new__", "__init__")


def uses_parameter(item: n.FuncDef, index: int) -> bool:
    """The method does more with its parameter than hand it on to `type`."""
    var = _parameter(item, index)
    if var is None:
        return True  # `*args`
    passed = {
        id(argument)
        for part in walk(item.body)
        if isinstance(part, n.CallExpr) and _names_type_method(part)
        for argument in part.args
    }
    uses = [part for part in walk(item.body) if isinstance(part, n.NameExpr) and part.node is var]
    return any(id(use) not in passed for use in uses)


# -- the methods of `type` ------------------------------------------------------------------------


def class_being_made(world: World) -> ir.Global:
    return world.global_variable(("class being made",), "class being made", OBJECT)


def call_of_type(lower: Supers, name: str, this: Value, args: list[Arg], node: n.Node) -> Value | None:
    """`super().name(...)` in a metaclass, where it is `type`'s.

    this   the class; for `__new__` the metaclass
    """
    if name == "__call__":
        made = lower.vector_call(Value(this.operand, t.TypeT(OBJECT)), args, node, plainly=True)
        return Value(made.operand, t.ANY)
    if name == "__init__":
        return Value(ir.NoneConst(), t.NONE)
    if name != "__new__":
        return None
    cls = lower.reg(Rep.REF, "made")
    lower.emit(ir.GetGlobal(cls, class_being_made(lower.world)))
    owner = this.type.item if isinstance(this.type, t.TypeT) else None
    return Value(cls, owner if isinstance(owner, ClassT) else t.TypeT(OBJECT))




# -- the class statement --------------------------------------------------------------------------


def hands_on(world: World, info: n.TypeInfo, keyword: str) -> bool:
    """`class C(metaclass=Meta, keyword=...)`: the argument reaches `__init_subclass__`."""
    meta = metaclass_of(world, info)
    found = meta.member("__new__") if meta is not None else None
    item = function_of(found.node) if found is not None else None
    if found is None or item is None or not world.is_user(found.owner.info.module_name):
        return True
    if any(a.variable.name == keyword for a in item.arguments):
        return False
    calls = [part for part in walk(item.body) if isinstance(part, n.CallExpr) and _names_new(part)]
    return any(kind is n.ARG_STAR2 for call in calls for kind in call.arg_kinds)


def names_of_body(node: n.ClassDef) -> list[str]:
    """The names that the class body binds, in order; `__annotations__` where the first annotation stands."""
    found: dict[str, None] = {}
    for statement in node.defs.body:
        match statement:
            case n.AssignmentStmt(lvalues=targets, rvalue=value):
                if statement.unanalyzed_type is not None:
                    found["__annotations__"] = None
                if isinstance(value, n.TempNode):
                    continue
                for target in targets:
                    parts = target.items if isinstance(target, n.TupleExpr | n.ListExpr) else [target]
                    found.update({part.name: None for part in parts if isinstance(part, n.NameExpr)})
            case n.FuncDef() | n.OverloadedFuncDef() | n.ClassDef():
                found[statement.name] = None
            case n.Decorator():
                found[statement.func.name] = None
    return list(found)


def refuse_late_fields(world: World, meta: ClassInst, names: list[str]) -> Refusal | None:
    """A subclass takes over what its base has when it is made, where CPython looks into the base each time.

    The two are one as long as all is set when classes are made, or each class sets its own then.
    """
    makers = [meta.member(name) for name in ("__init__", "__new__")]
    bodies = [item.body for m in makers if m is not None and (item := function_of(m.node)) is not None]
    classes = [info for info in world.infos if metaclass_of(world, info) is not None]
    related = [info for info in classes if any(base in classes for base in info.mro[1:])]
    surely = {
        target.name
        for body in bodies
        for statement in body.body
        if isinstance(statement, n.AssignmentStmt)
        for target in statement.lvalues
        if isinstance(target, n.MemberExpr)
    }
    if not related:
        return None
    inside = {id(part) for body in bodies for part in walk(body)}
    for name, module in world.modules.items():
        for part in walk(module.tree) if world.is_user(name) else ():
            for target in assignment_targets(part):
                if not isinstance(target, n.MemberExpr) or target.name not in names or id(part) in inside:
                    continue
                if target.name not in surely and _is_of_class(world, target.expr):
                    reason = f"`{target.name}` of a class may be its base's or its own, which is not known"
                    remedy = "set it in the metaclass's `__init__` for each class"
                    return Refusal(part, "metaclass", reason, remedy)
    return None


def refuse_hidden_fields(world: World, info: n.TypeInfo, names: list[str]) -> Refusal | None:
    """What the metaclass sets on the class stands in the metaclass's field, not in a class variable."""
    known = world.index.found.get("set on classes")
    if not isinstance(known, set):
        known = world.index.found["set on classes"] = {
            target.name
            for name, module in world.modules.items()
            if world.is_user(name)
            for part in walk(module.tree)
            if isinstance(part, n.AssignmentStmt | n.OperatorAssignmentStmt)
            for target in (part.lvalues if isinstance(part, n.AssignmentStmt) else [part.lvalue])
            if isinstance(target, n.MemberExpr) and _is_metaclass_object(world, target.expr)
        }
    for name in names:
        entry = info.get(name)
        if name in known and entry is not None:
            reason = f"`{info.name}.{name}` is declared in the class, and its metaclass sets it"
            remedy = "declare it in the metaclass only, and read it through the class: `type(self).name`"
            return Refusal(entry.node or info.defn, "metaclass", reason, remedy)
    return None


def _is_metaclass_object(world: World, node: n.Expression) -> bool:
    found = mt.get_proper_type(world.expression_types.get(node))
    return isinstance(found, mt.Instance) and is_metaclass(found.type)


def _is_of_class(world: World, node: n.Expression) -> bool:
    found = mt.get_proper_type(world.expression_types.get(node))
    if isinstance(found, mt.Instance):
        return is_metaclass(found.type)
    return not isinstance(found, mt.NoneType | mt.TupleType)
