# expect-refusal: metaclass
"""A metaclass of the program's own."""


class Meta(type):
    pass


class C(metaclass=Meta):
    pass


print(C)
