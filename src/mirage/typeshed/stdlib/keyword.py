"""The words of the language that are no names."""

from collections.abc import Sequence
from typing import Final

__all__ = ["iskeyword", "issoftkeyword", "kwlist", "softkwlist"]

kwlist: Final[Sequence[str]] = (
    "False None True and as assert async await break class continue def del elif else except finally for "
    "from global if import in is lambda nonlocal not or pass raise return try while with yield"
).split()
softkwlist: Final[Sequence[str]] = ["_", "case", "match"]


def iskeyword(s: str, /) -> bool:
    return s in kwlist


def issoftkeyword(s: str, /) -> bool:
    return s in softkwlist
