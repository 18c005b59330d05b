"""Floats through format specifications."""

value = 1234.56789
for spec in ("", ".2f", ".0f", "10.3f", "<10.1f", "^12.2f", "+.1f", " .1f", "08.2f", ",.2f", ".3e", "E", "g", ".3g", "%", ".1%"):
    print(spec, "[" + format(value, spec) + "]", "[" + format(-value, spec) + "]")
for number in (0.0, 1e-10, 1e10, 123456789.0, 0.5, 1.5, 2.5, 1e21, float("inf"), float("nan")):
    print(f"{number:g} {number:.2f} {number:e} {number:.0f} {number:f}")
