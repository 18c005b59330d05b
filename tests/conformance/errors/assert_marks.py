"""What a failed assertion marks: the last comparison that its condition tried, else nothing."""

from collections.abc import Callable

items = [1, 2]
limit = 3
flag = False


def plain() -> None:
    assert flag, "plain"


def negated() -> None:
    assert not items, f"{len(items)} items"


def compared() -> None:
    assert len(items) == limit, (
        "lengths"
    )


def both() -> None:
    assert limit > 5 and flag or items == [], "both"


def chosen() -> None:
    assert (limit < 0 if flag else not limit == 3)


def called() -> None:
    assert all(item > limit for item in items)


def nested() -> None:
    assert not (flag is False and (limit in (1, 2, 3) or flag)), "nested"


def main() -> None:
    checks: list[Callable[[], None]] = [plain, negated, compared, both, chosen, called, nested]
    problems: list[Exception] = []
    for check in checks:
        try:
            check()
        except AssertionError as error:
            problems.append(error)
    print([str(problem) for problem in problems])
    raise ExceptionGroup("failed", problems)


main()
