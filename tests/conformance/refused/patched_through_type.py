# expect-refusal: patching
"""A class variable set through `type`."""

class A:
    x = 1


type.__setattr__(A, "x", 2)
print(A.x)
