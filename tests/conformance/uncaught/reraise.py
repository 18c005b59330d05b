"""raise without an argument keeps the origin."""


def origin() -> None:
    raise IndexError("here")


def middle() -> None:
    try:
        origin()
    except IndexError as error:
        print("saw", error)
        raise


middle()
