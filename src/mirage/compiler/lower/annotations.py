"""Annotations that a program reads: `C.__annotations__`, `get_type_hints(f)`, `field.type`.

They are read from the source again, because mypy keeps what they mean and not what they say, and become
constants that `_annotations.py` of the library makes values of:

    list[int]      =>    ("alias", "list[int]", list, (int,))

In a module with `from __future__ import annotations` they are texts, as on CPython; `get_type_hints`
evaluates these.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.analysis import spoken
from mirage.compiler.frontend.walk import walk
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand
from mirage.compiler.lower import types as t
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.metaclasses import metaclass_of
from mirage.compiler.lower.types import OBJECT
from mirage.compiler.lower.world import Refusal

if TYPE_CHECKING:
    from mirage.compiler.lower.variables import Variables
    from mirage.compiler.lower.world import World

HINTS = ("typing.get_type_hints", "typing_extensions.get_type_hints")
ORIGINS = {
    "List": "builtins.list",
    "Dict": "builtins.dict",
    "Set": "builtins.set",
    "FrozenSet": "builtins.frozenset",
    "Tuple": "builtins.tuple",
    "Type": "builtins.type",
    "DefaultDict": "collections.defaultdict",
    "OrderedDict": "collections.OrderedDict",
    "Counter": "collections.Counter",
    "Deque": "collections.deque",
}
STRIPPED = ("Annotated", "Required", "NotRequired")  # by `get_type_hints`


class Unclear(Exception):
    """What an annotation is as a value is not known."""


@dataclass(frozen=True)
class Kept:
    """An annotation as a constant, and as its repr shows it inside of another one."""

    const: ir.Const
    text: str
    typing: bool = False  # one of the `typing` module's own objects


NONE = Kept(ir.NoneConst(), "None")


# -- the source -----------------------------------------------------------------------------------


def module_ast(world: World, module: str) -> ast.Module:
    key = ("module ast", module)
    found = world.index.found.get(key)
    if not isinstance(found, ast.Module):
        with open(world.trees[module].path, encoding="utf-8") as file:
            found = ast.parse(file.read())
        world.index.found[key] = found
    return found


def _has_future(tree: ast.Module) -> bool:
    return any(
        isinstance(one, ast.ImportFrom)
        and one.module == "__future__"
        and any(alias.name == "annotations" for alias in one.names)
        for one in tree.body
    )


def _at_line(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef, line: int) -> bool:
    return node.lineno == line or any(decorator.lineno == line for decorator in node.decorator_list)


def annotations_of_class(world: World, info: n.TypeInfo) -> list[tuple[str, ast.expr]]:
    """What the class body annotates itself."""
    for node in ast.walk(module_ast(world, info.module_name)):
        if isinstance(node, ast.ClassDef) and node.name == info.name and _at_line(node, info.defn.line):
            return list(_in_body(node.body))
    raise Unclear(f"the class statement of `{info.name}` was not found")


def _in_body(body: list[ast.stmt]) -> Iterator[tuple[str, ast.expr]]:
    for statement in body:
        if isinstance(statement, ast.AnnAssign):
            if isinstance(statement.target, ast.Name) and statement.simple:
                yield statement.target.id, statement.annotation
        elif isinstance(statement, ast.If | ast.For | ast.While | ast.Try | ast.With):
            if any(isinstance(inner, ast.AnnAssign) for inner in ast.walk(statement)):
                raise Unclear("annotations in a compound statement of a class body")


def annotations_of_function(world: World, item: n.FuncDef, module: str) -> list[tuple[str, ast.expr]]:
    for node in ast.walk(module_ast(world, module)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == item.name:
            if _at_line(node, item.line):
                given = node.args
                plain = [*given.args, *given.posonlyargs, *([given.vararg] if given.vararg else [])]
                plain += [*given.kwonlyargs, *([given.kwarg] if given.kwarg else [])]
                found = [(one.arg, one.annotation) for one in plain if one.annotation is not None]
                return [*found, ("return", node.returns)] if node.returns is not None else found
    raise Unclear(f"the `def` of `{item.name}` was not found")


# -- constants ------------------------------------------------------------------------------------


class Reader:
    """The annotations of one module.

    hints   for `get_type_hints`: texts are evaluated, None is its class, `Annotated` is left out
    """

    def __init__(self, lower: Variables, module: str, hints: bool, owner: n.TypeInfo | None) -> None:
        self.lower, self.world, self.module = lower, lower.world, module
        self.hints, self.owner = hints, owner
        self.tree = module_ast(lower.world, module)
        self.future = _has_future(self.tree)

    def outer(self, name: str, node: ast.expr) -> ir.Const:
        """The value of the annotation of a name."""
        if not self.hints and self.future:
            return ir.StrConst(ast.unparse(node))
        try:
            kept = self.of(node)
        except Unclear as unclear:
            simple = self.by_type(name) if isinstance(node, ast.Name) else None
            if simple is None:
                raise unclear from None
            kept = simple
        return self.none_class().const if self.hints and kept is NONE else kept.const

    def by_type(self, name: str) -> Kept | None:
        """A class that only mypy finds: one of the function around."""
        entry = self.owner.names.get(name) if self.owner is not None else None
        declared = mt.get_proper_type(entry.node.type) if entry and isinstance(entry.node, n.Var) else None
        return self.of_class(declared.type) if isinstance(declared, mt.Instance) else None

    def none_class(self) -> Kept:
        return Kept(self.class_const(self.world.none_inst.info), "NoneType")

    def class_const(self, info: n.TypeInfo) -> ir.Const:
        inst = self.world.class_inst(info, ())
        value = self.lower.class_object(inst)
        self.world.classes_read[inst.this] = None  # whoever reads it may call it
        assert isinstance(value.operand, ir.Const)
        return value.operand

    def of_class(self, info: n.TypeInfo) -> Kept:
        if info.is_newtype or info.typeddict_type is not None or info.fullname == "builtins.object":
            if info.fullname != "builtins.object":
                raise Unclear(f"`{info.name}` as a value")
        if info.fullname == "typing.Any":
            return self.form("Any")
        if info.module_name == "typing":
            raise Unclear(f"`typing.{info.name}` as a value")
        text = self.world.qualname(info)
        home = spoken(info.module_name)
        return Kept(self.class_const(info), text if home == "builtins" else f"{home}.{text}")

    def form(self, name: str) -> Kept:
        text = f"typing.{name}"
        parts = (ir.StrConst("form"), ir.StrConst(text), ir.NoneConst(), ir.TupleConst(()))
        return Kept(ir.TupleConst(parts), text, typing=True)

    def alias(self, kind: str, text: str, origin: ir.Const, args: list[Kept]) -> Kept:
        inner = ir.TupleConst(tuple(one.const for one in args))
        parts = (ir.StrConst(kind), ir.StrConst(text), origin, inner)
        return Kept(ir.TupleConst(parts), text, typing=kind.startswith("typing"))

    def value(self, const: ir.Const, text: str) -> Kept:
        return Kept(ir.TupleConst((ir.StrConst("value"), ir.StrConst(text), const)), text)

    def of(self, node: ast.expr) -> Kept:
        match node:
            case ast.Constant(value=None):
                return NONE
            case ast.Constant(value=str() as text):
                if self.hints:
                    return self.of(ast.parse(text, mode="eval").body)
                return Kept(ir.StrConst(text), repr(text))
            case ast.Name() | ast.Attribute():
                return self.named(node)
            case ast.BinOp(op=ast.BitOr()):
                return self.union(list(self.sides(node)), "union")
            case ast.Subscript():
                return self.subscripted(node)
        raise Unclear(f"`{ast.unparse(node)}` as a value")

    def sides(self, node: ast.expr) -> Iterator[ast.expr]:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            yield from self.sides(node.left)
            yield from self.sides(node.right)
        else:
            yield node

    def union(self, nodes: list[ast.expr], kind: str) -> Kept:
        parts: dict[ir.Const, Kept] = {}
        for one in map(self.of, nodes):
            kept = self.none_class() if one is NONE else one
            inner = kept.const.items if isinstance(kept.const, ir.TupleConst) else ()
            if inner and inner[0] in (ir.StrConst("union"), ir.StrConst("typing union")):
                raise Unclear("a union inside of a union")
            if isinstance(kept.const, ir.StrConst):
                raise Unclear("a text in a union")
            parts[kept.const] = kept
        found = list(parts.values())
        if len(found) == 1:
            return found[0]
        if any(one.typing for one in found):
            kind = "typing union"
        texts = [one.text for one in found]
        if kind == "union":
            text = " | ".join("None" if one == "NoneType" else one for one in texts)
        elif len(texts) == 2 and "NoneType" in texts:
            text = f"typing.Optional[{next(one for one in texts if one != 'NoneType')}]"
        else:
            text = f"typing.Union[{', '.join(texts)}]"
        return self.alias(kind, text, ir.NoneConst(), found)

    # -- names ----------------------------------------------------------------------------------

    def symbol(self, node: ast.expr) -> n.SymbolNode:
        if isinstance(node, ast.Name):
            for names in (self.world.trees[self.module].names, self.world.trees["builtins"].names):
                entry = names.get(node.id)
                if entry is not None and entry.node is not None:
                    return entry.node
            raise Unclear(f"`{node.id}` as a value")
        if isinstance(node, ast.Attribute):
            base = self.symbol(node.value)
            if isinstance(base, n.MypyFile | n.TypeInfo):
                entry = base.names.get(node.attr)
                if entry is not None and entry.node is not None:
                    return entry.node
                module = self.world.trees.get(f"{base.fullname}.{node.attr}")
                if module is not None:
                    return module
        raise Unclear(f"`{ast.unparse(node)}` as a value")

    def is_of_typing(self, node: ast.expr) -> bool:
        """`Iterable` from typing, not from collections.abc, which are one class here."""
        if isinstance(node, ast.Attribute):
            base = self.symbol(node.value)
            return isinstance(base, n.MypyFile) and base.fullname in ("typing", "typing_extensions")
        assert isinstance(node, ast.Name)
        for one in ast.walk(self.tree):
            if isinstance(one, ast.ImportFrom) and any((a.asname or a.name) == node.id for a in one.names):
                return one.module in ("typing", "typing_extensions")
        return False

    def named(self, node: ast.expr) -> Kept:
        found = self.symbol(node)
        if isinstance(found, n.TypeInfo):
            if found.module_name == "typing" and found.name != "Any":
                return self.abstract(node, found, [], bare=True)
            return self.of_class(found)
        special = found.fullname.startswith("typing.") and isinstance(found, n.Var | n.TypeAlias)
        if isinstance(found, n.TypeAlias) and not special:
            return self.of_alias(found)
        if special:
            if found.name in ORIGINS:
                return self.alias("typing", f"typing.{found.name}", self.origin(found.name), [])
            return self.form(found.name)
        raise Unclear(f"`{ast.unparse(node)}` as a value")

    def of_alias(self, found: n.TypeAlias) -> Kept:
        for one in module_ast(self.world, found.module).body:
            targets: list[ast.expr] = []
            if isinstance(one, ast.Assign):
                targets = one.targets
            elif isinstance(one, ast.AnnAssign):
                targets = [one.target]
            if any(isinstance(target, ast.Name) and target.id == found.name for target in targets):
                assert isinstance(one, ast.Assign | ast.AnnAssign)
                if one.value is not None:
                    return Reader(self.lower, found.module, self.hints, None).of(one.value)
        raise Unclear(f"the alias `{found.name}` as a value")

    def origin(self, name: str) -> ir.Const:
        module, _, short = ORIGINS[name].rpartition(".")
        if module not in self.world.trees:
            raise Unclear(f"`typing.{name}` as a value")
        info = self.world.trees[module].names[short].node
        assert isinstance(info, n.TypeInfo)
        return self.class_const(info)

    def abstract(self, node: ast.expr, info: n.TypeInfo, args: list[Kept], bare: bool = False) -> Kept:
        """An abstract class of collections.abc, from there or from typing."""
        of_typing = self.is_of_typing(node)
        name = "Set" if info.name == "AbstractSet" and not of_typing else info.name
        text = f"typing.{info.name}" if of_typing else f"collections.abc.{name}"
        if bare and not of_typing:
            return Kept(self.class_const(info), text)
        whole = text if bare else f"{text}[{', '.join(one.text for one in args)}]"
        return self.alias("typing" if of_typing else "alias", whole, self.class_const(info), args)

    # -- `X[...]` -------------------------------------------------------------------------------

    def subscripted(self, node: ast.Subscript) -> Kept:
        found = self.symbol(node.value)
        items = list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]
        if isinstance(found, n.Var | n.TypeAlias) and found.fullname.startswith("typing."):
            return self.special(found.name, node, items)
        if not isinstance(found, n.TypeInfo):
            raise Unclear(f"`{ast.unparse(node)}` as a value")
        args = [self.argument(item) for item in items]
        if found.module_name == "typing":
            return self.abstract(node.value, found, self.typing_args(args))
        cls = self.of_class(found)
        if self.world.is_user(found.module_name):  # a generic class of the application
            args = self.typing_args(args)
            return self.alias("typing", f"{cls.text}[{', '.join(a.text for a in args)}]", cls.const, args)
        return self.alias("alias", f"{cls.text}[{', '.join(a.text for a in args)}]", cls.const, args)

    def argument(self, node: ast.expr) -> Kept:
        if isinstance(node, ast.Constant) and node.value is Ellipsis:
            return self.value(self.ellipsis(), "...")
        return self.of(node)

    def ellipsis(self) -> ir.Const:
        operand = self.lower.expr(n.EllipsisExpr()).operand
        if not isinstance(operand, ir.Const):
            raise Unclear("`...` as a value")
        return operand

    def typing_args(self, args: list[Kept]) -> list[Kept]:
        if any(isinstance(one.const, ir.StrConst) for one in args):
            raise Unclear("a text inside of an annotation")
        return [self.none_class() if one is NONE else one for one in args]

    def special(self, name: str, node: ast.Subscript, items: list[ast.expr]) -> Kept:
        if name in ("Union", "Optional"):
            more: list[ast.expr] = [ast.Constant(None)] if name == "Optional" else []
            return self.union([*items, *more], "typing union")
        if name in STRIPPED and self.hints:
            return self.of(items[0])
        if name == "Literal":
            args = [self.literal(item) for item in items]
            return self.alias("typing", f"typing.Literal[{self.joined(args)}]", self.form(name).const, args)
        if name == "Callable":
            return self.callable_(node, items)
        if name in STRIPPED:
            raise Unclear(f"`{name}` as a value")
        args = self.typing_args([self.argument(item) for item in items])
        origin = self.origin(name) if name in ORIGINS else self.form(name).const
        return self.alias("typing", f"typing.{name}[{self.joined(args)}]", origin, args)

    def joined(self, args: list[Kept]) -> str:
        return ", ".join(one.text for one in args)

    def literal(self, node: ast.expr) -> Kept:
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            if isinstance(node.operand, ast.Constant) and isinstance(node.operand.value, int):
                node = ast.Constant(-node.operand.value)
        value = node.value if isinstance(node, ast.Constant) else Unclear
        if isinstance(value, bool):
            return self.value(ir.BoolConst(value, ir.Rep.REF), repr(value))
        if isinstance(value, int):
            return self.value(ir.IntConst(value, ir.Rep.REF), repr(value))
        if isinstance(value, str):
            return Kept(ir.StrConst(value), repr(value))
        if value is None:
            return NONE
        raise Unclear(f"`{ast.unparse(node)}` in a Literal")

    def callable_(self, node: ast.Subscript, items: list[ast.expr]) -> Kept:
        first, result = items if len(items) == 2 else (items[0], items[0])
        taken = [self.argument(one) for one in first.elts] if isinstance(first, ast.List) else None
        args = [*(taken if taken is not None else [self.argument(first)]), self.of(result)]
        of_typing = self.is_of_typing(node.value)
        if of_typing:
            args = self.typing_args(args)
        home = "typing" if of_typing else "collections.abc"
        inner = "..." if taken is None else f"[{self.joined(args[:-1])}]"
        if taken is None and args[0].text != "...":
            raise Unclear(f"`{ast.unparse(node)}` as a value")
        shown = "<class 'collections.abc.Callable'>"
        origin = ir.TupleConst(
            (ir.StrConst("form"), ir.StrConst(shown), ir.NoneConst(), ir.TupleConst(()))
        )
        return self.alias(
            "typing" if of_typing else "alias", f"{home}.Callable[{inner}, {args[-1].text}]", origin, args
        )


# -- what the program asks for --------------------------------------------------------------------


def _dict_of(lower: Variables, parts: list[tuple[str, ir.Const]], node: n.Node) -> Operand:
    flat: list[ir.Const] = []
    for name, const in parts:
        flat += [ir.StrConst(name), const]
    return lower.call(lower.world_function("_annotations.made"), [ir.TupleConst(tuple(flat))], node)


def dict_type(lower: Variables) -> t.Type:
    return t.ClassT(lower.world.builtin("dict", lower.world.str_type, t.ANY))


def _refusal(node: n.Node, unclear: Unclear) -> Refusal:
    remedy = "write `from __future__ import annotations`, where texts will do, or keep the classes in a dict"
    return Refusal(node, "dynamic-namespace", f"the annotation is not kept at run time: {unclear}", remedy)


def _parts_of_class(lower: Variables, info: n.TypeInfo, hints: bool) -> list[tuple[str, ir.Const]]:
    if info.typeddict_type is not None:
        raise Unclear("a TypedDict's fields")
    reader = Reader(lower, info.module_name, hints, info)
    found = [(name, reader.outer(name, node)) for name, node in annotations_of_class(lower.world, info)]
    if not hints and info.is_named_tuple and any(isinstance(const, ir.StrConst) for _, const in found):
        raise Unclear("a text in a NamedTuple")  # a ForwardRef on CPython
    return found


def _annotated(world: World, info: n.TypeInfo) -> n.TypeInfo:
    """The class whose annotations `info.__annotations__` gives: itself.

    But a metaclass with annotations has an attribute of the name as any class has, which is found where the
    class and its bases have none of their own.
    """
    meta = metaclass_of(world, info)
    above = [base for base in meta.info.mro if world.is_user(base.module_name)] if meta is not None else []
    if not any(annotations_of_class(world, base) for base in above):
        return info
    own = [base for base in info.mro if world.is_user(base.module_name)]
    return next(base for base in [*own, *above] if annotations_of_class(world, base))


def class_annotations(lower: Variables, info: n.TypeInfo, node: n.Node) -> Value:
    """`C.__annotations__`: one dict, made when it is read first."""
    try:
        info = _annotated(lower.world, info)
        parts = _parts_of_class(lower, info, hints=False)
    except Unclear as unclear:
        raise _refusal(node, unclear) from None
    kept = lower.world.global_variable(
        ("annotations", info), f"{info.fullname}.annotations", OBJECT, ir.NoneConst()
    )
    made = lower.made_once(kept, lambda: _dict_of(lower, parts, node))
    return Value(made, dict_type(lower))


def function_annotations(
    lower: Variables, item: n.FuncDef, module: str, hints: bool, node: n.Node
) -> Value:
    """`f.__annotations__`, and `get_type_hints(f)`."""
    try:
        reader = Reader(lower, module, hints, None)
        found = annotations_of_function(lower.world, item, module)
        parts = [(name, reader.outer(name, one)) for name, one in found]
    except Unclear as unclear:
        raise _refusal(node, unclear) from None
    if hints:
        return Value(_dict_of(lower, parts, node), dict_type(lower))
    kept = lower.world.global_variable(
        ("annotations", item), f"{item.fullname}.annotations", OBJECT, ir.NoneConst()
    )
    return Value(lower.made_once(kept, lambda: _dict_of(lower, parts, node)), dict_type(lower))


def class_hints(lower: Variables, info: n.TypeInfo, node: n.Node) -> Value:
    """`get_type_hints(C)`: the bases' too, evaluated."""
    found: dict[str, ir.Const] = {}
    try:
        for base in reversed(info.mro):
            if lower.world.is_user(base.module_name):
                found.update(_parts_of_class(lower, base, hints=True))
    except Unclear as unclear:
        raise _refusal(node, unclear) from None
    return Value(_dict_of(lower, list(found.items()), node), dict_type(lower))


def kept_type(lower: Variables, info: n.TypeInfo, name: str) -> ir.Const:
    """The type of a dataclass's field for `fields`, in a program that reads `.type` somewhere."""
    known = lower.world.index.found.get("reads types of fields")
    if not isinstance(known, bool):
        known = lower.world.index.found["reads types of fields"] = any(
            isinstance(part, n.MemberExpr) and part.name == "type"
            for name, module in lower.world.modules.items()
            if lower.world.is_user(name)
            for part in walk(module.tree)
        )
    found = field_type(lower, info, name) if known else None
    return ir.TupleConst(()) if found is None else found


def field_type(lower: Variables, info: n.TypeInfo, name: str) -> ir.Const | None:
    """The type of a dataclass's field, as a constant; None where it is not kept."""
    for base in info.mro:
        if not lower.world.is_user(base.module_name):
            continue
        try:
            for found, node in annotations_of_class(lower.world, base):
                if found == name:
                    return Reader(lower, base.module_name, False, base).outer(name, node)
        except Unclear:
            return None
    return None
