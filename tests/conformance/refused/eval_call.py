# expect-refusal: no-eval
"""eval compiles at run time."""

print(eval("1 + 2"))
