"""Imports that fail on CPython, because the module is still being run, are refused where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from mirage.compiler.driver import check_program
from mirage.compiler.errors import CompileErrors

ORDERS = """
from typing import TYPE_CHECKING
{imported}
if TYPE_CHECKING:
    from prices import price as again

def discount() -> int:
    return 2

def total() -> int:
    import prices
    return prices.price() - discount()
"""


def project(folder: Path, imported: str, prices: str) -> Path:
    (folder / "orders.py").write_text(ORDERS.format(imported=imported), encoding="utf-8")
    (folder / "prices.py").write_text(prices, encoding="utf-8")
    app = folder / "app.py"
    app.write_text("from orders import total\nprint(total())\n", encoding="utf-8")
    return app


def test_a_name_of_a_module_that_is_being_run_is_refused(tmp_path: Path) -> None:
    prices = "from orders import discount\n\ndef price() -> int:\n    return 10 * discount()\n"
    with pytest.raises(CompileErrors) as refused:
        check_program(project(tmp_path, "import prices", prices), "linux")
    (error,) = refused.value.errors
    assert error.code == "unsupported" and error.line == 1 and Path(error.file).name == "prices.py"
    assert "`discount` cannot be imported here" in error.message


@pytest.mark.parametrize(
    "imported, prices",
    [
        ("import prices", "import orders\n\ndef price() -> int:\n    return 10 * orders.discount()\n"),
        ("", "from orders import discount\n\ndef price() -> int:\n    return 10 * discount()\n"),
    ],
    ids=["the module", "in a function"],
)
def test_other_imports_in_a_cycle_are_compiled(tmp_path: Path, imported: str, prices: str) -> None:
    check_program(project(tmp_path, imported, prices), "linux")
