"""bool is an int that prints its own way."""


def describe(value: object) -> str:
    if isinstance(value, bool):
        return "bool " + str(value)
    if isinstance(value, int):
        return "int " + str(value)
    return "other"


print(describe(True), describe(1), describe(False), describe(0), describe("x"))
print(True + True, True * 5, -True, True - False, True / 2, 7 // True)
print(True & False, True | False, True ^ True, not True, ~True)
print(True == 1, True is True, False < True, int(True), bool(3), bool(0), bool(""), bool("a"), bool([]))
print(sum([True, False, True, True]), max(True, False))
numbers: list[int] = [1, True, 0, False]
print(numbers, sorted(numbers))
print(f"{True} {True:d} {True!r:>6}")
