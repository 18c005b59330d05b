# stdin: 5\n12\n
"""A line-numbered BASIC: expressions, FOR, GOSUB, IF, INPUT, DATA/READ, arrays, and its own errors."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field

TOKEN = re.compile(r'\s*(?:(\d+\.?\d*)|("[^"]*")|([A-Z][A-Z0-9]*\$?)|(<>|<=|>=|[-+*/^=<>(),;:]))')
Value = float | str


class BasicError(Exception):
    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line

    def __str__(self) -> str:
        where = "" if self.line is None else f" IN {self.line}"
        return f"?{self.args[0]} ERROR{where}"


def tokens(text: str) -> list[str]:
    result, at = [], 0
    text = text.strip()
    while at < len(text):
        found = TOKEN.match(text, at)
        if found is None:
            raise BasicError("SYNTAX")
        result.append(found.group().strip())
        at = found.end()
    return result


@dataclass
class Loop:
    name: str
    limit: float
    step: float
    back: int


@dataclass
class Machine:
    lines: dict[int, list[str]]
    inputs: list[str]
    variables: dict[str, Value] = field(default_factory=dict)
    arrays: dict[str, list[float]] = field(default_factory=dict)
    loops: list[Loop] = field(default_factory=list)
    calls: list[int] = field(default_factory=list)
    data: list[Value] = field(default_factory=list)
    output: str = ""

    def run(self, limit: int = 10_000) -> None:
        order = sorted(self.lines)
        for number in order:
            if self.lines[number][0] == "DATA":
                items = [t for t in self.lines[number][1:] if t != ","]
                self.data += [t.strip('"') if t.startswith('"') else float(t) for t in items]
        index = steps = 0
        while index < len(order):
            steps += 1
            if steps > limit:
                raise BasicError("TIMEOUT", order[index])
            self.code, self.at = self.lines[order[index]], 0
            try:
                target = self.statement(index)
            except BasicError as error:
                if error.line is None:
                    error.line = order[index]
                raise
            if target is None:
                index += 1
            elif target < 0:
                return
            else:
                index = target
        self.flush()

    def flush(self) -> None:
        if self.output:
            print(self.output)
            self.output = ""

    def peek(self) -> str:
        return self.code[self.at] if self.at < len(self.code) else ""

    def take(self, wanted: str | None = None) -> str:
        token = self.peek()
        if not token or (wanted is not None and token != wanted):
            raise BasicError("SYNTAX")
        self.at += 1
        return token

    def goto(self) -> int:
        number = int(self.take())
        if number not in self.lines:
            raise BasicError("UNDEFINED LINE")
        return sorted(self.lines).index(number)

    def statement(self, index: int) -> int | None:
        word = self.take()
        match word:
            case "REM" | "DATA":
                return None
            case "PRINT":
                self.print()
            case "LET":
                self.assign(self.take())
            case "INPUT":
                name = self.take()
                if not self.inputs:
                    raise BasicError("OUT OF INPUT")
                text = self.inputs.pop(0)
                self.variables[name] = text if name.endswith("$") else float(text)
            case "READ":
                name = self.take()
                if not self.data:
                    raise BasicError("OUT OF DATA")
                self.variables[name] = self.data.pop(0)
            case "DIM":
                name = self.take()
                self.take("(")
                self.arrays[name] = [0.0] * (int(self.number()) + 1)
                self.take(")")
            case "GOTO":
                return self.goto()
            case "GOSUB":
                self.calls.append(index + 1)
                return self.goto()
            case "RETURN":
                if not self.calls:
                    raise BasicError("RETURN WITHOUT GOSUB")
                return self.calls.pop()
            case "IF":
                if not self.expression():
                    return None
                self.take("THEN")
                return self.goto() if self.peek().isdigit() else self.statement(index)
            case "FOR":
                name = self.take()
                self.assign(name)
                self.take("TO")
                limit, step = self.number(), 1.0
                if self.peek() == "STEP":
                    self.take()
                    step = self.number()
                self.loops.append(Loop(name, limit, step, index + 1))
            case "NEXT":
                name = self.take()
                if not self.loops or self.loops[-1].name != name:
                    raise BasicError("NEXT WITHOUT FOR")
                loop = self.loops[-1]
                value = self.variables[name]
                assert isinstance(value, float)
                self.variables[name] = value = value + loop.step
                if value <= loop.limit if loop.step > 0 else value >= loop.limit:
                    return loop.back
                self.loops.pop()
            case "END":
                self.flush()
                return -1
            case _:
                self.assign(word)
        return None

    def assign(self, name: str) -> None:
        if self.peek() == "(":
            cell = self.cell(name)
            self.take("=")
            self.arrays[name][cell] = self.number()
            return
        self.take("=")
        value = self.expression()
        if isinstance(value, str) != name.endswith("$"):
            raise BasicError("TYPE MISMATCH")
        self.variables[name] = value

    def cell(self, name: str) -> int:
        self.take("(")
        cell = int(self.number())
        self.take(")")
        if name not in self.arrays or not 0 <= cell < len(self.arrays[name]):
            raise BasicError("BAD SUBSCRIPT")
        return cell

    def print(self) -> None:
        hold = False
        while self.peek():
            if self.peek() in (";", ","):
                self.output += "\t" if self.take() == "," else ""
                hold = True
                continue
            value = self.expression()
            self.output += value if isinstance(value, str) else f"{value:g}"
            hold = False
        if not hold:
            print(self.output)
            self.output = ""

    def number(self) -> float:
        value = self.expression()
        if isinstance(value, str):
            raise BasicError("TYPE MISMATCH")
        return value

    LEVELS = (("=", "<>", "<", ">", "<=", ">="), ("+", "-"), ("*", "/"), ("^",))

    def expression(self, level: int = 0) -> Value:
        if level == len(self.LEVELS):
            return self.atom()
        left = self.expression(level + 1)
        while self.peek() in self.LEVELS[level]:
            left = self.apply(self.take(), left, self.expression(level + 1))
        return left

    def apply(self, operator: str, left: Value, right: Value) -> Value:
        if isinstance(left, str) and isinstance(right, str):
            match operator:
                case "+":
                    return left + right
                case "=":
                    return float(left == right)
                case "<>":
                    return float(left != right)
        if isinstance(left, str) or isinstance(right, str):
            raise BasicError("TYPE MISMATCH")
        match operator:
            case "+":
                return left + right
            case "-":
                return left - right
            case "*":
                return left * right
            case "/":
                try:
                    return left / right
                except ZeroDivisionError as error:
                    raise BasicError("DIVISION BY ZERO") from error
            case "^":
                return float(left**right)
        tests = {"=": left == right, "<>": left != right, "<": left < right, ">": left > right}
        tests |= {"<=": left <= right, ">=": left >= right}
        return float(tests[operator])

    def atom(self) -> Value:
        token = self.take()
        if token == "-":
            return -self.number()
        if token == "(":
            value = self.expression()
            self.take(")")
            return value
        if token.startswith('"'):
            return token[1:-1]
        if token[0].isdigit():
            return float(token)
        if token in ("INT", "ABS", "LEN"):
            self.take("(")
            value = self.expression()
            self.take(")")
            if isinstance(value, str):
                return float(len(value))
            return float(value // 1) if token == "INT" else abs(value)
        if self.peek() == "(":
            return self.arrays[token][self.cell(token)]
        return self.variables.get(token, "" if token.endswith("$") else 0.0)


def load(source: str, inputs: list[str]) -> Machine:
    lines: dict[int, list[str]] = {}
    for line in source.strip().splitlines():
        number, _, rest = line.strip().partition(" ")
        lines[int(number)] = ["REM"] if rest.startswith("REM") else tokens(rest)
    return Machine(lines, inputs)


PROGRAMS = [
    """10 REM factorials and a table
20 INPUT N
30 F = 1
40 FOR I = 1 TO N
50 F = F * I
60 PRINT I; "! ="; F
70 NEXT I
80 FOR J = 10 TO 1 STEP -4
90 PRINT J, J ^ 2, INT(J / 3);
100 PRINT
110 NEXT J""",
    """10 DIM A(5)
20 FOR I = 0 TO 5
30 A(I) = I * I - 3
40 NEXT I
50 S = 0
60 GOSUB 200
70 PRINT "SUM "; S; " ABS "; ABS(A(0))
80 READ W$
90 READ X
100 IF X > 2 THEN PRINT W$ + "!"; LEN(W$)
110 IF W$ = "HI" THEN 130
120 PRINT "NEVER"
130 END
200 FOR I = 0 TO 5
210 S = S + A(I)
220 NEXT I
230 RETURN
300 DATA "HI", 3.5""",
    "10 PRINT 1 / (2 - 2)",
    '10 X = "A" + 1',
    "10 GOTO 20",
    "10 DIM A(2)\n20 A(3) = 1",
    "10 GOTO 10",
    "10 RETURN",
    "10 NEXT I",
    "10 READ Q",
    "10 INPUT A\n20 INPUT B\n30 PRINT A * B",
    "10 PRINT (1 + 2",
    "10 PRINT 1 ? 2",
]
inputs = sys.stdin.read().split()
for source in PROGRAMS:
    try:
        load(source, inputs).run()
    except BasicError as error:
        print(error, "because of" if error.__cause__ else "", repr(error.__cause__ or error))
