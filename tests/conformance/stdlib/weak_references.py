"""weakref: references to the living, weak containers, identity and equality, errors; the dead go in the end."""

import gc
import weakref
from collections.abc import Callable


class Node:
    def __init__(self, name: str) -> None:
        self.name = name
        self.children: list["Node"] = []
        self.parent: weakref.ref[Node] | None = None

    def add(self, child: "Node") -> "Node":
        child.parent = weakref.ref(self)
        self.children.append(child)
        return child

    def path(self) -> str:
        up = self.parent() if self.parent is not None else None
        return (up.path() if up is not None else "") + "/" + self.name


root = Node("root")
leaf = root.add(Node("a")).add(Node("b"))
print(leaf.path(), leaf.parent is not None and leaf.parent() is root.children[0])
r = weakref.ref(root)
print(r() is root, r == weakref.ref(root), r != weakref.ref(leaf), hash(r) == hash(root), {r: 1}[weakref.ref(root)], isinstance(r, weakref.ReferenceType), "to 'Node'" in repr(r))

cache: weakref.WeakValueDictionary[str, Node] = weakref.WeakValueDictionary()
cache["root"] = root
cache["leaf"] = leaf
print(len(cache), cache["root"] is root, "leaf" in cache, "x" in cache, cache.get("x"), cache.get("leaf") is leaf, sorted(cache.keys()), sorted(n.name for n in cache.values()), sorted(k for k, _ in cache.items()))
print(cache.setdefault("leaf", root) is leaf, cache.pop("leaf") is leaf, len(cache), cache.pop("leaf", None), sorted(cache))
try:
    cache["gone"]
except KeyError as error:
    print("KeyError", error)

ages: weakref.WeakKeyDictionary[Node, int] = weakref.WeakKeyDictionary()
ages[root] = 5
ages[leaf] = 3
ages[root] += 1
print(len(ages), ages[root], leaf in ages, Node("x") in ages, sorted(ages.values()), ages.get(Node("y"), -1), sorted(n.name for n in ages))
del ages[leaf]
print(len(ages), list(ages.items()) == [(root, 6)])

seen: weakref.WeakSet[Node] = weakref.WeakSet([root, leaf])
seen.add(root)
print(len(seen), root in seen, Node("z") in seen, sorted(n.name for n in seen))
seen.discard(leaf)
seen.discard(leaf)
print(len(seen), leaf in seen)


def attempt(work: Callable[[], object]) -> None:
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: weakref.ref(5))
attempt(lambda: weakref.ref("text"))
attempt(lambda: weakref.ref([1]))
attempt(lambda: weakref.ref({}))
attempt(lambda: weakref.ref(None))


def fill(count: int) -> list[weakref.ref[Node]]:
    refs = []
    for n in range(count):
        node = Node(f"temporary {n}")
        node.add(Node("child"))
        cache[f"t{n}"] = node
        ages[node] = n
        refs.append(weakref.ref(node))
    return refs


refs = fill(500)
for _ in range(3):
    gc.collect()
dead = sum(1 for x in refs if x() is None)
print(dead > 400, len(cache) < 100, len(ages) < 100, cache["root"] is root, ages[root], r() is root)
