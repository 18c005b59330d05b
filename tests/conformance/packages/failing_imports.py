"""Imports that fail: caught, and with their text."""

import sys

try:
    import tomllib_missing as missing  # type: ignore[import-not-found]
except ImportError as error:
    print("handler", error, error.name, type(error).__name__)
    missing = None
print(missing)

try:
    from json import no_such_name  # type: ignore[attr-defined]
except ImportError as error:
    print(str(error).split(" (")[0], error.name)

try:
    import json.nothing.here  # type: ignore[import-not-found]
except ModuleNotFoundError as error:
    print(error.name)

try:
    from absent_package.part import thing  # type: ignore[import-not-found]

    HAVE = True
except ImportError:
    HAVE = False
print("have", HAVE)


if sys.platform == "linux":
    import math as numbers
else:
    import no_numbers as numbers
print(numbers.floor(2.5))
import does_not_exist  # type: ignore[import-not-found]

print("not reached")
