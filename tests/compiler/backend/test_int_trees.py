"""Which operations on ints are one expression; what they give is compared in tests/conformance/numbers."""

from __future__ import annotations

from backend_machine import Build, World

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.llvm.inttrees import LIMIT, find_trees


def _build() -> tuple[World, Build, ir.Function, list[ir.Reg]]:
    world = World()
    parameters = [ir.Reg(name, Rep.INT) for name in "abc"]
    build = world.build("expression", parameters, Rep.INT)
    slow = world.build("slow", [ir.Reg("x", Rep.INT), ir.Reg("y", Rep.INT)], Rep.INT)
    slow.end(ir.Return(slow.function.params[0]))
    return world, build, slow.function, parameters


def _names(build: Build) -> list[list[str]]:
    return [[op.name for op in members] for members in find_trees(build.function).values()]


def _moved(build: Build, source: ir.Operand, target: ir.Reg | None = None) -> ir.Reg:
    target = target or ir.Reg("copy", Rep.INT)
    build.add(ir.Move(target, source))
    return target


def test_an_expression_is_one_with_the_moves_between() -> None:
    _, build, slow, (a, b, c) = _build()
    product = build.int_op("mul", a, b, slow=slow)
    total = build.int_op("add", product, _moved(build, c), slow=slow)
    build.end(ir.Return(build.int_op("floordiv", total, ir.IntConst(7), slow=slow)))
    assert _names(build) == [["mul", "add", "floordiv"]]


def test_a_comparison_ends_an_expression_and_is_in_no_other() -> None:
    _, build, slow, (a, b, _) = _build()
    less = build.int_op("lt", build.int_op("add", a, b, slow=slow), a, slow=slow, rep=Rep.BOOL)
    other = ir.Reg("number", Rep.INT)
    build.add(ir.Move(other, less))
    build.end(ir.Return(build.int_op("add", other, b, slow=slow)))
    assert _names(build) == [["add", "lt"]]


def test_what_is_read_twice_is_made_before() -> None:
    _, build, slow, (a, b, _) = _build()
    total = build.int_op("add", a, b, slow=slow)
    build.end(ir.Return(build.int_op("mul", total, total, slow=slow)))
    assert _names(build) == []


def test_a_variable_assigned_between_is_not_read_later() -> None:
    _, build, slow, (a, b, c) = _build()
    product = build.int_op("mul", a, b, slow=slow)
    _moved(build, c, a)
    build.end(ir.Return(build.int_op("add", product, a, slow=slow)))
    assert _names(build) == []


def test_a_copy_made_again_each_time_round_a_loop_is_not_made_before_it_is_read() -> None:
    _, build, slow, (a, b, c) = _build()
    copy = ir.Reg("copy", Rep.INT)
    product = build.int_op("mul", copy, b, slow=slow)  # of the round before
    _moved(build, c, copy)
    build.end(ir.Return(build.int_op("add", product, a, slow=slow)))
    assert _names(build) == []


def test_calls_large_constants_and_other_blocks_divide_expressions() -> None:
    world, build, slow, (a, b, c) = _build()
    first = build.int_op("mul", a, b, slow=slow)
    called = build.call(slow, a, b)
    second = build.int_op("add", first, called, slow=slow)
    third = build.int_op("sub", second, ir.IntConst(1 << 70), slow=slow)
    fourth = build.int_op("xor", third, c, slow=slow)
    after = build.block("after")
    build.end(ir.Jump(after))
    build.at(after)
    build.end(ir.Return(build.int_op("add", fourth, a, slow=slow)))
    assert _names(build) == []


def test_a_long_expression_is_made_in_parts() -> None:
    _, build, slow, (a, b, _) = _build()
    total = a
    for _ in range(2 * LIMIT + 3):
        total = build.int_op("add", total, b, slow=slow)
    build.end(ir.Return(total))
    assert [len(names) for names in _names(build)] == [LIMIT, LIMIT, 3]
