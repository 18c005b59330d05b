"""The board; what it needs is imported from its modules, which need the board in turn."""

from .store import BoardError, Store

VERSION = "0.3"
__all__ = ["Board", "BoardError", "Store", "VERSION"]


class Board:
    def __init__(self, store: Store) -> None:
        self.store = store
        self.history: list["commands.Command"] = []

    def __len__(self) -> int:
        return len(self.store.tasks)

    def run(self, line: str) -> str:
        command = commands.parse(line)
        result = command.run(self)
        if command.changes:
            self.history.append(command)
        return result


from . import commands  # noqa: E402
