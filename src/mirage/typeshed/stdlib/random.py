"""Random numbers: the Mersenne Twister, the same numbers from the same seed as CPython 3.11."""

from __future__ import annotations

import math as _math
from collections.abc import Iterable, MutableSequence, Sequence
from typing import Any, Final, TypeVar, overload

from mirage.lowlevel import Array as _Array, i64 as _i64, u32 as _u32
from mirage.runtime.entropy import random_bytes as _random_bytes

__all__ = [
    "Random",
    "SystemRandom",
    "betavariate",
    "choice",
    "choices",
    "expovariate",
    "gammavariate",
    "gauss",
    "getrandbits",
    "getstate",
    "lognormvariate",
    "normalvariate",
    "paretovariate",
    "randbytes",
    "randint",
    "random",
    "randrange",
    "sample",
    "seed",
    "setstate",
    "shuffle",
    "triangular",
    "uniform",
    "vonmisesvariate",
    "weibullvariate",
]

_T = TypeVar("_T")

_N: Final = 624
_M: Final = 397
_NV_MAGICCONST: Final = 1.7155277699214135  # 4 * exp(-0.5) / sqrt(2)
_LOG4: Final = 1.3862943611198906
_SG_MAGICCONST: Final = 2.504077396776274  # 1 + log(4.5)
_TWOPI: Final = 6.283185307179586


class _Twister:
    """MT19937 (Matsumoto and Nishimura, 1998)."""

    state: _Array[_u32]
    index: _i64

    def __init__(self) -> None:
        self.state = _Array(_i64(_N))
        self.index = _i64(_N + 1)

    def seed_word(self, seed: _u32) -> None:
        """init_genrand of the reference implementation."""
        state = self.state
        value = seed
        state[_i64(0)] = value
        index = _i64(1)
        while index < _N:
            value = _u32(1812433253) * (value ^ (value >> 30)) + _u32(index)
            state[index] = value
            index = index + 1
        self.index = _i64(_N)

    def seed_array(self, key: list[int]) -> None:
        """init_by_array of the reference implementation; the key's items are 32-bit words."""
        self.seed_word(_u32(19650218))
        state = self.state
        length = len(key)
        i = _i64(1)
        j = 0
        for _ in range(max(_N, length)):
            before = state[i - 1]
            state[i] = (state[i] ^ ((before ^ (before >> 30)) * 1664525)) + _u32(key[j]) + _u32(j)
            i = i + 1
            j += 1
            if i >= _N:
                state[_i64(0)] = state[_i64(_N - 1)]
                i = _i64(1)
            if j >= length:
                j = 0
        for _ in range(_N - 1):
            before = state[i - 1]
            state[i] = (state[i] ^ ((before ^ (before >> 30)) * 1566083941)) - _u32(i)
            i = i + 1
            if i >= _N:
                state[_i64(0)] = state[_i64(_N - 1)]
                i = _i64(1)
        state[_i64(0)] = _u32(0x80000000)

    def _mix(self, high: _u32, low: _u32, far: _u32) -> _u32:
        y = (high & 0x80000000) | (low & 0x7FFFFFFF)
        mixed = far ^ (y >> 1)
        if (low & 1) != 0:
            mixed = mixed ^ 0x9908B0DF
        return mixed

    def _refill(self) -> None:
        state = self.state
        k = _i64(0)
        while k < _N - _M:
            state[k] = self._mix(state[k], state[k + 1], state[k + _M])
            k = k + 1
        while k < _N - 1:
            state[k] = self._mix(state[k], state[k + 1], state[k + (_M - _N)])
            k = k + 1
        state[k] = self._mix(state[k], state[_i64(0)], state[_i64(_M - 1)])
        self.index = _i64(0)

    def next(self) -> _u32:
        """32 random bits."""
        if self.index >= _N:
            self._refill()
        y = self.state[self.index]
        self.index = self.index + 1
        y = y ^ (y >> 11)
        y = y ^ ((y << 7) & 0x9D2C5680)
        y = y ^ ((y << 15) & 0xEFC60000)
        return y ^ (y >> 18)


def _seed_number(a: int | float) -> int:
    """The int that `seed(a)` stands for."""
    if isinstance(a, float):
        return abs(hash(a)) if a == a else 0
    return abs(a)


def _seed_text(a: str | bytes | bytearray, version: int) -> int:
    """The int that text or bytes stand for: with their SHA-512, or by the hash of the first version."""
    if version == 1:
        text = a if isinstance(a, str) else bytes(a).decode("latin-1")
        x = ord(text[0]) << 7 if text else 0
        for c in text:
            x = ((1000003 * x) ^ ord(c)) & 0xFFFFFFFFFFFFFFFF
        return x ^ len(text)
    import hashlib

    data = a.encode() if isinstance(a, str) else bytes(a)
    return int.from_bytes(data + hashlib.sha512(data).digest(), "big")


def _number(a: int | float | str | bytes | bytearray | None, version: int) -> int | None:
    if a is None:
        return None
    if isinstance(a, (str, bytes, bytearray)):
        return _seed_text(a, version)
    if isinstance(a, (int, float)):
        return _seed_number(a)
    raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")


class Random:
    """A generator of its own."""

    VERSION: int = 3

    _twister: _Twister
    gauss_next: float | None

    @overload
    def __init__(self, x: int | None = None) -> None:
        self._twister = _Twister()
        self._begin(x)

    @overload
    def __init__(self, x: int | float | str | bytes | bytearray | None = None) -> None: ...
    def __init__(self, x: int | float | str | bytes | bytearray | None = None) -> None:
        self._twister = _Twister()
        self._begin(_number(x, 2))

    @overload
    def seed(self, a: int | None = None, version: int = 2) -> None:
        self._begin(a)

    @overload
    def seed(self, a: int | float | str | bytes | bytearray | None = None, version: int = 2) -> None: ...
    def seed(self, a: int | float | str | bytes | bytearray | None = None, version: int = 2) -> None:
        """Begin again from `a`; from the machine's entropy when it is None."""
        self._begin(_number(a, version))

    def _begin(self, a: int | None) -> None:
        self.gauss_next = None
        key: list[int] = []
        number = int.from_bytes(_random_bytes(4 * _N), "little") if a is None else abs(a)
        while number:
            key.append(number & 0xFFFFFFFF)
            number >>= 32
        if not key:
            key.append(0)
        self._twister.seed_array(key)

    def getstate(self) -> tuple[Any, ...]:
        words: list[Any] = []
        for index in range(_N):
            words.append(int(self._twister.state[_i64(index)]))
        words.append(int(self._twister.index))
        return (3, tuple(words), self.gauss_next)

    def setstate(self, state: tuple[Any, ...]) -> None:
        version = state[0]
        if version not in (2, 3):
            raise ValueError(f"state with version {version} passed to Random.setstate() of version 3")
        _, words, gauss_next = state
        self.gauss_next = gauss_next
        if version == 2:  # whose words were signed
            words = tuple([word % 2**32 for word in words])
        if not isinstance(words, tuple):
            raise TypeError("state vector must be a tuple")
        if len(words) != _N + 1:
            raise ValueError("state vector is the wrong size")
        checked: list[int] = []
        for word in words[:_N]:
            if not isinstance(word, int):
                raise TypeError("an integer is required")
            if word < 0:
                raise OverflowError("can't convert negative value to unsigned int")
            if word >= 2**64:
                raise OverflowError("Python int too large to convert to C unsigned long")
            checked.append(word & 0xFFFFFFFF)
        last: int = words[_N]
        if not 0 <= last <= _N:
            raise ValueError("invalid state")
        for index in range(_N):
            self._twister.state[_i64(index)] = _u32(checked[index])
        self._twister.index = _i64(last)

    # --- bits and integers ---------------------------------------------------------------------

    def random(self) -> float:
        """A float from 0 up to 1, 53 bits."""
        a = int(self._twister.next() >> 5)
        b = int(self._twister.next() >> 6)
        return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0)

    def getrandbits(self, k: int, /) -> int:
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        if k <= 32:
            return 0 if k == 0 else int(self._twister.next()) >> (32 - k)
        result = 0
        shift = 0
        while k > 0:
            word = int(self._twister.next())
            if k < 32:
                word >>= 32 - k
            result |= word << shift
            shift += 32
            k -= 32
        return result

    def _below(self, n: int) -> int:
        """An int from 0 up to n (without it)."""
        k = n.bit_length()
        r = self.getrandbits(k)
        while r >= n:
            r = self.getrandbits(k)
        return r

    def randbytes(self, n: int) -> bytes:
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def randrange(self, start: int, stop: int | None = None, step: int = 1) -> int:
        if stop is None:
            if step != 1:
                raise TypeError("Missing a non-None stop argument")
            if start > 0:
                return self._below(start)
            raise ValueError("empty range for randrange()")
        width = stop - start
        if step == 1:
            if width > 0:
                return start + self._below(width)
            raise ValueError(f"empty range for randrange() ({start}, {stop}, {width})")
        if step > 0:
            n = (width + step - 1) // step
        elif step < 0:
            n = (width + step + 1) // step
        else:
            raise ValueError("zero step for randrange()")
        if n <= 0:
            raise ValueError("empty range for randrange()")
        return start + step * self._below(n)

    def randint(self, a: int, b: int) -> int:
        return self.randrange(a, b + 1)

    # --- sequences -----------------------------------------------------------------------------

    def choice(self, seq: Sequence[_T]) -> _T:
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._below(len(seq))]

    def shuffle(self, x: MutableSequence[Any]) -> None:
        i = len(x) - 1
        while i > 0:
            j = self._below(i + 1)
            x[i], x[j] = x[j], x[i]
            i -= 1

    def sample(self, population: Sequence[_T], k: int, *, counts: Iterable[int] | None = None) -> list[_T]:
        """`k` different positions of the population, in random order."""
        if counts is not None:
            return self._counted_sample(population, k, list(counts))
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        result: list[_T] = []
        setsize = 21  # size of a small set minus size of an empty list
        if k > 5:
            setsize += int(4 ** _math.ceil(_math.log(k * 3, 4)))
        if n <= setsize:
            pool = list(population)
            for i in range(k):
                j = self._below(n - i)
                result.append(pool[j])
                pool[j] = pool[n - i - 1]
        else:
            selected: set[int] = set()
            for _ in range(k):
                j = self._below(n)
                while j in selected:
                    j = self._below(n)
                selected.add(j)
                result.append(population[j])
        return result

    def _counted_sample(self, population: Sequence[_T], k: int, counts: list[int]) -> list[_T]:
        if len(counts) != len(population):
            raise ValueError("The number of counts does not match the population")
        sums: list[int] = []
        total = 0
        for count in counts:
            total += count
            sums.append(total)
        if total <= 0:
            raise ValueError("Total of counts must be greater than zero")
        result: list[_T] = []
        for position in self.sample(range(total), k):
            low = 0
            high = len(sums)
            while low < high:
                middle = (low + high) // 2
                if position < sums[middle]:
                    high = middle
                else:
                    low = middle + 1
            result.append(population[low])
        return result

    def choices(
        self,
        population: Sequence[_T],
        weights: Sequence[float] | None = None,
        *,
        cum_weights: Sequence[float] | None = None,
        k: int = 1,
    ) -> list[_T]:
        """`k` items, each drawn from the whole population."""
        n = len(population)
        result: list[_T] = []
        sums: list[float] = []
        if cum_weights is not None:
            if weights is not None:
                raise TypeError("Cannot specify both weights and cumulative weights")
            for weight in cum_weights:
                sums.append(weight)
        elif weights is not None:
            total = 0.0
            for weight in weights:
                total += weight
                sums.append(total)
        else:
            for _ in range(k):
                result.append(population[_math.floor(self.random() * float(n))])
            return result
        if len(sums) != n:
            raise ValueError("The number of weights does not match the population")
        total = sums[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if not _math.isfinite(total):
            raise ValueError("Total of weights must be finite")
        for _ in range(k):
            result.append(population[_first_above(sums, self.random() * total, n - 1)])
        return result

    # --- distributions -------------------------------------------------------------------------

    def uniform(self, a: float, b: float) -> float:
        return a + (b - a) * self.random()

    def triangular(self, low: float = 0.0, high: float = 1.0, mode: float | None = None) -> float:
        u = self.random()
        if high == low:
            return low
        c = 0.5 if mode is None else (mode - low) / (high - low)
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        return low + (high - low) * _math.sqrt(u * c)

    def normalvariate(self, mu: float = 0.0, sigma: float = 1.0) -> float:
        while True:
            u1 = self.random()
            u2 = 1.0 - self.random()
            z = _NV_MAGICCONST * (u1 - 0.5) / u2
            if z * z / 4.0 <= -_math.log(u2):
                return mu + z * sigma

    def gauss(self, mu: float = 0.0, sigma: float = 1.0) -> float:
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            x2pi = self.random() * _TWOPI
            g2rad = _math.sqrt(-2.0 * _math.log(1.0 - self.random()))
            z = _math.cos(x2pi) * g2rad
            self.gauss_next = _math.sin(x2pi) * g2rad
        return mu + z * sigma

    def lognormvariate(self, mu: float, sigma: float) -> float:
        return _math.exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd: float) -> float:
        return -_math.log(1.0 - self.random()) / lambd

    def paretovariate(self, alpha: float) -> float:
        u = 1.0 - self.random()
        return float(u ** (-1.0 / alpha))

    def weibullvariate(self, alpha: float, beta: float) -> float:
        u = 1.0 - self.random()
        return float(alpha * (-_math.log(u)) ** (1.0 / beta))

    def vonmisesvariate(self, mu: float, kappa: float) -> float:
        if kappa <= 1e-6:
            return _TWOPI * self.random()
        s = 0.5 / kappa
        r = s + _math.sqrt(1.0 + s * s)
        while True:
            u1 = self.random()
            z = _math.cos(_math.pi * u1)
            d = z / (r + z)
            u2 = self.random()
            if u2 < 1.0 - d * d or u2 <= (1.0 - d) * _math.exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        if self.random() > 0.5:
            return (mu + _math.acos(f)) % _TWOPI
        return (mu - _math.acos(f)) % _TWOPI

    def gammavariate(self, alpha: float, beta: float) -> float:
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha > 1.0:
            return self._large_gamma(alpha, beta)
        if alpha == 1.0:
            return -_math.log(1.0 - self.random()) * beta
        while True:
            u = self.random()
            b = (_math.e + alpha) / _math.e
            p = b * u
            x = float(p ** (1.0 / alpha)) if p <= 1.0 else -_math.log((b - p) / alpha)
            u1 = self.random()
            if p > 1.0:
                if u1 <= float(x ** (alpha - 1.0)):
                    break
            elif u1 <= _math.exp(-x):
                break
        return x * beta

    def _large_gamma(self, alpha: float, beta: float) -> float:
        ainv = _math.sqrt(2.0 * alpha - 1.0)
        bbb = alpha - _LOG4
        ccc = alpha + ainv
        while True:
            u1 = self.random()
            if not 1e-7 < u1 < 0.9999999:
                continue
            u2 = 1.0 - self.random()
            v = _math.log(u1 / (1.0 - u1)) / ainv
            x = alpha * _math.exp(v)
            z = u1 * u1 * u2
            r = bbb + ccc * v - x
            if r + _SG_MAGICCONST - 4.5 * z >= 0.0 or r >= _math.log(z):
                return x * beta

    def betavariate(self, alpha: float, beta: float) -> float:
        y = self.gammavariate(alpha, 1.0)
        if y:
            return y / (y + self.gammavariate(beta, 1.0))
        return 0.0


def _first_above(sums: list[float], value: float, high: int) -> int:
    """bisect_right of `value` in sums[0:high]."""
    low = 0
    while low < high:
        middle = (low + high) // 2
        if value < sums[middle]:
            high = middle
        else:
            low = middle + 1
    return low


class SystemRandom(Random):
    """Every number from the machine's entropy; there is no seed."""

    def __init__(self, x: int | float | str | bytes | bytearray | None = None) -> None:
        self._twister = _Twister()
        self.gauss_next = None

    def seed(self, a: int | float | str | bytes | bytearray | None = None, version: int = 2) -> None:
        """Without effect."""

    def random(self) -> float:
        return (int.from_bytes(_random_bytes(7), "big") >> 3) * (1.0 / 9007199254740992.0)

    def getrandbits(self, k: int, /) -> int:
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        count = (k + 7) // 8
        return int.from_bytes(_random_bytes(count), "big") >> (count * 8 - k)

    def randbytes(self, n: int) -> bytes:
        return _random_bytes(n)

    def getstate(self) -> tuple[Any, ...]:
        raise NotImplementedError("System entropy source does not have state.")

    def setstate(self, state: tuple[Any, ...]) -> None:
        raise NotImplementedError("System entropy source does not have state.")


class _Shared:
    """The generator behind the module's functions; seeded at its first use."""

    generator: Random | None = None


_shared: Final = _Shared()


def _inst() -> Random:
    generator = _shared.generator
    if generator is None:
        generator = Random()
        _shared.generator = generator
    return generator


@overload
def seed(a: int | None = None, version: int = 2) -> None:
    _inst().seed(a)


@overload
def seed(a: int | float | str | bytes | bytearray | None = None, version: int = 2) -> None: ...
def seed(a: int | float | str | bytes | bytearray | None = None, version: int = 2) -> None:
    _inst().seed(a, version)


def getstate() -> tuple[Any, ...]:
    return _inst().getstate()


def setstate(state: tuple[Any, ...]) -> None:
    _inst().setstate(state)


def random() -> float:
    return _inst().random()


def getrandbits(k: int, /) -> int:
    return _inst().getrandbits(k)


def randbytes(n: int) -> bytes:
    return _inst().randbytes(n)


def randrange(start: int, stop: int | None = None, step: int = 1) -> int:
    return _inst().randrange(start, stop, step)


def randint(a: int, b: int) -> int:
    return _inst().randint(a, b)


def choice(seq: Sequence[_T]) -> _T:
    return _inst().choice(seq)


def shuffle(x: MutableSequence[Any]) -> None:
    _inst().shuffle(x)


def sample(population: Sequence[_T], k: int, *, counts: Iterable[int] | None = None) -> list[_T]:
    return _inst().sample(population, k, counts=counts)


def choices(
    population: Sequence[_T],
    weights: Sequence[float] | None = None,
    *,
    cum_weights: Sequence[float] | None = None,
    k: int = 1,
) -> list[_T]:
    return _inst().choices(population, weights, cum_weights=cum_weights, k=k)


def uniform(a: float, b: float) -> float:
    return _inst().uniform(a, b)


def triangular(low: float = 0.0, high: float = 1.0, mode: float | None = None) -> float:
    return _inst().triangular(low, high, mode)


def normalvariate(mu: float = 0.0, sigma: float = 1.0) -> float:
    return _inst().normalvariate(mu, sigma)


def gauss(mu: float = 0.0, sigma: float = 1.0) -> float:
    return _inst().gauss(mu, sigma)


def lognormvariate(mu: float, sigma: float) -> float:
    return _inst().lognormvariate(mu, sigma)


def expovariate(lambd: float) -> float:
    return _inst().expovariate(lambd)


def paretovariate(alpha: float) -> float:
    return _inst().paretovariate(alpha)


def weibullvariate(alpha: float, beta: float) -> float:
    return _inst().weibullvariate(alpha, beta)


def vonmisesvariate(mu: float, kappa: float) -> float:
    return _inst().vonmisesvariate(mu, kappa)


def gammavariate(alpha: float, beta: float) -> float:
    return _inst().gammavariate(alpha, beta)


def betavariate(alpha: float, beta: float) -> float:
    return _inst().betavariate(alpha, beta)
