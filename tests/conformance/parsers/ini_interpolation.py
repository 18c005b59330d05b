"""A reader of INI files with continuation lines, defaults and %(name)s interpolation, like configparser."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, MutableMapping
from typing import TextIO

SOURCE = """\
; global settings
[DEFAULT]
root = /srv
log = %(root)s/log
timeout = 30

[web]
host = example.org
path = %(log)s/%(host)s.log
workers=4
motd = hello
    world,
    still the same value
debug: yes

[db]
# a literal percent
pattern = 100%%
timeout = 2.5
loop = %(loop)s
"""


class ConfigError(Exception):
    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(f"line {line}: {message}" if line else message)
        self.line = line


class Section(Mapping[str, str]):
    def __init__(self, name: str, values: dict[str, str], defaults: dict[str, str]) -> None:
        self.name = name
        self._values = values
        self._defaults = defaults

    def raw(self, key: str) -> str:
        key = key.lower()
        if key in self._values:
            return self._values[key]
        return self._defaults[key]

    def __getitem__(self, key: str) -> str:
        return self._expand(self.raw(key), 10)

    def __iter__(self) -> Iterator[str]:
        yield from self._values
        yield from (key for key in self._defaults if key not in self._values)

    def __len__(self) -> int:
        return len(self._values.keys() | self._defaults.keys())

    def _expand(self, text: str, depth: int) -> str:
        if depth == 0:
            raise ConfigError(f"interpolation too deep in [{self.name}]")

        def one(match: re.Match[str]) -> str:
            if match[0] == "%%":
                return "%"
            return self._expand(self.raw(match["name"]), depth - 1)

        return re.sub(r"%%|%\((?P<name>\w+)\)s", one, text)

    def get_float(self, key: str, fallback: float | None = None) -> float:
        try:
            return float(self[key])
        except KeyError:
            if fallback is None:
                raise
            return fallback

    def get_bool(self, key: str) -> bool:
        match self[key].lower():
            case "1" | "yes" | "true" | "on":
                return True
            case "0" | "no" | "false" | "off":
                return False
            case other:
                raise ConfigError(f"not a boolean: {other!r}")


def read(source: TextIO) -> dict[str, Section]:
    defaults: dict[str, str] = {}
    raw: dict[str, dict[str, str]] = {}
    current: dict[str, str] | None = None
    last = ""
    for number, line in enumerate(source, 1):
        stripped = line.strip()
        if not stripped or stripped[0] in "#;":
            last = ""
            continue
        if line[0].isspace() and last and current is not None:
            current[last] += "\n" + stripped
        elif header := re.fullmatch(r"\[([^]]+)\]", stripped):
            name = header[1]
            if name in raw:
                raise ConfigError(f"section {name!r} twice", number)
            current = defaults if name == "DEFAULT" else raw.setdefault(name, {})
            last = ""
        elif pair := re.match(r"([^=:]+?)\s*[=:]\s*(.*)", stripped):
            if current is None:
                raise ConfigError("no section header", number)
            last = pair[1].lower()
            if last in current:
                raise ConfigError(f"option {last!r} twice", number)
            current[last] = pair[2]
        else:
            raise ConfigError(f"cannot read {stripped!r}", number)
    return {name: Section(name, values, defaults) for name, values in raw.items()}


config = read(io.StringIO(SOURCE))
for name, section in config.items():
    print(f"[{name}]", len(section), sorted(section))
web = config["web"]
print(dict(web))
print(web["MOTD"].splitlines(), web.get("missing"), "workers" in web, "nope" in web)
print(web.get_float("timeout"), config["db"].get_float("timeout"), web.get_float("x", -1.0), web.get_bool("debug"))
print(config["db"]["pattern"], web == dict(web), list(web.items())[0])
for bad in ("x=1\n", "[a]\n[a]\n", "[a]\nnonsense\n", "[s]\nk=1\nk=2\n"):
    try:
        read(io.StringIO(bad))
    except ConfigError as error:
        print(type(error).__name__, error, error.line)
try:
    web.get_bool("host")
except ConfigError as error:
    print(error)
try:
    web.get_float("absent")
except KeyError as error:
    print("KeyError", error)
print(config["db"]["loop"])
