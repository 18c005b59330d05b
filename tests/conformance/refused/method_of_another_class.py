# expect-refusal: unsupported
"""A method that a class takes from one it does not derive from."""


class Clock:
    name = "clock"

    def show(self) -> str:
        return self.name


class Lamp:
    name = "lamp"
    show = Clock.show


print(Lamp.show(Clock()))
