"""Extract, transform, load in a package: stages found by decorators in sub-modules, shared constants, aliases, private helpers."""

from __future__ import annotations

import etl.stages as known
from etl import Pipeline, Row, constants as c, errors
from etl.stages import clean, report as reporting
from etl.stages.clean import strip as strip_all

LINES = [
    " id ; name;amount ;when", "1; Ann ;10.50;2024-01-05", "2;bob;-3;2024-01-09", "x;cid;7;2024-02-01", "3;;8;2024-02-11",
    "4;dee;12e1;2024-02-30", "5;eve;1_000;2024-03-03", "", "6;fay;5", "2;bob again;1;2024-01-01",
]


def run(name: str, *stages: str) -> None:
    print(f"== {name}: {' > '.join(stages)}")
    try:
        pipeline = Pipeline.named(*stages)
    except errors.UnknownStage as error:
        print(f"{error} ({error.__class__.__module__})")
        return
    rows = pipeline.run(LINES)
    for row in rows:
        print("  ", row)
    for problem in pipeline.problems:
        print("   !", problem)


run("raw", "strip")
run("typed", "strip", "types", "unique")
run("all", "strip", "types", "unique", "positive", "monthly")
run("wrong", "strip", "sort")
print(sorted(known.STAGES), known.STAGES["strip"] is strip_all, strip_all.__module__, clean.__name__, reporting.__doc__)
print(c.SEPARATOR, c.LIMITS, c.version(), Row(1, {"a": "b"}), Row.__module__, errors.__all__)
print(reporting.bar(3), reporting.bar(99), c.__name__)
