"""Augmented assignment to values whose class is known only at run time: the object itself may change."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from mirage.runtime import dynamic


@runtime_checkable
class _HasIadd(Protocol):
    def __iadd__(self, other: object, /) -> object: ...


def inplace_add(a: object, b: object) -> object:
    if not isinstance(a, int | float) and isinstance(a, _HasIadd):
        answer = a.__iadd__(b)
        if answer is not NotImplemented:
            return answer
    try:
        return dynamic.binary_add(a, b)
    except TypeError as error:
        dynamic.name_assignment(error, "+", a, b)
        raise


@runtime_checkable
class _HasIsub(Protocol):
    def __isub__(self, other: object, /) -> object: ...


def inplace_sub(a: object, b: object) -> object:
    if not isinstance(a, int | float) and isinstance(a, _HasIsub):
        answer = a.__isub__(b)
        if answer is not NotImplemented:
            return answer
    try:
        return dynamic.binary_sub(a, b)
    except TypeError as error:
        dynamic.name_assignment(error, "-", a, b)
        raise


@runtime_checkable
class _HasImul(Protocol):
    def __imul__(self, other: object, /) -> object: ...


def inplace_mul(a: object, b: object) -> object:
    if not isinstance(a, int | float) and isinstance(a, _HasImul):
        answer = a.__imul__(b)
        if answer is not NotImplemented:
            return answer
    try:
        return dynamic.binary_mul(a, b)
    except TypeError as error:
        dynamic.name_assignment(error, "*", a, b)
        raise


@runtime_checkable
class _HasItruediv(Protocol):
    def __itruediv__(self, other: object, /) -> object: ...


def inplace_truediv(a: object, b: object) -> object:
    if not isinstance(a, int | float) and isinstance(a, _HasItruediv):
        answer = a.__itruediv__(b)
        if answer is not NotImplemented:
            return answer
    try:
        return dynamic.binary_truediv(a, b)
    except TypeError as error:
        dynamic.name_assignment(error, "/", a, b)
        raise


@runtime_checkable
class _HasIfloordiv(Protocol):
    def __ifloordiv__(self, other: object, /) -> object: ...


def inplace_floordiv(a: object, b: object) -> object:
    if not isinstance(a, int | float) and isinstance(a, _HasIfloordiv):
        answer = a.__ifloordiv__(b)
        if answer is not NotImplemented:
            return answer
    try:
        return dynamic.binary_floordiv(a, b)
    except TypeError as error:
        dynamic.name_assignment(error, "//", a, b)
        raise


@runtime_checkable
class _HasImod(Protocol):
    def __imod__(self, other: object, /) -> object: ...


def inplace_mod(a: object, b: object) -> object:
    if not isinstance(a, int | float) and isinstance(a, _HasImod):
        answer = a.__imod__(b)
        if answer is not NotImplemented:
            return answer
    try:
        return dynamic.binary_mod(a, b)
    except TypeError as error:
        dynamic.name_assignment(error, "%", a, b)
        raise


@runtime_checkable
class _HasIpow(Protocol):
    def __ipow__(self, other: object, /) -> object: ...


def inplace_pow(a: object, b: object) -> object:
    if not isinstance(a, int | float) and isinstance(a, _HasIpow):
        answer = a.__ipow__(b)
        if answer is not NotImplemented:
            return answer
    try:
        return dynamic.binary_pow(a, b)
    except TypeError as error:
        dynamic.name_assignment(error, "**", a, b)
        raise


@runtime_checkable
class _HasIand(Protocol):
    def __iand__(self, other: object, /) -> object: ...


def inplace_and(a: object, b: object) -> object:
    if not isinstance(a, int | float) and isinstance(a, _HasIand):
        answer = a.__iand__(b)
        if answer is not NotImplemented:
            return answer
    try:
        return dynamic.binary_and(a, b)
    except TypeError as error:
        dynamic.name_assignment(error, "&", a, b)
        raise


@runtime_checkable
class _HasIor(Protocol):
    def __ior__(self, other: object, /) -> object: ...


def inplace_or(a: object, b: object) -> object:
    if not isinstance(a, int | float) and isinstance(a, _HasIor):
        answer = a.__ior__(b)
        if answer is not NotImplemented:
            return answer
    try:
        return dynamic.binary_or(a, b)
    except TypeError as error:
        dynamic.name_assignment(error, "|", a, b)
        raise


@runtime_checkable
class _HasIxor(Protocol):
    def __ixor__(self, other: object, /) -> object: ...


def inplace_xor(a: object, b: object) -> object:
    if not isinstance(a, int | float) and isinstance(a, _HasIxor):
        answer = a.__ixor__(b)
        if answer is not NotImplemented:
            return answer
    try:
        return dynamic.binary_xor(a, b)
    except TypeError as error:
        dynamic.name_assignment(error, "^", a, b)
        raise


@runtime_checkable
class _HasIlshift(Protocol):
    def __ilshift__(self, other: object, /) -> object: ...


def inplace_lshift(a: object, b: object) -> object:
    if not isinstance(a, int | float) and isinstance(a, _HasIlshift):
        answer = a.__ilshift__(b)
        if answer is not NotImplemented:
            return answer
    try:
        return dynamic.binary_lshift(a, b)
    except TypeError as error:
        dynamic.name_assignment(error, "<<", a, b)
        raise


@runtime_checkable
class _HasIrshift(Protocol):
    def __irshift__(self, other: object, /) -> object: ...


def inplace_rshift(a: object, b: object) -> object:
    if not isinstance(a, int | float) and isinstance(a, _HasIrshift):
        answer = a.__irshift__(b)
        if answer is not NotImplemented:
            return answer
    try:
        return dynamic.binary_rshift(a, b)
    except TypeError as error:
        dynamic.name_assignment(error, ">>", a, b)
        raise


@runtime_checkable
class _HasImatmul(Protocol):
    def __imatmul__(self, other: object, /) -> object: ...


def inplace_matmul(a: object, b: object) -> object:
    if not isinstance(a, int | float) and isinstance(a, _HasImatmul):
        answer = a.__imatmul__(b)
        if answer is not NotImplemented:
            return answer
    try:
        return dynamic.binary_matmul(a, b)
    except TypeError as error:
        dynamic.name_assignment(error, "@", a, b)
        raise
