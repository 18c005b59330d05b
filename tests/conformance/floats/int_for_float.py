"""An int in a float slot would change its text."""


def show(value: float) -> None:
    print(value)


show(1)
