"""What function objects know of themselves.

The field `_name` of a function holds `module:qualified.name`, and `:name` after it where `wraps` has given
another name alone.  In a program that reads documentation or `__wrapped__` of functions that are known at
run time only, or asks which make coroutines, it holds a tuple instead: that text, the documentation, the
wrapped function, "coroutine", "generator", "async_generator" or None (in programs that read signatures a
tuple: that, and the code that gives the parameters), the documentation that a method
without its own has above, and in programs whose loop tells of callbacks its place (`app.py:12`).  A function
that the program has given attributes (`wrapper.calls = 0`) holds such a tuple in any program, and in a
seventh place the dict of its attributes.
"""

from __future__ import annotations

from builtins import _Bound, _Method, function
from collections.abc import Iterable
from typing import Any, Final, Protocol, runtime_checkable

from mirage.lowlevel import address_of, i64
from mirage.runtime import text_repr
from mirage.runtime.text import substring

_WRITTEN_IN_C: Final = ("builtins", "math", "cmath", "itertools", "time", "_bisect", "_heapq", "binascii")


def full_name(obj: function) -> str:
    """`module:qualified.name`."""
    details = obj._name
    if isinstance(details, tuple):
        details = details[0]
    assert isinstance(details, str)
    return details


def qualname(obj: function) -> str:
    text = full_name(obj)
    start = text.find(":") + 1
    end = text.find(":", start)
    return substring(text, i64(start), text._length if end < 0 else i64(end))


def name(obj: function) -> str:
    text = full_name(obj)
    return substring(text, i64(max(text.rfind("."), text.rfind(":")) + 1), text._length)


def module(obj: function) -> str:
    text = full_name(obj)
    colon = text.find(":")
    return substring(text, i64(0), i64(colon)) if colon >= 0 else "builtins"


def kind_of(obj: function) -> object:
    """What a call makes: "coroutine", "generator", "async_generator" or None."""
    found = detail(obj, 3)
    return found[0] if isinstance(found, tuple) else found


def parameters(obj: function) -> object:
    """A function's parameters, as `compiler/lower/signatures.py` describes; None of what the library has."""
    found = detail(obj, 3)
    if not isinstance(found, tuple):
        return None
    tell: Any = found[1]
    return None if tell is None else tell(obj)


def detail(obj: function, index: int) -> object:
    """The documentation (1), the wrapped function (2), what a call makes (3), inherited documentation (4)."""
    details = obj._name
    if isinstance(details, tuple):
        return details[index]
    return None


def attributes(obj: function) -> dict[str, object] | None:
    """What the program has given the function; None where that is nothing."""
    if isinstance(obj, _Bound):
        whole = obj._function
        return attributes(whole) if isinstance(whole, function) else None
    details = obj._name
    if isinstance(details, tuple) and len(details) == 7:
        return details[6]  # type: ignore[no-any-return]
    return None


def attribute(obj: function, name: str) -> object:
    """`obj.name`, where no function of the library has the name."""
    own = attributes(obj)
    if own is None or name not in own:
        raise _no_attribute(obj, name)
    return own[name]


def set_attribute(obj: function, name: str, value: object) -> None:
    """`obj.name = value`."""
    if isinstance(obj, _Method) or is_kind(obj, i64(2)):
        raise _no_attribute(obj, name)
    own = attributes(obj)
    if own is None:
        own = {}
        _keep(obj, own)
    own[name] = value


def _no_attribute(obj: function, name: str) -> AttributeError:
    kind = "method" if isinstance(obj, _Method) else "function"
    if is_kind(obj, i64(2)):
        kind = "builtin_function_or_method"
    return AttributeError("'" + kind + "' object has no attribute '" + name + "'", name=name, obj=obj)


def _keep(obj: function, own: dict[str, object]) -> None:
    details = obj._name
    if isinstance(details, tuple):
        obj._name = (details[0], details[1], details[2], details[3], details[4], details[5], own)
    else:
        obj._name = (details, None, None, None, None, None, own)


def place(obj: object) -> str | None:
    """`app.py:12` of a function of the application that is not bound to an object."""
    if not isinstance(obj, function) or isinstance(obj, _Method):
        return None
    details = obj._name
    if not isinstance(details, tuple):
        return None
    found: object = details[5]
    return found if isinstance(found, str) else None


def shown(obj: Any) -> str:
    """What asyncio calls a callback: the name of a function or class, the `repr` of another object."""
    name: str = obj.__qualname__ if isinstance(obj, (function, type)) else repr(obj)
    return name


def makes(func: object, kind: str) -> bool:
    """A call of it makes a "coroutine", a "generator", ...; also of a method, in a `functools.partial`."""
    whole: Any = func
    while is_partial(type(whole)):
        whole = whole.func
    return isinstance(whole, function) and kind_of(whole) == kind


def is_partial(kind: type) -> bool:
    """The class is `functools.partial`, by name: few programs have a use for that module here."""
    return kind.__name__ == "partial" and kind.__module__ == "functools"


def same(a: function, b: object) -> bool:
    """Bound methods are equal when function and object are; other functions are equal to themselves only."""
    if a is b:
        return True
    if isinstance(a, _Method) and isinstance(b, _Method):
        return a._code == b._code and a._env is b._env
    return False


@runtime_checkable
class _HasGet(Protocol):
    def __get__(self, instance: Any, owner: type | None = None, /) -> Any: ...


def check_plain(value: object, name: str) -> None:
    """What a class body assigns, of a type that nobody knows, is no descriptor: reads would not ask it."""
    if isinstance(value, _HasGet) and not isinstance(value, (function, staticmethod, classmethod)):
        raise SystemError(
            f"{name} is a descriptor ({type(value).__name__}) that the type checker takes for Any: "
            "annotate it, or the function that makes it, with its class"
        )


def bound(value: object, obj: object) -> object:
    """A function found in a class, as a method of the object; anything else as it is."""
    if isinstance(value, function) and not isinstance(value, _Method) and full_name(value).find(":") >= 0:
        result = _Bound()
        result._env = obj
        result._name = value._name
        result._function = value
        return result
    return value


def method_of(value: object, obj: object) -> object:
    """`types.MethodType(value, obj)`."""
    if not callable(value):
        raise TypeError("first argument must be callable")
    if obj is None:
        raise TypeError("instance must not be None")
    result = _Bound()
    result._env = obj
    result._name = value._name if isinstance(value, function) else ":?"
    result._function = value
    return result


def got(value: object, obj: object, owner: type) -> object:
    """What is found in a class, and may be no function, read through an object or (None) the class."""
    if isinstance(value, _HasGet) and not isinstance(value, function):
        return value.__get__(obj, owner)
    return value


def is_kind(obj: object, kind: i64) -> bool:
    """isinstance(obj, ...): 0 types.FunctionType, 1 types.MethodType, 2 types.BuiltinFunctionType."""
    if not isinstance(obj, function):
        return False
    text = full_name(obj)
    colon = text.find(":")
    if colon < 0 or substring(text, i64(0), i64(colon)) in _WRITTEN_IN_C:
        return kind == 2
    return kind == (1 if isinstance(obj, _Method) else 0)


def class_of(obj: object) -> type:
    """`type(obj)` of something called: what is written in C on CPython has a class of its own."""
    from types import BuiltinFunctionType

    return BuiltinFunctionType if is_kind(obj, i64(2)) else type(obj)


def represent(obj: function) -> str:
    if full_name(obj).find(":") < 0:
        return "<built-in function " + qualname(obj) + ">"
    return "<function " + qualname(obj) + " at " + text_repr.hex_address(address_of(obj)) + ">"


def update(wrapper: object, wrapped: object, assigned: Iterable[str]) -> None:
    """Give a wrapper module, names and documentation of what it wraps, as far as `assigned` says."""
    names = list(assigned)
    if not isinstance(wrapper, function):
        _update_object(wrapper, wrapped, names)
        return
    own = wrapper._name
    texts = [module(wrapper), qualname(wrapper), name(wrapper)]
    documentation: object = detail(wrapper, 1)
    above: object = detail(wrapper, 4)
    if isinstance(wrapped, function):
        given = [module(wrapped), qualname(wrapped), name(wrapped)]
        if "__doc__" in names:
            documentation, above = detail(wrapped, 1), detail(wrapped, 4)
    elif isinstance(wrapped, type):
        given = [wrapped.__module__, wrapped.__qualname__, wrapped.__name__]
        if "__doc__" in names:
            documentation, above = wrapped.__doc__, None
    else:
        given = [module_of_object(wrapped), texts[1], texts[2]]
        if "__doc__" in names:
            documentation, above = wrapped.__doc__, None
    for place, attribute in enumerate(("__module__", "__qualname__", "__name__")):
        if attribute in names:
            texts[place] = given[place]
    text = _named(texts)
    kept = attributes(wrapper)
    if isinstance(own, tuple):
        where: object = wrapped._name if isinstance(wrapped, function) else own
        stands: object = where[5] if isinstance(where, tuple) else None
        wrapper._name = (text, documentation, wrapped, own[3], above, stands)
    else:
        wrapper._name = text
    given_attributes = attributes(wrapped) if isinstance(wrapped, function) else None
    if given_attributes is not None:
        both = kept if kept is not None else {}
        both.update(given_attributes)
        _keep(wrapper, both)
    elif kept is not None:
        _keep(wrapper, kept)


def module_of_object(obj: object) -> str:
    """`obj.__module__`: that of its class."""
    return type(obj).__module__


def _named(texts: list[str]) -> str:
    """The text for a module, a qualified name and a name."""
    text = texts[0] + ":" + texts[1]
    if texts[1] != texts[2] and not texts[1].endswith("." + texts[2]):
        text = text + ":" + texts[2]
    return text


def rename(obj: function, place: int, text: object) -> None:
    """Assign `__qualname__` (1) or `__name__` (2)."""
    if not isinstance(text, str):
        raise TypeError(("", "__qualname__", "__name__")[place] + " must be set to a string object")
    texts = [module(obj), qualname(obj), name(obj)]
    texts[place] = text
    own = obj._name
    kept = attributes(obj)
    obj._name = _named(texts)
    if isinstance(own, tuple):
        obj._name = (_named(texts), own[1], own[2], own[3], own[4], own[5])
    if kept is not None:
        _keep(obj, kept)


def document(obj: function, text: object) -> None:
    """Assign `__doc__`."""
    own = obj._name
    if text is detail(obj, 1):  # programs that reach `detail` keep the tuple
        return
    assert isinstance(own, tuple)
    kept = attributes(obj)
    obj._name = (own[0], text, own[2], own[3], own[4], own[5])
    if kept is not None:
        _keep(obj, kept)


def _update_object(wrapper: Any, wrapped: Any, names: list[str]) -> None:
    """The same for an object whose class calls `update_wrapper(self, ...)`: it has fields for them."""
    if not isinstance(wrapped, (function, type)):
        raise SystemError(
            "update_wrapper of an object by another object cannot be compiled: give it the function itself"
        )
    try:
        if "__module__" in names:
            wrapper.__module__ = wrapped.__module__
        if "__name__" in names:
            wrapper.__name__ = wrapped.__name__
        if "__qualname__" in names:
            wrapper.__qualname__ = wrapped.__qualname__
        if "__doc__" in names:
            wrapper.__doc__ = wrapped.__doc__
        wrapper.__wrapped__ = wrapped
    except AttributeError:
        raise SystemError(
            "update_wrapper of an object cannot be compiled: call it in its class, with `self` as the object"
        ) from None


def named_as(wrapper: object, wrapped: object) -> None:
    """As `update`, for wrappers of the library: the program does not keep documentation for their sake."""
    if isinstance(wrapper, function) and isinstance(wrapped, function):
        given = wrapped._name
        own = wrapper._name
        kind = own[3] if isinstance(own, tuple) else None
        wrapper._name = (
            (given[0], given[1], wrapped, kind, given[4], given[5]) if isinstance(given, tuple) else given
        )


def call_text(callee: object) -> str:
    """`module.function()`, as messages about a call's arguments begin."""
    if isinstance(callee, function):
        place = module(callee)
        text = qualname(callee) + "()"
        return text if place == "builtins" else place + "." + text
    if isinstance(callee, type):
        place = callee.__module__
        text = callee.__qualname__ + "()"
        return text if place == "builtins" else place + "." + text
    return str(callee)


def wrapper_text(kind: str, obj: object, wrapped: object) -> str:
    """`<kind object f at 0x...>`, as wrappers of functions show themselves."""
    name = qualname(wrapped) if isinstance(wrapped, function) else repr(wrapped)
    return "<" + kind + " object " + name + " at " + text_repr.hex_address(address_of(obj)) + ">"
