"""Exception groups: what `except*`, `split` and `subgroup` do (PEP 654, Objects/exceptions.c of 3.11)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mirage.lowlevel import Array, i64, u64
from mirage.runtime.classes import instance_of, subclass_of

Group = BaseExceptionGroup[BaseException]


def make(message: str, exceptions: Sequence[BaseException]) -> Group:
    """`BaseExceptionGroup(message, exceptions)`: an ExceptionGroup when every one is an Exception."""
    ordinary: list[Exception] = []
    for exc in exceptions:
        if not isinstance(exc, Exception):
            return BaseExceptionGroup(message, exceptions)
        ordinary.append(exc)
    made: BaseExceptionGroup[BaseException] = ExceptionGroup(message, ordinary)
    made.args = (message, exceptions)
    return made


def check(group: Group, exceptions: Sequence[object]) -> None:
    """Raise what CPython raises for members that a group cannot have."""
    if len(exceptions) == 0:
        raise ValueError("second argument (exceptions) must be a non-empty sequence")
    index = 0
    for exc in exceptions:
        if not isinstance(exc, BaseException):
            raise ValueError(f"Item {index} of second argument (exceptions) is not an exception")
        index += 1
    if isinstance(group, Exception):
        for exc in exceptions:
            if not isinstance(exc, Exception):
                cls: type = type(group)
                if cls is ExceptionGroup:
                    raise TypeError("Cannot nest BaseExceptions in an ExceptionGroup")
                raise TypeError(f"Cannot nest BaseExceptions in '{cls.__name__}'")


# --- parts of a group ------------------------------------------------------------------------------


def _matches(exc: BaseException, condition: object) -> bool:
    if isinstance(condition, (type, tuple)):
        return instance_of(exc, condition)
    predicate: Callable[[BaseException], bool] = condition  # type: ignore[assignment]
    return bool(predicate(exc))


def check_condition(condition: object) -> None:
    """Raise TypeError for what is neither a function, an exception type nor a tuple of them."""
    good = callable(condition) and not isinstance(condition, type)
    if isinstance(condition, type):
        good = subclass_of(condition, BaseException)
    elif isinstance(condition, tuple):
        good = True
        for one in condition:
            if not isinstance(one, type) or not subclass_of(one, BaseException):
                good = False
    if not good:
        raise TypeError("expected a function, exception type or tuple of exception types")


def _subset(group: Group, members: list[BaseException]) -> BaseException | None:
    """A group like this one with the members, which `derive` makes; None for no members."""
    if len(members) == 0:
        return None
    part: object = group.derive(members)
    if not isinstance(part, BaseExceptionGroup):
        raise TypeError("derive must return an instance of BaseExceptionGroup")
    _copy_traceback(group, part)
    part.__context__ = group.__context__
    part.__cause__ = group.__cause__
    part.__suppress_context__ = True
    notes = group._notes
    if notes is not None:
        part._notes = list(notes)
    return part


def _copy_traceback(source: BaseException, target: BaseException) -> None:
    sites = source._traceback
    target._traceback_count = source._traceback_count
    target._traceback = None
    if sites is not None:
        copy = Array[u64](sites.count)
        copy.copy_from(i64(0), sites, i64(0), source._traceback_count)
        target._traceback = copy


def split(
    exc: BaseException, condition: object, with_rest: bool
) -> tuple[BaseException | None, BaseException | None]:
    """(what matches, the rest), each None when empty."""
    if _matches(exc, condition):
        return exc, None
    if not isinstance(exc, BaseExceptionGroup):
        return None, exc
    matching: list[BaseException] = []
    others: list[BaseException] = []
    for member in exc.exceptions:
        match, rest = split(member, condition, with_rest)
        if match is not None:
            matching.append(match)
        if rest is not None:
            others.append(rest)
    return _subset(exc, matching), _subset(exc, others) if with_rest else None


# --- except* ---------------------------------------------------------------------------------------


def match_clause(exc: BaseException, classes: object) -> tuple[BaseException | None, BaseException | None]:
    """What one `except* classes` clause takes of the exception, always a group, and what it leaves."""
    if instance_of(exc, classes):
        if isinstance(exc, BaseExceptionGroup):
            return exc, None
        wrapped: BaseException = make("", (exc,))
        return wrapped, None
    if isinstance(exc, BaseExceptionGroup):
        return exc.split(classes)  # type: ignore[call-overload,no-any-return]
    return None, exc


def to_raise(original: BaseException, pending: list[BaseException]) -> BaseException | None:
    """What leaves a `try` with `except*` clauses.

    pending   what the clauses raised and what none of them took, in order
    """
    if len(pending) == 0:
        return None
    if not isinstance(original, BaseExceptionGroup):
        return pending[0]
    raised: list[BaseException] = []
    leaves: list[BaseException] = []
    for exc in pending:
        if _same_metadata(exc, original):
            _collect_leaves(exc, leaves)
        else:
            raised.append(exc)
    again = _projection(original, leaves) if leaves else None
    if len(raised) == 0:
        return again
    if again is not None:
        raised.append(again)
    if len(raised) == 1:
        return raised[0]
    group: BaseException = make("", raised)
    return group


def _same_metadata(exc: BaseException, original: BaseException) -> bool:
    """The exception is a part of the original that was raised again as it was."""
    if exc.__cause__ is not original.__cause__ or exc.__context__ is not original.__context__:
        return False
    count = exc._traceback_count
    if count != original._traceback_count:
        return False
    mine, theirs = exc._traceback, original._traceback
    if mine is None or theirs is None:
        return mine is None and theirs is None
    index = i64(0)
    while index < count:
        if mine[index] != theirs[index]:
            return False
        index = index + 1
    return True


def _collect_leaves(exc: BaseException, leaves: list[BaseException]) -> None:
    if isinstance(exc, BaseExceptionGroup):
        for member in exc.exceptions:
            _collect_leaves(member, leaves)
    else:
        leaves.append(exc)


def _projection(exc: BaseException, leaves: list[BaseException]) -> BaseException | None:
    """The part of the group that has just these leaves."""
    if not isinstance(exc, BaseExceptionGroup):
        for leaf in leaves:
            if leaf is exc:
                return exc
        return None
    members: list[BaseException] = []
    for member in exc.exceptions:
        part = _projection(member, leaves)
        if part is not None:
            members.append(part)
    return _subset(exc, members)
