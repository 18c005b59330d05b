print("totals starts", __name__)
from . import prices
from .prices import Price
from .tools.numbers import modern


def total(items: list[Price]) -> str:
    return format_cents(sum(item.cents for item in items)) + modern()[:0]


def format_cents(cents: int) -> str:
    return f"${cents // 100}.{cents % 100:02}"


def prices_module_name() -> str:
    return prices.__name__
