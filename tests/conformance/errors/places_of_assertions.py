"""Where a failed assertion is told to be: at its last comparison, or nowhere."""

import traceback
x: object = 3
y = 4
def a1() -> None:
    assert isinstance(x, list), "call"
def a2() -> None:
    assert x == 4, "compare"
def a3() -> None:
    assert 1 < y < 3, "chained"
def a4() -> None:
    assert not x, "not"
def a5() -> None:
    assert x == 4 or y == 5, "or"
def a6() -> None:
    assert x == 3 and y == 5, "and"
def a7() -> None:
    assert (x == 5 if y else y == 4), "ifexp"
def a8() -> None:
    assert not x == 3, "not compare"
def a9() -> None:
    assert y - 4, "sub"
def a10() -> None:
    assert x == 4
def a11() -> None:
    assert isinstance(x, str)
def a12() -> None:
    assert not isinstance(x, int) or isinstance(x, str), "orcall"
def a13() -> None:
    assert y in (1, 2), "in"
def a14() -> None:
    if y: assert isinstance(x, str), "in line"
def a15() -> None:
    assert isinstance(x, int) and y == 3, "and2"
def a16() -> None:
    assert y == 4 and isinstance(x, str), "and2"
def a17() -> None:
    assert y == 5 or isinstance(x, str), "and2"
def a18() -> None:
    assert y == 5 or not (y == 4 and isinstance(x, int)), "and2"
for f in (a1,a2,a3,a4,a5,a6,a7,a8,a9,a10,a11,a12,a13,a14,a15,a16,a17,a18):
    try:
        f()
    except AssertionError:
        print(traceback.format_exc())
