"""The printer and the verifier."""

from __future__ import annotations

import pytest
from backend_machine import World, raw

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.ir.printer import print_function, print_program
from mirage.compiler.ir.verify import InvalidIR, verify_program


def test_a_function_prints_as_one_reads_it() -> None:
    world = World()
    b = world.build("twice", [ir.Reg("n", Rep.I64)], Rep.I64)
    b.end(ir.Return(b.prim(Rep.I64, "add", b.function.params[0], raw(1))))
    assert print_function(b.function) == (
        "def twice(n: i64) -> i64        # test.py:1\n  entry:\n    add: i64 = add n, i64(1)\n    return add"
    )


def test_the_hand_made_world_is_valid_and_prints() -> None:
    world = World()
    program = world.program()
    verify_program(program)
    assert "def allocate(size: u64) -> u64" in print_program(program)


def test_wrong_representations_and_missing_terminators_are_named() -> None:
    world = World()
    b = world.build("bad", [], Rep.I64)
    b.add(ir.Move(ir.Reg("x", Rep.REF), raw(1)))
    with pytest.raises(InvalidIR) as caught:
        verify_program(world.program())
    assert caught.value.place == ("test.py", 1)
    faults = str(caught.value)
    assert "move: i64(1) is i64, not ref" in faults
    assert "bad, block entry: it has no terminator" in faults
