"""`yield from`: values, sends and exceptions pass through every level."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator


def inner(name: str) -> Generator[str, str | None, int]:
    count = 0
    try:
        while True:
            try:
                got = yield f"{name}{count}"
                if got is None:
                    count += 1
                elif got == "stop":
                    return count
                else:
                    print(name, "received", got)
                    count += 10
            except KeyError as error:
                print(name, "caught", error)
                count += 100
    finally:
        print(name, "finally", count)


def outer() -> Generator[str, str | None, str]:
    first = yield from inner("a")
    print("first", first)
    second = yield from inner("b")
    print("second", second)
    third = yield from [str(first), str(second)]  # type: ignore[func-returns-value]
    print("third", third)
    return f"{first}+{second}"


class Plain:
    """An iterator with a `throw` and a `close` of its own, no generator."""

    def __init__(self) -> None:
        self.n = 0

    def __iter__(self) -> Plain:
        return self

    def __next__(self) -> str:
        self.n += 1
        if self.n > 3:
            raise StopIteration("plain done")
        return f"plain{self.n}"


class Sending:
    def __init__(self) -> None:
        self.log: list[str] = []

    def __iter__(self) -> Sending:
        return self

    def __next__(self) -> str:
        self.log.append("next")
        return "n"

    def send(self, value: str | None) -> str:
        self.log.append(f"send {value}")
        if value == "end":
            raise StopIteration(42)
        return f"s{value}"

    def throw(self, error: BaseException) -> str:
        self.log.append(f"throw {error!r}")
        if isinstance(error, KeyError):
            return "rescued"
        raise error

    def close(self) -> None:
        self.log.append("close")


def over(it: Iterable[str]) -> Generator[str, str | None, object]:
    yield from it
    return None


def tree(depth: int, label: str = "r") -> Iterator[str]:
    if depth == 0:
        yield label
        return
    yield from tree(depth - 1, label + "0")
    yield from tree(depth - 1, label + "1")


def drive(generator: Generator[str, str | None, object], steps: list[str | BaseException | None]) -> None:
    for step in steps:
        try:
            if isinstance(step, BaseException):
                print("  throw ->", generator.throw(step))
            elif step is None:
                print("  next ->", next(generator))
            else:
                print("  send ->", generator.send(step))
        except StopIteration as stop:
            print("  stop", repr(stop.value))
            return
        except Exception as error:
            print("  error", repr(error))
            return
    generator.close()
    print("  closed")


def main() -> None:
    drive(outer(), [None, None, "x", KeyError("k"), "stop", None, "stop", None, None, None])
    drive(outer(), [None, ValueError("v")])
    drive(outer(), [None, None])
    drive(over(Plain()), [None, None, None, None])
    drive(over(Plain()), [None, KeyError("plain")])
    drive(over("ab"), [None, None, None])
    drive(over((str(i) for i in range(2))), [None, None, None])
    sending = Sending()
    drive(over(sending), [None, "one", KeyError("k"), "end"])
    print(sending.log)
    sending = Sending()
    drive(over(sending), [None, "one", OSError("k")])
    print(sending.log)
    sending = Sending()
    drive(over(sending), [None, None])
    print(sending.log)
    print(" ".join(tree(3)))


main()
