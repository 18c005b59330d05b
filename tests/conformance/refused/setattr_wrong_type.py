# expect-refusal: dynamic-attribute
"""A value that the attribute's declaration does not allow."""


class Box:
    def __init__(self) -> None:
        self.value = 1


box = Box()
setattr(box, "value", "text")
print(box.value)
