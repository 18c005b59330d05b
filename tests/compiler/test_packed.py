"""Formats of struct that are read while compiling: CPython's sizes, and no reader of formats in the image."""

from __future__ import annotations

import json
import struct
import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from mirage.compiler.lower.packed import read_format

FORMATS = st.builds(
    lambda order, fields: order + "".join(fields),
    st.sampled_from(["", "@", "=", "<", ">", "!"]),
    st.lists(
        st.builds(
            lambda space, count, code: space + count + code,
            st.sampled_from(["", "", " "]),
            st.sampled_from(["", "", "2", "0", "13"]),
            st.sampled_from(list("xcbB?hHiIlLqQefdspnNP y<")),
        ),
        max_size=6,
    ),
)


@settings(max_examples=1500, deadline=None)
@given(FORMATS)
def test_sizes_and_items_are_cpythons(text: str) -> None:
    layout = read_format(text)
    if "0p" in text:  # SystemError in CPython 3.11
        return
    try:
        size = struct.calcsize(text)
    except struct.error:
        assert layout is None
        return
    if layout is None:  # too many items
        assert len(struct.unpack(text, bytes(size))) > 24
        return
    assert layout.size == size
    for index, item in enumerate(layout.items):  # a one in the item's first byte is seen in that item alone
        if item.size == 0:
            continue
        data = bytearray(size)
        data[item.offset] = 1
        values = struct.unpack(text, data)
        empty = struct.unpack(text, bytes(size))
        assert len(values) == len(layout.items)
        changed = [i for i, (a, b) in enumerate(zip(values, empty, strict=True)) if a != b]
        assert changed == [index] or (item.code == "p" and item.size == 1)


def test_the_reader_of_formats_is_not_in_the_image(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(
        "import struct\n"
        "print(struct.pack('<HB', 1, 2), struct.unpack('>I', b'abcd'), struct.calcsize('bq'))\n"
    )
    command = [sys.executable, "-m", "mirage.cli", "build", str(tmp_path / "app.py")]
    done = subprocess.run(
        [*command, "-o", str(tmp_path / "image"), "--json", "--report"],
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr
    functions = json.loads(done.stdout)["report"]["functions"]
    assert not [name for name in functions if name.startswith("struct.Struct.")]
    ran = subprocess.run([str(tmp_path / "image")], capture_output=True, text=True)
    assert ran.stdout == "b'\\x01\\x00\\x02' (1633837924,) 16\n"
