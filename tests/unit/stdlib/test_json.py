"""Our json does what CPython's does: the same text, the same values, the same errors."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from hosted import load

ours = load("json")

KEYS = st.one_of(st.text(), st.integers(), st.none(), st.booleans(), st.floats(allow_nan=False))
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(KEYS, inner), st.tuples(inner, inner)),
    max_leaves=12,
)
OPTIONS = st.fixed_dictionaries(
    {
        "indent": st.sampled_from([None, 0, 2, "\t"]),
        "separators": st.sampled_from([None, (",", ":"), (" , ", " = ")]),
        "ensure_ascii": st.booleans(),
        "sort_keys": st.booleans(),
        "allow_nan": st.booleans(),
        "skipkeys": st.booleans(),
    }
)


def outcome(function: Any, *args: Any, **options: Any) -> str:
    """The result or the exception as text; errors of either json module look alike."""
    try:
        return repr(function(*args, **options))
    except Exception as exc:
        position = (getattr(exc, "lineno", None), getattr(exc, "colno", None), getattr(exc, "pos", None))
        return f"{type(exc).__name__}{exc.args!r}{position}"


@settings(max_examples=300, deadline=None)
@given(VALUES, OPTIONS)
def test_dumps_writes_what_cpython_writes(value: object, options: dict[str, Any]) -> None:
    assert outcome(ours.dumps, value, **options) == outcome(json.dumps, value, **options)


@settings(max_examples=600, deadline=None)
@given(
    VALUES,
    st.integers(0, 200),
    st.sampled_from(list('{}[],:"\\ u0123e.-x\n\t\x01\ud83d') + [""]),
    st.booleans(),
)
def test_loads_accepts_and_refuses_what_cpython_does(value: object, at: int, put: str, cut: bool) -> None:
    text = json.dumps(value, ensure_ascii=at % 2 == 0, indent=at % 3 or None, default=str)
    at = at % (len(text) + 1)
    text = text[:at] + put + ("" if cut else text[at + 1 :])
    assert outcome(ours.loads, text) == outcome(json.loads, text)


def test_documents_with_known_traps() -> None:
    documents = [
        "",
        " ",
        "nul",
        "[",
        "[1",
        "[1,",
        "[1,]",
        "{",
        '{"a"',
        '{"a":',
        '{"a":1',
        '{"a":1,',
        '{"a":1,}',
        "{1:2}",
        '"',
        '"\\',
        '"\\u',
        '"\\u12',
        '"\\u123"',
        '"\\u1234"',
        '"\\ud83d\\ude00"',
        '"\\ud83dx"',
        '"\\ud83d\\u0041"',
        '"\\x"',
        '"a\nb"',
        "-",
        "-a",
        "01",
        "1.",
        "1.e5",
        "1e",
        "1e+",
        "1E5",
        "-0",
        "-0.0",
        "NaN",
        "-Infinity",
        "[1 2]",
        '{"a" 1}',
        "[] []",
        "\ufeff[]",
        b"\xef\xbb\xbf[1]",
        b"[\xff]",
        "tru",
        "[1,\n2,\n x]",
        '"\x7f"',
        "1" * 400 + ".5",
        "[" * 50 + "]" * 50,
        '{"a":1,"a":2}',
        "\t[ 1 , 2 ]\n",
        "'a'",
    ]
    for document in documents:
        assert outcome(ours.loads, document) == outcome(json.loads, document), document


def test_hooks_and_classes() -> None:
    text = '{"a": [1, 2.5, {"b": NaN}], "c": {}}'
    for options in (
        {"object_hook": lambda d: sorted(d)},
        {"object_pairs_hook": lambda pairs: tuple(pairs)},
        {"parse_float": str, "parse_int": lambda s: s * 2, "parse_constant": repr},
    ):
        assert repr(ours.loads(text, **options)) == repr(json.loads(text, **options))
    circular: list[object] = []
    circular.append(circular)
    for value, options in (
        (circular, {}),
        ({1, 2}, {}),
        ({1, 2}, {"default": sorted}),
        ({(1,): 2}, {}),
        ({(1,): 2}, {"skipkeys": True}),
        ({"b": 1, 2: 3}, {"sort_keys": True}),
        (object, {"default": lambda o: o}),
    ):
        found, expected = outcome(ours.dumps, value, **options), outcome(json.dumps, value, **options)
        assert found == expected


def test_an_encoder_class_of_ones_own() -> None:
    class Ours(ours.JSONEncoder):  # type: ignore[misc, name-defined]
        def default(self, o: Any) -> Any:
            return sorted(o) if isinstance(o, set) else super().default(o)

    assert ours.dumps([{2, 1}], cls=Ours) == "[[1, 2]]"
    assert ours.JSONDecoder().raw_decode("[1] x") == ([1], 3)
