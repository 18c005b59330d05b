"""Descriptors: validated fields, units, lazily computed values, read-only views, and a property's full set."""

from __future__ import annotations

from typing import Any, Callable, Generic, TypeVar, overload

T = TypeVar("T")
Owner = TypeVar("Owner")


class Checked(Generic[T]):
    def __init__(self, check: Callable[[T], bool], default: T) -> None:
        self.check, self.default = check, default
        self.writes = 0

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.slot = f"_{name}"

    @overload
    def __get__(self, obj: None, owner: type) -> Checked[T]: ...
    @overload
    def __get__(self, obj: object, owner: type) -> T: ...
    def __get__(self, obj: object | None, owner: type) -> Checked[T] | T:
        if obj is None:
            return self
        assert isinstance(obj, Holder)
        value: T = obj.values.get(self.slot, self.default)
        return value

    def __set__(self, obj: object, value: T) -> None:
        if not self.check(value):
            raise ValueError(f"{self.name} cannot be {value!r}")
        assert isinstance(obj, Holder)
        self.writes += 1
        obj.values[self.slot] = value


class Holder:
    def __init__(self) -> None:
        self.values: dict[str, Any] = {}


class Person(Holder):
    age = Checked[int](lambda n: 0 <= n < 150, 18)
    name = Checked[str](bool, "nobody")

    def __init__(self, name: str, age: int) -> None:
        super().__init__()
        self.name = name
        self.age = age


class Employee(Person):
    salary = Checked[float](lambda x: x >= 0, 0.0)

    def raise_by(self, percent: float) -> float:
        self.salary *= 1 + percent / 100
        return self.salary


class Lazy(Generic[Owner, T]):
    def __init__(self, compute: Callable[[Owner], T]) -> None:
        self.compute = compute
        self.cache: dict[int, T] = {}

    def __get__(self, obj: Owner, owner: type) -> T:
        key = id(obj)
        if key not in self.cache:
            print("  computing", self.compute.__name__)
            self.cache[key] = self.compute(obj)
        return self.cache[key]


class Matrix:
    def __init__(self, rows: list[list[int]]) -> None:
        self.rows = rows

    @Lazy
    def trace(self) -> int:
        return sum(row[i] for i, row in enumerate(self.rows))

    @Lazy
    def transposed(self) -> list[tuple[int, ...]]:
        return list(zip(*self.rows))


class Temperature:
    def __init__(self, celsius: float = 0.0) -> None:
        self._celsius = celsius
        self.log: list[str] = []

    @property
    def celsius(self) -> float:
        """Degrees Celsius."""
        self.log.append("get")
        return self._celsius

    @celsius.setter
    def celsius(self, value: float) -> None:
        if value < -273.15:
            raise ValueError(f"{value} is below absolute zero")
        self.log.append(f"set {value:g}")
        self._celsius = value

    @celsius.deleter
    def celsius(self) -> None:
        self.log.append("del")
        self._celsius = 0.0

    @property
    def fahrenheit(self) -> float:
        return self.celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value: float) -> None:
        self.celsius = (value - 32) * 5 / 9


p = Person("Ann", 30)
e = Employee("Bob", 40)
e.salary = 1000
print(p.name, p.age, e.name, e.salary, e.raise_by(5), Person.age.writes, Person.name.name, Person.age is Employee.age)
p.age += 1
print(p.age, p.values, Employee.salary.default, Person.age.slot)
for field, value in (("age", 200), ("age", -1), ("name", "")):
    try:
        if field == "age":
            e.age = int(value)
        else:
            e.name = str(value)
    except ValueError as error:
        print(error, e.values)
m = Matrix([[1, 2], [3, 4]])
print(m.trace, m.trace, m.transposed, m.transposed is m.transposed)
t = Temperature(100)
print(t.fahrenheit, t.celsius)
t.fahrenheit = 212
t.celsius -= 40
del t.celsius
print(t.celsius, t.log)
try:
    t.fahrenheit = -500
except ValueError as error:
    print(error, len(t.log))
fresh = Employee("Cy", 1)
print(fresh.salary, fresh.values)
fresh.salary = -1
