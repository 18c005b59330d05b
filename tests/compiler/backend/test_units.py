"""Units: what is kept between builds, what a change compiles again, what a damaged store does."""

from __future__ import annotations

import sqlite3
import subprocess
from pathlib import Path

import pytest
from backend_machine import SCRIPT, World, raw

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.link import link_image
from mirage.compiler.llvm import clang
from mirage.compiler.llvm.codegen import CompiledObject, compile_program, run_passes
from mirage.compiler.llvm.module import Module
from mirage.compiler.llvm.store import ObjectStore


def _program(constant: int = 4, extra_class: bool = False) -> ir.Program:
    """main in app.py calls `left` of left.py and `right` of right.py; the result is 10 + `constant`."""
    world = World()
    if extra_class:  # before the others: it moves their numbers
        extra = ir.Class("Extra", "Extra", None, [], None, [world.object], repr_name="Extra")
        world.classes.insert(1, extra)
        extra.instantiated = True
    parts = []
    for name, value in (("left", 10), ("right", constant)):
        part = world.build(name, [], Rep.I64, inline=ir.Inline.NEVER, file=f"{name}.py", module=name)
        made = ir.Reg("made", Rep.REF)
        part.add(ir.Alloc(made, world.exception))
        is_exception = ir.Reg("is_exception", Rep.BOOL)
        part.add(ir.IsInstance(is_exception, made, ir.ClassSet([world.exception])))
        yes, no = part.block("yes"), part.block("no")
        part.end(ir.Branch(is_exception, yes, no))
        part.at(no)
        part.end(ir.Return(raw(0)))
        part.at(yes)
        part.end(ir.Return(raw(value)))
        parts.append(part.function)
    main = world.build("main", [], Rep.I64, file="app.py", module="app")
    total = main.prim(Rep.I64, "add", main.call(parts[0]), main.call(parts[1]))
    # called twice: a function called from one place would join its caller
    again = main.prim(Rep.I64, "add", main.call(parts[0]), main.call(parts[1]))
    main.end(ir.Return(main.prim(Rep.I64, "sub", main.prim(Rep.I64, "add", total, total), again)))
    world.start(main.function)
    return world.program()


def _exit_code(compiled: CompiledObject, folder: Path) -> int:
    image = folder / "image"
    link_image(compiled.objects, SCRIPT.read_text(), image, entry="_start", strip=True)
    return subprocess.run([image], check=False, timeout=20).returncode


@pytest.fixture(autouse=True)
def _own_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MIRAGE_UNITS", raising=False)


def test_the_second_build_of_a_program_compiles_nothing(tmp_path: Path) -> None:
    first = compile_program(_program(), cache=tmp_path)
    second = compile_program(_program(), cache=tmp_path)
    assert first.compiled == len(first.objects) > 3
    assert second.compiled == 0 and second.objects == first.objects
    assert _exit_code(second, tmp_path) == 14


def test_a_change_in_one_module_compiles_its_unit_alone(tmp_path: Path) -> None:
    compile_program(_program(4), cache=tmp_path)
    changed = compile_program(_program(5), cache=tmp_path)
    assert changed.compiled == 1
    assert _exit_code(changed, tmp_path) == 15


def test_other_class_numbers_change_no_code(tmp_path: Path) -> None:
    compile_program(_program(), cache=tmp_path)
    renumbered = compile_program(_program(extra_class=True), cache=tmp_path)
    assert renumbered.compiled == 1, "the class table"
    assert _exit_code(renumbered, tmp_path) == 14


def test_a_damaged_store_is_thrown_away(tmp_path: Path) -> None:
    compile_program(_program(), cache=tmp_path)
    (tmp_path / "units.sqlite").write_bytes(b"not a database" * 100)
    for suffix in ("-wal", "-shm"):
        (tmp_path / f"units.sqlite{suffix}").unlink(missing_ok=True)
    again = compile_program(_program(), cache=tmp_path)
    assert again.compiled == len(again.objects)
    assert compile_program(_program(), cache=tmp_path).compiled <= len(again.objects)
    assert compile_program(_program(), cache=tmp_path).compiled == 0
    assert _exit_code(again, tmp_path) == 14


def test_a_store_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    compiled = compile_program(_program(), cache=tmp_path / "file" / "below")
    assert compiled.compiled == len(compiled.objects)


def test_the_store_forgets_what_was_used_longest_ago(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = ObjectStore(tmp_path)
    store.keep({f"old{n}": bytes([n]) * 10 for n in range(8)})
    with sqlite3.connect(tmp_path / "units.sqlite") as connection:
        connection.execute("update objects set used = 1")
    monkeypatch.setattr("mirage.compiler.llvm.store.LIMIT", 1)
    store.keep({"new": b"new"})
    found = store.find([*(f"old{n}" for n in range(8)), "new"])
    assert found["new"] == b"new" and len(found) == 5


def test_processes_compile_what_one_process_compiles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIRAGE_JOBS", "1")
    alone = compile_program(_program())
    monkeypatch.setattr(clang, "_BATCH", 1)  # every module in a process of its own
    monkeypatch.setattr(clang, "_LEAST", 1)
    monkeypatch.setenv("MIRAGE_JOBS", "3")
    assert compile_program(_program()).objects == alone.objects


@pytest.mark.parametrize("opt", [0, 2])
def test_what_llvm_refuses_is_reported(opt: int) -> None:
    parts = [clang.Part(lambda: "nonsense", 8), clang.Part(lambda: "nonsense", 8, allocates=True)]
    for chosen in ([parts[0]], parts):
        with pytest.raises(RuntimeError, match="expected top-level entity"):
            clang.compile_all(chosen, opt, 'target triple = "x86_64-unknown-none-elf"', jobs=2)


def test_modules_are_verified_where_they_are_not_optimised() -> None:
    text = "define i64 @f() {\n  br label %b\nb:\n  %c = add i64 %d, 1\n  %d = add i64 %c, 1\n  ret i64 %d\n}"
    with pytest.raises(RuntimeError, match="does not dominate"):
        clang.emit_object(text, opt=0)


@pytest.mark.parametrize(
    "script, error, message",
    [
        ("kill -9 $$", RuntimeError, "ended by signal 9"),
        ("echo 'LLVM ERROR: IO failure: No space left on device' >&2; exit 1", OSError, "No space left"),
        (None, clang.ToolchainError, "cannot be started"),
    ],
)
def test_what_befalls_a_process_is_reported_as_what_it_is(
    script: str | None, error: type[Exception], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    zig = tmp_path / "zig"
    if script is not None:
        zig.write_text(f"#!/bin/sh\n{script}\n")
        zig.chmod(0o755)
    monkeypatch.setattr(clang, "zig", lambda: str(zig))
    with pytest.raises(error, match=message):
        clang.emit_object("", opt=0)


def test_functions_of_equal_text_are_one(tmp_path: Path) -> None:
    world = World()
    leaves = []
    for name in ("first_leaf", "second_leaf"):
        leaf = world.build(name, [], Rep.I64, inline=ir.Inline.NEVER, file="leaves.py", module="leaves")
        leaf.end(ir.Return(raw(7)))
        leaves.append(leaf.function)
    callers = []
    for name, callee, more in (("one", 0, 1), ("other", 1, 1), ("unlike", 1, 2)):
        caller = world.build(name, [], Rep.I64, inline=ir.Inline.NEVER, file="callers.py", module="callers")
        called = caller.call(leaves[callee])
        caller.end(ir.Return(caller.prim(Rep.I64, "add", called, raw(more))))
        callers.append(caller.function)
    main = world.build("main", [], Rep.I64, file="app.py", module="app")
    total = main.call(callers[0])
    for caller in callers[1:]:
        total = main.prim(Rep.I64, "add", total, main.call(caller))
    main.end(ir.Return(total))
    world.start(main.function)
    program = world.program()
    run_passes(program)
    module = Module(program, debug=True)
    module.fold()
    assert {one.symbol: other.symbol for one, other in module.same.items()} == {
        "second_leaf": "first_leaf",
        "other": "one",
    }
    assert "second_leaf" not in module.text()
    assert _exit_code(compile_program(program), tmp_path) == 8 + 8 + 9
