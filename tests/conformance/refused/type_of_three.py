# expect-refusal: dynamic-class
"""A class made by a call."""

Point = type("Point", (), {"x": 1})
print(Point)
