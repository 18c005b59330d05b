"""Names and signatures of modules, read from source text: of mypy's stubs and of our typeshed of real code.

Nothing is imported or run.  Tests of `sys.version_info` and `sys.platform` are decided for Python 3.11 on
linux.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from pathlib import Path

VERSION = (3, 11)
Scope = dict[str, "Entity"]


@dataclass(frozen=True)
class Parameter:
    """kind: `/` positional-only, `.` both, `*` the rest, `k` keyword-only, `**` the other keywords."""

    name: str
    kind: str
    optional: bool
    type: str

    @property
    def shape(self) -> tuple[str, str, bool]:
        """What a call sees; the names of `*args`, `**kwargs` and positional-only parameters do not matter."""
        return (self.name if self.kind in ".k" else "", self.kind, self.optional)


@dataclass(frozen=True)
class Signature:
    parameters: tuple[Parameter, ...]
    result: str
    decoration: str  # "", "static", "class" or "property"

    @property
    def shape(self) -> tuple[object, ...]:
        return (self.decoration, *(parameter.shape for parameter in self.parameters))

    @property
    def types(self) -> tuple[str, ...]:
        return (*(parameter.type for parameter in self.parameters), self.result)

    def __str__(self) -> str:
        shown = []
        for parameter in self.parameters:
            stars = parameter.kind if parameter.kind in ("*", "**") else ""
            mark = {"/": "/", "k": "*"}.get(parameter.kind, "")
            name = f"{stars}{parameter.name}{' = ...' if parameter.optional else ''}"
            shown.append((mark, name))
        parts: list[str] = []
        for index, (mark, name) in enumerate(shown):
            if mark == "*" and not any(p.startswith("*") for p in parts):
                parts.append("*")
            parts.append(name)
            if mark == "/" and (index + 1 == len(shown) or shown[index + 1][0] != "/"):
                parts.append("/")
        return f"({', '.join(parts)})"


@dataclass
class Entity:
    """A name of a module or class: `function` with its overloads, `class` with its members, or `value`."""

    kind: str
    signatures: list[Signature] = field(default_factory=list)
    members: Scope = field(default_factory=dict)
    bases: list[str] = field(default_factory=list)
    doc: str = ""
    alias: str = ""


class Library:
    """A folder of modules: `.pyi` or `.py` files and packages."""

    def __init__(self, root: Path, others: tuple[Path, ...] = ()) -> None:
        self.roots = (root, *others)
        self._modules: dict[str, Scope] = {}

    def module(self, name: str) -> Scope:
        """The public names of a module; empty for one that is not there, or imports itself in a ring."""
        if name not in self._modules:
            self._modules[name] = {}
            self._modules[name] = self._module(name)
        return self._modules[name]

    def file(self, name: str) -> Path | None:
        parts = name.split(".")
        for root in self.roots:
            for suffix in (".pyi", ".py"):
                for path in (
                    root.joinpath(*parts, "__init__" + suffix),
                    root.joinpath(*parts).with_suffix(suffix),
                ):
                    if path.exists():
                        return path
        return None

    def names(self) -> list[str]:
        """The public modules of the first root."""
        root = self.roots[0]
        found = set()
        for path in [*root.rglob("*.py"), *root.rglob("*.pyi")]:
            parts = path.relative_to(root).with_suffix("").parts
            parts = parts[:-1] if parts[-1] == "__init__" else parts
            if parts and not any(part.startswith("_") for part in parts if part != "__future__"):
                found.add(".".join(parts))
        return sorted(found)

    def _module(self, name: str) -> Scope:
        path = self.file(name)
        if path is None:
            return {}
        tree = ast.parse(path.read_text(encoding="utf-8"))
        scope: Scope = {}
        package = name if path.stem == "__init__" else name.rpartition(".")[0]
        exported = _exported(tree)
        self.fill(scope, tree.body, package, exported or set())
        return {
            key: entity
            for key, entity in scope.items()
            if (key in exported if exported is not None else True)
            or not key.startswith("_")
            or (key.endswith("__") and key != "__all__")
        } | {key: scope[key] for key in exported or () if key in scope}

    def fill(self, scope: Scope, body: list[ast.stmt], package: str, exported: set[str]) -> None:
        """Add the names that the statements bind; imported ones if they are exported again."""
        for node in body:
            match node:
                case ast.If():
                    known = _decided(node.test)
                    if known is not False:
                        self.fill(scope, node.body, package, exported)
                    if known is not True:
                        self.fill(scope, node.orelse, package, exported)
                case ast.Try():
                    self.fill(scope, node.body, package, exported)
                case ast.FunctionDef() | ast.AsyncFunctionDef():
                    _add_function(scope, node)
                case ast.ClassDef():
                    made = Entity("class", bases=[_text(base) for base in node.bases], doc=_summary(node))
                    self.fill(made.members, node.body, package, exported)
                    scope[node.name] = made
                case ast.AnnAssign(target=ast.Name(id=name)):
                    scope[name] = Entity("value")
                case ast.Assign(targets=targets):
                    alias = node.value.id if isinstance(node.value, ast.Name) else ""
                    for target in targets:
                        for part in target.elts if isinstance(target, ast.Tuple) else [target]:
                            if isinstance(part, ast.Name):
                                scope[part.id] = Entity("value", alias=alias)
                case ast.ImportFrom():
                    self._import(scope, node, package, exported)
                case _:
                    pass
        for name, entity in list(scope.items()):
            if entity.alias in scope and scope[entity.alias].kind != "value":
                scope[name] = scope[entity.alias]

    def _import(self, scope: Scope, node: ast.ImportFrom, package: str, exported: set[str]) -> None:
        base = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
        source = ".".join([*base, *([node.module] if node.module else [])])
        if source in ("typing", "typing_extensions", "__future__", "_typeshed"):
            return
        for alias in node.names:
            if alias.name == "*":
                scope.update(self.module(source))
            elif alias.asname == alias.name or (alias.asname or alias.name) in exported:
                found = self.module(source).get(alias.name)
                if found is not None:
                    scope[alias.asname or alias.name] = found


def _exported(tree: ast.Module) -> set[str] | None:
    """`__all__`, with what is added to it."""
    found: set[str] | None = None
    for node in ast.walk(tree):
        value = None
        if isinstance(node, ast.Assign) and any(
            isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets
        ):
            value = node.value
        elif (
            isinstance(node, ast.AugAssign)
            and isinstance(node.target, ast.Name)
            and node.target.id == "__all__"
        ):
            value = node.value
        if isinstance(value, ast.List | ast.Tuple):
            found = (found or set()) | {e.value for e in value.elts if isinstance(e, ast.Constant)}  # type: ignore[misc]
    return found


def _decided(test: ast.expr) -> bool | None:
    """The value of a test of the version or platform; None for others."""
    match test:
        case ast.Compare(
            left=ast.Attribute(attr="version_info"), ops=[op], comparators=[ast.Tuple(elts=elts)]
        ):
            wanted = tuple(e.value for e in elts if isinstance(e, ast.Constant) and isinstance(e.value, int))
            mine = VERSION[: len(wanted)]
            return mine >= wanted if isinstance(op, ast.GtE) else mine < wanted
        case ast.Compare(
            left=ast.Attribute(attr="platform"), ops=[op], comparators=[ast.Constant(value=name)]
        ):
            return (name == "linux") is isinstance(op, ast.Eq)
        case ast.BoolOp(op=operator, values=values):
            known = [_decided(value) for value in values]
            if isinstance(operator, ast.And):
                return False if False in known else True if all(known) else None
            return True if True in known else False if all(k is False for k in known) else None
        case ast.Name(id="TYPE_CHECKING"):
            return True
        case ast.Name(id="_SINCE_3_12"):
            return VERSION >= (3, 12)
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            value = _decided(inner)
            return None if value is None else not value
    return None


def _decorators(node: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    names = set()
    for decorator in node.decorator_list:
        target = decorator.func if isinstance(decorator, ast.Call) else decorator
        names.add(target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", ""))
    return names


def _add_function(scope: Scope, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    decorators = _decorators(node)
    before = scope.get(node.name)
    if decorators & {"setter", "deleter"}:
        return
    made = _signature(node, decorators)
    if "overload" in decorators:
        if before is None or before.kind != "overloads":
            scope[node.name] = before = Entity("overloads")
        before.signatures.append(made)
    elif before is not None and before.kind == "overloads":
        before.kind = "function"  # the implementation ends the overloads
        before.doc = _summary(node)
    else:
        scope[node.name] = Entity("function", [made], doc=_summary(node))


def _signature(node: ast.FunctionDef | ast.AsyncFunctionDef, decorators: set[str]) -> Signature:
    args = node.args
    found: list[Parameter] = []
    plain = [*args.posonlyargs, *args.args]
    first_default = len(plain) - len(args.defaults)
    for index, arg in enumerate(plain):
        private = arg.arg.startswith("__") and not arg.arg.endswith("__")
        kind = "/" if index < len(args.posonlyargs) or private else "."
        if kind == "/" and private:  # the old spelling: everything before it is positional-only too
            found = [Parameter(p.name, "/", p.optional, p.type) for p in found]
        found.append(Parameter(arg.arg, kind, index >= first_default, _text(arg.annotation)))
    if args.vararg is not None:
        found.append(Parameter(args.vararg.arg, "*", False, _text(args.vararg.annotation)))
    for arg, default in zip(args.kwonlyargs, args.kw_defaults, strict=True):
        found.append(Parameter(arg.arg, "k", default is not None, _text(arg.annotation)))
    if args.kwarg is not None:
        found.append(Parameter(args.kwarg.arg, "**", False, _text(args.kwarg.annotation)))
    if plain and plain[0].arg in ("self", "cls", "__self", "metacls", "mcs"):
        found = found[1:]
    result = _text(node.returns)
    if isinstance(node, ast.AsyncFunctionDef):
        result = f"Coroutine[Any, Any, {result}]"
    kinds = {
        "staticmethod": "static",
        "classmethod": "class",
        "property": "property",
        "cached_property": "property",
    }
    return Signature(tuple(found), result, next((kinds[d] for d in sorted(decorators) if d in kinds), ""))


def _text(node: ast.expr | None) -> str:
    """A type as text, in one spelling: no modules, no quotes, unions sorted."""
    match node:
        case None:
            return ""
        case ast.Constant(value=str(text)):
            return _text(ast.parse(text, mode="eval").body)
        case ast.Attribute(attr=name):
            return name
        case ast.BinOp(op=ast.BitOr()):
            return " | ".join(sorted(set(_union(node))))
        case ast.Subscript(value=value, slice=inner):
            name = _text(value)
            parts = inner.elts if isinstance(inner, ast.Tuple) else [inner]
            if name == "Optional":
                return " | ".join(sorted({*_union(inner), "None"}))
            if name == "Union":
                return " | ".join(sorted({p for part in parts for p in _union(part)}))
            if name == "Literal":
                return ast.unparse(node)
            return f"{name}[{', '.join(_text(part) for part in parts)}]"
        case ast.List(elts=elts):
            return f"[{', '.join(_text(part) for part in elts)}]"
    return ast.unparse(node)


def _union(node: ast.expr) -> list[str]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return [*_union(node.left), *_union(node.right)]
    return _text(node).split(" | ") if "[" not in _text(node) else [_text(node)]


def _summary(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> str:
    return (ast.get_docstring(node) or "").partition("\n")[0]
