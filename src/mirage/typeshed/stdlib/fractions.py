"""Rational numbers."""

from __future__ import annotations

import math as _math
from typing import Any, Final, Literal, overload
from typing_extensions import Self

__all__ = ["Fraction"]

_PRIME: Final = (1 << 61) - 1  # numbers are hashed modulo this


def _number(text: str) -> int:
    """The value of digits with single underscores between them, -1 when it is no such text."""
    if not text.replace("_", "").isdecimal() or text[0] == "_" or text[-1] == "_" or "__" in text:
        return -1
    return int(text)


def _parsed(whole: str) -> tuple[int, int]:
    """(numerator, denominator) of `3/4`, `-1.5e3` and the like."""
    text = whole.strip()
    sign = 1
    if text[:1] == "-" or text[:1] == "+":
        sign = -1 if text[0] == "-" else 1
        text = text[1:]
    if "/" in text:
        before, _, after = text.partition("/")
        if before and after:
            top, bottom = _number(before), _number(after)
            if top >= 0 and bottom >= 0:
                return sign * top, bottom
    elif text:
        mantissa, exponent = text, 0
        place = max(text.find("e"), text.find("E"))
        valid = True
        if place >= 0:
            mantissa, tail = text[:place], text[place + 1 :]
            negative = tail[:1] == "-"
            digits = tail[1:] if tail[:1] == "-" or tail[:1] == "+" else tail
            exponent = _number(digits) if digits else -1
            valid = exponent >= 0
            exponent = -exponent if negative else exponent
        before, _, after = mantissa.partition(".")
        top = _number(before) if before else 0
        low = _number(after) if after else 0
        if valid and top >= 0 and low >= 0 and (before or after):
            places = len(after.replace("_", ""))
            top = top * 10**places + low
            exponent -= places
            if exponent >= 0:
                return sign * top * 10**exponent, 1
            return sign * top, 10**-exponent
    raise ValueError(f"Invalid literal for Fraction: {whole!r}")


def _powered(base: float, exponent: float) -> object:
    """A fractional power is irrational in general, and complex of what is negative."""
    if base < 0.0 and exponent != _math.floor(exponent):
        return complex(base) ** exponent
    return base**exponent


def _quotient(a: int | Fraction, b: int | Fraction) -> int:
    return a.numerator * b.denominator // (a.denominator * b.numerator)


def _rest(a: int | Fraction, b: int | Fraction) -> Fraction:
    bottom = a.denominator * b.denominator
    return Fraction(a.numerator * b.denominator % (b.numerator * a.denominator), bottom)


class Fraction:
    """numerator / denominator in lowest terms; the denominator is positive."""

    _numerator: int
    _denominator: int

    def __new__(
        cls, numerator: int | float | str | Fraction = 0, denominator: int | Fraction | None = None
    ) -> Self:
        top, bottom = 0, 1
        if isinstance(numerator, str):
            top, bottom = _parsed(numerator)
            if bottom == 0:
                raise ZeroDivisionError(f"Fraction({top}, 0)")
        elif isinstance(numerator, Fraction):
            top, bottom = numerator._numerator, numerator._denominator
        elif isinstance(numerator, float):
            top, bottom = numerator.as_integer_ratio()
        else:
            top = int(numerator)
        if denominator is not None:
            if isinstance(numerator, (str, float)):
                raise TypeError("both arguments should be Rational instances")
            if isinstance(denominator, Fraction):
                top, bottom = top * denominator._denominator, bottom * denominator._numerator
            else:
                bottom *= denominator
            if bottom == 0:
                raise ZeroDivisionError(f"Fraction({top}, 0)")
        common = _math.gcd(top, bottom)
        if bottom < 0:
            common = -common
        self = super().__new__(cls)
        self._numerator = top // common
        self._denominator = bottom // common
        return self

    @classmethod
    def from_float(cls, f: int | float) -> Self:
        top, bottom = f.as_integer_ratio()
        return cls(top, bottom)

    def as_integer_ratio(self) -> tuple[int, int]:
        return self._numerator, self._denominator

    @property
    def numerator(self) -> int:
        return self._numerator

    @property
    def denominator(self) -> int:
        return self._denominator

    @property
    def real(self) -> Fraction:
        return self

    @property
    def imag(self) -> Literal[0]:
        return 0

    def conjugate(self) -> Fraction:
        return self

    def limit_denominator(self, max_denominator: int = 1000000) -> Fraction:
        """The nearest fraction whose denominator is not above that."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        first, second = Fraction(p0 + k * p1, q0 + k * q1), Fraction(p1, q1)
        return second if abs(second - self) <= abs(first - self) else first

    # --- arithmetic ----------------------------------------------------------------------------

    def _float(self) -> float:
        return self._numerator / self._denominator

    def _plus(self, n: int, d: int) -> Fraction:
        return Fraction(self._numerator * d + n * self._denominator, self._denominator * d)

    def _times(self, n: int, d: int) -> Fraction:
        return Fraction(self._numerator * n, self._denominator * d)

    def _over(self, n: int, d: int) -> Fraction:
        if n == 0:
            sign = 1 if self._numerator > 0 else -1 if self._numerator < 0 else 0
            raise ZeroDivisionError(f"Fraction({sign}, 0)")
        return self._times(d, n)

    @overload
    def __add__(self, b: int | Fraction) -> Fraction:
        return self._plus(b.numerator, b.denominator)

    @overload
    def __add__(self, b: float) -> float:
        return self._float() + b

    @overload
    def __add__(self, b: complex) -> complex:
        return self._float() + b

    def __add__(self, b: object) -> object:
        if isinstance(b, (int, Fraction)):
            return self._plus(b.numerator, b.denominator)
        return self._float() + b if isinstance(b, (float, complex)) else NotImplemented

    @overload
    def __radd__(self, a: int | Fraction) -> Fraction:
        return self._plus(a.numerator, a.denominator)

    @overload
    def __radd__(self, a: float) -> float:
        return a + self._float()

    @overload
    def __radd__(self, a: complex) -> complex:
        return a + self._float()

    def __radd__(self, a: object) -> object:
        if isinstance(a, (int, Fraction)):
            return self._plus(a.numerator, a.denominator)
        return a + self._float() if isinstance(a, (float, complex)) else NotImplemented

    @overload
    def __sub__(self, b: int | Fraction) -> Fraction:
        return self._plus(-b.numerator, b.denominator)

    @overload
    def __sub__(self, b: float) -> float:
        return self._float() - b

    @overload
    def __sub__(self, b: complex) -> complex:
        return self._float() - b

    def __sub__(self, b: object) -> object:
        if isinstance(b, (int, Fraction)):
            return self._plus(-b.numerator, b.denominator)
        return self._float() - b if isinstance(b, (float, complex)) else NotImplemented

    @overload
    def __rsub__(self, a: int | Fraction) -> Fraction:
        return (-self)._plus(a.numerator, a.denominator)

    @overload
    def __rsub__(self, a: float) -> float:
        return a - self._float()

    @overload
    def __rsub__(self, a: complex) -> complex:
        return a - self._float()

    def __rsub__(self, a: object) -> object:
        if isinstance(a, (int, Fraction)):
            return (-self)._plus(a.numerator, a.denominator)
        return a - self._float() if isinstance(a, (float, complex)) else NotImplemented

    @overload
    def __mul__(self, b: int | Fraction) -> Fraction:
        return self._times(b.numerator, b.denominator)

    @overload
    def __mul__(self, b: float) -> float:
        return self._float() * b

    @overload
    def __mul__(self, b: complex) -> complex:
        return self._float() * b

    def __mul__(self, b: object) -> object:
        if isinstance(b, (int, Fraction)):
            return self._times(b.numerator, b.denominator)
        return self._float() * b if isinstance(b, (float, complex)) else NotImplemented

    @overload
    def __rmul__(self, a: int | Fraction) -> Fraction:
        return self._times(a.numerator, a.denominator)

    @overload
    def __rmul__(self, a: float) -> float:
        return a * self._float()

    @overload
    def __rmul__(self, a: complex) -> complex:
        return a * self._float()

    def __rmul__(self, a: object) -> object:
        if isinstance(a, (int, Fraction)):
            return self._times(a.numerator, a.denominator)
        return a * self._float() if isinstance(a, (float, complex)) else NotImplemented

    @overload
    def __truediv__(self, b: int | Fraction) -> Fraction:
        return self._over(b.numerator, b.denominator)

    @overload
    def __truediv__(self, b: float) -> float:
        return self._float() / b

    @overload
    def __truediv__(self, b: complex) -> complex:
        return self._float() / b

    def __truediv__(self, b: object) -> object:
        if isinstance(b, (int, Fraction)):
            return self._over(b.numerator, b.denominator)
        return self._float() / b if isinstance(b, (float, complex)) else NotImplemented

    @overload
    def __rtruediv__(self, a: int | Fraction) -> Fraction:
        return Fraction(a)._over(self._numerator, self._denominator)

    @overload
    def __rtruediv__(self, a: float) -> float:
        return a / self._float()

    @overload
    def __rtruediv__(self, a: complex) -> complex:
        return a / self._float()

    def __rtruediv__(self, a: object) -> object:
        if isinstance(a, (int, Fraction)):
            return Fraction(a)._over(self._numerator, self._denominator)
        return a / self._float() if isinstance(a, (float, complex)) else NotImplemented

    @overload
    def __floordiv__(self, b: int | Fraction) -> int:
        return _quotient(self, b)

    @overload
    def __floordiv__(self, b: float) -> float:
        return self._float() // b

    def __floordiv__(self, b: object) -> object:
        if isinstance(b, (int, Fraction)):
            return _quotient(self, b)
        return self._float() // b if isinstance(b, float) else NotImplemented

    @overload
    def __rfloordiv__(self, a: int | Fraction) -> int:
        return _quotient(a, self)

    @overload
    def __rfloordiv__(self, a: float) -> float:
        return a // self._float()

    def __rfloordiv__(self, a: object) -> object:
        if isinstance(a, (int, Fraction)):
            return _quotient(a, self)
        return a // self._float() if isinstance(a, float) else NotImplemented

    @overload
    def __mod__(self, b: int | Fraction) -> Fraction:
        return _rest(self, b)

    @overload
    def __mod__(self, b: float) -> float:
        return self._float() % b

    def __mod__(self, b: object) -> object:
        if isinstance(b, (int, Fraction)):
            return _rest(self, b)
        return self._float() % b if isinstance(b, float) else NotImplemented

    @overload
    def __rmod__(self, a: int | Fraction) -> Fraction:
        return _rest(a, self)

    @overload
    def __rmod__(self, a: float) -> float:
        return a % self._float()

    def __rmod__(self, a: object) -> object:
        if isinstance(a, (int, Fraction)):
            return _rest(a, self)
        return a % self._float() if isinstance(a, float) else NotImplemented

    @overload
    def __divmod__(self, b: int | Fraction) -> tuple[int, Fraction]:
        return (_quotient(self, b), _rest(self, b))

    @overload
    def __divmod__(self, b: float) -> tuple[float, float]:
        return divmod(self._float(), b)

    def __divmod__(self, b: object) -> object:
        if isinstance(b, (int, Fraction)):
            return (_quotient(self, b), _rest(self, b))
        return divmod(self._float(), b) if isinstance(b, float) else NotImplemented

    @overload
    def __rdivmod__(self, a: int | Fraction) -> tuple[int, Fraction]:
        return (_quotient(a, self), _rest(a, self))

    @overload
    def __rdivmod__(self, a: float) -> tuple[float, float]:
        return divmod(a, self._float())

    def __rdivmod__(self, a: object) -> object:
        if isinstance(a, (int, Fraction)):
            return (_quotient(a, self), _rest(a, self))
        return divmod(a, self._float()) if isinstance(a, float) else NotImplemented

    @overload
    def __pow__(self, b: int) -> Fraction:
        return self._power(b)

    @overload
    def __pow__(self, b: float | Fraction) -> Any: ...

    @overload
    def __pow__(self, b: complex) -> complex:
        return self._float() ** b

    def __pow__(self, b: object) -> object:
        if isinstance(b, Fraction):
            return self._power(b._numerator) if b._denominator == 1 else _powered(self._float(), b._float())
        if isinstance(b, int):
            return self._power(b)
        if isinstance(b, float):
            return _powered(self._float(), b)
        return self._float() ** b if isinstance(b, complex) else NotImplemented

    @overload
    def __rpow__(self, a: float | Fraction) -> Any: ...

    @overload
    def __rpow__(self, a: complex) -> complex:
        return a ** self._float()

    def __rpow__(self, a: object) -> object:
        if self._denominator == 1 and isinstance(a, int):
            return a**self._numerator if self._numerator >= 0 else Fraction(a) ** self._numerator
        if isinstance(a, int):
            return _powered(float(a), self._float())
        if self._denominator == 1 and isinstance(a, (float, complex)):
            return a**self._numerator
        if isinstance(a, float):
            return _powered(a, self._float())
        return a ** self._float() if isinstance(a, complex) else NotImplemented

    def _power(self, exponent: int) -> Fraction:
        if exponent >= 0:
            return Fraction(self._numerator**exponent, self._denominator**exponent)
        if self._numerator == 0:
            raise ZeroDivisionError(f"Fraction({self._denominator**-exponent}, 0)")
        return Fraction(self._denominator**-exponent, self._numerator**-exponent)

    def __pos__(self) -> Fraction:
        return Fraction(self)

    def __neg__(self) -> Fraction:
        return Fraction(-self._numerator, self._denominator)

    def __abs__(self) -> Fraction:
        return Fraction(abs(self._numerator), self._denominator)

    def __int__(self) -> int:
        return self.__trunc__()

    def __float__(self) -> float:
        return self._float()

    def __trunc__(self) -> int:
        if self._numerator < 0:
            return -(-self._numerator // self._denominator)
        return self._numerator // self._denominator

    def __floor__(self) -> int:
        return self._numerator // self._denominator

    def __ceil__(self) -> int:
        return -(-self._numerator // self._denominator)

    @overload
    def __round__(self, ndigits: None = None) -> int: ...
    @overload
    def __round__(self, ndigits: int) -> Fraction: ...
    def __round__(self, ndigits: int | None = None) -> int | Fraction:
        if ndigits is None:
            return self._rounded()
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction((self * shift)._rounded(), shift)
        return Fraction((self / shift)._rounded() * shift)

    def _rounded(self) -> int:
        quotient, rest = divmod(self._numerator, self._denominator)
        twice = rest * 2
        if twice > self._denominator or (twice == self._denominator and quotient % 2):
            return quotient + 1
        return quotient

    # --- order ---------------------------------------------------------------------------------

    def _compared(self, other: int | float | Fraction) -> int:
        """Negative, 0 or positive; 2 for not a number."""
        if isinstance(other, float):
            if not _math.isfinite(other):
                return 2 if other != other else -1 if other > 0.0 else 1
            n, d = other.as_integer_ratio()
        else:
            n, d = other.numerator, other.denominator
        difference = self._numerator * d - n * self._denominator
        return -1 if difference < 0 else 1 if difference > 0 else 0

    def __eq__(self, b: object) -> bool:
        if isinstance(b, (int, Fraction)):
            return self._numerator == b.numerator and self._denominator == b.denominator
        if isinstance(b, float):
            return self._compared(b) == 0
        if isinstance(b, complex):
            return b.imag == 0.0 and self._compared(b.real) == 0
        return NotImplemented

    def __lt__(self, b: int | float | Fraction) -> bool:
        return self._compared(b) == -1

    def __gt__(self, b: int | float | Fraction) -> bool:
        return self._compared(b) == 1

    def __le__(self, b: int | float | Fraction) -> bool:
        return self._compared(b) in (-1, 0)

    def __ge__(self, b: int | float | Fraction) -> bool:
        return self._compared(b) in (0, 1)

    def __bool__(self) -> bool:
        return self._numerator != 0

    def __hash__(self) -> int:
        """That of an equal int or float."""
        if self._denominator % _PRIME == 0:
            value = 314159
        else:
            value = abs(self._numerator) * pow(self._denominator, -1, _PRIME) % _PRIME
        if self._numerator < 0:
            value = -value
        return -2 if value == -1 else value

    def __copy__(self) -> Self:
        return self if type(self) is Fraction else type(self)(self._numerator, self._denominator)

    def __deepcopy__(self, memo: Any) -> Self:
        return self.__copy__()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._numerator}, {self._denominator})"

    def __str__(self) -> str:
        if self._denominator == 1:
            return str(self._numerator)
        return f"{self._numerator}/{self._denominator}"
