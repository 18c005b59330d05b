"""Classes inside functions and classes."""


class Machine:
    class Part:
        def __init__(self, name: str) -> None:
            self.name = name

        def label(self) -> str:
            return "part " + self.name

    def __init__(self) -> None:
        self.parts = [Machine.Part("wheel"), self.Part("belt")]


def make(n: int) -> list[str]:
    class Local:
        def __init__(self, value: int) -> None:
            self.value = value

        def show(self) -> str:
            return f"local {self.value}"

    return [Local(i).show() for i in range(n)]


print([part.label() for part in Machine().parts], make(3), Machine.Part("x").name)
print(Machine.__name__, Machine.Part.__name__, Machine.Part.__qualname__)
