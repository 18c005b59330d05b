"""A small ORM: fields collected by a metaclass."""

from __future__ import annotations

from typing import Any


class Field:
    def __init__(self, kind: type, required: bool = True) -> None:
        self.kind = kind
        self.required = required
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def check(self, value: object) -> None:
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name}: expected {self.kind.__name__}, got {type(value).__name__}")


class ModelMeta(type):
    fields: dict[str, Field]
    table: str

    def __init__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> None:
        super().__init__(name, bases, namespace)
        cls.table = name.lower() + "s"
        cls.fields = {}
        for base in bases:
            if isinstance(base, ModelMeta):
                cls.fields.update(base.fields)
        cls.fields.update({key: value for key, value in namespace.items() if isinstance(value, Field)})
        print(name, list(namespace))

    def describe(cls) -> str:
        return f"{cls.table}({', '.join(cls.fields)})"


class Model(metaclass=ModelMeta):
    def __init__(self, **values: object) -> None:
        self.values: dict[str, object] = {}
        for name, field in type(self).fields.items():
            if name in values:
                field.check(values[name])
                self.values[name] = values[name]
            elif field.required:
                raise ValueError(f"{type(self).__name__}: {name} is missing")

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.values})"


class User(Model):
    """Somebody."""

    name = Field(str)
    age = Field(int, required=False)
    limit = 5

    def greet(self) -> str:
        return f"hello {self.values['name']}"


class Admin(User):
    level = Field(int)


print(User.describe(), Admin.describe(), Model.describe())
print(User(name="ann", age=3), User(name="bob").greet(), User.limit)
for values in ({"name": 3}, {}, {"name": "x"}):
    try:
        print(Admin(**values))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print([f"{field.name}:{field.kind.__name__}" for field in Admin.fields.values()])


class PluginMount(type):
    plugins: list[PluginMount]

    def __init__(cls, name: str, bases: tuple[type, ...], attrs: dict[str, Any]) -> None:
        if not hasattr(cls, "plugins"):
            cls.plugins = []
        else:
            cls.plugins.append(cls)


class Action(metaclass=PluginMount):
    pass


class Copy(Action):
    key = "c"


class Paste(Action):
    key = "v"


print(Action.plugins, Copy.plugins is Action.plugins)
print([getattr(p, "key", None) for p in Action.plugins], getattr(Action, "key", None))


class OnceMeta(type):
    _instance: object | None

    def __init__(cls, name: str, bases: tuple[type, ...], attrs: dict[str, Any]) -> None:
        super().__init__(name, bases, attrs)
        cls._instance = None

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        if cls._instance is None:
            cls._instance = super(OnceMeta, cls).__call__(*args, **kwargs)
        return cls._instance


class Log(metaclass=OnceMeta):
    lines: list[str]

    def __init__(self) -> None:
        self.lines = []


class FileLog(Log):
    pass


Log().lines.append("a")
FileLog().lines.append("b")
print(Log().lines, FileLog().lines, Log() is Log(), Log() is FileLog())
