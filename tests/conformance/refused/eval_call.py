# expect-refusal: name-defined
"""eval compiles at run time."""

print(eval("1 + 2"))
