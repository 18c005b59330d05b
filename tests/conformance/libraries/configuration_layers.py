"""Settings in layers with types: defaults, text, environment-like mapping, overrides; validation that collects all errors."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import MISSING, dataclass, field, fields, replace
from datetime import timedelta
from enum import Enum
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Level(Enum):
    DEBUG = 10
    INFO = 20
    ERROR = 40


class SettingError(ValueError):
    def __init__(self, key: str, text: str, reason: str) -> None:
        super().__init__(f"{key}={text!r}: {reason}")
        self.key = key


class Invalid(ExceptionGroup[SettingError]):
    def derive(self, excs: Any) -> Invalid:  # type: ignore[override]
        return Invalid(self.message, excs)


def boolean(text: str) -> bool:
    match text.strip().lower():
        case "yes" | "true" | "on" | "1":
            return True
        case "no" | "false" | "off" | "0":
            return False
        case other:
            raise ValueError(f"{other!r} is neither yes nor no")


def duration(text: str) -> timedelta:
    parts = re.findall(r"(\d+)\s*([dhms])", text)
    if not parts or re.sub(r"(\d+)\s*([dhms])|\s+", "", text):
        raise ValueError("not a duration")
    names = {"d": "days", "h": "hours", "m": "minutes", "s": "seconds"}
    total = timedelta()
    for number, unit in parts:
        total += timedelta(**{names[unit]: int(number)})
    return total


def level(text: str) -> Level:
    try:
        return Level[text.upper()]
    except KeyError:
        raise ValueError(f"one of {', '.join(m.name for m in Level)}") from None


def listed(item: Callable[[str], T]) -> Callable[[str], tuple[T, ...]]:
    return lambda text: tuple(item(part.strip()) for part in text.split(",") if part.strip())


def between(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        number = int(text)
        if not low <= number <= high:
            raise ValueError(f"not between {low} and {high}")
        return number

    return read


@dataclass(frozen=True)
class Server:
    host: str = "localhost"
    port: int = field(default=8080, metadata={"read": between(1, 65535)})
    debug: bool = field(default=False, metadata={"read": boolean})
    timeout: timedelta = field(default=timedelta(seconds=30), metadata={"read": duration})
    level: Level = field(default=Level.INFO, metadata={"read": level})
    peers: tuple[str, ...] = field(default=(), metadata={"read": listed(str)})
    weights: tuple[float, ...] = field(default_factory=lambda: (1.0,), metadata={"read": listed(float)})
    secret: str = field(default="", repr=False, metadata={"needed": True})

    @property
    def address(self) -> str:
        return f"{self.host}:{self.port}"


def parse(text: str) -> dict[str, str]:
    """`key = value` lines in sections; values go on in indented lines."""
    found: dict[str, str] = {}
    section = last = ""
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.split("#")[0].rstrip()
        if not stripped:
            continue
        if stripped[0].isspace() and last:
            found[last] += " " + stripped.strip()
        elif stripped.startswith("[") and stripped.endswith("]"):
            section, last = stripped[1:-1] + ".", ""
        elif "=" in stripped:
            key, _, value = stripped.partition("=")
            last = section + key.strip()
            found[last] = value.strip()
        else:
            raise SettingError(f"line {number}", stripped, "no `=`")
    return found


def interpolate(values: Mapping[str, str]) -> dict[str, str]:
    done: dict[str, str] = {}

    def value_of(key: str, path: tuple[str, ...]) -> str:
        if key in path:
            raise SettingError(path[0], values[path[0]], f"refers to itself through {' > '.join(path[1:] + (key,))}")
        if key not in done:
            if key not in values:
                raise SettingError(path[-1], values[path[-1]], f"no {key}")
            done[key] = re.sub(r"\$\{([\w.]+)\}", lambda m: value_of(m[1], (*path, key)), values[key])
        return done[key]

    for key in values:
        value_of(key, ())
    return done


class Settings(Generic[T]):
    def __init__(self, make: Callable[..., T], names: dict[str, Callable[[str], Any]], needed: set[str]) -> None:
        self.make, self.names, self.needed = make, names, needed
        self.layers: ChainMap[str, str] = ChainMap()

    def layer(self, values: Mapping[str, str]) -> Settings[T]:
        self.layers = self.layers.new_child(dict(values))
        return self

    @contextmanager
    def overriding(self, **values: str) -> Iterator[T]:
        before = self.layers
        try:
            yield self.layer(values).build()
        finally:
            self.layers = before

    def build(self) -> T:
        errors: list[SettingError] = []
        arguments: dict[str, Any] = {}
        for key, text in interpolate(self.layers).items():
            read = self.names.get(key)
            if read is None:
                if "." not in key:
                    errors.append(SettingError(key, text, "unknown"))
                continue
            try:
                arguments[key] = read(text)
            except ValueError as error:
                errors.append(SettingError(key, text, str(error)))
        errors += [SettingError(key, "", "needed") for key in sorted(self.needed - arguments.keys())]
        if errors:
            raise Invalid("settings", errors)
        return self.make(**arguments)


def server_settings() -> Settings[Server]:
    readers = {f.name: f.metadata.get("read", str) for f in fields(Server)}
    return Settings(Server, readers, {f.name for f in fields(Server) if f.metadata.get("needed")})


TEXT = """
# a server
host = ${names.main}.example.org
port = 80${port.suffix}
peers = a, b,
    c   # and one more
secret = x=y
[names]
main = www
[port]
suffix = 81
"""
settings = server_settings().layer(parse(TEXT))
server = settings.build()
print(server, server.address, server.secret)
with settings.overriding(port="9", timeout="1h 30m", debug="On", level="debug", weights="1, 2.5") as changed:
    print(changed.address, changed.timeout, changed.debug, changed.level, changed.weights, changed == replace(server, port=9))
print(settings.build() == server, len(settings.layers.maps))
try:
    with settings.overriding(port="99999", debug="maybe", timeout="soon", level="loud", weights="1,x", colour="red"):
        print("never")
except Invalid as group:
    print(group)
    for error in group.exceptions:
        print("  ", error)
    ports, others = group.split(lambda e: isinstance(e, SettingError) and e.key == "port")
    print(type(ports).__name__, len(others.exceptions) if others else 0)
for values in ({"a.x": "${a.y}", "a.y": "${a.x}"}, {"host": "${nothing}"}, {}):
    try:
        print(server_settings().layer(values).build())
    except* SettingError as errors:
        print([str(e) for e in errors.exceptions])
try:
    parse("ok = 1\nbroken\n")
except SettingError as error:
    print(error, error.key)
print([(f.name, f.default if f.default is not MISSING else "factory") for f in fields(Server)][3:7], [str(duration(t)) for t in ("1d", "90s", "2h5m")])
