# expect-refusal: dynamic-namespace
"""The names of a class."""


class Tests:
    def test_one(self) -> None: ...


print([name for name in dir(Tests) if name.startswith("test_")])
