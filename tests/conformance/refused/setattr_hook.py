# expect-refusal: dynamic-attribute
"""Attributes are stored without a call."""


class Watched:
    def __init__(self) -> None:
        self.x = 1

    def __setattr__(self, name: str, value: object) -> None:
        print("set", name)


print(Watched())
