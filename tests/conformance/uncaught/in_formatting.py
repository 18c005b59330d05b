"""An error raised by __format__ inside of an f-string of several lines, after str() and repr() of the same object worked."""

from __future__ import annotations


class Temperature:
    def __init__(self, kelvin: float) -> None:
        self.kelvin = kelvin

    def __str__(self) -> str:
        return f"{self:K}"

    def __format__(self, spec: str) -> str:
        convert = {"K": lambda k: k, "C": lambda k: k - 273.15, "F": lambda k: k * 9 / 5 - 459.67}
        scale, digits = spec[-1:] or "K", spec[:-1] or ".1"
        return f"{convert[scale](self.kelvin):{digits}f}°{scale}"


class Report:
    def __init__(self, *values: Temperature) -> None:
        self.values = values

    def __repr__(self) -> str:
        return f"Report({', '.join(map(str, self.values))})"

    def line(self, spec: str) -> str:
        return " ".join(format(value, spec) for value in self.values)


report = Report(Temperature(300), Temperature(0))
print(report, report.line("C"), report.line(".3F"), f"{report!r:>30}", str(report.values[1]))
try:
    print(f"{report.values[0]:5}")
except KeyError as error:
    print("scale", error)
try:
    print(report.line("x.C"))
except ValueError as error:
    print(error)
print(
    f"first {report.values[0]:C} "
    f"then {report.values[1]:R} "
    f"and {report!r}"
)  # fmt: skip
