"""An image of several programs: each is `__main__`, and argv[0] chooses."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from mirage.compiler.driver import BuildRequest, build_image

FIRST = """
import sys
class Point: pass
def same() -> str:
    return "first"
if __name__ == "__main__":
    print(same(), Point, Point.__module__, sys.argv[1:])
    sys.exit(3)
"""
SECOND = """
class Point:
    def __init__(self) -> None:
        raise LookupError("no point")
def same() -> str:
    return "second"
print(same(), __name__, __file__)
Point()
"""


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    folder = tmp_path_factory.mktemp("several")
    first, second = folder / "first.py", folder / "second.py"
    first.write_text(FIRST)
    second.write_text(SECOND)
    request = BuildRequest(first, "linux", folder / "image", optimise=0, others=(second,))
    return build_image(request).image, first, second


def run(image: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(arguments, executable=image, capture_output=True, text=True, timeout=20)


def test_argv_0_chooses(image: tuple[Path, Path, Path]) -> None:
    done = run(image[0], str(image[1]), "a b")
    assert (done.stdout, done.stderr, done.returncode) == (
        "first <class '__main__.Point'> __main__ ['a b']\n",
        "",
        3,
    )


def test_each_has_its_own_names_and_tracebacks(image: tuple[Path, Path, Path]) -> None:
    path = str(image[2])
    done = run(image[0], path)
    assert done.stdout == f"second __main__ {path}\n" and done.returncode == 1
    lines = done.stderr.splitlines()
    assert lines[0] == "Traceback (most recent call last):" and lines[-1] == "LookupError: no point"
    assert [line for line in lines if line.startswith("  File")] == [
        f'  File "{path}", line 8, in <module>',
        f'  File "{path}", line 4, in __init__',
    ]


def test_another_name_is_an_error(image: tuple[Path, Path, Path]) -> None:
    done = run(image[0], "third")
    assert done.returncode == 1 and done.stderr == "mirage: this image has no program 'third'\n"
