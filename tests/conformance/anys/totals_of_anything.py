"""Variables whose type nobody wrote: they begin with an int or a text and take what data from outside holds."""

import json
from collections import defaultdict
from typing import Any

ROWS = """[{"name": "tea", "price": 1.5, "tags": ["hot"]},
          {"name": null, "price": 2, "tags": []},
          {"name": 7, "price": 1e3, "tags": ["a", "b"]}]"""

count = 0


class Basket:
    sold = 0

    def __init__(self) -> None:
        self.total = 0
        self.last = ""
        self.found = False

    def add(self, row: Any) -> None:
        self.total += row["price"]
        self.last = row["name"]
        self.found = row["tags"]
        Basket.sold = row["price"]


def report(rows: Any) -> None:
    global count
    total = 0
    best = 0
    label = ""
    basket = Basket()
    for row in rows:
        total += row["price"]
        best = max(best, row["price"])
        count += row["price"]
        label = row["name"]
        basket.add(row)
    print(total, best, count, label, basket.total, basket.last, basket.found, Basket.sold)
    print(f"{total:.2f}", total / len(rows), round(total, 2), total * 2, -total, total > 3, abs(total))
    twice = total * 2
    print(twice, str(total), int(total), float(total), [total], {"a": total}, (total, 1), basket.total - 1)
    print(round(basket.total, 1), f"{basket.total:9.3f}|", basket.total == total, sum([total, 1]), min(total, 5))
    average = total / len(rows) if rows else 0
    print(average, divmod(total, 2), total // 2, total**2, total % 2, bool(total), basket.total / 2)
    print(label == 7, label is None, basket.last or "none", bool(basket.found), "%s" % total)
    if isinstance(total, float):
        print("a float", float(total).is_integer())
    values = [total, average]
    values.append(twice)
    print(sorted(values), max(values), [v + 1 for v in values])


def running(*steps):
    now = 0
    seen = []
    for step in steps:
        now += step
        seen.append(now)
    return now, seen


def longest(words):
    found = ""
    for word in words:
        if len(word) > len(found):
            found = word
    return found


def grouped(rows: Any) -> dict[str, Any]:
    sums: dict[str, Any] = defaultdict(int)
    for row in rows:
        sums[str(row["name"])] += row["price"]
    return dict(sums)


def nested(rows: Any) -> float:
    low = 10**9

    def look(row: Any) -> None:
        nonlocal low
        if row["price"] < low:
            low = row["price"]

    for row in rows:
        look(row)
    print("low", low, low + 0.25)
    return low


def main() -> None:
    rows = json.loads(ROWS)
    report(rows)
    print(running(1, 2.5, True), running("a") if False else running())
    print(longest(["a", "bcd", "ef"]), longest([b"xy", b"z"]), longest([[1], [1, 2]]))
    print(grouped(rows), nested(rows))
    state = "idle"
    for state in rows[0]["tags"]:
        pass
    print(state)
    try:
        total = 0
        total += rows[1]["name"]
    except TypeError as error:
        print(type(error).__name__, total)


main()
