"""Every code of a refusal has a page, and the page's examples do what it says."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest
from mypy.errorcodes import error_codes

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "conformance"))

import harness  # noqa: E402

from mirage.compiler.codes import CODES  # noqa: E402
from mirage.compiler.driver import check_program  # noqa: E402
from mirage.compiler.errors import CompileErrors  # noqa: E402
from mirage.compiler.type_errors import TYPE_ERRORS  # noqa: E402

PAGES = ROOT / "docs" / "supported" / "errors"
COMPILER = ROOT / "src" / "mirage" / "compiler"
_BLOCK = re.compile(r"^## (\w+)\n\n```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
TABLES = ("refused.py", "absent.py")  # files with tuples of code, reason and remedy
_CODE = re.compile(r"[a-z]+(-[a-z]+)*")


def examples(code: str) -> dict[str, str]:
    return dict(_BLOCK.findall((PAGES / f"{code}.md").read_text(encoding="utf-8")))


def codes_in_the_compiler() -> set[str]:
    """The codes that refusals are made with: second arguments of `Refusal(...)` and its kin, the tables."""
    found = {"syntax", "unsupported"}
    for path in COMPILER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                if name in ("Refusal", "refuse", "refuse_class") and len(node.args) > 1:
                    code = node.args[1]
                    if isinstance(code, ast.Constant) and isinstance(code.value, str):
                        found.add(code.value)
            elif isinstance(node, ast.Tuple) and path.name in TABLES and len(node.elts) == 3:
                code = node.elts[0]
                if isinstance(code, ast.Constant) and _CODE.fullmatch(str(code.value)):
                    found.add(str(code.value))
    return found


def test_every_code_has_a_reason_a_remedy_and_a_page() -> None:
    assert codes_in_the_compiler() == set(CODES)
    assert all(code.reason and code.help for code in CODES.values())
    pages = {path.stem for path in PAGES.glob("*.md")} - {"README", "type-errors"}
    assert pages == set(CODES)
    index = (PAGES / "README.md").read_text(encoding="utf-8")
    assert all(f"({code}.md)" in index for code in CODES)


def test_the_page_of_type_errors_has_the_reason_and_the_remedy_of_each() -> None:
    page = (PAGES / "type-errors.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w-]+)` \| (.*?) \| (.*) \|$", page, re.MULTILINE)
    shown = [(code, reason, remedy.replace("\\|", "|")) for code, reason, remedy in rows]
    assert shown == [(code, *kind) for code, kind in TYPE_ERRORS.items()]
    assert set(TYPE_ERRORS) <= set(error_codes)
    assert all(kind.reason and kind.help for kind in TYPE_ERRORS.values())


def test_type_errors_and_refusals_are_told_together(tmp_path: Path) -> None:
    text = examples("type-errors")["Refused"]
    file = tmp_path / "refused.py"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CompileErrors) as caught:
        check_program(file, "linux")
    wanted = [
        (line.rpartition("# refused: ")[2], number)
        for number, line in enumerate(text.splitlines(), 1)
        if "# refused: " in line
    ]
    assert [(error.code, error.line) for error in caught.value.errors] == wanted, caught.value.render()
    assert all(error.reason and error.help and error.column >= 0 for error in caught.value.errors)


WITH_EXAMPLES = [name for name, code in CODES.items() if not code.hidden]


@pytest.mark.parametrize("code", WITH_EXAMPLES)
def test_the_refused_example_is_refused_with_its_code_at_its_line(code: str, tmp_path: Path) -> None:
    text = examples(code)["Refused"]
    file = tmp_path / "refused.py"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CompileErrors) as caught:
        check_program(file, "linux")
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.endswith("# refused")]
    found = [(error.code, error.line) for error in caught.value.errors]
    assert found == [(code, line) for line in lines], caught.value.render()
    error = caught.value.errors[0]
    assert error.file == str(file) and error.column >= 0 and error.message
    assert error.reason and error.help


REWRITTEN = [*WITH_EXAMPLES, "type-errors"]


@pytest.fixture(scope="module")
def rewritten(tmp_path_factory: pytest.TempPathFactory) -> dict[str, harness.Program]:
    """The rewritten examples, which share an image."""
    folder = tmp_path_factory.mktemp("rewritten")
    for code in REWRITTEN:
        (folder / f"{code}.py").write_text(examples(code)["Rewritten"], encoding="utf-8")
    return {code: harness.load(folder / f"{code}.py") for code in REWRITTEN}


@pytest.mark.parametrize("code", REWRITTEN)
def test_the_rewritten_example_does_what_it_does_under_cpython(
    code: str, rewritten: dict[str, harness.Program]
) -> None:
    program = rewritten[code]
    expected = harness.run_cpython(program)
    if code != "lowlevel":  # which CPython only simulates
        assert expected.code == 0, expected.stderr.decode()
    actual = harness.run_linux(program, batch=tuple(rewritten.values()))
    problem = harness.difference(program, expected, actual)
    assert not problem, problem
