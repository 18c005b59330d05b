"""Names used before they have a value."""


def maybe(flag: bool) -> None:
    if flag:
        value = 1
    try:
        print(value)
    except UnboundLocalError as error:
        print(error)


def loop(items: list[int]) -> None:
    for item in items:
        pass
    try:
        print(item)
    except UnboundLocalError as error:
        print(error)


def after_except() -> None:
    error = "before"
    try:
        raise ValueError("x")
    except ValueError as error2:
        print(error2)
    print(error)


maybe(True)
maybe(False)
loop([1, 2])
loop([])
after_except()
