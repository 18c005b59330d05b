"""A bug of the compiler names the line that was being compiled and asks for a report; it exits with 70."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from mirage.cli.main import main
from mirage.compiler.driver import check_program
from mirage.compiler.errors import CompileErrors, InternalError
from mirage.compiler.ir import nodes as ir
from mirage.compiler.llvm.functions import Emitter
from mirage.compiler.lower.expressions import Expressions

PROGRAM = """\
def price(amount: int) -> int:
    tax = amount * 7
    return amount + tax // 100


print(price(5))
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    file = tmp_path / "shop.py"
    file.write_text(PROGRAM, encoding="utf-8")
    return file


def failing_at(line: int, file: Path, whole: Callable[..., object]) -> Callable[..., object]:
    """A fault in the lowering of expressions, on one line of one file."""

    def broken(self: Expressions, node: object) -> object:
        if getattr(node, "line", 0) == line and self.module.path == str(file):
            raise KeyError("injected")
        return whole(self, node)

    return broken


@pytest.mark.from_sources
def test_a_fault_in_lowering_names_the_statement(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Expressions, "_expr", failing_at(3, program, Expressions._expr))
    with pytest.raises(InternalError) as caught:
        check_program(program, "linux")
    assert (caught.value.file, caught.value.line) == (str(program), 3)
    assert "return amount + tax // 100" in str(caught.value) and "report" in str(caught.value)


@pytest.mark.from_sources
@pytest.mark.parametrize("command", ["check", "build"])
def test_the_tool_says_so_and_exits_with_70(
    command: str, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Expressions, "_expr", failing_at(2, program, Expressions._expr))
    result = CliRunner().invoke(main, [command, str(program), "-t", "linux"])
    assert result.exit_code == 70
    shown = result.stderr
    assert "error[internal-error]: the compiler failed here: KeyError: 'injected'" in shown
    assert "shop.py:2" in shown and "    tax = amount * 7" in shown and "please report it" in shown


@pytest.mark.from_sources
def test_a_fault_in_generating_names_the_function(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Emitter.fragment

    def broken(self: Emitter) -> object:
        function: ir.Function = self.function
        if function.file == str(program) and function.line == 1:
            raise IndexError("injected")
        return whole(self)

    monkeypatch.setattr(Emitter, "fragment", broken)
    result = CliRunner().invoke(
        main, ["build", str(program), "-t", "linux", "-o", str(program.parent / "out")]
    )
    assert result.exit_code == 70 and "shop.py:1" in result.stderr, result.stderr


def test_refusals_of_all_files_are_reported_also_in_what_is_never_called(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(
        "import stock\n\n\ndef unused(name: str) -> object:\n    eval(name)\n"
        "    return getattr(stock, name)\n\n\n"
        "class Never:\n    def method(self) -> None:\n        globals()\n\n\nprint(stock.count())\n",
        encoding="utf-8",
    )
    (tmp_path / "stock.py").write_text(
        "def count() -> int:\n    open('x')\n    return 1\n\n\nasync def later() -> None:\n    exec('1')\n",
        encoding="utf-8",
    )
    with pytest.raises(CompileErrors) as caught:
        check_program(tmp_path / "app.py", "linux")
    found = [(Path(error.file).name, error.line, error.code) for error in caught.value.errors]
    assert found == [
        ("app.py", 5, "dynamic-code"),
        ("app.py", 6, "dynamic-attribute"),
        ("app.py", 11, "dynamic-namespace"),
        ("stock.py", 2, "no-files"),
        ("stock.py", 7, "dynamic-code"),
    ]


@pytest.mark.from_sources
def test_a_fault_of_the_type_checker_names_the_line(
    program: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(fullname: str) -> None:
        if fullname == "__main__.price":
            raise KeyError("injected")

    monkeypatch.setattr("mirage.compiler.frontend.bodies.hook_for", broken)
    with pytest.raises(InternalError) as caught:
        check_program(program, "linux")
    assert (caught.value.file, caught.value.line) == (str(program), 6)
    assert capsys.readouterr() == ("", "")
