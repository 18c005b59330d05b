"""Models to and from JSON: a registry of codecs, object hooks, a custom encoder, nested dataclasses, versions migrated."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields, is_dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any, ClassVar, TypeVar
from uuid import UUID

M = TypeVar("M", bound="Model")


class Status(str, Enum):
    OPEN = "open"
    DONE = "done"


@dataclass
class Model:
    registry: ClassVar[dict[str, type[Model]]] = {}
    kind: ClassVar[str] = "model"

    def __init_subclass__(cls, kind: str = "", **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.kind = kind or cls.__name__.lower()
        Model.registry[cls.kind] = cls

    def to_json(self) -> dict[str, Any]:
        raise NotImplementedError

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Model:
        raise NotImplementedError


@dataclass
class Task(Model):
    title: str
    status: Status = Status.OPEN
    due: date | None = None
    tags: set[str] = field(default_factory=set)

    def to_json(self) -> dict[str, Any]:
        return {"title": self.title, "status": self.status, "due": self.due, "tags": self.tags}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Task:
        due = data.get("due")
        return cls(data["title"], Status(data["status"]), due and date.fromisoformat(due), set(data["tags"]))


@dataclass
class Project(Model, kind="proj"):
    ident: UUID
    tasks: list[Task]
    estimate: timedelta = timedelta(0)

    def to_json(self) -> dict[str, Any]:
        return {"ident": str(self.ident), "tasks": self.tasks, "estimate": self.estimate.total_seconds()}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Project:
        return cls(UUID(data["ident"]), data["tasks"], timedelta(seconds=data["estimate"]))


class Encoder(json.JSONEncoder):
    def default(self, o: Any) -> Any:
        if isinstance(o, Model):
            return {"$kind": o.kind, "$version": 2, **o.to_json()}
        if isinstance(o, (set, frozenset)):
            return sorted(o)
        if isinstance(o, (date, datetime)):
            return o.isoformat()
        if isinstance(o, complex):
            return [o.real, o.imag]
        return super().default(o)


MIGRATIONS: dict[tuple[str, int], Callable[[dict[str, Any]], None]] = {
    ("task", 1): lambda data: data.update(tags=data.pop("labels", "").split(), status=data.get("status", "open")),
}


def hook(data: dict[str, Any]) -> Any:
    kind = data.pop("$kind", None)
    if kind is None:
        return data
    version = data.pop("$version", 1)
    while version < 2:
        MIGRATIONS[kind, version](data)
        version += 1
    return Model.registry[kind].from_json(data)


project = Project(UUID(int=2**100 + 7), [Task("Write é", due=date(2024, 2, 29), tags={"b", "a"}), Task("Rest", Status.DONE)], timedelta(hours=1, milliseconds=500))
text = json.dumps(project, cls=Encoder, indent=None, separators=(",", ":"))
print(text)
back = json.loads(text, object_hook=hook)
print(back == project, type(back).__name__, back.tasks[1], back.estimate, sorted(Model.registry))
old = '[{"$kind": "task", "title": "v1", "labels": "x y x"}, {"$kind": "task", "$version": 2, "title": "v2", "status": "done", "due": "2000-01-01", "tags": []}, {"plain": {"n": 1}}]'
for item in json.loads(old, object_hook=hook):
    print(repr(item).replace("'y', 'x'", "'x', 'y'"))
print(json.dumps({"s": Status.DONE, Status.OPEN: 1, "n": float("nan"), 3: [None], True: {}, None: 0.1}, sort_keys=False), json.dumps("é\u2028\U0001f600"), json.dumps("é\u2028", ensure_ascii=False))
print(Encoder(sort_keys=True, indent="\t").encode({"b": {1, 2}, "a": [frozenset(), ()]}))
print("".join(Encoder().iterencode([project.tasks[1], 1.0, 10**20])))
print([f.name for f in fields(Task)], is_dataclass(project), asdict(project.tasks[0])["tags"] == {"a", "b"}, asdict(project)["tasks"][1]["status"] is Status.DONE)
pairs = json.loads('{"x": 1, "x": 2, "y": {"z": 3}}', object_pairs_hook=lambda p: p)
print(pairs, json.loads("[1.10, 2, NaN, -Infinity]", parse_float=lambda s: f"<{s}>", parse_int=lambda s: int(s) * 10, parse_constant=str.lower))
for bad in ('{"$kind": "ghost"}', '{"$kind": "task", "$version": 2, "title": 1}', '{"$kind": "task", "$version": 0}', '{"$kind": "task", "$version": 2, "title": "", "status": "?", "tags": []}'):
    try:
        print(json.loads(bad, object_hook=hook))
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
loop: list[Any] = [1]
loop.append(loop)
for value in (loop, {(1, 2): 3}, object, {"deep": [{"x": b"bytes"}]}, float("inf")):
    try:
        print(json.dumps(value, allow_nan=False, cls=Encoder))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(json.dumps({(1, 2): 3, "k": 4}, skipkeys=True), json.JSONDecoder().raw_decode("[1] tail"))
json.dumps([1, {"project": project}])
