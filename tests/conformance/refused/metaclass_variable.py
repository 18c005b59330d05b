# expect-refusal: metaclass
"""A metaclass sets what the class declares itself: which of the two `C.label` is, is not one thing here."""

from typing import Any


class Meta(type):
    label: str

    def __init__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> None:
        super().__init__(name, bases, namespace)
        cls.label = name.lower()


class C(metaclass=Meta):
    label = "own"


print(C.label)
