"""KeyboardInterrupt raised by the program; handlers, then the end."""


def work(n: int) -> None:
    try:
        if n == 0:
            raise KeyboardInterrupt("pressed")
        work(n - 1)
    except Exception:
        print("never")
    finally:
        print("cleanup", n)


try:
    work(2)
except KeyboardInterrupt as error:
    print("caught", error)
try:
    raise SystemExit
except SystemExit as error:
    print("exit", error.code)
try:
    raise SystemExit(4)
except BaseException as error:
    print(type(error).__name__, error.args, isinstance(error, Exception))
raise SystemExit(None)
