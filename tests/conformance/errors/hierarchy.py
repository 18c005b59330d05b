"""Which handler takes which exception."""


class Base(Exception):
    pass


class Left(Base):
    pass


class Right(Base):
    def __str__(self) -> str:
        return "right!"


def throw(which: int) -> None:
    if which == 0:
        raise Left("l", 1)
    if which == 1:
        raise Right()
    if which == 2:
        raise Base
    if which == 3:
        print([1][which])
    if which == 4:
        table: dict[int, int] = {}
        print(table[which])
    if which == 5:
        int("z")
    if which == 6:
        1 // (which - 6)
    if which == 7:
        raise KeyboardInterrupt
    if which == 8:
        raise SystemExit(3)


for which in range(10):
    try:
        throw(which)
    except Left as error:
        print("left", error, error.args)
    except Base as error:
        print("base", repr(error), str(error), error.args)
    except LookupError as error:
        print("lookup", type(error).__name__, error)
    except ArithmeticError as error:
        print("arithmetic", error)
    except Exception as error:
        print("exception", error)
    except BaseException as error:
        print("base exception", repr(error))
    else:
        print("no error")
