"""What the passes find out, and what ends up in the object file."""

from __future__ import annotations

import io
from pathlib import Path

from backend_machine import SCRIPT, World, raw, run
from elftools.elf.elffile import ELFFile

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.link import link_image
from mirage.compiler.llvm.codegen import compile_program, run_passes


def test_only_what_may_raise_keeps_the_raising_convention() -> None:
    world = World()
    calm = world.build("calm", [], Rep.I64)
    calm.end(ir.Return(raw(1)))
    wild = world.build("wild", [], Rep.I64)
    world.raise_code(wild, 3)
    catching = world.build("catching", [], Rep.I64)
    caught = catching.block("caught")
    catching.handler = ir.Handler(caught, ir.Reg("error", Rep.REF))
    catching.end(ir.Return(catching.call(wild.function)))
    catching.at(caught)
    catching.end(ir.Return(raw(0)))
    unused = world.build("unused", [], Rep.I64)
    unused.end(ir.Return(raw(1)))
    main = world.build("main", [], Rep.I64)
    one = main.prim(Rep.I64, "add", main.call(calm.function), main.call(catching.function))
    main.end(ir.Return(one))
    world.start(main.function)
    program = world.program()
    run_passes(program)
    raising = {function.symbol: function.can_raise for function in program.functions}
    assert (raising["calm"], raising["wild"], raising["catching"], raising["main"]) == (
        False,
        True,
        False,
        False,
    )
    assert "unused" not in raising


def test_only_cycles_check_the_stack() -> None:
    world = World()
    even = world.build("even", [], Rep.I64)
    odd = world.build("odd", [], Rep.I64)
    even.end(ir.Return(even.call(odd.function)))
    odd.end(ir.Return(odd.call(even.function)))
    main = world.build("main", [], Rep.I64)
    main.end(ir.Return(main.call(even.function)))
    world.start(main.function)
    program = world.program()
    run_passes(program)
    checking = {function.symbol for function in program.functions if function.stack_check}
    assert checking == {"even", "odd"}


def test_what_is_always_inlined_leaves_the_check_to_the_others_of_its_cycle() -> None:
    world = World()
    even = world.build("even", [], Rep.I64)
    odd = world.build("odd", [], Rep.I64)
    odd.function.inline = ir.Inline.ALWAYS
    even.end(ir.Return(even.call(odd.function)))
    odd.end(ir.Return(odd.call(even.function)))
    ping = world.build("ping", [], Rep.I64)
    pong = world.build("pong", [], Rep.I64)
    ping.function.inline = pong.function.inline = ir.Inline.ALWAYS
    ping.end(ir.Return(ping.call(pong.function)))
    pong.end(ir.Return(pong.call(ping.function)))
    main = world.build("main", [], Rep.I64)
    total = main.prim(Rep.I64, "add", main.call(even.function), main.call(ping.function))
    main.end(ir.Return(total))
    world.start(main.function)
    program = world.program()
    run_passes(program)
    checking = {function.symbol for function in program.functions if function.stack_check}
    assert checking == {"even", "ping", "pong"}  # ping and pong have nobody else


def _image(world: World, folder: Path) -> ELFFile:
    compiled = compile_program(world.program())
    link_image(compiled.objects, SCRIPT.read_text(), folder / "image", entry="_start", strip=False)
    return ELFFile(io.BytesIO((folder / "image").read_bytes()))


def test_traced_globals_lie_between_the_root_symbols(tmp_path: Path) -> None:
    world = World()
    root = ir.Global("root", Rep.REF)
    other = ir.Global("other", Rep.INT)
    world.globals += [root, other]
    main = world.build("main", [], Rep.I64)
    main.add(ir.SetGlobal(root, ir.StrConst("x")))
    main.add(ir.SetGlobal(other, ir.IntConst(1 << 80)))
    place = ir.Reg("place", Rep.U64)
    main.add(ir.Move(place, ir.SymbolAddress("__gc_roots_start")))
    total = ir.Reg("total", Rep.I64)
    main.add(ir.Move(total, raw(0)))
    loop, body, end = main.block("loop"), main.block("body"), main.block("end")
    main.end(ir.Jump(loop))
    main.at(loop)
    inside = main.prim(Rep.BOOL, "lt", place, ir.SymbolAddress("__gc_roots_end"))
    main.end(ir.Branch(inside, body, end))
    main.at(body)
    word = ir.Reg("word", Rep.REF)
    main.add(ir.Load(word, place, volatile=True))
    number = main.prim(Rep.I64, "convert", main.prim(Rep.U32, "class_id", word))
    total_now = main.prim(Rep.I64, "shl", total, raw(4))
    main.add(ir.Move(total, main.prim(Rep.I64, "or", total_now, number)))
    main.add(ir.Move(place, main.prim(Rep.U64, "add", place, raw(8, Rep.U64))))
    main.end(ir.Jump(loop))
    main.at(end)
    read = ir.Reg("read", Rep.REF)
    main.add(ir.GetGlobal(read, root))
    main.add(ir.GetGlobal(ir.Reg("read2", Rep.INT), other))
    main.end(ir.Return(total))
    world.start(main.function)
    assert run(world, tmp_path) < 256  # it ends: no stray word was taken for an object


def test_lines_of_the_source_are_in_the_debug_sections(tmp_path: Path) -> None:
    world = World()
    main = world.build("main", [], Rep.I64, inline=ir.Inline.NEVER)
    main.function.file = "shop/cart.py"
    counter = ir.Global("counter", Rep.I64)
    world.globals.append(counter)
    value = ir.Reg("value", Rep.I64)
    main.add(ir.GetGlobal(value, counter, line=41))
    main.add(ir.SetGlobal(counter, main.prim(Rep.I64, "add", value, raw(1)), line=42))
    main.end(ir.Return(value))
    world.start(main.function)
    dwarf = _image(world, tmp_path).get_dwarf_info()
    lines = set()
    for unit in dwarf.iter_CUs():
        program = dwarf.line_program_for_CU(unit)
        assert program is not None
        lines |= {entry.state.line for entry in program.get_entries() if entry.state is not None}
    assert 41 in lines and 42 in lines


def test_the_same_program_gives_the_same_bytes() -> None:
    def build() -> list[bytes]:
        world = World()
        main = world.build("main", [], Rep.I64)
        main.end(ir.Return(raw(0)))
        world.start(main.function)
        return compile_program(world.program()).objects

    assert build() == build()
