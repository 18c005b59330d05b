"""Mappings and asynchronous protocols, asked of what may be anything."""

from __future__ import annotations
import asyncio
from typing import Any


class K:
    def keys(self) -> Any:
        return ["a", "b"]

    def __getitem__(self, k: str) -> int:
        return len(k)


def attempts(v: Any) -> None:
    made: list[tuple[str, Any]] = [("dict", lambda: dict(v)), ("merged", lambda: {"z": 0, **v})]
    if not isinstance(v, K):
        made += [("bytes", lambda: bytes(v)), ("bytearray", lambda: bytearray(v))]
    for what, f in made:
        try:
            print(what, f())
        except (TypeError, ValueError) as e:
            print(what, type(e).__name__, e)


async def uses(v: Any) -> None:
    try:
        async with v as x:
            print("in", x)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
    try:
        async for y in v:
            print("item", y)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


values: list[Any] = [None, 3, "ab", "", [("a", 1)], {"k": 1}, K(), b"xy", [1, 2], ()]
for v in values:
    attempts(v)
    asyncio.run(uses(v))
