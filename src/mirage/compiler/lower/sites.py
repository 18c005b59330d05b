"""Places in the user's source as CPython's tracebacks show them (PEP 657)."""

from __future__ import annotations

import ast
import re
import unicodedata
from functools import cache

from mypy import nodes as n
from mypy.nodes import Context

from mirage.compiler.ir.nodes import Site
from mirage.compiler.lower.world import ModuleState

_OPERATOR = re.compile(r"[-+*/%@&|^<>\[]")  # what a binary operation or a subscript has
_F_STRING = re.compile(r"(?i)(f|rf|fr)[\"']")


def make_site(module: ModuleState, node: Context, function: str) -> Site:
    line, column = _start(module, node)
    source = module.lines[line - 1] if 0 < line <= len(module.lines) else ""
    text = source.strip()
    carets = ""
    if text and column >= 0 and node.end_column is not None and node.end_line is not None:
        start, end = characters(source, column), characters(source, node.end_column)
        if isinstance(node, n.GeneratorExpr) and node.end_line == line:
            start, end = _parenthesised(source, start, end)
        carets = caret_line(source, start, end, node.end_line == line)
    return Site(module.path, line, function, text, carets)


def _start(module: ModuleState, node: Context) -> tuple[int, int]:
    """Where an expression begins; of a value in an f-string, mypy's older parser says where that does."""
    line, column = node.line, node.column
    if not 0 < line <= len(module.lines) or column < 0 or node.end_line is None or node.end_column is None:
        return line, column
    if _F_STRING.match(module.lines[line - 1], characters(module.lines[line - 1], column)) is None:
        return line, column
    if module.in_strings is None:
        module.in_strings = {}
        for whole in ast.walk(ast.parse("\n".join(module.lines))):
            if isinstance(whole, ast.FormattedValue):
                value = whole.value
                key = (whole.lineno, whole.col_offset, value.end_lineno, value.end_col_offset)
                module.in_strings[key] = value.lineno, value.col_offset
    return module.in_strings.get((line, column, node.end_line, node.end_column), (line, column))


def _parenthesised(source: str, start: int, end: int) -> tuple[int, int]:
    """A generator expression with its brackets, which are the call's where it is the only argument."""
    try:
        ast.parse(source[start:end], mode="eval")
    except SyntaxError:
        before, after = source[:start].rstrip(), source[end:].lstrip()
        if before.endswith("(") and after.startswith(")"):
            return len(before) - 1, len(source) - len(after) + 1
    return start, end


def last_comparison(node: n.Expression) -> n.Expression | None:
    """The last comparison of a condition: CPython places the error of a failed assertion there."""
    match node:
        case n.ComparisonExpr():
            return node
        case n.OpExpr(op="and" | "or"):
            return last_comparison(node.right) or last_comparison(node.left)
        case n.UnaryExpr(op="not"):
            return last_comparison(node.expr)
        case n.ConditionalExpr():
            return (
                last_comparison(node.else_expr) or last_comparison(node.if_expr) or last_comparison(node.cond)
            )
    return None


def characters(text: str, offset: int) -> int:
    """The place of an offset in bytes of UTF-8, as the parser counts, in characters."""
    return offset if text.isascii() else len(text.encode()[:offset].decode("utf-8", "replace"))


def width(text: str) -> int:
    """Columns of a terminal."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def caret_line(source: str, start: int, end: int, one_line: bool) -> str:
    """The `~~^~~` line under the stripped source line; "" where CPython prints none.

    Follows Lib/traceback.py of 3.11: anchors for a binary operation or a subscript, none when the
    range covers the whole line.
    """
    stripped = source.strip()
    indent = len(source) - len(source.lstrip())
    anchors: tuple[int, int] | None = None
    if one_line:
        end = _closed(source, start, end)
        anchors = _anchors(source[start:end])
    else:
        end = indent + len(stripped)
    if end - start >= len(stripped) and not (anchors is not None and anchors[1] > anchors[0]):
        return ""
    pad = " " * width(source[indent:start])
    if anchors is None:
        return pad + "^" * width(source[start:end])
    left, right = start + anchors[0], start + anchors[1]
    edges = "~" * width(source[start:left]), "^" * width(source[left:right]), "~" * width(source[right:end])
    return pad + "".join(edges)


@cache
def _anchors(segment: str) -> tuple[int, int] | None:
    """Offsets of the operator (or subscript) inside a one-line expression."""
    if _OPERATOR.search(segment) is None:
        return None
    try:
        tree = ast.parse(segment)
    except SyntaxError:
        return None
    if len(tree.body) != 1 or not isinstance(tree.body[0], ast.Expr):
        return None
    expression = tree.body[0].value
    if isinstance(expression, ast.BinOp):
        start = characters(segment, expression.left.end_col_offset or 0)
        stop = characters(segment, expression.right.col_offset)
        offset = 0
        between = segment[start:stop]
        while offset < len(between) and (between[offset].isspace() or between[offset] == ")"):
            offset += 1
        left = start + offset
        right = left + 1
        if offset + 1 < len(between) and not between[offset + 1].isspace():
            right += 1
        return left, right
    if isinstance(expression, ast.Subscript):
        left = characters(segment, expression.value.end_col_offset or 0)
        while left < len(segment) and (segment[left].isspace() or segment[left] == ")"):
            left += 1
        right = characters(segment, expression.slice.end_col_offset or 0)
        while right < len(segment) and (segment[right].isspace() or segment[right] == ")"):
            right += 1
        if right < len(segment) and segment[right] == "]":
            right += 1
        return left, right
    return None


def _closed(source: str, start: int, end: int) -> int:
    """The end of the expression: mypy's may leave out the bracket of a last operand, as of `a / (b)`."""
    while source[start:end].count("(") > source[start:end].count(")"):
        try:
            ast.parse(source[start:end])
        except SyntaxError:
            rest = source[end:]
            at = end + len(rest) - len(rest.lstrip())
            if source[at : at + 1] != ")":
                return end
            end = at + 1
        else:
            return end
    return end
