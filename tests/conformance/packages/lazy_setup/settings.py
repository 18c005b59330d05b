from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

LEVELS = {name: i * 10 for i, name in enumerate(("debug", "info", "error"), 1)}
level = "info"
_values: dict[str, object] = {"retries": 2}
problems: list[str] = []
computed: dict[str, object] = {}
for i, raw in enumerate(["3", "x", "7"]):
    try:
        value = int(raw)
    except ValueError as error:
        problems.append(f"{i}: {error}")
        continue
    else:
        computed[f"k{i}"] = value
    finally:
        computed["last"] = i
if len(computed) > 2:
    computed["squares"] = [n * n for n in range(i + 1)]
del raw


def get(name: str, *default: object) -> object:
    if name in _values:
        return _values[name]
    if default:
        return default[0]
    raise LookupError(f"no setting {name!r}; there are {sorted(_values)}")


def override(**changes: object) -> None:
    global level
    for name, new in changes.items():
        if name == "level":
            level = str(new)
        else:
            _values[name] = new


@contextmanager
def temporarily(**changes: object) -> Iterator[None]:
    saved_level, saved = level, dict(_values)
    override(**changes)
    try:
        yield
    finally:
        _values.clear()
        _values.update(saved)
        override(level=saved_level)


def names_left() -> list[str]:
    return ["i"] if i == 2 else ["value"] if value else []
