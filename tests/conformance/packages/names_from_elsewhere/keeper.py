"""Keeps a name that begins with `show_` here, and not for ever."""

KIND = str("title")
NAME = "show_" + KIND


class Base:
    def show_title(self) -> str:
        return "none"


def ask(desk: Base) -> str:
    return str(getattr(desk, NAME)())


def ask_for(desk: Base, what: str) -> str:
    name = f"show_{what}"
    return str(getattr(desk, name)())
