"""The tests of an application as programs: one image for each file of tests, one process for each test.

The application is copied to `.mirage/tests` beside it, where the files of tests lose their pytest decorators
and a `pytest.py` of ours stands in for pytest; lines keep their numbers.  A program for each file calls
the test that its argument names.
"""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import mirage

_STAND_IN = Path(mirage.__file__).parent / "testing" / "compiled" / "pytest.py"
_SKIPPED_FOLDERS = {"__pycache__", "node_modules", "venv", "build", "dist"}
_FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
_SETUP = ("setup_method", "teardown_method", "setup_class", "teardown_class", "__init__")


@dataclass(frozen=True)
class Test:
    """One test.

    name   as pytest names it: `test_sum`, `TestCart::test_add`, `test_square[2-4]`
    call   the expression that runs it, the module's name in front
    skip   why it cannot be compiled or must not run; "" for others
    """

    name: str
    call: str
    skip: str = ""


@dataclass(frozen=True)
class TestFile:
    """A file of tests: `shown` as the user knows it, `driver` the program that runs them."""

    shown: str
    driver: Path
    tests: list[Test]


def collect(path: Path, room: Path) -> list[TestFile]:
    """Prepare the tests of `path`, a file or a directory, in the folder `room`.

    Raises OSError, SyntaxError and UnicodeDecodeError.
    """
    directory = path if path.is_dir() else path.parent
    chosen = None if path.is_dir() else path.resolve()
    _empty(room)
    files = []
    for source in _python_files(directory):
        relative = source.relative_to(directory)
        text = source.read_text(encoding="utf-8")
        target = room / relative
        target.parent.mkdir(parents=True, exist_ok=True)
        if _holds_tests(source) and chosen in (None, source.resolve()):
            tree = ast.parse(text, str(source))
            module = ".".join(relative.with_suffix("").parts)
            driver = room / f"run_{module.replace('.', '_')}.py"
            tests = list(_tests(tree, module))
            files.append(TestFile(os.path.relpath(source), driver, tests))
            driver.write_text(_driver(module, tests), encoding="utf-8")
            text = _without_decorators(text, tree)
        target.write_text(text, encoding="utf-8")
    for folder in {parent for file in room.rglob("*.py") for parent in file.relative_to(room).parents}:
        if folder != Path("."):
            (room / folder / "__init__.py").touch()
    shutil.copyfile(_STAND_IN, room / "pytest.py")
    return files


def run(image: Path, driver: Path, number: int, room: Path, directory: Path) -> tuple[int, str, str]:
    """The exit code, standard output and standard error of one test, files named as the user knows them."""
    done = subprocess.run(
        [str(image), str(number)],
        executable=str(image),
        cwd=directory,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
    )
    return done.returncode, done.stdout, as_known(_without_driver(done.stderr, driver), room, directory)


def as_known(text: str, room: Path, directory: Path) -> str:
    """Messages with the files' own names in place of those of the copies."""
    shown = os.path.relpath(directory)
    prefix = "" if shown == "." else shown + os.sep
    for copies in (f"{room}{os.sep}", f"{os.path.relpath(room)}{os.sep}"):
        text = text.replace(copies, prefix)
    return text


def _empty(room: Path) -> None:
    """Only kept images stay."""
    room.mkdir(parents=True, exist_ok=True)
    for entry in room.iterdir():
        if entry.name == ".mirage":
            continue
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def _python_files(directory: Path) -> Iterator[Path]:
    for folder, names, files in os.walk(directory):
        names[:] = sorted(name for name in names if name[0] != "." and name not in _SKIPPED_FOLDERS)
        for name in sorted(files):
            if name.endswith(".py") and name != "conftest.py":
                yield Path(folder) / name


def _holds_tests(file: Path) -> bool:
    return file.stem.startswith("test_") or file.stem.endswith("_test")


def _tests(tree: ast.Module, module: str) -> Iterator[Test]:
    for node in tree.body:
        if isinstance(node, _FUNCTION) and node.name.startswith("test"):
            yield from _cases(node, node.name, f"{module}.{node.name}", 0)
        elif isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
            methods = [item for item in node.body if isinstance(item, _FUNCTION)]
            setup = next((item.name for item in methods if item.name in _SETUP), "")
            for method in methods:
                if not method.name.startswith("test"):
                    continue
                name = f"{node.name}::{method.name}"
                if setup or node.bases:
                    what = f"its class has {setup}" if setup else "its class has bases"
                    yield Test(name, "", what)
                else:
                    yield from _cases(method, name, f"{module}.{node.name}().{method.name}", 1)


def _cases(node: ast.FunctionDef | ast.AsyncFunctionDef, name: str, call: str, bound: int) -> Iterator[Test]:
    """The test once, or once for each set of parameters."""
    parameters: list[str] = []
    rows: list[tuple[object, ...]] = [()]
    for decorator in reversed(node.decorator_list):  # pytest's order
        words = ast.unparse(decorator)
        if words.startswith("pytest.mark.parametrize(") and isinstance(decorator, ast.Call):
            try:
                names, values = (ast.literal_eval(argument) for argument in decorator.args)
            except ValueError:
                yield Test(name, "", "its parameters are not literals")
                return
            several = [part.strip() for part in names.split(",")] if isinstance(names, str) else list(names)
            sets = [value if len(several) > 1 else (value,) for value in values]
            parameters += several
            rows = [(*row, *one) for one in sets for row in rows]
        elif words.startswith(("pytest.mark.skip", "pytest.mark.xfail")):
            yield Test(name, "", f"marked {words.removeprefix('pytest.mark.')}")
            return
    arguments = node.args
    wanted = [one.arg for one in (*arguments.posonlyargs, *arguments.args)][bound:]
    missing = [one for one in wanted[: len(wanted) - len(arguments.defaults)] if one not in parameters]
    if missing or isinstance(node, ast.AsyncFunctionDef):
        why = f"it uses fixtures ({', '.join(missing)})" if missing else "it is a coroutine"
        yield Test(name, "", why)
        return
    for row in rows:
        given = ", ".join(f"{one}={value!r}" for one, value in zip(parameters, row, strict=True))
        label = f"[{'-'.join(str(value) for value in row)}]" if parameters else ""
        yield Test(name + label, f"{call}({given})")


def _driver(module: str, tests: list[Test]) -> str:
    lines = ["import sys", "", f"import {module}", "", "number = int(sys.argv[1])"]
    for number, test in enumerate(tests):
        if not test.skip:
            lines += [f"if number == {number}:", f"    {test.call}"]
    return "\n".join(lines) + "\n"


def _without_decorators(text: str, tree: ast.Module) -> str:
    """The text with empty lines where decorators of pytest and `pytestmark` stand."""
    lines = text.splitlines()
    for node in ast.walk(tree):
        gone: list[ast.expr | ast.stmt] = []
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            gone += [item for item in node.decorator_list if ast.unparse(item).startswith("pytest.")]
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "pytestmark":
            gone.append(node)
        for item in gone:
            for number in range(item.lineno, (item.end_lineno or item.lineno) + 1):
                lines[number - 1] = ""
    return "\n".join(lines) + "\n"


def _without_driver(traceback: str, driver: Path) -> str:
    """The traceback without the frames of the program that called the test."""
    lines = []
    inside = False
    for line in traceback.splitlines(keepends=True):
        if line.startswith("  File "):
            inside = line.startswith(f'  File "{driver}"')
        elif not line.startswith("    "):
            inside = False
        if not inside:
            lines.append(line)
    return "".join(lines)
