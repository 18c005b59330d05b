"""Augmented assignment on names, items, attributes and slices."""


class Box:
    def __init__(self, value: int) -> None:
        self.value = value
        self.items = [1, 2]


x = 10
x += 5
x -= 3
x *= 2
x //= 5
x %= 3
x **= 3
x <<= 4
x >>= 1
x |= 1
x &= 7
x ^= 2
print(x)
f = 10.0
f += 1
f /= 4
f -= 0.25
print(f)
box = Box(1)
box.value += 41
box.items += [3]
box.items[0] -= 5
alias = box.items
alias += [4]
print(box.value, box.items, alias is box.items)
table = {"a": 1}
table["a"] += 1
text = "ab"
text += "c"
text *= 2
pair: tuple[int, ...] = (1,)
pair += (2,)
print(table, text, pair)
