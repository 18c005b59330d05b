"""Type errors that typed code can still meet at run time."""

values: list[object] = [1, "a", None, [1], 2.5]
for a in values:
    for b in (1, "x"):
        try:
            if isinstance(a, (int, float)) and isinstance(b, int):
                print(a + b)
            elif isinstance(a, str) and isinstance(b, str):
                print(a + b)
            else:
                raise TypeError(f"cannot add {type(a).__name__} and {type(b).__name__}")
        except TypeError as error:
            print(error)
mixed: list[object] = [3, "a"]
try:
    hash(mixed)  # type: ignore[unused-ignore]
except TypeError as error:
    print(error)
try:
    print(len(range(2**70)) if False else "lazy")
except OverflowError as error:
    print(error)
