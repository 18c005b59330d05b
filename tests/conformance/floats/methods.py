"""Methods of float."""

for value in (1.0, 2.5, -0.75, 1e20, 0.1):
    print(value.is_integer(), value.as_integer_ratio())
print((1.5).hex(), float.fromhex("0x1.8p+0"))
print(round(3.14159, 3), round(-1.5), round(1e300, 2), abs(-2.5))
print(bool(0.0), bool(-0.0), bool(0.1), not 1.0)
