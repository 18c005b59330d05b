"""del of names, items, slices and attributes."""


class Holder:
    def __init__(self) -> None:
        self.value = 1


items = [0, 1, 2, 3, 4]
del items[0], items[-1]
print(items)
table = {1: "a", 2: "b"}
del table[1]
print(table)


def local(forget: bool) -> None:
    x = 1
    if forget:
        del x
    try:
        print(x)
    except UnboundLocalError as error:
        print(error)
    x = 2
    print(x)


local(False)
local(True)
holder = Holder()
del holder.value
try:
    print(holder.value)
except AttributeError as error:
    print(error)
holder.value = 5
print(holder.value)
