"""`from a import f` while `a` is still being run, above the `def f` in it: ImportError on CPython.

    # a.py                          # b.py
    from b import g                 from a import f      <- the module a has no f yet
    def f(): ...                    def g(): ...

Functions and classes are there from the start in an image, so that such an import would work.  Here the
statements of the application's modules are followed in the order in which they run, from the entry on.
"""

from __future__ import annotations

from mypy import nodes as n
from mypy.util import correct_relative_import

from mirage.compiler.lower.world import Refusal, World


def report_cycles(world: World, entries: list[str]) -> None:
    """Report the imports that fail on CPython."""
    for entry in entries:
        _Run(world).module(entry)


class _Run:
    def __init__(self, world: World) -> None:
        self.world = world
        self.bound: dict[str, set[str]] = {}  # by module that has begun: the names it has by now
        self.ended: set[str] = set()

    def module(self, name: str) -> None:
        """Run a module and the packages it is in, unless they have begun already."""
        parent = name.rpartition(".")[0]
        if parent:
            self.module(parent)
        state = self.world.modules.get(name)
        if state is None or state.library or name in self.bound:
            return
        self.bound[name] = set()
        self.statements(name, state.tree.defs)
        self.ended.add(name)

    def statements(self, module: str, body: list[n.Statement]) -> None:
        for statement in body:
            self.statement(module, statement)

    def statement(self, module: str, node: n.Statement) -> None:
        bound = self.bound[module]
        if isinstance(node, n.ImportBase) and node.is_mypy_only:
            return  # below `if TYPE_CHECKING:`
        match node:
            case n.Import(ids=ids):
                for name, alias in ids:
                    self.module(name)
                    bound.add(alias or name.partition(".")[0])
            case n.ImportFrom():
                self.names(module, node)
            case n.ImportAll(id=name):
                self.module(self.absolute(module, node.relative, name))
                bound |= self.bound.get(self.absolute(module, node.relative, name), set())
            case n.IfStmt(body=bodies, else_body=rest):
                for body in [*bodies, *([rest] if rest is not None else [])]:
                    self.block(module, body)
            case n.TryStmt():
                for block in (node.body, *node.handlers, node.else_body, node.finally_body):
                    if block is not None:
                        self.block(module, block)
            case n.WithStmt(body=body) | n.WhileStmt(body=body) | n.ForStmt(body=body):
                self.block(module, body)
            case n.FuncDef() | n.ClassDef() | n.OverloadedFuncDef():
                bound.add(node.name)
            case n.Decorator(func=function):
                bound.add(function.name)

    def block(self, module: str, block: n.Block) -> None:
        if not block.is_unreachable:
            self.statements(module, block.body)

    def absolute(self, module: str, relative: int, name: str) -> str:
        tree = self.world.modules[module].tree
        return correct_relative_import(module, relative, name, tree.is_package_init_file())[0]

    def names(self, module: str, node: n.ImportFrom) -> None:
        home = self.absolute(module, node.relative, node.id)
        self.module(home)
        for name, alias in node.names:
            self.module(f"{home}.{name}")
            self.bound[module].add(alias or name)
            bound = self.bound.get(home)
            if bound is None or home in self.ended or name in bound:
                continue
            entry = self.world.modules[home].tree.names.get(name)
            found = entry.node if entry is not None else None
            if isinstance(found, n.FuncDef | n.ClassDef | n.OverloadedFuncDef | n.Decorator | n.TypeInfo):
                reason = f"`{name}` cannot be imported here: `{home}` is being run and has no `{name}` yet"
                help_ = f"import the module (`import {home}`), or import in the function that needs the name"
                self.world.report(module, Refusal(node, "unsupported", reason, help_))
