"""Imports a, which is importing b."""

import a

VALUE = 2


def call(n: int) -> str:
    return "b" + (a.call(n - 1) if n else "")
