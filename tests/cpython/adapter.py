"""Assertions of CPython's own tests as a typed program: read from the installed `test` package, never kept.

A test method gives the assertions and simple statements that stand directly in it, in order, up to what
the rule leaves out:

    self.assertEqual(a, b)              =>   equal(7, a, b), guarded
    self.assertRaises(E, f, x)          =>   try: f(x)  except E: it passes
    with self.assertRaises(E): f(x)     =>   the same
    name = value, for name in value     =>   themselves

Left out, and not counted:

1. what uses more of the test case than its assertions, other helpers of the module, files, or names that are
   not built-in or of the modules listed;
2. what needs a program that changes at run time (`eval`, `exec`, `getattr` with computed names, ...), or is
   refused because it does (`type("A", (), {})`: `EDGE` of `whole.py`);
3. what mypy does not accept, as most tests of TypeErrors;
4. what does not hold under CPython when it stands alone, or is about CPython itself (`cpython_only`).

What is left counts: it passes, it fails, or the compiler refuses it.
"""

from __future__ import annotations

import ast
import builtins
from dataclasses import dataclass
from pathlib import Path

TESTS = Path("/usr/lib/python3.11/test")
DYNAMIC = {
    "eval",
    "exec",
    "compile",
    "globals",
    "locals",
    "vars",
    "dir",
    "open",
    "__import__",
    "breakpoint",
    "input",
}
DYNAMIC |= {
    "getattr",
    "setattr",
    "delattr",
    "hasattr",
    "memoryview",
    "id",
    "help",
    "exit",
    "quit",
    "print",
    "super",
}
ALLOWED_BUILTINS = {name for name in dir(builtins) if name not in DYNAMIC}
COMPARE = {
    "assertEqual": "==", "assertEquals": "==", "assertNotEqual": "!=", "assertIs": "is",
    "assertIsNot": "is not", "assertLess": "<", "assertLessEqual": "<=", "assertGreater": ">",
    "assertGreaterEqual": ">=", "assertIn": "in",
    "assertNotIn": "not in", "assertListEqual": "==", "assertDictEqual": "==", "assertTupleEqual": "==",
    "assertSetEqual": "==", "assertSequenceEqual": "==",
}  # fmt: skip
HEAD = """\
from __future__ import annotations

import sys
{imports}

def passed(number: int, holds: object) -> None:
    print("ok" if holds else "FAIL", number)


def failed(number: int, error: BaseException) -> None:
    print("FAIL", number, type(error).__name__, error)


"""


@dataclass
class Line:
    """One statement of the program: an assertion with its number, or something that assertions need."""

    text: list[str]
    number: int | None
    defines: set[str]
    uses: set[str]


@dataclass
class Method:
    name: str
    lines: list[Line]


class Extractor:
    """Reads one test file."""

    def __init__(self, text: str, modules: tuple[str, ...], without: frozenset[str] = frozenset()) -> None:
        self.tree = ast.parse(text)
        self.modules = modules
        self.count = 0
        self.aliases = {k: v for k, v in self._imported_names().items() if k not in without}

    def _imported_names(self) -> dict[str, str]:
        """Names that `from module import name` of an allowed module gives: name to import line."""
        found = {}
        for node in self.tree.body:
            if isinstance(node, ast.ImportFrom) and node.module in self.modules and node.level == 0:
                for alias in node.names:
                    if alias.name != "*":
                        name = alias.asname or alias.name
                        found[name] = f"from {node.module} import {alias.name} as {name}"
        return found

    def methods(self) -> list[Method]:
        found = []
        for cls in self.tree.body:
            if not isinstance(cls, ast.ClassDef):
                continue
            for node in cls.body:
                if isinstance(node, ast.FunctionDef) and node.name.startswith("test"):
                    if any(
                        "cpython_only" in ast.unparse(d) or "skip" in ast.unparse(d)
                        for d in node.decorator_list
                    ):
                        continue
                    lines = self.lines(node.body, {})
                    if any(line.number is not None for line in lines):
                        found.append(Method(f"{cls.name}_{node.name}_{len(found)}", lines))
        return found

    def lines(self, body: list[ast.stmt], known: dict[str, bool]) -> list[Line]:
        """The statements that can stand alone; `known` are the local names that have a value."""
        found: list[Line] = []
        for node in body:
            made = self.line(node, known)
            if made is None:  # what it might have changed is not known any more
                for name in _stored(node) | _called_on(node):
                    known.pop(name, None)
                continue
            found.append(made)
            for name in made.defines:
                known[name] = True
        return found

    def line(self, node: ast.stmt, known: dict[str, bool]) -> Line | None:
        match node:
            case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id="self"), attr=attr)) as call):
                return self.assertion(attr, call, known)
            case ast.Expr(value=ast.Call() as call) if self.closed(call, known):
                return Line([ast.unparse(node)], None, set(), _used(call))
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if self.closed(value, known):
                return Line([ast.unparse(node)], None, {name}, _used(value))
            case ast.AugAssign(target=ast.Name(id=name)) if name in known and self.closed(node.value, known):
                return Line([ast.unparse(node)], None, {name}, _used(node.value) | {name})
            case ast.Assign(targets=[ast.Subscript() as target], value=value):
                if self.closed(target, known) and self.closed(value, known):
                    return Line([ast.unparse(node)], None, set(), _used(target) | _used(value))
            case ast.Delete(targets=[ast.Subscript() as target]) if self.closed(target, known):
                return Line([ast.unparse(node)], None, set(), _used(target))
            case ast.With(
                items=[ast.withitem(context_expr=ast.Call() as call, optional_vars=None)], body=[inner]
            ):
                if (
                    _self_method(call) == "assertRaises"
                    and len(call.args) == 1
                    and self.closed(call.args[0], known)
                ):
                    if isinstance(inner, ast.Expr) and self.closed(inner.value, known):
                        return self.raises(call.args[0], ast.unparse(inner.value), _used(inner.value))
            case ast.For(target=ast.Name(id=name), iter=source, orelse=[]) if self.closed(source, known):
                inside = dict(known) | {name: True}
                lines = self.lines(node.body, inside)
                if len(lines) == len(node.body) and not any(line.defines for line in lines):
                    text = [f"for {name} in {ast.unparse(source)}:"]
                    text += ["    " + part for line in lines for part in line.text]
                    uses = _used(source).union(*(line.uses for line in lines)) - {name}
                    numbers = [line.number for line in lines if line.number is not None]
                    if len(numbers) == 1:
                        return Line(text, numbers[0], {name}, uses)
        return None

    def assertion(self, attr: str, call: ast.Call, known: dict[str, bool]) -> Line | None:
        args = call.args
        if any(isinstance(arg, ast.Starred) for arg in args):
            return None
        if attr == "assertRaises" and len(args) >= 2 and not call.keywords:
            if all(self.closed(arg, known) for arg in args):
                given = ", ".join(ast.unparse(arg) for arg in args[2:])
                uses = set[str]().union(*(_used(arg) for arg in args))
                return self.raises(args[0], f"({ast.unparse(args[1])})({given})", uses)
            return None
        if not all(self.closed(arg, known) for arg in args):
            return None
        text = [f"({ast.unparse(arg)})" for arg in args]
        if attr in COMPARE and len(args) >= 2:
            test = f"{text[0]} {COMPARE[attr]} {text[1]}"
        elif attr in ("assertTrue", "assert_") and args:
            test = f"bool({text[0]})"
        elif attr == "assertFalse" and args:
            test = f"not {text[0]}"
        elif attr == "assertIsNone" and args:
            test = f"{text[0]} is None"
        elif attr == "assertIsNotNone" and args:
            test = f"{text[0]} is not None"
        elif attr == "assertIsInstance" and len(args) >= 2 and isinstance(args[1], ast.Name):
            test = f"isinstance({text[0]}, {text[1]})"
        elif attr == "assertAlmostEqual" and len(args) == 2 and not call.keywords:
            test = f"round(abs({text[0]} - {text[1]}), 7) == 0"
        elif attr == "assertCountEqual" and len(args) == 2:
            test = f"sorted({text[0]}) == sorted({text[1]})"
        else:
            return None
        number = self.number()
        lines = [
            "try:",
            f"    passed({number}, {test})",
            "except Exception as error:",
            f"    failed({number}, error)",
        ]
        return Line(lines, number, set(), set[str]().union(*(_used(arg) for arg in args)))

    def raises(self, kind: ast.expr, action: str, uses: set[str]) -> Line:
        number = self.number()
        lines = ["try:", f"    {action}", f"    passed({number}, False)", f"except {ast.unparse(kind)}:"]
        lines += [f"    passed({number}, True)", "except Exception as error:", f"    failed({number}, error)"]
        return Line(lines, number, set(), uses | _used(kind))

    def number(self) -> int:
        self.count += 1
        return self.count

    def closed(self, node: ast.expr, known: dict[str, bool]) -> bool:
        """The expression needs nothing but built-ins, the modules, and the local names that have values."""
        inner = {
            name
            for part in ast.walk(node)
            if isinstance(part, ast.comprehension | ast.Lambda)
            for name in _bound(part)
        }
        for part in ast.walk(node):
            match part:
                case ast.Name(id=name):
                    if not (name in known or name in inner or name in self.modules or name in self.aliases):
                        if name not in ALLOWED_BUILTINS:
                            return False
                case ast.Attribute(attr=attr):
                    if attr.startswith("__") or attr.startswith("_"):
                        return False
                case ast.Yield() | ast.YieldFrom() | ast.Await() | ast.NamedExpr():
                    return False
                case ast.Constant(value=complex()):
                    return False
        return True


def _bound(node: ast.comprehension | ast.Lambda) -> set[str]:
    if isinstance(node, ast.Lambda):
        return {arg.arg for arg in node.args.args}
    return {part.id for part in ast.walk(node.target) if isinstance(part, ast.Name)}


def _used(node: ast.expr) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def _stored(node: ast.stmt) -> set[str]:
    found = {
        part.id
        for part in ast.walk(node)
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store | ast.Del)
    }
    return found | {part.name for part in ast.walk(node) if isinstance(part, ast.FunctionDef | ast.ClassDef)}


def _called_on(node: ast.stmt) -> set[str]:
    """Names whose objects the statement may change."""
    return {
        part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)
    }


def _self_method(call: ast.Call) -> str:
    function = call.func
    if (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id == "self"
    ):
        return function.attr
    return ""


def program(extractor: Extractor, methods: list[Method], dropped: set[int]) -> tuple[str, dict[int, int]]:
    """The program's text, and for each of its lines the statement it belongs to, by its position."""
    used = set[str]().union(*(line.uses for method in methods for line in method.lines))
    imports = [f"import {name}" for name in extractor.modules if name in used]
    imports += [line for name, line in extractor.aliases.items() if name in used]
    out = HEAD.replace("{imports}", "\n".join(imports)).splitlines()
    owner: dict[int, int] = {}
    position = 0
    called = []
    for method in methods:
        kept: list[tuple[int, Line]] = []
        gone: set[str] = set()
        for line in method.lines:
            if position in dropped or line.uses & gone:
                dropped.add(position)
                gone |= line.defines
            else:
                kept.append((position, line))
                gone -= line.defines
            position += 1
        if not any(line.number is not None for _, line in kept):
            continue
        out += ["", f"def {method.name}() -> None:"]
        called.append(method.name)
        for place, line in kept:
            for text in line.text:
                for part in text.split("\n"):
                    out.append("    " + part)
                    owner[len(out)] = place
    out += ["", "CASES = [" + ", ".join(called) + "]", "for place, case in enumerate(CASES):"]
    out += ["    if place < int(sys.argv[1]):", "        continue", "    print('case', place, flush=True)"]
    out += ["    try:", "        case()", "    except Exception as error:", "        failed(-1, error)", ""]
    return "\n".join(out), owner
