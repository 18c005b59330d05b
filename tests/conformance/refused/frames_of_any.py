# expect-refusal: dynamic-attribute
"""Whether a generator held as Any has ended is asked of its frame, which is not in the image."""

from typing import Any


def numbers():
    yield 1


def ended(generator: Any) -> bool:
    return generator.gi_frame is None


print(ended(numbers()))
