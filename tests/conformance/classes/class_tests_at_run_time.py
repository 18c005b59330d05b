"""isinstance, issubclass, except and suppress with classes in variables; intersections of classes."""

class A:
    def a(self) -> str: return "a"
class B:
    def b(self) -> str: return "b"
class C(A, B):
    pass
class D(A):
    pass
def f(x: A) -> str:
    if isinstance(x, B):
        return x.a() + x.b()
    return x.a()
print(f(A()), f(C()), f(D()))
def g(x: object) -> object:
    if callable(x):
        return x()
    return x
print(g(3), g(lambda: 4))
def k(x: A | int) -> object:
    match x:
        case B():
            return x.b()
        case A() as y:
            return y.a()
        case z:
            return z
print(k(A()), k(C()), k(5))
for cls in (A, B, C, int, (A, B), (int, str)):
    print([isinstance(v, cls) for v in (A(), B(), C(), D(), 1, "s", True, None)])
class E1(Exception): pass
class E2(E1): pass
def attempt(kinds: type[Exception] | tuple[type[Exception], ...], e: Exception) -> str:
    try:
        raise e
    except kinds as err:
        return f"caught {err!r}"
    except Exception:
        return "not caught"
print(attempt(E1, E2()), attempt(E2, E1()), attempt((KeyError, E1), E1()), attempt((), E1()), attempt((LookupError,), KeyError(1)))
import contextlib
with contextlib.suppress(KeyError, E1):
    raise E2
def sub(a: type, b: type) -> bool:
    return issubclass(a, b)
print(sub(E2, E1), sub(E1, E2), sub(bool, int), sub(int, object), issubclass(type(C()), A))
def pick(x: object, kind: type[int] | type[str]) -> object:
    if isinstance(x, kind):
        return x * 2
    return None
print(pick(3, int), pick("a", int), pick("b", str))
print(isinstance([1.5], list), [isinstance(x, t) for t in (list, dict, object) for x in ([1], [1.5], {1: 2})])
