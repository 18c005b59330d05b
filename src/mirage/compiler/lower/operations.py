"""What CPython says where an operation finds no special method."""

from __future__ import annotations

OPERATIONS = {
    "__call__": ("'", "' object is not callable"),
    "__len__": ("object of type '", "' has no len()"),
    "__iter__": ("'", "' object is not iterable"),
    "__next__": ("'", "' object is not an iterator"),
    "__reversed__": ("'", "' object is not reversible"),
    "__contains__": ("argument of type '", "' is not iterable"),
    "__getitem__": ("'", "' object is not subscriptable"),
    "__setitem__": ("'", "' object does not support item assignment"),
    "__delitem__": ("'", "' object doesn't support item deletion"),
    "__neg__": ("bad operand type for unary -: '", "'"),
    "__pos__": ("bad operand type for unary +: '", "'"),
    "__invert__": ("bad operand type for unary ~: '", "'"),
    "__abs__": ("bad operand type for abs(): '", "'"),
    "__round__": ("type ", " doesn't define __round__ method"),
    "__enter__": ("'", "' object does not support the context manager protocol"),
    "__exit__": ("'", "' object does not support the context manager protocol"),
    "__aenter__": ("'", "' object does not support the asynchronous context manager protocol"),
    "__aexit__": ("'", "' object does not support the asynchronous context manager protocol"),
    "__aiter__": ("'async for' requires an object with __aiter__ method, got ", ""),
    "__anext__": ("'async for' received an object from __aiter__ that does not implement __anext__: ", ""),
    "__await__": ("object ", " can't be used in 'await' expression"),
    "__index__": ("'", "' object cannot be interpreted as an integer"),
}
"""Special methods that operations call: what CPython says of an object without one, around its class."""
