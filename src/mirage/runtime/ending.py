"""What the program asked for to be done after its end (`atexit`)."""

from __future__ import annotations


class Action:
    """Something to do at the end, or when objects have died; `run` raises nothing.

    A class, because a call of any Callable would bring all there is about calling into every image.
    """

    def run(self) -> None:
        raise NotImplementedError


_action: Action | None = None


def set_action(action: Action) -> None:
    global _action
    _action = action


def run() -> None:
    """Called once, after an uncaught exception has been printed, in programs that reach `set_action`."""
    action = _action
    if action is not None:
        action.run()
