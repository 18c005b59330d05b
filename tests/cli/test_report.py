"""What `mirage build --report` and `--why` say, and that images hold nothing the program does not reach."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# What none of these programs uses, by the names of the functions.
ABSENT = {
    "JSON": r"^json\.",
    "TCP": r"^mirage\.net\.|^asyncio\.",
    "sockets": r"^mirage\.targets\.linux\.(net|hosts|addresses)\.",
    "printing of floats": r"^mirage\.runtime\.floats_",
    "division of big ints": r"^mirage\.runtime\.(bigint_digits\.divide|bigint\.int_floordiv)$",
}
PROGRAMS = {
    "prints a line": "print('hi')\n",
    "counts words": "counts: dict[str, int] = {}\n"
    "for word in 'to be or not to be'.split():\n"
    "    counts[word] = counts.get(word, 0) + 1\n"
    "print(sorted(counts.items()), sum(counts.values()))\n",
}


def mirage(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mirage.cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=180)


def contents(folder: Path, text: str) -> dict[str, dict[str, int]]:
    (folder / "app.py").write_text(text)
    done = mirage("build", str(folder / "app.py"), "-o", str(folder / "image"), "--json", "--report")
    assert done.returncode == 0, done.stderr
    report: dict[str, dict[str, int]] = json.loads(done.stdout)["report"]
    return report


@pytest.mark.parametrize("name", PROGRAMS)
def test_an_image_holds_nothing_unreached(name: str, tmp_path: Path) -> None:
    functions = contents(tmp_path, PROGRAMS[name])["functions"]
    assert len(functions) > 50
    for what, pattern in ABSENT.items():
        present = [function for function in functions if re.search(pattern, function)]
        assert not present, f"{what}: {present}"


def test_a_program_that_prints_text_has_no_text_of_containers(tmp_path: Path) -> None:
    pattern = r"^builtins\.\w+\.__repr__|^mirage\.runtime\.text_repr\._quoted$"
    functions = contents(tmp_path, "print('hi', 3)\nraise SystemExit(4)\n")["functions"]
    present = [name for name in functions if re.search(pattern, name)]
    assert all(name.startswith("builtins.int") for name in present), present
    functions = contents(tmp_path, "print('hi', [3])\n")["functions"]
    assert [name for name in functions if re.search(pattern, name)]


def test_hello_is_small(tmp_path: Path) -> None:
    image = tmp_path / "hello"
    done = mirage("build", str(ROOT / "examples" / "hello"), "-q", "-o", str(image))
    assert done.returncode == 0, done.stderr
    assert image.stat().st_size <= 60 * 1024


def test_what_is_absent_above_is_present_where_it_is_used(tmp_path: Path) -> None:
    functions = contents(
        tmp_path,
        "import asyncio\nimport json\nimport sys\n"
        "async def main() -> None:\n"
        "    server = await asyncio.start_server(lambda r, w: None, '127.0.0.1', 0)\n"
        "    server.close()\n"
        "asyncio.run(main())\n"
        "n = 10 ** (20 + len(sys.argv))\n"
        "print(json.dumps({'x': n // 3 / 7}), n // 7 ** len(sys.argv))\n",
    )["functions"]
    for what, pattern in ABSENT.items():
        if what == "TCP":  # `linux` has the kernel's
            pattern = r"^asyncio\."
        assert any(re.search(pattern, function) for function in functions), what


def test_why_shows_the_way_from_the_start_to_a_function(tmp_path: Path) -> None:
    file = tmp_path / "app.py"
    file.write_text("import sys\n\ndef inner() -> int:\n    return len(sys.argv)\n\nprint(inner())\n")
    command = ["build", str(file), "-o", str(tmp_path / "image"), "-q"]
    done = mirage(*command, "--why", "traceback_text.format_exception")
    lines = done.stdout.splitlines()
    assert done.returncode == 0 and lines[0] == "mirage_start"
    assert lines[-1].strip().startswith("mirage.runtime.traceback_text.format_exception")
    assert [len(line) - len(line.lstrip()) for line in lines] == [2 * n for n in range(len(lines))]
    refused = mirage(*command, "--why", "json.dumps")
    assert refused.returncode == 2 and "no function `json.dumps`" in refused.stderr
