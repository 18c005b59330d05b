"""A build tells of all type errors and refusals at once, in the order of the sources, and of nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from mirage.compiler.codes import CODES
from mirage.compiler.driver import BuildRequest, build_image, check_program
from mirage.compiler.errors import CompileError, CompileErrors

CONFORMANCE = Path(__file__).resolve().parents[1] / "conformance"

CART = """\
def total(prices: list[int]) -> int:
    exec("print(1)")
    return str(sum(prices))


def show(x: int) -> None:
    print(globals(), x.foo)
    print(locals())
"""
APP = """\
from shop.cart import total
from shop import missing
import subprocess
print(total([1]))
print(eval("1"))
"""


def errors_of(entry: Path) -> list[CompileError]:
    with pytest.raises(CompileErrors) as caught:
        check_program(entry, "linux")
    return list(caught.value.errors)


def package(folder: Path) -> Path:
    (folder / "shop").mkdir()
    (folder / "shop" / "__init__.py").touch()
    (folder / "shop" / "cart.py").write_text(CART, encoding="utf-8")
    entry = folder / "app.py"
    entry.write_text(APP, encoding="utf-8")
    return entry


def shown(errors: list[CompileError]) -> list[tuple[str, int, str]]:
    return [(Path(error.file).name, error.line, error.code) for error in errors]


@pytest.mark.parametrize("from_inside", [False, True])
def test_errors_of_several_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, from_inside: bool) -> None:
    entry = package(tmp_path)
    if from_inside:  # mypy's paths are relative then
        monkeypatch.chdir(tmp_path)
        entry = Path("app.py")
    assert shown(errors_of(entry)) == [
        ("cart.py", 2, "dynamic-code"),
        ("cart.py", 3, "return-value"),
        ("cart.py", 7, "dynamic-namespace"),
        ("cart.py", 7, "attr-defined"),
        ("cart.py", 8, "dynamic-namespace"),
        ("app.py", 2, "attr-defined"),
        ("app.py", 3, "no-processes"),
        ("app.py", 5, "dynamic-code"),
    ]


def test_a_build_tells_of_what_is_reached(tmp_path: Path) -> None:
    with pytest.raises(CompileErrors) as caught:
        build_image(BuildRequest(package(tmp_path), "linux", tmp_path / "image"))
    found = shown(list(caught.value.errors))
    assert ("cart.py", 2, "dynamic-code") in found and ("app.py", 5, "dynamic-code") in found
    assert ("cart.py", 8, "dynamic-namespace") not in found


def test_what_stands_below_a_refused_head(tmp_path: Path) -> None:
    entry = tmp_path / "app.py"
    entry.write_text(
        "while True:\n"
        "    with open('settings') as file:\n"
        "        for line in file:\n"
        "            if not line:\n"
        "                break\n"
        "            print(eval(line))\n"
        "        else:\n"
        "            continue\n"
        "    breakpoint()\n",
        encoding="utf-8",
    )
    assert shown(errors_of(entry)) == [
        ("app.py", 2, "no-files"),
        ("app.py", 6, "dynamic-code"),
        ("app.py", 9, "debugger"),
    ]


@pytest.mark.parametrize("program", ["interpreters/sql_over_dicts", "business/access_policies"])
def test_nothing_is_refused_for_the_types_that_an_error_loses(tmp_path: Path, program: str) -> None:
    text = (CONFORMANCE / f"{program}.py").read_text(encoding="utf-8")
    entry = tmp_path / "app.py"
    broken = text.replace("-> str:", "-> set[complex]:")
    assert broken != text
    entry.write_text(broken, encoding="utf-8")
    found = errors_of(entry)
    assert found and not {error.code for error in found} & set(CODES), [error.render() for error in found]
