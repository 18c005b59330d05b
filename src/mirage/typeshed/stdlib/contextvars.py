"""Context variables (PEP 567) over `mirage.runtime.contexts`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, Generic, ParamSpec, TypeVar, final, overload

from mirage.runtime import contexts as _contexts

__all__ = ("Context", "ContextVar", "Token", "copy_context")

_T = TypeVar("_T")
_D = TypeVar("_D")
_P = ParamSpec("_P")


class _Missing:
    """Marks a value that is not there (None is a value)."""

    def __repr__(self) -> str:
        return "<Token.MISSING>"


_MISSING: Final = _Missing()
_variables: list[ContextVar[Any]] = []  # by number


@final
class ContextVar(Generic[_T]):
    """A variable with a value in each context."""

    _number: int
    _name: str
    _default: object

    # typeshed writes these as __new__; __init__ says the same
    @overload
    def __init__(self, name: str) -> None: ...
    @overload
    def __init__(self, name: str, *, default: _T) -> None: ...
    def __init__(self, name: str, *, default: Any = _MISSING) -> None:
        self._name = name
        self._default = default
        self._number = len(_variables)
        _variables.append(self)

    def __repr__(self) -> str:
        default = "" if self._default is _MISSING else f" default={self._default!r}"
        return f"<ContextVar name={self._name!r}{default} at {id(self):#x}>"

    @property
    def name(self) -> str:
        return self._name

    @overload
    def get(self) -> _T: ...
    @overload
    def get(self, default: _T, /) -> _T: ...
    @overload
    def get(self, default: _D, /) -> _D | _T: ...
    def get(self, default: Any = _MISSING, /) -> Any:
        """The value here, else `default`, else the variable's default; LookupError without any."""
        value: Any = _contexts.current().values.get(self._number, _MISSING)
        if value is _MISSING:
            value = self._default if default is _MISSING else default
            if value is _MISSING:
                raise LookupError(self)
        return value

    def set(self, value: _T, /) -> Token[_T]:
        variables = _contexts.current()
        old = variables.values.get(self._number, _MISSING)
        variables.set(self._number, value)
        return Token(self, old, variables)

    def reset(self, token: Token[_T], /) -> None:
        variables = _contexts.current()
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token._var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        if token._context is not variables:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        if token._old is _MISSING:
            variables.remove(self._number)
        else:
            variables.set(self._number, token._old)


@final
class Token(Generic[_T]):
    """What `ContextVar.set` returns, for `reset`."""

    MISSING: Final[object] = _MISSING

    _var: ContextVar[_T]
    _old: object
    _context: _contexts.Variables
    _used: bool

    def __init__(self, var: ContextVar[_T], old: object, context: _contexts.Variables) -> None:
        self._var = var
        self._old = old
        self._context = context
        self._used = False

    def __repr__(self) -> str:
        used = " used" if self._used else ""
        return f"<Token{used} var={self._var!r} at {id(self):#x}>"

    @property
    def var(self) -> ContextVar[_T]:
        return self._var

    @property
    def old_value(self) -> Any:
        return self._old


@final
class Context:
    """A mapping from context variables to their values."""

    _variables: _contexts.Variables
    _entered: bool

    def __init__(self) -> None:
        self._variables = _contexts.Variables({})
        self._entered = False

    def run(self, callable: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Call with this context as the current one."""
        if self._entered:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        self._entered = True
        previous = _contexts.activate(self._variables)
        try:
            return callable(*args, **kwargs)
        finally:
            _contexts.activate(previous)
            self._entered = False

    def copy(self) -> Context:
        copy = Context()
        copy._variables = self._variables.copy()
        return copy

    def __getitem__(self, key: ContextVar[_T], /) -> _T:
        value: Any = self._variables.values.get(key._number, _MISSING)
        if value is _MISSING:
            raise KeyError(key)
        return value  # type: ignore[no-any-return]

    @overload
    def get(self, key: ContextVar[_T], default: None = None, /) -> _T | None: ...
    @overload
    def get(self, key: ContextVar[_T], default: _T, /) -> _T: ...
    @overload
    def get(self, key: ContextVar[_T], default: _D, /) -> _D | _T: ...
    def get(self, key: ContextVar[Any], default: Any = None, /) -> Any:
        return self._variables.values.get(key._number, default)

    def __contains__(self, key: ContextVar[Any], /) -> bool:
        return key._number in self._variables.values

    def __len__(self) -> int:
        return len(self._variables.values)

    def __iter__(self) -> Iterator[ContextVar[Any]]:
        return iter(self.keys())

    def keys(self) -> list[ContextVar[Any]]:
        return [_variables[number] for number in self._variables.values]

    def values(self) -> list[Any]:
        return list(self._variables.values.values())

    def items(self) -> list[tuple[ContextVar[Any], Any]]:
        return [(_variables[number], value) for number, value in self._variables.values.items()]


def copy_context() -> Context:
    """A copy of the current context."""
    copy = Context()
    copy._variables = _contexts.current().copy()
    return copy
