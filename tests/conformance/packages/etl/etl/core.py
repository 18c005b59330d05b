from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from . import constants
from .errors import BadRow, UnknownStage


class Row(NamedTuple):
    line: int
    fields: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.line}: " + " ".join(f"{k}={v!r}" for k, v in self.fields.items())


Problems = Callable[[BadRow], None]
Stage = Callable[[Iterator[Row], Problems], Iterator[Row]]


@dataclass
class Pipeline:
    stages: list[Stage]
    problems: list[BadRow] = field(default_factory=list)

    @classmethod
    def named(cls, *names: str) -> Pipeline:
        from .stages import STAGES

        for name in names:
            if name not in STAGES:
                raise UnknownStage(name, sorted(STAGES))
        return cls([STAGES[name] for name in names])

    def run(self, lines: Iterable[str]) -> list[Row]:
        rows = self._read(lines)
        for stage in self.stages:
            rows = stage(rows, self.problems.append)
        return list(rows)

    def _read(self, lines: Iterable[str]) -> Iterator[Row]:
        iterator = iter(lines)
        names = [name.strip() for name in next(iterator, "").split(constants.SEPARATOR)]
        for number, line in enumerate(iterator, 2):
            values = line.split(constants.SEPARATOR)
            if len(values) == len(names):
                yield Row(number, dict(zip(names, values)))
            elif line:
                self.problems.append(BadRow(number, f"{len(values)} of {len(names)} fields"))
