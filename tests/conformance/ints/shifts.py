"""Shifts left and right, of negatives too, and their refusal of negative counts."""

for value in (1, -1, 5, -5, 2**40 + 1, -(2**40) - 1, 2**62, -(2**63), 10**30):
    for count in (0, 1, 5, 31, 32, 61, 62, 63, 64, 100):
        print(value << count, value >> count)


def shift(value: int, count: int) -> None:
    try:
        print(value << count)
    except ValueError as error:
        print("left", error)
    try:
        print(value >> count)
    except ValueError as error:
        print("right", error)


shift(1, -1)
shift(0, -1)
shift(10**20, -3)
