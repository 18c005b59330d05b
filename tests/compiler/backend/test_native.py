"""Hand-built IR, compiled, linked and run as Linux processes."""

from __future__ import annotations

from pathlib import Path

import pytest
from backend_machine import World, raw, run

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep


def test_a_constant_is_the_exit_code(tmp_path: Path) -> None:
    world = World()
    b = world.build("main", [], Rep.I64)
    b.end(ir.Return(raw(42)))
    world.start(b.function)
    assert run(world, tmp_path, strip=True) == 42
    assert (tmp_path / "image.debug").stat().st_size > (tmp_path / "image").stat().st_size


def _int_program(name: str, a: int, b: int, expected: int | None) -> World:
    """main: the operation on two words read from globals; 0 when right, 1 when not, 55 when slow."""
    world = World()
    left, right = ir.Global("left", Rep.INT, ir.IntConst(a)), ir.Global("right", Rep.INT, ir.IntConst(b))
    world.globals += [left, right]
    main = world.build("main", [], Rep.I64)
    x, y = ir.Reg("x", Rep.INT), ir.Reg("y", Rep.INT)
    main.add(ir.GetGlobal(x, left))
    main.add(ir.GetGlobal(y, right))
    args = [x] if name in ("neg", "invert") else [x, y]
    result = main.int_op(name, *args, slow=world.slow_unary if len(args) == 1 else world.slow)
    same = main.prim(
        Rep.BOOL,
        "eq",
        main.prim(Rep.U64, "int_bits", result),
        raw(2 * (expected or 0) + 1, Rep.U64),
    )
    good, bad = main.block("good"), main.block("bad")
    main.end(ir.Branch(same, good, bad))
    main.at(good)
    main.end(ir.Return(raw(0)))
    main.at(bad)
    main.end(ir.Return(raw(1)))
    world.start(main.function)
    return world


BIG = 1 << 61
CASES = [
    ("add", 3, 4, 7),
    ("add", -3, -4, -7),
    ("add", BIG, BIG, None),
    ("add", -BIG, -BIG, -2 * BIG),
    ("sub", 3, 4, -1),
    ("sub", -BIG, BIG, -2 * BIG),
    ("sub", -BIG - 1, BIG, None),
    ("mul", 7, -6, -42),
    ("mul", BIG, 2, None),
    ("mul", BIG, -2, -2 * BIG),
    ("and", -6, 11, -6 & 11),
    ("or", -6, 11, -6 | 11),
    ("xor", -6, 11, -6 ^ 11),
    ("floordiv", 7, 2, 3),
    ("floordiv", -7, 2, -4),
    ("floordiv", 7, -2, -4),
    ("floordiv", -8, 2, -4),
    ("floordiv", 7, 0, None),
    ("floordiv", 7, -1, None),
    ("mod", 7, 3, 1),
    ("mod", -7, 3, 2),
    ("mod", 7, -3, -2),
    ("mod", -6, 3, 0),
    ("mod", 7, 0, None),
    ("shl", 5, 3, 40),
    ("shl", -5, 3, -40),
    ("shl", 1, 61, 1 << 61),
    ("shl", 1, 62, None),
    ("shl", 2, 61, None),
    ("shl", 1, -1, None),
    ("shl", -1, 62, None),  # fits, but left to the slow path
    ("shr", 40, 3, 5),
    ("shr", -41, 3, -6),
    ("shr", -1, 63, -1),
    ("shr", 5, 63, 0),
    ("shr", 5, 64, None),
    ("shr", 5, -1, None),
    ("neg", 5, 0, -5),
    ("neg", -2 * BIG, 0, None),
    ("invert", 5, 0, -6),
    ("invert", -2 * BIG, 0, 2 * BIG - 1),
    ("add", 1 << 70, 1, None),
    ("and", 1, -(1 << 70), None),
]


@pytest.mark.parametrize(("name", "a", "b", "expected"), CASES)
def test_int_operations_are_inline_for_small_ints_and_slow_otherwise(
    tmp_path: Path, name: str, a: int, b: int, expected: int | None
) -> None:
    world = _int_program(name, a, b, expected)
    assert run(world, tmp_path) == (55 if expected is None else 0)


def test_error_is_caught_with_its_sites_noted(tmp_path: Path) -> None:
    world = World()
    inner = world.build("inner", [], Rep.INT)
    inner.site = ir.Site("a.py", 12, "inner", "raise", "")
    world.raise_code(inner, 5)
    outer = world.build("outer", [], Rep.INT)
    outer.site = ir.Site("a.py", 34, "outer", "inner()", "")
    outer.end(ir.Return(outer.call(inner.function)))
    main = world.build("main", [], Rep.I64)
    caught = main.block("caught")
    error = ir.Reg("error", Rep.REF)
    main.handler = ir.Handler(caught, error)
    main.call(outer.function)
    main.end(ir.Return(raw(1)))
    main.at(caught)
    main.handler = None
    notes = ir.Reg("notes", Rep.I64)
    main.add(ir.GetGlobal(notes, world.notes))
    main.end(ir.Return(main.prim(Rep.I64, "sub", notes, raw(1234 - 7))))
    world.start(main.function)
    assert run(world, tmp_path) == 7


def test_endless_recursion_raises(tmp_path: Path) -> None:
    world = World()
    deep = world.build("deep", [ir.Reg("n", Rep.I64)], Rep.I64)
    again = deep.call(deep.function, deep.prim(Rep.I64, "add", deep.function.params[0], raw(1)))
    deep.end(ir.Return(deep.prim(Rep.I64, "xor", again, raw(5))))
    main = world.build("main", [], Rep.I64)
    main.end(ir.Return(main.call(deep.function, raw(0))))
    world.start(main.function)
    assert run(world, tmp_path) == 77


def _counter(world: World, *, handle: bool = False) -> ir.Function:
    """def counter(n): i = 0; while i < n: got = yield i; i += 1 + (got is not None); return 100"""
    n = ir.Reg("n", Rep.I64)
    b = world.build("counter", [n], Rep.REF, kind=ir.Kind.GENERATOR)
    b.function.frame = world.cls("counter_frame", [], base=world.generator)
    b.function.qualname = "outer.counter"
    i, got = ir.Reg("i", Rep.I64), ir.Reg("got", Rep.REF)
    b.add(ir.Move(i, raw(0)))
    head, body, end, bump = (b.block(name) for name in ("head", "body", "end", "bump"))
    b.end(ir.Jump(head))
    b.at(head)
    b.end(ir.Branch(b.prim(Rep.BOOL, "lt", i, n), body, end))
    b.at(body)
    if handle:
        caught = b.block("caught")
        error = ir.Reg("error", Rep.REF)
        b.handler = ir.Handler(caught, error)
    boxed = b.prim(Rep.REF, "int_ref", b.prim(Rep.INT, "tag", i))
    b.add(ir.Yield(got, boxed))
    b.handler = None
    b.add(ir.Move(i, b.prim(Rep.I64, "add", i, raw(1))))
    b.end(ir.Branch(b.prim(Rep.BOOL, "is_not", got, ir.NoneConst()), bump, head))
    b.at(bump)
    b.add(ir.Move(i, b.prim(Rep.I64, "add", i, raw(1))))
    b.end(ir.Jump(head))
    if handle:
        b.at(caught)
        b.add(ir.Move(i, b.prim(Rep.I64, "add", i, raw(10))))
        b.end(ir.Jump(head))
    b.at(end)
    b.end(ir.Return(ir.IntConst(100, Rep.REF)))
    return b.function


def _drive(world: World, generator: ir.Function, sent: ir.Const, throw: bool) -> ir.Function:
    """main: the sum of what counter(20) yields when resumed with `sent`, plus its result."""
    main = world.build("main", [], Rep.I64)
    total = ir.Reg("total", Rep.I64)
    sending, thrown = ir.Reg("sending", Rep.REF), ir.Reg("thrown", Rep.REF)
    main.add(ir.Move(total, raw(0)))
    main.add(ir.Move(sending, ir.NoneConst()))
    main.add(ir.Move(thrown, ir.NoneConst()))
    gen = ir.Reg("gen", Rep.REF)
    main.add(ir.Move(gen, main.call(generator, raw(20))))
    loop, done, good, bad = (main.block(name) for name in ("loop", "done", "good", "bad"))
    main.end(ir.Jump(loop))
    main.at(loop)
    error = ir.Reg("error", Rep.REF)
    main.handler = ir.Handler(done, error)
    item = ir.Reg("item", Rep.REF)
    main.add(ir.Resume(item, gen, sending, thrown))
    main.handler = None
    value = main.prim(Rep.I64, "untag", main.prim(Rep.INT, "ref_int", item))
    main.add(ir.Move(total, main.prim(Rep.I64, "add", total, value)))
    main.add(ir.Move(sending, sent))
    if throw:
        made = ir.Reg("made", Rep.REF)
        main.add(ir.Alloc(made, world.exception))
        main.add(ir.SetField(made, world.exception, "code", ir.IntConst(66)))
        main.add(ir.Move(thrown, made))
    main.end(ir.Jump(loop))
    main.at(done)
    main.end(ir.Branch(main.prim(Rep.BOOL, "is", error, ir.StopSentinel()), good, bad))
    main.at(good)
    result = main.get(gen, world.generator, "_result", Rep.REF)
    number = main.prim(Rep.I64, "untag", main.prim(Rep.INT, "ref_int", result))
    main.end(ir.Return(main.prim(Rep.I64, "sub", main.prim(Rep.I64, "add", total, number), raw(100))))
    main.at(bad)
    main.end(ir.Raise(error))
    return main.function


def test_generator_yields_and_returns(tmp_path: Path) -> None:
    world = World()
    world.start(_drive(world, _counter(world), ir.NoneConst(), throw=False))
    assert run(world, tmp_path) == sum(range(20))


def test_generator_receives_what_is_sent(tmp_path: Path) -> None:
    world = World()
    world.start(_drive(world, _counter(world), ir.IntConst(1, Rep.REF), throw=False))
    assert run(world, tmp_path) == sum(range(0, 20, 2))


def test_exception_thrown_into_a_generator_leaves_it(tmp_path: Path) -> None:
    world = World()
    world.start(_drive(world, _counter(world), ir.NoneConst(), throw=True))
    assert run(world, tmp_path) == 66


def test_exception_thrown_into_a_generator_can_be_caught_there(tmp_path: Path) -> None:
    world = World()
    world.start(_drive(world, _counter(world, handle=True), ir.NoneConst(), throw=True))
    assert run(world, tmp_path) == 0 + 10


def test_isinstance_and_class_switch_know_small_ints_none_and_subclasses(tmp_path: Path) -> None:
    world = World()
    animal = world.cls("Animal", [ir.Field("a", Rep.U8)])
    dog = world.cls("Dog", [ir.Field("b", Rep.I64)], base=animal)
    world.cls("Other", [])
    main = world.build("main", [], Rep.I64)
    made = ir.Reg("made", Rep.REF)
    main.add(ir.Alloc(made, dog))
    bits = ir.Reg("bits", Rep.I64)
    main.add(ir.Move(bits, raw(0)))
    tests: list[tuple[ir.Operand, ir.Class, int]] = [
        (made, animal, 1),
        (made, world.int_, 0),
        (ir.IntConst(3, Rep.REF), world.int_, 1),
        (ir.BoolConst(True, Rep.REF), world.int_, 1),
        (ir.IntConst(3, Rep.REF), world.bool_, 0),
        (ir.NoneConst(), world.none, 1),
        (ir.StrConst("x"), world.str_, 1),
        (ir.StopSentinel(), world.exception, 1),
        (ir.FloatObject(0), world.object, 1),
    ]
    for obj, cls, expected in tests:
        found = ir.Reg("found", Rep.BOOL)
        main.add(ir.IsInstance(found, obj, ir.ClassSet([cls])))
        wrong = main.prim(Rep.BOOL, "ne", found, ir.BoolConst(bool(expected)))
        one = main.prim(Rep.I64, "convert", wrong)
        main.add(ir.Move(bits, main.prim(Rep.I64, "add", main.prim(Rep.I64, "shl", bits, raw(1)), one)))
    right, wrong_block = main.block("right"), main.block("wrong")
    main.end(ir.SwitchClass(made, [(animal, wrong_block), (dog, right)], wrong_block))
    main.at(right)
    main.end(ir.Return(bits))
    main.at(wrong_block)
    main.end(ir.Return(raw(111)))
    world.start(main.function)
    assert run(world, tmp_path) == 0


def test_vector_calls_pass_arguments_and_errors(tmp_path: Path) -> None:
    world = World()
    params = [ir.Reg("self", Rep.REF), ir.Reg("args", Rep.U64), ir.Reg("n", Rep.I64), ir.Reg("kw", Rep.REF)]
    code = world.build("second", params, Rep.REF)
    got = ir.Reg("got", Rep.REF)
    code.add(ir.Load(got, code.prim(Rep.U64, "add", params[1], raw(8, Rep.U64))))
    code.end(ir.Return(got))
    main = world.build("main", [], Rep.I64)
    function = ir.Reg("function", Rep.REF)
    main.add(ir.Move(function, ir.FunctionObject(code.function, ir.StrConst("second"))))
    address = main.get(function, world.function_, "_code", Rep.U64)
    result = ir.Reg("result", Rep.REF)
    call = ir.CallVector(
        result, address, function, [ir.NoneConst(), ir.IntConst(9, Rep.REF)], ir.NoneConst()
    )
    main.add(call)
    main.end(ir.Return(main.prim(Rep.I64, "untag", main.prim(Rep.INT, "ref_int", result))))
    world.start(main.function)
    assert run(world, tmp_path) == 9


def test_static_str_has_the_documented_layout(tmp_path: Path) -> None:
    world = World()
    main = world.build("main", [], Rep.I64)
    text = ir.Reg("text", Rep.REF)
    main.add(ir.Move(text, ir.StrConst("a\u20ac\"\\")))
    kind = main.get(text, world.str_, "_kind", Rep.I64)
    length = main.get(text, world.str_, "_length", Rep.I64)
    count = ir.Reg("count", Rep.I64)
    main.add(ir.TailCount(count, text))
    last = ir.Reg("last", Rep.U8)
    main.add(ir.GetTail(last, text, world.str_, raw(6)))
    total = main.prim(Rep.I64, "add", kind, main.prim(Rep.I64, "mul", length, raw(10)))
    total = main.prim(Rep.I64, "add", total, main.prim(Rep.I64, "mul", count, raw(3)))
    total = main.prim(Rep.I64, "add", total, main.prim(Rep.I64, "convert", last))
    main.end(ir.Return(main.prim(Rep.I64, "sub", total, raw(2 + 40 + 24 + ord("\\") - 3))))
    world.start(main.function)
    assert run(world, tmp_path) == 3


def test_word_division_floors_and_wide_shifts_are_defined(tmp_path: Path) -> None:
    world = World()
    source = ir.Global("source", Rep.I64, raw(-7))
    amount = ir.Global("amount", Rep.I64, raw(64))
    world.globals += [source, amount]
    main = world.build("main", [], Rep.I64)
    a, n = ir.Reg("a", Rep.I64), ir.Reg("n", Rep.I64)
    main.add(ir.GetGlobal(a, source))
    main.add(ir.GetGlobal(n, amount))
    quotient = main.prim(Rep.I64, "div", a, raw(2))  # -4
    rest = main.prim(Rep.I64, "mod", a, raw(2))  # 1
    left = main.prim(Rep.I64, "shl", a, n)  # 0
    right = main.prim(Rep.I64, "shr", a, n)  # -1
    total = main.prim(Rep.I64, "add", quotient, rest)
    total = main.prim(Rep.I64, "add", total, main.prim(Rep.I64, "add", left, right))
    main.end(ir.Return(main.prim(Rep.I64, "neg", total)))
    world.start(main.function)
    assert run(world, tmp_path) == 4
