"""Modules that may be missing: found missing when the program runs, as on CPython."""

import json
from typing import Any

try:
    import ujson_that_nobody_has as fast_json
except ImportError:
    fast_json = None

try:
    from nowhere_either.deep import parse as _native_parse
except ModuleNotFoundError as error:
    print(type(error).__name__, error, error.name)
    _native_parse = None

try:
    import numpy_of_nobody as np

    HAS_NUMPY = True
except (ImportError, AttributeError):
    HAS_NUMPY = False


def parse(text: str) -> Any:
    if _native_parse is not None:
        return _native_parse(text)
    return json.loads(text)


def mean(values: list[float]) -> float:
    if HAS_NUMPY:
        return float(np.mean(values))
    return sum(values) / len(values)


def later() -> str:
    try:
        import yaml_of_nobody

        return str(yaml_of_nobody.dump({}))
    except ImportError as error:
        return f"no yaml: {error}"


def unguarded() -> str:
    try:
        from some_package_of_nobody import thing

        return str(thing)
    except Exception as error:
        return type(error).__name__


print(parse('{"a": [1, 2]}'), mean([1.0, 2.0]), later(), unguarded(), fast_json)
