"""`from typing import Match, Pattern`: old names of classes of `re`, imported from there instead.

`typing` does not import `re` for their sake: every program would be checked with the matcher.
"""

from __future__ import annotations

from mypy import nodes as n

from mirage.compiler.frontend.walk import walk

MOVED = {"typing": ({"Match", "Pattern"}, "re")}


def moved_from(tree: n.MypyFile) -> set[str]:
    """The modules that the imports of a module need beside those they name."""
    return {MOVED[one.id][1] for one in tree.imports if isinstance(one, n.ImportFrom) and _moved(one)}


def _moved(node: n.ImportFrom) -> list[tuple[str, str | None]]:
    if node.id not in MOVED or node.relative:
        return []
    return [pair for pair in node.names if pair[0] in MOVED[node.id][0]]


def import_from_new_places(tree: n.MypyFile) -> None:
    """`from typing import Any, Match`    =>    `from typing import Any`, `from re import Match`"""
    for node in list(walk(tree)):
        body = node.defs if isinstance(node, n.MypyFile) else node.body if isinstance(node, n.Block) else []
        for place, statement in reversed(list(enumerate(body))):
            moved = _moved(statement) if isinstance(statement, n.ImportFrom) else []
            if not isinstance(statement, n.ImportFrom) or not moved:
                continue
            made = n.ImportFrom(MOVED[statement.id][1], 0, moved)
            made.set_line(statement)
            made.is_top_level, made.is_unreachable = statement.is_top_level, statement.is_unreachable
            statement.names = [pair for pair in statement.names if pair not in moved]
            body.insert(place + 1, made)
            tree.imports.append(made)
