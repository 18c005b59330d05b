"""Abstract base classes: what is abstract is settled by the type checker at build time."""

from collections.abc import Callable
from typing import Any, TypeVar

_T = TypeVar("_T")
_FuncT = TypeVar("_FuncT", bound=Callable[..., Any])


class ABCMeta(type): ...


class ABC(metaclass=ABCMeta): ...


def abstractmethod(funcobj: _FuncT) -> _FuncT:
    return funcobj
