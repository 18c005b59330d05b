"""The shortest text that reads back as the same float."""

values = [
    0.0, -0.0, 1.0, -1.0, 0.1, 0.2, 0.1 + 0.2, 1 / 3, 2 / 3, 100.0, 1e15, 1e16, 1e17, 123456789.123456789,
    1e-4, 1e-5, 1.5e-7, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 3.141592653589793, 1e22, 1e23,
    9007199254740993.0, 0.30000000000000004, 4.35, 1e100, 12345.678e-20,
]
for value in values:
    print(value, repr(value), str(-value), float(repr(value)) == value)
