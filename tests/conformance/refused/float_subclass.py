# expect-refusal: unsupported
"""Floats are words, not objects with a class of their own."""


class Celsius(float):
    def shown(self) -> str:
        return f"{self:.1f} C"


print(Celsius(36.6).shown())
