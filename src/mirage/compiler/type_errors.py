"""Type errors have mypy's codes and messages; here stands why they stop a build, and what to write instead.

The remedies are for where mypy adds no note of its own.  docs/supported/errors/type-errors.md has this table.
"""

from __future__ import annotations

from typing import NamedTuple


class TypeErrorKind(NamedTuple):
    """Why code is laid out by these types, shown behind the carets, and the usual remedy."""

    reason: str
    help: str


TYPE_ERRORS = {
    "abstract": TypeErrorKind(
        "an object of the class would lack methods", "define what is missing, or make an object of a subclass"
    ),
    "arg-type": TypeErrorKind(
        "the function is compiled for what its parameter declares",
        "convert the argument, test it with `isinstance`, or declare the parameter wider",
    ),
    "assert-type": TypeErrorKind("the expression has another type", "write the type that it has"),
    "assignment": TypeErrorKind(
        "the variable holds what its declared type says", "convert the value, or declare the variable `A | B`"
    ),
    "attr-defined": TypeErrorKind(
        "attributes have places that the class declares",
        "declare the attribute in the class, or test the value with `isinstance`",
    ),
    "await-not-async": TypeErrorKind("only a coroutine can wait", "define the function with `async def`"),
    "call-arg": TypeErrorKind(
        "the call would raise TypeError", "give the arguments that the definition names"
    ),
    "call-overload": TypeErrorKind(
        "none of the function's signatures takes these arguments",
        "convert the arguments to what one of them takes",
    ),
    "dict-item": TypeErrorKind(
        "the dict is declared for other keys or values", "declare it with `A | B`, or convert the item"
    ),
    "exit-return": TypeErrorKind(
        "what follows the `with` depends on whether exceptions are swallowed",
        "declare that `__exit__` gives `None` or `Literal[False]`",
    ),
    "func-returns-value": TypeErrorKind("the function gives only None", "call it in a statement of its own"),
    "has-type": TypeErrorKind("the type is asked for before it is known", "annotate the variable"),
    "import-not-found": TypeErrorKind(
        "modules are linked at build time",
        "put the module beside the program; what the library has: docs/supported/library.md",
    ),
    "index": TypeErrorKind(
        "the type has no items, or other keys", "test for None first, or convert the key"
    ),
    "list-item": TypeErrorKind(
        "the list is declared for other items", "declare it `list[A | B]`, or convert the item"
    ),
    "literal-required": TypeErrorKind("the key is needed at build time", "write it as a literal"),
    "method-assign": TypeErrorKind(
        "methods are fixed at build time", "keep the function in an attribute of its own"
    ),
    "misc": TypeErrorKind("the types do not fit together", "annotate what the message names"),
    "name-defined": TypeErrorKind("it would raise NameError", "define or import the name"),
    "no-redef": TypeErrorKind("one name has one definition", "give the second one another name"),
    "operator": TypeErrorKind(
        "the operation would raise TypeError for such values",
        "test for None or with `isinstance` first, or convert an operand",
    ),
    "override": TypeErrorKind(
        "callers call the method as the base class declares it",
        "take and give at least what the base's method does, or use another name",
    ),
    "return": TypeErrorKind(
        "the end of the function gives None", "return a value there, or declare the result `| None`"
    ),
    "return-value": TypeErrorKind(
        "callers are compiled for the declared result", "convert the value, or declare another result"
    ),
    "str-format": TypeErrorKind("the format does not fit the values", "give a value for each place in it"),
    "syntax": TypeErrorKind("Python does not take this either", "write it as Python's reference says"),
    "type-arg": TypeErrorKind("the items' type is not said", "write it in brackets"),
    "type-var": TypeErrorKind(
        "the type is outside of what the type variable admits", "use a type within its bound or its values"
    ),
    "typeddict-item": TypeErrorKind(
        "the TypedDict declares other values or keys", "declare the key, or convert the value"
    ),
    "typeddict-unknown-key": TypeErrorKind("the TypedDict declares no such key", "declare the key"),
    "union-attr": TypeErrorKind(
        "not all types of the union have the attribute",
        "test for None (`if x is not None:`) or with `isinstance` first",
    ),
    "used-before-def": TypeErrorKind("it would raise NameError", "move the definition up"),
    "valid-type": TypeErrorKind("an annotation names types", "write a class or a type alias"),
    "var-annotated": TypeErrorKind("nothing says what it will hold", "annotate it: `names: list[str] = []`"),
}
OTHER = TypeErrorKind(
    "the types do not fit together", "mypy's pages tell of the code: https://mypy.readthedocs.io"
)


IN_MODULE = TypeErrorKind("the module defines no such name", "import a name that it defines")


def kind_of(code: str, message: str) -> TypeErrorKind:
    """Reason and remedy for an error of mypy's with this code."""
    if code == "attr-defined" and message.startswith("Module "):
        return IN_MODULE
    return TYPE_ERRORS.get(code, OTHER)
