"""Slices with all kinds of bounds and steps."""

text = "abcdefghij"
bounds = [None, 0, 3, -3, 10, 20, -20]
for start in bounds:
    for stop in bounds:
        print(text[start:stop], end=" ")
    print()
for step in (1, 2, 3, -1, -2, -4):
    print(text[::step], text[2:8:step], text[8:2:step])
try:
    print(text[:: int("0")])
except ValueError as error:
    print(error)
print("日本語テキスト"[1:4], "日本語テキスト"[::-2])
