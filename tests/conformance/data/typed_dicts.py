"""TypedDict: construction, access, optional keys, nesting, equality with dicts, totality, functional form."""

import json
from typing import Any, NotRequired, Required, TypedDict, cast


class Movie(TypedDict):
    title: str
    year: int


class Rated(Movie, total=False):
    rating: float
    tags: list[str]


class Loose(TypedDict, total=False):
    name: Required[str]
    size: int


class Strict(TypedDict):
    key: str
    note: NotRequired[str]


Point = TypedDict("Point", {"x": int, "y": int})


class Shape(TypedDict):
    kind: str
    points: list[Point]
    meta: dict[str, float]


def age(m: Movie, now: int) -> int:
    return now - m["year"]


def label(r: Rated) -> str:
    stars = r.get("rating", 0.0)
    tags = r["tags"] if "tags" in r else []
    return f"{r['title']} {stars:.1f} {','.join(tags)}"


m: Movie = {"title": "Brazil", "year": 1985}
n = Movie(title="Alien", year=1979)
print(m, n, m["title"].upper(), m["year"] + 1, age(m, 2000), age(n, 2000), len(m), list(m), list(m.items()))
print(m == {"title": "Brazil", "year": 1985}, n == m, "title" in m, "x" in m, sorted(m.keys()))
r: Rated = {"title": "Dune", "year": 1984, "tags": ["sand", "worms"]}
print(label(r), r.get("rating"), r.get("tags"), label(Rated(title="x", year=1, rating=4.5)))
r["rating"] = 3.5
r["tags"].append("spice")
m["year"] += 1
print(r, m, label(r))
del r["tags"]
print(r, r.setdefault("tags", ["new"]), r.pop("rating"), r)
loose: Loose = {"name": "n"}
loose.update({"size": 3, "name": "other"})
print(loose, loose.copy())
s: Strict = {"key": "k"}
print(s.get("note", "none"), s.get("note"), "note" in s)
p: Point = {"x": 1, "y": 2}
shape: Shape = {"kind": "line", "points": [p, Point(x=3, y=4)], "meta": {"w": 1.5}}
print(sum(q["x"] * q["y"] for q in shape["points"]), shape["points"][1]["y"], shape["meta"]["w"] * 2)
print(json.dumps(shape), json.loads(json.dumps(shape)) == shape)
loaded = cast(Movie, json.loads('{"title": "From JSON", "year": 7}'))
print(loaded["title"], loaded["year"] + 1)
movies: list[Movie] = [m, n, loaded]
print([x["title"] for x in sorted(movies, key=lambda x: x["year"])], {x["title"]: x["year"] for x in movies})
for key, value in m.items():
    print(key, value)
anything: Any = m
print(anything["title"], anything.get("nope", 5))
try:
    print(anything["nope"])
except KeyError as error:
    print("KeyError", error)
match shape:
    case {"kind": "line", "points": [first, *_]}:
        print("line from", first)
