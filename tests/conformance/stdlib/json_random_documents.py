"""json over random values and documents, good and broken ones: texts, values, errors and their places."""

from __future__ import annotations

import json
from typing import Any


class Rng:
    def __init__(self, seed: int) -> None:
        self.s = seed
    def next(self, n: int) -> int:
        self.s = (self.s * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        return (self.s >> 33) % n

CH = ["a", "b", '"', "\\", "/", "\n", "\t", "\x00", "\x1f", "\x7f", "é", "ÿ", "Ā", "漢", "😀", " ", "x", "longer text", "\ud800", "\udc00", "{", "]"]
NUMS = ["0", "-0", "1", "12", "-7", "01", "1.", ".5", "1.5", "-0.0", "0.1", "1e5", "1E+5", "1e-5", "1.5e3", "1e", "1e+", "-", "-a", "+1",
        "123456789012345678", "1234567890123456789", "12345678901234567890123456789", "-99999999999999999999999999", "4611686018427387904", "-4611686018427387904", "-4611686018427387905",
        "0.1234567890123456", "123456789012345.5", "1234567890123456.5", "9007199254740993.0", "1.7976931348623157e308", "1e400", "5e-324", "3.141592653589793238", "1.0E", "00", "-01", "1_0", "0x1", "NaN", "Infinity", "-Infinity", "nan", "-Inf", "2.", "2.e1",
        "1000000000000000000", "999999999999999999", "1.000000000000001", "0.000000000000001","100000000000000000000000000000000000000000000000000"]

def rstr(r: Rng) -> str:
    return "".join([CH[r.next(len(CH))] for _ in range(r.next(12))])

def rvalue(r: Rng, d: int) -> Any:
    k = r.next(10 if d > 0 else 7)
    if k == 0: return None
    if k == 1: return r.next(2) == 1
    if k == 2: return r.next(1 << 20) - (1 << 19)
    if k == 3: return (r.next(1 << 30) << r.next(100)) * (1 - 2 * r.next(2))
    if k == 4: return (r.next(1 << 30) - (1 << 29)) / (1 << r.next(40))
    if k == 5: return rstr(r)
    if k == 6: return (r.next(1 << 30)) * 10.0 ** (r.next(600) - 310)
    if k == 7: return [rvalue(r, d - 1) for _ in range(r.next(6))]
    if k == 8: return {rstr(r): rvalue(r, d - 1) for _ in range(r.next(6))}
    return tuple([rvalue(r, d - 1) for _ in range(r.next(4))])

def rtext(r: Rng, d: int) -> str:
    k = r.next(9 if d > 0 else 5)
    ws = ["", "", "", " ", "\n", "\t ", "\r\n", "\x0b", " \xa0", "\x00"][r.next(10) if r.next(12) == 0 else r.next(7)]
    if k <= 1: t = NUMS[r.next(len(NUMS))]
    elif k == 2: t = ["null", "true", "false", "nul", "True", "falsey", "", "t", "nulll"][r.next(9) if r.next(4) == 0 else r.next(3)]
    elif k <= 4:
        parts = ['"']
        for _ in range(r.next(6)):
            parts.append(["a", "key", "\\n", '\\"', "\\\\", "\\/", "\\u00e9", "\\ud83d\\ude00", "\\ud83d", "\\uD83Dx", "\\u12", "\\x", "\n", "é", "漢", "abcdefgh", "\\b\\f\\r\\t", "\x7f", "\\u0000", "\\udc00\\ud800"][r.next(20) if r.next(3) == 0 else r.next(9)])
        parts.append('"' if r.next(20) else "")
        t = "".join(parts)
    elif k <= 6:
        t = "[" + ",".join([rtext(r, d - 1) for _ in range(r.next(5))]) + ("]" if r.next(30) else "")
    else:
        names = ['"id"', '"name"', '"a"', '""', '"é"', '"longer name of it"', '"longer name of if"', '"longname"', '"longnamf"', '"\\u0041"', '"漢字"', "id", '"i', '"A"', '"id"']
        ms = []
        for _ in range(r.next(6)):
            ms.append(ws + names[r.next(len(names)) if r.next(6) == 0 else r.next(9)] + [":", " : ", ":", ""][r.next(4) if r.next(8) == 0 else r.next(3)] + rtext(r, d - 1))
        t = "{" + ",".join(ms) + ("}" if r.next(30) else "")
    return ws + t + ws

def show(v: Any) -> str:
    return ascii(v)

class Odd:
    def __init__(self, n: int) -> None:
        self.n = n

def fallback(o: Any) -> Any:
    if isinstance(o, Odd):
        return {"odd": o.n, "list": [o.n, None]}
    raise TypeError("no " + type(o).__name__)

def main() -> None:
    r = Rng(2026)
    n = 60
    for i in range(n):
        v = rvalue(r, 4)
        a = json.dumps(v)
        b = json.dumps(v, ensure_ascii=False, indent=r.next(3), separators=None if r.next(2) else (",", ": "))
        print(ascii(a))
        print(ascii(b))
        back = json.loads(a)
        print(back == json.loads(b), json.dumps(back) == a)
        try:
            print(ascii(json.dumps(v, sort_keys=True, indent=None if r.next(2) else "é\t")))
        except TypeError as e:
            print(e)
        print(ascii(json.dumps({1: Odd(i), "x": [Odd(2)], None: 1.5, True: (), 2.5: {}, "e": {}, "l": []}, default=fallback)))
    for i in range(n * 3):
        t = rtext(r, 4)
        try:
            print(show(json.loads(t)))
        except ValueError as e:
            print(type(e).__name__, e)
        try:
            print(show(json.loads(t, parse_float=str, parse_int=lambda s: "i" + s, parse_constant=lambda s: s, object_pairs_hook=lambda p: p)))
        except ValueError as e:
            print(type(e).__name__, e)
        try:
            print(json.JSONDecoder(strict=False).raw_decode(t, r.next(3)))
        except ValueError as e:
            print(type(e).__name__, ascii(str(e)))
        except UnicodeEncodeError as e:
            print("enc")

main()
