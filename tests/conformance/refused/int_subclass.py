# expect-refusal: unsupported
"""Where `int` is declared, ints are compared without asking their class."""


class Age(int):
    def __lt__(self, other: int) -> bool:
        return int(self) // 10 < int(other) // 10


print(sorted([Age(41), Age(40)]))
