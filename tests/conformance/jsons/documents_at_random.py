"""Values made at random are written in every style; their documents, some of them damaged, are read."""

from __future__ import annotations

import json
import random
from typing import Any, Callable

CHARACTERS = list('abc "\\/\b\n\t\x01\x7fé€\u2028😀')
PUT = [*'{}[],:"\\ u0123e.-x\n\t\x01', "\ud83d", ""]
TRAPS = [
    "", " ", "nul", "[", "[1", "[1,", "[1,]", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{1:2}", '"',
    '"\\', '"\\u', '"\\u12', '"\\u123"', '"\\u1234"', '"\\ud83d\\ude00"', '"\\ud83dx"', '"\\ud83d\\u0041"', '"\\x"',
    '"a\nb"', "-", "-a", "01", "1.", "1.e5", "1e", "1e+", "1E5", "-0", "-0.0", "NaN", "-Infinity", "[1 2]", '{"a" 1}',
    "[] []", "\ufeff[]", "tru", "[1,\n2,\n x]", '"\x7f"', "1" * 400 + ".5", "[" * 50 + "]" * 50, '{"a":1,"a":2}',
    "\t[ 1 , 2 ]\n", "'a'", "1" * 30, "-" + "9" * 19, "1e400", "1e-400", "0.1e1", "123456789012345678.5e-10",
]  # fmt: skip


def a_text(rng: random.Random) -> str:
    return "".join(rng.choice(CHARACTERS) for _ in range(rng.randrange(12)))


def a_number(rng: random.Random) -> int | float:
    match rng.randrange(6):
        case 0:
            return rng.randrange(-5, 300)
        case 1:
            return rng.choice([2**31, 2**62 - 1, 2**62, -(2**62) - 1, 2**63, 2**64 + 1, 10**40])
        case 2:
            return rng.random()
        case 3:
            return rng.uniform(-1e6, 1e6)
        case 4:
            return rng.choice([0.0, -0.0, 1e16, 1e-7, 5e-324, 1.7976931348623157e308, 123456.789])
    return float(rng.randrange(100))


def a_value(rng: random.Random, depth: int = 0) -> Any:
    kind = rng.randrange(7 if depth < 3 else 4)
    if kind == 0:
        return rng.choice([None, True, False])
    if kind in (1, 2):
        return a_number(rng)
    if kind == 3:
        return a_text(rng)
    size = rng.randrange(5)
    if kind == 4:
        return [a_value(rng, depth + 1) for _ in range(size)]
    if kind == 5:
        return tuple(a_value(rng, depth + 1) for _ in range(size))
    return {a_key(rng): a_value(rng, depth + 1) for _ in range(size)}


def a_key(rng: random.Random) -> Any:
    return rng.choice([a_text(rng), rng.randrange(9), rng.random(), None, True])


def outcome(function: Callable[[], object]) -> str:
    """The result, or the exception with its place."""
    try:
        return repr(function())
    except json.JSONDecodeError as error:
        return f"{error!r} {error.msg} {error.lineno} {error.colno} {error.pos}"
    except (ValueError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


def written(rng: random.Random, value: Any) -> str:
    indent = rng.choice([None, 0, 2, "\t"])
    separators = rng.choice([None, (",", ":"), (" , ", " = ")])
    ascii_only, keys, skip = rng.random() < 0.5, rng.random() < 0.2, rng.random() < 0.5
    return outcome(
        lambda: json.dumps(
            value, indent=indent, separators=separators, ensure_ascii=ascii_only, sort_keys=keys, skipkeys=skip
        )
    )


def damaged(rng: random.Random, text: str) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(PUT) + ("" if rng.random() < 0.5 else text[at + 1 :])


def main() -> None:
    rng = random.Random(2026)
    for _ in range(400):
        value = a_value(rng)
        print(written(rng, value))
        text = json.dumps(value, ensure_ascii=rng.random() < 0.5, indent=rng.choice([None, 1]))
        print(outcome(lambda: json.loads(text)) == repr(json.loads(text.encode())))
        for _ in range(3):
            broken = damaged(rng, text)
            print(ascii(outcome(lambda: json.loads(broken))))
    for text in TRAPS:
        print(ascii(outcome(lambda: json.loads(text))))
    for raw in (b"\xef\xbb\xbf[1]", b"[\xff]", '["é"]'.encode("utf-16"), b"1"):
        print(ascii(outcome(lambda: json.loads(raw))))
    hooked = '{"a": [1, 2.5, {"b": NaN}], "c": {}}'
    print(json.loads(hooked, object_hook=lambda d: sorted(d)))
    print(json.loads(hooked, object_pairs_hook=lambda pairs: tuple(pairs)))
    print(json.loads(hooked, parse_float=str, parse_int=lambda s: s * 2, parse_constant=repr))
    circular: list[Any] = []
    circular.append(circular)
    for value, default in ((circular, None), ({1, 2}, None), ({1, 2}, sorted), ({(1,): 2}, None)):
        print(outcome(lambda: json.dumps(value, default=default)))
    print(outcome(lambda: json.dumps({(1,): 2, "k": 3}, skipkeys=True)))
    print(outcome(lambda: json.dumps({"b": 1, 2: 3}, sort_keys=True)), json.JSONDecoder().raw_decode("[1] x"))


main()
