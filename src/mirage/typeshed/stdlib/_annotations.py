"""Annotations at run time, made of the constants that the compiler keeps (compiler/lower/annotations.py)."""

from types import GenericAlias, UnionType, _UnionGenericAlias
from typing import Any, Final, final


@final
class _SpecialForm:
    """`typing.Union` and its like as values."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __repr__(self) -> str:
        return self._name


class _GenericAlias(GenericAlias):
    """What `typing.List[int]` and its like are as values."""


_forms: Final[dict[str, _SpecialForm]] = {}


def form(name: str) -> object:
    """The one object that stands for `typing.Union`, `typing.Any` and so on."""
    found = _forms.get(name)
    if found is None:
        found = _forms[name] = _SpecialForm(name)
    return found


def decoded(kept: object) -> Any:
    """The value of one annotation.

    kept   a class, a text or None, which stand for themselves, or a tuple: the kind · the text of repr · the
           origin · the arguments
    """
    if not isinstance(kept, tuple):
        return kept
    kind, text = str(kept[0]), str(kept[1])
    if kind == "form":
        return form(text)
    if kind == "value":
        return kept[2]
    arguments = kept[3]
    assert isinstance(arguments, tuple)
    args = tuple([decoded(one) for one in arguments])
    if kind == "union":
        return UnionType(args)
    if kind == "typing union":
        return _UnionGenericAlias(args)
    origin = decoded(kept[2])
    if kind == "typing":
        return _GenericAlias(origin, args, text)
    return GenericAlias(origin, args, text)


def made(kept: tuple[object, ...]) -> dict[str, Any]:
    """The dict of annotations whose names and values alternate in `kept`."""
    result: dict[str, Any] = {}
    for index in range(0, len(kept), 2):
        result[str(kept[index])] = decoded(kept[index + 1])
    return result


def origin_of(tp: object) -> Any:
    """`typing.get_origin`"""
    if isinstance(tp, GenericAlias):
        return tp.__origin__
    if isinstance(tp, UnionType):
        return UnionType
    return form("typing.Union") if isinstance(tp, _UnionGenericAlias) else None


def arguments_of(tp: object) -> tuple[Any, ...]:
    """`typing.get_args`"""
    if isinstance(tp, GenericAlias):
        args = tp.__args__
        if "Callable[" in repr(tp) and repr(tp.__origin__) == "<class 'collections.abc.Callable'>":
            if len(args) > 0 and args[0] is not Ellipsis:
                return list(args[:-1]), args[-1]
        return args
    return tp.__args__ if isinstance(tp, UnionType | _UnionGenericAlias) else ()

