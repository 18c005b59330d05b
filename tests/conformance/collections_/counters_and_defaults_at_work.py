"""Counter, defaultdict, deque, ChainMap and OrderedDict doing the work of a report: joins, windows, histories, nested defaults."""

from __future__ import annotations

from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple
from collections.abc import Iterable, Iterator
from itertools import groupby, islice, pairwise
from typing import Any, NamedTuple


class Sale(NamedTuple):
    day: int
    shop: str
    item: str
    amount: int
    price: float = 1.0

    @property
    def value(self) -> float:
        return self.amount * self.price


Point = namedtuple("Point", "x y")
SALES = [
    Sale(1, "north", "tea", 3, 2.5), Sale(1, "south", "cup", 1, 4.0), Sale(2, "north", "tea", 2, 2.5), Sale(2, "south", "tea", 7, 2.0),
    Sale(3, "north", "pot", 1, 20.0), Sale(3, "west", "cup", 4), Sale(5, "south", "cup", 2, 4.0), Sale(5, "north", "tea", -1, 2.5),
]


def tree() -> defaultdict[str, Any]:
    return defaultdict(tree)


def plain(node: Any) -> Any:
    return {k: plain(v) for k, v in node.items()} if isinstance(node, defaultdict) else node


def moving(values: Iterable[float], size: int) -> Iterator[float]:
    window: deque[float] = deque(maxlen=size)
    total = 0.0
    for value in values:
        if len(window) == size:
            total -= window[0]
        window.append(value)
        total += value
        yield round(total / len(window), 3)


def runs(days: Iterable[int]) -> list[tuple[int, int]]:
    ordered = sorted(set(days))
    return [((group := list(g))[0][1], group[-1][1]) for _, g in groupby(enumerate(ordered), key=lambda p: p[1] - p[0])]


class History:
    """The last states, with undo and redo by rotating a deque."""

    def __init__(self, room: int) -> None:
        self.past: deque[str] = deque(maxlen=room)
        self.future: deque[str] = deque()

    def push(self, state: str) -> None:
        self.past.append(state)
        self.future.clear()

    def undo(self) -> str | None:
        if len(self.past) < 2:
            return None
        self.future.appendleft(self.past.pop())
        return self.past[-1]

    def redo(self) -> str | None:
        if self.future:
            self.past.append(self.future.popleft())
            return self.past[-1]
        return None


def counting() -> None:
    sold = Counter[str]()
    for sale in SALES:
        sold[sale.item] += sale.amount
    print(sold.most_common(), sold.total(), sold["nothing"], "nothing" in sold, list(sold.elements())[:3])
    returned = Counter(tea=5, vase=1)
    print(sold - returned, sold & returned, sold | returned, +Counter(a=0, b=-1, c=2), -Counter(a=0, b=-1, c=2))
    sold.subtract(returned)
    print(dict(sold), sold <= Counter(tea=99, cup=99, pot=99), Counter("abb") == Counter(b=2, a=1, z=0), sold.most_common(1))
    sold.update({"tea": 1}, cup=1)
    del sold["vase"], sold["never there"]
    print(sorted(sold.items()), Counter(a=1) + Counter(a=2, b=-3), Counter(pairwise("abcabd")).most_common(2))


def defaults() -> None:
    by_shop: defaultdict[str, list[Sale]] = defaultdict(list)
    for sale in SALES:
        by_shop[sale.shop].append(sale)
    print({shop: round(sum(s.value for s in sales), 2) for shop, sales in by_shop.items()}, len(by_shop), by_shop.get("east"), len(by_shop))
    nested = tree()
    for sale in SALES[:4]:
        nested[sale.shop][sale.item][str(sale.day)] = sale.amount
    print(plain(nested))
    matrix: defaultdict[tuple[int, int], int] = defaultdict(int, {(0, 0): 5})
    matrix[1, 2] += 3
    matrix[0, 0] -= 1
    print(dict(matrix), matrix[9, 9], len(matrix), matrix.default_factory, matrix | {(7, 7): 1} == {**matrix, (7, 7): 1})
    strict: defaultdict[str, int] = defaultdict(None, a=1)
    try:
        strict["b"]
    except KeyError as error:
        print("strict", error, strict.copy())

    class Keyed(dict[str, str]):
        def __missing__(self, key: str) -> str:
            value = self[key] = key.upper()
            return value

    keyed = Keyed(a="x")
    print(keyed["a"], keyed["b"], keyed.get("c"), dict(keyed))


def ordering() -> None:
    recent: OrderedDict[str, int] = OrderedDict((s.item, s.day) for s in SALES)
    recent.move_to_end("tea", last=False)
    print(list(recent.items()), recent.popitem(last=False), list(reversed(recent)), recent == OrderedDict(reversed(recent.items())), recent == dict(reversed(recent.items())))
    defaults = {"colour": "red", "size": 1}
    user: dict[str, Any] = {"size": 2}
    layers: ChainMap[str, Any] = ChainMap({}, user, defaults)
    layers["colour"] = "blue"
    child = layers.new_child({"size": 3})
    print(dict(child), layers["size"], user, len(layers.maps), child.parents == layers, sorted(layers))
    try:
        del layers["size"]
    except KeyError as error:
        print(error.args[0])
    user["size"] = 9
    print(layers["size"], child["size"], layers.pop("colour"), layers["colour"], "nope" in layers)


def deques() -> None:
    print(list(moving([1, 2, 6, 3, 8], 3)), runs([5, 1, 2, 3, 9, 8, 5]), runs([]))
    history = History(3)
    for state in "abcd":
        history.push(state)
    print(history.undo(), history.undo(), history.undo(), history.redo(), list(history.past), list(history.future), history.redo(), history.redo())
    ring: deque[object] = deque(range(6))
    ring.rotate(2)
    ring.extendleft("xy")
    ring.insert(3, "in")
    print(ring, ring.index(0), ring.count("x"), ring[-1], list(islice(ring, 2, 5)))
    ring.remove("in")
    ring.reverse()
    del ring[0]
    print(list(ring), ring.pop(), ring.popleft(), deque("abc", 2), deque("abc", 2).maxlen, deque([1]) * 3, deque([1, 2]) < deque([1, 3]), deque([1]) + deque([2]))
    for action in (lambda: deque[int]().pop(), lambda: deque([1]).remove(2), lambda: deque([1])[3], lambda: deque([1], 1).insert(0, 2)):
        try:
            action()
        except (IndexError, ValueError) as error:
            print(type(error).__name__, error)


def tuples() -> None:
    print(SALES[5], SALES[5]._asdict(), SALES[0]._replace(amount=0).value, Sale._fields, Sale._field_defaults, max(SALES, key=lambda s: s.value).item)
    day, shop, *rest = SALES[1]
    print(day, shop, rest, Sale._make([0, "a", "b", 1, 2.0]), SALES[0] < SALES[1], SALES[0][:2], Point(1, y=2) + (3,), Point(3, 4)._replace(x=0))
    print({shop: sorted(s.item for s in g) for shop, g in groupby(sorted(SALES, key=lambda s: s.shop), key=lambda s: s.shop)})


for part in (counting, defaults, ordering, deques, tuples):
    print("--", part.__name__)
    part()
