"""Operands, arguments and targets are evaluated from left to right."""

log: list[str] = []


def note(name: str, value: int) -> int:
    log.append(name)
    return value


def call(a: int, b: int, c: int = 0, d: int = 0) -> int:
    return a * 1000 + b * 100 + c * 10 + d


print(call(note("1", 1), note("2", 2), d=note("3", 3), c=note("4", 4)), log)
log.clear()
items = [0, 0, 0]
items[note("index", 1)] = note("value", 5)
print(items, log)
log.clear()
print(note("a", 1) + note("b", 2) * note("c", 3) - note("d", 4), log)
log.clear()
table = {note("k1", 1): note("v1", 2), note("k2", 3): note("v2", 4)}
print(table, log)
log.clear()
values = [note("x", 1), note("y", 2)]
values[note("t", 0)] += note("u", 10)
print(values, log, [note("p", 1), *[note("q", 2)], note("r", 3)])
