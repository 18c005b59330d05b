"""Partially annotated: a Lisp, a brainf*ck VM, a text adventure, JSON pointer/patch/diff."""
import copy
import functools
import json
import math
import operator as op
import re
from typing import Any, Callable, Dict, List, Optional, Union

Symbol = str


class Env(dict):
    def __init__(self, params=(), args=(), outer=None):
        super().__init__(zip(params, args))
        self.outer = outer

    def find(self, var):
        if var in self:
            return self
        if self.outer is None:
            raise LookupError(var)
        return self.outer.find(var)


class Procedure:
    def __init__(self, params, body, env):
        self.params, self.body, self.env = params, body, env

    def __call__(self, *args):
        return evaluate(self.body, Env(self.params, args, self.env))


def standard_env():
    env = Env()
    env.update({"+": lambda *a: sum(a), "*": lambda *a: functools.reduce(op.mul, a, 1), "-": op.sub, "/": op.truediv, "<": op.lt, ">": op.gt, "=": op.eq,
                "car": lambda x: x[0], "cdr": lambda x: x[1:], "cons": lambda x, y: [x] + y, "list": lambda *x: list(x), "null?": lambda x: x == [],
                "length": len, "map": lambda f, xs: [f(x) for x in xs], "max": max, "abs": abs, "sqrt": math.sqrt, "print": print, "not": op.not_, "#t": True, "#f": False, "pi": math.pi})
    return env


def parse(program: str):
    tokens = re.findall(r"[()']|\"[^\"]*\"|[^\s()']+", program)
    pos = 0

    def read():
        nonlocal pos
        if pos >= len(tokens):
            raise SyntaxError("unexpected EOF")
        tok = tokens[pos]
        pos += 1
        if tok == "(":
            out = []
            while True:
                if pos >= len(tokens):
                    raise SyntaxError("unexpected EOF in list")
                if tokens[pos] == ")":
                    break
                out.append(read())
            pos += 1
            return out
        if tok == ")":
            raise SyntaxError("unexpected )")
        if tok == "'":
            return ["quote", read()]
        return atom(tok)
    exprs = []
    while pos < len(tokens):
        exprs.append(read())
    return exprs


def atom(tok):
    for conv in (int, float):
        try:
            return conv(tok)
        except ValueError:
            pass
    return tok


def evaluate(x, env):
    while True:
        if isinstance(x, Symbol):
            if x.startswith('"'):
                return x[1:-1]
            return env.find(x)[x]
        if not isinstance(x, list):
            return x
        if not x:
            raise SyntaxError("empty application")
        head, *rest = x
        match head:
            case "quote":
                return rest[0]
            case "if":
                test, conseq, *alt = rest
                x = conseq if evaluate(test, env) else (alt[0] if alt else None)
            case "define":
                target, *body = rest
                if isinstance(target, list):
                    name, *params = target
                    env[name] = Procedure(params, ["begin", *body], env)
                else:
                    env[target] = evaluate(body[0], env)
                return None
            case "set!":
                env.find(rest[0])[rest[0]] = evaluate(rest[1], env)
                return None
            case "lambda":
                return Procedure(rest[0], ["begin", *rest[1:]], env)
            case "begin":
                for e in rest[:-1]:
                    evaluate(e, env)
                x = rest[-1]
            case "let":
                names, vals = zip(*rest[0]) if rest[0] else ((), ())
                env = Env(names, [evaluate(v, env) for v in vals], env)
                x = ["begin", *rest[1:]]
            case _:
                fn = evaluate(head, env)
                args = [evaluate(a, env) for a in rest]
                if isinstance(fn, Procedure):
                    if len(fn.params) != len(args):
                        raise TypeError(f"expected {len(fn.params)} args, got {len(args)}")
                    x, env = fn.body, Env(fn.params, args, fn.env)
                else:
                    return fn(*args)


def show(x):
    if x is True:
        return "#t"
    if x is False:
        return "#f"
    if isinstance(x, list):
        return "(" + " ".join(map(show, x)) + ")"
    if isinstance(x, Procedure):
        return f"<lambda ({' '.join(x.params)})>"
    return str(x)


def bf(src, inp=""):
    jump, stack = {}, []
    for i, c in enumerate(src):
        if c == "[":
            stack.append(i)
        elif c == "]":
            j = stack.pop()
            jump[i], jump[j] = j, i
    tape, ptr, pc, out, feed = [0], 0, 0, [], iter(inp)
    while pc < len(src):
        c = src[pc]
        if c == ">":
            ptr += 1
            if ptr == len(tape):
                tape.append(0)
        elif c == "<":
            ptr -= 1
        elif c in "+-":
            tape[ptr] = (tape[ptr] + (1 if c == "+" else -1)) % 256
        elif c == ".":
            out.append(chr(tape[ptr]))
        elif c == ",":
            tape[ptr] = ord(next(feed, "\0"))
        elif c == "[" and not tape[ptr] or c == "]" and tape[ptr]:
            pc = jump[pc]
        pc += 1
    return "".join(out)


def pointer(doc, path, default=...):
    cur = doc
    for part in path.split("/")[1:]:
        part = part.replace("~1", "/").replace("~0", "~")
        try:
            cur = cur[int(part)] if isinstance(cur, list) else cur[part]
        except (KeyError, IndexError, ValueError) as e:
            if default is ...:
                raise KeyError(f"{path}: {type(e).__name__}") from e
            return default
    return cur


def patch(doc, ops):
    doc = copy.deepcopy(doc)
    for o in ops:
        *parent, last = o["path"].split("/")
        target = pointer(doc, "/".join(parent))
        match o:
            case {"op": "add", "value": v}:
                if isinstance(target, list):
                    target.insert(len(target) if last == "-" else int(last), v)
                else:
                    target[last] = v
            case {"op": "remove"}:
                del target[int(last) if isinstance(target, list) else last]
            case {"op": "replace", "value": v}:
                target[int(last) if isinstance(target, list) else last] = v
            case {"op": "test", "value": v}:
                got = pointer(doc, o["path"])
                if got != v:
                    raise AssertionError(f"{o['path']}: {got!r} != {v!r}")
            case {"op": other}:
                raise ValueError(f"unknown op {other}")
    return doc


def diff(a, b, path=""):
    if type(a) is not type(b):
        yield {"op": "replace", "path": path, "value": b}
    elif isinstance(a, dict):
        for k in sorted(a.keys() | b.keys()):
            p = f"{path}/{k}"
            if k not in b:
                yield {"op": "remove", "path": p}
            elif k not in a:
                yield {"op": "add", "path": p, "value": b[k]}
            else:
                yield from diff(a[k], b[k], p)
    elif isinstance(a, list):
        for i, (x, y) in enumerate(zip(a, b)):
            yield from diff(x, y, f"{path}/{i}")
        for i in range(len(a) - 1, len(b) - 1, -1):
            yield {"op": "remove", "path": f"{path}/{i}"}
        for y in b[len(a):]:
            yield {"op": "add", "path": f"{path}/-", "value": y}
    elif a != b:
        yield {"op": "replace", "path": path, "value": b}


class Room:
    def __init__(self, name, desc, items=()):
        self.name, self.desc = name, desc
        self.items = set(items)
        self.exits = {}
        self.locked = {}

    def connect(self, direction, other, key=None):
        back = {"n": "s", "s": "n", "e": "w", "w": "e"}[direction]
        self.exits[direction] = other
        other.exits[back] = self
        if key:
            self.locked[direction] = key


class Game:
    def __init__(self):
        hall, cellar, vault = Room("Hall", "A hall.", ["lamp", "key"]), Room("Cellar", "Dark."), Room("Vault", "Gold!", ["gold"])
        hall.connect("s", cellar)
        cellar.connect("e", vault, key="key")
        self.room, self.bag, self.turns, self.over = hall, [], 0, False
        self.verbs = {name[3:]: getattr(self, name) for name in ("do_look", "do_take")} if False else {"look": self.do_look, "go": self.do_go, "take": self.do_take, "inv": self.do_inv, "drop": self.do_drop}

    def do_look(self, *_):
        items = ", ".join(sorted(self.room.items)) or "nothing"
        return f"{self.room.name}: {self.room.desc} You see {items}. Exits: {' '.join(sorted(self.room.exits))}"

    def do_go(self, where=None, *_):
        if where not in self.room.exits:
            return "You can't go there."
        need = self.room.locked.get(where)
        if need and need not in self.bag:
            return f"Locked. You need the {need}."
        self.room = self.room.exits[where]
        return self.do_look()

    def do_take(self, what=None, *_):
        if what in self.room.items:
            self.room.items -= {what}
            self.bag.append(what)
            if what == "gold":
                self.over = True
            return f"Taken: {what}."
        return f"No {what} here."

    def do_drop(self, what=None, *_):
        try:
            self.bag.remove(what)
        except ValueError:
            return "You don't have that."
        self.room.items.add(what)
        return "Dropped."

    def do_inv(self, *_):
        return f"Carrying: {self.bag or 'nothing'}"

    def play(self, script):
        for line in script.split(";"):
            verb, *args = line.split()
            self.turns += 1
            fn = self.verbs.get(verb)
            yield f"> {line.strip()}\n{fn(*args) if fn else 'Eh?'}"
            if self.over:
                return f"won in {self.turns}"


def main():
    env = standard_env()
    for src in ("(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))", "(fact 20)", "(map (lambda (x) (* x x)) '(1 2.5 3))", "(let ((x 2) (y 3)) (+ x y 0.5))", "(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))", "(loop 20000 0)",
                "(define (counter) (let ((n 0)) (lambda () (set! n (+ n 1)) n)))", "(define c (counter))", "(begin (c) (c) (c))", "(cons 1 '(2 3))", "fact", "(if #f 1)", "(print \"hi\" 3)", "(fact 1 2)", "(nope)", "(", ")", "(+ 1 '(2))", "()", "(/ 1 0)", "(car '())"):
        try:
            for e in parse(src):
                print(src, "=>", show(evaluate(e, env)))
        except (SyntaxError, LookupError, TypeError, ZeroDivisionError) as e:
            print(src, "!!", type(e).__name__, e)
    print(bf("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+."), bf(",[.,]", "echo"))
    doc = {"a": [1, {"b~": None}], "c/d": {"x": 1.5}}
    print(pointer(doc, "/a/1/b~0"), pointer(doc, "/c~1d/x"), pointer(doc, "/a/9", None), pointer(doc, "") is doc)
    try:
        pointer(doc, "/a/q")
    except KeyError as e:
        print(e)
    new = patch(doc, [{"op": "add", "path": "/a/-", "value": 3}, {"op": "remove", "path": "/a/0"}, {"op": "replace", "path": "/c~1d", "value": [True]} if False else {"op": "add", "path": "/z", "value": {}}])
    print(new, doc)
    for bad in ({"op": "test", "path": "/z", "value": 1}, {"op": "move", "path": "/z"}):
        try:
            patch(new, [bad])
        except (AssertionError, ValueError) as e:
            print(type(e).__name__, e)
    other = {"a": [1, {"b~": 2}, 7, 8], "e": "s"}
    ops = list(diff(doc, other))
    print(json.dumps(ops))
    g = Game()
    play = g.play("look; go s; go e; go n; take key; take sword; inv; go s; go e; drop lamp; dance; take gold; look")
    while True:
        try:
            print(next(play))
        except StopIteration as e:
            print(e.value)
            break


main()
