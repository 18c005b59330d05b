# expect-refusal: dynamic-attribute
"""A static method chosen by text, of a class."""


class Robot:
    @staticmethod
    def left() -> str:
        return "left"


def call(kind: type[Robot], name: str) -> str:
    return str(getattr(kind, name)())


print(call(Robot, "left"))
