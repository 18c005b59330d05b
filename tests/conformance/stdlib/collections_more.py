"""collections in full: deque with maxlen, Counter arithmetic, OrderedDict, defaultdict, ChainMap, User classes."""

from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict, deque
from typing import Any

d: deque[int] = deque([1, 2, 3], maxlen=3)
d.append(4)
d.appendleft(0)
print(d, d.maxlen, d[0], d[-1], len(d), list(reversed(d)), d.count(2), d.index(3), 2 in d)
d.rotate(1)
print(d)
d.rotate(-2)
d.extend([7, 8])
d.extendleft([9])
print(d, d == deque([9, 3, 7], 3), deque("abc") + deque("d"), deque([1]) * 3, deque([1, 2]) < deque([1, 3]), bool(deque()))
q = deque(range(5))
q.insert(2, 99)
q.remove(3)
del q[0]
q[1] = 50
q.reverse()
print(q, q.pop(), q.popleft(), q.copy(), repr(deque(maxlen=0)), q)
for action in (0, 1, 2):
    try:
        if action == 0:
            deque[int]().pop()
        elif action == 1:
            print(q[10])
        else:
            full: deque[int] = deque([1], 1)
            full.insert(0, 5)
    except IndexError as error:
        print(error)
try:
    for item in q:
        q.append(item)
except RuntimeError as error:
    print(error)

c = Counter("abracadabra")
e = Counter(a=2, z=5)
print(c, c.most_common(2), c["q"], sorted(c.elements())[:4], c.total(), dict(c))
print(c + e, c - e, c & e, c | e, +Counter(a=1, b=-1), -Counter(a=1, b=-2), e - c)
c.update("aab")
c.subtract({"a": 10})
print(c, c["a"], sorted(c), Counter(x=1) == Counter(x=1, y=0), Counter(a=1) <= Counter(a=2), c.pop("z", 0))
c += Counter(a=20)
c["new"] += 1
del c["r"], c["missing"]
print(c, list(c.items()), Counter([1, 1, 2]).most_common(), Counter({"k": 3})["k"])

o: OrderedDict[str, int] = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a")
o.move_to_end("c", last=False)
print(o, o.popitem(), o.popitem(last=False), o, list(reversed(OrderedDict(x=1, y=2))))
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, o | {"z": 9})
g: defaultdict[str, list[int]] = defaultdict(list)
g["x"].append(1)
g["y"]
print(g, g["z"], len(g), g.get("nope"), "nope" in g, g.default_factory is list, dict(g))
count: defaultdict[str, int] = defaultdict(int, {"a": 1})
for ch in "aab":
    count[ch] += 1
print(count, sorted(count.items()))
nested: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
nested["a"]["b"] += 2
print(nested["a"]["b"], nested["q"]["r"])
try:
    defaultdict[str, int](None)["missing"]
except KeyError as error:
    print("KeyError", error)

base = {"a": 1, "b": 2}
top: dict[str, int] = {"b": 20}
cm = ChainMap(top, base)
print(cm["a"], cm["b"], len(cm), list(cm), dict(cm), "a" in cm, cm.get("q", 0), cm)
cm["c"] = 3
child = cm.new_child({"a": 100})
print(top, child["a"], child.parents["a"], child.maps[0], len(child.maps), sorted(child.items()))
del cm["c"]
try:
    del cm["a"]
except KeyError as error:
    print("KeyError", error)
try:
    cm["zz"]
except KeyError as error:
    print("KeyError", error)


class Upper(UserDict[str, int]):
    def __setitem__(self, key: str, item: int) -> None:
        super().__setitem__(key.upper(), item)


u = Upper({"a": 1, "b": 2})
u["c"] = 3
u.update({"d": 4})
print(u, len(u), "A" in u, "a" in u, u["C"], sorted(u), u.get("zz"), u.pop("D"), dict(u), u.data)
