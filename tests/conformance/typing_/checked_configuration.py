"""A configuration loader checked against declarations: TypedDicts, Literals, NewTypes, overloads, precise errors."""

from __future__ import annotations

import argparse
import copy
import ipaddress
import json
import re
import shlex
import string
import sys
import textwrap
import urllib.parse
from abc import ABC, abstractmethod
from collections import ChainMap, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import contextmanager, redirect_stderr, suppress
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from datetime import timedelta
from enum import StrEnum, auto
from io import StringIO
from itertools import chain
from typing import (
    Any,
    ClassVar,
    Final,
    Generic,
    Literal,
    LiteralString,
    NewType,
    NotRequired,
    Protocol,
    Required,
    TypedDict,
    TypeGuard,
    TypeVar,
    Unpack,
    cast,
    get_args,
    overload,
)

Port = NewType("Port", int)
Level = Literal["debug", "info", "warning", "error"]
T = TypeVar("T")
S = TypeVar("S")
Path = tuple[str | int, ...]


class TlsOptions(TypedDict, total=False):
    certificate: Required[str]
    key: Required[str]
    versions: list[str]


class ServerOptions(TypedDict):
    host: str
    port: Port
    timeout: NotRequired[timedelta]
    tls: NotRequired[TlsOptions]


class Theme(StrEnum):
    LIGHT = auto()
    DARK = auto()


@dataclass(frozen=True)
class Problem:
    path: Path
    text: str

    def __str__(self) -> str:
        where = "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in self.path).lstrip(".")
        return f"{where or '(root)'}: {self.text}"


class ConfigError(Exception):
    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problem{'s' * (len(problems) != 1)}")
        self.problems = tuple(problems)


class Checker(ABC, Generic[T]):
    name: ClassVar[str] = "value"

    @abstractmethod
    def check(self, value: Any, path: Path, problems: list[Problem]) -> T | None: ...

    def __call__(self, value: Any) -> T:
        problems: list[Problem] = []
        result = self.check(value, (), problems)
        if problems:
            raise ConfigError(problems)
        return cast(T, result)

    def map(self, function: Callable[[T], S], what: str = "") -> Checker[S]:
        return Mapped(self, function, what)

    def __or__(self, other: Checker[S]) -> Checker[T | S]:
        return Either(self, other)


class Simple(Checker[T]):
    def __init__(self, kind: type[T]) -> None:
        self.kind = kind

    def check(self, value: Any, path: Path, problems: list[Problem]) -> T | None:
        if isinstance(value, self.kind) and not (isinstance(value, bool) and self.kind is not bool):
            return value
        problems.append(
            Problem(path, f"expected {self.kind.__name__}, got {type(value).__name__} {json.dumps(value)}")
        )
        return None


class Mapped(Checker[S], Generic[T, S]):
    def __init__(self, inner: Checker[T], function: Callable[[T], S], what: str) -> None:
        self.inner, self.function, self.what = inner, function, what

    def check(self, value: Any, path: Path, problems: list[Problem]) -> S | None:
        before = len(problems)
        found = self.inner.check(value, path, problems)
        if len(problems) > before:
            return None
        try:
            return self.function(cast(T, found))
        except (ValueError, KeyError) as error:
            problems.append(Problem(path, f"{self.what or 'bad value'}: {error.args[0]}"))
            return None


class Either(Checker[T | S]):
    def __init__(self, first: Checker[T], second: Checker[S]) -> None:
        self.options: tuple[Checker[T], Checker[S]] = (first, second)

    def check(self, value: Any, path: Path, problems: list[Problem]) -> T | S | None:
        failures: list[list[Problem]] = []
        for option in self.options:
            local: list[Problem] = []
            result = option.check(value, path, local)
            if not local:
                return result
            failures.append(local)
        problems.extend(sorted(failures, key=len)[0])
        return None


class ListOf(Checker[list[T]]):
    def __init__(self, item: Checker[T], *, at_least: int = 0) -> None:
        self.item, self.at_least = item, at_least

    def check(self, value: Any, path: Path, problems: list[Problem]) -> list[T] | None:
        match value:
            case [*items] if len(items) >= self.at_least:
                found = [self.item.check(item, (*path, i), problems) for i, item in enumerate(items)]
                return cast("list[T]", found)
            case [*items]:
                problems.append(Problem(path, f"{len(items)} items are fewer than {self.at_least}"))
            case _:
                problems.append(Problem(path, f"expected a list, got {type(value).__name__}"))
        return None


class Table(Checker[dict[str, Any]]):
    def __init__(self, **entries: Checker[Any] | tuple[Checker[Any], Any]) -> None:
        self.required = {k: v for k, v in entries.items() if isinstance(v, Checker)}
        self.optional = {k: v for k, v in entries.items() if not isinstance(v, Checker)}

    def check(self, value: Any, path: Path, problems: list[Problem]) -> dict[str, Any] | None:
        if not isinstance(value, dict):
            problems.append(Problem(path, f"expected a table, got {type(value).__name__}"))
            return None
        result: dict[str, Any] = {}
        for name in value.keys() - self.required.keys() - self.optional.keys():
            near = closest(name, chain(self.required, self.optional))
            problems.append(Problem((*path, name), "unknown" + (f"; did you mean {near!r}?" if near else "")))
        for name, checker in self.required.items():
            if name not in value:
                problems.append(Problem(path, f"{name!r} is missing"))
            else:
                result[name] = checker.check(value[name], (*path, name), problems)
        for name, (checker, default) in self.optional.items():
            if name in value:
                result[name] = checker.check(value[name], (*path, name), problems)
            elif default is not ...:
                result[name] = copy.deepcopy(default)
        return result


def closest(word: str, known: Iterable[str]) -> str | None:
    def distance(a: str, b: str) -> int:
        row = list(range(len(b) + 1))
        for i, x in enumerate(a, 1):
            previous, row[0] = row[0], i
            for j, y in enumerate(b, 1):
                previous, row[j] = row[j], min(previous + (x != y), row[j] + 1, row[j - 1] + 1)
        return row[-1]

    best = min(known, key=lambda k: (distance(word, k), k), default=None)
    return best if best is not None and distance(word, best) <= 2 else None


@overload
def one_of(kind: type[StrEnum], /) -> Checker[StrEnum]: ...
@overload
def one_of(*choices: LiteralString) -> Checker[str]: ...
def one_of(*choices: Any) -> Checker[Any]:
    match choices:
        case (type() as kind,):
            members: list[str] = [str(member) for member in cast("type[StrEnum]", kind)]
            return Simple(str).map(kind, f"none of {', '.join(members)}")
        case _:

            def pick(text: str) -> str:
                if text not in choices:
                    raise ValueError(repr(text))
                return text

            return Simple(str).map(pick, f"none of {', '.join(choices)}")


UNITS: Final[Mapping[str, float]] = {"ms": 0.001, "s": 1, "m": 60, "h": 3600}


def duration(text: str) -> timedelta:
    parts = re.findall(r"(\d+(?:\.\d+)?)(ms|[smh])", text)
    if "".join(map("".join, parts)) != text or not parts:
        raise ValueError(repr(text))
    return timedelta(seconds=sum(float(n) * UNITS[u] for n, u in parts))


def port(n: int) -> Port:
    if not 0 < n < 65536:
        raise ValueError(n)
    return Port(n)


def address(text: str) -> str:
    with suppress(ValueError):
        return ipaddress.ip_address(text).compressed
    if re.fullmatch(r"[a-z][a-z0-9.-]*", text):
        return text
    raise ValueError(f"{text!r} is no host")


def expand(text: str, variables: Mapping[str, str]) -> str:
    class Braced(string.Template):
        pattern: ClassVar[Any] = (
            r"\$(?:(?P<escaped>\$)|\{(?P<braced>[a-z_]+)\}|(?P<named>\b\B)|(?P<invalid>))"
        )

    return Braced(text).substitute(variables)


STRING: Final = Simple(str)
INT: Final = Simple(int)
CONFIG: Final = Table(
    server=Table(
        host=STRING.map(address),
        port=INT.map(port, "not a port") | STRING.map(int).map(port, "not a port"),
        timeout=(
            STRING.map(duration, "not a duration") | INT.map(lambda s: timedelta(seconds=s)),
            timedelta(seconds=30),
        ),
        tls=(
            Table(
                certificate=STRING, key=STRING, versions=(ListOf(one_of("1.2", "1.3"), at_least=1), ["1.3"])
            ),
            ...,
        ),
    ),
    log=(one_of(*get_args(Level)), "info"),
    theme=(one_of(Theme), Theme.LIGHT),
    upstreams=(ListOf(STRING.map(urllib.parse.urlsplit)), []),
    limits=(Table(rate=(Simple(float) | INT, 1.5), burst=(INT | Simple(type(None)), None)), {}),
)


def parse(text: str) -> dict[str, Any]:
    """`a.b = json` lines with comments, continued by indentation."""
    result: dict[str, Any] = {}
    joined = re.sub(r"\n[ \t]+", " ", textwrap.dedent(text))
    for number, line in enumerate(joined.splitlines(), 1):
        line = line.partition(" #")[0].strip()
        if not line or line.startswith("#"):
            continue
        key, sep, value = line.partition("=")
        if not sep:
            raise ConfigError([Problem((number,), f"no `=` in {line!r}")])
        target: MutableMapping[str, Any] = result
        *parents, last = (part.strip() for part in key.split("."))
        for parent in parents:
            target = target.setdefault(parent, {})
        try:
            target[last] = json.loads(value)
        except json.JSONDecodeError as error:
            raise ConfigError([Problem((key.strip(),), f"{error.msg} (column {error.colno})")]) from None
    return result


def start(**options: Unpack[ServerOptions]) -> str:
    tls = options.get("tls")
    scheme = "https" if tls is not None else "http"
    details = f" with {'/'.join(tls.get('versions', []))}" if tls is not None else ""
    return f"{scheme}://{options['host']}:{options['port']} ({options.get('timeout')}){details}"


@contextmanager
def told(name: str) -> Iterator[None]:
    try:
        yield
    except ConfigError as error:
        print(f"{name}: {error}")
        for problem in error.problems:
            print("  -", problem)


GOOD = """
    # a comment
    server.host = "2001:DB8:0:0::1"
    server.port = "8443"    # as text
    server.timeout = "1m30s"
    server.tls = {"certificate": "a.pem",
        "key": "a.key",
        "versions": ["1.2", "1.3"]}
    theme = "dark"
    upstreams = ["http://a/x?y=1#z", "https://user@b:81"]
    limits.rate = 2
"""

BAD = """
    server.host = "no such host"
    server.prot = 80
    server.port = 70000
    server.timeout = "soon"
    server.tls = {"certificate": 3, "versions": ["1.1", 2], "key": null}
    log = "loud"
    theme = "blue"
    limits = {"rate": true, "burst": "x"}
    upstreams = "http://a"
"""


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="conf", description="Reads a configuration.")
    parser.add_argument(
        "-D", "--define", metavar="KEY=JSON", action="append", default=[], help="set %(metavar)s"
    )
    parser.add_argument("--level", choices=get_args(Level))
    options = parser.parse_args(argv)
    with told("good"):
        config = CONFIG(parse(textwrap.dedent(GOOD) + "\n".join(options.define)))
        print(start(**config["server"]))
        print({k: v for k, v in config.items() if k not in ("server", "upstreams")}, repr(config["theme"]))
        print([(u.hostname, u.port, u.query, u.username) for u in config["upstreams"]])
    with told("bad"):
        CONFIG(parse(BAD))
    with told("empty"):
        CONFIG({})
    with told("list"):
        CONFIG([1])
    with told("syntax"):
        parse("a = [1,\n  2")
    with told("no equals"):
        parse("\n\nabc")
    print(CONFIG({"server": {"host": "h", "port": 1}})["limits"], start(host="x", port=Port(1)))
    print(expand("${user} pays $$5 at ${place}", {"user": "Ann", "place": "café"}))
    for text in ("${nobody}", "$x"):
        try:
            print(expand(text, {}))
        except (KeyError, ValueError) as error:
            print(type(error).__name__, error)
    errors = StringIO()
    with redirect_stderr(errors):
        try:
            parser.parse_args(shlex.split("--level loud -D 'a = 1'"))
        except SystemExit as error:
            print("exit", error.code)
    print(errors.getvalue(), end="")
    layers: ChainMap[str, Any] = ChainMap({"log": "debug"}, parse('log = "info"\nextra = 1'))
    print(dict(layers), layers.maps[0], layers["extra"], closest("tiemout", ["timeout", "host"]))
    return 3


sys.exit(main(["-D", 'log = "error"']))
