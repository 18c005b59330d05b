"""Functions over type variables with value restrictions: `N = TypeVar("N", int, float)`.

mypy does not type the body of such a function, but a copy of it for each choice of values.  Before the
function is lowered for int, what mypy found in the copy for int is written to the nodes that are lowered;
for types that are no choice (Any) the nodes are without types again.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.partial import settle_partial
from mirage.compiler.frontend.walk import walk
from mirage.compiler.lower.types import Type

if TYPE_CHECKING:
    from mirage.compiler.lower.functions import FunctionInst
    from mirage.compiler.lower.world import World


_CODE = (n.FuncItem, n.GeneratorExpr)  # what is lowered by itself


@dataclass(eq=False)
class Restricted:
    """One such function of the application, with the copies that mypy has made."""

    function: n.FuncDef
    variables: list[mt.TypeVarLikeType]
    choices: list[tuple[mt.Type, ...]]
    written: int | None = None  # the choice whose types the nodes have
    locals: dict[n.Var, mt.Type | None] = field(default_factory=dict)  # as mypy left them


def write_types(world: World, inst: FunctionInst, node: n.Node | None = None) -> None:
    """Give the function's nodes the types that they have in this instance of it.

    node   the generator expression inside that is the instance's code
    """
    found = _restricted(world).get(node or inst.item)
    if found is None:
        return
    chosen = _choice(world, found, inst)
    if chosen == found.written:
        return
    if found.written is not None:
        _withdraw(world, found)
    if chosen is not None and _write(world, found, chosen):
        found.written = chosen


def _restricted(world: World) -> dict[n.Node, Restricted]:
    """Such functions, and functions and generator expressions inside of them."""
    known = world.index.found.get("restricted functions")
    if isinstance(known, dict):
        return known
    made: dict[n.Node, Restricted] = {}
    for module, state in world.modules.items():
        for node in walk(world.trees[module]) if not state.library else ():
            if isinstance(node, n.FuncDef) and len(node.expanded) > 1 and node not in made:
                declared = mt.get_proper_type(node.type)
                if not isinstance(declared, mt.CallableType):
                    continue
                variables = [*declared.variables, *(node.info.defn.type_vars if node.info else [])]
                limited = [one for one in variables if isinstance(one, mt.TypeVarType) and one.values]
                choices = list(itertools.product(*(one.values for one in limited)))
                if len(node.expanded) >= len(choices):
                    one = Restricted(node, list(limited), choices)
                    made.update({part: one for part in walk(node) if isinstance(part, _CODE)})
    world.index.found["restricted functions"] = made
    return made


def _choice(world: World, found: Restricted, inst: FunctionInst) -> int | None:
    """The number of the copy for the types that the variables stand for."""
    given: list[Type | None] = [
        inst.substitution.get((one.id.raw_id, one.id.namespace)) for one in found.variables
    ]
    for index, values in enumerate(found.choices):
        if [world.translate(value, {}) for value in values] == given:
            return index
    return None


def _pairs(found: Restricted, chosen: int) -> list[tuple[n.Node, n.Node]] | None:
    """Each node with the node of the copy; None where they do not go together."""
    copy = found.function.expanded[len(found.function.expanded) - len(found.choices) + chosen]
    ours, theirs = list(walk(found.function)), list(walk(copy))
    if len(ours) != len(theirs) or any(type(a) is not type(b) for a, b in zip(ours, theirs, strict=True)):
        return None
    return list(zip(ours, theirs, strict=True))


def _write(world: World, found: Restricted, chosen: int) -> bool:
    pairs = _pairs(found, chosen)
    if pairs is None:
        return False
    types = world.expression_types
    settle_partial(found.function.expanded[len(found.function.expanded) - len(found.choices) + chosen], types)
    for ours, theirs in pairs:
        if isinstance(ours, n.Expression) and isinstance(theirs, n.Expression):
            known = types.get(theirs)
            if known is not None:
                types[ours] = known
        match ours, theirs:
            case n.NameExpr(node=n.Var() as var), n.NameExpr(node=n.Var() as twin) if var is not twin:
                if var.type is None or var.is_inferred or var in found.locals:
                    found.locals.setdefault(var, var.type)
                    var.type, var.is_inferred = twin.type, twin.is_inferred
            case n.OpExpr(), n.OpExpr():
                ours.method_type = theirs.method_type
            case n.UnaryExpr(), n.UnaryExpr():
                ours.method_type = theirs.method_type
            case n.IndexExpr(), n.IndexExpr():
                ours.method_type = theirs.method_type
            case n.ComparisonExpr(), n.ComparisonExpr():
                ours.method_types = theirs.method_types
            case n.ForStmt(), n.ForStmt():
                ours.inferred_item_type = theirs.inferred_item_type
                ours.inferred_iterator_type = theirs.inferred_iterator_type
    return True


def _withdraw(world: World, found: Restricted) -> None:
    for node in walk(found.function):
        if isinstance(node, n.Expression):
            world.expression_types.pop(node, None)
    for var, before in found.locals.items():
        var.type = before
    found.written = None
