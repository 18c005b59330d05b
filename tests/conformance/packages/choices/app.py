"""Packages: relative imports, cycles, star imports, names, and choices made at build time."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

print("app starts", __name__, __file__.rsplit("/", 1)[-1], __doc__ is not None)

import shop
import shop.tools.text as txt
from shop import *
from shop import prices as p, totals
from shop.tools import *
from shop.tools.numbers import _hidden as unhidden

if TYPE_CHECKING:
    from shop.prices import Price

try:
    import tomllib_missing as missing  # type: ignore[import-not-found]
except ImportError:
    missing = None

try:
    from shop.fast import speed  # type: ignore[import-not-found]
except ModuleNotFoundError:

    def speed() -> str:
        return "slow"


if sys.version_info >= (3, 11):
    from shop.tools.numbers import modern as chosen
else:
    from shop.tools.numbers import ancient as chosen

if sys.platform == "win32":
    import winreg_does_not_exist

if sys.version_info < (3, 8):
    OLD = True
else:
    OLD = False

counter = 0
made_by_bump: str
not_bound: int


def bump(by: int = 1) -> int:
    global counter, made_by_bump
    counter += by
    made_by_bump = f"bumped to {counter}"
    return counter


def nested() -> str:
    def inner() -> None:
        global counter
        counter = 100

    inner()
    return f"{counter}"


class Holder:
    value = counter

    def read(self) -> int:
        return counter


def late() -> str:
    import shop.late as module
    from shop.late import answer

    return f"{module.__name__} {answer()}"


def describe(price: Price) -> str:
    return str(price)


print(shop.VERSION, shop.__name__, shop.__all__)
print(txt.title("hello"), txt.__name__)
print(describe(p.Price(3)), totals.total([p.Price(1), p.Price(2)]))
print(exported(), title("star"), unhidden())
print(missing, speed(), chosen(), OLD)
print(bump(), bump(5), made_by_bump, nested(), counter)
print(Holder.value, Holder().read())
print(late())
print(late())
print(p.BOOK is shop.prices.BOOK, totals.prices_module_name(), shop.cycle_b.use_a(3))
shop.settings.DEBUG = True
print(shop.settings.DEBUG, shop.settings.is_debug())
from shop.settings import DEBUG

shop.settings.DEBUG = False
print(DEBUG, shop.settings.DEBUG, shop.settings.is_debug())
try:
    print(not_bound)
except NameError as error:
    print(error)
for loop_variable in range(3):
    pass
print(loop_variable, __name__ == "__main__")
if __name__ == "__main__":
    print("main")
from shop import settings
from shop.settings import calls as calls_before, count, level, raise_level

print(count(), count(), calls_before, settings.calls)
from shop.settings import calls

raise_level()
print(calls, count(), calls, level, settings.level)
level = "my own"
print(level, settings.level)


def read() -> tuple[str, int]:
    return level, calls


print(read())
from shop.settings import *

print(read(), calls == settings.calls)
