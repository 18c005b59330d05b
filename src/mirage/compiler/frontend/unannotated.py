"""Functions without annotations: mypy looks into them only if it is asked to (`--check-untyped-defs`).

We ask, for the types of everything; so a program that mypy accepts may have errors there.  Two things keep
such a program from being refused:

    def count(words):
        found = {}                      # "Need type annotation": a dict[Any, Any]
        for word in words:
            m = WORD.match(word)
            found[m.group()] = 1        # "None has no attribute": where it is None, an AttributeError
        total = 0
        total = str(len(found))         # "Incompatible types": it is checked again with `total: Any`

Errors of the first kind stop no compilation and are left out.  For the others the variables and attributes
that are named where the error is are declared Any, at the beginning of the function or of the class.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.errors import CompileError
from mirage.compiler.frontend.walk import children, walk

HARMLESS = ("var-annotated", "union-attr")
OF_OBJECTS = ("attr-defined", "index", "operator")
OF_FUNCTIONS = ('"_Wrapped[', '"Callable[', '"def ')
OF_OTHER_THINGS = ("name-defined", "import-not-found", "import-untyped", "syntax")
NOWHERE = "Cannot find implementation or library stub"  # what mypy says of a module that is not there
IMPORT_ERRORS = ("ImportError", "ModuleNotFoundError", "Exception", "BaseException")

Places = dict[str, set[tuple[int, str]]]
"""For a file the names to declare, each with the line of the function or class; 0 for the module."""


def harmless(error: CompileError) -> bool:
    """What the compiler makes of the place does what CPython does.

    What mypy joins to `object` is looked up when the program runs, like Any, and so is what may be None.
    Functions may have attributes.
    """
    if error.code == "attr-defined" and error.message.startswith(OF_FUNCTIONS):
        return True
    uncertain = any(text in error.message for text in ('"object"', 'None"', '[Never, Never]"'))
    return error.code in HARMLESS or error.code in OF_OBJECTS and uncertain


def forgiven(errors: list[CompileError], trees: Iterable[n.MypyFile], wanted: Places) -> list[CompileError]:
    """The errors but for the harmless ones; what should be Any because of the others is added to `wanted`."""
    files = {Path(error.file).resolve() for error in errors if error.file}
    known = {path: tree for tree in trees if (path := Path(tree.path).resolve()) in files}
    unchecked = {path: list(unchecked_functions(tree)) for path, tree in known.items()}
    owners = {path: _by_line(functions) for path, functions in unchecked.items()}
    variables = {path: variables_of(functions) for path, functions in unchecked.items()}
    left: list[CompileError] = []
    tried = {path: list(_tried_imports(tree)) for path, tree in known.items()}
    for error in errors:
        path = Path(error.file).resolve()
        if error.message.startswith(NOWHERE) and any(error.line in lines for lines in tried.get(path, ())):
            continue
        function = owners.get(path, {}).get(error.line)
        if function is None:
            left.append(error)
        elif not harmless(error):
            left.append(error)
            if error.code not in OF_OTHER_THINGS:
                found = _named_at(function, error.line, variables[path])
                wanted.setdefault(str(path), set()).update(found)
    # A variable whose items nobody declares holds anything.  Where more is wrong the hint comes first.
    return [] if all(error.code == "var-annotated" for error in left) else left


def _tried_imports(tree: n.MypyFile) -> Iterable[range]:
    """The lines of `try` bodies that may find a module missing."""
    for node in walk(tree):
        if isinstance(node, n.TryStmt) and any(map(_catches_import_errors, node.types)):
            last = max((part.end_line or part.line for part in node.body.body), default=node.line)
            yield range(node.line, last + 1)


def _catches_import_errors(types: n.Expression | None) -> bool:
    if isinstance(types, n.TupleExpr):
        return any(map(_catches_import_errors, types.items))
    return types is None or isinstance(types, n.NameExpr) and types.name in IMPORT_ERRORS


def declare(tree: n.MypyFile, places: Places) -> None:
    """Declare what is wanted, in a tree that has been read only."""
    wanted = places.get(str(Path(tree.path).resolve()))
    if not wanted:
        return
    globals_ = sorted(name for line, name in wanted if line == 0)
    start = next((at for at, part in enumerate(tree.defs) if not _comes_first(part)), 0)
    tree.defs[start:start] = [_declaration(name, tree.defs[start]) for name in globals_]
    for node in walk(tree):
        names = sorted(name for line, name in wanted if line == node.line)
        if isinstance(node, n.FuncDef):
            node.body.body[:0] = [_declaration(name, node) for name in names if not name.startswith("self.")]
        elif isinstance(node, n.ClassDef):
            names = [name.removeprefix("self.") for name in names if name.startswith("self.")]
            node.defs.body[:0] = [_declaration(name, node) for name in names]


def _comes_first(statement: n.Statement) -> bool:
    """The text of a module, and `from __future__ import ...`."""
    if isinstance(statement, n.ExpressionStmt):
        return isinstance(statement.expr, n.StrExpr)
    return isinstance(statement, n.ImportFrom) and statement.id == "__future__"


def is_unannotated(function: n.FuncItem) -> bool:
    return function.type is None or isinstance(function.type, mt.CallableType) and function.type.implicit


def _declaration(name: str, place: n.Node) -> n.AssignmentStmt:
    anything = mt.AnyType(mt.TypeOfAny.explicit)
    target = n.NameExpr(name)
    made = n.AssignmentStmt([target], n.TempNode(anything, no_rhs=True), anything, new_syntax=True)
    for node in (target, made, made.rvalue):
        node.set_line(place.line, place.column)
    return made


def unchecked_functions(node: n.Node) -> Iterator[n.FuncDef]:
    """Functions without annotations and all that stand in them, outer ones first."""
    for part in children(node):
        if isinstance(part, n.FuncDef) and is_unannotated(part):
            yield from (inner for inner in walk(part) if isinstance(inner, n.FuncDef))
        else:
            yield from unchecked_functions(part)


def _by_line(functions: list[n.FuncDef]) -> dict[int, n.FuncDef]:
    """The innermost function that a line belongs to."""
    found: dict[int, n.FuncDef] = {}
    for function in functions:
        found.update(dict.fromkeys(range(function.line, (function.end_line or function.line) + 1), function))
    return found


def _named_at(
    function: n.FuncDef, line: int, variables: dict[n.Var, n.FuncDef]
) -> Iterator[tuple[int, str]]:
    """The variables of such functions that the statement names, and attributes of `self`."""
    for node in _statement_at(function, line):
        if isinstance(node, n.NameExpr) and isinstance(node.node, n.Var) and node.kind == n.LDEF:
            owner = variables.get(node.node)
            if owner is not None:
                yield owner.line, node.node.name
        elif isinstance(node, n.MemberExpr):
            place = attribute_place(node, function)
            if place is not None:
                yield place


def attribute_place(node: n.MemberExpr, function: n.FuncDef) -> tuple[int, str] | None:
    """Where to declare the attribute of `self`, or of a variable whose class stands in the same file.

    None for one that is declared otherwise.
    """
    owner = attribute_owner(node, function)
    return None if owner is None else (owner.defn.line, "self." + node.name)


def attribute_owner(node: n.MemberExpr, function: n.FuncDef) -> n.TypeInfo | None:
    """The class of the same file whose methods assign the attribute."""
    var = node.expr.node if isinstance(node.expr, n.NameExpr) else None
    if not isinstance(var, n.Var):
        return None
    type_ = mt.get_proper_type(var.type)
    info = function.info if var.is_self else type_.type if isinstance(type_, mt.Instance) else None
    owner = next((base for base in info.mro if node.name in base.names), None) if info else None
    if owner is None or not function.fullname.startswith(owner.module_name + "."):
        return None
    return owner if _is_plain(owner, node.name) else None


def variables_of(functions: list[n.FuncDef]) -> dict[n.Var, n.FuncDef]:
    """The variables that are not parameters, each with its function."""
    found: dict[n.Var, n.FuncDef] = {}
    for function in functions:
        parameters = {argument.variable for argument in function.arguments}
        for node in own_parts(function.body):
            if isinstance(node, n.NameExpr) and node.is_new_def and isinstance(node.node, n.Var):
                if node.node not in parameters:
                    found.setdefault(node.node, function)
    return found


def _statement_at(function: n.FuncDef, line: int) -> list[n.Node]:
    """The parts of the simple statement on the line, or of a compound statement's head."""
    best: n.Node = function
    for node in walk(function.body):
        if isinstance(node, n.Statement) and node.line <= line <= (node.end_line or node.line):
            best = node
    if isinstance(best, n.AssignmentStmt | n.OperatorAssignmentStmt | n.ExpressionStmt | n.ReturnStmt):
        return list(walk(best))
    return [node for node in walk(best) if node.line == line]


def own_parts(node: n.Node) -> Iterator[n.Node]:
    """What is below the node, but for what has variables of its own."""
    for part in children(node):
        if not isinstance(part, n.FuncDef | n.ClassDef | n.GeneratorExpr | n.DictionaryComprehension):
            yield part
            yield from own_parts(part)


def _is_plain(info: n.TypeInfo, name: str) -> bool:
    """The class has the attribute because a method assigns it, and may have a declaration of it."""
    entry = info.names.get(name)
    if entry is None or not isinstance(entry.node, n.Var) or not entry.implicit:
        return False
    special = info.is_enum or info.is_named_tuple or info.typeddict_type is not None or info.is_protocol
    return not special and not ("dataclass" in info.metadata or "dataclass_tag" in info.metadata)
