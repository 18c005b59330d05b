# expect-refusal: operator
"""mypy's own error stops the build."""

print(1 + "a")
