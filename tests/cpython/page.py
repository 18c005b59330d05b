"""docs/supported/cpython-tests.md: what `measure.py` and `measure_whole.py` found, as two tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from modules import MODULES, WHOLE

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "supported" / "cpython-tests.md"

ALONE_HEADING = "## Assertions that stand alone"
WHOLE_HEADING = "## Test modules as they are written"
INTRODUCTION = """\
# CPython's own tests

*Written by `python tests/cpython/measure.py --write` and `python tests/cpython/measure_whole.py --write`.*

What holds of the `test` package (Debian's `libpython3.11-testsuite`) when it is compiled. What the compiler
refuses counts as not holding.
"""
ALONE_TEXT = """\
Those of a test method that need nothing of what stands around them, taken by `tests/cpython/adapter.py`,
which says what is left out: what needs the test case's own machinery, a program that changes at run time, or
types that mypy does not accept.
"""
WHOLE_TEXT = """\
Whole modules with their classes, helpers and methods, where parameters without annotations are `Any`.
`tests/cpython/whole.py` says which statements are taken out: those that mypy does not accept, that are about
CPython itself, or that need a program that changes at run time. What is left counts if CPython holds it.
Rows are not all of one state: each was written when its module was last measured.

Without a row, because nothing of them is left: `test_abc` makes its classes in a function that gets a
metaclass, `test_errno` asks for attributes by computed names, `test_tasks` and `test_futures` of asyncio run
on a loop made for them of the classes that CPython's loops derive from.
Without a row, because most of it is about type forms as values, which are not there when a program
runs: `test_typing`.
"""


@dataclass
class Result:
    """One module's assertions: those that count, those that hold, and the text of those that do not."""

    module: str
    counted: int = 0
    held: int = 0
    refused: int = 0
    failing: list[str] = field(default_factory=list)

    @property
    def percentage(self) -> float:
        return 100 * self.held / self.counted if self.counted else 100.0


def page(alone: dict[str, Result], whole: dict[str, Result]) -> str:
    """The page's text."""
    parts = [INTRODUCTION, ALONE_HEADING + "\n", ALONE_TEXT]
    parts.append(_table([alone[m] for m in MODULES if m in alone]))
    parts += [WHOLE_HEADING + "\n", WHOLE_TEXT, _table([whole[m] for m in WHOLE if m in whole])]
    return "\n".join(parts)


def recorded() -> tuple[dict[str, Result], dict[str, Result]]:
    """What the page says of assertions that stand alone, and of whole modules."""
    text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    alone, _, whole = text.partition(WHOLE_HEADING)
    return _read(alone, MODULES), _read(whole, WHOLE)


def write(alone: dict[str, Result], whole: dict[str, Result]) -> None:
    """Put these results into the page; others stay."""
    known_alone, known_whole = recorded()
    PAGE.write_text(page(known_alone | alone, known_whole | whole), encoding="utf-8")


def _table(results: list[Result]) -> str:
    counted, held = sum(r.counted for r in results), sum(r.held for r in results)
    lines = ["| tests of | assertions | hold | refused | % |", "|---|---|---|---|---|"]
    for r in results:
        lines.append(f"| `{r.module}` | {r.counted} | {r.held} | {r.refused} | {r.percentage:.1f} |")
    share = 100 * held / counted if counted else 100.0
    lines.append(f"| all | {counted} | {held} | {sum(r.refused for r in results)} | {share:.1f} |")
    return "\n".join(lines) + "\n"


def _read(text: str, names: dict[str, tuple[str, tuple[str, ...]]]) -> dict[str, Result]:
    found = {}
    for line in text.splitlines():
        cells = [cell.strip(" `") for cell in line.strip("|").split("|")]
        if len(cells) == 5 and cells[0] in names:
            found[cells[0]] = Result(cells[0], int(cells[1]), int(cells[2]), int(cells[3]))
    return found
