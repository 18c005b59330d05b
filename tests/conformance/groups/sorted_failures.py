"""Exception groups sorted out: subgroup and split by type and predicate, derive, notes kept, leaves walked, rebuilt reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence


class Retry(Exception):
    def __init__(self, after: float) -> None:
        super().__init__(f"retry after {after:g}s")
        self.after = after


class Fatal(Exception):
    pass


class Batch(ExceptionGroup[Exception]):
    """A group that keeps its batch number when it is split."""

    number = 0

    def derive(self, excs: Sequence[Exception]) -> Batch:  # type: ignore[override]
        made = Batch(self.message, excs)
        made.number = self.number
        return made


def leaves(error: BaseException, path: str = "") -> Iterator[tuple[str, BaseException]]:
    if isinstance(error, BaseExceptionGroup):
        for i, inner in enumerate(error.exceptions):
            yield from leaves(inner, f"{path}/{i}")
    else:
        yield path or "/", error


def outline(error: BaseException, depth: int = 0) -> Iterator[str]:
    notes = f" ({'; '.join(error.__notes__)})" if hasattr(error, "__notes__") else ""
    yield f"{'  ' * depth}{type(error).__name__}: {error}{notes}"
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from outline(inner, depth + 1)


def work(jobs: Sequence[Callable[[], int]], name: str) -> int:
    total, errors = 0, []
    for number, job in enumerate(jobs):
        try:
            total += job()
        except Exception as error:
            error.add_note(f"{name}#{number}")
            errors.append(error)
    if errors:
        raise ExceptionGroup(name, errors)
    return total


def raising(error: Exception) -> Callable[[], int]:
    def job() -> int:
        raise error

    return job


def handled(group: ExceptionGroup[Exception]) -> list[str]:
    log: list[str] = []
    try:
        try:
            raise group
        except* Retry as retries:
            log.append(f"wait {max(e.after for _, e in leaves(retries) if isinstance(e, Retry)):g}")
        except* (KeyError, IndexError) as lookups:
            log.append(f"lookups {[str(e) for _, e in leaves(lookups)]}")
            if len(lookups.exceptions) > 1:
                raise Fatal("too many lookups") from lookups
        except* Fatal:
            log.append("fatal")
            raise
        else:
            log.append("never")
        finally:
            log.append("finally")
    except Exception as rest:
        log += outline(rest)
    return log


def main() -> None:
    jobs = [
        lambda: 5,
        raising(Retry(1.5)),
        raising(KeyError("k")),
        lambda: work([raising(Retry(4)), raising(ValueError("deep")), lambda: [][2]], "inner"),
        lambda: 7,
    ]
    try:
        work(jobs, "outer")
    except ExceptionGroup as group:
        print(*outline(group), sep="\n")
        print(
            [(where, type(e).__name__) for where, e in leaves(group)],
            Counter(type(e).__name__ for _, e in leaves(group)).most_common(1),
        )
        retries, rest = group.split(Retry)
        assert retries is not None and rest is not None
        print(
            retries,
            [str(e) for _, e in leaves(retries)],
            rest.message,
            len(rest.exceptions),
            retries.__traceback__ is not None,
        )
        late = group.subgroup(lambda e: isinstance(e, Retry) and e.after > 2)
        print(
            late and list(outline(late)),
            group.subgroup(OSError),
            group.split((Retry, LookupError, ValueError))[1],
            group.subgroup(lambda e: True) is not None,
        )
        print(*handled(group), sep="\n")
    groups = [
        ExceptionGroup("one", [Retry(1)]), ExceptionGroup("two", [KeyError("a"), IndexError("b")]), ExceptionGroup("three", [Fatal("x"), Retry(2), OSError(5, "io")]),
        ExceptionGroup("four", [ExceptionGroup("inner", [Fatal("y"), KeyError("z")])]),
    ]  # fmt: skip
    for each in groups:
        print(each.message, handled(each))
    batch = Batch("batch 7", [Retry(3), Fatal("f"), ValueError("v")])
    batch.number = 7
    batch.add_note("kept")
    part, other = batch.split(ValueError)
    print(
        repr(part),
        type(other).__name__,
        getattr(other, "number", None),
        getattr(part, "__notes__", None),
        other and len(other.exceptions),
    )
    both = BaseExceptionGroup("mixed", [KeyboardInterrupt(), ValueError(1)])
    plain = BaseExceptionGroup("plain", [ValueError(1), TypeError(2)])
    print(
        type(both).__name__,
        type(plain).__name__,
        isinstance(both, Exception),
        [type(p).__name__ for p in both.split(ValueError)],
        str(plain),
        repr(plain),
        plain.args,
    )
    none: list[Exception] = []
    makers: list[Callable[[], object]] = [
        lambda: ExceptionGroup("empty", none),
        lambda: ExceptionGroup("ok", [ValueError(1)]).derive([TypeError(2)]),
    ]
    for make in makers:
        try:
            print(repr(make()))
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
    try:
        raise ValueError("naked")
    except* ValueError as wrapped:
        print(repr(wrapped), wrapped.exceptions[0].args)


main()
