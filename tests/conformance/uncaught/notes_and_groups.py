"""An uncaught group with notes, a cause and nested groups, raised from a validator inside of a generator inside of a class."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping


class FieldProblem(ValueError):
    def __init__(self, field: str, reason: str) -> None:
        super().__init__(field, reason)
        self.field = field

    def __str__(self) -> str:
        return f"{self.args[0]}: {self.args[1]}"


class Validator:
    def __init__(self, rules: Mapping[str, Callable[[str], object]]) -> None:
        self.rules = rules

    def problems(self, row: Mapping[str, str]) -> Iterator[Exception]:
        for field, rule in self.rules.items():
            try:
                rule(row[field])
            except KeyError as error:
                error.add_note(f"known fields: {', '.join(sorted(row))}")
                yield error
            except ValueError as error:
                problem = FieldProblem(field, "malformed")
                problem.__cause__ = error
                problem.add_note("while reading\ntwo lines of note")
                yield problem

    def check(self, number: int, row: Mapping[str, str]) -> None:
        if found := list(self.problems(row)):
            raise ExceptionGroup(f"row {number}", found)


def positive(text: str) -> int:
    value = int(text)
    if value <= 0:
        raise ValueError(f"{value} is not positive")
    return value


def main() -> None:
    validator = Validator({"age": positive, "rate": float, "name": str})
    rows = [{"age": "3", "rate": "1.5", "name": "ok"}, {"age": "-1", "rate": "x"}, {"rate": "1", "name": "n"}]
    failures: list[ExceptionGroup[Exception]] = []
    for number, row in enumerate(rows):
        try:
            validator.check(number, row)
        except* KeyError as group:
            print(
                "keys",
                [e.args for e in group.exceptions[0].exceptions]
                if isinstance(group.exceptions[0], ExceptionGroup)
                else group.exceptions,
            )
        except* FieldProblem as group:
            failures.append(group)
            print("fields", len(group.exceptions))
    raise ExceptionGroup("import failed", failures) from TimeoutError("slow")


main()
