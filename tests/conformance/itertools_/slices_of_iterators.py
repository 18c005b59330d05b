"""What `islice` takes for positions: numbers, None, what has an `__index__`; and its complaints."""

from itertools import islice, count
from typing import Any


class Five:
    def __index__(self) -> int:
        return 5


any_slice: Any = islice
print(
    list(any_slice(range(100), Five())),
    list(any_slice(range(10), 1, Five(), 2)),
    list(any_slice("abc", None)),
)
for arguments in [
    ("a",),
    ("a", 1),
    (1, "a"),
    (1, 2, "a"),
    (1, 2, 3, 4),
    (-1,),
    (-5,),
    (1, -5),
    (-2, 3),
    (1, -1),
    (1, 5, 0),
    (1, 5, -1),
    (2.0,),
    (10**30,),
    (True,),
]:
    try:
        print(list(any_slice(range(9), *arguments)))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
c = count()
print(list(islice(c, 1, 3, 50)), next(c), list(islice(c, 3)), next(c))
