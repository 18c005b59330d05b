# expect-refusal: dynamic-attribute
"""A method chosen by text."""


class Robot:
    def left(self) -> str:
        return "left"

    def right(self) -> str:
        return "right"


robot = Robot()
for name in ["left", "right"]:
    print(getattr(robot, name)())
