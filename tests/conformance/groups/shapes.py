"""Exception groups: nested, split by types and predicates, derived, raised again from except*."""

from __future__ import annotations

from collections.abc import Callable, Sequence


class Tagged(ExceptionGroup[Exception]):
    tag = "none"

    def derive(self, excs: Sequence[Exception]) -> Tagged:  # type: ignore[override]
        part = Tagged(self.message, excs)
        part.tag = self.tag + "'"
        return part


def shape(error: BaseException | None, depth: int = 0) -> None:
    pad = "  " * depth
    if error is None:
        print(pad + "nothing")
    elif isinstance(error, BaseExceptionGroup):
        tag = f" tag={error.tag}" if isinstance(error, Tagged) else ""
        print(f"{pad}{type(error).__name__} {error.message!r}{tag} [{len(error.exceptions)}]")
        for member in error.exceptions:
            shape(member, depth + 1)
    else:
        print(f"{pad}{error!r}")


def tree() -> ExceptionGroup[Exception]:
    return ExceptionGroup(
        "top",
        [
            ValueError(1),
            ExceptionGroup("mid", [TypeError("t"), ValueError(2), ExceptionGroup("low", [KeyError("k")])]),
            OSError(5, "io"),
        ],
    )


def handle(action: Callable[[], None]) -> None:
    try:
        try:
            action()
        except* ValueError as group:
            print("values", [str(e) for e in leaves(group)])
        except* (TypeError, KeyError) as group:
            print("others", [repr(e) for e in leaves(group)])
            raise RuntimeError("while handling") from group
        else:
            print("no error")
        finally:
            print("finally")
    except BaseException as error:
        shape(error)


def leaves(group: BaseExceptionGroup[BaseException]) -> list[BaseException]:
    found: list[BaseException] = []
    for member in group.exceptions:
        if isinstance(member, BaseExceptionGroup):
            found += leaves(member)
        else:
            found.append(member)
    return found


def raise_tree() -> None:
    raise tree()


def raise_one() -> None:
    raise ValueError("naked")


def raise_key() -> None:
    raise KeyError("naked")


def raise_exit() -> None:
    raise BaseExceptionGroup("base", [KeyboardInterrupt(), ValueError("v")])


def nothing() -> None:
    pass


def main() -> None:
    top = tree()
    shape(top)
    print(str(top), repr(top.exceptions[1]))
    match, rest = top.split(ValueError)
    shape(match)
    shape(rest)
    shape(top.subgroup((KeyError, TypeError)))
    shape(top.subgroup(lambda e: isinstance(e, OSError)))
    shape(top.subgroup(ZeroDivisionError))
    top.add_note("kept")
    part = top.subgroup(KeyError)
    assert part is not None
    print(part.__notes__)
    for action in (raise_tree, raise_one, raise_key, raise_exit, nothing):
        print("--", action.__name__)
        handle(action)
    tagged = Tagged("tagged", [ValueError("a"), KeyError("b")])
    tagged.tag = "x"
    shape(tagged)
    shape(tagged.split(KeyError)[1])
    try:
        raise tagged
    except* KeyError as group:
        shape(group)
    except* ValueError as group:
        print("rest")
        shape(group)
    try:
        try:
            raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
        except* TypeError:
            raise
    except ExceptionGroup as group:
        shape(group)
    for bad in ([], [1], ["x"]):
        try:
            ExceptionGroup("bad", bad)  # type: ignore[type-var]
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
    try:
        ExceptionGroup("bad", [KeyboardInterrupt()])  # type: ignore[type-var, list-item]
    except TypeError as error:
        print(error)
    print(type(BaseExceptionGroup("auto", [ValueError()])).__name__)
    for i in range(3):
        try:
            raise ExceptionGroup("loop", [ValueError(i)])
        except* ValueError as group:
            if i == 1:
                print("one")
            print(i, group.exceptions)


main()
