"""PEP 695: read when the tool runs under Python 3.12 or newer, refused with the place otherwise."""

import subprocess
import sys
from pathlib import Path

import pytest

from mirage.compiler.driver import BuildRequest, build_image, check_program
from mirage.compiler.errors import CompileErrors

PROGRAMS = sorted((Path(__file__).parent / "type_parameters").glob("*.py"))
NEWER = sys.version_info >= (3, 12)


@pytest.mark.skipif(NEWER, reason="Python 3.12 reads them")
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_python_3_11_refuses_type_parameters_by_their_line(program: Path) -> None:
    with pytest.raises(CompileErrors) as caught:
        check_program(program, "linux")
    lines = program.read_text(encoding="utf-8").splitlines()
    heads = ("type ", "def ", "class ")
    first = next(n for n, line in enumerate(lines, 1) if line.startswith(heads) and "[" in line.split("(")[0])
    assert "3.12" in next(error.message for error in caught.value.errors if error.line == first)


@pytest.mark.skipif(not NEWER, reason="Python 3.11 cannot read them")
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_programs_with_type_parameters_do_what_cpython_does(program: Path, tmp_path: Path) -> None:
    image = build_image(BuildRequest(program, "linux", tmp_path / "image", optimise=0)).image
    ours = subprocess.run([image], capture_output=True, text=True, timeout=20)
    theirs = subprocess.run([sys.executable, program], capture_output=True, text=True, timeout=20)
    assert (ours.stdout, ours.stderr, ours.returncode) == (theirs.stdout, theirs.stderr, theirs.returncode)


@pytest.mark.skipif(not NEWER, reason="Python 3.11 cannot read them")
def test_what_a_type_statement_defines_is_no_value(tmp_path: Path) -> None:
    entry = tmp_path / "program.py"
    entry.write_text("type Names = list[str]\nprint(Names)\n", encoding="utf-8")
    with pytest.raises(CompileErrors) as caught:
        check_program(entry, "linux")
    assert [(error.code, error.line) for error in caught.value.errors] == [("unsupported", 2)]


def test_the_version_is_the_one_that_conditions_were_decided_by(tmp_path: Path) -> None:
    entry = tmp_path / "program.py"
    entry.write_text(
        "import sys\nif sys.version_info >= (3, 12):\n    from typing import override\n    print('new')\n"
        "else:\n    print('old')\nprint(sys.version_info[:2], sys.version[:4], sys.hexversion >> 16)\n",
        encoding="utf-8",
    )
    image = build_image(BuildRequest(entry, "linux", tmp_path / "image", optimise=0)).image
    ours = subprocess.run([image], capture_output=True, text=True, timeout=20).stdout
    assert ours == ("new\n(3, 12) 3.12 780\n" if NEWER else "old\n(3, 11) 3.11 779\n")
