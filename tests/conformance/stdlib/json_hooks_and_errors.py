"""json: hooks, encoders, indentation, separators, sorting, NaN, positions of errors, subclasses."""

import io
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any


def attempt(name: str, work: Callable[[], object]) -> None:
    try:
        print(name, repr(work()))
    except Exception as error:
        print(name, type(error).__name__, error)


value: dict[str, Any] = {"b": [1, 2.5, -0.0, 1e100, True, None], "a": {"nested": {"deep": []}, "empty": {}}, "é\n\"": "\u2028\x00\U0001F600/\\"}
for indent in (None, 0, 2, "\t"):
    print(json.dumps(value, indent=indent))
print(json.dumps(value, sort_keys=True, separators=(",", ":")), json.dumps(value, ensure_ascii=False), json.dumps([1, [2, {"x": 3}]], indent=1, separators=(" ;", " = ")))
print(json.dumps({1: "int", 2.5: "float", True: "bool", None: "none"}), json.dumps({(1, 2): 3, "k": 1}, skipkeys=True), json.dumps((1, (2,))), json.dumps("x"), json.dumps([]), json.dumps({}), json.dumps([[], {}], indent=2))
print(json.dumps([float("nan"), float("inf"), -float("inf")]), json.loads("[NaN, Infinity, -Infinity]"))
attempt("nan", lambda: json.dumps(float("nan"), allow_nan=False))
attempt("key", lambda: json.dumps({(1, 2): 3}))
attempt("set", lambda: json.dumps({1, 2}))
attempt("nested", lambda: json.dumps({"x": [object]}))
loop: list[Any] = []
loop.append(loop)
attempt("loop", lambda: json.dumps(loop))
print(json.dumps({"s": {3, 1, 2}, "c": 1 + 0}, default=lambda o: sorted(o)))


class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x, self.y = x, y

    def __repr__(self) -> str:
        return f"Point({self.x}, {self.y})"


class PointEncoder(json.JSONEncoder):
    def default(self, o: Any) -> Any:
        if isinstance(o, Point):
            return {"__point__": [o.x, o.y]}
        return super().default(o)


def as_point(d: dict[str, Any]) -> Any:
    return Point(*d["__point__"]) if "__point__" in d else d


text = json.dumps({"p": Point(1, 2), "all": [Point(3, 4)]}, cls=PointEncoder)
print(text, json.loads(text, object_hook=as_point), PointEncoder(indent=1).encode([Point(5, 6)]))
attempt("default", lambda: json.dumps(b"x", cls=PointEncoder))
print(json.loads('{"a": 1, "b": {"c": 2}, "a": 3}', object_pairs_hook=lambda pairs: [list(p) for p in pairs]))
print(json.loads("[1.50, 2, 1e3, -7]", parse_float=lambda s: "f" + s, parse_int=lambda s: "i" + s), json.loads("[NaN, -Infinity]", parse_constant=lambda s: f"<{s}>"))
print(json.loads(' {"a" : [ ] , "b":{ } } \n'), json.loads(b'"\xc3\xa9"'), json.loads('"\\u00e9\\ud83d\\ude00\\n\\/\\b"'), json.loads("-0"), json.loads("-0.0"), json.loads("1E+2"), json.loads("123456789012345678901234567890"))
for bad in ("", " ", "{", "[1,", "[1 2]", '{"a"}', '{"a":}', '{"a":1,}', "{'a':1}", "[1,]", "nul", "tru", '"abc', '"\\x"', '"\\u12"', '"a\nb"', "01", "1.", "-", "1e", "[1]x", '{"a":1 "b":2}', "{1:2}", "+1", ".5", "\ufeff[]", '{"a":\n\n  ?}', "[\"x\", \n  'y']", '"\\ud83d"x'):
    try:
        print(repr(bad), json.loads(bad))
    except json.JSONDecodeError as error:
        print(repr(bad), error, "|", error.msg, error.pos, error.lineno, error.colno, error.doc == bad)
decoder = json.JSONDecoder()
print(decoder.raw_decode('{"a": 1} tail'), decoder.decode("[1]"), decoder.raw_decode("[2] x", 0))
attempt("raw", lambda: decoder.raw_decode("  [1]"))
out = io.StringIO()
json.dump({"k": [1, 2]}, out, indent=2)
print(out.getvalue(), json.load(io.StringIO("[1, 2]")), json.load(io.BytesIO(b'{"x": "y"}')))
print("".join(json.JSONEncoder(sort_keys=True).iterencode({"b": 1, "a": [1, {"z": None}]})))


@dataclass
class User:
    name: str
    tags: list[str]
    age: int | None = None


users = [User("ada", ["x"]), User("bob", [], 7)]
stored = json.dumps([asdict(u) for u in users])
print(stored, [User(**u) for u in json.loads(stored)] == users)
deep = "[" * 200 + "]" * 200
print(json.dumps(json.loads(deep)) == deep)
attempt("bytes value", lambda: json.dumps({"x": b"y"}))
attempt("sorted mixed", lambda: json.dumps({1: 1, "a": 2}, sort_keys=True))
