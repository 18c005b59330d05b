import warnings
from collections.abc import Iterable

warnings.warn("store.old is deprecated", DeprecationWarning, stacklevel=2)


def total(numbers: Iterable[int]) -> int:
    warnings.warn("total is sum", stacklevel=2)
    return sum(numbers)
