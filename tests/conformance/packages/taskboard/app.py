"""A task board in a package: a store, commands that import each other in a cycle, views chosen by name, star imports."""

from __future__ import annotations

import board
from board import Board, commands, views
from board.commands import *
from board.store import Store as _Store, BoardError
from board.views import text as text_view


def main() -> None:
    store = _Store.of("write: tests #dev !2", "fix: the bug #dev #urgent", "buy: milk", "call: ann #home !9")
    here = Board(store)
    print(board.VERSION, sorted(board.__all__), len(here), text_view.__name__, commands.registry is board.commands.registry)
    for line in ("list", "done 2", "tag 3 home", "list", "list home", "undo", "list dev", "move 1 99", "done 77", "fly", "tag x y", "undo", "undo", "stats"):
        try:
            print(f"> {line}")
            print(here.run(line))
        except BoardError as error:
            print(f"error {error.code}: {error}")
    for name in views.names():
        print(name, "|", views.render(name, store.find("dev")).replace("\n", " / "))
    print(List.__module__, Tag.help, [c.__name__ for c in registry.values()])


if __name__ == "__main__":
    main()
