"""assert with and without messages."""


def check(value: int) -> None:
    try:
        assert value > 0
        assert value < 10, f"too large: {value}"
        assert value != 5, ("tuple", value)
        print("fine", value)
    except AssertionError as error:
        print(repr(error), error.args)


for value in (3, 0, 50, 5):
    check(value)
