"""Library functions are checked when reached, and then as if the whole library had been."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import mypy.build
import pytest
from mypy import nodes as n
from mypy.modulefinder import BuildSource
from mypy.types import Type

from mirage.compiler.frontend.analysis import analyse, options_for, roots_for
from mirage.compiler.frontend.index import index_trees
from mirage.compiler.frontend.walk import children

MODULES = ("builtins", "contextlib", "mirage.runtime.memory", "mirage.net.tcp.receiving", "asyncio.streams")


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("bodies") / "app.py"
    file.write_text(
        "import asyncio\nimport contextlib\nprint(asyncio.run(asyncio.sleep(0, len('a'))), contextlib)\n",
        encoding="utf-8",
    )
    return file


def outermost(tree: n.MypyFile) -> list[n.FuncDef]:
    roots = index_trees([tree]).roots
    return [node for node in roots if isinstance(node, n.FuncDef) and roots[node] is node]


def expressions(node: n.Node) -> Iterator[n.Expression]:
    for child in children(node):
        if isinstance(child, n.Expression):
            yield child
        yield from expressions(child)


def described(tree: n.MypyFile, types: dict[n.Expression, Type]) -> dict[tuple[int, int, str], str]:
    """The type, by place and kind, of every expression of the module's functions that has one."""
    return {
        (e.line, e.column, type(e).__name__): str(types[e])
        for function in outermost(tree)
        for e in expressions(function)
        if e in types
    }


def test_bodies_have_the_types_they_have_in_a_whole_check(program: Path) -> None:
    text = program.read_text(encoding="utf-8")
    sources = [BuildSource(str(program), "__main__", text), *roots_for("virtio")]
    whole = mypy.build.build(sources, options_for(program))
    assert whole.errors == []
    lazily = analyse(program, "virtio")
    for name in set(MODULES) & set(lazily.trees):
        tree, expected = lazily.trees[name], whole.graph[name].tree
        assert expected is not None
        for function in outermost(tree):
            lazily.bodies.need(function, tree)
        found, wanted = described(tree, lazily.types), described(expected, whole.types)
        assert {place: found.get(place) for place in wanted} == wanted
    assert {"builtins", "asyncio.streams"} <= set(lazily.trees)


def test_what_is_not_reached_is_not_checked(program: Path) -> None:
    analysis = analyse(program, "linux")
    tree = analysis.trees["contextlib"]
    assert sum(len(function.body.body) for function in outermost(tree)) > 100, "bodies are parsed"
    before = len(described(tree, analysis.types))
    for function in outermost(tree):
        analysis.bodies.need(function, tree)
    assert len(described(tree, analysis.types)) > 3 * before
    main = analysis.trees["__main__"]
    assert any(isinstance(e, n.CallExpr) and e in analysis.types for e in expressions(main))
