"""Generator and coroutine frames as `yield from` and `await` drive them (PEP 380)."""

from __future__ import annotations

from typing import Any, Protocol, runtime_checkable

from mirage.lowlevel import inline, resume


@runtime_checkable
class _Delegate(Protocol):
    """An iterator with `send` and `throw` that is not a frame."""

    def send(self, value: Any, /) -> object: ...

    def throw(self, typ: Any, /) -> object: ...


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
