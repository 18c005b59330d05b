"""Copies of weak references and of what holds them."""

import copy
import weakref


class Node:
    def __init__(self, name: str) -> None:
        self.name = name
        self.tags: list[str] = [name]


a, b, c, d = (Node(name) for name in "abcd")
names: weakref.WeakKeyDictionary[Node, list[str]] = weakref.WeakKeyDictionary()
names[a] = ["first"]
names[b] = ["second"]
nodes: weakref.WeakValueDictionary[str, Node] = weakref.WeakValueDictionary({"c": c, "d": d})
some = weakref.WeakSet([a, b])

shallow = copy.copy(names)
deep = copy.deepcopy(names)
shallow[c] = []
deep[a].append("deeply")
print(len(names), len(shallow), len(deep), names[a], shallow[a] is names[a], deep[a], c in names)
print(shallow == names, names == copy.copy(names), deep[b] == names[b], deep[b] is names[b])

values = copy.copy(nodes)
values["a"] = a
deeper = copy.deepcopy(nodes)
print(sorted(nodes), sorted(values), deeper["c"] is c, sorted(deeper), deeper == nodes, values == nodes)

few = copy.copy(some)
few.discard(a)
print(len(some), len(few), a in some, a in few, b in few)

reference = weakref.ref(a)
print(copy.copy(reference) is reference, copy.deepcopy(reference) is reference, copy.deepcopy([reference])[0]() is a)
