"""Exception groups: making, nesting, str and repr, split, subgroup, derive, notes."""

from __future__ import annotations


def show(exc: BaseException | None, depth: int = 0) -> None:
    pad = "  " * depth
    if isinstance(exc, BaseExceptionGroup):
        print(f"{pad}{type(exc).__name__} {exc.message!r}: {exc}")
        for inner in exc.exceptions:
            show(inner, depth + 1)
    else:
        print(f"{pad}{exc!r}")


one = ExceptionGroup("one", [ValueError("v")])
print(one, repr(one), one.args, one.message, one.exceptions, len(one.exceptions))
eg = ExceptionGroup(
    "top",
    [ValueError(1), TypeError("t"), ExceptionGroup("inner", [KeyError("k"), ValueError(2), OSError(2, "no file")])],
)
show(eg)
print(isinstance(eg, Exception), isinstance(eg, ExceptionGroup), isinstance(eg, BaseExceptionGroup))
base = BaseExceptionGroup("base", [ValueError("x"), KeyboardInterrupt()])
show(base)
print(isinstance(base, Exception), type(base).__name__)
promoted = BaseExceptionGroup("promoted", (ValueError("x"), TypeError("y")))
print(type(promoted).__name__, isinstance(promoted, ExceptionGroup), repr(promoted))

match, rest = eg.split(ValueError)
show(match)
show(rest)
m, r = eg.split((KeyError, OSError))  # type: ignore[arg-type]
show(m)
show(r)
m, r = eg.split(lambda e: isinstance(e, ValueError) and e.args == (2,))
show(m)
show(r)
print(eg.split(ExceptionGroup)[0] is eg, eg.split(ExceptionGroup)[1], eg.split(Exception)[0] is eg)
print(eg.split(ZeroDivisionError)[0], eg.split(ZeroDivisionError)[1] is eg)
show(eg.subgroup(LookupError))
show(eg.subgroup((LookupError, TypeError)))
show(eg.subgroup(AttributeError))
sub = eg.subgroup(lambda e: not isinstance(e, ExceptionGroup))
show(sub)
show(base.subgroup(KeyboardInterrupt))
show(base.subgroup(ValueError))
show(eg.derive([RuntimeError("derived")]))
show(base.derive([ValueError("a")]))


class Failures(ExceptionGroup[Exception]):
    def derive(self, excs):  # type: ignore[no-untyped-def]
        return Failures(self.message + "!", excs)

    def count(self) -> int:
        return len(self.exceptions)


failures = Failures("failures", [ValueError("a"), KeyError("b"), Failures("more", [ValueError("c"), OSError("d")])])
failures.add_note("first note")
failures.add_note("second\nnote")
part, other = failures.split(ValueError)
show(part)
show(other)
assert part is not None and other is not None
print(part.__notes__, other.__notes__ == failures.__notes__, other.__notes__ is failures.__notes__)
part.add_note("only here")
print(part.__notes__, failures.__notes__, failures.count())

for make in (
    lambda: ExceptionGroup("empty", []),
    lambda: ExceptionGroup("bad", [ValueError(), "text"]),  # type: ignore[type-var]
    lambda: ExceptionGroup("bad", [KeyboardInterrupt()]),  # type: ignore[type-var]
    lambda: eg.split(int),  # type: ignore[type-var]
    lambda: eg.subgroup((ValueError, str)),  # type: ignore[type-var]
):
    try:
        made = make()
        print("no error", made)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

try:
    try:
        raise eg
    except ExceptionGroup as caught:
        print(caught is eg)
        raise
except Exception as again:
    print(again is eg)


def leaves(exc: BaseException) -> list[BaseException]:
    match exc:
        case BaseExceptionGroup(exceptions=inner):
            return [leaf for e in inner for leaf in leaves(e)]
        case leaf:
            return [leaf]


print(leaves(eg))
noted = ValueError("text")
try:
    print(noted.__notes__)
except AttributeError as missing:
    print(missing)
noted.add_note("a note")
print(noted.__notes__, str(noted), repr(noted))
