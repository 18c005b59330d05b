"""Generator and coroutine frames as `yield from` and `await` drive them."""

from __future__ import annotations

from mirage.lowlevel import inline, resume


@inline
def resume_frame(frame: object, sent: object, thrown: object) -> object:
    """Run a frame to its next yield (PEP 380); the end is the StopIteration sentinel."""
    return resume(frame, sent, thrown)
