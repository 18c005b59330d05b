"""Which overload a call means, and which type arguments."""

from __future__ import annotations

from mypy import nodes as n
from mypy import types as mt
from mypy.nodes import ArgKind

from mirage.compiler.ir.nodes import Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.arguments import Arg, spread
from mirage.compiler.lower.builder import Builder
from mirage.compiler.lower.classes import GENERATOR_BASES, ClassInst, function_of
from mirage.compiler.lower.types import OBJECT, ClassT, Substitution, Type

UNKNOWN_TO = (
    *("", "builtins.list", "builtins.tuple", "builtins.dict", "builtins.set"),
    "typing.SupportsIndex",  # what is no index has a message of its own
)
OPERATOR_METHODS = ("__divmod__", "__rdivmod__", "__pow__")


class Overloads(Builder):
    # -- overloads ------------------------------------------------------------------------------

    def signatures(self, node: n.SymbolNode) -> list[n.FuncDef]:
        if isinstance(node, n.OverloadedFuncDef) and not node.is_property:
            items = [i.func if isinstance(i, n.Decorator) else i for i in node.items]
            return [i for i in items if i is not node.impl]
        found = function_of(node)
        return [] if found is None else [found]

    def resolve(
        self, node: n.SymbolNode, owner: ClassInst | None, types: list[Type], args: list[Arg]
    ) -> n.FuncDef | None:
        """The function that serves these arguments: an overload item with a body, or the implementation."""
        if isinstance(node, n.OverloadedFuncDef) and not node.is_property:
            impl = function_of(node)
            if any(arg.star for arg in args):
                args = spread(args)
                types = [arg.value.type for arg in args]
            if impl is not None and any(arg.star2 or arg.star and has_body(impl) for arg in args):
                return impl  # which there are is known when the program runs
            for promote in (False, True):
                fitting = [i for i in self.signatures(node) if self.fits(i, owner, types, args, promote)]
                unknown = promote and any(isinstance(type_, t.ObjectT) for type_ in types)
                inside = self.inst is not None and self.inst.item is impl
                if unknown and impl is not None and not inside and len(fitting) > 1:
                    return impl  # any of the items might be the one: only the implementation looks
                if fitting:
                    item = fitting[0]
                    if promote and impl is not None and self.refuses_unknown(item, types):
                        return impl
                    if impl is not None and not inside and any(isinstance(a, t.ObjectT) for a in types):
                        if names_operators(self.signatures(node)):
                            return impl  # `divmod`: either operand may know what to do
                    return item if has_body(item) or impl is None else impl
            return impl
        return function_of(node)

    def refuses_unknown(self, item: n.FuncDef, types: list[Type]) -> bool:
        """An argument of unknown type would have to be a list, say, for this item: others go elsewhere."""
        callable_ = mt.get_proper_type(item.type)
        if not isinstance(callable_, mt.CallableType):
            return False
        skip = 1 if item.info and not (item.is_static and item.name != "__new__") else 0
        for type_, wanted in zip(types, callable_.arg_types[skip:], strict=False):
            proper = mt.get_proper_type(wanted)
            if isinstance(type_, t.ObjectT) and isinstance(proper, mt.Instance | mt.TupleType):
                name = "" if isinstance(proper, mt.TupleType) else proper.type.fullname
                if name in UNKNOWN_TO:
                    return True
                known = [] if isinstance(proper, mt.TupleType) else map(mt.get_proper_type, proper.args)
                if any(isinstance(a, mt.Instance) and a.type.fullname != "builtins.object" for a in known):
                    return True  # Iterable[int]: its items may be others
        return False

    def fits(
        self,
        item: n.FuncDef,
        owner: ClassInst | None,
        types: list[Type],
        args: list[Arg] | None = None,
        promote: bool = True,
    ) -> bool:
        """The arguments could be passed to this signature."""
        callable_ = mt.get_proper_type(item.type)
        if not isinstance(callable_, mt.CallableType):
            return True
        if args is not None and any(arg.star or arg.star2 for arg in args):
            return True
        skip = 1 if owner is not None and not (item.is_static and item.name != "__new__") else 0
        names, kinds = callable_.arg_names[skip:], callable_.arg_kinds[skip:]
        declared = callable_.arg_types[skip:]
        used: set[int] = set()
        position = 0
        substitution = dict(owner.substitution) if owner is not None else {}
        for index, type_ in enumerate(types):
            name = args[index].name if args is not None else None
            if name is not None:
                if name not in names:
                    if ArgKind.ARG_STAR2 in kinds:
                        continue
                    return False
                target = names.index(name)
            else:
                while position < len(kinds) and position in used:
                    position += 1
                if position >= len(kinds) or not (
                    kinds[position].is_positional() or kinds[position] is ArgKind.ARG_STAR
                ):
                    return False
                target = position
                if kinds[position] is not ArgKind.ARG_STAR:
                    position += 1
            if kinds[target] is not ArgKind.ARG_STAR:
                used.add(target)
            if not self.could_be(type_, declared[target], substitution, promote):
                return False
        return all(index in used or kind.is_optional() or kind.is_star() for index, kind in enumerate(kinds))

    def could_be(self, type_: Type, declared: mt.Type, substitution: Substitution, promote: bool) -> bool:
        proper = mt.get_proper_type(declared)
        if isinstance(type_, t.TypeT) and isinstance(type_.item, ClassT) and type_.item.inst.info.is_enum:
            if isinstance(proper, mt.Instance) and proper.type.is_protocol and proper.args:
                type_ = ClassT(self.list_inst(type_.item))  # an enum is iterated over
        if isinstance(proper, mt.TypeVarType) and (proper.id.raw_id, proper.id.namespace) not in substitution:
            if proper.values:
                return any(self.could_be(type_, v, substitution, promote) for v in proper.values)
            return self.could_be(type_, proper.upper_bound, substitution, promote)
        if isinstance(proper, mt.UnionType):
            return any(self.could_be(type_, item, substitution, promote) for item in proper.items)
        if isinstance(proper, mt.LiteralType):
            proper = proper.fallback
        target = self.world.translate(proper, substitution)
        if type_ == target or isinstance(target, t.ObjectT):
            return True
        if isinstance(type_, t.ObjectT):
            return promote
        if isinstance(type_, t.UnionT):
            return all(self.could_be(item, declared, substitution, promote) for item in type_.items)
        if promote and target == t.FLOAT and type_ in (t.INT, t.BOOL):
            return True
        if promote and isinstance(target, t.PrimT) and target.rep.is_raw_integer and type_ == t.INT:
            return True
        if isinstance(target, t.CallableT):
            return (
                isinstance(type_, t.CallableT | t.TypeT) or self.world.lookup(type_, "__call__") is not None
            )
        return self.world.is_subtype(type_, target) and not self.wider_argument(type_, target)

    def wider_argument(self, type_: Type, target: Type) -> bool:
        """A list of `int | float` is no argument for `Iterable[int]`, the other way round it is.

        Nor is a list of floats one for `list[Any]`, whose code reads objects; others take any iterable.
        """
        if not isinstance(type_, ClassT) or not isinstance(target, ClassT) or not target.inst.args:
            return False
        based = type_.inst.base(target.inst.info) if target.inst.info in type_.inst.info.mro else None
        info = target.inst.info
        if based is not None and based.shape is not target.inst.shape:
            if not info.is_protocol and not info.is_abstract:
                return True
        if based is None and info.is_protocol:  # a Task[Any] is no Awaitable[bool]
            args = self.structural_args(info, type_.inst) if self.args_unknown(type_) else ()
            return any(map(_is_wider, args, target.inst.args))
        # what generators without annotations give
        unknown = t.ObjectT if type_.inst.info.fullname == "builtins.generator" else t.AnyT
        return based is not None and any(
            not isinstance(b, t.ObjectT)
            and (isinstance(a, unknown) or isinstance(a, t.UnionT) and not self.world.is_subtype(a, b))
            for a, b in zip(based.args, target.inst.args, strict=True)
        )

    # -- type arguments -------------------------------------------------------------------------

    def infer(
        self,
        callable_: mt.CallableType,
        types: list[Type | None],
        expected: Type | None,
        substitution: Substitution,
    ) -> Substitution:
        """Bind the callable's own type variables; `types` go with its parameters."""
        wanted = {(v.id.raw_id, v.id.namespace) for v in callable_.variables}
        if not wanted:
            return {}
        bound: Substitution = {}
        if types and types[0] is not None:  # Self is what the receiver is, whatever is expected
            own = {(v.id.raw_id, v.id.namespace) for v in callable_.variables if v.id.is_self()}
            self.unify(callable_.arg_types[0], types[0], bound, own)
        unknown = self.given_unknown(callable_, types, wanted)
        for declared, type_ in zip(callable_.arg_types, types, strict=False):
            # list[T] from a list[float]: T is float whatever is expected
            proper = mt.get_proper_type(declared)
            if (
                isinstance(proper, mt.Instance)
                and isinstance(type_, ClassT)
                and proper.type is type_.inst.info
            ):
                if not proper.type.is_protocol and not t.contains_object(type_):
                    self.unify(declared, type_, bound, wanted - unknown)
        if (
            expected is not None
            and not t.contains_object(expected)
            and not isinstance(expected, t.NoneT | t.NeverT)
        ):
            self.unify(callable_.ret_type, expected, bound, wanted - set(bound))
        fixed = set(bound)
        given: Substitution = {}
        for declared, type_ in zip(callable_.arg_types, types, strict=False):
            if type_ is not None:
                self.unify(declared, type_, bound, wanted - fixed)
                self.unify(declared, type_, given, fixed)
        for key, type_ in given.items():
            if t.loses_int(type_, bound[key]) and not isinstance(type_, t.AnyT):
                bound[key] = t.widened(bound[key])
        if expected is not None:
            self.unify(callable_.ret_type, expected, bound, wanted - set(bound))
        for variable in callable_.variables:
            key = (variable.id.raw_id, variable.id.namespace)
            if key not in bound:
                bound[key] = self.world.translate(variable.upper_bound, {**substitution, **bound})
        return bound

    def given_unknown(
        self, callable_: mt.CallableType, types: list[Type | None], wanted: set[tuple[int, str]]
    ) -> set[tuple[int, str]]:
        """The type variables for which some argument has Any: `Parser[Any]` beside a `Parser[str]`."""
        found: set[tuple[int, str]] = set()
        for declared, type_ in zip(callable_.arg_types, types, strict=False):
            if isinstance(type_, ClassT) and any(isinstance(arg, t.AnyT) for arg in type_.inst.args):
                given: Substitution = {}
                self.unify(declared, type_, given, wanted)
                found |= {key for key, one in given.items() if isinstance(one, t.AnyT)}
        return found

    def unify(
        self, declared: mt.Type, actual: Type, bound: Substitution, wanted: set[tuple[int, str]]
    ) -> None:
        proper = mt.get_proper_type(declared)
        match proper:
            case mt.TypeVarType():
                key = (proper.id.raw_id, proper.id.namespace)
                if key not in wanted or isinstance(actual, t.NeverT):
                    return
                if key not in bound:
                    bound[key] = actual
                elif bound[key] != actual and not self.world.is_subtype(actual, bound[key]):
                    known = bound[key]
                    bound[key] = actual if self.world.is_subtype(known, actual) else t.union([known, actual])
            case mt.Instance():
                self.unify_instance(proper, actual, bound, wanted)
            case mt.UnionType():
                self.unify_union(proper, actual, bound, wanted)
            case mt.TupleType():
                if isinstance(actual, t.TupleT) and len(actual.items) == len(proper.items):
                    for item, part in zip(proper.items, actual.items, strict=True):
                        self.unify(item, part, bound, wanted)
            case mt.CallableType():
                if isinstance(actual, t.CallableT):
                    for item, part in zip(proper.arg_types, actual.params, strict=False):
                        self.unify(item, part, bound, wanted)
                    self.unify(proper.ret_type, actual.result, bound, wanted)
                elif isinstance(actual, t.TypeT):
                    self.unify(proper.ret_type, actual.item, bound, wanted)
            case mt.TypeType():
                if isinstance(actual, t.TypeT):
                    self.unify(proper.item, actual.item, bound, wanted)

    def unify_union(
        self, union: mt.UnionType, actual: Type, bound: Substitution, wanted: set[tuple[int, str]]
    ) -> None:
        parts = list(actual.items) if isinstance(actual, t.UnionT) else [actual]
        open_items: list[mt.Type] = []
        for item in union.items:
            proper = mt.get_proper_type(item)
            if isinstance(proper, mt.TypeVarType):
                open_items.append(item)
                continue
            closed = self.world.translate(item, {})
            parts = [p for p in parts if p != closed]
            for part in parts:
                self.unify(item, part, bound, wanted)
        if parts:
            for item in open_items:
                self.unify(item, t.union(parts), bound, wanted)

    def unify_instance(
        self, declared: mt.Instance, actual: Type, bound: Substitution, wanted: set[tuple[int, str]]
    ) -> None:
        if not declared.args:
            return
        if isinstance(actual, t.UnionT):
            for item in actual.items:
                self.unify_instance(declared, item, bound, wanted)
            return
        info = declared.type
        inst = self.world.class_of(actual)
        if inst is None:
            return
        if info.fullname in (
            "typing.Generator",
            "typing.Coroutine",
            "typing.AsyncGenerator",
            "types.CoroutineType",
        ):
            args: tuple[Type, ...] = inst.args
        elif info.name == "_SupportsSynchronousAnext" and inst.info.name == "async_generator":
            args = (ClassT(self.world.builtin("_AsyncStep")),)
        elif inst.info.fullname in GENERATOR_BASES:
            args = inst.args if info.name not in ("Awaitable",) else inst.args[2:]
        elif info in inst.info.mro:
            based = inst.base(info)
            args = based.args if based is not None else ()
        elif info.is_protocol:
            args = self.structural_args(info, inst)
        else:
            return
        for formal, part in zip(declared.args, args, strict=False):
            self.unify(formal, part, bound, wanted)

    def structural_args(self, protocol: n.TypeInfo, inst: ClassInst) -> tuple[Type, ...]:
        """The arguments with which a class implements a protocol it does not name."""
        key = ("structural", protocol, inst)
        known = self.world.memo.get(key)
        if isinstance(known, tuple):
            return known
        self.world.memo[key] = ()  # while we look: `__iter__` of an iterator names itself
        args = self.find_structural_args(protocol, inst)
        self.world.memo[key] = args
        return args

    def find_structural_args(self, protocol: n.TypeInfo, inst: ClassInst) -> tuple[Type, ...]:
        wanted = {(v.id.raw_id, v.id.namespace) for v in protocol.defn.type_vars}
        found: Substitution = {}
        for base in protocol.mro:
            if not base.is_protocol:
                continue
            for name, entry in base.names.items():
                if not isinstance(entry.node, n.FuncDef):
                    continue
                mine = inst.member(name)
                item = function_of(mine.node) if mine is not None else None
                theirs, own = (
                    mt.get_proper_type(entry.node.type),
                    mt.get_proper_type(item.type) if item else None,
                )
                if (
                    mine is None
                    or not isinstance(theirs, mt.CallableType)
                    or not isinstance(own, mt.CallableType)
                ):
                    continue
                self.unify(
                    theirs.ret_type,
                    self.world.translate(own.ret_type, mine.owner.substitution),
                    found,
                    wanted,
                )
                for a, b in zip(theirs.arg_types[1:], own.arg_types[1:], strict=False):
                    self.unify(a, self.world.translate(b, mine.owner.substitution), found, wanted)
        return tuple(found.get((v.id.raw_id, v.id.namespace), OBJECT) for v in protocol.defn.type_vars)


def has_body(item: n.FuncDef) -> bool:
    """More than `...` (or a docstring and `...`)."""
    body = [
        s for s in item.body.body if not (isinstance(s, n.ExpressionStmt) and isinstance(s.expr, n.StrExpr))
    ]
    if not body:
        return True
    return not (
        len(body) == 1 and isinstance(body[0], n.ExpressionStmt) and isinstance(body[0].expr, n.EllipsisExpr)
    )


def names_operators(items: list[n.FuncDef]) -> bool:
    """The overloads take objects by an operator that they have."""
    return any(is_operator_protocol(type_) for item in items for type_ in parameter_types(item))


def is_operator_protocol(type_: mt.Type) -> bool:
    """A protocol of one operator's method, which may return NotImplemented."""
    proper = mt.get_proper_type(type_)
    if not isinstance(proper, mt.Instance) or not proper.type.is_protocol:
        return False
    members = proper.type.protocol_members
    return len(members) == 1 and members[0] in OPERATOR_METHODS


def parameter_types(item: n.FuncDef) -> list[mt.Type]:
    callable_ = mt.get_proper_type(item.type)
    return list(callable_.arg_types) if isinstance(callable_, mt.CallableType) else []


def _is_wider(mine: Type, wanted: Type) -> bool:
    """A type argument of which nothing is known, beside one that is no object."""
    return isinstance(mine, t.ObjectT) and wanted.rep is not Rep.REF
