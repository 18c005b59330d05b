# expect-refusal: metaclass
"""A metaclass that changes the namespace of the classes it makes."""

from __future__ import annotations

from typing import Any


class Meta(type):
    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> Meta:
        namespace["label"] = name.lower()
        return super().__new__(mcs, name, bases, namespace)


class C(metaclass=Meta):
    pass


print(C)
