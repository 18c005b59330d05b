"""How a refusal is shown."""

from __future__ import annotations

from pathlib import Path

from mirage.compiler.errors import CompileError, CompileErrors


def test_an_error_shows_what_where_why_and_what_to_write_instead(tmp_path: Path) -> None:
    file = tmp_path / "cart.py"
    file.write_text("class C:\n    def f(self) -> None:\n        setattr(self, name, value)\n")
    error = CompileError(
        code="dynamic-attribute",
        message="`setattr` with a computed name cannot be compiled",
        file=str(file),
        line=3,
        column=22,
        end_column=26,
        reason="this name is known only at run time",
        help="keep the values in a `dict[str, int]`",
    )
    assert error.render() == (
        "error[dynamic-attribute]: `setattr` with a computed name cannot be compiled\n"
        f"  --> {file}:3:23\n"
        "3 |         setattr(self, name, value)\n"
        "  |                       ^^^^ this name is known only at run time\n"
        "  help: keep the values in a `dict[str, int]`"
    )


def test_colours_only_when_asked_for() -> None:
    error = CompileErrors([CompileError("x", "no")])
    assert "\033" not in error.render() and "\033" in error.render(color=True)


def test_many_errors_are_counted() -> None:
    errors = CompileErrors([CompileError("a", "one"), CompileError("b", "two")])
    assert errors.render() == "error[a]: one\n\nerror[b]: two\n\n2 errors"


def test_a_file_that_is_gone_leaves_place_and_reason() -> None:
    error = CompileError("x", "no", "/nonexistent/a.py", 3, 0, 1, "why")
    assert error.render() == "error[x]: no\n  --> /nonexistent/a.py:3:1\n  why"
