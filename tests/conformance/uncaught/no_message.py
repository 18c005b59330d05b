"""Exceptions without text, at module level."""

print("before")
if len("x") == 1:
    raise NotImplementedError
print("after")
