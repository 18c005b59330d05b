"""Calls of function values with `**mapping`: the argument array and the names of its last elements."""

from __future__ import annotations


def arguments(
    positional: tuple[object, ...], values: tuple[object, ...], mapping: object
) -> tuple[object, ...]:
    """Positional arguments, then keyword arguments' values, then the mapping's."""
    result: list[object] = list(positional)
    for value in values:
        result.append(value)
    if isinstance(mapping, dict):
        for name in mapping:
            result.append(mapping[name])
    return tuple(result)


def names(given: tuple[object, ...], mapping: object) -> tuple[object, ...] | None:
    """The keywords' names, in the order of their values; None for no keywords."""
    result: list[object] = list(given)
    if isinstance(mapping, dict):
        for name in mapping:
            if name in result:
                raise TypeError("got multiple values for keyword argument '" + str(name) + "'")
            result.append(name)
    elif mapping is not None:
        raise TypeError("argument after ** must be a mapping, not " + type(mapping).__name__)
    if len(result) == 0:
        return None
    return tuple(result)
