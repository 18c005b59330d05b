"""The shop."""

print("shop starts", __name__)

from . import cycle_a, cycle_b, prices, settings
from .prices import BOOK
from .tools.text import title as _title

VERSION = "1.0"
__all__ = ["VERSION", "exported", "BOOK"]


def exported() -> str:
    return _title("exported from shop")


def not_exported() -> str:
    return "no"


print("shop ends")
