"""Warnings that are logged, and shown in the program's own way."""

import logging
import sys
import warnings
from typing import TextIO

place = "%(filename)s:%(lineno)d %(funcName)s"
logging.basicConfig(stream=sys.stdout, format=f"%(levelname)s %(name)s {place} [%(message)s]")
warnings.warn("first")
logging.captureWarnings(True)


def old() -> None:
    warnings.warn("old is old", DeprecationWarning, stacklevel=2)


for _ in range(2):
    old()
logging.captureWarnings(True)
warnings.warn("second")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old()
print(len(caught), caught[0].lineno)
print(warnings.formatwarning(caught[0].message, caught[0].category, "elsewhere.py", 3, "x = 1"))
logging.captureWarnings(False)
warnings.warn("third")


def one_line(
    message: Warning | str, category: type[Warning], filename: str, lineno: int, line: str | None = None
) -> str:
    return f"{category.__name__}: {message} {lineno} {line}\n"


def show(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    print("shown", category.__name__, message, file, line)


print(warnings.formatwarning("m", UserWarning, "nofile.py", 3))
print(warnings.formatwarning("m", UserWarning, "nofile.py", 3, line=" x = 1"))
before = warnings.formatwarning
warnings.formatwarning = one_line
warnings.warn("hello")
old_show = warnings.showwarning
warnings.showwarning = show
warnings.warn("hello again")
with warnings.catch_warnings(record=True) as got:
    warnings.warn("hello again 2")
    print(len(got))
with warnings.catch_warnings():
    warnings.warn("hello again 3")
    warnings.showwarning = old_show
    warnings.warn("hello again 4")
    warnings.showwarning(message="a", category=UserWarning, filename="f", lineno=3)
    warnings.formatwarning = before
    warnings.showwarning(message="a", category=UserWarning, filename="nof", lineno=3)
warnings.warn("hello again 5")
warnings.showwarning = lambda m, c, f, l, file=None, line=None: print(m, c)
warnings.warn("hello again 6")
