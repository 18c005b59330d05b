"""Warnings: what is shown, how often, and where."""

from __future__ import annotations

import warnings
from typing import Any


class AppWarning(UserWarning):
    pass


def old(n: int) -> int:
    warnings.warn("old() is deprecated", DeprecationWarning)
    return n


def careful(n: int) -> None:
    if n > 2:
        warnings.warn(f"{n} is large")
    if n > 3:
        warnings.warn("very large", AppWarning)


def main() -> None:
    for i in range(5):
        careful(i)
    old(1)
    old(2)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        careful(4)
        old(3)
        warnings.warn(AppWarning("an instance"))
        print(len(caught))
        for w in caught:
            print(w.category.__name__, w.message, w.lineno > 0, w.filename.endswith(".py"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            careful(3)
        except UserWarning as error:
            print("raised", repr(error))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        careful(100)
    for _ in range(2):
        warnings.warn("only once per place")
        warnings.warn(f"number {_}", category=FutureWarning)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("once")
        for _ in range(3):
            careful(4)
            careful(5)
        print([str(w.message) for w in caught])
    with warnings.catch_warnings(action="error", category=DeprecationWarning):
        try:
            old(5)
        except DeprecationWarning as error:
            print("error", error)
    warnings.warn_explicit("explicit", UserWarning, "elsewhere.py", 12)
    warnings.filterwarnings("ignore", category=AppWarning)
    careful(4)
    warnings.filterwarnings("error", message="ten")
    try:
        warnings.warn("ten things")
    except UserWarning as error:
        print(error)
    warnings.warn("runtime", RuntimeWarning)
    warnings.resetwarnings()
    warnings.warn("pending", PendingDeprecationWarning)
    print("end")


main()

# registries of warn_explicit
with warnings.catch_warnings(record=True) as caught:
    warnings.resetwarnings()
    registry: dict[Any, Any] = {}
    message = UserWarning("kept")
    for action in ("default", "module", "always", "once", "ignore"):
        warnings.simplefilter(action)  # type: ignore[arg-type]
        for number in (42, 42, 43):
            warnings.warn_explicit(message, UserWarning, "<test>", number, registry=registry)
        print(action, len(caught), len(registry), "version" in registry)
        warnings.warn_explicit(message, UserWarning, "<test>", 42)
        print(len(caught))
