"""The intermediate representation: control-flow graphs over typed, mutable registers.

One `Program` holds `Function`s, `Class`es (layouts) and `Global`s.  A register may be assigned
many times (LLVM's mem2reg makes SSA of it); a block ends in exactly one terminator.

Every operation that can raise carries `on_error`: the handler that receives the exception, or
None to return it to the caller.  `site` names the place in the user's source for the traceback
(None in library code, whose frames are left out).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Rep(Enum):
    """How a value is held in a register.  `INT` and `REF` are traced by the collector."""

    VOID = "void"
    INT = "int"  # i64: small int n as 2n+1, else the address of a BigInt or a bool object
    REF = "ref"  # ptr: object, or None as null, or an INT word (tag bit set)
    F64 = "f64"
    BOOL = "bool"  # i1 in registers, one byte in memory
    I8 = "i8"
    I16 = "i16"
    I32 = "i32"
    I64 = "i64"
    U8 = "u8"
    U16 = "u16"
    U32 = "u32"
    U64 = "u64"

    @property
    def is_signed(self) -> bool:
        return self in (Rep.I8, Rep.I16, Rep.I32, Rep.I64)

    @property
    def is_raw_integer(self) -> bool:
        return self.value[0] in "iu" and self.value[1:].isdigit()

    @property
    def is_traced(self) -> bool:
        return self in (Rep.INT, Rep.REF)

    @property
    def size(self) -> int:
        """Bytes in memory."""
        match self:
            case Rep.VOID:
                return 0
            case Rep.BOOL | Rep.I8 | Rep.U8:
                return 1
            case Rep.I16 | Rep.U16:
                return 2
            case Rep.I32 | Rep.U32:
                return 4
            case _:
                return 8


@dataclass(eq=False)
class Reg:
    """A mutable, function-local variable."""

    name: str
    rep: Rep


@dataclass(frozen=True)
class Const:
    """Base of operands known at build time."""


@dataclass(frozen=True)
class IntConst(Const):
    value: int  # any size; emitted tagged, or as a static BigInt
    rep: Rep = Rep.INT  # INT, or REF for the same word as an object


@dataclass(frozen=True)
class RawConst(Const):
    value: int
    rep: Rep  # a raw integer


@dataclass(frozen=True)
class FloatConst(Const):
    bits: int  # IEEE 754 binary64, so that nan and -0.0 compare by identity
    rep: Rep = Rep.F64


@dataclass(frozen=True)
class BoolConst(Const):
    value: bool
    rep: Rep = Rep.BOOL  # BOOL, or REF for the static True/False object


@dataclass(frozen=True)
class NoneConst(Const):
    rep: Rep = Rep.REF


@dataclass(frozen=True)
class StrConst(Const):
    value: str
    rep: Rep = Rep.REF


@dataclass(frozen=True)
class BytesConst(Const):
    value: bytes
    rep: Rep = Rep.REF


@dataclass(frozen=True)
class FloatObject(Const):
    """A static boxed float."""

    bits: int
    rep: Rep = Rep.REF


@dataclass(frozen=True)
class TupleConst(Const):
    items: tuple[Const, ...]  # each of rep REF
    rep: Rep = Rep.REF


@dataclass(frozen=True)
class Undefined(Const):
    """The marker of an unbound variable or attribute.

    INT: the word 0.  REF: the word 2.  F64: the quiet nan 0x7FF8_DEAD_BEEF_0002.  BOOL: in memory the
    byte 2; registers cannot hold it.  Raw integers have none.
    """

    rep: Rep


@dataclass(frozen=True)
class StopSentinel(Const):
    """The static StopIteration that ends an iteration without allocating (see materialise)."""

    rep: Rep = Rep.REF


@dataclass(frozen=True)
class FunctionObject(Const):
    """A static `function` object without environment; `code` follows the vectorcall convention."""

    code: Function
    name: Const
    rep: Rep = Rep.REF


@dataclass(frozen=True)
class Singleton(Const):
    """The static object of a class that has one: Ellipsis, NotImplemented."""

    cls: Class
    rep: Rep = Rep.REF


@dataclass(frozen=True)
class TypeObject(Const):
    """The static `type` object of a class.

    makes   not the one that `type(x)` gives of the objects (`shown_by`), but one that makes objects of this
            very layout when it is called: `list` in `rates: dict[str, list[float]] = defaultdict(list)`
    """

    cls: Class
    rep: Rep = Rep.REF
    makes: bool = False


@dataclass(frozen=True)
class CodeAddress(Const):
    code: Function
    rep: Rep = Rep.U64


@dataclass(frozen=True)
class SymbolAddress(Const):
    """The address of a linker or assembly symbol."""

    symbol: str
    rep: Rep = Rep.U64


@dataclass(frozen=True)
class ClassTable(Const):
    """The address of the class table (docs/design/abi.md)."""

    rep: Rep = Rep.U64


@dataclass(frozen=True)
class ClassCount(Const):
    """How many entries the class table has."""

    rep: Rep = Rep.U32


@dataclass(frozen=True)
class ClassId(Const):
    """The number of a class in the class table, given at emission."""

    cls: Class
    rep: Rep = Rep.U32


Operand = Reg | Const


@dataclass(frozen=True)
class Site:
    """A place in the user's source, for tracebacks: lines from 1, columns from 0 (code points)."""

    file: str
    line: int
    function: str
    text: str  # the source line without surrounding white space, "" when unknown
    carets: str  # the ^^^~~^^ line aligned with `text`, "" for none
    within: Site | None = None  # of a place in a comprehension's frame: where the comprehension stands

    def place(self, module: str) -> TupleConst:
        """As `warnings` and `logging` take it: file, line, the source line, module, function."""
        texts = (StrConst(self.text), StrConst(module), StrConst(self.function))
        return TupleConst((StrConst(self.file), IntConst(self.line, Rep.REF), *texts))


@dataclass
class Handler:
    block: Block
    exception: Reg  # REF


# --- operations --------------------------------------------------------------------------------


@dataclass(kw_only=True, eq=False)
class Op:
    line: int = 0  # source line for DWARF, 0 unknown


@dataclass(kw_only=True, eq=False)
class MayRaise(Op):
    on_error: Handler | None = None
    site: Site | None = None


@dataclass(eq=False)
class Move(Op):
    dst: Reg
    src: Operand


@dataclass(eq=False)
class Prim(Op):
    """A primitive without side effects that cannot raise.

    raw integers (both operands of one rep, dst the same; signedness from the rep):
      add sub mul and or xor shl shr; neg invert; div mod (floor for signed; the divisor is not
      checked); eq ne lt le gt ge (dst BOOL); add_overflows sub_overflows mul_overflows (dst BOOL);
      mul_high (upper half of the double-width product)
    convert        raw integer -> raw integer (extend by the source's signedness, or truncate)
    f64            add sub mul div neg abs sqrt; eq ne lt le gt ge (ordered, ne unordered)
    f64_to_i64 (truncate, saturating); i64_to_f64; u64_to_f64; f64_bits (F64->U64); bits_f64
    bool           and or xor not eq ne ; convert BOOL -> raw integer 0/1
    refs           is is_not (on REF; words compared)
    tag (I64->INT unchecked) untag (INT->I64 unchecked) is_small (INT|REF->BOOL)
    int_ref (INT->REF) ref_int (REF->INT); ref_bits (REF->U64) bits_ref (U64->REF)
    int_bits (INT->U64) bits_int (U64->INT)
    box_bool (BOOL->REF) unbox_bool (REF->BOOL: is it the True object)
    class_id (REF->U32; small ints and null give int's and NoneType's)
    is_undefined (any traced rep, F64 -> BOOL)
    present (REF -> REF, the same: it is surely neither None nor an int, which LLVM does not see)
    """

    dst: Reg
    name: str
    args: list[Operand]


@dataclass(eq=False)
class IntOp(MayRaise):
    """Arithmetic on INT: inline for small ints, else `slow(a, b)` (one argument for neg, invert).

    add sub mul and or xor shl shr floordiv mod neg invert -> INT; eq ne lt le gt ge -> BOOL.
    """

    dst: Reg
    name: str
    args: list[Operand]
    slow: Function


@dataclass(eq=False)
class Load(Op):
    dst: Reg
    address: Operand  # U64
    volatile: bool = False


@dataclass(eq=False)
class Store(Op):
    address: Operand
    value: Operand
    volatile: bool = False


@dataclass(eq=False)
class GetField(Op):
    dst: Reg
    obj: Operand
    cls: Class
    field: str


@dataclass(eq=False)
class SetField(Op):
    """Store; `value` may be `Undefined` (BOOL fields then hold byte 2)."""

    obj: Operand
    cls: Class
    field: str
    value: Operand


@dataclass(eq=False)
class FieldUndefined(Op):
    """dst(BOOL) = the field holds the Undefined marker (the way to test a BOOL field)."""

    dst: Reg
    obj: Operand
    cls: Class
    field: str


@dataclass(eq=False)
class GetTail(Op):
    """dst = the element `index` (I64, not checked) of the object's tail."""

    dst: Reg
    obj: Operand
    cls: Class
    index: Operand


@dataclass(eq=False)
class SetTail(Op):
    obj: Operand
    cls: Class
    index: Operand
    value: Operand


@dataclass(eq=False)
class TailAddress(Op):
    dst: Reg  # U64
    obj: Operand
    cls: Class


@dataclass(eq=False)
class TailCount(Op):
    dst: Reg  # I64
    obj: Operand


@dataclass(eq=False)
class Alloc(MayRaise):
    """A new object of `cls`: header set, everything else zero; `count` (I64) tail elements."""

    dst: Reg
    cls: Class
    count: Operand | None = None


@dataclass(eq=False)
class GetGlobal(Op):
    dst: Reg
    var: Global


@dataclass(eq=False)
class SetGlobal(Op):
    var: Global
    value: Operand


@dataclass(eq=False)
class GlobalUndefined(Op):
    dst: Reg  # BOOL
    var: Global


@dataclass(eq=False)
class Call(MayRaise):
    dst: Reg | None
    function: Function
    args: list[Operand]


@dataclass(eq=False)
class CallVector(MayRaise):
    """Call code at `code` (U64) by the vectorcall convention:

    `REF code(REF self, U64 args, I64 nargs, REF kwnames)`; `args` is an array of REF on the caller's
    stack: positional values, then the values of the keywords named in the tuple `kwnames`
    (null for none); `nargs` counts the positional ones.  `self` is the function object.
    """

    dst: Reg | None
    code: Operand
    self: Operand
    args: list[Operand]
    kwnames: Operand


@dataclass(eq=False)
class CallVectorRaw(MayRaise):
    """As CallVector, with an array that exists already (address U64, count I64)."""

    dst: Reg | None
    code: Operand
    self: Operand
    address: Operand
    nargs: Operand
    kwnames: Operand


@dataclass(eq=False)
class CallSymbol(Op):
    """Call an assembly or Zig symbol, C ABI, cannot raise; raw integers and F64 only."""

    dst: Reg | None
    symbol: str
    args: list[Operand]


@dataclass(eq=False)
class Asm(Op):
    """LLVM inline assembly, with side effects; `dst` U64 or None, operands U64."""

    dst: Reg | None
    template: str
    constraints: str
    args: list[Operand]


@dataclass(eq=False)
class Resume(MayRaise):
    """dst(REF) = run generator frame `gen` to its next yield.

    `sent` REF arrives as the yield's value; a non-null `thrown` REF is raised at the yield instead.
    Ends with the error StopSentinel when the body returns (value in the field `_result`).
    body    the function of the frame, where it is known (passes/resumed.py): the generator function, and
            its resume function once generators are expanded
    eager   for a loop of the application, which has the body inlined
    """

    dst: Reg
    gen: Operand
    sent: Operand
    thrown: Operand
    body: Function | None = None
    eager: bool = False


@dataclass(eq=False)
class Yield(MayRaise):
    """In generators only: hand `value` (REF) to the resumer; dst (REF) receives what was sent.

    waits_for   the inner frame of `yield from` and `await` that the value comes from
    """

    dst: Reg
    value: Operand
    waits_for: Operand | None = None


@dataclass(eq=False)
class IsInstance(Op):
    """dst(BOOL) = the class of `obj` (REF, any word) is one of `classes`, resolved at emission."""

    dst: Reg
    obj: Operand
    classes: ClassSet


@dataclass(eq=False)
class AddTraceback(Op):
    """Append `site` to the traceback of `exception` (for a raise handled in the same function)."""

    exception: Operand
    site: Site


@dataclass(eq=False)
class Fence(Op):
    """A full memory barrier (mfence), or with compiler_only a compiler barrier."""

    compiler_only: bool = False


# --- terminators -------------------------------------------------------------------------------


@dataclass(eq=False)
class Jump(Op):
    target: Block


@dataclass(eq=False)
class Branch(Op):
    condition: Operand  # BOOL
    if_true: Block
    if_false: Block
    likely: bool | None = None


@dataclass(eq=False)
class Switch(Op):
    value: Operand  # raw integer
    cases: list[tuple[int, Block]]
    default: Block


@dataclass(eq=False)
class SwitchClass(Op):
    """Branch on the exact class of `obj` (any word); a generator base covers all its frames."""

    obj: Operand
    cases: list[tuple[Class, Block]]
    default: Block
    is_object: bool = False  # `obj` is neither a small int nor None


@dataclass(eq=False)
class Return(Op):
    value: Operand | None = None


@dataclass(eq=False)
class Raise(Op):
    """Return `exception` to the caller as the error result, after adding `site` to its traceback."""

    exception: Operand
    site: Site | None = None


@dataclass(eq=False)
class Unreachable(Op):
    pass


Terminator = Jump | Branch | Switch | SwitchClass | Return | Raise | Unreachable


@dataclass(eq=False)
class Block:
    name: str
    ops: list[Op] = field(default_factory=list)
    terminator: Terminator | None = None


# --- declarations ------------------------------------------------------------------------------


class Kind(Enum):
    NORMAL = "normal"
    GENERATOR = "generator"  # the function call makes a frame; its body runs in Resume


class Inline(Enum):
    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(eq=False)
class Function:
    symbol: str  # unique; readable
    params: list[Reg]
    result: Rep
    blocks: list[Block] = field(default_factory=list)  # the first is the entry
    kind: Kind = Kind.NORMAL
    frame: Class | None = None  # GENERATOR: a class whose base is generator/coroutine/...
    inline: Inline = Inline.AUTO
    exported: bool = False  # C ABI under exactly `symbol`, cannot raise, called from assembly
    no_raise: bool = False  # proven or promised; the emitter infers more
    no_stack_check: bool = False  # must not raise RecursionError (runtime, trap paths)
    module: str = ""
    qualname: str = ""
    file: str = ""
    line: int = 0
    frame_name: str = ""  # GENERATOR: as `__qualname__` of its frames
    # Found by passes/noraise.py; nobody else sets them.
    can_raise: bool = True
    address_taken: bool = False  # keeps the raising convention for calls through a pointer
    is_resume: bool = False  # the body of a generator, behind `_resume`
    stack_check: bool = True  # in a cycle of the call graph


@dataclass(eq=False)
class Field:
    name: str
    rep: Rep


@dataclass(eq=False)
class Class:
    """The layout of one (monomorphised) class: header, [tail count], base's fields, own fields, tail."""

    name: str  # as `type(x).__name__`
    qualname: str  # module.qualname with type arguments, unique
    base: Class | None = None
    fields: list[Field] = field(default_factory=list)  # own only
    tail: Rep | None = None
    parents: list[Class] = field(default_factory=list)  # every direct base (for isinstance)
    is_generator_base: bool = False
    module: str = ""
    repr_name: str = ""  # as in `<class 'module.name'>`
    kind: int = 0  # high word of the type object's `_class`: see builtins.type
    constructor: Function | None = None  # vectorcall code behind the type object, when reached
    instantiated: bool = False
    others: list[Class] = field(default_factory=list)  # more bases whose fields the objects have
    region: Class | None = None  # gives the own fields their places, apart from those of others' fields
    shown_by: Class | None = None  # `type(x)` of the objects is the type object of that class
    instances: ClassSet | None = None  # whose objects are instances, when more than the subclasses
    meta: Class | None = None  # the layout of its type object, when that is more than a `type`
    plain: Function | None = None  # constructs past the metaclass's `__call__`, in the field PLAIN_CODE


PLAIN_CODE = "plain constructor"  # no attribute can have such a name


@dataclass(eq=False)
class ClassSet:
    """Classes an isinstance test accepts.  `accepts` is filled until lowering ends."""

    members: list[Class] = field(default_factory=list)


@dataclass(eq=False)
class Global:
    symbol: str
    rep: Rep
    initial: Const | None = None  # None: the Undefined marker (0 for raw integers)
    constant: bool = False  # never assigned after start: may live in rodata


@dataclass
class Known:
    """Library classes and functions the emitter itself must know."""

    str_: Class
    bytes_: Class
    tuple_: Class
    float_: Class
    int_: Class  # BigInt's layout: fields `_negative: BOOL`; tail U64 digits of 60 bits, least first
    bool_: Class  # field `_value: BOOL`
    none: Class
    function: Class  # fields `_code: U64`, `_env: REF`, `_name: REF`
    type_: Class  # fields `_class: U64` (id), `_name: REF`, `_code: U64` (vectorcall or 0), `_repr: REF`
    stop_iteration: Class
    allocate: Function  # (size: U64) -> U64, zeroed; may raise MemoryError
    recursion_error: Function  # () -> raises RecursionError
    add_traceback: Function  # (exception: REF, site: U64) -> VOID, no_raise
    allocate_apart: Function | None = None  # the same, never inlined, for code whose size comes first
    generator_stop: Function | None = None  # (exception: REF, kind: I64) -> REF: a StopIteration that leaves
    # a generator's body becomes RuntimeError (PEP 479), every other exception is returned as it is
    awaited_read: bool = False  # the program asks frames what they wait for: they note it
    places_read: bool = False  # the program asks frames where they stand: they carry the lines of yields


@dataclass
class Program:
    functions: list[Function]
    classes: list[Class]
    globals: list[Global]
    assembly: list[str]  # texts of .S files (GNU syntax)
    entry: str  # the linker's entry symbol
    known: Known = field(init=False)  # set when the runtime has been lowered
    reached: dict[Function, Function | None] = field(default_factory=dict)  # by passes: who needs each first
    callers: list[Global] = field(default_factory=list)  # where the places of callers are (passes/callers.py)
    spoken: dict[str, str] = field(default_factory=dict)  # files of the application to `__name__`
    class_ranges: bool = False  # the class table says which classes' objects are instances of each
