"""throw and close, finally blocks in generators."""

from typing import Generator, Iterator


def worker() -> Generator[str, None, None]:
    try:
        while True:
            try:
                yield "working"
            except ValueError as error:
                yield f"handled {error}"
    finally:
        print("cleanup")


w = worker()
print(next(w), w.throw(ValueError("bad")), next(w))
try:
    w.throw(KeyError("other"))
except KeyError as error:
    print("out", error)
print(list(w))
w = worker()
next(w)
w.close()
w.close()
fresh = worker()
fresh.close()
print(list(fresh))


def stubborn() -> Iterator[int]:
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    assert isinstance(s, Generator)
    s.close()
except RuntimeError as error:
    print(error)


def raising() -> Iterator[int]:
    yield 1
    raise ValueError("inside")


r = raising()
print(next(r))
try:
    next(r)
except ValueError as error:
    print(error)
print(list(r))
