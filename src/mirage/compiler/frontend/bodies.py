"""Functions of the library, type checked when they are reached.

A program reaches a small part of the library, and checking all of it costs half of what mypy does.  So
mypy is told that nobody asks for errors in library modules, nor for their trees; it then checks their
interfaces only (signatures, classes, what modules and methods define).  A body is checked when its
function is lowered.  tests/compiler/test_library_types.py checks all of it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from mypy.build import PRI_HIGH, BuildManager
from mypy.checker import DeferredNode, TypeChecker
from mypy.checker_state import checker_state
from mypy.nodes import FUNC_NO_INFO, Expression, FuncDef, MypyFile
from mypy.options import Options
from mypy.plugin import FunctionContext, MethodContext, Plugin
from mypy.plugins.default import DefaultPlugin
from mypy.state import state
from mypy.types import Type

from mirage.compiler.frontend.fallbacks import give_way
from mirage.compiler.frontend.moved_names import import_from_new_places, moved_from
from mirage.compiler.frontend.private_names import tell_apart
from mirage.compiler.frontend.unannotated import Places, declare
from mirage.compiler.frontend.unknown import hook_for


class _Plugin(Plugin):
    """Corrects the types of some calls (see unknown.py), and tells mypy that nobody wants the trees of
    modules without errors, once all of them are read.  Tells private names apart then (see private_names.py).

    Told of the trees before, its parser would leave the bodies out.  Every module is parsed before the first
    class is analysed, and classes are analysed before functions are checked.
    """

    _told = False

    def __init__(self, options: Options, library: Path, loose: Places) -> None:
        super().__init__(options)
        self._loose = loose
        self._library = str(library)
        self._own = DefaultPlugin(options)  # asked first: mypy takes the first hook it is given

    def get_additional_deps(self, file: MypyFile) -> list[tuple[int, str, int]]:
        return [(PRI_HIGH, name, -1) for name in moved_from(file)] if self._is_own(file) else []

    def get_base_class_hook(self, fullname: str) -> None:
        if not self._told:
            self._told = True
            for name, options in (self.options._per_module_cache or {}).items():
                if name in self.options.per_module_options and options.ignore_errors:
                    options.preserve_asts = False
            own = [tree for tree in (self._modules or {}).values() if self._is_own(tree)]
            for tree in own:
                import_from_new_places(tree)
                declare(tree, self._loose)
                give_way(tree, self._modules or ())
            tell_apart(own)

    def _is_own(self, tree: MypyFile) -> bool:
        """A module of the application."""
        return not str(Path(tree.path).absolute()).startswith(self._library)

    def get_function_hook(self, fullname: str) -> Callable[[FunctionContext], Type] | None:
        return self._own.get_function_hook(fullname) or hook_for(fullname)

    def get_method_hook(self, fullname: str) -> Callable[[MethodContext], Type] | None:
        return self._own.get_method_hook(fullname) or hook_for(fullname)


def put_off(
    options: Options, library: Path, typeshed: Path, application: Path, loose: Places
) -> Plugin:
    """Have bodies of library modules left alone by mypy; the plugin takes part in its build.

    library      the folder of the package `mirage`
    typeshed     the folder of the standard library's modules
    application  the program's folder: its modules stand before the library's
    loose        what to declare Any
    """
    names = {path.stem for path in typeshed.iterdir() if path.name != "VERSIONS"} | {library.name}
    for name in names:
        if not (application / name).exists() and not (application / f"{name}.py").exists():
            options.per_module_options[f"{name}.*"] = {"ignore_errors": True}
    return _Plugin(options, library, loose)


class Bodies:
    """Checks bodies one by one, after mypy's build, and adds the types of their expressions.

    types   what the build found; grows
    """

    def __init__(self, manager: BuildManager, options: Options, types: dict[Expression, Type]) -> None:
        self._manager = manager
        self._options = options
        self._types = types
        self._checkers: dict[str, TypeChecker | None] = {}
        self._done: set[FuncDef] = set()
        manager.errors.ignored_files.clear()

    def need(self, function: FuncDef, tree: MypyFile) -> None:
        """The types of everything in this function of this module will be asked for."""
        if function in self._done:
            return
        self._done.add(function)
        checker = self._checker(tree)
        if checker is None:
            return
        info = function.info if function.info is not FUNC_NO_INFO else None
        checker.pass_num = 0
        checker.check_second_pass([DeferredNode(function, info)], impl_only=True)
        while checker.deferred_nodes:
            checker.check_second_pass(impl_only=True)
        if any(argument.initializer is not None for argument in function.arguments):
            with (
                state.strict_optional_set(self._options.strict_optional),
                checker_state.set(checker),
                checker.tscope.module_scope(tree.fullname),
                checker.binder.top_frame_context(),
            ):
                checker.check_default_params(function)
        found = checker._type_maps[0]
        self._types.update(found)
        found.clear()

    def _checker(self, tree: MypyFile) -> TypeChecker | None:
        """The module's checker; None for a module the build checked whole."""
        if tree.fullname not in self._checkers:
            per_module: Any = self._options.clone_for_module(tree.fullname)
            self._checkers[tree.fullname] = (
                TypeChecker(
                    self._manager.errors,
                    self._manager.modules,
                    self._options,
                    tree,
                    tree.path,
                    self._manager.plugin,
                    {},
                )
                if per_module.ignore_errors
                else None
            )
        return self._checkers[tree.fullname]
