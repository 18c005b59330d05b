"""What `@dataclass` and `field` say of a class, read from mypy's tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.walk import walk

if TYPE_CHECKING:
    from mirage.compiler.lower.world import World


def attributes_of(info: n.TypeInfo) -> list[dict[str, object]]:
    """mypy's description of the fields and init-only variables, inherited ones too, in order.

    mypy puts keyword-only ones last, as `__init__` takes them; the fields stay as they are defined.
    """
    found = info.metadata.get("dataclass", {}).get("attributes", [])
    assert isinstance(found, list)
    places: dict[str, int] = {}
    if any(a["kw_only"] for a in found):
        for base in reversed(info.mro):
            if "dataclass" in base.metadata:
                for statement in base.defn.defs.body:
                    if isinstance(statement, n.AssignmentStmt) and statement.unanalyzed_type is not None:
                        target = statement.lvalues[0]
                        if isinstance(target, n.NameExpr):
                            places.setdefault(target.name, len(places))
    ordered = sorted(found, key=lambda a: places.get(str(a["name"]), len(places)))
    return [a for a in ordered if not is_marker(info, a["name"])]


def is_marker(info: n.TypeInfo, name: str) -> bool:
    entry = info.get(name) if name == "_" else None
    return entry is not None and isinstance(entry.node, n.Var) and is_keyword_marker(entry.node)


def is_dataclass_attribute(info: n.TypeInfo, name: str) -> bool:
    return any(attribute["name"] == name for attribute in attributes_of(info))


def nearest_dataclass(info: n.TypeInfo) -> n.TypeInfo | None:
    """The class, or the one it derives from, that `@dataclass` stands above."""
    return next((base for base in info.mro if "dataclass" in base.metadata), None)


def is_attribute_of_dataclass(info: n.TypeInfo, name: str) -> bool:
    """Also of a class derived from the dataclass."""
    found = nearest_dataclass(info)
    return found is not None and is_dataclass_attribute(found, name)


def is_init_var(info: n.TypeInfo, name: str) -> bool:
    return any(a["name"] == name and a["is_init_var"] for a in attributes_of(info))


def slots_of_dataclass(info: n.TypeInfo) -> list[str] | None:
    """What `@dataclass(slots=True)` puts into `__slots__`: the fields that no base has a slot for."""
    entry = info.names.get("__slots__")
    if entry is None or not entry.plugin_generated or not decorator_flag(info, "slots", False):
        return None
    names = [
        *dataclass_fields(info),
        *(["__weakref__"] if decorator_flag(info, "weakref_slot", False) else []),
    ]
    above: set[str] = set()
    for base in info.mro[1:]:
        above |= set(slots_of_dataclass(base) or base.slots or ())
    return [name for name in names if name not in above]


def wrong_field(info: n.TypeInfo) -> str | None:
    """What CPython says when it makes the class, if a `field()` of the body is none."""
    found: list[str] = []
    for statement in info.defn.defs.body:
        match statement:
            case n.AssignmentStmt(lvalues=[n.NameExpr() as target], rvalue=n.CallExpr() as call):
                if getattr(call.callee, "fullname", "") != "dataclasses.field":
                    continue
            case _:
                continue
        name, var = target.name, target.node
        of_class = isinstance(var, n.Var) and var.is_classvar
        if statement.unanalyzed_type is None:
            found.append(f"{name!r} is a field but has no type annotation")
        elif "default_factory" in call.arg_names and (of_class or is_init_var(info, name)):
            return f"field {name} cannot have a default factory"
        elif "kw_only" in call.arg_names and of_class:
            return f"field {name} is a ClassVar but specifies kw_only"
    return found[0] if found else None


def is_keyword_marker(var: n.Var) -> bool:
    """`_: KW_ONLY`"""
    declared = mt.get_proper_type(var.type) if var.type is not None else None
    return isinstance(declared, mt.Instance) and declared.type.fullname == "dataclasses.KW_ONLY"


def decorator_flag(info: n.TypeInfo, name: str, default: bool) -> bool:
    """A keyword argument of `@dataclass(...)`."""
    for decorator in info.defn.decorators:
        if (
            isinstance(decorator, n.CallExpr)
            and getattr(decorator.callee, "fullname", "") == "dataclasses.dataclass"
        ):
            for expression, key in zip(decorator.args, decorator.arg_names, strict=True):
                if key == name and isinstance(expression, n.NameExpr):
                    return expression.name == "True"
    return default


def field_call(info: n.TypeInfo, name: str) -> n.CallExpr | None:
    """The `field(...)` call behind a dataclass attribute."""
    from mirage.compiler.lower.classes import class_default

    for base in info.mro:
        found = class_default(base, name)
        if found is not None:
            if isinstance(found, n.CallExpr) and getattr(found.callee, "fullname", "") == "dataclasses.field":
                return found
            return None
    return None


def field_argument(info: n.TypeInfo, name: str, key: str) -> n.Expression | None:
    call = field_call(info, name)
    if call is not None:
        for expression, arg_name in zip(call.args, call.arg_names, strict=True):
            if arg_name == key:
                return expression
    return None


def flag(expression: n.Expression | None, default: bool) -> bool:
    return (
        expression.name == "True"
        if isinstance(expression, n.NameExpr) and expression.name in ("True", "False")
        else default
    )


def dataclass_fields(info: n.TypeInfo) -> list[str]:
    return [str(a["name"]) for a in attributes_of(info) if not a["is_init_var"]]


def is_dataclass_itself(info: n.TypeInfo) -> bool:
    return any(
        "dataclass" in (getattr(d, "fullname", "") or getattr(getattr(d, "callee", None), "fullname", ""))
        for d in info.defn.decorators
    )


def described_class(info: n.TypeInfo) -> n.TypeInfo | None:
    """The dataclass whose fields the class has: itself or a base."""
    return next((base for base in info.mro if "dataclass" in base.metadata), None)


def default_expression(rvalue: n.Expression) -> n.Expression | None:
    """The default behind `x: int = 3` and `x: int = field(default=3)`; None where there is none."""
    if isinstance(rvalue, n.CallExpr) and getattr(rvalue.callee, "fullname", "") == "dataclasses.field":
        pairs = zip(rvalue.args, rvalue.arg_names, strict=True)
        return next((value for value, key in pairs if key == "default"), None)
    return rvalue


def has_default(info: n.TypeInfo, name: str) -> bool:
    """The field has a default, and not a factory for one."""
    from mirage.compiler.lower.classes import class_default

    given = next((v for v in (class_default(base, name) for base in info.mro) if v is not None), None)
    return given is not None and default_expression(given) is not None


def computed_flag(info: n.TypeInfo) -> n.Expression | None:
    """What `field(compare=...)` and the like are given, where that is not True, False or None."""
    for name in info.names:
        call = field_call(info, name) if info.names[name].node is not None else None
        if call is None:
            continue
        for value, key in zip(call.args, call.arg_names, strict=True):
            if key in ("init", "repr", "hash", "compare", "kw_only"):
                if not isinstance(value, n.NameExpr) or value.name not in ("True", "False", "None"):
                    if getattr(value, "fullname", "") != "dataclasses.MISSING":
                        return value
    return None


def read_on_classes(world: World) -> set[str]:
    """Attribute names that the application reads on what may be a class."""
    known = world.index.found.get("read on classes")
    if isinstance(known, set):
        return known
    found: set[str] = set()
    world.index.found["read on classes"] = found
    for module, state in world.modules.items():
        if state.library:
            continue
        for node in walk(world.trees[module]):
            if isinstance(node, n.MemberExpr) and is_class_expression(world, node.expr):
                found.add(node.name)
    return found


def is_class_expression(world: World, node: n.Expression) -> bool:
    if isinstance(node, n.RefExpr) and isinstance(node.node, n.TypeInfo | n.TypeAlias):
        return True
    type_ = world.expression_types.get(node)
    proper = mt.get_proper_type(type_) if type_ is not None else None
    return isinstance(proper, mt.TypeType) or isinstance(proper, mt.FunctionLike) and proper.is_type_obj()
