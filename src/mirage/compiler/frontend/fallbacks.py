"""A module that is not there, and another under the same name in its place.

    try:
        import simplejson as json       # raises ImportError: never binds the name
    except ImportError:
        import json

mypy makes a variable of the first, to which the second would assign a module; modules are no values.  So the
first import gets a name that nobody has.
"""

from __future__ import annotations

from collections.abc import Iterable

from mypy import nodes as n

from mirage.compiler.frontend.walk import walk


def give_way(tree: n.MypyFile, modules: Iterable[str]) -> None:
    """Rename what imports of absent modules bind where a handler imports another; before names are bound."""
    known = set(modules)
    for node in walk(tree):
        if isinstance(node, n.TryStmt):
            instead = {
                alias or name
                for handler in node.handlers
                for part in walk(handler)
                if isinstance(part, n.Import)
                for name, alias in part.ids
                if name in known
            }
            for statement in node.body.body if instead else ():
                if isinstance(statement, n.Import):
                    statement.ids = [
                        (name, f"{name} which is absent")
                        if name not in known and (alias or name) in instead
                        else (name, alias)
                        for name, alias in statement.ids
                    ]
