"""Names of newer Python versions' `typing`; most are the type checker's own."""

from typing import (
    Annotated as Annotated,
    Any as Any,
    AsyncContextManager as AsyncContextManager,
    AsyncGenerator as AsyncGenerator,
    AsyncIterable as AsyncIterable,
    AsyncIterator as AsyncIterator,
    Awaitable as Awaitable,
    Callable as Callable,
    ClassVar as ClassVar,
    Concatenate as Concatenate,
    ContextManager as ContextManager,
    Coroutine as Coroutine,
    Generator as Generator,
    Generic as Generic,
    Iterable as Iterable,
    Iterator as Iterator,
    Mapping as Mapping,
    NamedTuple as NamedTuple,
    NewType as NewType,
    NoReturn as NoReturn,
    Optional as Optional,
    ParamSpec as ParamSpec,
    ParamSpecArgs as ParamSpecArgs,
    ParamSpecKwargs as ParamSpecKwargs,
    Sequence as Sequence,
    SupportsAbs as SupportsAbs,
    SupportsBytes as SupportsBytes,
    SupportsFloat as SupportsFloat,
    SupportsIndex as SupportsIndex,
    SupportsInt as SupportsInt,
    SupportsRound as SupportsRound,
    TYPE_CHECKING as TYPE_CHECKING,
    TypeVar as TypeVar,
    TypeVarTuple as TypeVarTuple,
    Union as Union,
    assert_never as assert_never,
    assert_type as assert_type,
    cast as cast,
    final as final,
    no_type_check as no_type_check,
    overload as overload,
    reveal_type as reveal_type,
    runtime_checkable as runtime_checkable,
    type_check_only as type_check_only,
)
from typing import _SpecialForm

_T = TypeVar("_T")
_F = TypeVar("_F", bound=Callable[..., Any])

Final: _SpecialForm
Literal: _SpecialForm
LiteralString: _SpecialForm
Never: _SpecialForm
NotRequired: _SpecialForm
Protocol: _SpecialForm
ReadOnly: _SpecialForm
Required: _SpecialForm
Self: _SpecialForm
TypeAlias: _SpecialForm
TypedDict: _SpecialForm
TypeGuard: _SpecialForm
TypeIs: _SpecialForm
Unpack: _SpecialForm


def override(arg: _F, /) -> _F:
    return arg


def disjoint_base(cls: _T) -> _T:
    return cls


class deprecated:
    """Marks what is deprecated; the type checker reports uses."""

    def __init__(self, message: str, /) -> None:
        self.message = message

    def __call__(self, arg: _T, /) -> _T:
        return arg
