"""Calls whose result comes from a function that nobody knows the result of.

    reduce(operator.mul, values, 1)         # Callable[[T, S], T], and T is int from the 1

mypy takes what the other arguments say for the whole truth: the call is an int, and a variable that it is
assigned to holds ints.  But `operator.mul` returns Any, and a float among the values makes a float.  Here
such a type variable is Any in the type of the call, so that whatever comes out goes on as it is.
"""

from __future__ import annotations

from collections.abc import Callable

from mypy.checker import TypeChecker
from mypy.nodes import (
    CallExpr,
    Decorator,
    Expression,
    FuncDef,
    LambdaExpr,
    MemberExpr,
    OverloadedFuncDef,
    RefExpr,
    TypeInfo,
)
from mypy.plugin import CheckerPluginInterface, FunctionContext, MethodContext
from mypy.types import (
    AnyType,
    CallableType,
    FunctionLike,
    Instance,
    ProperType,
    TupleType,
    Type,
    TypeOfAny,
    TypeVarId,
    TypeVarType,
    UnionType,
    get_proper_type,
)
from mypy.typevars import fill_typevars

SIMPLE = ("builtins.len", "builtins.print", "builtins.isinstance", "builtins.range", "builtins.str")


def hook_for(fullname: str) -> Callable[[FunctionContext | MethodContext], Type] | None:
    """For every function but those that are called most and are not generic."""
    return None if fullname in SIMPLE else result_of_unknown


def result_of_unknown(context: FunctionContext | MethodContext) -> Type:
    """The type of the call, with Any for what a function that returns Any makes."""
    result = context.default_return_type
    if not any(isinstance(get_proper_type(a), FunctionLike) for given in context.arg_types for a in given):
        return result
    call = context.context
    if not isinstance(call, CallExpr) or not isinstance(call.callee, RefExpr):
        return result
    receiver = get_proper_type(context.type) if isinstance(context, MethodContext) else None
    for declared in signatures(call.callee, receiver):
        bound = len(declared.arg_types) - len(context.arg_types)  # 1: self or cls
        if bound not in (0, 1):
            continue
        formals = declared.arg_types[bound:]
        own = {variable.id for variable in declared.variables}
        if isinstance(call.callee.node, TypeInfo):
            own |= {variable.id for variable in call.callee.node.defn.type_vars}
        unknown = {
            variable
            for formal, given, arguments in zip(formals, context.arg_types, context.args, strict=True)
            for actual, argument in zip(given, arguments, strict=True)
            for variable in made_unknown(formal, actual, argument, context.api)
        }
        if unknown & own:
            return replaced(declared.ret_type, result, unknown & own)
    return result


def signatures(callee: RefExpr, receiver: ProperType | None) -> list[CallableType]:
    """What the called function, method or class is declared as: one or several overloads."""
    node = callee.node
    if isinstance(receiver, CallableType):  # the class: what it makes
        receiver = get_proper_type(receiver.ret_type)
    if isinstance(receiver, Instance) and isinstance(callee, MemberExpr):
        method = receiver.type.get(callee.name)
        node = None if method is None else method.node
    made: Type | None = None
    if isinstance(node, TypeInfo):
        made = fill_typevars(node)
        maker = node.get("__new__") if "__new__" in node.names else node.get("__init__")
        node = None if maker is None else maker.node
    if isinstance(node, Decorator):
        node = node.func
    items = node.items if isinstance(node, OverloadedFuncDef) else [node]
    types = [get_proper_type(item.type) for item in items if isinstance(item, FuncDef | Decorator)]
    found = [type_ for type_ in types if isinstance(type_, CallableType)]
    return found if made is None else [type_.copy_modified(ret_type=made) for type_ in found]


def made_unknown(
    formal: Type, actual: Type, argument: Expression, checker: CheckerPluginInterface
) -> list[TypeVarId]:
    """The type variable that the argument, a function, is declared to return while it returns Any."""
    declared, given = get_proper_type(formal), get_proper_type(actual)
    if not isinstance(declared, CallableType) or not isinstance(given, FunctionLike):
        return []
    wanted, made = get_proper_type(declared.ret_type), get_proper_type(given.items[0].ret_type)
    if isinstance(argument, LambdaExpr) and isinstance(checker, TypeChecker):
        if not checker.has_type(argument.expr()):
            return []
        made = get_proper_type(checker.lookup_type(argument.expr()))
    return [wanted.id] if isinstance(wanted, TypeVarType) and isinstance(made, AnyType) else []


def replaced(declared: Type, found: Type, unknown: set[TypeVarId]) -> Type:
    """`found`, which is `declared` for certain type arguments, with Any for some of the variables."""
    wanted, known = get_proper_type(declared), get_proper_type(found)
    if isinstance(wanted, TypeVarType):
        return AnyType(TypeOfAny.special_form) if wanted.id in unknown else found
    if isinstance(wanted, Instance) and isinstance(known, Instance) and wanted.type is known.type:
        return known.copy_modified(args=all_replaced(wanted.args, known.args, unknown))
    if isinstance(wanted, TupleType) and isinstance(known, TupleType):
        if len(wanted.items) == len(known.items):
            return known.copy_modified(items=all_replaced(wanted.items, known.items, unknown))
    if isinstance(wanted, UnionType) and any(
        isinstance(part, TypeVarType) and part.id in unknown for part in map(get_proper_type, wanted.items)
    ):
        return AnyType(TypeOfAny.special_form)
    return found


def all_replaced(
    declared: tuple[Type, ...] | list[Type], found: tuple[Type, ...] | list[Type], unknown: set[TypeVarId]
) -> list[Type]:
    return [replaced(a, b, unknown) for a, b in zip(declared, found, strict=True)]
