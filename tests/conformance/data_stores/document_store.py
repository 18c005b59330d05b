"""Documents as nested dicts: filters with operators, dotted paths, updates, indexes, projections, a change feed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Union

Json = Union[None, bool, int, float, str, list["Json"], dict[str, "Json"]]
Document = dict[str, Json]
MISSING = object()


class BadFilter(ValueError):
    pass


def dig(document: Json, path: str) -> Any:
    here: Any = document
    for step in path.split("."):
        if isinstance(here, dict) and step in here:
            here = here[step]
        elif isinstance(here, list) and step.isdigit() and int(step) < len(here):
            here = here[int(step)]
        else:
            return MISSING
    return here


def put(document: Document, path: str, value: Json) -> None:
    *steps, last = path.split(".")
    here = document
    for step in steps:
        inner = here.setdefault(step, {})
        if not isinstance(inner, dict):
            raise TypeError(f"{step} of {path} is a {type(inner).__name__}")
        here = inner
    here[last] = value


def same_kind(a: Any, b: Any) -> bool:
    numbers = (int, float)
    return (isinstance(a, numbers) and isinstance(b, numbers)) or (isinstance(a, str) and isinstance(b, str))


OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    "$eq": lambda a, b: bool(a == b),
    "$ne": lambda a, b: bool(a != b),
    "$gt": lambda a, b: same_kind(a, b) and bool(a > b),
    "$lt": lambda a, b: same_kind(a, b) and bool(a < b),
    "$in": lambda a, b: any(a == item for item in b),
    "$exists": lambda a, b: (a is not MISSING) == b,
    "$size": lambda a, b: isinstance(a, (list, dict, str)) and len(a) == b,
    "$all": lambda a, b: isinstance(a, list) and all(item in a for item in b),
}


def matches(document: Document, query: Mapping[str, Any]) -> bool:
    for key, wanted in query.items():
        if key == "$or":
            if not any(matches(document, q) for q in wanted):
                return False
        elif key == "$not":
            if matches(document, wanted):
                return False
        elif key.startswith("$"):
            raise BadFilter(f"unknown {key}")
        else:
            found = dig(document, key)
            tests = (
                wanted
                if isinstance(wanted, dict) and any(k.startswith("$") for k in wanted)
                else {"$eq": wanted}
            )
            for name, argument in tests.items():
                if name not in OPERATORS:
                    raise BadFilter(f"unknown operator {name} at {key}")
                if not OPERATORS[name](found, argument):
                    return False
    return True


class Collection:
    def __init__(self) -> None:
        self.documents: dict[int, Document] = {}
        self.indexes: dict[str, defaultdict[str, set[int]]] = {}
        self.listeners: list[Callable[[str, int, Document], None]] = []
        self.scanned = 0
        self.next = 1

    def index(self, path: str) -> None:
        table: defaultdict[str, set[int]] = defaultdict(set)
        for key, document in self.documents.items():
            table[repr(dig(document, path))].add(key)
        self.indexes[path] = table

    def _reindex(self, key: int, document: Document, adding: bool) -> None:
        for path, table in self.indexes.items():
            change = table[repr(dig(document, path))]
            change.add(key) if adding else change.discard(key)

    def insert(self, document: Document) -> int:
        copy: Document = json.loads(json.dumps(document))
        key = self.next
        self.next += 1
        self.documents[key] = copy
        self._reindex(key, copy, True)
        self._tell("insert", key)
        return key

    def _tell(self, what: str, key: int) -> None:
        for listener in self.listeners:
            listener(what, key, self.documents.get(key, {}))

    def find(self, query: Mapping[str, Any], fields: str = "") -> Iterator[Document]:
        for key in self._candidates(query):
            self.scanned += 1
            document = self.documents[key]
            if matches(document, query):
                chosen = {f: v for f in fields.split() if (v := dig(document, f)) is not MISSING}
                yield {"_id": key, **(chosen if fields else document)}

    def _candidates(self, query: Mapping[str, Any]) -> list[int]:
        for path, table in self.indexes.items():
            if path in query and not isinstance(query[path], dict):
                return sorted(table.get(repr(query[path]), ()))
        return list(self.documents)

    def update(self, query: Mapping[str, Any], changes: Mapping[str, Any]) -> int:
        count = 0
        for key in [int(str(d["_id"])) for d in self.find(query)]:
            document = self.documents[key]
            self._reindex(key, document, False)
            try:
                for name, values in changes.items():
                    for path, value in values.items():
                        old = dig(document, path)
                        match name:
                            case "$set":
                                put(document, path, value)
                            case "$inc":
                                put(document, path, (0 if old is MISSING else old) + value)
                            case "$push":
                                put(document, path, [*([] if old is MISSING else old), value])
                            case "$unset":
                                document.pop(path, None)
                            case _:
                                raise BadFilter(f"unknown change {name}")
            finally:
                self._reindex(key, document, True)
            self._tell("update", key)
            count += 1
        return count


people = Collection()
feed: list[str] = []
people.listeners.append(lambda what, key, document: feed.append(f"{what} {key}"))
for text in [
    '{"name": "Ada", "age": 36, "tags": ["math", "code"], "home": {"city": "London", "zip": "N1"}}',
    '{"name": "Bob", "age": 41.5, "tags": [], "home": {"city": "Paris"}}',
    '{"name": "Cy", "age": null, "home": {"city": "London", "geo": [51.5, -0.1]}}',
    '{"name": "Dee", "age": "forty", "tags": ["code"], "active": true}',
]:
    people.insert(json.loads(text))
queries: list[dict[str, Any]] = [
    {}, {"home.city": "London"}, {"age": {"$gt": 30, "$lt": 40}}, {"tags": {"$all": ["code"]}}, {"age": None},
    {"home.geo.1": {"$lt": 0}}, {"$or": [{"name": "Bob"}, {"active": True}]}, {"home.zip": {"$exists": False}},
    {"$not": {"tags": {"$size": 0}}}, {"name": {"$in": ["Cy", "Zed"]}}, {"age": {"$near": 3}}, {"$and": []},
    {"active": 1}, {"age": {"$ne": 36}},
]  # fmt: skip
for query in queries:
    try:
        print(json.dumps(query), "->", [d["name"] for d in people.find(query)])
    except BadFilter as error:
        print(json.dumps(query), "-> bad filter:", error)
before = people.scanned
people.index("home.city")
print(list(people.find({"home.city": "London"}, "name home.geo")), people.scanned - before)
print(
    people.update({"home.city": "London"}, {"$set": {"home.city": "Leeds", "x.y": 1}, "$inc": {"visits": 2}})
)
print(
    list(people.find({"home.city": "London"})), list(people.find({"home.city": "Leeds"}, "name visits x.y"))
)
print(people.update({"name": "Bob"}, {"$push": {"tags": "new"}, "$unset": {"age": 1}, "$inc": {"n": -1.5}}))
print(json.dumps(people.documents[2], sort_keys=True), feed)
for change in [{"$set": {"name.first": 1}}, {"$inc": {"name": 1}}, {"$pop": {"tags": 1}}]:
    try:
        people.update({"name": "Dee"}, change)
    except (TypeError, BadFilter) as error:
        print(type(error).__name__, error)
print(json.dumps(list(people.find({"name": "Dee"}))))
