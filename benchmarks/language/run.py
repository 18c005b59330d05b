"""Typed programs under CPython, PyPy, mypyc and Mirage, in one run: processor time and ratios.

    python benchmarks/language/run.py                    all programs, all implementations that are there
    python benchmarks/language/run.py sieve richards     some
    python benchmarks/language/run.py --seconds 4        processor time of each measurement (default 2)
    python benchmarks/language/run.py --rounds 3         best of so many (default 2)
    python benchmarks/language/run.py --only cpython,mirage

The programs are ours, plain typed Python, one source for everybody; each checks its result in every
repetition.  The first fourteen are the are-we-fast-yet set, the others are in pyperformance's manner.  A
program repeats for the given time and reports the mean of the second half: PyPy is warm by then.  The best
round counts.  mypyc is the one of mypy itself, with a C compiler; only the program is compiled by it, as a
module.  A ratio is their time through ours: above 1 we are faster.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from shared import geometric_mean, linux_image, room  # noqa: E402

ARE_WE_FAST_YET = [
    "bounce", "list_", "permute", "queens", "sieve", "storage", "towers", "havlak", "richards", "deltablue",
    "cd", "json_", "mandelbrot", "nbody",
]  # fmt: skip
IMPLEMENTATIONS = ("cpython", "pypy", "mypyc", "mirage")
TITLES = {"cpython": "CPython", "pypy": "PyPy", "mypyc": "mypyc", "mirage": "Mirage, linux"}


def programs() -> list[str]:
    """All of them, the are-we-fast-yet set first."""
    others = {path.stem for path in HERE.glob("*.py")} - {"run", "measuring", *ARE_WE_FAST_YET}
    return ARE_WE_FAST_YET + sorted(others)


def with_mypyc(name: str, directory: Path) -> list[str]:
    """Compile the program as an extension module; a command that measures it."""
    room = directory / f"mypyc-{name}"
    shutil.rmtree(room, ignore_errors=True)
    room.mkdir(parents=True)
    for file in (name, "measuring"):
        shutil.copy(HERE / f"{file}.py", room)
    settings = {**os.environ, "MYPYC_OPT_LEVEL": "3"}
    done = subprocess.run(
        [sys.executable, "-m", "mypyc", f"{name}.py"], cwd=room, env=settings, capture_output=True, text=True
    )
    if done.returncode != 0:
        raise RuntimeError((done.stdout + done.stderr).strip().splitlines()[-1])
    code = (
        f"import sys; sys.path.insert(0, {str(room)!r}); import {name}; from measuring import measure\n"
        f"assert not {name}.__file__.endswith('.py')\nmeasure({name}.run)"
    )
    return [sys.executable, "-c", code]


def command_of(implementation: str, name: str) -> list[str]:
    if implementation == "cpython":
        return [sys.executable, str(HERE / f"{name}.py")]
    if implementation == "pypy":
        return ["pypy3", str(HERE / f"{name}.py")]
    if implementation == "mypyc":
        return with_mypyc(name, room())
    return [str(linux_image(HERE / f"{name}.py", f"language-{name}"))]


def seconds_of(command: list[str], budget: float) -> float:
    """One measurement.  Raises RuntimeError when the program fails or its result is wrong."""
    done = subprocess.run([*command, str(budget)], capture_output=True, text=True)
    if done.returncode != 0:
        lines = (done.stdout + done.stderr).strip().splitlines()
        raise RuntimeError(lines[-1] if lines else f"exit code {done.returncode}")
    return float(done.stdout)


def measured(name: str, implementations: list[str], rounds: int, budget: float) -> dict[str, float | str]:
    """Seconds a repetition, or why there are none; the implementations take turns."""
    results: dict[str, float | str] = {}
    commands: dict[str, list[str]] = {}
    for implementation in implementations:
        try:
            commands[implementation] = command_of(implementation, name)
        except Exception as error:
            results[implementation] = "not compiled: " + (str(error).splitlines() or [repr(error)])[0]
    for _ in range(rounds):
        for implementation, command in commands.items():
            try:
                seconds = seconds_of(command, budget)
            except RuntimeError as error:
                results[implementation] = f"failed: {error}"
                continue
            before = results.get(implementation, math.inf)
            if not isinstance(before, str):
                results[implementation] = min(before, seconds)
    return results


def row(*cells: str) -> None:
    print("| " + " | ".join(cells) + " |", flush=True)


def table(names: list[str], implementations: list[str], rounds: int, budget: float) -> None:
    others = [one for one in implementations if one != "mirage"]
    row(
        "program",
        *(f"{TITLES[one]}, ms" for one in implementations),
        *(f"{TITLES[one]} / ours" for one in others),
    )
    row("---", *("--:" for _ in range(len(implementations) + len(others))))
    ratios: dict[str, list[float]] = {one: [] for one in others}
    for name in names:
        results = measured(name, implementations, rounds, budget)
        cells: list[str] = []
        for one in implementations:
            result = results[one]
            cells.append(result if isinstance(result, str) else f"{result * 1000:.3f}")
        ours = results.get("mirage", "")
        for one in others:
            theirs = results[one]
            if isinstance(theirs, str) or isinstance(ours, str):
                cells.append("")
                continue
            ratios[one].append(theirs / ours)
            cells.append(f"{theirs / ours:.1f} ×")
        row(name.rstrip("_"), *cells)
    if "mirage" in implementations:
        means = [f"{geometric_mean(ratios[one]):.1f} ×" if ratios[one] else "" for one in others]
        counts = "/".join(str(len(ratios[one])) for one in others)
        row(f"geometric mean of {counts}", *("" for _ in implementations), *means)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("programs", nargs="*", metavar="PROGRAM", help=", ".join(programs()))
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--only", default=",".join(IMPLEMENTATIONS), help="implementations, with commas")
    options = parser.parse_args()
    chosen = options.only.split(",")
    unknown = [one for one in options.programs if one not in programs()]
    unknown += [one for one in chosen if one not in IMPLEMENTATIONS]
    if unknown:
        parser.error(f"unknown: {unknown[0]}")
    if shutil.which("pypy3") is None and "pypy" in chosen:
        print("PyPy is not installed (apt-get install pypy3)", file=sys.stderr)
        chosen.remove("pypy")
    if shutil.which("gcc") is None and shutil.which("cc") is None and "mypyc" in chosen:
        print("mypyc needs a C compiler (apt-get install gcc)", file=sys.stderr)
        chosen.remove("mypyc")
    table(options.programs or programs(), chosen, options.rounds, options.seconds)


if __name__ == "__main__":
    main()
