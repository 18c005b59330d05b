"""Equal keys of different types, tuples, None, bytes, floats."""

mixed: dict[object, str] = {1: "int", "1": "str", (1, 2): "tuple", None: "none", b"1": "bytes", 2.5: "float"}
mixed[True] = "bool"
mixed[1.0] = "float one"
mixed[2**70] = "big"
print(mixed, len(mixed), mixed[1], mixed[(1, 2)], mixed[None], mixed[2**70], 2.5 in mixed, False in mixed)
floats = {0.5: "half", -0.0: "zero"}
print(floats[0.0], floats[0.5])
nested = {(1, (2, 3)): "deep"}
print(nested[(1, (2, 3))])
try:
    bad: dict[object, int] = {}
    bad[[1]] = 1
except TypeError as error:
    print(error)
