"""Every code that a refusal has: why such things are refused, and what to write when the refusal itself names
nothing closer.  Each has a page with examples, `docs/supported/errors/<code>.md`.

Type errors have mypy's codes and messages (type_errors.py).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Code:
    """One kind of refusal.

    reason   written behind the carets
    help     the remedy for a refusal that has none of its own
    hidden   mypy finds such things first: no program is known that gets this code
    by_name  no types are asked for it: it stands beside whatever type errors there are
    """

    reason: str
    help: str
    hidden: bool = False
    by_name: bool = False


CODES = {
    "abstract": Code(
        "an abstract class has no objects", "instantiate a subclass that defines what is missing"
    ),
    "arguments": Code(
        "the call does not fit the function", "give the arguments that the definition names", hidden=True
    ),
    "cast": Code("a cast changes no value", "convert with `int(...)` or `float(...)`"),
    "class-global": Code(
        "the type checker takes the name for an attribute of the class",
        "assign outside of the class body",
        by_name=True,
    ),
    "conditional-function": Code(
        "which definition is meant is known only at run time",
        "give them two names, choose by assignment",
        by_name=True,
    ),
    "debugger": Code(
        "there is no debugger in an image", "run the program under CPython to debug it", by_name=True
    ),
    "dynamic-attribute": Code(
        "the attributes of a class are fixed at build time", "keep the values in a dict"
    ),
    "dynamic-class": Code("classes are fixed at build time", "write the class"),
    "dynamic-code": Code("there is no compiler in an image", "write the code as a function", by_name=True),
    "dynamic-import": Code("modules are linked at build time", "write `import module`", by_name=True),
    "dynamic-namespace": Code(
        "names do not exist at run time", "keep the values in a dict of your own", by_name=True
    ),
    "fields-after-items": Code(
        "the items stand where the attribute would", "keep the tuple, str or bytes in an attribute"
    ),
    "finalizer": Code(
        "nothing says when an object dies", "write `__exit__` and use the object in a `with`", by_name=True
    ),
    "local-class": Code("one class serves all calls of the function", "keep the value in an attribute"),
    "lowlevel": Code("`mirage.lowlevel` is compiled to instructions", "docs/design/abi.md has its rules"),
    "match-args": Code("positions in a pattern need names at build time", "match the attributes by name"),
    "metaclass": Code(
        "classes are fixed at build time", "let the metaclass set attributes that it declares", by_name=True
    ),
    "module-getattr": Code("a module's names are linked at build time", "define the names", by_name=True),
    "multiple-layout-bases": Code(
        "an object has one chain of fields", "keep the fields in one base and let the others only add methods"
    ),
    "no-files": Code(
        "an image has no file system", "read standard input, or keep the data in the program", by_name=True
    ),
    "no-processes": Code(
        "an image is one program on its machine", "link what you need into the program", by_name=True
    ),
    "no-signals": Code(
        "a virtual machine receives no signals",
        "end by a request, or catch `KeyboardInterrupt`",
        by_name=True,
    ),
    "no-threads": Code("an image runs one thread, its event loop", "write it as a coroutine", by_name=True),
    "patching": Code(
        "classes and modules are fixed at build time", "declare the attribute in the class body"
    ),
    "pattern-key": Code("such a key is never in the mapping", "use keys of the mapping's own type"),
    "polymorphic-recursion": Code(
        "every level needs an instance of its own", "annotate the argument with `object`"
    ),
    "read-only": Code(
        "the property has no function for this", "add the function to the property, or use another attribute"
    ),
    "scope": Code("the type checker reads names from top to bottom", "use another name"),
    "syntax": Code("Python does not take this either", "write it as Python's reference says", by_name=True),
    "types": Code("the values have different forms in memory", "convert the value explicitly", hidden=True),
    "unsupported": Code("not compiled yet", "write it in another way"),
}


def reason_of(code: str) -> str:
    """Why things are refused with this code; empty for mypy's codes."""
    found = CODES.get(code)
    return found.reason if found is not None else ""


def help_of(code: str) -> str:
    """What to write instead, in general."""
    found = CODES.get(code)
    return found.help if found is not None else ""
