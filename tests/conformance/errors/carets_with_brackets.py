"""Carets under operations with brackets around an operand, and subscripts of brackets."""
def a(v: int) -> int:
    return 1 // (v - 1)
def b(v: int) -> int:
    return 1 // v
def c(v: int) -> float:
    return 2 / (v)
def d(v: list[int]) -> int:
    return (v)[3] + v[(3)]
for f in (a,):
    try:
        f(1)
    except ZeroDivisionError as e:
        x = e
for g in (b, c):
    try:
        g(0)
    except ZeroDivisionError as e:
        x.add_note("n")
        y = e
        y.__context__ = x
        x = y
try:
    d([])
finally:
    raise x
