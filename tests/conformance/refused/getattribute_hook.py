# expect-refusal: dynamic-attribute
"""A hook that sees every attribute that is read."""


class Config:
    def __init__(self) -> None:
        self.size = 1

    def __getattribute__(self, name: str) -> object:
        return name


print(Config().size)
