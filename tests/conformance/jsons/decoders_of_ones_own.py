"""Decoders with their own constructors, `strict=False`, keywords that go on to the class."""

from __future__ import annotations

import io
import json
from typing import Any


class Points(json.JSONDecoder):
    """Objects with x and y become pairs."""

    def __init__(self, *, scale: int = 1, **kwargs: Any) -> None:
        super().__init__(object_hook=self.point, **kwargs)
        self.scale = scale

    def point(self, found: dict[str, Any]) -> Any:
        if found.keys() == {"x", "y"}:
            return (found["x"] * self.scale, found["y"] * self.scale)
        return found


class Bare(json.JSONDecoder):
    def __init__(self) -> None:
        super().__init__(parse_float=str)

    def decode(self, s: str) -> Any:  # type: ignore[override]
        return ["bare", super().decode(s)]


text = '{"a": {"x": 1, "y": 2}, "b": [{"x": 3}, 1.50]}'
print(json.loads(text, cls=Points), json.loads(text, cls=Points, scale=10))
print(json.loads(text, cls=Bare), json.load(io.StringIO(text), cls=Points, scale=2, parse_float=str))
for document in ('"a\tb"', '{"k\n": "\x01"}', '["\x1f"]', '"\\q"'):
    for strict in (True, False):
        try:
            print(repr(json.loads(document, strict=strict)))
        except json.JSONDecodeError as error:
            print(error)
print(json.load(io.StringIO('["\t"]'), strict=False), json.JSONDecoder(strict=False).decode('"\n"'))
print(json.loads(b"[1, 2.5]", parse_int=str, strict=True), json.loads("[NaN]", parse_constant=repr, strict=False))
for wrong in ({"lenient": True}, {"strict": False, "scale": 2}):
    try:
        json.loads("1", **wrong)
    except TypeError as error:
        print(error)
try:
    json.loads("1", cls=Bare, parse_int=str)
except TypeError as error:
    print(error)
