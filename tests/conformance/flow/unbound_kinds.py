# Variables of every type that have no value yet, or none any more.
def b(flag: int) -> bool:
    if flag > 1:
        x = True
    return x
def fl(flag: int) -> float:
    if flag > 1:
        x = 1.5
    return x
def i(flag: int) -> int:
    if flag > 1:
        x = 1
    return x
def s(flag: int) -> str:
    if flag > 1:
        x = "a"
    return x
def n(flag: int) -> None:
    if flag > 1:
        x = None
    print(x)
def tt(flag: int) -> "tuple[int, int]":
    if flag > 1:
        x = (1, 2)
    return x
def loop(n: int) -> int:
    for k in range(n):
        pass
    return k
def loopf(l: list[float]) -> float:
    for k in l:
        pass
    return k
def d(flag: int) -> int:
    x = 5
    if flag < 2:
        del x
    return x
def db(flag: int) -> bool:
    x = True
    if flag < 2:
        del x
    return x
def df(flag: int) -> float:
    x = 0.5
    if flag < 2:
        del x
    x += 1
    return x
def exc() -> str:
    try:
        raise ValueError("v")
    except ValueError as e:
        pass
    return str(e)  # type: ignore
def wal(flag: int) -> bool:
    if flag > 1 and (y := flag > 3):
        pass
    return y
def clo(flag: int) -> bool:
    def inner() -> bool:
        return z
    if flag > 1:
        z = True
    return inner()
def clof(flag: int) -> float:
    def inner() -> float:
        return z
    if flag > 1:
        z = 1.0
    return inner()
def delclo(flag: int) -> int:
    z = 1
    def inner() -> int:
        return z
    if flag < 2:
        del z
    return inner()
def tr(flag: int) -> bool:
    try:
        if flag < 2:
            raise KeyError(1)
        ok = True
    except KeyError:
        pass
    return ok
def wh(n: int) -> bool:
    while n > 0:
        r = n > 2
        n -= 1
    return r
def compl(flag: int) -> list[int]:
    if flag > 1:
        x = 3
    return [x for _ in range(2)]
def gen(flag: int):
    if flag > 1:
        x = True
    yield 1
    yield x
def ww(flag: int) -> bool:
    match flag:
        case 5:
            v = True
        case _:
            pass
    return v
if len(b.__name__) > 5:
    G = True
    H = 1.0
def g() -> bool:
    return G
def h() -> float:
    return H
class C:
    a: bool
    f: float
    i: int
    s: str
    def __init__(self, flag: int) -> None:
        if flag > 1:
            self.a = True
            self.f = 1.0
            self.i = 1
            self.s = ""
def ca(f: int) -> bool: return C(f).a
def cf(f: int) -> float: return C(f).f
def ci(f: int) -> int: return C(f).i
def cs(f: int) -> str: return C(f).s
def run(name: str, flag: int) -> None:
    try:
        if name == "b": print(b(flag))
        if name == "fl": print(fl(flag))
        if name == "i": print(i(flag))
        if name == "s": print(s(flag))
        if name == "n": n(flag)
        if name == "tt": print(tt(flag))
        if name == "loop": print(loop(flag - 1))
        if name == "loopf": print(loopf([1.0] if flag > 1 else []))
        if name == "d": print(d(flag))
        if name == "db": print(db(flag))
        if name == "df": print(df(flag))
        if name == "exc": print(exc())
        if name == "wal": print(wal(flag))
        if name == "clo": print(clo(flag))
        if name == "clof": print(clof(flag))
        if name == "delclo": print(delclo(flag))
        if name == "tr": print(tr(flag))
        if name == "wh": print(wh(flag - 1))
        if name == "compl": print(compl(flag))
        if name == "gen": print(list(gen(flag)))
        if name == "ww": print(ww(flag))
        if name == "g": print(g())
        if name == "h": print(h())
        if name == "ca": print(ca(flag))
        if name == "cf": print(cf(flag))
        if name == "ci": print(ci(flag))
        if name == "cs": print(cs(flag))
    except Exception as e:
        print(name, flag, type(e).__name__, e)
for name in "b fl i s n tt loop loopf d db df exc wal clo clof delclo tr wh compl gen ww g h ca cf ci cs".split():
    for flag in (1, 5):
        run(name, flag)
