"""An exception class of the program, with notes in its text."""


class TooHot(Exception):
    def __init__(self, degrees: int) -> None:
        super().__init__(f"{degrees} degrees")
        self.degrees = degrees


def measure(n: int) -> int:
    if n > 3:
        raise TooHot(n * 100)
    return measure(n + 1)


print("measuring")
measure(1)
