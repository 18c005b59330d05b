"""Imports b, which imports a."""

import b

VALUE = 1


def call(n: int) -> str:
    return "a" + (b.call(n - 1) if n else "")
