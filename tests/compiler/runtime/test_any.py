"""`Any` that does not hold what an annotation says: noticed when it is used, never a misread object.

CPython goes on; compiled code raises TypeError (docs/supported/differences.md), so that the expected lines
are written here instead of being compared.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from mirage.compiler.driver import BuildRequest, build_image

EXPECTED = """\
TypeError
ok 42
TypeError
TypeError
ok 0
TypeError
ok 4.0
ok 3.75
TypeError
ok 8
TypeError
ok 6
TypeError
ok 3
TypeError
5 Point(x=5, y=2)
TypeError
1
TypeError
TypeError
ok KeyError
None
4
(1, 2)
TypeError
TypeError
"""


def test_what_any_hides_is_checked_where_it_is_read(tmp_path: Path) -> None:
    image = tmp_path / "any"
    build_image(BuildRequest(Path(__file__).parent / "any_program.py", "linux", image))
    done = subprocess.run([image], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout.replace("refused at run time ", ""), done.stderr, done.returncode) == (
        EXPECTED,
        "",
        0,
    )
