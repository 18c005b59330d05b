"""`Color = Enum("Color", "RED GREEN")` as the class statement that it stands for."""

from __future__ import annotations

from mypy import nodes as n
from mypy import types as mt
from mypy.mro import calculate_mro

_FIRST_ARGUMENTS = 2  # the name of the class, and those of the members
_PLAIN_KEYWORDS = {"value", "names", "module", "start", "type", "qualname"}
_MIXED_IN = ("builtins.int",)


def write_body(call: n.CallExpr) -> None:
    """Give the class that the call makes a body with a line for each member."""
    made = call.analyzed
    if not isinstance(made, n.EnumCallExpr) or made.info.defn.defs.body or refused_keyword(call):
        return
    if not made.items:  # computed names, which mypy was told to ignore
        return
    info = made.info
    info.defn.name = info.name.partition("@")[0]
    for keyword, said in zip(call.arg_names, call.args, strict=True):
        if keyword == "type" and isinstance(said, n.RefExpr) and isinstance(said.node, n.TypeInfo):
            info.bases.insert(0, mt.Instance(said.node, []))
            info.mro = []
            calculate_mro(info)
        elif keyword == "qualname" and isinstance(said, n.StrExpr):
            info.metadata["qualname"] = {"qualname": said.value}
    given = made.values if made.values[0] is not None else _counted(call, info, made.items)
    for name, value in zip(made.items, given, strict=True):
        assert value is not None
        target = n.NameExpr(name)
        target.node = info.names[name].node
        target.kind = n.MDEF
        line = n.AssignmentStmt([target], value)
        for node in (target, value, line):
            if node.line < 0:
                node.set_line(call)
        info.defn.defs.body.append(line)
    info.defn.set_line(call)


def refused_keyword(call: n.CallExpr) -> str | None:
    """What is said to the class that a class statement would not say with its members."""
    for position, (name, value) in enumerate(zip(call.arg_names, call.args, strict=True)):
        if position < _FIRST_ARGUMENTS and name is None:
            continue
        if name not in _PLAIN_KEYWORDS or (name == "start" and not isinstance(value, n.IntExpr)):
            return name or "a third argument"
        if name == "qualname" and not isinstance(value, n.StrExpr):
            return name
        if name == "type" and not (isinstance(value, n.RefExpr) and value.fullname in _MIXED_IN):
            return name
    return None


def _counted(call: n.CallExpr, info: n.TypeInfo, names: list[str]) -> list[n.Expression | None]:
    """The values of members that are only named."""
    bases = {base.fullname for base in info.mro}
    if "enum.StrEnum" in bases:
        return [n.StrExpr(name.lower()) for name in names]
    start = 1
    for keyword, number in zip(call.arg_names, call.args, strict=True):
        if keyword == "start" and isinstance(number, n.IntExpr):
            start = number.value
    if "enum.Flag" not in bases:
        return [n.IntExpr(start + place) for place in range(len(names))]
    values = [start]
    while len(values) < len(names):
        values.append(1 << max(values).bit_length())
    return [n.IntExpr(value) for value in values]
