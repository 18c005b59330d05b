# expect-refusal: misc
"""No order of the bases serves both classes."""


class A:
    pass


class B(A):
    pass


class C(A, B):
    pass


print(C())
