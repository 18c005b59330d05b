"""How much of CPython's test modules holds when they are compiled whole (whole.py says what is left out).

python tests/cpython/measure_whole.py                    # all modules; prints a line each
python tests/cpython/measure_whole.py enum copy -v       # some, with the failing assertions
python tests/cpython/measure_whole.py enum --keep FOLDER # keeps the program and the image there
python tests/cpython/measure_whole.py --write            # and writes docs/supported/cpython-tests.md
"""

from __future__ import annotations

import re
import sys
import tempfile
import warnings
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE), str(ROOT / "src")]

from measure import parser, run  # noqa: E402
from modules import WHOLE  # noqa: E402
from page import Result, write  # noqa: E402
from whole import EDGE, Translation, living  # noqa: E402

ROUNDS = 60
_NOT_DEFINED = re.compile(
    r'(?:Name|.* has no attribute|Cannot (?:determine type of|resolve name)) "(\w+)"(?: is not defined|$| \()'
)
_DEFINES = re.compile(r"\s*(?:(?:async )?def|class)\s+(\w+)")
_ASSIGNS = re.compile(r"\s*(\w+(?:, \w+)*)(?:: [^=]+)? = ")


def _bound_by(statement: str) -> list[str]:
    """The names that a statement defines, by its first line."""
    found = _DEFINES.match(statement) or _ASSIGNS.match(statement)
    return [] if found is None else found[1].split(", ")


def measure_whole(module: str, folder: Path, verbose: bool = False) -> Result:
    """Translate, take out what mypy does not accept, run; take out what is refused, compile, run."""
    from mirage.compiler.driver import BuildRequest, build_image, check_program
    from mirage.compiler.errors import CompileErrors, InternalError
    from mirage.compiler.frontend.analysis import analyse

    warnings.simplefilter("ignore", SyntaxWarning)
    file, more = WHOLE[module]
    translation = Translation(file, more)
    entry = folder / "program.py"
    refused: set[int] = set()
    edge_names: set[str] = set()  # what statements would have defined that need a program which changes

    def write() -> str:
        text = translation.program()
        entry.write_text(text, encoding="utf-8", errors="surrogatepass")
        return text

    def take_out(text: str, places: list[tuple[int, str, str]], count: bool) -> None:
        known = {line: (code, why) for line, code, why in places}
        untyped = {line for line, (code, _) in known.items() if code == "var-annotated"}
        cannot = translation.annotate(text, untyped) if untyped else set()
        if untyped - cannot:
            return  # what else there is may follow from these
        if count and any(code in EDGE for code, _ in known.values()):  # so it may from these
            known = {line: (code, why) for line, (code, why) in known.items() if code in EDGE}
        for line, gone in translation.take_out(text, set(known)).items():
            code, why = known[line]
            if count:
                needed = _NOT_DEFINED.match(why)
                if code in EDGE or needed is not None and needed[1] in edge_names:
                    edge_names.update(_bound_by(text.splitlines()[line - 1]))
                else:
                    refused.update(gone)
                if verbose:
                    print(f"    refused [{code}] {text.splitlines()[line - 1].strip()[:90]}: {why[:110]}")

    for _ in range(ROUNDS):
        text = write()
        try:
            found = analyse(entry, "linux")
            if found.errors:
                raise CompileErrors(found.errors)
            break
        except CompileErrors as errors:
            take_out(text, [(e.line, e.code, e.message) for e in errors.errors if e.line > 0], False)
    else:
        raise AssertionError(f"{module}: no end of errors")
    endless: set[int] = set()
    wanted = run([sys.executable, str(entry)], 20.0, endless)
    translation.leave_out(endless)
    counted = {number for number, holds in wanted.items() if holds and number > 0}
    for _ in range(ROUNDS):
        text = write()
        try:
            check_program(entry, "linux")
            break
        except CompileErrors as errors:
            places = [(e.line, e.code, e.message) for e in errors.errors if e.file == str(entry)]
            if not places:
                raise
            take_out(text, places, True)
        except InternalError as error:
            if error.file != str(entry):
                raise
            take_out(text, [(error.line, "internal", str(error))], True)
    else:
        raise AssertionError(f"{module}: no end of refusals")
    build_image(BuildRequest(entry=entry, target="linux", output=folder / "image", optimise=0))
    got = run([str(folder / "image")])
    still = run([sys.executable, str(entry)])  # without what was refused, some do not hold under CPython
    refused &= counted
    counted = {number for number in counted if number in refused or still.get(number, False)}
    if "weakref" in text:
        (folder / "living.py").write_text(living(text), encoding="utf-8", errors="surrogatepass")
        alive = run([sys.executable, str(folder / "living.py")], 20.0)
        counted = {number for number in counted if number in refused or alive.get(number, False)}
    result = Result(module, len(counted), sum(got.get(number, False) for number in counted), len(refused))
    lines = text.splitlines()
    for number in sorted(counted - refused):
        if not got.get(number, False):
            marks = f".at({number}).", f".site({number}):"
            place = next((i for i, line in enumerate(lines) if marks[0] in line or marks[1] in line), 0)
            shown = lines[place + (marks[1] in lines[place])].strip()
            result.failing.append(("reached, " if number in got else "not reached, ") + shown)
    return result


def main() -> int:
    options = parser(__doc__, WHOLE)
    options.add_argument("--keep", type=Path, metavar="FOLDER", help="leave the program and the image there")
    arguments = options.parse_args()
    kept: Path | None = arguments.keep
    for name in arguments.names or list(WHOLE):
        try:
            with tempfile.TemporaryDirectory(prefix="mirage-cpython-") as temporary:
                folder = kept if kept is not None else Path(temporary)
                folder.mkdir(exist_ok=True)
                result = measure_whole(name, folder, arguments.verbose)
        except Exception as error:  # a bug of the compiler; the other modules may still be measured
            print(f"{name}: not measured: {type(error).__name__}: {error}"[:1000], flush=True)
            continue
        print(f"{name}: {result.held} of {result.counted} hold, {result.refused} refused", flush=True)
        if arguments.verbose:
            print("".join(f"    {text[:160]}\n" for text in result.failing), end="", flush=True)
        if arguments.write:
            write({}, {name: result})
    return 0


if __name__ == "__main__":
    sys.exit(main())
