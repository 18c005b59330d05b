import sys

words = {"one": 1, "two": 2}
print("hello", sum(words.values()), 2**100)
print("to stderr", file=sys.stderr)
sys.exit(3)
