"""Missing keys."""

table: dict[str, int] = {"a": 1}
numbers: dict[int, str] = {}
pairs: dict[tuple[int, str], int] = {}
for attempt in range(6):
    try:
        if attempt == 0:
            print(table["b"])
        elif attempt == 1:
            print(numbers[7])
        elif attempt == 2:
            del table["zz"]
        elif attempt == 3:
            print(table.pop("it's"))
        elif attempt == 4:
            print(pairs[(1, "x")])
        else:
            print(numbers.popitem())
    except KeyError as error:
        print(attempt, error, repr(error), error.args)
