"""How much of CPython's own tests holds when compiled.

python tests/cpython/measure.py                  # all modules; prints the table
python tests/cpython/measure.py int str -v       # some, with the failing assertions
python tests/cpython/measure.py --write          # and writes docs/supported/cpython-tests.md
"""

from __future__ import annotations

import argparse
import os
import select
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Container
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE), str(ROOT / "src")]

from adapter import TESTS, Extractor, Line, program  # noqa: E402
from modules import MODULES  # noqa: E402
from page import Result, write  # noqa: E402
from whole import EDGE  # noqa: E402

from mirage.compiler.codes import CODES  # noqa: E402

SILENCE = 60.0
LONGEST = 300.0


def measure(module: str) -> Result:
    """Extract, check, compile and run."""
    from mirage.compiler.driver import BuildRequest, build_image, check_program
    from mirage.compiler.errors import CompileErrors, InternalError

    warnings.simplefilter("ignore", SyntaxWarning)  # of `is` with a literal
    file, allowed = MODULES[module]
    result = Result(module)
    text = (TESTS / file).read_text(encoding="utf-8")
    if allowed:
        text = text.replace(
            "self.module.", f"{allowed[0]}."
        )  # the C or the Python module, where both are tested
    if allowed[:1] == ("json",):
        for name in ("loads", "dumps", "JSONDecodeError"):
            text = text.replace(f"self.{name}", f"json.{name}")
        text = text.replace("self.json.", "json.")
        text = "import json\n" + text
    extractor = Extractor(text, allowed, missing_names(text, allowed))
    methods = extractor.methods()
    lines = [line for method in methods for line in method.lines]
    ill_typed: set[int] = set()
    refused: set[int] = set()
    if not methods:
        return result
    with tempfile.TemporaryDirectory(prefix="mirage-cpython-") as folder:
        entry = Path(folder) / "program.py"
        for _ in range(30):
            dropped = ill_typed | refused
            text, owner = program(extractor, methods, dropped)
            ill_typed |= dropped - refused
            entry.write_text(text, encoding="utf-8", errors="surrogatepass")
            try:
                check_program(entry, "linux")
                break
            except CompileErrors as errors:
                for error in errors.errors:
                    place = owner.get(error.line)
                    if place is None:
                        raise
                    counts = error.code in CODES and error.code not in EDGE
                    (refused if counts else ill_typed).add(place)
            except InternalError as error:
                place = owner.get(error.line) if error.file == str(entry) else None
                if place is None:
                    raise
                refused.add(place)
        else:
            raise AssertionError(f"{module}: no end of errors")
        wanted = run([sys.executable, str(entry)])
        counted = {number for number, holds in wanted.items() if holds}
        build_image(BuildRequest(entry=entry, target="linux", output=Path(folder) / "image"))
        got = run([str(Path(folder) / "image")])
    by_number = {line.number: line for line in lines if line.number is not None}
    turned_away = [line for place, line in enumerate(lines) if place in refused and line.number is not None]
    result.refused = len(turned_away)
    result.counted = len(counted) + result.refused
    result.held = sum(got.get(number, False) for number in counted)
    result.failing = [shown(by_number[n]) for n in sorted(counted) if not got.get(n, False)]
    result.failing += ["refused: " + shown(line) for line in turned_away]
    return result


def missing_names(text: str, allowed: tuple[str, ...]) -> frozenset[str]:
    """What the test imports from modules that does not exist there yet."""
    from mirage.compiler.errors import CompileErrors
    from mirage.compiler.frontend.analysis import analyse

    imports = list(Extractor(text, allowed).aliases.items())
    with tempfile.TemporaryDirectory(prefix="mirage-cpython-") as folder:
        entry = Path(folder) / "imports.py"
        entry.write_text("".join(line + "\n" for _, line in imports), encoding="utf-8")
        try:
            found = analyse(entry, "linux")
            if found.errors:
                raise CompileErrors(found.errors)
        except CompileErrors as errors:
            return frozenset(
                imports[error.line - 1][0] for error in errors.errors if 0 < error.line <= len(imports)
            )
    return frozenset()


def shown(line: Line) -> str:
    return next((text.strip() for text in line.text if "(" in text), line.text[0])


def run(command: list[str], silence: float = SILENCE, endless: set[int] | None = None) -> dict[int, bool]:
    """Which assertions were reached, and whether they always held; what ends the process is passed over.

    silence   seconds without output after which a case is given up
    endless   gets the cases that were
    """
    found: dict[int, bool] = {}
    start = 0
    while True:
        code, output = _output([*command, str(start)], silence)
        last = start
        for line in output.decode("utf-8", "replace").splitlines():
            words = line.split(" ")
            if words[0] == "case" and len(words) == 2:
                last = int(words[1])
            elif words[0] in ("ok", "FAIL") and len(words) > 1 and words[1].isdigit():
                found[int(words[1])] = words[0] == "ok" and found.get(int(words[1]), True)
        if code == 0:
            return found
        if code is None and endless is not None:
            endless.add(last)
        start = last + 1


def _output(command: list[str], silence: float) -> tuple[int | None, bytes]:
    """(exit code, output); the code is None for a process that had to be ended."""
    parts: list[bytes] = []
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    with process.stdout as pipe:
        until = time.monotonic() + LONGEST
        while time.monotonic() < until and select.select([pipe], [], [], silence)[0]:
            data = os.read(pipe.fileno(), 65536)
            if not data:
                return process.wait(), b"".join(parts)
            parts.append(data)
        process.kill()
        process.wait()
    return None, b"".join(parts)


def parser(about: str | None, modules: Container[str]) -> argparse.ArgumentParser:
    """What both ways of measuring take."""

    def known(name: str) -> str:
        if name not in modules:
            raise argparse.ArgumentTypeError(f"no tests named {name!r}; see modules.py")
        return name

    found = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    found.add_argument("names", nargs="*", metavar="MODULE", type=known, help="all when none is given")
    found.add_argument("-v", "--verbose", action="store_true", help="print the assertions that fail")
    found.add_argument("--write", action="store_true", help="put the rows into the page of docs/supported")
    return found


def main() -> int:
    arguments = parser(__doc__, MODULES).parse_args()
    for name in arguments.names or list(MODULES):
        try:
            result = measure(name)
        except Exception as error:  # a bug of the compiler; the other modules may still be measured
            print(f"{name}: not measured: {type(error).__name__}: {error}"[:1000], flush=True)
            continue
        print(f"{name}: {result.held} of {result.counted} hold, {result.refused} refused", flush=True)
        if arguments.verbose:
            print("".join(f"    {text[:160]}\n" for text in result.failing), end="", flush=True)
        if arguments.write:
            write({name: result}, {})
    return 0


if __name__ == "__main__":
    sys.exit(main())
