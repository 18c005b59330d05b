"""The package's front: what users import."""

from .registry import get
from . import formats, registry

VERSION = ".".join(map(str, (1, 2, 0)))
Rows = list[list[str]]


def convert(rows: Rows, name: str) -> str:
    return get(name).dump(rows)


def parse(text: str, name: str) -> Rows:
    return get(name).load(text)
