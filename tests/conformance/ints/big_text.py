"""Converting thousands of digits."""

value = 3**4000
text = str(value)
print(len(text), text[:20], text[-20:])
print(int(text) == value, value % 10**9)
other = int("9" * 500) + 1
print(other == 10**500, len(str(other)))
