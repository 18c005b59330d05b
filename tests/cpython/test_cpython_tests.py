"""As many assertions of CPython's own tests hold as docs/supported/cpython-tests.md says.

Some small modules, or with `--hypothesis-profile=long` all of them.  `measure.py` beside this file prints
which assertions fail, and writes the page.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

import adapter  # noqa: E402
import measure  # noqa: E402
import measure_whole  # noqa: E402
import modules  # noqa: E402
import page  # noqa: E402
import whole  # noqa: E402

LONG = any("hypothesis-profile=long" in argument for argument in sys.argv)
TRIED = list(modules.MODULES) if LONG else ["bool", "bisect"]
TRIED_WHOLE = list(modules.WHOLE) if LONG else ["language: raise"]
needs_the_tests = pytest.mark.skipif(
    not (adapter.TESTS / "test_int.py").exists(), reason="libpython3.11-testsuite is not installed"
)


@needs_the_tests
@pytest.mark.slow
@pytest.mark.parametrize("module", [m for m in TRIED if m in page.recorded()[0]])
def test_no_assertion_that_held_fails(module: str) -> None:
    result = measure.measure(module)
    known = page.recorded()[0][module]
    assert result.held >= known.held, "\n".join(result.failing)


@needs_the_tests
@pytest.mark.slow
@pytest.mark.parametrize("module", [m for m in TRIED_WHOLE if m in page.recorded()[1]])
def test_no_assertion_of_a_whole_module_that_held_fails(module: str, tmp_path: Path) -> None:
    result = measure_whole.measure_whole(module, tmp_path)
    known = page.recorded()[1][module]
    assert result.held >= known.held, "\n".join(result.failing)


def test_assertions_become_statements() -> None:
    text = (
        "class T(unittest.TestCase):\n"
        "    def test_it(self):\n"
        "        a = [1]\n"
        "        self.assertEqual(len(a), 1)\n"
        "        self.assertRaises(IndexError, a.pop, 5)\n"
        "        self.helper(a)\n"
        "        self.assertEqual(a, [1])\n"
        "        self.assertTrue(eval('1'))\n"
    )
    (method,) = adapter.Extractor(text, ()).methods()
    assert [line.number for line in method.lines] == [None, 1, 2]  # the helper may have changed a
    assert "a.pop" in method.lines[2].text[1] and "IndexError" in method.lines[2].text[3]


MODULE = """\
import unittest
from test import support

class Mixin:
    def test_twice(self):
        self.assertEqual(self.double(2), 4)

class T(Mixin, unittest.TestCase):
    def double(self, x):
        return x * 2

    @support.cpython_only
    def test_inside(self):
        self.assertTrue(True)

    def test_more(self):
        for x in (1, 2):
            with self.assertRaises(ZeroDivisionError):
                x / 0
        self.assertTrue(eval("1"))
        y = unknown
"""


def test_modules_become_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "test_it.py").write_text(MODULE)
    monkeypatch.setattr(whole, "TESTS", tmp_path)
    translation = whole.Translation("test_it.py")
    assert translation.cases == [("T", "test_more", False), ("T", "test_twice", False)]
    text = translation.program()
    assert "def double(self, x: _Any) -> _Any:" in text
    assert ".assertRaises(ZeroDivisionError):" in text
    assert "eval" not in text.split("_END_OF_PRELUDE")[1]
    line = text.splitlines().index("        y = unknown") + 1
    assert translation.take_out(text, {line}) == {line: set()}
    assert "unknown" not in translation.program()
    line = text.splitlines().index("                x / 0") + 1
    (gone,) = translation.take_out(translation.program(), {line}).values()
    assert gone == set()


def test_the_page_is_what_its_numbers_say() -> None:
    assert page.PAGE.read_text(encoding="utf-8") == page.page(*page.recorded())
