# expect-refusal: metaclass
"""A metaclass that answers for attributes nobody declares."""


class Meta(type):
    def __getattr__(cls, name: str) -> str:
        return name.upper()


class C(metaclass=Meta):
    pass


print(C.anything)
