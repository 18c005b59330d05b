"""Settings in layers with ChainMap, frozen views with MappingProxyType, user classes over UserDict."""

from __future__ import annotations

from collections import ChainMap, UserDict
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple


class Source(NamedTuple):
    name: str
    values: dict[str, Any]


class Settings:
    def __init__(self, *sources: Source) -> None:
        self.sources = sources
        self.chain: ChainMap[str, Any] = ChainMap(*(source.values for source in sources))

    def origin(self, key: str) -> str:
        for source in self.sources:
            if key in source.values:
                return source.name
        raise KeyError(key)

    def __getattr__(self, name: str) -> Any:
        try:
            return self.chain[name]
        except KeyError:
            raise AttributeError(f"no setting {name!r}") from None

    def report(self) -> None:
        width = max(map(len, self.chain))
        for key in sorted(self.chain):
            shadowed = [m[key] for m in self.chain.maps if key in m][1:]
            print(f"{key:<{width}} = {self.chain[key]!r:<14} from {self.origin(key)}{f', hides {shadowed}' if shadowed else ''}")


class CaseInsensitive(UserDict[str, int]):
    def __setitem__(self, key: str, item: int) -> None:
        self.data[key.lower()] = item

    def __getitem__(self, key: str) -> int:
        return self.data[key.lower()]

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key.lower() in self.data


defaults: dict[str, Any] = {"host": "localhost", "port": 80, "debug": False, "paths": ["/"]}
file = {"port": 8080, "paths": ["/srv"]}
environment: dict[str, Any] = {"debug": True}
settings = Settings(Source("environment", environment), Source("file", file), Source("defaults", defaults))
settings.report()
print(settings.port, settings.host, settings.debug, len(settings.chain))
try:
    settings.colour
except AttributeError as error:
    print(error)
chain = settings.chain
child = chain.new_child({"port": 1})
child["host"] = "inner"
print(child["port"], chain["port"], child["host"], chain["host"], child.parents["port"], len(child.maps), dict(child))
del child["port"]
print(child["port"], child.pop("host"), child["host"], child.get("none", "dflt"), sorted(child.items(), key=str))
for key in ("port", "host"):
    try:
        child.pop(key)
    except KeyError as error:
        print("KeyError", error)
chain.update(new=1)
print(environment, chain.popitem()[0] in ("debug", "new"), ChainMap({"a": 1}) | {"a": 2, "b": 3}, ChainMap({"a": 1}) == {"a": 1})

frozen: Mapping[str, Any] = MappingProxyType(defaults)
defaults["late"] = 1
print(frozen["late"], "host" in frozen, len(frozen), list(frozen)[-1], frozen.get("x"), {**frozen, "port": 0}["port"])

insensitive = CaseInsensitive({"Content": 1, "ACCEPT": 2})
insensitive["content"] += 10
insensitive.setdefault("Accept", 99)
print(insensitive, insensitive["CONTENT"], "aCcEpT" in insensitive, len(insensitive), list(insensitive.items()))
settings.origin("nowhere")
