"""str.format_map, numbers too large for fields, and views of dicts compared with sets."""

from __future__ import annotations

from collections import Counter


def attempt(template: str, mapping: dict[str, object]) -> None:
    try:
        print(repr(template), "->", template.format_map(mapping))
    except (ValueError, KeyError, IndexError) as error:
        print(repr(template), "->", type(error).__name__, error)


def numbered(template: str, *args: object) -> None:
    try:
        print(repr(template)[:30], "->", template.format(*args))
    except (ValueError, KeyError, IndexError) as error:
        print(repr(template)[:30], "->", type(error).__name__, error)


order: dict[str, object] = {"item": "tea", "count": 3, "price": 2.5, "tags": ["hot", "green"], "size": 8}
for template in (
    "{count} x {item}",
    "{price:8.2f}|{item:>{size}}|{item!r}",
    "{tags[1]} {tags}",
    "{}",
    "{0}",
    "{item} {}",
    "{nothing}",
    "{{{item}}}",
    "{item",
    "item}",
):
    attempt(template, order)

big = "9" * 30
numbered("{" + big + "}", 1)
numbered("{0[" + big + "]}", [1])
numbered("{1} {0}", "a", "b")
numbered("{2}", "a", "b")
numbered("{} {1}", "a", "b")
numbered("{0} {}", "a", "b")

stock = {"tea": 1, "milk": 2}
print(stock.items() == {("milk", 2), ("tea", 1)}, stock.items() == {("milk", 2)}, stock.items() == {1, 2})
print(stock.items() == {("milk", 2), ("tea", 3)}, stock.items() == {("milk", 2, 3), ("tea", 1)})
print(stock.items() != {("milk", 2), ("tea", 1)}, stock.keys() == {"tea", "milk"}, stock.keys() == {"tea"})
print(stock.items() == dict(stock).items(), stock.items() == Counter(stock).items())
print(("tea", 1) in stock.items(), ("tea", 2) in stock.items(), ("coffee", 1) in stock.items())
