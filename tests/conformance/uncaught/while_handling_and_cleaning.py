"""An error in a handler while another is handled while cleaning up: three tracebacks, one suppressed before them."""


class Resource:
    def __enter__(self) -> "Resource":
        print("open")
        return self

    def __exit__(self, *exc: object) -> None:
        print("closing", type(exc[1]).__name__)
        raise OSError("disk full while closing")

    def use(self, n: int) -> int:
        try:
            return 100 // n
        except ZeroDivisionError:
            raise ValueError(f"bad n: {n}") from None


def work(n: int) -> int:
    with Resource() as resource:
        return resource.use(n)


def outer(n: int) -> int:
    try:
        return work(n)
    except OSError as error:
        print("context:", repr(error.__context__))
        fallback = {"a": 1}
        return fallback["b"]
    finally:
        print("outer done")


try:
    outer(5)
except KeyError as error:
    print("first:", error)
outer(0)
