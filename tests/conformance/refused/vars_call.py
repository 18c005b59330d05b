# expect-refusal: dynamic-namespace
"""The attributes of an object as a dict."""


class Point:
    def __init__(self) -> None:
        self.x = 1
        self.y = 2


print(vars(Point()))
