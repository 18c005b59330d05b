"""Functions whose texts are equal made one, before LLVM sees them.

    list._push[str], list._push[Point]: the same operations on references    =>    one function
    f calls list._push[str], g, else the same, list._push[Point]             =>    one function too

The linker folds equal code as well, but only after LLVM has made it as often as there were instances.
"""

from __future__ import annotations

import hashlib

from mirage.compiler.llvm.fragment import NAMES, Fragment


def find_equal(fragments: dict[str, Fragment], kept: set[str]) -> dict[str, str]:
    """The names of functions that another one stands for, with its name.

    kept    names of functions that nothing may stand for
    """
    alike: dict[tuple[str, ...], list[Fragment]] = {}
    for fragment in fragments.values():
        if fragment.name not in kept:
            lines = fragment.body.count("\n")
            shape = (fragment.kind, fragment.attributes, fragment.function.file, str(lines))
            alike.setdefault(shape, []).append(fragment)
    candidates: list[tuple[Fragment, bytes, list[str]]] = []
    for group in alike.values():
        if len(group) > 1:
            candidates.extend((fragment, _skeleton(fragment), _names(fragment)) for fragment in group)
    candidates.sort(key=lambda candidate: (len(candidate[0].name), candidate[0].name))
    found: dict[str, str] = {}
    while True:
        seen: dict[tuple[bytes, tuple[str, ...]], str] = {}
        rest: list[tuple[Fragment, bytes, list[str]]] = []
        for candidate in candidates:
            fragment, skeleton, names = candidate
            key = (skeleton, tuple([found.get(name, name) for name in names]))
            first = seen.setdefault(key, fragment.name)
            if first == fragment.name:
                rest.append(candidate)
            else:
                found[fragment.name] = first
        if len(rest) == len(candidates):
            return found
        candidates = rest
        for name in found:
            found[name] = _last(name, found)


def _skeleton(fragment: Fragment) -> bytes:
    """A hash of everything but the names the body mentions."""
    parts = (fragment.kind, *fragment.parameters, fragment.attributes, NAMES.sub("@", fragment.body))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()


def _names(fragment: Fragment) -> list[str]:
    """Every mention of a name in order; of its own as the same in all."""
    return ["@" if name == fragment.name else name for name in NAMES.findall(fragment.body)]


def _last(name: str, found: dict[str, str]) -> str:
    while name in found:
        name = found[name]
    return name
