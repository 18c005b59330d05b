"""Module globals read and changed by functions."""

count = 0
names: list[str] = []
LIMIT = 3


def add(name: str) -> bool:
    global count
    if count >= LIMIT:
        return False
    names.append(name)
    count += 1
    return True


def shadow() -> int:
    count = 100
    return count


print([add(n) for n in "abcd"], names, count, shadow(), count)


def late() -> str:
    return defined_later


try:
    print(late())
except NameError as error:
    print(error)
defined_later = "now"
print(late())
