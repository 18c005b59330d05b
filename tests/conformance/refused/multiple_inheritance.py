# expect-refusal: multiple-layout-bases
"""Two bases with fields."""


class A:
    def __init__(self) -> None:
        self.a = 1


class B:
    def __init__(self) -> None:
        self.b = 2


class C(A, B):
    pass


print(C().a)
