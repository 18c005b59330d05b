"""Type checking: mypy over the application, the library and the typeshed of real code."""

from __future__ import annotations

import contextlib
import re
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

import mypy.build
from mypy.errors import CompileError as MypyFailure
from mypy.modulefinder import BuildSource
from mypy.nodes import Expression, FuncDef, MypyFile, Var
from mypy.options import Options
from mypy.types import Type

from mirage.compiler.codes import help_of, reason_of
from mirage.compiler.errors import CompileError, CompileErrors, source_line
from mirage.compiler.frontend.absent import MODULE_HOOK, explained
from mirage.compiler.frontend.bodies import Bodies, put_off
from mirage.compiler.frontend.captures import widen_captures
from mirage.compiler.frontend.checker_faults import reported
from mirage.compiler.frontend.described import Described, describe
from mirage.compiler.frontend.fed import add_fed
from mirage.compiler.frontend.overridden import find_overrides, widen_overridden
from mirage.compiler.frontend.partial import settle_partial
from mirage.compiler.frontend.receivers import widen_receivers
from mirage.compiler.frontend.reduced import widen_reduced
from mirage.compiler.frontend.sent import widen_sent
from mirage.compiler.frontend.swallowed import find_swallowed, widen_swallowed
from mirage.compiler.frontend.unannotated import Places, forgiven
from mirage.compiler.frontend.uncertain import widen_uncertain
from mirage.compiler.type_errors import kind_of

SOURCE = Path(__file__).resolve().parents[3]  # the folder that holds the package `mirage`
TYPESHED = SOURCE / "mirage" / "typeshed"
VIRTUAL_MACHINES = ("virtio", "xen")  # targets that stand on what is in `mirage.targets.pvh`
_MESSAGE = re.compile(
    r"^(?P<file>.*?)(?::(?P<line>\d+)(?::(?P<column>\d+)(?::(?P<el>\d+):(?P<ec>\d+))?)?)?: "
    r"(?P<kind>error|note): (?P<text>.*?)(?:  \[(?P<code>[\w-]+)\])?$"
)
_IMPORTED = re.compile(r"[Mm]odule (?:named )?[`\"](?P<module>[\w.]+)[`\"]")

NEWER = sys.version_info >= (3, 12)
_NEWER = "_SINCE_3_12"  # the same, as a constant of `typing`

MAIN = re.compile(r"__main__\d*")
SURROGATE = re.compile(rb"\\(?:u|U0000)[dD][89a-fA-F]")  # as an escape


def spoken(module: str) -> str:
    """A module's `__name__`: that of every program in an image of several is `__main__`."""
    return "__main__" if MAIN.fullmatch(module) else module


def main_modules(entry: Path, others: tuple[Path, ...]) -> dict[str, Path]:
    """What the programs of an image are called within the compiler: `__main__`, `__main__1`, ..."""
    return {"__main__": entry} | {f"__main__{i}": other for i, other in enumerate(others, 1)}


@dataclass
class Analysis:
    """The checked program; `mains` has the files that are scripts, by module (main_modules).

    errors   what the type checker found, in its order; a program with errors is lowered for its refusals only
    """

    trees: dict[str, MypyFile]
    types: dict[Expression, Type]  # in library functions only after `bodies.need`
    entry: Path
    bodies: Bodies
    mains: dict[str, Path]
    described: Described
    errors: list[CompileError] = field(default_factory=list)

    def is_library(self, tree: MypyFile) -> bool:
        return Path(tree.path).resolve().is_relative_to(SOURCE / "mirage")

    def display_path(self, tree: MypyFile) -> str:
        """As CPython's tracebacks name the file: the script as given, its modules by absolute path."""
        if tree.fullname in self.mains:
            return str(self.mains[tree.fullname])
        return str(Path(tree.path).resolve())


def options_for(entry: Path) -> Options:
    options = Options()
    options.preserve_asts = True
    options.export_types = True
    options.custom_typeshed_dir = str(TYPESHED)
    options.abs_custom_typeshed_dir = str(TYPESHED)
    options.incremental = False
    options.cache_dir = "/dev/null"
    # The language is 3.11's; type parameters (PEP 695) are read when the tool itself runs under 3.12.
    options.python_version = (3, 12) if NEWER else (3, 11)
    (options.always_true if NEWER else options.always_false).append(_NEWER)
    options.platform = "linux"
    options.mypy_path = [str(entry.resolve().parent), str(SOURCE)]
    options.namespace_packages = True
    options.explicit_package_bases = True
    options.check_untyped_defs = True
    options.strict_optional = True
    options.show_column_numbers = True
    options.show_error_end = True
    options.hide_error_codes = False
    options.raise_exceptions = True
    options.allow_redefinition = False
    options.local_partial_types = True
    options.no_site_packages = True
    # Modules have no __spec__ here.  Without this mypy puts every module off, waiting for ModuleSpec, and a
    # NamedTuple with methods for ever.
    options.per_module_options["importlib.machinery"] = {"follow_imports": "skip"}
    options.python_executable = None
    return options


def _alias(name: str, target: str, module: str) -> BuildSource:
    """`mirage.targets.<name>` as another name of the target's own module."""
    path = SOURCE / "mirage" / "targets" / f"{name}.py"
    return BuildSource(
        str(path), f"mirage.targets.{name}", f"from mirage.targets.{target}.{module} import *\n"
    )


def disk_roots_for(target: str) -> list[BuildSource]:
    """What `mirage.storage` stands on; a root only of programs that use it."""
    if target in VIRTUAL_MACHINES:
        return [_alias("current_disk", "pvh", "disk"), _alias("current_disks", target, "disks")]
    return [_alias("current_disk", target, "disk")]


def roots_for(target: str) -> list[BuildSource]:
    """Modules every image of the target starts from."""
    base = SOURCE / "mirage" / "targets" / target
    found = [
        _alias("current", target, "machine"),
        BuildSource(str(base / "start.py"), f"mirage.targets.{target}.start"),
        BuildSource(str(SOURCE / "mirage/typeshed/stdlib/types.py"), "types"),
    ]
    if target in VIRTUAL_MACHINES:
        found.append(_alias("current_console", target, "console"))
        found.append(_alias("current_card", target, "card"))
        found.append(_alias("current_net", "pvh", "net"))
    else:
        found.append(_alias("current_net", target, "net"))
    for name in ("memory", "errors", "bigint", "floats", "dynamic", "inplace", "calls", "frames"):
        found.append(BuildSource(str(SOURCE / "mirage/runtime" / f"{name}.py"), f"mirage.runtime.{name}"))
    return found


def analyse(entry: Path, target: str, others: tuple[Path, ...] = ()) -> Analysis:
    """Check the program, and `others` for the same image; raises CompileErrors where it cannot be read."""
    mains = main_modules(entry, others)
    wide = {name: str(path) for name, path in mains.items() if _needs_older_parser(path)}
    while True:
        analysis = _check(mains, target, wide)
        mine = [tree for tree in analysis.trees.values() if not analysis.is_library(tree)]
        more = {tree.fullname: tree.path for tree in mine if tree.fullname not in wide and _is_wide(tree)}
        if not more:
            break
        wide.update(more)
    errors = [error for tree in mine for error in _syntax_errors(tree, entry)]
    if errors:
        raise CompileErrors([*analysis.errors, *errors])
    for tree in mine:
        analysis.errors += _module_hooks(tree, entry)
    if not analysis.errors:
        _settle(analysis, mine)
    else:
        with contextlib.suppress(Exception):  # expressions without types; nothing is generated from the trees
            _settle(analysis, mine)
    return analysis


def _settle(analysis: Analysis, mine: list[MypyFile]) -> None:
    """Correct what mypy believes of the program and a run may show to be otherwise."""
    overrides = find_overrides(mine)
    swallowed = find_swallowed(mine, analysis.types)
    for tree in mine:
        widen_captures(tree)
        settle_partial(tree, analysis.types)
        widen_sent(tree, analysis.types)
        widen_receivers(tree, analysis.types)
        widen_overridden(tree, analysis.types, *overrides)
        widen_reduced(tree, analysis.types)
        widen_swallowed(tree, analysis.types, swallowed)
        widen_uncertain(tree, analysis.types)
    analysis.described = describe(mine, analysis.types)


def _module_hooks(tree: MypyFile, entry: Path) -> list[CompileError]:
    hook = tree.names.get("__getattr__")
    name = f"{tree.fullname}.__getattr__"
    if hook is None or not isinstance(hook.node, FuncDef) or hook.node.fullname != name:
        return []
    return [
        CompileError(
            MODULE_HOOK[0],
            "`__getattr__` of a module cannot be compiled",
            _named_as_given(tree.path, entry),
            hook.node.line,
            hook.node.column,
            reason=MODULE_HOOK[1],
            help=MODULE_HOOK[2],
        )
    ]


def _is_wide(tree: MypyFile) -> bool:
    return not MAIN.fullmatch(tree.fullname) and _needs_older_parser(Path(tree.path))


def _needs_older_parser(file: Path) -> bool:
    """The newer one makes U+FFFD of surrogates; columns behind text that is not ASCII are wrong."""
    text = file.read_bytes()
    return not text.isascii() or SURROGATE.search(text) is not None


def _check(
    mains: dict[str, Path],
    target: str,
    wide: dict[str, str],
    disks: bool | None = None,
    loose: Places | None = None,
) -> Analysis:
    """Run mypy once, or once more when the program turns out to use disks.

    wide    modules (and their files) to be read by mypy's older parser
    disks   `mirage.storage` is used; None: as the programs' texts have it
    loose   what to declare Any (see unannotated.py), because without it there were errors
    """
    entry = mains["__main__"]
    options = options_for(entry)
    texts = {name: path.read_text(encoding="utf-8") for name, path in mains.items()}
    if disks is None:
        disks = any("mirage.storage" in text for text in texts.values())
    sources = [BuildSource(str(mains[name]), name, text) for name, text in texts.items()]
    sources += roots_for(target)
    if len(mains) > 1:
        sources.append(BuildSource(str(SOURCE / "mirage/runtime/programs.py"), "mirage.runtime.programs"))
    if disks:
        sources += disk_roots_for(target)
    plugin = put_off(options, SOURCE / "mirage", TYPESHED / "stdlib", entry.resolve().parent, loose or {})
    for name, path in wide.items():
        options.per_module_options[name] = {"native_parser": False}
        if name not in mains:
            sources.append(BuildSource(path, name, Path(path).read_text(encoding="utf-8")))
    try:
        with reported():
            result = mypy.build.build(sources, options, extra_plugins=[plugin])
    except MypyFailure as failure:
        raise CompileErrors(_messages(failure.messages, entry)) from None
    if not disks and "mirage.targets.current_disk" in result.graph:
        return _check(mains, target, wide, True, loose)
    trees = {name: state.tree for name, state in result.graph.items() if state.tree is not None}
    constant = trees["typing"].names[_NEWER].node
    assert isinstance(constant, Var)
    constant.final_value = NEWER
    wanted = {file: set(names) for file, names in (loose or {}).items()}
    mine = [tree for tree in trees.values() if not Path(tree.path).is_relative_to(SOURCE / "mirage")]
    errors = forgiven(_messages(result.errors, entry), mine, wanted)
    for tree in mine:
        add_fed(tree, str(Path(tree.path).resolve()), result.types, wanted)
    if wanted != (loose or {}):
        return _check(mains, target, wide, disks, wanted)
    bodies = Bodies(result.manager, options, result.types)
    return Analysis(trees, result.types, entry, bodies, mains, Described(), errors)


def _syntax_errors(tree: MypyFile, entry: Path) -> list[CompileError]:
    """What CPython's compiler refuses and its parser, which mypy uses, does not."""
    try:
        compile(Path(tree.path).read_text(encoding="utf-8"), tree.path, "exec", dont_inherit=True)
    except SyntaxError as error:
        line, column = error.lineno or 1, (error.offset or 1) - 1
        end = (error.end_offset or 0) - 1 if error.end_lineno == line else -1
        return [
            CompileError(
                code="syntax",
                message=error.msg,
                file=_named_as_given(tree.path, entry),
                line=line,
                column=column,
                end_column=end,
                reason=reason_of("syntax"),
                help=help_of("syntax"),
            )
        ]
    return []


def _messages(lines: list[str], entry: Path) -> list[CompileError]:
    found: list[CompileError] = []
    for line in lines:
        match = _MESSAGE.match(line)
        if match is None:
            found.append(CompileError("type", line))
            continue
        if match["kind"] == "note":
            if found and not found[-1].help and not match["text"].startswith("See https://mypy."):
                found[-1] = replace(found[-1], help=match["text"])
            continue
        same_line = match["el"] is None or match["el"] == match["line"]
        found.append(
            CompileError(
                code=match["code"] or "type",
                message=match["text"],
                file=_named_as_given(match["file"], entry),
                line=int(match["line"] or 0),  # a few errors have no place, or a line alone
                column=int(match["column"] or 1) - 1,
                end_column=int(match["ec"]) if match["ec"] and same_line else -1,
            )
        )
    return [_completed(explained(error)) for error in found]


def _completed(error: CompileError) -> CompileError:
    """With a reason and a remedy, and with carets under all of a module's name."""
    kind = kind_of(error.code, error.message)
    reason, remedy = error.reason or kind.reason, error.help or kind.help
    column, end = error.column, error.end_column
    name = _IMPORTED.search(error.message)
    if name is not None and end <= column + 1:
        text = source_line(error.file, error.line) or ""
        column = max(text.find(name["module"]), 0) or column
        end = column + len(name["module"]) if name["module"] in text else end
    return replace(error, reason=reason, help=remedy, column=column, end_column=end)


def _named_as_given(file: str, entry: Path) -> str:
    """mypy shortens paths; the entry keeps the name the user gave it."""
    return str(entry) if Path(file).resolve() == entry.resolve() else file
