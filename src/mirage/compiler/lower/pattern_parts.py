"""What patterns are made of: tests, the types a test establishes, and the parts a pattern looks at."""

from __future__ import annotations

from collections.abc import Iterator

from mypy import nodes as n
from mypy import patterns as p
from mypy import types as mt
from mypy.maptype import map_instance_to_supertype
from mypy.typevars import fill_typevars

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.builder import NONE_VALUE, Value
from mirage.compiler.lower.classes import ClassInst
from mirage.compiler.lower.trying import Trying
from mirage.compiler.lower.types import OBJECT, ClassT, Type
from mirage.compiler.lower.world import Refusal

TEXTS = ("str", "bytes", "bytearray")  # sequences that no sequence pattern matches


def place_of(node: n.Context) -> n.EllipsisExpr:
    """An expression that stands where the pattern stands, for tracebacks."""
    place = n.EllipsisExpr()
    place.set_line(node)
    return place


def is_wildcard(pattern: p.Pattern) -> bool:
    return isinstance(pattern, p.AsPattern) and pattern.pattern is None and pattern.name is None


def match_arguments(info: n.TypeInfo) -> list[str] | None:
    """The attribute names behind positional sub-patterns; None when the class has no `__match_args__`."""
    entry = info.get("__match_args__")
    if entry is None or not isinstance(entry.node, n.Var):
        return None
    declared = mt.get_proper_type(entry.node.type) if entry.node.type is not None else None
    names: list[str] = []
    for item in declared.items if isinstance(declared, mt.TupleType) else []:
        literal = mt.get_proper_type(item)
        if isinstance(literal, mt.Instance) and literal.last_known_value is not None:
            literal = literal.last_known_value
        if not isinstance(literal, mt.LiteralType) or not isinstance(literal.value, str):
            return None
        names.append(literal.value)
    return names


class PatternParts(Trying):
    def require(self, condition: Operand, fail: ir.Block) -> None:
        """Go on where the condition holds."""
        if isinstance(condition, ir.BoolConst):
            if not condition.value:
                self.jump(fail)
            return
        go_on = self.new_block("matched")
        self.branch(condition, go_on, fail)
        self.begin(go_on)

    def seen_as(self, value: Value, type_: Type) -> Value:
        """The value as a type that a test has just established."""
        if type_ == value.type:
            return value
        if isinstance(type_, t.PrimT) and isinstance(value.type, t.PrimT):
            return self.coerce(value, type_)
        operand = self.box(value)
        return Value(self.unbox(operand, type_), type_)

    def narrowed_type(self, source: Type, info: n.TypeInfo) -> Type:
        """What a value of the source type is once it is known to be an instance of the class."""
        target = self.any_instance(info)
        found: list[Type] = []
        for part in source.items if isinstance(source, t.UnionT) else (source,):
            inst = self.world.class_of(part)
            if inst is not None and info in inst.info.mro:
                found.append(part)
            elif not isinstance(part, t.PrimT | t.NoneT) or self.world.is_subtype(target, part):
                found.append(self.derived_type(part, info))
        return t.union(found) if found else target

    def derived_type(self, base: Type, info: n.TypeInfo) -> Type:
        """The class with the type arguments that its being a `base` implies."""
        target = self.any_instance(info)
        variables = info.defn.type_vars
        if not variables or not isinstance(base, ClassT) or base.inst.info not in info.mro:
            return target
        declared = fill_typevars(info)
        if not isinstance(declared, mt.Instance) or self.args_unknown(base):
            return target
        wanted = {(v.id.raw_id, v.id.namespace) for v in variables}
        bound: t.Substitution = {}
        self.unify(map_instance_to_supertype(declared, base.inst.info), base, bound, wanted)
        if len(bound) != len(wanted):
            return target
        args = tuple(bound[v.id.raw_id, v.id.namespace] for v in variables)
        return ClassT(self.world.class_inst(info, args))

    # -- sequences ------------------------------------------------------------------------------

    def sequence_types(self, source: Type, count: int, star: bool) -> tuple[list[Type], bool]:
        """(the parts of the type that a sequence of `count` items may have, some value needs a test)."""
        sequence = self.world.info("typing.Sequence")
        parts: list[Type] = []
        test = False
        for part in source.items if isinstance(source, t.UnionT) else (source,):
            inst = self.world.class_of(part)
            if isinstance(part, t.TupleT):
                if len(part.items) == count or star and len(part.items) >= count:
                    parts.append(part)
                else:
                    test = True
            elif isinstance(part, t.ObjectT):
                parts.append(ClassT(self.world.class_inst(sequence, (OBJECT,))))
                test = True
            elif inst is None or isinstance(part, t.PrimT | t.NoneT):
                test = True
            elif sequence in inst.info.mro:
                if any(f"builtins.{name}" in {c.fullname for c in inst.info.mro} for name in TEXTS):
                    test = True
                    continue
                parts.append(part)
                test = test or self.holds_text(part)
            else:
                test = True
                below = self.world.subclasses.get(inst.info, [])
                if inst.info.is_protocol or any(sequence in info.mro for info in below):
                    element = self.element_type(part)
                    parts.append(ClassT(self.world.class_inst(sequence, (element,))))
        return parts, test

    def holds_text(self, type_: Type) -> bool:
        """A value of the type may be a str, bytes or bytearray."""
        return any(self.world.is_subtype(self.world.builtin_type(name), type_) for name in TEXTS)

    def is_sequence(self, value: Value, parts: list[Type]) -> Operand:
        sequence = ClassT(self.world.class_inst(self.world.info("typing.Sequence"), (OBJECT,)))
        boxed = self.box(value)
        exact = all(isinstance(part, t.TupleT) or not self.holds_text(part) for part in parts)
        if exact and all(isinstance(part, ClassT | t.TupleT) for part in parts):
            tuples = [ClassT(self.world.builtin("tuple", OBJECT))] * any(
                isinstance(part, t.TupleT) for part in parts
            )
            known = t.union([*tuples, *(part for part in parts if not isinstance(part, t.TupleT))])
            return self.is_instance(boxed, known)
        texts = t.union([self.world.builtin_type(name) for name in TEXTS])
        yes = self.is_instance(boxed, sequence)
        return self.prim(Rep.BOOL, "and", yes, self.negate(self.is_instance(boxed, texts)))

    def pattern_items(
        self, node: p.SequencePattern, value: Value, star: int, length: Operand | None
    ) -> Iterator[Value | None]:
        """A value for each sub-pattern that looks at one, taken when its turn comes where CPython does so."""
        count = len(node.patterns)
        place = place_of(node)
        starred = node.patterns[star] if star >= 0 else None
        names_star = isinstance(starred, p.StarredPattern) and starred.capture is not None
        if not names_star and all(is_wildcard(x) or isinstance(x, p.StarredPattern) for x in node.patterns):
            yield from [None] * count
            return
        if isinstance(value.type, t.TupleT):
            yield from self.tuple_pattern_items(node, value, star)
            return
        if starred is None and not self.is_indexed(value.type):
            yield from self.unpack_exact(value, count, place)
            return
        if names_star and not self.is_indexed(value.type):
            value = self.gathered(value, count - 1, place)
            length = self.coerce(self.invoke(value, "__len__", [], place, t.INT), t.INT, place).operand
        element = self.element_type(value.type)
        for index, item in enumerate(node.patterns):
            if isinstance(item, p.StarredPattern):
                after = count - index - 1
                yield self.star_items(item.capture, value, star, after, place) if item.capture else None
            elif is_wildcard(item):
                yield None
            else:
                position: Operand = ir.IntConst(index)
                if 0 <= star < index:
                    assert length is not None
                    if not self.is_indexed(value.type):  # CPython asks again
                        again = self.invoke(value, "__len__", [], place, t.INT)
                        length = self.coerce(again, t.INT, place).operand
                    back = Value(ir.IntConst(count - index), t.INT)
                    position = self.primitive_binary("-", Value(length, t.INT), back, place).operand
                found = self.invoke(value, "__getitem__", [Value(position, t.INT)], place, element)
                yield self.stable(found)

    def is_indexed(self, type_: Type) -> bool:
        """Taking items by index cannot be told from iterating: a built-in list or tuple."""
        return (
            isinstance(type_, ClassT)
            and type_.inst.info.fullname in ("builtins.list", "builtins.tuple")
            and not self.args_unknown(type_)
            and not self.has_subclasses(type_)
        )

    def gathered(self, value: Value, least: int, place: n.Expression) -> Value:
        """The items of any other sequence as a list, as CPython's UNPACK_EX takes them."""
        inst = self.list_inst(self.element_type(value.type))
        items = self.new_list(inst, [], place)
        self.invoke(items, "extend", [value], place, t.NONE)
        length = self.invoke(items, "__len__", [], place, t.INT)
        bad, ok = self.new_block("few"), self.new_block("enough")
        enough = self.primitive_compare(">=", length, Value(ir.IntConst(least), t.INT), place)
        self.branch(enough, ok, bad, likely=True)
        self.begin(bad)
        self.raise_runtime("errors.unpack_too_few_starred", [ir.IntConst(least), length.operand], place)
        self.begin(ok)
        return items

    def tuple_pattern_items(self, node: p.SequencePattern, value: Value, star: int) -> Iterator[Value | None]:
        assert isinstance(value.type, t.TupleT)
        size, count = len(value.type.items), len(node.patterns)
        after = count - star - 1
        for index, item in enumerate(node.patterns):
            if is_wildcard(item) or isinstance(item, p.StarredPattern) and item.capture is None:
                yield None
            elif isinstance(item, p.StarredPattern):
                assert item.capture is not None
                middle = [self.tuple_item(value, i) for i in range(star, size - after)]
                element = t.union([part.type for part in middle])
                inst = self.rest_list(item.capture, OBJECT if isinstance(element, t.NeverT) else element)
                yield self.stable(self.new_list(inst, middle, place_of(item)))
            else:
                position = index if star < 0 or index < star else size - (count - index)
                yield self.stable(self.tuple_item(value, position))

    def rest_list(self, capture: n.NameExpr, element: Type) -> ClassInst:
        """The list class for a starred name: the one its variable was declared with, where that fits."""
        declared = self.translate(capture.node.type) if isinstance(capture.node, n.Var) else OBJECT
        for part in declared.items if isinstance(declared, t.UnionT) else (declared,):
            if isinstance(part, ClassT) and part.inst.info.fullname == "builtins.list":
                if part.inst.args[0] == element or isinstance(declared, ClassT):
                    if element.rep is part.inst.args[0].rep or part.inst.args[0].rep is Rep.REF:
                        return part.inst
        return self.list_inst(element)

    def star_items(
        self, capture: n.NameExpr, value: Value, before: int, after: int, place: n.Expression
    ) -> Value:
        """`*name`: the items between the others, as a list."""
        stop = Value(ir.IntConst(-after), t.INT) if after else NONE_VALUE
        middle = self.make_slice([Value(ir.IntConst(before), t.INT), stop, NONE_VALUE], place)
        rest = self.invoke(value, "__getitem__", [middle], place, value.type)
        element = self.element_type(value.type)
        inst = self.rest_list(capture, element)
        if isinstance(rest.type, ClassT) and rest.type.inst is inst:
            return self.stable(rest)
        items = self.new_list(inst, [], place)
        self.invoke(items, "extend", [rest], place, t.NONE)
        return self.stable(items)

    # -- classes --------------------------------------------------------------------------------

    def pattern_class(self, node: p.ClassPattern) -> n.TypeInfo:
        found = node.class_ref.node
        if isinstance(found, n.TypeAlias):
            target = mt.get_proper_type(found.target)
            found = target.type if isinstance(target, mt.Instance) else None
        if not isinstance(found, n.TypeInfo):
            raise self.unsupported(
                node.class_ref, "a class pattern with a class that is held in a variable", "name the class"
            )
        return found

    def pattern_attribute(self, value: Value, name: str, node: p.ClassPattern, fail: ir.Block) -> Value:
        """An attribute of the subject; a missing one is no match."""
        return self.attribute_or(value, name, place_of(node), fail)

    # -- mappings -------------------------------------------------------------------------------

    def refuse_equal_keys(self, node: p.MappingPattern, keys: list[Value], place: n.Expression) -> None:
        """CPython raises ValueError for two equal keys, which only values with a name can be."""
        for index, key in enumerate(keys):
            for other, expression in zip(keys[:index], node.keys, strict=False):
                if isinstance(expression, n.MemberExpr) or isinstance(node.keys[index], n.MemberExpr):
                    bad, ok = self.new_block("duplicate"), self.new_block("distinct")
                    same = self.truth(self.compare("==", other, key, place), place)
                    self.branch(same, bad, ok, likely=False)
                    self.begin(bad)
                    self.raise_runtime("errors.duplicate_key", [self.box(key)], place)
                    self.begin(ok)

    def mapping_item(self, value: Value, key: Value, node: p.MappingPattern, fail: ir.Block) -> Value:
        """The value of a key; a missing key is no match."""
        place = place_of(node)
        inst = self.world.class_of(value.type)
        if inst is not None and self.is_plain_dict(value.type):
            held = inst.base(self.world.info("builtins.dict"))
            assert held is not None
            own = self.world.is_subtype(key.type, held.args[0])
            entry = self.invoke(value, "_entry_of" if own else "_find_object", [key], place, t.I64)
            self.require(self.prim(Rep.BOOL, "ge", entry.operand, ir.RawConst(0, Rep.I64)), fail)
            return self.stable(self.invoke(value, "_value_at", [entry], place, held.args[1]))
        mapping = self.world.info("typing.Mapping")
        based = inst.base(mapping) if inst is not None and mapping in inst.info.mro else None
        if based is not None and not t.contains_object(based.args[0]):
            if not self.world.is_subtype(key.type, based.args[0]):
                raise Refusal(
                    node,
                    "pattern-key",
                    f"the mapping has keys of type `{based.args[0]}`, and the pattern looks for `{key.type}`",
                    "use keys of the mapping's own type",
                )
        missing = self.missing_object()
        found = self.invoke(value, "get", [key, Value(missing, OBJECT)], place, OBJECT)
        boxed = self.box(found)
        self.require(self.prim(Rep.BOOL, "is_not", boxed, missing), fail)
        item = based.args[1] if based is not None else OBJECT
        if not isinstance(found.type, t.ObjectT | t.UnionT):
            return self.stable(found)
        return self.stable(self.coerce(Value(boxed, OBJECT), item, place))

    def is_plain_dict(self, type_: Type) -> bool:
        """A dict whose `get` is the built-in one."""
        if not isinstance(type_, ClassT) or self.args_unknown(type_):
            return False
        found = type_.inst.member("get")
        return (
            found is not None
            and found.owner.info.fullname == "builtins.dict"
            and not any("get" in sub.names for sub in self.world.subclasses.get(type_.inst.info, []))
        )

    def missing_object(self) -> Operand:
        """An object no program has."""
        inst = self.world.class_inst(self.world.info("mirage.runtime.errors.Missing"), ())
        self.world.instantiate(self.world.builtin("type"))
        return ir.TypeObject(inst.layout)

    def mapping_rest(self, value: Value, keys: list[Value], name: n.NameExpr, place: n.Expression) -> Value:
        """`**rest`: a new dict of the other items."""
        inst = self.world.class_of(value.type)
        declared = self.translate(name.node.type) if isinstance(name.node, n.Var) else OBJECT
        chosen = self.world.builtin("dict", OBJECT, OBJECT)
        for part in declared.items if isinstance(declared, t.UnionT) else (declared,):
            if isinstance(part, ClassT) and part.inst.info.fullname == "builtins.dict":
                chosen = part.inst
                break
        if inst is not None and inst.info.fullname == "builtins.dict" and isinstance(declared, t.UnionT):
            chosen = inst
        rest = self.stable(self.invoke_class(chosen, [], place))
        self.invoke(rest, "update", [value], place, t.NONE)
        for key in keys:
            self.invoke(rest, "_forget", [Value(self.box(key), OBJECT)], place, t.NONE)
        return rest
