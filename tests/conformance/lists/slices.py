"""Reading, assigning and deleting slices."""

base = list(range(10))
for start, stop, step in ((0, 5, 1), (2, 9, 3), (-3, 100, 1), (8, 2, -2), (5, 2, 1), (-100, 4, 1)):
    print(base[start:stop:step])
letters = list("abcdef")
letters[1:3] = ["X", "Y", "Z"]
print(letters)
letters[:0] = ["start"]
letters[len(letters) :] = ["end"]
print(letters)
letters[2:5] = []
print(letters)
letters[::2] = ["1", "2", "3"]
print(letters)
del letters[1:3]
print(letters)
numbers = list(range(12))
del numbers[::3]
print(numbers)
numbers[3:3] = [100, 200]
print(numbers, numbers[:], numbers[:-1], numbers[-2:])
