"""State of a module."""

count = 0


def bump() -> None:
    global count
    count += 1
