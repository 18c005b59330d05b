"""The pages `docs/supported/<module>.md`: what our standard library has, beside mypy's typeshed.

python tools/supported.py            # writes the pages
python tools/supported.py --check    # 1 when a page is not what would be written
"""

from __future__ import annotations

import ast
import fnmatch
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import mypy

sys.path.insert(0, str(Path(__file__).resolve().parent))

from typeshed import Entity, Library, Scope, Signature  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "supported"
OURS = Library(ROOT / "src" / "mirage" / "typeshed" / "stdlib", (ROOT / "src",))
THEIRS = Library(Path(mypy.__file__).parent / "typeshed" / "stdlib")
NOTES = {
    "asyncio": "Ctrl-C raises `KeyboardInterrupt` where the loop waits.",
    "builtins": "`open`, `eval`, `exec`, `compile`, `globals` and their kin are there to be refused with a "
    "reason: see [what is refused](../errors/README.md). Sets of strings have another order than CPython's.",
    "sys": "`version_info` and `platform` describe the target. How deep recursion goes depends on the stack.",
    "traceback": "Frames of the standard library are left out.",
}
INTERNAL = {"gc", "typing_extensions"}  # written for the compiler's own needs; no pages
NOT_YET = "not written yet"
OBJECT_NAMES = ("self", "a", "b", "x1", "x2")  # what typeshed calls the object of a method

# Why a name is missing, by pattern; the first that fits counts.
REASONS = [
    ("asyncio.*ubprocess*", "an image runs no other programs"),
    ("asyncio.*hild*atcher*", "an image runs no other programs"),
    ("asyncio.to_thread", "an image has one thread"),
    ("asyncio.*threadsafe*", "an image has one thread"),
    ("asyncio.*_unix_*", "an image has no file system, and so no sockets in it"),
    ("asyncio.*pipe*", "an image has no pipes"),
    ("asyncio.*Pipe*", "an image has no pipes"),
    ("asyncio.*olicy*", "there is one event loop, the target's"),
    ("asyncio.coroutine*", "removed in Python 3.11"),
    ("builtins.WindowsError", "not on linux"),
    ("builtins.copyright", "texts of the interactive interpreter"),
    ("builtins.credits", "texts of the interactive interpreter"),
    ("builtins.license", "texts of the interactive interpreter"),
    ("builtins.*", "the image needs no such object, or it is not written yet"),
    ("codecs.*error*", "error handlers are those that the encodings know"),
    ("codecs.*register", "encodings are those of the image"),
    ("codecs.open", "an image has no file system"),
    ("inspect.is*", NOT_YET),
    ("inspect.getmro", "write `C.__mro__`"),
    ("inspect.*state", "generators and coroutines do not tell where they are"),
    ("inspect.*locals", "there are no frame objects"),
    ("inspect.*", "sources, frames and members are not kept at run time"),
    ("io.*", "an image has no file system"),
    ("logging.FileHandler", "an image has no file system"),
    ("sys.*trace*", "there is no interpreter to trace"),
    ("sys.*profile*", "there is no interpreter to trace"),
    ("sys.path*", "modules are linked at build time"),
    ("sys.meta_path", "modules are linked at build time"),
    ("sys.modules", "modules are linked at build time"),
    ("sys.*prefix", "an image has no file system"),
    ("sys._*", "a part of CPython's own implementation"),
    ("sys.*refcount*", "memory is collected, not counted"),
    ("sys.*dlopen*", "there are no shared libraries"),
    ("sys.*thread*", "an image has one thread"),
    ("sys.ps?", "there is no interactive interpreter"),
    ("sys.*hook*", "there is no interpreter to hook into"),
    ("time.tzset", "an image has no time zone files"),
    ("types.CodeType", "there is no byte code"),
    ("types.FrameType", "there are no frame objects"),
    ("types.CellType", "there are no cell objects"),
    ("*.__getattr__", NOT_YET),
]


@dataclass(frozen=True)
class Difference:
    """A name that takes other calls than typeshed says.

    lacks   parameters that are missing here
    more    parameters or names that only we have: programs that use them are no CPython programs
    """

    name: str
    lacks: tuple[str, ...]
    more: tuple[str, ...]


def named(signatures: list[Signature]) -> dict[str, str]:
    """Parameters that a call can give: by name with the kind, and how many by position at most."""
    found: dict[str, str] = {}
    for signature in signatures:
        for parameter in signature.parameters:
            if parameter.kind in ".k" or parameter.kind in ("*", "**"):
                key = {"*": "*args", "**": "**kwargs"}.get(parameter.kind, parameter.name)
                found[key] = parameter.kind
    return found


def positions(signatures: list[Signature]) -> int:
    """How many arguments a call can give by position, stars aside."""
    return max(sum(p.kind in "/." for p in s.parameters) for s in signatures)


def differences(name: str, ours: Entity, theirs: Entity) -> list[Difference]:
    """Where the two take other calls; members of classes too."""
    if ours.kind == theirs.kind == "class":
        found = []
        for key, member in ours.members.items():
            if (
                key in theirs.members
                and is_public(key)
                and key not in ("__init_subclass__", "__class_getitem__")
            ):
                found += differences(f"{name}.{key}", member, theirs.members[key])
        return found
    if not ours.signatures or not theirs.signatures:
        return []
    if "property" in (ours.signatures[0].decoration, theirs.signatures[0].decoration):
        return []
    mine, wanted = named(ours.signatures), named(theirs.signatures)
    lacks = [key for key in wanted if key not in mine]
    more = [
        key
        for key in mine
        if key not in wanted and "**kwargs" not in wanted and not ("*args" in wanted and mine[key] == ".")
    ]
    if "*args" not in wanted and positions(ours.signatures) > positions(theirs.signatures):
        more.append(f"{positions(ours.signatures)} positions")
    if "*args" not in mine and positions(ours.signatures) < positions(theirs.signatures) and not lacks:
        lacks.append(f"{positions(theirs.signatures)} positions")
    return [Difference(name, tuple(lacks), tuple(more))] if lacks or more else []


@dataclass(frozen=True)
class OtherTypes:
    """A function whose types are spelled otherwise: ours, and those of typeshed that are not among them."""

    name: str
    ours: tuple[str, ...]
    theirs: tuple[str, ...]


def other_types(name: str, ours: Entity, theirs: Entity, owner: str = "") -> list[OtherTypes]:
    """Where typeshed has a signature that is none of ours; members of classes too.

    We may have more: overloads that are faster for some types.  Types are compared as they are spelled, but
    for modules, quotes, the order of unions, Self, literal strings and Any that is not written.
    """
    if ours.kind == theirs.kind == "class":
        found = []
        for key, member in ours.members.items():
            if key in theirs.members and is_public(key):
                inner = name.rpartition(".")[2]
                found += other_types(f"{name}.{key}", member, theirs.members[key], inner)
        return found
    if not ours.signatures or not theirs.signatures:
        return []
    mine, wanted = typed(ours.signatures, owner), typed(theirs.signatures, owner)
    if wanted <= mine:
        return []
    return [OtherTypes(name, tuple(sorted(mine)), tuple(sorted(wanted - mine)))]


def typed(signatures: list[Signature], owner: str) -> set[str]:
    """The signatures with their types, in one spelling; `owner` is the class they belong to."""
    found = set()
    for signature in signatures:
        parameters = list(signature.parameters)
        if owner and parameters and not parameters[0].type and parameters[0].name in OBJECT_NAMES:
            del parameters[0]
        types = [(p.kind if p.kind in ("*", "**") else "") + (p.type or "Any") for p in parameters]
        text = f"({', '.join(types)}) -> {signature.result or 'Any'}"
        if owner:
            text = re.sub(rf"\bSelf\b|\b{owner}\[[^\[\]]*\]", owner, text)
        if "LiteralString" not in text:
            found.add(text)
    return found


def is_public(name: str) -> bool:
    return not name.startswith("_") or (name.startswith("__") and name.endswith("__"))


def public(scope: Scope) -> dict[str, Entity]:
    return {name: entity for name, entity in scope.items() if is_public(name)}


def modules() -> list[str]:
    """The modules that have pages: of those typeshed knows."""
    return [m for m in OURS.names() if m.split(".")[0] not in INTERNAL and THEIRS.file(m) is not None]


def reason(name: str) -> str:
    return next((why for pattern, why in REASONS if fnmatch.fnmatchcase(name, pattern)), NOT_YET)


def page(module: str) -> str:
    """The text of a module's page."""
    ours, theirs = public(OURS.module(module)), public(THEIRS.module(module))
    path = OURS.file(module)
    assert path is not None
    summary = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").partition("\n\n")[0]
    lines = [f"# `{module}`", "", "*Written by tools/supported.py.*", ""]
    lines += [summary.replace("\n", " "), ""] if summary else []
    there = [name for name in sorted(ours) if name in theirs]
    missing = [name for name in sorted(theirs) if name not in ours]
    lines += [NOTES[module], ""] if module in NOTES else []
    lines += [f"{len(there)} of the {len(theirs)} names that typeshed lists for Python 3.11 on linux.", ""]
    callables = [name for name in there if ours[name].kind != "value"]
    if callables:
        lines += ["## There", ""]
    for name in callables:
        lines.append(_entry(name, ours[name]))
    values = [name for name in there if ours[name].kind == "value"]
    if values:
        lines += ["", "Also " + ", ".join(f"`{name}`" for name in values) + "."]
    found = [d for name in there for d in differences(name, ours[name], theirs[name])]
    if any(d.lacks for d in found):
        lines += ["", "## Without these parameters", ""]
        lines += [f"- `{d.name}`: " + ", ".join(f"`{p}`" for p in d.lacks) for d in found if d.lacks]
    typed_otherwise = [t for name in there for t in other_types(name, ours[name], theirs[name])]
    if typed_otherwise:
        lines += ["", "## Other types", "", "Where typeshed spells a signature that is none of ours:", ""]
        lines += [
            f"- `{t.name}`: {' and '.join(f'`{text}`' for text in t.ours)}; "
            f"typeshed: {' and '.join(f'`{text}`' for text in t.theirs)}."
            for t in typed_otherwise
        ]
    members = [(name, _missing_members(ours[name], theirs[name])) for name in there]
    if missing or any(names for _, names in members):
        lines += ["", "## Missing", ""]
        by_reason: dict[str, list[str]] = {}
        for name in missing:
            by_reason.setdefault(reason(f"{module}.{name}"), []).append(name)
        for why, names in sorted(by_reason.items()):
            lines.append(f"- {', '.join(f'`{name}`' for name in names)}: {why}.")
        for name, lacking in members:
            if lacking:
                lines.append(f"- of `{name}`: {', '.join(f'`{member}`' for member in lacking)}.")
    return "\n".join(_wrapped(line) for line in lines).replace("\n\n\n", "\n\n") + "\n"


def _entry(name: str, entity: Entity) -> str:
    doc = f": {entity.doc}" if entity.doc else ""
    if entity.kind == "class":
        methods = [member for member in entity.members if not member.startswith("_")]
        shown = f" ({', '.join(f'`{m}`' for m in methods)})" if methods else ""
        return f"- class `{name}`{doc.rstrip('.')}{shown}"
    signature = str(entity.signatures[-1]) if entity.signatures else ""
    return f"- `{name}{signature}`{doc}"


def _missing_members(ours: Entity, theirs: Entity) -> list[str]:
    if ours.kind != "class" or theirs.kind != "class":
        return []
    mine = set(ours.members)
    return [m for m in theirs.members if not m.startswith("_") and m not in mine and not ours.bases]


def _wrapped(line: str, width: int = 130) -> str:
    """Broken at blanks, the following lines of an item indented; what stands in backticks is not broken."""
    if len(line) <= width:
        return line
    indent = "  " if line.startswith("- ") else ""
    words: list[str] = []
    for word in line.split(" "):
        if words and words[-1].count("`") % 2:
            words[-1] += " " + word
        else:
            words.append(word)
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append(indent + word)
        else:
            lines[-1] += " " + word
    return "\n".join(lines)


def index() -> str:
    """The list of the pages, for README.md of the folder."""
    lines = [
        "# Modules",
        "",
        "*Written by tools/supported.py.*",
        "",
        "| module | names | of typeshed's |",
        "|---|---|---|",
    ]
    for module in modules():
        ours, theirs = public(OURS.module(module)), public(THEIRS.module(module))
        count = sum(name in theirs for name in ours)
        lines.append(f"| [`{module}`]({module}.md) | {count} | {len(theirs)} |")
    return "\n".join(lines) + "\n"


def written() -> dict[Path, str]:
    """Every page and what it should hold."""
    folder = PAGES / "modules"
    return {folder / "README.md": index()} | {folder / f"{module}.md": page(module) for module in modules()}


def main() -> int:
    wrong = []
    wanted = written()
    for path, text in wanted.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            wrong.append(path)
            if "--check" not in sys.argv:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
    for path in set((PAGES / "modules").glob("*.md")) - set(wanted):
        wrong.append(path)
        if "--check" not in sys.argv:
            path.unlink()
    for path in wrong:
        print(path.relative_to(ROOT))
    return 1 if wrong and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
