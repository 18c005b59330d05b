"""Dividing by zero has the message of each operator."""


def attempt(a: int, b: int) -> None:
    try:
        print(a // b)
    except ZeroDivisionError as error:
        print("//", error)
    try:
        print(a % b)
    except ZeroDivisionError as error:
        print("%", error)
    try:
        print(a / b)
    except ZeroDivisionError as error:
        print("/", error)
    try:
        print(divmod(a, b))
    except ZeroDivisionError as error:
        print("divmod", error)


attempt(1, 0)
attempt(10**40, 0)
attempt(6, 4)
attempt(0, 5)
