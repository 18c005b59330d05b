"""One program of many snippets: written, run under CPython and compiled, and told apart snippet by snippet.

Run as a script it tries seeds until it finds differences, and reduces what it finds:

    python tests/generated/programs.py --seeds 10-20 --topics ints,floats
    python tests/generated/programs.py --seeds 14 --snippets 3 --show
"""

from __future__ import annotations

import argparse
import difflib
import re
import subprocess
import sys
import tempfile
import zlib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent / "conformance"))

import harness  # noqa: E402
from source import Chance  # noqa: E402
from topics import TOPICS  # noqa: E402

from mirage.compiler.codes import CODES  # noqa: E402

SNIPPETS = 60  # in one program
HEAD = '''"""Generated: seed {seed}."""

from __future__ import annotations

import asyncio
import heapq
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Callable, Generator
from dataclasses import dataclass
from typing import Any, Final


def clamp(value: int) -> int:
    """Keeps ints from growing without end in loops."""
    return value if -(2**200) < value < 2**200 else value % (2**64 + 13)


def run(name: str, action: Callable[[], None]) -> None:
    print("==", name, flush=True)
    try:
        action()
    except Exception as error:
        print("raised", type(error).__name__, error)


'''
_MARK = re.compile(r"^== (\w+)$", re.MULTILINE)


@dataclass(frozen=True)
class Snippet:
    """One random program: definitions and a function of this name that prints."""

    name: str
    text: str


def snippets(seed: int, count: int = SNIPPETS, topics: list[str] | None = None) -> list[Snippet]:
    """The snippets of a seed, the topics in turn."""
    chosen = topics or list(TOPICS)
    made = []
    for number in range(count):
        topic = chosen[number % len(chosen)]
        name = f"{topic}_{number}"
        made.append(Snippet(name, TOPICS[topic](Chance(f"{seed}/{number}/{topic}"), name)))
    return made


def program_text(seed: int, chosen: list[Snippet]) -> str:
    calls = "".join(f'run("{s.name}", {s.name})\n' for s in chosen)
    return HEAD.replace("{seed}", str(seed)) + "\n\n".join(s.text for s in chosen) + "\n\n" + calls


def outputs(outcome: harness.Outcome) -> dict[str, str]:
    """What each snippet printed; the last one also has standard error and the exit code."""
    parts = _MARK.split(outcome.stdout.decode("utf-8", "backslashreplace"))
    found = dict(zip(parts[1::2], parts[2::2], strict=True))
    if outcome.code or outcome.stderr:
        last = parts[-2] if len(parts) > 1 else ""
        ending = outcome.stderr.decode("utf-8", "backslashreplace")[-2000:]
        found[last] = found.get(last, "") + f"exit code {outcome.code}\n{ending}"
    return found


@dataclass(frozen=True)
class Difference:
    snippet: Snippet
    report: str


def differences(seed: int, chosen: list[Snippet]) -> list[Difference]:
    """The snippets that do something else when compiled.  One that ends the process hides those behind it:
    the rest is then compared again without it.  The few that mypy finds ill-typed are left out."""
    from mirage.compiler.errors import CompileErrors

    found: list[Difference] = []
    allowed = len(chosen) // 20 + 1  # ill-typed snippets
    while chosen:
        with tempfile.TemporaryDirectory(prefix="mirage-generated-") as folder:
            path = Path(folder) / f"seed_{seed}.py"
            path.write_text(program_text(seed, chosen), encoding="utf-8")
            program = harness.load(path)
            expected = harness.run_cpython(program)
            try:
                actual = _run_compiled(path, program)
            except CompileErrors as errors:
                bad = {_snippet_at(path, chosen, e.line) for e in errors.errors if e.code not in CODES}
                allowed -= len(bad)
                if not bad or allowed < 0:
                    raise
                chosen = [snippet for snippet in chosen if snippet not in bad]
                continue
        if expected.code:
            raise AssertionError(f"seed {seed} is no program: {expected.stderr.decode()[-2000:]}")
        wanted, got = outputs(expected), outputs(actual)
        hidden = []
        for position, snippet in enumerate(chosen):
            mine, theirs = got.get(snippet.name), wanted.get(snippet.name, "")
            if mine is None:
                hidden = chosen[position:]
                break
            if mine != theirs:
                found.append(Difference(snippet, _report(snippet, theirs, mine)))
        chosen = hidden
    return found


def _snippet_at(path: Path, chosen: list[Snippet], line: int) -> Snippet:
    """The snippet that a line of the program belongs to."""
    before = "\n".join(path.read_text(encoding="utf-8").splitlines()[:line])
    return max(chosen, key=lambda s: before.rfind(s.text.splitlines()[0]))


def _run_compiled(path: Path, program: harness.Program) -> harness.Outcome:
    """As the harness does, but nothing of a random program is kept.

    In the long mode one image in four is optimised: LLVM takes more than half of the time, and what it is
    given is what the programs are about.  A process for each image: hundreds of compilations in one
    leave more behind than a machine has memory.
    """
    from mirage.compiler.driver import BuildRequest, build_image

    image = path.with_suffix(".image")
    optimise = 2 if not harness.LONG or zlib.crc32(path.name.encode()) % 4 == 0 else 0
    request = BuildRequest(entry=path, target="linux", output=image, optimise=optimise)
    harness.in_a_child(lambda: build_image(request))
    try:
        return harness.run([str(image)], program)
    except subprocess.TimeoutExpired as late:
        return harness.Outcome(late.stdout or b"", b"did not end in time", -1)


def _report(snippet: Snippet, wanted: str, got: str) -> str:
    lines = difflib.unified_diff(
        wanted.splitlines(), got.splitlines(), "CPython", "compiled", lineterm="", n=1
    )
    return "\n".join(line[:200] for line in list(lines)[:20])


def refusals(seed: int, chosen: list[Snippet]) -> list[tuple[Snippet, str]]:
    """The snippets that the compiler does not take, each with what it said: a mistake of one of the two."""
    from mirage.compiler.driver import check_program
    from mirage.compiler.errors import CompileErrors

    found = []
    with tempfile.TemporaryDirectory(prefix="mirage-generated-") as folder:
        path = Path(folder) / f"seed_{seed}.py"
        path.write_text(program_text(seed, chosen), encoding="utf-8")
        try:
            check_program(path, "linux")
        except CompileErrors as errors:
            found = [(_snippet_at(path, chosen, error.line), error.render()) for error in errors.errors]
        except Exception as error:
            if len(chosen) == 1:
                return [(chosen[0], f"the compiler failed: {type(error).__name__}: {error}")]
            half = len(chosen) // 2
            return refusals(seed, chosen[:half]) + refusals(seed, chosen[half:])
    return found


def main() -> int:
    """Try seeds; 1 when something differs or is refused."""
    from mirage.compiler.errors import CompileErrors

    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", default="1-5", help="a number or FIRST-LAST")
    parser.add_argument("--topics", default="", help="names with commas between; all when not given")
    parser.add_argument("--count", type=int, default=SNIPPETS, help="snippets in a program")
    parser.add_argument("--snippets", default="", help="only these numbers of the seed")
    parser.add_argument("--show", action="store_true", help="print the program instead of running it")
    options = parser.parse_args()
    first, _, last = options.seeds.partition("-")
    bad = 0
    for seed in range(int(first), int(last or first) + 1):
        chosen = snippets(seed, options.count, options.topics.split(",") if options.topics else None)
        if options.snippets:
            numbers = {int(number) for number in options.snippets.split(",")}
            chosen = [s for s in chosen if int(s.name.rpartition("_")[2]) in numbers]
        if options.show:
            print(program_text(seed, chosen))
            continue
        try:
            found = [(d.snippet, d.report) for d in differences(seed, chosen)]
        except CompileErrors:
            found = refusals(seed, chosen)
        except Exception as error:
            print(f"the compiler failed: {type(error).__name__}: {error}")
            found = refusals(seed, chosen)
        print(f"seed {seed}: {len(found)} of {len(chosen)} snippets", flush=True)
        for snippet, report in found:
            print(f"---- seed {seed} {snippet.name}\n{report}", flush=True)
        bad += bool(found)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
