# expect-refusal: dynamic-attribute
"""A literal name that the class does not declare."""


class Box:
    def __init__(self) -> None:
        self.value = 1


box = Box()
setattr(box, "other", 3)
print(box.value)
