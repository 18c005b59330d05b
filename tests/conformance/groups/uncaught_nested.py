"""A tree of exceptions that nobody catches."""

EMPTY: dict[str, int] = {}


def divide(a: int, b: int) -> float:
    return a / b


def collect() -> list[Exception]:
    errors: list[Exception] = []
    for call in (lambda: divide(1, 0), lambda: int("x"), lambda: EMPTY["key"], lambda: [0][3]):
        try:
            call()
        except Exception as error:
            errors.append(error)
    return errors


def again() -> None:
    errors = collect()
    errors[0].add_note("while dividing\nby zero")
    try:
        raise ExceptionGroup("inner", errors[1:3])
    except ExceptionGroup as group:
        group.add_note("the inner group")
        raise ExceptionGroup("outer", [errors[0], group, ValueError("never raised\nsecond line")]) from errors[3]


def work() -> None:
    try:
        raise KeyError("first")
    except KeyError:
        again()


work()
