"""Exceptions between the compiler and the library: what compiled code raises by itself, the traceback's
storage, chaining, and what happens to an exception that nobody caught.

A traceback is `_traceback_count` addresses in the array `_traceback` of the exception, innermost first;
each is a site of docs/design/abi.md.  Messages are CPython 3.11's.
"""

from __future__ import annotations

from types import TracebackType
from typing import NoReturn

from mirage.lowlevel import (
    Array,
    i64,
    load64,
    noinline,
    nostack,
    passed,
    stop_sentinel,
    store64,
    symbol_address,
    tail_address,
    u64,
)
from mirage.runtime import console
from mirage.runtime.class_names import class_name
from mirage.runtime.traceback_text import format_exception
from mirage.targets.current import console_write

# --- raising, catching, chaining -------------------------------------------------------------------


@nostack
def materialise(exc: BaseException) -> BaseException:
    """What an `except` handler sees: a StopIteration of its own in place of the shared sentinel."""
    if exc is stop_sentinel():
        return StopIteration()
    return exc


def generator_stop(exc: BaseException, kind: i64) -> BaseException:
    """What leaves a generator's body in place of `exc`: RuntimeError for StopIteration (PEP 479).

    kind    0 generator, 1 coroutine, 2 asynchronous generator, which may not raise StopAsyncIteration either
    """
    if isinstance(exc, StopIteration):
        what = "StopIteration"
    elif kind == 2 and isinstance(exc, StopAsyncIteration):
        what = "StopAsyncIteration"
    else:
        return exc
    name = "generator" if kind == 0 else "coroutine" if kind == 1 else "async generator"
    cause = materialise(exc)
    error = RuntimeError(name + " raised " + what)
    error.__cause__ = cause
    error.__context__ = cause
    error.__suppress_context__ = True
    return error


@noinline
@nostack
def add_traceback(exc: BaseException, site: u64) -> None:
    """Append a site to the exception's traceback; without memory the traceback stays shorter."""
    try:
        _append_site(exc, site)
    except BaseException:
        return


@nostack
def _append_site(exc: BaseException, site: u64) -> None:
    if exc is stop_sentinel():
        return
    count = exc._traceback_count
    sites = exc._traceback
    if sites is None:
        sites = Array[u64](i64(6))
        exc._traceback = sites
        count = i64(0)
    elif count == sites.count:
        longer = Array[u64](count * 2)
        longer.copy_from(i64(0), sites, i64(0), count)
        exc._traceback = longer
        sites = longer
    sites[count] = site
    exc._traceback_count = count + 1


def traceback_of(exc: BaseException) -> TracebackType | None:
    """What `__exit__` is given."""
    return exc.__traceback__


@nostack
def chain(exc: BaseException, context: BaseException | None) -> None:
    """Set `__context__` to the exception being handled, not onto itself and without making a ring."""
    if context is None or context is exc or exc is stop_sentinel():
        return
    link = context
    slow = context
    move_slow = False
    while True:
        following = link.__context__
        if following is None:
            break
        if following is exc:
            link.__context__ = None
            break
        link = following
        if link is slow:  # a ring that the program made itself
            break
        if move_slow:
            behind = slow.__context__
            if behind is not None:
                slow = behind
        move_slow = not move_slow
    exc.__context__ = context


@noinline
@nostack
def recursion_error() -> None:
    """Raise RecursionError; called with the stack pointer below the limit, so that is off meanwhile."""
    place = symbol_address("mirage_stack_limit")
    limit = load64(place)
    store64(place, u64(0))
    try:
        error = RecursionError("maximum recursion depth exceeded")
    finally:
        store64(place, limit)
    raise error


# --- what compiled code raises ---------------------------------------------------------------------


def undefined_local(name: str) -> NoReturn:
    """A local variable that is not bound (yet, or any more)."""
    raise UnboundLocalError(
        "cannot access local variable '" + name + "' where it is not associated with a value"
    )


def undefined_global(name: str) -> NoReturn:
    raise NameError("name '" + name + "' is not defined")


def undefined_free(name: str) -> NoReturn:
    raise NameError(
        "cannot access free variable '"
        + name
        + "' where it is not associated with a value in enclosing scope"
    )


def undefined_attribute(obj: object, name: str) -> NoReturn:
    """An attribute that the class declares and the object does not have (yet)."""
    no_attribute(obj, name)


def no_operation(obj: object, before: str, after: str) -> NoReturn:
    """The class has no special method for an operation; its name goes between the two texts."""
    raise TypeError(before + class_name(obj) + after)


@noinline
def not_named(error: BaseException, value: object, name: str, owner: str) -> NoReturn:
    """`__set_name__` of an attribute failed."""
    kind = class_name(value)
    made = RuntimeError(f"Error calling __set_name__ on '{kind}' instance {name!r} in '{owner}'")
    made.__context__ = error
    raise made from error


@noinline
def not_deletable(name: str) -> NoReturn:
    """An attribute that every exception has."""
    if name == "__suppress_context__":
        raise TypeError("can't delete numeric/char attribute")
    raise TypeError(name + " may not be deleted")


def no_attribute(obj: object, name: str) -> NoReturn:
    if isinstance(obj, type):
        raise AttributeError("type object '" + obj.__name__ + "' has no attribute '" + name + "'")
    raise AttributeError("'" + class_name(obj) + "' object has no attribute '" + name + "'")


@noinline
def no_member(name: str) -> NoReturn:
    """`getattr(Color, name)`, as EnumType says it."""
    raise AttributeError(name)


@noinline
def super_lacks(name: str) -> NoReturn:
    """`super().name(...)` where no class that comes next has the method."""
    raise AttributeError("'super' object has no attribute '" + name + "'")


@noinline
def none_lacks(name: str) -> NoReturn:
    """An attribute of None is read, written or called."""
    raise AttributeError("'NoneType' object has no attribute '" + name + "'")


def check_computed(obj: object, name: str) -> None:
    """A name known at run time only is none of the attributes that were compared with it."""
    if name.startswith("__") and name.endswith("__"):
        not_computed(obj, name)


def not_computed(obj: object, name: str) -> NoReturn:
    raise SystemError(f"the attribute {name!r} of '{type(obj).__name__}' is found by its literal name only")


_WITHOUT_DICT = frozenset(
    "int float bool complex str bytes bytearray list tuple dict set frozenset NoneType range slice "
    "date datetime time timedelta timezone Fraction Decimal UUID".split()
)


def no_dict(obj: object) -> NoReturn:
    """`obj.__dict__` of an object that is of no class of the program."""
    if type(obj).__name__ in _WITHOUT_DICT:
        no_attribute(obj, "__dict__")
    raise SystemError(f"the attributes of '{type(obj).__name__}' are not known at run time")


def of_library(obj: object, name: str, names: str) -> NoReturn:
    """A computed name of an object of the library, whose class has these."""
    if name.startswith("__") or " " + name + " " in names:
        not_computed(obj, name)
    no_attribute(obj, name)


def no_key(name: object) -> NoReturn:
    """`obj.__dict__[name]` where the object has no such attribute."""
    raise KeyError(name)


def no_cache(obj: object, name: str) -> NoReturn:
    """`functools.cached_property` in a class whose objects have slots only."""
    kind = type(obj).__name__
    raise TypeError(f"No '__dict__' attribute on {kind!r} instance to cache {name!r} property.")


def without_dict(obj: object, name: str) -> NoReturn:
    """`vars(obj)` or `obj.__dict__` of an object whose class has slots only."""
    if name == "vars":
        raise TypeError("vars() argument must have __dict__ attribute")
    no_attribute(obj, name)


def no_order(obj: object) -> NoReturn:
    raise SystemError(f"the order of the attributes of '{type(obj).__name__}' is not known at build time")


def not_compiled(cls: type, name: str) -> NoReturn:
    """An attribute of a class known at run time only, which is refused where the class is known."""
    raise SystemError(f"{cls.__name__}.{name} is not known at run time")


def wrong_type(expected: str, got: object) -> NoReturn:
    """A value that is not of the type its place was declared with."""
    raise TypeError("expected " + expected + ", got " + class_name(got))


def not_callable(obj: object) -> NoReturn:
    raise TypeError("'" + class_name(obj) + "' object is not callable")


def unpack_too_few(expected: int, got: int) -> NoReturn:
    raise ValueError("not enough values to unpack (expected " + str(expected) + ", got " + str(got) + ")")


def unpack_too_few_starred(expected: int, got: int) -> NoReturn:
    """The same with a starred target, which may stay empty."""
    raise ValueError(
        "not enough values to unpack (expected at least " + str(expected) + ", got " + str(got) + ")"
    )


def unpack_too_many(expected: int) -> NoReturn:
    raise ValueError("too many values to unpack (expected " + str(expected) + ")")


def bad_arguments(message: str) -> NoReturn:
    raise TypeError(message)


def unreachable() -> NoReturn:
    """A place the type checker proved unreachable was reached."""
    raise SystemError("unreachable code was reached")


def _operator(method: str) -> str:
    """The operator of a special method's name without underscores; the name itself when there is none."""
    names = "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or".split(" ")
    signs = "+ - * @ / // % divmod() **_or_pow() << >> & ^ |".split(" ")
    index = 0
    while index < len(names):
        if names[index] == method:
            return signs[index].replace("_", " ")
        index += 1
    return method


def cannot_concatenate(kind: str, other: object) -> NoReturn:
    """`+` of a str, list or tuple with something else."""
    raise TypeError("can only concatenate " + kind + ' (not "' + class_name(other) + '") to ' + kind)


def cannot_repeat(other: object) -> NoReturn:
    """`*` of a sequence with something that is no int."""
    raise TypeError("can't multiply sequence by non-int of type '" + class_name(other) + "'")


def foreign_receiver(method: str, cls: str, value: object) -> NoReturn:
    """`str.upper(5)`, called as a value."""
    applied = "objects doesn't apply to a '" + class_name(value) + "' object"
    raise TypeError("descriptor '" + method + "' for '" + cls + "' " + applied)


def unsupported_operands(method: str, this: object, other: object) -> NoReturn:
    """`this.method(other)` returned NotImplemented where nothing else is left to try.

    method    "__add__", "__radd__", "__iadd__", "__lt__", ...
    """
    mine = class_name(this)
    others = class_name(other)
    name = method.strip("_")
    comparison = {"lt": "<", "le": "<=", "gt": ">", "ge": ">="}.get(name)
    if comparison is not None:
        raise TypeError(
            "'" + comparison + "' not supported between instances of '" + mine + "' and '" + others + "'"
        )
    sign = _operator(name)
    if sign == name and name.startswith("r"):
        sign = _operator(name[1:])
        mine, others = others, mine
    elif sign == name and name.startswith("i"):
        sign = _operator(name[1:]) + "="
    raise TypeError("unsupported operand type(s) for " + sign + ": '" + mine + "' and '" + others + "'")


# --- nobody caught it ------------------------------------------------------------------------------


def print_uncaught(exc: BaseException) -> None:
    """Write CPython's traceback text, with causes and contexts, to standard error."""
    try:
        console.write_err(format_exception(materialise(exc)))
    except BaseException:
        text = "MemoryError\n"
        console_write(i64(2), tail_address(text), u64(len(text)))


def handle_uncaught(exc: BaseException) -> i64:
    """End the program as CPython does when `exc` leaves the main module; returns the exit code.

    SystemExit: its code; None is 0, anything but an int is printed and is 1.  KeyboardInterrupt: 130.
    """
    if isinstance(exc, SystemExit):
        code: object = exc.code
        if code is None:
            return i64(0)
        if isinstance(code, int):
            return i64(code & 255)
        console.write_err(str(passed("raised", code)) + "\n")
        return i64(1)
    print_uncaught(exc)
    if isinstance(exc, KeyboardInterrupt):
        return i64(130)
    return i64(1)


# --- raised by compiled code ---------------------------------------------------------------------------


def no_module(name: str) -> NoReturn:
    """An import of what does not exist, which the type checker was told to ignore."""
    raise ModuleNotFoundError("No module named '" + name + "'", name=name)


def no_import(name: str, module: str, path: str) -> NoReturn:
    raise ImportError(
        "cannot import name '" + name + "' from '" + module + "' (" + path + ")", name=module, path=path
    )


def read_only(obj: object, name: str, what: str) -> NoReturn:
    """A property of a subclass lacks the setter or deleter that the static class's has."""
    owner = type(obj).__qualname__
    raise AttributeError(
        "property '" + name + "' of '" + owner + "' object has no " + what, name=name, obj=obj
    )


def undefined_class_attribute(cls: str, name: str) -> NoReturn:
    raise AttributeError("type object '" + cls + "' has no attribute '" + name + "'")


def replaced_class(name: str) -> NoReturn:
    """A decorator of a class gave something else, which the name cannot hold: classes are fixed."""
    raise TypeError("a decorator of class " + name + " must give the class back")


def no_active_exception() -> NoReturn:
    raise RuntimeError("No active exception to reraise")


def not_enum_value(value: object, name: str) -> NoReturn:
    raise ValueError(repr(value) + " is not a valid " + name)


def mutable_default(cls: type, name: str) -> NoReturn:
    """What `@dataclass` says of a default that all objects would share."""
    raise ValueError(f"mutable default {cls!r} for field {name} is not allowed: use default_factory")


def unhashable(value: object) -> NoReturn:
    raise TypeError("unhashable type: '" + class_name(value) + "'")


class Missing:
    """Its class object stands for a key that a mapping lacks; no program can have it as a value."""


def duplicate_key(key: object) -> NoReturn:
    """Two keys of a mapping pattern are equal."""
    raise ValueError("mapping pattern checks duplicate key (" + repr(key) + ")")
