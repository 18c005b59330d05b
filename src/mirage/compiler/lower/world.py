"""The closed world of one program: what has been reached so far, and what is still to be lowered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mypy import types as mt
from mypy.nodes import (
    AssignmentStmt,
    Block,
    ClassDef,
    Expression,
    FuncDef,
    FuncItem,
    MypyFile,
    NameExpr,
    Node,
    TypeAlias,
    TypeInfo,
    Var,
)

from mirage.compiler.codes import help_of, reason_of
from mirage.compiler.errors import CompileError
from mirage.compiler.frontend.bodies import Bodies
from mirage.compiler.frontend.index import TreeIndex
from mirage.compiler.frontend.walk import children
from mirage.compiler.ir import nodes as ir
from mirage.compiler.lower import types as t
from mirage.compiler.lower.classes import GENERATOR_BASES, ClassInst, Member
from mirage.compiler.lower.enum_info import has_members
from mirage.compiler.lower.flows import Flows
from mirage.compiler.lower.types import ANY, OBJECT, ClassT, Substitution, Type, UnionT

if TYPE_CHECKING:
    from mirage.compiler.lower.dispatch import Stub
    from mirage.compiler.lower.functions import FunctionInst

METACLASSES = ("abc.ABCMeta", "enum.EnumMeta")  # what `[list, dict]` holds for mypy: classes, one kind here
PROXIES = ("weakref.ProxyType", "weakref.CallableProxyType")
EQUALITIES = {
    "mirage.runtime.dynamic._EqualWritten": "written",
    "mirage.runtime.dynamic._EqualGenerated": "generated",
}
FUNCTION_TYPES = ("types.FunctionType", "types.MethodType", "types.BuiltinFunctionType")
NUMBERS = {  # what each abstract class of numbers takes beside its own subclasses
    "numbers.Number": ("builtins.int", "builtins.float", "builtins.complex", "fractions.Fraction"),
    "numbers.Complex": ("builtins.int", "builtins.float", "builtins.complex", "fractions.Fraction"),
    "numbers.Real": ("builtins.int", "builtins.float", "fractions.Fraction"),
    "numbers.Rational": ("builtins.int", "fractions.Fraction"),
    "numbers.Integral": ("builtins.int",),
}
GENERATOR_ALIASES = {
    "typing.Generator": "builtins.generator",
    "typing.Coroutine": "builtins.coroutine",
    "types.CoroutineType": "builtins.coroutine",
    "types.GeneratorType": "builtins.generator",
    "typing.AwaitableGenerator": "builtins.generator",
    "typing.AsyncGenerator": "builtins.async_generator",
    "types.AsyncGeneratorType": "builtins.async_generator",
}

INT_OPERATORS = [
    f"__{reflected}{name}__"
    for name in ("add", "sub", "mul", "floordiv", "mod", "and", "or", "xor", "lshift", "rshift")
    for reflected in ("", "r")
]


class Refusal(Exception):
    """The construct at `node` cannot be compiled."""

    def __init__(self, node: Node, code: str, reason: str, help_: str = "") -> None:
        super().__init__(reason)
        self.node = node
        self.code = code
        self.reason = reason
        self.help = help_


class Outdated(Exception):
    """The program does what this lowering took for undone (flows.py): it has to begin again."""


@dataclass
class ModuleState:
    """One module of the program."""

    tree: MypyFile
    library: bool
    path: str  # as tracebacks print it
    lines: list[str]
    init: ir.Function | None = None
    done: ir.Global | None = None
    pending: list[AssignmentStmt] = field(default_factory=list)  # library: not yet needed
    pieces: dict[int, ir.Function] = field(default_factory=dict)
    in_strings: dict[tuple[int, int, int | None, int | None], tuple[int, int]] | None = None  # see sites.py


class World:
    def __init__(
        self,
        trees: dict[str, MypyFile],
        expression_types: dict[Expression, mt.Type],
        bodies: Bodies,
        is_library: Callable[[MypyFile], bool],
        display_path: Callable[[MypyFile], str],
        flows: Flows,
        index: TreeIndex,
        tolerant: bool = False,
    ) -> None:
        self.tolerant = tolerant  # of what cannot be lowered, for the program's type errors
        self.flows = flows
        self.index = index
        self.trees = trees
        self.expression_types = expression_types
        self.bodies = bodies
        self.program = ir.Program([], [], [], assembly=[], entry="_start")
        self.modules: dict[str, ModuleState] = {}
        for name, tree in trees.items():
            lines = _lines_of(tree)
            self.modules[name] = ModuleState(tree, is_library(tree), display_path(tree), lines)
        self.errors: list[CompileError] = []
        self.when_copied: list[tuple[str, Refusal]] = []  # with their modules: for programs that copy objects
        self.place = ("", 0)  # the statement that is being lowered
        # The application's functions come first: they tell (flows.py) whether this lowering is of use.
        self.first: list[Callable[[], None]] = []
        self.queue: list[Callable[[], None]] = []
        self.class_insts: dict[tuple[TypeInfo, tuple[Type, ...]], ClassInst] = {}
        self.instantiated: list[ClassInst] = []
        self.inst_of_layout: dict[ir.Class, ClassInst] = {}
        self.function_insts: dict[object, FunctionInst] = {}
        self.globals: dict[object, ir.Global] = {}
        self.global_types: dict[object, Type] = {}
        self.stubs: dict[object, Stub] = {}
        self.of_user = False  # what is translated is written in the application's code
        self.expanding: set[TypeAlias] = set()  # recursive aliases that are being translated
        self.class_sets: list[tuple[ir.ClassSet, Type]] = []
        self.symbols: dict[str, int] = {}
        self.memo: dict[object, object] = {}
        # For a type, or a class itself: those that exist and are admitted, and how many were looked at.
        self.candidates: dict[Type | TypeInfo, tuple[list[ClassInst], int]] = {}
        self.translated: dict[tuple[TypeInfo, Type, bool], Type] = {}  # classes without type arguments
        self.classes_read: dict[Type, None] = {}  # of what the application asks for `type(...)`
        self.subclasses: dict[TypeInfo, list[TypeInfo]] = {}
        self.infos: list[TypeInfo] = []
        self.qualnames: dict[TypeInfo, str] = {}  # of classes made in functions
        self._collect_classes()

    # -- lookup ---------------------------------------------------------------------------------

    def info(self, fullname: str) -> TypeInfo:
        module, _, name = fullname.rpartition(".")
        node = self.trees[module].names[name].node
        assert isinstance(node, TypeInfo), fullname
        return node

    def function_node(self, fullname: str) -> FuncDef:
        from mirage.compiler.lower.classes import function_of

        module, _, name = fullname.rpartition(".")
        entry = self.trees[module].names[name].node
        assert entry is not None, fullname
        found = function_of(entry)
        assert found is not None, fullname
        return found

    def qualname(self, info: TypeInfo) -> str:
        """`__qualname__`, with the functions around local classes."""
        given = info.metadata.get("qualname")
        if given is not None:  # `Enum("Color", "RED", qualname="Shop.Color")`
            return str(given["qualname"])
        plain = info.fullname.removeprefix(info.module_name + ".")
        if "@" not in plain:
            return plain
        if info.module_name in self.trees and info not in self.qualnames:
            self._name_classes(self.trees[info.module_name], "")
        return self.qualnames.get(info, info.name)

    def _name_classes(self, node: Node, prefix: str) -> None:
        if isinstance(node, ClassDef):
            self.qualnames[node.info] = prefix + node.name
            prefix += node.name + "."
        elif isinstance(node, FuncDef):
            prefix += node.name + ".<locals>."
        for child in children(node):
            self._name_classes(child, prefix)

    def builtin(self, name: str, *args: Type) -> ClassInst:
        return self.class_inst(self.info(f"builtins.{name}"), args)

    def builtin_type(self, name: str, *args: Type) -> ClassT:
        return ClassT(self.builtin(name, *args), exact=True)

    @property
    def str_type(self) -> ClassT:
        return self.builtin_type("str")

    @property
    def bytes_type(self) -> ClassT:
        return self.builtin_type("bytes")

    @property
    def complex_number(self) -> t.UnionT:
        """What a place declared complex may hold in the application: ints and floats stay what they are."""
        return t.UnionT((t.INT, t.FLOAT, self.builtin_type("complex")))

    def is_complex(self, type_: Type) -> bool:
        """A number that may be complex, and nothing else."""
        if isinstance(type_, UnionT):
            return all(i in (t.INT, t.FLOAT, t.BOOL) or self.is_complex(i) for i in type_.items) and any(
                map(self.is_complex, type_.items)
            )
        return isinstance(type_, ClassT) and type_.inst.info.fullname == "builtins.complex"

    def class_inst(self, info: TypeInfo, args: tuple[Type, ...]) -> ClassInst:
        wanted = 3 if info.fullname in GENERATOR_BASES else len(info.defn.type_vars)
        if len(args) != wanted:
            args = (args + (ANY,) * wanted)[:wanted]
        args = tuple(map(t.plain, args))
        key = (info, args)
        found = self.class_insts.get(key)
        if found is None:
            found = self.class_insts[key] = ClassInst(self, info, args)
        return found

    def instantiate(self, inst: ClassInst) -> None:
        """Objects of the class exist from now on."""
        inst = inst.shape
        if not inst.instantiated:
            inst.instantiated = True
            inst.layout.instantiated = True
            self.instantiated.append(inst)

    def _collect_classes(self) -> None:
        self.infos = [info for info in self.index.classes if hasattr(info, "mro")]  # not in dead branches
        fields = self.info("builtins._IntFields")
        for info in self.infos:
            if t.derives_from_int(info) and fields not in info.mro:
                info.mro.insert(-1, fields)  # what the class does not say itself
        derived = {base for info in self.infos if info.module_name != "enum" for base in info.mro[1:]}
        for info in self.infos:
            if info.module_name == "enum" and info.is_enum and info not in derived and not has_members(info):
                continue  # no member is of this class: ints and strs stay what they are
            for base in info.mro[1:]:
                self.subclasses.setdefault(base, []).append(info)

    @property
    def has_int_classes(self) -> bool:
        """An int may be a member of an enumeration, or an object of another class derived from int."""
        below = self.subclasses.get(self.info("builtins.int"), [])
        return any(info.fullname != "builtins.bool" for info in below)

    @property
    def ints_with_operators(self) -> set[TypeInfo]:
        """The application's classes of ints with operators of their own; IntFlag gives them some."""
        found = self.memo.get("ints with operators")
        if not isinstance(found, set):
            below = self.subclasses.get(self.info("builtins.int"), [])
            mine = [info for info in below if self.is_user(info.module_name)]
            found = {info for info in mine if any(self._operator_of(info, name) for name in INT_OPERATORS)}
            self.memo["ints with operators"] = found
        return found

    def _operator_of(self, info: TypeInfo, name: str) -> bool:
        owner = info.get_containing_type_info(name)
        return owner is not None and owner.fullname != "builtins.int"

    def overridden(self, info: TypeInfo, name: str) -> bool:
        """Some subclass finds another attribute of this name than the class does."""
        from mirage.compiler.lower.generated import is_generated_method

        key = ("overridden", info, name)
        if key not in self.memo:
            below = self.subclasses.get(info, [])
            generated = any(is_generated_method(base, name) for base in info.mro)
            found = generated or any(self._finds_another(sub, info, name) for sub in below)
            self.memo[key] = bool(below) and found
        return bool(self.memo[key])

    def _finds_another(self, sub: TypeInfo, info: TypeInfo, name: str) -> bool:
        from mirage.compiler.lower.synthetic import synthetic_method

        if name in sub.names or synthetic_method(self, sub, name) is not None:
            return True
        if len(sub.bases) < 2:
            return False
        return sub.get_containing_type_info(name) is not info.get_containing_type_info(name)

    # -- names and declarations -----------------------------------------------------------------

    def symbol(self, text: str) -> str:
        """A unique symbol that reads like `text`."""
        text = text.replace('"', "'").replace(" ", "")
        count = self.symbols.get(text, 0)
        self.symbols[text] = count + 1
        return text if count == 0 else f"{text}.{count}"

    def add_function(self, function: ir.Function) -> ir.Function:
        self.program.functions.append(function)
        return function

    def global_variable(
        self, key: object, symbol: str, type_: Type, initial: ir.Const | None = None
    ) -> ir.Global:
        found = self.globals.get(key)
        if found is None:
            found = ir.Global(self.symbol(symbol), type_.rep, initial)
            self.globals[key] = found
            self.global_types[key] = type_
            self.program.globals.append(found)
        return found

    def module_variable(self, node: Var) -> tuple[ir.Global, Type]:
        found = self.globals.get(node)
        if found is None:
            type_ = self.declared(node, {}, self.module_of(node.fullname))
            initial: ir.Const | None = None
            if type_.rep.is_raw_integer:
                initial = ir.RawConst(0, type_.rep)
            found = self.global_variable(node, node.fullname, type_, initial)
        return found, self.global_types[node]

    # -- types ----------------------------------------------------------------------------------

    def is_user(self, module: str) -> bool:
        """The module is the application's, not the library's."""
        return not self.modules[module].library

    def declared(self, var: Var, substitution: Substitution, module: str) -> Type:
        """The type of a variable, parameter or attribute declared in the module."""
        user = module in self.modules and self.is_user(module)
        if var in self.flows.undecided:
            return ANY
        type_ = self.translate_slot(var.type, substitution, user)
        return t.widened(type_) if var in self.flows.mixed else type_

    def loosened(self, type_: Type) -> Type:
        """What mypy takes for numbers, texts and containers of them may be anything (`flows.undecided`)."""
        match type_:
            case t.PrimT() | UnionT():
                return ANY
            case t.TupleT(items):
                return t.TupleT(tuple(map(self.loosened, items)))
            case ClassT(inst) if inst.args:
                return ClassT(self.class_inst(inst.info, tuple(map(self.loosened, inst.args))))
            case ClassT(inst) if inst.info.module_name == "builtins":
                return ANY
        return type_

    def translate_slot(self, type_: mt.Type | None, substitution: Substitution, user: bool) -> Type:
        """As `translate`, for a place with a name: `flows.mixed` says whether an int reaches it."""
        translated = self.translate(type_, substitution, user)
        if translated == t.NUMBER and type_ is not None and not self.flows.mixed_everywhere:
            proper = mt.get_proper_type(type_)
            if isinstance(proper, mt.Instance) and proper.type.fullname == "builtins.float":
                return t.FLOAT
        return translated

    def module_of(self, fullname: str) -> str:
        """The module a dotted name is in; empty when there is none."""
        while fullname and fullname not in self.modules:
            fullname = fullname.rpartition(".")[0]
        return fullname

    def translate(self, type_: mt.Type | None, substitution: Substitution, user: bool = False) -> Type:
        """mypy's type with type variables replaced; Any for what has none.

        user   the type is written or inferred in the application's code, where float may stand for int
        """
        before, self.of_user = self.of_user, user
        try:
            number = t.NUMBER if user and self.flows.mixed_inside else t.FLOAT
            return self._translate(type_, substitution, number)
        finally:
            self.of_user = before

    def _translate(self, type_: mt.Type | None, substitution: Substitution, number: Type) -> Type:
        if type_ is None:
            return ANY
        if isinstance(type_, mt.TypeAliasType) and type_.is_recursive and type_.alias is not None:
            return self._translate_recursive(type_, type_.alias, substitution, number)
        proper = mt.get_proper_type(type_)
        match proper:
            case mt.Instance():
                return self._translate_instance(proper, substitution, number)
            case mt.NoneType():
                return t.NONE
            case mt.AnyType() | mt.UnboundType() | mt.ErasedType() | mt.DeletedType():
                return ANY
            case mt.UnionType():
                wrong = next((item for item in proper.items if isinstance(item, mt.UnboundType)), None)
                if wrong is not None:  # mypy leaves it out of what it infers
                    place = NameExpr(wrong.name)
                    place.set_line(wrong)
                    raise Refusal(
                        place,
                        "unsupported",
                        f"`{wrong.name}` is no type, and the type checker's error is ignored",
                        "write a type in its place, or `Any`",
                    )
                return t.union([self._translate(item, substitution, number) for item in proper.items])
            case mt.TypeVarType():
                found = substitution.get((proper.id.raw_id, proper.id.namespace))
                if found is not None:
                    return found
                if proper.values:
                    return t.union([self._translate(v, substitution, number) for v in proper.values])
                if proper.id.is_self() and (-1, "self") in substitution:
                    return substitution[-1, "self"]
                bound = self._translate(proper.upper_bound, substitution, number)
                return ANY if bound == OBJECT else bound
            case mt.TupleType():
                fallback = proper.partial_fallback
                if fallback.type.fullname != "builtins.tuple":
                    return self._translate_instance(fallback, substitution, number)
                if any(isinstance(mt.get_proper_type(item), mt.UnpackType) for item in proper.items):
                    return ClassT(self.builtin("tuple", OBJECT))
                return t.TupleT(tuple(self._translate(item, substitution, number) for item in proper.items))
            case mt.CallableType():
                if proper.is_type_obj():
                    return t.TypeT(self._translate_made(proper.ret_type, substitution, number))
                params = tuple(
                    self._translate(arg, substitution, number)
                    for arg, kind in zip(proper.arg_types, proper.arg_kinds, strict=True)
                    if kind.is_positional()
                )
                return t.CallableT(params, self._translate(proper.ret_type, substitution, number))
            case mt.Overloaded():
                return _any_of([self._translate(item, substitution, number) for item in proper.items])
            case mt.TypeType():
                return t.TypeT(self._translate_made(proper.item, substitution, number))
            case mt.LiteralType():
                return self._translate(proper.fallback, substitution, number)
            case mt.UninhabitedType():
                return t.NEVER
            case mt.TypedDictType():
                return ClassT(self.builtin("dict", self.str_type, OBJECT))
            case mt.PartialType():
                return ANY if proper.type is None else ClassT(self.class_inst(proper.type, ()))
        return ANY

    def _translate_recursive(
        self, type_: mt.TypeAliasType, alias: TypeAlias, substitution: Substitution, number: Type
    ) -> Type:
        """`Json = str | list["Json"]`: one level; what the inner lists hold is an object."""
        if alias in self.expanding:
            return OBJECT
        self.expanding.add(alias)
        try:
            return self._translate(mt.get_proper_type(type_), substitution, number)
        finally:
            self.expanding.discard(alias)

    def _translate_made(self, item: mt.Type, substitution: Substitution, number: Type) -> Type:
        """`type[float]` is float itself; what `type[list[float]]` makes is a list as others are."""
        proper = mt.get_proper_type(item)
        is_container = isinstance(proper, mt.Instance) and bool(proper.args)
        return self._translate(proper, substitution, number if is_container else t.FLOAT)

    def _translate_instance(self, instance: mt.Instance, substitution: Substitution, number: Type) -> Type:
        if instance.args:
            return self._translate_class(instance, substitution, number)
        key = (instance.type, number, self.of_user)
        found = self.translated.get(key)
        if found is None:
            found = self.translated[key] = self._translate_class(instance, substitution, number)
        return found

    def numbers_of(self, info: TypeInfo) -> list[TypeInfo]:
        """The classes outside of `numbers` that an abstract class of it takes."""
        names = NUMBERS.get(info.fullname, ())
        return [self.info(name) for name in names if name.partition(".")[0] in self.modules]

    def class_meant(self, info: TypeInfo) -> TypeInfo:
        """The class itself: `types.GeneratorType` and its like are other names of those that frames have."""
        name = GENERATOR_ALIASES.get(info.fullname) if info.module_name == "types" else None
        return self.info(name) if name is not None else info

    def _translate_class(self, instance: mt.Instance, substitution: Substitution, number: Type) -> Type:
        info = instance.type
        name = info.fullname
        if "<" in name:
            return self._translate_made_up(info, substitution, number)
        if name in METACLASSES:
            return t.TypeT(OBJECT)
        if name.startswith("builtins.") or name.startswith("mirage.lowlevel.") or name.endswith(".NoneType"):
            if name == "builtins.function":
                return t.CallableT((), OBJECT)
            if name == "builtins.type":
                return t.TypeT(OBJECT)
            if name == "builtins.complex" and self.of_user:
                return self.complex_number
            primitive = self.class_inst(info, ()).primitive if not instance.args else None
            if primitive is not None:
                return number if primitive == t.FLOAT else primitive
        if name == "functools._Wrapped" and len(instance.args) == 4:
            # what `wraps` gives is the wrapper itself
            return t.CallableT((), self._translate(instance.args[3], substitution, number))
        if name in NUMBERS:
            return ANY  # ints and floats too
        if name in FUNCTION_TYPES:
            return ANY  # all functions are objects of one class here: what they have is found at run time
        if name == "functools._SingleDispatchRegisterCallable":  # made up by mypy's plugin
            return t.CallableT((), ANY)
        if name == "typing.Hashable":
            return OBJECT  # every object has __hash__; that of a list raises TypeError
        if name in ("enum.member", "enum.nonmember") and instance.args:
            return self._translate(instance.args[0], substitution, number)
        if name in PROXIES:
            return ANY  # what is done with it is done with its object
        if name == "typing._SpecialForm":
            return OBJECT  # what `Union[int, str]` is for the type checker
        alias = GENERATOR_ALIASES.get(name)
        args = tuple(self._translate(arg, substitution, number) for arg in instance.args)
        if alias is not None:
            info, args = self.info(alias), args[:3]
        if info.is_newtype and info.bases:
            return self._translate_instance(info.bases[0], substitution, number)
        return ClassT(self.class_inst(info, args))

    def _translate_made_up(self, info: TypeInfo, substitution: Substitution, number: Type) -> Type:
        """What mypy calls `<subclass of "A" and "B">` or `<callable subtype of A>` after a test."""
        bases = [self._translate_instance(base, substitution, number) for base in info.bases]
        if not info.is_intersection:
            return t.CallableT((), ANY) if bases == [OBJECT] else bases[0]
        if any(base.type.is_protocol for base in info.bases):
            return ANY  # a class has a protocol's methods without deriving from it
        wanted = {cls for base in info.bases for cls in base.type.mro}
        real = [cls for cls in self.infos if wanted <= set(cls.mro)]
        top = [cls for cls in real if not any(other in cls.mro[1:] for other in real)]
        return t.union([ClassT(self.class_inst(cls, ())) for cls in top]) if top else ANY

    def is_subtype(self, left: Type, right: Type) -> bool:
        """A value of `left` may be used as `right` without a check."""
        if left == right or isinstance(right, t.ObjectT) or isinstance(left, t.NeverT):
            return True
        if isinstance(left, UnionT):
            return all(self.is_subtype(item, right) for item in left.items)
        if isinstance(right, UnionT):
            return any(self.is_subtype(left, item) for item in right.items)
        if right == t.INT and (left == t.BOOL or t.is_int_class(left)):
            return True
        if isinstance(right, ClassT):
            inst = self.class_of(left)
            if inst is None and isinstance(left, t.TypeT) and isinstance(left.item, ClassT):
                meta = left.item.inst.info.metaclass_type
                if meta is not None and right.inst.info in meta.type.mro:
                    return True
            if inst is None:
                return isinstance(left, t.CallableT | t.TypeT) and right.inst.info.is_protocol
            if right.inst.info in inst.info.mro:
                based = inst.base(right.inst.info)
                return based is not None and self._compatible_args(based, right.inst)
            return right.inst.info.is_protocol and self.implements(inst, right.inst.info)
        if isinstance(right, t.TupleT):
            if isinstance(left, ClassT) and left.inst.info.tuple_type is not None:
                items = left.inst.info.tuple_type.items
                left = t.TupleT(tuple(self.translate(item, left.inst.substitution) for item in items))
            if not isinstance(left, t.TupleT) or len(left.items) != len(right.items):
                return False
            return all(self.is_subtype(a, b) for a, b in zip(left.items, right.items, strict=True))
        if isinstance(right, t.CallableT):
            return isinstance(left, t.CallableT | t.TypeT)
        if isinstance(right, t.TypeT):
            if isinstance(left, ClassT):
                return any(base.fullname == "builtins.type" for base in left.inst.info.mro)
            return isinstance(left, t.TypeT)
        return False

    def _compatible_args(self, left: ClassInst, right: ClassInst) -> bool:
        # a range is a Sequence[float] where ints may be among the floats
        loose = self.flows.mixed_inside and not right.fields and right.layout.tail is None
        return all(
            a == b
            or (t.contains_object(a) or t.contains_object(b))
            and not (self._is_no_tuple(a, b) or self._is_no_tuple(b, a))
            or self.is_subtype(a, b)
            or self.is_subtype(b, a)
            or (loose and a in (t.INT, t.BOOL) and b == t.FLOAT)
            for a, b in zip(left.args, right.args, strict=False)
        )

    def _is_no_tuple(self, left: Type, right: Type) -> bool:
        """A number or an object of some class beside a tuple of known length."""
        if not isinstance(right, t.TupleT) or not isinstance(left, t.PrimT | ClassT):
            return False
        return isinstance(left, t.PrimT) or self.info("builtins.tuple") not in left.inst.info.mro

    def shaped_as(self, inst: ClassInst, target: ClassInst) -> bool:
        """Objects of `inst` have the layout that code for `target` expects of them."""
        if not target.args or any(isinstance(arg, t.AnyT) for arg in target.args):
            return True
        based = inst.base(target.info)
        if based is None or not (target.fields or target.layout.tail is not None):
            return True
        return based.shape is target.shape

    def implements(self, inst: ClassInst, protocol: TypeInfo) -> bool:
        """The class has every member the protocol names."""
        from mirage.compiler.lower.classes import function_of
        from mirage.compiler.lower.declining import declines

        key = ("implements", inst, protocol)
        if protocol.fullname == "mirage.runtime.dynamic._OfApplication":
            if inst.info.fullname in PROXIES:  # of what may be the application's
                return True
            return any(self.is_user(info.module_name) for info in inst.info.mro)
        if protocol.fullname == "typing.Hashable":
            return self._is_hashable(inst)
        if protocol.fullname == "mirage.runtime.own_operators.OwnOperators":
            return inst.info in self.ints_with_operators
        if protocol.fullname == "mirage.runtime.dynamic._MayDecline":
            found = inst.member("__eq__")
            if found is not None and declines(self, function_of(found.node)):
                return True
            if found is not None and found.owner.info.module_name not in ("builtins", "types", "typing"):
                return True  # a class of a module, which those that are built in do not know
            return any(self.is_user(info.module_name) for info in inst.info.mro)
        if protocol.fullname in EQUALITIES:  # subclasses of whoever has it have it too
            return any(self._equality_of(info) == EQUALITIES[protocol.fullname] for info in inst.info.mro)
        if protocol.fullname == "mirage.runtime.dynamic._HasNe":
            found = inst.member("__ne__")
            return found is not None and self.is_user(found.owner.info.module_name)
        if protocol.fullname == "mirage.runtime.dynamic._EqualAsBuiltIn":
            return self.is_user(inst.info.module_name) and self.equal_as_built_in(inst, "__eq__")
        if key not in self.memo:
            names = [
                n for p in protocol.mro if p.is_protocol for n in p.names if n not in ("__slots__", "__doc__")
            ]
            required = [n for n in names if n not in ("__class_getitem__", "__hash__")]
            self.memo[key] = bool(required) and all(
                (found := inst.member(n)) is not None
                and not found.owner.info.is_protocol
                or n in ("__eq__", "__ne__", "__str__", "__repr__")
                for n in required
            )
        return bool(self.memo[key])

    def _equality_of(self, info: TypeInfo) -> str:
        """Who made the `__eq__` that a class of the application has: "written", "generated", "" for none."""
        from mirage.compiler.lower.classes import function_of
        from mirage.compiler.lower.synthetic import is_generated, synthetic_method

        if not self.is_user(info.module_name):
            return ""
        symbol = info.names.get("__eq__")
        item = function_of(symbol.node) if symbol is not None and symbol.node is not None else None
        if item is not None and is_generated(item) or synthetic_method(self, info, "__eq__") is not None:
            return "generated"
        return "written" if symbol is not None else ""

    def _is_hashable(self, inst: ClassInst) -> bool:
        """`__hash__` of the class is not None."""
        from mirage.compiler.lower.synthetic import is_of_unhashable, is_unhashable

        found = inst.member("__hash__")
        if found is not None and isinstance(found.node, Var):
            return not isinstance(mt.get_proper_type(found.node.type), mt.NoneType)
        if found is not None and is_unhashable(found.owner.info):
            return False
        return not is_of_unhashable(inst.info)

    def equal_as_built_in(self, inst: ClassInst, name: str) -> bool:
        """A comparison of the class is a built-in class's, not `object`'s."""
        found = inst.member(name)
        owner = found.owner.info if found is not None else None
        return owner is not None and owner.module_name == "builtins" and owner.name != "object"

    def class_of(self, type_: Type) -> ClassInst | None:
        """The class whose members a value of the type has, when that is one class."""
        match type_:
            case ClassT(inst):
                return inst
            case t.PrimT(name):
                if type_ in (t.INT, t.FLOAT, t.BOOL):
                    return self.builtin(name)
                return self.class_inst(self.info(f"mirage.lowlevel.{name}"), ())
            case t.TupleT(items):
                return self.builtin("tuple", t.union(list(items)) if items else OBJECT)
            case t.NoneT():
                return self.none_inst
        return None

    @property
    def none_inst(self) -> ClassInst:
        return self.class_inst(self.info("types.NoneType"), ())

    def lookup(self, type_: Type, name: str) -> Member | None:
        inst = self.class_of(type_)
        return None if inst is None else inst.member(name)

    # -- errors ---------------------------------------------------------------------------------

    def report(self, module: str, refusal: Refusal) -> None:
        node = refusal.node
        state = self.modules.get(module)
        line = node.line if node.line > 0 else max(self.place[1], 1)
        text = state.lines[line - 1] if state is not None and line <= len(state.lines) else ""
        column = max(node.column, 0)
        end = node.end_column if node.end_line == node.line and node.end_column else len(text)
        error = CompileError(
            code=refusal.code,
            message=refusal.reason,
            file=state.path if state is not None else module,
            line=line,
            column=column,
            end_column=max(end, column + 1),
            reason=reason_of(refusal.code),
            help=refusal.help or help_of(refusal.code),
        )
        if error not in self.errors:
            self.errors.append(error)

    def refuse_class(self, info: TypeInfo, code: str, reason: str, help_: str) -> None:
        self.report(info.module_name, Refusal(info.defn, code, reason, help_))


def assignment_targets(node: Node) -> Iterator[Node]:
    """Every place an assignment-like statement writes to."""
    from mypy.nodes import (
        DelStmt,
        ForStmt,
        ListExpr,
        NameExpr,
        OperatorAssignmentStmt,
        StarExpr,
        TupleExpr,
        WithStmt,
    )
    from mypy.patterns import AsPattern, MappingPattern, StarredPattern

    stack: list[Node] = []
    match node:
        case AssignmentStmt():
            stack = list(node.lvalues)
        case OperatorAssignmentStmt():
            stack = [node.lvalue]
        case ForStmt():
            stack = [node.index]
        case WithStmt():
            stack = [target for target in node.target if target is not None]
        case DelStmt():
            stack = [node.expr]
        case AsPattern(name=NameExpr() as name) | StarredPattern(capture=NameExpr() as name):
            stack = [name]
        case MappingPattern(rest=NameExpr() as name):
            stack = [name]
    while stack:
        target = stack.pop()
        if isinstance(target, TupleExpr | ListExpr):
            stack.extend(target.items)
        elif isinstance(target, StarExpr):
            stack.append(target.expr)
        else:
            yield target


def _lines_of(tree: MypyFile) -> list[str]:
    try:
        with open(tree.path, encoding="utf-8") as source:
            return source.read().split("\n")
    except (OSError, UnicodeDecodeError):
        return []


def _any_of(items: list[Type]) -> Type:
    """An overloaded function held as a value: it takes, and gives, what some item says."""
    first, *others = items
    if not isinstance(first, t.CallableT):
        return first
    params, result = list(first.params), first.result
    for item in others:
        if not isinstance(item, t.CallableT):
            return first
        if result != item.result:
            result = ANY
        for index, param in enumerate(item.params):
            if index == len(params):
                params.append(ANY)
            elif params[index] != param:
                params[index] = ANY
        params[len(item.params) :] = [ANY] * (len(params) - len(item.params))
    return t.CallableT(tuple(params), result)


__all__ = ["Block", "FuncItem", "ModuleState", "Refusal", "World", "children"]
