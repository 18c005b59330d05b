"""Why well-known names are not in the library: said where the type checker only finds that they are not."""

from __future__ import annotations

import re
import sys

from mirage.compiler.errors import CompileError

_THREADS = (
    "no-threads",
    "an image runs one thread: its event loop",
    "call the function, or write it as a coroutine",
)
_PROCESSES = (
    "no-processes",
    "an image is one program on its machine and cannot start others",
    "link what you need into the program, or ask another machine over the network",
)
_FILES = (
    "no-files",
    "an image has no file system yet",
    "keep the data in the program, or take it from the network",
)
_SIGNALS = (
    "no-signals",
    "a virtual machine receives no signals",
    "`KeyboardInterrupt` is raised for Ctrl-C; to end by request, let a connection ask for it",
)

MODULE_HOOK = (
    "module-getattr",
    "a module's names are linked at build time",
    "define the names, or write a function that is called with the name",
)

_PARAMETERS = (
    "dynamic-attribute",
    "parameters and annotations that depend on when they are asked for are not kept at run time",
    "write `inspect.signature(f)`, `.bind(...)` of it, or `f.__annotations__`",
)
_SOURCES = (
    "dynamic-code",
    "sources and frames are not in the image",
    "pass on what the caller should tell; `traceback` shows the places of exceptions",
)
_MEMBERS = (
    "dynamic-namespace",
    "objects and classes have no dictionary of their attributes at run time",
    "keep what you need in a dict; `__set_name__` and `__init_subclass__` can fill it",
)

_DICT_OF_CLASS = '"Callable[[object], dict[str, Any]]"'  # the type checker's: the property of its objects

NAMES = {
    "asyncio": {
        "to_thread": _THREADS,
        "run_coroutine_threadsafe": _THREADS,
        "create_subprocess_exec": _PROCESSES,
        "create_subprocess_shell": _PROCESSES,
        "subprocess": _PROCESSES,
        "start_unix_server": _FILES,
        "open_unix_connection": _FILES,
    },
    "AbstractEventLoop": {
        "run_in_executor": _THREADS,
        "set_default_executor": _THREADS,
        "subprocess_exec": _PROCESSES,
        "subprocess_shell": _PROCESSES,
        "connect_read_pipe": _PROCESSES,
        "connect_write_pipe": _PROCESSES,
        "create_unix_server": _FILES,
        "create_unix_connection": _FILES,
        "sendfile": _FILES,
        "add_signal_handler": _SIGNALS,
        "remove_signal_handler": _SIGNALS,
    },
    "codecs": {"open": _FILES},
    "contextlib": {"chdir": _FILES},
    "traceback": dict.fromkeys(
        "print_stack extract_stack format_stack walk_stack print_last".split(),
        (
            "dynamic-code",
            "which functions are running is not kept at run time, only where exceptions came from",
            "log with `stacklevel`, or raise an exception and show it: `traceback.print_exc()`",
        ),
    ),
    "inspect": {
        **dict.fromkeys("getcallargs get_annotations".split(), _PARAMETERS),
        **dict.fromkeys(("getsource", "getsourcelines", "getsourcefile", "getfile", "getcomments"), _SOURCES),
        **dict.fromkeys("currentframe getframeinfo getmodule".split(), _SOURCES),
        **dict.fromkeys(("getmembers", "getmembers_static", "getattr_static", "getclosurevars"), _MEMBERS),
        "getmro": ("dynamic-class", "the order of its bases is known at build time", "write `C.__mro__`"),
    },
    "typing": {
        **{
            name: ("unsupported", f"it is an old name of `re.{name}`", f"write `from typing import {name}`")
            for name in ("Pattern", "Match")
        },
        "dataclass_transform": (
            "dynamic-class",
            "what such a decorator makes of a class is known only when it runs",
            "write `@dataclass` over the classes",
        ),
    },
}

# What objects of every kind have under CPython and let be assigned
READ_ONLY = {
    "function": (
        "dynamic-attribute",
        "what a function is called and says of itself is known at build time",
        "write `@functools.wraps(...)` over it, or give it another name",
    ),
    "type": (
        "dynamic-attribute",
        "what a class is called is known at build time",
        "write it in the class statement",
    ),
    "object": (
        "dynamic-attribute",
        "the attributes of a class are fixed at build time",
        "assign the attributes one by one, or write `.__dict__.update(...)`",
    ),
}

_LIBRARY = "the modules that are there: docs/supported/library.md"
_MISSING = "of Python's own modules docs/supported/modules tells what Mirage's have not, and why"

MODULES = {
    "threading": _THREADS,
    "_thread": _THREADS,
    "queue": (
        "no-threads",
        "its queues are for threads, and an image runs one: its event loop",
        "`heapq` with a list for a PriorityQueue, else `collections.deque`; `asyncio.Queue` between tasks",
    ),
    "concurrent": _THREADS,
    "concurrent.futures": _THREADS,
    "multiprocessing": _PROCESSES,
    "subprocess": _PROCESSES,
    "signal": _SIGNALS,
    "os": _FILES,
    "os.path": _FILES,
    "pathlib": _FILES,
    "shutil": _FILES,
    "tempfile": _FILES,
    "glob": _FILES,
    "fileinput": _FILES,
    "sqlite3": _FILES,
}

_FUNCTIONS = (
    "dynamic-attribute",
    "a function's code and annotations are not kept at run time",
    "keep what you need beside the function, in a dict for example",
)

# What every object, class or function has under CPython
EVERYWHERE = {
    "__annotations__": (
        "dynamic-namespace",
        "annotations are kept of classes and functions only",
        "read them of the class: `type(x).__annotations__`",
    ),
    "__subclasses__": (
        "dynamic-class",
        "a class does not know what is derived from it",
        "write `__init_subclass__` in the base and append `cls` to a list",
    ),
    "mro": ("dynamic-class", "the order of its bases is known at build time", "write `__mro__`"),
    "__sizeof__": ("dynamic-attribute", "sizes are the compiler's", "leave it out"),
    **dict.fromkeys(("__code__", "__globals__", "__closure__", "__builtins__"), _FUNCTIONS),
}

_ATTRIBUTE = re.compile(
    r'^(?:Module(?: "(?P<module>\w+)")?|"(?P<owner>\w+)") has no attribute "(?P<name>\w+)"'
)
_MEMBER = re.compile(r'^"(?P<owner>[^"]+)" has no attribute "(?P<name>\w+)"')
_PROPERTY = re.compile(r'^Property "(?P<name>__\w+__)" defined in "(?P<owner>\w+)" is read-only')
_IN_MODULE = re.compile(r'^Module (?:"(?P<module>[\w.]+)" )?has no attribute "\w+"')
_MODULE = re.compile(
    r'^(?:Cannot find implementation or library stub for module named|Library stubs not installed for) '
    r'"(?P<module>[\w.]+)"'
)


def explained(error: CompileError) -> CompileError:
    """The error with code, reason and remedy when the name is known."""
    found = _MODULE.match(error.message)
    if found is not None:
        name = found["module"]
        known = MODULES.get(name)
        if known is None and name.partition(".")[0] in sys.stdlib_module_names:
            known = (error.code, "it is not in Mirage's library", _LIBRARY)
            return _with(error, f"Python's module `{name}` cannot be compiled", known)
        return error if known is None else _with(error, f"module `{name}` cannot be compiled", known)
    found = _MEMBER.match(error.message)
    if found is not None and found["name"] in EVERYWHERE and (
        found["name"].startswith("__") or found["owner"].startswith("type[")
    ):
        return _with(
            error, f"`{found['name']}` of `{found['owner']}` cannot be compiled", EVERYWHERE[found["name"]]
        )
    if _DICT_OF_CLASS in error.message:
        return _with(error, "`__dict__` of a class cannot be compiled", _MEMBERS)
    found = _PROPERTY.match(error.message)
    if found is not None and found["owner"] in READ_ONLY:
        owner = {"function": "a function", "type": "a class", "object": "an object"}[found["owner"]]
        message = f"`{found['name']}` of {owner} cannot be assigned"
        return _with(error, message, READ_ONLY[found["owner"]])
    found = _ATTRIBUTE.match(error.message)
    if found is None:
        return _missing_in_library(error)
    named = found["owner"] or found["module"]
    owners = [named] if named else ["asyncio", "codecs", "contextlib", "inspect", "traceback", "typing"]
    for owner in owners:
        known = NAMES.get(owner, {}).get(found["name"])
        if known is not None:
            return _with(error, f"`{owner}.{found['name']}` cannot be compiled", known)
    return _missing_in_library(error)


def _missing_in_library(error: CompileError) -> CompileError:
    """A name that CPython's module may have, and ours has not."""
    found = _IN_MODULE.match(error.message)
    if found is None or error.help:
        return error
    module = found["module"]
    if module is not None and module.partition(".")[0] not in sys.stdlib_module_names:
        return error
    return _with(error, error.message, (error.code, error.reason, _MISSING))


def _with(error: CompileError, message: str, known: tuple[str, str, str]) -> CompileError:
    code, reason, remedy = known
    return CompileError(
        code, message, error.file, error.line, error.column, error.end_column, reason, remedy
    )
