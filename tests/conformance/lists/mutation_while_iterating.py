"""Iterating a list that changes."""

numbers = [1, 2, 3, 4, 5]
seen: list[int] = []
for n in numbers:
    seen.append(n)
    if n < 4:
        numbers.append(n * 10)
print(numbers, seen)
for n in numbers:
    numbers.remove(n)
print(numbers)
table = {"a": 1, "b": 2}
try:
    for key in table:
        table[key + "x"] = 1
except RuntimeError as error:
    print(error)
items = {1, 2, 3}
try:
    for item in items:
        items.add(item + 100)
except RuntimeError as error:
    print(error)
