"""Programs with type errors: what is refused in them is told together with the errors.

The types of what has an error are unknown, and lowering may refuse what it would take with the right ones.
So of functions that an error touches only refusals count that are about names and forms (`Code.by_name`):
`eval` stays refused, whatever the types around it become.
"""

from __future__ import annotations

from pathlib import Path

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.codes import CODES
from mirage.compiler.errors import CompileError
from mirage.compiler.frontend.analysis import Analysis
from mirage.compiler.frontend.walk import walk
from mirage.compiler.lower.program import find_refusals

_OF_ERRORS = (mt.TypeOfAny.from_error, mt.TypeOfAny.from_unimported_type)
_Spans = list[tuple[int, int]]


def all_errors(analysis: Analysis, target: str, everything: bool) -> list[CompileError]:
    """The type errors of a program and what is refused beside them, in the order of the sources."""
    found = list(analysis.errors)
    lines: dict[Path, set[int]] = {}
    for error in found:
        lines.setdefault(_resolved(error), set()).add(error.line)
    spans = {}
    for tree in analysis.trees.values():
        if not analysis.is_library(tree):
            path = Path(tree.path).resolve()
            spans[path] = _touched(tree, lines.get(path, set()), analysis)
    places = {(_resolved(error), error.line, error.column) for error in found}
    for refusal in find_refusals(analysis, target, everything):
        path, line = _resolved(refusal), refusal.line
        touched = path not in spans or any(first <= line <= last for first, last in spans[path])
        code = CODES.get(refusal.code)
        by_name = code is not None and code.by_name
        if (by_name or not touched) and (path, line, refusal.column) not in places:
            found.append(refusal)
    files = list(dict.fromkeys(_resolved(error) for error in found))
    return sorted(found, key=lambda error: (files.index(_resolved(error)), error.line, error.column))


def _resolved(error: CompileError) -> Path:
    """mypy shortens paths."""
    return Path(error.file).resolve()


def _touched(tree: n.MypyFile, errors: set[int], analysis: Analysis) -> _Spans:
    """Functions, and statements outside of them, with an error or a value whose type is lost to one."""
    found: _Spans = []
    waiting: list[n.Node] = [*tree.defs]
    while waiting:
        node = waiting.pop()
        if isinstance(node, n.ClassDef):
            waiting += [*node.decorators, *node.base_type_exprs, *node.defs.body]
            continue
        first, last = node.line, node.end_line or node.line
        if any(first <= line <= last for line in errors) or any(
            _is_of_error(part, analysis) for part in walk(node)
        ):
            found.append((first, last))
    return found


def _is_of_error(node: n.Node, analysis: Analysis) -> bool:
    if not isinstance(node, n.Expression):
        return False
    found = mt.get_proper_type(analysis.types.get(node))
    return isinstance(found, mt.AnyType) and found.type_of_any in _OF_ERRORS
