"""Tests of classes that are known at run time only: `isinstance(x, cls)`, `except types`, `raise x`.

A program that reaches these has, behind every entry of its class table, the numbers of the classes whose
objects are instances: a count and as many inclusive ranges.
"""

from __future__ import annotations

from builtins import function
from types import BuiltinFunctionType, FunctionType, MethodType, _Classes

from mirage.lowlevel import class_id, class_table, i64, load32, u32, u64
from mirage.runtime import functions


def accepts(cls: type, number: u32) -> bool:
    """Objects whose class has this number are instances of the class."""
    if cls is object:
        return True
    place = u64(load32(class_table() + ((cls._class & 0xFFFFFFFF) << 5) + 24))
    if place == 0:
        return False
    count = i64(load32(place))
    index = i64(0)
    while index < count:
        pair = place + 4 + u64(index) * 8
        if load32(pair) <= number and number <= load32(pair + 4):
            return True
        index = index + 1
    return False


def instance_of(value: object, classes: object) -> bool:
    """`isinstance` with a class or a tuple of classes."""
    if isinstance(classes, type):
        return accepts(classes, class_id(value)) or _is_function_of(value, classes)
    if isinstance(classes, tuple):
        for one in classes:
            if instance_of(value, one):
                return True
        return False
    if isinstance(classes, _Classes):
        return instance_of(value, classes.__args__)
    raise TypeError("isinstance() arg 2 must be a type, a tuple of types, or a union")


def _is_function_of(value: object, cls: type) -> bool:
    """`types.FunctionType` and its like: all functions are objects of one class here."""
    if not isinstance(value, function):
        return False
    if cls is FunctionType:
        return functions.is_kind(value, i64(0))
    if cls is MethodType:
        return functions.is_kind(value, i64(1))
    return cls is BuiltinFunctionType and functions.is_kind(value, i64(2))


def subclass_of(cls: object, classes: object) -> bool:
    """`issubclass` with a class or a tuple of classes."""
    if not isinstance(cls, type):
        raise TypeError("issubclass() arg 1 must be a class")
    if isinstance(classes, type):
        return accepts(classes, u32(cls._class))
    if isinstance(classes, tuple):
        for one in classes:
            if subclass_of(cls, one):
                return True
        return False
    if isinstance(classes, _Classes):
        return subclass_of(cls, classes.__args__)
    raise TypeError("issubclass() arg 2 must be a class, a tuple of classes, or a union")


def catches(exc: BaseException, classes: object) -> bool:
    """`except classes:` catches the exception."""
    if isinstance(classes, tuple):
        for one in classes:
            _check_catchable(one)
    else:
        _check_catchable(classes)
    return instance_of(exc, classes)


def _check_catchable(cls: object) -> None:
    if not isinstance(cls, type) or not subclass_of(cls, BaseException):
        raise TypeError("catching classes that do not inherit from BaseException is not allowed")


def raised(value: object) -> BaseException:
    """What `raise value` raises."""
    return _exception(value, "exceptions must derive from BaseException")


def cause(value: object) -> BaseException | None:
    """What `raise ... from value` keeps as `__cause__`."""
    return None if value is None else _exception(value, "exception causes must derive from BaseException")


def _exception(value: object, otherwise: str) -> BaseException:
    if isinstance(value, BaseException):
        return value
    if isinstance(value, type) and issubclass(value, BaseException):
        return _made(value)
    raise TypeError(otherwise)


def _made(cls: type[BaseException]) -> BaseException:
    made: object = cls()
    if isinstance(made, BaseException):
        return made
    raise TypeError(
        f"calling {cls!r} should have returned an instance of BaseException, not {type(made)!r}"
    )
