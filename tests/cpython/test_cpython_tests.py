"""As many assertions of CPython's own tests hold as docs/supported/cpython-tests.md says.

Three small modules, or with `--hypothesis-profile=long` all of them.  `measure.py` beside this file prints
which assertions fail, and writes the page.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

import adapter  # noqa: E402
import measure  # noqa: E402
import modules  # noqa: E402

LONG = any("hypothesis-profile=long" in argument for argument in sys.argv)
TRIED = list(modules.MODULES) if LONG else ["bool", "range", "bisect"]
needs_the_tests = pytest.mark.skipif(
    not (adapter.TESTS / "test_int.py").exists(), reason="libpython3.11-testsuite is not installed"
)


@needs_the_tests
@pytest.mark.slow
@pytest.mark.parametrize("module", [m for m in TRIED if m in measure.recorded()])
def test_no_assertion_that_held_fails(module: str) -> None:
    result = measure.measure(module)
    known = measure.recorded()[module]
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


def test_the_page_is_what_its_numbers_say() -> None:
    known = measure.recorded()
    assert measure.PAGE.read_text(encoding="utf-8") == measure.table(
        [known[m] for m in modules.MODULES if m in known]
    )
