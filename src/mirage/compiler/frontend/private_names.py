"""Private names (`__x`) of several classes of one hierarchy, told apart before mypy looks at them.

CPython keeps `self.__x` in a class `Base` as `_Base__x`, so that a class and its bases may have one each.
mypy takes them for one attribute.  Where classes that derive from one another, or from which some class
derives together, have a private name each, the names in the tree become CPython's; all others stay as they
are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mypy import nodes as n

from mirage.compiler.frontend.walk import children, walk


def is_private(name: str) -> bool:
    """CPython mangles the name with that of its class."""
    return name.startswith("__") and not name.endswith("__") and name.isidentifier()


def written_name(item: n.FuncDef) -> str:
    """The function's name as its `def` has it, which is its `__name__`."""
    owner = item.info.name.lstrip("_") if item.info else ""
    return item.name[len(owner) + 1 :] if owner and item.name.startswith(f"_{owner}__") else item.name


def tell_apart(trees: Iterable[n.MypyFile]) -> None:
    """Rename what several classes of a hierarchy have; nothing of the trees has been analysed."""
    used: dict[n.ClassDef, set[str]] = {}
    classes: dict[str, list[n.ClassDef]] = {}
    for tree in trees:
        for node in walk(tree):
            if isinstance(node, n.ClassDef):
                used[node] = {name for _, name in _private_names(node)}
                classes.setdefault(node.name, []).append(node)
    if not any(used.values()):
        return
    renamed: dict[n.ClassDef, set[str]] = {}
    for one in used:
        family = _with_bases(one, classes)
        classes_within = {node.name for c in family for node in c.defs.body if isinstance(node, n.ClassDef)}
        for name in set().union(*(used[c] for c in family)) - classes_within:
            owners = [c for c in family if name in used[c]]
            if len({owner.name.lstrip("_") for owner in owners}) > 1:
                for owner in owners:
                    renamed.setdefault(owner, set()).add(name)
    for owner, names in renamed.items():
        prefix = owner.name.lstrip("_")
        if not prefix:
            continue  # CPython leaves the names of a class `__` alone
        for node, name in list(_private_names(owner)):
            if name in names:
                _rename(node, f"_{prefix}{name}")


def _with_bases(node: n.ClassDef, classes: dict[str, list[n.ClassDef]]) -> list[n.ClassDef]:
    """The class and all from which it may derive, as their names tell."""
    found = [node]
    for one in found:
        for base in one.base_type_exprs:
            while isinstance(base, n.IndexExpr):
                base = base.base
            if isinstance(base, n.NameExpr | n.MemberExpr):
                found += [c for c in classes.get(base.name, ()) if c not in found]
    return found


def _private_names(node: n.ClassDef) -> Iterator[tuple[n.Node, str]]:
    """Where the class has private names: attributes anywhere in its methods, and what its body defines."""
    stack: list[tuple[n.Node, bool]] = [(part, True) for part in node.defs.body]
    while stack:
        current, in_body = stack.pop()
        name = ""
        match current:
            case n.ClassDef():
                continue  # its names are its own
            case n.MemberExpr():
                name = current.name
            case n.NameExpr() | n.FuncDef() | n.OverloadedFuncDef() | n.Decorator() if in_body:
                name = current.name
            case n.AssignmentStmt() if in_body and _assigns_slots(current):
                for text in walk(current.rvalue):
                    if isinstance(text, n.StrExpr) and is_private(text.value):
                        yield text, text.value
        if is_private(name):
            yield current, name
        inside = in_body and not isinstance(current, n.FuncDef | n.LambdaExpr)
        parts = children(current)
        if isinstance(current, n.FuncDef) and in_body:
            parts = [part for part in parts if part is not current.body]
            stack.append((current.body, False))
            inside = True  # defaults are evaluated in the class
        stack += [(part, inside) for part in parts]


def _assigns_slots(node: n.AssignmentStmt) -> bool:
    return any(isinstance(target, n.NameExpr) and target.name == "__slots__" for target in node.lvalues)


def _rename(node: n.Node, name: str) -> None:
    match node:
        case n.MemberExpr() | n.NameExpr():
            node.name = name
        case n.StrExpr():
            node.value = name
        case n.FuncDef():
            node._name = name
        case n.Decorator():
            node.func._name = name
            node.var._name = name
        case n.OverloadedFuncDef():
            for item in [*node.items, *([node.impl] if node.impl is not None else [])]:
                _rename(item, name)
