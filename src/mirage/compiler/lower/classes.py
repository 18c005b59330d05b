"""Classes with their type arguments: layout, members, subclasses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mypy.nodes import (
    AssignmentStmt,
    Block,
    CallExpr,
    Decorator,
    DelStmt,
    Expression,
    ForStmt,
    FuncDef,
    IfStmt,
    MatchStmt,
    MemberExpr,
    NameExpr,
    Node,
    OverloadedFuncDef,
    SymbolNode,
    TempNode,
    TryStmt,
    TypeInfo,
    Var,
    WhileStmt,
    WithStmt,
)
from mypy.types import CallableType, Instance, UnionType, get_proper_type

from mirage.compiler.frontend.analysis import spoken
from mirage.compiler.frontend.walk import children
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.lower.dataclass_info import is_dataclass_attribute, is_init_var, is_keyword_marker
from mirage.compiler.lower.enum_info import enum_method_class, is_text_enum, shown_globally
from mirage.compiler.lower.local_classes import ENVIRONMENT, captured_name, carriers
from mirage.compiler.lower.metaclass_names import names_metaclasses
from mirage.compiler.lower.regions import region_of
from mirage.compiler.lower.types import (
    BOOL,
    FLOAT,
    INT,
    NONE,
    OBJECT,
    U64,
    WORDS,
    ClassT,
    Substitution,
    TupleT,
    Type,
    derives_from_int,
    widened,
)

if TYPE_CHECKING:
    from mirage.compiler.lower.world import World

ERASED = {  # what they hold has one layout whatever their arguments are
    "typing.KeysView",
    "typing.ValuesView",
    "typing.ItemsView",
    "builtins.tuple",
    "builtins.generator",
    "builtins.coroutine",
    "builtins.async_generator",
}
KEYED = {
    "builtins.list",
    "builtins.dict",
    "builtins.set",
    "builtins.frozenset",
    "builtins._SetTable",
    "collections.defaultdict",
    "collections.Counter",
    "collections.OrderedDict",
}
"""Classes that hash or compare what their first argument names."""

GENERATOR_BASES = {"builtins.generator", "builtins.coroutine", "builtins.async_generator"}
SHOWN_AS = {
    f"{module}.{ours}": theirs if "." in theirs else f"builtins.{theirs}"
    for module, names in {
        "builtins": """
            _Method=method _Bound=method _StrIterator=str_ascii_iterator _BytesIterator=bytes_iterator
            _BytearrayIterator=bytearray_iterator _TupleIterator=tuple_iterator _RangeIterator=range_iterator
            _ListIterator=list_iterator _ListReverseIterator=list_reverseiterator _SetIterator=set_iterator
            _DictKeyIterator=dict_keyiterator _DictValueIterator=dict_valueiterator
            _DictItemIterator=dict_itemiterator _DictReverseKeyIterator=dict_reversekeyiterator
            _DictReverseValueIterator=dict_reversevalueiterator
            _DictReverseItemIterator=dict_reverseitemiterator
            _CallIterator=callable_iterator _IndexIterator=iterator _ReversedIndexable=reversed
            _Zip1=zip _Zip2=zip _Zip3=zip _Zip4=zip _ZipMany=zip _Map1=map _Map2=map _Map3=map
            _FilterTrue=filter _FilterBy=filter _AsyncStep=async_generator_asend""",
        "enum": "EnumMeta=enum.EnumType",
        "sys": "_VersionInfo=sys.version_info",
        "types": """
            EllipsisType=ellipsis NotImplementedType=NotImplementedType NoneType=NoneType
            FunctionType=function MethodType=method BuiltinFunctionType=builtin_function_or_method
            MappingProxyType=mappingproxy GeneratorType=generator CoroutineType=coroutine
            AsyncGeneratorType=async_generator TracebackType=traceback FrameType=frame
            CodeType=code""",
        "contextlib": """
            _MadeGeneratorContextManager=contextlib._GeneratorContextManager
            _MadeAsyncGeneratorContextManager=contextlib._AsyncGeneratorContextManager""",
        "collections._users": """
            UserDict=collections.UserDict UserList=collections.UserList UserString=collections.UserString""",
        "itertools": """
            _IntCount=itertools.count _FloatCount=itertools.count _MixedCount=itertools.count
            _Sums=itertools.accumulate _Accumulated=itertools.accumulate _Groups=itertools.groupby
            _Group=itertools._grouper _Products=itertools.product _Permutations=itertools.permutations
            _Combinations=itertools.combinations _Repetitions=itertools.combinations_with_replacement
            _Pairs=itertools.pairwise _Tee=itertools._tee""",
        "operator": """
            _AttributeGetter=operator.attrgetter _ItemGetter=operator.itemgetter
            _MethodCaller=operator.methodcaller""",
        "_collections_abc": "dict_keys=dict_keys dict_values=dict_values dict_items=dict_items",
        "typing": "_Generic=typing.Generic _Protocol=typing.Protocol "
        + " ".join(
            f"{'AbstractSet' if name == 'Set' else name}=collections.abc.{name}"
            for name in """
                AsyncGenerator AsyncIterable AsyncIterator Awaitable Collection Container Coroutine Generator
                Hashable ItemsView Iterable Iterator KeysView Mapping MappingView MutableMapping
                MutableSequence MutableSet Reversible Sequence Set Sized ValuesView""".split()
        ),
    }.items()
    for ours, theirs in (pair.split("=") for pair in names.split())
}
"""Classes whose name, for the program, is another."""
NAMED_IN_TYPES = {
    "builtins.function": "types.FunctionType",
    "builtins._Method": "types.MethodType",
    "builtins._Bound": "types.MethodType",
}
LOWLEVEL_TAILED = {"mirage.lowlevel.Array"}
PRIMITIVES: dict[str, Type] = {"builtins.int": INT, "builtins.float": FLOAT, "builtins.bool": BOOL}


@dataclass(frozen=True)
class Member:
    """An attribute found in a class of the MRO."""

    name: str
    node: SymbolNode
    owner: ClassInst


def _holders(layout: ir.Class) -> set[ir.Class]:
    """The layouts that add fields or a tail to the objects, this one included."""
    found: set[ir.Class] = set()
    work = [layout]
    while work:
        one = work.pop()
        if one.fields or one.tail is not None:
            found.add(one)
        work += [*one.others, *([one.base] if one.base is not None else [])]
    return found


IS_ENUM = 1 << 30  # `<enum 'Color'>`
IS_FLAG = 1 << 29  # `<flag 'Permission'>`
IS_OF_C = 1 << 28  # "unsupported operand type(s) for +: 'datetime.date' and 'int'"
MODULES_OF_C = {"datetime", "itertools", "operator"}
CLASSES_OF_C = {
    *("collections.OrderedDict", "collections.defaultdict", "collections.deque", "functools.partial"),
    *("re.Match", "re.Pattern", "types.SimpleNamespace"),
}
"""Classes in C whose names, in the messages of built-in code, have their module's before them."""


class ClassInst:
    """One class with concrete type arguments; made by `World.class_inst`, one object each."""

    def __init__(self, world: World, info: TypeInfo, args: tuple[Type, ...]) -> None:
        self.world = world
        self.info = info
        self.args = args
        self.substitution: Substitution = {}
        for variable, arg in zip(info.defn.type_vars, args, strict=False):
            self.substitution[variable.id.raw_id, variable.id.namespace] = arg
        self._layout: ir.Class | None = None
        self._bases: dict[TypeInfo, ClassInst] = {}
        self._members: dict[str, Member | None] = {}
        self._code: ClassInst | None = None
        self._this: Type | None = None
        self._shape: ClassInst | None = None
        self._field_types: dict[str, Type] = {}
        self.instantiated = False
        self._fields: dict[str, Type] = {}

    def __str__(self) -> str:
        name = self.info.fullname.removeprefix("builtins.")
        return f"{name}[{', '.join(map(str, self.args))}]" if self.args else name

    def __repr__(self) -> str:
        return str(self)

    @property
    def erased(self) -> bool:
        return self.info.fullname in ERASED or self.info.is_named_tuple

    @property
    def code(self) -> ClassInst:
        """The instantiation whose methods serve this one: as `shape`, but numbers and what is compared stay.

        Both work on objects of the same layout.  Code for those compares and hashes them without
        dispatch; it is not used for arguments that may be false (see flows.py).
        """
        if self._code is None:
            self._code = self._with_args(self._code_arg)
        return self._code

    @property
    def shape(self) -> ClassInst:
        """The instantiation whose layout and class id serve this one.

        Type arguments held as words (every class, int, unions) share one layout; only float, bool and the
        words of mirage.lowlevel have layouts of their own.
        """
        if self._shape is None:
            self._shape = self._with_args(self._shape_arg)
        return self._shape

    def _with_args(self, chosen: Callable[[int, Type], Type]) -> ClassInst:
        args = tuple(chosen(index, arg) for index, arg in enumerate(self.args))
        return self if args == self.args else self.world.class_inst(self.info, args)

    def _restricted(self, index: int) -> bool:
        variables = self.info.defn.type_vars
        return index < len(variables) and bool(getattr(variables[index], "values", None))

    def _shape_arg(self, index: int, arg: Type) -> Type:
        if self.erased or arg.rep in (Rep.REF, Rep.INT) and not self._restricted(index):
            return OBJECT
        if arg in (FLOAT, BOOL) and self.info.fullname in self.world.flows.boxed:
            return OBJECT
        return arg

    def _code_arg(self, index: int, arg: Type) -> Type:
        if self.erased or self._restricted(index):
            return self._shape_arg(index, arg)
        kept = arg == INT or index == 0 and self.info.fullname in KEYED and isinstance(arg, ClassT | TupleT)
        if kept and not self.world.flows.is_doubtful(arg):
            return arg
        bound = get_proper_type(self.info.defn.type_vars[index].upper_bound)
        bounded = isinstance(bound, Instance) and bound.type.fullname != "builtins.object"
        if arg.rep is Rep.REF and (bounded or isinstance(bound, UnionType)):
            return arg  # its methods are called: better the right ones than any
        return self._shape_arg(index, arg)

    @property
    def this(self) -> Type:
        """The type of `self` in methods defined by this class."""
        if self._this is None:
            primitive = self.primitive
            self._this = primitive if primitive is not None else ClassT(self)
        return self._this

    @property
    def primitive(self) -> Type | None:
        fullname = self.info.fullname
        if fullname in PRIMITIVES:
            return PRIMITIVES[fullname]
        if fullname in ("types.NoneType", "_typeshed.NoneType"):
            return NONE
        if fullname == "builtins.object":
            return OBJECT
        if fullname.startswith("mirage.lowlevel."):
            return WORDS.get(self.info.name)
        return None

    def base(self, info: TypeInfo) -> ClassInst | None:
        """This class seen as its base `info`, with the arguments it gives that base."""
        if info is self.info:
            return self
        if info in self._bases:
            return self._bases[info]
        if self.info.fullname in GENERATOR_BASES and info.defn.type_vars:
            based = self.world.class_inst(info, self._frame_args(info))
            self._bases[info] = based
            return based
        for direct in self.info.bases:
            if info in direct.type.mro:
                user = self.world.is_user(self.info.module_name)
                args = tuple(self.world.translate(arg, self.substitution, user) for arg in direct.args)
                if self._has_mixed_fields():
                    args = tuple(map(widened, args))
                found = self.world.class_inst(direct.type, args).base(info)
                if found is not None:
                    self._bases[info] = found
                return found
        if info in self.info.mro:  # what a class derived from int holds it in, and does not say
            return self.world.class_inst(info, ())
        return None

    def _has_mixed_fields(self) -> bool:
        """A named tuple with a field that is declared to be a float and may hold an int."""
        entry = self.info.names.get("__new__") if self.info.is_named_tuple else None
        if entry is None or not isinstance(entry.node, FuncDef):
            return False
        return any(argument.variable in self.world.flows.mixed for argument in entry.node.arguments)

    def _frame_args(self, base: TypeInfo) -> tuple[Type, ...]:
        """What a frame class, which is not generic itself, gives its generic bases (yield, send, return)."""
        match base.name:
            case "Iterable" | "Iterator" | "AsyncIterable" | "AsyncIterator":
                return self.args[:1]
            case "Awaitable":
                return self.args[2:]
        return self.args[: len(base.defn.type_vars)]

    def member(self, name: str) -> Member | None:
        """The attribute by MRO order; None when no class has it."""
        if name not in self._members:
            from mirage.compiler.lower.generated import is_generated_method

            self._members[name] = None
            for info in self.info.mro:
                node = self._own_node(info, name)
                if node is not None and not self._shows_by_repr(info, name):
                    source = enum_method_class(self.info, info, name)
                    if source is not None:
                        info = source
                        node = info.names[name].node or node
                    home = self._home(node, info, name)
                    owner = self if is_generated_method(info, name) else self.base(home)
                    if owner is not None:
                        self._members[name] = Member(name, node, owner)
                        break
        return self._members[name]

    def member_after(self, name: str, after: TypeInfo) -> Member | None:
        """The attribute `super()` finds in a method of class `after`, in an object of this class."""
        mro = self.info.mro
        for info in mro[mro.index(after) + 1 :]:
            node = self._own_node(info, name)
            if self._shows_by_repr(info, name):
                continue
            owner = self.base(self._home(node, info, name)) if node is not None else None
            if node is not None and owner is not None:
                return Member(name, node, owner)
        return None

    def _shows_by_repr(self, info: TypeInfo, name: str) -> bool:
        """int has no `__str__` of its own on CPython: a class derived from it is shown by its `__repr__`."""
        if name != "__str__" or info.fullname != "builtins.int" or self.info.is_enum:
            return False
        return derives_from_int(self.info)

    def _home(self, node: SymbolNode, info: TypeInfo, name: str) -> TypeInfo:
        """The class whose body has the method, where `info` only has another name of it: `f = Base.f`."""
        entry = info.names.get(name)
        item = node.func if isinstance(node, Decorator) else node
        if entry is None or entry.node is node or not isinstance(item, FuncDef):
            return info
        return item.info if item.info in self.info.mro else info

    def _own_node(self, info: TypeInfo, name: str) -> SymbolNode | None:
        """What the class itself has under the name: written, generated, or another name of a method."""
        from mirage.compiler.lower.synthetic import synthetic_method

        entry = info.names.get(name)
        node = entry.node if entry is not None else None
        if isinstance(node, Var) and name == "_" and is_keyword_marker(node):
            return None  # `_: KW_ONLY` makes no attribute
        if info.is_enum and (shown := shown_globally(self.world, info, name)) is not None:
            return shown
        if node is None or (entry is not None and entry.plugin_generated and name == "__hash__"):
            return synthetic_method(self.world, info, name)
        if isinstance(node, Var) and node.is_initialized_in_class and self.world.is_user(info.module_name):
            if name == "__hash__":
                return synthetic_method(self.world, info, name) or aliased_method(info, name) or node
            return aliased_method(info, name) or node
        return node

    def _kind_of_type(self, home: str, shown: str) -> int:
        """What the class's type object says in `_class` beside the number (see builtins.type)."""
        if self.info.is_enum:
            flag = any(base.fullname == "enum.Flag" for base in self.info.mro)
            kind = IS_ENUM | IS_FLAG if flag else IS_ENUM
        else:
            kind = IS_OF_C if shown in CLASSES_OF_C or home in MODULES_OF_C else 0
        nested = shown.startswith(f"{home}.") and "." in shown[len(home) + 1 :]
        return kind | len(home) if nested else kind

    # -- layout ---------------------------------------------------------------------------------

    @property
    def layout(self) -> ir.Class:
        if self.shape is not self:
            return self.shape.layout
        if self._layout is None:
            fullname = self.info.fullname
            home = spoken(self.info.module_name)
            shown = SHOWN_AS.get(fullname, f"{home}.{self.world.qualname(self.info)}")
            self._layout = ir.Class(
                name=shown.rpartition(".")[2], qualname=str(self), module=self.info.module_name
            )
            self._layout.repr_name = shown.removeprefix("builtins.")
            self._layout.kind = self._kind_of_type(home, shown)
            self._layout.is_generator_base = fullname in GENERATOR_BASES
            meta = self.info.metaclass_type
            if meta is not None and meta.type.module_name in self.world.modules:
                if self.world.is_user(meta.type.module_name) or names_metaclasses(self.world):
                    self._layout.meta = self.world.class_inst(meta.type, ()).layout
            self.world.program.classes.append(self._layout)
            self.world.inst_of_layout[self._layout] = self
            self._fill_layout(self._layout)
            self._layout.shown_by = self._shown_by()
        return self._layout

    def _shown_by(self) -> ir.Class | None:
        """The layout of the class that `type(x)` gives for objects of this one: `zip` for what zip makes."""
        fullname = self.info.fullname
        name = NAMED_IN_TYPES.get(fullname) or SHOWN_AS.get(fullname, fullname)
        info = self.info
        if fullname not in NAMED_IN_TYPES.values():
            module, _, short = name.rpartition(".")
            entry = self.world.trees[module].names.get(short) if module in self.world.trees else None
            if entry is not None and isinstance(entry.node, TypeInfo):
                info = entry.node
        if info is self.info and not self.args:
            return None
        # A list of floats has a layout of its own, and is a `list`: `type([1.5]) is list`.
        layout = self.world.class_inst(info, ()).layout
        return None if layout is self._layout else layout

    @property
    def fields(self) -> dict[str, Type]:
        """Every instance attribute with storage of its own, inherited ones first; the types as stored."""
        _ = self.layout
        return self.shape._fields

    def slot(self, name: str) -> object | None:
        """What stands for an attribute with storage in `flows.mixed`; None for the library's."""
        for info in self.info.mro:
            entry = info.names.get(name)
            if entry is not None and isinstance(entry.node, Var):
                return entry.node if self.world.is_user(info.module_name) else None
        return None

    def field_type(self, name: str) -> Type:
        """The type of an attribute with storage, under this class's own arguments."""
        found = self._field_types.get(name)
        if found is None:
            stored = found = self.fields[name]
            for info in self.info.mro if self.args or self.info.bases else ():
                entry = info.names.get(name)
                owner = self.base(info) if entry is not None and isinstance(entry.node, Var) else None
                if entry is not None and isinstance(entry.node, Var) and owner is not None:
                    if owner.args and not owner.erased:
                        found = self.world.declared(entry.node, owner.substitution, info.module_name)
                        break
            if isinstance(found, ClassT) and isinstance(stored, ClassT):
                if found.inst.info is stored.inst.info and found.inst.shape is not stored.inst.shape:
                    found = stored  # the array in a list of floats that is stored as words
            self._field_types[name] = found
        return found

    def _fill_layout(self, layout: ir.Class) -> None:
        direct = [b for b in self.info.bases if b.type.fullname not in ("builtins.object", "typing.Generic")]
        for instance in direct:
            parent = self.base(instance.type)
            if parent is None or parent.info.fullname == "builtins.object":
                continue
            inherited = parent.layout
            layout.parents.append(inherited)
            if parent.info.fullname == "builtins.int" and not self.info.is_enum:
                if derives_from_int(self.info):  # the value is in a field
                    parent = self.world.class_inst(self.world.info("builtins._IntFields"), ())
                    inherited = parent.layout
                    layout.parents.append(inherited)
            if self.info.is_enum and parent.info.module_name == "builtins":
                if parent.info.fullname == "builtins.int":
                    continue  # the value is in the field of the enumeration
                if parent.info.fullname == "builtins.str":
                    layout.base = inherited
                    continue
            if is_text_enum(self.info) and parent.info.is_enum:
                layout.base = layout.base if not is_text_enum(parent.info) else inherited
                continue
            if parent.fields or inherited.tail is not None:
                bases = [*layout.others, *([layout.base] if layout.base is not None else [])]
                there = set().union(*map(_holders, bases))
                if _holders(inherited) <= there:
                    continue  # all its fields are there already
                if any(base.tail is not None for base in there) or there and inherited.tail is not None:
                    self.world.refuse_class(
                        self.info,
                        "multiple-layout-bases",
                        f"`{self.info.name}` inherits fields beside the items of a class of variable size",
                        "keep the fields in one base and let the others only add methods",
                    )
                    continue
                self._fields.update(parent.fields)
                if there <= _holders(inherited):
                    layout.base, layout.others = inherited, []
                else:
                    layout.others.append(inherited)
        if layout.base is None and layout.parents:
            layout.base = layout.parents[0]
        if layout.base is not None and layout.base.tail is not None:
            layout.tail = layout.base.tail
        if self.info.fullname in LOWLEVEL_TAILED:
            layout.tail = self.args[0].rep  # the arguments of a shape
            return
        if self.info.is_protocol and self.info.module_name in ("typing", "collections.abc"):
            return
        if "namedtuple" in self.info.metadata:
            if self.info in carriers(self.world, self.info):
                self._refuse_captured()
            return
        layout.region = region_of(self.world, self.info)
        if self.info in carriers(self.world, self.info) and ENVIRONMENT not in self._fields:
            if layout.tail is not None:
                self._refuse_captured()
            self._fields[ENVIRONMENT] = OBJECT
            layout.fields.append(ir.Field(ENVIRONMENT, OBJECT.rep))
        is_user = self.world.is_user(self.info.module_name)
        if is_user and any(base.fullname == "builtins.type" for base in self.info.mro):
            if ir.PLAIN_CODE not in self._fields:
                self._fields[ir.PLAIN_CODE] = U64
                layout.fields.append(ir.Field(ir.PLAIN_CODE, Rep.U64))
        for name, entry in self.info.names.items():
            node = entry.node
            if is_cached_property(node) and name not in self._fields:
                assert isinstance(node, Decorator)
                user = self.world.is_user(self.info.module_name)
                kept: Type = OBJECT  # without annotations it may give anything
                if isinstance(node.func.type, CallableType):
                    kept = self.world.translate(node.func.type.ret_type, self.substitution, user)
                self._fields[name] = kept
                if user and layout.tail is not None:
                    self._refuse_field(name)
                    continue
                layout.fields.append(ir.Field(name, kept.rep))
                continue
            if not isinstance(node, Var) or entry.plugin_generated or name in self._fields:
                continue
            if not self.is_field(node):
                continue
            declared = node.type
            if declared is not None and str(declared).startswith("mirage.lowlevel.Tail["):
                element = self.world.translate(declared, self.substitution)
                assert isinstance(element, ClassT)
                layout.tail = element.inst.args[0].rep
                continue
            field_type = self.world.declared(node, self.substitution, self.info.module_name)
            self._fields[name] = field_type
            user = self.world.is_user(self.info.module_name)
            if user and layout.base is not None and layout.base.tail is not None:
                self._refuse_field(name)
                continue
            layout.fields.append(ir.Field(name, field_type.rep))

    def _refuse_captured(self) -> None:
        captured = captured_name(self.world, self.info)
        assert captured is not None
        self.world.refuse_class(
            self.info,
            "local-class",
            f"`{self.info.name}` uses `{captured.name}` of the function around it, and its objects"
            " end in their items: there is no room for it",
            "give the value to the methods, or keep the tuple, str or bytes in an attribute",
        )
        self.world.memo["refused class", self.info] = True

    def _refuse_field(self, name: str) -> None:
        self.world.refuse_class(
            self.info,
            "fields-after-items",
            f"`{self.info.name}` adds `{name}` to a class whose objects end in their items",
            "keep the tuple, str or bytes in an attribute of an ordinary class",
        )

    def is_field(self, node: Var) -> bool:
        """The attribute is stored in each instance."""
        if "namedtuple" in self.info.metadata:
            return False
        if is_keyword_marker(node) or is_init_var(self.info, node.name):
            return False
        if node.is_property and self._dataclass_attribute(node.name):
            return True  # mypy makes the attributes of frozen dataclasses read-only properties
        if is_descriptor(node) or property_call(self.info, node.name) is not None:
            return False
        if node.is_classvar or node.is_property or node.name == "__slots__":
            return False
        if self.info.is_enum:
            in_body = node.is_initialized_in_class and assigned_in_body(self.info, node.name)
            return not in_body and node.name not in ("_name_", "_value_")
        if not node.is_initialized_in_class or not assigned_in_body(self.info, node.name):
            return True
        if "dataclass" in self.info.metadata:
            return self._dataclass_attribute(node.name)
        from mirage.compiler.lower.class_slots import assigned_on_instances

        return assigned_on_instances(self.world, self.info, node.name)

    def _dataclass_attribute(self, name: str) -> bool:
        return is_dataclass_attribute(self.info, name)

    def field_owner(self, name: str) -> bool:
        return name in self.fields

    def is_subclass(self, other: TypeInfo) -> bool:
        return other in self.info.mro


def class_default(info: TypeInfo, name: str) -> Expression | None:
    """The expression a class body assigns to the name, also in its loops and branches."""
    for statement in info.defn.defs.body:
        for inner in [statement] if isinstance(statement, AssignmentStmt) else class_level(statement):
            if isinstance(inner, AssignmentStmt) and not isinstance(inner.rvalue, TempNode):
                for target in inner.lvalues:
                    if isinstance(target, NameExpr) and target.name == name:
                        return inner.rvalue
    return None


def assigned_in_body(info: TypeInfo, name: str) -> bool:
    """The class body may give the name a value: by assignment, unpacking, `for`, `with`, a pattern."""
    from mirage.compiler.lower.world import assignment_targets

    if class_default(info, name) is not None:
        return True
    return any(
        isinstance(target, NameExpr) and target.name == name
        for statement in info.defn.defs.body
        for inner in [statement, *class_level(statement)]
        if not (
            isinstance(inner, DelStmt)
            or isinstance(inner, AssignmentStmt)
            and isinstance(inner.rvalue, TempNode)
        )
        for target in assignment_targets(inner)
    )


def aliased_method(info: TypeInfo, name: str) -> SymbolNode | None:
    """The method that `__rmul__ = __mul__` or `__hash__ = Base.__hash__` names again."""
    default = class_default(info, name)
    node: Node | None = None
    if isinstance(default, NameExpr):
        node = default.node
    elif isinstance(default, MemberExpr) and isinstance(default.expr, NameExpr):
        if isinstance(default.expr.node, TypeInfo):
            found = default.expr.node.get(default.name)
            node = found.node if found is not None else None
    return node if isinstance(node, FuncDef | OverloadedFuncDef) and bool(node.info) else None


def class_level(statement: Node) -> Iterator[Node]:
    """The parts of a compound statement of a class body that run in the class's own scope."""
    if isinstance(statement, IfStmt | WhileStmt | ForStmt | TryStmt | WithStmt | MatchStmt | Block):
        for child in children(statement):
            yield child
            yield from class_level(child)


def is_cached_property(node: SymbolNode | None) -> bool:
    """`@functools.cached_property`: the value is kept in a field of the object."""
    return isinstance(node, Decorator) and any(
        getattr(d, "fullname", "") == "functools.cached_property" for d in node.original_decorators
    )


def property_call(info: TypeInfo, name: str) -> CallExpr | None:
    """The call in `name = property(getter, setter)` of the class body."""
    default = class_default(info, name)
    if isinstance(default, CallExpr) and getattr(default.callee, "fullname", "") == "builtins.property":
        return default
    return None


DESCRIPTORS = (
    "builtins.property",
    "builtins.staticmethod",
    "builtins.classmethod",
    "functools.partialmethod",
)  # of the library


def is_descriptor(node: Var) -> bool:
    """A class variable of the application whose value decides what reading or writing the attribute does."""
    declared = get_proper_type(node.type) if node.is_initialized_in_class and node.type is not None else None
    if not isinstance(declared, Instance):
        return False
    if declared.type.fullname in DESCRIPTORS:
        return True
    if declared.type.module_name in ("builtins", "functools"):
        return False
    return any(declared.type.get(name) is not None for name in ("__get__", "__set__", "__set_name__"))


def is_property(node: SymbolNode) -> bool:
    if isinstance(node, Decorator):
        return node.var.is_property
    if isinstance(node, OverloadedFuncDef):
        return node.is_property
    return False


def function_of(node: SymbolNode) -> FuncDef | None:
    """The function with a body behind a method's symbol."""
    if isinstance(node, FuncDef):
        return node
    if isinstance(node, Decorator):
        return node.func
    if isinstance(node, OverloadedFuncDef):
        if node.is_property:
            first = node.items[0]
            return first.func if isinstance(first, Decorator) else first
        if node.impl is not None:
            return node.impl.func if isinstance(node.impl, Decorator) else node.impl
    return None


def is_hidden(member: Member) -> bool:
    """What only our class has: `__missing__` is a method of classes derived from dict."""
    return member.name == "__missing__" and member.owner.info.fullname in (
        "builtins.dict",
        "collections._users.UserDict",
    )
