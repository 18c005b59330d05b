"""Handlers within handlers; the exception variable goes away."""


def inner(n: int) -> str:
    try:
        if n == 0:
            raise ValueError("inner")
        if n == 1:
            raise TypeError("type")
        return "fine"
    except ValueError as error:
        try:
            raise KeyError("during") from error
        except KeyError as second:
            return f"{second!r} {second.__cause__!r}"
        finally:
            print("inner finally")


def outer(n: int) -> str:
    try:
        return inner(n)
    except TypeError as error:
        return "outer " + str(error)
    finally:
        print("outer finally", n)


for n in range(3):
    print(outer(n))


def reraise_later() -> None:
    saved: Exception | None = None
    for text in ("1", "x", "3"):
        try:
            int(text)
        except ValueError as error:
            saved = error
    if saved is not None:
        raise saved


try:
    reraise_later()
except ValueError as error:
    print("later", error)
try:
    try:
        raise ValueError("a")
    finally:
        raise KeyError("b")
except KeyError as error:
    print(repr(error), repr(error.__context__))
