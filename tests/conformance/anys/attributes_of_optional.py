"""getattr and hasattr of what may be None: defaults, class attributes, properties, methods, narrowed afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class Plugin:
    version = 1

    def __init__(self, name: str) -> None:
        self.name = name

    @property
    def title(self) -> str:
        if not self.name:
            raise AttributeError("no title")
        return self.name.title()

    def run(self, n: int) -> int:
        return n * self.version


class Newer(Plugin):
    version = 2
    author = "zoe"


@dataclass
class Slot:
    plugin: Plugin | None = None
    backup: Slot | None = None


def facts(plugin: Plugin | None) -> list[object]:
    return [
        getattr(plugin, "name", "-"),
        getattr(plugin, "version", 0),
        getattr(plugin, "author", None),
        getattr(plugin, "title", "untitled"),
        hasattr(plugin, "run"),
        hasattr(plugin, "author"),
        getattr(plugin, "__class__", int).__name__,
    ]


def notes(errors: Iterable[BaseException | None]) -> list[object]:
    return [(getattr(e, "__notes__", "none"), getattr(e, "args", 7), hasattr(e, "errno")) for e in errors]


def chained(slot: Slot | None) -> str:
    out: list[str] = []
    while slot is not None:
        out.append(str(getattr(slot.plugin, "name", "empty")))
        slot = getattr(slot, "backup", None)
    return ">".join(out)


def lengths(values: Iterable[str | list[int] | int | None]) -> list[object]:
    return [v.bit_length() if isinstance(v, int) else getattr(v, "count", None) is not None for v in values]


def main() -> None:
    for plugin in (Plugin("alpha"), Newer("beta"), Plugin(""), None):
        print(facts(plugin))
    noted = ValueError("v")
    noted.add_note("n")
    print(notes([noted, None, OSError(2, "x"), KeyError()]))
    print(chained(Slot(Plugin("a"), Slot(None, Slot(Newer("c"))))), repr(chained(None)))
    print(lengths(["a", [1], 5, None]))
    run = getattr(Newer("x"), "run", None)
    print(
        run(4) if run is not None else "nothing",
        getattr(None, "anything", "default"),
        hasattr(None, "__bool__"),
    )
    try:
        print(getattr(Slot().plugin, "name"))
    except AttributeError as error:
        print(error)


main()
