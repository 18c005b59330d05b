"""What the loop's reports call a callback: its name, its arguments and its place (asyncio.format_helpers)."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from mirage.runtime import functions as _functions


def described(callback: Callable[..., object], args: tuple[Any, ...]) -> str:
    """`name(args) at file:line`"""
    inner: Any = callback
    text = _called(inner, args, {}, "")
    while _functions.is_partial(type(inner)):
        inner = inner.func
    place = _functions.place(inner)
    return text if place is None else f"{text} at {place}"


def _called(callback: Any, args: tuple[Any, ...], keywords: dict[str, Any], suffix: str) -> str:
    if _functions.is_partial(type(callback)):
        return _called(callback.func, callback.args, callback.keywords, _arguments(args, keywords) + suffix)
    return _functions.shown(callback) + _arguments(args, keywords) + suffix


def _arguments(args: tuple[Any, ...], keywords: dict[str, Any]) -> str:
    parts = [short(arg) for arg in args]
    parts.extend(f"{name}={short(value)}" for name, value in keywords.items())
    return f"({', '.join(parts)})"


def short(value: object, level: int = 6) -> str:
    """`reprlib.repr(value)`"""
    kind = type(value).__name__
    if isinstance(value, str) and kind == "str":
        text = repr(value[:30])
        if len(text) > 30:
            text = repr(value[:13] + value[len(value) - 14 :])
            text = text[:13] + "..." + text[len(text) - 14 :]
        return text
    if isinstance(value, int) and kind == "int":
        return _cut(repr(value), 40)
    if isinstance(value, tuple) and kind == "tuple":
        return _items(value, "(", ")", 6, level, "," if len(value) == 1 else "")
    if isinstance(value, list) and kind == "list":
        return _items(value, "[", "]", 6, level, "")
    if isinstance(value, deque) and kind == "deque":
        return _items(value, "deque([", "])", 6, level, "")
    if isinstance(value, (set, frozenset)) and kind in ("set", "frozenset"):
        if not value:
            return f"{kind}()"
        ordered: list[object] = _ordered(value)
        before, after = ("{", "}") if kind == "set" else ("frozenset({", "})")
        return _items(ordered, before, after, 6, level, "")
    if isinstance(value, dict) and kind == "dict":
        if not value:
            return "{}"
        if level <= 0:
            return "{...}"
        pairs = [f"{short(key, level - 1)}: {short(value[key], level - 1)}" for key in _ordered(value)[:4]]
        return "{" + ", ".join([*pairs, "..."] if len(value) > 4 else pairs) + "}"
    return _cut(repr(value), 30)


def _ordered(values: Iterable[object]) -> list[object]:
    items: list[Any] = list(values)
    try:
        return sorted(items)
    except TypeError:
        return items


def _items(values: Iterable[object], before: str, after: str, limit: int, level: int, last: str) -> str:
    items = list(values)
    if level <= 0 and items:
        return f"{before}...{after}"
    parts = [short(item, level - 1) for item in items[:limit]]
    if len(items) > limit:
        parts.append("...")
    return before + ", ".join(parts) + last + after


def _cut(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    before = (limit - 3) // 2
    return text[:before] + "..." + text[len(text) - (limit - 3 - before) :]
