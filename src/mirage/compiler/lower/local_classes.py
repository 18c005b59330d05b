"""Classes inside functions whose methods use the function's variables.

    def f(n):                                  the object keeps the environment of the call of f that made it:
        class C:                          =>       C: hidden field `captured environment`
            def m(self): return n                  m(self): n of self's environment
        return C().m()                             C() in f: allocate, store f's environment

One class serves all calls of the function, so the class itself must not leave it: only its objects may.
For the same reason a class variable that changes is refused where the function may run twice.

Where the class statement runs once in the life of the program (`main`, and what it calls once) there is one
environment too: it is in a global variable, objects carry nothing, and the class is a value like any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from mirage.compiler.frontend.scopes import scopes_of
from mirage.compiler.frontend.walk import children, walk
from mirage.compiler.ir import nodes as ir
from mirage.compiler.lower.class_uses import only_looked_at
from mirage.compiler.lower.types import OBJECT, CallableT, ClassT, NoneT, PrimT, TupleT, Type, UnionT

if TYPE_CHECKING:
    from mirage.compiler.lower.classes import ClassInst
    from mirage.compiler.lower.world import World

ENVIRONMENT = "captured environment"  # no attribute can have such a name


def captured_name(world: World, info: n.TypeInfo) -> n.NameExpr | None:
    """A use, in a method of the class, of a variable of the function around it."""
    key = ("captured name", info)
    known = world.index.found
    if key not in known:
        known[key] = _captured_name(world, info) if world.is_user(info.module_name) else None
    found = known[key]
    return found if isinstance(found, n.NameExpr) else None


def _captured_name(world: World, info: n.TypeInfo) -> n.NameExpr | None:
    parts = walk(info.defn.defs)  # decorators are no part of it
    scopes = [part for part in parts if isinstance(part, n.FuncDef | n.LambdaExpr | n.GeneratorExpr)]
    methods = [part for part in scopes if not isinstance(part, n.GeneratorExpr)]
    root = world.index.roots.get(methods[0]) if methods else None
    if not isinstance(root, n.FuncDef) or root in scopes:
        return None
    owner = scopes_of(root, world.index.found).owner
    for part in [part for method in methods for part in walk(method.body)]:
        if isinstance(part, n.NameExpr) and part.kind == n.LDEF:
            target = part.node.func if isinstance(part.node, n.Decorator) else part.node
            if target in owner and owner[target] not in scopes and target not in scopes:
                return part
    return None


def stands_alone(world: World, info: n.TypeInfo) -> bool:
    """The class uses variables of the function around it, and its statement runs once."""
    key = ("stands alone", info)
    if key not in world.memo:
        found = captured_name(world, info) is not None and runs_once(world, info.defn)
        world.memo[key] = found and not info.defn.type_vars
    return bool(world.memo[key])


def environment_of_all(world: World, info: n.TypeInfo) -> ir.Global:
    """Where the environment of such a class is."""
    return world.global_variable(("environment", info), f"environment of {info.fullname}", OBJECT)


def carriers(world: World, info: n.TypeInfo) -> list[n.TypeInfo]:
    """The class and its bases, as far as their objects carry an environment of their own account."""
    found = [base for base in info.mro if captured_name(world, base) is not None]
    return [base for base in found if not stands_alone(world, base)]


def escape_of(world: World, info: n.TypeInfo) -> n.Node | None:
    """A place where the class is more than a base and the callee of a call: as a value, by `type(self)`."""
    classes = [base for base in info.mro if captured_name(world, base) is not None]
    parts = [part for base in classes for part in walk(base.defn.defs)]
    methods = [part for part in parts if isinstance(part, n.FuncDef | n.LambdaExpr)]
    root = world.index.roots.get(methods[0])
    if root is None or info.defn.type_vars:
        return info.defn
    harmless: set[int] = set()
    for part in walk(root):
        if isinstance(part, n.CallExpr):
            harmless.add(id(part.callee))
            if isinstance(part.callee, n.NameExpr) and part.callee.name in ("isinstance", "issubclass"):
                harmless |= {id(inner) for argument in part.args[1:] for inner in walk(argument)}
        elif isinstance(part, n.MemberExpr) and not isinstance(part.expr, n.CallExpr):
            method = info.get(part.name)
            if method is None or not _takes_class(method.node):
                harmless.add(id(part.expr))
        elif isinstance(part, n.ClassDef):
            harmless |= {id(base) for base in part.base_type_exprs}
        elif isinstance(part, n.TryStmt):
            harmless |= {id(inner) for type_ in part.types if type_ is not None for inner in walk(type_)}
    for part in walk(root):
        if isinstance(part, n.NameExpr) and part.node is info and id(part) not in harmless:
            return part
    for part in walk(info.defn):
        if isinstance(part, n.MemberExpr) and part.name == "__class__":
            if not only_looked_at(world, part):
                return part
        if isinstance(part, n.CallExpr) and isinstance(part.callee, n.NameExpr):
            if part.callee.fullname == "builtins.type" and only_looked_at(world, part):
                harmless.add(id(part.callee))
        if isinstance(part, n.NameExpr) and part.fullname == "builtins.type" and id(part) not in harmless:
            return part
        if isinstance(part, n.FuncDef) and (part.is_class or part.is_static) and part.info is info:
            entry = info.names.get(part.name)
            if entry is None or not entry.plugin_generated:
                return part
    return None


def _takes_class(node: n.SymbolNode | None) -> bool:
    """A class method, which may make objects of the class it is called for."""
    return isinstance(node, n.Decorator) and node.func.is_class


def refuse_if_read(world: World, inst: ClassInst) -> None:
    """`type(x)(...)` may make objects of a class that uses variables of a function: there is no environment.

    Where nothing reads the class of such an object, nothing can call it.
    """
    if any(may_be(world, inst, type_) for type_ in world.classes_read):
        from mirage.compiler.lower.world import Refusal

        name = inst.info.name
        reason = f"`{name}` uses variables of the function around it, and `type(x)(...)` may call it"
        remedy = "name the class in place of `type(x)`, or keep what it uses in attributes of the object"
        world.report(inst.info.module_name, Refusal(inst.info.defn, "local-class", reason, remedy))


def may_be(world: World, inst: ClassInst, type_: Type) -> bool:
    """A value of the type may be an object of the class."""
    match type_:
        case UnionT():
            return any(may_be(world, inst, item) for item in type_.items)
        case ClassT():
            info = type_.inst.info
            return info in inst.info.mro or info.is_protocol and world.implements(inst, info)
        case PrimT(name):
            return any(base.fullname == f"builtins.{name}" for base in inst.info.mro)
        case TupleT():
            return any(base.fullname == "builtins.tuple" for base in inst.info.mro)
        case NoneT() | CallableT():
            return False
    return True


# --- class variables ---------------------------------------------------------------------------


def shared_variable(world: World, info: n.TypeInfo) -> n.Node | None:
    """A class variable that changes, of a class whose statement may run twice: there is one for all runs."""
    if info.is_enum or info.is_named_tuple or info.typeddict_type is not None or info.is_protocol:
        return None
    for statement in info.defn.defs.body:
        if not isinstance(statement, n.AssignmentStmt) or isinstance(statement.rvalue, n.TempNode):
            continue
        for target in statement.lvalues:
            if isinstance(target, n.NameExpr) and changes(world, info, target.name, statement.rvalue):
                return None if runs_once(world, info.defn) else statement
    return None


def changes(world: World, info: n.TypeInfo, name: str, value: n.Expression) -> bool:
    """The variable holds something mutable, or is assigned through the class."""
    if name.startswith("__") or "dataclass" in info.metadata:
        return False
    if isinstance(value, n.ListExpr | n.DictExpr | n.SetExpr | n.ListComprehension):
        return True
    method = next((part for part in walk(info.defn) if isinstance(part, n.FuncDef)), None)
    root = world.index.roots.get(method) if method is not None else None
    for part in walk(root if root is not None else info.defn):
        targets: list[n.Expression] = []
        if isinstance(part, n.AssignmentStmt):
            targets = part.lvalues
        elif isinstance(part, n.OperatorAssignmentStmt):
            targets = [part.lvalue]
        for target in targets:
            base = target.expr if isinstance(target, n.MemberExpr) and target.name == name else None
            if isinstance(base, n.NameExpr) and (base.node is info or base.name == "cls"):
                return True
    return False


def runs_once(world: World, node: n.Node) -> bool:
    """The statement or function is reached once: through calls that stand alone, outside of loops."""
    places = _places(world)
    seen: set[n.Node] = set()
    here: n.Node | None = node
    while here is not None and here not in seen:
        seen.add(here)
        found = places.get(here, [])
        if len(found) != 1 or not found[0][1]:
            return False
        here = found[0][0]
    return here is None


def _places(world: World) -> dict[n.Node, list[tuple[n.Node | None, bool]]]:
    """Of classes and functions, where they are defined or named: (function around it, once a call)."""
    known = world.index.found.get("places of functions")
    if isinstance(known, dict):
        return known
    found: dict[n.Node, list[tuple[n.Node | None, bool]]] = {}
    for name, module in world.modules.items():
        if world.is_user(name):
            _collect(module.tree, None, True, found)
    world.index.found["places of functions"] = found
    return found


def _collect(
    node: n.Node, around: n.Node | None, once: bool, found: dict[n.Node, list[tuple[n.Node | None, bool]]]
) -> None:
    if isinstance(node, n.RefExpr):
        target = node.node.func if isinstance(node.node, n.Decorator) else node.node
        if isinstance(target, n.FuncDef):
            found.setdefault(target, []).append((around, False))  # a call says so itself
    if isinstance(node, n.ClassDef):
        found.setdefault(node, []).append((around, once))
    if isinstance(node, n.CallExpr) and isinstance(node.callee, n.RefExpr):
        target = node.callee.node
        if isinstance(target, n.FuncDef):
            found.setdefault(target, []).append((around, once))
            for argument in node.args:
                _collect(argument, around, once, found)
            return
    if isinstance(node, n.FuncDef | n.LambdaExpr):
        around, once = node, True
    elif isinstance(node, n.WhileStmt | n.ForStmt | n.GeneratorExpr | n.DictionaryComprehension):
        once = False
    for child in children(node):
        _collect(child, around, once, found)
