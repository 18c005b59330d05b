# expect-refusal: unsupported
"""Classes with type arguments, which are the bare classes at run time."""

from collections.abc import Callable
from typing import Any

readers: dict[Any, Callable[[str], Any]] = {
    list[int]: lambda text: [int(word) for word in text.split()],
    list[str]: lambda text: text.split(),
}
print(readers[list[int]]("1 2"))
