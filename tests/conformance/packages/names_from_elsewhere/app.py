"""Attributes by names that a module keeps, and that another module changes."""

import keeper


class Desk(keeper.Base):
    def show_title(self) -> str:
        return "title"

    def hide_title(self) -> str:
        return "hidden"


def local_name(desk: Desk, what: str) -> str:
    name = "show_" + what
    found = getattr(desk, name)()
    name = name.replace("show", "hide")
    return f"{found} {getattr(desk, name)()}"


desk = Desk()
print(keeper.ask(desk), keeper.ask_for(desk, "title"))
keeper.NAME = "hide_title"
print(keeper.ask(desk), local_name(desk, "title"))
keeper.NAME = "lacking"
try:
    keeper.ask(desk)
except AttributeError as error:
    print(error)
