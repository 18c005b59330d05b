# expect-refusal: dynamic-namespace
"""The attributes of a class, listed when a subclass is made."""


class Plugin:
    def __init_subclass__(cls) -> None:
        for name, value in cls.__dict__.items():
            if callable(value):
                print(f"{cls.__name__} has {name}")


class Greeter(Plugin):
    def greet(self) -> str:
        return "hello"


print(Greeter().greet())
