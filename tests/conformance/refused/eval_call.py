# expect-refusal: dynamic-code
"""eval compiles at run time."""

print(eval("1 + 2"))
