# expect-refusal: unsupported
"""`get_args` is read while compiling: as a value it would see types that are not there at run time."""

from collections.abc import Callable
from typing import Any, Literal, get_args

Level = Literal["low", "high"]


def applied(function: Callable[[Any], tuple[Any, ...]], kind: Any) -> tuple[Any, ...]:
    return function(kind)


print(get_args(Level))
print(applied(get_args, Level))
