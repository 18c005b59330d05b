"""What is refused by name: built-ins and special methods that need a program that can change at run time."""

from __future__ import annotations

import ast
import re
import warnings
from keyword import iskeyword

from mypy import nodes as n

from mirage.compiler.frontend.private_names import is_private
from mirage.compiler.frontend.walk import walk
from mirage.compiler.lower.classes import class_default
from mirage.compiler.lower.dataclass_info import computed_flag
from mirage.compiler.lower.types import derives_from_int
from mirage.compiler.lower.world import INT_OPERATORS, Refusal, World

_OPTIONS = re.compile(r"^\s*class\s+\w+\s*\([^:]*\*\*", re.MULTILINE)

BUILTINS = {
    "eval": (
        "dynamic-code",
        "source text is compiled at build time only",
        "write the expression; for data in text use `json.loads`",
    ),
    "exec": (
        "dynamic-code",
        "source text is compiled at build time only",
        "write the statements as a function",
    ),
    "compile": ("dynamic-code", "source text is compiled at build time only", "write the code as a function"),
    "__import__": (
        "dynamic-import",
        "modules are linked at build time",
        "write `import module`; to choose one at run time keep the choices in a dict",
    ),
    "globals": (
        "dynamic-namespace",
        "there is no dictionary of globals at run time",
        "keep the values in a dict of your own",
    ),
    "locals": (
        "dynamic-namespace",
        "local variables live in registers, not in a dictionary",
        "name the variables, or keep the values in a dict",
    ),
    "vars": (
        "dynamic-namespace",
        "objects have fields at fixed places and no `__dict__`",
        "name the attributes; `getattr(obj, name)` finds names of a list where the class of `obj` is known, "
        "and `dataclasses.asdict` gives those of a dataclass",
    ),
    "dir": (
        "dynamic-namespace",
        "the names of attributes are not kept at run time",
        "name the attributes, or use `hasattr` with a literal name",
    ),
    "breakpoint": (
        "debugger",
        "there is no debugger in the image",
        "run the program under CPython (`mirage run -t cpython`) to debug it, or print the values",
    ),
    "open": (
        "no-files",
        "an image has no file system yet",
        "read standard input, or keep the data in the program as a `str` or `bytes` literal",
    ),
    "super": (
        "unsupported",
        "there is no object for it: the method is found at build time",
        "write `super().method(...)`",
    ),
    "help": ("dynamic-namespace", "docstrings are not kept at run time", "print the text you want to show"),
}

OF_COPIES = ("__reduce__", "__reduce_ex__", "__getstate__", "__setstate__")  # of copies and pickle

METHODS = {
    "__del__": (
        "finalizer",
        "memory is collected, not counted: nothing says when an object dies",
        "write `__enter__` and `__exit__`, and use the object in a `with`",
    ),
    **dict.fromkeys(
        OF_COPIES,
        (
            "dynamic-attribute",
            "objects are copied field by field, without a call",
            "write `__copy__` and `__deepcopy__`",
        ),
    ),
    **dict.fromkeys(
        ("__class__", "__bases__", "__mro__"),
        (
            "dynamic-class",
            "`isinstance` asks for the class an object was made of, and its bases are known at build time",
            "derive from the class, or write a Protocol",
        ),
    ),
    "__getattribute__": (
        "dynamic-attribute",
        "attributes are read at fixed places, without a call",
        "write properties, or `__getattr__` for names that the class does not have",
    ),
}


PATTERNS = frozenset(
    f"re.{name}" for name in "compile search match fullmatch split findall finditer sub subn template".split()
)


def refuse_pattern(node: n.CallExpr) -> Refusal | None:
    """`re.compile("[[]")`: CPython warns of sets that may get another meaning, where the pattern is read."""
    callee = node.callee
    if not isinstance(callee, n.RefExpr) or callee.fullname not in PATTERNS or not node.args:
        return None
    pattern = node.args[0]
    if not isinstance(pattern, n.StrExpr) or "[" not in pattern.value:
        return None
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        re.purge()  # a pattern that is kept is read once, and a program may be lowered again
        try:
            re.compile(pattern.value, re.VERBOSE if _is_verbose(node) else 0)
        except (re.error, OverflowError, RecursionError):
            return None  # told of when the program runs
    for one in caught:
        if issubclass(one.category, FutureWarning):
            what = f"a pattern of which CPython warns (FutureWarning: {one.message}) cannot be compiled"
            return Refusal(pattern, "unsupported", what, "write a backslash before the character")
    return None


def _is_verbose(node: n.CallExpr) -> bool:
    return any(
        isinstance(part, n.MemberExpr | n.NameExpr) and part.name in ("X", "VERBOSE")
        for argument in node.args[1:]
        for part in walk(argument)
    )


def refuse_builtin(fullname: str, node: n.Node) -> Refusal | None:
    """The refusal of a call or another use of a built-in."""
    found = BUILTINS.get(fullname.removeprefix("builtins.")) if fullname.startswith("builtins.") else None
    if found is None:
        return None
    code, reason, remedy = found
    return Refusal(node, code, f"`{fullname.removeprefix('builtins.')}` cannot be compiled: {reason}", remedy)


def refuse_named_tuple(node: n.CallExpr) -> Refusal | None:
    """The refusal of a call that is not the whole value of a name; one with wrong names raises ValueError."""
    texts = [argument.value for argument in node.args if isinstance(argument, n.StrExpr)]
    if len(texts) == 2 == len(node.args):
        names = [texts[0], *texts[1].replace(",", " ").split()]
        plain = all(name.isidentifier() and not iskeyword(name) for name in names)
        if not plain or len(set(names[1:])) < len(names) - 1 or any(name[0] == "_" for name in names[1:]):
            return None
    return Refusal(
        node,
        "dynamic-class",
        "`namedtuple` cannot be called here: classes are fixed at build time",
        "write `Point = namedtuple(\"Point\", \"x y\")`, or a class that derives from `typing.NamedTuple`",
    )


def refuse_options(world: World, info: n.TypeInfo) -> Refusal | None:
    """The refusal of `class A(**options)`, of which the type checker keeps nothing."""
    key = ("class options", info.module_name)
    lines = world.memo.get(key)
    if not isinstance(lines, frozenset):
        lines = world.memo[key] = _lines_with_options("\n".join(world.modules[info.module_name].lines))
    if info.defn.line not in lines:
        return None
    return Refusal(
        info.defn,
        "dynamic-class",
        f"`class {info.name}(**...)` cannot be compiled: classes are fixed at build time",
        "write the keywords in the class statement",
    )


def _lines_with_options(text: str) -> frozenset[int]:
    """The lines of class statements with `**` in their parentheses."""
    if not _OPTIONS.search(text):
        return frozenset()
    return frozenset(
        node.lineno
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ClassDef) and any(keyword.arg is None for keyword in node.keywords)
    )


def refuse_hidden(info: n.TypeInfo) -> Refusal | None:
    """`code = 3` in a subclass of SystemExit: it would hide what objects of the class are made with."""
    for statement in info.defn.defs.body:
        if not isinstance(statement, n.AssignmentStmt) or isinstance(statement.rvalue, n.TempNode):
            continue
        for target in statement.lvalues:
            name = target.name if isinstance(target, n.NameExpr) else ""
            for base in info.mro[1:] if not name.startswith("_") else ():
                error = base.module_name == "builtins" and base.has_base("builtins.BaseException")
                entry = base.names.get(name) if error else None
                if entry is not None and isinstance(entry.node, n.Var) and not entry.node.is_property:
                    return Refusal(
                        statement,
                        "unsupported",
                        f"the variable `{name}` of `{info.name}` would hide an attribute of `{base.name}`",
                        f"set `self.{name}` in `__init__`",
                    )
    return None


def refuse_borrowed(world: World, info: n.TypeInfo) -> Refusal | None:
    """`run = Other.run` in a class that does not derive from `Other`: the code is for objects of `Other`."""
    for statement in info.defn.defs.body:
        value = statement.rvalue if isinstance(statement, n.AssignmentStmt) else None
        if not isinstance(value, n.MemberExpr) or not isinstance(value.expr, n.RefExpr):
            continue
        owner = value.expr.node
        entry = owner.get(value.name) if isinstance(owner, n.TypeInfo) else None
        node = entry.node if entry is not None else None
        function = node.func if isinstance(node, n.Decorator) and not node.var.is_property else node
        if not isinstance(function, n.FuncDef) or function.is_static or function.is_class:
            continue
        if function.info not in info.mro and world.is_user(function.info.module_name):
            return Refusal(
                statement,
                "unsupported",
                f"`{function.info.name}.{value.name}` as a method of `{info.name}`, which is no "
                f"`{function.info.name}`, cannot be compiled",
                "write a function that both classes call, or a base class that both derive from",
            )
    return None


def refuse_private(info: n.TypeInfo) -> Refusal | None:
    """The refusal of a private name (`__x`) that a base has too: CPython gives each class one of its own."""
    for statement in info.defn.defs.body:
        for node in () if isinstance(statement, n.ClassDef) else walk(statement):
            name = node.name if isinstance(node, n.MemberExpr | n.FuncDef | n.NameExpr) else ""
            if not is_private(name):
                continue
            if isinstance(node, n.NameExpr) and node.kind != n.MDEF:
                continue
            if isinstance(node, n.MemberExpr) and not isinstance(node.expr, n.NameExpr):
                continue
            base = next((base for base in info.mro[1:] if name in base.names), None)
            if base is not None and base.name.lstrip("_") != info.name.lstrip("_"):
                return Refusal(
                    node,
                    "unsupported",
                    f"`{name}` in `{info.name}` cannot be compiled yet: it would be the one of `{base.name}`",
                    "give one of them another name",
                )
    seen: dict[str, n.TypeInfo] = {}
    for base in info.mro[1:]:
        for name in base.names:
            if is_private(name):
                if name in seen and seen[name].name.lstrip("_") != base.name.lstrip("_"):
                    return Refusal(
                        info.defn,
                        "unsupported",
                        f"`{name}` of both `{seen[name].name}` and `{base.name}` cannot be compiled yet",
                        "give one of them another name",
                    )
                seen[name] = base
    return None


def refuse_method(info: n.TypeInfo, name: str) -> Refusal | None:
    """The refusal of a special method that would never be called, or of one that names no object.

    Those in OF_COPIES are refused in programs that copy objects.
    """
    node = info.names[name].node
    function = node.func if isinstance(node, n.Decorator) else node
    if isinstance(function, n.FuncDef) and not function.is_static and function.arg_kinds[:1] == [n.ARG_STAR]:
        return Refusal(
            function,
            "unsupported",
            f"`{info.name}.{name}`, whose object is the first of its `*{function.arg_names[0]}`, "
            "cannot be compiled yet",
            "name the object: `self` before the others",
        )
    if isinstance(node, n.Var) and _is_cached_property_call(class_default(info, name)):
        return Refusal(
            info.defn,
            "unsupported",
            f"`{info.name}.{name}`, a `cached_property` that is called in place of decorating, "
            "cannot be compiled yet",
            "write `@cached_property` over a method",
        )
    if name not in METHODS:
        return None
    code, reason, remedy = METHODS[name]
    where: n.Node = node if isinstance(node, n.Node) else info.defn
    return Refusal(where, code, f"`{info.name}.{name}` cannot be compiled: {reason}", remedy)


def refuse_computed_flag(info: n.TypeInfo) -> Refusal | None:
    """Whether a field is compared, hashed, shown decides what methods do, which are made at build time."""
    value = computed_flag(info) if "dataclass" in info.metadata else None
    if value is None:
        return None
    reason = f"what `field` is told of an attribute of `{info.name}` is computed, which cannot be compiled"
    return Refusal(value, "unsupported", reason, "write True or False")


def _is_cached_property_call(value: n.Expression | None) -> bool:
    callee = value.callee if isinstance(value, n.CallExpr) else None
    return getattr(callee, "fullname", "") == "functools.cached_property"


OF_OWN_INTS = {"__new__", "__init__", "__repr__", "__str__", "__format__", "__getnewargs__", *INT_OPERATORS}


def refuse_int_methods(info: n.TypeInfo) -> Refusal | None:
    """Where `int` is declared, such ints are computed with as ints are: but for these methods."""
    if info.is_enum or not derives_from_int(info):
        return None
    above = info.mro.index(next(base for base in info.mro if base.fullname == "builtins.int"))
    for name in info.mro[above].names:
        if name in OF_OWN_INTS:
            continue
        owner = next((base for base in info.mro[:above] if name in base.names), None)
        if owner is not None:
            where = owner.names[name].node if owner is info else None
            return Refusal(
                where if isinstance(where, n.Node) else info.defn,
                "unsupported",
                f"`{owner.name}.{name}` in place of the int's own cannot be compiled yet",
                "give it another name, or keep the `int` in an attribute of an ordinary class",
            )
    return None
