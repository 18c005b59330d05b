# boot: yes
"""Lists: literals, indexing, changing, methods."""

numbers = [3, 1, 4, 1, 5, 9, 2, 6]
print(numbers, len(numbers), numbers[0], numbers[-1], numbers[2:5], numbers[::-1], 4 in numbers, 7 in numbers)
numbers.append(5)
numbers.insert(0, 0)
numbers.insert(-1, 77)
numbers.insert(100, 88)
numbers.extend([1, 2])
numbers += [3]
print(numbers, numbers.count(1), numbers.index(4), numbers.index(1, 3))
numbers.remove(1)
print(numbers.pop(), numbers.pop(0), numbers.pop(-2), numbers)
numbers[1] = 100
numbers[-1] = -100
del numbers[0]
print(numbers)
numbers.reverse()
print(numbers, numbers.copy() == numbers, numbers.copy() is numbers)
numbers.clear()
print(numbers, not numbers, [1, 2] + [3], [0] * 3, 2 * ["a"], [[]] * 2)
