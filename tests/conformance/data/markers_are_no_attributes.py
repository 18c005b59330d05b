"""What stands in a dataclass for its parameters only is no attribute of its objects."""

from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Rule:
    a: int
    _: KW_ONLY
    b: int = 1


@dataclass
class Loose:
    a: int
    _: KW_ONLY
    b: int = 1


class Other:
    _ = 5


def read(x: Any) -> object:
    try:
        return x._
    except AttributeError as e:
        return str(e)


print(read(Other()), read(Rule(1)), read(Loose(1, b=3)), hasattr(Rule(1), "_"))


@dataclass(frozen=True)
class Made:
    x: int
    db: InitVar[int]
    total: int = field(init=False, default=0)

    def __post_init__(self, db: int) -> None:
        object.__setattr__(self, "total", self.x + db)


def get(x: Any) -> object:
    try:
        return x.db
    except AttributeError as e:
        return str(e)


class Db:
    db = "class"


print(get(Db()), get(Made(1, 2)), Made(1, 2).total, hasattr(Made(1, 2), "db"))
