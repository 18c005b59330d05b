"""Random snippets, one function a topic: definitions at the top level and a function `NAME()` that prints.

Every topic takes its `Chance` and the snippet's name and gives the text; its names start with that name.
"""

from __future__ import annotations

from collections.abc import Callable

from expressions import BOOL, BYTES, COUNTS, FLOAT, INT, INTS, PAIR, SET, STR, STRS, TYPES, Expressions, Scope
from kept import kept_numbers
from low_bits import low_bits
from source import Chance, Source
from statements import Statements

Topic = Callable[[Chance, str], str]


def expressions_of(*types: str) -> Topic:
    """Expressions over parameters at the edges; each is guarded by itself."""

    def topic(c: Chance, name: str) -> str:
        source, scope = Source(), Scope()
        parameters = []
        for type_ in (INT, INT, INT, FLOAT, *types, *types):
            parameter = c.name("a")
            scope.add(type_, parameter)
            parameters.append((parameter, type_))
        head = ", ".join(f"{parameter}: {type_}" for parameter, type_ in parameters)
        with source.block(f"def {name}_with({head}) -> None"):
            for _ in range(c.between(5, 9)):
                type_ = c.of(types)
                with source.block("try"):
                    source.add(f"print(repr({Expressions(c, scope).make(type_, 4)}))")
                with source.block("except (ArithmeticError, LookupError, ValueError, TypeError) as error"):
                    source.add("print(type(error).__name__, error)")
        with source.block(f"def {name}() -> None"):
            for _ in range(3):
                plain = Expressions(c, Scope())
                source.add(f"{name}_with({', '.join(plain.leaf(type_) for _, type_ in parameters)})")
        return source.text

    return topic


def mixed(c: Chance, name: str) -> str:
    """Statements of every kind in one function that is called with several arguments."""
    source, scope = Source(), Scope()
    types = [c.of(TYPES) for _ in range(c.between(1, 4))]
    names = [c.name("a") for _ in types]
    result = c.of(TYPES)
    head = ", ".join(f"{a}: {type_}" for a, type_ in zip(names, types, strict=True))
    with source.block(f"def {name}_of({head}) -> {result}"):
        for a, type_ in zip(names, types, strict=True):
            scope.add(type_, a)
        statements = Statements(c, source, scope, budget=14)
        statements.result = result
        for _ in range(c.between(4, 8)):
            statements.statement()
        source.add(f"return {statements.make(result)}")
    with source.block(f"def {name}() -> None"):
        for _ in range(3):
            plain = Expressions(c, Scope())
            with source.block("try"):
                source.add(f"print({name}_of({', '.join(plain.leaf(type_) for type_ in types)}))")
            with source.block("except Exception as error"):
                source.add("print(type(error).__name__, error)")
    return source.text


def errors(c: Chance, name: str) -> str:
    """Nested `try` with `finally`, ways out of it, causes and contexts."""
    source = Source()
    own = [f"{name}Error", f"{name}Sub"]
    with source.block(f"class {own[0]}({c.one('Exception', 'ValueError', 'LookupError', 'OSError')})"):
        if c.happens(0.5):
            with source.block("def __str__(self) -> str"):
                source.add("return f'<{self.args!r}>'")
    with source.block(f"class {own[1]}({own[0]})"):
        if c.happens(0.5):
            with source.block("def __init__(self, code: int, text: str = 'none') -> None"):
                source.add("super().__init__(code, text)")
                source.add("self.code = code")
    kinds = [*own, "ValueError", "KeyError", "ZeroDivisionError", "RuntimeError", "StopIteration"]

    def act(depth: int, in_loop: bool) -> None:
        match c.between(0, 7):
            case 0:
                kind = c.of(kinds)
                source.add(f"raise {kind}({c.small()})")
            case 1:
                with source.block(f"if n % {c.between(2, 4)} == {c.between(0, 1)}"):
                    source.add(f"raise {c.of(kinds)}(n) from {c.one('None', 'KeyError(n)')}")
            case 2:
                source.add(f"return {c.small()}")
            case 3 if in_loop:
                source.add(c.one("break", "continue"))
            case 4:
                source.add(
                    c.one("print(1 // n)", "print([n][n])", "print({0: n}[n])", "print(int(str(n) + 'x'))")
                )
            case 5 | 6 if depth > 0:
                block(depth - 1, in_loop)
            case _:
                source.add(f"print({c.name('at')!r}, n)")

    def block(depth: int, in_loop: bool) -> None:
        shape = c.between(0, 3)
        if shape == 0:
            with source.block(f"for n in range(n, n + {c.between(1, 3)})"):
                act(depth, True)
                act(depth, True)
            return
        with source.block("try"):
            source.add(f"print({c.name('try')!r})")
            act(depth, in_loop)
        if shape != 1:
            error = c.name("e")
            kind = c.one("Exception", own[0], "(ValueError, LookupError)", "ArithmeticError")
            with source.block(f"except {kind} as {error}"):
                source.add(f"print(type({error}).__name__, {error})")
                source.add(f"print(repr({error}.__cause__), repr({error}.__context__))")
                if c.happens(0.4):
                    source.add(
                        c.one("raise", f"raise {c.of(kinds)}(n) from {error}", f"raise {c.of(kinds)}(7)")
                    )
                else:
                    act(depth, in_loop)
        if shape != 1 and c.happens(0.3):
            with source.block("else"):
                act(depth, in_loop)
        if shape != 2 or c.happens(0.4):
            with source.block("finally"):
                source.add(f"print({c.name('finally')!r})")
                if c.happens(0.3):
                    act(0, False)

    with source.block(f"def {name}_of(n: int) -> int"):
        block(2, False)
        block(2, False)
        source.add("return n")
    with source.block(f"def {name}() -> None"):
        with source.block(f"for n in ({', '.join(c.several(2, 4, c.small))},)"):
            with source.block("try"):
                source.add(f"print({name}_of(n))")
            with source.block("except Exception as error"):
                source.add("seen: BaseException | None = error")
                with source.block("while seen is not None"):
                    source.add("print('chain', type(seen).__name__, seen, seen.__suppress_context__)")
                    source.add("seen = seen.__cause__ or seen.__context__")
    return source.text


def classes(c: Chance, name: str) -> str:
    """A small hierarchy: overriding, `super`, properties, operators, dataclasses, class variables."""
    source = Source()
    count = c.between(2, 4)
    names = [f"{name}C{i}" for i in range(count)]
    methods = ["first", "second", "third"]
    for index, own in enumerate(names):
        base = c.of(names[:index]) if index else ""
        if index == 0 and c.happens(0.3):
            source.add(f"@dataclass{c.one('', '(order=True)', '(frozen=False)')}")
            with source.block(f"class {own}"):
                source.add("x: int")
                source.add("label: str = 'base'")
                _methods(c, source, methods, own, None)
        elif index == 0:
            with source.block(f"class {own}"):
                source.add(f"made = {c.small()}")
                with source.block("def __init__(self, x: int, label: str = 'base') -> None"):
                    source.add("self.x = x")
                    source.add("self.label = label")
                _methods(c, source, methods, own, None)
        else:
            with source.block(f"class {own}({base})"):
                if c.happens(0.4):
                    with source.block("def __init__(self, x: int, label: str = 'sub') -> None"):
                        source.add(f"super().__init__(x {c.one('+', '-', '*')} {c.small()}, label)")
                _methods(c, source, [m for m in methods if c.happens(0.6)], own, base)
    with source.block(f"def {name}() -> None"):
        made = ", ".join(f"{c.of(names)}({c.small()}{c.one('', ', ' + c.text())})" for _ in range(4))
        source.add(f"items: list[{names[0]}] = [{made}]")
        with source.block("for item in items"):
            source.add("print(type(item).__name__, item.x, repr(item.label))")
            for method in methods:
                with source.block("try"):
                    source.add(f"print({method!r}, repr(item.{method}({c.small()})))")
                with source.block("except Exception as error"):
                    source.add("print(type(error).__name__, error)")
            for other in names:
                source.add(f"print(isinstance(item, {other}), issubclass(type(item), {other}), end=' ')")
            source.add("print(item == items[0], item is items[-1])")
            source.add(f"item.x += {c.integer()}")
            source.add("print(item.x)")
        if c.happens(0.6):
            source.add(
                "print([type(i).__name__ for i in items if callable(i.first)], len({id(i) for i in items}))"
            )
    return source.text


def _methods(c: Chance, source: Source, methods: list[str], own: str, base: str | None) -> None:
    for method in methods:
        scope = Scope()
        scope.add(INT, "self.x")
        scope.add(STR, "self.label")
        scope.add(INT, "n")
        result = {"first": INT, "second": STR, "third": INTS}[method]
        with source.block(f"def {method}(self, n: int) -> {result}"):
            if base is not None and c.happens(0.5):
                scope.add(result, f"super().{method}(n)")
            source.add(f"print({own + '.' + method!r})")
            value = Expressions(c, scope).make(result, 3)
            if result == INT:
                value = f"clamp({value})"
            source.add(f"return {value}")
    if c.happens(0.4):
        with source.block("def __repr__(self) -> str"):
            source.add(f"return f'{own}({{self.x}}, {{self.label!r}})'")
    if c.happens(0.3) and base is not None:
        with source.block("def __eq__(self, other: object) -> bool"):
            source.add(f"return isinstance(other, {own}) and other.x == self.x")
        if c.happens(0.5):
            with source.block("def __hash__(self) -> int"):
                source.add("return hash(self.x)")
    if c.happens(0.3):
        with source.block("def __len__(self) -> int"):
            source.add("return abs(self.x) % 3")


def closures(c: Chance, name: str) -> str:
    """Inner functions that share variables, lambdas kept in lists, defaults and decorators."""
    source = Source()
    with source.block(f"def {name}_maker(start: int, step: int = {c.small()}) -> list[Callable[[int], int]]"):
        source.add("total = start")
        source.add("log: list[int] = []")
        inner = [c.name("inner") for _ in range(c.between(1, 3))]
        for own in inner:
            scope = Scope()
            for variable in ("total", "n", "step", "start"):
                scope.add(INT, variable)
            scope.add(INTS, "log")
            with source.block(
                f"def {own}(n: int{c.one('', ', extra: int = ' + c.small(), ', *rest: int')}) -> int"
            ):
                if c.happens(0.7):
                    source.add("nonlocal total")
                    source.add(f"total = clamp({Expressions(c, scope).make(INT, 2)})")
                source.add(c.one("log.append(n)", "log.insert(0, step)", "print('called', n)"))
                source.add(f"return clamp({Expressions(c, scope).make(INT, 3)})")
        lambdas = ", ".join(
            f"lambda n: n {c.one('+', '-', '*')} {c.one('total', 'step', 'len(log)')}" for _ in range(2)
        )
        source.add(f"made: list[Callable[[int], int]] = [{', '.join(inner)}, {lambdas}]")
        with source.block(f"for k in range({c.between(1, 3)})"):
            with source.block(f"def kept(n: int{c.one('', ', k: int = k')}) -> int"):
                source.add("return n - k")
            source.add(c.one("made.append(lambda n: n + k)", "made.append(kept)"))
        source.add("return made")
    with source.block(f"def {name}_twice(f: Callable[[int], int]) -> Callable[[int], int]"):
        with source.block("def wrapper(n: int) -> int"):
            source.add(f"return clamp(f(f(n) {c.one('+', '-')} {c.small()}))")
        source.add("return wrapper")
    source.add(f"@{name}_twice")
    with source.block(f"def {name}_decorated(n: int) -> int"):
        source.add(f"return n {c.one('+ 1', '* 2', '// 2', '- 7')}")
    with source.block(f"def {name}() -> None"):
        source.add(
            f"for f in {name}_maker({c.integer()}{c.one('', ', ' + c.small(), ', step=' + c.small())}):"
        )
        source.depth += 1
        with source.block("try"):
            source.add(f"print(f({c.small()}), f({c.integer()}), {name}_twice(f)({c.small()}))")
        with source.block("except Exception as error"):
            source.add("print(type(error).__name__, error)")
        source.depth -= 1
        source.add(f"print({name}_decorated({c.integer()}), list(map({name}_decorated, range(3))))")
    return source.text


def generators(c: Chance, name: str) -> str:
    """Generators with `send`, `throw`, `close`, `yield from` and `finally`."""
    source = Source()

    def act(own: str, depth: int) -> None:
        match c.between(0, 8):
            case 0 | 1:
                source.add(f"print('got', (yield {c.one('n', 'total', c.small())}))")
            case 2:
                source.add("got = yield total")
                with source.block("if got is not None"):
                    source.add("total += got")
            case 3 if own.endswith("outer"):
                source.add(f"total += yield from {name}_inner({c.one('n', 'n - 1', c.small())})")
            case 4:
                with source.block(f"for step in range({c.between(1, 3)})"):
                    source.add("yield step * n")
            case 5 | 6 if depth > 0:
                with source.block("try"):
                    act(own, depth - 1)
                    act(own, depth - 1)
                if c.happens(0.7):
                    with source.block(f"except {c.one('ValueError', 'Exception', 'KeyError')} as error"):
                        source.add("print('caught', repr(error))")
                        source.add(
                            c.one("yield -1", "raise", "pass", "return total", "raise RuntimeError('again')")
                        )
                    with source.block("finally"):
                        source.add("print('finally', n)")
                else:
                    with source.block("finally"):
                        source.add(c.one("print('left')", "total += 1"))
            case 7:
                with source.block(f"if n > {c.between(0, 3)}"):
                    source.add(
                        c.one("return total", "raise KeyError(n)", "yield n", "raise StopIteration(n)")
                    )
            case _:
                source.add(f"total += {c.small()}")

    for part in ("inner", "outer"):
        own = f"{name}_{part}"
        with source.block(f"def {own}(n: int) -> Generator[int, int | None, int]"):
            source.add(f"total = {c.small()}")
            if c.happens(0.7):
                source.add("yield n")
            for _ in range(c.between(2, 4)):
                act(own, 2)
            if c.happens(0.3):
                source.add("yield total")
            source.add("yield 99")
            source.add("return total")
    with source.block(f"def {name}() -> None"):
        for _ in range(3):
            it = c.name("g")
            source.add(f"{it} = {name}_{c.one('outer', 'outer', 'inner')}({c.between(-1, 5)})")
            with source.block("try"):
                for _ in range(c.between(2, 6)):
                    source.add(
                        c.one(
                            f"print(next({it}))",
                            f"print(next({it}))",
                            f"print({it}.send({c.small()}))",
                            f"print({it}.send(None))",
                            f"print({it}.throw({c.one('ValueError', 'KeyError')}({c.small()})))",
                            f"{it}.close()",
                            f"print(next({it}, 'end'))",
                        )
                    )
                source.add(f"print(list({it}))")
            with source.block("except StopIteration as stop"):
                source.add("print('stopped', stop.value)")
            with source.block("except Exception as error"):
                source.add("print(type(error).__name__, error, repr(error.__cause__))")
    return source.text


def coroutines(c: Chance, name: str) -> str:
    """Tasks that sleep, wait for each other, fail and are cancelled."""
    source = Source()
    with source.block(f"async def {name}_work(n: int, log: list[str]) -> int"):
        source.add("start = n")
        with source.block("try"):
            for _ in range(c.between(1, 4)):
                match c.between(0, 5):
                    case 0 | 1:
                        source.add("await asyncio.sleep(0)")
                    case 2:
                        source.add(f"log.append(f'{c.name('w')} {{n}}')")
                    case 3:
                        with source.block(f"if n == {c.between(0, 4)}"):
                            source.add(f"raise {c.one('ValueError', 'KeyError', 'OSError')}(n)")
                    case 4:
                        with source.block(f"if n > {c.between(1, 4)}"):
                            source.add(f"n += await {name}_work(start - 2, log)")
                    case _:
                        with source.block(f"for i in range({c.between(1, 3)})"):
                            source.add("await asyncio.sleep(0)")
                            source.add("log.append(f'{i}/{n}')")
        if c.happens(0.4):
            with source.block("except asyncio.CancelledError"):
                source.add("log.append(f'cancelled {n}')")
                source.add("raise")
        with source.block("finally"):
            source.add("log.append(f'end {n}')")
        source.add(f"return n {c.one('*', '+', '-')} {c.small()}")
    with source.block(f"async def {name}_ticks(n: int) -> AsyncIterator[int]"):
        with source.block("for i in range(n)"):
            if c.happens(0.6):
                source.add("await asyncio.sleep(0)")
            source.add(f"yield i {c.one('*', '+')} {c.small()}")
    with source.block(f"async def {name}_main() -> None"):
        source.add("log: list[str] = []")
        numbers = ", ".join(str(c.between(0, 5)) for _ in range(3))
        for _ in range(c.between(1, 3)):
            match c.between(0, 4):
                case 0:
                    source.add(f"works = [{name}_work(n, log) for n in ({numbers})]")
                    source.add("done = await asyncio.gather(*works, return_exceptions=True)")
                    source.add("print([repr(d) for d in done])")
                case 1:
                    with source.block("try"):
                        source.add(
                            f"print(await asyncio.gather(*[{name}_work(n, log) for n in ({numbers})]))"
                        )
                    with source.block("except Exception as error"):
                        source.add("print(repr(error))")
                    source.add("await asyncio.sleep(0)")
                case 2:
                    source.add(f"print([i async for i in {name}_ticks({c.between(0, 4)}) if i != 1])")
                case 3:
                    task = c.name("task")
                    source.add(f"{task} = asyncio.create_task({name}_work({c.between(0, 5)}, log))")
                    for _ in range(c.between(0, 2)):
                        source.add("await asyncio.sleep(0)")
                    source.add(f"print({task}.cancel())")
                    with source.block("try"):
                        source.add(f"print(await {task})")
                    with source.block("except asyncio.CancelledError"):
                        source.add("print('was cancelled')")
                    with source.block("except Exception as error"):
                        source.add("print(repr(error))")
                case _:
                    with source.block("try"):
                        with source.block("async with asyncio.timeout(None)"):
                            source.add(f"print(await {name}_work({c.between(0, 5)}, log))")
                    with source.block("except Exception as error"):
                        source.add("print(repr(error))")
        source.add("print(log)")
    with source.block(f"def {name}() -> None"):
        source.add(f"asyncio.run({name}_main())")
    return source.text


def matching(c: Chance, name: str) -> str:
    """`match` over a union and over `object`: literals, sequences, mappings, classes, guards."""
    source = Source()
    source.add("@dataclass")
    with source.block(f"class {name}Point"):
        source.add("x: int")
        source.add("y: int = 0")
    names: list[str] = []

    def pattern(depth: int) -> str:
        match c.between(0, 11):
            case 0:
                return c.one(
                    "0", "1", "-1", "2", "4611686018427387904", "'a'", "''", "b'a'", "None", "True", "1.5"
                )
            case 1:
                names.append(c.name("m"))
                return names[-1] if depth < 2 else f"int({names[-1]})"
            case 2:
                return c.one("int()", "str()", "bool()", "float()", "bytes()", "list()", "dict()")
            case 3 | 4 if depth > 0:
                parts = [pattern(depth - 1) for _ in range(c.between(0, 3))]
                if c.happens(0.4):
                    names.append(c.name("m"))
                    parts.insert(c.between(0, len(parts)), c.one("*_", "*" + names[-1]))
                    if "*_" in parts:
                        names.pop()
                return f"[{', '.join(parts)}]"
            case 5 if depth > 0:
                return "{" + f"{c.one(chr(39) + 'a' + chr(39), '1')}: {pattern(depth - 1)}" + "}"
            case 6 if depth > 0:
                return f"{name}Point({pattern(depth - 1)}{c.one('', ', y=' + c.small().strip('()'))})"
            case 7 if depth > 0:
                return (
                    "("
                    + " | ".join(c.several(2, 3, lambda: c.one("1", "2", "'a'", "None", "int()", "[]")))
                    + ")"
                )
            case 8 if depth > 0:
                names.append(c.name("m"))
                kept = names[-1]
                return f"({pattern(0) if depth < 2 else 'str()'} as {kept})"
            case _:
                return "_" if depth < 2 else "str()"

    with source.block(f"def {name}_of(value: object) -> str"):
        with source.block("match value"):
            for number in range(c.between(3, 6)):
                names.clear()
                text = pattern(2)
                guard = c.one("", "", f" if len(str(value)) > {c.between(1, 6)}")
                with source.block(f"case {text}{guard}"):
                    shown = "".join(f" {{{n}!r}}" for n in names)
                    source.add(f"return f'{number}{shown}'")
            with source.block("case _"):
                source.add("return 'none'")
    with source.block(f"def {name}() -> None"):
        values = [
            "0",
            "1",
            "True",
            "1.0",
            "1.5",
            "-1",
            "None",
            "'a'",
            "''",
            "b'a'",
            "[]",
            "[1]",
            "[1, 2, 'a']",
            "(1, 2)",
            "(0,)",
            "{'a': 1}",
            "{1: [2]}",
            "{}",
            f"{name}Point(1)",
            f"{name}Point(0, 2)",
            "[[1], 2]",
            "2 ** 62",
            "range(2)",
            f"[{name}Point(1), None]",
            "bytearray(b'a')",
        ]
        source.add(f"values: list[object] = [{', '.join(values)}]")
        with source.block("for value in values"):
            source.add(f"print({name}_of(value), end=';')")
        source.add("print()")
    return source.text


TOPICS: dict[str, Topic] = {
    "ints": expressions_of(INT, BOOL),
    "floats": expressions_of(FLOAT, BOOL, INT),
    "kept": kept_numbers,
    "low_bits": low_bits,
    "texts": expressions_of(STR, STRS),
    "data": expressions_of(BYTES, STR),
    "containers": expressions_of(INTS, COUNTS, SET, PAIR, STRS),
    "mixed": mixed,
    "errors": errors,
    "classes": classes,
    "closures": closures,
    "generators": generators,
    "coroutines": coroutines,
    "matching": matching,
}
