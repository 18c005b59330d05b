# expect-refusal: unsupported
"""The object that `super()` makes."""

class A:
    def f(self) -> None:
        s = super()
        print(s)


A().f()
