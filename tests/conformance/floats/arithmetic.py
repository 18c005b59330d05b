"""The operators on floats."""

values = [0.0, 1.0, -1.0, 0.5, -2.25, 7.0, -7.5, 1e10, 3.7]
for a in values:
    for b in values:
        print(a + b, a - b, a * b, a < b, a <= b, a == b)
        if b != 0.0:
            print(a / b, a // b, a % b, divmod(a, b))
print(2.0**10, 2.0**0.5, 9.0**-0.5, (-8.0) ** 3.0)


def attempt(a: float, b: float) -> None:
    try:
        print(a / b)
    except ZeroDivisionError as error:
        print(error)
    try:
        print(a // b)
    except ZeroDivisionError as error:
        print(error)
    try:
        print(a % b)
    except ZeroDivisionError as error:
        print(error)


attempt(1.0, 0.0)
