"""Calls of classes: objects are made and initialised."""

from __future__ import annotations

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.abstract import abstract_complaint
from mirage.compiler.lower.arguments import Arg, Args, as_args
from mirage.compiler.lower.attribute_hooks import is_hooked
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.class_slots import assigned_by_application
from mirage.compiler.lower.class_uses import only_looked_at
from mirage.compiler.lower.classes import ClassInst, Member, function_of
from mirage.compiler.lower.enum_info import own_maker
from mirage.compiler.lower.functions import request_function
from mirage.compiler.lower.generated import is_generated_method
from mirage.compiler.lower.initialised import CONTAINERS, always_set, empty_before
from mirage.compiler.lower.local_classes import ENVIRONMENT, carriers
from mirage.compiler.lower.metaclasses import as_object, caller_of
from mirage.compiler.lower.passed import note_raised
from mirage.compiler.lower.supers import Supers, makes_of_class
from mirage.compiler.lower.types import OBJECT, ClassT, Type
from mirage.compiler.lower.world import Refusal

KEEPING = ("builtins.dict", "collections.OrderedDict")  # whose `__init__` adds to what is there
REFERENCE = "weakref.ReferenceType"
REMADE = ("builtins.BaseException", "enum.Enum", "builtins.type")  # bases whose `__new__` knows subclasses
VALUES = {  # made by their `__new__`
    f"builtins.{name}" for name in ("int", "float", "complex", "str", "bytes", "tuple")
}


class Construction(Supers):
    def construct(self, info: n.TypeInfo, node: n.CallExpr, expected: Type) -> Value:
        args = self.arguments(node)
        if info.is_enum:
            return self.enum_by_value(info, args, node)
        if caller_of(self.world, info) is not None:
            seen = as_object(self.world, self.class_object(self.world.class_inst(info, ())))
            assert seen is not None
            return self.invoke(seen, "__call__", args, node, expected)
        if info.fullname == "enum.auto" and self.enum_next is not None:
            return self.next_enum_value(node)
        if info.typeddict_type is not None:
            return self.new_typed_dict(args, node)
        if info.is_newtype and args:
            return args[0].value
        if info.fullname == "builtins.type" and len(args) == 1:
            return self.type_object(args[0].value, only_looked_at(self.world, node))
        if info.fullname == "builtins.type":
            raise Refusal(
                node,
                "dynamic-class",
                "`type` with three arguments cannot be compiled: classes are fixed at build time",
                "write the class",
            )
        if info.fullname == "builtins.bool":
            return Value(self.truth(args[0].value, node) if args else ir.BoolConst(False), t.BOOL)
        if info.fullname == "itertools.count" and not self.library:
            self.refuse_mixed_count(args, node)
        primitive = self.construct_primitive(info, args, node)
        if primitive is not None:
            return primitive
        return self.invoke_class(self.constructed_class(info, args, expected), args, node)

    def refuse_mixed_count(self, args: list[Arg], node: n.CallExpr) -> None:
        """`count(10, 2.5)` is a `count[float]` whose first number is an int."""
        types = {arg.name or ("start", "step")[i]: arg.value.type for i, arg in enumerate(args[:2])}
        start = types.get("start", t.INT)
        unknown = start in (t.INT, t.NUMBER) or isinstance(start, t.ObjectT | t.AnyT)
        if types.get("step") in (t.FLOAT, t.NUMBER) and unknown:
            raise self.unsupported(
                node,
                "`count` whose step is a float and whose start may be an int",
                "write the start as a float: `count(10.0, 2.5)`; `float(start)` where it is computed",
            )

    def new_typed_dict(self, args: list[Arg], node: n.CallExpr) -> Value:
        """`Movie(title="x", year=1)`: an ordinary dict."""
        inst = self.world.builtin("dict", self.world.str_type, OBJECT)
        result = self.stable(self.invoke_class(inst, [], node))
        for arg in args:
            if arg.name is None:
                self.invoke(result, "update", [arg.value], node, t.NONE)
            else:
                value = Value(self.box(arg.value), OBJECT)
                self.invoke(result, "__setitem__", [self.constant_str(arg.name), value], node, t.NONE)
        return result

    def construct_primitive(self, info: n.TypeInfo, args: list[Arg], node: n.Node) -> Value | None:
        """Conversions between numbers that are an instruction or a known call."""
        name = info.fullname
        if name.startswith("mirage.lowlevel.") and info.name in t.WORDS:
            word = t.WORDS[info.name]
            return self.coerce(args[0].value, word, node) if args else Value(ir.RawConst(0, word.rep), word)
        if len(args) != 1 or args[0].star or args[0].name is not None:
            return None
        value = args[0].value
        if name == "builtins.complex" and value.type == t.FLOAT:
            made = self.call(self.runtime("complexes.new"), [value.operand, ir.FloatConst(0)], node)
            return Value(made, self.world.builtin_type("complex"))
        if name == "builtins.int" and isinstance(value.type, t.PrimT):
            if value.type == t.FLOAT:
                return Value(self.call(self.runtime("floats.float_to_int"), [value.operand], node), t.INT)
            if value.type == t.INT and not isinstance(value.operand, ir.IntConst):
                if not self.library or self.module_name == "enum":  # may be True, or a member of an IntEnum
                    return Value(self.call(self.runtime("bigint.plain"), [value.operand], node), t.INT)
            return (
                self.as_int(value, node) if value.type in (t.INT, t.BOOL) else self.coerce(value, t.INT, node)
            )
        if name == "builtins.float" and isinstance(value.type, t.PrimT):
            if value.type.rep.is_raw_integer:
                return self.coerce(value, t.FLOAT, node)
            return (
                value
                if value.type == t.FLOAT
                else Value(self.int_to_float(self.as_int(value, node), node), t.FLOAT)
            )
        if name == "builtins.str":
            return self.invoke(value, "__str__", [], node, self.world.str_type)
        return None

    def constructed_class(self, info: n.TypeInfo, args: list[Arg], expected: Type) -> ClassInst:
        """The class with its type arguments: from the type of the expression, else from the arguments."""
        if not info.defn.type_vars:
            return self.world.class_inst(info, ())
        if isinstance(expected, t.TupleT) and info.fullname == "builtins.tuple":
            return self.world.class_inst(info, (OBJECT,))
        if isinstance(expected, ClassT) and info in expected.inst.info.mro:
            if expected.inst.info is info and not any(isinstance(a, t.NeverT) for a in expected.inst.args):
                if not t.contains_object(expected):
                    return expected.inst
        guess = self.world.class_inst(info, ())
        found = guess.member("__init__")
        item = function_of(found.node) if found is not None else None
        callable_ = mt.get_proper_type(item.type) if item is not None else None
        if found is not None and isinstance(callable_, mt.CallableType) and found.owner.info is info:
            wanted = {(v.id.raw_id, v.id.namespace) for v in info.defn.type_vars}
            bound: t.Substitution = {}
            for index, arg in self.match_formals(callable_, 1, args):
                self.unify(callable_.arg_types[index], arg.value.type, bound, wanted)
            mine = expected.inst.args if isinstance(expected, ClassT) and expected.inst.info is info else ()
            chosen = []
            for i, v in enumerate(info.defn.type_vars):
                key = (v.id.raw_id, v.id.namespace)
                hint = mine[i] if i < len(mine) else OBJECT
                chosen.append(bound.get(key, OBJECT) if isinstance(hint, t.ObjectT) and not mine else hint)
            return self.world.class_inst(info, tuple(chosen))
        if isinstance(expected, ClassT) and expected.inst.info is info:
            return expected.inst
        return guess

    def invoke_class(self, inst: ClassInst, args: Args, node: n.Node | None) -> Value:
        """A new object of the class: `__new__`, or allocation and `__init__`."""
        actual = as_args(args)
        if not self.library or not self.world.is_user(inst.info.module_name):
            return self.made_object(inst, actual, node)
        try:
            return self.made_object(inst, actual, node)
        except Refusal as refusal:
            if refusal.code != "arguments":
                raise
        # `self.__class__(self)` in the library: a class derived in the application may take other arguments
        made = self.call_value(Value(self.box(self.class_object(inst)), OBJECT), actual, node, OBJECT)
        return self.coerce(made, ClassT(inst), node)

    def made_object(self, inst: ClassInst, actual: list[Arg], node: n.Node | None) -> Value:
        """What `__new__` makes, or an object that `__init__` has filled; Refusal for arguments not taken."""
        code = inst.code
        result_type = ClassT(inst, exact=True)
        where = node if node is not None else n.EllipsisExpr()
        if inst.info.fullname == "mirage.lowlevel.Array":
            count = self.coerce(actual[0].value, t.I64, node)
            self.world.instantiate(inst)
            dst = self.reg(Rep.REF, "array")
            self.may_raise(ir.Alloc(dst, inst.layout, count.operand), node)
            return Value(dst, result_type)
        if inst.info.is_abstract and inst.info.abstract_attributes:
            complaint = abstract_complaint(inst.info)
            if complaint is None:
                name, what = inst.info.name, ", ".join(a for a, _ in inst.info.abstract_attributes)
                raise Refusal(where, "abstract", f"`{name}` is abstract: it lacks {what}")
            never = self.reg(Rep.REF, inst.info.name)
            self.move(never, ir.NoneConst())
            self.raise_runtime("errors.bad_arguments", [ir.StrConst(complaint)], node)
            self.begin(self.new_block("unreached"))
            return Value(never, result_type)
        if inst.info.fullname == "builtins.OSError" and len(actual) > 1:
            packed = self.make_tuple([a.value for a in actual])
            return Value(self.call(self.runtime("oserrors.os_error"), [packed.operand], node), ClassT(inst))
        group = inst.info.fullname == "builtins.BaseExceptionGroup"
        if group and self.module_name != "mirage.runtime.groups":
            operands = self.runtime_arguments("groups.make", actual, node)
            return Value(self.call(self.runtime("groups.make"), operands, node), ClassT(inst))
        if inst.info.fullname == REFERENCE and self.function.qualname != "_reference":
            return Value(self.new_reference(actual, node), ClassT(inst))
        maker = inst.member("__new__")
        if (
            maker is not None
            and maker.owner.info.fullname != "builtins.object"
            and not initialises_itself(inst)
        ):
            item = self.resolve(maker.node, maker.owner, [a.value.type for a in actual], actual)
            mine = self.world.is_user(inst.info.module_name) and not maker.owner.info.is_enum
            theirs = item is not None and not makes_of_class(self.world, item)
            if mine and theirs and item is not None and not is_generated_method(inst.info, "__new__"):
                if not any(base.fullname in REMADE for base in inst.info.mro):
                    return self.initialised(self.rebranded(maker, inst, actual, where), inst, actual, node)
            if item is not None and mine and not theirs:
                made = self.call_function(
                    item, maker.owner, self.class_object(inst), actual, node, result_type
                )
                return self.initialised(made, inst, actual, node)
            if item is not None:
                self.world.instantiate(code)
                expected = result_type if inst.primitive is None else inst.primitive
                made = self.call_function(item, maker.owner, self.class_object(inst), actual, node, expected)
                if item.info and is_generated_method(item.info, "__new__"):
                    return Value(made.operand, result_type)
                if isinstance(inst.this, ClassT) and not isinstance(made.type, t.NeverT | ClassT):
                    if not any(_gives_other(item, inst.info) for item in self.signatures(maker.node)):
                        made = Value(made.operand, ClassT(inst))
                return made
        result = self.allocated(inst, node)
        if any(base.fullname == "builtins.BaseException" for base in inst.info.mro):
            positional = [a for a in actual if a.name is None]
            if any(a.star for a in positional):
                args_value = self.star_values(positional, node)
                note_raised(self.world, inst, None)
            else:
                args_value = self.make_tuple([a.value for a in positional])
                note_raised(self.world, inst, [a.value.type for a in positional])
            self.emit(ir.SetField(result.operand, inst.layout, "args", args_value.operand))
        init = inst.member("__init__")
        if init is not None and self.world.is_user(init.owner.info.module_name):
            frozen = inst.base(self.world.info("builtins.frozenset"))
            filling = frozen.info.names["__init__"].node if frozen is not None else None
            if frozen is not None and filling is not None:  # on CPython `__new__` has filled it
                actual = [Arg(self.stable(a.value), a.name, a.star, a.star2) for a in actual]
                self.call_member(result, Member("__init__", filling, frozen), actual, node, t.NONE)
        if init is not None and init.owner.info.fullname not in ("builtins.object", "builtins.BaseException"):
            self.call_member(result, init, actual, node, t.NONE)
        return result

    def allocated(self, inst: ClassInst, node: n.Node | None = None) -> Value:
        """A new object whose fields are not set yet."""
        self.world.instantiate(inst.code)
        dst = self.reg(Rep.REF, inst.info.name)
        self.may_raise(ir.Alloc(dst, inst.layout), node)
        self.initialise_fields(dst, inst)
        if ENVIRONMENT in inst.fields:
            self.store_environment(dst, inst, node)
        made = Value(dst, ClassT(inst, exact=True))
        if self.world.is_user(inst.info.module_name):
            self.store_class_defaults(made, inst)
            container = empty_before(self.world, inst.info)
            owner = inst.base(container) if container is not None else None
            if container is not None and owner is not None:
                code = container.names["__init__"].node
                assert code is not None
                self.call_member(made, Member("__init__", code, owner), [], node, t.NONE)
        return made

    def store_environment(self, dst: Operand, inst: ClassInst, node: n.Node | None) -> None:
        """The object keeps the variables of the function that its class stands in."""
        holders = carriers(self.world, inst.info)
        scopes = self.world.memo.get(("environment of", holders[0])) if holders else None
        if scopes is None or ("refused class", inst.info) in self.world.memo:
            return  # the class has been refused
        here = tuple(self.env_scopes)
        for depth in range(len(here)):
            if here[depth:] == scopes:
                environment = self.env_up(depth)
                assert environment is not None
                self.emit(ir.SetField(dst, inst.layout, ENVIRONMENT, environment))
                return
        where = node if node is not None else n.EllipsisExpr()
        reason = f"`{inst.info.name}` is made outside of the function it stands in"
        raise Refusal(where, "local-class", reason)

    def initialised(self, made: Value, inst: ClassInst, args: list[Arg], node: n.Node | None) -> Value:
        """`__init__` of what `__new__` gave, when it is an object of the class."""
        init = inst.member("__init__")
        if init is not None and init.owner.info.fullname in CONTAINERS:
            return self.filled_container(made, inst, init, args, node)
        if init is None or not self.world.is_user(init.owner.info.module_name):
            return made
        if isinstance(made.type, ClassT) and inst.info in made.type.inst.info.mro:
            self.invoke(made, "__init__", args, node, t.NONE)
            return made
        if made.type.rep is not Rep.REF:
            return made
        other, done = self.new_block("initialise"), self.new_block("made")
        test = self.is_instance(made.operand, ClassT(inst))
        self.branch(test, other, done)
        self.begin(other)
        self.call_member(Value(made.operand, ClassT(inst)), init, args, node, t.NONE)
        self.jump(done)
        self.begin(done)
        return made

    def filled_container(
        self, made: Value, inst: ClassInst, init: Member, args: list[Arg], node: n.Node | None
    ) -> Value:
        """The container's own `__init__` after a `__new__` of the application: dicts keep what they have."""
        if init.owner.info.fullname in KEEPING:
            init = inst.member("update") or init
            if not args:
                return made
        self.call_member(Value(made.operand, ClassT(inst)), init, args, node, t.NONE)
        return made

    def runtime_arguments(self, name: str, args: list[Arg], node: n.Node | None) -> list[Operand]:
        """The arguments as a function of the runtime takes them."""
        function = self.world.function_node(f"mirage.runtime.{name}")
        return self.bind(request_function(self.world, function, None), None, args, node)

    def new_reference(self, args: list[Arg], node: n.Node | None) -> Operand:
        """`weakref.ref(x)`: without a callback there is one of each object."""
        maker = request_function(self.world, self.world.function_node("weakref._reference"), None)
        return self.call(maker.function, self.bind(maker, None, args, node), node)

    def star_values(self, args: list[Arg], node: n.Node | None) -> Value:
        inst = self.list_inst(OBJECT)
        gathered = self.new_list(inst, [], node)
        for arg in args:
            if arg.star:
                self.invoke(gathered, "extend", [self.items_as_objects(arg.value)], node, t.NONE)
            else:
                self.list_push(gathered, inst, Value(self.box(arg.value), OBJECT), node)
        return self.invoke_class(self.world.builtin("tuple", OBJECT), [gathered], node)

    def initialise_fields(self, dst: Operand, inst: ClassInst) -> None:
        """Mark every field as unset, where the zero of fresh memory would mean a value."""
        for name, type_ in inst.fields.items():
            if name == ENVIRONMENT:
                continue
            if type_.rep in (Rep.REF, Rep.F64, Rep.BOOL) and self.field_needs_check(inst, name, type_):
                self.emit(ir.SetField(dst, inst.layout, name, ir.Undefined(type_.rep)))

    def field_needs_check(self, inst: ClassInst, name: str, type_: Type) -> bool:
        """The field may be read before it is assigned."""
        owner = next((info for info in inst.info.mro if name in info.names), inst.info)
        if type_.rep.is_raw_integer or owner.fullname == "builtins.BaseException":  # whose cannot be deleted
            return False
        if name in assigned_by_application(self.world).deleted:
            return True
        if not self.library and is_hooked(self.world, inst.info):
            return True
        if name == "_value_" and own_maker(inst.info) is not None:
            return True
        if self.world.modules[owner.module_name].library:
            return False
        return name not in always_set(self.world, inst.info)


def initialises_itself(inst: ClassInst) -> bool:
    """`__init__` is nearer than `__new__`: the helper classes that a library class's `__new__` makes."""
    if any(base.fullname in VALUES for base in inst.info.mro):
        return False
    maker = next((base for base in inst.info.mro if "__new__" in base.names), None)
    node = maker.names["__new__"].node if maker is not None else None
    item = function_of(node) if node is not None else None
    if item is not None and makes_of_class(inst.world, item):
        return False
    for base in inst.info.mro:
        if "__init__" in base.names:
            return "__new__" not in base.names
        if "__new__" in base.names:
            return False
    return False


def _gives_other(item: n.FuncDef, info: n.TypeInfo) -> bool:
    """A `__new__` that gives something that is not of the class, as that of `reversed`."""
    callable_ = mt.get_proper_type(item.type)
    given = mt.get_proper_type(callable_.ret_type) if isinstance(callable_, mt.CallableType) else None
    return isinstance(given, mt.Instance) and info not in given.type.mro


def _gives_any(item: n.FuncDef) -> bool:
    callable_ = mt.get_proper_type(item.type)
    return isinstance(callable_, mt.CallableType) and isinstance(
        mt.get_proper_type(callable_.ret_type), mt.AnyType
    )


def _wants_none(item: n.FuncDef, args: list[Arg]) -> bool:
    """An argument of unknown type would have to be None for this overload item."""
    callable_ = mt.get_proper_type(item.type)
    if not isinstance(callable_, mt.CallableType):
        return False
    for index, arg in enumerate(args):
        if not isinstance(arg.value.type, t.ObjectT):
            continue
        if arg.name is None:
            wanted = callable_.arg_types[index : index + 1]
        else:
            named = zip(callable_.arg_types, callable_.arg_names, strict=True)
            wanted = [type_ for type_, name in named if name == arg.name]
        if any(isinstance(mt.get_proper_type(one), mt.NoneType) for one in wanted):
            return True
    return False
