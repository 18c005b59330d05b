"""Built-ins held as Any meet objects of classes derived from them."""

from typing import Any
class S(set[int]): pass
class L(list[int]): pass
class T(str): pass
class U(tuple[int, ...]): pass
class B(bytes): pass
class F(frozenset[int]): pass
class I(int): pass
def both(a: Any, b: Any, ops: str) -> None:
    for op in ops:
        try:
            if op == "+": r = a + b
            elif op == "|": r = a | b
            elif op == "&": r = a & b
            elif op == "-": r = a - b
            elif op == "^": r = a ^ b
            elif op == "*": r = a * b
            elif op == "<": r = a < b
            elif op == "=": r = a == b
            else: r = a % b
            print(op, type(r).__name__, r)
        except TypeError as error:
            print(op, error)
both({1}, S([2]), "|&-^<=")
both(S([2]), {1}, "|&-^<=")
both(frozenset({1}), F([2]), "|&-^<=")
both(F([2]), {1}, "|&-^<=")
both([1], L([2]), "+<=")
both(L([1]), [2], "+<=")
both("a", T("b"), "+<=%")
both((1,), U([2]), "+<=")
both(b"a", B(b"b"), "+<=")
both("%s", T("b"), "%")
both(2, I(3), "+|&-^*<=%")
both(I(3), 2, "+|&-^*<=%")
both(2.5, I(3), "+-*<=%")
both([1], I(3), "*")
both(I(3), "ab", "*")
both(3, L([1]), "*")
