"""What an object is: functions, methods, coroutines, classes; documentation as text to be read; signatures.

What functions are made of (sources, code) is not kept when a program runs; their parameters are in programs
that ask for them (compiler/lower/signatures.py).
"""

from __future__ import annotations

import enum as _enum
import functools as _functools
import keyword as _keyword
from _annotations import decoded as _decoded
from builtins import _AwaitableFrame, async_generator as _async_generator, coroutine as _coroutine
from builtins import function as _function, generator as _generator, type as _type
from collections import OrderedDict as _OrderedDict
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Generator, Mapping, Sequence
from types import (
    AsyncGeneratorType,
    BuiltinFunctionType,
    CodeType,
    CoroutineType,
    FrameType,
    FunctionType,
    GeneratorType,
    MappingProxyType,
    MethodType,
    ModuleType,
    TracebackType,
)
from typing import (
    Any,
    ClassVar,
    Final,
    Literal,
    NamedTuple,
    ParamSpec,
    TypeAlias,
    TypeGuard,
    TypeVar,
    overload,
)
from typing_extensions import Never, Self, TypeIs

from mirage.lowlevel import i64 as _i64
from mirage.runtime import functions as _functions

CO_OPTIMIZED: Final = 1
CO_NEWLOCALS: Final = 2
CO_VARARGS: Final = 4
CO_VARKEYWORDS: Final = 8
CO_NESTED: Final = 16
CO_GENERATOR: Final = 32
CO_NOFREE: Final = 64
CO_COROUTINE: Final = 128
CO_ITERABLE_COROUTINE: Final = 256
CO_ASYNC_GENERATOR: Final = 512
TPFLAGS_IS_ABSTRACT: Final = 1048576

_IntrospectableCallable: TypeAlias = Callable[..., Any]
_P = ParamSpec("_P")
_T = TypeVar("_T")


def ismodule(object: object) -> TypeIs[ModuleType]:
    return isinstance(object, ModuleType)


def isclass(object: object) -> TypeIs[type[object]]:
    return isinstance(object, _type)


def ismethod(object: object) -> TypeIs[MethodType]:
    return _functions.is_kind(object, _i64(1))


def isfunction(object: object) -> TypeIs[FunctionType]:
    return _functions.is_kind(object, _i64(0))


def isbuiltin(object: object) -> TypeIs[BuiltinFunctionType]:
    return _functions.is_kind(object, _i64(2))


def isabstract(object: object) -> bool:
    """A class with abstract methods."""
    if not isinstance(object, _type):
        return False
    try:
        return bool(_is_abstract(object))
    except AttributeError:
        return False


def _is_abstract(cls: object) -> object:
    """The compiler serves it."""
    raise AttributeError


@overload
def isgeneratorfunction(obj: Callable[..., Generator[Any, Any, Any]]) -> bool: ...
@overload
def isgeneratorfunction(obj: Callable[_P, Any]) -> TypeGuard[Callable[_P, Generator[Any, Any, Any]]]: ...
@overload
def isgeneratorfunction(obj: object) -> TypeGuard[Callable[..., Generator[Any, Any, Any]]]: ...
def isgeneratorfunction(obj: object) -> bool:
    return _functions.makes(obj, "generator")


@overload
def iscoroutinefunction(obj: Callable[..., Coroutine[Any, Any, Any]]) -> bool: ...
@overload
def iscoroutinefunction(
    obj: Callable[_P, Awaitable[_T]],
) -> TypeGuard[Callable[_P, Coroutine[Any, Any, _T]]]: ...
@overload
def iscoroutinefunction(obj: Callable[_P, object]) -> TypeGuard[Callable[_P, Coroutine[Any, Any, Any]]]: ...
@overload
def iscoroutinefunction(obj: object) -> TypeGuard[Callable[..., Coroutine[Any, Any, Any]]]: ...
def iscoroutinefunction(obj: object) -> bool:
    return _functions.makes(obj, "coroutine")


@overload
def isasyncgenfunction(obj: Callable[..., AsyncGenerator[Any, Any]]) -> bool: ...
@overload
def isasyncgenfunction(obj: Callable[_P, Any]) -> TypeGuard[Callable[_P, AsyncGenerator[Any, Any]]]: ...
@overload
def isasyncgenfunction(obj: object) -> TypeGuard[Callable[..., AsyncGenerator[Any, Any]]]: ...
def isasyncgenfunction(obj: object) -> bool:
    return _functions.makes(obj, "async_generator")


def isgenerator(object: object) -> TypeIs[GeneratorType[object, Never, object]]:
    return isinstance(object, _generator)


def iscoroutine(object: object) -> TypeIs[CoroutineType[Any, Any, Any]]:
    return isinstance(object, _coroutine)


def isasyncgen(object: object) -> TypeIs[AsyncGeneratorType[object, Never]]:
    return isinstance(object, _async_generator)


def isawaitable(object: object) -> TypeIs[Awaitable[Any]]:
    return isinstance(object, (Awaitable, _AwaitableFrame))


def istraceback(object: object) -> TypeIs[TracebackType]:
    return isinstance(object, TracebackType)


def isframe(object: object) -> TypeIs[FrameType]:
    return isinstance(object, FrameType)


def iscode(object: object) -> TypeIs[CodeType]:
    return isinstance(object, CodeType)


# --- documentation -----------------------------------------------------------------------------


def getdoc(object: object) -> str | None:
    documentation = _documentation(object)
    return cleandoc(documentation) if isinstance(documentation, str) else None


def _documentation(object: Any) -> Any:
    if isinstance(object, _type):
        if object.__doc__ is None:
            raise SystemError(
                f"inspect.getdoc of {object.__qualname__}, which says nothing of itself, cannot be compiled: "
                "what is above a class is not known when a program runs; document the class"
            )
        return object.__doc__
    if not isinstance(object, _function):
        return object.__doc__
    own = _functions.detail(object, 1)
    if own is not None:
        return own
    name = _functions.name(object)
    if name.startswith("__") and name.endswith("__"):
        raise SystemError(
            f"inspect.getdoc of {_functions.qualname(object)} cannot be compiled: what the methods of "
            "Python's own classes say is not in the image; document the method"
        )
    return _functions.detail(object, 4)


def cleandoc(doc: str) -> str:
    """The text without the indentation that its lines have in common, and without blank lines around it."""
    lines = doc.expandtabs().split("\n")
    margin = -1
    for line in lines[1:]:
        content = len(line.lstrip())
        if content > 0 and (margin < 0 or len(line) - content < margin):
            margin = len(line) - content
    lines[0] = lines[0].lstrip()
    if margin > 0:
        for place in range(1, len(lines)):
            lines[place] = lines[place][margin:]
    start, stop = 0, len(lines)
    while stop > start and not lines[stop - 1]:
        stop -= 1
    while start < stop and not lines[start]:
        start += 1
    return "\n".join(lines[start:stop])


def indentsize(line: str) -> int:
    """How many columns of blanks it begins with."""
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


# --- wrappers ----------------------------------------------------------------------------------


def unwrap(func: Callable[..., Any], *, stop: Callable[[Callable[..., Any]], Any] | None = None) -> Any:
    """What the wrappers of `functools.wraps` are around."""
    whole: Any = func
    seen: list[object] = [whole]
    while True:
        wrapped = _wrapped(whole)
        if wrapped is None or (stop is not None and stop(whole)):
            return whole
        whole = wrapped
        for other in seen:
            if other is whole:
                raise ValueError(f"wrapper loop when unwrapping {func!r}")
        seen.append(whole)


def _wrapped(func: Any) -> object:
    if isinstance(func, _function):
        return _functions.detail(func, 2)
    return getattr(func, "__wrapped__", None)


# --- signatures --------------------------------------------------------------------------------


class _void:
    """What `replace` takes for "as it was"."""


class _empty:
    """In the place of a default or an annotation that is not there."""


class _Factory:
    def __repr__(self) -> str:
        return "<factory>"


_made_by_factory: Final = _Factory()


def _factory() -> object:
    """What stands for the default of a dataclass's field that has a factory."""
    return _made_by_factory


class _ParameterKind(_enum.IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self) -> str:
        return self.name

    @property
    def description(self) -> str:
        texts = ("positional-only", "positional or keyword", "variadic positional", "keyword-only")
        return texts[self.value] if self.value < 4 else "variadic keyword"


def formatannotation(annotation: object, base_module: str | None = None) -> str:
    if isinstance(annotation, _type):
        home = annotation.__module__
        if home == "builtins" or home == base_module:
            return annotation.__qualname__
        return home + "." + annotation.__qualname__
    text = repr(annotation)
    if not text.startswith("typing."):
        return text
    parts = text.split("typing.")
    shown = parts[0]
    for before, part in zip(parts, parts[1:]):
        inner = len(before) > 0 and (before[-1].isalnum() or before[-1] in "._")
        shown += "typing." + part if inner else part
    return shown


class Parameter:
    """One parameter of a signature."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")
    POSITIONAL_ONLY: ClassVar[Literal[_ParameterKind.POSITIONAL_ONLY]] = _ParameterKind.POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD: ClassVar[Literal[_ParameterKind.POSITIONAL_OR_KEYWORD]] = (
        _ParameterKind.POSITIONAL_OR_KEYWORD
    )
    VAR_POSITIONAL: ClassVar[Literal[_ParameterKind.VAR_POSITIONAL]] = _ParameterKind.VAR_POSITIONAL
    KEYWORD_ONLY: ClassVar[Literal[_ParameterKind.KEYWORD_ONLY]] = _ParameterKind.KEYWORD_ONLY
    VAR_KEYWORD: ClassVar[Literal[_ParameterKind.VAR_KEYWORD]] = _ParameterKind.VAR_KEYWORD
    empty = _empty

    def __init__(
        self, name: str, kind: _ParameterKind, *, default: Any = _empty, annotation: Any = _empty
    ) -> None:
        number = int(kind)
        if number < 0 or number > 4:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        self._kind = _ParameterKind(number)
        if default is not _empty and (number == 2 or number == 4):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        self._default = default
        self._annotation = annotation
        given: object = name
        if given is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(given, str):
            raise TypeError(f"name must be a str, not a {type(given).__name__}")
        if not name.isidentifier() or (number != 0 and _keyword.iskeyword(name)):
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name

    @property
    def name(self) -> str:
        return self._name

    @property
    def default(self) -> Any:
        return self._default

    @property
    def annotation(self) -> Any:
        return self._annotation

    @property
    def kind(self) -> _ParameterKind:
        return self._kind

    def replace(
        self,
        *,
        name: str | type[_void] = _void,
        kind: _ParameterKind | type[_void] = _void,
        default: Any = _void,
        annotation: Any = _void,
    ) -> Self:
        """A parameter with what is given in the place of what this one has."""
        return type(self)(
            name if isinstance(name, str) else self._name,
            kind if isinstance(kind, _ParameterKind) else self._kind,
            default=self._default if default is _void else default,
            annotation=self._annotation if annotation is _void else annotation,
        )

    def __str__(self) -> str:
        text = self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (" = " if self._annotation is not _empty else "=") + repr(self._default)
        if self._kind == 2:
            return "*" + text
        return "**" + text if self._kind == 4 else text

    def __repr__(self) -> str:
        return f'<{type(self).__name__} "{self}">'

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return bool(
            self._name == other._name
            and self._kind == other._kind
            and self._default == other._default
            and self._annotation == other._annotation
        )

    def __hash__(self) -> int:
        return hash((self._name, self._kind, self._annotation, self._default))


class BoundArguments:
    """Which parameters get which arguments."""

    __slots__ = ("arguments", "_signature", "__weakref__")

    def __init__(self, signature: Signature, arguments: dict[str, Any]) -> None:
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self) -> Signature:
        return self._signature

    @property
    def args(self) -> tuple[Any, ...]:
        found: list[Any] = []
        for name, param in self._signature._named.items():
            if param._kind >= 3 or name not in self.arguments:
                break
            value = self.arguments[name]
            if param._kind == 2:
                found.extend(value)
            else:
                found.append(value)
        return tuple(found)

    @property
    def kwargs(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        begun = False
        for name, param in self._signature._named.items():
            there = name in self.arguments
            if not begun:
                if param._kind < 3:
                    begun = not there
                    continue
                begun = True
            if not there:
                continue
            value = self.arguments[name]
            if param._kind == 4:
                found.update(value)
            else:
                found[name] = value
        return found

    def apply_defaults(self) -> None:
        """Give the parameters that got nothing their defaults; `*args` and `**kwargs` are empty then."""
        whole: dict[str, Any] = {}
        for name, param in self._signature._named.items():
            if name in self.arguments:
                whole[name] = self.arguments[name]
            elif param._default is not _empty:
                whole[name] = param._default
            elif param._kind == 2:
                whole[name] = ()
            elif param._kind == 4:
                whole[name] = {}
        self.arguments = whole

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    __hash__: ClassVar[None]  # type: ignore[assignment]

    def __repr__(self) -> str:
        shown = ", ".join([f"{name}={value!r}" for name, value in self.arguments.items()])
        return f"<{type(self).__name__} ({shown})>"


class Signature:
    """The parameters of something that can be called, and what it is annotated to return."""

    __slots__ = ("_return_annotation", "_named")
    empty = _empty

    def __init__(
        self,
        parameters: Sequence[Parameter] | None = None,
        *,
        return_annotation: Any = _empty,
        __validate_parameters__: bool = True,
    ) -> None:
        named: _OrderedDict[str, Parameter] = _OrderedDict()
        last, optional = _ParameterKind.POSITIONAL_ONLY, False
        for param in parameters if parameters is not None else ():
            kind, name = param._kind, param._name
            if __validate_parameters__:
                if kind < last:
                    order = f"{last.description} parameter before {kind.description} parameter"
                    raise ValueError("wrong parameter order: " + order)
                if kind > last:
                    last = kind
                if kind < 2:
                    if param._default is not _empty:
                        optional = True
                    elif optional:
                        raise ValueError("non-default argument follows default argument")
                if name in named:
                    raise ValueError(f"duplicate parameter name: {name!r}")
            named[name] = param
        self._named = named
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(
        cls,
        obj: _IntrospectableCallable,
        *,
        follow_wrapped: bool = True,
        globals: Mapping[str, Any] | None = None,
        locals: Mapping[str, Any] | None = None,
        eval_str: bool = False,
    ) -> Self:
        _check_no_evaluation(eval_str)
        found = _signature_of(obj, follow_wrapped)
        return cls(list(found._named.values()), return_annotation=found._return_annotation)

    @property
    def parameters(self) -> MappingProxyType[str, Parameter]:
        return MappingProxyType(self._named)

    @property
    def return_annotation(self) -> Any:
        return self._return_annotation

    def replace(
        self, *, parameters: Sequence[Parameter] | type[_void] | None = _void, return_annotation: Any = _void
    ) -> Self:
        """A signature with what is given in the place of what this one has."""
        chosen: list[Parameter] = list(self._named.values())
        if parameters is None:
            chosen = []
        elif not isinstance(parameters, type):
            chosen = list(parameters)
        result = self._return_annotation if return_annotation is _void else return_annotation
        return type(self)(chosen, return_annotation=result)

    def bind(self, /, *args: Any, **kwargs: Any) -> BoundArguments:
        """Which parameters get these arguments; TypeError where a call would be one."""
        return _bound(self, args, kwargs, False)

    def bind_partial(self, /, *args: Any, **kwargs: Any) -> BoundArguments:
        """As `bind`, where arguments may be missing."""
        return _bound(self, args, kwargs, True)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        mine = [param for param in self._named.values() if param._kind != 3]
        others = [param for param in other._named.values() if param._kind != 3]
        named = {name: param for name, param in self._named.items() if param._kind == 3}
        other_named = {name: param for name, param in other._named.items() if param._kind == 3}
        same = mine == others and named == other_named
        return same and bool(self._return_annotation == other._return_annotation)

    def __hash__(self) -> int:
        plain = tuple([param for param in self._named.values() if param._kind != 3])
        named = frozenset([param for param in self._named.values() if param._kind == 3])
        return hash((plain, named, self._return_annotation))

    def __str__(self) -> str:
        parts: list[str] = []
        slash, star = False, True
        for param in self._named.values():
            kind = param._kind
            if kind == 0:
                slash = True
            elif slash:
                parts.append("/")
                slash = False
            if kind == 2:
                star = False
            elif kind == 3 and star:
                parts.append("*")
                star = False
            parts.append(str(param))
        if slash:
            parts.append("/")
        text = "(" + ", ".join(parts) + ")"
        if self._return_annotation is not _empty:
            text += " -> " + formatannotation(self._return_annotation)
        return text

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self}>"


def _bound(of: Signature, args: tuple[Any, ...], given: dict[str, Any], partial: bool) -> BoundArguments:
    arguments: dict[str, Any] = {}
    params = list(of._named.values())
    place = index = 0
    while True:
        if index == len(args):
            if place == len(params) or params[place]._kind == 2:
                break
            param = params[place]
            if param._name in given:
                if param._kind == 0:
                    raise TypeError(
                        f"{param._name!r} parameter is positional only, but was passed as a keyword"
                    )
                break
            if partial or param._kind == 4 or param._default is not _empty:
                break
            raise TypeError(f"missing a required argument: {param._name!r}")
        if place == len(params) or params[place]._kind >= 3:
            raise TypeError("too many positional arguments")
        param = params[place]
        place += 1
        if param._kind == 2:
            arguments[param._name] = tuple(args[index:])
            break
        if param._name in given and param._kind != 0:
            raise TypeError(f"multiple values for argument {param._name!r}")
        arguments[param._name] = args[index]
        index += 1
    rest: dict[str, Any] = given.copy()
    keywords: Parameter | None = None
    for param in params[place:]:
        if param._kind == 4:
            keywords = param
        elif param._kind == 2:
            continue
        elif param._name in rest:
            if param._kind == 0:
                raise TypeError(f"{param._name!r} parameter is positional only, but was passed as a keyword")
            arguments[param._name] = rest.pop(param._name)
        elif not partial and param._default is _empty:
            raise TypeError(f"missing a required argument: {param._name!r}")
    if rest:
        if keywords is None:
            raise TypeError(f"got an unexpected keyword argument {next(iter(rest))!r}")
        arguments[keywords._name] = rest
    return BoundArguments(of, arguments)


def signature(
    obj: _IntrospectableCallable,
    *,
    follow_wrapped: bool = True,
    globals: Mapping[str, Any] | None = None,
    locals: Mapping[str, Any] | None = None,
    eval_str: bool = False,
) -> Signature:
    """Of a function, a method, a class, a `functools.partial` or an object that can be called."""
    _check_no_evaluation(eval_str)
    return _signature_of(obj, follow_wrapped)


def _check_no_evaluation(eval_str: bool) -> None:
    if eval_str:
        raise SystemError(
            "inspect.signature(eval_str=True) cannot be compiled: texts are not evaluated at run time; "
            "leave `from __future__ import annotations` out, or use `typing.get_type_hints`"
        )


def _signature_of(obj: Any, follow: bool) -> Signature:
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, _type):
        return _of_class(obj)
    if not isinstance(obj, _function):
        if isinstance(obj, _functools.partial):
            return _of_partial(obj, follow)
        return _signature_of(obj.__call__, follow)
    if _functions.is_kind(obj, _i64(1)):
        return _without_first(_of_function(obj, follow))
    return _of_function(obj, follow)


def _of_function(obj: _function, follow: bool) -> Signature:
    while True:
        own = _functions.attributes(obj)
        if own is not None and "__signature__" in own:
            given = own["__signature__"]
            if not isinstance(given, Signature):
                raise TypeError(f"unexpected object {given!r} in __signature__ attribute")
            return given
        wrapped = _functions.detail(obj, 2) if follow else None
        if wrapped is None:
            break
        if not isinstance(wrapped, _function):
            return _signature_of(wrapped, follow)
        obj = wrapped
    whole = _own_signature(obj)
    wrapped = _functions.detail(obj, 2)
    if not isinstance(wrapped, _function):
        return whole
    from_wrapped = _of_function(wrapped, False)  # `wraps` gives a function the annotations of the other one
    annotations = {name: param._annotation for name, param in from_wrapped._named.items()}
    params = [
        param.replace(annotation=annotations.get(name, _empty)) for name, param in whole._named.items()
    ]
    return Signature(params, return_annotation=from_wrapped._return_annotation)


def _own_signature(obj: _function) -> Signature:
    found = _functions.parameters(obj)
    if found is None:
        raise SystemError(
            f"inspect.signature of {_functions.qualname(obj)} cannot be compiled: "
            "what functions of the library take is not kept"
        )
    return _described(found, _functions.qualname(obj))


def _described(found: Any, name: str) -> Signature:
    """The signature of what `compiler/lower/signatures.py` describes."""
    params: list[Parameter] = []
    for text, kind, place, annotation in found[1]:
        default: Any = _empty if place < 0 else found[0][place]
        params.append(
            Parameter(text, _ParameterKind(kind), default=default, annotation=_annotation(annotation, name))
        )
    return Signature(params, return_annotation=_annotation(found[2], name))


def _annotation(kept: tuple[Any, ...], name: str) -> Any:
    if len(kept) == 0:
        return _empty
    if len(kept) == 2:
        raise SystemError(f"inspect.signature of {name}: an annotation is not kept at run time: {kept[1]}")
    return _decoded(kept[0])


def _without_first(whole: Signature) -> Signature:
    params = list(whole._named.values())
    if not params or params[0]._kind >= 3:
        raise ValueError("invalid method signature")
    if params[0]._kind != 2:
        del params[0]
    return whole.replace(parameters=params)


def _constructor(cls: object) -> Any:
    """What a call of the class takes; the compiler serves it (compiler/lower/signatures.py)."""
    raise AttributeError


def _of_class(cls: Any) -> Signature:
    try:
        found = _constructor(cls)
    except AttributeError:
        found = _of_builtin(cls)
    if found == "":
        raise ValueError(f"no signature found for builtin type {cls!r}")
    if isinstance(found, str):
        raise SystemError(f"inspect.signature of {cls.__qualname__} cannot be compiled: {found}")
    if isinstance(found, tuple):
        return _described(found, cls.__qualname__)
    return _without_first(_signature_of(found, True))


def _of_builtin(cls: Any) -> object:
    """What `_constructor` says of a class that is not the application's."""
    if cls is object:
        return ((), (), ())
    if issubclass(cls, BaseException) or cls in (int, str, dict, bytes, bytearray, _type):
        return ""  # CPython does not know them either
    return f"what `{cls.__qualname__}` takes, a class of the library, is not kept"


def _of_partial(obj: Any, follow: bool) -> Signature:
    whole = _signature_of(obj.func, follow)
    try:
        bound = _bound(whole, obj.args, obj.keywords, True)
    except TypeError as error:
        raise ValueError(f"partial object {obj!r} has incorrect arguments") from error
    before: list[Parameter] = []
    named: list[Parameter] = []
    by_keyword = False
    for name, param in whole._named.items():
        if param._kind < 2 and name in bound.arguments:
            if param._kind == 0 or name not in obj.keywords:
                continue
            by_keyword = True
            param = param.replace(default=bound.arguments[name])
        elif param._kind == 3 and name in bound.arguments:
            param = param.replace(default=bound.arguments[name])
        if not by_keyword:
            before.append(param)
        elif param._kind == 1:
            named.append(param.replace(kind=_ParameterKind.KEYWORD_ONLY))
        elif param._kind != 2:
            named.append(param)
    return whole.replace(parameters=before + named)


class FullArgSpec(NamedTuple):
    args: list[str]
    varargs: str | None
    varkw: str | None
    defaults: tuple[Any, ...] | None
    kwonlyargs: list[str]
    kwonlydefaults: dict[str, Any] | None
    annotations: dict[str, Any]


def getfullargspec(func: object) -> FullArgSpec:
    """The parameters of a function, also the first of a method; wrappers are not looked into."""
    whole: Any = func
    try:
        found = _of_function(whole, False) if isinstance(whole, _function) else _signature_of(whole, False)
    except (TypeError, ValueError) as error:
        raise TypeError("unsupported callable") from error
    args: list[str] = []
    defaults: list[Any] = []
    named: list[str] = []
    named_defaults: dict[str, Any] = {}
    annotations: dict[str, Any] = {}
    if found._return_annotation is not _empty:
        annotations["return"] = found._return_annotation
    star: str | None = None
    star2: str | None = None
    for name, param in found._named.items():
        if param._kind == 2:
            star = name
        elif param._kind == 4:
            star2 = name
        elif param._kind == 3:
            named.append(name)
            if param._default is not _empty:
                named_defaults[name] = param._default
        else:
            args.append(name)
            if param._default is not _empty:
                defaults.append(param._default)
        if param._annotation is not _empty:
            annotations[name] = param._annotation
    return FullArgSpec(
        args,
        star,
        star2,
        tuple(defaults) if defaults else None,
        named,
        named_defaults if named_defaults else None,
        annotations,
    )
