"""Classes of which no objects can be made, and how CPython says so."""

from __future__ import annotations

from mypy import nodes as n


def abstract_complaint(info: n.TypeInfo) -> str | None:
    """What CPython says when the class is called; None where it makes an object."""
    lacking = _lacking(info)
    if lacking:
        what = f"method{'s' if len(lacking) > 1 else ''} {', '.join(lacking)}"
        return f"Can't instantiate abstract class {info.name} with abstract {what}"
    return "Protocols cannot be instantiated" if info.is_protocol else None


def lacks_methods(info: n.TypeInfo) -> bool:
    """`inspect.isabstract`"""
    return bool(_lacking(info))


def _lacking(info: n.TypeInfo) -> list[str]:
    if not info.is_abstract or not any(map(_is_abc, info.mro)):
        return []
    return sorted(name for name, status in info.abstract_attributes if status == n.IS_ABSTRACT)


def _is_abc(info: n.TypeInfo) -> bool:
    meta = info.declared_metaclass
    return (
        info.is_protocol
        or info.fullname == "abc.ABC"
        or meta is not None
        and any(base.fullname == "abc.ABCMeta" for base in meta.type.mro)
    )
