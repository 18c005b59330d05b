"""Floats with a fixed number of decimals: ties, neighbours of ties, sizes of every order, rounding to places."""

from __future__ import annotations


class Numbers:
    """Floats of every size, always the same."""

    def __init__(self) -> None:
        self.state = 20261127

    def next(self) -> int:
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return self.state >> 11

    def real(self) -> float:
        return self.next() / 2.0 ** (self.next() % 130)


def show(value: float) -> None:
    print(f"{value:.0f} {value:.1f} {value:.2f} {value:.3f} {value:.6f} {value:.9f} {value:.17f} {value:.18f} {value:.19f}")
    print("%.3f %10.4f %.2e %.12g %g" % (value, value, value, value, value), f"{value:,.2f} {value:.1%}")
    print(round(value, 2), round(value, 5), round(value, 0), round(value))


for halves in [0.5, 1.5, 2.5, 0.125, 0.375, 0.0625, 2.675, 1.005, 0.045, 1e-5, 5e-7, 0.1 + 0.2]:
    for power in [0, 10, 20, 30, 40, 44, 50]:
        value = halves + 2**power if power else halves
        show(value)
        show(-value)

for value in [0.0, -0.0, 1e-320, 5e-324, 1e-18, 4.9999999999999999e-19, 5e-19, 1e15, 1e16, 2.0**53 - 0.5, 2.0**53 + 1, 1e18,
              1e19, 2.0**61 - 512, 2.0**61, 2.0**62, 1e22, 1.7976931348623157e308, 0.9999999999999999, 9.995, 99.995, 999999.5]:
    show(value)

numbers = Numbers()
total = 0
for i in range(3000):
    value = numbers.real()
    places = i % 20
    text = f"{value:.{places}f}"
    total = (total * 31 + sum(map(ord, text)) + len(text)) % 1000000007
    total = (total * 31 + sum(map(ord, str(round(value, places))))) % 1000000007
    if i % 100 == 0:
        print(places, text, f"{value:.4f}", round(value, places))
print(total)
