"""copy.copy and copy.deepcopy of containers, objects, cycles, and classes with copies of their own."""

import copy
from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Optional


class Node:
    def __init__(self, name: str, *children: "Node") -> None:
        self.name = name
        self.children = list(children)
        self.parent: Optional[Node] = None
        for child in children:
            child.parent = self
        self.weight = 0.5

    def show(self) -> str:
        inner = ", ".join(child.show() for child in self.children)
        return f"{self.name}({inner})"


class Counted:
    made = 0

    def __init__(self, value: int) -> None:
        Counted.made += 1
        self.value = value
        self.log: list[str] = []

    def __copy__(self) -> "Counted":
        result = Counted(self.value)
        result.log = self.log
        return result

    def __deepcopy__(self, memo: dict[int, Any]) -> "Counted":
        result = Counted(self.value + 100)
        memo[id(self)] = result
        result.log = copy.deepcopy(self.log, memo)
        return result


class Key:
    def __init__(self, number: int) -> None:
        self.number = number


class Pair(NamedTuple):
    left: list[int]
    right: str


@dataclass
class Team:
    name: str
    members: list[str] = field(default_factory=list)
    scores: dict[str, float] = field(default_factory=dict)
    rival: "Team | None" = None


def shares(a: object, b: object) -> str:
    return "same" if a is b else "copied"


numbers = [1, 2, 3]
nested = [numbers, numbers, [4.5, None]]
flat = copy.copy(nested)
deep = copy.deepcopy(nested)
print(flat == nested, flat is nested, shares(flat[0], nested[0]), shares(deep[0], nested[0]), shares(deep[0], deep[1]))
numbers.append(9)
print(nested, flat, deep)
floats = [1.5, 2.5]
bools = [True, False]
print(copy.copy(floats), copy.deepcopy(bools), copy.deepcopy((1, "a", None)), copy.copy((numbers,))[0] is numbers)
t1 = (1, 2, "x")
t2 = (1, [2])
print(shares(copy.deepcopy(t1), t1), shares(copy.deepcopy(t2), t2), shares(copy.deepcopy(t2)[1], t2[1]), copy.deepcopy(t2))
d: dict[str, list[int]] = {"a": [1], "b": [2]}
d1, d2 = copy.copy(d), copy.deepcopy(d)
d["a"].append(5)
d["c"] = []
d2["z"] = [0]
print(d, d1, d2, list(d2))
s = {3, 1, 20}
s1, s2 = copy.copy(s), copy.deepcopy(s)
s.add(4)
print(sorted(s), sorted(s1), sorted(s2), copy.deepcopy(frozenset([1, 2])) == {1, 2})
b = bytearray(b"abc")
b2 = copy.copy(b)
b[0] = 120
print(b, b2, copy.deepcopy(b"xyz"), copy.deepcopy("text"), copy.copy(None), copy.deepcopy(10**30), copy.copy(3.5), copy.deepcopy(True))
print(copy.deepcopy(range(3)), copy.copy(print) is print, copy.deepcopy(int) is int)

leaf = Node("leaf")
tree = Node("root", Node("a", leaf), Node("b"))
one, two = copy.copy(tree), copy.deepcopy(tree)
leaf.name = "changed"
tree.children.append(Node("late"))
print(tree.show(), one.show(), two.show())
print(two.children[0].parent is two, two.children[0].children[0].parent is two.children[0], one.children is tree.children, two.weight)
loop: list[Any] = [1]
loop.append(loop)
again = copy.deepcopy(loop)
print(again[1] is again, again is loop, len(again), again[0])

c = Counted(1)
c.log.append("first")
c1, c2 = copy.copy(c), copy.deepcopy(c)
c.log.append("second")
print(c1.value, c1.log, c2.value, c2.log, Counted.made)
both = [c, c]
copied = copy.deepcopy(both)
print(copied[0] is copied[1], copied[0].value, Counted.made, copy.deepcopy({"k": c})["k"].value)

k1, k2 = Key(1), Key(2)
table = {k1: "one", k2: "two"}
moved = copy.deepcopy(table)
print([(key.number, value) for key, value in moved.items()], k1 in moved, all(key in moved for key in moved))
keys = copy.deepcopy({k1})
print(len(keys), k1 in keys, next(iter(keys)) in keys, next(iter(keys)).number)

p = Pair([1], "r")
p1, p2 = copy.copy(p), copy.deepcopy(p)
p.left.append(2)
print(p, p1, p2, type(p2).__name__, p2.right)
team = Team("t", ["x"], {"x": 1.0})
team.rival = Team("u", rival=team)
other = copy.deepcopy(team)
team.members.append("y")
team.scores["x"] = 2.0
print(other.members, other.scores, other.rival is not None and other.rival.rival is other, other.name)

q = deque([[1], [2]], maxlen=3)
q1, q2 = copy.copy(q), copy.deepcopy(q)
q[0].append(7)
q.append([3])
print(q, q1, q2, q2.maxlen)
dd: defaultdict[str, list[int]] = defaultdict(list)
dd["a"].append(1)
dd2 = copy.deepcopy(dd)
dd["a"].append(2)
dd2["b"].append(3)
print(dict(dd), dict(dd2), copy.copy(dd)["q"])
words = Counter("abca")
w2 = copy.copy(words)
words["a"] += 10
print(words, w2, copy.deepcopy(words).most_common(1), copy.deepcopy(OrderedDict([("z", 1), ("a", [2])])))


def gen() -> Any:
    yield 1


try:
    copy.copy(gen())
except TypeError as error:
    print(error)
