"""A SystemExit whose code is an object that prints itself."""

import sys
class Thing:
    def __repr__(self) -> str:
        return "<thing>"
def f(x: object) -> None:
    raise SystemExit(x)
f(Thing())
