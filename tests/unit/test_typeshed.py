"""Our standard library against mypy's typeshed: what types with ours types with CPython's."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import supported  # noqa: E402
from typeshed import Parameter  # noqa: E402

# Public names and parameters that typeshed does not have, each with its reason.
MORE = {
    "asyncio.Server.__init__": "only start_server makes servers",
    "asyncio.streams.Server.__init__": "only start_server makes servers",
    "builtins.generator": "the frames of the compiler",
    "builtins.coroutine": "the frames of the compiler",
    "builtins.async_generator": "the frames of the compiler",
    "collections.ChainMap.new_child": "takes keywords, as on CPython; typeshed leaves them out",
    "builtins.SyntaxError.__init__": "takes what CPython takes, checked when it runs",
    "enum.EnumMeta.__contains__": "the parameter's name of Python 3.12, which typeshed has for it",
    "enum.EnumType.__contains__": "the parameter's name of Python 3.12, which typeshed has for it",
}
# Names for annotations that typeshed keeps in other modules.
ELSEWHERE = {"TransportSocket", "Server", "dict_items", "dict_keys", "dict_values", "DataclassInstance"}
ELSEWHERE |= {"IsoCalendarDate", "HASH", "HASHXOF", "ReadableBuffer"}
# How many functions of a module spell their types otherwise; its page lists them.  None may be added: types
# are typeshed's, or a name of the same meaning is used there, and the number here goes down.
OTHER_TYPES = {
    "argparse": 13, "asyncio": 47, "asyncio.coroutines": 1, "asyncio.events": 15, "asyncio.futures": 3,
    "asyncio.locks": 7, "asyncio.runners": 1, "asyncio.streams": 7, "asyncio.taskgroups": 1,
    "asyncio.tasks": 7, "asyncio.transports": 3, "base64": 18, "binascii": 10, "bisect": 3, "builtins": 21,
    "collections": 3, "contextlib": 4, "dataclasses": 1, "datetime": 12, "enum": 3,
    "fractions": 11, "hashlib": 1, "heapq": 8, "hmac": 2, "io": 1, "ipaddress": 6, "itertools": 4, "json": 4,
    "json.decoder": 1, "json.encoder": 1, "logging": 4, "math": 1, "random": 4, "secrets": 2,
    "shlex": 2, "statistics": 20, "string": 2, "struct": 8, "sys": 3, "textwrap": 1, "time": 8,
    "traceback": 8, "types": 11, "typing": 11, "unicodedata": 4, "urllib.parse": 5, "uuid": 14,
    "warnings": 2, "weakref": 12,
}  # fmt: skip


@pytest.mark.parametrize("module", supported.modules())
def test_types_are_typesheds(module: str) -> None:
    ours = supported.public(supported.OURS.module(module))
    theirs = supported.public(supported.THEIRS.module(module))
    common = [name for name in ours if name in theirs]
    found = [other for name in common for other in supported.other_types(name, ours[name], theirs[name])]
    assert len(found) == OTHER_TYPES.get(module, 0), "\n".join(map(str, found))


def test_types_are_compared_in_one_spelling() -> None:
    def of(*types: str) -> supported.Entity:
        parameters = tuple(Parameter("x", "/", False, text) for text in types[:-1])
        return supported.Entity("function", [supported.Signature(parameters, types[-1], "")])

    assert supported.other_types("f", of("int", "str"), of("int", "str")) == []
    (found,) = supported.other_types("f", of("int", "str"), of("int", "bytes"))
    assert (found.ours, found.theirs) == (("(int) -> str",), ("(int) -> bytes",))
    more = supported.Entity("function", [*of("int", "str").signatures, *of("float", "str").signatures])
    assert supported.other_types("f", more, of("int", "str")) == []
    ours = supported.Entity("class", members={"m": of("list[_T]", "Self")})
    theirs = supported.Entity("class", members={"m": of("list", "list")})
    assert supported.other_types("list", ours, theirs) == []


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
