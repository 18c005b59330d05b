"""Random statements: assignments, loops, branches, `try`, mutation of containers, printing what they did."""

from __future__ import annotations

from expressions import BOOL, BYTES, COUNTS, FLOAT, INT, INTS, PAIR, SET, STR, STRS, TYPES, Expressions, Scope
from source import Chance, Source

CAUGHT = "(ArithmeticError, LookupError, ValueError, TypeError)"


class Statements:
    """Writes statements of one function body; `budget` bounds how many."""

    def __init__(self, chance: Chance, source: Source, scope: Scope, budget: int = 12) -> None:
        self.chance = chance
        self.source = source
        self.scope = scope
        self.budget = budget
        self.in_loop = False
        self.result: str | None = None  # the type that `return` gives

    def make(self, type_: str, depth: int = 2) -> str:
        return Expressions(self.chance, self.scope).make(type_, depth)

    def bounded(self, type_: str, depth: int = 2) -> str:
        """As `make`, but in loops no value grows beyond bounds."""
        text = self.make(type_, depth)
        if not self.in_loop:
            return text
        return {INT: f"clamp({text})", STR: f"({text})[:60]", BYTES: f"({text})[:60]"}.get(
            type_, f"({text})[:20]" if type_ in (INTS, STRS) else text
        )

    def declare(self, type_: str | None = None) -> str:
        """A new variable; what raises leaves it with a plain value."""
        type_ = type_ or self.chance.of(TYPES)
        name = self.chance.name("v")
        plain = Expressions(self.chance, Scope()).leaf(type_)
        self.source.add(f"{name}: {type_} = {plain}")
        with self.source.block("try"):
            self.source.add(f"{name} = {self.bounded(type_, 3)}")
        with self.source.block(f"except {CAUGHT} as error"):
            self.source.add(f"print({name!r}, type(error).__name__, error)")
        self.show(name, type_)
        self.scope.add(type_, name)
        return name

    def show(self, name: str, type_: str) -> None:
        shown = f"sorted({name})" if type_ == SET and self.chance.happens(0.5) else name
        self.source.add(self.chance.one(f"print({name!r}, repr({shown}))", f'print(f"{name}={{{shown}!r}}")'))

    def body(self, low: int, high: int) -> None:
        """Some statements in a scope of their own."""
        outer, self.scope = self.scope, Scope(self.scope)
        for _ in range(self.chance.between(low, high)):
            self.statement()
        self.scope = outer

    def statement(self) -> None:
        c, source = self.chance, self.source
        if self.budget <= 0:
            source.add(f"print({c.name('p')!r})")
            return
        self.budget -= 1
        match c.between(0, 13):
            case 0 | 1 | 2 | 3:
                self.declare()
            case 4 | 5:
                self.augment()
            case 6:
                self.branch()
            case 7 | 8:
                self.loop()
            case 9:
                self.attempt()
            case 10 | 11:
                self.mutate()
            case 12:
                self.unpack()
            case _:
                self.leave()

    def augment(self) -> None:
        c = self.chance
        type_ = c.one(INT, INT, FLOAT, STR, INTS, SET)
        names = self.scope.writable(type_)
        if not names:
            self.declare(type_)
            return
        name = c.of(names)
        operators = {
            INT: ("+", "-", "*", "//", "%", "&", "|", "^"),
            FLOAT: ("+", "-", "*", "/"),
            SET: ("|", "&", "-", "^"),
        }
        operator = c.of(operators.get(type_, ("+",)))
        with self.source.block("try"):
            self.source.add(f"{name} {operator}= {self.bounded(type_)}")
            if self.in_loop and type_ == INT:
                self.source.add(f"{name} = clamp({name})")
            elif self.in_loop and type_ == STR:
                self.source.add(f"{name} = {name}[-60:]")
            elif self.in_loop and type_ == INTS:
                self.source.add(f"del {name}[20:]")
        with self.source.block(f"except {CAUGHT} as error"):
            self.source.add(f"print({name!r}, {operator!r}, type(error).__name__, error)")
        self.show(name, type_)

    def branch(self) -> None:
        with self.source.block(f"if {self.make(BOOL)}"):
            self.body(1, 2)
        if self.chance.happens(0.4):
            with self.source.block(f"elif {self.make(BOOL)}"):
                self.body(1, 2)
        if self.chance.happens(0.6):
            with self.source.block("else"):
                self.body(1, 2)

    def loop(self) -> None:
        c, source = self.chance, self.source
        outer, self.scope, was = self.scope, Scope(self.scope), self.in_loop
        a, b = c.name("n"), c.name("n")
        frozen = [(type_, c.name("it")) for type_ in (c.one(INTS, STRS, COUNTS, STR, BYTES),)]
        type_, held = frozen[0]
        source.add(
            f"{held} = list({self.make(type_)})[:4]" if type_ != COUNTS else f"{held} = {self.make(type_)}"
        )
        item = {INTS: INT, BYTES: INT, STRS: STR, STR: STR, COUNTS: STR}[type_]
        match c.between(0, 4):
            case 0:
                head = f"for {a} in range({c.between(-2, 4)}, {c.between(-2, 6)}{c.one('', ', 2', ', -1')})"
                self.scope.add(INT, a, fixed=True)
            case 1:
                head = f"for {a}, {b} in enumerate({held}{c.one('', ', 5')})"
                self.scope.add(INT, a, fixed=True)
                self.scope.add(item, b, fixed=True)
            case 2 if type_ == COUNTS:
                head = f"for {a}, {b} in {c.one(held, 'sorted(' + held + '.items())')}.items()".replace(
                    ").items()", ")"
                )
                self.scope.add(STR, a, fixed=True)
                self.scope.add(INT, b, fixed=True)
            case 3:
                source.add(f"{a} = 0")
                head = f"while ({a} := {a} + 1) < {c.between(2, 5)}{c.one('', ' and ' + self.make(BOOL))}"
                self.scope.add(INT, a, fixed=True)
            case _:
                head = f"for {a} in {c.one(held, 'reversed(list(' + held + '))')}"
                self.scope.add(item, a, fixed=True)
        self.in_loop = True
        with source.block(head):
            source.add(f"print({held!r}, {a})" if item == INT else f"print({held!r}, repr({a}))")
            for _ in range(c.between(1, 2)):
                self.statement()
            if c.happens(0.3):
                with source.block(f"if {self.make(BOOL)}"):
                    source.add(c.one("break", "continue"))
        if c.happens(0.3):
            with source.block("else"):
                source.add(f"print({held!r}, 'ended')")
        self.scope, self.in_loop = outer, was

    def attempt(self) -> None:
        c, source = self.chance, self.source
        with source.block("try"):
            self.body(0, 1)
            error = c.one(
                "ValueError", "KeyError", "IndexError", "ZeroDivisionError", "RuntimeError", "OSError"
            )
            with source.block(f"if {self.make(BOOL)}"):
                source.add(f"raise {error}({self.make(c.one(INT, STR, PAIR), 1)})")
            source.add(
                f"print({self.make(c.one(INT, STR, INTS))})" if c.happens(0.5) else "print('no error')"
            )
        name = c.name("e")
        first = c.one(
            "ZeroDivisionError", "LookupError", "(KeyError, ValueError)", "ArithmeticError", "OSError"
        )
        with source.block(f"except {first} as {name}"):
            source.add(f"print(type({name}).__name__, {name}, {name}.args)")
        with source.block(f"except Exception as {name}"):
            source.add(f"print('other', repr({name}))")
        if c.happens(0.4):
            with source.block("else"):
                self.body(0, 1)
        if c.happens(0.5):
            with source.block("finally"):
                source.add("print('finally')")

    def mutate(self) -> None:
        c, source = self.chance, self.source
        type_ = c.one(INTS, INTS, STRS, COUNTS, SET)
        names = self.scope.writable(type_)
        name = c.of(names) if names else self.declare(type_)
        item = {INTS: INT, STRS: STR, COUNTS: STR, SET: INT}[type_]
        value = self.bounded(item, 1)
        index = Expressions(c, self.scope).index()
        bounds = Expressions(c, self.scope).bounds()
        match type_:
            case "list[int]" | "list[str]":
                line = c.one(
                    f"{name}.append({value})",
                    f"{name}.insert({index}, {value})",
                    f"{name}[{index}] = {value}",
                    f"del {name}[{index}]",
                    f"del {name}[{bounds}]",
                    f"{name}[{bounds}] = {self.make(type_, 1)}",
                    f"{name}.sort()",
                    f"{name}.reverse()",
                    f"{name}.remove({value})",
                    f"print({name}.pop({index}))",
                    f"{name}.extend({self.make(type_, 1)})",
                    f"print({name}.index({value}))",
                    f"print({name}.pop())",
                    f"print({name}.count({value}))",
                    f"{name}.clear()",
                    f"{name} = {name}.copy()",
                )
            case "dict[str, int]":
                number = self.bounded(INT, 1)
                line = c.one(
                    f"{name}[{value}] = {number}",
                    f"del {name}[{value}]",
                    f"print({name}.pop({value}))",
                    f"print({name}.pop({value}, {number}))",
                    f"print({name}.setdefault({value}, {number}))",
                    f"{name}.update({self.make(COUNTS, 1)})",
                    f"print({name}[{value}])",
                    f"print({name}.popitem())",
                    f"print(list({name}.items()))",
                    f"{name} |= {self.make(COUNTS, 1)}",
                )
            case _:
                line = c.one(
                    f"{name}.add({value})",
                    f"{name}.discard({value})",
                    f"{name}.remove({value})",
                    f"{name}.update({self.make(INTS, 1)})",
                    f"print({name}.issubset({self.make(SET, 1)}))",
                    f"{name} = {name}.union({self.make(SET, 1)})",
                    f"{name}.intersection_update({self.make(INTS, 1)})",
                )
        with source.block("try"):
            source.add(line)
        with source.block(f"except {CAUGHT} as error"):
            source.add(f"print({name!r}, type(error).__name__, error)")
        self.show(name, type_)

    def unpack(self) -> None:
        c, source = self.chance, self.source
        a, b = c.name("u"), c.name("u")
        source.add(f"{a}: int = {c.small()}")
        match c.between(0, 2):
            case 0:
                source.add(f"{b}: str = {c.text()}")
                line, type_ = f"{a}, {b} = {self.make(PAIR)}", STR
            case 1:
                source.add(f"{b}: list[int] = []")
                line, type_ = c.one(f"{a}, *{b} = {self.make(INTS)}", f"*{b}, {a} = {self.make(INTS)}"), INTS
            case _:
                source.add(f"{b}: int = {c.small()}")
                line, type_ = c.one(f"{a}, {b} = ({self.make(INTS)})[:2]", f"{a}, {b} = {b}, {a}"), INT
        with source.block("try"):
            source.add(line)
        with source.block("except ValueError as error"):
            source.add("print(error)")
        source.add(f"print({a}, {b!s})")
        self.scope.add(INT, a)
        self.scope.add(type_, b)

    def leave(self) -> None:
        """An early `return`, sometimes."""
        if self.result is None:
            self.declare()
            return
        with self.source.block(f"if {self.make(BOOL)}"):
            self.source.add(f"return {self.make(self.result)}")
