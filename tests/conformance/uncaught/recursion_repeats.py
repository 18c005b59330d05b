"""Many equal frames are shortened."""


def down(n: int) -> int:
    if n == 0:
        raise ValueError("bottom")
    return down(n - 1)


print("down")
down(20)
