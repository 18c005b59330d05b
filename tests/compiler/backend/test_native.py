"""Hand-built IR, compiled, linked and run as Linux processes."""

from __future__ import annotations

from pathlib import Path

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep

from backend_machine import World, raw, run


def test_a_constant_is_the_exit_code(tmp_path: Path) -> None:
    world = World()
    b = world.build("main", [], Rep.I64)
    b.end(ir.Return(raw(42)))
    world.start(b.function)
    assert run(world, tmp_path, strip=True) == 42
    assert (tmp_path / "image.debug").stat().st_size > (tmp_path / "image").stat().st_size
