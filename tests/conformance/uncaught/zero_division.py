"""Division by zero in a method."""


class Mean:
    def __init__(self, numbers: list[int]) -> None:
        self.numbers = numbers

    @property
    def value(self) -> float:
        return sum(self.numbers) / len(self.numbers)


print(Mean([1, 2]).value)
print(Mean([]).value)
