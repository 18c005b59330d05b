"""Named tuples in programs: records from text, a priority queue, graph edges, caching, swapping, statistics."""

import heapq
from collections import Counter, defaultdict, namedtuple
from functools import lru_cache, reduce
from operator import attrgetter, itemgetter
from typing import Any, Iterable, Iterator, NamedTuple, Optional

TEXT = """ann,31,1.5
bob,25,2
cid,31,0.25
"""


class Person(NamedTuple):
    name: str
    age: int
    score: float = 0.0
    friend: Optional["Person"] = None

    @classmethod
    def from_line(cls, line: str) -> "Person":
        name, age, score = line.split(",")
        return cls(name, int(age), float(score))

    @property
    def initial(self) -> str:
        return self.name[0].upper()

    def older(self, years: int = 1) -> "Person":
        return self._replace(age=self.age + years)

    def __lt__(self, other: tuple[Any, ...]) -> bool:
        return self.age < other[1]


class Edge(NamedTuple):
    source: str
    target: str
    weight: int = 1


class Job(NamedTuple):
    priority: int
    name: str


Stats = namedtuple("Stats", "count total mean")


def read(text: str) -> Iterator[Person]:
    for line in text.splitlines():
        yield Person.from_line(line)


def stats(values: Iterable[float]) -> Stats:
    numbers = list(values)
    return Stats(len(numbers), sum(numbers), sum(numbers) / len(numbers))


@lru_cache(maxsize=None)
def distance(a: Edge, b: Edge) -> int:
    return abs(a.weight - b.weight)


def shortest(edges: list[Edge], start: str, end: str) -> tuple[int, list[str]]:
    graph: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        graph[edge.source].append(edge)
    queue: list[tuple[int, str, list[str]]] = [(0, start, [start])]
    done: set[str] = set()
    while queue:
        cost, node, path = heapq.heappop(queue)
        if node == end:
            return cost, path
        if node in done:
            continue
        done.add(node)
        for _, target, weight in graph[node]:
            heapq.heappush(queue, (cost + weight, target, [*path, target]))
    return -1, []


people = list(read(TEXT))
print(people)
print(sorted(people), min(people).name, max(people, key=attrgetter("score")).name, sorted(people, key=itemgetter(2, 0))[0].name)
print([p.initial for p in people], people[0].older(), people[0].older(years=10).age, Counter(p.age for p in people).most_common(1))
s = stats(p.score for p in people)
print(s, s.mean, f"{s.total:.3f}", s._asdict()["count"])
print(shortest([Edge("a", "b", 4), Edge("a", "c"), Edge("c", "b", 2), Edge("b", "d")], "a", "d"))
print(distance(Edge("a", "b", 3), Edge("a", "b", 9)), distance(Edge("a", "b", 3), Edge("a", "b", 9)), distance.cache_info().hits)
jobs: list[Job] = []
for job in (Job(3, "c"), Job(1, "b"), Job(1, "a")):
    heapq.heappush(jobs, job)
print([heapq.heappop(jobs) for _ in range(len(jobs))])
friend = Person("dan", 40, friend=people[0])
print(friend.friend.name if friend.friend else None, friend[:2], friend == ("dan", 40, 0.0, people[0]), len(friend))
groups: dict[int, list[Person]] = {}
for p in people:
    groups.setdefault(p.age, []).append(p)
print({age: [p.name for p in ps] for age, ps in groups.items()})
first, second, _ = people
print(first.name, second.name, reduce(lambda acc, p: acc + p.age, people, 0))
table = {Edge("x", "y"): "one", ("x", "y", 2): "two"}
print(table[("x", "y", 1)], table[Edge("x", "y", 2)], Edge("x", "y") in table)  # type: ignore[index]
for index, (name, age, *rest) in enumerate(people):
    print(index, name, age, rest)
print(tuple(map(type, [people[0], tuple(people[0])])) == (Person, tuple), isinstance(people[0], tuple), Person.__name__)
print("%s is %d" % people[1][:2], "{}:{}".format(*people[2][:2]))
