"""`Exception.__str__` of an error that has a text of its own."""

try:
    "é\udc80".encode("ascii")
except UnicodeEncodeError as e:
    print(Exception.__str__(e))
