"""Where mypy takes an object for another: `cls` of decorated methods, values of members, None for InitVars.

`cls` of a decorated method that is no class method: what the decorator hands over is not an object.

    class classproperty:                       @classproperty
        def __get__(self, obj, owner):         def name(cls) -> str:     # mypy: cls is an object of the class
            return self.function(owner)            return cls.__name__

Such a `cls` is Any, and so are its uses.  A member of `class Points(Named, Enum)`, where Named derives from
int, has an object of Named as its value, and for mypy what the body says.  mypy does not look at the default
in `x: InitVar[int] = None`.
"""

from __future__ import annotations

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.walk import walk


def takes_class_by_name(item: n.FuncItem) -> bool:
    """The first parameter of a decorated method is called `cls`, and Python does not see to it."""
    if not isinstance(item, n.FuncDef) or not item.is_decorated or not item.info:
        return False
    if item.is_class or item.is_static or item.name in ("__new__", "__init_subclass__", "__class_getitem__"):
        return False
    return bool(item.arguments) and item.arguments[0].variable.name == "cls"


def widen_receivers(tree: n.MypyFile, types: dict[n.Expression, mt.Type]) -> None:
    """Make the types true."""
    anything = mt.AnyType(mt.TypeOfAny.special_form)
    for node in walk(tree):
        if isinstance(node, n.Decorator) and takes_class_by_name(node.func):
            var = node.func.arguments[0].variable
            var.type = anything
            for inner in walk(node.func.body):
                if isinstance(inner, n.NameExpr) and inner.node is var:
                    types[inner] = anything
        elif isinstance(node, n.ClassDef):
            reached = not isinstance(node.info, n.FakeInfo)  # mypy does not look at what cannot run
            if reached and "dataclass" in node.info.metadata:
                _admit_none(node)
        elif isinstance(node, n.MemberExpr) and node.name in ("value", "_value_"):
            owner = mt.get_proper_type(types.get(node.expr))
            if isinstance(owner, mt.Instance) and owner.type.is_enum and _of_own_ints(owner.type):
                types[node] = anything


def _admit_none(node: n.ClassDef) -> None:
    """Parameters of the `__init__` that mypy made: those whose default is None may be None."""
    entry = node.info.names.get("__init__")
    init = entry.node if entry is not None and entry.plugin_generated else None
    if not isinstance(init, n.FuncDef) or not isinstance(init.type, mt.CallableType):
        return
    names = {
        statement.lvalues[0].name
        for statement in node.defs.body
        if isinstance(statement, n.AssignmentStmt)
        and isinstance(statement.lvalues[0], n.NameExpr)
        and isinstance(statement.rvalue, n.NameExpr)
        and statement.rvalue.fullname == "builtins.None"
    }
    types = list(init.type.arg_types)
    for place, name in enumerate(init.type.arg_names):
        if name in names and not isinstance(mt.get_proper_type(types[place]), mt.AnyType):
            types[place] = mt.UnionType.make_union([types[place], mt.NoneType()])
            init.arguments[place].variable.type = types[place]
    init.type = init.type.copy_modified(arg_types=types)


def _of_own_ints(info: n.TypeInfo) -> bool:
    """Members are of a class of the application that derives from int."""
    plain = ("builtins.int", "builtins.bool")
    return any(
        not base.is_enum and base.fullname not in plain and any(b.fullname == plain[0] for b in base.mro)
        for base in info.mro
    )
