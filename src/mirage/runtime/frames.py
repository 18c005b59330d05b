"""Generator and coroutine frames as `yield from` and `await` drive them (PEP 380)."""

from __future__ import annotations

from builtins import coroutine
from collections.abc import Iterator
from typing import Any, Final, NoReturn, Protocol, runtime_checkable

from mirage.lowlevel import address_of, i64, inline, noinline, resume
from mirage.runtime import text_repr
from mirage.runtime.class_names import class_name
from mirage.runtime.errors import no_attribute


@runtime_checkable
class _Delegate(Protocol):
    """An iterator with `send` and `throw` that is not a frame."""

    def send(self, value: Any, /) -> object: ...

    def throw(self, typ: Any, /) -> object: ...


@runtime_checkable
class _Sender(Protocol):
    def send(self, value: Any, /) -> object: ...


@runtime_checkable
class _Thrower(Protocol):
    def throw(self, typ: Any, /) -> object: ...


@runtime_checkable
class _Closer(Protocol):
    def close(self) -> object: ...


@inline
def resume_frame(frame: object, sent: object, thrown: object) -> object:
    """Run a frame to its next yield; the end is the StopIteration sentinel, the value in the frame."""
    return resume(frame, sent, thrown)


def resume_other(delegate: object, sent: object, thrown: object) -> object:
    """The same for an object that is not a frame; the end is a StopIteration with the value."""
    if isinstance(delegate, _Delegate):
        if thrown is None:
            return delegate.send(sent)
        return delegate.throw(thrown)
    raise TypeError("object can't be used in 'await' expression")


def resume_iterator(delegate: object, sent: object, thrown: BaseException | None) -> object:
    """The same for what an `__await__` of the application gives: any iterator will do."""
    if thrown is not None:
        return throw_other(delegate, thrown)
    if sent is None and isinstance(delegate, Iterator):
        return delegate.__next__()
    return send_other(delegate, sent)


def check_awaited(iterator: object) -> None:
    """What an `__await__` of the application gave."""
    if isinstance(iterator, coroutine):
        raise TypeError("__await__() returned a coroutine")
    if not isinstance(iterator, Iterator):
        found = class_name(iterator)
        raise TypeError("__await__() returned non-iterator of type '" + found + "'")


@noinline
def not_awaitable(value: object, method: str) -> NoReturn:
    """What a special method of `async with` or `async for` gave cannot be awaited."""
    kind = class_name(value)
    if method == "__anext__":
        invalid_next(value, TypeError("object " + kind + " can't be used in 'await' expression"))
    raise TypeError(
        "'async with' received an object from " + method + " that does not implement __await__: " + kind
    )


@noinline
def invalid_next(value: object, error: BaseException) -> NoReturn:
    """The `__await__` of what `__anext__` gave failed."""
    made = TypeError("'async for' received an invalid object from __anext__: " + class_name(value))
    made.__context__ = error
    raise made from error


def send_other(delegate: object, sent: object) -> object:
    """`yield from` an iterator that is not a frame passes on what was sent."""
    if isinstance(delegate, _Sender):
        return delegate.send(sent)
    no_attribute(delegate, "send")


def throw_other(delegate: object, thrown: BaseException) -> object:
    """And what was thrown; GeneratorExit closes the iterator and goes on."""
    if isinstance(thrown, GeneratorExit):
        if isinstance(delegate, _Closer):
            delegate.close()
        raise thrown
    if isinstance(delegate, _Thrower):
        return delegate.throw(thrown)
    raise thrown


@noinline
def close_inner(delegate: object) -> None:
    """GeneratorExit was thrown into a frame that waits for this one."""
    if isinstance(delegate, _Closer):
        delegate.close()


@noinline
def awaited_again(state: i64) -> NoReturn:
    """A coroutine in this state is awaited (again)."""
    if state == -1:
        raise RuntimeError("cannot reuse already awaited coroutine")
    raise RuntimeError("coroutine is being awaited already")


def awaited_by(inner: object) -> object:
    """What a suspended frame waits for; frames note it in programs where this is reached."""
    return inner


WRAPPER: Final = ("coroutine_wrapper", "coroutine_wrapper")  # `_name` of what `coroutine.__await__()` gives


def check_reused(name: object) -> None:
    """A frame that has ended is resumed."""
    if name is WRAPPER:
        raise RuntimeError("cannot reuse already awaited coroutine")


def own_qualname(name: object) -> str:
    """`_name` of a frame is its qualified name, or a tuple of both names once one of them was set."""
    if isinstance(name, tuple):
        name = name[1]
    assert isinstance(name, str)
    return name


def stands(frame: coroutine) -> str:
    """`name() running at app.py:12`, as asyncio shows a coroutine."""
    details = frame._name
    name = own_qualname(details) + "()"
    if not isinstance(details, tuple) or len(details) < 3:
        return name
    place: object = details[2]
    assert isinstance(place, str)
    end = place.rfind(":") + 1
    lines = place[end:].split(",")
    if frame._state == -1:
        return f"{name} done, defined at {place[:end]}{lines[0]}"
    if frame._running:
        return f"{name} running"
    return f"{name} running at {place[:end]}{lines[int(frame._state)]}"


def own_name(name: object) -> str:
    if isinstance(name, tuple):
        name = name[0]
        assert isinstance(name, str)
        return name
    assert isinstance(name, str)
    return name[name.rfind(".") + 1 :]


def checked_name(value: object, attribute: str) -> str:
    if not isinstance(value, str):
        raise TypeError(attribute + " must be set to a string object")
    return value


def represent(kind: str, name: object, frame: object) -> str:
    if name is WRAPPER:
        return "<coroutine_wrapper object at " + text_repr.hex_address(address_of(frame)) + ">"
    return (
        "<" + kind + " object " + own_qualname(name) + " at " + text_repr.hex_address(address_of(frame)) + ">"
    )
