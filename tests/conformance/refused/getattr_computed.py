# expect-refusal: dynamic-attribute
"""A static method chosen by text, of a class that may be derived from another."""


class Robot:
    @staticmethod
    def left() -> str:
        return "left"


class Tracked(Robot):
    @staticmethod
    def right() -> str:
        return "right"


def call(kind: type[Robot], name: str) -> str:
    return str(getattr(kind, name)())


print(call(Robot, "left"), call(Tracked, "right"))
