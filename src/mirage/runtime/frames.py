"""Generator and coroutine frames as `yield from` and `await` drive them (PEP 380)."""

from __future__ import annotations

from typing import Any, NoReturn, Protocol, runtime_checkable

from mirage.lowlevel import address_of, i64, inline, noinline, resume
from mirage.runtime import text_repr
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


def own_qualname(name: object) -> str:
    """`_name` of a frame is its qualified name, or a tuple of both names once one of them was set."""
    if isinstance(name, tuple):
        name = name[1]
    assert isinstance(name, str)
    return name


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
    return (
        "<" + kind + " object " + own_qualname(name) + " at " + text_repr.hex_address(address_of(frame)) + ">"
    )
