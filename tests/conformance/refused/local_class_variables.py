# expect-refusal: local-class
"""A class variable of a local class that changes: each call of the function would have one of its own."""


def registry(first: str) -> list[str]:
    class Registry:
        names: list[str] = []

        def add(self, name: str) -> None:
            self.names.append(name)

    Registry().add(first)
    Registry().add(first + "!")
    return Registry.names


print(registry("a"), registry("b"))
