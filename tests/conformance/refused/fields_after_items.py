# expect-refusal: fields-after-items
"""A class derived from tuple with attributes of its own."""


class Tagged(tuple[int, ...]):
    def __init__(self, values: tuple[int, ...]) -> None:
        self.tag = "x"


print(Tagged((1, 2)).tag)
