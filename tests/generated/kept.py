"""Random snippets in which ints reach what is declared float: they stay ints, wherever they are kept."""

from __future__ import annotations

from collections.abc import Callable

from source import Chance, Source

KEYS = ("a", "b", "c")


def kept_numbers(c: Chance, name: str) -> str:
    """Containers, attributes, variables and results of floats that get ints, floats, bools and unknowns."""
    source = Source()
    with source.block(f"class {name}Box"):
        with source.block("def __init__(self, value: float, more: float | None = None) -> None"):
            source.add("self.value = value")
            source.add("self.more = more")
        with source.block("def grown(self, by: float) -> float"):
            source.add("self.value += by")
            source.add("return self.value")
    with source.block(f"def {name}_same(value: float) -> float"):
        source.add("return value")
    unknown = c.happens(0.5)
    if unknown:
        with source.block(f"def {name}_any(value: Any) -> Any"):
            source.add("return value")

    def value() -> str:
        match c.between(0, 9):
            case 0 | 1 | 2:
                return c.small()
            case 3:
                return c.integer()
            case 4 | 5:
                return c.number()
            case 6:
                return c.one("n", "x", "n // 2", "x / 2", "n % 3", "-n", "abs(x)", "bool(n)")
            case 7:
                return f"{name}_same({c.one('n', 'x', c.small())})"
            case 8 if unknown:
                return f"{name}_any({c.one('n', 'x', c.small(), c.number())})"
        return c.one("sum(items)", "max(items, default=0)", "box.value", "table.get('a', 0)", "queue[-1]")

    def key() -> str:
        return repr(c.of(KEYS))

    operations = [
        lambda: f"items.append({value()})",
        lambda: f"items.insert({c.between(0, 2)}, {value()})",
        lambda: f"items.extend([{value()}, {value()}])",
        lambda: f"items[{c.between(-1, 0)}] = {value()}",
        lambda: f"items[{c.between(0, 1)}] {c.one('+', '-', '*')}= {c.small()}",
        lambda: f"items += [{value()}]",
        lambda: f"items[:1] = [{value()}, {value()}]",
        lambda: c.one(
            "items.reverse()", "items.sort(key=repr)", "items = [i * 2 for i in items]", "items *= 2"
        ),
        lambda: f"table[{key()}] = {value()}",
        lambda: f"table[{key()}] = table.get({key()}, 0) + {value()}",
        lambda: f"print(table.setdefault({key()}, {value()}), table.pop({key()}, {value()}))",
        lambda: f"table.update({{{key()}: {value()}}})",
        lambda: f"table |= {{{key()}: {value()}}}",
        lambda: f"counted[{key()}] += {value()}",
        lambda: f"queue.{c.one('append', 'appendleft')}({value()})",
        lambda: f"seen.add({value()})",
        lambda: f"box = {name}Box({value()}, {value()})",
        lambda: f"box.value = {value()}",
        lambda: f"print(box.grown({value()}))",
        lambda: f"pairs.append(({key()}, {value()}))",
        lambda: f"best = {c.one('max', 'min')}(best, {value()})",
        lambda: f"total {c.one('+', '-')}= {value()}",
        lambda: f"first, second = {value()}, {value()}",
        lambda: f"heapq.heappush(heap, {value()})",
        lambda: f"nested[{key()}].append({value()})",
        lambda: f"print({value()} in items, {value()} in table.values(), {value()} == total)",
    ]
    with source.block(f"def {name}_with(n: int, x: float) -> None"):
        source.add(f"items: list[float] = [{', '.join(c.several(1, 3, value_of_parameters(c)))}]")
        source.add("table: dict[str, float] = {'a': x}")
        source.add("counted: defaultdict[str, float] = defaultdict(float)")
        source.add("nested: dict[str, list[float]] = {'a': [], 'b': [x], 'c': [n]}")
        source.add("queue: deque[float] = deque([x], maxlen=3)")
        source.add("seen: set[float] = {x}")
        source.add("pairs: list[tuple[str, float]] = []")
        source.add("heap: list[float] = []")
        source.add(f"box = {name}Box(x)")
        source.add("best = x")
        source.add("total: float = 0")
        source.add("first, second = x, x")
        for _ in range(c.between(5, 9)):
            with source.block("try"):
                source.add(c.of(operations)())
            with source.block("except (ArithmeticError, LookupError, ValueError) as error"):
                source.add("print(type(error).__name__, error)")
        source.add("print(items, table, dict(counted), nested, queue, sorted(map(repr, seen)))")
        source.add("print(box.value, box.more, pairs, best, total, first, second, heap)")
    with source.block(f"def {name}() -> None"):
        for _ in range(3):
            source.add(f"{name}_with({c.small()}, {c.one(c.small(), c.number())})")
    return source.text


def value_of_parameters(c: Chance) -> Callable[[], str]:
    return lambda: c.one("n", "x", "1", "0.5")
