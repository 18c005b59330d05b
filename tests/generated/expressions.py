"""Random expressions of a given type over the variables in scope."""

from __future__ import annotations

from source import Chance

INT, FLOAT, BOOL, STR, BYTES = "int", "float", "bool", "str", "bytes"
INTS, STRS, COUNTS, PAIR, SET = "list[int]", "list[str]", "dict[str, int]", "tuple[int, str]", "set[int]"
TYPES = (INT, FLOAT, BOOL, STR, BYTES, INTS, STRS, COUNTS, PAIR, SET)


class Scope:
    """The variables that an expression may read, by type."""

    def __init__(self, outer: Scope | None = None) -> None:
        # Comprehensions are functions of their own up to CPython 3.11, where `super()` fails.
        self.names: dict[str, list[str]] = {
            t: [name for name in outer.names[t] if not name.startswith("super()")] if outer else []
            for t in TYPES
        }
        self.fixed: set[str] = (
            set(outer.fixed) if outer else set()
        )  # loop variables and what is iterated over

    def add(self, type_: str, name: str, fixed: bool = False) -> None:
        self.names[type_].append(name)
        if fixed:
            self.fixed.add(name)

    def writable(self, type_: str) -> list[str]:
        return [name for name in self.names[type_] if name not in self.fixed]


class Expressions:
    """Makes expressions; `depth` is how many operations may still be nested."""

    def __init__(self, chance: Chance, scope: Scope) -> None:
        self.chance = chance
        self.scope = scope

    def make(self, type_: str, depth: int = 2) -> str:
        if depth <= 0 or self.chance.happens(0.15):
            return self.leaf(type_)
        d = depth - 1
        match type_:
            case "int":
                return self.integer(d)
            case "float":
                return self.number(d)
            case "bool":
                return self.truth(d)
            case "str":
                return self.text(d)
            case "bytes":
                return self.data(d)
            case "list[int]":
                return self.ints(d)
            case "list[str]":
                return self.strs(d)
            case "dict[str, int]":
                return self.counts(d)
            case "tuple[int, str]":
                return self.pair(d)
            case _:
                return self.set(d)

    def leaf(self, type_: str) -> str:
        names = self.scope.names[type_]
        if names and self.chance.happens(0.7):
            return self.chance.of(names)
        c = self.chance
        match type_:
            case "int":
                return c.integer()
            case "float":
                return c.number()
            case "bool":
                return c.one("True", "False")
            case "str":
                return c.text()
            case "bytes":
                return c.data()
            case "list[int]":
                return _literal("[]", c.several(0, 5, c.small), "list[int]()")
            case "list[str]":
                return _literal("[]", c.several(0, 4, c.text), "list[str]()")
            case "dict[str, int]":
                return _literal("{}", c.several(0, 4, lambda: f"{c.text()}: {c.small()}"), "dict[str, int]()")
            case "tuple[int, str]":
                return f"({c.integer()}, {c.text()})"
            case _:
                return _literal("{}", c.several(0, 5, c.small), "set[int]()")

    def index(self) -> str:
        """Mostly small: an index, a bound or a count."""
        names = self.scope.names[INT]
        if names and self.chance.happens(0.3):
            return f"{self.chance.of(names)} % {self.chance.between(2, 6)}"
        return self.chance.one(
            "0", "1", "2", "3", "-1", "-2", "-3", "5", "100", "-100", "4611686018427387904"
        )

    def bounds(self) -> str:
        c = self.chance

        def part() -> str:
            return self.index() if c.happens(0.65) else ""

        step = "" if c.happens(0.6) else ":" + c.one("", "1", "2", "-1", "-2", "3", "0", "-100", self.index())
        return f"{part()}:{part()}{step}"

    def integer(self, d: int) -> str:
        c, m = self.chance, self.make
        kind = c.between(0, 27)
        if kind < 9:
            operator = c.one("+", "-", "*", "+", "-", "*", "&", "|", "^", "//", "%")
            return f"({m(INT, d)} {operator} {m(INT, d)})"
        match kind:
            case 9:
                return f"({m(INT, d)} << {c.one('0', '1', '29', '30', '31', '61', '62', '63', '64', '65')})"
            case 10:
                return (
                    f"({m(INT, d)} >> {c.one('0', '1', '30', '31', '62', '63', '64', '200', self.index())})"
                )
            case 11:
                return f"({m(INT, d)} ** {c.between(0, 5)})"
            case 12:
                return f"{c.one('-', '~', '+')}{m(INT, d)}"
            case 13:
                return f"abs({m(INT, d)})"
            case 14:
                return f"{c.one('min', 'max')}({m(INT, d)}, {m(INT, d)})"
            case 15:
                return f"divmod({m(INT, d)}, {m(INT, d)})[{c.one('0', '1')}]"
            case 16:
                return f"len({m(c.one(STR, BYTES, INTS, STRS, COUNTS, SET), d)})"
            case 17:
                return f"int({m(c.one(FLOAT, BOOL), d)})"
            case 18:
                return f"({m(INT, d)} if {m(BOOL, d)} else {m(INT, d)})"
            case 19:
                return f"{m(INTS, d)}[{self.index()}]"
            case 20:
                name = c.one("bit_length", "bit_count", "conjugate", "__index__", "__hash__")
                return f"({m(INT, d)}).{name}()"
            case 21:
                return f"sum({m(INTS, d)}{c.one('', ', ' + m(INT, d))})"
            case 22:
                return f"{m(STR, d)}.{c.one('find', 'rfind', 'index', 'count')}({m(STR, d)})"
            case 23:
                return f"pow({m(INT, d)}, {c.between(0, 70)}, {m(INT, d)})"
            case 24:
                return f"{m(COUNTS, d)}.get({m(STR, d)}, {m(INT, d)})"
            case 25:
                return f"{m(PAIR, d)}[0]"
            case 26:
                return (
                    f"round({m(FLOAT, d)})" if c.happens(0.5) else f"round({m(INT, d)}, {c.between(-3, 2)})"
                )
            case _:
                order = c.one("'little'", "'big'")
                signed = c.one("", ", signed=True", ", signed=False")
                return f"int.from_bytes({m(BYTES, d)}, {order}{signed})"

    def number(self, d: int) -> str:
        c, m = self.chance, self.make
        kind = c.between(0, 13)
        if kind < 5:
            return f"({m(FLOAT, d)} {c.one('+', '-', '*', '/', '//', '%')} {m(FLOAT, d)})"
        match kind:
            case 5:
                return f"({m(INT, d)} / {m(INT, d)})"
            case 6:
                return f"({m(FLOAT, d)} {c.one('+', '-', '*', '/')} {m(INT, d)})"
            case 7:
                return f"({m(INT, d)} {c.one('+', '-', '*', '//', '%')} {m(FLOAT, d)})"
            case 8:
                return f"float({m(c.one(INT, BOOL, FLOAT), d)})"
            case 9:
                return f"{c.one('-', '+')}{m(FLOAT, d)}"
            case 10:
                return f"abs({m(FLOAT, d)})"
            case 11:
                return f"round({m(FLOAT, d)}, {c.between(-3, 6)})"
            case 12:
                return f"{c.one('min', 'max')}({m(FLOAT, d)}, {m(FLOAT, d)})"
            case _:
                return f"({m(FLOAT, d)} if {m(BOOL, d)} else {m(FLOAT, d)})"

    def truth(self, d: int) -> str:
        c, m = self.chance, self.make
        compare = c.one("<", "<=", ">", ">=", "==", "!=")
        kind = c.between(0, 12)
        match kind:
            case 0 | 1:
                return f"({m(INT, d)} {compare} {m(INT, d)})"
            case 2:
                return f"({m(INT, d)} {compare} {m(FLOAT, d)})"
            case 3:
                return f"({m(STR, d)} {compare} {m(STR, d)})"
            case 4:
                type_ = c.one(INTS, STRS, PAIR, BYTES, SET)
                return f"({m(type_, d)} {compare} {m(type_, d)})"
            case 5:
                return f"({m(BOOL, d)} {c.one('and', 'or', '&', '|', '^', '==')} {m(BOOL, d)})"
            case 6:
                return f"(not {m(c.of(TYPES), d)})"
            case 7:
                return f"({m(INT, d)} {c.one('in', 'not in')} {m(c.one(INTS, SET), d)})"
            case 8:
                return f"({m(STR, d)} {c.one('in', 'not in')} {m(c.one(STR, STRS, COUNTS), d)})"
            case 9:
                return f"({m(INT, d)} {c.one('<', '<=')} {m(INT, d)} {c.one('<', '<=', '!=')} {m(INT, d)})"
            case 10:
                method = c.one("isdigit", "isalpha", "isalnum", "isspace", "isupper", "islower", "istitle")
                return (
                    f"{m(STR, d)}.{c.one(method, 'isidentifier', 'isnumeric', 'isdecimal', 'isprintable')}()"
                )
            case 11:
                return f"{m(STR, d)}.{c.one('startswith', 'endswith')}({m(STR, d)})"
            case _:
                return f"{c.one('any', 'all')}({m(c.one(INTS, STRS), d)})"

    def text(self, d: int) -> str:
        c, m = self.chance, self.make
        match c.between(0, 17):
            case 0 | 1:
                return f"({m(STR, d)} + {m(STR, d)})"
            case 2:
                return f"{m(STR, d)}[{self.bounds()}]"
            case 3:
                return f"{m(STR, d)}[{self.index()}]"
            case 4:
                name = c.one("upper", "lower", "title", "capitalize", "swapcase", "casefold", "strip")
                return f"{m(STR, d)}.{c.one(name, 'lstrip', 'rstrip', 'expandtabs')}()"
            case 5:
                return f"{m(STR, d)}.replace({m(STR, d)}, {m(STR, d)}{c.one('', ', 1', ', 0', ', -1')})"
            case 6:
                name = c.one("center", "ljust", "rjust")
                fill = c.one("", ", '*'", ", '😀'")
                return f"{m(STR, d)}.{name}({c.between(0, 12)}{fill})"
            case 7:
                return f"{m(STR, d)}.{c.one('zfill(9)', 'zfill(2)')}"
            case 8:
                return f"{c.one('str', 'repr', 'ascii')}({m(c.of(TYPES), d)})"
            case 9:
                return f"{m(STR, d)}.join({m(STRS, d)})"
            case 10:
                return f"({m(STR, d)} * {self.chance.between(-1, 3)})"
            case 11:
                spec = c.one(
                    "", ":>12", ":<8", ":^9", ":+d", ":,", ":x", ":#b", ":08d", ":_", ":*^+20,d", ":e"
                )
                return f"f'<{{({self.plain(INT, d)}){spec}}}>'"
            case 12:
                spec = c.one(
                    "", ":.3f", ":10.2e", ":g", ":+.0f", ":,.2f", ":%", ":.17g", ":#.3g", ":012.4f", ":n"
                )
                return f"f'{{({self.plain(FLOAT, d)}){spec}}}'"
            case 13:
                text = f"'%{c.one('d', '5d', '-5d', '05d', 'x', '+d', 'o', 's', 'r', '.3f', 'e', 'g')}|' %"
                return f"({text} {m(INT, d)})"
            case 14:
                return f"{c.one('hex', 'bin', 'oct')}({m(INT, d)})"
            case 15:
                return f"{m(PAIR, d)}[1]"
            case 16:
                return f"{m(STR, d)}.{c.one('removeprefix', 'removesuffix', 'strip', 'lstrip')}({m(STR, d)})"
            case _:
                return f"chr({m(INT, d)} % {c.one('128', '256', '5000', '1114112')})"

    def plain(self, type_: str, d: int) -> str:
        """Something that may stand in an f-string in single quotes (Python 3.11 allows no nesting)."""
        text = self.make(type_, d)
        return self.plain(type_, d - 1) if "'" in text or '"' in text or "\\" in text else text

    def data(self, d: int) -> str:
        c, m = self.chance, self.make
        match c.between(0, 8):
            case 0:
                return f"({m(BYTES, d)} + {m(BYTES, d)})"
            case 1:
                return f"{m(BYTES, d)}[{self.bounds()}]"
            case 2:
                codec = c.one("", "'latin-1'", "'utf-16'", "'ascii', 'replace'")
                return f"{m(STR, d)}.encode({codec})"
            case 3:
                return f"bytes({m(INTS, d)})"
            case 4:
                return f"{m(BYTES, d)}.{c.one('upper', 'lower', 'title', 'strip', 'swapcase')}()"
            case 5:
                return f"{m(BYTES, d)}.replace({m(BYTES, d)}, {m(BYTES, d)})"
            case 6:
                order, size = c.one("'little'", "'big'"), c.one(1, 4, 8, 17)
                return f"({m(INT, d)}).to_bytes({size}, {order}{c.one('', ', signed=True')})"
            case 7:
                return f"bytes(bytearray({m(BYTES, d)}))"
            case _:
                return f"({m(BYTES, d)} * {c.between(-1, 3)})"

    def ints(self, d: int) -> str:
        c, m = self.chance, self.make
        match c.between(0, 10):
            case 0:
                return f"({m(INTS, d)} + {m(INTS, d)})"
            case 1:
                return f"{m(INTS, d)}[{self.bounds()}]"
            case 2:
                return f"sorted({m(c.one(INTS, SET), d)}{c.one('', ', reverse=True', ', key=str')})"
            case 3:
                name = c.name("i")
                inner = Expressions(c, Scope(self.scope))
                inner.scope.add(INT, name, fixed=True)
                where = f" if {inner.make(BOOL, d)}" if c.happens(0.5) else ""
                return f"[{inner.make(INT, d)} for {name} in {m(c.one(INTS, SET), d)}{where}]"
            case 4:
                return (
                    f"list(range({self.index()} % 7, {c.between(-8, 9)}, {c.one('1', '2', '-1', '-3', '5')}))"
                )
            case 5:
                return _literal("[]", c.several(0, 4, lambda: m(INT, d)), "list[int]()")
            case 6:
                return f"list({c.one('reversed', 'list')}({m(INTS, d)}))"
            case 7:
                return f"({m(INTS, d)} * {c.between(-1, 3)})"
            case 8:
                return f"list({m(BYTES, d)})"
            case 9:
                return f"list({m(COUNTS, d)}.values())"
            case _:
                return f"[*{m(INTS, d)}, {m(INT, d)}, *{m(INTS, d)}]"

    def strs(self, d: int) -> str:
        c, m = self.chance, self.make
        match c.between(0, 7):
            case 0:
                return f"({m(STRS, d)} + {m(STRS, d)})"
            case 1:
                return f"{m(STRS, d)}[{self.bounds()}]"
            case 2:
                return f"sorted({m(STRS, d)}{c.one('', ', reverse=True', ', key=len')})"
            case 3:
                return f"{m(STR, d)}.{c.one('split()', 'split(None, 1)', 'splitlines()', 'splitlines(True)')}"
            case 4:
                return f"{m(STR, d)}.{c.one('split', 'rsplit')}({m(STR, d)}{c.one('', ', 1', ', -1', ', 2')})"
            case 5:
                return f"list({m(c.one(STR, COUNTS), d)})"
            case 6:
                name = c.name("s")
                inner = Expressions(c, Scope(self.scope))
                inner.scope.add(STR, name, fixed=True)
                return f"[{inner.make(STR, d)} for {name} in {m(c.one(STRS, STR), d)}]"
            case _:
                return f"list({m(STR, d)}.{c.one('partition', 'rpartition')}({m(STR, d)}))"

    def counts(self, d: int) -> str:
        c, m = self.chance, self.make
        match c.between(0, 4):
            case 0:
                return f"({m(COUNTS, d)} | {m(COUNTS, d)})"
            case 1:
                name = c.name("k")
                inner = Expressions(c, Scope(self.scope))
                inner.scope.add(STR, name, fixed=True)
                return f"{{{name}: {inner.make(INT, d)} for {name} in {m(c.one(STRS, STR), d)}}}"
            case 2:
                return f"dict(zip({m(STRS, d)}, {m(INTS, d)}))"
            case 3:
                return f"{{**{m(COUNTS, d)}, {m(STR, d)}: {m(INT, d)}}}"
            case _:
                return f"dict.fromkeys({m(STRS, d)}, {m(INT, d)})"

    def pair(self, d: int) -> str:
        c, m = self.chance, self.make
        if c.happens(0.3):
            return f"{c.one('min', 'max')}({m(PAIR, d)}, {m(PAIR, d)})"
        return f"({m(INT, d)}, {m(STR, d)})"

    def set(self, d: int) -> str:
        c, m = self.chance, self.make
        match c.between(0, 3):
            case 0 | 1:
                return f"({m(SET, d)} {c.one('|', '&', '-', '^')} {m(SET, d)})"
            case 2:
                return f"set({m(INTS, d)})"
            case _:
                name = c.name("e")
                inner = Expressions(c, Scope(self.scope))
                inner.scope.add(INT, name, fixed=True)
                return f"{{{inner.make(INT, d)} for {name} in {m(INTS, d)}}}"


def _literal(brackets: str, items: list[str], empty: str) -> str:
    """A display; what is empty names its type, for mypy."""
    return brackets[0] + ", ".join(items) + brackets[1] if items else empty
