"""Calls with `**mapping`: the argument array and the names of its last elements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol, runtime_checkable

from mirage.runtime import functions
from mirage.runtime.class_names import class_name


@runtime_checkable
class HasKeys(Protocol):
    """What can stand after `**`, and what a dict takes for a mapping: CPython asks for `keys` alone."""

    def keys(self) -> Iterable[object]: ...


def gather(callee: object, parts: tuple[object, ...]) -> dict[str, object]:
    """The keyword arguments of one call, in order.

    parts    names and values in turn; in place of the name of a `**mapping` stands None
    raises   TypeError for a name given twice, for a mapping that is none, and for a name that is no str
    """
    result: dict[str, object] = {}
    index = 0
    while index < len(parts):
        name, value = parts[index], parts[index + 1]
        index += 2
        if isinstance(name, str):
            if name in result:
                _twice(callee, name)
            result[name] = value
        elif isinstance(value, dict):
            for key, held in value._pairs():
                _put(callee, result, key, held)
        elif isinstance(value, HasKeys):
            mapping: Any = value
            for key in mapping.keys():
                _put(callee, result, key, mapping[key])
        else:
            text = functions.call_text(callee)
            raise TypeError(text + " argument after ** must be a mapping, not " + class_name(value))
    return result


def _put(callee: object, result: dict[str, object], key: object, value: object) -> None:
    if not isinstance(key, str):
        raise TypeError("keywords must be strings")
    if key in result:
        _twice(callee, key)
    result[key] = value


def _twice(callee: object, name: str) -> None:
    raise TypeError(functions.call_text(callee) + " got multiple values for keyword argument '" + name + "'")


def arguments(positional: tuple[object, ...], keywords: dict[str, object]) -> tuple[object, ...]:
    """Positional arguments, then the values of the keywords."""
    if len(keywords) == 0:
        return positional
    result: list[object] = list(positional)
    for name in keywords:
        result.append(keywords[name])
    return tuple(result)


def names(keywords: dict[str, object]) -> tuple[str, ...] | None:
    """The keywords' names, in the order of their values; None for no keywords."""
    if len(keywords) == 0:
        return None
    return tuple(keywords)
