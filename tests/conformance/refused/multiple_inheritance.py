# expect-refusal: multiple-layout-bases
"""Fields beside the characters of a str, which end where they end."""


class Marked:
    def __init__(self) -> None:
        self.mark = 1


class Word(Marked, str):
    pass


print(Word().mark)
