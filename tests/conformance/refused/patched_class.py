# expect-refusal: patching
"""A method put into a class from outside."""


class Greeter:
    def greet(self) -> str:
        return "hello"


def loud(self: Greeter) -> str:
    return "HELLO"


Greeter.greet = loud  # type: ignore[method-assign]
print(Greeter().greet())
