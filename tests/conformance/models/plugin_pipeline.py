"""A plugin host: classes found by subclassing, priorities, dependencies between them, hooks, configuration, isolation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Protocol, TypeVar, runtime_checkable

T = TypeVar("T")
Text = list[str]


class PluginError(Exception):
    pass


@runtime_checkable
class Closing(Protocol):
    def close(self) -> str: ...


class Plugin:
    name: ClassVar[str] = ""
    needs: ClassVar[tuple[str, ...]] = ()
    priority: ClassVar[int] = 50
    known: ClassVar[dict[str, type[Plugin]]] = {}

    def __init_subclass__(cls, *, abstract: bool = False, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if abstract:
            return
        cls.name = cls.name or cls.__name__.lower()
        if cls.name in Plugin.known:
            raise PluginError(
                f"{cls.__qualname__} and {Plugin.known[cls.name].__qualname__} are both {cls.name!r}"
            )
        Plugin.known[cls.name] = cls

    def __init__(self, options: Mapping[str, str]) -> None:
        self.options = options

    def option(self, key: str, convert: Callable[[str], T], default: T) -> T:
        try:
            return convert(self.options[key]) if key in self.options else default
        except ValueError as error:
            raise PluginError(f"{self.name}.{key}: {error}") from error

    def process(self, text: Text) -> Text:
        return text


class LineFilter(Plugin, abstract=True):
    def keep(self, line: str) -> bool:
        raise NotImplementedError

    def process(self, text: Text) -> Text:
        return [line for line in text if self.keep(line)]


class Blank(LineFilter):
    priority = 10

    def keep(self, line: str) -> bool:
        return bool(line.strip())


class Comments(LineFilter):
    name = "no-comments"
    needs = ("blank",)

    def __init__(self, options: Mapping[str, str]) -> None:
        super().__init__(options)
        self.mark = self.option("mark", str, "#")
        self.dropped = 0

    def keep(self, line: str) -> bool:
        keep = not line.lstrip().startswith(self.mark)
        self.dropped += not keep
        return keep

    def close(self) -> str:
        return f"dropped {self.dropped}"


class Number(Plugin):
    priority = 90

    def process(self, text: Text) -> Text:
        start, width = self.option("start", int, 1), self.option("width", int, 3)
        return [f"{n:>{width}} {line}" for n, line in enumerate(text, start)]


class Upper(Plugin):
    needs = ("no-comments",)

    def process(self, text: Text) -> Text:
        return [line.upper() for line in text]


class Explode(Plugin):
    priority = 60

    def process(self, text: Text) -> Text:
        return [line[int(line)] for line in text]


class Loop(Plugin):
    needs = ("pool",)


class Pool(Plugin):
    needs = ("loop",)


class Orphan(Plugin):
    needs = ("nowhere",)


@dataclass
class Host:
    config: Mapping[str, Mapping[str, str]]
    strict: bool = False
    report: list[str] = field(default_factory=list)

    def order(self, names: Iterable[str]) -> list[type[Plugin]]:
        result: list[type[Plugin]] = []
        path: list[str] = []

        def visit(name: str) -> None:
            if name in path:
                raise PluginError("plugins need each other: " + " > ".join([*path[path.index(name) :], name]))
            cls = Plugin.known.get(name)
            if cls is None:
                raise PluginError(f"no plugin {name!r}" + (f", needed by {path[-1]!r}" if path else ""))
            if cls in result:
                return
            path.append(name)
            for need in sorted(cls.needs, key=lambda n: getattr(Plugin.known.get(n), "priority", 0)):
                visit(need)
            path.pop()
            result.append(cls)

        for name in sorted(names, key=lambda n: (Plugin.known[n].priority if n in Plugin.known else 0, n)):
            visit(name)
        return result

    def run(self, text: Text) -> Text:
        active: list[Plugin] = []
        for cls in self.order(self.config):
            plugin = cls(self.config.get(cls.name, {}))
            active.append(plugin)
            try:
                text = plugin.process(text)
            except Exception as error:
                if self.strict or isinstance(error, PluginError):
                    raise
                self.report.append(f"{plugin.name} failed: {type(error).__name__}: {error}")
        self.report += [f"{p.name} {p.close()}" for p in active if isinstance(p, Closing)]
        return text


SOURCE = ["# title", "", "first", "  # inner", "   ", "second // not", "// third"]
print(sorted(Plugin.known), [cls.priority for cls in Plugin.known.values()])
CONFIGS: list[dict[str, dict[str, str]]] = [
    {"number": {}, "blank": {}}, {"upper": {}}, {"no-comments": {"mark": "//"}, "number": {"start": "10", "width": "5"}},
    {"explode": {}, "number": {}}, {"loop": {}}, {"orphan": {}}, {"missing": {}}, {"number": {"start": "ten"}}, {},
]  # fmt: skip
for config in CONFIGS:
    host = Host(config)
    try:
        print(config, "->", host.run(SOURCE), host.report)
    except PluginError as error:
        print(config, "-> error:", error, "from", repr(error.__cause__))
try:

    class Again(Plugin):
        name = "upper"

except PluginError as error:
    print("refused:", error)
print(
    [cls.__name__ for cls in Host({}).order(["upper", "number"])],
    isinstance(Comments({}), Closing),
    isinstance(Blank({}), Closing),
)
try:
    LineFilter({}).process(["x"])
except NotImplementedError as error:
    print("abstract:", repr(error))
Host({"explode": {}}, strict=True).run(["0", "5"])
