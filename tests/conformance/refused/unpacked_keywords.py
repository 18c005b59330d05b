# expect-refusal: unsupported
from typing import TypedDict
from typing_extensions import Unpack


class Options(TypedDict, total=False):
    size: int
    name: str


def make(**options: Unpack[Options]) -> int:
    return options.get("size", 0)


print(make(size=1))
