"""An object mapper from descriptors: typed columns with overloads, queries as expressions, relations, change events."""

from __future__ import annotations

import operator
import re
import weakref
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, Flag, auto
from functools import cached_property, partial, reduce
from itertools import chain, count, groupby
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, Literal, TypeVar, cast, get_args, overload
from uuid import UUID, uuid5, NAMESPACE_DNS

V = TypeVar("V")
M = TypeVar("M", bound="Model")
N = TypeVar("N", int, float)

MISSING: Final[Any] = object()


class Constraint(Flag):
    NONE = 0
    PRIMARY = auto()
    UNIQUE = auto()
    NULLABLE = auto()
    INDEXED = PRIMARY | UNIQUE


class ValidationError(ValueError):
    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__(", ".join(f"{name} {text}" for name, text in errors.items()))
        self.errors = dict(errors)


@dataclass(frozen=True, eq=False)
class Condition:
    test: Callable[[Any], bool]
    text: str

    def __and__(self, other: Condition) -> Condition:
        return Condition(lambda o: self.test(o) and other.test(o), f"({self.text} AND {other.text})")

    def __or__(self, other: Condition) -> Condition:
        return Condition(lambda o: self.test(o) or other.test(o), f"({self.text} OR {other.text})")

    def __invert__(self) -> Condition:
        return Condition(lambda o: not self.test(o), f"NOT {self.text}")

    def __bool__(self) -> bool:
        raise TypeError("a condition has no truth value: use & and |")


class Column(Generic[V]):
    def __init__(
        self,
        kind: type[V] | tuple[type[V], ...],
        *checks: Callable[[V], bool],
        default: V | Callable[[], V] = MISSING,
        constraint: Constraint = Constraint.NONE,
    ) -> None:
        self.kinds = kind if isinstance(kind, tuple) else (kind,)
        self.checks = checks
        self._default = default
        self.constraint = constraint
        self.name = "?"
        self.owner: type[Model] | None = None

    def __set_name__(self, owner: type[Model], name: str) -> None:
        self.name, self.owner = name, owner

    @overload
    def __get__(self, obj: None, owner: type[Any]) -> Column[V]: ...
    @overload
    def __get__(self, obj: Model, owner: type[Any]) -> V: ...
    def __get__(self, obj: Model | None, owner: type[Any]) -> Column[V] | V:
        if obj is None:
            return self
        try:
            return cast(V, obj._values[self.name])
        except KeyError:
            raise AttributeError(f"{owner.__name__}.{self.name} is not set") from None

    def __set__(self, obj: Model, value: V) -> None:
        if (problem := self.problem(value)) is not None:
            raise ValidationError({self.name: problem})
        before = obj._values.get(self.name, MISSING)
        obj._values[self.name] = value
        if before is not MISSING and before != value:
            obj._changed(self.name, before, value)

    def problem(self, value: V) -> str | None:
        if value is None and Constraint.NULLABLE in self.constraint:
            return None
        if not isinstance(value, self.kinds) or isinstance(value, bool) and bool not in self.kinds:
            return f"wants {'/'.join(k.__name__ for k in self.kinds)}, not {type(value).__name__}"
        for check in self.checks:
            if not check(value):
                return f"fails {check.__name__}" if check.__name__ != "<lambda>" else "fails a check"
        return None

    def default(self) -> V:
        if self._default is MISSING:
            if Constraint.NULLABLE in self.constraint:
                return cast(V, None)
            raise LookupError(self.name)
        return self._default() if callable(self._default) else self._default

    def _compare(self, op: Callable[[Any, Any], bool], sign: str, other: object) -> Condition:
        def get(o: Model, name: str = self.name) -> Any:
            return o._values[name]

        if isinstance(other, Column):
            theirs = other.name
            return Condition(lambda o: op(get(o), get(o, theirs)), f"{self.name} {sign} {other.name}")
        return Condition(lambda o: get(o) is not None and op(get(o), other), f"{self.name} {sign} {other!r}")

    def __eq__(self, other: object) -> Condition:  # type: ignore[override]
        return self._compare(operator.eq, "=", other)

    def __ne__(self, other: object) -> Condition:  # type: ignore[override]
        return self._compare(operator.ne, "<>", other)

    def __lt__(self, other: V | Column[V]) -> Condition:
        return self._compare(operator.lt, "<", other)

    def __ge__(self, other: V | Column[V]) -> Condition:
        return self._compare(operator.ge, ">=", other)

    def __hash__(self) -> int:
        return hash((self.owner, self.name))

    def like(self: Column[str], pattern: str) -> Condition:
        compiled = re.compile(re.escape(pattern).replace("%", ".*"), re.IGNORECASE | re.DOTALL)
        return Condition(
            lambda o: compiled.fullmatch(o._values[self.name]) is not None, f"{self.name} LIKE {pattern!r}"
        )

    def within(self, values: Iterable[V]) -> Condition:
        known = frozenset(values)
        return Condition(
            lambda o: o._values[self.name] in known, f"{self.name} IN {sorted(map(repr, known))}"
        )

    def __repr__(self) -> str:
        return f"<Column {self.owner.__name__ if self.owner else '?'}.{self.name}>"


class Model:
    _columns: ClassVar[dict[str, Column[Any]]] = {}
    _registry: ClassVar[dict[str, type[Model]]] = {}
    _table: ClassVar[str]
    _ids: ClassVar[Iterator[int]]
    _listeners: ClassVar[list[Callable[[Model, str, Any, Any], None]]] = []

    def __init_subclass__(cls, /, table: str | None = None, abstract: bool = False, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls._columns = {**cls._columns, **{n: c for n, c in vars_of(cls)}}
        if not abstract:
            cls._table = table or re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower() + "s"
            cls._registry[cls._table] = cls
            cls._ids = count(1)

    def __init__(self, **given: Any) -> None:
        self._values: dict[str, Any] = {}
        errors: dict[str, str] = {}
        for name, column in self._columns.items():
            try:
                value = given.pop(name) if name in given else column.default()
            except LookupError:
                errors[name] = "is missing"
                continue
            if (problem := column.problem(value)) is not None:
                errors[name] = problem
            else:
                self._values[name] = value
        errors.update(dict.fromkeys(given, "is unknown"))
        if errors:
            raise ValidationError(errors)

    def _changed(self, name: str, before: Any, after: Any) -> None:
        for listener in self._listeners:
            listener(self, name, before, after)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in self._values.items())})"


def vars_of(cls: type[Model]) -> Iterator[tuple[str, Column[Any]]]:
    for column in COLUMNS.pop(cls.__name__, []):
        yield column.name, column


COLUMNS: defaultdict[str, list[Column[Any]]] = defaultdict(list)


class Field(Column[V]):
    def __set_name__(self, owner: type[Model], name: str) -> None:
        super().__set_name__(owner, name)
        COLUMNS[owner.__name__].append(self)


class Sex(Enum):
    F = "female"
    M = "male"


def positive(value: float) -> bool:
    return value > 0


class Base(Model, abstract=True):
    id = Field(int, constraint=Constraint.PRIMARY, default=0)


class Owner(Base):
    name = Field(str, bool, constraint=Constraint.UNIQUE)
    born = Field(date, default=date(2000, 1, 1))
    key = Field(UUID, default=lambda: uuid5(NAMESPACE_DNS, "owner"))

    @cached_property
    def pets(self) -> list[Pet]:
        return store.query(Pet).where(Pet.owner_id == self.id).all()


class Pet(Base, table="animals"):
    name = Field(str)
    sex = Field(Sex, default=Sex.F)
    weight = Field((int, float), positive, lambda w: w < 100)
    owner_id: Field[int | None] = Field(int, constraint=Constraint.NULLABLE)


@dataclass
class Query(Generic[M]):
    model: type[M]
    rows: Callable[[], Iterable[M]]
    condition: Condition | None = None
    order: tuple[str, bool] | None = None

    def where(self, *conditions: Condition) -> Query[M]:
        combined = reduce(
            operator.and_, conditions if self.condition is None else (self.condition, *conditions)
        )
        return Query(self.model, self.rows, combined, self.order)

    def order_by(self, column: Column[Any], direction: Literal["asc", "desc"] = "asc") -> Query[M]:
        return Query(self.model, self.rows, self.condition, (column.name, direction == "desc"))

    def __iter__(self) -> Iterator[M]:
        found = (row for row in self.rows() if self.condition is None or self.condition.test(row))
        if self.order is None:
            return iter(found)
        name, descending = self.order
        return iter(sorted(found, key=lambda r: r._values[name], reverse=descending))

    def all(self) -> list[M]:
        return list(self)

    def first(self) -> M | None:
        return next(iter(self), None)

    def __str__(self) -> str:
        where = f" WHERE {self.condition.text}" if self.condition is not None else ""
        order = f" ORDER BY {self.order[0]}{' DESC' * self.order[1]}" if self.order else ""
        return f"SELECT {', '.join(self.model._columns)} FROM {self.model._table}{where}{order}"


class Store:
    def __init__(self) -> None:
        self._rows: defaultdict[type[Model], dict[int, Model]] = defaultdict(dict)
        self._seen: weakref.WeakKeyDictionary[Model, int] = weakref.WeakKeyDictionary()

    def add(self, *models: Model) -> None:
        for model in models:
            rows = self._rows[type(model)]
            for name, column in model._columns.items():
                if Constraint.UNIQUE in column.constraint and any(
                    r._values[name] == model._values[name] for r in rows.values()
                ):
                    raise ValidationError({name: f"{model._values[name]!r} is taken"})
            if isinstance(model, Base):
                model.id = next(type(model)._ids)
                rows[model.id] = model
                self._seen[model] = len(rows)

    def query(self, model: type[M]) -> Query[M]:
        return Query(model, lambda: cast("Iterable[M]", self._rows[model].values()))


store = Store()


def main() -> None:
    changes: list[str] = []
    Model._listeners.append(lambda m, n, a, b: changes.append(f"{type(m).__name__}.{n}: {a!r} -> {b!r}"))
    print(Model._registry, list(Pet._columns), Owner.name, Pet.weight.kinds)
    store.add(ann := Owner(name="Ann"), bob := Owner(name="Bob", born=date(1990, 5, 17)))
    store.add(
        Pet(name="Rex", weight=30, sex=Sex.M, owner_id=ann.id),
        Pet(name="Tom", weight=4.5, owner_id=bob.id),
        Pet(name="Pip", weight=0.1, owner_id=ann.id),
        Pet(name="Stray", weight=12),
    )
    for bad in (
        dict(name=3),
        dict(weight=-1, nme="x"),
        dict(name="A", weight=500),
        dict(name="B", weight=True),
        {},
    ):
        try:
            Pet(**bad)
        except ValidationError as error:
            print(error.errors)
    try:
        store.add(Owner(name="Ann"))
    except ValidationError as error:
        print(error)
    heavy = store.query(Pet).where(Pet.weight >= 4).order_by(Pet.weight, "desc")
    print(heavy, [p.name for p in heavy], sep="\n")
    both = heavy.where((Pet.name.like("t%") | (Pet.sex == Sex.M)) & ~(Pet.owner_id == bob.id))
    print(both, both.all(), sep="\n")
    print(
        [p.name for p in store.query(Pet).where(Pet.name.within(["Pip", "Tom"]))],
        store.query(Owner).where(Owner.born < date(1995, 1, 1)).first(),
    )
    print(
        [p.name for p in ann.pets], ann.pets is ann.pets, store.query(Pet).where(Pet.owner_id == Pet.id).all()
    )
    if (rex := store.query(Pet).first()) is not None:
        rex.weight = 31
        rex.weight = 31.0
        rex.owner_id = None
        for name, value in (("weight", "x"), ("weight", 0)):
            try:
                setattr(rex, "weight", value)
            except ValidationError as error:
                print(name, error)
    print(changes, ann.key)
    try:
        if Pet.weight >= 3:
            print("never")
    except TypeError as error:
        print(error)
    by_sex = {
        k.value: [*map(attrgetter("name"), g)]
        for k, g in groupby(sorted(store.query(Pet), key=lambda p: p.sex.name), key=attrgetter("sex"))
    }
    print(
        by_sex,
        Constraint.UNIQUE | Constraint.NULLABLE,
        Constraint.INDEXED,
        Constraint.PRIMARY in Constraint.INDEXED,
        len(store._seen),
    )
    bare = Owner.__new__(Owner)
    bare._values = {}
    try:
        print(bare.name)
    except AttributeError as error:
        print(error)


main()
