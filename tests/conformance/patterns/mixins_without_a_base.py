"""A plugin system: abstract bases, mixins with cooperative super, exception groups with notes and except*."""

from __future__ import annotations

import sys
import traceback
import warnings
from abc import ABC, ABCMeta, abstractmethod
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager, nullcontext, redirect_stderr, redirect_stdout
from functools import cached_property, wraps
from io import StringIO
from typing import Any, ClassVar, Generic, TypeVar, final

T = TypeVar("T")
P = TypeVar("P", bound="Plugin")


class PluginError(Exception):
    code: ClassVar[int] = 1

    def __init_subclass__(cls, *, code: int | None = None, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if code is not None:
            cls.code = code

    def __str__(self) -> str:
        return f"[{self.code}] {super().__str__()}"


class LoadError(PluginError, code=2):
    pass


class RunError(PluginError, code=3):
    def __init__(self, plugin: str, reason: object) -> None:
        super().__init__(f"{plugin}: {reason}")
        self.plugin = plugin


class FatalRunError(RunError):
    pass


class Plugin(ABC):
    _registry: ClassVar[dict[str, type[Plugin]]] = {}
    name: ClassVar[str] = ""
    requires: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if cls.name:
            if (old := Plugin._registry.setdefault(cls.name, cls)) is not cls:
                warnings.warn(f"{cls.name} is already {old.__qualname__}", stacklevel=2)

    def __init__(self, **options: Any) -> None:
        super().__init__()
        self.options = options

    @property
    @abstractmethod
    def priority(self) -> int: ...

    @abstractmethod
    def run(self, value: Any) -> Any:
        """What the plugin makes of the value."""
        if value is None:
            raise ValueError("no value")
        return value

    @classmethod
    def create(cls: type[P], **options: Any) -> P:
        return cls(**options)

    def __repr__(self) -> str:
        inner = ", ".join(f"{k}={v!r}" for k, v in self.options.items())
        return f"<{type(self).__qualname__}({inner})>"


class Logged:
    def __init__(self, *, verbose: bool = False, **rest: Any) -> None:
        super().__init__(**rest)
        self.lines: list[str] = []
        self.verbose = verbose

    def run(self, value: Any) -> Any:
        self.lines.append(f"in {value!r}")
        try:
            result = super().run(value)  # type: ignore[misc]
        except BaseException as error:
            self.lines.append(f"failed {error!r}")
            raise
        self.lines.append(f"out {result!r}")
        return result


class Counting:
    total: ClassVar[int] = 0

    def run(self, value: Any) -> Any:
        type(self).total += 1
        Counting.total += 1
        return super().run(value)  # type: ignore[misc]


class Retrying:
    attempts: int = 2

    def run(self, value: Any) -> Any:
        errors: list[Exception] = []
        for _ in range(self.attempts):
            try:
                return super().run(value)  # type: ignore[misc]
            except (ArithmeticError, LookupError) as error:
                error.add_note(f"attempt {len(errors) + 1}")
                errors.append(error)
        raise ExceptionGroup(f"{self.attempts} attempts", errors)


class Doubler(Logged, Plugin):
    name = "double"
    priority = 10

    def run(self, value: Any) -> Any:
        return super().run(value * 2)


class Inverter(Counting, Retrying, Logged, Plugin):
    name = "invert"
    requires = ("double",)
    attempts = 3

    @cached_property
    def priority(self) -> int:
        return 5 + len(self.options)

    def run(self, value: Any) -> Any:
        return super().run(value) and self._invert(value)

    def _invert(self, value: Any) -> Any:
        return 1 / value


class Fragile(Counting, Retrying, Plugin):
    name = "fragile"

    @property
    def priority(self) -> int:
        return 1

    def run(self, value: Any) -> Any:
        return super().run(value)


class Inner(Plugin):
    priority = 0

    def run(self, value: Any) -> Any:
        base = super().run(value)
        return {"a": 1}[base]


class Outer(Retrying, Inner):
    name = "outer"
    requires = ("nothing",)


class Manager:
    def __init__(self) -> None:
        self.active: list[Plugin] = []

    def load(self, *names: str, **options: Any) -> None:
        problems: list[Exception] = []
        for name in names:
            try:
                kind = Plugin._registry[name]
                if missing := set(kind.requires) - {p.name for p in self.active}:
                    raise LoadError(f"{name} needs {', '.join(sorted(missing))}")
                self.active.append(kind.create(**options))
            except KeyError as error:
                problem = LoadError(f"no plugin {error}")
                problem.__cause__ = error
                problems.append(problem)
            except (LoadError, TypeError) as error:
                problems.append(error)
        self.active.sort(key=lambda p: p.priority, reverse=True)
        if problems:
            raise ExceptionGroup("loading", problems)

    def run(self, value: Any) -> list[Any]:
        results: list[Any] = []
        errors: list[Exception] = []
        for plugin in self.active:
            try:
                results.append(plugin.run(value))
            except ExceptionGroup as group:
                errors.append(ExceptionGroup(plugin.name, [group]))
            except Exception as error:
                wrapped = RunError(plugin.name, error)
                wrapped.add_note(f"value was {value!r}")
                try:
                    raise wrapped from error
                except RunError as raised:
                    errors.append(raised)
        if errors:
            raise ExceptionGroup("running", errors)
        return results


@contextmanager
def reported(title: str) -> Iterator[list[str]]:
    lines: list[str] = []
    try:
        yield lines
    except* LoadError as group:
        lines += [f"load {e}" for e in flat(group)]
    except* RunError as group:
        lines += [f"run {e} {e.__notes__} {e.__cause__!r}" for e in flat(group)]
    except* (KeyError, ZeroDivisionError) as group:
        lines += [f"other {e!r} {e.__notes__}" for e in flat(group)]
    finally:
        print(title, *lines, sep="\n  ")


def flat(group: BaseExceptionGroup[Any]) -> Generator[BaseException, None, None]:
    for error in group.exceptions:
        if isinstance(error, BaseExceptionGroup):
            yield from flat(error)
        else:
            yield error


def main() -> None:
    manager = Manager()
    with reported("load all"):
        manager.load("invert", "double", "nope", "fragile", "outer")
    with reported("load with options"):
        manager.load("invert", verbose=True, depth=2)
    with reported("load bad"):
        manager.load("fragile", "outer")
    print(manager.active, [p.priority for p in manager.active], Counting.total)
    for value in (4, 0, None, "ab"):
        with reported(f"run {value!r}") as lines:
            lines.append(str(manager.run(value)))
    print(
        Inverter.total,
        Fragile.total,
        Counting.total,
        [len(p.lines) for p in manager.active if isinstance(p, Logged)],
    )
    print([c.__name__ for c in Inverter.__mro__], Plugin.run.__doc__, getattr(Doubler.run, "__doc__", 0))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")

        class Again(Doubler):
            pass

    print([(w.category.__name__, str(w.message)) for w in caught], Again(x=1))
    try:
        try:
            manager.run(0)
        except ExceptionGroup as group:
            print(repr(group.subgroup(lambda e: isinstance(e, KeyError))), group.split(RunError)[1] is None)
            raise PluginError("final") from group
    except PluginError as error:
        text = "".join(traceback.format_exception(error))
        print(
            [
                line.strip(" |+-")
                for line in text.splitlines()
                if "Error" in line or "Group" in line or "attempt" in line
            ]
        )
    with ExitStack() as stack:
        out, err = StringIO(), StringIO()
        stack.callback(print, "closed", sep="")
        stack.enter_context(redirect_stdout(out))
        stack.enter_context(redirect_stderr(err))
        gen = stack.enter_context(closing(flat(ExceptionGroup("g", [ValueError(1)]))))
        print("hidden", next(gen))
        print("err", file=sys.stderr)
        with nullcontext(5) as five:
            print(five)
    print(repr(out.getvalue()), repr(err.getvalue()))


main()


with warnings.catch_warnings():
    warnings.simplefilter("ignore")

    class Deep(Counting, Doubler):
        pass


print(Deep().run(1), Deep.total)
for alone in (Counting(), Logged()):
    try:
        print(alone.run(2))
    except AttributeError as lacking:
        print(lacking)
