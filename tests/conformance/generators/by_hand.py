"""Generators that are driven by hand: send, throw, close and every way they can end."""

from __future__ import annotations

from collections.abc import Generator, Iterator


def averager() -> Generator[float, float, str]:
    total = 0.0
    count = 0
    average = 0.0
    while True:
        value = yield average
        if value < 0:
            return f"{count} values"
        total += value
        count += 1
        average = total / count


def optional_send() -> Generator[int, str, None]:
    for number in range(4):
        got = yield number
        print("got", got)


def stubborn() -> Iterator[int]:
    for _ in range(3):
        try:
            yield 1
        except GeneratorExit:
            print("ignoring")


def tidy(log: list[str]) -> Generator[int, None, str]:
    try:
        yield 1
        yield 2
    except ValueError as error:
        log.append(f"value {error}")
        yield 10
    except GeneratorExit:
        log.append("exit")
        raise
    finally:
        log.append("finally")
    return "end"


def returns_on_exit() -> Generator[int, None, str]:
    try:
        yield 1
    except GeneratorExit:
        return "swallowed"
    return "unreachable"


def raises_stop() -> Iterator[int]:
    yield 1
    raise StopIteration(5)


def next_inside(it: Iterator[int]) -> Iterator[int]:
    while True:
        yield next(it)


def itself() -> Iterator[int]:
    yield 1
    yield next(me)


me = itself()


def outcome(generator: Generator[object, None, object]) -> str:
    try:
        return f"yielded {next(generator)}"
    except StopIteration as stop:
        return f"stopped {stop.value!r} {stop.args}"


def main() -> None:
    avg = averager()
    print(next(avg), avg.send(10.0), avg.send(20.0))
    try:
        avg.send(-1.0)
    except StopIteration as stop:
        print("result", stop.value, stop.args, repr(stop))

    opt = optional_send()
    print(next(opt))
    print(next(opt))
    print(opt.send("hello"))
    for left in opt:
        print("left", left)

    fresh = optional_send()
    try:
        fresh.send("early")
    except TypeError as error:
        print(error)

    bad = stubborn()
    next(bad)
    try:
        bad.close()  # type: ignore[attr-defined]
    except RuntimeError as error:
        print("RuntimeError", error)
    print(list(bad))

    log: list[str] = []
    t = tidy(log)
    print(next(t), t.throw(ValueError("v")), outcome(t), outcome(t), log)
    log = []
    t = tidy(log)
    next(t)
    t.close()
    t.close()
    print(log, outcome(t))
    log = []
    t = tidy(log)
    t.close()
    print(log, outcome(t))
    log = []
    t = tidy(log)
    try:
        t.throw(KeyError("before"))
    except KeyError as error:
        print("thrown before the start", error, log)
    print(outcome(t))
    r = returns_on_exit()
    next(r)
    print(r.close(), outcome(r))

    s = raises_stop()
    next(s)
    try:
        next(s)
    except RuntimeError as error:
        print(error, repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
    print(list(s))
    n = next_inside(iter([1, 2]))
    try:
        print(list(n))
    except RuntimeError as error:
        print(error, type(error.__cause__).__name__)

    print(next(me))
    try:
        next(me)
    except ValueError as error:
        print(error)
    print(list(me))
    gen = (x * x for x in range(3))
    print(type(gen).__name__, iter(gen) is gen)
    gen2 = tidy([])
    print(iter(gen2) is gen2)
    try:
        t = tidy([])
        next(t)
        t.throw(ValueError, ValueError("inst"), None)
    except ValueError:
        print("no")
    t = tidy([])
    next(t)
    print(t.throw(ValueError))
    t.close()


main()
