"""Small operations under CPython and Mirage, in turn: microseconds and ratios, the smallest ratio first.

    python benchmarks/operations/run.py                    all operations
    python benchmarks/operations/run.py split json         those whose names have one of the words
    python benchmarks/operations/run.py --rounds 5         best of so many (default 2)

Each is a few lines as programs have them, on data of some kilobytes.  A ratio is CPython's time through ours:
below 1 we are slower.  How many are below 1 stands at the end.
"""

from __future__ import annotations

import argparse
import math
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from shared import geometric_mean, linux_image  # noqa: E402

PROGRAMS = ("texts", "data", "objects")


def operations_of(name: str) -> list[str]:
    """The names in the program's table."""
    table = (HERE / f"{name}.py").read_text().split("OPERATIONS:")[1]
    return re.findall(r'^ {4}\(\s*"(\w+)"', table, re.MULTILINE)


def add_times(command: list[str], best: dict[str, float]) -> None:
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(done.stderr or done.stdout)
    for line in done.stdout.splitlines():
        name, microseconds = line.split()
        best[name] = min(best.get(name, math.inf), float(microseconds))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("words", nargs="*", metavar="WORD")
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    theirs: dict[str, float] = {}
    ours: dict[str, float] = {}
    for program in PROGRAMS:
        names = operations_of(program)
        if options.words:
            names = [name for name in names if any(word in name for word in options.words)]
        if not names:
            continue
        image = linux_image(HERE / f"{program}.py", f"operations-{program}")
        for _ in range(options.rounds):
            add_times([sys.executable, str(HERE / f"{program}.py"), *names], theirs)
            add_times([str(image), *names], ours)
    ratios = {name: theirs[name] / ours[name] for name in theirs}
    print("| operation | CPython, µs | Mirage, linux, µs | CPython / ours |")
    print("| --- | --: | --: | --: |")
    for name in sorted(ratios, key=lambda name: ratios[name]):
        print(f"| {name} | {theirs[name]:.1f} | {ours[name]:.1f} | {ratios[name]:.2f} × |")
    if ratios:
        slower = sum(ratio < 1 for ratio in ratios.values())
        mean = geometric_mean(ratios.values())
        print(f"\n{len(ratios)} operations, geometric mean {mean:.2f} ×; below 1: {slower}")


if __name__ == "__main__":
    main()
