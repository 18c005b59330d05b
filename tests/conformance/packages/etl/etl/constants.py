from typing import Final

SEPARATOR: Final = ";"
LIMITS = {"amount": (-100.0, 1000.0)}
_MAJOR, _MINOR = 2, 7


def version() -> str:
    return f"{_MAJOR}.{_MINOR}"
