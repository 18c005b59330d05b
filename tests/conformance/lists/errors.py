"""What lists say when they are asked for what is not there."""

numbers = [1, 2, 3]


def attempt(which: int) -> None:
    try:
        if which == 0:
            print(numbers[3])
        elif which == 1:
            numbers[-4] = 1
        elif which == 2:
            del numbers[10]
        elif which == 3:
            numbers.remove(9)
        elif which == 4:
            numbers.index(9)
        elif which == 5:
            empty: list[int] = []
            empty.pop()
        elif which == 6:
            numbers.pop(5)
        elif which == 7:
            numbers[::2] = [1]
    except (IndexError, ValueError) as error:
        print(which, type(error).__name__, error)


for which in range(8):
    attempt(which)
print(numbers)
