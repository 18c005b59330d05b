"""Our standard library against mypy's typeshed: what types with ours types with CPython's."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import supported  # noqa: E402

# Public names and parameters that typeshed does not have, each with its reason.
MORE = {
    "asyncio.Server.__init__": "only start_server makes servers",
    "asyncio.streams.Server.__init__": "only start_server makes servers",
    "builtins.generator": "the frames of the compiler",
    "builtins.coroutine": "the frames of the compiler",
    "builtins.async_generator": "the frames of the compiler",
    "builtins.SyntaxError.__init__": "takes what CPython takes, checked when it runs",
    "enum.EnumMeta.__contains__": "the parameter's name of Python 3.12, which typeshed has for it",
    "enum.EnumType.__contains__": "the parameter's name of Python 3.12, which typeshed has for it",
}
# Names for annotations that typeshed keeps in other modules.
ELSEWHERE = {"TransportSocket", "Server", "dict_items", "dict_keys", "dict_values", "DataclassInstance"}
ELSEWHERE |= {"IsoCalendarDate", "HASH", "HASHXOF", "ReadableBuffer"}


@pytest.mark.parametrize("module", supported.modules())
def test_every_public_name_and_parameter_is_typesheds(module: str) -> None:
    ours = supported.public(supported.OURS.module(module))
    theirs = supported.public(supported.THEIRS.module(module))
    more = [name for name in ours if name not in theirs]
    for name in ours:
        if name in theirs:
            assert (ours[name].kind == "class") <= (theirs[name].kind != "function"), f"{module}.{name}"
            found = supported.differences(name, ours[name], theirs[name])
            more += [difference.name for difference in found if difference.more]
    assert [name for name in more if f"{module}.{name}" not in MORE and name not in ELSEWHERE] == []


def test_the_pages_of_the_modules_are_up_to_date() -> None:
    stale = [
        path.name
        for path, text in supported.written().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    assert stale == [], "run: python tools/supported.py"


def test_signatures_are_read_as_calls_see_them() -> None:
    theirs = supported.THEIRS.module("json")
    dumps = theirs["dumps"].signatures[0]
    assert [p.name for p in dumps.parameters][:2] == ["obj", "skipkeys"] and dumps.parameters[1].kind == "k"
    shorter = supported.Entity("function", [supported.Signature(dumps.parameters[:1], "str", "")])
    (found,) = supported.differences("dumps", shorter, theirs["dumps"])
    assert "indent" in found.lacks and found.more == ()
    (found,) = supported.differences("dumps", theirs["dumps"], shorter)
    assert "indent" in found.more and found.lacks == ()
