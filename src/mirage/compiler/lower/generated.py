"""Which methods a class has without anybody having written them."""

from __future__ import annotations

from mypy import nodes as n

GENERATED = {"__new__", "__repr__", "_make", "_replace", "_asdict"}


def names_of(info: n.TypeInfo) -> list[str]:
    """The fields in order; empty for what is no named tuple."""
    for base in info.mro:
        if "namedtuple" in base.metadata:
            return list(base.metadata["namedtuple"]["fields"])
    return []


def defining_class(info: n.TypeInfo) -> n.TypeInfo:
    """The class that has the fields: the named tuple itself, where `info` is derived from one."""
    return next(base for base in info.mro if "namedtuple" in base.metadata)


def is_generated_method(info: n.TypeInfo, name: str) -> bool:
    """The named tuple has this method without anybody having written it."""
    entry = info.names.get(name)
    return name in GENERATED and "namedtuple" in info.metadata and (entry is None or entry.plugin_generated)
