"""What the parts of the lowering call in parts further down (see body.py for the whole).

Each part is a class over the one before; a method of a later part that an earlier one needs is
declared here.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand

if TYPE_CHECKING:
    from mirage.compiler.lower.arguments import Arg, Args
    from mirage.compiler.lower.builder import Value
    from mirage.compiler.lower.classes import ClassInst, Member
    from mirage.compiler.lower.functions import FunctionInst, Param
    from mirage.compiler.lower.types import ClassT, Type


class Forward:
    @abstractmethod
    def import_module(self, name: str) -> None: ...

    @abstractmethod
    def call_expr(self, node: n.CallExpr) -> Value: ...

    @abstractmethod
    def call_callee(self, node: n.CallExpr, expected: Type) -> Value: ...

    @abstractmethod
    def super_attribute(self, node: n.SuperExpr) -> Value: ...

    @abstractmethod
    def invoke_class(self, inst: ClassInst, args: Args, node: n.Node | None) -> Value: ...

    @abstractmethod
    def call_next(
        self, this: Value, found: Member, args: list[Arg], node: n.Node, expected: Type
    ) -> Value: ...

    @abstractmethod
    def enum_list(self, info: n.TypeInfo, node: n.Node, cls: Value | None = None) -> Value: ...

    @abstractmethod
    def store_field(
        self, receiver: Operand, inst: ClassInst, name: str, value: Value, node: n.Node | None
    ) -> None: ...

    @abstractmethod
    def dispatch(
        self, kind: str, receiver: Value, name: str, args: list[Arg], node: n.Node | None, expected: Type
    ) -> Value: ...

    @abstractmethod
    def field_needs_check(self, inst: ClassInst, name: str, type_: Type) -> bool: ...

    @abstractmethod
    def call_value(self, value: Value, args: list[Arg], node: n.Node | None, expected: Type) -> Value: ...

    @abstractmethod
    def wrapper(self, inst: FunctionInst, dynamic: tuple[int, ...] = ()) -> ir.Function: ...

    @abstractmethod
    def function_name(
        self, item: n.FuncItem, nested: FunctionInst | None = None, dynamic: tuple[int, ...] = ()
    ) -> ir.Const: ...

    @abstractmethod
    def arguments(self, node: n.CallExpr) -> list[Arg]: ...

    @abstractmethod
    def star_values(self, args: list[Arg], node: n.Node | None) -> Value: ...

    @abstractmethod
    def check_global(self, variable: ir.Global, value: ir.Reg, name: str, node: n.Expression) -> None: ...

    @abstractmethod
    def getter_by_name(self, function: str, node: n.CallExpr) -> Value: ...

    @abstractmethod
    def packed_arguments(
        self, args: list[Arg], callee: Operand, node: n.Node | None
    ) -> tuple[Operand, Operand, Operand, Operand]: ...

    @abstractmethod
    def bound_method(
        self, receiver: Value, name: str, node: n.Expression, exactly: bool = False
    ) -> Value: ...

    @abstractmethod
    def class_value(self, info: n.TypeInfo, node: n.Expression) -> Value: ...

    @abstractmethod
    def compare(self, op: str, left: Value, right: Value, node: n.Node) -> Value: ...

    @abstractmethod
    def type_object(self, value: Value, looked_at: bool = False) -> Value: ...

    @abstractmethod
    def class_assignment(self, info: n.TypeInfo, statement: n.AssignmentStmt) -> None: ...

    @abstractmethod
    def method_definition(self, info: n.TypeInfo, statement: n.Statement) -> None: ...

    @abstractmethod
    def frame_of_class(self, node: n.ClassDef) -> AbstractContextManager[None]: ...

    @abstractmethod
    def class_object(self, inst: ClassInst) -> Value: ...

    @abstractmethod
    def class_attribute(self, info: n.TypeInfo, name: str, node: n.Expression) -> Value: ...

    @abstractmethod
    def property_text(self, node: n.MemberExpr) -> Value | None: ...

    @abstractmethod
    def class_variable(
        self, info: n.TypeInfo, name: str, node: n.Node, this: Operand | None = None
    ) -> Value: ...

    @abstractmethod
    def refuse_mutable_default(self, info: n.TypeInfo) -> None: ...

    @abstractmethod
    def field_default_value(self, info: n.TypeInfo, name: str) -> Value | None: ...

    @abstractmethod
    def has_class_default(self, info: n.TypeInfo, name: str) -> bool: ...

    @abstractmethod
    def write_class_variable(self, info: n.TypeInfo, name: str, value: Value, node: n.Node) -> None: ...

    @abstractmethod
    def read_through_class(self, receiver: Value, name: str, node: n.Expression) -> Value: ...

    @abstractmethod
    def write_through_class(self, receiver: Value, name: str, value: Value, node: n.Node) -> None: ...

    @abstractmethod
    def delete_class_variable(self, info: n.TypeInfo, name: str, node: n.Node) -> None: ...

    @abstractmethod
    def is_enum_member(self, info: n.TypeInfo, name: str) -> bool: ...

    @abstractmethod
    def enum_member(self, info: n.TypeInfo, name: str) -> Value: ...

    @abstractmethod
    def allocated(self, inst: ClassInst, node: n.Node | None = None) -> Value: ...

    @abstractmethod
    def made_property(self, found: Member | None) -> n.CallExpr | None: ...

    @abstractmethod
    def call_property(
        self, call: n.CallExpr, found: Member, role: str, this: Value, args: list[Arg], node: n.Node
    ) -> Value: ...

    @abstractmethod
    def truth(self, value: Value, node: n.Node) -> Operand: ...

    @abstractmethod
    def descriptor(self, found: Member | None, method: str) -> bool: ...

    @abstractmethod
    def read_descriptor(
        self, info: n.TypeInfo, name: str, this: Value | None, owner: Value, node: n.Expression
    ) -> Value: ...

    @abstractmethod
    def write_descriptor(
        self, info: n.TypeInfo, name: str, this: Value, value: Value, node: n.Node
    ) -> None: ...

    @abstractmethod
    def delete_descriptor(self, info: n.TypeInfo, name: str, this: Value, node: n.Node) -> None: ...

    @abstractmethod
    def class_item(self, info: n.TypeInfo, node: n.IndexExpr) -> Value | None: ...

    @abstractmethod
    def has_items(self, info: n.TypeInfo) -> bool: ...

    @abstractmethod
    def cache_of_method(self, node: n.Expression) -> Value | None: ...

    @abstractmethod
    def decorated_method(self, member: Member) -> Value: ...

    @abstractmethod
    def decorated_global(self, decorator: n.Decorator) -> Value: ...

    @abstractmethod
    def enum_by_name(self, info: n.TypeInfo, node: n.IndexExpr, cls: Value | None = None) -> Value: ...

    @abstractmethod
    def named_tuple_names(self, info: n.TypeInfo) -> list[str]: ...

    @abstractmethod
    def named_tuple_index(self, info: n.TypeInfo, name: str) -> int | None: ...

    @abstractmethod
    def named_tuple_item(self, value: Value, inst: ClassInst, index: int) -> Value: ...

    @abstractmethod
    def named_tuple_variable(self, info: n.TypeInfo, name: str, node: n.Node) -> Value | None: ...

    @abstractmethod
    def evaluate_field_defaults(self, info: n.TypeInfo) -> None: ...

    @abstractmethod
    def joined_text(self, parts: list[Value]) -> Value: ...

    @abstractmethod
    def dataclass_call(self, name: str, node: n.CallExpr) -> Value | None: ...

    @abstractmethod
    def store_default(self, info: n.TypeInfo, target: n.NameExpr, rvalue: n.Expression) -> None: ...

    @abstractmethod
    def enum_length(self, info: n.TypeInfo, node: n.Node, cls: Value | None = None) -> Value: ...

    @abstractmethod
    def enum_contains(
        self, info: n.TypeInfo, value: Value, node: n.Node, cls: Value | None = None
    ) -> Value: ...

    @abstractmethod
    def enum_named(self, info: n.TypeInfo, name: Value, node: n.Node, cls: Value | None = None) -> Value: ...

    @abstractmethod
    def enum_table(self, info: n.TypeInfo, cls: Value | None = None) -> Value: ...

    @abstractmethod
    def enum_members_mapping(
        self, info: n.TypeInfo, name: str, node: n.Expression, cls: Value | None = None
    ) -> Value: ...

    @abstractmethod
    def allocate_for(self, cls: Value, owner: ClassInst, node: n.Node) -> Value: ...

    @abstractmethod
    def int_value(self, args: list[Arg], node: n.Node) -> Value: ...

    @abstractmethod
    def holding_int(self, made: Value, number: Value) -> Value: ...

    @abstractmethod
    def int_member(self, cls: Value, owner: ClassInst, args: list[Arg], node: n.Node) -> Value: ...

    @abstractmethod
    def may_be_text_member(self, type_: Type, info: n.TypeInfo) -> bool: ...

    @abstractmethod
    def text_member_attribute(
        self, member: Value, info: n.TypeInfo, name: str, node: n.Expression
    ) -> Value: ...

    @abstractmethod
    def next_enum_value(self, node: n.Expression) -> Value: ...

    @abstractmethod
    def runtime_arguments(self, name: str, args: list[Arg], node: n.Node | None) -> list[Operand]: ...

    @abstractmethod
    def fills_own(self, info: n.TypeInfo, found: Member) -> bool: ...

    @abstractmethod
    def initialise_fields(self, dst: Operand, inst: ClassInst) -> None: ...

    @abstractmethod
    def not_implemented(self) -> Operand: ...

    @abstractmethod
    def dispatch_call(
        self, receiver: Value, name: str, args: list[Arg], node: n.Node | None, expected: Type
    ) -> Value: ...

    @abstractmethod
    def dispatch_attribute(self, receiver: Value, name: str, expected: Type, node: n.Node) -> Value: ...

    @abstractmethod
    def dispatch_set_attribute(self, receiver: Value, name: str, value: Value, node: n.Node) -> None: ...

    @abstractmethod
    def dispatch_truth(self, value: Value, node: n.Node) -> Operand: ...

    @abstractmethod
    def expr(self, node: n.Expression) -> Value: ...

    @abstractmethod
    def expr_or_none(self, node: n.Expression) -> Value: ...

    @abstractmethod
    def set_context(self, exception: Operand) -> None: ...

    @abstractmethod
    def expr_taken(self, node: n.Expression, wanted: Callable[[], Type] | None = None) -> Value: ...

    @abstractmethod
    def or_none(self, value: Value, use: Callable[[Value], Value]) -> Value: ...

    @abstractmethod
    def is_optional_of_one(self, type_: Type) -> bool: ...

    @abstractmethod
    def narrowed(self, node: n.Expression, value: Value) -> Value: ...

    @abstractmethod
    def mentions_undecided(self, node: n.Expression) -> bool: ...

    @abstractmethod
    def is_unknown(self, node: n.Expression) -> bool: ...

    @abstractmethod
    def variable(self, var: n.Var, node: n.Expression) -> Value: ...

    @abstractmethod
    def attribute(self, receiver: Value, name: str, node: n.Expression) -> Value: ...

    @abstractmethod
    def args_unknown(self, type_: Type) -> bool: ...

    @abstractmethod
    def write_attribute(self, receiver: Value, name: str, value: Value, node: n.Node) -> None: ...

    @abstractmethod
    def convert_for(
        self, value: Value, target: Type, node: n.Node | None, slot: object | None = None
    ) -> Value: ...

    @abstractmethod
    def new_list(self, inst: object, values: list[Value], node: n.Node | None) -> Value: ...

    @abstractmethod
    def new_dict(self, key: Type, item: Type, node: n.Node) -> tuple[Value, Value]: ...

    @abstractmethod
    def vector_call(self, value: Value, args: list[Arg], node: n.Node, plainly: bool = False) -> Value: ...

    @abstractmethod
    def annotations_of_function(self, item: n.FuncDef, module: str, node: n.Node) -> Value: ...

    @abstractmethod
    def list_push(self, target: Value, inst: object, value: Value, node: n.Node | None) -> None: ...

    @abstractmethod
    def joined(self, types: list[Type], wanted: Type | None) -> Type: ...

    @abstractmethod
    def iterator_of(self, value: Value, node: n.Expression) -> Value: ...

    @abstractmethod
    def unpack_exact(
        self, value: Value, count: int, node: n.Node | None, call: bool = False
    ) -> list[Value]: ...

    @abstractmethod
    def check_unpackable(self, value: Value, node: n.Node | None) -> None: ...

    @abstractmethod
    def iterate_contains(self, item: Value, container: Value, node: n.Node) -> Value: ...

    @abstractmethod
    def list_comprehension(self, node: n.ListComprehension) -> Value: ...

    @abstractmethod
    def list_of(self, generator: n.GeneratorExpr, item: Type, name: str, whole: n.Expression) -> Value: ...

    @abstractmethod
    def comprehension(
        self,
        node: n.GeneratorExpr | n.DictionaryComprehension,
        name: str,
        add: Callable[[], None],
        whole: n.Expression,
        expecting: tuple[Value, ClassInst] | None = None,
    ) -> None: ...

    @abstractmethod
    def set_comprehension(self, node: n.SetComprehension) -> Value: ...

    @abstractmethod
    def dict_comprehension(self, node: n.DictionaryComprehension) -> Value: ...

    @abstractmethod
    def block_of(self, block: n.Block | None) -> None: ...

    @abstractmethod
    def delete(self, target: n.Expression) -> None: ...

    @abstractmethod
    def delete_unguarded(self, receiver: Value, name: str, node: n.Expression) -> None: ...

    @abstractmethod
    def write_unguarded(self, receiver: Value, name: str, value: Value, node: n.Node) -> None: ...

    @abstractmethod
    def propagate(self, exception: Operand) -> None: ...

    @abstractmethod
    def statement(self, node: n.Statement) -> None: ...

    @abstractmethod
    def stable(self, value: Value) -> Value: ...

    @abstractmethod
    def assign(self, target: n.Node, value: Value) -> None: ...

    @abstractmethod
    def declare_local(self, var: n.Var) -> None: ...

    @abstractmethod
    def read_local(self, var: n.Var, node: n.Expression) -> Value: ...

    @abstractmethod
    def ever_deleted(self, var: n.Var) -> bool: ...

    @abstractmethod
    def targets(self, block: ir.Block) -> bool: ...

    @abstractmethod
    def evaluate_default(self, item: n.FuncItem, index: int, argument: n.Argument) -> None: ...

    @abstractmethod
    def decorator_values(self, decorators: list[n.Expression]) -> list[Value | None]: ...

    @abstractmethod
    def apply_decorators(
        self, decorators: list[n.Expression], values: list[Value | None], value: Value, node: n.Decorator
    ) -> Value: ...

    @abstractmethod
    def store_class_defaults(self, made: Value, inst: ClassInst) -> None: ...

    @abstractmethod
    def synthetic_default(self, inst: FunctionInst, param: Param) -> Value | None: ...

    @abstractmethod
    def throw(self, exception: Operand, node: n.Node) -> None: ...

    @abstractmethod
    def raise_statement(self, node: n.RaiseStmt) -> None: ...

    @abstractmethod
    def try_statement(self, node: n.TryStmt) -> None: ...

    @abstractmethod
    def try_star(self, node: n.TryStmt) -> None: ...

    @abstractmethod
    def match_statement(self, node: n.MatchStmt) -> None: ...

    @abstractmethod
    def with_statement(self, node: n.WithStmt) -> None: ...

    @abstractmethod
    def yield_expr(self, node: n.YieldExpr) -> Value: ...

    @abstractmethod
    def yield_from(self, node: n.YieldFromExpr) -> Value: ...

    @abstractmethod
    def materialised(self, caught: ir.Reg) -> ir.Reg: ...

    @abstractmethod
    def reflecting_value(self, node: n.RefExpr) -> Value: ...

    @abstractmethod
    def generator_expression(self, node: n.GeneratorExpr) -> Value: ...

    @abstractmethod
    def await_expr(self, node: n.AwaitExpr) -> Value: ...

    @abstractmethod
    def async_for(self, node: n.ForStmt) -> None: ...

    @abstractmethod
    def async_loop(
        self,
        source: n.Expression,
        target: n.Expression,
        node: n.Node,
        body: Callable[[], None],
        else_body: n.Block | None,
        value: Value | None = None,
    ) -> None: ...

    @abstractmethod
    def slice_expr(self, node: n.SliceExpr, numbers: bool = False) -> Value: ...

    @abstractmethod
    def make_slice(self, parts: list[Value], node: n.Node) -> Value: ...

    @abstractmethod
    def may_be_subclass(self, type_: ClassT) -> bool: ...

    @abstractmethod
    def as_int(self, value: Value, node: n.Node | None) -> Value: ...

    @abstractmethod
    def as_number(self, value: Value, *methods: str) -> Value: ...

    @abstractmethod
    def as_object(self, value: Value) -> Value: ...

    @abstractmethod
    def negate(self, condition: Operand) -> Operand: ...

    @abstractmethod
    def invoke(
        self, receiver: Value, name: str, args: Args, node: n.Node | None, expected: Type
    ) -> Value: ...

    @abstractmethod
    def typing_union(self, or_none: bool, node: n.IndexExpr) -> Value: ...

    @abstractmethod
    def singleton(self, fullname: str) -> Value: ...

    @abstractmethod
    def union_value(self, alias: mt.UnionType, node: n.Expression) -> Value: ...
