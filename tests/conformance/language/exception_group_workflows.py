"""Exception groups: validation that gathers errors, except* in order, split and subgroup, derived groups, re-raising."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any


class FieldError(ValueError):
    def __init__(self, field: str, why: str) -> None:
        super().__init__(f"{field}: {why}")
        self.field = field


class MissingField(FieldError):
    def __init__(self, field: str) -> None:
        super().__init__(field, "missing")


class FormErrors(ExceptionGroup[FieldError]):
    def derive(self, excs: Sequence[Any], /) -> FormErrors:  # type: ignore[override]
        return FormErrors(self.message, excs)

    @property
    def fields(self) -> list[str]:
        return [e.field for e in self.exceptions if isinstance(e, FieldError)]


@dataclass
class Rule:
    field: str
    check: Callable[[str], object]
    why: str


RULES = [
    Rule("name", str.isalpha, "letters only"),
    Rule("age", lambda v: 0 < int(v) < 150, "out of range"),
    Rule("mail", lambda v: v.index("@"), "no @"),
]


def validate(form: dict[str, str]) -> dict[str, str]:
    errors: list[FieldError] = []
    for rule in RULES:
        try:
            value = form[rule.field]
        except KeyError:
            errors.append(MissingField(rule.field))
            continue
        try:
            if not rule.check(value) and rule.field != "mail":
                raise FieldError(rule.field, rule.why)
        except FieldError as error:
            errors.append(error)
        except ValueError as error:
            wrapped = FieldError(rule.field, str(error))
            wrapped.__cause__ = error
            errors.append(wrapped)
    if errors:
        raise FormErrors(f"{len(errors)} problems", errors)
    return form


def handle(action: Callable[[], object]) -> list[str]:
    out: list[str] = []
    try:
        out.append(f"ok {action()}")
    except* MissingField as group:
        out.append(f"missing {[str(e) for e in group.exceptions]}")
    except* FieldError as group:
        out.append(f"invalid {[str(e) for e in group.exceptions]} {type(group).__name__}")
    except* (KeyError, ZeroDivisionError) as group:
        out.append(f"other {len(group.exceptions)}")
    else:
        out.append("no errors")
    finally:
        out.append("end")
    return out


def boom(error: BaseException) -> Callable[[], object]:
    def run() -> object:
        raise error

    return run


for form in ({"name": "Ann", "age": "30", "mail": "a@b"}, {"name": "x1", "age": "old"}, {"age": "200", "mail": "none"}, {}):
    print(handle(lambda: sorted(validate(form))))
print(handle(boom(KeyError("plain"))), handle(boom(ExceptionGroup("g", [ZeroDivisionError(), ExceptionGroup("h", [KeyError(1), MissingField("z")])]))))
tree = ExceptionGroup("top", [ValueError(1), ExceptionGroup("mid", [TypeError(2), ValueError(3)]), OSError(4)])
matched, rest = tree.split(ValueError)
print(repr(matched), repr(rest), sep="\n")
print(repr(tree.subgroup(lambda e: isinstance(e, (TypeError, OSError)))), tree.subgroup(KeyError), tree.message)


def leaves(error: BaseException, depth: int = 0) -> list[tuple[int, str]]:
    if isinstance(error, BaseExceptionGroup):
        return [leaf for e in error.exceptions for leaf in leaves(e, depth + 1)]
    return [(depth, repr(error))]


print(leaves(tree), leaves(KeyError("x")))
try:
    try:
        raise ExceptionGroup("both", [ValueError("a"), KeyError("b")])
    except* ValueError:
        raise RuntimeError("while handling") from None
except ExceptionGroup as group:
    print(group, [type(e).__name__ for e in group.exceptions], leaves(group))
try:
    validate({"name": "9"})
except FormErrors as group:
    print(group.fields, group.exceptions[0].args, str(group), isinstance(group, Exception))
    some, others = group.split(MissingField)
    assert some is not None and others is not None
    print(type(some).__name__, len(some.exceptions), len(others.exceptions))
try:
    print(ExceptionGroup("empty", []))
except ValueError as error:
    print(type(error).__name__, error)
print(repr(BaseExceptionGroup("fine", [KeyboardInterrupt()])), type(BaseExceptionGroup("exc", [ValueError()])).__name__)
last = FormErrors("uncaught", [MissingField("a"), FieldError("b", "wrong")])
last.add_note("filled in by hand")
raise last from LookupError("the form")
