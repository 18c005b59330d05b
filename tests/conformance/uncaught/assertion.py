"""A failed assertion."""


def check(n: int) -> None:
    assert n < 3, f"{n} is not below 3"
    print("checked", n)


for n in range(5):
    check(n)
