"""What the string literals of the application say of it: which attributes its format strings look up.

A template or a pattern is a literal, or made of literals, in nearly every program.  So what the library would
need for templates and patterns of every kind is there only where some literal asks for it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mypy import nodes as n

from mirage.compiler.frontend.walk import walk

if TYPE_CHECKING:
    from mirage.compiler.lower.world import World

_NO_NAME = re.compile(r"[^a-z0-9]+")
_AFTER_DOT = re.compile(r"\.([^\W\d]\w*)")


def names_in_templates(world: World) -> list[str]:
    """What stands after a dot in literals with replacement fields: `name` of `"{0.name}"`."""
    return sorted({name for text in _literals(world) if "{" in text for name in _AFTER_DOT.findall(text)})


def some_literal_has(world: World, parts: list[str]) -> bool:
    """Some literal contains all of these."""
    return any(all(part in text for part in parts) for text in _literals(world))


def some_literal_is(world: World, names: list[str]) -> bool:
    """Some literal is one of these (lower-case letters and digits), case and all other characters aside."""
    plain = world.index.found.get("plain literals")
    if not isinstance(plain, set):
        plain = {_NO_NAME.sub("", text.lower()) for text in _literals(world) if len(text) <= 40}
        world.index.found["plain literals"] = plain
    return any(name in plain for name in names)


def _literals(world: World) -> list[str]:
    found = world.index.found.get("string literals")
    if not isinstance(found, list):
        trees = [module.tree for name, module in world.modules.items() if world.is_user(name)]
        found = [
            part.value for tree in trees for part in walk(tree) if isinstance(part, n.StrExpr | n.BytesExpr)
        ]
        world.index.found["string literals"] = found
    return found
