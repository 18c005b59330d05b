# expect-refusal: class-global
"""`global` in the body of a class."""

made: int


class Maker:
    global made
    made = 5


print(made)
