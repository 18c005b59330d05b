"""Complex numbers: literals, arithmetic with ints and floats, text, equality, containers."""

from dataclasses import dataclass


@dataclass
class Signal:
    name: str
    samples: list[complex]

    def energy(self) -> float:
        return sum(abs(s) ** 2 for s in self.samples)

    def conjugate(self) -> "Signal":
        return Signal(self.name + "*", [s.conjugate() for s in self.samples])


def multiply(factors: list[complex]) -> complex:
    result: complex = 1
    for factor in factors:
        result *= factor
    return result


def show(z: complex) -> str:
    return f"{z} {z!r} {z.real} {z.imag} {bool(z)}"


def horner(coefficients: list[complex], x: complex) -> complex:
    total = 0j
    for c in coefficients:
        total = total * x + c
    return total


def main() -> None:
    for z in (0j, -0j, 1j, -1j, 1 + 0j, 1.5 - 2.25j, 1e16 + 1e-7j, complex("inf"), complex("-inf+nanj"), -0.0 + 1j, complex(-0.0, -0.0)):
        print(show(z))
    a, b = 3 + 4j, 1 - 2j
    print(a + b, a - b, a * b, a / b, a**2, a**-1, a**0.5, a**b, -a, +a)
    print(a + 1, 1 + a, a - 0.5, 0.5 - a, a * 2, 2 * a, a / 4, 4 / a, 2**a, a**0)
    print(abs(a), abs(-5j), abs(complex(3, -4)))
    print(a == 3 + 4j, a != 3 + 4j, 2 + 0j == 2, 2 == 2 + 0j, 2.5 == 2.5 + 0j, 1j == 1, hash(2 + 0j) == hash(2))
    print(hash(1j), hash(3 + 4j), hash(1.5 - 2j), hash(-1j))
    print(multiply([]), multiply([2]), multiply([2, 1j]), multiply([2.5, 2]), multiply([1j, 1j]))
    x: complex = 5
    print(x, type(x).__name__, x.real, x.imag, x.conjugate(), abs(x))
    x = 2.5
    print(x, type(x).__name__, x.real, x.imag)
    x += 1j
    print(x, type(x).__name__)
    signal = Signal("s", [1, 2.0, 1j, 3 - 1j])
    print(signal, signal.energy(), signal.conjugate())
    print(sum(signal.samples), sum([1j, 2j], 1))
    print(horner([1, -3 + 1j, 2], 2 - 1j))
    seen = {1 + 1j: "a", 2: "b", 0.5j: "c"}
    print(seen[1 + 1j], seen[2 + 0j], seen.get(0.5j), 3j in seen)
    print(sorted([3 + 4j, 1j, -2, 0.5], key=abs))
    print({1 + 0j, 1, 1.0, True}, [1j, 2] == [1j, 2 + 0j], 1j in [1, 1j])
    print((1 + 2j).__class__.__name__, isinstance(a, complex), isinstance(1, complex), isinstance(x, (int, float)))
    for work in (lambda: a / 0, lambda: 0j**-1, lambda: 0 ** (1 + 1j), lambda: (1e200 + 1e200j) ** 2, lambda: abs(1e308 + 1e308j), lambda: a + 10**400):
        try:
            print(work())
        except (ZeroDivisionError, OverflowError) as error:
            print(type(error).__name__, error)


main()
