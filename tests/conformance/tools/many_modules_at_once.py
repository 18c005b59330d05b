"""Half of the standard library in one small script: tokens, groups, formats, numbers, texts."""

import re, json, datetime as dt, itertools as it, functools as ft, operator as op, math, string, textwrap, random, statistics
from contextlib import contextmanager, suppress, ExitStack
from enum import Enum, auto, Flag
from typing import NamedTuple, Optional, Union, Protocol
import heapq, bisect, collections, copy, uuid, hashlib, base64, struct, io, sys, time, types, warnings, weakref, abc

class Token(NamedTuple):
    kind: str
    text: str
    pos: int

TOKEN_RE = re.compile(r"(?P<num>\d+(?:\.\d+)?)|(?P<name>[a-z_]\w*)|(?P<op>[-+*/()^=])|(?P<ws>\s+)")

def lex(src):
    pos = 0
    while pos < len(src):
        m = TOKEN_RE.match(src, pos)
        if not m:
            raise SyntaxError(f"bad char {src[pos]!r} at {pos}")
        if m.lastgroup != "ws":
            yield Token(m.lastgroup, m.group(), pos)
        pos = m.end()

class Parser:
    PREC = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}
    def __init__(self, src):
        self.toks = list(lex(src))
        self.i = 0
    def peek(self):
        return self.toks[self.i] if self.i < len(self.toks) else None
    def next(self):
        t = self.peek()
        self.i += 1
        return t
    def expr(self, p=0):
        t = self.next()
        if t is None:
            raise SyntaxError("eof")
        if t.kind == "num":
            left = float(t.text) if "." in t.text else int(t.text)
        elif t.text == "(":
            left = self.expr()
            assert self.next().text == ")"
        elif t.text == "-":
            left = ("neg", self.expr(2))
        else:
            left = ("var", t.text)
        while (n := self.peek()) and n.text in self.PREC and self.PREC[n.text] > p:
            self.next()
            left = (n.text, left, self.expr(self.PREC[n.text] - (n.text == "^")))
        return left

OPS = {"+": op.add, "-": op.sub, "*": op.mul, "/": op.truediv, "^": op.pow}

def ev(node, env):
    match node:
        case int() | float():
            return node
        case ("neg", x):
            return -ev(x, env)
        case ("var", name):
            return env[name]
        case (o, a, b):
            return OPS[o](ev(a, env), ev(b, env))

for s in ["1+2*3", "2^3^2", "-(1.5+x)*2", "(1+2)*(3-4)/y"]:
    tree = Parser(s).expr()
    print(s, tree, ev(tree, {"x": 2, "y": 7}))
for s in ["1 $ 2", "(1", ""]:
    try:
        print(Parser(s).expr())
    except (SyntaxError, AttributeError) as e:
        print(type(e).__name__, e)

@contextmanager
def timed(label, log=[]):
    log.append(label)
    try:
        yield log
    finally:
        log.append("/" + label)

with timed("a") as l1, timed("b"):
    pass
print(l1)

class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W

print(Perm.RW, Perm.R | Perm.X, ~Perm.R, [p.name for p in Perm], Perm(5))
groups = {k: list(g) for k, g in it.groupby(sorted(["apple", "avocado", "bean", "cherry", "cob"]), key=lambda w: w[0])}
print(groups)
print(json.dumps({"a": [1, 2.5, None, True], "b": {"c": "é\n"}}, indent=2, sort_keys=True))
data = json.loads('{"x": [1, {"y": 2}], "z": null}')
print(data["x"][1]["y"] + 1, data.get("z"), data["x"][0] / 2)
print(f"{math.pi:>10.3f}|{255:#x}|{1234567:,}|{'hi':^7}|{0.1+0.2!r}|{dt.date(2024, 2, 29):%d %b %Y}")
print(dt.datetime(2024, 1, 31) + dt.timedelta(days=30, hours=5), (dt.date(2024, 3, 1) - dt.date(2024, 2, 1)).days)
h: list[tuple[int, str]] = []
for w, n in [("c", 3), ("a", 1), ("b", 2)]:
    heapq.heappush(h, (n, w))
print([heapq.heappop(h) for _ in range(len(h))])
print(struct.pack("<IhB", 1, -2, 255).hex(), struct.unpack("<IhB", bytes.fromhex("01000000feffff")))
print(hashlib.sha256(b"x").hexdigest()[:16], base64.b64encode(b"hello").decode(), uuid.UUID(int=5))
print(statistics.mean([1, 2, 3.5]), statistics.stdev([1, 2, 4]))
rng = random.Random(42)
print(rng.randint(1, 100), rng.choice("abc"), rng.sample(range(10), 3), round(rng.gauss(0, 1), 6))
print(textwrap.fill("the quick brown fox jumps over the lazy dog", 16))
print(ft.reduce(lambda a, b: a * b, range(1, 25)), string.Template("$a-${b}").substitute(a=1, b=2))
warnings.simplefilter("always")
class Obs(abc.ABC):
    @abc.abstractmethod
    def notify(self, e): ...
try:
    Obs()  # type: ignore
except TypeError as e:
    print(e)
with suppress(KeyError):
    dict[str, int]()["x"]
x = [1, 2, 3, 4, 5]
x[1:3] = [9, 9, 9]
del x[::2]
print(x, x[::-1], *x, sep="|")
first, *mid, last = range(6)
print(first, mid, last)
print({**{"a": 1}, "b": 2} | {"c": 3}, [*range(3), *"ab"])
print(sorted({3: "c", 1: "a"}.items(), reverse=True), max([[1, 2], [1, 3]]), min("b", "a", key=ord))
print("%s %5.2f %-5s| %03d" % ("x", 2.5, "ab", 7), "{:>{w}}".format("r", w=4), "a,b,,c".split(","), "x=1;y=2".partition(";"))
print(bytes([1, 2, 255]), bytearray(b"ab") + b"c", memoryview(b"abcd")[1:3].tobytes(), "ñ".encode(), b"\xc3\xb1".decode())
