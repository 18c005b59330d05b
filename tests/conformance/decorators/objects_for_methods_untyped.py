"""Decorators that nobody annotated, whose objects are methods, or are not."""

from functools import partial, wraps


def traced(f):
    class Traced:
        def __init__(self, f):
            self.f = f
            self.calls = 0

        def __get__(self, obj, owner=None):
            if obj is None:
                return self
            return partial(self.call, obj)

        def call(self, obj, *args, **kw):
            self.calls += 1
            return self.f(obj, *args, **kw)

    return Traced(f)


class Counted:
    def __init__(self, f):
        self.f = f

    def __call__(self, *args):
        return ("called", len(args))


def counted(f):
    return Counted(f)


def plain(f):
    @wraps(f)
    def inner(self, *args):
        return f(self, *args) + 1

    return inner


def sometimes(yes):
    def deco(f):
        return Counted(f) if yes else plain(f)

    return deco


class A:
    def __init__(self, n):
        self.n = n

    @traced
    def m(self, k, more=0):
        return self.n + k + more

    @counted
    def c(self, k):
        return k

    @plain
    def p(self, k):
        return self.n * k

    @sometimes(True)
    def s(self, k):
        return k

    @sometimes(False)
    def t(self, k):
        return self.n - k


class B(A):
    @traced
    def m(self, k, more=0):
        return -k


def main():
    a = A(3)
    print(a.m(4), a.m(4, more=2), a.c(1), a.p(2), a.s(1), a.t(1))
    f, g, h = a.m, a.c, a.p
    print(f(5), g(1, 2, 3), h(7), A.p(a, 2), A.c(1), type(A.m).__name__, A.m.calls, type(A.c).__name__)
    for one in (a, B(9)):
        print(one.m(1), one.p(1), one.c())
    bound = [A(i).p for i in range(3)]
    print([b(10) for b in bound], list(map(a.m, [1, 2])))


main()
